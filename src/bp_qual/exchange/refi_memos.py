"""Memos of a REFI-QDA project that lie on no passage: on the project, documents, cases and codes, and on nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bp_qual.exchange.received import FreeMemo
from bp_qual.exchange.refi_codebook import refi_tag
from bp_qual.exchange.refi_project import RefiProject, description_of, guid_in

_SOURCES = ("TextSource", "PictureSource", "PDFSource", "AudioSource", "VideoSource")
_DESCRIBED = ("Project", "Case", *_SOURCES)  # the description of a code is its definition


def free_memos(project: RefiProject, numbers: Mapping[str, int], text_of: Callable[[Any], str]) -> Iterator[FreeMemo]:
    """Yield what a project notes on other things than passages, each note once for each thing.

    Parameters
    ----------
    project : RefiProject
        The project.
    numbers : mapping of str to int
        Its codes by id.
    text_of : callable
        The words of a note.

    Yields
    ------
    FreeMemo
    """
    notes = {guid_in(note, "guid"): note for note in project.all("Note")}
    used = {guid_in(reference, "targetGUID") for reference in project.all("NoteRef", "MemberNote")}
    for element in (project.root, *project.all("Code", "Case", *_SOURCES)):
        about = _about(element, numbers)
        if refi_tag(element) in _DESCRIBED and (said := description_of(element)):
            yield FreeMemo(said, _author(project, element), **about)
        for child in element:
            note = notes.get(guid_in(child, "targetGUID")) if refi_tag(child) == "NoteRef" else None
            if note is not None and (said := text_of(note)):
                yield FreeMemo(said, _author(project, note), note.get("creationDateTime", ""), **about)
    for key, note in notes.items():
        if key not in used and (said := text_of(note)):
            yield FreeMemo(said, _author(project, note), note.get("creationDateTime", ""))


def _about(element: Any, numbers: Mapping[str, int]) -> dict[str, Any]:
    kind, name = refi_tag(element), element.get("name", "")
    if kind == "Code":
        return {"code": numbers.get(guid_in(element, "guid"), -1)}
    return {"person": name} if kind == "Case" else {"document": name} if kind in _SOURCES else {}


def _author(project: RefiProject, element: Any) -> str:
    made = str(element.get("creatingUser", ""))
    return project.users.get(guid_in(element, "creatingUser"), made)
