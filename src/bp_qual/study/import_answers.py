"""Interviews without a single imported coding: not coded, or coded and nothing found? The answer is kept.

`--empty` is a ``done`` of the coder, `--not-coded` an ``undone``; what has either is not asked about again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import PurePath
from types import MappingProxyType

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand import Event, new_id
from bp_qual.coding.by_hand.log import History
from bp_qual.coding.by_hand.replay import replay
from bp_qual.coding.by_hand.sketches import finish_text
from bp_qual.errors import Problem, StudyError
from bp_qual.transcripts import Corpus
from bp_qual.wording.guesses import did_you_mean


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered on interviews without a coding.

    >>> Answers.of(corpus, empty=["P01_2010"]).told
    frozenset({'P01_2010'})
    """

    empty: frozenset[str] = frozenset()
    not_coded: frozenset[str] = frozenset()

    @classmethod
    def of(cls, corpus: Corpus, *, empty: Iterable[str] = (), not_coded: Iterable[str] = ()) -> Answers:
        """Return the answers, each on an interview of the corpus.

        Parameters
        ----------
        corpus : Corpus
            The interviews.
        empty, not_coded : iterable of str
            Names of interviews, or of their files.

        Returns
        -------
        Answers

        Raises
        ------
        StudyError
            Where a name is of no interview, or an interview is said to be both.

        Examples
        --------
        >>> Answers.of(corpus, not_coded=["P01_201"])
        Traceback (most recent call last):
        bp_qual.errors.StudyError: P01_201  is no interview of this study. ...
        """
        files = _by_file(corpus)
        answers = cls(*(frozenset(files.get(name, name) for name in names) for names in (empty, not_coded)))
        known = [transcript.interview for transcript in corpus.transcripts]
        problems = [
            Problem(name, "answer on no interview", {"guess": did_you_mean(name, known, "there are")})
            for name in sorted(answers.told - set(known))
        ]
        problems += [Problem(name, "answered both ways") for name in sorted(answers.empty & answers.not_coded)]
        if problems:
            raise StudyError(problems)
        return answers

    @property
    def told(self) -> frozenset[str]:
        """The interviews that were answered for.

        >>> Answers().told
        frozenset()
        """
        return self.empty | self.not_coded

    def with_rest(self, interviews: Iterable[str]) -> Answers:
        """Return the answers, with nothing found in all the other interviews of these.

        >>> Answers(not_coded=frozenset({"P01_2010"})).with_rest(["P01_2010", "P02_2010"]).empty
        frozenset({'P02_2010'})
        """
        return replace(self, empty=self.empty | (frozenset(interviews) - self.told))

    def check(self, where: str, coded: Iterable[str]) -> None:
        """Refuse to say of interviews in which a file has codings that nothing was found in them.

        Parameters
        ----------
        where : str
            The file.
        coded : iterable of str
            The interviews in which its codings have a place.

        Raises
        ------
        StudyError
            With all such interviews.

        Examples
        --------
        >>> Answers(empty=frozenset({"P01_2010"})).check("list.csv", ["P01_2010"])
        Traceback (most recent call last):
        bp_qual.errors.StudyError: list.csv  has codings in P01_2010, ...
        """
        if both := sorted(self.empty.intersection(coded)):
            raise StudyError(Problem(where, "coded and empty", {"interviews": both}))


def _by_file(corpus: Corpus) -> dict[str, str]:
    """Return interviews by the names of their files, with and without ending, where these are of no other interview."""
    named: dict[str, set[str]] = {}
    for transcript in corpus.transcripts:
        file = PurePath(transcript.source)
        for name in {file.name, file.stem, f"{transcript.interview}{file.suffix}"} - {""}:
            named.setdefault(name, set()).add(transcript.interview)
    known = {transcript.interview for transcript in corpus.transcripts}
    return {name: next(iter(own)) for name, own in named.items() if len(own) == 1 and name not in known}


def unanswered(interviews: Sequence[str], histories: Mapping[str, History]) -> tuple[str, ...]:
    """Return the interviews on which none of the coders said anything: neither finished, nor left out.

    >>> from bp_qual.coding.by_hand.log import History
    >>> said = History("anna", (Event("e1", "undone", interview="P01_2010"),))
    >>> unanswered(["P01_2010", "P02_2010"], {"anna": said})
    ('P02_2010',)
    """
    said = {mark.interview for history in histories.values() for mark in replay(history.events).answers}
    return tuple(name for name in interviews if name not in said)


def with_texts(events: Iterable[Event], corpus: Corpus) -> Iterator[Event]:
    """Yield events of which those that finish an interview say which text that is.

    >>> [bool(event.text) for event in with_texts([Event("e1", "done", interview="P01_2010")], corpus)]
    [True]
    """
    talks = {transcript.interview: transcript for transcript in corpus.transcripts}
    for event in events:
        is_whole = event.do == "done" and event.start < 0 and event.interview in talks
        yield finish_text(event, talks[event.interview]) if is_whole else event


def answer(
    answers: Answers,
    sought: Sequence[str],
    codebook: Codebook,
    history: History,
    left_open: Mapping[tuple[str, str], Set[str]] = MappingProxyType({}),
) -> Iterator[Event]:
    """Yield what a coder's file does not say yet of the answers.

    Parameters
    ----------
    answers : Answers
        What was answered.
    sought : sequence of str
        The codes that this coder looked for: an interview in which nothing was found is finished for these.
    codebook : Codebook
        Whose codes they are.
    history : History
        The history of the coder.
    left_open : mapping of (str, str) to set of str
        By coder and interview: codes of passages that could be there and have no place.

    Yields
    ------
    Event

    Examples
    --------
    >>> from bp_qual.coding.by_hand.log import History
    >>> answers = Answers(empty=frozenset({"P01_2010"}))
    >>> [event.do for event in answer(answers, ["money"], codebook, History("anna", ()))]
    ['done']
    """
    state = replay(history.events)
    for name in sorted(answers.empty):
        doubted = left_open.get((history.coder, name), frozenset())
        codes = tuple(code for code in sought if code not in doubted)
        if codes and len(state.finished([name], codes)) < len(codes):
            yield Event(new_id(), "done", interview=name, codes=codes, codebook=codebook.coder)
    last = {mark.interview: mark.do for mark in state.answers}
    for name in sorted(answers.not_coded):
        if last.get(name) != "undone":
            yield Event(new_id(), "undone", interview=name)


def finish_again(marks: Iterable[Event], answers: Answers, history: History) -> Iterator[Event]:
    """Yield what is finished once more: interviews with codings that were said not to be coded, where all are coded.

    Parameters
    ----------
    marks : iterable of Event
        What the file says that this coder finished.
    answers : Answers
        The interviews that are not coded stay so.
    history : History
        What the coder did before.

    Yields
    ------
    Event

    Examples
    --------
    >>> from bp_qual.coding.by_hand.log import History
    >>> mark = Event("e1", "done", interview="P01_2010", codes=("money",))
    >>> before = History("anna", (mark, Event("e2", "undone", interview="P01_2010")))
    >>> [event.interview for event in finish_again([mark], Answers(), before)]
    ['P01_2010']
    """
    ids = {event.id for event in history.events}
    last = {mark.interview: mark.do for mark in replay(history.events).answers}
    for mark in marks:
        if mark.id in ids and last.get(mark.interview) == "undone" and mark.interview not in answers.not_coded:
            yield replace(mark, id=new_id())
