"""What stands beside and below the talk on the pages of a PDF: numbers of lines, and footnotes with their marks."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from statistics import median

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.line_numbers import find_line_numbers
from bp_qual.readers.pdf_lines import Line, Page, make_line
from bp_qual.readers.running_lines import Spot

_NUMBER = lazy_pattern(r"(\d{1,6})[ \t]+(?=\S)|(\d{1,6})\Z")
_NOTE = lazy_pattern(r"\W{0,2}(\d{1,3})\W{0,2}\s*[^\W\d]|([*†‡§]{1,3})\s*\w")
_RAISED, _HIGHER = 0.85, 0.15  # of the height of a line's letters: at most that of a mark, and how much higher it ends
_MOST = 0.5  # of the lines of a page that can be footnotes


def take_numbers_off(lines: Sequence[Line]) -> tuple[list[Line], str]:
    """Return lines without the numbers that were printed before each of them, and these numbers.

    Parameters
    ----------
    lines : sequence of Line
        All lines of talk, of all pages.

    Returns
    -------
    list of Line, str
        The same lines where they are not numbered.

    Examples
    --------
    >>> take_numbers_off([])
    ([], '')
    """
    found = [_NUMBER.match(line.text) for line in lines]
    counted = find_line_numbers([int(match[1] or match[2]) if match else None for match in found])
    if not counted:
        return list(lines), ""
    numbered = {place: match for place, match in enumerate(found) if match and place in counted}
    bare = [_without_first(line, numbered[n]) if n in numbered else line for n, line in enumerate(lines)]
    return [line for line in bare if line.text], " ".join(match[1] or match[2] for match in numbered.values())


def _without_first(line: Line, match: re.Match[str]) -> Line:
    """Return a line without the number that it begins with."""
    left = len(match[1] or match[2])
    for place, letter in enumerate(line.letters):
        if left <= 0 and not letter.text.isspace():
            return replace(line, text=line.text[match.end() :], letters=line.letters[place:])
        left -= 0 if letter.text.isspace() else len(letter.text)
    return replace(line, text="")


def find_footnotes(pages: Sequence[Page], small: Collection[Spot], running: Collection[Spot]) -> set[Spot]:
    """Return the lines at the foot of pages, by page and line, that are notes: in small letters, the first numbered.

    Parameters
    ----------
    pages : sequence of Page
        The pages.
    small : collection of Spot
        The lines in letters smaller than those of the talk.
    running : collection of Spot
        Headers and footers; notes stand above these.

    Returns
    -------
    set of Spot

    Examples
    --------
    >>> find_footnotes([Page(())], set(), set())
    set()
    """
    found = set[Spot]()
    for number, page in enumerate(pages):
        rest = [line for line in range(len(page.lines)) if (number, line) not in running]
        foot = list[int]()
        while rest and (number, rest[-1]) in small:
            foot.insert(0, rest.pop())
        while foot and not _NOTE.match(page.lines[foot[0]].text):
            foot.pop(0)
        if len(foot) <= _MOST * len(page.lines):
            found |= {(number, line) for line in foot}
    return found


def take_marks_off(lines: Sequence[Line], notes: Sequence[Line]) -> tuple[list[Line], str]:
    """Return lines without the small marks that stand for footnotes, and these marks.

    Parameters
    ----------
    lines, notes : sequence of Line
        The lines of the talk, and those of the notes.

    Returns
    -------
    list of Line, str
        The same lines where there are no notes.

    Examples
    --------
    >>> take_marks_off([], [])
    ([], '')
    """
    marks = {match[1] or match[2] for note in notes if (match := _NOTE.match(note.text))}
    if not marks:
        return list(lines), ""
    signs = {sign for mark in marks for sign in mark}
    kept, taken = list[Line](), list[str]()
    for line in lines:
        raised = _raised(line)
        if raised and all(line.letters[place].text in signs for place in raised):
            taken += [line.letters[place].text for place in raised]
            bare = make_line([letter for place, letter in enumerate(line.letters) if place not in raised])
            kept.append(replace(bare, doubled=line.doubled, drawn_bold=line.drawn_bold))
        else:
            kept.append(line)
    return kept, " ".join(taken)


def _raised(line: Line) -> set[int]:
    """Return the places of letters that are smaller than the others and stand higher, behind the first."""
    height = median(letter.height for letter in line.letters)
    bottom = median(letter.bottom for letter in line.letters)
    return {
        place
        for place, letter in enumerate(line.letters)
        if place
        and letter.height < _RAISED * height
        and letter.bottom < bottom - _HIGHER * height
        and not letter.text.isspace()
    }
