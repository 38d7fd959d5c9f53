"""Memos of a REFI-QDA project that lie on no passage: on the project, documents, cases and codes, and on nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bp_qual.exchange.received import FreeMemo
from bp_qual.exchange.refi_codebook import refi_tag
from bp_qual.exchange.refi_project import RefiProject, description_of, guid_in, values_of

MEMO_ON = "memo on"  # the variable of a note of ours that says what kinds of things it is on
JOINED = "\n\n"  # between the memos on a person, which the description of the case shows too
_SOURCES = ("TextSource", "PictureSource", "PDFSource", "AudioSource", "VideoSource")
_DESCRIBED = ("Project", "Case", *_SOURCES)  # the description of a code is its definition


def free_memos(project: RefiProject, numbers: Mapping[str, int], text_of: Callable[[Any], str]) -> Iterator[FreeMemo]:
    """Yield what a project notes on other things than passages, each note once for each thing; ours once for all.

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
    ours = dict(_ours(project, numbers, text_of))
    yield from ours.values()
    in_cases = defaultdict[str, list[str]](list)  # what the description of a case shows of these
    for memo in ours.values():
        if memo.person and not memo.document and memo.code < 0:
            in_cases[memo.person].append(memo.note)
    notes = {key: note for note in project.all("Note") if (key := guid_in(note, "guid")) not in ours}
    used = {guid_in(reference, "targetGUID") for reference in project.all("NoteRef", "MemberNote")}
    for element in (project.root, *project.all("Code", "Case", *_SOURCES)):
        about = _about(element, numbers)
        said = description_of(element) if refi_tag(element) in _DESCRIBED else ""
        if said and said != JOINED.join(in_cases.get(about.get("person", ""), ())):
            yield FreeMemo(said, _author(project, element), **about)
        for child in element:
            note = notes.get(guid_in(child, "targetGUID")) if refi_tag(child) == "NoteRef" else None
            if note is not None and (said := text_of(note)):
                yield FreeMemo(said, _author(project, note), note.get("creationDateTime", ""), **about)
    for key, note in notes.items():
        if key not in used and (said := text_of(note)):
            yield FreeMemo(said, _author(project, note), note.get("creationDateTime", ""))


def _ours(
    project: RefiProject, numbers: Mapping[str, int], text_of: Callable[[Any], str]
) -> Iterator[tuple[str, FreeMemo]]:
    """Yield the notes that say themselves what they are on, by their ids."""
    on = defaultdict[str, dict[str, Any]](dict)
    for element in project.all("Code", *_SOURCES):
        for child in element:
            if refi_tag(child) == "NoteRef":
                on[guid_in(child, "targetGUID")] |= _about(element, numbers)
    for note in project.all("Note"):
        said = dict(values_of(note, project.variables))
        if MEMO_ON in said and (text := text_of(note)):
            about = on[guid_in(note, "guid")] | {"person": said.get("person", "")}
            yield (
                guid_in(note, "guid"),
                FreeMemo(text, _author(project, note), note.get("creationDateTime", ""), **about),
            )


def _about(element: Any, numbers: Mapping[str, int]) -> dict[str, Any]:
    kind, name = refi_tag(element), element.get("name", "")
    if kind == "Code":
        return {"code": numbers.get(guid_in(element, "guid"), -1)}
    return {"person": name} if kind == "Case" else {"document": name} if kind in _SOURCES else {}


def _author(project: RefiProject, element: Any) -> str:
    made = str(element.get("creatingUser", ""))
    return project.users.get(guid_in(element, "creatingUser"), made)
