"""Tables of a matrix in Word without fields, as LibreOffice leaves them when it saves: whose each cell is.

What heads a cell says so, else its quotes, else its place among cells that stand as they were written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from bp_qual.framework.marks import text_mark
from bp_qual.framework.matrix import SummaryRow
from bp_qual.framework.matrix_marks import Marks
from bp_qual.framework.matrix_tables import Key, rows_with_headings, shown_key, shown_text, word_name


def read_bare_tables(tables: Sequence[Any], marks: Marks) -> Iterator[SummaryRow]:
    """Yield what somebody wrote in the cells of the tables of a matrix.

    Parameters
    ----------
    tables : sequence of element
        All tables of the document.
    marks : Marks
        What the file keeps of what was written there.

    Yields
    ------
    tuple of str
        A summary, or a note where nobody knows of which cell it is.

    Examples
    --------
    >>> list(read_bare_tables([], Marks(frozenset(), {}, {})))
    []
    """
    places = _find_places(tables, marks)
    for table in tables:
        yield from _read_table(table, marks, places)


def _find_places(tables: Sequence[Any], marks: Marks) -> dict[Any, Key]:
    """Return whose each cell is by its place, in tables that have the shape and the order in which they were written.

    What is known of their headings must stand where it stood.
    """
    written = dict[str, list[Key]]()
    for key in marks.owners.values():
        written.setdefault(key[1], []).append(key)
    if len(written) != len(tables):
        return {}
    places = dict[Any, Key]()
    for table, (code, keys) in zip(tables, written.items(), strict=True):
        persons, waves = (list(dict.fromkeys(key[part] for key in keys)) for part in (0, 2))
        rows = [cells for row in table.findall(word_name("tr")) if (cells := row.findall(word_name("tc")))]
        head = [shown_text(cell).strip() for cell in rows[0]] if len(rows) == len(persons) + 1 else []
        body = rows[1:] if head else rows
        named = [shown_text(cells[0]).strip() for cells in body]
        is_whole = len(keys) == len(persons) * len(waves) and len(body) == len(persons)
        is_whole = is_whole and (bool(head) or named[0] in persons)  # else it may be the headings, and a row is gone
        if not is_whole or any(len(cells) != len(waves) + 1 for cells in body):
            return {}
        stand = (_stand(head[:1], [code], set(written)), _stand(head[1:], waves), _stand(named, persons))
        if not all(stand):
            return {}
        for person, cells in zip(persons, body, strict=True):
            places |= {cell: (person, code, wave) for cell, wave in zip(cells[1:], waves, strict=True)}
    return places


def _stand(shown: Sequence[str], written: Sequence[str], known: Collection[str] = ()) -> bool:
    """Whether all headings that were written here stand where they stood; others were renamed."""
    pairs = zip(shown, written, strict=False)
    return all(name == own or name not in (*known, *written) for name, own in pairs)


def _read_table(table: Any, marks: Marks, places: Mapping[Any, Key]) -> Iterator[SummaryRow]:
    """Yield what somebody wrote in the cells of a table without fields, as LibreOffice leaves them when it saves.

    For which quotes it was written is not known any more. A row that was pasted from another code's table is of the
    code that its quotes belong to; where a person has several rows and they tell nothing, what is in them is a note.
    Where what heads a cell was renamed, its quotes say whose it is, unless those of another cell say the same; where
    they do not, its place does, if the table still has its shape.
    """
    rows = list(rows_with_headings(table))
    told = Counter(marks.cell_of(_lines(cell)) for cells, _, _ in rows for cell in cells)
    persons = Counter((code, shown_text(cells[0]).strip()) for cells, code, _ in rows)
    for cells, code, waves in rows:
        person = shown_text(cells[0]).strip()
        texts = list(map(_lines, cells))
        if code and waves:
            code = _code_of(texts[1:], person, code, waves, marks, is_doubled=persons[code, person] > 1)
        for number, lines in enumerate(texts):
            said = "\n".join(line for line in lines if line and text_mark(line) not in marks.own)
            key = (person, code, waves[number - 1] if 0 < number <= len(waves) else "")
            own = marks.cell_of(lines) if marks.is_renamed(key) else None
            placed = places.get(cells[number]) if marks.is_renamed(key) else None
            if own and told[own] == 1:
                key = own
            elif placed and marks.may_be_of(lines, placed):
                key = placed
            if said:
                yield (*key, said, "", "", "") if all(key) else ("", "", "", said, "", shown_key(key), "")


def _lines(cell: Any) -> list[str]:
    return [shown_text(paragraph).strip() for paragraph in cell.iter(word_name("p"))]


def _code_of(
    texts: Sequence[Sequence[str]], person: str, code: str, waves: Sequence[str], marks: Marks, *, is_doubled: bool
) -> str:
    """Return the code that a row is about: the table's, or another where its quotes say so; nothing if nobody knows."""
    told = [codes for lines, wave in zip(texts, waves, strict=False) if (codes := marks.codes_of(lines, person, wave))]
    codes = set.intersection(*told) if told else set[str]()
    if code in codes or (not codes and not (is_doubled and marks.cells)):
        return code
    return codes.pop() if len(codes) == 1 else ""
