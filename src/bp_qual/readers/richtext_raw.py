r"""What a file of Rich Text says, told from its tokens alone: law 2 holds the reading of an .rtf against it.

Nothing here knows what the reader or its library keeps. A group is quiet (its words are never shown) only where the
format says so of its name, and only while it holds what a group of that name holds: a table of colours with words, a
picture with other than its digits, a bookmark with paragraphs were left open, and what they hold was said.

A letter outside ASCII is a byte of a code page or a number of Unicode. Which code page a byte is of depends on its
font; here a word counts as read if any code page that the file names makes it one that was read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import gt

import numpy as np

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.richtext_tokens import SYSTEM
from bp_qual.readers.richtext_words import (
    BREAKS,
    COPIES,
    DATA,
    LISTS,
    NAMES,
    OTHERS,
    PAGES_OF_MACS,
    PAGES_OF_SYSTEMS,
    SAID,
    TABLES,
)

_TOKEN = lazy_pattern(r"\\([A-Za-z]{1,32})(-?\d{1,10})? ?|\\'[0-9a-fA-F]{2}|\\[^A-Za-z]|[{}]|[^\\{}]+|\\", re.DOTALL)
_SIGN_BEHIND = lazy_pattern(r"[\r\n]*(?:\\'[0-9a-fA-F]{2}|[^\\{}\s])")
_PAGE = lazy_pattern(r"\\(ansicpg|fcharset)(\d{1,5})")
_BINARY = lazy_pattern(r"\\bin(\d{1,8}) ?")
_HEX = frozenset("0123456789abcdefABCDEF")
_LETTER = lazy_pattern(r"[^\W_]")
_WORDS = lazy_pattern(r"[^\W_]+")
_LETTERS = np.array([code for code in range(128) if chr(code).isalnum()])
_OTHER_LETTERS = lazy_pattern(r"[^\W_\x00-\x7f]")
_BYTES = 0xF0000  # from here on bytes are kept until their code page is known
_RAW_WORDS = lazy_pattern(r"(?:[^\W_]|[\U000f0000-\U000f00ff])+")
_OF_FONTS = {0: 1252, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256}
_OF_FONTS |= {186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850}  # the code page of a font
_OF_FONTS |= {77: 10000, 83: 10006, 84: 10007}  # of one of a Mac
_IN_PAIRS = frozenset([932, 936, 949, 950, 1361])  # code pages in which two bytes may be one letter
_LONG_NAME = 255
_MOST_COPIES = 4  # signs for old programs behind one in Unicode: more is talk, whatever number the file says
_HOLD_PARAGRAPHS = frozenset(["htmltag", "mhtmltag", "pgdsctbl"])  # these hold breaks, or headers, where all is well

_QUIET = NAMES | TABLES | DATA | LISTS | COPIES
_NAMED = _QUIET | SAID | {"upr", "ud"}
_KNOWN = _NAMED | BREAKS | OTHERS
_ENDS = frozenset(["par", "line", "cell", "nestcell", "row", "sect", "page"])
_SIGNS = {"\\": "\\", "{": "{", "}": "}", "~": " ", "_": " ", "-": "", "\n": " ", "\r": " "}
_FIRST = ("pard", "par", "plain", "ansi", *sorted(SAID))
_WITHIN = frozenset(["rtf", "field", "fldrslt", "deleted", "shppict"])  # what they hold may be part of a word
_SWITCHES = frozenset(
    ["b", "i", "ul", "v", "strike", "caps", "scaps", "outl", "shad", "embo", "impr", "deleted", "webhidden"]
)
_WITHOUT_NUMBER = frozenset(["par", "line", "tab", "cell", "row", "sect", "page", "column", "pard", "plain"])


@dataclass(slots=True)
class _Group:
    """A group while it is open: its name, whether it is quiet, what it holds (with groups in it) and of which kind."""

    kept: list[object]
    name: str = ""
    quiet: bool = False
    copy: bool = False
    named: bool = False
    own: bool = False  # whether `kept` is its own, and not that of the group around it
    breaks: bool = False
    letters: bool = False
    digits: bool = True
    size: int = 0
    copies: int = 1  # how many signs for old programs stand behind one in Unicode
    in_unicode: list[object] | None = None  # what a text that is given twice is in Unicode

    def keep(self, text: str) -> None:
        """Keep a text."""
        self.kept.append(text)
        if text.strip("\0 \t"):
            self.letters = self.letters or _LETTER.search(text) is not None
            self.digits = self.digits and _HEX.issuperset(text)
            self.size += len(text)

    def keep_byte(self, code: int) -> None:
        """Keep a byte of a code page."""
        self.keep(chr(_BYTES + code))
        self.letters = self.letters or code > 127 or chr(code).isalnum()

    def is_left_open(self) -> bool:
        """Whether this quiet group holds what none of its name holds."""
        if self.name in DATA:
            return not self.digits
        if self.name in TABLES or (self.name in NAMES and self.size > _LONG_NAME):
            return self.letters
        return self.letters and self.breaks and self.name not in _HOLD_PARAGRAPHS


@dataclass(frozen=True, slots=True)
class RawWords:
    """What a file of Rich Text says: once, and in copies for other programs; and how its braces stand.

    `open` counts the groups that are not ended at the end of the file. `pages` are what bytes of the words may be of.

    Examples
    --------
    >>> RawWords("R: ja", "", 0).open
    0
    """

    said: str
    copies: str
    open: int
    pages: tuple[dict[int, str], ...] = ({},)


def read_raw(source: str) -> RawWords:
    r"""Return what Rich Text says, from its tokens.

    Parameters
    ----------
    source : str
        The file, a character for each byte.

    Returns
    -------
    RawWords
        Its words, with them the names of commands that no version of the format has.

    Examples
    --------
    >>> read_raw(r"{\rtf1 {\fonttbl{\f0 Arial;}} R: {\b ja}\par{\*\bkmkstart een} {\*\odd nee}}").said.split()
    ['R:', 'ja', 'nee']
    >>> read_raw(r"{\rtf1 {\*\bkmkstart een R: ja\par} I: en}").said.split()
    ['een', 'R:', 'ja', 'I:', 'en']
    """
    walk, place = _Walk(), 0
    while token := _TOKEN.match(source, place):
        place = token.end()
        if token[1] == "u" and token[2]:
            for _ in range(min(walk.groups[-1].copies, _MOST_COPIES)):
                if not (sign := _SIGN_BEHIND.match(source, place)):
                    break
                place = sign.end()
        walk.take(token)
    still_open = len(walk.groups) - 1
    while len(walk.groups) > 1:
        walk.end()
    return RawWords(_flat(walk.groups[0].kept), _flat(walk.copies), still_open, tuple(_pages(source)))


def _pages(source: str) -> Iterator[dict[int, str]]:
    """Yield the code pages that a file of Rich Text names, each as what its bytes mean."""
    named = [(name, int(number)) for name, number in _PAGE.findall(source)]
    pages = [number if name == "ansicpg" else _OF_FONTS.get(number, 0) for name, number in named]
    system = SYSTEM.match(source)
    for page in dict.fromkeys([*pages, PAGES_OF_SYSTEMS[system[1]] if system else 1252, 1252]):
        yield _signs_of(page)


@lru_cache(maxsize=64)
def _signs_of(page: int) -> dict[int, str]:
    return {_BYTES + code: _in_page(code, page) for code in range(256)}


def _in_page(code: int, page: int) -> str:
    """Return the sign of a byte in a code page; a break where it is none, or where it may be half of one."""
    if page in _IN_PAIRS:
        return "\0"
    try:
        return bytes((code,)).decode(PAGES_OF_MACS.get(page, f"cp{page}"), "ignore") or "\0"
    except LookupError:
        return "\0"


def _flat(texts: list[object]) -> str:
    """Return texts within texts as one, without a call for each level: a file may have a million."""
    flat, rest = list[str](), [iter(texts)]
    while rest:
        text = next(rest[-1], None)
        if text is None:
            rest.pop()
        elif isinstance(text, str):
            flat.append(text)
        elif isinstance(text, list):
            rest.append(iter(text))
    return "".join(flat)


def without_binary(source: str) -> str:
    r"""Return Rich Text without the bytes that `\bin` counts, whose braces are none.

    >>> without_binary(r"{\pict\bin3 {{{}")
    '{\\pict}'
    """
    if "\\bin" not in source:
        return source
    kept, place = list[str](), 0
    while binary := _BINARY.search(source, place):
        end = binary.end() + int(binary[1])
        is_data = end <= len(source) and "\\par" not in source[binary.end() : end]
        kept.append(source[place : binary.start() if is_data else binary.end()])
        place = end if is_data else binary.end()
    return "".join([*kept, source[place:]])


class _Walk:
    """One walk over the tokens, with the groups that are open."""

    def __init__(self) -> None:
        self.groups = [_Group([], named=True, own=True)]
        self.copies = list[object]()
        self.star = self.begun = False

    def take(self, token: re.Match[str]) -> None:
        """Take one token."""
        whole, word, number = token[0], token[1], token[2]
        group = self.groups[-1]
        if whole == "{":
            self.groups.append(_Group(group.kept, quiet=group.quiet, copy=group.copy, copies=group.copies))
            self.star = False
        elif whole == "}":
            if len(self.groups) > 1:
                self.end()
        elif whole == "\\*":
            self.star = True
        elif word:
            self._command(group, word, number)
        elif whole[:2] == "\\'":
            group.keep_byte(int(whole[2:], 16)) if len(whole) > 2 else group.keep("\0")
        elif whole[0] == "\\":
            group.keep(_SIGNS.get(whole[1:], "\0"))
        elif said := whole.replace("\r", "").replace("\n", ""):
            if not said.isspace():  # a group that begins with its text has no name
                group.named, self.begun, self.star = True, self.begun or not group.quiet, False
            group.keep(said)

    def _command(self, group: _Group, word: str, number: str | None) -> None:
        if not group.named and (self.star or word in _NAMED):
            self._name(group, word)
            return
        if word == "uc" and number:
            group.copies = int(number)
        group.breaks |= word in SAID  # it is in the middle of a group: a brace before it is lost
        if word in BREAKS or (word == "u" and number):
            group.keep(_sign(int(number)) if word == "u" and number else " ")
            group.breaks |= word in _ENDS
        if lost := self._swallowed(word, number):
            group.keep(f" {lost} ")

    def _name(self, group: _Group, word: str) -> None:
        """Give a group its name, which says whether what it holds is shown."""
        group.named, group.name, self.star = True, word, False
        if word in SAID:
            group.quiet = group.copy
            group.keep("" if word in _WITHIN else " ")
            self.begun |= word != "rtf"
        elif word in ("upr", "ud"):
            group.kept, group.own = [], True
        elif word in _QUIET:
            group.quiet, group.copy = True, group.copy or word in COPIES
            group.kept, group.own = [], True
        elif word.startswith(_FIRST):  # a blank is lost behind its name
            group.keep(f" {word} ")

    def _swallowed(self, word: str, number: str | None) -> str:
        """Return the words that were taken for a command because a space is lost or a stroke stands before them."""
        if number is None:
            is_odd = word not in _KNOWN and (self.begun or word.startswith(_FIRST))
            return word if is_odd and not self.star else ""
        is_odd = word in _WITHOUT_NUMBER or (word in _SWITCHES and number not in ("0", "1"))
        return number if is_odd else ""

    def end(self) -> None:
        """End the innermost group: what it holds goes to the one around it, or is quiet."""
        group, above = self.groups.pop(), self.groups[-1]
        self.star = False
        if group.name in SAID and group.name not in _WITHIN:
            group.keep(" ")
        if group.name == "ud" and above.name == "upr":
            above.in_unicode = group.kept
            return
        if group.own and group.name in COPIES and not above.copy:
            self.copies.append(group.kept)
            return
        if group.quiet and group.own and group.name not in COPIES and not group.is_left_open():
            return
        if group.own:
            above.kept.append(group.in_unicode or group.kept)
        above.letters |= group.letters
        above.digits &= group.digits
        above.size += group.size
        above.breaks |= group.breaks or (group.letters and above.quiet and not group.quiet)


def find_unread_words(raw: RawWords, text: str) -> Iterator[str]:
    r"""Yield the words of Rich Text that all that a reading gives does not hold.

    The letters of both are counted; only where the source has more of one are its words compared. A word of a copy
    for other programs is to be there once.

    >>> list(find_unread_words(read_raw(r"{\rtf1 {\fonttbl Arial;} R: ja\par} GEHEIM"), "R: ja"))
    ['GEHEIM']
    """
    if not raw.copies and any(_holds(text, raw.said.translate(page)) for page in raw.pages):
        return
    words = Counter(_WORDS.findall(text))
    for word in dict.fromkeys(_RAW_WORDS.findall(raw.copies)):
        readings = [_WORDS.findall(word.translate(page)) for page in raw.pages]
        if not any(all(part in words for part in parts) for parts in readings):
            yield from readings[0]
    if any(_holds(text, raw.said.translate(page)) for page in raw.pages):
        return
    for word in _RAW_WORDS.findall(raw.said):
        readings = [_WORDS.findall(word.translate(page)) for page in raw.pages]
        parts = next((parts for parts in readings if Counter(parts) <= words), None)
        if parts is None:
            yield from readings[0]
        else:
            words.subtract(parts)


def _holds(text: str, said: str) -> bool:
    """Return whether a text has at least as many of each letter and digit as what was said."""
    if any(map(gt, _count_letters(said), _count_letters(text))):
        return False
    return said.isascii() or Counter(_OTHER_LETTERS.findall(said)) <= Counter(_OTHER_LETTERS.findall(text))


def _sign(number: int) -> str:
    """Return the sign of a number of Unicode, which may be below zero; half of a pair, and what is none, is a break."""
    number += 0x10000 * (number < 0)
    return chr(number) if 0 < number < 0xD800 or 0xDFFF < number < _BYTES else "\0"


def _count_letters(text: str) -> list[int]:
    """Return how many there are of each digit and each letter from A to Z of a text."""
    counts = np.bincount(np.frombuffer(text.encode("ascii", "ignore"), dtype=np.uint8), minlength=128)
    return [int(count) for count in counts[_LETTERS]]
