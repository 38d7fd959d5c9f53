"""The sheet of names: what people decide in it is read back, wherever it stands, and never lost."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner

from bp_qual import StudyError, read_study
from bp_qual.cli import main
from bp_qual.pseudonyms.decided_names import DecidedName
from bp_qual.pseudonyms.key_file import NameKey, read_key, write_key
from bp_qual.pseudonyms.name_rows import NameRow, rows_of
from bp_qual.pseudonyms.name_sheet import name_sheet_bytes, read_name_book, read_name_sheet
from bp_qual.pseudonyms.new_study import apply_pseudonyms
from bp_qual.pseudonyms.proposing import propose_names
from bp_qual.pseudonyms.searching_names import find_leftover_names
from test_names_grouped import write_study


def edit(path: Path, change) -> None:
    book = openpyxl.load_workbook(path)
    change(book.worksheets[0])
    book.save(path)


def find_row(sheet, spelling: str) -> int:
    column = next(cell.column for cell in sheet[1] if cell.value in ("spelling", "schrijfwijze"))
    return next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, column).value == spelling)


def find_column(sheet, heading: str) -> int:
    return next(cell.column for cell in sheet[1] if cell.value == heading)


def propose(study: Path, sheet: Path) -> str:
    result = CliRunner().invoke(main, ["pseudonyms", "propose", str(study), "-o", str(sheet)])
    assert result.exit_code == 0, result.output
    return result.output


def test_the_sheet_has_likely_names_first_with_counts_by_wave_and_context(tmp_path: Path) -> None:
    sheet = tmp_path / "names.xlsx"
    propose(write_study(tmp_path / "study"), sheet)
    table = openpyxl.load_workbook(sheet).worksheets[0]
    row = find_row(table, "Annie")
    assert table.cell(row, find_column(table, "vervanging")).value == "P05"
    assert table.cell(row, find_column(table, "aantal")).value == 5
    assert table.cell(row, find_column(table, "aantal 2010")).value == 2
    assert table.cell(row, find_column(table, "vervangen?")).value == "ja"
    blocks = [table.cell(n, find_column(table, "blok")).value for n in range(2, table.max_row + 1)]
    assert blocks == sorted(blocks, key=["waarschijnlijk", "misschien"].index)


def test_a_sheet_is_written_through_no_link_that_leads_nowhere_yet(tmp_path: Path) -> None:
    study = write_study(tmp_path / "study")
    (sheet := tmp_path / "names.xlsx").symlink_to(tmp_path / "elsewhere.xlsx")
    result = CliRunner().invoke(main, ["pseudonyms", "propose", str(study), "-o", str(sheet)])
    assert (result.exit_code, "--overwrite" in result.output) == (1, True)
    assert sheet.is_symlink()


def test_what_was_decided_is_kept_by_the_next_proposal_and_the_earlier_sheet_beside_it(tmp_path: Path) -> None:
    study, path = write_study(tmp_path / "study"), tmp_path / "names.xlsx"
    propose(study, path)

    def decide(table) -> None:
        row = find_row(table, "Zwolle")
        table.cell(row, find_column(table, "vervanging")).value = "[stad in het oosten]"
        table.cell(row, find_column(table, "vervangen?")).value = "nee"
        table.cell(row, find_column(table, "opmerking")).value = "vraag het Ans"
        table.append(["ja", "Het Hoekje", "[café]", "organisatie"])

    edit(path, decide)
    edited = path.read_bytes()
    propose(study, path)
    rows = {row.spelling: row for row in read_name_sheet(path.read_bytes(), where="names.xlsx")}
    assert rows["Zwolle"].replacement == "[stad in het oosten]"
    assert not rows["Zwolle"].is_replaced
    assert rows["Zwolle"].remark == "vraag het Ans"
    assert rows["Het Hoekje"].is_replaced
    assert (tmp_path / "names.earlier.xlsx").read_bytes() == edited


def test_columns_may_be_moved_rows_sorted_and_the_language_be_another() -> None:
    rows = [NameRow("Jan", "P01", True, only_in=("P07", "P08")), NameRow("Zwolle", "[place 1]", kind="place")]
    book = openpyxl.load_workbook(io.BytesIO(name_sheet_bytes(rows, ["2010"], language="en")))
    sheet = book.worksheets[0]
    sheet.insert_cols(1)
    sheet.insert_rows(1)
    buffer = io.BytesIO()
    book.save(buffer)
    first, second = read_name_sheet(buffer.getvalue(), where="names.xlsx")
    assert (first.spelling, first.replacement, first.is_replaced, first.only_in) == ("Jan", "P01", True, ("P07", "P08"))
    assert (second.kind, second.is_replaced) == ("place", False)


def test_every_cell_that_cannot_be_understood_is_told_at_once() -> None:
    rows = [NameRow("Jan", "P01", True), NameRow("Piet", "P02", True)]
    book = openpyxl.load_workbook(io.BytesIO(name_sheet_bytes(rows, [], language="nl")))
    sheet = book.worksheets[0]
    sheet.cell(2, find_column(sheet, "vervangen?")).value = "misschien"
    sheet.cell(3, find_column(sheet, "soort")).value = "persoom"
    buffer = io.BytesIO()
    book.save(buffer)
    with pytest.raises(StudyError) as raised:
        read_name_sheet(buffer.getvalue(), where="names.xlsx")
    assert [problem.where for problem in raised.value.problems] == ["names.xlsx:2", "names.xlsx:3"]
    assert "persoon" in raised.value.say("nl")


def test_a_file_that_is_no_sheet_of_names_is_refused() -> None:
    with pytest.raises(StudyError, match=r"is no sheet of names"):
        read_name_sheet(b"PK", where="names.xlsx")


def test_a_new_name_gets_a_number_that_no_earlier_decision_has(tmp_path: Path) -> None:
    proposals = propose_names(write_study(tmp_path))
    earlier = [NameRow("Iemand", "[naam 1]", True)]
    made = {row.spelling: row.replacement for row in rows_of(proposals, earlier)}
    assert made["Jan van den Berg"] == made["Jan"] != "[naam 1]"
    assert made["Iemand"] == "[naam 1]"


def test_a_new_spelling_of_somebody_decided_on_gets_the_same_replacement(tmp_path: Path) -> None:
    proposals = propose_names(write_study(tmp_path))
    made = {row.spelling: row.replacement for row in rows_of(proposals, [NameRow("Jan", "[buurman]", True)])}
    assert made["Jan van den Berg"] == made["Van den Berg"] == "[buurman]"


def test_with_a_key_only_names_that_are_not_in_it_are_proposed(tmp_path: Path) -> None:
    study, sheet, key = write_study(tmp_path / "study"), tmp_path / "new.xlsx", tmp_path / "key.csv"
    write_key(key, NameKey((DecidedName("Jan", "[naam 5]"), DecidedName("Zwolle", "[plaats 9]", "place"))))
    result = CliRunner().invoke(
        main, ["pseudonyms", "propose", str(study), "-o", str(sheet), "--key", str(key)], catch_exceptions=False
    )
    assert result.exit_code == 0, result.output
    rows = {row.spelling: row.replacement for row in read_name_sheet(sheet.read_bytes(), where="new.xlsx")}
    assert "Jan" not in rows
    assert "Zwolle" not in rows
    assert rows["Jan van den Berg"] == "[naam 5]"


def test_a_name_that_was_to_stay_is_not_proposed_again_with_the_key(tmp_path: Path) -> None:
    """The key keeps every no of the sheet; a later yes takes its place."""
    study, sheet, key = write_study(tmp_path / "study"), tmp_path / "new.xlsx", tmp_path / "key.csv"
    first = [NameRow("Jan", "[naam 5]", True), NameRow("Zwolle", "[plaats 9]", kind="place"), NameRow("Wil")]
    (tmp_path / "names.xlsx").write_bytes(name_sheet_bytes(first, ["2010"], language="nl"))
    apply_pseudonyms(study, tmp_path / "names.xlsx", tmp_path / "one", key=key)
    run = ["pseudonyms", "propose", str(study), "-o", str(sheet), "--key", str(key)]
    result = CliRunner().invoke(main, run, catch_exceptions=False)
    rows = {row.spelling for row in read_name_sheet(sheet.read_bytes(), where="new.xlsx")}
    assert "Zwolle" not in rows
    assert "Jan van den Berg" in rows
    assert "Niet opnieuw voorgesteld, want eerder besloten om ze te laten staan: 1 schrijfwijze." in result.output
    sheet.write_bytes(name_sheet_bytes([replace(first[1], is_replaced=True)], ["2010"], language="nl"))
    apply_pseudonyms(study, sheet, tmp_path / "two", key=key)
    known = read_key(key)
    assert {name.spelling for name in known.names} == {"Jan", "Zwolle"}
    assert [(name.spelling, name.pseudonym) for name in known.left] == [("Wil", "")]


def test_a_no_against_the_key_is_told(tmp_path: Path) -> None:
    study, key = write_study(tmp_path / "study"), tmp_path / "key.csv"
    for answer, output in ((True, "one"), (False, "two")):
        row = NameRow("Zwolle", "[plaats 9]", answer, kind="place")
        (tmp_path / "names.xlsx").write_bytes(name_sheet_bytes([row], ["2010"], language="nl"))
        done = apply_pseudonyms(study, tmp_path / "names.xlsx", tmp_path / output, key=key)
    assert "Vervangen zoals de sleutel zegt, hoewel het blad nee zegt: Zwolle." in done.say("nl")
    assert read_key(key).left == ()


@pytest.mark.slow
@pytest.mark.parametrize("source", ["sheet", "key"])
def test_a_name_in_an_interview_that_its_rows_do_not_mean_is_told_and_proposed(source: str, tmp_path: Path) -> None:
    """Two rows tell Jan apart in two interviews; a third is of later, and nothing says who Jan is there."""
    study, sheet, key = write_study(tmp_path / "study"), tmp_path / "names.xlsx", tmp_path / "key.csv"
    ids = [interview.id for interview in read_study(study).interviews]
    (study / "transcripts" / "P09_2030.txt").write_text("I: En?\nR: Dat was Jan. Ook Jans broer.\n", encoding="utf-8")
    with (study / "interviews.csv").open("a", encoding="utf-8") as file:
        file.write("P09_2030.txt,P09,2020,\n")
    rows = [NameRow("Jan", "[naam 8]", True, only_in=tuple(ids)), NameRow("Wubbo", "[naam 1]", True)]
    sheet.write_bytes(name_sheet_bytes(rows, [], language="nl"))
    done = apply_pseudonyms(study, sheet, tmp_path / "one", key=key)
    new = next(i.id for i in read_study(study).interviews if i.file.name == "P09_2030.txt")
    assert f"Niet vervangen: 'Jan' staat in {new} (2×), en geen 'alleen in' van die rijen noemt dat." in done.say("nl")
    target = sheet if source == "sheet" else tmp_path / "new.xlsx"
    run = ["pseudonyms", "propose", str(study), "-o", str(target), *(["--key", str(key)] if source == "key" else [])]
    result = CliRunner().invoke(main, run, catch_exceptions=False)
    proposed = read_name_sheet(target.read_bytes(), where="new.xlsx")
    (more,) = [row for row in proposed if row.spelling == "Jan" and row.only_in != tuple(ids)]
    assert (more.only_in, more.is_replaced) == ((new,), True)
    assert more.replacement not in {"[naam 8]", "[naam 1]"}
    assert f"'Jan' staat in {new}, en geen 'alleen in' van die rijen noemt dat" in result.output
    target.write_bytes(name_sheet_bytes(proposed, [], language="nl"))
    assert "geen 'alleen in'" not in apply_pseudonyms(study, target, tmp_path / "two", key=key).say("nl")


def test_a_name_in_an_interview_where_it_was_to_stay_is_not_told(tmp_path: Path) -> None:
    study, sheet = write_study(tmp_path / "study"), tmp_path / "names.xlsx"
    rows = [NameRow("Jan", "[naam 8]", True, only_in=("2010",)), NameRow("Jan", only_in=("2020",))]
    sheet.write_bytes(name_sheet_bytes(rows, [], language="nl"))
    assert "geen 'alleen in'" not in apply_pseudonyms(study, sheet, tmp_path / "one", key=tmp_path / "key.csv").say(
        "nl"
    )


@pytest.mark.parametrize("only_in", [("2020",), ("annie_na.txt",), ()])
def test_a_name_that_was_to_stay_in_an_interview_is_no_fault_there(only_in: tuple[str, ...], tmp_path: Path) -> None:
    study, sheet, key = write_study(tmp_path / "study"), tmp_path / "names.xlsx", tmp_path / "key.csv"
    rows = [NameRow("Jan", "[naam 8]", True, only_in=("2010",)), NameRow("Jan", only_in=only_in)]
    sheet.write_bytes(name_sheet_bytes([*rows, NameRow("Annie", "P05", True)], [], language="nl"))
    apply_pseudonyms(study, sheet, tmp_path / "one", key=key)
    checked = CliRunner().invoke(main, ["pseudonyms", "check", str(tmp_path / "one"), "--key", str(key)])
    assert checked.exit_code == 0, checked.output
    assert "P05_na.txt: 'Jan' staat er (1×), en blijft staan, zoals besloten." in checked.output
    left = tmp_path / "one" / "transcripts" / "P05_voor.txt"
    left.write_text(f"{left.read_text('utf-8')}Annie: Jan.\n", encoding="utf-8")
    checked = CliRunner().invoke(main, ["pseudonyms", "check", str(tmp_path / "one"), "--key", str(key)])
    assert checked.exit_code == 1
    assert "P05_voor.txt: 'Jan' staat er nog (1×)." in checked.output


def test_a_name_in_an_interview_that_nobody_decided_on_is_a_fault(tmp_path: Path) -> None:
    study, sheet, key = write_study(tmp_path / "study"), tmp_path / "names.xlsx", tmp_path / "key.csv"
    rows = [NameRow("Jan", "[naam 8]", True, only_in=("2010",))]
    sheet.write_bytes(name_sheet_bytes(rows, [], language="nl"))
    apply_pseudonyms(study, sheet, tmp_path / "one", key=key)
    checked = CliRunner().invoke(main, ["pseudonyms", "check", str(tmp_path / "one"), "--key", str(key)])
    assert checked.exit_code == 1


def test_a_name_that_stands_in_a_comment_or_an_attribute_only_is_proposed_too(tmp_path: Path) -> None:
    study = write_study(tmp_path / "study")
    (study / "persons.csv").write_text("person,born in\nP05,Drachten\n", encoding="utf-8")
    document = docx.Document()
    document.add_paragraph("I: Wie?")
    paragraph = document.add_paragraph("R: Niemand.")
    document.add_comment(paragraph.runs[0], text="dit is Wubbo Zeinstra", author="Tjitske")
    document.save(study / "transcripts" / "extra.docx")
    with (study / "interviews.csv").open("a", encoding="utf-8") as file:
        file.write("extra.docx,P06,2010,\n")
    rows = propose_names(study).table().set_index("spelling")
    assert {"Drachten", "Wubbo Zeinstra", "Tjitske"} <= set(rows.index)
    assert rows.loc["Drachten", "count_2010"] == 0


def changed(rows, change) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(name_sheet_bytes(rows, ["2010"], language="nl")))
    change(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("heading", ["VERVANGEN", "Vervangen ?", "vervangen", "Replace"])
def test_a_heading_is_known_whatever_its_capitals_and_question_mark(heading: str) -> None:
    data = changed([NameRow("Jan", "P01", True)], lambda book: book.worksheets[0].__setitem__("A1", heading))
    assert [row.is_replaced for row in read_name_sheet(data, where="names.xlsx")] == [True]


def test_a_sheet_without_the_column_of_answers_is_refused_and_not_taken_for_no(tmp_path: Path) -> None:
    data = changed([NameRow("Jan", "P01", True)], lambda book: book.worksheets[0].__setitem__("A1", "wat nu"))
    with pytest.raises(StudyError, match=r"has no column 'replace\?'"):
        read_name_sheet(data, where="names.xlsx")


def test_rows_on_another_worksheet_with_the_headings_are_read() -> None:
    def move(book) -> None:
        sheet, other = book.worksheets[0], book.create_sheet("deel 2")
        for row in (1, 3):
            other.append([cell.value for cell in sheet[row]])
        sheet.delete_rows(3)

    data = changed([NameRow("Jan", "P01", True), NameRow("Piet", "P02", True)], move)
    assert [row.spelling for row in read_name_sheet(data, where="names.xlsx")] == ["Jan", "Piet"]


@pytest.mark.slow
def test_texts_beside_the_rows_are_told_and_carried_into_the_next_sheet(tmp_path: Path) -> None:
    study, path = write_study(tmp_path / "study"), tmp_path / "names.xlsx"
    propose(study, path)
    assert read_name_book(path.read_bytes(), where="names.xlsx").typed == ()
    book = openpyxl.load_workbook(path)
    table = book.worksheets[0]
    context = find_column(table, "context")
    table.cell(2, context).value = "eigen zin bij de context"
    table.cell(2, find_column(table, "blok")).comment = openpyxl.comments.Comment("opmerking bij cel", "wie")
    table["Z4"] = "ernaast"
    table["A300"] = "eronder"
    book["Uitleg"]["C3"] = "bij de uitleg"
    book.create_sheet("mijn blad")["A1"] = "ander blad"
    book.save(path)
    typed = {"eigen zin bij de context", "opmerking bij cel", "ernaast", "eronder", "bij de uitleg", "ander blad"}
    told = propose(study, path)
    assert "6: " in told
    assert "Ernaast getypt" in told
    for _ in range(2):  # what was carried is carried on
        assert {text for _, text in read_name_book(path.read_bytes(), where="names.xlsx").typed} == typed
        propose(study, path)


def test_texts_on_the_sheet_of_what_was_typed_are_carried_on_wherever_they_stand(tmp_path: Path) -> None:
    study, path = write_study(tmp_path / "study"), tmp_path / "names.xlsx"
    propose(study, path)
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["Z4"] = "ernaast"
    book.save(path)
    propose(study, path)
    book = openpyxl.load_workbook(path)
    sheet, table = book["Ernaast getypt"], book.worksheets[0]
    sheet["C2"], sheet["A7"], sheet["B8"] = "achter wat gedragen is", "alleen vooraan", "zonder plek"
    sheet["B2"].comment = openpyxl.comments.Comment("opmerking bij wat gedragen is", "wie")
    sheet["D1"] = "eigen kop"
    table.cell(2, find_column(table, "blok")).value = "eigen woord als blok"
    book.save(path)
    typed = {"ernaast", "achter wat gedragen is", "alleen vooraan", "zonder plek", "opmerking bij wat gedragen is"}
    typed |= {"eigen kop", "eigen woord als blok"}
    for _ in range(2):
        assert {text for _, text in read_name_book(path.read_bytes(), where="names.xlsx").typed} == typed
        propose(study, path)


def test_a_row_below_no_headings_is_told_when_names_are_replaced(tmp_path: Path) -> None:
    data = changed(
        [NameRow("Jan", "P01", True)], lambda book: book.create_sheet("rest").append(["ja", "Zwolle", "[plaats 1]"])
    )
    study, sheet = write_study(tmp_path / "study"), tmp_path / "names.xlsx"
    sheet.write_bytes(data)
    done = apply_pseudonyms(study, sheet, tmp_path / "new", key=tmp_path / "key.csv")
    assert "rest!B1" in done.say("en")


@pytest.mark.slow
@pytest.mark.parametrize("source", ["sheet", "key"])
def test_a_possessive_of_two_people_told_apart_is_theirs_with_the_same_key(source: str, tmp_path: Path) -> None:
    """The first sheet had no row for the possessive: what the key replaces is not proposed as somebody else."""
    study, key, sheet, target = (tmp_path / name for name in ("study", "key.csv", "names.xlsx", "new.xlsx"))
    study.mkdir()
    (study / "P01_2010.txt").write_text("I: Hoe?\nR: Toen kwam Sjoerd, en Sjoerds fiets. En sjoerd ook.\n", "utf-8")
    (study / "P02_2010.txt").write_text("I: Hoe?\nR: Dat is Sjoerd, mijn baas, en Sjoerd's zoon niet.\n", "utf-8")
    rows = [
        NameRow("Sjoerd", "[naam 1]", True, only_in=("P01",)),
        NameRow("Sjoerd", "[naam 2]", True, only_in=("P02",)),
        NameRow("Sjoerd", "[naam 3]", only_in=("P03",)),
    ]
    sheet.write_bytes(name_sheet_bytes(rows, [], language="nl"))
    apply_pseudonyms(study, sheet, tmp_path / "one", key=key)
    (study / "P03_2020.txt").write_text("I: Hoe?\nR: Sjoerd bleef, en Sjoerds fiets.\n", "utf-8")
    (study / "P04_2020.txt").write_text("I: Hoe?\nR: Sjoerds fiets weer.\n", "utf-8")
    target.write_bytes(sheet.read_bytes())
    if source == "key":
        target.unlink()
    run = ["pseudonyms", "propose", str(study), "-o", str(target), *(["--key", str(key)] if source == "key" else [])]
    result = CliRunner().invoke(main, run, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    proposed = read_name_sheet(target.read_bytes(), where="new.xlsx")
    (more,) = [row for row in proposed if row.only_in == ("P04_2020",)]
    assert (more.spelling, more.is_replaced) == ("Sjoerd", True)
    assert more.replacement not in {"[naam 1]", "[naam 2]"}
    if source == "key":
        assert {row.spelling for row in proposed} == {"Sjoerd", "sjoerd"}
    apply_pseudonyms(study, target, tmp_path / "two", key=key)
    made = {name: (tmp_path / "two" / name).read_text("utf-8").split("R: ")[1].strip() for name in NEW_TALKS}
    assert made == NEW_TALKS | {"P04_2020.txt": f"{more.replacement}'s fiets weer."}


NEW_TALKS = {
    "P01_2010.txt": "Toen kwam [naam 1], en [naam 1]'s fiets. En [naam 1] ook.",
    "P02_2010.txt": "Dat is [naam 2], mijn baas, en [naam 2]'s zoon niet.",
    "P03_2020.txt": "Sjoerd bleef, en Sjoerds fiets.",
    "P04_2020.txt": "",
}


@pytest.mark.parametrize("answer", [True, False])
def test_forms_that_the_key_covers_are_not_proposed_again(answer: bool, tmp_path: Path) -> None:
    """'Kims' is in no list, and Kim stands beside it."""
    study, key, target = tmp_path / "study", tmp_path / "key.csv", tmp_path / "new.xlsx"
    study.mkdir()
    talk = "I: Hoe?\nR: Het was Kim, en Kims fiets. Toen kwam Berts broer. Ik zag Truus' zus, KIM, Bert en Truus.\n"
    (study / "P01_2010.txt").write_text(talk, "utf-8")
    names = [DecidedName(name, f"[naam {n}]" if answer else "") for n, name in enumerate(("Kim", "Bert", "Truus"))]
    write_key(key, NameKey(tuple(names)) if answer else NameKey((), left=tuple(names)))
    run = ["pseudonyms", "propose", str(study), "-o", str(target), "--key", str(key)]
    CliRunner().invoke(main, run, catch_exceptions=False)
    assert read_name_sheet(target.read_bytes(), where="new.xlsx") == ()


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    ("talk", "names"),
    [
        ("R: Toen kwam Hans. Hans hielp mij.", ["Hans"]),
        ("R: Daar woont Peters. Peters kwam vaak langs.", ["Peters"]),
        ("R: Ik zag Ans, en Ans lachte. Han zag ik niet.", ["Ans"]),
        ("R: Han kwam, en Hans kwam ook. Ik zag Hans, en Han.", ["Hans"]),
        ("R: Dat was Wubbos fiets. Wubbos zei niets.", ["Wubbos"]),
        ("R: Het was Jan, en Jans kwam ook.", ["Jans"]),
        ("Wubbos: Ja. Wubbo kwam ook, en ik zag Wubbo.", ["Wubbos"]),
    ],
)
def test_a_name_that_is_another_with_an_s_has_a_row_of_its_own_with_a_key_of_that_other(
    talk: str, names: list[str], tmp_path: Path
) -> None:
    """A surname, a first name, a participant's label: none of them is the other in the possessive."""
    study, key, target = tmp_path / "study", tmp_path / "key.csv", tmp_path / "new.xlsx"
    study.mkdir()
    (study / "P09_2020.txt").write_text(f"I: Hoe was het?\n{talk}\nI: En toen?\n{talk}\n", "utf-8")
    decided = [DecidedName(name, f"[naam {n}]") for n, name in enumerate(("Jan", "Han", "Peter", "An", "Wubbo"))]
    write_key(key, NameKey(tuple(decided)))
    run = ["pseudonyms", "propose", str(study), "-o", str(target), "--key", str(key)]
    result = CliRunner().invoke(main, run, catch_exceptions=False)
    proposed = read_name_sheet(target.read_bytes(), where="new.xlsx")
    assert [row.spelling for row in proposed] == names
    assert proposed[0].replacement not in {name.pseudonym for name in decided}
    assert f"'{names[0]}' kan '{names[0][:-1]}' zijn met een s van bezit" in result.output
    apply_pseudonyms(study, target, tmp_path / "new", key=key)
    made = "".join(file.read_text("utf-8") for file in (tmp_path / "new").glob("*.txt"))
    assert proposed[0].replacement in made
    assert "'s" not in made.replace(f"{proposed[0].replacement}'s", "")


@pytest.mark.sweep(3)
@pytest.mark.parametrize("known", ["left", "person", ""])
@pytest.mark.parametrize("other", ["Hans", "Wubbos"])
def test_apply_leaves_a_name_that_is_another_with_an_s_where_it_was_left_or_is_a_persons(
    other: str, known: str, tmp_path: Path
) -> None:
    """Where nothing tells of another it is replaced, so that no name stays."""
    study = tmp_path / "study"
    study.mkdir()
    talk = f"I: Hoe was het?\nR: Toen kwam {other}. {other} hielp mij, {other[:-1]} niet, en Kims fiets was weg.\n"
    (study / "P09_2020.txt").write_text(talk, "utf-8")
    if known == "person":
        (study / "persons.csv").write_text(f"person,name\nP09,{other}\n", "utf-8")
    rows = [NameRow(other[:-1], "[naam 1]", True), NameRow("Kim", "[naam 2]", True)]
    rows += [NameRow(other)] if known == "left" else []
    (tmp_path / "names.xlsx").write_bytes(name_sheet_bytes(rows, [], language="nl"))
    apply_pseudonyms(study, tmp_path / "names.xlsx", tmp_path / "new", key=tmp_path / "key.csv")
    made = (tmp_path / "new" / "P09_2020.txt").read_text("utf-8")
    wanted = talk.replace(other, "*").replace(other[:-1], "[naam 1]").replace("Kims", "[naam 2]'s")
    assert made == wanted.replace("*", other if known else "[naam 1]'s")
    found = {one.spelling for one in find_leftover_names(tmp_path / "new", key=tmp_path / "key.csv").found}
    assert found == ({other} if known == "person" else set())


@pytest.mark.parametrize(
    ("language", "one", "other", "are_two"),
    [("nl", "Han", "Hans", True), ("nl", "Peter", "Peters", False), ("en", "Robert", "Roberts", True)],
)
def test_a_name_and_another_with_an_s_are_two_groups_but_for_a_dutch_surname_without_a_key(
    language: str, one: str, other: str, are_two: bool, tmp_path: Path
) -> None:
    """In Dutch `Peters fiets` is Peter's."""
    talk = f"I: En toen?\nR: {one} kwam, en {other} kwam ook. Ik zag {other}, en {one}, en Kim en Kims fiets.\n"
    if language == "en":
        talk = f"I: And then?\nR: {one} came, and {other} came too. I saw {other}, and {one}, and Kim and Kims bike.\n"
    (tmp_path / "P09_2020.txt").write_text(talk, "utf-8")
    groups = {frozenset(group.spellings): group.replacement for group in propose_names(tmp_path).groups}
    persons = {frozenset({one}), frozenset({other})} if are_two else {frozenset({one, other})}
    assert {*persons, frozenset({"Kim", "Kims"})} == groups.keys()
    assert len(set(groups.values())) == len(groups)


def test_a_formula_that_nobody_worked_out_is_refused_in_place_of_a_name_or_a_pseudonym(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(name_sheet_bytes([NameRow("Jan", "P01", True)], [], language="en")))
    sheet = book.worksheets[0]
    column = next(cell.column for cell in sheet[1] if cell.value == "replacement")
    sheet.cell(2, column).value = '="P"&"01"'
    buffer = io.BytesIO()
    book.save(buffer)
    with pytest.raises(StudyError, match=r"names.xlsx:2  has a formula, '=\"P\"&\"01\"', and not what it makes"):
        read_name_book(buffer.getvalue(), where="names.xlsx")
