"""Readers: one module per family of formats, from bytes to lines of text with marks.

`formats` lists them. No reader knows what a speaker is, opens a network connection, or runs a program.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from bp_qual.display import show_name
from bp_qual.errors import BpQualError, Problem, TranscriptError
from bp_qual.files import open_package, read_bytes
from bp_qual.files.decoding import noting_controls
from bp_qual.files.windows_signs import as_windows_letters, note_windows_letters
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.formats import (
    ENDINGS,
    FORMATS,
    LIBRARIES,
    TEXT,
    TREE,
    Format,
    advised_endings,
    find_format,
    format_of_ending,
)
from bp_qual.readers.inserted import add_inserted
from bp_qual.readers.markup import parse_xml
from bp_qual.readers.note_columns import UNREAD_COLUMNS
from bp_qual.readers.other_files import not_its_ending, refuse_other_files
from bp_qual.readers.paragraphs import (
    BOX,
    NOBODY,
    NOT_UNDERSTOOD,
    Mark,
    Paragraph,
    Piece,
    Reading,
    check_conserved,
    count_visible,
    join_pieces,
    note_not_understood,
)
from bp_qual.readers.running_lines import is_page_number
from bp_qual.readers.spoilt import concerns_words, note_spoilt

__all__ = [
    "BOX",
    "ENDINGS",
    "FORMATS",
    "LIBRARIES",
    "NOBODY",
    "NOT_UNDERSTOOD",
    "UNREAD_COLUMNS",
    "Format",
    "Mark",
    "Paragraph",
    "Piece",
    "Reading",
    "concerns_words",
    "count_visible",
    "is_page_number",
    "join_pieces",
    "read_data",
    "read_paragraphs",
]

_LONGEST_NAME = 300  # letters, of a speaker; what compares names takes as long as they are, squared
_SUBTITLES = lazy_pattern(
    rb"\s*(?:WEBVTT|(?:[^\n]{0,40}\n){0,2}\s*(?:\d{1,3}:)?\d{1,2}:\d\d(?:[.,:]\d{1,3})?[ \t]*-->)"
)


def read_paragraphs(path: Path | str, *, encoding: str = "", inside: Path | str | None = None) -> Reading:
    """Return what a file holds, whatever its format, with every visible character accounted for.

    Parameters
    ----------
    path : Path or str
        The file; its format is recognised from its content, not only from its ending.
    encoding : str
        The encoding of text that is not UTF-8; guessed if not given, and the guess is in the notes.
    inside : Path or str, optional
        A folder that the file may not lead out of, by a link for instance.

    Returns
    -------
    Reading
        Its text, its lines, and by name what is in the file but not in the text.

    Raises
    ------
    TranscriptError
        Where the file is missing, damaged, of an unknown format, or where visible characters would be lost.

    Examples
    --------
    >>> read_paragraphs("nowhere.docx")
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: nowhere.docx  does not exist. Check the name and the folder.
    """
    return read_data(read_bytes(path, inside=inside), where=show_name(path), encoding=encoding)


def read_data(
    data: bytes, *, where: str, encoding: str = "", columns: Mapping[str, tuple[str, ...]] | None = None
) -> Reading:
    """Return what the bytes of the file called `where` hold.

    Parameters
    ----------
    data : bytes
        The file.
    where : str
        Its name, for its ending and for messages.
    encoding : str
        The encoding of a text file that is not UTF-8, UTF-16 or Windows-1252.
    columns : mapping of str to tuple of str
        The headings of a table's columns, where their names do not tell: `speaker`, `text`, `time`; or `questions` with
        an answer of one person in each row, and `person` with that person's name.

    Returns
    -------
    Reading
        Text, lines, remainders, and notes for whoever checks the study.

    Examples
    --------
    >>> read_data(b"R: Ja.", where="a.txt").text
    'R: Ja.'
    """
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise TranscriptError(Problem(where, "empty file"))
    try:
        with noting_controls() as told:
            reading = _read(data, where, encoding, columns or {})
        if data.startswith(b"PK"):
            reading = add_inserted(reading, data, where, lambda inner, name: _read(inner, name, "", {}))
    except BpQualError:
        raise
    except ImportError as err:
        raise TranscriptError(Problem(where, "library broken", {"library": err.name or str(err)})) from err
    except Exception as err:  # a reader of what others wrote may fail in any way: never without the file's name
        raise TranscriptError(Problem(where, "unreadable", {"type": type(err).__name__})) from err
    if not reading.paragraphs:
        raise TranscriptError(Problem(where, "no text"))
    check_conserved(reading, where)
    read = _without_endless_names(_in_letters(reading))
    notes = (*read.notes, *told, *note_spoilt(read.text))
    return replace(read, notes=notes) if len(notes) > len(read.notes) else read


def _in_letters(reading: Reading) -> Reading:
    """Return a reading with the letters that were typed where control characters stand for them, and a note."""
    whole = (reading.text, *(line.label for line in reading.paragraphs), *reading.remainders.values())
    if not any(map(note_windows_letters, whole)):
        return reading
    return replace(
        reading,
        text=as_windows_letters(reading.text),
        paragraphs=tuple(replace(line, label=as_windows_letters(line.label)) for line in reading.paragraphs),
        remainders={name: as_windows_letters(text) for name, text in reading.remainders.items()},
        notes=(*reading.notes, *note_windows_letters("\n".join(whole))),
    )


def _without_endless_names(reading: Reading) -> Reading:
    """Return a reading whose lines with a name that is too long for one are nobody's, and a note that quotes it."""
    endless = dict.fromkeys(line.label for line in reading.paragraphs if len(line.label) > _LONGEST_NAME)
    if not endless:
        return reading
    lines = (replace(line, label="", kind=NOBODY) if line.label in endless else line for line in reading.paragraphs)
    notes = note_not_understood("\n".join(endless), "in the name of a speaker")
    return replace(reading, paragraphs=tuple(lines), notes=(*reading.notes, *notes))


def _read(data: bytes, where: str, encoding: str, columns: Mapping[str, tuple[str, ...]]) -> Reading:
    """Choose the reader and let it read."""
    refuse_other_files(data, where)
    ending = Path(where).suffix.lower()
    named = format_of_ending(ending)
    if row := _by_beginning(data, where):
        more = {"columns": columns} if row.module == "tables" else {}
        return row.load()(data, where=where, **more)
    if named and named.how not in (TEXT, TREE):
        raise not_its_ending(ending, where)
    if named and named.how == TREE:
        root = parse_xml(data, where=where)
        name = str(root.tag).rpartition("}")[2]
        row = next((row for row in FORMATS if row.root == name), None)
        if row is None:
            raise TranscriptError(Problem(where, "unknown xml", {"name": name}))
        return row.load()(root, where=where)
    if ending and named is None:
        raise TranscriptError(Problem(where, "ending not read", {"ending": ending, "endings": advised_endings()}))
    row = named or find_format("plain text")
    if row.name in ("plain text", "subtitles") and _SUBTITLES.match(data.removeprefix(b"\xef\xbb\xbf")):
        row = find_format("subtitles")
    more = {"columns": columns} if row.module == "tables" else {}
    return row.load()(data, where=where, encoding=encoding, **more)


def _by_beginning(data: bytes, where: str) -> Format | None:
    """Return the format of a file whose first bytes tell it; a zip file is known by what is in it."""
    if data.startswith(b"PK"):
        package = open_package(data, where=where)
        kind = package.read("mimetype") if "mimetype" in package.names else b""
        if kind.strip().endswith(b"opendocument.spreadsheet"):
            return find_format("OpenDocument sheet")
        known = next((row for row in FORMATS if row.member and row.member in package.names), None)
        return known or find_format("Word")
    start = data[:1024].lstrip()
    return next((row for row in FORMATS if row.beginning and start.startswith(row.beginning)), None)
