"""Which wave came first: stated, or derived from dates, years and the usual names; never alphabetical by accident."""

from __future__ import annotations

import itertools
import re
import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts.corpus import sort_key
from bp_qual.transcripts.moments import YEAR, Span, find_span, full_year, month_in_year, span_of_date
from bp_qual.transcripts.plain_letters import without_accents
from bp_qual.transcripts.since_start import months_since, without_lapse
from bp_qual.transcripts.wave_words import ORDINALS, PHASES, SEVERAL_TIMES, find_word
from bp_qual.wording.remarks import Remark

_NOISE = lazy_pattern(
    r"\b(?:wave|ronde|round|meting|measurement|interviews?|gesprek|time|tijd(?:stip)?|fase|phase|golf|welle|vague|jahr|année|visit|bezoek|sessie|session|(?:meet|contact)?moment|meeting)\b"
)
_SIGNED = lazy_pattern(r"([^\W\d]*) ?([-+]?)(\d{1,2})")
_YEARS = range(1970, 2030)  # what two digits are read as: 70 to 99, 00 to 29
_SEASON = lazy_pattern("voorjaar|vorjahr|fruhjahr|najaar")  # which of the year comes first nobody knows
_SHORTEST_ENDING = 3  # letters that names of waves have in common at their end, behind before and after
_MOST_MONTHS = 10_000  # so many make the next kind of wave
_LONGEST_NUMBER = 4  # digits of a number that counts rounds; more are a date that nothing could read

Places = Mapping[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class WaveOrder:
    """The waves, oldest first, and how that is known.

    Attributes
    ----------
    waves : tuple of str
        In the order of time; where that is `unknown`, those first of which something is known, then by name; months
        and seasons without a year as they follow each other in a year.
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

    @property
    def by_short_years(self) -> bool:
        """Whether numbers were taken as years of two digits: 98 before 10.

        >>> order_waves(["10", "98"]).by_short_years, order_waves(["1998", "2010"]).by_short_years
        (True, False)
        """
        return self.known_from == "years" and not all(map(find_span, self.waves))


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
    >>> order_waves(["najaar", "voorjaar"])
    WaveOrder(waves=('voorjaar', 'najaar'), known_from='', contradictions=())
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
        ((source, found) for source, places in sources.items() if (found := _order_by(names, places))),
        ("", _as_far_as_known(names, (*sources.values(), _places_in_year(names)))),
    )
    if stated:
        chosen, order = "stated", tuple(stated)
    beside_years = {} if stated else _places_beside_years(by_years)
    against = {"dates": by_dates, "years": by_years, "names": beside_years if by_years else sources["names"]}
    told = [sentence for source, places in against.items() for sentence in _contradictions(order, source, places)]
    return WaveOrder(order, chosen, tuple(told) if chosen else ())


def _order_by(names: Sequence[str], places: Places) -> tuple[str, ...]:
    """Return the order of the waves where every one has a place, and no two can be at the same time."""
    if not all(name in places for name in names):
        return ()
    ordered = sorted(names, key=places.__getitem__)
    return tuple(ordered) if all(_before(places[a], places[b]) for a, b in itertools.pairwise(ordered)) else ()


def _as_far_as_known(names: Sequence[str], sources: Iterable[Places]) -> tuple[str, ...]:
    """Return waves that nothing orders all together: those that a source can order in its order, the others after."""
    order = list[str]()
    for places in sources:
        known = [name for name in names if name in places and name not in order]
        order += sorted(known, key=places.__getitem__)
    return (*order, *(name for name in names if name not in order))


def _before(span: tuple[float, float], other: tuple[float, float]) -> bool:
    """Return whether a span both begins and ends before another; a month within a year is neither before nor after."""
    return span[0] < other[0] and span[1] < other[1]


def _contradictions(order: Sequence[str], source: str, places: Places) -> Iterator[Remark]:
    """Yield a remark for each two neighbours in the order that a source puts the other way round."""
    known = [wave for wave in order if wave in places]
    for first, second in itertools.pairwise(known):
        if _before(places[second], places[first]):
            yield Remark(f"earlier by {source}", values={"first_wave": second, "second_wave": first})


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
    """Return the days of names that say a year; `98` and `08` are years where they can be nothing else."""
    spans: dict[str, tuple[float, float]] = {name: span for name in names if (span := find_span(name))}
    bare = {name: number[0] for name in names if name not in spans and (number := _bare_number(name))}
    years = {name: full_year(number) for name, number in bare.items() if len(number) == 2}
    if all(year in _YEARS for year in years.values()) and len(years) == len(bare):
        century_turns = any(year < 2000 for year in years.values())
        if (spans or century_turns) and len(spans) + len(years) == len(names):
            return spans | {name: span_of_date(f"{year:04}") for name, year in years.items()}
    return spans


def _places_beside_years(names: Iterable[str]) -> dict[str, tuple[float, float]]:
    """Return the places that the words beside years give: `vorher2020` and `nachher2010`, `T1 2020` and `T2 2010`."""
    words = {name: YEAR.sub(" ", name.replace("_", " ")) for name in names}
    said = {name: (find_word(rest) or ("",))[0] for name, rest in words.items()}
    plain = {name: " ".join(re.findall(r"[^\W\d_]+", without_accents(rest.casefold()))) for name, rest in words.items()}
    numbers = {name: (float(wave), float(wave)) for name, wave in said.items() if wave.isdecimal()}
    return max(_ranked(plain, PHASES), _ranked(plain, ORDINALS), numbers, key=len)


def _places_in_year(names: Sequence[str]) -> dict[str, tuple[float, float]]:
    """Return the month of names that say a month or season without a year; which year came first nobody knows."""
    return {name: (float(month), float(month)) for name in names if (month := month_in_year(name))}


def _bare_number(name: str) -> list[str]:
    """Return the digits of a name that is a number, or a number beside a word for wave: `98`, `ronde 98`."""
    number = _NOISE.sub("", name.casefold().replace("_", " ")).strip()
    return [number] if number.isdecimal() else []


def _places_by_words(names: Sequence[str]) -> dict[str, tuple[float, float]]:
    """Return the places that the usual words or the numbers in the names give, by the list that knows most of them."""
    plain = _without_common_words(names)
    phases, ordinals = _ranked(plain, PHASES), _ranked(plain, ORDINALS)
    lists = (
        _signed(names) or _numbered(names),
        phases,
        ordinals,
        _months_later(plain),
        _first_and_later(plain, phases),
    )
    best = max(lists, key=lambda places: (_order_by(names, places) != (), len(places)))
    return best if len(best) > 1 else {}


def _without_common_words(names: Sequence[str]) -> dict[str, str]:
    """Return each name in small letters, without the words that are in all of them: `voor corona`, `na corona`."""
    words = {name: re.findall(r"[^\W_]+", without_accents(name.casefold())) for name in names}
    common = set.intersection(*map(set, words.values())) if words else set()
    return {name: " ".join(word for word in own if word not in common) for name, own in words.items()}


def _ranked(plain: Mapping[str, str], ranks: tuple[str, ...]) -> dict[str, tuple[float, float]]:
    """Return the ranks of the names that are one of the usual words, or that word beside `wave` or `ronde`."""
    known = _rank_words(ranks)
    places = _ranked_by_beginnings(plain, known)
    for name, words in plain.items():
        bare = (re.sub(r"\W", "", text) for text in (words, _NOISE.sub("", words)))
        rank = next((known[word] for word in bare if word in known), None)
        months = months_since(words) if rank is None and ranks is PHASES else None
        rest = re.sub(r"\W", "", without_lapse(words)) if months is not None else ""
        if months is not None and rest in known:  # `6m follow up` is a follow-up, before `12m follow up`
            rank = known[rest] + months / _MOST_MONTHS
        if rank is not None:
            places[name] = (float(rank), float(rank))
    return places


@cache
def _rank_words(ranks: tuple[str, ...]) -> Mapping[str, float]:
    """Return the rank of each usual word, without its accents, worked out once."""
    lines = [(rank, without_accents(line).split()) for rank, line in enumerate(ranks)]
    known: dict[str, float] = {re.sub(r"\W", "", word): rank for rank, words in reversed(lines) for word in words}
    if ranks is ORDINALS:  # `eerste gesprek` is wave 1, and a `laatste gesprek` comes after it
        known |= {str(rank): rank for rank in range(len(ranks) - 1)}
    for word in known.keys() & {word.replace("-", "") for word in SEVERAL_TIMES}:
        known |= {f"{word}{number}": known[word] + number / 10 for number in range(1, 10)}
    return known


def _ranked_by_beginnings(plain: Mapping[str, str], known: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """Return the ranks of names that are the usual words before one ending, all of them: `premeting`, `postmeting`."""
    words = {name: re.sub(r"\W", "", said) for name, said in plain.items()}
    if len(words) < 2 or any(_SEASON.search(word) for word in words.values()):  # voorjaar, najaar
        return {}
    in_common = itertools.takewhile(
        lambda signs: len(set(signs)) == 1, zip(*map(reversed, words.values()), strict=False)
    )
    for size in range(sum(1 for _ in in_common), _SHORTEST_ENDING - 1, -1):
        begins = {name: word[:-size] for name, word in words.items()}
        ranks = {name: known.get(begin, known.get(begin.removesuffix("s"))) for name, begin in begins.items()}
        places = {name: (float(rank), float(rank)) for name, rank in ranks.items() if rank is not None}
        if len(places) == len(words):
            return places
    return {}


def _signed(names: Sequence[str]) -> dict[str, tuple[float, float]]:
    """Return the numbers of T-1, T0 and T+1: a hyphen is a minus where another of them is zero or has a plus."""
    matches = [_SIGNED.fullmatch(name.casefold().replace("−", "-").replace("–", "-")) for name in names]
    found = {name: match for name, match in zip(names, matches, strict=True) if match}
    signs = {match[2] for match in found.values()}
    zero = any(not match[2] and int(match[3]) == 0 for match in found.values())
    if len(found) < len(names) or len({match[1] for match in found.values()}) > 1:
        return {}
    if "-" not in signs or not (zero or "+" in signs):
        return {}
    return {name: (float(match[2] + match[3]), float(match[2] + match[3])) for name, match in found.items()}


def _numbered(names: Sequence[str]) -> dict[str, tuple[float, float]]:
    """Return the numbers of names that differ in one number only, or in the letter after it: T0, T1; 2010a, 2010b.

    Not where a number may be a short year (98 and 10) or a date without signs (051210): these do not count anything.
    """
    letters = {name: re.fullmatch(r"(.*\d[-_ ]?)([a-z])", name.casefold()) for name in names}
    if len({match and match[1] for match in letters.values()}) == 1 and all(letters.values()):
        return {name: (float(ord(match[2])), float(ord(match[2]))) for name, match in letters.items() if match}
    patterns = {re.sub(r"\d+", "#", name.casefold()) for name in names}
    numbers = {name: re.findall(r"\d+", name) for name in names}
    if len(patterns) > 1 or not all(numbers.values()):
        return {}
    differing = [place for place, column in enumerate(zip(*numbers.values(), strict=True)) if len(set(column)) > 1]
    if len(differing) != 1 or _may_be_dates([own[differing[0]] for own in numbers.values()], names):
        return {}
    return {name: (float(own[differing[0]]), float(own[differing[0]])) for name, own in numbers.items()}


def _may_be_dates(numbers: Sequence[str], names: Sequence[str]) -> bool:
    """Return whether the order of numbers need not be that of time: short years of two centuries, dates, 8 and 2010."""
    if any(len(number) > _LONGEST_NUMBER for number in numbers):
        return True
    if any(int(number) in _YEARS for number in numbers) and any(int(number) < 100 for number in numbers):
        return True
    return not any(map(months_since, names)) and any(
        len(number) <= 2 and int(number) + 1900 in _YEARS for number in numbers
    )


def _first_and_later(plain: Mapping[str, str], phases: Places) -> dict[str, tuple[float, float]]:
    """Return the places of the usual words with those of a first round before them: `eerste` and `vervolg`."""
    first = _first_rounds(plain) - phases.keys()
    places = {**dict.fromkeys(first, (0.0, 0.0)), **phases}
    return places if first and _order_by(tuple(plain), places) else {}


def _first_rounds(plain: Mapping[str, str]) -> set[str]:
    """Return the names that say the start, or the first round: baseline, T0, eerste."""
    start = {word for line in (PHASES[0], *ORDINALS[:2]) for word in without_accents(line).split()} | {"0", "1", "t0"}
    return {name for name, words in plain.items() if re.sub(r"\W", "", _NOISE.sub("", words)) in start}


def _months_later(plain: Mapping[str, str]) -> dict[str, tuple[float, float]]:
    """Return how many months after the start a name says: baseline, 6 months; eerste, or 2010, and 10 jaar."""
    first = _first_rounds(plain)
    later = {name: months for name in plain if (months := months_since(name)) is not None}
    years = [name for name in plain if YEAR.fullmatch(name)]
    first |= set(years) if not first and len(years) == 1 else set()
    return {name: (months, months) for name, months in (later | dict.fromkeys(first, 0.0)).items()}
