"""Readers: one module per family of formats, from bytes to lines of text with marks.

What a file is, is told by its first bytes, then by the ending of its name. No reader knows what a speaker is, opens a
network connection, or runs a program.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bp_qual.errors import Problem, TranscriptError
from bp_qual.files import read_bytes, show_name
from bp_qual.readers.reading import (
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

ENDINGS = (".docx", ".txt", ".md", ".vtt", ".srt")

_SAVE_AS = "Open it in Word or LibreOffice and save it as .docx."
_STRANGERS = (
    (b"{\\rtf", "is an RTF file.", _SAVE_AS),
    (b"%PDF", "is a PDF file.", "Save the interview as .docx or .txt."),
    (b"\x89PNG", "is a picture, not a document.", "Give the document with the text."),
    (b"\xff\xd8\xff", "is a picture, not a document.", "Give the document with the text."),
    (b"GIF8", "is a picture, not a document.", "Give the document with the text."),
    (b"ID3", "is a sound recording.", "Have it written out first."),
    (b"RIFF", "is a sound recording.", "Have it written out first."),
    (b"OggS", "is a sound recording.", "Have it written out first."),
    (b"\x1f\x8b", "is a compressed file.", "Unpack it first."),
    (b"Rar!", "is a compressed file.", "Unpack it first."),
    (b"7z\xbc\xaf", "is a compressed file.", "Unpack it first."),
)


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
    reader = _choose_reader(data, where)
    reading = reader(data, where, encoding)
    check_conserved(reading, where)
    return reading


_Reader = Callable[[bytes, str, str], Reading]


def _choose_reader(data: bytes, where: str) -> _Reader:
    ending = Path(where).suffix.lower()
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise _refuse_old_office(data, where)
    for beginning, what, remedy in _STRANGERS:
        if data.startswith(beginning):
            raise TranscriptError(Problem(where, what, remedy))
    if data.startswith(b"PK") or ending == ".docx":
        return _word
    if ending in (".vtt", ".srt") or data.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT"):
        return _subtitles
    if ending in (".md", ".markdown"):
        return _markdown
    if ending in (".txt", ".text", ""):
        return _text
    known = ", ".join(ENDINGS)
    raise TranscriptError(Problem(where, f"has an ending that is not read ({ending}).", f"Save it as one of {known}."))


def _refuse_old_office(data: bytes, where: str) -> TranscriptError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        remedy = "Open it in Word, take the password off, and save it again."
        return TranscriptError(Problem(where, "is protected with a password.", remedy))
    return TranscriptError(Problem(where, "is a Word 97-2003 document (.doc).", _SAVE_AS))


def _word(data: bytes, where: str, encoding: str) -> Reading:  # noqa: ARG001
    from bp_qual.readers.word import read_word

    return read_word(data, where=where)


def _subtitles(data: bytes, where: str, encoding: str) -> Reading:
    from bp_qual.readers.subtitles import read_subtitles

    return read_subtitles(data, where=where, encoding=encoding)


def _markdown(data: bytes, where: str, encoding: str) -> Reading:
    from bp_qual.readers.plain import read_markdown

    return read_markdown(data, where=where, encoding=encoding)


def _text(data: bytes, where: str, encoding: str) -> Reading:
    from bp_qual.readers.plain import read_text

    return read_text(data, where=where, encoding=encoding)
