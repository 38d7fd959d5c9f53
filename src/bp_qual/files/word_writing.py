"""A Word file on its way out: sealed, and the same bytes for the same content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from bp_qual.files.seals import seal_package

if TYPE_CHECKING:
    from docx.document import Document


def packed_document(document: Document) -> bytes:
    """Return a document of python-docx as the bytes of a file, the same for the same content.

    The library packs by the clock of the computer; here its parts are packed by ours.

    >>> import docx
    >>> packed_document(document := docx.Document()) == packed_document(document)
    True
    """
    return seal_package(_parts_of(document))


def _parts_of(document: Document) -> Iterator[tuple[str, bytes]]:
    """Yield what the library would pack, in its order: the list of types, and each part with what it refers to."""
    from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI

    package = document.part.package
    for part in package.parts:
        part.before_marshal()
    yield CONTENT_TYPES_URI[1:], _types_of(package.parts)
    yield PACKAGE_URI.rels_uri.membername, package.rels.xml
    for part in package.parts:
        yield part.partname.membername, part.blob
        if len(part.rels):
            yield part.partname.rels_uri.membername, part.rels.xml


def _types_of(parts: list[Any]) -> bytes:
    """Return the list of what kind each part is: by its ending where that says it, else by its name."""
    from docx.opc.constants import CONTENT_TYPE
    from docx.opc.oxml import CT_Types, serialize_part_xml
    from docx.opc.spec import default_content_types

    endings, names = {"rels": CONTENT_TYPE.OPC_RELATIONSHIPS, "xml": CONTENT_TYPE.XML}, {}
    for part in parts:
        ending = part.partname.ext.lower()
        if (ending, part.content_type) in default_content_types:
            endings[ending] = part.content_type
        else:
            names[part.partname] = part.content_type
    maker: Any = CT_Types
    types = maker.new()
    for ending, kind in sorted(endings.items()):
        types.add_default(ending, kind)
    for name, kind in sorted(names.items()):
        types.add_override(name, kind)
    written: bytes = serialize_part_xml(types)
    return written
