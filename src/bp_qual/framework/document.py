"""The framework matrix as a Word file: a table for each code, a field to write in above the quotes of each wave.

The field is a content control, so that it is found again however the text around it was edited; its tag says which
quotes it was written for.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from bp_qual.display import one_line, visible
from bp_qual.framework.matrix import Cell, Framework, summary_table
from bp_qual.report.word_report import blank_document, packed_document
from bp_qual.wording import Wording

if TYPE_CHECKING:
    import pandas as pd

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TAG = "bp_qual-"
_PERSON, _PAGE = 1100, 9070  # twentieths of a point: the first column, all columns


def document_bytes(framework: Framework, say: Wording) -> bytes:
    """Return a framework matrix as a Word file.

    >>> document_bytes(Framework((), (), (), {}, ()), Wording("en"))[:2]
    b'PK'
    """
    from docx.oxml import parse_xml

    document = blank_document(say("matrix_title"), say.language, landscape=True)
    document.add_heading(say("matrix_title"), 0)
    document.add_paragraph(say("matrix_how"))
    for code in framework.codes:
        document.add_heading(visible(framework.labels.get(code) or code), 1)
        rows = "".join(_row(cells, say) for cells in framework.of_code(code))
        _add(document, parse_xml(_table(_head(code, framework.waves), rows, len(framework.waves))))
    if framework.carried:
        document.add_heading(say("matrix_carried"), 1)
        for code in dict.fromkeys(cell.code for cell in framework.carried):
            for wave in dict.fromkeys(cell.wave for cell in framework.carried if cell.code == code):
                own = [cell for cell in framework.carried if (cell.code, cell.wave) == (code, wave)]
                _add(document, parse_xml(_table(_head(code, (wave,)), "".join(_row((c,), say) for c in own), 1)))
    return packed_document(document)


def document_summaries(data: bytes) -> pd.DataFrame:
    """Read the summaries back: each is found by its table's code, its row's person and its column's wave.

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
    tables = [table for table in document.element.body.iter(f"{{{_W}}}tbl") if _tag_of(table).startswith(_TAG)]
    if not tables:
        raise ValueError("no table of a framework matrix")
    return summary_table(row for table in tables for row in _read_table(table))


def _add(document: Any, table: Any) -> None:
    document.element.body.insert_element_before(table, "w:sectPr")
    document.add_paragraph()


def _table(head: str, rows: str, waves: int) -> str:
    width = (_PAGE * 3 // 2 - _PERSON) // max(1, waves)
    grid = f'<w:gridCol w:w="{_PERSON}"/>' + f'<w:gridCol w:w="{width}"/>' * waves
    return (
        f'<w:tbl xmlns:w="{_W}"><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>'
    )


def _head(code: str, waves: tuple[str, ...]) -> str:
    cells = "".join(f"<w:tc>{_paragraph(text, bold=True)}</w:tc>" for text in (code, *waves))
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _row(cells: tuple[Cell, ...], say: Wording) -> str:
    own = "".join(f"<w:tc>{_field(cell, say)}{_under(cell, say)}</w:tc>" for cell in cells)
    return f"<w:tr><w:tc>{_paragraph(cells[0].person, bold=True)}</w:tc>{own}</w:tr>"


def _field(cell: Cell, say: Wording) -> str:
    """The field for the summary; its tag holds the fingerprint of the quotes that it was written for."""
    mark = cell.written_for if cell.summary else cell.fingerprint
    paragraphs = "".join(_paragraph(line) for line in cell.summary.split("\n")) or _paragraph("")
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{_attribute(say("matrix_summary"))}"/><w:tag w:val="{_TAG}{mark}"/></w:sdtPr>'
        f"<w:sdtContent>{paragraphs}</w:sdtContent></w:sdt>"
    )


def _under(cell: Cell, say: Wording) -> str:
    """What stands under the field: whether it is stale, and the quotes."""
    notes = [say("stale")] if cell.stale else []
    if not cell.interviewed:
        notes.append(say("not_interviewed"))
    quotes = [
        f"{one_line(quote.before + '»' + quote.quote + '«' + quote.after)} ({say('turn', n=quote.turn)})"
        for quote in cell.quotes
    ]
    return "".join(_paragraph(text, bold=True) for text in notes) + "".join(map(_small, quotes)) or _paragraph("")


def _small(text: str) -> str:
    return _paragraph(text, look='<w:sz w:val="17"/><w:color w:val="4A525C"/>')


def _paragraph(text: str, *, bold: bool = False, look: str = "") -> str:
    look = f"<w:rPr>{'<w:b/>' if bold else ''}{look}</w:rPr>" if bold or look else ""
    shown = html.escape(visible(text), quote=False)
    return f'<w:p><w:r>{look}<w:t xml:space="preserve">{shown}</w:t></w:r></w:p>'


def _attribute(text: str) -> str:
    return html.escape(visible(text), quote=True)


def _read_table(table: Any) -> Iterator[tuple[str, str, str, str, str]]:
    rows = table.findall(f"{{{_W}}}tr")
    code, *waves = (_text(cell).strip() for cell in rows[0].findall(f"{{{_W}}}tc"))
    for row in rows[1:]:
        first, *cells = row.findall(f"{{{_W}}}tc")
        for wave, cell in zip(waves, cells, strict=False):
            field = next(cell.iter(f"{{{_W}}}sdt"), None)
            text = _text(field.find(f"{{{_W}}}sdtContent")).strip() if field is not None else ""
            if field is not None and text:
                yield _text(first).strip(), code, wave, text, _tag_of(field).removeprefix(_TAG)


def _tag_of(element: Any) -> str:
    tag = next(element.iter(f"{{{_W}}}tag"), None)
    return str(tag.get(f"{{{_W}}}val")) if tag is not None else ""


def _text(element: Any) -> str:
    """Return the text of an element, a line a paragraph."""
    paragraphs = [element] if element.tag == f"{{{_W}}}p" else element.iter(f"{{{_W}}}p")
    lines = ["".join(part.text or "" for part in p.iter(f"{{{_W}}}t")) for p in paragraphs]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))
