"""What attributes hold words in XML of any kind, as projects have it: not those of identifiers, colours and kinds."""

from __future__ import annotations

from collections.abc import Callable, Collection

from bp_qual.lazy_patterns import lazy_pattern

Change = Callable[[str], str]
_GUID = lazy_pattern(r"(?<![^\W_])[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}(?![^\W_])")
_COLOUR = lazy_pattern(r"#[0-9A-Fa-f]{3,8}")
_IDENTIFIER = lazy_pattern(r"(?:id|guid|refs?|idrefs?)\Z|.*(?:Id|ID|Guid|GUID|Refs?|IDREFS?|[_-](?:id|guid|ref))\Z")
_KIND = lazy_pattern(
    r"(?:type|colou?r|lang|base|space|style|class|fill|stroke|encoding|version|schemaLocation)\Z"
    r"|.*(?:Type|Colou?r|[_-](?:type|colou?r))\Z"
)
_OF_PEOPLE = lazy_pattern(
    r"(?i:.*(?:name|title|path|file|comment|description|email)|desc|descr|author|creator|user|notes?|memo|label|caption"
    r"|summary|subject|keywords|naam)\Z"
)
_PEOPLE = frozenset(("user", "author", "person", "coder"))
_DOCUMENT = lazy_pattern(r"(?:.*/)?(?:word|xl|ppt)/[^.]*\.xml\Z")
_NAMESPACES = (
    "{http://schemas.openxmlformats.org/",
    "{http://purl.oclc.org/ooxml/",
    "{urn:oasis:names:tc:opendocument:",
)


def holds_words(key: str, value: str, references: Collection[str] = ()) -> bool:
    """Return whether an attribute of XML of any kind may hold what somebody wrote.

    What is said of a value is said of what it becomes, too, so that names can be put back where they stood.

    Parameters
    ----------
    key, value : str
        Its name, and what it says.
    references : collection of str
        What things are called in the file, for others to refer to them.

    Returns
    -------
    bool

    Examples
    --------
    >>> holds_words("name", "Ada", ["Ada"]), holds_words("by", "Ada"), holds_words("color", "Ada")
    (True, True, False)
    >>> holds_words("of", "Ada", ["Ada"]), holds_words("of", "#ada")
    (False, False)
    """
    bare = key.rpartition("}")[2]
    if is_identifier(key) or _KIND.match(bare) is not None or value.startswith("#"):
        return False
    return _OF_PEOPLE.match(bare) is not None or value not in references


def is_of_somebody(element: str, key: str) -> bool:
    """Return whether an attribute is what a person is called in short, unless others refer to it.

    >>> is_of_somebody("User", "id"), is_of_somebody("User", "guid"), is_of_somebody("Source", "id")
    (True, False, False)
    """
    return element.casefold() in _PEOPLE and key == "id"


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

    def put(text: str) -> str:
        made, at = "", 0
        for found in _GUID.finditer(text):
            made += (change(text[at : found.start()]) if at < found.start() else "") + found[0]
            at = found.end()
        return made + change(text[at:]) if at < len(text) or not text else made

    return put


def without_guids(text: str) -> str:
    """Return a text without the identifiers of hexadecimal digits in it, and nothing of one that is a colour.

    >>> without_guids("Ada 22222222-2222-4222-ada8-0123456789ab"), without_guids("#ada123")
    ('Ada  ', '')
    """
    return "" if _COLOUR.fullmatch(text) else _GUID.sub(" ", text)
