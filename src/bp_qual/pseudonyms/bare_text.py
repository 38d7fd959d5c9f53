"""A text as a name is looked for in it: composed letters, nothing unseen, words that a line end cuts made whole, and
what links write with percent signs as it is meant (`Jos%C3%A9`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from bp_qual.display import without_unseen
from bp_qual.lazy_patterns import lazy_pattern

_CUT = lazy_pattern(r"(?<=[^\W\d_])[-‐\u00ad][ \t]*\r?\n[ \t]*(?=[^\W\d_])")
_ESCAPED = lazy_pattern(r"(?:%[0-9A-Fa-f]{2})+")


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


def holds_escapes(text: str) -> bool:
    """Return whether a text has letters or blanks in it as links write them.

    >>> holds_escapes("Jos%C3%A9"), holds_escapes("100%Adam")
    (True, False)
    """
    return "%" in text and any(end - start > 1 for _, start, end in _signs(text))


def bare_text(text: str) -> BareText | None:
    r"""Return the bare form of a text with the places of its characters; None where it is the text itself.

    >>> bare_text("in Zut-\nphen").text, bare_text("in Zutphen")
    ('in Zutphen', None)
    >>> bare_text("https://x.nl/Van%20Rijn").text
    'https://x.nl/Van_Rijn'
    """
    cuts = {place for match in _CUT.finditer(text) for place in range(*match.span())}
    if not cuts and composed_letters(text) == text and not holds_escapes(text):
        return None
    made: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    cluster, start, end = "", 0, 0
    for sign, place, behind in _signs(text):
        if place in cuts or not without_unseen(sign):
            continue
        if cluster and not unicodedata.combining(sign):
            _put(cluster, start, end, made, starts, ends)
            cluster = ""
        start = start if cluster else place
        cluster, end = cluster + sign, behind
    _put(cluster, start, end, made, starts, ends)
    return BareText("".join(made), tuple(starts), tuple(ends))


def _signs(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each sign of a text, and where it begins and ends; a blank of a link is a low line, so that it goes on."""
    at = 0
    for found in _ESCAPED.finditer(text) if "%" in text else ():
        try:
            meant = bytes.fromhex(found[0].replace("%", "")).decode("utf-8")
        except UnicodeDecodeError:
            continue
        yield from ((text[place], place, place + 1) for place in range(at, found.start()))
        at = found.start()
        for sign in meant:
            start, at = at, at + 3 * len(sign.encode("utf-8"))
            yield "_" if sign.isspace() else sign, start, at
    yield from ((text[place], place, place + 1) for place in range(at, len(text)))


def _put(cluster: str, start: int, end: int, made: list[str], starts: list[int], ends: list[int]) -> None:
    """Add a letter and its accents, composed; each character of it stands for the whole."""
    whole = unicodedata.normalize("NFC", cluster)
    made.append(whole)
    starts += [start] * len(whole)
    ends += [end] * len(whole)
