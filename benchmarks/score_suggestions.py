"""Score proposed passages: of sentences of a code that no term finds, how many are among the first that are proposed?

    python benchmarks/score_suggestions.py

The sentences are those of the gold sets beside this file, a code at a time with enough sentences, fifteen draws each.
Eight of its sentences are known, then twelve, then sixteen, as if somebody had coded them, and at least four are not;
the terms of the code are not used at all, so the others are what was missed. They are looked for among all sentences of
the set, with as many known ones of each other code. Printed: the area under the ROC curve, and the share of the missed
that are among the first twenty (of at most twenty), beside what chance and likeness by letters alone give. `told` is
with the label and definition of each code too, as the codebook has them; that is how `suggest_passages` works. The gold
sets were made to try words and denials, with short sentences of one set about everything; that makes it harder than
interviews are.

Few English codes have sixteen sentences in one set. So codes of one name in several sets are also taken as one, and
looked for in these sets (*pooled*); `BP_QUAL_TALK`, or `../shared/talk`, adds two sets there if it is present.

The same is printed of the sentences in `themes`: six themes and talk about anything else, in two languages, half of a
theme's sentences without the obvious word. They were written without a look at the code. The first score, with other
weights, was .73 in Dutch and .75 in English; the weights were then set on both, so they are in view now.

A third set, of 100 sentences about five themes and 20 about nothing of it in Dutch and English mixed, is not in this
repository: the file named by `BP_QUAL_THEMES`, or `../shared/prototypes/dutch/themes60.py`, and left out where there is
none. Each sentence is read in its own language; until 29 November 2026 all were read as Dutch.

Three sets were written after the weights had been set, to try denials, two of them by writers who had seen no rule and
no other sentence. They stand apart (*later*), and are in nothing else that is printed.

The arithmetic of 29 November 2026 (vectors of words, the weights, what the codebook says) was chosen on every second
code of each set, in the order of the alphabet (*chosen on*); the others were scored when it was chosen (*not seen*),
and nothing was changed after that, but that English verbs with their particle as one word were left out: they helped on
the first half only. All had been in view before, when the first weights were set. Pooled codes are made of both.
"""

from __future__ import annotations

import csv
import json
import os
import random
import runpy
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bp_qual import read_codebook
from bp_qual.suggestions import load_encoder
from bp_qual.suggestions.content_words import content_words
from bp_qual.suggestions.likeness import WEIGHTS, Aspects, Directions, Letters, measure_aspects
from bp_qual.suggestions.sentence_vectors import Encode, Vectors
from bp_qual.suggestions.word_meanings import gather_meanings

Rows = NDArray[np.int64]
Marks = NDArray[np.bool_]

HERE = Path(__file__).parent
GOLD, THEMES = (HERE / folder for folder in ("gold", "themes"))
BESIDE = Path(__file__).parents[2] / "shared"
BOOKS = {"talk": "gold", "denials": "auto", "spoken": "spoken_denials"}  # of a set that is not called after its own
KNOWN, DRAWS, FIRST = (8, 12, 16), 15, 20
LEAST_LEFT = 4  # sentences of a code that are not known, for it to be scored
LATER = ("clauses", "kitchen", "workshop")  # the sets that were written after the weights had been set
FEWEST_CODES = 3  # of fewer a mean says nothing
HALVES = ("chosen on", "not seen")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a set with its codes, and the language in which it is read."""

    text: str
    language: str
    of: str
    codes: frozenset[str]


def read_gold() -> list[Sentence]:
    """Return the sentences of the gold sets."""
    found = []
    for path in sorted(GOLD.glob("*.tsv")):
        with path.open(encoding="utf-8") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        if rows and "gold" in rows[0]:
            for row in rows:
                codes = frozenset(one["code"] for one in json.loads(row["gold"]))
                found.append(Sentence(row["sentence"], row["language"], path.stem.split("_")[0], codes))
    return found


def read_talk() -> list[Sentence]:
    """Return the sentences of the two sets that are not here; none where they are not there."""
    folder = Path(os.environ.get("BP_QUAL_TALK", BESIDE / "talk"))
    found = []
    for name, language in (("nl3", "nl"), ("en2", "en")):
        path = folder / f"{name}_open.tsv"
        if not path.is_file():
            print(f"pooled: there is no {path}")
            continue
        for line in path.read_text("utf-8").splitlines():
            text, codes = line.split("\t")
            found.append(Sentence(text, language, name, frozenset(one.strip("!") for one in codes.split(",")) - {"-"}))
    return found


def read_themes() -> list[Sentence]:
    """Return the sentences of the themes."""
    found = []
    for path in sorted(THEMES.glob("*.tsv")):
        with path.open(encoding="utf-8") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        language = path.stem.split("_")[1]
        found += [Sentence(row["sentence"], language, "themes", frozenset({row["theme"]} - {""})) for row in rows]
    return found


def read_mixed() -> list[Sentence]:
    """Return the sentences of the set that is not here, or say that there is none."""
    path = Path(os.environ.get("BP_QUAL_THEMES", BESIDE / "prototypes" / "dutch" / "themes60.py"))
    if not path.is_file():
        print(f"themes, mixed: left out, there is no {path}")
        return []
    own = runpy.run_path(str(path))
    found = [Sentence(text, language, "mixed", frozenset({theme})) for theme, language, _, text in own["DATA"]]
    return found + [Sentence(text, language, "mixed", frozenset()) for language, text in own["OFFTOPIC"]]


def read_labels() -> dict[tuple[str, str, str], str]:
    """Return what the codebook of each gold set calls each code: its label and definition."""
    found = {}
    for path in sorted(GOLD.glob("*.yaml")):
        name, language = path.stem.rsplit("_", 1)
        for code in read_codebook(path).codes:
            label = code.label.get(language, "") or next(iter(code.label.values()), "")
            found[name, language, code.id] = ". ".join(filter(None, (label, code.definition)))
    return found


class Remembered:
    """Vectors of texts, each made once."""

    def __init__(self, encode: Encode) -> None:
        self._encode = encode
        self._made: dict[str, Vectors] = {}

    def __call__(self, texts: Sequence[str]) -> Vectors:
        new = [text for text in dict.fromkeys(texts) if text not in self._made]
        self._made |= zip(new, self._encode(new), strict=True)
        return np.array([self._made[text] for text in texts], dtype=np.float32)


class Trial:
    """Sentences of one language, with what they are compared by: what sentences differ in is learnt from all of them.

    The last rows are what the codebooks call the codes.
    """

    def __init__(
        self, sentences: Sequence[Sentence], labels: dict[tuple[str, str, str], str], encode: Encode, *, pooled: bool
    ) -> None:
        self.sentences, self.pooled = sentences, pooled
        self.sets = np.array([sentence.of for sentence in sentences])
        names = sorted({("" if pooled else one.of, code) for one in sentences for code in one.codes})
        self.of = {name: self._rows_of(name) for name in names}
        language = sentences[0].language
        called = [
            labels.get((BOOKS.get(of, of), language, code)) or labels.get(("street", language, code)) or code
            for of, code in ((self.sets[self.of[name][0]], name[1]) for name in names)
        ]
        self.label = {name: np.array([len(sentences) + at]) for at, name in enumerate(names)}
        texts = [*(sentence.text for sentence in sentences), *called]
        languages = [*(sentence.language for sentence in sentences), *[language] * len(called)]
        words = content_words(texts, languages)
        directions = (Directions(encode(texts)), Directions(gather_meanings(words, languages, encode)))
        self.aspects = Aspects(Letters(words), *directions)
        self.among = {name: np.isin(self.sets, np.unique(self.sets[rows])) for name, rows in self.of.items()}
        self.rest = {name: self._called_otherwise(name) for name in names}

    def _rows_of(self, name: tuple[str, str]) -> list[int]:
        of, code = name
        return [at for at, one in enumerate(self.sentences) if code in one.codes and of in ("", one.of)]

    def _called_otherwise(self, name: tuple[str, str]) -> Rows:
        """Return what the other codes are called of which there are sentences where this one is looked for."""
        apart = [other for other, rows in self.of.items() if other != name and self.among[name][rows].any()]
        return np.concatenate([np.empty(0, dtype=np.int64), *(self.label[other] for other in apart)])

    def draws(self, name: tuple[str, str], number: int) -> Iterator[tuple[Rows, Rows, Marks]]:
        """Draw what is known of a code and of the others; and which sentences are left to look among."""
        if len(self.of[name]) < number + LEAST_LEFT:
            return
        rng = random.Random(f"{name} {number}")
        among = self.among[name]
        beside = {other: [at for at in rows if among[at]] for other, rows in self.of.items()}
        for _ in range(DRAWS):
            known = np.array(rng.sample(self.of[name], number))
            apart = {at for rows in beside.values() for at in rng.sample(rows, min(number, len(rows)))}
            others = np.array(sorted(apart - set(self.of[name])), dtype=np.int64)
            left = among.copy()
            left[known], left[others] = False, False
            yield known, others, left

    def score(self, name: tuple[str, str], known: Rows, others: Rows) -> dict[str, NDArray[np.float64]]:
        """Return how much every sentence is like the code, in each way."""
        told, rest = self.label[name], self.rest[name]
        parts = measure_aspects(self.aspects, known, others, told=told, rest=rest)
        weighed = {part: WEIGHTS[part] * scores[: len(self.sentences)] for part, (scores, _) in parts.items()}
        told_too = np.sum([*weighed.values()], axis=0)
        chance = np.random.default_rng(int(known.sum())).random(len(self.sentences))
        return {
            "as proposed, told": told_too,
            "as proposed": told_too - weighed["told"],
            "letters": weighed["letters"],
            "chance": chance,
        }


def area(scores: NDArray[np.float64], right: Marks) -> float:
    """Return the area under the ROC curve: how often a right one comes before a wrong one."""
    better = (scores[right][:, None] > scores[~right][None]).mean()
    return float(better + (scores[right][:, None] == scores[~right][None]).mean() / 2)


def print_scores(what: str, trials: dict[str, Trial]) -> None:
    """Print the scores for each language and number of known sentences, of all codes and of each half."""
    found: dict[tuple[str, int, str, str], dict[tuple[str, str], list[tuple[float, float]]]]
    found = defaultdict(lambda: defaultdict(list))
    for language, trial in trials.items():
        place: dict[str, int] = defaultdict(int)
        for name in trial.of:
            half = HALVES[place[name[0]] % 2]
            place[name[0]] += 1
            for number in KNOWN:
                for known, others, left in trial.draws(name, number):
                    right = np.isin(np.arange(len(left)), trial.of[name])[left]
                    if not right.any() or right.all():
                        continue
                    for way, scores in trial.score(name, known, others).items():
                        first = right[np.argsort(-scores[left], kind="stable")][:FIRST].sum() / min(FIRST, right.sum())
                        for part in ("all codes", *([] if trial.pooled else [half])):
                            found[language, number, part, way][name].append((area(scores[left], right), float(first)))
    for (language, number, part, way), codes in sorted(found.items()):
        if len(codes) >= FEWEST_CODES:
            auc, first = np.mean([one for draws in codes.values() for one in draws], axis=0)
            print(
                f"{what} {language}  {number:2} known  {part:9}  {way:17}  area {auc:.3f}"
                f"  among the first {FIRST} {first:.3f}  ({len(codes)} codes)"
            )


def main() -> None:
    """Print the scores of the gold sets, each and pooled, then those of the themes."""
    encode, labels = Remembered(load_encoder()), read_labels()
    every = read_gold()
    gold, later = ([one for one in every if (one.of in LATER) == apart] for apart in (False, True))
    for what, sentences in (
        ("gold", gold),
        ("later", later),
        ("pooled", gold + read_talk()),
        ("themes", read_themes()),
        ("mixed", read_mixed()),
    ):
        languages = ["nl, en"] if what == "mixed" else ["en", "nl"]
        own = {language: [one for one in sentences if one.language in language] for language in languages}
        print_scores(
            what, {name: Trial(rows, labels, encode, pooled=what == "pooled") for name, rows in own.items() if rows}
        )


if __name__ == "__main__":
    main()
