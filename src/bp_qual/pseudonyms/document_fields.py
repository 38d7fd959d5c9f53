"""Where documents hold text that is no paragraph: attributes, and formulas and names of sheets with their own rules."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.pseudonyms.cut_back import cut_back

if TYPE_CHECKING:
    from lxml import etree

Change = Callable[[str], str]
_ANYWHERE = frozenset((
    "author", "initials", "creator", "lastModifiedBy", "userId", "providerId", "title", "descr", "alt", "tooltip",
    "display", "string-value", "prompt", "promptTitle", "error", "errorTitle", "displayText",
))  # fmt: skip
_OF_ELEMENTS = {
    "name": frozenset(("docPr", "cNvPr", "docVar", "property", "tableColumn", "cacheField", "section", "frame")),
    "val": frozenset((
        "alias", "tag", "docVar", "default", "listEntry", "helpText", "statusText", "tblCaption", "tblDescription",
    )),
    "value": frozenset(("listItem",)),
    "v": frozenset(("s",)),
    "person": frozenset(("quotes",)),  # of a matrix: whose cell it is
    "code": frozenset(("quotes",)),
}  # fmt: skip
_TABS = (("sheet", "name"), ("sheetName", "val"))  # of Excel: its own, and those of another file
_OPEN_TAB = ("table", "name")  # of OpenDocument, with a namespace
FORMULAS = frozenset(("f", "definedName", "formula1", "formula2", "formula"))
HEADERS = frozenset(f"{page}{kind}" for page in ("odd", "even", "first") for kind in ("Header", "Footer"))
_TAB_NAME = r"[^\W\d][\w.]*"
_FIRST_TAB = rf"(?<![!$:\w.])(?![A-Za-z]{{1,3}}\d+:){_TAB_NAME}:"  # of a row of sheets, Jan:Kees!A1; no cell
_PARTS = lazy_pattern(
    rf"""(?P<tab>'(?:[^']|'')+'|(?:\[\d+\])?(?:{_FIRST_TAB})?{_TAB_NAME})!|(?P<said>"(?:[^"]|"")*")"""
)
_BOOK = lazy_pattern(r"(?P<place>[^\[]*)\[(?P<file>[^\]]*)\]")  # before the names of sheets in another file
_SIGN = lazy_pattern(r"""(&K(?:[0-9A-Fa-f]{6}|\d\d[+-]\d{3})|&"[^"]*"|&\d+|&[A-Za-z])""")  # of looks, in a header
_LOOKS = lazy_pattern(r"&(?:K.*|\".*|\d+|[BIUESXY])")  # none of these parts what is said
_AMPERSAND = "\0"  # in XML there is none
_NOT_IN_TABS = str.maketrans("[]:*?/\\", "()_____")
_LONGEST_TAB = 31
_NAMESPACES = ("http://schemas.", "https://schemas.", "http://purl.oclc.org/ooxml/")  # what a part of a document is


def holds_text(element: str, key: str, value: str) -> bool:
    """Return whether an attribute holds what somebody wrote.

    Parameters
    ----------
    element : str
        The name of its element, without namespace.
    key, value : str
        Its own name, and what it says.

    Returns
    -------
    bool

    Examples
    --------
    >>> holds_text("alias", "val", "Jan"), holds_text("jc", "val", "left"), holds_text("a", "href", "mailto:jan@b.nl")
    (True, False, True)
    """
    return (
        _bare(key) in _ANYWHERE
        or element in _OF_ELEMENTS.get(_bare(key), ())
        or is_tab(element, key)
        or (value.startswith(("mailto:", "http", "file:")) and not value.startswith(_NAMESPACES))
    )


def is_tab(element: str, key: str) -> bool:
    """Return whether an attribute is the name of a sheet.

    >>> is_tab("sheet", "name"), is_tab("sheet", "sheetId")
    (True, False)
    """
    return (element, key) in _TABS or ((element, _bare(key)) == _OPEN_TAB and key != "name")


def change_tab(name: str, change: Change) -> str:
    """Return the name of a sheet put another way, in the signs that one may have.

    >>> change_tab("Jan 2010", lambda text: text.replace("Jan", "[naam 1]"))
    '(naam 1) 2010'
    """
    new = change(name)
    return name if new == name else as_tab(new)[:_LONGEST_TAB]


def as_tab(text: str) -> str:
    """Return a text in the signs that the name of a sheet may have.

    >>> as_tab("[naam 1]")
    '(naam 1)'
    """
    return text.translate(_NOT_IN_TABS)


class Tabs:
    """Puts the names of a file's sheets another way, and gives no two of them one name.

    Examples
    --------
    >>> tabs = Tabs(lambda text: "P01")
    >>> tabs("Jan"), tabs("Van den Berg"), tabs("Jan")
    ('P01', 'P01 2', 'P01')
    """

    def __init__(self, change: Change) -> None:
        self._change = change
        self._given: dict[str, str] = {}

    def __call__(self, name: str) -> str:
        """Return what a sheet is called."""
        made = new = change_tab(name, self._change)
        number = 1
        while self._given.setdefault(made.casefold(), name) != name:
            number += 1
            made = f"{new[: _LONGEST_TAB - 4]} {number}"
        return made


def change_formula(text: str, change: Change, tabs: Change | None = None) -> str:
    r"""Return a formula with the names of sheets in it and the texts between quotation marks put another way.

    Parameters
    ----------
    text : str
        The formula, without its sign of equality.
    change : callable
        What becomes of a text.
    tabs : callable, optional
        What becomes of the name of a sheet; `change_tab` if not given.

    Returns
    -------
    str
        The formula.

    Examples
    --------
    >>> change_formula('IF(Jan!A1="Jan","Jan"&B2,0)', lambda text: text.replace("Jan", "[naam 1]"))
    'IF(\'(naam 1)\'!A1="[naam 1]","[naam 1]"&B2,0)'
    """
    parts: list[str] = []
    at = 0
    for found in _PARTS.finditer(text):
        parts.append(text[at : found.start()])
        at = found.end()
        if found["said"]:
            parts.append(change(found[0]))
            continue
        tab = found["tab"]
        bare = tab[1:-1].replace("''", "'") if tab.startswith("'") else tab
        new = _change_reference(bare, change, tabs or partial(change_tab, change=change))
        parts.append(found[0] if new == bare else "'" + new.replace("'", "''") + "'!")
    return "".join([*parts, text[at:]])


def _change_reference(reference: str, change: Change, tab: Change) -> str:
    """Return what a formula has before its ! put another way: a file, and a sheet or the first and last of a row.

    >>> _change_reference("[1]Jan:Kees", str, str.upper)
    '[1]JAN:KEES'
    """
    book = _BOOK.match(reference)
    before = f"{change(book['place'])}[{change(book['file']).translate(_NOT_IN_TABS)}]" if book else ""
    return before + ":".join(map(tab, reference[book.end() if book else 0 :].split(":")))


def change_header(text: str, change: Change) -> str:
    """Return the header or footer of a sheet with what is said between its signs put another way.

    Parameters
    ----------
    text : str
        As Excel has it: &C begins the middle, &12 makes letters large, && is an ampersand.
    change : callable
        What becomes of a text.

    Returns
    -------
    str

    Examples
    --------
    >>> change_header('&CKees&R&"Arial,Bold"&12Jan', lambda text: text.replace("Jan", "3x").replace("Kees", "P&O"))
    '&CP&&O&R&"Arial,Bold"&12 3x'
    >>> change_header("&LJ&Ba&Bn", lambda text: text.replace("Jan", "P01"))
    '&LP01&B&B'
    """
    parts = _SIGN.split(text.replace("&&", _AMPERSAND))
    made, at = "", 0
    while at < len(parts):  # as far as what comes next on the page goes on with it
        end = at + 1
        while end < len(parts) and _LOOKS.fullmatch(parts[end]):
            if "".join(parts[at:end:2])[-1:].islower() and parts[end + 1][:1].isupper():
                break  # 'JanKees', one of them red, are two
            end += 2
        said = [part.replace(_AMPERSAND, "&") for part in parts[at:end:2]]
        new = cut_back(said, change("".join(said)))
        for number, piece in enumerate(new):
            glued = piece != said[number] and piece[:1].isdigit() and made[-1:].isdigit()  # or it would be of the sign
            sign = at + 2 * number + 1  # behind the piece
            made += " " * glued + piece.replace("&", _AMPERSAND) + "".join(parts[sign : sign + 1])
        at = end + 1
    return made.replace(_AMPERSAND, "&&")


def _bare(key: str) -> str:
    return key.rpartition("}")[2]


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace; nothing for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
