"""The cells of the framework matrix on the page and in a file that is filled in: nothing written gets lost."""

from __future__ import annotations

from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from bp_qual.cli import main
from bp_qual.coding.by_hand import Event, Summary
from bp_qual.coding.by_hand.replay import replay
from bp_qual.coding.by_hand.summaries import collect_summaries
from bp_qual.framework import merge_summaries, read_framework
from bp_qual.framework.matrix import summary_table
from bp_qual.study.hand_coding import read_codings, write_coding
from page_builders import make_page_study

KEY = {"person": "P01", "code": "samen", "wave": "2010"}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(params=[".xlsx", ".docx"])
def matrix(request, tmp_path: Path) -> Path:
    return tmp_path / f"matrix{request.param}"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return make_page_study(tmp_path / "study")


def on_page(study: Path, text: str, coder: str = "anna") -> Event:
    return write_coding(study, {**KEY, "note": text}, coder=coder, do="summary")


def texts(study: Path, coder: str = "anna") -> list[tuple[str, ...]]:
    return [cell.versions for cell in read_codings(study, coder=coder).state.summaries]


def write_matrix(study: Path, matrix: Path) -> Result:
    result = CliRunner().invoke(main, ["framework", str(study), "-o", str(matrix), "--language", "en"])
    assert result.exit_code == 0, result.output
    return result


def in_matrix(matrix: Path) -> list[str]:
    return read_framework(matrix)["summary"].tolist()


def fill_in(matrix: Path, text: str) -> None:
    """Write what P01 said in 2010 about the first code as a researcher would, in Excel's or in Word's field."""
    if matrix.suffix == ".xlsx":
        book = openpyxl.load_workbook(matrix)
        book.worksheets[0]["B2"] = text
        book.save(matrix)
        return
    document = docx.Document(str(matrix))
    field = next(document.element.body.iter(f"{W}sdt"))
    own, *more = field.iter(f"{W}t")
    own.text = text
    for part in more:
        part.text = ""
    document.save(str(matrix))


def test_what_was_written_on_the_page_is_in_the_matrix(study, matrix):
    on_page(study, "Veel samen.\nMet de buurt.")
    write_matrix(study, matrix)
    assert in_matrix(matrix) == ["Veel samen.\nMet de buurt."]


@pytest.mark.slow
def test_what_was_filled_in_is_on_the_page_once_the_matrix_was_read(study, matrix):
    on_page(study, "Veel samen.")
    write_matrix(study, matrix)
    fill_in(matrix, "Heel veel samen.")
    told = write_matrix(study, matrix)
    assert "saved for the page" in told.output
    assert texts(study) == [("Heel veel samen.",)]
    assert in_matrix(matrix) == ["Heel veel samen."]
    assert "saved for the page" not in write_matrix(study, matrix).output


@pytest.mark.slow
def test_a_matrix_that_nobody_touched_does_not_put_an_old_text_back(study, matrix):
    on_page(study, "Veel samen.")
    write_matrix(study, matrix)
    on_page(study, "Weinig samen.")
    told = write_matrix(study, matrix)
    assert "two places" not in told.output
    assert in_matrix(matrix) == ["Weinig samen."]
    on_page(study, "")
    write_matrix(study, matrix)
    assert in_matrix(matrix) == []
    assert texts(study) == [()]


@pytest.mark.slow
def test_written_in_both_places_both_are_kept_and_told(study, matrix):
    on_page(study, "Veel samen.")
    write_matrix(study, matrix)
    fill_in(matrix, "In de matrix.")
    on_page(study, "Op de pagina.")
    told = write_matrix(study, matrix)
    assert "P01 · samen · 2010" in told.output
    assert in_matrix(matrix) == ["Op de pagina.\n\nIn de matrix."]
    assert texts(study) == [("Op de pagina.\n\nIn de matrix.",)]
    assert "two places" not in write_matrix(study, matrix).output


@pytest.mark.slow
def test_what_was_emptied_in_the_matrix_is_filled_again_from_the_page_and_told(study, matrix):
    on_page(study, "Veel samen.")
    assert "Emptied" not in write_matrix(study, matrix).output
    fill_in(matrix, "")
    assert "Emptied in the matrix and filled again" in (said := write_matrix(study, matrix).output)
    assert "P01 · samen · 2010" in said
    assert in_matrix(matrix) == ["Veel samen."]
    on_page(study, "")
    fill_in(matrix, "")
    assert "Emptied" not in write_matrix(study, matrix).output
    assert not any(in_matrix(matrix))


@pytest.mark.sweep(1)
@pytest.mark.parametrize("first", ["Veel samen.", "Weinig samen."])
def test_a_row_that_was_copied_and_written_on_loses_neither_text(study, tmp_path, first):
    matrix = tmp_path / "matrix.xlsx"
    on_page(study, "Veel samen.")
    write_matrix(study, matrix)
    book = openpyxl.load_workbook(matrix)
    sheet = book.worksheets[0]
    copied = [cell.value for cell in sheet[2]]
    sheet["B2"] = first
    sheet.append([copied[0], "Later minder.", *copied[2:]])
    book.save(matrix)
    write_matrix(study, matrix)
    assert in_matrix(matrix) == [f"{first}\n\nLater minder."]
    assert texts(study) == [(f"{first}\n\nLater minder.",)]


@pytest.mark.slow
def test_of_two_coders_the_matrix_has_both_texts_and_neither_file_is_written_in(study, matrix):
    on_page(study, "Van Anna.")
    on_page(study, "Van Bert.", coder="bert")
    told = write_matrix(study, matrix)
    assert "two places" in told.output
    assert in_matrix(matrix) == ["Van Anna.\n\nVan Bert."]
    fill_in(matrix, "Samen opgeschreven.")
    write_matrix(study, matrix)
    assert in_matrix(matrix) == ["Samen opgeschreven."]
    write_matrix(study, matrix)
    assert in_matrix(matrix) == ["Samen opgeschreven."]
    assert (texts(study), texts(study, "bert")) == ([("Van Anna.",)], [("Van Bert.",)])


@pytest.mark.slow
def test_a_study_without_coders_gets_no_file_of_one_from_a_matrix(study, matrix):
    write_matrix(study, matrix)
    fill_in(matrix, "Alleen hier.")
    write_matrix(study, matrix)
    assert in_matrix(matrix) == ["Alleen hier."]
    assert not (study / "codings").exists()


@pytest.mark.slow
def test_a_matrix_in_a_copy_of_the_study_without_codings_keeps_its_texts(study, matrix):
    on_page(study, "Veel samen.")
    write_matrix(study, matrix)
    (study / "codings" / "anna.jsonl").unlink()
    write_matrix(study, matrix)
    assert in_matrix(matrix) == ["Veel samen."]


def test_two_windows_that_did_not_see_each_other_keep_both_texts():
    first = Event("e1", "summary", n=1, note="Eerst.", **KEY)
    one, two = (Event(f"e{n}", "summary", n=n, of="e1", note=f"Venster {n}.", **KEY) for n in (2, 3))
    (cell,) = replay([first, one, two]).summaries
    assert cell.versions == ("Venster 2.", "Venster 3.")
    both = Event("e4", "summary", n=4, of=" ".join(cell.ids), note="Een tekst.", **KEY)
    assert replay([first, one, two, both]).summaries[0].versions == ("Een tekst.",)
    assert replay([first, one, Event("e5", "undo", n=5, of="e2")]).summaries[0].versions == ("Eerst.",)


WORDS = st.sampled_from(["", "een", "twee", "drie\n\nvier", "vijf"])


@given(WORDS, WORDS, WORDS)
def test_no_text_is_lost_whoever_changed_what(before, page_now, matrix_now):
    """What the page had when the matrix was made; what either has now."""

    def cell(text: str) -> Summary:
        return Summary("P01", "samen", "2010", (text,) if text else (), "", ("e",))

    made = merge_summaries(None, [cell(before)]).summaries
    saved = made["saved"].tolist()[0] if len(made) else ""
    rows = [("P01", "samen", "2010", matrix_now, "", "", saved)] if matrix_now else []
    merged = merge_summaries(summary_table(rows), [cell(page_now)])
    held = "".join(merged.summaries["summary"])
    if page_now != before:
        assert page_now in held
    if matrix_now and matrix_now != before:
        assert matrix_now in held
    if page_now == before and matrix_now:
        assert held == matrix_now
    if matrix_now == before:
        assert held == page_now


def test_a_summary_needs_a_person_a_code_and_a_wave(study):
    with pytest.raises(ValueError, match="summary needs wave"):
        write_coding(study, {"person": "P01", "code": "samen", "note": "x"}, coder="anna", do="summary")
    assert collect_summaries([]) == ()
