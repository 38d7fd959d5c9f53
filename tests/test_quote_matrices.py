"""Matrices with quotes in their cells: each cell is looked for with the person and the wave that it belongs to."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from bp_qual import CodebookError, apply_codebook, count_codes, import_codings, read_codebook, read_counts
from bp_qual.study.import_report import CodingImport
from bp_qual.study.study_inputs import read_inputs
from bp_qual.study.what_counts import what_counts

TALK = {
    "P01": ("Ik had altijd te veel te doen. Thuis deden wij het samen.", "Nu heb ik de tijd en doe ik het alleen."),
    "P02": ("Het werk was te zwaar voor mij.", "Ik ben gestopt met werken."),
}


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    for person, talks in TALK.items():
        for wave, said in zip(("2010", "2020"), talks, strict=True):
            (folder / f"{person}_{wave}.txt").write_text(f"I: Hoe gaat het?\nR: {said}\n", encoding="utf-8")
    return folder


def take(study: Path, table: str) -> CodingImport:
    path = study.parent / "matrix.csv"
    path.write_text(table, encoding="utf-8")
    return import_codings(path, study, coder="anna")


def placed(done: CodingImport) -> list[tuple[str, str, str]]:
    return list(done.codings[["interview", "code", "quote"]].itertuples(index=False, name=None))


BOTH = [("P01_2010", "druk", "altijd te veel te doen"), ("P01_2020", "alleen", "doe ik het alleen")]


@pytest.mark.parametrize(
    "table",
    [
        "persoon;ronde;druk;alleen\nP01;2010;altijd te veel te doen;\nP01;2020;;doe ik het alleen\n",
        "document;druk;alleen\nP01_2010;altijd te veel te doen;\nP01_2020;;doe ik het alleen\n",
        "person,druk 2010,druk 2020,alleen (2010),alleen (2020)\nP01,altijd te veel te doen,,,doe ik het alleen\n",
        "Pseudoniem;druk;alleen\nP01;altijd te veel te doen;doe ik het alleen\n",
        ",A : druk,B : alleen\n1 : P01 2010,altijd te veel te doen,\n2 : P01 2020,,doe ik het alleen\n",
        "code;P01 2010;P01 2020\ndruk;altijd te veel te doen;\nalleen;;doe ik het alleen\n",
    ],
)
def test_each_cell_of_a_matrix_is_a_quote_of_that_person_in_that_wave(study: Path, table: str) -> None:
    done = take(study, table)
    assert (placed(done), len(done.listed)) == (BOTH, 0)


@pytest.mark.parametrize(
    ("above", "codes"),
    [
        (("", "2010", "", "2020", ""), ["druk", "alleen"]),
        (("", "thema", "thema", "later", "later"), ["thema", "druk", "alleen", "later"]),
    ],
)
def test_headings_in_two_rows_are_read_as_one(study: Path, above: tuple[str, ...], codes: list[str]) -> None:
    book = openpyxl.Workbook()
    book.active.append(above)
    book.active.append(("persoon", "druk", "alleen", "druk", "alleen"))
    book.active.append(("P01", "altijd te veel te doen", "", "", "doe ik het alleen"))
    book.save(path := study.parent / "matrix.xlsx")
    done = import_codings(path, study, coder="anna")
    assert sorted(done.new_codes[: len(codes)]) == sorted(codes)
    assert [(interview, quote) for interview, _, quote in placed(done)] == [(name, text) for name, _, text in BOTH]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_an_upper_heading_over_the_last_columns_is_no_cell_too_few(study: Path, sign: str) -> None:
    rows = [
        ("", "2010", "", "2020", ""),
        ("persoon", "druk", "alleen", "druk", "alleen"),
        ("P01", "altijd te veel te doen", "", "", "doe ik het alleen"),
    ]
    done = take(study, "".join(sign.join(row) + "\n" for row in rows))
    assert (placed(done), len(done.listed)) == (BOTH, 0)


@pytest.mark.parametrize("head", ["persoon,ronde,druk", "persoon,ronde,druk,", "persoon,ronde,code,citaat,"])
def test_the_end_of_a_sentence_below_no_heading_is_refused(study: Path, head: str) -> None:
    cells = "P01,2010,druk," if "code" in head else "P01,2010,"
    with pytest.raises(CodebookError, match="cell too many"):
        take(study, f"{head}\n{cells}altijd te veel te doen,thuis\n")


def add_couple(study: Path) -> None:
    """Add an interview with Lena and Tom together."""
    said = "I: Hoe gaat het?\nLena: Het werk was te zwaar voor mij.\nTom: Ik had altijd te veel te doen.\n"
    (study / "stel.txt").write_text(said, encoding="utf-8")
    rows = "".join(f"stel.txt,{name},2010,{name}\n" for name in ("Lena", "Tom"))
    (study / "interviews.csv").write_text(f"file,person,wave,speaker\n{rows}", encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("wave", ["persoon;druk\n{};{}\n", "persoon;druk 2010\n{};{}\n"])
def test_who_has_no_row_in_a_shared_interview_was_not_coded_and_is_no_zero(study: Path, wave: str) -> None:
    add_couple(study)
    table = wave.format("P01", "altijd te veel te doen") + "Lena;te zwaar voor mij\n"
    done = take(study, table)
    (note,) = [note for note in done.notes if note.kind == "no row for"]
    assert str(note).startswith("Lena+Tom_2010 is not coded by anna, and no zero for anybody in it")
    assert "geen rij voor Tom" in note.say("nl")
    assert counted(study) == {("P01", "2010"): 1}
    done = take(study, table + "Tom;\n")
    assert "no row for" not in [note.kind for note in done.notes]
    assert counted(study) == {("P01", "2010"): 1, ("Lena", "2010"): 1, ("Tom", "2010"): 0}


def test_a_row_that_is_an_interview_is_of_everybody_in_it(study: Path) -> None:
    add_couple(study)
    done = take(study, "document;druk\nLena+Tom_2010;te zwaar voor mij\n")
    assert "no row for" not in [note.kind for note in done.notes]
    assert counted(study) == {("Lena", "2010"): 1, ("Tom", "2010"): 0}


def counted(study: Path) -> dict[tuple[str, str], int]:
    """Return how often the code that came in counts, by person and wave."""
    own, corpus, book = read_inputs(study)
    counts = what_counts(own, apply_codebook(book, corpus), corpus, book, count="human", coder="anna")
    table = count_codes(counts.combined, corpus, book).counts
    rows = table[table["code"] == "druk"][["person", "wave", "mentions"]].itertuples(index=False, name=None)
    return {(person, wave): mentions for person, wave, mentions in rows}


def test_a_first_row_of_quotes_is_no_second_row_of_headings(study: Path) -> None:
    done = take(study, ";P01 2010;P01 2020\ninterview;altijd te veel te doen.;\nalleen;;doe ik het alleen\n")
    assert [(interview, code) for interview, code, _ in placed(done)] == [
        ("P01_2010", "interview"), ("P01_2020", "alleen"),
    ]  # fmt: skip


def test_each_sheet_of_a_workbook_can_be_a_matrix_of_one_wave(study: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "2010"
    for row in (("persoon", "druk"), ("P02", "te zwaar voor mij")):
        book.active.append(row)
    later = book.create_sheet("2020")
    for row in (("persoon", "druk"), ("P02", "Ik ben gestopt")):
        later.append(row)
    path = study.parent / "matrix.xlsx"
    book.save(path)
    done = import_codings(path, study, coder="anna")
    assert placed(done) == [("P02_2010", "druk", "te zwaar voor mij"), ("P02_2020", "druk", "Ik ben gestopt")]


def test_a_column_without_quotes_is_no_code_and_is_named(study: Path) -> None:
    done = take(study, "persoon;ronde;sector;leeftijd;druk\nP02;2010;zorg;34;te zwaar voor mij\n")
    assert done.new_codes == ("druk",)
    assert [*map(str, done.lost)] == [
        "the column 'sector', in which no cell has three words and whose heading is no code elsewhere (1 cell: 'zorg')",
        "the column 'leeftijd', in which no cell has three words and whose heading is no code elsewhere (1 cell: '34')",
    ]


def test_a_code_that_nobody_is_quoted_for_was_looked_for(study: Path) -> None:
    assert take(study, "persoon;ronde;druk;geld\nP02;2010;te zwaar voor mij;\n").new_codes == ("druk", "geld")


def test_a_summary_in_a_cell_is_listed_and_each_cell_of_a_row_apart(study: Path) -> None:
    done = take(study, "persoon;ronde;druk;geld\nP02;2010;voelt zich overbelast door werk;heeft geen geld genoeg\n")
    assert done.listed[["where", "why"]].values.tolist() == [
        ["matrix.csv:2, druk", "not_found"], ["matrix.csv:2, geld", "not_found"],
    ]  # fmt: skip


def test_a_first_and_a_second_job_are_no_waves(study: Path) -> None:
    done = take(study, "persoon;ronde;eerste baan;tweede baan\nP02;2010;te zwaar voor mij;\n")
    assert done.new_codes == ("eerste_baan", "tweede_baan")


def test_a_row_of_totals_in_a_matrix_is_nobody(study: Path) -> None:
    done = take(study, "persoon;ronde;druk\nP02;2010;te zwaar voor mij\nTotaal;;1 citaat\n")
    assert len(done.listed) == 0


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("code;omschrijving\ndruk;druk op het werk\n", "and one for each code"),
        ("person,wave,a,b\nP01,2010,3,0\n", "holds counts and no quotes"),
        ("datum;wie;wat\n1;jan;heeft dit gezegd\n", "and one for each code"),
    ],
)
def test_a_table_that_is_no_matrix_of_quotes_is_refused_with_what_to_do(study: Path, table: str, said: str) -> None:
    with pytest.raises(CodebookError, match=said):
        take(study, table)


@pytest.mark.parametrize("name", ["Werk: stress", "HR : budget", "Werk/Stress: thuis"])
def test_a_colon_in_the_name_of_a_code_parts_nothing(study: Path, name: str) -> None:
    done = take(
        study, f"persoon,ronde,code,citaat\nP02,2010,{name},te zwaar voor mij\nP02,2010,{name}; rust,Het werk\n"
    )
    assert len(done.new_codes) == 2
    counts = study.parent / "counts.csv"
    counts.write_text(f"person,wave,{name},rust\nP02,2010,2,1\n", encoding="utf-8")
    assert read_counts(counts)["code"].tolist() == [name, "rust"]


@pytest.mark.sweep(1)
@pytest.mark.parametrize("row", ["P01;{};{}\n", "p-1;{};{}\n", "1 : P01;{};{}\n"])
@pytest.mark.parametrize("head", [";druk 2010;alleen 2020\n", ";2010;2020\n;druk;alleen\n"])
def test_rows_that_are_persons_of_the_study_are_persons_whatever_stands_above_them(
    study: Path, head: str, row: str
) -> None:
    row = row.format("altijd te veel te doen", "doe ik het alleen")
    assert placed(take(study, head + row + "P02;te zwaar voor mij;\n"))[:2] == BOTH


def test_rows_that_are_codes_stay_codes_where_the_columns_are_persons(study: Path) -> None:
    done = take(study, ";P01_2010;P01_2020\ndruk;altijd te veel te doen;\nalleen;;doe ik het alleen\n")
    assert placed(done) == BOTH


@pytest.mark.parametrize("name", ["Definitie", "definition", "Omschrijving", "Definities:"])
def test_a_row_of_definitions_below_the_headings_is_nobody_and_defines_the_codes(study: Path, name: str) -> None:
    row = f"{name};;Wat te veel is om te doen;\n"
    done = take(
        study, f"persoon;ronde;druk;alleen\n{row}P01;2010;altijd te veel te doen;\nP01;2020;;doe ik het alleen\n"
    )
    assert (placed(done), len(done.listed)) == (BOTH, 0)
    assert done.codebook is not None
    defined = {code.id: code.definition for code in read_codebook(done.codebook).codes}
    assert "Wat te veel is om te doen" in str(defined["druk"])
    assert "te veel" not in str(defined["alleen"])


def test_a_theme_called_as_a_wave_is_one_where_people_are_quoted_in_it(study: Path) -> None:
    done = take(study, "interview;fase;druk\nP01_2020;doe ik het alleen;\nP01_2010;;altijd te veel te doen\n")
    assert sorted(placed(done)) == [BOTH[0], ("P01_2020", "fase", BOTH[1][2])]
    done = take(study, "persoon;fase;druk\nP01;het eerste gesprek in 2010;altijd te veel te doen\n")
    assert placed(done) == [BOTH[0]]
