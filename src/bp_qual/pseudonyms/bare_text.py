"""A text as a name is looked for in it: composed letters, nothing unseen, words that a line end cuts made whole."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from bp_qual.display import without_unseen
from bp_qual.lazy_patterns import lazy_pattern

_CUT = lazy_pattern(r"(?<=[^\W\d_])[-‐\u00ad][ \t]*\r?\n[ \t]*(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class BareText:
    """The text to search, and where each character of it begins and ends in the text that was given.

    Examples
    --------
    >>> BareText("é", (0,), (2,)).span(0, 1)
    (0, 2)
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the bare text, not an empty one, lies in the text that was given."""
        return self.starts[start], self.ends[end - 1]


def composed_letters(text: str) -> str:
    r"""Return a text with composed letters and without unseen signs.

    >>> composed_letters("Zut\u00adphen, Zoe\u0308")
    'Zutphen, Zoë'
    """
    return text if text.isascii() else unicodedata.normalize("NFC", without_unseen(text))


def bare_text(text: str) -> BareText | None:
    r"""Return the bare form of a text with the places of its characters; None where it is the text itself.

    >>> bare_text("in Zut-\nphen").text, bare_text("in Zutphen")
    ('in Zutphen', None)
    """
    cuts = {place for match in _CUT.finditer(text) for place in range(*match.span())}
    if not cuts and composed_letters(text) == text:
        return None
    made: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    cluster, start, end = "", 0, 0
    for place, sign in enumerate(text):
        if place in cuts or not without_unseen(sign):
            continue
        if cluster and not unicodedata.combining(sign):
            _put(cluster, start, end, made, starts, ends)
            cluster = ""
        start = start if cluster else place
        cluster, end = cluster + sign, place + 1
    _put(cluster, start, end, made, starts, ends)
    return BareText("".join(made), tuple(starts), tuple(ends))


def _put(cluster: str, start: int, end: int, made: list[str], starts: list[int], ends: list[int]) -> None:
    """Add a letter and its accents, composed; each character of it stands for the whole."""
    whole = unicodedata.normalize("NFC", cluster)
    made.append(whole)
    starts += [start] * len(whole)
    ends += [end] * len(whole)
