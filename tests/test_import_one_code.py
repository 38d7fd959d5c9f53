"""What NVivo exports is one code a file: its name is said, or is that of the file, and every quote has that code."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner

from bp_qual import import_codings
from bp_qual.cli import main
from bp_qual.errors import BpQualError
from bp_qual.study.import_report import CodingImport
from refi_builders import Mark, make_qdpx

TALK = {
    "P01_2010": "I: Hoe gaat het?\nR: Wij doen dat samen. Het werk is zwaar geworden.\n",
    "P01_2020": "I: Hoe gaat het?\nR: Ieder voor zich, zo is dat.\n",
}
TABLE = "Document,Fundstellen,Text\nP01_2010,1,Wij doen dat samen\nP01_2020,1,Ieder voor zich\n"
NODE = (
    "Name: samen\n\n<Files\\\\Ronde 1\\P01 2010> - § 2 references coded  [4.06% Coverage]\n\n"
    "Reference 1 - 1.88% Coverage\n\nWij doen dat samen.\n\nReferences 2-3 - 1,00% Coverage\n\nHet werk is zwaar\n\n"
    "<Internals\\P01_2020> - § 1 Referenz kodiert [2 % Abdeckung]\n\nReferenz 1 - 2 % Abdeckung\n\nIeder voor zich\n"
)
OF_NODE = [["P01_2010", "Wij doen dat samen."], ["P01_2010", "Het werk is zwaar"], ["P01_2020", "Ieder voor zich"]]


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    for name, talk in TALK.items():
        (folder / f"{name}.txt").write_text(talk, encoding="utf-8")
    (folder / "study.yaml").write_text("language: en\n", encoding="utf-8")
    return folder


def book(*sheets: tuple[str, str]) -> bytes:
    made, held = openpyxl.Workbook(), io.BytesIO()
    made.remove(made.active)  # type: ignore[arg-type]
    for name, table in sheets:
        sheet = made.create_sheet(name)
        for line in table.splitlines():
            sheet.append(line.split(","))
    made.save(held)
    return held.getvalue()


def word(text: str) -> bytes:
    made, held = docx.Document(), io.BytesIO()
    for line in text.split("\n"):
        made.add_paragraph(line)
    made.save(held)
    return held.getvalue()


def take(study: Path, name: str, data: bytes | str, **said: str) -> CodingImport:
    path = study.parent / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return import_codings(path, study, coder="anna", dry_run=True, **said)


def coded(done: CodingImport, *columns: str) -> list[list[str]]:
    return done.codings[["interview", *columns]].values.tolist()


@pytest.mark.parametrize("name", ["lijst.csv", "lijst.xlsx"])
def test_a_table_without_codes_is_of_the_code_that_is_said(study: Path, name: str) -> None:
    data = TABLE.encode() if name.endswith("csv") else book(("Sheet1", TABLE))
    done = take(study, name, data, code="zorg > samen")
    assert coded(done, "code") == [["P01_2010", "samen"], ["P01_2020", "samen"]]
    assert done.new_codes == ("zorg", "samen")


def test_without_codes_it_says_what_is_missing_and_how_to_give_it(study: Path) -> None:
    with pytest.raises(BpQualError, match="has quotes and no column of codes; its .* Document.* --code 'samen doen'"):
        take(study, "samen doen.csv", TABLE)
    with pytest.raises(BpQualError, match="--code NAME"):  # an interview is no code
        take(study, "P01_2010.csv", TABLE)
    with pytest.raises(BpQualError) as refused:
        take(study, "samen.csv", TABLE)
    assert "Hebben alle citaten één code" in refused.value.say("nl")


def test_a_heading_of_its_own_for_the_quotes_is_found_beside_the_code_that_is_said(study: Path) -> None:
    table = TABLE.replace("Text", "Bewijs")
    assert coded(take(study, "a.csv", table, code="samen"), "quote") == [
        ["P01_2010", "Wij doen dat samen"],
        ["P01_2020", "Ieder voor zich"],
    ]


def test_a_file_called_as_a_code_of_the_study_is_of_that_code_and_that_is_told(study: Path) -> None:
    (study / "codebook.yaml").write_text(
        "codebook: c\nversion: 1.0.0\nlanguage: nl\ncodes:\n  - id: samen\n    label: Samen doen\n", encoding="utf-8"
    )
    (study / "study.yaml").write_text("language: en\ncodebook: codebook.yaml\n", encoding="utf-8")
    for name in ("samen.csv", "Samen doen.csv"):
        done = take(study, name, TABLE)
        assert (coded(done, "code"), done.new_codes) == ([["P01_2010", "samen"], ["P01_2020", "samen"]], ())
        assert "file as code" in {note.kind for note in done.notes}


def test_a_code_is_not_said_of_a_file_that_says_its_codes(study: Path) -> None:
    listed = "person,wave,code,quote\nP01,2010,zwaar,Wij doen dat samen\n"
    for name, data in (("a.csv", listed), ("b.xlsx", book(("Sheet1", listed)))):
        with pytest.raises(BpQualError, match="says itself which codes"):
            take(study, name, data, code="samen")
    project = make_qdpx({"P01 2010": TALK["P01_2010"]}, {"P01 2010": [Mark("doen dat samen", "samen")]})
    with pytest.raises(BpQualError, match="says itself which codes"):
        take(study, "c.qdpx", project, code="samen")


def test_beside_a_sheet_with_codes_the_code_that_is_said_is_that_of_the_others(study: Path) -> None:
    listed = "person,wave,code,quote\nP01,2010,zwaar,Het werk is zwaar\n"
    done = take(study, "b.xlsx", book(("Quotes", listed), ("Sheet2", TABLE)), code="samen")
    assert sorted(done.codings["code"]) == ["samen", "samen", "zwaar"]
    (told,) = (note for note in done.notes if note.kind == "sheets with own codes")
    assert told.values["names"] == ["Quotes"]
    assert "bladen met een kolom met codes" in told.say("nl")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["samen.docx", "samen.txt"])
def test_what_nvivo_exports_of_a_code_is_read_and_the_file_is_called_after_it(study: Path, name: str) -> None:
    done = take(study, name, word(NODE) if name.endswith("docx") else NODE)
    assert coded(done, "quote") == OF_NODE
    assert (done.new_codes, len(done.listed)) == (("samen",), 0)
    assert "file as code" in {note.kind for note in done.notes}
    done = take(study, name, word(NODE) if name.endswith("docx") else NODE, code="zorg")
    assert (done.new_codes, "file as code" in {note.kind for note in done.notes}) == (("zorg",), False)


def test_a_text_that_is_no_export_is_refused(study: Path) -> None:
    with pytest.raises(BpQualError, match="is no export of a code from NVivo"):
        take(study, "samen.txt", "Reference 1 - 1% Coverage\nWij doen dat samen.\n")
    with pytest.raises(BpQualError, match="no export of a code"):  # a heading, and nothing below it
        take(study, "samen.txt", NODE[: NODE.index("Wij doen")])
    with pytest.raises(BpQualError, match="no comment beside any text"):
        take(study, "samen.docx", word("Wij doen dat samen."))


def test_a_folder_with_a_file_for_each_code_comes_in_as_a_whole(study: Path) -> None:
    nodes = study.parent / "nodes"
    nodes.mkdir()
    (nodes / "samen.txt").write_text(NODE, encoding="utf-8")
    (nodes / "zorg.docx").write_bytes(word(NODE))
    (nodes / "alleen.csv").write_text("Document;Text\nP01_2020;Ieder voor zich\n", encoding="utf-8")
    (nodes / "zwaar.xlsx").write_bytes(book(("Sheet1", "Document,Text\nP01_2010,Het werk is zwaar")))
    (nodes / "lees mij.txt").write_text("Van mij.", encoding="utf-8")
    done = import_codings(nodes, study, coder="anna", dry_run=True)
    assert sorted(done.codings["code"]) == ["alleen", *["samen"] * 3, *["zorg"] * 3, "zwaar"]
    assert [lost.values.get("names") for lost in done.lost if lost.kind == "lost files"] == [["lees mij.txt"]]
    import_codings(nodes, study, coder="anna")
    events = (study / "codings" / "anna.jsonl").read_text("utf-8")
    assert events.count('"done"') == 2  # interviews, each for all codes: where a file has no quote of it, a zero


def test_a_folder_of_one_table_asks_for_its_code(study: Path) -> None:
    nodes = study.parent / "nodes"
    nodes.mkdir()
    (nodes / "samen.csv").write_text(TABLE, encoding="utf-8")
    with pytest.raises(BpQualError, match="has quotes and no column of codes"):
        import_codings(nodes, study, coder="anna", dry_run=True)
    done = import_codings(nodes, study, coder="anna", code="samen", dry_run=True)
    assert set(done.codings["code"]) == {"samen"}


def test_the_command_takes_the_code(study: Path) -> None:
    path = study.parent / "lijst.csv"
    path.write_text(TABLE, encoding="utf-8")
    run = CliRunner().invoke(main, ["import", str(path), str(study), "--coder", "anna", "--code", "samen"])
    assert run.exit_code == 0
    assert "2 codings added for anna" in run.output
    assert "samen" in (study / "codebook.yaml").read_text("utf-8")
