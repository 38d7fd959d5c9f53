"""A list whose column of quotes has a heading of its own is a list: no quote of it is coded under that heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from bp_qual import import_codings
from bp_qual.errors import BpQualError
from bp_qual.study.import_report import CodingImport

TALK = {
    "P01_2010": "I: Hoe gaat het?\nR: Wij doen dat samen. Het werk is zwaar geworden.\n",
    "P01_2020": "I: Hoe gaat het?\nR: Ieder voor zich, zo is dat.\n",
}
ROWS = (("P01", "2010", "samen", "Wij doen dat samen"), ("P01", "2020", "alleen", "Ieder voor zich"))
CODED = [["P01_2010", "samen", "Wij doen dat samen"], ["P01_2020", "alleen", "Ieder voor zich"]]


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    for name, talk in TALK.items():
        (folder / f"{name}.txt").write_text(talk, encoding="utf-8")
    (folder / "study.yaml").write_text("language: en\n", encoding="utf-8")
    return folder


def take(study: Path, *rows: tuple[str, ...]) -> CodingImport:
    path = study.parent / "list.csv"
    path.write_text("".join(";".join(row) + "\n" for row in rows), encoding="utf-8")
    return import_codings(path, study, coder="anna", dry_run=True)


def coded(done: CodingImport) -> list[list[str]]:
    return done.codings[["interview", "code", "quote"]].values.tolist()


@pytest.mark.sweep(4)
@pytest.mark.parametrize(
    "heading",
    [
        *("Evidence", "Quote (verbatim)", "Illustrative extract", "Raw text", "What was said", "Exemplar", "Data"),
        *("Voorbeeldcitaat", "Citaat respondent", "Letterlijke tekst", "Illustratief citaat", "Bewijs", "Gezegde"),
        *("Originalzitat", "Belegstelle", "Ankerbeispiel", "Wortlaut", "Zitat (Original)", "Gesagtes"),
    ],
)
def test_the_one_column_with_words_beside_a_code_is_that_of_the_quotes_and_told(study: Path, heading: str) -> None:
    done = take(study, ("person", "wave", "code", heading), *ROWS)
    assert (coded(done), done.lost) == (CODED, ())
    (note,) = done.notes
    assert str(note) == f"no column is called quote: what stands in column '{heading}' was taken as the quotes"


@pytest.mark.sweep(5)
@pytest.mark.parametrize("who", ["person", "Resp.nr", "respondent", "Teilnehmer", "interview", "document", "ID"])
@pytest.mark.parametrize("code", ["code", "Thema", "Codes", "tag", "Kode 1"])
def test_that_holds_however_persons_and_codes_are_called(study: Path, who: str, code: str) -> None:
    rows = [(f"{person}_{wave}", name, quote) for person, wave, name, quote in ROWS]
    assert coded(take(study, (who, code, "Evidence"), *rows)) == CODED


def test_beside_it_columns_with_a_word_or_two_are_named_and_no_quotes(study: Path) -> None:
    done = take(study, ("person", "wave", "code", "Evidence", "Sector"), *((*row, "care work") for row in ROWS))
    assert (coded(done), [str(lost) for lost in done.lost]) == (CODED, ["the column 'Sector'"])


@pytest.mark.parametrize(
    ("more", "named"),
    [
        (("Quote 1", "Quote 2"), "'Quote 1', 'Quote 2'"),
        (("Citaat (NL)", "Quote (EN)"), "'Citaat (NL)', 'Quote (EN)'"),
        (("quote", "Quote"), "'quote', 'Quote'"),
        (("Evidence", "What I think of it"), "'Evidence', 'What I think of it'"),
    ],
)
def test_of_several_such_columns_none_is_taken_and_it_is_said_what_to_rename(
    study: Path, more: tuple[str, str], named: str
) -> None:
    said = rf"list\.csv:1  has a column 'code'; .* quotes can be in: {re.escape(named)}\. .* call .* 'quote'"
    with pytest.raises(BpQualError, match=said):
        take(study, ("person", "wave", "code", *more), *((*row, row[-1]) for row in ROWS))


def test_a_second_column_called_quote_that_is_empty_is_none(study: Path) -> None:
    done = take(study, ("person", "wave", "code", "quote", "quote"), *((*row, "") for row in ROWS))
    assert len(done.codings) == len(ROWS)


def test_a_category_beside_one_column_of_words_may_be_a_group_of_persons_and_is_refused(study: Path) -> None:
    with pytest.raises(BpQualError, match=r"has a column 'Category'; .* can be in: 'Evidence'"):
        take(study, ("person", "wave", "Category", "Evidence"), *ROWS)
    assert coded(take(study, ("person", "wave", "Category", "quote"), *ROWS)) == CODED


def test_a_matrix_stays_one(study: Path) -> None:
    rows = [("P01", "2010", "", "Wij doen dat samen"), ("P01", "2020", "Ieder voor zich", "")]
    done = take(study, ("person", "wave", "alleen", "samen"), *rows)
    assert coded(done) == CODED
    above = ("person", "wave", "thema", "", "gevoel", "")
    below = ("", "", "samen", "zwaar", "alleen", "blij")
    wide = [("P01", "2010", "Wij doen dat samen.", "Het werk is zwaar geworden.", "", "")]
    wide += [("P01", "2020", "", "", "Ieder voor zich, zo is dat.", "")]
    codings = import_codings(make_book(study, [above, below, *wide]), study, coder="anna", dry_run=True).codings
    assert codings["code"].tolist() == ["samen", "zwaar", "alleen"]


def make_book(study: Path, *sheets: Sequence[Sequence[str]], names: Sequence[str] = ()) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(names[number] if names else None)
        for row in rows:
            sheet.append(row)
    book.save(path := study.parent / "list.xlsx")
    return path


def test_every_sheet_that_is_such_a_list_is_read(study: Path) -> None:
    head = ("person", "wave", "code")
    path = make_book(study, [(*head, "quote"), ROWS[0]], [(*head, "Evidence", ""), (*ROWS[1], "of that I am sure")])
    done = import_codings(path, study, coder="anna", dry_run=True)
    assert (coded(done), [lost.kind for lost in done.lost]) == (CODED, ["lost nameless column"])
    named = [[("Resp.nr", "code", "Evidence"), (f"{person}_{wave}", *row)] for person, wave, *row in ROWS]
    assert coded(import_codings(make_book(study, *named), study, coder="anna", dry_run=True)) == CODED


def test_a_sheet_with_several_such_columns_is_no_matrix_whatever_stands_before_it(study: Path) -> None:
    codes = [("code", "definition"), ("samen", "Met anderen doen.")]
    quotes = [("person", "wave", "code", "Quote 1", "Quote 2"), (*ROWS[0], "Het werk is zwaar")]
    with pytest.raises(BpQualError, match="can be in: 'Quote 1', 'Quote 2'"):
        import_codings(make_book(study, codes, quotes), study, coder="anna", dry_run=True)


def test_words_beside_counts_are_taken_for_nothing(study: Path) -> None:
    rows = ((*row[:3], "3", row[3]) for row in ROWS)
    with pytest.raises(BpQualError, match="can be in: 'Remark of mine'"):
        take(study, ("person", "wave", "code", "mentions", "Remark of mine"), *rows)


def test_a_table_that_says_of_nobody_is_no_list_of_quotes(study: Path) -> None:
    with pytest.raises(BpQualError, match="has no column of quotes"):
        take(study, ("code", "Uitleg"), ("samen", "Wij doen dat samen"))
    done = take(study, ("ID", "code", "Evidence"), ("X7", "samen", "Wij doen dat samen"))
    assert (coded(done), done.anywhere) == (CODED[:1], ("list.csv:2",))


BARE = ("person", "wave", "quote")
OF_SHEETS = [[BARE, (*row[:2], row[3])] for row in ROWS]


def test_of_a_sheet_for_each_code_its_name_is_the_code_and_that_is_told(study: Path) -> None:
    path = make_book(study, *OF_SHEETS, [("a word on this file",)], names=(*(row[2] for row in ROWS), "Readme"))
    done = import_codings(path, study, coder="anna", dry_run=True)
    assert coded(done) == CODED
    (told,) = (note for note in done.notes if note.kind == "sheets as codes")
    assert [row[2] for row in ROWS] == told.values["names"]


@pytest.mark.parametrize(
    "names", [("Sheet1", "samen"), ("P01", "samen"), ("2010", "samen"), ("ronde 2", "samen"), ("Quotes", "samen")]
)
def test_a_sheet_called_as_a_person_or_a_wave_or_by_the_spreadsheet_is_no_code(
    study: Path, names: tuple[str, str]
) -> None:
    with pytest.raises(BpQualError, match="has quotes and no column of codes"):
        import_codings(make_book(study, *OF_SHEETS, names=names), study, coder="anna", dry_run=True)


def test_one_sheet_alone_is_no_code(study: Path) -> None:
    with pytest.raises(BpQualError, match="has quotes and no column of codes"):
        import_codings(make_book(study, OF_SHEETS[0], names=("samen",)), study, coder="anna", dry_run=True)


def test_sheets_that_do_not_say_whose_quotes_they_hold_are_no_codes(study: Path) -> None:
    sheets = [[BARE[1:], row[1][1:]] for row in OF_SHEETS]
    with pytest.raises(BpQualError, match="has quotes and no column of codes"):
        import_codings(make_book(study, *sheets, names=("Jan", "Piet")), study, coder="anna", dry_run=True)


def test_beside_a_certain_list_a_sheet_with_several_columns_of_words_is_not_read(study: Path) -> None:
    head = ("person", "wave", "code")
    notes = [(*head, "Quote 1", "Quote 2"), (*ROWS[1], "Het werk is zwaar")]
    path = make_book(study, [(*head, "quote"), *ROWS], notes)
    done = import_codings(path, study, coder="anna", dry_run=True)
    assert (coded(done), [note.kind for note in done.notes if note.kind == "no list"]) == (CODED, ["no list"])
