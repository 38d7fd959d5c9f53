"""What came in as events in the files of the coders: each coding once, and what is finished."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand import CoderLog, Event, mark_passage, new_id
from bp_qual.coding.by_hand.anchors import anchor_event
from bp_qual.coding.by_hand.log import History
from bp_qual.coding.by_hand.replay import replay
from bp_qual.coding.combining import places_of
from bp_qual.display import show_name
from bp_qual.errors import BpQualError, StoreError
from bp_qual.exchange.folding import letters_between
from bp_qual.exchange.received import Received
from bp_qual.files.taking_back import Before
from bp_qual.study.copies import keep_daily_copy
from bp_qual.study.received_places import Listed, Placed
from bp_qual.study.study_folder import Study
from bp_qual.transcripts import Transcript
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

_IDS = uuid.UUID("0d2f3f4e-6f0b-5a57-8d0e-6b705f696d70")
Events = dict[str, list[Event]]


@dataclass(frozen=True, slots=True)
class Coded:
    """A passage with its place and one of its codes, and whose coding it is."""

    part: Placed
    code: str
    coder: str

    @property
    def event_id(self) -> str:
        """The same for the same coding, however often and from whatever file it comes in."""
        place = (self.part.transcript.interview, str(self.part.start), str(self.part.end))
        return make_event_id("add", self.coder, *place, self.code)

    def is_in(self, places: Collection[object], ids: Collection[str]) -> bool:
        """Return whether it is at one of these places (`places_of`), or is one of these of its coder, taken away."""
        place = (self.part.transcript.interview, self.code, self.part.start, self.part.end)
        return place in places or self.event_id in ids


def make_event_id(*words: str) -> str:
    """Return an id that is the same for the same words, so that importing again adds nothing twice.

    >>> make_event_id("memo", "anna") == make_event_id("memo", "anna")
    True
    """
    return uuid.uuid5(_IDS, "\n".join(words)).hex


def at_known_ends(
    coded: Iterable[Coded], there: Mapping[str, pd.DataFrame], transcripts: Mapping[str, Transcript]
) -> list[Coded]:
    """Return codings that were found by their words with the ends that a coding of the same words has already.

    It is one coding with and without the full stop: one that the coder has here, or one of an earlier row. A place that
    the file states itself stays as it is.

    Parameters
    ----------
    coded : iterable of Coded
        The codings of a file.
    there : mapping of str to DataFrame
        What each coder has already, with its places.
    transcripts : mapping of str to Transcript
        The interviews.

    Returns
    -------
    list of Coded

    Examples
    --------
    >>> at_known_ends([], {}, {})
    []
    """
    known: dict[tuple[object, ...], tuple[int, int]] = {}
    for coder, table in there.items():
        for name, start, end, code in table[["interview", "start", "end", "code"]].itertuples(index=False, name=None):
            words = letters_between(transcripts[name].text, start, end)
            known.setdefault((coder, code, name, words), (int(start), int(end)))
    rows = []
    for row in coded:
        part = row.part
        words = letters_between(part.transcript.text, part.start, part.end)
        start, end = known.setdefault((row.coder, row.code, part.transcript.interview, words), (part.start, part.end))
        rows.append(row if part.how == "position" else replace(row, part=replace(part, start=start, end=end)))
    return rows


def find_new(
    coded: Sequence[Coded],
    noted: Sequence[Placed],
    coders: Mapping[str, str],
    marks: Events,
    codebook: Codebook,
    histories: Mapping[str, History],
    there: Mapping[str, pd.DataFrame],
) -> Events:
    """Return what the files of the coders do not say yet, as events.

    Parameters
    ----------
    coded : sequence of Coded
        The codings.
    noted : sequence of Placed
        Passages without a code, with a memo.
    coders : mapping of str to str
        Coders here by their names in the file.
    marks : dict of str to list of Event
        From `finish`.
    codebook : Codebook
        With all the codes.
    histories : mapping of str to History
        What each coder did before.
    there : mapping of str to DataFrame
        The codings that each coder has already, with their places.

    Returns
    -------
    dict of str to list of Event
        By coder. A coding that the coder took away again is not brought back.

    Examples
    --------
    >>> find_new([], [], {}, {}, codebook, {}, {})
    {}
    """
    new: Events = {}
    for coder, done in marks.items():
        history = histories[coder]
        ids = {event.id for event in history.events}
        noted_here = {(event.interview, event.quote, event.note) for event in history.events if event.do == "memo"}
        places = set(places_of(there[coder]))
        events: dict[str, Event] = {}
        for row in coded:
            if row.coder == coder and not row.is_in(places, ids):
                events[row.event_id] = _merged(events.get(row.event_id), row, codebook)
        for part in noted:
            event = _memo(part, coder)
            is_new = event.id not in ids and (event.interview, event.quote, event.note) not in noted_here
            if coders[part.passage.coder] == coder and is_new:
                events[event.id] = event
        new[coder] = [*events.values(), *_unsaid(done, history)]
    return new


def _unsaid(done: Iterable[Event], history: History) -> Iterator[Event]:
    """Yield what is finished and was not said before; once more for codes that a passage without a place left open."""
    ids, state = {event.id for event in history.events}, replay(history.events)
    opened = state.opened
    for mark in done:
        if len(state.finished([mark.interview], mark.codes)) == len(mark.codes):
            continue
        if mark.id not in ids:
            yield mark
        elif codes := tuple(code for code in mark.codes if (mark.interview, code) in opened):
            yield replace(mark, id=new_id(), codes=codes)


def _merged(before: Event | None, row: Coded, codebook: Codebook) -> Event:
    """Return a coding as an event; what was noted in several rows of one coding is kept together."""
    part, note = row.part, row.part.passage.memo
    if before is not None:
        return before if note in before.note else replace(before, note=" · ".join(filter(None, (before.note, note))))
    place = (part.transcript, part.start, part.end, row.code, codebook)
    event = mark_passage("add", *place, note=note, event_id=row.event_id)
    return replace(event, at=part.passage.at)


def _memo(part: Placed, coder: str) -> Event:
    """Return a memo on a passage that nobody coded."""
    note, interview, place = part.passage.memo, part.transcript.interview, (part.start, part.end)
    event_id = make_event_id("memo", coder, interview, *map(str, place), note)
    event = Event(event_id, "memo", at=part.passage.at, interview=interview, note=note)
    return anchor_event(event, part.transcript.text, *place)


def record_import(
    received: Received,
    coder: str,
    coded: Sequence[Coded],
    listed: Sequence[Listed],
    history: History,
    called: Sequence[str] = (),
) -> list[Event]:
    """Return that a file came in, with how many of its passages have a place, unless the coder's file says so already.

    Parameters
    ----------
    received : Received
        The file.
    coder : str
        Whose codings they are here.
    coded, listed : sequence of Coded and of Listed
        What of this coder has a place, and what has none.
    history : History
        What the coder did before.
    called : sequence of str
        What the file calls this coder, where that comes to the name here when it names a file.

    Returns
    -------
    list of Event

    Examples
    --------
    >>> received = Received("P01.csv", (), (), digest="ab", program="NVivo")
    >>> [event.program for event in record_import(received, "anna", [], [], History("anna", ()))]
    ['NVivo']
    """
    left = {part.passage.where for part in listed}
    placed = {row.part.passage.where for row in coded if row.coder == coder} - left
    made = Event(
        new_id(), "import", text=received.digest, file=show_name(PurePath(received.where).name), form=received.form,
        program=received.program, placed=len(placed), listed=len(left), coders=tuple(called),
    )  # fmt: skip
    same = [_what_came(event) for event in replay(history.events).imports if event.text == made.text]
    return [] if same and same[-1] == _what_came(made) else [made]


def _what_came(event: Event) -> tuple[int, int, tuple[str, ...]]:
    return event.placed, event.listed, event.coders


def save_events(events: Events, study: Study, before: Before) -> None:
    """Write events to the files of the coders; when this returns they survive a crash.

    Parameters
    ----------
    events : dict of str to list of Event
        By coder.
    study : Study
        Whose folder holds the files.
    before : Before
        What is taken back where nothing could be saved; once a coder's events are, it stays.

    Raises
    ------
    StoreError
        Where a file cannot be written. It says which coders' events were saved.

    Examples
    --------
    >>> from pathlib import Path
    >>> save_events({}, Study(Path("no/such/folder")), Before())
    """
    if any(events.values()):
        keep_daily_copy(study)
    saved: list[str] = []
    for coder, theirs in events.items():
        try:
            if theirs:
                CoderLog(study.folder, coder).append(theirs)
        except BpQualError as error:
            if not saved:
                raise
            raise StoreError(error.problems, Remark("half saved", values={"coders": saved, "coder": coder})) from error
        saved += [coder] if theirs else []
        if saved:
            before.keep()
