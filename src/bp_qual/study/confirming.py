"""Codings made before their code was redefined: which these are, and the coder's word that they still fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand import CoderLog, Event, State, read_history
from bp_qual.coding.by_hand.events import SUGGESTED
from bp_qual.coding.by_hand.replay import DECISIONS, replay
from bp_qual.coding.made_with import as_confirmed, redefined_since, version_of
from bp_qual.study.copies import is_copied_today, keep_daily_copy
from bp_qual.study.gathering import codebook_of, gather_study
from bp_qual.study.hand_coding import choose_coder
from bp_qual.study.row_events import make_event
from bp_qual.study.study_folder import Study


@dataclass(frozen=True, slots=True)
class Outdated:
    """How many codings and decisions of one code in one interview were made before the code was redefined.

    ``versions`` are the codebooks that they were made with; ``merged`` says that other codes became this one.

    >>> Outdated("P01_2010", "money", 3, 1, ("Themes 1.0.0",)).codings
    3
    """

    interview: str
    code: str
    codings: int
    decisions: int
    versions: tuple[str, ...]
    merged: bool = False


def find_outdated(states: Iterable[State], codebook: Codebook) -> tuple[Outdated, ...]:
    """Return what a coder did before its code was redefined, and did not say since that it still fits.

    Parameters
    ----------
    states : iterable of State
        What holds of what the coder did: of all interviews at once, or of each.
    codebook : Codebook
        As it is now.

    Returns
    -------
    tuple of Outdated
        In the order of the codebook and of what was done.

    Examples
    --------
    >>> from bp_qual.codebook import Code
    >>> old, new = (Codebook("D", "1", "nl", (Code("a", definition=text),)) for text in ("Geld.", "Tijd."))
    >>> made = Event("e", "add", n=1, interview="P01_2010", code="a", codebook="D@1+0", meaning=old.meaning("a"))
    >>> find_outdated([replay([made])], new)
    (Outdated(interview='P01_2010', code='a', codings=1, decisions=0, versions=('D 1',), merged=False),)
    """
    found: dict[tuple[str, str], list[Event]] = {}
    for state in states:
        decided = (event for event in state.decisions if not event.id.startswith(SUGGESTED))
        for event in redefined_since(as_confirmed((*state.codings, *decided), state), codebook):
            found.setdefault((event.code, event.interview), []).append(event)
    order = {code: at for at, code in enumerate(codebook.ids)}
    merged = frozenset(codebook.merged.values())
    return tuple(
        _outdated(interview, code, events, merged=code in merged)
        for (code, interview), events in sorted(found.items(), key=lambda one: order[one[0][0]])
    )


def _outdated(interview: str, code: str, events: Sequence[Event], *, merged: bool) -> Outdated:
    decisions = sum(event.do in DECISIONS for event in events)
    versions = sorted({version_of(event.codebook) for event in events})
    return Outdated(interview, code, len(events) - decisions, decisions, tuple(versions), merged)


def confirm_codings(
    study: Study | Path | str, codes: str | Sequence[str], *, coder: str = "", interviews: Sequence[str] = (),
    codebook: Codebook | None = None,
) -> tuple[Event, ...]:  # fmt: skip
    r"""Say that codings and decisions made before their code was redefined still fit: they are not told any more.

    Parameters
    ----------
    study : Study, Path or str
        A study, or the folder of one.
    codes : str or sequence of str
        Of which codes; an id that was renamed or merged since is that of its successor.
    coder : str
        Who says so; may be left out where only one person has coded.
    interviews : sequence of str
        In which interviews; in all if none is named.
    codebook : Codebook, optional
        Where it has been read already.

    Returns
    -------
    tuple of Event
        One for each interview and code in which there were any; saved, and to be undone as any other.

    Raises
    ------
    KeyError
        For a code that the codebook does not have.
    StudyError
        Where nobody coded, that coder did not, or several did and none is named.

    Examples
    --------
    >>> import tempfile
    >>> from bp_qual.codebook import Code
    >>> from bp_qual.study.corpus_reading import read_corpus
    >>> from bp_qual.study.hand_coding import write_coding
    >>> old, new = (Codebook("D", "1", "nl", (Code("a", definition=text),)) for text in ("Geld.", "Tijd."))
    >>> with tempfile.TemporaryDirectory() as study:
    ...     _ = (Path(study) / "P01_2010.txt").write_text("I: Hoe?\nR: Samen.", encoding="utf-8")
    ...     row = {"interview": "P01_2010", "start": 11, "end": 16, "code": "a"}
    ...     _ = write_coding(study, row, coder="anna", corpus=read_corpus(study), codebook=old)
    ...     [len(confirm_codings(study, "a", codebook=new)) for _ in range(2)]
    [1, 0]
    """
    folder = study.folder if isinstance(study, Study) else Path(study)
    codebook = codebook or codebook_of(study)
    asked = [codes] if isinstance(codes, str) else codes
    named = [codebook.code(codebook.successors.get(code, code)).id for code in asked]
    coder = choose_coder(folder, coder)
    found = find_outdated([replay(read_history(folder, coder, codebook).events)], codebook)
    events = [
        make_event({"interview": of.interview, "code": of.code}, "fits", None, codebook)
        for of in found
        if of.code in named and of.interview in (interviews or [of.interview])
    ]
    if events and not is_copied_today(folder):
        keep_daily_copy(study if isinstance(study, Study) else gather_study(study)[0])
    return CoderLog(folder, coder).append(events) if events else ()
