"""Train the word class model of a language: `python benchmarks/train_word_class.py nl|en OUT.words`.

Learns from Universal Dependencies (see `treebank.py` for where the files are looked for): UD_Dutch-LassySmall and
UD_Dutch-Alpino, or UD_English-PUD and UD_English-EWT. Each sentence is learned three times: as written, without
capitals and signs, and run together with its neighbours without any sign, as automatic transcripts are. For Dutch,
subjects are also replaced by `ik`, `je`, `we` or `jullie`: the treebanks hardly hold the first person, interviews
hardly anything else. Two runs give the same bytes.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.optimize import minimize
from treebank import Sentence, Token, read_treebank

from bp_qual.matching.languages import find_language
from bp_qual.matching.languages.word_class import Weights, WordClassModel, WordWindow
from bp_qual.matching.tokens import split_tokens

FILES = {
    "nl": ("nl_lassysmall-old-train.conllu", "nl_lassysmall-ud-dev.conllu", "nl_alpino-ud-dev.conllu"),
    "en": ("en_pud.conllu", "en_ewt-ud-dev.conllu"),
}
CLASSES = {"nl": "NVAPO", "en": "NBVAPO"}
SMALL = {"DET", "PRON", "ADP", "AUX", "SCONJ", "CCONJ", "PART", "ADV", "NUM"}
FEWEST, PENALTY, SMALLEST, SCALE = 4, 1.0, 0.1, 8


class Row(NamedTuple):
    """A word to learn from: folded, the gap before it, whether it has a capital, its class and its tag."""

    word: str
    gap: int
    capital: bool
    name: str
    tag: str


def class_of(token: Token, language: str) -> str:
    """Return the class of a token of the treebank."""
    if token.kind in ("VERB", "AUX"):
        base = token.tag in ("VB", "VBP") or "VerbForm=Inf" in token.features
        return "B" if language == "en" and base else "V"
    return {"NOUN": "N", "ADJ": "A", "PROPN": "P"}.get(token.kind, "O")


def cut_sentence(sentence: Sentence, language: str) -> list[Row]:
    """Return a sentence in the project's own tokens."""
    spans, at = [], 0
    for token in sentence.tokens:
        begin = sentence.text.find(token.form, at)
        if at <= begin <= at + 12:
            spans.append((begin, begin + len(token.form), token))
            at = begin + len(token.form)
    cut, rows = split_tokens(sentence.text), []
    for number in range(len(cut)):
        begin, end = int(cut.start[number]), int(cut.end[number])
        over = [(min(end, stop) - max(begin, start), -start, token) for start, stop, token in spans]
        over = [each for each in over if each[0] > 0]
        if over:
            token = max(over, key=lambda each: each[:2])[2]
            gap = 3 if number == 0 else int(cut.gap[number])
            capital = sentence.text[begin].isupper()
            rows.append(Row(cut.types[int(cut.ids[number])], gap, capital, class_of(token, language), token.kind))
    return rows


def strip_signs(rows: Sequence[Row]) -> list[Row]:
    """Return a sentence without capitals and signs."""
    return [row._replace(gap=0 if place else 3, capital=False) for place, row in enumerate(rows)]


def run_together(sentences: Sequence[list[Row]], most: int = 3) -> list[list[Row]]:
    """Return the sentences joined in ones to threes, without signs."""
    chance, joined, at = random.Random(1), [], 0
    while at < len(sentences):
        many = chance.randint(1, most)
        joined.append(strip_signs([row for sentence in sentences[at : at + many] for row in sentence]))
        at += many
    return joined


def in_first_person(sentences: Sequence[Sentence]) -> list[list[Row]]:
    """Return Dutch sentences with a subject replaced: `de gemeente werkt` becomes `ik werk`."""
    chance = random.Random(2)
    return [rows for sentence in sentences if (rows := _replace_subject(sentence, chance))]


def _replace_subject(sentence: Sentence, chance: random.Random) -> list[Row]:
    below: defaultdict[int, list[int]] = defaultdict(list)
    for token in sentence.tokens:
        below[token.head].append(token.id)
    for verb in sentence.tokens:
        tag = verb.tag.replace("(", "|").replace(",", "|").rstrip(")")
        subject = next((t for t in sentence.tokens if t.head == verb.id and t.relation == "nsubj"), None)
        if not tag.startswith("WW|pv|") or subject is None:
            continue
        whole = _subtree(subject.id, below)
        if len(whole) != max(whole) - min(whole) + 1 or verb.id in whole:
            continue
        many, now, form = tag.endswith("mv"), tag.startswith("WW|pv|tgw"), verb.form.lower()
        who = chance.choice(("we", "wij", "jullie", "ze")) if many else chance.choice(("ik", "ik", "ik", "je", "jij"))
        if now and not many and (who == "ik" or subject.id > verb.id):
            form = form[:-1] if form.endswith("t") and tag.endswith("met-t") else form
            if "V" not in find_language("nl").class_lemmas(form):
                continue
        rows = []
        for token in sentence.tokens:
            if token.id == min(whole):
                rows.append(Row(who, 0, False, "O", "PRON"))
            if token.id not in whole and token.kind != "PUNCT" and token.form[:1].isalnum():
                said = form if token.id == verb.id else token.form.lower()
                rows.append(Row(said, 0, False, class_of(token, "nl"), token.kind))
        return strip_signs(rows)
    return []


def _subtree(root: int, below: dict[int, list[int]]) -> set[int]:
    whole, todo = set[int](), [root]
    while todo:
        token = todo.pop()
        whole.add(token)
        todo += below[token]
    return whole


def small_words(sentences: Sequence[list[Row]]) -> frozenset[str]:
    """Return the words that are mostly function words."""
    often, as_small = Counter[str](), Counter[str]()
    for row in (row for rows in sentences for row in rows):
        often[row.word] += 1
        as_small[row.word] += row.tag in SMALL
    return frozenset(word for word, count in often.items() if as_small[word] >= 6 and as_small[word] / count > 0.7)


def fit(examples: list[list[str]], gold: npt.NDArray[np.int64], size: int) -> tuple[dict[str, int], Any]:
    """Return the column of each feature and the weights of the best model."""
    often = Counter(feature for each in examples for feature in each)
    column = {feature: place for place, feature in enumerate(sorted(f for f, n in often.items() if n >= FEWEST))}
    places, edges = list[int](), [0]
    for each in examples:
        places += [column[feature] for feature in each if feature in column]
        edges.append(len(places))
    shape = (len(examples), len(column))
    data = sparse.csr_matrix((np.ones(len(places), np.float32), np.array(places), np.array(edges)), shape)
    turned, wanted, rows = data.T.tocsr(), np.eye(size, dtype=np.float32)[gold], np.arange(len(gold))

    def loss(flat: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        weights = flat.reshape(-1, size)
        score = data @ weights.astype(np.float32)
        score -= score.max(1, keepdims=True)
        power = np.exp(score)
        total = power.sum(1, keepdims=True)
        slope = turned @ (power / total - wanted) + PENALTY * weights
        fitted = -(score - np.log(total))[rows, gold].sum()
        return float(fitted + PENALTY * (flat @ flat) / 2), slope.astype(float).ravel()

    options = {"maxiter": 120, "maxcor": 8}
    best = minimize(loss, np.zeros(len(column) * size), jac=True, method="L-BFGS-B", options=options)
    return column, best.x.reshape(-1, size)


def train(language: str, paths: Sequence[Path], out: Path) -> str:
    """Write the model of a language; return what it holds."""
    read = list({" ".join(t.form for t in s.tokens): s for path in paths for s in read_treebank(path)}.values())
    sentences = [rows for sentence in read if (rows := cut_sentence(sentence, language))]
    classes, class_lemmas = CLASSES[language], find_language(language).class_lemmas
    model = WordClassModel(Weights(classes, small_words(sentences), {}, SCALE), class_lemmas)
    learned = [*sentences, *map(strip_signs, sentences), *run_together(sentences)]
    learned += in_first_person(read) if language == "nl" else []
    examples, gold = [], []
    for rows in learned:
        stretch = WordWindow(*(list(column) for column in list(zip(*rows, strict=True))[:3]))
        for at, row in enumerate(rows):
            if row.word not in model.weights.small or class_lemmas(row.word):
                examples.append(model.features(stretch, at))
                gold.append(classes.index(row.name))
    column, weights = fit(examples, np.array(gold), len(classes))
    weights = weights - np.median(weights, axis=1, keepdims=True)
    whole = np.where(np.abs(weights) < SMALLEST, 0, np.round(weights * SCALE)).astype(int)
    kept = {feature: ",".join(map(str, whole[place])) for feature, place in column.items() if whole[place].any()}
    out.write_bytes(Weights(classes, model.weights.small, kept, SCALE).pack())
    size = out.stat().st_size
    return f"{len(sentences)} sentences, {len(examples)} examples, {len(kept)} features, {size:,} bytes"


def main() -> int:
    """Train a model."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("language", choices=tuple(FILES))
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    folder = Path(os.environ.get("BP_QUAL_UD", Path(__file__).parents[2] / "shared" / "ud"))
    paths = [folder / name for name in FILES[options.language]]
    if not all(path.exists() for path in paths):
        print("no treebanks found; see treebank.py")
        return 1
    print(train(options.language, paths, options.out))
    return 0


if __name__ == "__main__":
    sys.exit(main())
