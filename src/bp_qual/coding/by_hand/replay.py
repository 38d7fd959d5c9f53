"""Replay: from everything that a coder did to what holds now.

The order of the events is that of their numbers, never that of a clock or of the files, so that copies that a sync
client left give the same whatever order they are read in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from bp_qual.coding.by_hand.events import Event, in_order
from bp_qual.coding.by_hand.summaries import Summary, collect_summaries

IN_DOUBT = "doubt"  # the form of what an import left open because a row can mean that code too
DECISIONS = ("accept", "reject", "clear")


@dataclass(frozen=True, slots=True)
class State:
    """What holds of what a coder did.

    Attributes
    ----------
    codings : tuple of Event
        Passages that the coder coded, and did not take away again.
    decisions : tuple of Event
        The last ``accept`` or ``reject`` of each hit of the codebook, by interview, code and place.
    memos : tuple of Event
        Memos that were not taken away.
    marks : tuple of Event
        Every ``done`` and ``undone`` of an interview, in order; one that names no codes is about all. An ``undone``
        that names ``codes`` is that of an import, which has a passage without a place there.
    units : tuple of Event
        The passages that the coder finished, such as the units of a sample, as `finish_passages` has them.
    unit_marks : tuple of Event
        Every ``done`` and ``undone`` of a passage, in order, that they come from.
    summaries : tuple of Summary
        The cells of the framework matrix.
    imports : tuple of Event
        The files of other programs that codings came from, each as it came in last.
    fits : tuple of Event
        The last time for each interview and code that the coder said that what was coded before still fits.
    settled : tuple of Event
        The last decision of coders together on each passage and code on which they differed.

    Examples
    --------
    >>> replay([Event("e1", "memo", n=1, note="Begin here."), Event("e2", "undo", n=2, of="e1")]).memos
    ()
    """

    codings: tuple[Event, ...]
    decisions: tuple[Event, ...]
    memos: tuple[Event, ...]
    marks: tuple[Event, ...]
    units: tuple[Event, ...] = ()
    summaries: tuple[Summary, ...] = ()
    imports: tuple[Event, ...] = ()
    fits: tuple[Event, ...] = ()
    settled: tuple[Event, ...] = ()
    unit_marks: tuple[Event, ...] = ()

    def is_done(self, interview: str, code: str) -> bool:
        """Return whether the coder finished an interview for a code: the last word on it decides.

        >>> marks = [Event("e1", "done", n=1, interview="P01_2010"),
        ...          Event("e2", "undone", n=2, interview="P01_2010", code="b")]
        >>> [replay(marks).is_done("P01_2010", code) for code in "ab"]
        [True, False]

        A code that was added to the codebook afterwards was not looked for:

        >>> replay([Event("e1", "done", n=1, interview="P01_2010", codes=("a",))]).is_done("P01_2010", "b")
        False
        """
        return bool(self.finished([interview], [code]))

    def finished(self, interviews: Iterable[str], codes: Sequence[str]) -> frozenset[tuple[str, str]]:
        """Return the interviews and codes that the coder finished, of those given.

        >>> state = replay([Event("e1", "done", n=1, interview="P01_2010")])
        >>> sorted(state.finished(["P01_2010", "P01_2020"], ["a", "b"]))
        [('P01_2010', 'a'), ('P01_2010', 'b')]
        """
        done: dict[str, set[str]] = {}
        for mark in self.marks:
            own = done.setdefault(mark.interview, set())
            about = set(codes_about(mark, codes))
            done[mark.interview] = own | about if mark.do == "done" else own - about
        known = set(codes)
        return frozenset((interview, code) for interview in interviews for code in done.get(interview, set()) & known)

    @property
    def answers(self) -> tuple[Event, ...]:
        """The marks without those by which an import only leaves codes open: what somebody said of an interview.

        >>> replay([Event("e1", "undone", interview="P01_2010", codes=("a",))]).answers
        ()
        """
        return tuple(mark for mark in self.marks if mark.do == "done" or not mark.codes)

    @property
    def opened(self) -> dict[tuple[str, str], tuple[Event, ...]]:
        """The interviews and codes that imports left open, and did not finish since, with what left them so.

        >>> left = Event("e1", "undone", n=1, interview="P01_2010", codes=("a", "b"), file="list.csv")
        >>> state = replay([left, Event("e2", "done", n=2, interview="P01_2010", codes=("a",))])
        >>> {place: [event.file for event in events] for place, events in state.opened.items()}
        {('P01_2010', 'b'): ['list.csv']}
        """
        found: dict[tuple[str, str], tuple[Event, ...]] = {}
        for mark in self.marks:
            if mark.do == "undone":
                places = [(mark.interview, code) for code in mark.codes]
                found |= {place: (*found.get(place, ()), mark) for place in places}
            else:
                about = codes_about(mark, [code for name, code in found if name == mark.interview])
                found = {
                    place: left for place, left in found.items() if place[0] != mark.interview or place[1] not in about
                }
        return found


def codes_left(finished: Iterable[tuple[str, str]], codes: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the interviews that are finished, each with the codes for which it is not.

    An interview is finished once it is for any code: everybody who counts those asks here.

    Parameters
    ----------
    finished : iterable of tuple of str
        Interviews and codes, from `State.finished`.
    codes : sequence of str
        The codes of the codebook.

    Returns
    -------
    dict of str to tuple of str
        In the order of the interviews' names; () where an interview is finished for every code.

    Examples
    --------
    >>> codes_left([("P01_2020", "a"), ("P01_2010", "a"), ("P01_2010", "b")], ["a", "b"])
    {'P01_2010': (), 'P01_2020': ('b',)}
    """
    done: dict[str, set[str]] = {}
    for interview, code in sorted(finished):
        done.setdefault(interview, set()).add(code)
    return {interview: tuple(code for code in codes if code not in own) for interview, own in done.items()}


def codes_about(mark: Event, codes: Sequence[str]) -> Sequence[str]:
    """Return the codes that a mark is about: the one it names, those there were then, or all.

    >>> codes_about(Event("e1", "done", code="a"), ["a", "b"]), codes_about(Event("e1", "done"), ["a", "b"])
    (('a',), ['a', 'b'])
    """
    return (mark.code,) if mark.code else mark.codes or codes


def replay(events: Iterable[Event]) -> State:
    """Return what holds after everything that was done.

    Parameters
    ----------
    events : iterable of Event
        The events of one coder, in any order; an id that occurs twice counts once.

    Returns
    -------
    State
        An event that was undone leaves no trace in it; undoing the ``undo`` brings it back.

    Examples
    --------
    >>> added = Event("e1", "add", n=1, interview="P01_2010", start=0, end=5, quote="samen", code="a")
    >>> undone, again = Event("e2", "undo", n=2, of="e1"), Event("e3", "undo", n=3, of="e2")
    >>> [len(replay(did).codings) for did in ([added], [undone, added], [added, undone, again])]
    [1, 0, 1]
    """
    ordered = in_order(events)
    undone = find_undone(ordered)
    live = [event for event in ordered if event.id not in undone]
    gone = {event.of for event in live if event.do == "remove"}
    decided = {(e.interview, e.code, e.start, e.end, e.text): e for e in live if e.do in DECISIONS}
    marks = [event for event in live if event.do in ("done", "undone")]
    unit_marks = tuple(event for event in marks if event.start >= 0)
    return State(
        codings=tuple(event for event in live if event.do == "add" and event.id not in gone),
        decisions=tuple(event for event in decided.values() if event.do != "clear"),
        memos=tuple(event for event in live if event.do == "memo" and event.id not in gone),
        marks=tuple(event for event in marks if event.start < 0),
        units=finish_passages(unit_marks),
        summaries=collect_summaries(live),
        imports=tuple({event.text: event for event in live if event.do == "import"}.values()),
        fits=tuple({(e.interview, e.code): e for e in live if e.do == "fits"}.values()),
        settled=tuple({(e.interview, e.code, e.start, e.end, e.text): e for e in live if e.do == "settle"}.values()),
        unit_marks=unit_marks,
    )


def finish_passages(
    marks: Iterable[Event],
    place_of: Callable[[Event], object] = lambda event: (event.interview, event.start, event.end, event.text),
) -> tuple[Event, ...]:
    """Return what is finished of passages that were finished, and opened again, one by one.

    Parameters
    ----------
    marks : iterable of Event
        ``done`` and ``undone`` of passages, in order.
    place_of : callable
        What says of a mark which passage it is about.

    Returns
    -------
    tuple of Event
        For each passage the ``done`` of each sample (``note``) that holds yet, for the codes for which nothing came
        after it: neither a later ``done`` of the same sample nor an ``undone``, which opens a passage for every sample.
        One that says of no code that it is about it is about all, and is opened as a whole.

    Examples
    --------
    >>> place = {"interview": "P01_2010", "start": 0, "end": 5}
    >>> both = Event("e1", "done", codes=("a", "b"), **place)
    >>> [event.codes for event in finish_passages([both, Event("e2", "undone", code="b", **place)])]
    [('a',)]
    >>> [event.note for event in finish_passages([both, Event("e2", "done", codes=("b",), note="second", **place)])]
    ['', 'second']
    """
    held: dict[object, list[Event]] = {}
    for mark in marks:
        own = held.setdefault(place_of(mark), [])
        is_done = mark.do == "done"
        left = [done if is_done and done.note != mark.note else _less(done, mark) for done in own]
        own[:] = [*(done for done in left if done is not None), *([mark] if is_done else ())]
    return tuple(done for own in held.values() for done in own)


def _less(done: Event, mark: Event) -> Event | None:
    """Return a finished passage without the codes that a later mark is about; nothing where none is left."""
    codes = codes_about(done, ())
    if not codes and mark.do == "done" and codes_about(mark, ()):
        return done
    left = tuple(code for code in codes if code not in codes_about(mark, codes))
    if left == codes:
        return done if codes else None
    return replace(done, code="", codes=left) if left else None


def find_undone(ordered: Sequence[Event]) -> set[str]:
    """Return what was undone: going back from the last, so that an undo that was undone itself undoes nothing.

    >>> find_undone([Event("e1", "memo", note="Begin."), Event("e2", "undo", of="e1")])
    {'e1'}
    """
    place = {event.id: number for number, event in enumerate(ordered)}
    undone: set[str] = set()
    for number, event in reversed(list(enumerate(ordered))):
        if event.do == "undo" and event.id not in undone and place.get(event.of, number) < number:
            undone.add(event.of)
    return undone
