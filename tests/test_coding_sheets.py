"""Sheets that people filled in: every mark is taken or told, however the sheet came back."""

from __future__ import annotations

import csv
import io
import random
import time
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from bp_qual import (
    apply_codebook,
    draw_sample,
    read_codebook,
    read_codings,
    read_corpus,
    read_study,
    write_coding,
    write_sample,
)
from bp_qual.cli import main
from bp_qual.coding.judgements import finished_passages
from bp_qual.page import open_desk
from bp_qual.page.blind import BlindDesk
from bp_qual.study.sample_files import read_codes_of_interest
from bp_qual.study.sample_units import read_sample
from bp_qual.validation.cell_words import find_pasted
from bp_qual.validation.masking import mask_times
from bp_qual.validation.sheet_marks import read_marks

BOOK = """\
codebook: Themes
version: 1.0.0
language: en
codes:
  - {id: money, label: {en: Money matters}, definition: Money., terms: [money]}
  - {id: luck, label: {en: Luck}, definition: Being lucky., terms: [lucky]}
"""
PASSAGES = {"p1": "We had \u2018no\u2019 money.", "p2": "Lucky me.", "p3": "It rained."}
CODES = {"money": ["money", "Money matters"], "luck": ["luck"]}


def grid(*rows: list[object]) -> list[list[tuple[str, str]]]:
    return [[(f"{chr(65 + c)}{r + 1}", "" if v is None else str(v)) for c, v in enumerate(row)]
            for r, row in enumerate(rows)]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    for person in ("P01", "P02", "P03"):
        for wave in ("2010", "2020"):
            talk = (
                f"I: Secret question {person}?\nR: We had money in {wave}, I was 52 years old.\nI: And?\nR: Lucky me.\n"
            )
            (folder / f"{person}_{wave}.txt").write_text(talk, "utf-8")
    (folder / "themes.yaml").write_text(BOOK, "utf-8")
    (folder / "study.yaml").write_text("language: en\ncodebook: themes.yaml\n", "utf-8")
    study, corpus, book = read_study(folder), read_corpus(folder), read_codebook(folder / "themes.yaml")
    write_sample(study, "first", draw_sample(corpus, apply_codebook(book, corpus), book, n=50))
    return folder


def run(*words: object) -> object:
    return CliRunner().invoke(main, list(map(str, words)))


def write(folder: Path, path: Path, *more: str) -> Path:
    result = run("sheet", folder, "--sample", "first", "--coder", "anna", "-o", path, *more)
    assert result.exit_code == 0, result.output
    return path


def read(folder: Path, path: Path):
    return run("sheet", folder, "--sample", "first", "--coder", "anna", "--read", path)


@pytest.mark.parametrize("mark", ["yes", "Yes.", "ja", "JA", "x", "X", "1", "1.0", "TRUE", "waar", "\u2713", " x "])
def test_whatever_people_type_for_yes_is_a_yes(mark: str) -> None:
    marks = read_marks([grid(["key", "passage", "money", "luck"], ["p1", PASSAGES["p1"], mark, ""])], PASSAGES, CODES)
    assert marks.rows[0].found == {"money": (True, ""), "luck": (False, "")}
    assert (marks.told, marks.left) == ((), 2)


@pytest.mark.parametrize("mark", ["no", "Nee", "0", "0,0", "FALSE", "-", "\u2013", "onwaar"])
def test_a_no_finishes_a_passage_without_a_code(mark: str) -> None:
    marks = read_marks([grid(["key", "money", "luck"], ["p1", mark, ""])], PASSAGES, CODES)
    assert marks.rows[0].found == {"money": (False, ""), "luck": (False, "")}


def test_an_unknown_mark_is_told_and_the_passage_not_judged_for_that_code() -> None:
    marks = read_marks([grid(["key", "money", "luck"], ["p1", "perhaps?", "x"])], PASSAGES, CODES)
    assert marks.rows[0].found == {"luck": (True, "")}
    assert "B2: 'perhaps?' is no mark for money" in str(marks.told[0])


def test_words_of_the_passage_are_a_mark_with_its_place_even_when_autocorrected() -> None:
    marks = read_marks([grid(["key", "money"], ["p1", "had 'No' money"])], PASSAGES, CODES)
    assert marks.rows[0].found["money"] == (True, "had 'No' money")


def test_rows_may_be_sorted_columns_moved_rows_left_blank_and_the_key_deleted() -> None:
    rows = grid(
        ["Sample of May", None, None, None],
        [None, None, None, None],
        ["Luck", "passage", "My remarks", "Money Matters"],
        [None, PASSAGES["p3"], None, "n"],
        [None, None, None, None],
        ["ja", PASSAGES["p2"].upper(), "lovely", None],
    )
    marks = read_marks([rows], PASSAGES, CODES)
    assert {row.key: dict(row.found) for row in marks.rows} == {
        "p3": {"luck": (False, ""), "money": (False, "")},
        "p2": {"luck": (True, ""), "money": (False, "")},
    }
    assert [row.notes for row in marks.rows] == [(), ("lovely",)]
    said = [str(remark) for remark in marks.told]
    assert any("A1: 'Sample of May' stands beside no passage" in text for text in said)
    assert any("C3: 'My remarks' is no code" in text for text in said)


def test_a_row_that_was_copied_counts_once_and_where_the_copies_differ_it_is_told() -> None:
    head = ["key", "money", "luck"]
    same = read_marks([grid(head, ["p1", "x", ""], ["p1", "x", ""])], PASSAGES, CODES)
    assert (len(same.rows), same.told) == (1, ())
    apart = read_marks([grid(head, ["p1", "x", ""], ["p1", "no", ""])], PASSAGES, CODES)
    assert dict(apart.rows[0].found) == {"luck": (False, "")}
    assert "A3 and A2: the same passage, with and without money" in str(apart.told[0])


def test_codes_named_in_one_cell_as_word_has_it() -> None:
    rows = grid(["key", "codes"], ["p1", "Money matters, luck"], ["p2", "Geen"], ["p3", "mony"])
    marks = read_marks([rows], PASSAGES, CODES)
    assert dict(marks.rows[0].found) == {"money": (True, ""), "luck": (True, "")}
    assert dict(marks.rows[1].found) == {"money": (False, ""), "luck": (False, "")}
    assert marks.rows[2].found == {}
    assert "B4: 'mony' is no code" in str(marks.told[0])


def test_nothing_that_was_typed_is_lost() -> None:
    """Whatever stands where is a mark, a note or told: 300 sheets filled in at random."""
    rng = random.Random(7)
    for _ in range(300):
        typed = [f"typed {n}" for n in range(6)]
        cells = [["key", "money", "luck", "note"], *[[key, None, None, None] for key in PASSAGES], [None] * 4]
        places = rng.sample([(r, c) for r in range(1, 5) for c in range(1, 4)], 6)
        for (row, column), text in zip(places, typed, strict=True):
            cells[row][column] = text
        marks = read_marks([grid(*rng.sample(cells[1:], 4))] if rng.random() < 0.1 else [grid(*cells)], PASSAGES, CODES)
        kept = " ".join([*(note for row in marks.rows for note in row.notes), *map(str, marks.told)])
        assert [text for text in typed if text not in kept] == []


def test_an_excel_sheet_comes_back_sorted_with_columns_moved_and_every_label_is_saved(
    folder: Path, tmp_path: Path
) -> None:
    path = write(folder, tmp_path / "anna.xlsx")
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    head = [cell.value for cell in sheet[1]]
    assert head == ["key", "question", "passage", "done", "money", "luck", "note"]
    rows = [dict(zip(head, (cell.value for cell in row), strict=True)) for row in sheet.iter_rows(min_row=2)]
    assert len(rows) == 12
    for row in rows:
        row["done"] = "klaar?" if row is rows[0] else "x"
        row["money"] = {"We": True, "Lu": None}[row["passage"][:2]]
        row["luck"] = "Lucky" if row["passage"].startswith("Lucky") else None
    rows[3]["note"] = "ask P."
    moved = ["luck", "passage", "note", "key", "done", "money", "question"]
    sheet.delete_rows(1, 50)
    for line in [moved, *sorted(([row[name] for name in moved] for row in rows), key=lambda line: line[3])]:
        sheet.append(line)
    book.save(path)
    result = read(folder, path)
    assert result.exit_code == 0, result.output
    assert "12 passages finished, 12 codings added, 0 taken back, 2 notes; 0 not finished" in result.output
    assert "'klaar?' does not say whether the passage is finished" in result.output
    hand = read_codings(folder, coder="anna")
    assert sorted(set(zip(hand.codings["code"], hand.codings["quote"], strict=True)))[0] == ("luck", "Lucky")
    assert set(hand.memos["note"]) == {"ask P.", "klaar?"}
    assert len(hand.units) == 12
    again = read(folder, path)
    assert "0 codings added, 0 taken back, 0 notes" in again.output


def test_a_mark_that_was_taken_away_is_taken_back_at_the_next_reading(folder: Path, tmp_path: Path) -> None:
    path = write(folder, tmp_path / "anna.xlsx")
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["E2"] = "x"
    book.save(path)
    assert "1 coding added" in read(folder, path).output
    book.worksheets[0]["E2"], book.worksheets[0]["D2"] = None, "x"
    book.save(path)
    assert "0 codings added, 1 taken back" in read(folder, path).output
    assert len(read_codings(folder, coder="anna").codings) == 0


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_sheet_in_which_nothing_but_marks_was_made_is_read_without_a_word_on_its_columns(
    folder: Path, tmp_path: Path, language: str
) -> None:
    path = write(folder, tmp_path / "anna.xlsx", "--language", language)
    book = openpyxl.load_workbook(path)
    assert len(book.worksheets) > 1, "the codes are explained in a sheet of their own"
    book.worksheets[0]["E2"] = "x"
    book.save(path)
    assert len(read(folder, path).output.splitlines()) == 1


@pytest.mark.parametrize("word", ["done", "Klaar.", "af", "gedaan", "finished"])
def test_a_passage_is_finished_by_the_word_for_it(word: str) -> None:
    [row] = read_marks([grid(["key", "done", "money"], ["p1", word, "x"])], PASSAGES, CODES).rows
    assert (row.open, row.found, row.notes) == (False, {"money": (True, "")}, ())


def test_the_line_beside_a_sheet_says_what_to_write_in_that_kind_of_sheet(folder: Path, tmp_path: Path) -> None:
    told = {
        ending: run("sheet", folder, "--sample", "first", "--coder", "anna", "-o", tmp_path / f"a{ending}").output
        for ending in (".xlsx", ".docx")
    }
    assert "write x in done" in told[".xlsx"]
    assert "write x in done" not in told[".docx"]
    assert "Name in the column codes what you find in each passage, or write none" in told[".docx"]


@pytest.mark.slow
@pytest.mark.parametrize(("mark", "told"), [("x", True), ("We had money then.", False)])
def test_an_x_is_a_mark_on_the_whole_passage_and_words_that_are_pasted_are_not(
    folder: Path, tmp_path: Path, mark: str, *, told: bool
) -> None:
    for file in folder.glob("P0?_*.txt"):
        file.write_text("I: And?\nR: We had money then. No coins were left. Nobody came.\n", "utf-8")
    study, corpus, book = read_study(folder), read_corpus(folder), read_codebook(folder / "themes.yaml")
    write_sample(study, "other", draw_sample(corpus, apply_codebook(book, corpus), book, n=50))
    path, words = tmp_path / "anna.xlsx", ("sheet", folder, "--sample", "other", "--coder", "anna")
    run(*words, "-o", path)
    sheets = openpyxl.load_workbook(path)
    for row in range(2, sheets.worksheets[0].max_row + 1):
        sheets.worksheets[0].cell(row, 5).value = mark
    sheets.save(path)
    assert "6 codings added" in run(*words, "--read", path).output
    assert marked_in(folder, "other", tmp_path / "out") == ("3", "3" if told else "0")


def marked_in(folder: Path, sample: str, out: Path) -> tuple[str, str]:
    """Return in how many passages of the earlier wave money is, and how many of these are marked as a whole."""
    run("validate", folder, "--sample", sample, "-o", out)
    with (out / "corrected.csv").open(encoding="utf-8-sig") as file:
        return next((r["human_before"], r["broad_before"]) for r in csv.DictReader(file) if r["code"] == "money")


@pytest.mark.slow
def test_a_mark_on_a_passage_of_one_sentence_is_a_mark_on_that_sentence(folder: Path, tmp_path: Path) -> None:
    path = write(folder, tmp_path / "anna.xlsx")
    book = openpyxl.load_workbook(path)
    for row in range(2, 14):
        book.worksheets[0].cell(row, 5).value = "x"
    book.save(path)
    assert "12 codings added" in read(folder, path).output
    assert marked_in(folder, "first", tmp_path / "out") == ("6", "0")


def test_a_comment_on_a_cell_is_a_note(folder: Path, tmp_path: Path) -> None:
    path = write(folder, tmp_path / "anna.xlsx")
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["E2"] = "x"
    book.worksheets[0]["C2"].comment = openpyxl.comments.Comment("doubtful", "anna")
    book.save(path)
    assert "1 notes" in read(folder, path).output


@pytest.mark.slow
def test_what_is_written_in_a_header_is_told(folder: Path, tmp_path: Path) -> None:
    path = write(folder, tmp_path / "anna.xlsx")
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["E2"] = "x"
    book.worksheets[0].oddHeader.center.text = "Look again"
    book.save(path)
    assert "Look again" in read(folder, path).output
    path = write(folder, tmp_path / "anna.docx")
    document = docx.Document(path)
    document.tables[0].rows[2].cells[3].text = "None"
    document.sections[0].header.paragraphs[0].text = "Look again"
    document.save(path)
    assert "Look again" in read(folder, path).output


def test_a_word_sheet_is_read_back(folder: Path, tmp_path: Path) -> None:
    path = write(folder, tmp_path / "anna.docx")
    document = docx.Document(path)
    [table] = document.tables
    table.rows[1].cells[3].text = "Money Matters; luck."
    table.rows[2].cells[3].text = "None"
    table.rows[3].cells[4].text = "look again"
    document.save(path)
    result = read(folder, path)
    assert "2 passages finished, 2 codings added, 0 taken back, 1 notes; 10 not finished" in result.output
    assert "stands beside no passage" not in result.output


@pytest.mark.slow
@pytest.mark.parametrize("ending", [".docx", ".xlsx"])
def test_the_same_sheet_has_the_same_bytes_at_any_moment(
    ending: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = write(folder, tmp_path / f"a{ending}").read_bytes()
    monkeypatch.setattr("time.localtime", lambda *_: time.struct_time((2031, 1, 1, 1, 1, 1, 1, 1, 0)))
    assert write(folder, tmp_path / f"b{ending}").read_bytes() == first


def test_the_sheet_tells_nothing_of_whose_words_they_are(folder: Path, tmp_path: Path) -> None:
    path = write(folder, tmp_path / "anna.xlsx", "--mask")
    text = " ".join(
        str(cell.value)
        for sheet in openpyxl.load_workbook(path).worksheets
        for row in sheet.iter_rows()
        for cell in row
    )
    assert not {"P01_2010", "2010", "2020", "52"} & set(text.replace(",", " ").split())
    other = run("sheet", folder, "--sample", "first", "--coder", "bert", "-o", tmp_path / "bert.xlsx")
    assert other.exit_code == 0
    keys = [[row[0].value for row in openpyxl.load_workbook(tmp_path / f"{who}.xlsx").worksheets[0].iter_rows()]
            for who in ("anna", "bert")]  # fmt: skip
    assert not set(keys[0][1:]) & set(keys[1][1:])


def test_a_masked_sheet_is_read_back_by_its_keys(folder: Path, tmp_path: Path) -> None:
    path = write(folder, tmp_path / "anna.xlsx", "--mask")
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["E2"] = "x"
    book.save(path)
    result = read(folder, path)
    assert "1 passage finished" in result.output
    assert "was changed in the sheet" not in result.output


def test_the_page_can_blot_out_years_and_ages_and_offsets_stay(folder: Path) -> None:
    desk = open_desk(folder, coder="anna")
    units = read_sample(desk.study, "first", desk.corpus)
    plain, masked = BlindDesk(desk, units), BlindDesk(desk, units, mask=True)
    for key in plain.units:
        for own, other in zip(plain.describe_unit(key).turns, masked.describe_unit(key).turns, strict=True):
            assert len(own.text) == len(other.text)
            assert "2010" not in other.text
            assert "52" not in other.text


@pytest.mark.parametrize(
    ("said", "hidden"),
    [
        ("In 2014 was ik 52 jaar oud.", ("2014", "52")),
        ("Tweeduizend veertien, op een donderdag.", ("veertien",)),
        ("Ik ben net zestig!", ("zestig",)),
        ("een 34-jarige man in '85", ("34", "85")),
        ("I was forty-two years old in nineteen eighty-five.", ("forty", "eighty")),
        ("Dat was een jaar of tien geleden, of anderhalf jaar geleden.", ("tien", "anderhalf")),
        ("Ik doe het al vijftien jaar, en zij al ruim 20 jaar.", ("vijftien", "20")),
    ],
)
def test_what_tells_the_year_is_masked_and_as_long(said: str, hidden: tuple[str, ...]) -> None:
    masked = mask_times(said)
    assert len(masked) == len(said)
    assert [part for part in hidden if part in masked] == []


def test_a_file_that_is_no_sheet_or_of_somebody_else_is_refused(folder: Path, tmp_path: Path) -> None:
    path = write(folder, tmp_path / "anna.xlsx")
    wrong = run("sheet", folder, "--sample", "first", "--coder", "bert", "--read", path)
    assert (wrong.exit_code, "was not written for bert and this sample" in wrong.output) == (1, True)
    (empty := openpyxl.Workbook()).save(tmp_path / "empty.xlsx")
    assert empty.active is not None
    none = run("sheet", folder, "--sample", "first", "--coder", "bert", "--read", tmp_path / "empty.xlsx")
    assert (none.exit_code, "no passage of this sample that bert marked" in none.output) == (1, True)
    (tmp_path / "broken.xlsx").write_bytes(b"PK nothing")
    broken = read(folder, tmp_path / "broken.xlsx")
    assert broken.exit_code == 1
    neither = run("sheet", folder, "--sample", "first", "--coder", "anna")
    assert neither.exit_code == 2
    assert io.StringIO(broken.output).read().count("Traceback") == 0


@pytest.mark.slow
@pytest.mark.parametrize("ending", [".xlsx", ".docx"])
def test_a_sheet_written_before_a_code_was_renamed_is_read_under_its_new_id(folder: Path, ending: str) -> None:
    sheet = write(folder, folder.parent / f"mine{ending}")
    if ending == ".xlsx":
        book = openpyxl.load_workbook(sheet)
        heads = [cell.value for cell in book.worksheets[0][1]]
        book.worksheets[0].cell(2, heads.index("money") + 1).value = "yes"
        book.save(sheet)
    else:
        document = docx.Document(str(sheet))
        heads = [cell.text for cell in document.tables[0].rows[0].cells]
        document.tables[0].rows[1].cells[heads.index("codes")].text = "money"
        document.save(str(sheet))
    themes = folder / "themes.yaml"
    text = themes.read_text("utf-8").replace("id: money, label: {en: Money matters}", "id: cash")
    themes.write_text(f"{text}renamed: {{money: cash}}\n", "utf-8")
    done = read(folder, sheet)
    assert done.exit_code == 0, done.output
    assert read_codings(folder, coder="anna").codings["code"].tolist() == ["cash"]
    assert read_codings(folder, coder="anna").memos.empty


HEAD = ["key", "passage", "money", "luck"]


def test_rows_whose_key_and_text_are_of_two_passages_are_named_and_nothing_of_them_is_taken() -> None:
    """As when somebody sorts the column of keys alone."""
    rows = grid(["key", "passage", "done", "money", "note"], ["p2", PASSAGES["p1"], "x", "x", "mine"],
                ["p1", PASSAGES["p2"], "x", "", ""], ["p3", PASSAGES["p3"], "x", "x", "p1 says the same"])  # fmt: skip
    marks = read_marks([rows], PASSAGES, CODES)
    assert [(row.key, dict(row.found), row.notes) for row in marks.rows] == [
        ("p3", {"money": (True, "")}, ("p1 says the same",))
    ]
    [told] = marks.told
    assert "of 2 rows key and text are not of one passage, so nothing of them was saved: A2, A3." in str(told)
    assert "van 2 rijen zijn sleutel en tekst niet van één passage" in told.say("nl")


def test_where_keys_were_moved_a_row_with_an_edited_text_is_not_believed_either() -> None:
    edited = ["p3", "It rained hard.", "x", ""]
    alone = read_marks([grid(HEAD, ["p1", PASSAGES["p1"], "x", ""], edited)], PASSAGES, CODES)
    assert [row.key for row in alone.rows] == ["p1", "p3"]
    moved = read_marks([grid(HEAD, ["p2", PASSAGES["p1"], "x", ""], edited)], PASSAGES, CODES)
    assert (moved.rows, [str(told).split(": ")[1][:6] for told in moved.told]) == ((), ["A2, A3"])


def test_a_key_beside_its_own_text_masked_or_said_twice_is_believed() -> None:
    passages = {"p1": "Yes, in 2010.", "p2": "Yes, in 2020.", "p3": "Yes.", "p4": "Yes."}
    rows = grid(HEAD, ["p1", "Yes, in ████.", "x"], ["p2", "Yes, in ████.", "x"], ["p4", "Yes.", "x"], ["p3", "", "x"])
    marks = read_marks([rows], passages, CODES)
    assert ([row.key for row in marks.rows], marks.told) == (["p1", "p2", "p4", "p3"], ())


@pytest.mark.slow
@pytest.mark.parametrize("ending", [".xlsx", ".docx"])
def test_a_sheet_whose_keys_were_sorted_alone_saves_nothing(folder: Path, tmp_path: Path, ending: str) -> None:
    path = write(folder, tmp_path / f"anna{ending}")
    if ending == ".xlsx":
        book = openpyxl.load_workbook(path)
        cells = [row[0] for row in book.worksheets[0].iter_rows(min_row=2)]
        for row in book.worksheets[0].iter_rows(min_row=2):
            row[3].value = row[4].value = "x"
    else:
        book = docx.Document(str(path))
        cells = [row.cells[0] for row in book.tables[0].rows[1:]]
        for row in book.tables[0].rows[1:]:
            row.cells[3].text = "money"
    name = "value" if ending == ".xlsx" else "text"
    keys = [getattr(cell, name) for cell in cells]
    for cell, key in zip(cells, keys[1:] + keys[:1], strict=True):
        setattr(cell, name, key)
    book.save(str(path))
    result = read(folder, path)
    assert (result.exit_code, "key and text are not of one passage" in result.output) == (1, True)
    assert not (folder / "codings").exists()


def test_two_columns_of_one_code_are_told_and_where_they_differ_the_passage_is_not_judged_for_it() -> None:
    rows = grid(["key", "money", "Money matters", "luck"], ["p1", "x", "", "x"], ["p2", "x", "ja", ""],
                ["p3", "", "", "no"])  # fmt: skip
    marks = read_marks([rows], PASSAGES, CODES)
    assert {row.key: dict(row.found) for row in marks.rows} == {
        "p1": {"luck": (True, "")},
        "p2": {"money": (True, ""), "luck": (False, "")},
        "p3": {"money": (False, ""), "luck": (False, "")},
    }
    assert [told.kind for told in marks.told] == ["sheet code twice", "sheet columns differ"]
    assert str(marks.told[0]).startswith("B1 and C1: these columns are both about money")
    assert marks.told[1].say("nl").startswith("C2: een andere cel van deze rij zegt iets anders over money")
    listed = read_marks([grid(["key", "codes", "money"], ["p1", "money", "no"])], PASSAGES, CODES)
    assert [told.kind for told in listed.told] == ["sheet columns differ"]


@pytest.mark.parametrize("word", ["no", "nee", "0"])
def test_a_no_in_the_column_done_leaves_the_passage_open_with_what_is_marked_in_it(word: str) -> None:
    rows = grid(["key", "done", "money", "luck"], ["p1", word, "x", ""], ["p2", word, "", ""], ["p3", "x", "", ""])
    marks = read_marks([rows], PASSAGES, CODES)
    assert {row.key: row.open for row in marks.rows} == {"p1": True, "p2": True, "p3": False}
    assert (marks.rows[0].found["money"], marks.left) == ((True, ""), 2)


@pytest.mark.slow
def test_a_passage_that_is_open_again_in_the_sheet_is_open_again(folder: Path, tmp_path: Path) -> None:
    path = write(folder, tmp_path / "anna.xlsx")

    def fill(done: str) -> str:
        book = openpyxl.load_workbook(path)
        for row in book.worksheets[0].iter_rows(min_row=2):
            row[3].value, row[4].value = done, "x"
        book.save(path)
        return read(folder, path).output

    assert "12 passages" in fill("x")
    assert "0 passages" in fill("no")
    hand = read_codings(read_study(folder), coder="anna", corpus=read_corpus(folder))
    assert (len(hand.units), len(hand.codings)) == (0, 12)


@pytest.mark.slow
def test_a_coder_in_other_capitals_or_without_a_part_of_the_sample_is_told(folder: Path, tmp_path: Path) -> None:
    write_coding(folder, {"note": "Begin."}, coder="bert", do="memo")
    for words in (["sheet", folder, "--sample", "first", "-o", tmp_path / "x.xlsx"], ["sample", folder, "-n", "4"]):
        result = run(*words, "--coder", "BERT")
        assert (result.exit_code, "Traceback" in result.output, "bert" in result.output) == (2, False, True)
    assert run("sample", folder, "-n", "4", "--name", "two", "--coder", "anna", "--coder", "bert").exit_code == 0
    for language, told in (("en", "is for cor: it was divided between"), ("nl", "is voor cor: die is verdeeld tussen")):
        words = ["sheet", folder, "--sample", "two", "--coder", "cor", "-o", tmp_path / "y.xlsx"]
        result = run(*words, "--language", language)
        assert (result.exit_code, told in " ".join(result.output.split())) == (2, True)


@pytest.mark.slow
@pytest.mark.parametrize("ending", [".xlsx", ".docx"])
@pytest.mark.parametrize(
    ("language", "told", "part"),
    [
        ("en", "was written for anna, not for bert (12 rows). Read it with --coder anna; or, if bert filled it in",
         "1 row left out, written for anna and not for bert"),
        ("nl", "is geschreven voor anna, niet voor bert (12 rijen). Lees het terug met --coder anna; of verwijder",
         "1 rij weggelaten, geschreven voor anna en niet voor bert"),
    ],
)  # fmt: skip
def test_a_sheet_of_another_coder_saves_nothing_and_it_is_said_whose_it_is(
    folder: Path, tmp_path: Path, ending: str, language: str, told: str, part: str
) -> None:
    write_coding(folder, {"note": "Begin."}, coder="anna", do="memo")
    path = write(folder, tmp_path / f"anna{ending}")
    mark_all(path)
    words = ["sheet", folder, "--sample", "first", "--coder", "bert", "--language", language]
    result = run(*words, "--read", path)
    assert (result.exit_code, told in " ".join(result.output.split())) == (1, True), result.output
    assert not (folder / "codings" / "bert.jsonl").exists()
    if ending == ".xlsx":  # a row of anna's that was pasted into the sheet of bert
        own = tmp_path / "bert.xlsx"
        assert run(*words, "-o", own).exit_code == 0
        mark_all(own)
        book, theirs = openpyxl.load_workbook(own), openpyxl.load_workbook(path)
        book.worksheets[0].append([cell.value for cell in list(theirs.worksheets[0].rows)[1]])
        book.save(own)
        result = run(*words, "--read", own)
        assert (result.exit_code, part in " ".join(result.output.split())) == (0, True), result.output
        hand = read_codings(read_study(folder), coder="bert", corpus=read_corpus(folder))
        assert (len(hand.units), len(hand.memos)) == (12, 0)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "told", "part"),
    [
        ("en", "was not written for anna and this sample (12 rows)", "1 row left out, not written for anna and this"),
        ("nl", "is niet geschreven voor anna en deze steekproef (12 rijen)", "1 rij weggelaten, niet geschreven voor"),
    ],
)
def test_a_sheet_of_nobody_who_is_known_is_refused_too(
    folder: Path, tmp_path: Path, language: str, told: str, part: str
) -> None:
    path, own = tmp_path / "zed.xlsx", write(folder, tmp_path / "anna.xlsx", "--language", language)
    assert run("sheet", folder, "--sample", "first", "--coder", "zed", "-o", path).exit_code == 0
    mark_all(path)
    mark_all(own)
    words = ["sheet", folder, "--sample", "first", "--coder", "anna", "--language", language]
    result = run(*words, "--read", path)
    assert (result.exit_code, told in " ".join(result.output.split())) == (1, True), result.output
    book, theirs = openpyxl.load_workbook(own), openpyxl.load_workbook(path)
    book.worksheets[0].append([cell.value for cell in list(theirs.worksheets[0].rows)[1]])
    book.save(own)
    result = run(*words, "--read", own)
    assert (result.exit_code, part in " ".join(result.output.split())) == (0, True), result.output


def mark_all(path: Path, column: int = 0) -> None:
    """Write that every passage is finished, without any code."""
    if path.suffix == ".docx":
        document = docx.Document(str(path))
        for row in document.tables[0].rows[1:]:
            row.cells[3].text = "none"
        document.save(str(path))
        return
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    column = column or heads.index("done" if sheet["D1"].value == "done" else "klaar") + 1
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, column, "x")
    book.save(path)


@pytest.mark.slow
def test_a_passage_finished_in_the_sheets_of_two_samples_for_a_code_each_is_finished_for_both(
    folder: Path, tmp_path: Path
) -> None:
    study, corpus, book = read_study(folder), read_corpus(folder), read_codebook(folder / "themes.yaml")
    for name, code in (("one", "money"), ("two", "luck")):
        write_sample(study, name, draw_sample(corpus, apply_codebook(book, corpus), book, n=50, codes=[code]))
        sheet = tmp_path / f"{name}.xlsx"
        assert run("sheet", folder, "--sample", name, "--coder", "bert", "-o", sheet).exit_code == 0
        filled = openpyxl.load_workbook(sheet)
        heads = [cell.value for cell in filled.worksheets[0][1]]
        for row in filled.worksheets[0].iter_rows(min_row=2):
            row[heads.index("done")].value = "x"
        filled.save(sheet)
        for _ in range(2):  # a sheet that is read again adds nothing
            assert run("sheet", folder, "--sample", name, "--coder", "bert", "--read", sheet).exit_code == 0
    units = read_codings(folder, coder="bert").units
    finished = finished_passages(read_codings(folder, coder="bert"), book)
    assert {code for _, code in finished} == {"money", "luck"}
    assert units["sample"].value_counts().to_dict() == {"one": len(units) / 2, "two": len(units) / 2}


@pytest.mark.parametrize(
    ("typed", "found"),
    [("luck, mony", {"luck": (True, "")}), ("mony; Luck", {"luck": (True, "")}), ("none, or money?", {}),
     ("Luck, ~~money~~", {"luck": (True, "")})],
)  # fmt: skip
def test_beside_what_is_no_code_a_passage_is_judged_only_for_the_codes_that_are_named(
    typed: str, found: dict[str, tuple[bool, str]]
) -> None:
    marks = read_marks([grid(["key", "codes"], ["p1", typed])], PASSAGES, CODES)
    assert marks.rows[0].found == found
    assert "judged for none but the codes that are named" in str(marks.told[0])


LONG = "In 2020 we had ‘no’ money … none. Later, when I was 52 years old, we had no luck; no money at all."


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("had 'no' money ... none", ["had ‘no’ money … none"]),
        ("“no luck; no money”", ["no luck; no money"]),
        ("money\nmoney", ["money", "money"]),
        ("no luck; had ‘no’", ["no luck", "had ‘no’"]),
        ("we had [...] no luck", ["we had", "no luck"]),
        ("we had | we had", ["we had", "we had"]),
        ("In ████ we had", ["In 2020 we had"]),
        ("when I was ██ years / LATER,", ["when I was 52 years", "Later,"]),
        ("money\nmoney\nmoney", []),
        ("no luck; no love", []),
        ("a; e", []),
    ],
)
def test_words_that_are_pasted_are_found_where_they_stand_in_one_stretch_or_several(
    typed: str, found: list[str]
) -> None:
    assert [LONG[start:end] for start, end in find_pasted(typed, LONG)] == found
    marks = read_marks([grid(["key", "money"], ["p1", typed])], {"p1": LONG}, CODES)
    assert ("money" in marks.rows[0].found) == bool(found)
    assert bool(marks.told) != bool(found)


def test_two_mentions_in_a_sheet_are_two_codings_and_the_next_reading_adds_none(folder: Path, tmp_path: Path) -> None:
    path = write(folder, tmp_path / "anna.xlsx", "--mask")
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    row = next(row for row in range(2, 14) if "money" in sheet.cell(row, 3).value)
    sheet.cell(row, 5).value = '"had money in ████" [...] I was ██ years'
    book.save(path)
    assert "1 passage finished, 2 codings added" in read(folder, path).output
    quotes = read_codings(folder, coder="anna").codings["quote"].tolist()
    assert [quote[:9] for quote in quotes] == ["had money", "I was 52 "]
    assert "0 codings added" in read(folder, path).output


def test_what_is_struck_through_is_no_mark(folder: Path, tmp_path: Path) -> None:
    path = write(folder, tmp_path / "anna.xlsx")
    book = openpyxl.load_workbook(path)
    for row, through in ((2, True), (3, False)):
        book.worksheets[0].cell(row, 5).value = "x"
        book.worksheets[0].cell(row, 5).font = openpyxl.styles.Font(strike=through)
        book.worksheets[0].cell(row, 4).value = "x"
    book.save(path)
    said = read(folder, path).output
    assert "'~~x~~' is no mark for money" in said
    assert "2 passages finished, 1 coding added" in said


def test_what_is_struck_through_in_a_part_of_a_cell_is_no_mark_either(folder: Path, tmp_path: Path) -> None:
    path = write(folder, tmp_path / "anna.xlsx")
    book = openpyxl.load_workbook(path)
    sheet, gone = book.worksheets[0], InlineFont(strike=True)
    first, second = sheet["C4"].value.split()[:2]
    sheet["E2"].value = CellRichText(TextBlock(gone, "x"))
    sheet["E3"].value = CellRichText(TextBlock(InlineFont(b=True), "x"))
    sheet["E4"].value = CellRichText(f"{first} {second}\n", TextBlock(gone, f"{first} {second}"))
    for row in (2, 3, 4):
        sheet.cell(row, 4).value = "x"
    book.save(path)
    said = " ".join(read(folder, path).output.split())
    assert "'~~x~~' is no mark for money" in said
    assert f"~~{first} {second}~~' is no mark for money" in said
    assert "3 passages finished, 1 coding added" in said


def word_sheet(folder: Path, tmp_path: Path):
    path = write(folder, tmp_path / "anna.docx")
    document = docx.Document(path)
    return path, document, document.tables[0].rows


def tracked(cell, kind: str, text: str) -> None:
    """Write in a cell of Word while changes are tracked."""
    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(text)
    change = OxmlElement(f"w:{kind}")
    change.set(qn("w:id"), "7")
    change.set(qn("w:author"), "anna")
    run._r.addprevious(change)
    change.append(run._r)
    if kind == "del":
        for words in run._r.findall(qn("w:t")):
            words.tag = qn("w:delText")


def test_in_word_what_was_typed_while_changes_were_tracked_counts_and_what_was_deleted_so_does_not(
    folder: Path, tmp_path: Path
) -> None:
    path, document, rows = word_sheet(folder, tmp_path)
    tracked(rows[1].cells[3], "ins", "luck")
    tracked(rows[2].cells[3], "del", "money, ")
    tracked(rows[2].cells[3], "ins", "luck")
    rows[3].cells[3].paragraphs[0].add_run("money").font.strike = True
    rows[3].cells[3].paragraphs[0].add_run(", luck")
    document.save(path)
    said = read(folder, path).output
    assert "3 passages finished, 3 codings added" in said
    assert "'~~money~~' is no code" in said
    hand = read_codings(folder, coder="anna")
    assert set(hand.codings["code"]) == {"luck"}
    book = read_codebook(folder / "themes.yaml")
    done = finished_passages(hand, book)
    counts = [sum(len(spans) for (_, code), spans in done.items() if code == own) for own in ("luck", "money")]
    assert counts == [3, 2]  # what was struck through was not judged


def test_in_word_several_codes_struck_through_at_once_and_a_row_deleted_while_changes_were_tracked_do_not_count(
    folder: Path, tmp_path: Path
) -> None:
    path, document, rows = word_sheet(folder, tmp_path)
    rows[1].cells[3].paragraphs[0].add_run("luck, money, luck").font.strike = True
    rows[2].cells[3].text = "money"
    rows[2]._tr.get_or_add_trPr().append(OxmlElement("w:del"))
    rows[3].cells[3].text = "luck"
    document.save(path)
    said = read(folder, path).output
    assert "'~~money~~' is no code" in said
    assert "1 passage finished, 1 coding added" in said
    assert set(read_codings(folder, coder="anna").codings["code"]) == {"luck"}


def test_in_word_a_comment_on_a_row_is_a_note_of_its_passage(folder: Path, tmp_path: Path) -> None:
    path, document, rows = word_sheet(folder, tmp_path)
    rows[1].cells[3].text = "none"
    runs = rows[1].cells[2].paragraphs[0].runs
    document.add_comment(runs, text="She laughs here.", author="anna")
    document.add_comment(document.paragraphs[0].runs, text="A good sheet.", author="anna")
    document.save(path)
    said = read(folder, path).output
    assert "1 passage finished, 0 codings added, 0 taken back, 1 notes" in said
    assert ("She laughs here." in said, "'A good sheet.' stands beside no passage" in said) == (False, True)
    assert read_codings(folder, coder="anna").memos["note"].tolist() == ["She laughs here."]


@pytest.mark.parametrize("command", ["sheet", "page"])
@pytest.mark.parametrize("what", ["interview", "sample"])
def test_a_sample_that_could_not_be_counted_is_not_given_out_to_be_coded(
    folder: Path, tmp_path: Path, command: str, what: str
) -> None:
    path = folder / ("P01_2010.txt" if what == "interview" else "samples/first.csv")
    path.write_text(path.read_text("utf-8").replace(*(("And?", "So??") if what == "interview" else (",1,", ",2,"))),
                    "utf-8")  # fmt: skip
    out = tmp_path / "anna.xlsx"
    more = ("-o", out) if command == "sheet" else ("--no-browser",)
    result = run(command, folder, "--sample", "first", "--coder", "anna", *more)
    assert (result.exit_code, out.exists()) == (1, False)
    assert ("the interviews have changed" if what == "interview" else "was changed after") in result.output
    assert "Nothing was opened" in result.output


def test_what_was_finished_before_is_not_left_after_a_sheet(folder: Path, tmp_path: Path) -> None:
    study, corpus, book = read_study(folder), read_corpus(folder), read_codebook(folder / "themes.yaml")
    for unit in list(read_sample(study, "first", corpus))[:5]:
        place = {"interview": unit.interview, "start": unit.start, "end": unit.end, "note": "first"}
        write_coding(study, place, coder="anna", do="done", corpus=corpus, codebook=book)
    path = write(folder, tmp_path / "anna.xlsx")
    sheets = openpyxl.load_workbook(path)
    for row in range(2, 14):
        sheets.worksheets[0].cell(row, 4).value = "x" if row < 6 else None
    sheets.save(path)
    said = read(folder, path).output
    done = finished_passages(read_codings(folder, coder="anna"), book)
    left = 12 - sum(len(spans) for (_, code), spans in done.items() if code == "money")
    assert f"; {left} not finished" in said


def test_how_to_code_a_sample_is_said_with_the_folder_of_the_study(folder: Path) -> None:
    for language in ("en", "nl"):
        write_coding(folder, {"interview": "P01_2010"}, coder="anna", do="done")
        said = " ".join(run("validate", folder, "--language", language).output.split())
        assert f"{folder}." in said.replace(" .", ".")
        assert "bp-qual page --sample first" in said


@pytest.mark.slow
@pytest.mark.parametrize("mask", [(), ("--mask",)])
def test_what_is_typed_in_the_cell_of_a_question_or_passage_is_a_note(folder: Path, tmp_path: Path, mask) -> None:
    path = write(folder, tmp_path / "anna.xlsx", *mask)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    said = [cell.value for cell in sheet[1]]
    question, passage = said.index("question") + 1, said.index("passage") + 1
    sheet.cell(2, question).value = f"{sheet.cell(2, question).value} Ask the neighbour"
    sheet.cell(3, question).value = "Typed over it"
    sheet.cell(4, passage).value = f"{sheet.cell(4, passage).value} See page 4"
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, 5).value = "x"
    book.save(path)
    assert "3 notes" in read(folder, path).output
    hand = read_codings(read_study(folder), coder="anna")
    assert sorted(hand.memos["note"]) == ["Ask the neighbour", "See page 4", "Typed over it"]


def test_in_word_what_is_typed_in_the_cell_of_a_question_is_a_note(folder: Path, tmp_path: Path) -> None:
    path = write(folder, tmp_path / "anna.docx")
    document = docx.Document(path)
    document.tables[0].rows[1].cells[1].add_paragraph("Ask the neighbour")
    document.tables[0].rows[1].cells[3].text = "None"
    document.save(path)
    assert "1 notes" in read(folder, path).output


def test_a_sheet_asks_only_the_codes_that_its_sample_was_drawn_for(folder: Path, tmp_path: Path) -> None:
    study, corpus, book = read_study(folder), read_corpus(folder), read_codebook(folder / "themes.yaml")
    write_sample(study, "one", draw_sample(corpus, apply_codebook(book, corpus), book, n=50, codes=["money"]))
    words = ["sheet", folder, "--sample", "one", "--coder", "bert"]
    assert run(*words, "-o", tmp_path / "one.xlsx").exit_code == 0
    heads = [cell.value for cell in openpyxl.load_workbook(tmp_path / "one.xlsx").worksheets[0][1]]
    mark_all(tmp_path / "one.xlsx", heads.index("done") + 1)
    assert ("money" in heads, "luck" in heads, run(*words, "--read", tmp_path / "one.xlsx").exit_code) == (
        True,
        False,
        0,
    )
    finished = finished_passages(read_codings(folder, coder="bert"), book)
    assert {code for _, code in finished} == {"money"}
    (tmp_path / "renamed.yaml").write_text(BOOK.replace("id: money", "id: cash") + "renamed: {money: cash}\n", "utf-8")
    assert read_codes_of_interest(study, "one", read_codebook(tmp_path / "renamed.yaml")) == ("cash",)
