r"""A text as a name is looked for in it: composed letters, nothing unseen, no marks of hits, words that a line end cuts
made whole, and what links, web pages and JSON write in codes as it is meant (`Jos%C3%A9`, `Jos&eacute;`, `Jos\\u00e9`).
"""

from __future__ import annotations

import html
import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from bp_qual.display import without_unseen
from bp_qual.lazy_patterns import lazy_pattern

_CUT = lazy_pattern(r"(?<=[^\W\d_])[-‐\u00ad][ \t]*\r?\n[ \t]*(?=[^\W\d_])")
_PERCENT = r"(?:%[0-9A-Fa-f]{2})+"
_ENTITY = r"&(?:\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,24}\d{0,2});"
_OF_JSON = r"(?<!\\)\\(?:[nrt]|u[Dd][89ABab][0-9A-Fa-f]{2}\\u[Dd][C-Fc-f][0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})"
_SIGNS_OF_CODES = frozenset("%&\\")
HIT_MARKS = ("»", "«")  # around the words of a hit in a quote, which may be one word of a name
_CODED = lazy_pattern(rf"{_PERCENT}|{_ENTITY}|{_OF_JSON}")


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

    >>> holds_escapes("Jos%C3%A9"), holds_escapes("100%Adam"), holds_escapes("Jos&eacute;")
    (True, False, False)
    """
    return "%" in text and any(found[0].startswith("%") and _meant(found[0]) for found in _CODED.finditer(text))


def bare_text(text: str) -> BareText | None:
    r"""Return the bare form of a text with the places of its characters; None where it is the text itself.

    >>> bare_text("in Zut-\nphen").text, bare_text("in Zutphen")
    ('in Zutphen', None)
    >>> bare_text("https://x.nl/Van%20Rijn").text, bare_text("Ren&eacute;e").text, bare_text("Jan »Smit«").text
    ('https://x.nl/Van_Rijn', 'Renée', 'Jan Smit')
    """
    cuts = {place for match in _CUT.finditer(text) for place in range(*match.span())}
    if any(mark in text for mark in HIT_MARKS):
        cuts |= {place for place, sign in enumerate(text) if sign in HIT_MARKS}
    if not cuts and composed_letters(text) == text and not _holds_codes(text):
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


def _holds_codes(text: str) -> bool:
    return not _SIGNS_OF_CODES.isdisjoint(text) and any(_meant(found[0]) for found in _CODED.finditer(text))


def _signs(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each sign of a text, and where it begins and ends."""
    at = 0
    for found in _CODED.finditer(text) if not _SIGNS_OF_CODES.isdisjoint(text) else ():
        meant = _meant(found[0])
        if not meant:
            continue
        yield from ((text[place], place, place + 1) for place in range(at, found.start()))
        at = found.start()
        for sign, length in meant:
            yield sign, at, at + length
            at += length
    yield from ((text[place], place, place + 1) for place in range(at, len(text)))


def _meant(code: str) -> list[tuple[str, int]]:
    """Return the signs that codes stand for, with the length of each code; none where they stand for themselves.

    A blank of a link is a low line, so that the link goes on.

    >>> _meant("%C3%A9%20"), _meant("&#233;"), _meant("&nosuch;"), _meant("%FF")
    ([('é', 6), ('_', 3)], [('é', 6)], [], [])
    """
    if code.startswith("%"):
        try:
            signs = bytes.fromhex(code.replace("%", "")).decode("utf-8")
        except UnicodeDecodeError:
            return []
        return [("_" if sign.isspace() else sign, 3 * len(sign.encode("utf-8"))) for sign in signs]
    sign = html.unescape(code) if code.startswith("&") else json.loads(f'"{code}"')
    return [(sign, len(code))] if len(sign) == 1 else []


def _put(cluster: str, start: int, end: int, made: list[str], starts: list[int], ends: list[int]) -> None:
    """Add a letter and its accents, composed; each character of it stands for the whole."""
    whole = unicodedata.normalize("NFC", cluster)
    made.append(whole)
    starts += [start] * len(whole)
    ends += [end] * len(whole)
