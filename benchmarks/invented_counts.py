"""Invented counts of mentions and words, for simulations that need no sentences: many panels at once, one code.

In every scenario the true ratio of the mean rates is the one asked for; what differs is how persons, interviews and
mentions vary around it. Persons differ by a gamma, interviews of a person by a log-normal, mentions come in bursts.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

PER_THOUSAND = {"rare": 0.4, "moderate": 2.0, "frequent": 8.0}
SCENARIOS = (
    "plain", "two-way", "later longer", "never-mentioners", "heavy tails", "length tied to talk",
    "length tied to change", "skewed",
)  # fmt: skip
PERSON_SHAPE, OCCASION_SPREAD, WORDS, WORDS_SPREAD = 1.2, 0.4, 3000, 0.35
NEVER, LONGEST_BURST, CHANGE_SPREAD = 0.55, 60, 0.5


@dataclass(frozen=True)
class Counts:
    """Mentions and words, as panels x persons x waves."""

    mentions: Floats
    words: Floats

    @property
    def rates(self) -> Floats:
        """Mentions per 1,000 words."""
        rates: Floats = 1000.0 * self.mentions / self.words
        return rates


def draw_counts(
    random: np.random.Generator, panels: int, persons: int, level: float, ratio: float = 1.0, scenario: str = "plain"
) -> Counts:
    """Draw panels in which a theme is mentioned `level` times per 1,000 words, and later `ratio` times as often."""
    shape = (panels, persons)
    person = random.gamma(PERSON_SHAPE, 1.0 / PERSON_SHAPE, shape)
    words = WORDS * np.exp(WORDS_SPREAD * random.normal(size=(*shape, 2)))
    if scenario == "never-mentioners":
        person = person * (random.random(shape) >= NEVER) / (1.0 - NEVER)
    if scenario == "later longer":
        words = words * np.array([1.0, 3.0])
    if scenario == "length tied to talk":
        words = words * np.clip(person[..., None], 0.2, 5.0)
    change = ratio * _change(random, shape, scenario)
    if scenario == "length tied to change":  # whose talk of it grows, talks longer
        words[..., 1] *= np.clip(change / ratio, 0.3, 3.0)
    occasion = np.exp(OCCASION_SPREAD * random.normal(size=(*shape, 2)) - OCCASION_SPREAD**2 / 2)
    rate = level / 1000.0 * person[..., None] * occasion * np.stack([np.ones(shape), change], axis=-1)
    return Counts(_bursts(random, rate * words, heavy=scenario == "heavy tails"), words)


def _change(random: np.random.Generator, shape: tuple[int, ...], scenario: str) -> Floats:
    """Factors of mean 1 by which the persons' changes differ."""
    if scenario == "two-way":
        return np.where(random.random(shape) < 0.5, 1.7, 0.3)
    if scenario == "skewed":
        return np.where(random.random(shape) < 0.15, 4.4, 0.4)
    if scenario == "length tied to change":
        return np.exp(CHANGE_SPREAD * random.normal(size=shape) - CHANGE_SPREAD**2 / 2)
    return np.ones(shape)


def _bursts(random: np.random.Generator, expected: Floats, *, heavy: bool) -> Floats:
    """Draw mentions that come some at a time: a geometric number with mean 2, or one without a fixed scale."""
    if not heavy:
        starts = random.poisson(expected / 2.0)
        return starts + np.where(starts > 0, random.negative_binomial(np.maximum(starts, 1), 0.5), 0).astype(float)
    sizes = np.minimum(np.floor(random.pareto(1.4, 100_000)) + 1.0, LONGEST_BURST)
    starts = random.poisson(expected / sizes.mean())
    total = np.zeros(expected.shape)
    for burst in range(int(starts.max(initial=0))):
        total += np.where(starts > burst, random.choice(sizes, size=expected.shape), 0.0)
    return total
