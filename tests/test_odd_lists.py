"""Lists of quotations as people keep them in Excel: every quote placed or listed, and nothing that is hidden unsaid."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from bp_qual import import_codings, read_codebook, read_codings
from bp_qual.cli import main
from bp_qual.compare.origins import say_origins
from bp_qual.study.import_report import CodingImport
from bp_qual.wording import Wording

HEADINGS = ("persoon", "ronde", "code", "citaat")
TALK = {
    "P01": ("Ik had geld zat en een mooie tuin. Toen kwam de stress op het werk.", "Ik ben met pensioen."),
    "P02": ("Mijn buren hielpen altijd mee. Wij deden het samen.", "Nu doet iedereen het alleen."),
    "Yusuf": ("Ik kwam hier met niets. De taal was moeilijk.", "Mijn kinderen spreken de taal beter."),
    "Müller": ("Wir hatten nie Geld.", "Nun habe ich Zeit für den Garten."),
}
Edit = Callable[[openpyxl.Workbook], None]


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    for person, talks in TALK.items():
        for wave, said in zip(("2010", "2020"), talks, strict=True):
            (folder / f"{person}_{wave}.txt").write_text(f"I: Hoe gaat het?\nR: {said}\n", encoding="utf-8")
    return folder


def take(study: Path, *rows: tuple[object, ...], edit: Edit = lambda book: None, coder: str = "anna") -> CodingImport:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    edit(book)
    path = study.parent / "list.xlsx"
    book.save(path)
    return import_codings(path, study, coder=coder)


def placed(done: CodingImport) -> list[tuple[str, str, str]]:
    return list(done.codings[["interview", "code", "quote"]].itertuples(index=False, name=None))


def test_cells_that_are_merged_hold_for_every_row_beside_them(study: Path) -> None:
    def merge(book: openpyxl.Workbook) -> None:
        for cells in ("A2:A3", "B2:B3", "C2:C3"):
            book.active.merge_cells(cells)

    rows = (("P01", 2010, "werk", "tuin"), (None, None, None, "de stress op het werk"))
    assert placed(take(study, HEADINGS, *rows, edit=merge)) == [
        ("P01_2010", "werk", "tuin"), ("P01_2010", "werk", "de stress op het werk"),
    ]  # fmt: skip


def test_every_sheet_that_is_a_list_is_read_and_one_that_is_none_is_named(study: Path) -> None:
    def add(book: openpyxl.Workbook) -> None:
        later = book.create_sheet("ronde 2020")
        later.append(("persoon", "code", "citaat"))
        later.append(("P02", "alleen", "doet iedereen het alleen"))
        book.create_sheet("uitleg").append(("Zo codeerden wij.",))
        codes = book.create_sheet("codes")
        codes.append(("code", "definitie"))
        codes.append(("geld", "Geldzorgen."))

    done = take(study, HEADINGS, ("P01", 2010, "geld", "geld zat"), edit=add)
    assert placed(done) == [("P01_2010", "geld", "geld zat"), ("P02_2020", "alleen", "doet iedereen het alleen")]
    assert done.codings["where"].tolist() == ["list.xlsx [Sheet]:2", "list.xlsx [ronde 2020]:2"]
    assert "sheet uitleg has no columns of a list, and was not read" in done.say("en")
    assert "blad codes heeft geen kolommen van een lijst" in done.say("nl")


def test_a_sheet_that_is_hidden_is_not_read_and_that_is_told(study: Path) -> None:
    def hide(book: openpyxl.Workbook) -> None:
        old = book.create_sheet("oud", 0)
        old.append(HEADINGS)
        old.append(("P01", 2010, "fout", "geld zat"))
        old.sheet_state = "hidden"
        book.active = 1

    done = take(study, HEADINGS, ("P01", 2010, "geld", "geld zat"), edit=hide)
    assert placed(done) == [("P01_2010", "geld", "geld zat")]
    assert "Note: sheet oud is hidden, and was not read" in done.say("en")


def test_rows_that_a_filter_hides_are_read_and_that_is_told(study: Path) -> None:
    def hide(book: openpyxl.Workbook) -> None:
        book.active.auto_filter.ref = "A1:D3"
        book.active.row_dimensions[3].hidden = True
        book.active.row_dimensions[9].hidden = True  # empty: nothing to tell

    rows = (("P01", 2010, "geld", "geld zat"), ("P02", 2010, "samen", "Wij deden het samen"))
    done = take(study, HEADINGS, *rows, edit=hide)
    assert len(placed(done)) == 2
    assert "rows of sheet Sheet that are hidden were read too: 1" in done.say("en")


def test_a_row_of_totals_is_no_quote_and_no_code(study: Path) -> None:
    rows = (("P01", 2010, "geld", "geld zat"), ("Totaal", None, "1 code", "1 citaat"), ("Totaal", None, None, 1))
    done = take(study, HEADINGS, *rows)
    assert (done.new_codes, len(done.listed)) == (("geld",), 0)
    assert "rows of totals: 2, the first on line 3: Totaal 1 code 1 citaat" in done.say("en")


def test_a_quote_that_begins_with_total_is_a_quote(study: Path) -> None:
    done = take(
        study, ("code", "persoon", "citaat"), ("totaal anders", "P01", "mooie tuin"), ("x", "P01", "Totaal weg")
    )
    assert placed(done) == [("P01_2010", "totaal_anders", "mooie tuin")]
    assert done.listed["why"].tolist() == ["not_found"]


def test_headings_that_are_said_again_are_no_row(study: Path) -> None:
    english = ("person", "wave", "code", "quote")
    rows = (english, ("P01", 2010, "geld", "geld zat"), HEADINGS, ("P02", 2010, "samen", "Wij deden het samen"))
    done = take(study, ("Wie", None, "Wat", None), HEADINGS, *rows)
    assert (len(placed(done)), len(done.listed), done.new_codes) == (2, 0, ("geld", "samen"))


def test_codes_that_a_spreadsheet_made_into_days_are_told(study: Path) -> None:
    done = take(study, HEADINGS, ("P01", 2010, datetime.datetime(2024, 3, 1), "geld zat"), ("P01", 2010, "3-4", "tuin"))
    assert [code for _, code, _ in placed(done)] == ["2024-03-01", "3-4"]
    assert "codes that are a day, as a spreadsheet makes of 3-1: 1, the first on line 2: 2024-03-01" in done.say("en")


@pytest.mark.slow
def test_several_columns_of_codes_are_all_read(study: Path) -> None:
    for headings in (("code 1", "code 2"), ("code", "code"), ("Code1", "Code2")):
        done = take(study, ("persoon", "ronde", *headings, "citaat"), ("P01", 2010, "geld", "tuin", "geld zat"))
        assert [code for _, code, _ in placed(done)] == ["geld", "tuin"]
        assert not done.lost


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    ("said", "person"),
    [
        ("Joesoef", "Yusuf"),
        ("Jusuf", "Yusuf"),
        ("Mueller", "Müller"),
        ("MULLER", "Müller"),
        ("P1", "P01"),
        ("p 2", "P02"),
    ],
)
def test_a_person_that_is_spelled_otherwise_is_found_and_that_is_told(study: Path, said: str, person: str) -> None:
    quotes = {"Yusuf": "De taal was moeilijk", "Müller": "Wir hatten nie Geld", "P01": "mooie tuin", "P02": "samen"}
    done = take(study, HEADINGS, (said, 2010, "a", quotes[person]))
    assert placed(done) == [(f"{person}_2010", "a", quotes[person])]
    assert f"{said} was taken for {person} (the same name in another spelling)" in done.say("en")
    done = take(study, ("document", "code", "citaat"), (f"{said.replace(' ', '')} 2010.docx", "a", quotes[person]))
    assert placed(done) == [(f"{person}_2010", "a", quotes[person])]


def test_a_spelling_that_can_be_two_persons_is_nobody(study: Path) -> None:
    for wave in ("2010", "2020"):
        (study / f"Moller_{wave}.txt").write_text("I: Hoe?\nR: Ja, hoor.\n", encoding="utf-8")
        (study / f"Möller_{wave}.txt").write_text("I: Hoe?\nR: Ja, hoor.\n", encoding="utf-8")
    done = take(study, HEADINGS, ("Moeller", 2010, "a", "Ja, hoor"), ("Möller", 2010, "a", "Ja, hoor"))
    assert done.listed["why"].tolist() == ["no_interview"]
    assert placed(done) == [("Möller_2010", "a", "Ja, hoor")]


def test_in_a_shared_interview_a_name_in_another_spelling_is_that_person(study: Path) -> None:
    (study / "duo.txt").write_text("I: Hoe?\nAïcha: Goed.\nYoussef: Ook goed.\n", encoding="utf-8")
    (study / "interviews.csv").write_text(
        "file,person,wave,speaker\nduo.txt,Aïcha,2010,Aïcha\nduo.txt,Youssef,2010,Youssef\n", encoding="utf-8"
    )
    done = take(study, HEADINGS, ("Aicha", 2010, "a", "Goed"))
    assert done.codings["person"].tolist() == ["Aïcha"]


@pytest.mark.sweep(1)
@pytest.mark.parametrize("label", ["R: ", "P02: ", "[P02] ", "(R) ", "R:\n"])
def test_the_name_of_who_says_it_before_a_quote_does_not_keep_it_from_its_place(study: Path, label: str) -> None:
    done = take(study, HEADINGS, ("P02", 2010, "samen", f"{label}Wij deden het samen."))
    assert placed(done) == [("P02_2010", "samen", "Wij deden het samen.")]


def test_words_before_a_colon_that_name_nobody_belong_to_the_quote(study: Path) -> None:
    done = take(study, HEADINGS, ("P02", 2010, "samen", "let op: Wij deden het samen."))
    assert done.listed["why"].tolist() == ["not_found"]


def test_a_quote_of_a_person_with_two_interviews_in_a_wave_is_looked_for_in_both(study: Path) -> None:
    (study / "P09_2010_a.txt").write_text("I: Hoe?\nR: Eerst was er geld.\n", encoding="utf-8")
    (study / "P09_2010_b.txt").write_text("I: Hoe?\nR: Later was er niets.\n", encoding="utf-8")
    rows = (("P09", 2010, "x", "er geld"), ("P09", 2010, "x", "er niets"), ("P09", 2010, "x", "was er"))
    done = take(study, HEADINGS, *rows)
    assert done.codings["quote"].tolist() == ["er geld", "er niets"]
    assert done.codings["interview"].nunique() == 2
    assert done.listed["why"].unique().tolist() == ["found_twice"]


def test_the_path_that_nvivo_writes_before_a_code_is_its_hierarchy(study: Path) -> None:
    headings = ("File Name", "In Folder", "Hierarchical Name", "Coded Text", "Coded By Initials")
    row = ("P01 2010", "Files", "Codes\\\\Werk\\\\Stress", "stress op het werk", "AB")
    done = take(study, headings, row, coder="AB=anna")
    assert placed(done) == [("P01_2010", "stress", "stress op het werk")]
    assert done.new_codes == ("werk", "stress")


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    "cell",
    [
        "geld zat\nToen kwam de stress",  # each line is a quote
        "- geld zat\n- Toen kwam\n  de stress",
        "1. Ik had geld zat\n2) Toen kwam de stress",
        "“geld zat” / “Toen kwam de stress”",
        '"geld zat" en "Toen kwam de stress".',
        "geld zat\n\nToen kwam\nde stress",
    ],
)
def test_several_quotes_in_a_cell_each_get_their_place(study: Path, cell: str) -> None:
    done = take(study, HEADINGS, ("P01", 2010, "werk", cell))
    assert [text.partition("geld")[1] or text for *_, text in placed(done)] == ["geld", "Toen kwam de stress"]
    assert len(done.listed) == 0
    assert "Note: several quotes in one cell, each looked for on its own: 1 row" in done.say("en")


def test_of_several_quotes_in_a_cell_the_one_that_is_not_there_is_listed(study: Path) -> None:
    done = take(study, (*HEADINGS, "memo"), ("P01", 2010, "werk", "- geld zat\n- dit zei niemand ooit", "let op"))
    assert placed(done) == [("P01_2010", "werk", "geld zat")]
    assert done.listed[["where", "quote", "why"]].values.tolist() == [
        ["list.xlsx:2 (2)", "dit zei niemand ooit", "not_found"]
    ]
    assert list(read_codings(study, coder="anna").memo_of.values()) == ["let op"]


@pytest.mark.sweep(2)
@pytest.mark.parametrize("cell", ["geld zat en\neen mooie tuin", "geld zat\nen dit zei niemand ooit", "“geld” zat"])
def test_the_lines_of_one_quote_are_not_coded_apart(study: Path, cell: str) -> None:
    done = take(study, HEADINGS, ("P01", 2010, "werk", cell))
    assert len(done.codings) + len(done.listed) == 1


# --- what follows an import ------------------------------------------------------------------------------------------


def run(*words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--language", "en"])


def test_the_overview_names_the_codebook_that_an_import_offers(study: Path) -> None:
    (study / "own.yaml").write_text("codebook: D\nversion: 1.0.0\nlanguage: nl\ncodes: [{id: a}]\n", encoding="utf-8")
    (study / "study.yaml").write_text("codebook: own.yaml\nlanguage: en\n", encoding="utf-8")
    take(study, HEADINGS, ("P01", 2010, "geld", "geld zat"))
    told = run("codings", str(study)).output
    assert (
        "the codebook has no code geld (1 coding, 0 decisions), but codebook_list.yaml has it: name it in study.yaml"
        in told
    )
    assert run("codings", str(study), "--codebook", str(study / "codebook_list.yaml")).exit_code == 0


def test_the_methods_name_a_list_that_was_mended_by_hand(study: Path) -> None:
    table, mended = study.parent / "list.csv", study.parent / "mended.csv"
    table.write_text("person,wave,code,quote\nP01,2010,a,mooie tuin\nP01,2010,a,stres op mijn werk\n", encoding="utf-8")
    assert run("import", str(table), str(study), "--coder", "anna", "-o", str(mended)).exit_code == 1
    mended.write_text(mended.read_text("utf-8").replace("stres op mijn", "stress op het"), encoding="utf-8")
    assert run("import", str(mended), str(study), "--coder", "anna").exit_code == 0
    history = read_codings(study, coder="anna")
    told = "; ".join(say_origins(history.state.imports, Wording("en")))
    assert "a list of quotations (" in told
    assert "a list of the passages without a place, mended by hand (" in told
    assert "1 of 1 passage placed)" in told.rpartition("mended by hand")[2]


def test_a_list_that_goes_out_carries_definitions_and_says_what_it_does_not(study: Path) -> None:
    (study / "codebook.yaml").write_text(
        "codebook: D\nversion: 1.0.0\nlanguage: nl\ncodes:\n"
        "  - {id: geld, label: Geldzorgen, definition: Zorgen om geld., include: schuld}\n"
        "  - {id: ooit, definition: Komt niet voor.}\n",
        encoding="utf-8",
    )
    (study / "study.yaml").write_text("codebook: codebook.yaml\nlanguage: en\n", encoding="utf-8")
    take(study, HEADINGS, ("P01", 2010, "geld", "geld zat"))
    out = study.parent / "out.csv"
    told = run("export", str(study), "--csv", str(out)).output
    assert "codes without codings, and none below them: 1" in told
    assert "definitions of codes without codings of their own: 1" in told
    assert "labels of codes: 1" in told
    other = study.parent / "other"
    other.mkdir()
    (other / "P01_2010.txt").write_bytes((study / "P01_2010.txt").read_bytes())
    import_codings(out, other)
    code = read_codebook(other / "codebook.yaml").code("geld")
    assert (code.definition, code.include) == ("Zorgen om geld.", "schuld")
