"""Memos, and the trail of what the coder did, newest first."""

from __future__ import annotations

from dataclasses import dataclass

from bp_qual.coding.by_hand.events import Event
from bp_qual.coding.by_hand.replay import find_undone
from bp_qual.coding.by_hand.standing import Memo
from bp_qual.page.desk import Desk


@dataclass(frozen=True, slots=True)
class MemoView:
    """A memo: on a coding (`of`), a passage, an interview, a person, a code, or the study where all are empty.

    One on a coding or passage has the place of its words as the interview reads now, -1 where they are gone.

    >>> MemoView("e1", "Begin here.", "", -1, -1, "", "", "", "").note
    'Begin here.'
    """

    id: str
    note: str
    interview: str
    start: int
    end: int
    code: str
    person: str
    of: str
    at: str


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that the coder did; ``undone`` where it does not count any more.

    >>> Deed("e1", "add", "2026-01-01T10:00:00", "P01_2010", "a", "samen", "", "", False).do
    'add'
    """

    id: str
    do: str
    at: str
    interview: str
    code: str
    quote: str
    note: str
    of: str
    undone: bool


def list_memos(desk: Desk) -> tuple[MemoView, ...]:
    """Return the coder's memos, oldest first.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from bp_qual.matching import index_corpus
    >>> from bp_qual.study import Study
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     desk = Desk(Study(Path(folder)), index_corpus(corpus), codebook, "anna")
    ...     outcome = desk.save([{"id": "e1", "do": "memo", "note": "Shy.", "person": "P01"}], "")
    ...     [(memo.person, memo.note) for memo in list_memos(desk)]
    [('P01', 'Shy.')]
    """
    memos = [memo for standing in desk.standing_in(*desk.interviews_touched) for memo in standing.memos]
    return tuple(_view(memo) for memo in sorted(memos, key=lambda memo: (memo.event.n, memo.event.id)))


def _view(memo: Memo) -> MemoView:
    event, about = memo.event, memo.about
    place = (about.interview, memo.start, memo.end, about.code)
    return MemoView(event.id, event.note, *place, event.person, event.of, event.at)


def list_events(desk: Desk, interview: str = "", most: int = 200) -> tuple[Deed, ...]:
    """Return what the coder did, newest first, and whether it still counts.

    Parameters
    ----------
    desk : Desk
        The study.
    interview : str
        Only what is about this interview; everything if empty.
    most : int
        How many at most.

    Returns
    -------
    tuple of Deed
        An ``undo`` is shown with the interview and code of what it undid.
    """
    history = desk.history_of(interview) if interview else desk.history
    events = {event.id: event for event in history.events}
    undone = find_undone(history.events)
    deeds = []
    for event in reversed(events.values()):
        subject = _subject(event, events)
        about = (event.at, subject.interview, subject.code, subject.quote, subject.note)
        deeds.append(Deed(event.id, event.do, *about, event.of, event.id in undone))
        if len(deeds) == most:
            break
    return tuple(deeds)


def _subject(event: Event, events: dict[str, Event]) -> Event:
    """Return the event that an event is about in the end: an undo of an undo is about what was undone first."""
    seen = set[str]()
    while event.do in ("undo", "remove") and event.of in events and event.id not in seen:
        seen.add(event.id)
        event = events[event.of]
    return event
