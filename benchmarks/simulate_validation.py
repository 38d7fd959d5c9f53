"""What the automatic change and the corrected one say where the coder finds less in the second wave.

    python benchmarks/simulate_validation.py [--studies 300] [--persons 24] [--sample 400] [--times 1] [--near]

Persons differ (log-sd .6), and so do their interviews (.5); 100 passages an interview, sensitivity .85 then .57,
specificity .97. The truth is the change for such persons. Strata are wave x label, `--near` adds look-alikes.
"""

from __future__ import annotations

import argparse

import numpy as np

from bp_qual.statistics.allocation import draw_strata, share_out
from bp_qual.statistics.corrected import correct_difference, student_limits, weigh_units
from bp_qual.statistics.difference_interval import difference_interval

PASSAGES = 100
SPREADS = np.array([0.12, 0.4, 0.4])


def talk(rng: np.random.Generator, persons: int, prevalence: float, times: float):
    """Return person, wave, what people find and what the coder finds in each passage, and which look alike."""
    person, wave = np.repeat(np.arange(persons), 2 * PASSAGES), np.tile(np.repeat([0, 1], PASSAGES), persons)
    own, occasion = rng.normal(0, 0.6, persons), rng.normal(0, 0.5, (persons, 2))
    level = prevalence * np.exp(own[person] + occasion[person, wave] - (0.36 + 0.25) / 2)
    human = (rng.random(len(person)) < np.minimum(level * np.where(wave == 1, times, 1.0), 0.9)).astype(float)
    found = np.where(wave == 0, 0.85, 0.57)
    automatic = np.where(human == 1, rng.random(len(person)) < found, rng.random(len(person)) < 0.03).astype(float)
    near = np.where(human == 1, rng.random(len(person)) < 0.6, rng.random(len(person)) < 0.1) & (automatic == 0)
    return person, wave, human, automatic, near


def run(rng: np.random.Generator, persons: int, sample: int, prevalence: float, times: float, near: bool, truth: float):
    person, wave, human, automatic, alike = talk(rng, persons, prevalence, times)
    layer = np.where(automatic == 1, 1, np.where(alike & near, 2, 0))
    strata = wave * 3 + layer
    sizes = np.bincount(strata, minlength=6)
    numbers = share_out(sizes, np.tile(SPREADS, 2), sample)
    drawn = draw_strata(strata, numbers, rng)
    weights = weigh_units(person, wave, np.ones(len(person)), persons)
    chances = (numbers / np.maximum(sizes, 1))[strata]
    found = correct_difference(person, weights, automatic, np.where(drawn, human, np.nan), chances, strata=strata)
    naive = student_limits(persons * np.bincount(person, weights * automatic))
    furthest = [float(limit[0]) for limit in difference_interval(found.changes[:, None])]
    here = float(weights @ human)
    half = 1.96 * found.design_error
    return {
        "naive rejects": not naive[0] <= 0 <= naive[1],
        "rejects": not found.low <= 0 <= found.high,
        "covers": found.low <= truth <= found.high,
        "covers (furthest)": furthest[0] <= truth <= furthest[1],
        "width": found.high - found.low,
        "width (furthest)": furthest[1] - furthest[0],
        "these texts": found.change - half <= here <= found.change + half,
        "bias": found.change - truth,
    }


def main() -> None:
    """Run one cell and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--studies", type=int, default=300)
    parser.add_argument("--persons", type=int, nargs="+", default=[24])
    parser.add_argument("--sample", type=int, nargs="+", default=[400])
    parser.add_argument("--prevalence", type=float, nargs="+", default=[0.12])
    parser.add_argument("--times", type=float, nargs="+", default=[1.0])
    parser.add_argument("--near", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    for prevalence in asked.prevalence:
        for times in asked.times:
            rng = np.random.default_rng(asked.seed)
            _, wave, human, *_ = talk(rng, 20_000, prevalence, times)
            truth = float(human[wave == 1].mean() - human[wave == 0].mean()) if times != 1 else 0.0
            for persons in asked.persons:
                for sample in asked.sample:
                    rows = [
                        run(rng, persons, sample, prevalence, times, asked.near, truth) for _ in range(asked.studies)
                    ]
                    said = ", ".join(f"{name} {np.mean([float(row[name]) for row in rows]):.3f}" for name in rows[0])
                    print(f"prevalence {prevalence} x{times} n={persons} m={sample}: {said}", flush=True)


if __name__ == "__main__":
    main()
