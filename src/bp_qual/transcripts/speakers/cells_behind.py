"""Cells behind a label: a number or a time before the talk is one of a column only where such a column is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts.speakers.label_forms import CELL, Candidate

_BEHIND = lazy_pattern(rf"\t[*_]{{0,3}}+[ \t]*+((?:{CELL})+)\Z")
_CELL = lazy_pattern(CELL)
_SELDOM = 0.2  # share of the lines with a tab that may lack a column


def leave_said(candidates: Iterable[Candidate], text: str) -> Iterator[Candidate]:
    r"""Yield labels with the numbers behind them that were said: those that stand in no column of the file.

    >>> text = "I\tHoe oud?\nR\t85\tdenk ik"
    >>> labels = [Candidate(0, "I", "tab", 0, 2), Candidate(1, "R", "tab", 11, 16)]
    >>> [text[one.talk :] for one in leave_said(labels, text)][1]
    '85\tdenk ik'
    """
    every = list(candidates)
    cells = {place: _cells(one, text) for place, one in enumerate(every) if "\t" in text[one.start : one.talk]}
    counts = sorted(map(len, cells.values()))
    columns = counts[int(_SELDOM * len(counts))] if counts else 0
    for place, one in enumerate(every):
        said = cells.get(place, [])[columns:]
        yield replace(one, talk=said[0]) if said else one


def _cells(label: Candidate, text: str) -> list[int]:
    """Return where the cells with a number or time begin that stand between a label and its talk."""
    behind = _BEHIND.search(text, label.start, label.talk)
    return [cell.start() for cell in _CELL.finditer(text, behind.start(1), label.talk)] if behind else []
