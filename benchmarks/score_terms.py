"""Score bare terms on treebanks: `python benchmarks/score_terms.py nl|en [--errors N]`.

Every gold lemma of a noun, verb or adjective is taken as a term of one codebook, and the treebank is coded with it. A
token is found rightly if the term that finds it is its gold lemma. Micro-averaged over nouns, verbs and adjectives.
Dutch verbs in two parts are left out: `score_split_verbs.py` looks at those.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from itertools import chain

from treebank import Sentence, content_words, find_treebanks, read_treebank

from bp_qual.codebook import Code, Codebook, Term
from bp_qual.matching import Block, compile_codebook
from bp_qual.transcripts import Transcript, Turn


def score_terms(language: str) -> tuple[dict[str, float], Counter[tuple[str, str]], Counter[tuple[str, str, str]]]:
    """Return precision, recall and F1, what was missed, and what was found wrongly."""
    sentences = list(chain.from_iterable(read_treebank(path) for path in find_treebanks(language)))
    block, starts = join_content(sentences, language)
    lemmas = sorted({lemma for _, lemma in starts.values()})
    codes = tuple(Code(f"c{number}", terms=(Term(lemma, "lemma"),)) for number, lemma in enumerate(lemmas))
    hits = compile_codebook(Codebook("Treebank", "1", language, codes), language).find(block)
    found: set[tuple[int, str]] = set()
    for term, start, first, last in zip(
        *(c.tolist() for c in (hits.term, hits.start, hits.first, hits.last)), strict=True
    ):
        if first == last and start in starts:
            found.add((start, lemmas[term]))
    right, wrong, missed = 0, Counter[tuple[str, str, str]](), Counter[tuple[str, str]]()
    for start, lemma in found:
        form, gold = starts[start]
        right += lemma == gold
        wrong[form.lower(), lemma, gold] += lemma != gold
    missed.update((form.lower(), gold) for start, (form, gold) in starts.items() if (start, gold) not in found)
    precision, recall = right / (right + wrong.total()), right / len(starts)
    figures = {"P": precision, "R": recall, "F1": 2 * precision * recall / (precision + recall)}
    return figures, missed, +wrong


def join_content(sentences: list[Sentence], language: str) -> tuple[Block, dict[int, tuple[str, str]]]:
    """Return the sentences as turns of one text, and form and gold lemma of each content word by its place."""
    text, turns, starts = "", [], dict[int, tuple[str, str]]()
    parts, length = [], 0
    for number, sentence in enumerate(sentences):
        begin = length
        words = content_words([sentence], language)
        halved = {token.head for token in sentence.tokens if token.relation == "compound:prt"}
        for token in sentence.tokens:
            if token.kind in ("NOUN", "VERB", "ADJ"):
                word = next(words)
                if not (language == "nl" and token.id in halved):
                    starts[length] = word
            parts.append(token.form + " ")
            length += len(parts[-1])
        turns.append(Turn(number, "R", "respondent", begin, length, "P"))
    text = "".join(parts)
    return Block([Transcript("T", ("P",), "1", text, tuple(turns), language)]), starts


def main() -> int:
    """Print the score."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("language", choices=("nl", "en"))
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    if not find_treebanks(options.language):
        print("no treebanks found; see treebank.py")
        return 1
    figures, missed, wrong = score_terms(options.language)
    print(" ".join(f"{name} {100 * value:.1f}" for name, value in figures.items()))
    for each in (missed, wrong):
        print(*each.most_common(options.errors), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
