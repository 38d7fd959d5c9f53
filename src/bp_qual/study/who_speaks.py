"""Doubts about who speaks in a file, before all others: read the wrong way round, questions count as answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from bp_qual.display import show_name
from bp_qual.study.study_folder import Study
from bp_qual.transcripts import Corpus, Transcript
from bp_qual.wording import Remark

_GRAVE = frozenset(("labels exchanged", "few words", "state labels", "state labels as"))
_FOLLOWING = frozenset(("state labels", "state labels as"))  # say what to do where the doubts are none
_TABLE = "interviews.csv"
_SEVERAL, _FEWEST, _MOST = 2, 3, 0.6  # persons of an interview; turns of who asks, and the share that are questions


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
        if transcript is None or not table.endswith(_TABLE) or not line.isdigit():
            continue
        exchanged = [note.values for note in transcript.notes if note.kind == "labels exchanged"]
        pairs = [(str(said["asks"]), str(said["answers"])) for said in exchanged] or list(_exchanged(transcript))
        for asks, answers in pairs:
            whose = next((person for person, labels in interview.persons.items() if asks in labels), "")
            if whose:
                told = {"asks": asks, "answers": answers, "person": whose, "line": line}
                yield Remark("speaker asks", values={"file": show_name(interview.file.name), **told})


def _exchanged(transcript: Transcript) -> Iterator[tuple[str, str]]:
    """Yield who asks as a respondent of several, with who answers as the interviewer."""
    asked = defaultdict[tuple[str, str], list[bool]](list)
    for turn in transcript.turns:
        asked[turn.role, turn.speaker].append(transcript.text[turn.start : turn.end].rstrip().endswith("?"))
    if len({turn.person for turn in transcript.turns if turn.person}) < _SEVERAL:
        return
    asking = {who for who, ends in asked.items() if len(ends) >= _FEWEST and sum(ends) >= _MOST * len(ends)}
    for role, speaker in asking:
        answers = [name for other, name in asked if other == "interviewer" and (other, name) not in asking]
        if role == "respondent" and answers:
            yield speaker, answers[0]


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
