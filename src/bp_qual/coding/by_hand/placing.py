"""What a coder's file says about the interviews as they are now, as tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bp_qual.coding.by_hand.events import SUGGESTED, Event
from bp_qual.coding.by_hand.log import History
from bp_qual.coding.by_hand.replay import State
from bp_qual.coding.by_hand.standing import Memo, PlacedEvent, find_standing
from bp_qual.coding.codings import CODING_COLUMNS
from bp_qual.transcripts import Corpus

if TYPE_CHECKING:
    import pandas as pd

PLACE_COLUMNS = ("interview", "person", "wave", "turn", "start", "end", "code", "quote")
MEMO_COLUMNS = ("interview", "start", "end", "code", "person", "of", "quote", "note", "at", "id")
LOST_COLUMNS = ("do", "interview", "code", "quote", "why", "at", "id")
STATUS_OF = {"add": "added", "accept": "accepted", "reject": "rejected", "done": "done"}


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
        coder decided on hits of a codebook (`on_hits`), and of proposals those that were no (`declined`).
    memos : DataFrame
        interview, start, end, code, person, of, quote, note, at, id. One on a passage is found in the text as it is
        now, as codings are; where that cannot be, start and end are -1 and the quote says where it stood.
    units : DataFrame
        interview, person, wave, turn, start, end, code, quote, status (``done``), at, id, sample: the passages that the
        coder finished one by one, such as the units of a sample; one that was finished for several samples, or one
        after the other for several codes, has a row for each.
    lost : DataFrame
        do, interview, code, quote, why, at, id: what has no place in the corpus any more. ``why`` is ``no_interview``,
        ``lost_place`` (its words are no longer there), ``unsure_place`` (they are, and which is meant cannot be said)
        or ``no_respondent`` (it stands in nobody's answer).
    state : State
        Everything as it was written, and what is done.
    files : tuple of Path
        The coder's file, and copies of it that a sync client left.
    edited : tuple of str
        Interviews whose transcript was changed after they were marked as done: what is new in it was not looked at.
    was : mapping of str to str
        The code that was written, by the id of the event, where the codebook has renamed or merged it since.
    settled : tuple of PlacedEvent
        Of `agreed`: what coders decided together, each on a passage and a code on which they differed.
    renamed : mapping of str to str
        What interviews are called now that were called otherwise when something was done there (`follow_texts`).
    open : frozenset of tuple of str
        Of `agreed`: interviews and codes on which coders differ and that they did not settle.

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
    was: Mapping[str, str] = field(default_factory=dict)
    settled: tuple[PlacedEvent, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)
    open: frozenset[tuple[str, str]] = frozenset()

    @property
    def on_hits(self) -> pd.DataFrame:
        """What the coder decided on hits: the decisions without those on proposals.

        >>> len(place_codings(History("anna", ()), Corpus((), (), ())).on_hits)
        0
        """
        return self.decisions[~self.decisions["id"].str.startswith(SUGGESTED)]

    @property
    def declined(self) -> pd.DataFrame:
        """What was proposed to the coder (`suggest_passages`) and is not its code.

        >>> len(place_codings(History("anna", ()), Corpus((), (), ())).declined)
        0
        """
        return self.decisions[self.decisions["id"].str.startswith(SUGGESTED)]

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


def ids_at(table: pd.DataFrame, interview: str, start: int, end: int, code: str) -> list[str]:
    """Return the ids of codings or decisions of a code that overlap a place.

    Parameters
    ----------
    table : DataFrame
        Codings or decisions of a `HandCodings`.
    interview : str
        Which interview.
    start, end : int
        Half-open offsets in its text.
    code : str
        Which code.

    Returns
    -------
    list of str

    Examples
    --------
    >>> ids_at(codings.assign(id="e1"), "P01_2010", 24, 26, "money")
    ['e1']
    """
    rows = table[(table["interview"] == interview) & (table["code"] == code)]
    return [str(name) for name in rows[(rows["start"] < end) & (rows["end"] > start)]["id"].tolist()]


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
    >>> from bp_qual.transcripts import Transcript, Turn
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

    standing = find_standing(history, corpus)
    rank = {transcript.interview: number for number, transcript in enumerate(corpus.transcripts)}
    state = standing.state
    lost = [(e.do, e.interview, e.code, e.quote, why, e.at, e.id) for e, why in standing.lost]
    return HandCodings(
        history.coder,
        _as_codings(_table(standing.codings, rank), history.coder),
        _table(standing.decisions, rank),
        pd.DataFrame([_memo_row(memo) for memo in standing.memos], columns=list(MEMO_COLUMNS)),
        _with_sample(_table(standing.units, rank), state.units),
        pd.DataFrame(lost, columns=list(LOST_COLUMNS)),
        state,
        history.files,
        standing.edited,
        history.was,
        standing.settled,
        standing.renamed,
    )


def _table(passages: Sequence[PlacedEvent], rank: Mapping[str, int]) -> pd.DataFrame:
    """Return passages as a table, in the order of the study."""
    import pandas as pd

    rows = [(*_row(passage), STATUS_OF[passage.event.do], passage.event.at, passage.event.id) for passage in passages]
    rows.sort(key=lambda row: (rank[row[0]], row[4], row[5], row[6], row[-1]))
    frame = pd.DataFrame(rows, columns=[*PLACE_COLUMNS, "status", "at", "id"])
    return frame.astype({"turn": "int64", "start": "int64", "end": "int64"})


def _row(passage: PlacedEvent) -> tuple[str, str, str, int, int, int, str, str]:
    """Return where a passage stands, as `PLACE_COLUMNS` has it."""
    interview, code, start, end = passage.where
    return (interview, passage.person, passage.wave, passage.turn, start, end, code, passage.quote)


def _memo_row(memo: Memo) -> tuple[object, ...]:
    """Return a memo as `MEMO_COLUMNS` has it."""
    event, about = memo.event, memo.about
    place = (about.interview, memo.start, memo.end, about.code, event.person)
    return (*place, event.of, about.quote, event.note, event.at, event.id)


def _with_sample(units: pd.DataFrame, events: Iterable[Event]) -> pd.DataFrame:
    samples = {event.id: event.note for event in events}
    return units.assign(sample=[samples[name] for name in units["id"]])


def _as_codings(table: pd.DataFrame, coder: str) -> pd.DataFrame:
    codings = table.assign(term="", kind="", negated=False, cue="", prompted=False, coder=coder, status="human")
    return codings[[*CODING_COLUMNS, "at", "id"]]
