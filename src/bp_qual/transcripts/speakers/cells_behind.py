"""Cells behind a label: a number, a time or a participant before the talk, only where such a column is there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts.speakers.label_forms import BEFORE, CELL, CELLS, STAMP, Candidate

_BEHIND = lazy_pattern(rf"\t[*_]{{0,3}}+[ ]*+(?P<cells>(?:{CELL}|\t[ ]*+)+)\Z")
_CELL = lazy_pattern(CELL)
_PARTICIPANT = lazy_pattern(  # beside a tier, in ELAN's export
    rf"(?P<who>[^\t\n]{{1,40}})\t(?={STAMP}[ ]?\t){CELLS}(?!{STAMP}[ ]*+(?:\n|\Z))"
)
_SELDOM = 0.2  # share of the lines with a tab that may lack a column


def leave_said(candidates: Iterable[Candidate], text: str) -> Iterator[Candidate]:
    r"""Yield labels with the numbers behind them that were said: those that stand in no column of the file.

    An empty cell shows that a column is there, and times right behind a label are never said.

    >>> text = "I\tHoe oud?\nR\t85\tdenk ik"
    >>> labels = [Candidate(0, "I", "tab", 0, 2), Candidate(1, "R", "tab", 11, 16)]
    >>> [text[one.talk :] for one in leave_said(labels, text)][1]
    '85\tdenk ik'
    """
    every = _leave_participants(list(candidates), text)
    behind = {place: _BEHIND.search(text, _begin(one, text), one.talk) for place, one in enumerate(every)}
    tabbed = [place for place, one in enumerate(every) if "\t" in text[one.start : one.talk]]
    counts = sorted(_count_columns(behind[place]) for place in tabbed)
    columns = counts[int(_SELDOM * len(counts))] if counts else 0
    for place, one in enumerate(every):
        said = _find_said(behind[place], columns)
        yield replace(one, talk=said) if said else one


def _begin(label: Candidate, text: str) -> int:
    """Return where a label begins, behind the columns before it: to look from each of these takes long."""
    before = BEFORE.match(text, label.start, label.talk)
    return before.end() if before and before.end() < label.talk else label.start


def _count_columns(cells: re.Match[str] | None) -> int:
    return cells["cells"].count("\t") if cells else 0


def _find_said(cells: re.Match[str] | None, columns: int) -> int:
    """Return where the first cell begins that was said; 0 where there is none."""
    if cells is None:
        return 0
    text, begin, is_time = cells.string, cells.start("cells"), True
    for cell in _CELL.finditer(text, begin, cells.end()):
        is_time = is_time and ":" in cell[0]
        if not is_time and text.count("\t", begin, cell.start()) >= columns:
            return cell.start()
    return 0


def _leave_participants(labels: Sequence[Candidate], text: str) -> list[Candidate]:
    """Return labels without the participant behind each, who is the same one behind the same label throughout."""
    tabbed = [one for one in labels if one.style != "format" and "\t" in text[one.start : one.talk]]
    found = {(one.line, one.start): _PARTICIPANT.match(text, one.talk) for one in tabbed}
    behind = defaultdict[str, list[str]](list)
    for one in tabbed:
        match = found[one.line, one.start]
        behind[one.label].append(match["who"] if match else "")
    named = [cells for cells in behind.values() if any(cells)]
    if any(len(set(cells)) > 1 for cells in named) or all(len(cells) == 1 for cells in named):
        return list(labels)
    return [replace(one, talk=match.end()) if (match := found.get((one.line, one.start))) else one for one in labels]
