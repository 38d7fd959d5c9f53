"""Which wave came first: stated, or derived from dates, years and the usual names; never alphabetical by accident."""

from __future__ import annotations

import itertools
import re
import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bp_qual.transcripts.corpus import sort_key
from bp_qual.transcripts.moments import Span, find_span, span_of_date
from bp_qual.transcripts.wave_words import ORDINALS, PHASES
from bp_qual.wording.remarks import Remark

_MONTHS_IN = {"d dag day": 1 / 30, "w wk week weken": 7 / 30, "m mnd maand month": 1, "j jr jaar y yr year": 12}
_UNITS = {unit: months for units, months in _MONTHS_IN.items() for unit in units.split()}
_LATER = re.compile(rf"(?<!\d)(\d{{1,4}})[ -]*({'|'.join(sorted(_UNITS, key=len, reverse=True))})(?:en|s)?\b")
_NOISE = re.compile(r"\b(?:wave|ronde|round|meting|measurement|interviews?|gesprek|time|tijdstip|fase|phase|golf)\b")

Places = Mapping[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class WaveOrder:
    """The waves, oldest first, and how that is known.

    Attributes
    ----------
    waves : tuple of str
        In the order of time; in the order of their names where `unknown`.
    known_from : str
        `stated`, `dates`, `years` or `names`; empty where there are fewer than two waves, or nothing orders them.
    contradictions : tuple of Remark
        A remark for each other source that says otherwise.

    >>> WaveOrder(("pre", "post"), "names").unknown
    False
    """

    waves: tuple[str, ...]
    known_from: str = ""
    contradictions: tuple[Remark, ...] = ()

    @property
    def unknown(self) -> bool:
        """Whether there are waves that nothing orders."""
        return len(self.waves) > 1 and not self.known_from


def order_waves(
    waves: Iterable[str], *, stated: Sequence[str] = (), dates: Mapping[str, Sequence[str]] | None = None
) -> WaveOrder:
    """Return the waves in the order of time: as stated, else by dates, else by the years or words in their names.

    Parameters
    ----------
    waves : iterable of str
        The ids of the waves, in any order.
    stated : sequence of str
        The order that somebody wrote down, oldest first; it holds whatever else there is.
    dates : mapping of str to sequence of str
        For a wave the ISO dates of its interviews, as far as they are known.

    Returns
    -------
    WaveOrder
        With a remark for each source that contradicts the order.

    Examples
    --------
    >>> order_waves(["post", "pre"]).waves, order_waves(["mei2010", "najaar2009"]).waves
    (('pre', 'post'), ('najaar2009', 'mei2010'))
    >>> order_waves(["kiel", "ulm"], dates={"ulm": ["2010-03-01"], "kiel": ["2020"]})
    WaveOrder(waves=('ulm', 'kiel'), known_from='dates', contradictions=())
    >>> order_waves(["blauw", "groen"]).unknown
    True
    """
    names = tuple(sorted(set(waves), key=sort_key))
    by_dates, by_years = _places_by_dates(names, dates or {}), _places_by_years(names)
    sources = {
        "dates": {**by_years, **by_dates} if by_dates else {},
        "years": by_years,
        "names": _places_by_words(names),
    }
    if len(names) < 2:
        return WaveOrder(names)
    chosen, order = next(
        ((source, found) for source, places in sources.items() if (found := _order_by(names, places))), ("", names)
    )
    if stated:
        chosen, order = "stated", tuple(stated)
    against = {"dates": by_dates, "years": by_years, "names": {} if by_years else sources["names"]}
    told = [sentence for source, places in against.items() for sentence in _contradictions(order, source, places)]
    return WaveOrder(order, chosen, tuple(told) if chosen else ())


def _order_by(names: Sequence[str], places: Places) -> tuple[str, ...]:
    """Return the order of the waves where every one has a place, and no two can be at the same time."""
    if not all(name in places for name in names):
        return ()
    ordered = sorted(names, key=places.__getitem__)
    return tuple(ordered) if all(_before(places[a], places[b]) for a, b in itertools.pairwise(ordered)) else ()


def _before(span: tuple[float, float], other: tuple[float, float]) -> bool:
    """Return whether a span both begins and ends before another; a month within a year is neither before nor after."""
    return span[0] < other[0] and span[1] < other[1]


def _contradictions(order: Sequence[str], source: str, places: Places) -> Iterator[Remark]:
    """Yield a remark for each two neighbours in the order that a source puts the other way round."""
    known = [wave for wave in order if wave in places]
    for first, second in itertools.pairwise(known):
        if _before(places[second], places[first]):
            yield Remark(f"earlier by {source}", values={"first": second, "second": first})


def _places_by_dates(names: Sequence[str], dates: Mapping[str, Sequence[str]]) -> dict[str, tuple[float, float]]:
    """Return for each wave with dates the middle one of their first and of their last days."""
    spans: dict[str, list[Span]] = {
        name: [span_of_date(date) for date in dates.get(name, ()) if date] for name in names
    }
    return {
        name: (statistics.median(first for first, _ in own), statistics.median(last for _, last in own))
        for name, own in spans.items()
        if own
    }


def _places_by_years(names: Sequence[str]) -> dict[str, tuple[float, float]]:
    return {name: span for name in names if (span := find_span(name))}


def _places_by_words(names: Sequence[str]) -> dict[str, tuple[float, float]]:
    """Return the places that the usual words or the numbers in the names give, by the list that knows most of them."""
    plain = _without_common_words(names)
    lists = (_numbered(names), _ranked(plain, PHASES), _ranked(plain, ORDINALS), _months_later(plain))
    best = max(lists, key=lambda places: (_order_by(names, places) != (), len(places)))
    return best if len(best) > 1 else {}


def _without_common_words(names: Sequence[str]) -> dict[str, str]:
    """Return each name in small letters, without the words that are in all of them: `voor corona`, `na corona`."""
    words = {name: re.findall(r"[^\W_]+", name.casefold()) for name in names}
    common = set.intersection(*map(set, words.values())) if words else set()
    return {name: " ".join(word for word in own if word not in common) for name, own in words.items()}


def _ranked(plain: Mapping[str, str], ranks: Sequence[str]) -> dict[str, tuple[float, float]]:
    """Return the ranks of the names that are one of the usual words, or that word beside `wave` or `ronde`."""
    known = {re.sub(r"\W", "", word): rank for rank, line in reversed([*enumerate(ranks)]) for word in line.split()}
    if ranks is ORDINALS:  # `eerste gesprek` is wave 1, and a `laatste gesprek` comes after it
        known |= {str(rank): rank for rank in range(len(ranks) - 1)}
    places = {}
    for name, words in plain.items():
        bare = (re.sub(r"\W", "", text) for text in (words, _NOISE.sub("", words)))
        rank = next((known[word] for word in bare if word in known), None)
        if rank is not None:
            places[name] = (float(rank), float(rank))
    return places


def _numbered(names: Sequence[str]) -> dict[str, tuple[float, float]]:
    """Return the numbers of names that differ in one number only, or in the letter after it: T0, T1; 2010a, 2010b."""
    letters = {name: re.fullmatch(r"(.*\d[-_ ]?)([a-z])", name.casefold()) for name in names}
    if len({match and match[1] for match in letters.values()}) == 1 and all(letters.values()):
        return {name: (float(ord(match[2])), float(ord(match[2]))) for name, match in letters.items() if match}
    patterns = {re.sub(r"\d+", "#", name.casefold()) for name in names}
    numbers = {name: re.findall(r"\d+", name) for name in names}
    if len(patterns) > 1 or not all(numbers.values()):
        return {}
    differing = [place for place, column in enumerate(zip(*numbers.values(), strict=True)) if len(set(column)) > 1]
    if len(differing) != 1:
        return {}
    return {name: (float(own[differing[0]]), float(own[differing[0]])) for name, own in numbers.items()}


def _months_later(plain: Mapping[str, str]) -> dict[str, tuple[float, float]]:
    """Return how many months after the start a name says: baseline, 6 months, 1 jaar."""
    start = set(PHASES[0].split())
    places = {}
    for name, words in plain.items():
        if words in start:
            places[name] = (0.0, 0.0)
        elif match := _LATER.search(words):
            months = int(match[1]) * _UNITS[match[2]]
            places[name] = (months, months)
    return places
