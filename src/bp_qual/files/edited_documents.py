"""A Word document that people have edited: its tables with all that they may have written in them.

What was written while changes were tracked is there; words and rows that were deleted so are not. What is struck
through says so, and a comment on a cell stands behind the cells of its row.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from bp_qual.files.edited_books import beside_text, struck

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GONE = {f"{_W}del", f"{_W}moveFrom"}
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_OFF = {"0", "false", "off"}

Cells = list[tuple[str, str]]  # each with its place


def read_edited_document(data: bytes) -> Iterator[list[Cells]]:
    """Yield what stands outside the tables of a Word document, and then each table: rows of cells with their places.

    Parameters
    ----------
    data : bytes
        The file.

    Yields
    ------
    list of list of tuple of str
        A comment on a cell follows the cells of its row, with the place of that cell.

    Raises
    ------
    Exception
        Whatever the library raises on a damaged file.

    Examples
    --------
    >>> import docx
    >>> document, buffer = docx.Document(), io.BytesIO()
    >>> document.add_paragraph("Second reading").style.name
    'Normal'
    >>> run = document.add_table(1, 1).cell(0, 0).paragraphs[0].add_run("money")
    >>> run.font.strike = True
    >>> document.save(buffer)
    >>> list(read_edited_document(buffer.getvalue()))
    [[[('paragraph 1', 'Second reading')]], [[('table 1, row 1, column 1', '~~money~~')]]]
    """
    import docx

    document = docx.Document(io.BytesIO(data))
    said = dict(_comments(document))
    tables = [
        [
            _with_comments(row.cells, f"table {number}, row {at}", said)
            for at, row in enumerate(table.rows, start=1)
            if row._tr.find(f"{_W}trPr/{_W}del") is None
        ]
        for number, table in enumerate(document.tables, start=1)
    ]
    paragraphs = ((n, _text(p._p)) for n, p in enumerate(document.paragraphs, start=1))
    beside = [line for line in beside_text(data) if not line[0].startswith("comments")]
    beside += [("comments", text) for text in said.values() if text]  # those that are on no cell
    yield [*([(f"paragraph {n}", text)] for n, text in paragraphs if text.strip()), *([line] for line in beside)]
    yield from tables


def _with_comments(cells: Sequence[Any], row: str, said: dict[str, str]) -> Cells:
    """Return the cells of a row, and the comments on them, which are taken out of all comments."""
    places = [f"{row}, column {n}" for n in range(1, len(cells) + 1)]
    kept = [(place, _text(cell._tc)) for place, cell in zip(places, cells, strict=True)]
    for place, cell in zip(places, cells, strict=True):
        texts = (said.pop(mark.get(f"{_W}id"), "") for mark in cell._tc.iter(f"{_W}commentReference"))
        kept += [(place, text) for text in texts if text]
    return kept


def _comments(document: Any) -> Iterator[tuple[str, str]]:
    """Yield the id and text of each comment."""
    from docx.oxml.parser import parse_xml

    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith("/comments"):
            for comment in parse_xml(relation.target_part.blob).iter(f"{_W}comment"):
                yield comment.get(f"{_W}id", ""), _text(comment).strip()


def _text(element: Any) -> str:
    """Return the text of an element, a line for each paragraph."""
    return "\n".join(_line(paragraph) for paragraph in element.iter(f"{_W}p"))


def _line(paragraph: Any) -> str:
    runs = [
        (_is_struck(run), "".join(_signs(run)))
        for run in paragraph.iter(f"{_W}r")
        if next(run.iterancestors(f"{_W}p")) is paragraph and not any(up.tag in _GONE for up in run.iterancestors())
    ]
    parts = ((through, "".join(text for _, text in own)) for through, own in groupby(runs, key=lambda run: run[0]))
    return "".join(struck(text) if through else text for through, text in parts)


def _signs(run: Any) -> Iterator[str]:
    for part in run:
        yield (part.text or "") if part.tag == f"{_W}t" else _SIGNS.get(part.tag, "")


def _is_struck(run: Any) -> bool:
    return any(
        look.get(f"{_W}val", "1") not in _OFF
        for name in ("strike", "dstrike")
        for look in run.findall(f"{_W}rPr/{_W}{name}")
    )
