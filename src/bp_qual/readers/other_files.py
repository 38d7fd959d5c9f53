"""Files that are no transcripts: said in one line what they are, and what to do."""

from __future__ import annotations

from pathlib import Path

from bp_qual.errors import Problem, TranscriptError

_BEGINNINGS = {
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"II*\x00": "picture",
    b"ID3": "sound",
    b"\xff\xfb": "sound",
    b"RIFF": "sound",
    b"OggS": "sound",
    b"fLaC": "sound",
    b"\x1f\x8b": "packed",
    b"Rar!": "packed",
    b"7z\xbc\xaf": "packed",
}


def refuse_other_files(data: bytes, where: str) -> None:
    """Raise where the first bytes are those of an old Office file, a picture, a recording or a compressed file.

    >>> refuse_other_files(b"GIF89a", "a.txt")
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: a.txt  is a picture, not a document. Give the document with the text.
    """
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise TranscriptError(_old_office(data, where))
    for beginning, kind in _BEGINNINGS.items():
        if data.startswith(beginning):
            raise TranscriptError(Problem(where, kind))
    if data[4:8] == b"ftyp":
        raise TranscriptError(Problem(where, "sound"))


def not_its_ending(ending: str, where: str) -> TranscriptError:
    """Return the error for a file that is something other than its ending says.

    >>> str(not_its_ending(".docx", "a.docx"))
    'a.docx  is no .docx but something else under that name. Open it in Word or LibreOffice and save it as .docx.'
    """
    return TranscriptError(Problem(where, "not its ending", {"ending": ending}))


def _old_office(data: bytes, where: str) -> Problem:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Problem(where, "office password")
    if Path(where).suffix.lower() in (".doc", ".docx", ".dot") or "WordDocument".encode("utf-16-le") in data:
        return Problem(where, "old word")
    return Problem(where, "old office")
