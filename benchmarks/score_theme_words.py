"""Score words that are proposed for their meaning: `python benchmarks/score_theme_words.py [--repeats N]`.

Half of the terms of a code are left out, at random, of codes with at least six terms of one word, in the codebooks of
`codebooks/` and `benchmarks/gold` in Dutch. Every term of every code is said twice beside the talk of the
sample study. How many of those left out are among the first fifteen of all words said? Beside it stand chance and words
alike in letters. The codebooks were in view while the arithmetic was chosen.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np

from bp_qual import apply_codebook, load_encoder, read_codebook, read_corpus
from bp_qual.codebook import Codebook
from bp_qual.suggestions.sentence_vectors import Encode
from bp_qual.suggestions.words_of_theme import suggest_words
from bp_qual.transcripts import Corpus, Transcript, Turn

ROOT = Path(__file__).parents[1]
FIRST = 15


def single(codebook: Codebook) -> dict[str, list[str]]:
    """Return the terms of one word of each code that has at least six."""
    terms = {
        code.id: [term.text for term in code.terms if term.kind != "regex" and term.text.isalpha()]
        for code in codebook.codes
    }
    return {code: words for code, words in terms.items() if len(words) >= 6}


def talk(corpus: Corpus, terms: dict[str, list[str]], language: str) -> Corpus:
    """Return a corpus in one language with an interview in which every term is said twice."""
    said = " ".join(f"{word}. {word}." for words in terms.values() for word in words)
    turn = Turn(0, "R", "respondent", 0, len(said), person="T01")
    more = Transcript("T01_2010", ("T01",), "2010", said, (turn,), language)
    kept = [transcript for transcript in corpus.transcripts if transcript.language == language]
    return Corpus((*kept, more), (*corpus.persons, "T01"), corpus.waves)


def score(book: Codebook, corpus: Corpus, encode: Encode, rng: np.random.Generator) -> dict[str, list[float]]:
    """Return for each code which share of the words left out was proposed, in three ways.

    Codes of which none of these was said are left out.
    """
    terms, shares = single(book), defaultdict[str, list[float]](list)
    spoken = talk(corpus, terms, book.language)
    none = apply_codebook(book, spoken).iloc[:0]
    for code, words in terms.items():
        mixed = [words[at] for at in rng.permutation(len(words)).tolist()]
        known, left = set(mixed[: len(mixed) // 2]), set(mixed[len(mixed) // 2 :])
        fewer = tuple(
            replace(one, terms=tuple(term for term in one.terms if term.text not in left)) if one.id == code else one
            for one in book.codes
        )
        halved = Codebook(book.name, book.version, book.language, fewer)
        table = suggest_words(halved, spoken, none, code, encode=encode, most=10**6)
        said = [word for word in table.loc[table["kind"] == "meaning", "word"] if word not in known]
        if not (left := left & {*said}):
            continue
        alike = sorted(said, key=lambda word: -max(SequenceMatcher(None, word, one).ratio() for one in known))
        most = min(FIRST, len(left))
        shares["meaning"].append(len(left & {*said[:FIRST]}) / most)
        shares["letters"].append(len(left & {*alike[:FIRST]}) / most)
        shares["chance"].append(FIRST / len(said) * len(left) / most)
    return shares


def main() -> None:
    """Print the mean share of each way."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=3)
    repeats = parser.parse_args().repeats
    corpus, encode, rng = read_corpus(ROOT / "transcripts_sample"), load_encoder(), np.random.default_rng(1)
    totals = defaultdict[str, list[float]](list)
    for path in sorted((*(ROOT / "codebooks").glob("*.yaml"), *(ROOT / "benchmarks" / "gold").glob("*.yaml"))):
        book = read_codebook(path)
        if book.language == "nl":
            for _ in range(repeats):
                for way, shares in score(book, corpus, encode, rng).items():
                    totals[way] += shares
    for way, shares in totals.items():
        print(f"{way:8} {np.mean(shares):.2f}  ({len(shares)} draws)")


if __name__ == "__main__":
    main()
