"""The parts of a Word package beside its text: which is the main one, styles that hide, notes, comments and headers.

Parts are found through the relations of the package, as Word finds them, not by their names. A part that holds text and
that nothing here knows is kept apart as not understood.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from bp_qual.errors import Problem, TranscriptError
from bp_qual.files import Package, clean_text
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.markup import parse_xml
from bp_qual.readers.paragraphs import NOT_UNDERSTOOD, count_visible

if TYPE_CHECKING:
    from lxml import etree

_KINDS = {
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "header": "headers and footers",
    "footer": "headers and footers",
    "diagramData": "drawings",
    "chart": "drawings",
}
_NAMED = lazy_pattern(r"(?:.*/)?(footnotes|endnotes|comments|header|footer)\d*\.xml", re.IGNORECASE | re.ASCII)
_WITHOUT_TALK = lazy_pattern(
    r"(?:.*/)?(?:_rels/.*|\[Content_Types\]\.xml|docProps/.*|customXml/.*|theme/.*|diagrams/.*|charts/.*|glossary/.*|media/.*|"
    r"(?:styles|stylesWithEffects|settings|webSettings|fontTable|numbering|people|commentsExtended|commentsIds|"
    r"commentsExtensible|footnotes|endnotes|comments|keyMapCustomizations|vbaData)\d*\.xml)",
    re.IGNORECASE | re.ASCII,
)
_TEXT = lazy_pattern(rb"<(?:\w+:)?t[ >]")
_UNSEEN = ("vanish", "strike")
_LOOKS = {
    "vanish": ("vanish",),
    "strike": ("strike", "dstrike"),
    "b": ("b",),
    "i": ("i",),
    "u": ("u",),
    "color": ("color",),
}
_ON = ("1", "true", "on")
OFF = ("0", "false", "off", "none", "auto", "000000")  # what says that a look is not there
_SETS_NOTHING_APART = lazy_pattern(
    r"(?:hyperlink|followedhyperlink|heading|title|header|footer|toc|caption)", re.IGNORECASE
)


def find_main_part(package: Package) -> str:
    """Return the name of the part that holds the text, which need not be `word/document.xml`.

    >>> import io, zipfile
    >>> from bp_qual.files import open_package
    >>> with zipfile.ZipFile(packed := io.BytesIO(), "w") as archive:
    ...     archive.writestr("word/document.xml", "<text/>")
    >>> find_main_part(open_package(packed.getvalue()))
    'word/document.xml'
    """
    if "_rels/.rels" in package.names:
        for relation in parse_xml(package.read("_rels/.rels"), where=package.where):
            target = relation.get("Target", "").lstrip("/")
            if relation.get("Type", "").endswith("/officeDocument") and target in package.names:
                return target
    if "word/document.xml" in package.names:
        return "word/document.xml"
    raise TranscriptError(Problem(package.where, "not word"))


def find_styles(package: Package) -> dict[str, dict[str, str]]:
    """Return for each look the ids of the styles that have it, or are based on one that has, with its value.

    Looks are `vanish`, `strike`, `b`, `i` and `color`. The style of all text, links and headings set nothing apart.
    """
    name = "word/styles.xml"
    if name not in package.names:
        return {}
    data = package.read(name)
    try:
        return _looks_of_styles(data)
    except TranscriptError:
        parse_xml(data, where=package.where)  # says in which file
        raise


@lru_cache(maxsize=8)
def _looks_of_styles(data: bytes) -> dict[str, dict[str, str]]:
    """Return the looks of styles; files of one study often have the same ones, and a third of a million characters."""
    root = parse_xml(data)
    space = root.tag.rpartition("}")[0] + "}"
    tags = {space + tag: look for look, written in _LOOKS.items() for tag in written}
    bases, said = dict[str, str](), {look: dict[str, str]() for look in _LOOKS}
    unmarked = set[str]()
    for style in root.iter(space + "style"):
        key, based, called = (
            style.get(space + "styleId", ""),
            style.find(space + "basedOn"),
            style.find(space + "name"),
        )
        bases[key] = based.get(space + "val", "") if based is not None else ""
        if style.get(space + "default", "") in _ON or (
            called is not None and _SETS_NOTHING_APART.match(called.get(space + "val", ""))
        ):
            unmarked.add(key)
        for own in style.iterfind(f"{space}rPr/*"):
            if own.tag in tags and said[tags[own.tag]].get(key, OFF[0]) in OFF:  # struck once, or twice
                said[tags[own.tag]][key] = own.get(space + "val", "1")
    found = {look: {key: _value(key, bases, own) for key in bases} for look, own in said.items() if own}
    return {
        look: {
            key: value for key, value in own.items() if value not in OFF and (look in _UNSEEN or key not in unmarked)
        }
        for look, own in found.items()
    }


def _value(key: str, bases: dict[str, str], said: dict[str, str]) -> str:
    """Return what a style says of a look, or the nearest that it is based on."""
    seen = set[str]()
    while key and key not in seen:
        if key in said:
            return said[key]
        seen.add(key)
        key = bases.get(key, "")
    return OFF[0]


def read_other_parts(package: Package, main: str, read: Callable[[Package, str], str]) -> dict[str, str]:
    """Return the text of every part of a Word file but the main one.

    Parameters
    ----------
    package : Package
        The opened file.
    main : str
        The name of the main part.
    read : callable
        Gives the lines of a part that holds paragraphs.

    Returns
    -------
    dict of str to str
        Texts by what they are: headers, footers, footnotes, comments, drawings.
    """
    kinds = dict(_related_parts(package, main))
    kinds |= {name: _KINDS[match[1].lower()] for name in package.names if (match := _NAMED.fullmatch(name))}
    parts = dict[str, str]()
    for name in sorted(package.names):
        kind = kinds.get(name, "")
        if kind == "drawings":
            text = _drawn_text(parse_xml(package.read(name), where=package.where))
        elif kind:
            text = read(package, name)
        elif name == main or not name.lower().endswith(".xml") or _WITHOUT_TALK.fullmatch(name):
            continue
        else:
            kind, content = NOT_UNDERSTOOD, package.read(name)
            text = _drawn_text(parse_xml(content, where=package.where)) if _TEXT.search(content) else ""
        if text:
            parts[kind] = "\n".join(filter(None, [parts.get(kind, ""), text]))
    return parts


def _related_parts(package: Package, main: str) -> Iterator[tuple[str, str]]:
    """Yield the parts that the main one names, each with what it is."""
    folder, name = posixpath.split(main)
    relations = f"{folder}/_rels/{name}.rels".lstrip("/")
    if relations not in package.names:
        return
    for relation in parse_xml(package.read(relations), where=package.where):
        kind, target = _KINDS.get(relation.get("Type", "").rpartition("/")[2]), relation.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        if kind and path in package.names and path != main:
            yield path, kind


def _drawn_text(root: etree._Element) -> str:
    """Return the texts (`t`, and the names and values in a chart) of a part that is no run of paragraphs."""
    texts = (clean_text(element.text or "").strip() for element in root.iter("{*}t"))
    return "\n".join(filter(None, texts))


def read_properties(package: Package) -> dict[str, str]:
    """Return what the document says of itself: title, subject, keywords, when it was made."""
    if "docProps/core.xml" not in package.names:
        return {}
    root = parse_xml(package.read("docProps/core.xml"), where=package.where)
    values = {child.tag.rpartition("}")[2]: (child.text or "").strip() for child in root}
    return {name: values[name] for name in ("title", "subject", "keywords", "created") if values.get(name)}


def read_symbol(element: etree._Element, unnamed: list[str]) -> str:
    """Return the character that Word inserts as a symbol; one that only its own font knows is named in `unnamed`.

    >>> from lxml import etree
    >>> unnamed = []
    >>> read_symbol(etree.fromstring('<w:sym xmlns:w="w" w:font="Arial" w:char="00E9"/>'), unnamed)
    'é'
    >>> read_symbol(etree.fromstring('<w:sym xmlns:w="w" w:font="Wingdings" w:char="F04A"/>'), unnamed), unnamed
    ('', ['Wingdings F04A'])
    """
    space = str(element.tag).rpartition("}")[0] + "}"
    font, number = element.get(f"{space}font", ""), element.get(f"{space}char", "")
    sign = clean_text(chr(int(number, 16))) if re.fullmatch("[0-9A-Fa-f]{1,4}", number) else ""
    if sign.isprintable() and count_visible(sign):
        return sign
    unnamed.append(clean_text(f"{font} {number}").strip())
    return ""


def write_chosen(root: etree._Element) -> None:
    """Write what was chosen in the drop-down lists of an old form into the text, where every program shows it.

    >>> from lxml import etree
    >>> entries = "<listEntry val='Ja'/><listEntry val='Nee'/>"
    >>> field = f"<fldChar><ffData><ddList><result val='1'/>{entries}</ddList></ffData></fldChar>"
    >>> root = etree.fromstring(f"<p xmlns='w' xmlns:w='w'><r>{field}</r></p>".replace("val=", "w:val="))
    >>> write_chosen(root)
    >>> root.findtext(".//{w}t")
    'Nee'
    """
    from lxml import etree

    space = f"{{{etree.QName(root).namespace}}}"
    for choice in list(root.iter(f"{space}ddList")):
        entries = [entry.get(f"{space}val", "") for entry in choice.iter(f"{space}listEntry")]
        begins = next(choice.iterancestors(f"{space}fldChar"), None)
        said = next(
            (el.get(f"{space}val", "") for tag in ("result", "default") for el in choice.iter(space + tag)), "0"
        )
        if begins is None or not (said.isdecimal() and len(said) < 4 and int(said) < len(entries)):
            continue
        chosen = etree.Element(f"{space}t")
        chosen.text = entries[int(said)]
        begins.addnext(chosen)
