"""What people do to a framework matrix in Excel and Word: no sentence is lost, none changes hands."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment

from bp_qual.cli import main
from bp_qual.errors import StudyError
from bp_qual.framework import make_framework, read_framework, write_framework
from bp_qual.framework.matrix import summary_table
from report_builders import make_study

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CELLS = {
    (person, "hokjes", wave): f"Samenvatting van {person} in {wave}."
    for person in ("P01", "P02", "P03")
    for wave in ("2010", "2020")
}


def write_filled(path: Path) -> None:
    """Write the matrix and fill every field as a researcher would."""
    write_framework(make_framework(make_study(3).panel), path)
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        for (person, _, wave), text in CELLS.items():
            book.worksheets[0].cell(1 + int(person[1:]), {"2010": 2, "2020": 5}[wave]).value = text
        book.save(path)
        return
    document = docx.Document(str(path))
    fields = list(document.element.body.iter(f"{W}sdt"))
    for field, text in zip(fields, CELLS.values(), strict=True):
        next(field.iter(f"{W}t")).text = text
    document.save(str(path))


def sheet_edit(edit: Callable[[openpyxl.Workbook], object]) -> Callable[[Path], None]:
    def apply(path: Path) -> None:
        book = openpyxl.load_workbook(path)
        edit(book)
        book.save(path)

    return apply


def set_cells(book: openpyxl.Workbook, **cells: str) -> None:
    for place, text in cells.items():
        book.worksheets[0][place] = text


def insert_column(book: openpyxl.Workbook) -> None:
    book.worksheets[0].insert_cols(2)
    set_cells(book, B1="eigen kolom", B2="Nog eens bellen.")


def insert_title(book: openpyxl.Workbook) -> None:
    book.worksheets[0].insert_rows(1, 2)
    set_cells(book, A1="Mijn titel", C1="Nog eens bellen.")


def move_column(book: openpyxl.Workbook) -> None:
    sheet = book.worksheets[0]
    sheet.move_range(f"B1:B{sheet.max_row}", cols=10)


def swap_columns(book: openpyxl.Workbook) -> None:
    sheet = book.worksheets[0]
    for row in range(1, sheet.max_row + 1):
        early, late = sheet.cell(row, 2), sheet.cell(row, 5)
        early.value, late.value = late.value, early.value


def add_sheet(book: openpyxl.Workbook) -> None:
    book.create_sheet("Mijn blad", 0)["C5"] = "Nog eens bellen."


def add_comment(book: openpyxl.Workbook) -> None:
    book.worksheets[0]["C2"].comment = Comment("Nog eens bellen.", "ik")


def merge_note(book: openpyxl.Workbook) -> None:
    set_cells(book, A12="Nog eens bellen.")
    book.worksheets[0].merge_cells("A12:D13")


def in_pieces(book: openpyxl.Workbook) -> None:
    set_cells(book, K3=CellRichText("Nog eens ", TextBlock(InlineFont(b=True), "bellen.")))


def in_a_header(book: openpyxl.Workbook) -> None:
    book.worksheets[0].oddHeader.center.text = "Nog eens bellen."


SHEET_EDITS: dict[str, tuple[Callable[[openpyxl.Workbook], object], bool]] = {
    "a column before the summaries, with notes": (insert_column, True),
    "two rows with a title above the table": (insert_title, True),
    "a sheet renamed": (lambda book: setattr(book.worksheets[0], "title", "anders"), False),
    "a heading renamed": (lambda book: set_cells(book, B1="toen"), False),
    "a summary moved to the right of the table": (move_column, False),
    "two summaries swapped with their headings": (swap_columns, False),
    "the quotes deleted": (lambda book: book.worksheets[0].delete_cols(3), False),
    "the column of the state deleted": (lambda book: book.worksheets[0].delete_cols(4), False),
    "the quotes of both waves deleted": (
        lambda book: [book.worksheets[0].delete_cols(column) for column in (6, 3)],
        False,
    ),
    "a sentence beside the table": (lambda book: set_cells(book, K3="Nog eens bellen."), True),
    "a sentence below the table": (lambda book: set_cells(book, B15="Nog eens bellen."), True),
    "a sentence in the row between table and hidden row": (lambda book: set_cells(book, B5="Nog eens bellen."), True),
    "a merged cell below": (merge_note, True),
    "a quote typed over": (lambda book: set_cells(book, C2="Nog eens bellen."), True),
    "an own sheet": (add_sheet, True),
    "a comment": (add_comment, True),
    "a formula that nobody worked out": (lambda book: set_cells(book, K3='="Nog eens bellen."'), True),
    "a text with a bold word": (in_pieces, True),
    "a header": (in_a_header, True),
    "the hidden row deleted": (lambda book: book.worksheets[0].delete_rows(6), None),
    "the sheet of a code copied": (lambda book: book.copy_worksheet(book.worksheets[0]), False),
}  # type: ignore[dict-item]


@pytest.mark.sweep(1)
@pytest.mark.parametrize("name", SHEET_EDITS)
def test_no_edit_in_excel_loses_a_sentence_or_gives_it_to_another(name: str, tmp_path: Path) -> None:
    path = tmp_path / "matrix.xlsx"
    write_filled(path)
    edit, with_note = SHEET_EDITS[name]
    sheet_edit(edit)(path)
    check(path, with_note)


def paragraph(text: str) -> object:
    return deepcopy(docx.Document().add_paragraph(text)._p)


def under_field(document: docx.document.Document) -> None:
    next(document.element.body.iter(f"{W}sdt")).addnext(paragraph("Nog eens bellen."))


def under_emptied_field(document: docx.document.Document) -> None:
    under_field(document)
    next(next(document.element.body.iter(f"{W}sdt")).iter(f"{W}t")).text = ""


def without_field(document: docx.document.Document) -> None:
    field = next(document.element.body.iter(f"{W}sdt"))
    for inner in list(field.find(f"{W}sdtContent")):
        field.addprevious(inner)
    field.getparent().remove(field)


def between_tables(document: docx.document.Document) -> None:
    next(document.element.body.iter(f"{W}tbl")).addnext(paragraph("Nog eens bellen."))


def field_copied_to_another_person(document: docx.document.Document) -> None:
    first, *_, last = document.element.body.iter(f"{W}sdt")
    copied = deepcopy(first)
    next(copied.iter(f"{W}t")).text = "Nog eens bellen."
    last.addprevious(copied)


def rename_wave(document: docx.document.Document) -> None:
    next(t for t in document.element.body.iter(f"{W}t") if t.text == "2010").text = "toen"


def second_line(document: docx.document.Document) -> None:
    content = next(document.element.body.iter(f"{W}sdtContent"))
    content.append(paragraph("Nog eens bellen."))


def text_box(document: docx.document.Document) -> None:
    document.add_paragraph("Nog eens bellen.", style="Quote")


def typed_in_pieces(document: docx.document.Document) -> None:
    run = next(next(document.element.body.iter(f"{W}sdtContent")).iter(f"{W}r"))
    for text in (" Nog eens", " bellen."):
        piece = deepcopy(run)
        next(piece.iter(f"{W}t")).text = text
        next(piece.iter(f"{W}t")).set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.getparent().append(piece)


def under_review(document: docx.document.Document) -> None:
    run = next(next(document.element.body.iter(f"{W}sdtContent")).iter(f"{W}r"))
    inserted = run.makeelement(f"{W}ins", {f"{W}id": "900", f"{W}author": "ik"})
    run.addnext(inserted)
    inserted.append(deepcopy(run))
    next(inserted.iter(f"{W}t")).text = "Nog eens bellen."


def in_a_comment(document: docx.document.Document) -> None:
    document.add_comment(document.paragraphs[0].runs, text="Nog eens bellen.", author="ik")


def fields_change_places(document: docx.document.Document) -> None:
    first, *_, last = document.element.body.iter(f"{W}sdt")
    first.addprevious(last)


def headings_renamed(document: docx.document.Document) -> None:
    for paragraph in document.paragraphs:
        if paragraph.style.name.startswith("Heading"):
            paragraph.text = "Anders"


def rows_in_another_order(document: docx.document.Document) -> None:
    table = next(document.element.body.iter(f"{W}tbl"))
    rows = list(table.iter(f"{W}tr"))
    rows[1].addprevious(rows[-1])


def broken_line(document: docx.document.Document) -> None:
    run = next(next(document.element.body.iter(f"{W}sdtContent")).iter(f"{W}r"))
    run.append(run.makeelement(f"{W}br", {}))
    more = deepcopy(next(run.iter(f"{W}t")))
    more.text = "Nog eens bellen."
    run.append(more)


def in_a_header_of_the_page(document: docx.document.Document) -> None:
    document.sections[0].header.paragraphs[0].text = "Nog eens bellen."


def own_table(document: docx.document.Document) -> None:
    document.add_table(1, 1).cell(0, 0).text = "Nog eens bellen."


DOCUMENT_EDITS = {
    "a page's header": in_a_header_of_the_page,
    "an own table": own_table,
    "typed in pieces": typed_in_pieces,
    "typed under review": under_review,
    "a comment": in_a_comment,
    "a field moved to another's cell": fields_change_places,
    "headings renamed": headings_renamed,
    "rows in another order": rows_in_another_order,
    "a line broken": broken_line,
    "a paragraph under the field": under_field,
    "a paragraph under the field, the field emptied": under_emptied_field,
    "the field removed, its text kept": without_field,
    "a paragraph between tables": between_tables,
    "a field copied to another person": field_copied_to_another_person,
    "a wave renamed": rename_wave,
    "a second paragraph in the field": second_line,
    "a paragraph at the end": text_box,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", DOCUMENT_EDITS)
def test_no_edit_in_word_loses_a_sentence_or_gives_it_to_another(name: str, tmp_path: Path) -> None:
    path = tmp_path / "matrix.docx"
    write_filled(path)
    document = docx.Document(str(path))
    DOCUMENT_EDITS[name](document)
    document.save(str(path))
    check(path, None)


def save_without_tags(path: Path) -> None:
    """Save the matrix as LibreOffice does: the fields stay, within paragraphs and without tags, or go."""
    document = docx.Document(str(path))
    for number, field in enumerate(list(document.element.body.iter(f"{W}sdt"))):
        for tag in [*field.iter(f"{W}tag"), *field.iter(f"{W}lock")]:
            tag.getparent().remove(tag)
        if number % 2:
            for paragraph in list(next(field.iter(f"{W}sdtContent"))):
                field.addprevious(paragraph)
            field.getparent().remove(field)
    document.save(str(path))


def save_with_libreoffice(path: Path) -> None:
    folder = path.parent / "saved"
    profile = f"-env:UserInstallation=file://{path.parent / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", path.suffix[1:], "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True)
    path.write_bytes((folder / path.name).read_bytes())


needs_libreoffice = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
SAVED = [
    pytest.param(".docx", save_without_tags, id="docx, without tags"),
    pytest.param(".docx", save_with_libreoffice, id="docx", marks=needs_libreoffice),
    pytest.param(".xlsx", save_with_libreoffice, id="xlsx", marks=needs_libreoffice),
]


@pytest.mark.sweep(1)
@pytest.mark.parametrize(("ending", "save"), SAVED)
def test_a_matrix_that_libreoffice_saved_has_every_summary_in_its_cell(
    ending: str, save: Callable[[Path], None], tmp_path: Path
) -> None:
    path = tmp_path / f"matrix{ending}"
    write_filled(path)
    save(path)
    check(path, with_note=False)


def check(path: Path, with_note: bool | None) -> None:
    """Write the matrix again as the command does; every sentence is in it, and the edited file lies beside it."""
    before, edited = said_in(path), path.read_bytes()
    kept = write_framework(make_framework(make_study(3).panel, summaries=read_framework(path)), path)
    assert kept is not None
    assert kept.read_bytes() == edited
    rows = read_framework(path)
    after = "\n".join(rows["summary"])
    for sentence in (*CELLS.values(), "Nog eens bellen."):
        assert (sentence in after) or sentence not in before, sentence
    for person, code, wave, text in zip(*(rows[c] for c in ("person", "code", "wave", "summary")), strict=True):
        if code:
            assert text.startswith(CELLS[person, code, wave]), (person, wave, text)
    assert not any("hokjes" in text and "»" in text for text in rows["summary"])  # no quote became a summary
    if with_note is not None:
        summaries = rows[rows["code"] != ""]
        assert (
            dict(
                zip(zip(summaries.person, summaries.code, summaries.wave, strict=True), summaries.summary, strict=True)
            )
            == CELLS
        )
        assert ("Nog eens bellen." in after) is with_note
    again = write_framework(make_framework(make_study(3).panel, summaries=rows), path)
    assert again is None or path.suffix == ".docx"
    assert sorted(read_framework(path)["summary"]) == sorted(rows["summary"])  # and so the next time


def said_in(path: Path) -> str:
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        beside = [cell.comment.text for cell in cells if cell.comment]
        beside += [str(sheet.oddHeader.center.text) for sheet in book]
        return "\n".join([*(str(cell.value) for cell in cells), *beside])
    document = docx.Document(str(path))
    beside = [comment.text for comment in document.comments]
    beside += [line.text for section in document.sections for line in section.header.paragraphs]
    return "\n".join([*(t.text or "" for t in document.element.body.iter(f"{W}t")), *beside])


def test_a_text_box_in_excel_is_a_note(tmp_path: Path) -> None:
    path = tmp_path / "matrix.xlsx"
    write_filled(path)
    box = b"<xdr:sp><a:p><a:r><a:t>Nog eens</a:t></a:r><a:r><a:t> bellen.</a:t></a:r></a:p></xdr:sp>"
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/drawings/drawing1.xml", box)
    notes = read_framework(path).query("code == ''")
    assert notes[["summary", "place"]].to_numpy().tolist() == [["Nog eens bellen.", "drawing1"]]


def test_the_field_in_word_is_locked(tmp_path: Path) -> None:
    path = tmp_path / "matrix.docx"
    write_filled(path)
    body = docx.Document(str(path)).element.body
    assert len(list(body.iter(f"{W}lock"))) == len(CELLS)


def test_a_second_edit_is_kept_under_a_second_name(tmp_path: Path) -> None:
    path = tmp_path / "matrix.xlsx"
    write_filled(path)
    study = make_study(3).panel
    first = write_framework(make_framework(study), path)
    sheet_edit(lambda book: set_cells(book, K3="Nog eens bellen."))(path)
    second = write_framework(make_framework(study), path)
    assert (first and first.name, second and second.name) == ("matrix.earlier.xlsx", "matrix.earlier-2.xlsx")


def test_the_command_says_what_has_no_field_of_its_own(tmp_path: Path) -> None:
    for name in ("P01_2010.txt", "P01_2020.txt"):
        (tmp_path / name).write_text("I: Hoe?\nR: Wij werkten samen.\n", encoding="utf-8")
    (tmp_path / "book.yaml").write_text("{codebook: B, version: 1.0.0, language: en, codes: [{id: a, terms: [samen]}]}")
    command = ["framework", str(tmp_path), "--codebook", str(tmp_path / "book.yaml"), "-o", str(tmp_path / "m.xlsx")]
    assert CliRunner().invoke(main, command).exit_code == 0
    sheet_edit(lambda book: set_cells(book, B2="Een zin.", K3="Nog eens bellen."))(tmp_path / "m.xlsx")
    done = CliRunner().invoke(main, command)
    assert "1 summar" in done.output
    assert "1 of what was written has no field of its own and is at the end of the file: 'Nog eens be" in done.output


LONG = ("Zij zei toen dat het in de wijk anders was geworden dan vroeger. " * 600)[:32_767]


@pytest.mark.sweep(1)
@pytest.mark.parametrize("begin", ["", "<r>", "_x000D_"])
def test_a_cell_that_is_full_in_excel_comes_back_to_the_last_letter(tmp_path, begin):
    path = tmp_path / "matrix.xlsx"
    text = begin + LONG[len(begin) : -1] + "."
    row = ("P01", "hokjes", "2010", text, "", "", "")
    write_framework(make_framework(make_study(2).panel, summaries=summary_table([row])), path)
    again = read_framework(path)
    assert again["summary"].tolist() == [text]
    write_framework(make_framework(make_study(2).panel, summaries=again), path)
    assert read_framework(path)["summary"].tolist() == [text]


@pytest.mark.sweep(4)
@pytest.mark.parametrize(
    "row",
    [
        ("P01", "hokjes", "2010", LONG + "!", "", "", ""),
        ("P09", "hokjes", "2010", LONG + "!", "", "", ""),
        ("", "", "", LONG + "!", "", "01 hokjes!F2", ""),
        ("P01", "hokjes", "2010", "😀" * 16_384, "", "", ""),
    ],
    ids=["field", "carried", "note", "emoji"],
)
def test_what_no_cell_can_hold_is_refused_with_its_place_and_goes_whole_into_word(tmp_path, row):
    matrix = make_framework(make_study(2).panel, summaries=summary_table([row]))
    path = tmp_path / "matrix.xlsx"
    with pytest.raises(StudyError) as told:
        write_framework(matrix, path)
    assert ("01 hokjes!F2" if not row[0] else f"{row[0]} · hokjes · 2010") in str(told.value)
    assert ".docx" in str(told.value)
    assert not path.exists()
    write_framework(matrix, path.with_suffix(".docx"))
    assert row[3] in read_framework(path.with_suffix(".docx"))["summary"].tolist()


def test_a_long_text_of_word_is_refused_in_excel_and_the_file_that_is_there_stays(tmp_path):
    made, typed = tmp_path / "matrix.xlsx", tmp_path / "matrix.docx"
    write_framework(make_framework(make_study(2).panel), made)
    before = made.read_bytes()
    write_framework(
        make_framework(make_study(2).panel, summaries=summary_table([("P01", "hokjes", "2010", LONG * 2, "", "", "")])),
        typed,
    )
    with pytest.raises(StudyError, match="65,534"):
        write_framework(make_framework(make_study(2).panel, summaries=read_framework(typed)), made)
    assert made.read_bytes() == before
