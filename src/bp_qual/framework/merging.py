"""Summaries from two places, the page and a matrix that was filled in: nothing that anybody wrote gets lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bp_qual.coding.by_hand import Summary
from bp_qual.display import visible
from bp_qual.framework.marks import text_mark
from bp_qual.framework.matrix import SUMMARY_COLUMNS, SummaryRow, summary_table

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, eq=False)
class Merged:
    """What stands in each cell, after the page and a matrix were put together.

    Attributes
    ----------
    summaries : DataFrame
        For `make_framework`.
    both : tuple of tuple of str
        Person, code and wave of the cells that were written on the page and in the matrix since it was made, or by two
        coders: both texts are in the cell.
    fresh : tuple of Summary
        Cells whose text is not on the page yet.
    emptied : tuple of tuple of str
        Those whose text was taken out of the matrix and is there again, because the page has it still.

    Examples
    --------
    >>> merge_summaries(None, ()).both
    ()
    """

    summaries: pd.DataFrame
    both: tuple[tuple[str, str, str], ...]
    fresh: tuple[Summary, ...]
    emptied: tuple[tuple[str, str, str], ...] = ()


def merge_summaries(filled_in: pd.DataFrame | None, on_page: Iterable[Summary]) -> Merged:
    r"""Put the summaries of the page and of a matrix together.

    A matrix knows what the page had when it was made. Where only one of the two has changed since, that one holds;
    where both have, both texts are kept, one below the other. A field that was emptied in the matrix is filled again
    (`Merged.emptied`): what was written on the page is taken away there.

    Parameters
    ----------
    filled_in : DataFrame or None
        From `read_framework`.
    on_page : iterable of Summary
        What coders wrote on the page or with `write_coding`.

    Returns
    -------
    Merged

    Examples
    --------
    >>> page = Summary("P01", "trust", "2010", ("Rarely.",), "", ("e1",))
    >>> filled_in = summary_table([("P01", "trust", "2010", "Seldom.", "", "", "")])
    >>> merged = merge_summaries(filled_in, [page])
    >>> merged.both, merged.summaries["summary"].tolist()
    ((('P01', 'trust', '2010'),), ['Rarely.\n\nSeldom.'])
    """
    cells: dict[tuple[str, str, str], Summary] = {}
    for own in on_page:
        cells[_key(own)] = _beside(cells[_key(own)], own) if _key(own) in cells else own
    both = {key for key, cell in cells.items() if len(cell.versions) > 1}
    rows: list[SummaryRow] = []
    fresh: list[Summary] = []
    filed = set()
    written = _rows(filled_in)
    emptied = {row[:3] for row in written if not row[3] and row[:3] in cells and cells[row[:3]].text}
    for row in (row for row in written if row[3]):
        person, code, wave, text, quotes, _, saved = row
        emptied.discard(row[:3])  # it stands elsewhere in the matrix
        cell = cells.get((person, code, wave))
        if not code or cell is None:
            rows.append(row)
            if code and text:
                fresh.append(Summary(person, code, wave, (text,), quotes, ()))
            continue
        held, is_both = _decide(cell, text, saved)
        filed.add(_key(cell))
        both = both | {_key(cell)} if is_both else both - ({_key(cell)} if held != cell.text else set())
        if held != cell.text:
            fresh.append(Summary(person, code, wave, (held,), quotes, cell.ids))
        rows.append((person, code, wave, held, quotes if held != cell.text else cell.quotes, "", _mark(cell.text)))
    rows += [(*key, cell.text, cell.quotes, "", _mark(cell.text)) for key, cell in cells.items() if key not in filed]
    table = summary_table(row for row in rows if row[3])
    return Merged(table, tuple(sorted(both)), tuple(fresh), tuple(sorted(emptied)))


def _decide(cell: Summary, text: str, saved: str) -> tuple[str, bool]:
    """Return what a cell holds, given what the page has, what the matrix has and what the page had; and if both do."""
    page, matrix = _mark(cell.text), _mark(text)
    if page == matrix or (matrix == saved and page != saved):
        return cell.text, False
    if page == saved:
        return text, False
    if all(_mark(version) in _parts(text) for version in cell.versions):  # also where it was taken away on the page
        return text, False
    return (cell.text if matrix in _parts(cell.text) else f"{cell.text}\n\n{text}"), True


def _mark(text: str) -> str:
    """Return what stands for a text as a matrix shows it; empty for an empty one."""
    return text_mark(visible(text).strip()) if text.strip() else ""


def _parts(text: str) -> set[str]:
    return {_mark(text), *map(_mark, text.split("\n\n"))}


def _beside(first: Summary, second: Summary) -> Summary:
    """Return a cell that two coders wrote in."""
    versions = tuple(dict.fromkeys((*first.versions, *second.versions)))
    return Summary(*_key(first), versions, second.quotes or first.quotes, (*first.ids, *second.ids))


def _key(cell: Summary) -> tuple[str, str, str]:
    return cell.person, cell.code, cell.wave


def _rows(filled_in: pd.DataFrame | None) -> list[SummaryRow]:
    """Return the rows of a matrix: a cell that stands there twice, as its row was copied, has all that was written."""
    if filled_in is None:
        return []
    cells: dict[object, SummaryRow] = {}
    for number, row in enumerate(zip(*(filled_in[name].tolist() for name in SUMMARY_COLUMNS), strict=True)):
        key = row[:3] if row[1] else number
        before = cells.get(key)
        if before is None or not before[3]:
            cells[key] = row
        elif row[3] and row[3] not in before[3].split("\n\n"):
            cells[key] = (*before[:3], f"{before[3]}\n\n{row[3]}", *before[4:])
    return list(cells.values())
