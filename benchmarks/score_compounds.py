"""Score compounds on the Dutch treebanks: `python benchmarks/score_compounds.py [--errors N]`.

Gold are the nouns of two parts that the treebanks mark (`netwerk_organisatie`); every part of four letters or more is
asked of every one of these words. Where it stands inside a gold part (`bouw` in `akkerbouw_systeem`) the gold does not
say, and the pair is left out.
"""

from __future__ import annotations

import argparse
import re
import sys

from treebank import find_treebanks, read_treebank

from bp_qual.matching.languages import find_language
from bp_qual.matching.tokens import fold_word


def read_compounds() -> dict[str, tuple[str, str]]:
    """Return the compounds and their two parts."""
    found: dict[str, tuple[str, str]] = {}
    for path in find_treebanks("nl"):
        for sentence in read_treebank(path):
            for token in sentence.tokens:
                parts = token.lemma.lower().split("_")
                form = token.form.lower()
                if token.kind != "NOUN" or len(parts) != 2 or min(map(len, parts)) < 3:
                    continue
                if re.fullmatch(r"[a-zà-ÿ'-]{3,}", form):
                    found[fold_word(form)] = (fold_word(parts[0]), fold_word(parts[1]))
    return found


def score_compounds() -> tuple[int, int, int, list[str]]:
    """Return how many pairs of part and word were right, wrong and missed, and the errors."""
    dutch, compounds = find_language("nl"), read_compounds()
    parts = sorted({part for each in compounds.values() for part in each if len(part) > 3})
    right = wrong = missed = 0
    errors = []
    for part in parts:
        for form, gold in compounds.items():
            if part not in gold and any(part in longer for longer in gold):
                continue
            found = part[:2] in form and dutch.has_part(form, part)
            right += found and part in gold
            wrong += found and part not in gold
            missed += part in gold and not found
            if found != (part in gold):
                errors.append(f"{'+' if found else '-'} {part} {form} {gold}")
    return right, wrong, missed, errors


def main() -> int:
    """Print the score."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    right, wrong, missed, errors = score_compounds()
    precision, recall = right / (right + wrong), right / (right + missed)
    f1 = 2 * right / (2 * right + wrong + missed)
    print(f"P {100 * precision:.1f}  R {100 * recall:.1f}  F1 {100 * f1:.1f}", right, wrong, missed)
    print(*errors[: options.errors], sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
