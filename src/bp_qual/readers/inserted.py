"""Files inside a document: an inserted document, a spreadsheet, an object of another program.

Nobody sees by the document what is in them, so their text is no talk; it is kept apart, and told.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection
from dataclasses import replace

from bp_qual.files import Package, open_package
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.markup import parse_xml
from bp_qual.readers.paragraphs import Reading, count_visible
from bp_qual.wording.remarks import Remark

_INSERTED = "inserted files"
_BEGINNINGS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-", b"{\\rtf")
_NAMED = lazy_pattern(
    r"(?:.*/)?(?:embeddings/.+|[^/]+\.(?:txt|html?|mht(?:ml)?|rtf|docx?|docm|odt|xlsx?|ods|pptx?|odp|pdf|csv))",
    re.IGNORECASE,
)
_CHUNK = lazy_pattern(r"/(?:aFChunk|subDocument)\Z", re.IGNORECASE)
_NO_TALK = lazy_pattern(r"(?:Thumbnails|Configurations2)/.*|(?:.*/)?(?:vbaProject\.bin|media/.*)", re.IGNORECASE)


def add_inserted(reading: Reading, data: bytes, where: str, read: Callable[[bytes, str], Reading]) -> Reading:
    """Return a reading of a packed file with the text of the files inside it kept apart, and a note on them.

    Parameters
    ----------
    reading : Reading
        What the document itself says.
    data : bytes
        The file.
    where : str
        Its name.
    read : callable
        Reads one of the files inside; those inside that are not looked for.

    Returns
    -------
    Reading
    """
    package = open_package(data, where=where)
    inside = {name: package.read(name) for name in _find_inserted(package)}
    inside = {name: content for name, content in inside.items() if content.strip()}
    if not inside:
        return reading
    texts = list[str]()
    for number, (name, content) in enumerate(inside.items(), 1):
        try:
            found = read(content, f"{where}-{number}{posixpath.splitext(name)[1].lower()}")
        except Exception:  # of a program that is not read, or damaged in any way; told all the same
            continue
        texts += [found.text, *found.remainders.values()]
    rest = "\n".join(texts)
    told = note_inserted([posixpath.splitext(name)[1].lower() or "-" for name in inside], len(inside))
    apart = {**reading.remainders, **({_INSERTED: rest} if rest.strip() else {})}
    visible = reading.visible + count_visible(rest)
    return replace(reading, remainders=apart, notes=(*reading.notes, *told), visible=visible)


def note_inserted(kinds: Collection[str], n: int) -> tuple[Remark, ...]:
    """Return the note on files inside a document, of these kinds; none where there are none.

    >>> print(*note_inserted([".docx"], 1))
    Not counted: 1 file inside it (.docx). What is talk there, save as an interview of its own.
    """
    return (Remark("files inserted", values={"n": n, "endings": sorted(set(kinds))}),) if n else ()


def _find_inserted(package: Package) -> list[str]:
    """Return the parts that are files of their own: by their name, by what names them, or by how they begin."""
    named = {part for name in package.names if name.endswith(".rels") for part in _chunks(package, name)}
    return [
        name
        for name in package.names
        if name in named or (not _NO_TALK.fullmatch(name) and (_NAMED.fullmatch(name) or _begins_so(package, name)))
    ]


def _begins_so(package: Package, name: str) -> bool:
    return not name.endswith(("/", ".xml", ".rels")) and package.read(name)[:8].startswith(_BEGINNINGS)


def _chunks(package: Package, name: str) -> list[str]:
    """Return the parts that a list of relations names as documents to be shown within this one."""
    folder = posixpath.dirname(posixpath.dirname(name))
    found = list[str]()
    for relation in parse_xml(package.read(name), where=package.where):
        target = relation.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        if _CHUNK.search(relation.get("Type", "")) and path in package.names:
            found.append(path)
    return found
