"""XML as it comes from others: parsed without entities, without a network, and within limits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from bp_qual.errors import Problem, TranscriptError
from bp_qual.files import clean_text
from bp_qual.files.nesting import NESTED, is_too_deep

if TYPE_CHECKING:
    from lxml import etree


def sort_texts(root: etree._Element, kinds: Mapping[str, str], other: str) -> dict[str, str]:
    r"""Return every text of a tree, sorted by the nearest element above it.

    Parameters
    ----------
    root : element
        The tree.
    kinds : mapping of str to str
        What the text of an element is, by the element's name without its namespace.
    other : str
        What all other text is.

    Returns
    -------
    dict of str to str
        Texts by what they are, in the order of the document.

    Examples
    --------
    >>> sort_texts(parse_xml(b"<a>los<u>ja<note>lacht</note> hoor</u></a>"), {"u": "talk", "note": "notes"}, "rest")
    {'rest': 'los', 'talk': 'ja\n hoor', 'notes': 'lacht'}
    """
    from lxml import etree

    texts: dict[str, list[str]] = {}
    stack = [other]
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            stack.append(kinds.get(str(element.tag).rpartition("}")[2], stack[-1]))
            text = element.text
        else:
            stack.pop()
            text = element.tail if element is not root else None
        if text and not text.isspace():
            texts.setdefault(stack[-1], []).append(clean_text(text))
    return {kind: "\n".join(parts) for kind, parts in texts.items()}


def parse_xml(data: bytes, *, where: str = "") -> etree._Element:
    """Return the root of an XML document; one that declares entities or is nested without end is refused.

    >>> parse_xml(b"<a><b>text</b></a>")[0].text
    'text'
    >>> parse_xml(b"<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>", where="a.docx")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: a.docx  was refused as unsafe: its XML declares entities (a DTD). Open it in ...
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as err:
        line = getattr(err, "lineno", None) or 1
        if is_too_deep(err):
            raise TranscriptError(Problem(f"{where}:{line}", NESTED)) from err
        raise TranscriptError(Problem(where, "xml unreadable", {"line": line})) from err
    if root.getroottree().docinfo.internalDTD is not None:
        raise TranscriptError(Problem(where, "xml with entities"))
    return root
