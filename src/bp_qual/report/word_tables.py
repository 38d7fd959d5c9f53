"""Tables in a Word file, made in one go: python-docx adds cell by cell, which takes seconds where there are thousands.

A cell is a list of paragraphs, a paragraph a list of texts, every second of which is bold: what is before a found
word, the word, what is after it.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from bp_qual.display import one_line, visible

if TYPE_CHECKING:
    from docx.document import Document

WIDE = 16.0  # centimetres between the margins of a page
_LETTER, _MARGIN = 0.2, 0.45  # of a bold letter, and of a cell beside its text
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


def add_text_table(document: Document, caption: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Add a table of plain texts, with its caption above it.

    Parameters
    ----------
    document : Document
        A document of python-docx.
    caption : str
        Above the table; none if empty.
    head : sequence of str
        The header row.
    rows : iterable of sequence of str
        The other rows.

    Examples
    --------
    >>> import docx
    >>> document = docx.Document()
    >>> add_text_table(document, "Who", ["Person"], [["P01"]])
    >>> document.paragraphs[0].text
    'Who'
    """
    if caption:
        document.add_paragraph(visible(caption), style="Caption")
    texts = [list(row) for row in rows]
    add_table(document, head, [[[[text]] for text in row] for row in texts], widths=_widths([head, *texts]))


def _widths(rows: Sequence[Sequence[str]]) -> list[float]:
    """Share the page among the columns: first room for the longest word, then the rest where the sentences are.

    >>> [round(width, 1) for width in _widths([["Code", "What became of it"], ["hokjes", "no clear change at all"]])]
    [4.4, 11.6]
    """
    columns = [[text for text in column if text] or [""] for column in zip(*rows, strict=True)]
    least = [
        _MARGIN + _LETTER * max(len(word) for text in column for word in text.split() or [""]) for column in columns
    ]
    spare = max(0.0, WIDE - sum(least))
    needs = [max(map(len, column)) for column in columns]
    widths = [width + spare * need / (sum(needs) or 1) for width, need in zip(least, needs, strict=True)]
    return [width * WIDE / sum(widths) for width in widths]


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
