"""Score bare terms on treebanks: `python benchmarks/score_terms.py nl|en [--errors N]`.

Every gold lemma of a noun, verb or adjective is taken as a term of a codebook; a token is found if the lemma is among
those the token can have. Micro-averaged over tokens.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter

from treebank import content_words, find_treebanks, read_treebank

from bp_qual.language import find_language


def score_terms(language: str) -> tuple[dict[str, float], Counter[tuple[str, str]], Counter[tuple[str, str, str]]]:
    """Return precision, recall and F1, what was missed, and what was found wrongly."""
    words = find_language(language)
    pairs = [pair for path in find_treebanks(language) for pair in content_words(read_treebank(path), language)]
    gold = {lemma for _, lemma in pairs}
    lemmas = {form: words.lemmas(form) for form, _ in pairs}
    missed: Counter[tuple[str, str]] = Counter()
    wrong: Counter[tuple[str, str, str]] = Counter()
    right = 0
    for form, lemma in pairs:
        right += lemma in lemmas[form]
        missed[form.lower(), lemma] += lemma not in lemmas[form]
        wrong.update((form.lower(), other, lemma) for other in lemmas[form] & gold - {lemma})
    precision, recall = right / (right + wrong.total()), right / len(pairs)
    figures = {"P": precision, "R": recall, "F1": 2 * precision * recall / (precision + recall), "words": len(pairs)}
    return figures, +missed, wrong


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
    print(" ".join(f"{name} {100 * value:.1f}" for name, value in figures.items() if name != "words"), figures["words"])
    for each in (missed, wrong):
        print(*each.most_common(options.errors), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
