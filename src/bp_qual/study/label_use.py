"""How the speaker labels of a whole study are used, and which spellings may be one person."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from bp_qual.transcripts import Corpus, count_turn_words, sort_key
from bp_qual.transcripts.speakers import is_role_label, label_key, suggest_same
from bp_qual.wording import Remark


@dataclass(frozen=True, slots=True)
class LabelUse:
    """How a label is used in a whole study: its role, its persons, and how often it speaks.

    >>> LabelUse("I", "interviewer", (), 20, 204, 1830).files
    20
    """

    label: str
    role: str
    persons: tuple[str, ...]
    files: int
    turns: int
    words: int


def collect_labels(corpus: Corpus) -> tuple[LabelUse, ...]:
    """Return every speaker label of a study with its role and use, most used first.

    >>> collect_labels(Corpus((), (), ()))
    ()
    """
    files, turns, words = Counter[tuple[str, str]](), Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    persons: dict[tuple[str, str], set[str]] = {}
    for transcript in corpus.transcripts:
        counts = count_turn_words(transcript).tolist()
        files.update({(turn.speaker, turn.role) for turn in transcript.turns})
        for turn, count in zip(transcript.turns, counts, strict=True):
            use = (turn.speaker, turn.role)
            turns[use] += 1
            words[use] += count
            persons.setdefault(use, set()).update({turn.person} - {""})
    ordered = sorted(turns, key=lambda use: (-words[use], use))
    return tuple(
        LabelUse(
            label,
            role,
            tuple(sorted(persons[label, role], key=sort_key)),
            files[label, role],
            turns[label, role],
            words[label, role],
        )
        for label, role in ordered
    )


def suggest_labels(corpus: Corpus) -> tuple[Remark, ...]:
    """Return a remark for each two spellings in a study that may be one person; nothing is joined.

    Usual names of roles (`Int`, `INT`), labels that are only ever the interviewer's, and two that are one person's
    already are not looked at.

    >>> suggest_labels(Corpus((), (), ()))
    ()
    """
    uses: dict[str, list[LabelUse]] = {}
    for use in collect_labels(corpus):
        if not is_role_label(label_key(use.label)):
            uses.setdefault(use.label, []).append(use)
    persons = [label for label, found in uses.items() if any(use.role != "interviewer" for use in found)]
    remarks = []
    for first, second in suggest_same(persons):
        owners = [{person for use in uses[label] for person in use.persons} for label in (first, second)]
        if owners[0] == owners[1] and len(owners[0]) == 1:
            continue  # interviews.csv gives both to one person already
        used = [
            Remark("label used", values={"label": label, "n": sum(use.turns for use in uses[label])})
            for label in (first, second)
        ]
        remarks.append(Remark("maybe one label", values={"labels": used, "example": f"{first}|{second}"}))
    return tuple(remarks)
