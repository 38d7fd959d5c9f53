"""Files that are no transcripts: said in one line what they are, and what to do."""

from __future__ import annotations

from pathlib import Path

from bp_qual.errors import Problem, TranscriptError

CONVERT = (
    "Open it in Word or LibreOffice and save it as .docx; a whole folder at once, in a terminal in that folder: "
    "soffice --headless --convert-to docx *.doc"
)
_SAVE_AS = "Open it in Word or LibreOffice and save it as .docx."
_PICTURE = ("is a picture, not a document.", "Give the document with the text.")
_SOUND = ("is a recording.", "Have it written out first.")
_PACKED = ("is a compressed file.", "Unpack it first.")
_BEGINNINGS = {
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


def refuse_strangers(data: bytes, where: str) -> None:
    """Raise where the first bytes are those of an old Office file, a picture, a recording or a compressed file.

    >>> refuse_strangers(b"GIF89a", "a.txt")
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: a.txt  is a picture, not a document. Give the document with the text.
    """
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise TranscriptError(_old_office(data, where))
    for beginning, (what, remedy) in _BEGINNINGS.items():
        if data.startswith(beginning):
            raise TranscriptError(Problem(where, what, remedy))
    if data[4:8] == b"ftyp":
        raise TranscriptError(Problem(where, *_SOUND))


def is_no(ending: str, where: str) -> TranscriptError:
    """Return the error for a file that is something else than its ending says.

    >>> str(is_no(".docx", "a.docx"))
    'a.docx  is no .docx but something else under that name. Open it in Word or LibreOffice and save it as .docx.'
    """
    return TranscriptError(Problem(where, f"is no {ending} but something else under that name.", _SAVE_AS))


def _old_office(data: bytes, where: str) -> Problem:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Problem(
            where, "is protected with a password.", "Open it in Word, take the password off, and save it again."
        )
    if Path(where).suffix.lower() in (".doc", ".docx", ".dot") or "WordDocument".encode("utf-16-le") in data:
        return Problem(where, "is a Word 97-2003 document (.doc).", CONVERT)
    return Problem(where, "is an old Office file.", _SAVE_AS)
