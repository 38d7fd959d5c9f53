"""Names that a file has in pieces which its reader puts together: what it skips between two words is a gap.

Labels that stand before each cue, cells and the syntax of JSON are such gaps, whatever the format: they are what stands
in the file between two words that follow each other in the talk, and not there.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.pseudonyms.bare_text import bare_text
from bp_qual.pseudonyms.pieces_together import TextPiece, replace_in_pieces
from bp_qual.pseudonyms.replacing import ReplacedPlace, Replacer

_WORD = lazy_pattern(r"\w+")
_FURTHEST = 200  # words that a reader skips between two others: labels, times, what the file says of itself
_SURE = 8  # words in a row


@dataclass(frozen=True, slots=True)
class _Gap:
    """What a reader skips, and what it reads in its place."""

    start: int
    end: int
    read: str


def replace_as_read(
    replacer: Replacer, texts: Sequence[str], talk: str
) -> tuple[tuple[str, ...], tuple[ReplacedPlace, ...]]:
    r"""Return the texts of a file with the names in them replaced as they stand in what is read of it, and the places.

    Parameters
    ----------
    replacer : Replacer
        Replaces the names.
    texts : sequence of str
        All texts of the file, in order.
    talk : str
        What its reader makes of them.

    Returns
    -------
    tuple of str
        The texts, as many as there were.
    tuple of ReplacedPlace
        One for each piece of a name; offsets in the texts one after another, with a line end between.

    Examples
    --------
    >>> from bp_qual.pseudonyms.decided_names import DecidedName
    >>> replacer = Replacer([DecidedName("Jan Smit", "P01"), DecidedName("Noor", "P02")])
    >>> replace_as_read(replacer, ["Noor,Het was Jan\nNoor,Smit. Ja"], "Het was Jan\nSmit. Ja")[0]
    ('P02,Het was P01\nP02,. Ja',)
    """
    whole = "\n".join(texts)
    gaps = list(_gaps(whole, talk))
    of_texts: list[list[TextPiece]] = []
    at = 0
    for text in texts:
        of_texts.append(list(_cut(whole, gaps, at, at + len(text))))
        at += len(text) + 1
    return replace_in_pieces(replacer, of_texts)


def _gaps(whole: str, talk: str) -> Iterator[_Gap]:
    """Yield what a reader skipped of a text: between two words that follow each other in what it read, and not here."""
    words, said = list(_words_of(whole)), [found.span() for found in _WORD.finditer(talk)]
    read = _read_words([word for word, _, _ in words], [talk[start:end] for start, end in said])
    at = before = 0
    for number, (start, end) in zip(read, said, strict=True):
        if number is None:
            continue
        _, first, last = words[number]
        between = talk[before:start]
        if whole[at:first] != between and (whole[at:first] + between).strip():
            yield _Gap(at, first, between)
        at, before = last, end
    yield _Gap(at, len(whole), "")


def _words_of(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each word of a text, as it is read, and where it begins and ends."""
    bare = bare_text(text)
    for found in _WORD.finditer(text if bare is None else bare.text):
        yield (found[0], *(found.span() if bare is None else bare.span(*found.span())))


def _read_words(words: Sequence[str], said: Sequence[str]) -> list[int | None]:
    """Return which of the words of a file each word that was said is: the next, or where most of what follows goes on.

    >>> _read_words("R Ja R en nee".split(), "Ja en nee".split())
    [1, 3, 4]
    """
    places: dict[str, list[int]] = {}
    for number, word in enumerate(words):
        places.setdefault(word, []).append(number)
    read: list[int | None] = []
    at = 0
    for spoken, word in enumerate(said):
        if at < len(words) and words[at] == word and _row(words, at, said, spoken) > 1:
            here = at
        else:
            near = places.get(word, [])
            first = bisect.bisect_left(near, at)
            within = near[first : bisect.bisect_left(near, at + _FURTHEST)]
            if not within:
                read.append(None)
                continue
            here = max(within, key=lambda place: (_row(words, place, said, spoken), -place))
        read.append(here)
        at = here + 1
    return read


def _row(words: Sequence[str], at: int, said: Sequence[str], spoken: int) -> int:
    """Return how many words are the same from here on, as far as that makes sure."""
    alike = takewhile(
        lambda pair: pair[0] == pair[1], zip(words[at : at + _SURE], said[spoken : spoken + _SURE], strict=False)
    )
    return sum(1 for _ in alike)


def _cut(whole: str, gaps: Sequence[_Gap], start: int, end: int) -> Iterator[TextPiece]:
    """Yield the pieces of a stretch of a text; of a gap that goes on behind it what is read there is in the first."""
    at = start
    for gap in gaps[max(0, bisect.bisect_left(gaps, start, key=lambda gap: gap.end)) :]:
        if gap.start >= end:
            break
        if gap.start > at:
            yield TextPiece(whole[at : gap.start])
        at = max(at, gap.start)
        yield TextPiece(whole[at : min(gap.end, end)], gap.read if gap.start >= start else "")
        at = min(gap.end, end)
    if at < end:
        yield TextPiece(whole[at:end])
