"""The texts in a file of any kind, to be read or put another way: lines of text, paragraphs of Word, cells of Excel.

A change of a text is put back where the text was: in Word and Excel the runs keep their formatting, and what replaces a
name gets that of its first letter. Recordings and pictures are not looked into.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import PurePosixPath

from lxml import etree

from bp_qual.errors import BpQualError
from bp_qual.files.decoding import decode_with_windows_bytes
from bp_qual.files.packing import pack_parts
from bp_qual.files.safe_reading import open_package
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.pseudonyms.cut_back import cut_back
from bp_qual.pseudonyms.document_fields import (
    FORMULAS,
    HEADERS,
    Tabs,
    change_formula,
    change_header,
    holds_text,
    is_tab,
    local_name,
)
from bp_qual.pseudonyms.open_references import (
    change_open_address,
    change_open_formula,
    is_open_address,
    is_open_formula,
)
from bp_qual.pseudonyms.parcel_fields import ParcelFields, beside_guids, is_of_document

Change = Callable[[str], str]
_PARCELS = frozenset((".qdpx", ".zip"))  # whose files are files of any kind
ZIPS = _PARCELS | {".docx", ".docm", ".xlsx", ".odt", ".ods", ".pptx"}
_TEXT_ENDINGS = (
    ".txt .md .csv .tsv .tab .yaml .yml .json .jsonl .xml .html .htm .svg .vtt .srt .sbv .ass .ssa .eaf"
    " .cha .tei .rtf .rels .qde .qdc .opf .log .ini .toml .py .r .rmd .tex .bib .transcript .textgrid .exb"
    " .fln .trs .lrc"
)
TEXTS = frozenset(_TEXT_ENDINGS.split())
_UNREAD = frozenset((".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".bin", ".ttf", ".odttf", ".bmp", ".tiff"))
_PICTURE_IN_TEXT = lazy_pattern(rb"(?i)data:image/[\w.+-]+;base64,|\\(?:pngblip|jpegblip|emfblip|wmetafile\d)")
_PARAGRAPHS = frozenset(("p", "h", "si", "is", "comment"))  # Word and OpenDocument; Excel
_BREAKS = frozenset(("tab", "br", "cr", "s", "line-break"))
_APART = frozenset(
    ("note", "note-citation", "note-body", "annotation", "date", "creator")
)  # in a paragraph, none of it
_FIELD = "instrText"  # what a field of Word does: it stands among the runs of a paragraph, and is not read there
_NOT_TEXT = frozenset((_FIELD, "binData"))
_AUTHORS = frozenset(("creator", "lastModifiedBy", "initial-creator", "Manager", "Company"))


class UnreadableFileError(ValueError):
    """The texts of a file cannot be put another way in place."""


def can_change(name: str) -> bool:
    """Return whether the texts in a file of this name can be changed where they are.

    >>> can_change("P01.docx"), can_change("P01.pdf")
    (True, False)
    """
    return PurePosixPath(name.lower()).suffix in ZIPS | TEXTS


def change_file(
    data: bytes, name: str, change: Change, *, encoding: str = "", keep_authors: bool = True, becomes: str = ""
) -> bytes:
    r"""Return a file with every text in it changed.

    Parameters
    ----------
    data : bytes
        The file.
    name : str
        Its name, for its ending.
    change : callable of str
        What a text becomes.
    encoding : str
        That of a text file which is neither UTF-8 nor UTF-16, where the study says so.
    keep_authors : bool
        False empties who made and saved a document.
    becomes : str
        The encoding of a text file whose text was changed; not given: the one it has.

    Returns
    -------
    bytes
        The same bytes where nothing changed.

    Raises
    ------
    UnreadableFileError
        Where that is not possible for a file of this kind, or this file is damaged.

    Examples
    --------
    >>> change_file("I: Jan?\r\n".encode("utf-16"), "a.txt", lambda text: text.replace("Jan", "P01")).decode("utf-16")
    'I: P01?\r\n'
    """
    ending = PurePosixPath(name.lower()).suffix
    if ending in ZIPS:
        return _change_zip(data, change, keep_authors, is_parcel=ending in _PARCELS)
    if ending in TEXTS:
        text, codec = decode_exactly(data, encoding)
        changed = change(text)
        if changed == text:
            return data
        try:
            return changed.encode(becomes or codec)
        except UnicodeEncodeError:
            return changed.encode("utf-8", "surrogateescape")
    raise UnreadableFileError(ending)


def codec_of(data: bytes, name: str, *, encoding: str = "") -> str:
    """Return the encoding of a text file, as `change_file` reads it; nothing for files of another kind.

    Parameters
    ----------
    data : bytes
        The file.
    name : str
        Its name, for its ending.
    encoding : str
        That of a text file, where the study says so.

    Returns
    -------
    str

    Examples
    --------
    >>> codec_of("é".encode("cp1252"), "a.txt"), codec_of(b"", "a.docx")
    ('cp1252', '')
    """
    return decode_exactly(data, encoding)[1] if PurePosixPath(name.lower()).suffix in TEXTS else ""


def texts_of(data: bytes, name: str, *, encoding: str = "") -> list[str]:
    """Return every text in a file, also in the files that a zip holds; nothing for a recording or a picture.

    Parameters
    ----------
    data : bytes
        The file.
    name : str
        Its name, for its ending.
    encoding : str
        That of a text file, where the study says so.

    Returns
    -------
    list of str

    Examples
    --------
    >>> texts_of(b"Ja.", "a.txt"), texts_of(b"...", "a.mp3")
    (['Ja.'], [])
    """
    return _noted(lambda note: change_file(data, name, note, encoding=encoding))


def texts_of_xml(data: bytes) -> list[str]:
    """Return the paragraphs of a part of a document, each other text in it, and the names of persons in attributes.

    >>> texts_of_xml(b'<c author="Jan"><p><t>Ja</t><t>.</t></p></c>')
    ['Jan', 'Ja.']
    """
    return _noted(lambda note: _change_xml(data, "", note, keep_authors=True, tabs=Tabs(note)))


def _noted(change_all: Callable[[Change], bytes]) -> list[str]:
    """Return every text that is handed over to be changed; none where that is not possible."""
    texts: list[str] = []

    def note(text: str) -> str:
        texts.append(text)
        return text

    try:
        change_all(note)
    except UnreadableFileError:
        return []
    return texts


def holds_pictures(data: bytes, name: str) -> bool:
    """Return whether a file has pictures in it, or other parts whose text cannot be searched.

    >>> holds_pictures(b"", "a.txt"), holds_pictures(b'<img src="data:image/png;base64,iVBO">', "a.html")
    (False, True)
    """
    ending = PurePosixPath(name.lower()).suffix
    if ending not in ZIPS:
        return ending in TEXTS and _PICTURE_IN_TEXT.search(data) is not None
    try:
        return any(PurePosixPath(part.lower()).suffix in _UNREAD for part in open_package(data).names)
    except BpQualError:
        return False


def decode_exactly(data: bytes, encoding: str = "") -> tuple[str, str]:
    r"""Return the text of bytes and a codec that gives the same bytes back; UTF-8 where it is that and Windows-1252.

    >>> decode_exactly(b"\xef\xbb\xbfJa")[1], decode_exactly("é".encode("cp1252"))
    ('utf-8-sig', ('é', 'cp1252'))
    """
    for mark, codec in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            codecs = [codec]
            break
    else:
        named = [encoding] if encoding else []
        codecs = [*named, "utf-8"] if b"\0" in data else ["utf-8", *named]
    for codec in codecs:
        try:
            text = data.decode(codec)
            if text.encode(codec) == data:
                return text, codec
        except (UnicodeError, LookupError):
            continue
    if "utf-8" in codecs or "utf-8-sig" in codecs:
        if (mixed := decode_with_windows_bytes(data)) is not None:
            return mixed, "utf-8-sig" if "utf-8-sig" in codecs else "utf-8"
        with suppress(UnicodeError):
            return data.decode("cp1252"), "cp1252"
    return data.decode("latin-1"), "latin-1"


def _change_zip(data: bytes, change: Change, keep_authors: bool, *, is_parcel: bool) -> bytes:
    try:
        package = open_package(data)
        parts = {name: package.read(name) for name in package.names}
    except BpQualError as err:
        raise UnreadableFileError("zip") from err
    change = beside_guids(change) if is_parcel else change
    tabs = None if is_parcel else Tabs(change)
    changed = {name: _change_part(part, name, change, keep_authors, tabs) for name, part in parts.items()}
    names = {name: change(name) for name in parts}
    if changed == parts and all(name == new for name, new in names.items()):
        return data
    stored = {names[part.filename] for part in package.archive.infolist() if part.compress_type == zipfile.ZIP_STORED}
    return pack_parts(((names[name], part) for name, part in changed.items()), as_is=stored)


def _change_part(data: bytes, name: str, change: Change, keep_authors: bool, tabs: Tabs | None) -> bytes:
    """Change a file in a zip: with the sheets of a document as they are called, or, without, by itself."""
    ending = PurePosixPath(name.lower()).suffix
    if ending in _UNREAD or not data:
        return data
    if ending in (".xml", ".rels", ".qde"):
        try:
            return _change_xml(data, name, change, keep_authors, tabs)
        except UnreadableFileError:
            if tabs is not None:
                raise
    try:
        return change_file(data, name, change, keep_authors=keep_authors)
    except UnreadableFileError:
        return data


def _change_xml(data: bytes, name: str, change: Change, keep_authors: bool, tabs: Tabs | None) -> bytes:
    """Change the text of each paragraph as a whole, of each other element by itself, and the names of persons.

    Without sheets it is XML of any kind, or of a document that was unpacked.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as err:
        raise UnreadableFileError("xml") from err
    if tabs is None and is_of_document(name, str(root.tag)):
        tabs = Tabs(change)
    of_root = ((str(key), str(value)) for element in root.iter() for key, value in element.attrib.items())
    rules = ParcelFields(change, of_root) if tabs is None else tabs
    touched = False
    for element in root.iter():
        if isinstance(element.tag, str):
            touched |= _change_attributes(element, change, rules)
            if (
                not keep_authors
                and etree.QName(element).localname in _AUTHORS
                and element.text not in (None, "bp_qual")
            ):
                element.text, touched = "", True
    for pieces in _texts_in(root):
        element, which = pieces[0]
        if which == "text" and len(pieces) == 1 and local_name(element) in FORMULAS | HEADERS:
            said = element.text or ""
            is_header = local_name(element) in HEADERS
            new = change_header(said, change) if is_header else change_formula(said, change, tabs)
            if new != said:
                element.text, touched = new, True
        else:
            touched |= _change_pieces(pieces, change)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True) if touched else data


def _change_attributes(element: etree._Element, change: Change, rules: Tabs | ParcelFields) -> bool:
    touched = False
    for key, value in element.attrib.items():
        key, value = str(key), str(value)
        names = local_name(element), key
        if isinstance(rules, ParcelFields):
            new = rules.changed(key, value)
        elif holds_text(*names, value):
            new = rules(value) if is_tab(*names) else change(value)
        elif is_open_formula(key, value):
            new = change_open_formula(value, change, rules)
        elif is_open_address(key):
            new = change_open_address(value, change, rules)
        else:
            new = change_formula(value, change, rules) if key == "location" else value
        if new != value:
            element.set(key, new)
            touched = True
    return touched


_Piece = tuple[etree._Element, str]  # an element, and which of its texts: "text", "tail", or "" for a break


def _texts_in(element: etree._Element) -> Iterator[list[_Piece]]:
    """Yield the pieces of each paragraph, and each text that is in none."""
    if not isinstance(element.tag, str):
        if isinstance(element, etree._Comment | etree._ProcessingInstruction):
            yield [(element, "text")]
        return
    if etree.QName(element).localname in _PARAGRAPHS:
        yield list(_pieces_of(element))
        if fields := [(field, "text") for field in element.iter() if local_name(field) == _FIELD]:
            yield fields
        return
    yield [(element, "text")]
    for child in element:
        yield from _texts_in(child)
        yield [(child, "tail")]


def _pieces_of(paragraph: etree._Element) -> Iterator[_Piece]:
    """Yield the texts of a paragraph in reading order, a break for a tab or a new line."""
    if not isinstance(paragraph.tag, str):
        return
    name = etree.QName(paragraph).localname
    if name in _BREAKS:
        yield paragraph, ""
    elif name not in _NOT_TEXT:
        yield paragraph, "text"
        for child in paragraph:
            apart = isinstance(child.tag, str) and etree.QName(child).localname in _APART | _PARAGRAPHS
            yield from [(child, "")] * apart
            yield from _pieces_of(child)
            yield from [(child, "")] * apart
            yield child, "tail"


def _change_pieces(pieces: list[_Piece], change: Change) -> bool:
    """Change the text that the pieces make together, and cut it back to them; return whether anything changed."""
    texts = [(getattr(element, which) or "") if which else "\n" for element, which in pieces]
    whole = "".join(texts)
    if not whole.strip():
        return False
    changed = change(whole)
    if changed == whole:
        return False
    for (element, which), text in zip(pieces, cut_back(texts, changed), strict=True):
        if which and text != (getattr(element, which) or ""):
            setattr(element, which, text)
            if which == "text" and text != text.strip() and local_name(element) == "t":
                element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return True
