"""The cells of `simulate.py`: each one promise in one setting, with a name by which it can be run alone.

A cell draws panels in which it is known what happened, and gives shares: of panels in which a test was wrong, of
intervals that held the truth. Where a cell is known to break its promise, it says why.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import combinations, product
from pathlib import Path

import numpy as np
from invented_counts import PER_THOUSAND, SCENARIOS, draw_counts
from numpy.typing import NDArray
from simulate import (
    FREQUENCY,
    SIZES,
    SMALL_SIZES,
    Talk,
    coverage,
    draw_runs,
    family_error,
    flags_of,
    interval_of_counts,
    person_flags,
    type_one_error,
)

from bp_qual.compare.choices import FEWEST_STAYED
from bp_qual.compare.sameness import find_changes
from bp_qual.panel.rates import Rates
from bp_qual.statistics.cooccurrence import CodeTracks, pair_test, stretches
from bp_qual.statistics.difference_interval import difference_interval
from bp_qual.statistics.group_units import put_together
from bp_qual.statistics.groups import group_test, log_changes
from bp_qual.statistics.permutation import flip_test
from bp_qual.statistics.ratio_interval import ratio_interval
from bp_qual.statistics.thresholds import within_factor
from bp_qual.statistics.weighted import length_adjusted, word_weighted

Floats = NDArray[np.float64]
Shares = dict[str, float]
Run = Callable[[int, int], Shares]

WRONG, HELD, AGREES = (0.0, 0.06), (0.93, 1.0), (0.97, 1.0)
ANY = (0.0, 1.0)
SKEWED = "the mean stays, but a few rise much and most fall a little: the orders are not exchangeable"
FEW_TWO_WAY = "as good as .93: .931 to .933 of 8,000 to 40,000 panels with other seeds"
TWELVE_TWO_WAY = "as good as .06: .054 and .058 of 8,000 panels with other seeds"
UNEQUAL_AND_RARE = "rates of interviews of very unequal length are not quite exchangeable: .064 of 8,000 panels"
NOT_OFFERED = "not offered below thirty persons: .062 of 8,000 panels"
SENTENCE = 12  # words
LENGTHS = ((600, 600), (2000, 2000), (6000, 6000), (1000, 6000), (1500, 6000), (2000, 6000))  # words
SHARES_OF_SENTENCES = {"3 %": 0.03, "10 %": 0.10, "25 %": 0.25}


@dataclass(frozen=True)
class Cell:
    """One promise in one setting: `run` takes how many panels and a seed; `limits` has an entry for each share."""

    name: str
    run: Run
    limits: dict[str, tuple[float, float]]
    told: str = ""  # why it is known to break, if it is


def differences_of(counts_seed: int, panels: int, persons: int, level: float, ratio: float, scenario: str) -> Shares:
    """How often the interval of the mean difference holds the truth."""
    counts = draw_counts(np.random.default_rng(counts_seed), panels, persons, level, ratio, scenario)
    change = np.round(counts.rates[..., 1] - counts.rates[..., 0], 9).T
    low, high = difference_interval(change, p=flip_test(change).p)
    truth, given = level * (ratio - 1.0), np.isfinite(low)
    return {"held": float(((low <= truth) & (truth <= high))[given].mean())}


def sameness(seed: int, panels: int, persons: int, level: float, scenario: str) -> Shares:
    """How often the test is wrong, and finds a doubling, when equal mentions and less than half a mention are none."""
    found = {}
    for name, ratio in (("wrong", 1.0), ("power for x2", 2.0)):
        counts = draw_counts(np.random.default_rng(seed), panels, persons, level, ratio, scenario)
        rejected = 0
        for mentions, words in zip(counts.mentions, np.rint(counts.words), strict=True):
            rates = 1000.0 * mentions / words
            names = tuple(map(str, range(persons)))
            table = Rates(names, ("1", "2"), ("a",), words, mentions[..., None], rates[..., None], 1000.0 / words)
            change = find_changes(table)
            rejected += int((change != 0).sum() >= 6 and flip_test(change).p[0] <= 0.05)
        found[name] = rejected / panels
    return found


def recounted(seed: int, panels: int, persons: int, level: float, scenario: str) -> Shares:
    """How often the word-weighted and the length-adjusted change is found, where the mean rate stays."""
    counts = draw_counts(np.random.default_rng(seed), panels, persons, level, 1.0, scenario)
    wrong, units = {"word-weighted wrong": 0, "length-adjusted wrong": 0}, np.eye(persons)
    for rates, words in zip(counts.rates, counts.words, strict=True):
        before, after = np.round(rates[:, :1], 9), np.round(rates[:, 1:], 9)
        wrong["word-weighted wrong"] += int(word_weighted(before, after, words, units=units).p[0] <= 0.05)
        wrong["length-adjusted wrong"] += int(length_adjusted(after - before, words, units=units).p[0] <= 0.05)
    return {name: count / panels for name, count in wrong.items()}


def groups_of(
    seed: int, panels: int, sizes: tuple[int, int], levels: tuple[float, float], ratio: float, factor: float = 1.0
) -> Shares:
    """How often two groups are found to differ in their change; `factor`: by how much the second really does."""
    random, found = np.random.default_rng(seed), 0
    units = put_together(np.repeat([0, 1], sizes))
    parts = [
        draw_counts(random, panels, size, level, ratio * (factor if number else 1.0))
        for number, (size, level) in enumerate(zip(sizes, levels, strict=True))
    ]
    rates = np.concatenate([part.rates for part in parts], axis=1)
    mentions = np.concatenate([part.mentions for part in parts], axis=1).sum(axis=2)
    for rate, said in zip(rates, mentions, strict=True):
        changes = log_changes(rate[:, :1], rate[:, 1:], said[:, None])
        found += int(group_test(changes, units, draws=999, seed=seed)[0][0] <= 0.05)
    return {"power" if factor != 1 else "wrong": found / panels}


def equivalence(seed: int, panels: int, persons: int, level: float, margin: float, ratio: float) -> Shares:
    """How often a code is said to have stayed within the margin, by two one-sided tests at .05."""
    counts = draw_counts(np.random.default_rng(seed), panels, persons, level, ratio)
    before, after = counts.rates[..., 0].T, counts.rates[..., 1].T
    found = ratio_interval(before, after, counts.mentions.sum(axis=2).T, level=0.90)
    return {"stayed" if ratio == 1 else "wrong": float(within_factor(found.low, found.high, margin).mean())}


def flags_of_turns(seed: int, persons: int, base: float) -> Shares:
    """How often a person of a hundred who did not change, but spoke on two occasions, is called clearly changed."""
    return {"wrong": person_flags(seed, persons, base)}


def flags_of_runs(seed: int, persons: int, share: float, run: int, words: tuple[int, int]) -> Shares:
    """How often a person of ten who did not change, but spoke on two occasions, is said to have changed clearly."""
    flagged, panels = 0, max(1, persons // 10)
    for panel in range(panels):
        random = np.random.default_rng((seed, panel))
        talk = draw_runs(random, 10, share, run, max(words) // SENTENCE, SENTENCE)
        for wave, said in enumerate(words):
            talk.words[:, wave, said // SENTENCE :] = 0
            talk.mentions[:, wave, said // SENTENCE :] = 0
        flagged += flags_of(talk)
    return {"wrong": flagged / (10 * panels)}


def rotated(seed: int, panels: int, tracks: Callable[[np.random.Generator], list[list[NDArray[np.bool_]]]]) -> Shares:
    """How often a pair of codes is found changed, where each code's track is turned round at random."""
    random, wrong, tested = np.random.default_rng(seed), 0, 0
    for _ in range(panels):
        waves = [[CodeTracks(stretches(_turned(random, heard))) for heard in wave] for wave in tracks(random)]
        pairs = list(combinations(range(waves[0][0].present.shape[1]), 2))
        p = pair_test(waves[0], waves[1], pairs, draws=299, seed=int(random.integers(1_000_000))).p
        wrong, tested = wrong + int((p <= 0.05).sum()), tested + int(np.isfinite(p).sum())
    return {"wrong": wrong / max(tested, 1)}


def invented_tracks(random: np.random.Generator) -> list[list[NDArray[np.bool_]]]:
    """Four codes in runs, in two interviews of 200 sentences of eight persons."""
    talk = draw_runs(random, 8 * 4, 0.12, 3, 200, SENTENCE)
    heard = (talk.mentions > 0).reshape(8, 4, 2, -1)
    return [[heard[person, :, wave].T for person in range(8)] for wave in (0, 1)]


def sample_tracks(_: np.random.Generator) -> list[list[NDArray[np.bool_]]]:
    """The sample study's own interviews, of the persons in both waves."""
    from bp_qual.codebook import read_codebook
    from bp_qual.coding import apply_codebook
    from bp_qual.panel import count_codes
    from bp_qual.study import read_corpus

    if not _SAMPLE:
        root = Path(__file__).parents[1]
        corpus, book = read_corpus(root / "transcripts_sample"), read_codebook(root / "codebooks" / "best_persons.yaml")
        segments = count_codes(apply_codebook(book, corpus), corpus, book).source.segments
        heard = np.zeros((len(segments.words), len(book.codes)), dtype=bool)
        heard[segments.sentence, segments.code] = True
        both = set(segments.person[segments.wave == 0]) & set(segments.person[segments.wave == 1])
        _SAMPLE.extend(
            [heard[(segments.person == person) & (segments.wave == wave)] for person in sorted(both)] for wave in (0, 1)
        )
    return _SAMPLE


_SAMPLE: list[list[NDArray[np.bool_]]] = []


def _turned(random: np.random.Generator, heard: NDArray[np.bool_]) -> NDArray[np.bool_]:
    return np.stack([np.roll(track, random.integers(len(track))) for track in heard.T], axis=1)


def all_cells() -> dict[str, Cell]:
    """Every cell by its name, in the order of the table in docs/statistics.md."""
    cells = [*_of_talk(), *_of_counts(), *_of_persons(), *_of_groups_and_pairs(), *_of_equivalence()]
    return {cell.name: cell for cell in cells}


def _of_talk() -> list[Cell]:
    found = []
    for persons, (name, base) in product(SIZES, FREQUENCY.items()):

        def errors(panels: int, seed: int, persons: int = persons, base: float = base) -> Shares:
            wrong, segments = type_one_error(seed, panels, persons, base)
            uneven, _ = type_one_error(seed, panels, persons, base, uneven=True)
            return {"wrong": wrong, "wrong, uneven": uneven, "chi-square of segments wrong": segments}

        def held(panels: int, seed: int, persons: int = persons, base: float = base) -> Shares:
            return {"held": coverage(seed, panels, persons, base)}

        limits = {"wrong": WRONG, "wrong, uneven": WRONG, "chi-square of segments wrong": (0.20, 1.0)}
        found.append(Cell(f"test/{persons}/{name}", errors, limits))
        found.append(Cell(f"jackknife/{persons}/{name}", held, {"held": (0.93, 0.97)}))
    for persons in SIZES:

        def family(panels: int, seed: int, persons: int = persons) -> Shares:
            return {"any wrong": family_error(seed, panels, persons)}

        found.append(Cell(f"family/{persons}", family, {"any wrong": WRONG}))
    return found


def _of_counts() -> list[Cell]:
    found = []
    for scenario, persons, (name, level) in product(SCENARIOS, SMALL_SIZES, PER_THOUSAND.items()):
        told = SKEWED if scenario == "skewed" else ""
        setting = (persons, level, scenario)
        same = partial(_call, sameness, persons, level, scenario)
        twelve = TWELVE_TWO_WAY if (scenario, persons) == ("two-way", 12) else told
        found.append(Cell(f"same/{scenario}/{persons}/{name}", same, {"wrong": WRONG, "power for x2": ANY}, twelve))
        again = partial(_call, recounted, *setting)
        limits = {"word-weighted wrong": WRONG, "length-adjusted wrong": (0.0, 0.08)}
        rare = UNEQUAL_AND_RARE if (scenario, name) == ("later longer", "rare") else told
        found.append(Cell(f"recounts/{scenario}/{persons}/{name}", again, limits, rare))
        for ratio in (1.0, 3.0):
            place = f"{scenario}/{persons}/{name}/x{ratio:g}"
            both = partial(_both_of_ratio, persons, level, ratio, scenario)
            few = FEW_TWO_WAY if (scenario, persons, ratio) == ("two-way", 6, 3.0) else told
            found.append(Cell(f"ratio/{place}", both, {"held": HELD, "agrees with p": AGREES}, few))
            gap = partial(_call, differences_of, persons, level, ratio, scenario)
            found.append(Cell(f"difference/{place}", gap, {"held": HELD}, few))
    return found


def _of_persons() -> list[Cell]:
    found = [
        Cell(f"person/turns/{name}", partial(_call, flags_of_turns, base), {"wrong": WRONG})
        for name, base in FREQUENCY.items()
    ]
    for run, words, (name, share) in product((3, 10), LENGTHS, SHARES_OF_SENTENCES.items()):
        length = str(words[0]) if len({*words}) == 1 else f"{words[0]} and {words[1]}"
        flags_in_runs = partial(_call, flags_of_runs, share, run, words)
        found.append(Cell(f"person/runs of {run}/{length}/{name}", flags_in_runs, {"wrong": WRONG}))
    return found


def _of_groups_and_pairs() -> list[Cell]:
    found = []
    for sizes, levels, ratio, high in (
        ((3, 12), (8.0, 1.0), 1.0, 0.06),
        ((3, 12), (1.0, 8.0), 1.0, 0.06),
        ((5, 12), (8.0, 1.0), 1.0, 0.06),
        ((5, 12), (1.0, 8.0), 1.0, 0.06),
        ((5, 15), (8.0, 1.0), 1.0, 0.06),
        ((5, 15), (8.0, 1.0), 2.0, 0.06),
        ((5, 15), (1.0, 8.0), 2.0, 0.06),
        ((8, 8), (6.0, 1.0), 2.0, 0.06),
    ):
        run = partial(_call, groups_of, sizes, levels, ratio)
        name = f"groups/{sizes[0]} and {sizes[1]}/{levels[0]:g} and {levels[1]:g}/x{ratio:g}"
        found.append(Cell(name, run, {"wrong": (0.0, high)}))
    for sizes in ((5, 12), (3, 12)):
        name = f"groups/{sizes[0]} and {sizes[1]}/x1 and x3"
        found.append(Cell(name, partial(_call, groups_of, sizes, (4.0, 4.0), 1.0, 3.0), {"power": ANY}))
    for name, tracks in (("sample", sample_tracks), ("invented", invented_tracks)):
        found.append(Cell(f"pairs/rotated/{name}", partial(_call, rotated, tracks), {"wrong": WRONG}))
    return found


def _of_equivalence() -> list[Cell]:
    found = []
    for margin, persons, (name, level) in product((1.5, 2.0), (12, 30, 60), PER_THOUSAND.items()):
        for ratio, share in ((1.0, "stayed"), (margin, "wrong")):
            run = partial(_call, equivalence, persons, level, margin, ratio)
            place = f"stayed/{margin:g}/{persons}/{name}/x{ratio:g}"
            told = NOT_OFFERED if persons < FEWEST_STAYED else ""
            found.append(Cell(place, run, {share: ANY if share == "stayed" else WRONG}, told))
    return found


def _call(function: Callable[..., Shares], *rest: object) -> Shares:
    """Call with (seed, panels, ...): the last two of `rest` are the panels and the seed of the run."""
    *setting, panels, seed = rest
    return function(seed, panels, *setting)


def _both_of_ratio(persons: int, level: float, ratio: float, scenario: str, panels: int, seed: int) -> Shares:
    held, agrees = interval_of_counts(seed, panels, persons, level, ratio, scenario)
    return {"held": held, "agrees with p": agrees}


__all__ = ["Cell", "Talk", "all_cells"]
