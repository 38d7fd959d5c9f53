"""Folding: a text as its letters, digits and symbols only, each with its place in the text.

What programs and people change when they copy a quote (capitals, accents, white space, quotation marks, dashes, soft
hyphens, dots) is not in the folded text, so a quote and the place it was copied from fold to the same letters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

_KEPT = ("L", "N", "S")  # letters, numbers, symbols such as an emoji
_QUOTES = "\"'`´‘’‚‛“”„‟«»‹›"
_DASHES = "-‐‑‒–—―−"


@dataclass(frozen=True, slots=True)
class Folded:
    """The letters of a text, and where in the text each of them stands.

    >>> fold("Ja, h\u00e9\u00e9l goed.").letters
    'jaheelgoed'
    """

    text: str
    letters: str
    places: tuple[int, ...]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return where in the text the letters from ``first`` up to ``last`` stand.

        >>> folded = fold("Ja, heel goed.")
        >>> folded.text[slice(*folded.span(2, 6))]
        'heel'
        """
        return self.places[first], end_of_letter(self.text, self.places[last - 1])


def fold(text: str, spans: Iterable[tuple[int, int]] | None = None) -> Folded:
    """Return the letters of a text, or of some parts of it.

    Parameters
    ----------
    text : str
        A text.
    spans : iterable of tuple of int, optional
        The parts of it that count, in order; the whole text if not given.

    Returns
    -------
    Folded

    Examples
    --------
    >>> fold("R: Ja.", [(3, 6)]).letters, fold("R: Ja.", [(3, 6)]).places
    ('ja', (3, 4))
    """
    letters: list[str] = []
    places: list[int] = []
    for start, end in spans if spans is not None else [(0, len(text))]:
        for place in range(start, end):
            folded = _letters_of(text[place])
            if folded:
                letters.append(folded)
                places += [place] * len(folded)
    return Folded(text, "".join(letters), tuple(places))


def end_of_letter(text: str, place: int) -> int:
    """Return where the letter at a place ends: behind the accents and joiners that belong to it.

    >>> end_of_letter("cafe\u0301!", 3)
    5
    """
    end = place + 1
    while end < len(text) and (unicodedata.category(text[end])[0] == "M" or "\U0001f3fb" <= text[end] <= "\U0001f3ff"):
        end += 1
    return end


def span_as_written(text: str, start: int, end: int, quote: str) -> tuple[int, int]:
    """Return the place of a quote with the signs around its letters, as far as they stand in the text too.

    Parameters
    ----------
    text : str
        The text.
    start, end : int
        Where the letters of the quote stand.
    quote : str
        The quote as it was copied.

    Returns
    -------
    tuple of int
        Half-open offsets.

    Examples
    --------
    >>> text = "Hij zei: 'Ja, samen.' Meer niet."
    >>> text[slice(*span_as_written(text, 10, 19, "\u201cJa, samen.\u201d"))]
    "'Ja, samen.'"
    """
    kept = [place for place, letter in enumerate(quote) if _letters_of(letter)]
    if not kept:
        return start, end
    lead, tail = quote[: kept[0]], quote[end_of_letter(quote, kept[-1]) :]
    if text.endswith(lead, 0, start):
        start -= len(lead)
    else:
        for sign in reversed(lead.strip()):
            if not start or not _alike(text[start - 1], sign):
                break
            start -= 1
    if text.startswith(tail, end):
        return start, end + len(tail)
    for sign in tail.strip():
        if end == len(text) or not _alike(text[end], sign):
            break
        end += 1
    return start, end


def letters_between(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a place without the signs at its ends: the same for one quote with and without its full stop.

    Parameters
    ----------
    text : str
        The text.
    start, end : int
        Half-open offsets.

    Returns
    -------
    tuple of int

    Examples
    --------
    >>> letters_between("Ja, samen. Nee.", 4, 10), letters_between("...", 0, 3)
    ((4, 9), (3, 3))
    """
    while start < end and not _letters_of(text[start]):
        start += 1
    while start < end and not _letters_of(text[end - 1]):
        end -= 1
    return start, end


@cache
def _letters_of(sign: str) -> str:
    decomposed = unicodedata.normalize("NFKD", sign.casefold())
    return "".join(
        part for part in decomposed if unicodedata.category(part)[0] in _KEPT and unicodedata.category(part) != "Sk"
    ).casefold()


def _alike(first: str, second: str) -> bool:
    return first == second or any(first in signs and second in signs for signs in (_QUOTES, _DASHES))
