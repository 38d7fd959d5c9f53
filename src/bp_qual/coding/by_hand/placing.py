"""What a coder's file says about the interviews as they are now, as tables."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bp_qual.coding.by_hand.anchors import find_anchor, hash_text
from bp_qual.coding.by_hand.events import Event
from bp_qual.coding.by_hand.log import History
from bp_qual.coding.by_hand.replay import State, replay
from bp_qual.coding.codings import CODING_COLUMNS
from bp_qual.transcripts import Corpus, Transcript, Turn

if TYPE_CHECKING:
    import pandas as pd

PLACE_COLUMNS = ("interview", "person", "wave", "turn", "start", "end", "code", "quote")
MEMO_COLUMNS = ("interview", "start", "end", "code", "person", "of", "quote", "note", "at", "id")
LOST_COLUMNS = ("do", "interview", "code", "quote", "why", "at", "id")
_STATUS = {"add": "added", "accept": "accepted", "reject": "rejected", "done": "done"}
GONE, MOVED, NOBODY = "no_interview", "lost_place", "no_respondent"


@dataclass(frozen=True, slots=True, eq=False)
class HandCodings:
    """What one coder coded by hand in a corpus.

    Attributes
    ----------
    coder : str
        Who.
    codings : DataFrame
        The columns of `CODING_COLUMNS`, with status ``human``, and ``id`` and ``at`` of the event.
    decisions : DataFrame
        interview, person, wave, turn, start, end, code, quote, status (``accepted`` or ``rejected``), at, id: what the
        coder decided on hits of a codebook.
    memos : DataFrame
        interview, start, end, code, person, of, quote, note, at, id. One on a passage is found in the text as it is
        now, as codings are; where that cannot be, start and end are -1 and the quote says where it stood.
    units : DataFrame
        interview, person, wave, turn, start, end, code, quote, status (``done``), at, id, sample: the passages that the
        coder finished one by one, such as the units of a sample.
    lost : DataFrame
        do, interview, code, quote, why, at, id: what has no place in the corpus any more. ``why`` is ``no_interview``,
        ``lost_place`` (the text was edited there) or ``no_respondent`` (it stands in nobody's answer).
    state : State
        Everything as it was written, and what is done.
    files : tuple of Path
        The coder's file, and copies of it that a sync client left.
    edited : tuple of str
        Interviews whose transcript was changed after they were marked as done: what is new in it was not looked at.

    Examples
    --------
    >>> nothing = place_codings(History("anna", ()), Corpus((), (), ()))
    >>> len(nothing.codings), nothing.is_done("P01_2010", "a")
    (0, False)
    """

    coder: str
    codings: pd.DataFrame
    decisions: pd.DataFrame
    memos: pd.DataFrame
    units: pd.DataFrame
    lost: pd.DataFrame
    state: State
    files: tuple[Path, ...] = ()
    edited: tuple[str, ...] = ()

    @property
    def memo_of(self) -> dict[tuple[str, int, int, str], str]:
        """What the coder noted on a passage coded or a hit decided on, by interview, start, end and code.

        >>> place_codings(History("anna", ()), Corpus((), (), ())).memo_of
        {}
        """
        placed = [row for table in (self.codings, self.decisions) for row in table.to_dict("records")]
        places = {row["id"]: (row["interview"], row["start"], row["end"], row["code"]) for row in placed}
        notes = [(places.get(e.id), e.note) for e in (*self.state.codings, *self.state.decisions) if e.note]
        memos = self.memos[["interview", "start", "end", "code", "of", "note"]].itertuples(index=False, name=None)
        notes += [(places.get(of, tuple(place)), note) for *place, of, note in memos]
        found: dict[tuple[str, int, int, str], str] = {}
        for place, note in notes:
            if place is not None:
                found[place] = f"{found[place]} · {note}" if place in found else note
        return found

    def is_done(self, interview: str, code: str) -> bool:
        """Return whether the coder finished an interview for a code.

        >>> place_codings(History("anna", ()), Corpus((), (), ())).is_done("P01_2010", "a")
        False
        """
        return self.state.is_done(interview, code)


def place_codings(history: History, corpus: Corpus) -> HandCodings:
    """Find in a corpus, as it is read now, what a coder coded in it.

    Parameters
    ----------
    history : History
        From `read_history`.
    corpus : Corpus
        The interviews.

    Returns
    -------
    HandCodings
        Every coding and decision is either placed, and then its quote is what stands there, or listed as lost.

    Examples
    --------
    >>> said = "R: Wij doen dat samen."
    >>> turn = Turn(0, "R", "respondent", 3, len(said), person="P01")
    >>> corpus = Corpus((Transcript("P01_2010", ("P01",), "2010", said, (turn,)),), ("P01",), ("2010",))
    >>> event = Event("e1", "add", n=1, interview="P01_2010", start=16, end=21, quote="samen", before="Wij doen dat ",
    ...               code="samenwerking")
    >>> place_codings(History("anna", (event,)), corpus).codings[["person", "start", "end", "code", "quote", "coder"]]
      person  start  end          code  quote coder
    0    P01     16   21  samenwerking  samen  anna
    """
    import pandas as pd

    state = replay(history.events)
    texts = {transcript.interview: transcript for transcript in corpus.transcripts}
    rank = {interview: number for number, interview in enumerate(texts)}
    placed: dict[str, list[tuple[object, ...]]] = {"codings": [], "decisions": [], "units": []}
    lost: list[tuple[str, ...]] = []
    for name, events in (("codings", state.codings), ("decisions", state.decisions), ("units", state.units)):
        for event, row, why in _placed(events, texts):
            if row is None:
                lost.append((event.do, event.interview, event.code, event.quote, why, event.at, event.id))
            else:
                placed[name].append((*row, _STATUS[event.do], event.at, event.id))

    def table(rows: list[tuple[object, ...]]) -> pd.DataFrame:
        ordered = sorted(rows, key=lambda row: (rank[str(row[0])], row[4], row[5], row[6], row[-1]))
        frame = pd.DataFrame(ordered, columns=[*PLACE_COLUMNS, "status", "at", "id"])
        return frame.astype({"turn": "int64", "start": "int64", "end": "int64"})

    memos = [_placed_memo(memo, texts, state) for memo in state.memos]
    return HandCodings(
        history.coder,
        _as_codings(table(placed["codings"]), history.coder),
        table(placed["decisions"]),
        pd.DataFrame(memos, columns=list(MEMO_COLUMNS)),
        _with_sample(table(placed["units"]), state.units),
        pd.DataFrame(lost, columns=list(LOST_COLUMNS)),
        state,
        history.files,
        _edited(state, corpus),
    )


def _placed(
    events: Iterable[Event], texts: Mapping[str, Transcript]
) -> Iterator[tuple[Event, tuple[object, ...] | None, str]]:
    """Yield each event with its row (`PLACE_COLUMNS`), or with the reason why it has none."""
    for event in events:
        transcript = texts.get(event.interview)
        anchor = find_anchor(event, transcript.text) if transcript else None
        turn = find_turn(transcript, *anchor) if transcript and anchor else None
        if transcript is None:
            yield event, None, GONE
        elif anchor is None:
            yield event, None, MOVED
        elif turn is None:
            yield event, None, NOBODY
        else:
            place = (turn.index, *anchor, event.code, transcript.text[slice(*anchor)])
            yield event, (event.interview, turn.person, transcript.wave, *place), ""


def _edited(state: State, corpus: Corpus) -> tuple[str, ...]:
    """Return the interviews that are marked as done, and read otherwise now than when they were."""
    last = {mark.interview: mark for mark in state.marks}
    texts = {name: mark.text for name, mark in last.items() if mark.do == "done" and mark.text}
    return tuple(t.interview for t in corpus.transcripts if texts.get(t.interview) not in (None, hash_text(t.text)))


def _placed_memo(memo: Event, texts: Mapping[str, Transcript], state: State) -> tuple[object, ...]:
    """Return the row of a memo (`MEMO_COLUMNS`); one on a coding stands where the coding does."""
    by_id = {event.id: event for event in (*state.codings, *state.decisions)} if memo.of else {}
    about = by_id.get(memo.of, memo)
    start, end = about.start, about.end
    if about.quote:
        transcript = texts.get(about.interview)
        start, end = (find_anchor(about, transcript.text) if transcript else None) or (-1, -1)
    return (about.interview, start, end, about.code, memo.person, memo.of, about.quote, memo.note, memo.at, memo.id)


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


def _with_sample(units: pd.DataFrame, events: Iterable[Event]) -> pd.DataFrame:
    samples = {event.id: event.note for event in events}
    return units.assign(sample=[samples[name] for name in units["id"]])


def _as_codings(table: pd.DataFrame, coder: str) -> pd.DataFrame:
    codings = table.assign(term="", kind="", negated=False, cue="", prompted=False, coder=coder, status="human")
    return codings[[*CODING_COLUMNS, "at", "id"]]
