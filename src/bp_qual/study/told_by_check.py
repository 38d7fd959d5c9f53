"""Which notes on a study a command says in full, and which in one line, because `check` has them.

In full is what changes numbers: an interview left out or counted twice, a file not read that may be one, one person
taken for two, waves in a doubtful order, questions that may count as answers. A kind of note that is not named here is
said in full.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bp_qual.readers import concerns_words
from bp_qual.study.notes_alike import notes_of_files
from bp_qual.study.study_folder import Study
from bp_qual.study.who_speaks import grave_first, note_asking_speakers
from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark

_GROUPS = {
    "brief guesses": ("cells guessed", "keys guessed", "taken for"),
    "brief unread": ("files not read", "own results", "no such audio"),
    "brief waves": ("dates unclear", "dates far apart", "empty waves"),
    "brief described": ("person without interview", "person not described"),
}  # fmt: skip
_GROUP_OF = {kind: group for group, kinds in _GROUPS.items() for kind in kinds}


def told_in_full(study: Study, corpus: Corpus) -> tuple[Remark, ...]:
    """Return the notes on a study that change numbers, and those that doubt who speaks in a file.

    Parameters
    ----------
    study : Study
        With its notes.
    corpus : Corpus
        Its interviews, with what was noted as they were read.

    Returns
    -------
    tuple of Remark

    Examples
    --------
    >>> from pathlib import Path
    >>> notes = (Remark("files not read", values={"files": ".jpg"}), Remark("left out", values={"file": "Kees.txt"}))
    >>> [note.kind for note in told_in_full(Study(Path("."), notes=notes), Corpus((), (), ()))]
    ['left out']
    """
    of_study = (note for note in study.notes if note.kind not in _GROUP_OF)
    return (*note_asking_speakers(study, corpus), *grave_first(notes_of_files(corpus))[0], *of_study)


def told_in_brief(study: Study, corpus: Corpus) -> tuple[Remark, ...]:
    """Return one note on how many others `check` has of what; none where there are none.

    Parameters
    ----------
    study, corpus
        As in `told_in_full`.

    Returns
    -------
    tuple of Remark

    Examples
    --------
    >>> from pathlib import Path
    >>> notes = (Remark("files not read", values={"files": ".jpg"}), Remark("left out", values={"file": "Kees.txt"}))
    >>> print(*told_in_brief(Study(Path("study"), notes=notes), Corpus((), (), ())))
    1 note besides (1 on files that are not read): bp-qual check study
    """
    counts = dict.fromkeys((*_GROUPS, "brief reading"), 0)
    for group in (*_groups(study.notes), *("brief reading" for _ in _on_reading(corpus))):
        counts[group] += 1
    points = tuple(Remark(group, values={"n": n}) for group, n in counts.items() if n)
    values = {"n": sum(counts.values()), "points": points, "folder": study.folder}
    return (Remark("told by check", values=values),) if points else ()


def _groups(notes: Iterable[Remark]) -> Iterator[str]:
    return (_GROUP_OF[note.kind] for note in notes if note.kind in _GROUP_OF)


def _on_reading(corpus: Corpus) -> Iterator[Remark]:
    """Yield the notes on how files were read that are not said in full."""
    for note in grave_first(notes_of_files(corpus))[1]:
        own = note.values.get("note")
        if not (isinstance(own, Remark) and concerns_words(own)):
            yield note
