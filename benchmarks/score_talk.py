"""Score the matcher on a gold set of talk: `python benchmarks/score_talk.py FILE.tsv [--codebook F] [--errors]`.

Every sentence is coded as the only turn of an interview, through the public functions. What is compared: the codes of
a sentence, the exact spans, and for spans that overlap a gold span of their code whether they are marked as negated.
A code that only has rows because its sub-codes have some is left out unless the gold names it. See ``gold/README.md``
for the columns.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import bp_qual as bq


@dataclass(frozen=True, slots=True)
class Mark:
    """One coding of a sentence, by the gold or by the matcher; ``negated`` is None where nobody judged it."""

    code: str
    start: int
    end: int
    negated: bool | None = False
    cue: str = ""
    hypothetical: bool = False
    term: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One line of a gold file."""

    id: str
    language: str
    phenomenon: str
    text: str
    gold: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How many were found that should be, that should not be, and how many were missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        found = self.right + self.wrong
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found; 1 where there is no gold."""
        wanted = self.right + self.missed
        return self.right / wanted if wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 1.0

    def __str__(self) -> str:
        figures = "  ".join(f"{100 * value:5.1f}" for value in (self.precision, self.recall, self.f1))
        return f"{figures}   {self.right:4d} right {self.wrong:3d} wrong {self.missed:3d} missed"


def read_gold(path: Path) -> tuple[Sentence, ...]:
    """Return the sentences of a gold file, their escapes undone."""
    with path.open(encoding="utf-8", newline="\n") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return tuple(
        Sentence(
            row["id"],
            row["language"],
            row["phenomenon"],
            json.loads('"' + row["sentence"].replace('"', '\\"') + '"'),
            tuple(Mark(**mark) for mark in json.loads(row["gold"])),
        )
        for row in rows
    )


def code_sentences(sentences: Sequence[Sentence], codebook: bq.Codebook) -> dict[str, tuple[Mark, ...]]:
    """Return for every sentence id what the matcher finds in it."""
    transcripts = tuple(
        bq.Transcript(
            interview=sentence.id,
            persons=("speaker",),
            wave="gold",
            text=sentence.text,
            turns=(bq.Turn(0, "R", "respondent", 0, len(sentence.text), "speaker"),),
            language=sentence.language,
        )
        for sentence in sentences
    )
    codings = bq.apply_codebook(codebook, bq.Corpus(transcripts, ("speaker",), ("gold",)))
    parents = {code.parent for code in codebook.codes} - {mark.code for s in sentences for mark in s.gold}
    found: defaultdict[str, list[Mark]] = defaultdict(list)
    for row in codings.itertuples():
        if row.code not in parents:
            mark = Mark(row.code, row.start, row.end, bool(row.negated), row.cue, term=row.term)
            found[row.interview].append(mark)
    return {sentence.id: tuple(found[sentence.id]) for sentence in sentences}


def compare_sets(gold: Iterable[object], found: Iterable[object]) -> Score:
    """Return the score of one set against another."""
    wanted, got = set(gold), set(found)
    return Score(len(wanted & got), len(got - wanted), len(wanted - got))


def score_codes(sentence: Sentence, found: Sequence[Mark]) -> Score:
    """Return how well the codes of one sentence were found, wherever in it."""
    return compare_sets((m.code for m in sentence.gold), (m.code for m in found))


def score_spans(sentence: Sentence, found: Sequence[Mark]) -> Score:
    """Return how well the exact stretches of one sentence were found."""
    return compare_sets(((m.code, m.start, m.end) for m in sentence.gold), ((m.code, m.start, m.end) for m in found))


def score_negation(sentence: Sentence, found: Sequence[Mark]) -> Score:
    """Return how well negation was marked on what was found rightly; what nobody judged is left out."""
    total = Score()
    for gold, mark in _pairs(sentence, found):
        if gold.negated is not None and not gold.hypothetical:
            total += compare_sets([1] * bool(gold.negated), [1] * bool(mark.negated))
    return total


def score_hypothesis(sentence: Sentence, found: Sequence[Mark]) -> Score:
    """Return how many wishes and hypotheses carry some cue; only those in the gold are looked at."""
    total = Score()
    for gold, mark in _pairs(sentence, found):
        if gold.hypothetical:
            total += compare_sets([1], [1] * bool(mark.cue))
    return total


def _pairs(sentence: Sentence, found: Sequence[Mark]) -> list[tuple[Mark, Mark]]:
    """Return every gold mark with the first found one of its code that overlaps it."""
    pairs = []
    for gold in sentence.gold:
        near = [m for m in found if m.code == gold.code and m.start < gold.end and gold.start < m.end]
        if near:
            pairs.append((gold, near[0]))
    return pairs


MEASURES = {
    "codes": score_codes,
    "spans": score_spans,
    "negation": score_negation,
    "hypothesis": score_hypothesis,
}


def score_file(
    path: Path, codebook: bq.Codebook | None = None
) -> tuple[tuple[Sentence, ...], dict[str, tuple[Mark, ...]]]:
    """Return the sentences of a gold file and what was found in each."""
    sentences = read_gold(path)
    if codebook is None:
        codebook = bq.read_codebook(Path(__file__).parent / "gold" / f"gold_{sentences[0].language}.yaml")
    return sentences, code_sentences(sentences, codebook)


def sum_scores(sentences: Sequence[Sentence], found: dict[str, tuple[Mark, ...]]) -> dict[str, Score]:
    """Return the score on each measure over some sentences."""
    return {name: sum((measure(s, found[s.id]) for s in sentences), Score()) for name, measure in MEASURES.items()}


def describe_scores(sentences: Sequence[Sentence], found: dict[str, tuple[Mark, ...]]) -> str:
    """Return the table that the command prints."""
    lines = [f"{len(sentences)} sentences", f"{'':26}    P      R     F1"]
    lines += [f"{name:26}{score}" for name, score in sum_scores(sentences, found).items()]
    lines += ["", "exact spans, by phenomenon"]
    groups: defaultdict[str, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        groups[sentence.phenomenon].append(sentence)
    lines += [f"{name:26}{sum_scores(group, found)['spans']}" for name, group in groups.items()]
    return "\n".join(lines)


def describe_errors(sentences: Sequence[Sentence], found: dict[str, tuple[Mark, ...]]) -> str:
    """Return every sentence on which gold and matcher differ, with the differences under it."""
    lines: list[str] = []
    for sentence in sentences:
        differences = _differences(sentence, found[sentence.id])
        if differences:
            lines += [f"{sentence.id} {sentence.phenomenon}: {sentence.text!r}", *differences]
    return "\n".join(lines)


def _differences(sentence: Sentence, found: Sequence[Mark]) -> list[str]:
    gold = {(m.code, m.start, m.end) for m in sentence.gold}
    got = {(m.code, m.start, m.end): m for m in found}
    lines = [f"    missed  {code}: {sentence.text[start:end]!r}" for code, start, end in sorted(gold - set(got))]
    lines += [
        f"    wrong   {code}: {sentence.text[start:end]!r} by {got[code, start, end].term!r}"
        for code, start, end in sorted(set(got) - gold)
    ]
    for mark, match in _pairs(sentence, found):
        if mark.negated is not None and not mark.hypothetical and mark.negated != match.negated:
            lines.append(f"    negated {mark.code}: {match.negated} (cue {match.cue!r}), gold {mark.negated}")
    return lines


def main(arguments: Sequence[str] | None = None) -> int:
    """Score a file and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("file", type=Path)
    parser.add_argument("--codebook", type=Path, help="default: the gold codebook of the file's language")
    parser.add_argument("--errors", action="store_true", help="print every sentence that went wrong")
    options = parser.parse_args(arguments)
    codebook = bq.read_codebook(options.codebook) if options.codebook else None
    sentences, found = score_file(options.file, codebook)
    print(describe_scores(sentences, found))
    if options.errors:
        print("\n" + describe_errors(sentences, found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
