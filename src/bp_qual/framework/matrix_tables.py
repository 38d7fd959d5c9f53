"""Tables of a Word file as its XML has them: their cells, with what heads the row and the column of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

WORD_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Key = tuple[str, str, str]  # person, code, wave


def cells_with_headings(table: Any) -> Iterator[tuple[Key, Any]]:
    """Yield each cell of a table with the person, the code and the wave that its row and its column are headed by.

    >>> import docx
    >>> table = docx.Document().add_table(2, 2)._element
    >>> [key for key, _ in cells_with_headings(table)]
    [('', '', ''), ('', '', ''), ('', '', ''), ('', '', '')]
    """
    for cells, code, waves in rows_with_headings(table):
        for number, cell in enumerate(cells):
            wave = waves[number - 1] if 0 < number <= len(waves) else ""
            yield (shown_text(cells[0]).strip() if waves else "", code, wave), cell


def rows_with_headings(table: Any) -> Iterator[tuple[list[Any], str, list[str]]]:
    """Yield the cells of each row with the code and the waves of the headings above it; a heading has no waves.

    Rows that were pasted below another table may have brought their headings.

    >>> import docx
    >>> table = docx.Document().add_table(2, 1)._element
    >>> [(code, waves) for _, code, waves in rows_with_headings(table)]
    [('', []), ('', [])]
    """
    rows = [cells for row in table.findall(word_name("tr")) if (cells := row.findall(word_name("tc")))]
    code, *waves = [shown_text(cell).strip() for cell in rows[0]] if rows else [""]
    for number, cells in enumerate(rows):
        texts = [shown_text(cell).strip() for cell in cells]
        if number == 0 or (texts[0] and texts[1:] == waves and any(waves)):
            code = texts[0]
            yield cells, code, []
        else:
            yield cells, code, waves


def shown_key(key: Key) -> str:
    """Return the person, code and wave of a cell as far as they are known.

    >>> shown_key(("P01", "geld", ""))
    'P01 · geld'
    """
    return " · ".join(filter(None, key))


def word_name(name: str) -> str:
    """Return the name of an element of Word with its namespace.

    >>> word_name("p")[-3:]
    'n}p'
    """
    return f"{{{WORD_NAMESPACE}}}{name}"


def shown_text(element: Any) -> str:
    """Return the text of an element, a line a paragraph.

    >>> import docx
    >>> document = docx.Document()
    >>> shown_text(document.add_paragraph("Brood.")._element)
    'Brood.'
    """
    paragraphs = [element] if element.tag == f"{{{WORD_NAMESPACE}}}p" else element.iter(f"{{{WORD_NAMESPACE}}}p")
    lines = ["".join(part.text or "" for part in p.iter(f"{{{WORD_NAMESPACE}}}t")) for p in paragraphs]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))
