"""What attributes in XML of any kind, as projects have it, become: identifiers and what refers to them are one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from bp_qual.lazy_patterns import lazy_pattern

Change = Callable[[str], str]
_GUID = lazy_pattern(r"(?<![^\W_])[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}(?![^\W_])")
_COLOUR = lazy_pattern(r"#[0-9A-Fa-f]{3,8}")
_IDENTIFIER = lazy_pattern(r"(?:id|guid|refs?|idrefs?)\Z|.*(?:Id|ID|Guid|GUID|Refs?|IDREFS?|[_-](?:id|guid|ref))\Z")
_COLOURED = lazy_pattern(r"(?:fill|stroke|bg|fg)\Z|.*(?:[Cc]olou?r|[Bb]ackground|[Ff]oreground)\Z")
_IN_STYLE = lazy_pattern(r":\s*#[0-9A-Fa-f]{3,8}(?![\w-])")
_TECHNICAL = frozenset(("lang", "space", "encoding", "version", "schemaLocation"))
_NAMELIKE = lazy_pattern(r"[^\W\d][\w.-]*\Z")
_NOT_IN_NAMES = lazy_pattern(r"[^\w.-]")
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_OF_PEOPLE = lazy_pattern(
    r"(?i:.*(?:name|title|path|file|comment|description|email)|desc|descr|author|creator|user|notes?|memo|label|caption"
    r"|summary|subject|keywords|naam)\Z"
)
_DOCUMENT = lazy_pattern(r"(?:.*/)?(?:word|xl|ppt)/[^.]*\.xml\Z")
_NAMESPACES = (
    "{http://schemas.openxmlformats.org/",
    "{http://purl.oclc.org/ooxml/",
    "{urn:oasis:names:tc:opendocument:",
)


class ParcelFields:
    """Puts what attributes of a file hold another way: what things are called, and what refers to it, alike.

    Two things that were called differently are so afterwards; a colour, and what says how to read a file, stays. What
    things are called by other attributes than `xml:id`, as in projects, stays too, so that all can be put back.

    Parameters
    ----------
    change : callable
        What becomes of a text.
    attributes : iterable of tuple of str
        All of the file, each a name and a value.

    Examples
    --------
    >>> called = [(_XML_ID, "Ada"), (_XML_ID, "ADA"), ("who", "#Ada #ADA")]
    >>> fields = ParcelFields(lambda text: text.replace("Ada", "[name 1]").replace("ADA", "[name 1]"), called)
    >>> [fields.changed(*attribute) for attribute in (*called, ("by", "Ada"), ("title", "Ada is"), ("color", "#ADA"))]
    ['_name_1_', '_name_1__2', '#_name_1_ #_name_1__2', '_name_1_', '[name 1] is', '#ADA']
    """

    def __init__(self, change: Change, attributes: Iterable[tuple[str, str]]) -> None:
        self._change = change
        called = [(key, value) for key, value in attributes if is_identifier(key) and "#" not in value]
        self._called = frozenset(value for _, value in called)
        self._renames = any(key == _XML_ID for key, _ in called)
        self._made: dict[str, str] = {}
        self._given: set[str] = set()

    def changed(self, key: str, value: str) -> str:
        """Return what becomes of the value of an attribute."""
        if key.rpartition("}")[2] in _TECHNICAL:
            return value
        parts = value.split()
        if parts and all("#" in part for part in parts) and not _is_colour(key, value):
            return re.sub(r"\S+", lambda part: self._reference(part[0]), value)
        if is_identifier(key) and len(parts) > 1 and all(part in self._called or "#" in part for part in parts):
            return re.sub(r"\S+", lambda part: self._reference(part[0]), value)
        if is_identifier(key) and not self._renames:
            return value
        if value in self._called and _OF_PEOPLE.match(key.rpartition("}")[2]) is None:
            return self._name(value)
        return _beside(_colours_in(key, value), value, self._change)

    def _reference(self, part: str) -> str:
        """Return what becomes of a reference: of a file before the #, and of what something is called in it."""
        before, sign, name = part.rpartition("#")
        return (self._change(before) if before else "") + sign + (self._name(name) if name else "")

    def _name(self, name: str) -> str:
        """Return what something is called now, in the signs that it was called by."""
        if name in self._called and not self._renames:
            return name
        new = self._change(name)
        if new == name:
            return name
        if name not in self._made:
            fit = as_identifier(new) if _NAMELIKE.match(name) else new
            made, number = fit, 1
            while made in self._given or made in self._called:
                number += 1
                made = f"{fit}_{number}"
            self._made[name] = made
            self._given.add(made)
        return self._made[name]


def attribute_words(key: str, value: str) -> str:
    """Return what an attribute holds without identifiers of hexadecimal digits, and without colours where it has any.

    >>> attribute_words("who", "#Ada"), attribute_words("color", "#ada123")
    ('#Ada', ' ')
    >>> attribute_words("style", "color: #ada; font: Ada")
    'color ; font: Ada'
    """
    places = [(0, 0), *(found.span() for found in _colours_in(key, value)), (len(value), len(value))]
    return without_guids(" ".join(value[end:start] for (_, end), (start, _) in pairwise(places)))


def _is_colour(key: str, value: str) -> bool:
    return _COLOURED.match(key.rpartition("}")[2]) is not None and _COLOUR.fullmatch(value) is not None


def as_identifier(name: str) -> str:
    """Return a name, as long as it is, in signs by which things can be called in XML.

    >>> as_identifier("[name 1]"), as_identifier("P02")
    ('_name_1_', 'P02')
    """
    return _NOT_IN_NAMES.sub("_", name)


def is_identifier(key: str) -> bool:
    """Return whether an attribute, by its name, says what something is called for others to refer to it.

    >>> is_identifier("targetGUID"), is_identifier("name")
    (True, False)
    """
    return _IDENTIFIER.match(key.rpartition("}")[2]) is not None


def is_of_document(part: str, root: str) -> bool:
    """Return whether a part of a zip is one of a document that was unpacked, by its path or the tag of its root.

    >>> is_of_document("word/document.xml", "document"), is_of_document("project.qde", "Project")
    (True, False)
    """
    return _DOCUMENT.match(part) is not None or root.startswith(_NAMESPACES)


def beside_guids(change: Change) -> Change:
    """Return what changes a text as another does, but for the identifiers in it of hexadecimal digits.

    >>> beside_guids(str.upper)("ada 22222222-2222-4222-ada8-0123456789ab")
    'ADA 22222222-2222-4222-ada8-0123456789ab'
    """
    return lambda text: _beside(_GUID.finditer(text), text, change)


def without_guids(text: str) -> str:
    """Return a text without the identifiers of hexadecimal digits in it.

    >>> without_guids("Ada 22222222-2222-4222-ada8-0123456789ab")
    'Ada  '
    """
    return _GUID.sub(" ", text)


def _colours_in(key: str, value: str) -> Iterator[re.Match[str]]:
    """Return where an attribute has colours: where its name says that it is one, and where a style gives one."""
    if _is_colour(key, value):
        return _COLOUR.finditer(value)
    return _IN_STYLE.finditer(value if key == "style" else "")


def _beside(places: Iterable[re.Match[str]], text: str, change: Change) -> str:
    """Return a text with all but some places in it put another way."""
    made, at = "", 0
    for found in places:
        made += (change(text[at : found.start()]) if at < found.start() else "") + found[0]
        at = found.end()
    return made + change(text[at:]) if at < len(text) or not text else made
