r"""How text looks in Rich Text: bold (`\b`), italic (`\i`), underlined (`\ul`) and in a colour (`\cf`).

The library that turns Rich Text into text knows nothing of looks. So a sign that no file has is set wherever the look
changes, goes through the library as a letter, and is taken out of the text behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.colours import tidy_colour
from bp_qual.readers.paragraphs import Mark, Piece
from bp_qual.readers.richtext_styles import Style, read_styles
from bp_qual.readers.richtext_tokens import find_ignored_groups

_CHANGES = lazy_pattern(r"\\[\\{}]|[{}]|\\(b|i|ul|ulnone|cf|plain|pard|cs|s)(?![a-z])(-?\d{0,10}) ?")
_HAS_LOOKS = lazy_pattern(r"\\(?:b|i|ul|cf[1-9]\d{0,5})(?![a-z0-9])|\\(?:[bi]|ul)1(?!\d)")
_COLOURS = lazy_pattern(r"\{\\colortbl\s*([^{}]*)\}")
_PARTS = lazy_pattern(r"\\(red|green|blue)(\d{1,3})")
_FIRST, _MOST = 0xE800, 0x400  # letters for private use, one for each look
_SIGNS = lazy_pattern(f"([{chr(_FIRST)}-{chr(_FIRST + _MOST - 1)}])")
_BLACK = "000000"  # as good as no colour


class Look(NamedTuple):
    """How letters look.

    >>> Look(bold=True).colour
    ''
    """

    bold: bool = False
    italic: bool = False
    underlined: bool = False
    colour: str = ""
    styled: bool = False  # by its paragraph, until the next begins


def mark_looks(source: str) -> tuple[str, tuple[Look, ...], int]:
    r"""Return Rich Text with a sign wherever the look changes, the look that each sign stands for, and their number.

    >>> [look.bold for look in mark_looks(r"{\rtf1 I: {\b Hoe?}\par R: Zo.}")[1]]
    [True, False]
    >>> mark_looks(r"{\rtf1 I: Hoe?}")
    ('{\\rtf1 I: Hoe?}', (), 0)
    """
    if not _HAS_LOOKS.search(source):
        return source, (), 0
    colours, unread = _read_colours(source), find_ignored_groups(source)
    styles = read_styles(source, colours)
    kept, looks, stack = list[str](), dict[Look, int](), list[Look]()
    place, set_, now, shown = 0, 0, Look(), Look()
    for match in _CHANGES.finditer(source):
        while unread and match.start() >= unread[0][1]:
            unread.pop(0)
        if (len(match[0]) == 2 and match[1] is None) or (unread and match.start() >= unread[0][0]):
            continue
        if match[0] == "{":
            stack.append(now)
        elif match[0] == "}":
            now = stack.pop() if stack else Look()
        else:
            now = _change(now, match[1], match[2], colours, styles)
        if now != shown and len(looks) < _MOST and (stack or match[0] != "}"):  # behind the last brace nothing is shown
            sign = _FIRST + looks.setdefault(now, len(looks))
            kept += [source[place : match.end()], f"{{\\uc0\\u{sign} }}"]
            place, shown, set_ = match.end(), now, set_ + 1
    return "".join([*kept, source[place:]]), tuple(looks), set_


def _change(look: Look, word: str, value: str, colours: Sequence[str], styles: Mapping[tuple[str, str], Style]) -> Look:
    """Return the look behind a word of Rich Text."""
    if word == "plain" or (word in ("pard", "s") and look.styled):
        look = Look()
    if word in ("plain", "pard"):
        return look
    if word in ("s", "cs"):
        style = styles.get((word, value), Style())
        said = {name: part for name, part in style._asdict().items() if part is not None}
        return look._replace(**said, styled=look.styled or (word == "s" and bool(said)))
    if word == "b":
        return look._replace(bold=value != "0")
    if word == "i":
        return look._replace(italic=value != "0")
    if word in ("ul", "ulnone"):
        return look._replace(underlined=word == "ul" and value != "0")
    number = int(value) if value.isdecimal() else 0
    return look._replace(colour=colours[number] if number < len(colours) else "")


def _read_colours(source: str) -> list[str]:
    """Return the colours of a document by their numbers; nothing for the usual one and for black."""
    table = _COLOURS.search(source)
    colours = list[str]()
    for entry in table[1].split(";") if table else ():
        parts = dict(_PARTS.findall(entry))
        colour = tidy_colour(f"rgb({', '.join(parts.get(part, '0') for part in ('red', 'green', 'blue'))})")
        colours.append(colour if parts and colour != _BLACK else "")
    return colours


def count_look_signs(text: str) -> int:
    r"""Return how many signs of looks a text holds.

    >>> count_look_signs("I: \ue800Hoe?")
    1
    """
    return len(_SIGNS.findall(text))


def split_looks(text: str, looks: Sequence[Look]) -> Iterator[Piece]:
    r"""Yield the lines of a text without the signs in it, with marks for the looks; blanks around a line are left out.

    >>> [(line.text, line.marks) for line in split_looks("I: \ue800Hoe?\n\ue801R: Zo. ", (Look(bold=True), Look()))]
    [('I: Hoe?', (Mark(start=3, end=7, kind='bold', value=''),)), ('R: Zo.', ())]
    """
    now = Look()
    for line in text.split("\n"):
        bits = _SIGNS.split(line) if looks else [line]
        said, spans = "".join(bits[::2]), list[tuple[int, int, Look]]()
        shift, place, end = len(said) - len(said.lstrip(" ")), 0, len(said.rstrip("\t "))
        for number, bit in enumerate(bits):
            if number % 2:
                now = looks[ord(bit) - _FIRST]
            elif now != Look() and bit.strip():
                spans.append((max(place, shift) - shift, min(place + len(bit), end) - shift, now))
            place += 0 if number % 2 else len(bit)
        marks = tuple(mark for start, stop, look in spans for mark in _marks(start, stop, look))
        yield Piece(said[shift:end], marks=marks)


def _marks(start: int, end: int, look: Look) -> Iterator[Mark]:
    if look.bold:
        yield Mark(start, end, "bold")
    if look.italic or look.underlined:  # a line below sets apart as italics do
        yield Mark(start, end, "italic")
    if look.colour:
        yield Mark(start, end, "colour", look.colour)
