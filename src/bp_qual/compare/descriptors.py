"""What became of a theme in a person over all waves, in the words of Saldaña's longitudinal matrix, by the counts.

Each descriptor is a rule on how often the person spoke of the theme in the interviews that are known; a wave without an
interview, or in which nobody looked for the code, is left out and named, never taken for silence. These are places to
read, and no findings: whether a change can be shown is decided in `persons` and `group`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from bp_qual.compare.sameness import find_changes
from bp_qual.panel import Panel
from bp_qual.panel.rates import measure_rates

DESCRIPTORS = ("increase", "cumulative", "surge", "decrease", "constant", "idiosyncratic", "missing")
NEEDED = {"increase": 2, "cumulative": 3, "surge": 3, "decrease": 2, "constant": 2, "idiosyncratic": 1}
FINDINGS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "increase": ("emerges", "increases"), "cumulative": ("builds_up",), "surge": ("surges", "turns"),
    "decrease": ("ceases", "decreases"), "constant": ("stays",),
    "idiosyncratic": ("only_speaker", "only_up", "only_down"), "missing": ("never_said",),
})  # fmt: skip
GAPS = ("not_interviewed", "not_read", "not_coded", "no_words")
FEWEST_PERSONS = 3  # to be the only one among
_FEWEST_MENTIONS, _TIMES = 2, 2  # in the wave of a surge; as much as in every other wave


class Said(NamedTuple):
    """How often a person spoke of a code in one wave; ``gap`` says why that is not known, and is empty where it is.

    >>> Said("2010", 3, 1500, 2.0).gap
    ''
    """

    wave: str
    mentions: int = 0
    words: int = 0
    rate: float = 0.0
    gap: str = ""


@dataclass(frozen=True, slots=True)
class ThemeCourse:
    """One person, one code, all waves; and which descriptors the counts point at.

    Attributes
    ----------
    person, code : str
        Whose course it is, and of what.
    said : tuple of Said
        Each wave of the study.
    findings : mapping of str to tuple of str
        By their names in `FINDINGS`: the waves that each is about, or for one that holds among persons, how many.

    >>> ThemeCourse("P01", "hokjes", (Said("2010", 3), Said("2020", gap="not_interviewed"))).needs_more("increase")
    True
    """

    person: str
    code: str
    said: tuple[Said, ...]
    findings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def known(self) -> tuple[Said, ...]:
        """The waves whose count is known."""
        return tuple(said for said in self.said if not said.gap)

    @property
    def gaps(self) -> tuple[Said, ...]:
        """The other waves."""
        return tuple(said for said in self.said if said.gap)

    def found(self, descriptor: str) -> dict[str, tuple[str, ...]]:
        """Return the findings under a descriptor."""
        return {name: self.findings[name] for name in FINDINGS[descriptor] if name in self.findings}

    def needs_more(self, descriptor: str) -> bool:
        """Return whether too few waves are known to tell, so that finding nothing means nothing."""
        return len(self.known) < NEEDED.get(descriptor, 0)


def describe_courses(panel: Panel) -> dict[tuple[str, str], ThemeCourse]:
    """Return the course of every code in every person.

    Parameters
    ----------
    panel : Panel
        Counts of two or more waves, in the order of time.

    Returns
    -------
    dict
        By person and code.

    Notes
    -----
    More, less and the same are as in a comparison (`find_changes`): mentions per 1,000 words of the person, and no
    difference where it comes to less than half a mention, or less than one of equally many. Of the known waves:

    - *increases*: more in the last than in the first, or more from one to the next somewhere and less nowhere;
      *emerges* where the first has no mention.
    - *decreases*, *ceases*: the same downwards; ceases where the last has no mention.
    - *builds up* (cumulative): three or more; more from one to the next at least twice, and less nowhere.
    - *surges*: three or more; one after the first has at least two mentions, at least twice the rate of each other, and
      more than each. *Turns*: after more comes less, or the reverse; named is the wave in between.
    - *stays*: said in at least one, and the same from each to the next and from the first to the last.
    - *only speaker*: nobody else says it, of three or more persons with a known wave; *only up*, *only down*: nobody
      else increases (decreases), of three or more persons with two known waves.
    - *never said*: in none.

    References
    ----------
    Saldaña, J. (2003). Longitudinal qualitative research: Analyzing change through time. AltaMira Press. The
    descriptors are his; that counts stand for them is ours.

    Examples
    --------
    >>> courses = describe_courses(panel)
    >>> courses["P01", "contact"].findings
    {'emerges': ('2010', '2020')}
    """
    rates = measure_rates(panel, panel.waves)
    signs = {
        (a, b): np.sign(find_changes(rates, a, b)).astype(float)
        for a in range(len(panel.waves))
        for b in range(a + 1, len(panel.waves))
    }
    courses = {}
    for row, person in enumerate(panel.persons):
        for column, code in enumerate(panel.codes):
            words, mentions = rates.words[row], rates.mentions[row, :, column]
            said = tuple(
                Said(wave, gap=gap)
                if (gap := _gap(panel, person, wave, float(words[n]), float(mentions[n])))
                else Said(wave, int(mentions[n]), int(words[n]), float(rates.rates[row, n, column]))
                for n, wave in enumerate(panel.waves)
            )
            own = {pair: float(sign[row, column]) for pair, sign in signs.items()}
            courses[person, code] = ThemeCourse(person, code, said, dict(_findings(said, own)))
    for code in panel.codes:
        own_code = {person: courses[person, code] for person in panel.persons}
        for person, name, among in _alone(own_code):
            course = courses[person, code]
            courses[person, code] = ThemeCourse(person, code, course.said, {**course.findings, name: (str(among),)})
    return courses


def _gap(panel: Panel, person: str, wave: str, words: float, mentions: float) -> str:
    if np.isnan(words):
        return "not_read" if (person, wave) in panel.missing else "not_interviewed"
    if np.isnan(mentions):
        return "not_coded"
    return "" if words else "no_words"


def _findings(said: tuple[Said, ...], signs: Mapping[tuple[int, int], float]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what the counts of one person and code point at, without regard to others."""
    known = [n for n, own in enumerate(said) if not own.gap]
    if known and not any(said[n].mentions for n in known):
        yield "never_said", tuple(said[n].wave for n in known)
        return
    if len(known) < NEEDED["increase"]:
        return
    first, last = known[0], known[-1]
    steps = [signs[pair] for pair in pairwise(known)]
    overall, ends = signs[first, last], (said[first].wave, said[last].wave)
    if overall > 0 or (max(steps) > 0 and min(steps) >= 0):
        yield ("increases" if said[first].mentions else "emerges"), ends
    if overall < 0 or (min(steps) < 0 and max(steps) <= 0):
        yield ("decreases" if said[last].mentions else "ceases"), ends
    if not any(steps) and not overall:
        yield "stays", ends
    if len(known) < NEEDED["surge"]:
        return
    if steps.count(1) >= 2 and min(steps) >= 0:
        yield "builds_up", ends
    if peaks := [said[n].wave for n in known[1:] if _is_surge(n, known, said, signs)]:
        yield "surges", tuple(peaks)
    if turns := list(_turns(known, steps)):
        yield "turns", tuple(said[n].wave for n in turns)


def _is_surge(peak: int, known: list[int], said: tuple[Said, ...], signs: Mapping[tuple[int, int], float]) -> bool:
    others = [n for n in known if n != peak]
    differs = all(signs[min(n, peak), max(n, peak)] == (1 if n < peak else -1) for n in others)
    high = all(said[peak].rate >= _TIMES * said[n].rate for n in others)
    return said[peak].mentions >= _FEWEST_MENTIONS and differs and high


def _turns(known: list[int], steps: list[float]) -> Iterator[int]:
    """Yield the waves at which more becomes less, or the reverse; those that stay the same in between are passed."""
    before = 0.0
    for place, step in zip(known, steps, strict=False):  # the step that leaves from a wave
        if step and before and step != before:
            yield place
        before = step or before


def _alone(courses: Mapping[str, ThemeCourse]) -> Iterator[tuple[str, str, int]]:
    """Yield who is the only one to speak of a code, or to go its way, with the number of persons it is among."""
    heard = [course for course in courses.values() if course.known]
    paired = [course for course in heard if not course.needs_more("increase")]
    ways = (("only_speaker", heard, None), ("only_up", paired, "increase"), ("only_down", paired, "decrease"))
    for name, among, descriptor in ways:
        those = [c for c in among if (c.found(descriptor) if descriptor else any(own.mentions for own in c.known))]
        if len(those) == 1 and len(among) >= FEWEST_PERSONS:
            yield those[0].person, name, len(among)
