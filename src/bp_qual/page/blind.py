"""Coding blind: passages in random order, without anything that says whose they are, when they were said, or what the
codebook or anybody else found in them.

The browser gets a passage by a number that means nothing, with offsets that begin in it; only here they become places
in an interview again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bp_qual.coding.by_hand import Event, History
from bp_qual.coding.judgements import finished_passages
from bp_qual.page.desk import Desk
from bp_qual.page.interview_view import InterviewView, PageMark
from bp_qual.page.notes_view import Deed, MemoView, News, list_memos, list_news, subject_of, tell_deeds
from bp_qual.page.outcomes import Outcome, Refusal, say_why
from bp_qual.page.start_view import how_finished
from bp_qual.page.turn_views import TurnView, describe_piece
from bp_qual.study.row_events import whole_number
from bp_qual.study.sample_units import SampleUnit, blind_key
from bp_qual.transcripts import Transcript
from bp_qual.transcripts.speech import find_words
from bp_qual.validation.masking import mask_times
from bp_qual.validation.shown_masked import MASKED, UNMASKED
from bp_qual.wording import Remark, Wording

_DEEDS = ("add", "remove", "memo", "done", "undone", "undo")


@dataclass(frozen=True, slots=True)
class UnitState:
    """How far the coding of one passage is; it is done once it is for every code.

    >>> UnitState("4f1c", 2, True).coded
    2
    """

    id: str
    coded: int
    done: bool


@dataclass(frozen=True, slots=True)
class BlindStart:
    """All passages in the order in which they are shown, and the one to go on with; empty where all are done.

    >>> BlindStart("anna", (UnitState("4f1c", 2, True),), "").coder
    'anna'
    """

    coder: str
    units: tuple[UnitState, ...]
    next: str
    read_only: str = ""


class BlindDesk:
    """A study that one coder codes without knowing whose words they are.

    Parameters
    ----------
    desk : Desk
        The study.
    sample : sequence of SampleUnit, optional
        The passages; every answer of a respondent if not given.
    name : str
        Name of the sample.
    mask : bool
        Blot out years and ages.

    Examples
    --------
    >>> import tempfile
    >>> from pathlib import Path
    >>> from bp_qual.matching import index_corpus
    >>> from bp_qual.study import Study
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     blind = BlindDesk(Desk(Study(Path(folder)), index_corpus(corpus), codebook, "anna"))
    ...     start = blind.describe_start()
    ...     view = blind.describe_unit(start.next)
    ...     len(start.units), view.persons, view.wave, view.marks
    (2, (), '', ())
    """

    def __init__(
        self, desk: Desk, sample: Iterable[SampleUnit] | None = None, *, name: str = "", mask: bool = False
    ) -> None:
        self.desk, self.name, self.is_sample, self.mask = desk, name, sample is not None, mask
        desk.follows_files = False  # the passages are places in the interviews as they were when they were chosen
        units = _every_answer(desk) if sample is None else [unit for unit in sample if unit.is_for(desk.coder)]
        keyed = {blind_key(desk.coder, unit): unit for unit in units}
        self.units = {key: keyed[key] for key in sorted(keyed)}

    def describe_start(self, language: str = "en") -> BlindStart:
        """Return how far the coding is; `language` is that of why nothing can be saved, if so."""
        hand, left = self.desk.hand, self._left()
        codings: dict[str, list[int]] = {}
        for interview, start in zip(hand.codings["interview"], hand.codings["start"], strict=True):
            codings.setdefault(interview, []).append(start)
        states = tuple(
            UnitState(
                key,
                sum(unit.start <= start < unit.end for start in codings.get(unit.interview, ())),
                left.get((unit.interview, unit.start, unit.end)) == (),
            )
            for key, unit in self.units.items()
        )
        following = next((state.id for state in states if not state.done), "")
        return BlindStart(self.desk.coder, states, following, self.desk.say_read_only(language))

    def describe_unit(self, key: str) -> InterviewView:
        """Return a passage as the page shows an interview, with the question before it.

        Parameters
        ----------
        key : str
            The key of the passage.

        Raises
        ------
        ValueError
            Where there is none.
        """
        unit = self._unit(key)
        pieces, own = _pieces(self.desk.transcript(unit.interview), unit)
        shift = pieces[own].start - unit.start
        if self.mask:
            pieces = tuple(replace(piece, text=mask_times(piece.text)) for piece in pieces)
        hand = self.desk.hand
        here = hand.codings[
            (hand.codings["interview"] == unit.interview)
            & (hand.codings["start"] >= unit.start)
            & (hand.codings["end"] <= unit.end)
        ]
        marks = tuple(
            PageMark(row.id, key, "coder", "human", own, row.start + shift, row.end + shift, row.code,
                 mask_times(row.quote) if self.mask else row.quote,
                 saved_at=row.at)
            for row in here.itertuples()
        )  # fmt: skip
        language = self.desk.transcript(unit.interview).language
        left = self._left().get((unit.interview, unit.start, unit.end))
        events = len(self._history_in(unit).events)
        return InterviewView(
            key, (), "", "", language, pieces, marks, left == (), (), (), events=events, done_but_for=left or ()
        )

    def list_news(self, key: str, seen: int, language: str = "en") -> News:
        """Return what was done in a passage after the first `seen` events, which codebook it is now, and what changed.

        Which interview was edited is not said: its name tells whose words the passage holds.

        Parameters
        ----------
        key : str
            The key of the passage; "" is what is about none.
        seen : int
            How many events of it somebody has seen.
        language : str
            Language of what changed.

        Returns
        -------
        News
        """
        self.desk.renew_codebook()
        news = list_news(self._history_in(self._unit(key)), seen) if key else News(0, ())
        talk = (Wording(language)("hand_some_talk"),) if self.desk.files.is_any_talk_changed() else ()
        return replace(news, codebook=self.desk.codebook.coder, restart=talk + self.desk.files.changed_inputs())

    def list_events(self, key: str) -> tuple[Deed, ...]:
        """Return what the coder did in a passage, and the memos on codes and on the study, newest first."""
        deeds = tell_deeds(self.desk, self._history_in(self._unit(key)), ("",))
        shown = mask_times if self.mask else str
        return tuple(replace(deed, interview=key, quote=shown(deed.quote), note="") for deed in deeds)

    def _history_in(self, unit: SampleUnit) -> History:
        """Return what the coder did in a passage, and what undid that."""
        here: dict[str, Event] = {}
        history = self.desk.history_of(unit.interview)
        for event in history.events:
            if event.of in here or (unit.start <= event.start < event.end <= unit.end):
                here[event.id] = event
        return replace(history, events=tuple(here.values()))

    def list_memos(self) -> tuple[MemoView, ...]:
        """Return the coder's memos on these passages, on codes and on the study."""
        shown = []
        for memo in list_memos(self.desk):
            if not memo.interview and not memo.person:
                shown.append(memo)
            for key, unit in self.units.items():
                if memo.interview == unit.interview and unit.start <= memo.start < unit.end:
                    shown.append(replace(memo, interview=key, start=0, end=0))
        return tuple(shown)

    def save(self, rows: Iterable[Mapping[str, object]], codebook: str, language: str = "en") -> Outcome:
        """Save what the coder did in these passages.

        Parameters
        ----------
        rows : iterable of mapping
            As `Desk.save` takes them, with the key of a passage for the interview and offsets as it was shown with.
        codebook : str
            The codebook that the coder was looking at.
        language : str
            Language of why something is refused.

        Returns
        -------
        Outcome
            With reasons that tell nothing of whose words they are.
        """
        own: list[Mapping[str, object]] = []
        refused: list[Refusal] = []
        for row in rows:
            try:
                own.append(self._place(row, language))
            except (ValueError, TypeError) as error:
                refused.append(Refusal(str(row.get("id", "")), say_why(error, language)))
        outcome = self.desk.save(own, codebook, language)
        if not self.is_sample:
            self._close_interviews(own)
        code_of = {str(row.get("id")): str(row.get("code", "")) for row in own}
        refused += [self._tell_little(refusal, code_of[refusal.id], language) for refusal in outcome.refused]
        return Outcome(outcome.saved, tuple(refused))

    def _tell_little(self, refusal: Refusal, code: str, language: str) -> Refusal:
        """Return a refusal with a reason that names no interview: that the code is not there, or else the place."""
        is_gone = bool(code) and code not in self.desk.codebook.ids
        return refusal if is_gone else Refusal(refusal.id, Wording(language)("hand_not_in_passage"))

    def _place(self, row: Mapping[str, object], language: str) -> Mapping[str, object]:
        """Return a row with its place in the interview."""
        do = str(row.get("do"))
        if do not in _DEEDS or row.get("person"):
            raise ValueError(Remark("not done blind", values={"do": do}))
        if not row.get("interview"):
            return row
        unit = self._unit(str(row["interview"]))
        if do in ("done", "undone") or (do == "memo" and "start" not in row):
            told = {} if do == "memo" else {"note": self.name, "form": MASKED if self.mask else UNMASKED}
            return {**row, "interview": unit.interview, "start": unit.start, "end": unit.end, **told}
        pieces, own = _pieces(self.desk.transcript(unit.interview), unit)
        shift = unit.start - pieces[own].start
        start, end = (whole_number(row, name) + shift for name in ("start", "end"))
        if not unit.start <= start < end <= unit.end:
            raise ValueError(Wording(language)("hand_not_in_passage"))
        return {**row, "interview": unit.interview, "start": start, "end": end}

    def _close_interviews(self, rows: Iterable[Mapping[str, object]]) -> None:
        """Mark an interview as done once every answer in it is, and open it again where one is opened."""
        events = {event.id: event for event in self.desk.history.events}
        subjects = ((row, subject_of(events[str(row["id"])], events)) for row in rows if str(row["id"]) in events)
        touched = {about.interview: str(row["id"]) for row, about in subjects if about.do in ("done", "undone")}
        if not touched:
            return
        codes = self._left()
        left = {u.interview for u in self.units.values() if codes.get((u.interview, u.start, u.end)) != ()}
        more = [
            {"id": f"{cause}-whole", "do": "undone" if interview in left else "done", "interview": interview}
            for interview, cause in touched.items()
            if (interview in left) == how_finished(self.desk, interview)[0]
        ]
        self.desk.save(more, self.desk.codebook.coder)

    def _left(self) -> dict[tuple[str, int, int], tuple[str, ...]]:
        """Return the codes for which the coder did not finish a passage, of each that is finished for any."""
        hand, codes = self.desk.hand, self.desk.codebook.ids
        parts = finished_passages(hand, self.desk.codebook)
        places = zip(*(hand.units[column].tolist() for column in ("interview", "start", "end")), strict=True)
        return {
            place: tuple(code for code in codes if place[1:] not in parts.get((place[0], code), ()))
            for place in set(places)
        }

    def _unit(self, key: str) -> SampleUnit:
        if key not in self.units:
            raise ValueError(Remark("no such unit"))
        return self.units[key]


def _every_answer(desk: Desk) -> list[SampleUnit]:
    return [
        SampleUnit("", transcript.interview, turn.start, turn.end)
        for transcript in desk.corpus.transcripts
        for turn in transcript.turns
        if turn.role == "respondent" and len(find_words(transcript.text, turn.start, turn.end))
    ]


def _pieces(transcript: Transcript, unit: SampleUnit) -> tuple[tuple[TurnView, ...], int]:
    """Return what is shown: the question, and the whole answer in pieces; and which piece is the passage."""
    at = bisect_right(transcript.turns, unit.start, key=lambda turn: turn.start) - 1
    turn = transcript.turns[at]
    spans = [(turn.start, unit.start, "other"), (unit.start, unit.end, "respondent"), (unit.end, turn.end, "other")]
    if at and transcript.turns[at - 1].role == "interviewer":
        spans.insert(0, (transcript.turns[at - 1].start, transcript.turns[at - 1].end, "interviewer"))
    spans = [span for span in spans if transcript.text[span[0] : span[1]].strip()]
    pieces: list[TurnView] = []
    shown = 0
    for number, (start, end, role) in enumerate(spans):
        pieces.append(describe_piece(transcript, start, end, index=number, role=role, shown_from=shown))
        shown += end - start
    return tuple(pieces), next(number for number, span in enumerate(spans) if span[2] == "respondent")
