"""Score a chance that a proposal fits, learnt from decided proposals: why `bp-qual suggest` gives none.

    python benchmarks/score_chances.py

The sentences are those of `score_suggestions.py`, read as there. Of each code eight or twelve are known, with what the
codebook calls it. The first ten proposals are judged by the gold set and added to what is known or declined, then ten
more, until twenty or forty are. From these decisions the chance of the next twenty is learnt, from how like what is
known each decided sentence is when it is left out of that, by two curves: a logistic with Platt's smoothed targets for
each code (*each code*), and one slope for all codes of a draw with intercepts drawn to their mean by a normal prior
with a standard deviation of one (*all codes*). A slope below zero is taken as zero.

Printed: the mean squared error (Brier), beside that of the share of the code that was accepted before; the mean
difference of chance and truth over ten bins (ECE), and the largest in bins of fifty predictions and more; and the area
under the ROC curve within the next twenty of a code, where some of them fit and others do not: whether likeness still
tells at all which. *not seen* are the codes that were left out when the weights of likeness were chosen.

References: Platt (1999), Probabilistic outputs for support vector machines, Advances in Large Margin Classifiers,
61-74; Lin, Lin & Weng (2007), A note on Platt's probabilistic outputs, Machine Learning 68, 267-276.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import numpy as np
import score_suggestions
from numpy.typing import NDArray
from score_suggestions import (
    HALVES,
    Marks,
    Remembered,
    Rows,
    Trial,
    area,
    read_gold,
    read_labels,
    read_mixed,
    read_talk,
    read_themes,
)

from bp_qual.suggestions import load_encoder
from bp_qual.suggestions.likeness import Likeness, measure_likeness

Floats = NDArray[np.float64]
Name = tuple[str, str]
Decided = Mapping[Name, tuple[Floats, Marks]]
Curve = tuple[float, float]

KNOWN, JUDGED, AT_ONCE, NEXT = (8, 12), (20, 40), 10, 20
FILLED = 50  # predictions of a bin from which on it counts
APART = 1.0  # standard deviation of the intercepts of codes around their mean


class Judging:
    """One code of a draw: what is known of it, and the proposals that were judged."""

    def __init__(self, trial: Trial, name: Name, known: Rows, others: Rows, left: Marks) -> None:
        self.trial, self.name, self.left = trial, name, left.copy()
        self.about = np.concatenate([known, trial.label[name]])
        self.apart = np.concatenate([others, trial.rest[name]])
        self.judged: list[int] = []
        self.truth = np.isin(np.arange(len(left)), trial.of[name])

    def measure(self, without: int = -1) -> Likeness:
        """Return how like what is known all sentences are, one of them left out."""
        about, apart = (rows[rows != without] for rows in (self.about, self.apart))
        told, rest = self.trial.label[self.name], self.trial.rest[self.name]
        return measure_likeness(self.trial.aspects, about, apart, told=told, rest=rest)

    def first(self, scores: Floats, number: int) -> Rows:
        """Return the sentences that are proposed first."""
        free = np.flatnonzero(self.left)
        return free[np.argsort(-scores[free], kind="stable")][:number]

    def judge(self) -> None:
        """Judge the next proposals by the gold set."""
        new = self.first(self.measure().scores, AT_ONCE)
        self.left[new] = False
        self.judged += new.tolist()
        self.about = np.concatenate([self.about, new[self.truth[new]]])
        self.apart = np.concatenate([self.apart, new[~self.truth[new]]])

    def decided(self) -> tuple[Floats, Marks]:
        """Return how like the rest of what is known each judged proposal is, and whether it fits."""
        return np.array([self.measure(row).scores[row] for row in self.judged]), self.truth[self.judged]


def share(at: Floats) -> Floats:
    """Return the logistic of each number."""
    return 1 / (1 + np.exp(-np.clip(at, -500, 500)))


def fit(columns: Floats, targets: Floats, drawn: Floats, start: Floats) -> Floats:
    """Return the coefficients with the least loss, found by Newton's steps with backtracking."""
    found = start

    def loss(tried: Floats) -> float:
        at = columns @ tried
        return float(np.sum(np.logaddexp(0, at) - targets * at) + (drawn * tried**2).sum() / 2)

    for _ in range(60):
        chance = share(columns @ found)
        uphill = columns.T @ (chance - targets) + drawn * found
        if np.abs(uphill).max() < 1e-6:
            break
        bend = (columns.T * (chance * (1 - chance))) @ columns + np.diag(drawn + 1e-9)
        step, size = np.linalg.solve(bend, uphill), 1.0
        while size > 1e-6 and loss(found - size * step) > loss(found) - 1e-4 * size * float(uphill @ step):
            size /= 2
        found = found - size * step
    return found


def learn(decided: Decided) -> dict[Name, Curve]:
    """Return a slope, the same for all codes, and the intercept of each."""
    likeness, fits = (np.concatenate([pair[at] for pair in decided.values()]) for at in (0, 1))
    own = np.eye(len(decided))[np.repeat(np.arange(len(decided)), [len(pair[0]) for pair in decided.values()])]
    yes, no = int(fits.sum()), int((~fits).sum())
    targets = np.where(fits, (yes + 1) / (yes + 2), 1 / (no + 2))
    drawn = np.array([0.0, 0.0, *[1 / APART**2] * len(decided)])
    start = np.array([0.0, np.log((yes + 1) / (no + 1)), *[0.0] * len(decided)])
    for sloping in (likeness, np.zeros(len(likeness))):
        slope, common, *each = fit(np.column_stack([sloping, np.ones(len(likeness)), own]), targets, drawn, start)
        if slope >= 0:
            break
    return {name: (float(slope), float(common + one)) for name, one in zip(decided, each, strict=True)}


def draw_all(trial: Trial, number: int) -> Iterator[list[Judging]]:
    """Yield the codes of one draw after the other, those with enough sentences to go on with."""
    draws = {name: [*trial.draws(name, number)] for name in trial.of}
    for at in range(score_suggestions.DRAWS):
        codes = [Judging(trial, name, *found[at]) for name, found in draws.items() if found]
        yield [code for code in codes if code.left.sum() >= max(JUDGED) + NEXT]


def print_chances(what: str, trial: Trial, number: int) -> None:
    """Print how good the chances are with so many known."""
    place: dict[str, int] = defaultdict(int)
    half = {}
    for name in trial.of:
        half[name] = HALVES[place[name[0]] % 2]
        place[name[0]] += 1
    found: dict[tuple[int, str, str], list[tuple[Floats, Floats, Marks]]] = defaultdict(list)
    for codes in draw_all(trial, number):
        while codes and len(codes[0].judged) < max(JUDGED):
            for code in codes:
                code.judge()
            if len(codes[0].judged) not in JUDGED:
                continue
            decided = {code.name: code.decided() for code in codes}
            alone = {name: curve for name, pair in decided.items() for curve in learn({name: pair}).values()}
            for way, curves in (("each code", alone), ("all codes", learn(decided))):
                for code in codes:
                    (slope, base), scores = curves[code.name], code.measure().scores
                    row = code.first(scores, NEXT)
                    before = np.full(len(row), decided[code.name][1].mean())
                    for part in ("", *([] if trial.pooled else [half[code.name]])):
                        one = share(slope * scores[row] + base), before, code.truth[row]
                        found[len(code.judged), way, part].append(one)
    for (judged, way, part), rows in sorted(found.items()):
        said = f"{what}  {number:2} known, {judged} decided, by {way}  {part:9}"
        print(f"{said}  {describe(rows)}", flush=True)


def describe(rows: list[tuple[Floats, Floats, Marks]]) -> str:
    """Return the scores of chances in words; likeness falls from each proposal to the next."""
    areas = [area(-np.arange(len(fits)).astype(float), fits) for _, _, fits in rows if fits.any() and not fits.all()]
    chance, before, right = (np.concatenate(column) for column in zip(*rows, strict=True))
    bins = np.minimum((chance * 10).astype(int), 9)
    sizes = np.bincount(bins, minlength=10)
    said, were = (np.bincount(bins, weights=column, minlength=10) / np.maximum(sizes, 1) for column in (chance, right))
    told = " ".join(f"{said[at]:.2f}:{were[at]:.2f} ({sizes[at]})" for at in np.flatnonzero(sizes >= FILLED))
    return (
        f"Brier {np.mean((chance - right) ** 2):.3f}, of the share {np.mean((before - right) ** 2):.3f}"
        f"  ECE {(np.abs(said - were) * sizes).sum() / len(bins):.3f}"
        f"  largest {np.abs(said - were)[sizes >= FILLED].max(initial=0.0):.2f}"
        f"  area within {np.mean(areas) if areas else np.nan:.2f} ({len(areas)} lists)  {told}"
    )


def main() -> None:
    """Print the scores of every set in each language."""
    score_suggestions.DRAWS = 8
    encode, labels, gold = Remembered(load_encoder()), read_labels(), read_gold()
    for what, sentences in (
        ("themes", read_themes()),
        ("mixed", read_mixed()),
        ("gold", gold),
        ("pooled", gold + read_talk()),
    ):
        for language in ("nl, en",) if what == "mixed" else ("en", "nl"):
            rows = [one for one in sentences if one.language in language]
            if rows:
                trial = Trial(rows, labels, encode, pooled=what == "pooled")
                for number in KNOWN:
                    print_chances(f"{what} {language}", trial, number)


if __name__ == "__main__":
    main()
