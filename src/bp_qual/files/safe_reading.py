"""Read a file within limits, or say in one line why not.

What its bytes *mean* is the business of `decoding` and of the readers.
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from bp_qual.display import show_name
from bp_qual.errors import Problem, TranscriptError
from bp_qual.files.guard import note_read

MEBIBYTE = 1024 * 1024
MAX_FILE = 100 * MEBIBYTE
MAX_PACKAGE = 100 * MEBIBYTE
MAX_XML_PART = 20 * MEBIBYTE
MAX_PARTS = 2_000
MAX_RATIO = 200

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # what Word, LibreOffice and Excel write


@dataclass(frozen=True, slots=True)
class Package:
    """A zip file (.docx, .odt, .xlsx) that was found to be within the limits before anything in it was read.

    >>> import io, zipfile
    >>> with zipfile.ZipFile(packed := io.BytesIO(), "w") as archive:
    ...     archive.writestr("word/document.xml", "<text/>")
    >>> package = open_package(packed.getvalue(), where="a.docx")
    >>> package.names, package.read("word/document.xml")
    (('word/document.xml',), b'<text/>')
    """

    where: str
    archive: zipfile.ZipFile
    names: tuple[str, ...]

    def read(self, name: str) -> bytes:
        """Return one part, and stop if it turns out larger than the directory of the zip says."""
        try:
            with self.archive.open(name) as part:
                limit = self.archive.getinfo(name).file_size
                content = part.read(limit + 1)
        except (
            zipfile.BadZipFile,
            OSError,
            EOFError,
            ValueError,
            NotImplementedError,
            RuntimeError,
            zlib.error,
        ) as err:
            raise _broken(self.where, f"its part {name!r} is damaged ({err}).") from err
        if len(content) > limit:
            raise _broken(self.where, f"its part {name!r} is larger than it says.")
        return content


def read_bytes(
    path: Path | str, *, limit: int = MAX_FILE, inside: Path | str | None = None, noted: bool = True
) -> bytes:
    """Return the content of a regular file, or say in one line why not.

    A folder, a pipe, a file above `limit` bytes, and (with `inside`) a link that leads out of that folder are
    refused.

    Parameters
    ----------
    path : Path or str
        The file.
    limit : int
        The largest size in bytes.
    inside : Path or str, optional
        A folder that a link may not lead out of.
    noted : bool
        Whether a command that reads this may not write over it; False for a file that it is there to bring up to date.

    Returns
    -------
    bytes
        The whole content.

    >>> read_bytes("nowhere.txt")
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: nowhere.txt  does not exist. Check the name and the folder.
    """
    path, where = Path(path), show_name(path)
    try:
        if inside is not None and not path.resolve().is_relative_to(Path(inside).resolve()):
            raise _problem(where, "is a link to a place outside the study.", "Put the file itself into the study.")
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _problem(where, "is not a file.", "Give the name of a file.")
        if status.st_size > limit:
            what = f"is too large ({status.st_size / MEBIBYTE:,.0f} MB; at most {limit / MEBIBYTE:,.0f} MB is read)."
            raise _problem(where, what, "Split it, or save it in a smaller format.")
        if noted:
            note_read(path)
        return path.read_bytes()
    except FileNotFoundError as err:
        raise _problem(where, "does not exist.", "Check the name and the folder.") from err
    except (OSError, ValueError, RuntimeError) as err:  # RuntimeError: a link to itself
        reason = getattr(err, "strerror", None) or str(err)
        raise _problem(where, f"cannot be opened ({reason}).", "Close it elsewhere, or check your rights.") from err


def open_package(data: bytes, *, where: str = "") -> Package:
    """Return a zip file's parts, after a look at its directory has shown that it is no bomb.

    >>> open_package(b"PK", where="a.docx")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: a.docx  is damaged: it is not a whole zip file. Open it in ...
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))  # in memory: nothing to be closed
        parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError) as err:
        raise _broken(where, "it is not a whole zip file.") from err
    if len(parts) > MAX_PARTS:
        raise _refused(where, f"it holds {len(parts):,} parts (at most {MAX_PARTS:,}).")
    if (total := sum(part.file_size for part in parts)) > MAX_PACKAGE:
        raise _refused(where, f"it unpacks to {total / MEBIBYTE:,.0f} MB (at most {MAX_PACKAGE // MEBIBYTE} MB).")
    for part in parts:
        _check_part(where, part)
    return Package(where, archive, tuple(part.filename for part in parts))


def _check_part(where: str, part: zipfile.ZipInfo) -> None:
    if part.flag_bits & 1:
        raise _problem(where, "is protected with a password.", "Open it, take the password off, and save it again.")
    if part.compress_type not in _METHODS:
        raise _broken(where, f"its part {part.filename!r} is packed in a way that no Office program uses.")
    is_xml = part.filename.lower().endswith((".xml", ".rels"))
    if is_xml and part.file_size > MAX_XML_PART:
        size = part.file_size / MEBIBYTE
        raise _refused(where, f"its part {part.filename!r} is {size:,.0f} MB (at most {MAX_XML_PART // MEBIBYTE} MB).")
    if part.file_size > MEBIBYTE and part.file_size > MAX_RATIO * max(1, part.compress_size):
        raise _refused(where, f"its part {part.filename!r} is packed too tightly to be a document.")


def _problem(where: str, what: str, remedy: str) -> TranscriptError:
    return TranscriptError(Problem(where, what, remedy))


def _broken(where: str, why: str) -> TranscriptError:
    return _problem(where, f"is damaged: {why}", "Open it in its own program and save it again.")


def _refused(where: str, why: str) -> TranscriptError:
    return _problem(where, f"was refused as unsafe: {why}", "Copy its text into a new document and save that.")
