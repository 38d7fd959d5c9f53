"""Texts of a study that are no talk and may hold names: headers and comments of documents, memos, attributes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from bp_qual.coding.by_hand import coders_files
from bp_qual.coding.by_hand.events import read_events
from bp_qual.errors import BpQualError
from bp_qual.files.safe_reading import open_package, read_bytes
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.pseudonyms.file_texts import texts_of_xml
from bp_qual.study import Study
from bp_qual.study.notes_on_interviews import relative_name

_AROUND_TALK = lazy_pattern(r"(?:header|footer|comments|footnotes|endnotes|core)\d*\.xml$|^meta\.xml$")
_STAMP = lazy_pattern(r"\d{4}-\d\d-\d\dT")
_SHORTEST = 2


def other_texts(study: Study) -> Iterator[tuple[str, str]]:
    """Yield the file, as the study calls it, and each text in it that is read for names and is no talk.

    >>> from pathlib import Path
    >>> row = {"person": "P01", "town": "Zwolle"}
    >>> list(other_texts(Study(Path("."), attributes=(row,))))
    [('persons.csv', 'Zwolle')]
    """
    for interview in study.interviews:
        for text in _around_talk(read_bytes(interview.file, noted=False), interview.file.name):
            yield relative_name(interview.file, study.folder), text
    for row in study.attributes:
        for column, cell in row.items():
            if column not in ("person", "wave") and len(cell) > _SHORTEST:
                yield "persons.csv", cell
    for path in coders_files(study.folder):
        for event in read_events(read_bytes(path, noted=False))[0]:
            if event.note:
                yield relative_name(path, study.folder), event.note


def _around_talk(data: bytes, name: str) -> Iterator[str]:
    """Yield what stands in the headers, comments, notes and properties of a document."""
    if PurePosixPath(name.lower()).suffix not in (".docx", ".docm", ".odt"):
        return
    try:
        package = open_package(data)
        for part in package.names:
            if _AROUND_TALK.search(part):
                texts = texts_of_xml(package.read(part))
                yield from (text.strip() for text in texts if len(text.strip()) > _SHORTEST and not _STAMP.match(text))
    except BpQualError:
        return
