"""Colours of letters on a web page, as far as they set talk apart: black, grey and that of the whole page do not."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.colours import tidy_colour

if TYPE_CHECKING:
    from lxml import etree

_COLOUR = lazy_pattern(r"(?:^|[;{\s])color\s*:\s*([^;}!]{1,60})", re.IGNORECASE)
_INHERITED = frozenset(("inherit", "currentcolor", "unset"))
_PLAIN = frozenset(  # what names a colour of letters, or none
    (
        *("INITIAL", "AUTO", "WINDOWTEXT", "CANVASTEXT", "TEXT", "DIMGRAY", "DIMGREY", "DARKGRAY", "DARKGREY"),
        *("SLATEGRAY", "SLATEGREY", "TRANSPARENT"),
    )
)
_WHOLE_PAGE = ("html", "body", "*")


def find_colours(root: etree._Element, rules: Iterable[tuple[str, str]]) -> dict[etree._Element, str]:
    """Return the colour of each element that has one of its own; an empty one where its letters are plain.

    Parameters
    ----------
    root : element
        The page.
    rules : iterable of (str, str)
        The selectors of its style sheets and what is said of each.

    Returns
    -------
    dict of element to str
        What an element does not name it has from the one around it.

    Examples
    --------
    >>> from lxml import html
    >>> page = html.fromstring("<p style='color: #00F'>Ja <font color=black>nee</font> <b class=q>en</b></p>")
    >>> [(found.tag, colour) for found, colour in find_colours(page, [(".q", "color: Red")]).items()]
    [('p', '0000FF'), ('font', ''), ('b', 'FF0000')]
    """
    named = {selector: _named(look) for heads, look in rules for selector in map(str.strip, heads.split(","))}
    named = {
        selector if selector[:1] in ".#" else selector.lower(): found for selector, found in named.items() if found
    }
    everywhere = {tidy_colour(named[selector]) for selector in _WHOLE_PAGE if selector in named}
    everywhere |= {tidy_colour(_named(element.get("style", ""))) for element in root.iter("html", "body")}
    found: dict[etree._Element, str] = {}
    for element in root.iter():
        own = _own_colour(element, named)
        if own and own.casefold() not in _INHERITED:
            found[element] = "" if tidy_colour(own) in everywhere else _apart(own)
    return found


def _own_colour(element: etree._Element, named: Mapping[str, str]) -> str:
    """Return what an element says of its colour, or a style sheet says of it."""
    if not isinstance(element.tag, str):
        return ""
    own = _named(element.get("style", "")) or (element.get("color", "") if element.tag == "font" else "")
    if own or not named:
        return own
    return next((named[name] for name in selectors_of(element) if name in named), "")


def selectors_of(element: etree._Element) -> list[str]:
    """Return the plain selectors that an element may be meant by, those that say most of it first.

    >>> from lxml import html
    >>> selectors_of(html.fromstring("<p class='note old' id=x>Ja</p>"))
    ['#x', 'p.note', 'p.old', '.note', '.old', 'p']
    """
    tag, classes = str(element.tag).lower(), element.get("class", "").split()
    return [f"#{element.get('id', '')}", *(f"{tag}.{name}" for name in classes), *(f".{name}" for name in classes), tag]


def _named(look: str) -> str:
    """Return the last colour that a style names, without blanks around it."""
    found: Collection[str] = _COLOUR.findall(look) if "olor" in look.lower() else ()
    return [*found][-1].strip() if found else ""


def _apart(colour: str) -> str:
    """Return a colour as Word writes it; nothing for black and grey, but white letters are not plain."""
    tidy = tidy_colour(colour)
    is_grey = len(tidy) == 6 and tidy[:2] == tidy[2:4] == tidy[4:] != "FF"
    return "" if is_grey or tidy in _PLAIN else tidy
