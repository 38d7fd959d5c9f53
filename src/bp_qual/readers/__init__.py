"""Readers: one module per family of formats, from bytes to lines of text with marks.

What a file is, is told by its first bytes, then by the ending of its name. No reader knows what a speaker is, opens a
network connection, or runs a program.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from bp_qual.display import show_name
from bp_qual.errors import Problem, TranscriptError
from bp_qual.files import open_package, read_bytes
from bp_qual.readers.markup import parse_xml
from bp_qual.readers.paragraphs import (
    Mark,
    Paragraph,
    Piece,
    Reading,
    check_conserved,
    count_visible,
    join_pieces,
)

__all__ = [
    "ENDINGS",
    "Mark",
    "Paragraph",
    "Piece",
    "Reading",
    "count_visible",
    "join_pieces",
    "read_data",
    "read_paragraphs",
]

_TEXTS: Mapping[str, tuple[str, str]] = {  # ending -> module and reader of formats that are text
    ".txt": ("plain_text", "read_text"),
    ".text": ("plain_text", "read_text"),
    ".md": ("plain_text", "read_markdown"),
    ".markdown": ("plain_text", "read_markdown"),
    ".vtt": ("subtitles", "read_subtitles"),
    ".srt": ("subtitles", "read_subtitles"),
    ".csv": ("tables", "read_csv"),
    ".tsv": ("tables", "read_csv"),
    ".json": ("recognised", "read_recognised"),
    ".textgrid": ("tiers", "read_textgrid"),
    ".cha": ("chat", "read_chat"),
    ".html": ("webpage", "read_webpage"),
    ".htm": ("webpage", "read_webpage"),
}
_TREES: Mapping[str, tuple[str, str]] = {  # root of an XML document -> module and reader
    "ANNOTATION_DOCUMENT": ("tiers", "read_elan"),
    "basic-transcription": ("tiers", "read_exmaralda"),
    "TEI": ("tei", "read_tei"),
}
_TREE_ENDINGS = (".eaf", ".exb", ".xml", ".tei")

_BINARY_ENDINGS = (".docx", ".odt", ".rtf", ".pdf", ".xlsx")

ENDINGS = (*_BINARY_ENDINGS, *_TEXTS, *_TREE_ENDINGS)

_SAVE_AS = "Open it in Word or LibreOffice and save it as .docx."
_PICTURE = ("is a picture, not a document.", "Give the document with the text.")
_SOUND = ("is a recording.", "Have it written out first.")
_PACKED = ("is a compressed file.", "Unpack it first.")
_STRANGERS = {
    b"\x89PNG": _PICTURE,
    b"\xff\xd8\xff": _PICTURE,
    b"GIF8": _PICTURE,
    b"II*\x00": _PICTURE,
    b"ID3": _SOUND,
    b"\xff\xfb": _SOUND,
    b"RIFF": _SOUND,
    b"OggS": _SOUND,
    b"fLaC": _SOUND,
    b"\x1f\x8b": _PACKED,
    b"Rar!": _PACKED,
    b"7z\xbc\xaf": _PACKED,
}


def read_paragraphs(path: Path | str, *, encoding: str = "", inside: Path | str | None = None) -> Reading:
    """Return what a file holds, whatever its format, with every visible character accounted for.

    >>> read_paragraphs("nowhere.docx")
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: nowhere.docx  does not exist. Check the name and the folder.
    """
    return read_data(read_bytes(path, inside=inside), where=show_name(path), encoding=encoding)


def read_data(data: bytes, *, where: str, encoding: str = "") -> Reading:
    """Return what the bytes of the file called `where` hold.

    >>> read_data(b"R: Ja.", where="a.txt").text
    'R: Ja.'
    """
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise TranscriptError(Problem(where, "is empty.", "Save the interview again, or take it out of the study."))
    reading = _read(data, where, encoding)
    if not reading.paragraphs:
        raise TranscriptError(Problem(where, "holds no text.", "Look at it in its own program, and save it again."))
    check_conserved(reading, where)
    return reading


def _read(data: bytes, where: str, encoding: str) -> Reading:
    """Choose the reader and let it read."""
    ending = Path(where).suffix.lower()
    _refuse_strangers(data, where)
    if data.startswith(b"PK"):
        return _load(*_packed_format(data, where))(data, where=where)
    if data.startswith(b"{\\rtf"):
        return _load("richtext", "read_rich_text")(data, where=where)
    if data[:1024].lstrip().startswith(b"%PDF"):
        return _load("pdf", "read_pdf")(data, where=where)
    if ending in _BINARY_ENDINGS:
        raise TranscriptError(Problem(where, f"is no {ending} but something else under that name.", _SAVE_AS))
    if ending in _TREE_ENDINGS:
        root = parse_xml(data, where=where)
        name = str(root.tag).rpartition("}")[2]
        if name not in _TREES:
            remedy = "Of XML, ELAN (.eaf), EXMARaLDA (.exb) and TEI are read."
            raise TranscriptError(Problem(where, f"is XML of an unknown kind ({name}).", remedy))
        return _load(*_TREES[name])(root, where=where)
    if data.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT"):
        ending = ".vtt"
    if ending and ending not in _TEXTS:
        what = f"has an ending that is not read ({ending})."
        raise TranscriptError(Problem(where, what, f"Save it as one of {', '.join(ENDINGS[:9])}."))
    return _load(*_TEXTS[ending or ".txt"])(data, where=where, encoding=encoding)


def _load(module: str, reader: str) -> Callable[..., Reading]:
    """Return a reader; its module is loaded when the first file needs it."""
    found: Callable[..., Reading] = getattr(import_module(f"bp_qual.readers.{module}"), reader)
    return found


def _packed_format(data: bytes, where: str) -> tuple[str, str]:
    """Return the reader for a zip file, by what is in it."""
    names = open_package(data, where=where).names
    if "content.xml" in names:
        return "opendocument", "read_opendocument"
    if "xl/workbook.xml" in names:
        return "tables", "read_xlsx"
    return "word", "read_word"


def _refuse_strangers(data: bytes, where: str) -> None:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            remedy = "Open it in Word, take the password off, and save it again."
            raise TranscriptError(Problem(where, "is protected with a password.", remedy))
        old = (
            "a Word 97-2003 document (.doc)"
            if Path(where).suffix.lower() in (".doc", ".docx")
            else "an old Office file"
        )
        raise TranscriptError(Problem(where, f"is {old}.", _SAVE_AS))
    for beginning, (what, remedy) in _STRANGERS.items():
        if data.startswith(beginning):
            raise TranscriptError(Problem(where, what, remedy))
    if data[4:8] == b"ftyp":
        raise TranscriptError(Problem(where, *_SOUND))
