"""Score English phrasal verbs on a treebank: `python benchmarks/score_phrasal_verbs.py [--errors]`.

Gold are the pairs marked `compound:prt`. Every verb and particle that is a pair somewhere is a term (`pass on`); a
sentence is right about a term if both gold and matcher have it there, or neither. Brackets are taken out first:
in a transcript they may hold what the transcriber says.
"""

from __future__ import annotations

import argparse
import sys
from itertools import chain

import numpy as np
from treebank import find_treebanks, read_treebank

from bp_qual.codebook import Code, Codebook, Term
from bp_qual.matching import Block, compile_codebook
from bp_qual.transcripts import Transcript, Turn


def score_phrasal_verbs() -> tuple[int, int, int, list[str]]:
    """Return how many were right, wrong and missed, and the errors."""
    sentences = list(chain.from_iterable(read_treebank(path) for path in find_treebanks("en")))
    gold: list[set[str]] = []
    text, turns = "", []
    for number, sentence in enumerate(sentences):
        by_id = {token.id: token for token in sentence.tokens}
        pairs = [(by_id[t.head].lemma.lower(), t.form.lower()) for t in sentence.tokens if t.relation == "compound:prt"]
        gold.append({f"{verb} {particle}" for verb, particle in pairs})
        begin = len(text)
        text += " ".join("," if token.form in "[]()" else token.form for token in sentence.tokens) + "\n"
        turns.append(Turn(number, "R", "respondent", begin, len(text) - 1, "P"))
    terms = sorted(set(chain.from_iterable(gold)))
    codes = tuple(Code(f"c{number}", terms=(Term(term, "phrase"),)) for number, term in enumerate(terms))
    block = Block([Transcript("T", ("P",), "1", text, tuple(turns), "en")])
    hits = compile_codebook(Codebook("Treebank", "1", "en", codes), "en").find(block)
    place = np.searchsorted([turn.start for turn in turns], hits.start, side="right") - 1
    found: list[set[str]] = [set() for _ in sentences]
    for number, term in zip(place.tolist(), hits.term.tolist(), strict=True):
        found[number].add(terms[term])
    errors = [
        f"{sign} {term}: {sentence.text}"
        for sentence, wanted, got in zip(sentences, gold, found, strict=True)
        for sign, terms_ in (("+", got - wanted), ("-", wanted - got))
        for term in sorted(terms_)
    ]
    right = sum(len(a & b) for a, b in zip(gold, found, strict=True))
    wrong = sum(one.startswith("+") for one in errors)
    return right, wrong, len(errors) - wrong, errors


def main() -> int:
    """Print the score."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    right, wrong, missed, errors = score_phrasal_verbs()
    precision, recall = right / (right + wrong), right / (right + missed)
    f1 = 2 * right / (2 * right + wrong + missed)
    print(f"P {100 * precision:.1f}  R {100 * recall:.1f}  F1 {100 * f1:.1f}", right, wrong, missed)
    if options.errors:
        print(*errors, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
