"""Memos, and the trail of what the coder did, newest first."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from bp_qual.coding.by_hand import History
from bp_qual.coding.by_hand.anchors import hash_text
from bp_qual.coding.by_hand.coder_names import AGREED
from bp_qual.coding.by_hand.events import Event, in_order
from bp_qual.coding.by_hand.log import read_history
from bp_qual.coding.by_hand.replay import find_undone
from bp_qual.coding.by_hand.standing import Memo
from bp_qual.page.desk import Desk

NOTES = ("memo", "summary")


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
    """One thing that the coder did.

    Attributes
    ----------
    id, do, at, interview, code, quote, note, of : str
        As in its `Event`; of an ``undo`` or ``remove`` interview, code, quote and note are of what it is about.
    undone : bool
        Whether it does not count any more.
    undone_by : tuple of str
        What to undo so that it counts again.
    person, wave : str
        Of a memo or summary: whose, and when.
    passed : bool
        About no interview, and something was done in another interview since.

    Examples
    --------
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
    undone_by: tuple[str, ...] = ()
    person: str = ""
    wave: str = ""
    passed: bool = False


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
        Only what is about this interview, and memos and summaries on its persons, on codes or on the study; everything
        if empty.
    most : int
        How many at most; what was done at once is never cut in two.

    Returns
    -------
    tuple of Deed
        An ``undo`` is shown with the interview and code of what it undid; one that undoes an undo is a ``redo``.
    """
    if not interview:
        return describe_deeds(desk.history, most)
    return tell_deeds(desk, desk.history_of(interview), ("", *desk.transcript(interview).persons), most)


def tell_deeds(desk: Desk, here: History, persons: Collection[str], most: int = 200) -> tuple[Deed, ...]:
    """Return what was done in one place, with the memos and summaries that are about no place, newest first.

    Parameters
    ----------
    desk : Desk
        The study.
    here : History
        What the coder did there.
    persons : collection of str
        On whom memos and summaries may be; "" is on nobody, so on a code or the study.
    most : int
        How many at most.

    Returns
    -------
    tuple of Deed
        With `Deed.passed` where something was done since that is not told.

    Examples
    --------
    >>> tell_deeds(desk, desk.history_of("P01_2010"), ("", "P01"))
    ()
    """
    general = desk.history_of("").events
    by_id = {event.id: event for event in general}
    subjects = {event.id: subject_of(event, by_id) for event in general}
    wide = {name for name, about in subjects.items() if about.do in NOTES and about.person in persons}
    told = wide | {event.id for event in here.events}
    last = max((event.n for event in desk.history.events if event.id not in told), default=0)
    events = in_order((*here.events, *(event for event in general if event.id in wide)))
    passed = {event.id for event in general if event.n < last}
    deeds = describe_deeds(replace(here, events=events), most)
    return tuple(replace(deed, passed=True) if deed.id in passed else deed for deed in deeds)


def describe_deeds(history: History, most: int = 200) -> tuple[Deed, ...]:
    """Return what is in a history, newest first, as `list_events` has it.

    >>> undone = (Event("e1", "memo", note="A"), Event("e2", "undo", of="e1"), Event("e3", "undo", of="e2"))
    >>> [(deed.do, deed.undone) for deed in describe_deeds(History("anna", undone))]
    [('redo', False), ('undo', False), ('memo', False)]
    """
    events = {event.id: event for event in history.events}
    undone = find_undone(history.events)
    undoing: dict[str, tuple[str, ...]] = {}
    for event in events.values():
        if event.do == "undo" and event.id not in undone:
            undoing[event.of] = (*undoing.get(event.of, ()), event.id)
    deeds: list[Deed] = []
    for event in reversed(events.values()):
        subject = subject_of(event, events)
        about = (event.at, subject.interview, subject.code, subject.quote, subject.note)
        do, gone = event.do, event.id in undone
        if do == "undo":  # one that undoes an undo does it again; an undo that was undone is past, and not struck out
            do, gone = ("redo" if _is_again(event, events) else "undo"), False
        whose = (subject.person, subject.wave)
        if deeds and len(deeds) >= most and group_of(event.id) != group_of(deeds[-1].id):
            break
        deeds.append(Deed(event.id, do, *about, event.of, gone, undoing.get(event.id, ()) if gone else (), *whose))
    return tuple(deeds)


def group_of(event_id: str) -> str:
    """Return what the ids of things that were done at once have in common; the whole id where it was done alone.

    >>> group_of("4f1c.0") == group_of("4f1c.12"), group_of("4f1c")
    (True, '4f1c')
    """
    return event_id.split(".", 1)[0]


@dataclass(frozen=True, slots=True)
class News:
    """What was done in an interview since somebody looked: the events, and how many there are in all.

    `codebook` says which codebook it is now, `text` how the interview reads (`hash_text`), `restart` which files that
    describe the study changed, so that the page is to be started again.

    >>> News(3, ("e3",)).ids
    ('e3',)
    """

    total: int
    ids: tuple[str, ...]
    codebook: str = ""
    text: str = ""
    restart: tuple[str, ...] = ()


def tell_news(desk: Desk, interview: str, seen: int, of: str = "") -> News:
    """Return what is new in an interview and in the files of the study.

    Parameters
    ----------
    desk : Desk
        The study; what was edited is read again.
    interview : str
        An id; "" is what is about no interview.
    seen : int
        How many events of it somebody has seen.
    of : str
        `agreed` for what coders settled together, else what this coder did.

    Returns
    -------
    News

    Examples
    --------
    >>> tell_news(desk, "P01_2010", 0).ids
    ()
    """
    desk.renew_codebook()
    is_here = interview in desk.interviews
    if is_here:
        desk.renew_talks(interview)
    text = hash_text(desk.transcript(interview).text) if is_here else ""
    history = read_history(desk.study.folder, AGREED) if of == AGREED else desk.history_of(interview)
    news = list_news(history, seen)
    return replace(news, codebook=desk.codebook.coder, text=text, restart=desk.files.changed_inputs())


def list_news(history: History, seen: int) -> News:
    """Return what was done after the first `seen` events; of another window of the coder, or by another program.

    >>> list_news(History("anna", (Event("e1", "memo"), Event("e2", "memo"))), 1)
    News(total=2, ids=('e2',), codebook='', text='', restart=())
    """
    ids = tuple(event.id for event in history.events)
    return News(len(ids), ids[max(seen, 0) :])


def subject_of(event: Event, events: Mapping[str, Event]) -> Event:
    """Return the event that an event is about in the end: an undo of an undo is about what was undone first.

    Parameters
    ----------
    event : Event
        Any event.
    events : mapping of str to Event
        All of the coder's, by their ids.

    Returns
    -------
    Event
    """
    seen = set[str]()
    while event.do in ("undo", "remove") and event.of in events and event.id not in seen:
        seen.add(event.id)
        event = events[event.of]
    return event


def _is_again(event: Event, events: Mapping[str, Event]) -> bool:
    """Return whether an undo does something again: it undoes an undo that undid something."""
    undone, again, seen = events.get(event.of), False, {event.id}
    while undone is not None and undone.do == "undo" and undone.id not in seen:
        seen.add(undone.id)
        undone, again = events.get(undone.of), not again
    return again
