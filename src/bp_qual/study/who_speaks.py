"""Doubts about who speaks in a file, before all others: read the wrong way round, questions count as answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bp_qual.display import show_name
from bp_qual.study.study_folder import Study
from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark

_GRAVE = frozenset(("labels exchanged", "few words", "state labels", "state labels as"))
_FOLLOWING = frozenset(("state labels", "state labels as"))  # say what to do where the doubts are none
_TABLE = "interviews.csv"


def note_asking_speakers(study: Study, corpus: Corpus) -> Iterator[Remark]:
    """Yield a note for each row of interviews.csv whose column `speaker` names somebody who asks and is answered.

    Parameters
    ----------
    study : Study
        With its interviews, and the rows they are known from.
    corpus : Corpus
        With what was noted as they were read.

    Yields
    ------
    Remark

    Examples
    --------
    >>> from pathlib import Path
    >>> list(note_asking_speakers(Study(Path(".")), Corpus((), (), ())))
    []
    """
    transcripts = {transcript.interview: transcript for transcript in corpus.transcripts}
    for interview in study.interviews:
        transcript = transcripts.get(interview.id)
        table, _, line = interview.known_from.rpartition(":")
        for note in transcript.notes if transcript and table.endswith(_TABLE) and line.isdigit() else ():
            asks = str(note.values.get("asks", ""))
            whose = next((person for person, labels in interview.persons.items() if asks in labels), "")
            if note.kind == "labels exchanged" and whose:
                told = {"asks": asks, "answers": str(note.values["answers"]), "person": whose, "line": line}
                yield Remark("speaker asks", values={"file": show_name(interview.file.name), **told})


def grave_first(notes: Iterable[Remark]) -> tuple[list[Remark], list[Remark]]:
    """Return the notes on files that doubt who speaks there, with what to do if they are wrong, and the other notes.

    >>> grave, others = grave_first([Remark("in file", values={"file": "a.txt", "note": Remark("few words")})])
    >>> len(grave), others
    (1, [])
    """
    notes = list(notes)
    doubted = {_files(note) for note in notes if _kind(note) in _GRAVE - _FOLLOWING}
    grave = [note for note in notes if _kind(note) in _GRAVE and _files(note) in doubted]
    return grave, [note for note in notes if not any(note is one for one in grave)]


def _kind(note: Remark) -> str:
    inner = note.values.get("note")
    return inner.kind if isinstance(inner, Remark) else note.kind


def _files(note: Remark) -> str:
    return str(note.values.get("file", note.values.get("files", "")))
