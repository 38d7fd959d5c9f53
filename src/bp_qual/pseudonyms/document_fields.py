"""Where documents hold text that is no paragraph: attributes, and formulas and names of sheets with their own rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bp_qual.lazy_patterns import lazy_pattern

if TYPE_CHECKING:
    from lxml import etree

Change = Callable[[str], str]
_ANYWHERE = frozenset((
    "author", "initials", "creator", "lastModifiedBy", "userId", "providerId", "title", "descr", "alt", "tooltip",
    "display", "prompt", "promptTitle", "error", "errorTitle", "displayText",
))  # fmt: skip
_OF_ELEMENTS = {
    "name": frozenset(("docPr", "cNvPr", "docVar", "property", "tableColumn", "cacheField", "section", "frame")),
    "val": frozenset((
        "alias", "tag", "docVar", "default", "listEntry", "helpText", "statusText", "tblCaption", "tblDescription",
    )),
    "value": frozenset(("listItem",)),
    "v": frozenset(("s",)),
}  # fmt: skip
_TAB, _OPEN_TAB = ("sheet", "name"), ("table", "name")  # of Excel; of OpenDocument, with a namespace
FORMULAS = frozenset(("f", "definedName", "formula1", "formula2", "formula"))
_PARTS = lazy_pattern(r"""(?P<tab>'(?:[^']|'')+'|[^\W\d][\w.]*)!|(?P<said>"(?:[^"]|"")*")""")
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
    return (element, key) == _TAB or ((element, _bare(key)) == _OPEN_TAB and key != "name")


def change_tab(name: str, change: Change) -> str:
    """Return the name of a sheet put another way, in the signs that one may have.

    >>> change_tab("Jan 2010", lambda text: text.replace("Jan", "[naam 1]"))
    '(naam 1) 2010'
    """
    new = change(name)
    return name if new == name else new.translate(_NOT_IN_TABS)[:_LONGEST_TAB]


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
        new = tabs(bare) if tabs is not None else change_tab(bare, change)
        parts.append(found[0] if new == bare else "'" + new.replace("'", "''") + "'!")
    return "".join([*parts, text[at:]])


def _bare(key: str) -> str:
    return key.rpartition("}")[2]


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace; nothing for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
