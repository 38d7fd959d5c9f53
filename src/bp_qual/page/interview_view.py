"""One interview as the page shows it: its turns, and what the codebook and the coder found in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from bp_qual.coding.by_hand.anchors import hash_text
from bp_qual.coding.by_hand.placing import STATUS_OF
from bp_qual.coding.by_hand.standing import PlacedEvent, Standing
from bp_qual.page.desk import Desk
from bp_qual.page.start_view import how_finished
from bp_qual.page.turn_views import TurnView
from bp_qual.study.confirming import Outdated, find_outdated
from bp_qual.transcripts import Transcript

_OF_HIT = ("turn", "start", "end", "code", "quote", "term", "kind", "cue", "negated", "prompted")


@dataclass(frozen=True, slots=True)
class PageMark:
    """A passage that is coded: a hit of the codebook (`by` is ``codebook``) or a coding of the coder.

    Attributes
    ----------
    id : str
        Of a coding, its event; of a hit, its place and code.
    interview : str
        The id of the interview.
    by, status : str
        ``codebook`` or ``coder``; of a hit ``auto``, ``accepted`` or ``rejected``, of a coding ``human``.
    turn, start, end : int
        Where.
    code, quote : str
        What.
    term, kind, cue : str
        Of a hit: the term that found it, the kind of the term, and the word that denies it.
    negated, prompted : bool
        Of a hit.
    saved_at : str
        Of a coding or a decision: when.
    decision : str
        The event of the decision on a hit.

    Examples
    --------
    >>> PageMark("e1", "P01_2010", "coder", "human", 1, 3, 8, "a", "samen").by
    'coder'
    """

    id: str
    interview: str
    by: str
    status: str
    turn: int
    start: int
    end: int
    code: str
    quote: str
    term: str = ""
    kind: str = ""
    cue: str = ""
    negated: bool = False
    prompted: bool = False
    saved_at: str = ""
    decision: str = ""


@dataclass(frozen=True, slots=True)
class OtherInterview:
    """Another interview with one of the same persons.

    >>> OtherInterview("P01_2020", "2020", ("P01",)).wave
    '2020'
    """

    interview: str
    wave: str
    persons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LostCoding:
    """A coding or decision that has no place in the interviews as they are now.

    >>> LostCoding("e1", "add", "a", "samen", "lost_place").why
    'lost_place'
    """

    id: str
    do: str
    code: str
    quote: str
    why: str


@dataclass(frozen=True, slots=True)
class InterviewView:
    """An interview with everything that is marked in it.

    `text` says which text it is (`hash_text`), `read_anew` that its file was edited since the study was opened,
    `edited` that it was marked as done before it was edited, `unreadable` why its file cannot be read now, `outdated`
    what was done before its code was redefined, and `no_audio` why there is no `audio` where interviews.csv names one.

    >>> InterviewView("P01_2010", ("P01",), "2010", "", "nl", (), (), False, (), ()).marks
    ()
    """

    interview: str
    persons: tuple[str, ...]
    wave: str
    date: str
    language: str
    turns: tuple[TurnView, ...]
    marks: tuple[PageMark, ...]
    done: bool
    others: tuple[OtherInterview, ...]
    lost: tuple[LostCoding, ...]
    audio: bool = False
    events: int = 0
    done_but_for: tuple[str, ...] = ()
    text: str = ""
    read_anew: bool = False
    edited: bool = False
    unreadable: str = ""
    outdated: tuple[Outdated, ...] = ()
    no_audio: str = ""


def describe_interview(desk: Desk, interview: str, language: str = "en") -> InterviewView:
    """Return an interview as the page shows it.

    Parameters
    ----------
    desk : Desk
        The study.
    interview : str
        The id of the interview.
    language : str
        Language of what is wrong with its file.

    Returns
    -------
    InterviewView
        Marks in the order of the text; the coder's own, the codebook's, and what was decided on the latter.

    Raises
    ------
    ValueError
        Where there is no such interview.

    Examples
    --------
    >>> view = describe_interview(desk, "P01_2020")
    >>> [(mark.quote, mark.term, mark.status) for mark in view.marks], [other.wave for other in view.others]
    ([('money', 'money', 'auto'), ('neighbours', 'neighbour', 'auto')], ['2010'])
    """
    transcript = desk.transcript(interview)
    events = len(desk.history_of(interview).events)  # before the marks: what comes in between is news
    (standing,) = desk.standing_in(interview)
    no_audio = desk.no_recordings.get(interview)
    done, done_but_for = how_finished(desk, interview)
    return InterviewView(
        interview,
        transcript.persons,
        transcript.wave,
        transcript.date,
        transcript.language,
        desk.turns_of(interview),
        collect_marks(desk, interview),
        done,
        _others(desk, transcript),
        tuple(LostCoding(event.id, event.do, event.code, event.quote, why) for event, why in standing.lost),
        interview in desk.recordings,
        events,
        done_but_for,
        hash_text(transcript.text),
        interview in desk.read_anew,
        bool(standing.edited),
        desk.files.why_unreadable(interview, language),
        find_outdated([standing.state], desk.codebook),
        "" if no_audio is None or interview in desk.recordings else no_audio.say(language),
    )


def collect_marks(desk: Desk, *interviews: str, codes: Collection[str] | None = None) -> tuple[PageMark, ...]:
    """Return what is marked in some interviews, each in the order of its text.

    Parameters
    ----------
    desk : Desk
        The study.
    *interviews : str
        The ids of the interviews; all if none is named.
    codes : collection of str, optional
        Only of these codes.

    Returns
    -------
    tuple of PageMark
    """
    names = interviews or desk.interviews
    marks: list[PageMark] = []
    for name, standing in zip(names, desk.standing_in(*names), strict=True):
        own = (_coding(passage) for passage in standing.codings if codes is None or passage.event.code in codes)
        marks += sorted([*_hits(desk, name, standing, codes), *own], key=_in_text)
    return tuple(marks)


def _in_text(mark: PageMark) -> tuple[int, int, str, str]:
    return (mark.start, mark.end, mark.code, mark.id)


def _hits(desk: Desk, interview: str, standing: Standing, codes: Collection[str] | None) -> Iterator[PageMark]:
    """Yield the codebook's hits in an interview, each with what the coder decided on it."""
    table = desk.hits_of.get(interview)
    if table is None:
        return
    if codes is not None:
        table = table[table["code"].isin(codes)]
    decided = {passage.where: passage.event for passage in standing.decisions}
    for row in table[list(_OF_HIT)].itertuples(index=False):
        event = decided.get((interview, row.code, row.start, row.end))
        status, at, decision = (STATUS_OF[event.do], event.at, event.id) if event else ("auto", "", "")
        yield PageMark(
            f"{interview}:{row.start}:{row.end}:{row.code}", interview, "codebook", status, row.turn, row.start,
            row.end, row.code, row.quote, row.term, row.kind, row.cue, bool(row.negated), bool(row.prompted), at,
            decision,
        )  # fmt: skip


def _coding(passage: PlacedEvent) -> PageMark:
    event, (interview, code, start, end) = passage.event, passage.where
    return PageMark(
        event.id, interview, "coder", "human", passage.turn, start, end, code, passage.quote, saved_at=event.at
    )


def _others(desk: Desk, transcript: Transcript) -> tuple[OtherInterview, ...]:
    shared = set(transcript.persons)
    return tuple(
        OtherInterview(other.interview, other.wave, other.persons)
        for other in desk.corpus.transcripts
        if other is not transcript and shared & set(other.persons)
    )
