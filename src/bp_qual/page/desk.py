"""A desk: a study that is open for coding by one coder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from bp_qual.codebook import Codebook, read_codebook
from bp_qual.coding import apply_codebook
from bp_qual.coding.by_hand import CoderLog, Event, HandCodings, History, place_codings
from bp_qual.coding.by_hand.by_interview import StandingByInterview, only_of
from bp_qual.coding.by_hand.log import HistoryReader
from bp_qual.coding.by_hand.standing import Standing
from bp_qual.coding.combining import combine_codings, own_hits, places_of
from bp_qual.coding.counting import Count
from bp_qual.errors import CodebookError
from bp_qual.matching import TalkIndex, index_corpus
from bp_qual.page.code_colours import CodeColours
from bp_qual.page.outcomes import OtherCodebookError, Outcome, Refusal, say_why
from bp_qual.page.seen_files import Signature, signature_of
from bp_qual.page.talk_files import TalkFiles
from bp_qual.page.turn_views import TurnView, describe_turns
from bp_qual.quotes.sentences import Sentences
from bp_qual.study.copies import keep_daily_copy
from bp_qual.study.known_subjects import KnownSubjects, is_same_event, known_subjects, refuse_unknown, under_codes_now
from bp_qual.study.row_events import PASSAGES, make_event
from bp_qual.study.study_folder import Study
from bp_qual.study.study_inputs import read_inputs
from bp_qual.transcripts import Transcript
from bp_qual.transcripts.corpus import count_turn_words
from bp_qual.wording import Remark, Wording
from bp_qual.wording.guesses import did_you_mean

if TYPE_CHECKING:
    import pandas as pd


class Desk:
    """A study open for coding by one coder.

    Parameters
    ----------
    study : Study
        The study.
    index : TalkIndex
        Its interviews, from `index_corpus`.
    codebook : Codebook
        What is coded with.
    coder : str
        Who codes.

    Examples
    --------
    >>> import tempfile
    >>> from bp_qual.codebook import Code
    >>> from bp_qual.matching import index_corpus
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     desk = Desk(Study(Path(folder)), index_corpus(corpus), codebook, "anna")
    ...     outcome = desk.save([{"id": "e1", "do": "memo", "note": "Begin here."}], desk.codebook.coder)
    ...     outcome.saved, desk.hand.memos["note"].tolist()
    (('e1',), ['Begin here.'])
    """

    def __init__(self, study: Study, index: TalkIndex, codebook: Codebook, coder: str) -> None:
        self.study, self.coder = study, coder
        self._lock = RLock()
        self.files = TalkFiles(study, index.corpus.transcripts)
        self.read_anew: set[str] = set()
        self.follows_files = True
        self._seen = signature_of(study.folder / "codings")
        self._reader = HistoryReader(study.folder, coder)
        self._written = self._reader.read()
        self.log = CoderLog(study.folder, coder, self._reader)
        self._book_file: Signature = ()
        self.colours = CodeColours(study.folder / "codings")
        self._take_talk(index, codebook)
        self.recordings = {i.id: i.audio for i in study.interviews if i.audio is not None}
        self.no_recordings = {i.id: i.no_audio for i in study.interviews if i.no_audio is not None}
        for interview in self.interviews:  # what the first page shows is counted while the study is opened
            self.standing_in(interview)
            self.words_of(interview)

    def _take_talk(self, index: TalkIndex, codebook: Codebook) -> None:
        """Take over interviews, and find in them what the codebook finds and where the coder's work stands."""
        self.index, self.corpus = index, index.corpus
        self.sentences = Sentences(self.corpus)
        self._standing = StandingByInterview(self.corpus)
        self._turns: dict[str, tuple[TurnView, ...]] = {}
        self._words: dict[str, int] = {}
        self._interviews = {transcript.interview: transcript for transcript in self.corpus.transcripts}
        self.interviews = tuple(self._interviews)
        self._take_codebook(codebook)

    def transcript(self, interview: str) -> Transcript:
        """Return an interview by its id; nothing is ever opened by that name.

        Raises
        ------
        ValueError
            Where there is none.
        """
        if interview not in self._interviews:
            guess = did_you_mean(interview, self._interviews, "there are")
            raise ValueError(Remark("no such interview", values={"name": interview, "guess": guess}))
        return self._interviews[interview]

    def interviews_with(self, person: str) -> tuple[str, ...]:
        """Return the ids of the interviews with a person."""
        return tuple(transcript.interview for transcript in self.corpus.transcripts if person in transcript.persons)

    def turns_of(self, interview: str) -> tuple[TurnView, ...]:
        """Return the turns of an interview, found once."""
        if interview not in self._turns:
            self._turns[interview] = describe_turns(self.transcript(interview))
        return self._turns[interview]

    def words_of(self, interview: str) -> int:
        """Return how many words the respondents of an interview said, counted once."""
        if interview not in self._words:
            transcript = self.transcript(interview)
            counts = zip(transcript.turns, count_turn_words(transcript).tolist(), strict=True)
            self._words[interview] = sum(count for turn, count in counts if turn.role == "respondent")
        return self._words[interview]

    @property
    def history(self) -> History:
        """Everything that the coder did, also in another window or by another program."""
        with self._lock:
            now = signature_of(self.study.folder / "codings")
            if now != self._seen:
                self._written = self._reader.read()
                self._seen = now
                self._take_history()
            return self._history

    def _take_history(self) -> None:
        """Take over what the coder did, under the codes that the codebook has now."""
        self._history = self._written.under(self.codebook)
        self._standing.take(self._history)
        self._hand: HandCodings | None = None

    def standing_in(self, *interviews: str) -> tuple[Standing, ...]:
        """Return what the coder did in each of some interviews, found anew only where something was done since.

        Parameters
        ----------
        *interviews : str
            Their ids; "" is what is about no interview.

        Returns
        -------
        tuple of Standing
        """
        with self._lock:
            _ = self.history
            return tuple(map(self._standing.of, interviews))

    def history_of(self, *interviews: str) -> History:
        """Return what the coder did in some interviews."""
        with self._lock:
            _ = self.history
            return self._standing.history_of(interviews)

    @property
    def interviews_touched(self) -> tuple[str, ...]:
        """The interviews in which the coder did anything, also those that are no more; "" is about none of them."""
        with self._lock:
            _ = self.history
            return self._standing.parts

    @property
    def hand(self) -> HandCodings:
        """What the coder coded, as it stands in the interviews now."""
        with self._lock:
            history = self.history
            if self._hand is None:
                self._hand = place_codings(history, self.corpus)
            return self._hand

    def reviewed(self, code: str, person: str = "", *, count: Count = "reviewed") -> pd.DataFrame:
        """Return the codings of one code as they count once the coder is done.

        Parameters
        ----------
        code : str
            A code of the codebook; those below it count for it.
        person : str
            In whose interviews; everybody's if empty.
        count : {"reviewed", "human"}
            Whether the codebook's hits count too.

        Returns
        -------
        DataFrame
            The hits not rejected, and the coder's own.
        """
        names = self.interviews_with(person) if person else self.interviews
        codes = {code, *self.codebook.descendants(code)}
        with self._lock:
            done = only_of(self.history_of(*names), codes)
            corpus = replace(self.corpus, transcripts=tuple(map(self.transcript, names)))
            auto = self.codings[self.codings["code"].isin(codes)]
        auto = auto[auto["interview"].isin(names)] if person else auto
        codings = combine_codings(auto, place_codings(done, corpus), corpus, self.codebook, count=count).codings
        return codings[codings["code"] == code]

    def say_read_only(self, language: str) -> str:
        """Return why nothing can be saved now, in English (`en`) or Dutch (`nl`); empty where it can."""
        refusal = self.log.refusal()
        return "" if refusal is None else refusal.problems[0].say(language)

    def save(self, rows: Iterable[Mapping[str, object]], codebook: str, language: str = "en") -> Outcome:
        """Save what the coder did; when this returns it survives a crash.

        Parameters
        ----------
        rows : iterable of mapping
            As `write_coding` takes them, each with ``id`` and ``do``; ``text`` is what the coder was looking at, where
            it is known (`hash_text`). What was coded in a text that was edited since is kept with its place there.
        codebook : str
            The codebook that the coder was looking at (`Codebook.coder`).
        language : str
            Language of why something is refused.

        Returns
        -------
        Outcome
            What was saved before counts as saved, once; something else with the id of it is refused.

        Raises
        ------
        OtherCodebookError
            Where a passage is to be coded and the codebook has changed since; nothing was saved.
        StoreError
            Where the disk refuses; nothing was saved.
        """
        rows = list(rows)
        with self._lock:
            self.renew_codebook()
            self.renew_talks(*{str(row.get("interview", "")) for row in rows})
            if codebook != self.codebook.coder and any(row.get("do") in (*PASSAGES, "fits") for row in rows):
                raise OtherCodebookError(self.codebook.coder)
            events: list[Event] = []
            refused: list[Refusal] = []
            there = {event.id: event for event in self.history.events}
            known = self._known(there.keys())
            for row in rows:
                try:
                    row = under_codes_now(row, self.codebook)
                    refuse_unknown(row, str(row.get("do")), known, language)
                    seen = self.files.as_seen(row, self.corpus, language)
                    event = make_event(row, str(row.get("do")), seen, self.codebook)
                    if event.id in there and not is_same_event(there[event.id], event, self.codebook):
                        raise ValueError(Wording(language)("hand_other_event", name=event.id))
                except (ValueError, TypeError) as error:
                    refused.append(Refusal(str(row.get("id", "")), say_why(error, language)))
                else:
                    events.append(event)
                    there[event.id] = event  # what comes after it may be about it
            self.log.append(events)
            self.colours.keep()
            return Outcome(tuple(event.id for event in events), tuple(refused))

    def _known(self, events: Collection[str]) -> KnownSubjects:
        return replace(
            known_subjects(self.study, self.corpus, self.codebook, events=events), interviews=self.interviews
        )

    def renew_talks(self, *interviews: str) -> bool:
        """Read interviews again whose file was edited since, and return whether there were any.

        Parameters
        ----------
        *interviews : str
            Their ids; all if none is named.

        Returns
        -------
        bool
        """
        with self._lock:
            names = [name for name in interviews or self.interviews if name in self._interviews]
            changed = self.files.read_changed(map(self.transcript, names)) if self.follows_files else ()
            if not changed:
                return False
            now = {talk.interview: talk for talk in changed}
            self.read_anew.update(now)
            talks = tuple(now.get(talk.interview, talk) for talk in self.corpus.transcripts)
            self._take_talk(index_corpus(replace(self.corpus, transcripts=talks)), self.codebook)
            return True

    def renew_codebook(self) -> bool:
        """Read the codebook again if its file changed, and return whether it means something else now.

        A file that cannot be read at this moment, because somebody is editing it, changes nothing.
        """
        file = self.study.codebook
        with self._lock:
            if file is None or signature_of(file) == self._book_file:
                return False
            try:
                codebook = read_codebook(file)
            except CodebookError:
                return False
            changed = codebook.coder != self.codebook.coder
            self._take_codebook(codebook)
            return changed

    def _take_codebook(self, codebook: Codebook) -> None:
        self._book_file = signature_of(self.study.codebook) if self.study.codebook else ()
        self.codebook = codebook
        self._take_history()
        self.colours.take(codebook)
        self.codings = apply_codebook(codebook, self.index, model=self.study.model)
        self.hits = own_hits(self.codings, codebook).reset_index(drop=True)
        self.places = frozenset(places_of(self.codings))
        self.terms_hit = dict(zip(places_of(self.hits), self.hits["term"].tolist(), strict=True))
        self.term_counts = Counter(zip(self.hits["code"].tolist(), self.hits["term"].tolist(), strict=True))
        self.hits_of = {str(name): table for name, table in self.hits.groupby("interview", sort=False)}


def open_desk(
    folder: Path | str, *, coder: str, codebook: Path | str | None = None, skip_unreadable: bool = False
) -> Desk:
    """Open a study for coding by hand.

    Parameters
    ----------
    folder : Path or str
        The folder of the study.
    coder : str
        Who codes.
    codebook : Path or str, optional
        A codebook instead of the one that study.yaml names.
    skip_unreadable : bool
        Go on without interviews that cannot be read.

    Returns
    -------
    Desk
        With the interviews read and the codebook's hits found.

    Raises
    ------
    BpQualError
        With every problem in the study's files.

    Examples
    --------
    >>> open_desk("no/such/folder", coder="anna")
    Traceback (most recent call last):
    bp_qual.errors.StudyError: no/such/folder  is not there...
    1 problem. Nothing was coded.
    """
    study, corpus, book = read_inputs(folder, codebook=codebook, skip_unreadable=skip_unreadable)
    if codebook is not None:
        study = replace(study, codebook=Path(codebook))
    keep_daily_copy(study)
    return Desk(study, index_corpus(corpus), book, coder)
