"""Tables in a Word file, made in one go: python-docx adds cell by cell, which takes seconds where there are thousands.

A cell is a list of paragraphs, a paragraph a list of texts, every second of which is bold: what is before a found
word, the word, what is after it.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from bp_qual.display import one_line

if TYPE_CHECKING:
    from docx.document import Document

_TWIPS = 567  # to the centimetre
_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

Paragraphs = Sequence[Sequence[str]]


def add_table(
    document: Document,
    head: Sequence[str],
    rows: Iterable[Sequence[Paragraphs]],
    *,
    widths: Sequence[float] = (),
) -> None:
    """Add a framed table whose header row is marked as one and repeats on every page.

    Parameters
    ----------
    document : Document
        A document of python-docx.
    head : sequence of str
        The header row.
    rows : iterable of sequence of paragraphs
        For each cell its paragraphs; in each every second piece of text is bold.
    widths : sequence of float
        The columns' widths in centimetres; without them Word chooses.

    Examples
    --------
    >>> import docx
    >>> document = docx.Document()
    >>> add_table(document, ["Person", "2010"], [[[["P01"]], [["We work ", "together", "."]]]])
    >>> [cell.text for cell in document.tables[0].rows[1].cells]
    ['P01', 'We work together.']
    """
    from docx.oxml import parse_xml

    twips = [round(width * _TWIPS) for width in widths] or [0] * len(head)
    layout = '<w:tblLayout w:type="fixed"/>' if widths else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' if width else "<w:gridCol/>" for width in twips)
    header = _row([[["", text]] for text in head], twips, "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
    body = "".join(_row(row, twips) for row in rows)
    table = parse_xml(
        f'<w:tbl {_NAMESPACE}><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/>{layout}'
        f'<w:tblLook w:firstRow="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{header}{body}</w:tbl>'
    )
    document.element.body.insert_element_before(table, "w:sectPr")
    document.add_paragraph()


def _row(cells: Sequence[Paragraphs], widths: Sequence[int], properties: str = "") -> str:
    return f"<w:tr>{properties}{''.join(map(_cell, cells, widths))}</w:tr>"


def _cell(paragraphs: Paragraphs, width: int) -> str:
    size = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>' if width else ""
    return f"<w:tc>{size}{''.join(map(_paragraph, paragraphs))}</w:tc>"


def _paragraph(texts: Sequence[str]) -> str:
    runs = "".join(_run(text, bold=number % 2 == 1) for number, text in enumerate(texts) if text)
    return f"<w:p>{runs}</w:p>"


def _run(text: str, *, bold: bool) -> str:
    marked = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{marked}<w:t xml:space="preserve">{html.escape(_on_one_line(text), quote=False)}</w:t></w:r>'


def _on_one_line(text: str) -> str:
    """Collapse white space, but keep a blank at either end: it parts a word from the one beside it."""
    inner = one_line(text)
    return f"{' ' * text[:1].isspace()}{inner}{' ' * text[-1:].isspace()}" if inner else " "
