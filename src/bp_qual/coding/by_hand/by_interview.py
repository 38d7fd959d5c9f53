"""What a coder did, kept apart by interview: what one coding changes is the interview it is in, and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from bp_qual.coding.by_hand.events import Event, in_order
from bp_qual.coding.by_hand.following import followed
from bp_qual.coding.by_hand.log import History
from bp_qual.coding.by_hand.standing import Standing, find_standing
from bp_qual.transcripts import Corpus


class StandingByInterview:
    """Where what a coder did stands, interview by interview, each found again only when something was done there.

    Parameters
    ----------
    corpus : Corpus
        The interviews; they do not change.

    Examples
    --------
    >>> standing = StandingByInterview(Corpus((), (), ()))
    >>> standing.take(History("anna", (Event("e1", "memo", n=1, note="Begin here."),)))
    >>> standing.parts, standing.of("").state.memos[0].note
    (('',), 'Begin here.')
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._alone = {t.interview: replace(corpus, transcripts=(t,)) for t in corpus.transcripts}
        self._nothing = replace(corpus, transcripts=())
        self._history = History("", ())
        self._parts: dict[str, tuple[Event, ...]] = {}
        self._found: dict[str, Standing] = {}

    def take(self, history: History) -> None:
        """Take over what the coder did; what was found in an interview holds until something else was done there."""
        history = followed(history, self._corpus)
        parts = part_by_interview(history.events)
        self._found = {name: part for name, part in self._found.items() if self._parts.get(name) == parts.get(name)}
        self._history, self._parts = history, parts

    @property
    def parts(self) -> tuple[str, ...]:
        """The interviews in which the coder did anything, also those that are no more; "" is about none of them."""
        return tuple(self._parts)

    def history_of(self, interviews: Iterable[str]) -> History:
        """Return only what the coder did in some interviews."""
        events = in_order(event for name in interviews for event in self._parts.get(name, ()))
        return replace(self._history, events=events)

    def of(self, interview: str) -> Standing:
        """Return what the coder did in an interview, as `find_standing` finds it."""
        if interview not in self._found:
            history = replace(self._history, events=self._parts.get(interview, ()))
            self._found[interview] = find_standing(history, self._alone.get(interview, self._nothing))
        return self._found[interview]


def part_by_interview(events: Iterable[Event]) -> dict[str, tuple[Event, ...]]:
    """Return events by the interview they are about: that of what they undo or take away, else their own.

    >>> added = Event("e1", "add", n=1, interview="P01_2010", code="a")
    >>> undone = Event("e2", "undo", n=2, of="e1")
    >>> {name: [event.id for event in part] for name, part in part_by_interview([added, undone]).items()}
    {'P01_2010': ['e1', 'e2']}
    """
    events = list(events)
    by_id = {event.id: event for event in events}
    parts: dict[str, list[Event]] = {}
    for event in events:
        about = _subject(event, by_id) if event.of else event
        parts.setdefault(about.interview, []).append(event)
    return {name: tuple(part) for name, part in parts.items()}


def only_of(history: History, codes: Collection[str]) -> History:
    """Return what was done with some codes, and whatever undid or took away anything.

    >>> only_of(History("anna", (Event("e1", "add", code="a"), Event("e2", "add", code="b"))), {"a"}).events[0].id
    'e1'
    """
    return replace(history, events=tuple(event for event in history.events if event.of or event.code in codes))


def _subject(event: Event, by_id: Mapping[str, Event]) -> Event:
    """Return what an event is about in the end."""
    seen = {event.id}
    while event.of in by_id and event.of not in seen:
        event = by_id[event.of]
        seen.add(event.id)
    return event
