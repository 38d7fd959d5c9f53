"""Does the comparison keep its promises when nothing changed, and when something did?

Draws panels of interviews in which persons differ, the same person differs from interview to interview, and a topic
once raised stays on for a while; then counts how often each method is wrong. All of it is invented; real talk is not
like any model, so these figures say that the methods are sound, not how much your study will find (that is
`bp-qual plan`).

    python benchmarks/simulate.py                        # every cell, 2,000 panels each: about an hour
    python benchmarks/simulate.py --panels 200           # a look
    python benchmarks/simulate.py --list                 # the names of the cells
    python benchmarks/simulate.py 'ratio/two-way/*'      # some of them
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from functools import cache

import numpy as np
import pandas as pd
from invented_counts import draw_counts
from numpy.typing import NDArray

from bp_qual.codebook import Code, Codebook, Term
from bp_qual.compare.choices import Choices
from bp_qual.compare.inclusion import who_is_compared
from bp_qual.compare.persons import assess_persons
from bp_qual.panel import Panel, Source, make_panel
from bp_qual.panel.rates import measure_rates
from bp_qual.panel.segments import Segments
from bp_qual.statistics.intervals import ratio_of_means
from bp_qual.statistics.permutation import flip_test
from bp_qual.statistics.ratio_interval import ratio_interval
from bp_qual.transcripts import Corpus

Floats = NDArray[np.float64]

SIZES, SMALL_SIZES = (8, 15, 30), (6, 8, 12)
FREQUENCY = {"rare": 0.027, "moderate": 0.106, "frequent": 0.25}
BETWEEN_PERSONS, WITHIN_PERSON = 0.6, 0.5
STAYS_ON, EXTRA_MENTIONS, TURNS, TURNS_SPREAD, MOST_TURNS, WORDS = 0.55, 0.7, 100, 40, 250, 40
UNEVEN_WITHIN, UNEVEN_LENGTH, MOST = 0.8, 1.5, 0.8


@dataclass(frozen=True)
class Talk:
    """Invented talk: mentions and words in each turn (panels x persons x waves x turns); absent turns have no words."""

    mentions: NDArray[np.int16]
    words: NDArray[np.int16]

    @property
    def rates(self) -> Floats:
        """Mentions per 1,000 words, as panels x persons x waves."""
        rates: Floats = 1000.0 * self.mentions.sum(axis=-1) / self.words.sum(axis=-1)
        return rates


def chances(
    random: np.random.Generator,
    shape: tuple[int, ...],
    base: float,
    ratio: float,
    shared: Floats,
    *,
    uneven: bool = False,
) -> Floats:
    """Draw how often each person raises the theme in each wave; `shared` is what all codes of an interview share."""
    own = random.normal(size=(*shape, 2)) * np.sqrt(0.5) + shared * np.sqrt(0.5)
    person = random.normal(size=(*shape, 1))
    within = np.array([WITHIN_PERSON, UNEVEN_WITHIN if uneven else WITHIN_PERSON])
    spread = BETWEEN_PERSONS * person + within * own
    level = base * np.exp(spread - (BETWEEN_PERSONS**2 + within**2) / 2)
    return np.minimum(level * np.array([1.0, _same_mean(base) if uneven else ratio]), MOST)


@cache
def _same_mean(base: float) -> float:
    """By what to multiply the more varied wave, so that its mean is the same after cutting off at `MOST`."""
    random = np.random.default_rng(0).normal(size=200_000)
    one, two = (
        base * np.exp(spread * random - spread**2 / 2)
        for spread in (np.hypot(BETWEEN_PERSONS, WITHIN_PERSON), np.hypot(BETWEEN_PERSONS, UNEVEN_WITHIN))
    )
    low, high = 1.0, 2.0
    for _ in range(30):
        middle = (low + high) / 2
        short = np.minimum(middle * two, MOST).mean() < np.minimum(one, MOST).mean()
        low, high = (middle, high) if short else (low, middle)
    return low


def draw_words(random: np.random.Generator, shape: tuple[int, ...], *, uneven: bool = False) -> NDArray[np.int16]:
    """Draw how many words each turn holds; each interview has its own number of turns."""
    turns = np.clip(random.normal(TURNS, TURNS_SPREAD, size=(*shape, 2, 1)), 20, MOST_TURNS)
    turns *= np.array([[1.0], [UNEVEN_LENGTH if uneven else 1.0]])
    words = 1 + random.poisson(WORDS * random.gamma(2.0, 0.5, size=(*shape, 2, MOST_TURNS)))
    return np.where(np.arange(MOST_TURNS) < turns, words, 0).astype(np.int16)


def draw_mentions(random: np.random.Generator, level: Floats, words: NDArray[np.int16]) -> NDArray[np.int16]:
    """Draw the mentions in each turn: a theme comes up, stays on for a while, and brings one mention or more a turn."""
    stay = np.maximum(STAYS_ON, level)
    come = level * (1.0 - stay) / (1.0 - level)
    on = np.zeros(words.shape, dtype=bool)
    now = random.random(level.shape) < level
    for turn in range(words.shape[-1]):
        on[..., turn] = now
        now = random.random(level.shape) < np.where(now, stay, come)
    extra = random.poisson(EXTRA_MENTIONS, size=words.shape)
    return np.where(on & (words > 0), 1 + extra, 0).astype(np.int16)


def draw_panels(
    seed: int, panels: int, persons: int, base: float, ratio: float = 1.0, *, uneven: bool = False
) -> Iterator[Talk]:
    """Draw panels of one code, some hundred at a time; uneven: later interviews are longer, and persons vary more."""
    for chunk, size in enumerate(_chunks(panels)):
        random = np.random.default_rng((seed, chunk))
        shared = random.normal(size=(size, persons, 2))
        words = draw_words(random, (size, persons), uneven=uneven)
        level = chances(random, (size, persons), base, ratio, shared, uneven=uneven)
        yield Talk(draw_mentions(random, level, words), words)


def type_one_error(seed: int, panels: int, persons: int, base: float, *, uneven: bool = False) -> tuple[float, float]:
    """How often the default test, and a chi-square over turns, find a change where there is none."""
    found, segments = 0, 0
    for talk in draw_panels(seed, panels, persons, base, uneven=uneven):
        rates = np.round(talk.rates, 9)
        for panel in rates:
            change = (panel[:, 1] - panel[:, 0])[:, None]
            enough = (change != 0).sum() >= 6
            found += int(enough and flip_test(change).p[0] <= 0.05)
        coded, all_turns = (talk.mentions > 0).sum(axis=(1, 3)), (talk.words > 0).sum(axis=(1, 3))
        segments += int((_chi_square(coded, all_turns) > 3.841).sum())
    return found / panels, segments / panels


def coverage(seed: int, panels: int, persons: int, base: float, ratio: float = 1.6) -> float:
    """How often the interval of the ratio holds the true one, among panels in which it can be given."""
    truth = _true_ratio(base, ratio)
    held, given = 0, 0
    for talk in draw_panels(seed, panels, persons, base, ratio):
        found = ratio_of_means(talk.rates[:, :, 0].T, talk.rates[:, :, 1].T)
        usable = np.isfinite(found.low)
        given += int(usable.sum())
        held += int(((found.low <= truth) & (truth <= found.high) & usable).sum())
    return held / given


def interval_of_counts(
    seed: int, panels: int, persons: int, level: float, ratio: float, scenario: str
) -> tuple[float, float]:
    """How often the ratio's interval holds the truth, of all panels in which anybody changed, and agrees with p."""
    counts = draw_counts(np.random.default_rng(seed), panels, persons, level, ratio, scenario)
    before, after = counts.rates[..., 0].T, counts.rates[..., 1].T
    found = ratio_interval(before, after, counts.mentions.sum(axis=2).T)
    given = np.isfinite(found.low)
    outside = (found.low > 1) | (found.high < 1)
    agrees = outside == (flip_test(np.round(after - before, 9)).p <= 0.05)
    return float(((found.low <= ratio) & (ratio <= found.high))[given].mean()), float(agrees[given].mean())


def family_error(seed: int, panels: int, persons: int, codes: int = 20, draws: int = 1999) -> float:
    """How often any of 20 codes that hang together is found changed, after step-down maxT, where none is."""
    bases = np.resize(list(FREQUENCY.values()), codes)
    wrong = 0
    for chunk, size in enumerate(_chunks(panels, 50)):
        random = np.random.default_rng((seed, chunk))
        shared = random.normal(size=(size, persons, 2))
        words = draw_words(random, (size, persons))
        levels = [chances(random, (size, persons), base, 1.0, shared) for base in bases]
        rates = np.stack([Talk(draw_mentions(random, level, words), words).rates for level in levels], axis=-1)
        changes = np.round(rates[:, :, 1] - rates[:, :, 0], 9)
        for panel in changes:
            tested = panel[:, (panel != 0).sum(axis=0) >= 6]
            wrong += int(tested.shape[1] > 0 and flip_test(tested, draws=draws).p_adjusted.min() <= 0.05)
    return wrong / panels


def person_flags(seed: int, persons: int, base: float, *, occasions: bool = True) -> float:
    """How often a person who did not change, but spoke on two occasions, is said to have changed clearly."""
    flagged = 0
    for chunk, size in enumerate(_chunks(persons)):
        random = np.random.default_rng((seed, chunk))
        words = draw_words(random, (size,))
        level = chances(random, (size,), base, 1.0, np.zeros((size, 2)))
        level = level if occasions else np.repeat(level[..., :1], 2, axis=-1)
        flagged += flags_of(Talk(draw_mentions(random, level, words), words))
    return flagged / persons


def _panel_of(talk: Talk) -> Panel:
    """Make a panel of talk (persons x waves x turns), in which every turn is a sentence."""
    person, wave, turn = np.nonzero(talk.words)
    words = talk.words[person, wave, turn].astype(np.int64)
    before = (np.cumsum(talk.words, axis=2, dtype=np.int64) - talk.words)[person, wave, turn]
    sentence = np.repeat(np.arange(len(words)), talk.mentions[person, wave, turn])
    code, none = np.zeros(len(sentence), dtype=np.int64), np.zeros(len(sentence), dtype=bool)
    segments = Segments(
        person, wave, 2 * person + wave, turn, words, before, sentence, code, before[sentence], none, none
    )
    names = [f"P{number:05}" for number in range(len(talk.words))]
    places = [(name, column) for name in names for column in ("1", "2")]
    said, spoken = talk.mentions.sum(axis=2).ravel(), talk.words.sum(axis=2, dtype=np.int64).ravel()
    counted = make_panel(
        [{"person": p, "wave": w, "code": "a", "mentions": int(n)} for (p, w), n in zip(places, said, strict=True)],
        [{"person": p, "wave": w, "words": int(n)} for (p, w), n in zip(places, spoken, strict=True)],
    )
    source = Source(
        Corpus((), counted.persons, counted.waves),
        pd.DataFrame({"status": []}),
        Codebook("Invented", "1", "en", (Code("a", terms=(Term("a", "word"),)),)),
        segments,
    )
    return replace(counted, source=source)


def _true_ratio(base: float, ratio: float) -> float:
    random = np.random.default_rng(0)
    level = chances(random, (200_000,), base, ratio, random.normal(size=(200_000, 2))).mean(axis=0)
    return float(level[1] / level[0])


def _chi_square(coded: NDArray[np.int64], total: NDArray[np.int64]) -> Floats:
    share = coded.sum(axis=1) / total.sum(axis=1)
    expected = total * share[:, None]
    spread = np.maximum(total * (share * (1 - share))[:, None], 1e-12)
    statistic: Floats = ((coded - expected) ** 2 / spread).sum(axis=1)
    return statistic


def _chunks(total: int, size: int = 100) -> list[int]:
    return [min(size, total - start) for start in range(0, total, size)]


def draw_runs(random: np.random.Generator, persons: int, share: float, run: int, sentences: int, words: int) -> Talk:
    """Draw interviews of so many sentences, in which a theme takes a share of them, in runs of so many on average.

    Persons do not change, but what they speak of differs from occasion to occasion (`WITHIN_PERSON`).
    """
    person = random.normal(size=(persons, 1)) * BETWEEN_PERSONS
    occasion = random.normal(size=(persons, 2)) * WITHIN_PERSON
    level = np.minimum(share * np.exp(person + occasion - (BETWEEN_PERSONS**2 + WITHIN_PERSON**2) / 2), MOST)
    stay = np.maximum(1.0 - 1.0 / run, level)
    come = level * (1.0 - stay) / (1.0 - level)
    spoken = (1 + random.poisson(words - 1, size=(persons, 2, sentences))).astype(np.int16)
    on, now = np.zeros(spoken.shape, dtype=bool), random.random(level.shape) < level
    for sentence in range(sentences):
        on[..., sentence] = now
        now = random.random(level.shape) < np.where(now, stay, come)
    return Talk(np.where(on, 1, 0).astype(np.int16), spoken)


def flags_of(talk: Talk) -> int:
    """How many persons (of persons x waves x sentences) are said to have changed clearly."""
    panel = _panel_of(talk)
    rates = measure_rates(panel, panel.waves)
    found = assess_persons(panel, rates, who_is_compared(panel, rates, 300), Choices(*panel.waves))
    return int((found.label == "clear").sum())


def main() -> int:
    """Run the cells whose names fit, and say which keep their promise."""
    from simulated_cells import all_cells

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cells", nargs="*", default=["*"], help="names of cells, with * for any letters")
    parser.add_argument("--panels", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--list", action="store_true", help="only name the cells")
    given = parser.parse_args()
    chosen = [cell for name, cell in all_cells().items() if any(fnmatch(name, pattern) for pattern in given.cells)]
    kept = bool(chosen)
    for cell in chosen:
        if given.list:
            print(cell.name)
            continue
        for what, share in cell.run(given.panels, given.seed).items():
            low, high = cell.limits[what]
            error = 2 * np.sqrt(share * (1 - share) / given.panels)
            inside = low <= share <= high
            kept &= inside or bool(cell.told)
            verdict = "" if inside else f"OUTSIDE: {cell.told}" if cell.told else "OUTSIDE"
            print(f"{cell.name:48s} {what:30s} {share:.3f} +-{error:.3f}  {verdict}".rstrip(), flush=True)
    return 0 if kept else 1


if __name__ == "__main__":
    raise SystemExit(main())
