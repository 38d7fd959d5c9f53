"""Interviewing: what the two waves differ in beside the passing of time - who asked, how much, and how long.

None of it can be seen in the numbers of a theme. It is told, so that whoever reads the result can judge it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from bp_qual.compare.choices import Choices
from bp_qual.compare.households import household_remarks
from bp_qual.compare.inclusion import Inclusion
from bp_qual.panel import Panel
from bp_qual.panel.rates import Rates
from bp_qual.transcripts import Transcript
from bp_qual.transcripts.corpus import count_turn_words
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

INTERVIEWER_COLUMNS = ("wave", "interviewer", "interviews", "persons", "words", "words_respondents", "share_words")
TOLD_AT_ONCE = ("interviewers apart", "interviewer talk differs", "lengths differ", "interviewed together")
LONGER = 1.25  # from here on the waves' lengths are told in the summary
TALKS_MORE = 10.0  # percentage points of all words


def design_remarks(
    panel: Panel, rates: Rates, who: Inclusion, choices: Choices, households: tuple[tuple[str, ...], ...]
) -> Iterator[Remark]:
    """Yield what the two waves differ in beside time, and who belongs together.

    Parameters
    ----------
    panel : Panel
        Whose source knows the interviews.
    rates : Rates
        The rates of the two waves.
    who : Inclusion
        Who is compared.
    choices : Choices
        Which waves.
    households : tuple of tuple of str
        The result of `households_of`.

    Yields
    ------
    Remark

    Examples
    --------
    >>> [remark.kind for remark in comparison.design]
    ['lengths']
    """
    yield from interviewer_remarks(panel, who, choices)
    yield from length_remarks(rates, who)
    yield from household_remarks(households)


def told_at_once(design: Iterable[Remark]) -> Iterator[Remark]:
    """Yield the remarks that whoever reads the summary must see: what differs, not what is alike.

    >>> list(told_at_once(comparison.design))
    []
    """
    return (remark for remark in design if remark.kind in TOLD_AT_ONCE)


def interviewers_table(panel: Panel, who: Inclusion, choices: Choices) -> pd.DataFrame:
    """Return who interviewed the persons compared in each of the two waves, and how much they said themselves.

    Parameters
    ----------
    panel : Panel
        The counts, with texts.
    who : Inclusion
        Who is compared.
    choices : Choices
        The two waves.

    Returns
    -------
    DataFrame
        wave, interviewer (empty where it is not known), interviews, persons (of those compared), words (of the
        interviewers), words_respondents, share_words (of the interviewers' words in all, per cent; an interview of
        several interviewers counts for each). Empty where the counts came without texts.

    Examples
    --------
    >>> interviewers_table(panel, comparison.who, comparison.choices).empty  # counts do not tell who asked
    True
    """
    import pandas as pd

    compared = set(who.names)
    rows: dict[tuple[str, str], list[float]] = {}
    persons: dict[tuple[str, str], set[str]] = {}
    for transcript in _interviews(panel, who, choices):
        asked, answered = _words_of(transcript)
        for name in transcript.interviewers or ("",):
            row = rows.setdefault((transcript.wave, name), [0, 0, 0])
            row[0], row[1], row[2] = row[0] + 1, row[1] + asked, row[2] + answered
            persons.setdefault((transcript.wave, name), set()).update(compared.intersection(transcript.persons))
    order = sorted(rows, key=lambda key: (choices.waves.index(key[0]), key[1]))
    table = [(*key, rows[key][0], len(persons[key]), *rows[key][1:], _percent(*rows[key][1:])) for key in order]
    return pd.DataFrame(table, columns=list(INTERVIEWER_COLUMNS))


def interviewer_remarks(panel: Panel, who: Inclusion, choices: Choices) -> Iterator[Remark]:
    """Yield whether the same interviewers held both waves, and whether they spoke as much.

    Parameters
    ----------
    panel : Panel
        The counts, with texts.
    who : Inclusion
        Who is compared.
    choices : Choices
        The two waves.

    Yields
    ------
    Remark
        `interviewers apart` where no interviewer was there in both waves, so that a change of persons cannot be
        separated from a change of interviewers; `interviewers overlap` where some were; `interviewers unknown` or
        `no interviewer known`.

    Examples
    --------
    >>> list(interviewer_remarks(panel, comparison.who, comparison.choices))
    []
    """
    interviews = list(_interviews(panel, who, choices))
    if not interviews:
        return
    waves = {"before": choices.before, "after": choices.after}
    by_wave = [[interview for interview in interviews if interview.wave == wave] for wave in choices.waves]
    first, last = (sorted({name for interview in own for name in interview.interviewers}) for own in by_wave)
    if not all(interview.interviewers for interview in interviews):
        unknown = sum(not interview.interviewers for interview in interviews)
        kind = "no interviewer known" if unknown == len(interviews) else "interviewers unknown"
        yield Remark(kind, values={"unknown": unknown, "interviews": len(interviews)})
    elif not set(first) & set(last):
        yield Remark("interviewers apart", values={"first": first, "last": last, **waves})
    else:
        before, after = map(_who_asked, by_wave)
        same = sum(not before.get(person, set()).isdisjoint(after.get(person, ())) for person in who.names)
        both = sorted(set(first) & set(last))
        values = {"both": both, "same": same, "compared": len(who.names), **waves}
        yield Remark("interviewers overlap", values=values)
    shares = [_percent(*map(sum, zip(*map(_words_of, own), strict=True))) for own in by_wave if own]
    if len(shares) == 2 and min(shares) > 0:
        kind = "interviewer talk differs" if abs(shares[1] - shares[0]) >= TALKS_MORE else "interviewer talk"
        yield Remark(kind, values={"share_before": shares[0], "share_after": shares[1], **waves})


def length_remarks(rates: Rates, who: Inclusion) -> Iterator[Remark]:
    """Say how long the interviews of the persons compared were in either wave.

    >>> from bp_qual.compare.inclusion import who_is_compared
    >>> from bp_qual.panel import make_panel
    >>> from bp_qual.panel.rates import measure_rates
    >>> panel = make_panel([], [{"person": "P1", "wave": w, "words": n} for w, n in (("1", 900), ("2", 1800))],
    ...                    codes=["a"])
    >>> rates = measure_rates(panel, ("1", "2"))
    >>> print(*length_remarks(rates, who_is_compared(panel, rates, 300)))
    those compared said 900 words on average in wave 1 and 1,800 in wave 2; ...
    """
    words = rates.words[who.compared]
    if not len(words):
        return
    first, last = (float(column.mean()) for column in words.T)
    differs = max(first, last) >= LONGER * min(first, last)
    values = {"words_before": first, "words_after": last, "before": rates.waves[0], "after": rates.waves[1]}
    yield Remark("lengths differ" if differs else "lengths", values=values)


def _interviews(panel: Panel, who: Inclusion, choices: Choices) -> Iterator[Transcript]:
    """The interviews of persons compared, in the two waves."""
    names = set(who.names)
    for transcript in panel.source.corpus.transcripts if panel.source else ():
        if transcript.wave in choices.waves and names & set(transcript.persons):
            yield transcript


def _who_asked(interviews: Iterable[Transcript]) -> dict[str, set[str]]:
    """Return who interviewed each person."""
    asked: dict[str, set[str]] = {}
    for interview in interviews:
        for person in interview.persons:
            asked.setdefault(person, set()).update(interview.interviewers)
    return asked


def _words_of(transcript: Transcript) -> tuple[int, int]:
    """Words of interviewers and of respondents."""
    said = {"interviewer": 0, "respondent": 0}
    for turn, words in zip(transcript.turns, count_turn_words(transcript).tolist(), strict=True):
        if turn.role in said:
            said[turn.role] += words
    return said["interviewer"], said["respondent"]


def _percent(asked: float, answered: float) -> float:
    return 100.0 * asked / (asked + answered) if asked + answered else float("nan")
