"""Names for speakers whom their colours tell apart: `(red)` and `(blue)`, or `(#0000FF)` where two are both blue."""

from __future__ import annotations

import colorsys
from collections import Counter
from collections.abc import Collection, Sequence

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Paragraph

_HUES = (  # degrees of the circle of colours below which people call them so
    *((15, "red"), (45, "orange"), (70, "yellow"), (165, "green"), (195, "turquoise"), (260, "blue")),
    *((310, "purple"), (345, "pink"), (361, "red")),
)
_GREY, _WHITE = 0.12, 0.97  # differences between parts of a colour up to which it is grey; lightness of white
_DIGITS = lazy_pattern(r"[0-9A-F]{6}")
_NAME = lazy_pattern(rf"\((?:{'|'.join(sorted({name for _, name in _HUES}))}|grey|white|#[0-9A-F]{{6}})\)")
_FEWEST = 2  # lines of a speaker


def is_colour_name(label: str) -> bool:
    """Return whether a label is the name of a speaker with a colour.

    >>> is_colour_name("(red)"), is_colour_name("(#4472C4)"), is_colour_name("(lacht)")
    (True, True, False)
    """
    return _NAME.fullmatch(label) is not None


def find_colour_names(lines: Sequence[Paragraph]) -> list[str]:
    """Return the name of the speaker of each line, where colours tell speakers apart none of whom is plain.

    Parameters
    ----------
    lines : sequence of Paragraph
        The lines of the talk.

    Returns
    -------
    list of str
        An empty name for lines without a colour; an empty list where most lines of one of the two who say most have
        none.

    Examples
    --------
    >>> from bp_qual.readers import Mark
    >>> blue, red = (Mark(0, 3, "colour", digits) for digits in ("0000FF", "FF0000"))
    >>> find_colour_names([Paragraph(0, 3, marks=(mark,)) for mark in (blue, red, blue, red)])
    ['(blue)', '(red)', '(blue)', '(red)']
    """
    colours = [colour_of(line) for line in lines]
    names = {colour: _name(colour) for colour in set(colours) - {""}}
    if len(set(names.values())) == 1 < len(names):
        names = {colour: f"(#{colour})" for colour in names if _DIGITS.fullmatch(colour)}
    found = [names.get(colour, "") for colour in colours]
    most = Counter(found).most_common(2)
    is_parted = len(most) == 2 and all(name and count >= _FEWEST for name, count in most)
    return found if is_parted else []


def colour_of(line: Paragraph) -> str:
    """Return the colour that more than half of a line has, or nothing.

    >>> from bp_qual.readers import Mark
    >>> colour_of(Paragraph(0, 9, marks=(Mark(0, 6, "colour", "FF0000"),)))
    'FF0000'
    """
    if not line.marks:
        return ""
    letters = Counter[str]()
    for mark in line.marks:
        if mark.kind == "colour":
            letters[mark.value] += mark.end - mark.start
    colour, count = letters.most_common(1)[0] if letters else ("", 0)
    return colour if 2 * count > line.end - line.start else ""


def hues_of(labels: Collection[str]) -> list[str]:
    """Return the labels that name a colour.

    >>> hues_of(["(red)", "(plain)", "(blue)"])
    ['(red)', '(blue)']
    """
    return [label for label in labels if is_colour_name(label)]


def _name(colour: str) -> str:
    """Return what people call a colour, in brackets; nothing for what is no digits."""
    if not _DIGITS.fullmatch(colour):
        return ""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    if max(parts) - min(parts) <= _GREY:
        return "(white)" if min(parts) >= _WHITE else "(grey)"
    degrees = colorsys.rgb_to_hls(*parts)[0] * 360
    return next(f"({name})" for until, name in _HUES if degrees < until)
