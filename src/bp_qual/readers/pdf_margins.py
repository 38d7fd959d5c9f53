"""What stands in the margin of a PDF, behind the talk or before it: names of codes, as coding programs print them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.paragraphs import count_visible
from bp_qual.readers.pdf_lines import Line
from bp_qual.readers.pdf_signs import Letter

_WORDS, _FEWEST = 5, 3  # words of a code at most; codes, and words of talk before them, at least
_APART = 4.0  # points: what begins so near is at one place
_REACHING = 0.1  # share of the lines that go on beyond that place
_FAR = 100.0  # points that the margin is from where the talk begins
_LABEL_BEHIND = lazy_pattern(r"\t[^\W\d_][\w .'’-]{0,30}:\s")
_LABEL = lazy_pattern(r"[^\W\d_][\w .'’-]{0,30}:\s")
_SENTENCE = (":", ".", "?", "!", ",")


class InMargin(NamedTuple):
    """A few words beside the talk, with their letters."""

    text: str
    letters: tuple[Letter, ...]


def read_beside(line: Line) -> InMargin | None:
    """Return the few words behind the last tab of a line.

    >>> read_beside(Line("Ja.", ())) is None
    True
    """
    text, tab, beside = line.text.rpartition("\t")
    return _last(line, beside) if tab and text.strip() and _is_short(beside) else None


def find_in_margin(talk: Sequence[Line]) -> list[str]:
    """Return the words that begin at one place beyond nearly all talk, or before labels, in whatever type.

    >>> find_in_margin([Line("Ja.", ())])
    []
    """
    before = [line.text.partition("\t")[0] for line in talk if _LABEL_BEHIND.search(line.text)]
    found = [name for name in before if _is_short(name)] or _find_before(talk)
    places = defaultdict[int, list[tuple[Line, InMargin]]](list)
    for line in talk:
        if beside := read_beside(line) or (_last(line, line.text) if _is_short(line.text) else None):
            places[round(beside.letters[0].left / _APART)].append((line, beside))
    lefts = [line.letters[0].left for line in talk if line.letters]
    for group in filter(_are_several, places.values()):
        left = min(beside.letters[0].left for _, beside in group)
        if left > min(lefts) + _FAR and 2 * len(group) > sum(place >= left - _APART for place in lefts):
            found += _names(group, left, talk)
    return found


def _find_before(talk: Sequence[Line]) -> list[str]:
    """Return the words that begin left of where talk with labels does: without labels there, they are the speakers."""
    starts = Counter(_place_of(line.letters[0]) for line in talk if line.letters)
    main = starts.most_common(1)[0][0] if starts else 0
    labelled = [
        line for line in talk if line.letters and _place_of(line.letters[0]) == main and _LABEL.match(line.text)
    ]
    if len(labelled) < _FEWEST:
        return []
    heads = [(line, *line.text.partition("\t")[::2]) for line in talk if line.letters]
    names = [
        head
        for line, head, said in heads
        if _is_short(head) and not head.endswith(_SENTENCE) and _place_of(line.letters[0]) < main
        if (first := _last(line, said)) is not None and said.strip() and _place_of(first.letters[0]) == main
    ]
    return names if _are_several(names) else []


def _place_of(letter: Letter) -> int:
    return round(letter.left / _APART)


def _are_several(group: Sequence[object]) -> bool:
    return len(group) >= _FEWEST


def _names(group: Sequence[tuple[Line, InMargin]], left: float, talk: Sequence[Line]) -> list[str]:
    """Return the words at one place where these are names of codes: short, behind talk, and beyond all other talk."""
    own = {id(line) for line, _ in group}
    names = [beside.text for _, beside in group if not beside.text.endswith(_SENTENCE)]
    heads = [line.text.rpartition("\t")[0].split() for line, _ in group if "\t" in line.text]
    beyond = sum(id(line) not in own and line.letters[-1].right > left for line in talk)
    is_margin = 2 * sum(len(words) >= _FEWEST for words in heads) >= len(heads) and beyond <= _REACHING * len(talk)
    return names if is_margin and 2 * len(names) > len(group) else []


def _is_short(text: str) -> bool:
    return 0 < len(text.split()) <= _WORDS and re.search(r"[^\W\d_]{2}", text) is not None


def _last(line: Line, text: str) -> InMargin | None:
    """Return the end of a line with as many letters as a text has."""
    left = count_visible(text)
    for place in range(len(line.letters) - 1, -1, -1):
        left -= count_visible(line.letters[place].text)
        if left <= 0:
            return InMargin(text, line.letters[place:])
    return None
