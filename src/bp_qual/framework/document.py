"""The framework matrix as a Word file: a table for each code, a field to write in above the quotes of each wave.

The field is a content control that cannot be deleted; its tag says whose it is and which quotes it was written for.
The file also keeps marks of every paragraph that was written here, so that any other paragraph is known to be
somebody's and is carried along.
"""

from __future__ import annotations

import html
import io
import zipfile
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from bp_qual.display import visible
from bp_qual.files.edited_books import beside_text
from bp_qual.files.word_writing import packed_document
from bp_qual.framework.bare_tables import read_bare_tables
from bp_qual.framework.layouts import Layout, layout_of, say_gap, say_passage, say_stale
from bp_qual.framework.marks import text_mark
from bp_qual.framework.matrix import Cell, Framework, SummaryRow, summary_table
from bp_qual.framework.matrix_marks import MARKS_SPACE, Marks, owner_of, read_matrix_marks
from bp_qual.framework.matrix_tables import WORD_NAMESPACE, Key, cells_with_headings, shown_key, shown_text, word_name
from bp_qual.report.word_report import blank_document
from bp_qual.wording import Wording

if TYPE_CHECKING:
    import pandas as pd

_FIELD_TAG = "bp_qual-"
_CHARACTER, _PAGE = 92, 9070  # twentieths of a point: a character of the first column, all columns


def document_bytes(framework: Framework, say: Wording) -> bytes:
    """Return a framework matrix as a Word file.

    >>> import docx
    >>> matrix = Framework(("P1",), ("a",), ("1",), {"a": "Anger"}, (Cell("P1", "a", "1", summary="Rarely."),))
    >>> document = docx.Document(io.BytesIO(document_bytes(matrix, Wording("en"))))
    >>> [line.text for line in document.paragraphs if line.style.name == "Heading 1"]
    ['Anger']
    """
    from docx.oxml import parse_xml

    layout = layout_of(framework, say)
    document = blank_document(layout.title, say.language, landscape=True)
    document.core_properties.category = "matrix"
    document.add_heading(layout.title, 0)
    document.add_paragraph(layout.how)
    if whose := framework.say_whose(say.language):
        document.add_paragraph(f"{say('matrix_whose')}: {visible(whose)}")
    for code in framework.codes:
        document.add_heading(visible(framework.labels.get(code) or code), 1)
        rows = "".join(_row(cells, say) for cells in framework.of_code(code))
        _add(document, parse_xml(_table(_head(code, framework.waves), rows, len(framework.waves), layout)))
    if framework.carried:
        document.add_heading(say("matrix_carried"), 1)
        for code in dict.fromkeys(cell.code for cell in framework.carried):
            for wave in dict.fromkeys(cell.wave for cell in framework.carried if cell.code == code):
                own = [cell for cell in framework.carried if (cell.code, cell.wave) == (code, wave)]
                _add(
                    document, parse_xml(_table(_head(code, (wave,)), "".join(_row((c,), say) for c in own), 1, layout))
                )
    if framework.notes:
        document.add_heading(say("matrix_notes"), 1)
    for place in dict.fromkeys(note.place for note in framework.notes):
        document.add_heading(visible(place), 2)
        for note in framework.notes:
            if note.place == place:
                document.add_paragraph(visible(note.text))
    _add_marks(document, {text_mark(note.text) for note in framework.notes}, framework, say)
    return packed_document(document)


def document_summaries(data: bytes, *, where: str = "") -> pd.DataFrame:
    """Read back what people wrote: a summary by its table, row and column, any other text as a note.

    Raises
    ------
    ValueError
        Where this is not such a file.

    >>> cell = Cell("P1", "a", "1", summary="Rarely.")
    >>> matrix = Framework(("P1",), ("a",), ("1",), {}, (cell,))
    >>> document_summaries(document_bytes(matrix, Wording("en")))["summary"].tolist()
    ['Rarely.']
    """
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError) as err:
        raise ValueError("not a Word file") from err
    marks = read_matrix_marks(document)
    if marks is None:
        raise ValueError("no framework matrix")
    tables = document.element.body.findall(word_name("tbl"))
    has_fields = any(_tag_of(field).startswith(_FIELD_TAG) for field in document.element.body.iter(word_name("sdt")))
    if has_fields or not tables:
        written = list(_read_fields([cell for table in tables for cell in cells_with_headings(table)], marks))
    else:
        written = list(read_bare_tables(tables, marks))
    notes = _read_notes(document, beside_text(data, where=where), marks.own, within_tables=has_fields)
    return summary_table([*written, *(row for row in notes if row[3])])


def _add(document: Any, table: Any) -> None:
    document.element.body.insert_element_before(table, "w:sectPr")
    document.add_paragraph()


def _table(head: str, rows: str, waves: int, layout: Layout) -> str:
    first = layout.first * _CHARACTER
    width = (_PAGE * 3 // 2 - first) // max(1, waves)
    grid = f'<w:gridCol w:w="{first}"/>' + f'<w:gridCol w:w="{width}"/>' * waves
    return (
        f'<w:tbl xmlns:w="{WORD_NAMESPACE}"><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>'
    )


def _head(code: str, waves: tuple[str, ...]) -> str:
    cells = "".join(f"<w:tc>{_paragraph(text, bold=True)}</w:tc>" for text in (code, *waves))
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _row(cells: tuple[Cell, ...], say: Wording) -> str:
    own = "".join(f"<w:tc>{_field(cell, say)}{_under(cell, say)}</w:tc>" for cell in cells)
    return f"<w:tr><w:tc>{_paragraph(cells[0].person, bold=True)}</w:tc>{own}</w:tr>"


def _field(cell: Cell, say: Wording) -> str:
    """The field for the summary; its tag holds the mark of the quotes it was written for, and of what the page had."""
    quotes = cell.written_for if cell.summary else cell.fingerprint
    mark = f"{quotes}-{owner_of((cell.person, cell.code, cell.wave))}-{cell.saved}"
    paragraphs = "".join(_paragraph(line) for line in cell.summary.split("\n")) or _paragraph("")
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{_attribute(say("matrix_summary"))}"/><w:tag w:val="{_FIELD_TAG}{mark}"/>'
        '<w:lock w:val="sdtLocked"/></w:sdtPr>'
        f"<w:sdtContent>{paragraphs}</w:sdtContent></w:sdt>"
    )


def _under(cell: Cell, say: Wording) -> str:
    """What is under the field: whether it is stale, and the quotes."""
    notes = filter(None, (say_stale(cell, say), say_gap(cell, say)))
    shown = [_small(text) for text in _beside(cell, say)]
    return "".join(_paragraph(text, bold=True) for text in notes) + "".join(shown) or _paragraph("")


def _beside(cell: Cell, say: Wording) -> tuple[str, ...]:
    quotes = (f"{say_passage(quote)} ({say('turn', n=quote.turn + 1)})" for quote in cell.quotes)
    return cell.told or tuple(quotes)


def _small(text: str) -> str:
    return _paragraph(text, look='<w:sz w:val="17"/><w:color w:val="4A525C"/>')


def _paragraph(text: str, *, bold: bool = False, look: str = "") -> str:
    look = f"<w:rPr>{'<w:b/>' if bold else ''}{look}</w:rPr>" if bold or look else ""
    shown = html.escape(visible(text), quote=False)
    return f'<w:p><w:r>{look}<w:t xml:space="preserve">{shown}</w:t></w:r></w:p>'


def _attribute(text: str) -> str:
    return html.escape(visible(text), quote=True)


def _add_marks(document: Any, foreign: set[str], framework: Framework, say: Wording) -> None:
    """Keep in the file the marks of all paragraphs in it, but for those in fields and those that somebody typed.

    The marks of quotes have the cell beside them, so that it is known where a row is pasted below another table, and
    where what heads it was renamed.
    """
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.part import Part

    package = document.part.package
    marks = sorted({text_mark(text) for _, text in _outside_fields(document)} - foreign)
    quotes = "".join(
        f'<quotes person="{_attribute(cell.person)}" code="{_attribute(cell.code)}" wave="{_attribute(cell.wave)}">'
        f"{' '.join(text_mark(visible(text)) for text in _beside(cell, say))}</quotes>"
        for cell in (*framework.cells, *framework.carried)
    )
    blob = f'<marks xmlns="{MARKS_SPACE}">{" ".join(marks)}{quotes}</marks>'.encode()
    part = Part(package.next_partname("/customXml/item%d.xml"), "application/xml", blob, package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def _read_notes(
    document: Any, beside: Iterable[tuple[str, str]], own: Collection[str], *, within_tables: bool
) -> Iterator[SummaryRow]:
    """Yield what somebody typed outside the fields, or beside the text."""
    for place, text in (*_outside_fields(document, within_tables=within_tables), *beside):
        if text_mark(text) not in own:
            yield "", "", "", text, "", place if place != text else "", ""


def _outside_fields(document: Any, *, within_tables: bool = True) -> Iterator[tuple[str, str]]:
    """Yield every paragraph that is in no field of ours: its cell, or the heading above it, and its text."""
    heading = ""
    for block in document.element.body:
        if block.tag == word_name("tbl"):
            for key, cell in cells_with_headings(block) if within_tables else ():
                yield from (
                    (shown_key(key), shown_text(p).strip()) for p in cell.iter(word_name("p")) if not _is_in_field(p)
                )
            continue
        for paragraph in block.iter(word_name("p")):
            text = shown_text(paragraph).strip()
            yield heading, text
            style = paragraph.find(f"{word_name('pPr')}/{word_name('pStyle')}")
            heading = text if style is not None and str(style.get(word_name("val"))).startswith("Heading") else heading


def _read_fields(cells: Sequence[tuple[Key, Any]], marks: Marks) -> Iterator[SummaryRow]:
    """Yield the summaries of all tables; what is in another cell's field, or deleted as a tracked change, is a note.

    Where what heads a cell was renamed, its field says whose it is, unless there is another field that says the same.
    """
    fields = [(key, field) for key, cell in cells for field in cell.iter(word_name("sdt"))]
    fields = [(key, field) for key, field in fields if _tag_of(field).startswith(_FIELD_TAG)]
    counts = Counter(_field_tag(field)[1] for _, field in fields)
    for key, field in fields:
        text = shown_text(field.find(word_name("sdtContent"))).strip()
        if deleted := _deleted(field):
            yield "", "", "", deleted, "", shown_key(key), ""
        quotes, owner, saved = _field_tag(field)
        own = marks.owners.get(owner, key) if marks.is_renamed(key) and counts[owner] == 1 else key
        fits = owner == owner_of(own)
        if fits and (text or saved):  # also what was emptied, where the page has something
            yield *own, text, quotes, "", saved
        elif text:
            yield "", "", "", text, "", shown_key(key), ""


def _field_tag(field: Any) -> tuple[str, str, str]:
    """Return the marks of the quotes that a field was written for, of whose it is, and of what the page had."""
    quotes, owner, saved = (*_tag_of(field).removeprefix(_FIELD_TAG).split("-"), "", "")[:3]
    return quotes, owner, saved


def _deleted(field: Any) -> str:
    """Return the paragraphs of a field that are wholly deleted while changes are tracked: nobody has agreed to that."""
    gone = [
        "".join(part.text or "" for part in p.iter(word_name("delText")))
        for p in field.iter(word_name("p"))
        if not shown_text(p).strip()
    ]
    return "\n".join(filter(str.strip, gone)).strip()


def _is_in_field(paragraph: Any) -> bool:
    return any(
        above.tag == word_name("sdt") and _tag_of(above).startswith(_FIELD_TAG) for above in paragraph.iterancestors()
    )


def _tag_of(element: Any) -> str:
    tag = next(element.iter(word_name("tag")), None)
    return str(tag.get(word_name("val"))) if tag is not None else ""
