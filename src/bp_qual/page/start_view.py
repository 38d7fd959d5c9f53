"""The first thing the page shows: who was interviewed when, how far the coding is, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass

from bp_qual.coding.by_hand.following import followed, list_renamed
from bp_qual.coding.by_hand.replay import codes_left
from bp_qual.coding.by_hand.standing import Standing
from bp_qual.page.desk import Desk
from bp_qual.study.confirming import Outdated, find_outdated
from bp_qual.study.hand_coding import own_coders
from bp_qual.study.hand_overview import tell_amiss


@dataclass(frozen=True, slots=True)
class InterviewState:
    """How far the coding of one interview is.

    Attributes
    ----------
    interview : str
        Its id.
    words : int
        What the respondents said.
    hits, decided : int
        What the codebook found, and how many of those the coder accepted or rejected.
    coded : int
        Passages that the coder coded.
    done : bool
        Whether the coder finished it for every code.
    done_but_for : tuple of str
        The codes for which the coder did not, where the coder finished it for others: a code that is new, as a rule.

    Examples
    --------
    >>> InterviewState("P01_2010", 900, 12, 4, 2, False).hits
    12
    """

    interview: str
    words: int
    hits: int
    decided: int
    coded: int
    done: bool
    done_but_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person, and for each wave the interviews with that person; None where one could not be read.

    >>> PersonRow("P01", ((), ())).person
    'P01'
    """

    person: str
    cells: tuple[tuple[InterviewState, ...] | None, ...]


@dataclass(frozen=True, slots=True)
class StartView:
    """The study as a grid, the interview to go on with (empty where all is done), what deserves a look, why nothing can
    be saved, if so, whether others coded it too, and what was done before its code was redefined.

    >>> StartView("My study", "anna", ("2010",), (), "", ()).coder
    'anna'
    """

    study: str
    coder: str
    waves: tuple[str, ...]
    rows: tuple[PersonRow, ...]
    next: str
    notices: tuple[str, ...]
    read_only: str = ""
    several_coders: bool = False
    outdated: tuple[Outdated, ...] = ()


def describe_study(desk: Desk, language: str = "en") -> StartView:
    """Return the study as a grid of persons and waves.

    Parameters
    ----------
    desk : Desk
        The study.
    language : str
        Language of what deserves a look.

    Returns
    -------
    StartView
        To go on with is the first interview that the coder began and did not finish, else the first unfinished one.

    Examples
    --------
    >>> view = describe_study(desk)
    >>> [(state.interview, state.words, state.hits) for (state,) in view.rows[0].cells], view.next
    ([('P01_2010', 7, 1), ('P01_2020', 8, 2)], 'P01_2010')
    """
    found = zip(desk.interviews, desk.standing_in(*desk.interviews), strict=True)
    states = {name: _state(desk, name, standing) for name, standing in found}
    held: dict[tuple[str, str], list[InterviewState]] = {}
    for transcript in desk.corpus.transcripts:
        for person in transcript.persons:
            held.setdefault((person, transcript.wave), []).append(states[transcript.interview])
    missing = set(desk.corpus.missing)

    def cell(person: str, wave: str) -> tuple[InterviewState, ...] | None:
        own = held.get((person, wave), ())
        return None if not own and (person, wave) in missing else tuple(own)

    rows = [PersonRow(name, tuple(cell(name, wave) for wave in desk.corpus.waves)) for name in desk.corpus.persons]
    left = [state for state in states.values() if not state.done]
    begun = [state for state in left if state.decided or state.coded]
    following = next((state.interview for state in (*begun, *left)), "")
    everywhere = desk.standing_in(*desk.interviews_touched)
    renamed = list_renamed(desk.history.events, followed(desk.history, desk.corpus).events)
    told = tell_amiss(
        desk.history, everywhere, desk.places, desk.codebook, {*states}, study=desk.study, renamed=renamed,
        language=language,
    )  # fmt: skip
    several = len(own_coders(desk.study.folder)) > 1
    outdated = find_outdated([standing.state for standing in everywhere], desk.codebook)
    return StartView(
        desk.study.called, desk.coder, desk.corpus.waves, tuple(rows), following, told,
        desk.say_read_only(language), several, outdated,
    )  # fmt: skip


def how_finished(desk: Desk, interview: str) -> tuple[bool, tuple[str, ...]]:
    """Return whether the coder finished an interview for every code; else those left, where it was for any.

    >>> how_finished(desk, "P01_2010")
    (False, ())
    """
    (standing,) = desk.standing_in(interview)
    return _how_done(desk, interview, standing)


def _how_done(desk: Desk, interview: str, standing: Standing) -> tuple[bool, tuple[str, ...]]:
    codes = desk.codebook.ids
    left = codes_left(standing.state.finished([interview], codes), codes).get(interview)
    return left == () or not codes, left or ()


def _state(desk: Desk, interview: str, standing: Standing) -> InterviewState:
    hits = len(desk.hits_of.get(interview, ()))
    decided = sum(passage.where in desk.terms_hit for passage in standing.decisions)
    done = _how_done(desk, interview, standing)
    return InterviewState(interview, desk.words_of(interview), hits, decided, len(standing.codings), *done)
