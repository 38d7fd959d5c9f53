"""Score proposed passages: of sentences of a code that no term finds, how many are among the first that are proposed?

    python benchmarks/score_suggestions.py

The sentences are those of the gold sets beside this file, a code at a time with enough sentences, fifteen draws each.
Eight of its sentences are known, then twelve, then sixteen, as if somebody had coded them, and at least four are not;
the terms of the code are not used at all, so the others are what was missed. They are looked for among all sentences of
the set, with as many known ones of each other code. Printed: the area under the ROC curve, and the share of the missed
that are among the first twenty (of at most twenty), beside what chance and likeness by letters alone give. The gold
sets were made to try words and denials, with short sentences of one set about everything; that makes it harder than
interviews are. They were in view while the arithmetic was chosen.

The same is printed of the sentences in `themes`: six themes and talk about anything else, in two languages, half of a
theme's sentences without the obvious word. They were written without a look at the code. The first score, with other
weights, was .73 in Dutch and .75 in English; the weights were then set on both, so they are in view now.

A third set, of 100 sentences about five themes and 20 about nothing of it in Dutch and English mixed, is not in this
repository: the file named by `BP_QUAL_THEMES`, or `../shared/prototypes/dutch/themes60.py`, and left out where there is
none. Nothing was set on it.
"""

from __future__ import annotations

import csv
import json
import os
import random
import runpy
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bp_qual.suggestions import load_encoder
from bp_qual.suggestions.content_words import content_words
from bp_qual.suggestions.likeness import Directions, Letters, measure_likeness
from bp_qual.suggestions.sentence_vectors import Encode

Rows = NDArray[np.int64]

GOLD, THEMES = (Path(__file__).parent / folder for folder in ("gold", "themes"))
KNOWN, DRAWS, FIRST = (8, 12, 16), 15, 20
LEAST_LEFT = 4  # sentences of a code that are not known, for it to be scored
FEWEST_CODES = 5  # of fewer a mean says nothing


def read_sets() -> dict[str, list[tuple[str, set[str]]]]:
    """Return the sentences of each gold set with their codes."""
    sets = defaultdict(list)
    for path in sorted(GOLD.glob("*.tsv")):
        with path.open(encoding="utf-8") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        if rows and "gold" in rows[0]:
            name = f"{path.stem.split('_')[0]} {rows[0]['language']}"
            sets[name] += [(row["sentence"], {one["code"] for one in json.loads(row["gold"])}) for row in rows]
    return sets


def read_themes() -> dict[str, list[tuple[str, set[str]]]]:
    """Return the sentences of the themes by language."""
    sets = {}
    for path in sorted(THEMES.glob("*.tsv")):
        with path.open(encoding="utf-8") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        sets[path.stem.replace("_", " ")] = [(row["sentence"], {row["theme"]} - {""}) for row in rows]
    return sets


def read_mixed() -> dict[str, list[tuple[str, set[str]]]]:
    """Return the sentences of the set that is not here, with Dutch word parts, or say that there is none."""
    beside = Path(__file__).parents[2] / "shared" / "prototypes" / "dutch" / "themes60.py"
    path = Path(os.environ.get("BP_QUAL_THEMES", beside))
    if not path.is_file():
        print(f"themes, mixed: left out, there is no {path}")
        return {}
    own = runpy.run_path(str(path))
    rows = [(text, {theme}) for theme, _, _, text in own["DATA"]]
    return {"mixed nl": rows + [(text, set[str]()) for _, text in own["OFFTOPIC"]]}


def area(scores: np.ndarray, right: np.ndarray) -> float:
    """Return the area under the ROC curve: how often a right one comes before a wrong one."""
    better = (scores[right][:, None] > scores[~right][None]).mean()
    return float(better + (scores[right][:, None] == scores[~right][None]).mean() / 2)


def print_scores(sets: dict[str, list[tuple[str, set[str]]]], encode: Encode) -> None:
    """Print the scores for each language and number of known sentences."""
    rng = random.Random(1)
    found: dict[tuple[int, str, str], list[tuple[float, float]]] = defaultdict(list)
    drawn: dict[tuple[int, str], set[tuple[str, str]]] = defaultdict(set)
    for name, own in sets.items():  # what sentences differ in is learnt from all sets of a language, as from a study
        alike = [other for other in sets if other != name and other[-2:] == name[-2:]]
        rows = own + [(text, set[str]()) for other in alike for text, _ in sets[other]]
        texts = [text for text, _ in rows]
        letters = Letters(content_words(texts, [name[-2:]] * len(texts)))
        directions = Directions(encode(texts))
        of = {code: [at for at, (_, codes) in enumerate(rows) if code in codes] for code in sorted(_codes_of(rows))}
        for number, code in ((number, code) for number in KNOWN for code in of):
            for known, others, left in _draws(rng, of, code, number, len(own), len(texts)):
                right = np.isin(np.arange(len(texts)), of[code])[left]
                if not right.any() or right.all():
                    continue
                ways = {
                    "vectors and letters": measure_likeness(directions, letters, known, others).scores[left],
                    "letters": measure_likeness(None, letters, known, others).scores[left],
                    "chance": np.array([rng.random() for _ in range(int(left.sum()))]),
                }
                drawn[number, name[-2:]].add((name, code))
                for way, scores in ways.items():
                    first = right[np.argsort(-scores, kind="stable")][:FIRST].sum() / min(FIRST, right.sum())
                    found[number, name[-2:], way].append((area(scores, right), float(first)))
    for (number, language, way), scores in sorted(found.items()):
        auc, first = np.mean(scores, axis=0)
        codes = len(drawn[number, language])
        if codes < FEWEST_CODES:
            continue
        print(
            f"{number:2} known  {language}  {way:20} area {auc:.3f}  among the first {FIRST} {first:.3f}"
            f"  ({codes} codes, {len(scores)} draws)"
        )


def _codes_of(rows: list[tuple[str, set[str]]]) -> set[str]:
    return set().union(*(codes for _, codes in rows))


def _draws(
    rng: random.Random, of: dict[str, list[int]], code: str, number: int, own: int, whole: int
) -> Iterator[tuple[Rows, Rows, NDArray[np.bool_]]]:
    """Draw what is known of a code and of the others; and which sentences of the set are left to look among."""
    if len(of[code]) < number + LEAST_LEFT:
        return
    for _ in range(DRAWS):
        known = np.array(rng.sample(of[code], number))
        apart = {at for other in of for at in rng.sample(of[other], min(number, len(of[other])))}
        others = np.array(sorted(apart - set(of[code])), dtype=np.int64)
        left = np.arange(whole) < own
        left[known], left[others] = False, False
        yield known, others, left


def main() -> None:
    """Print the scores of the gold sets, then those of the themes."""
    encode = load_encoder()
    for what, sets in (("gold sets", read_sets()), ("themes", read_themes()), ("themes, mixed", read_mixed())):
        print(what)
        print_scores(sets, encode)


if __name__ == "__main__":
    main()
