"""Where what a coder did stands in the interviews as they are now, passage by passage."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bp_qual.coding.by_hand.anchors import Known, find_anchor, find_between, find_whole, hash_text
from bp_qual.coding.by_hand.events import Event
from bp_qual.coding.by_hand.following import follow_texts, list_renamed
from bp_qual.coding.by_hand.log import History
from bp_qual.coding.by_hand.replay import State, finish_passages, replay
from bp_qual.transcripts import Corpus, Transcript, Turn

GONE, MOVED, UNSURE, NOBODY = "no_interview", "lost_place", "unsure_place", "no_respondent"
Where = tuple[str, str, int, int]


@dataclass(frozen=True, slots=True)
class PlacedEvent:
    """An event that has a place in an interview: in whose answer, and where.

    Attributes
    ----------
    event : Event
        What was done.
    where : tuple of str, str, int and int
        Interview, code, start and end, by which a decision finds its hit.
    person, wave, turn, quote : str, str, int and str
        Whose words they are, and what is said.

    Examples
    --------
    >>> PlacedEvent(Event("e1", "add"), ("P01_2010", "a", 16, 21), "P01", "2010", 1, "samen").quote
    'samen'
    """

    event: Event
    where: Where
    person: str
    wave: str
    turn: int
    quote: str


@dataclass(frozen=True, slots=True)
class Memo:
    """A memo, what it is about, and where that stands; start and end are -1 where it stands nowhere.

    >>> Memo(Event("e1", "memo", note="Shy.", person="P01"), Event("e1", "memo", person="P01"), -1, -1).event.note
    'Shy.'
    """

    event: Event
    about: Event
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds of what a coder did, and where in the interviews each of it stands.

    Attributes
    ----------
    state : State
        Everything as it was written, and what is done.
    codings, decisions, units, settled : tuple of PlacedEvent
        What has a place: passages coded, hits decided on, units finished, differences settled.
    memos : tuple of Memo
        One on a passage stands where the passage does, one on a coding where the coding does.
    lost : tuple of (Event, str)
        What has none, and why: ``no_interview``, ``lost_place`` (its words are no longer there),
        ``unsure_place`` (they are, and which is meant cannot be said) or ``no_respondent`` (it stands in nobody's
        answer).
    edited : tuple of str
        Interviews whose transcript was changed after they were marked as done.
    renamed : mapping of str to str
        What interviews are called now that were called otherwise when something was done there; as `name_other` has it
        where their text is gone, and another has their name.

    Examples
    --------
    >>> find_standing(History("anna", ()), Corpus((), (), ())).codings
    ()
    """

    state: State
    codings: tuple[PlacedEvent, ...]
    decisions: tuple[PlacedEvent, ...]
    units: tuple[PlacedEvent, ...]
    memos: tuple[Memo, ...]
    lost: tuple[tuple[Event, str], ...]
    edited: tuple[str, ...]
    settled: tuple[PlacedEvent, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)


def find_standing(history: History, corpus: Corpus) -> Standing:
    """Return where what a coder did stands in a corpus as it is read now.

    Parameters
    ----------
    history : History
        From `read_history`.
    corpus : Corpus
        The interviews.

    Returns
    -------
    Standing
        Every coding and decision is either placed, and then its quote is what stands there, or listed as lost.
    """
    events = follow_texts(history.events, corpus)
    state = replay(events)
    texts = {transcript.interview: transcript for transcript in corpus.transcripts}
    lost: list[tuple[Event, str]] = []

    known = _Neighbours((*state.codings, *state.decisions, *state.units, *state.settled), texts)

    def placed(events: Iterable[Event]) -> tuple[PlacedEvent, ...]:
        found = [(event, _place(event, texts, known)) for event in events]
        lost.extend((event, why) for event, why in found if isinstance(why, str))
        return tuple(passage for _, passage in found if isinstance(passage, PlacedEvent))

    if len({mark.text for mark in state.unit_marks}) > len({mark.interview for mark in state.unit_marks}):
        state = replace(state, units=finish_passages(state.unit_marks, lambda mark: _passage(mark, texts, known)))
    passages = (placed(state.codings), placed(state.decisions), placed(state.units))
    by_id = {event.id: event for event in (*state.codings, *state.decisions)} if state.memos else {}
    memos = tuple(_place_memo(memo, by_id.get(memo.of, memo), texts) for memo in state.memos)
    told = tuple(lost)  # not with what was settled: coders see that they differ there again
    renamed = list_renamed(history.events, events)
    return Standing(state, *passages, memos, told, _edited(state, corpus), placed(state.settled), renamed)


class _Neighbours:
    """Where the other passages of an edited interview went, found once one of them is asked after."""

    def __init__(self, events: Sequence[Event], texts: Mapping[str, Transcript]) -> None:
        self._events, self._texts = events, texts
        self._known: dict[tuple[str, str], list[Known]] = {}

    def find(self, event: Event) -> tuple[int, int] | None:
        """Return where an event stands that has no place by itself."""
        key, text = (event.interview, event.text), self._texts[event.interview].text
        if key not in self._known:
            here = [other for other in self._events if (other.interview, other.text) == key]
            found = [(other.start, other.end, find_anchor(other, text)) for other in here]
            self._known[key] = [(start, end, *anchor) for start, end, anchor in found if anchor is not None]
        return find_between(event, text, self._known[key])


def _place(event: Event, texts: Mapping[str, Transcript], neighbours: _Neighbours) -> PlacedEvent | str:
    """Return where an event stands, or why it stands nowhere."""
    transcript = texts.get(event.interview)
    if transcript is None:
        return GONE
    anchor = find_anchor(event, transcript.text)
    if anchor is None and event.text != hash_text(transcript.text):
        anchor = neighbours.find(event)
    if anchor is None:
        return UNSURE if event.quote and find_whole(event.quote, transcript.text) else MOVED
    turn = find_turn(transcript, *anchor)
    if turn is None:
        return NOBODY
    where = (event.interview, event.code, *anchor)
    return PlacedEvent(event, where, turn.person, transcript.wave, turn.index, transcript.text[slice(*anchor)])


def _passage(mark: Event, texts: Mapping[str, Transcript], neighbours: _Neighbours) -> tuple[object, ...]:
    """Return which passage a mark is about, in whatever text of the interview it was made."""
    found = _place(mark, texts, neighbours)
    if isinstance(found, PlacedEvent):
        interview, _, start, end = found.where
        return (interview, start, end)
    return (mark.interview, mark.start, mark.end, mark.text)


def _place_memo(memo: Event, about: Event, texts: Mapping[str, Transcript]) -> Memo:
    if not about.quote:
        return Memo(memo, about, about.start, about.end)
    transcript = texts.get(about.interview)
    anchor = find_anchor(about, transcript.text) if transcript else None
    return Memo(memo, about, *(anchor or (-1, -1)))


def _edited(state: State, corpus: Corpus) -> tuple[str, ...]:
    """Return the interviews that are marked as done, and read otherwise now than when they were."""
    last = {mark.interview: mark for mark in state.answers}
    texts = {name: mark.text for name, mark in last.items() if mark.do == "done" and mark.text}
    return tuple(t.interview for t in corpus.transcripts if texts.get(t.interview) not in (None, hash_text(t.text)))


def find_turn(transcript: Transcript, start: int, end: int) -> Turn | None:
    """Return the respondent's turn that holds a passage whole, or None.

    Parameters
    ----------
    transcript : Transcript
        The interview.
    start, end : int
        Half-open code point offsets into its text.

    Returns
    -------
    Turn or None
        None also for an empty passage, and for one that begins in one turn and ends in another.

    Examples
    --------
    >>> turn = Turn(0, "R", "respondent", 3, 11, "P01")
    >>> talk = Transcript("P01_2010", ("P01",), "2010", "R: Ja hoor.", (turn,))
    >>> find_turn(talk, 3, 5) is turn, find_turn(talk, 0, 5)
    (True, None)
    """
    turns = transcript.turns
    at = bisect_right(turns, start, key=lambda turn: turn.start) - 1
    if at < 0 or start >= end or end > turns[at].end or turns[at].role != "respondent":
        return None
    return turns[at]
