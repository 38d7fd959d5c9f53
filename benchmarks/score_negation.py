"""Score explicit negation on treebanks: `python benchmarks/score_negation.py nl|en [--errors N] [--conditions]`.

Silver, from the parse: a noun or verb is denied if it has a negator of its own; a noun also if it is subject or object
of a denied light verb (`er kwam geen geld`, `the money never came`). Subjects and objects of other denied verbs are
left out: whether `de leerling` is denied in `de leerling kwam niet opdagen` is no matter of form. A word is affirmed if
nothing in the sentence denies, or if no word above it is denied; the rest is left out. So is what is denied in a
condition (`if they do not come`), where nothing is said to be so; `--conditions` counts it as denied.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict

import numpy as np
from treebank import Sentence, Token, find_treebanks, read_treebank

from bp_qual.matching.negation import find_denials
from bp_qual.matching.talk import Block
from bp_qual.transcripts import Transcript, Turn

_DUTCH = "niet geen nooit nauwelijks amper zonder noch nergens niemand niets niks evenmin"
_ENGLISH = "not n't n’t no never without hardly barely neither nor nobody nothing none cannot"
NEGATORS = {"nl": set(_DUTCH.split()), "en": set(_ENGLISH.split())}
LIGHT = frozenset(["zijn", "hebben", "krijgen", "komen", "worden", "be", "have", "get", "come", "receive"])
CONDITIONS = frozenset(["als", "indien", "zolang", "if"])
_OWN = ("advmod", "det", "case", "cc", "mark")


def judge(sentence: Sentence, negators: set[str], *, conditions: bool = False) -> list[tuple[int, bool]]:
    """Return the nouns and verbs that are surely denied or affirmed, by their place in the sentence.

    What is denied in a condition is left out, unless ``conditions`` are to count.
    """
    by_id = {token.id: token for token in sentence.tokens}
    kids: defaultdict[int, list[Token]] = defaultdict(list)
    for token in sentence.tokens:
        kids[token.head].append(token)

    def negated(token: Token, relations: tuple[str, ...]) -> bool:
        return any(k.form.lower() in negators and k.relation.split(":")[0] in relations for k in kids[token.id])

    def conditional(token: Token) -> bool:
        for _ in range(50):
            if any(k.relation == "mark" and k.form.lower() in CONDITIONS for k in kids[token.id]):
                return True
            if token.head not in by_id:
                return False
            token = by_id[token.head]
        return False

    anywhere = any(token.form.lower() in negators for token in sentence.tokens)
    judged = []
    for place, token in enumerate(sentence.tokens):
        if token.kind not in ("NOUN", "VERB"):
            continue
        above = by_id.get(token.head)
        argument = token.relation.split(":")[0] in ("nsubj", "obj", "iobj")
        governed = (
            above is not None and argument and above.kind in ("VERB", "ADJ", "NOUN") and negated(above, ("advmod",))
        )
        light = above is not None and above.lemma.lower() in LIGHT
        if negated(token, _OWN) or (governed and light):
            if conditions or not conditional(token):
                judged.append((place, True))
        elif governed:
            continue
        elif not anywhere:
            judged.append((place, False))
        else:
            line, one = [token], above
            while one is not None and len(line) < 50:
                line.append(one)
                one = by_id.get(one.head)
            if not any(
                each.form.lower() in negators or any(k.form.lower() in negators for k in kids[each.id]) for each in line
            ):
                judged.append((place, False))
    return judged


def score_negation(language: str, *, conditions: bool = False) -> tuple[Counter[tuple[bool, bool]], list[str]]:
    """Return how often silver and flag agree, and the sentences where they do not."""
    counts: Counter[tuple[bool, bool]] = Counter()
    errors = []
    for path in find_treebanks(language):
        sentences = read_treebank(path)
        text, turns, starts = "", [], []
        for number, sentence in enumerate(sentences):
            begin, places, left = len(text), [], len(text)
            for token in sentence.tokens:
                at = sentence.text.find(token.form, left - begin)
                left = begin + max(at, 0)
                places.append(left)
                left += len(token.form)
            text += sentence.text + "\n"
            turns.append(Turn(number, "R", "respondent", begin, len(text) - 1, "P"))
            starts.append(places)
        block = Block([Transcript("T", ("P",), "1", text, tuple(turns), language)])
        hits = [
            (number, place, silver, int(np.searchsorted(block.start, starts[number][place])))
            for number, sentence in enumerate(sentences)
            for place, silver in judge(sentence, NEGATORS[language], conditions=conditions)
        ]
        token = np.minimum(np.array([hit[3] for hit in hits]), len(block) - 1)
        denied, cue = find_denials(block, token, token)
        for (number, place, silver, _), flag, said in zip(hits, denied.tolist(), cue.tolist(), strict=True):
            if flag and not _has_negator(said.lower(), NEGATORS[language]):
                continue  # denied by another word than a negator (`refuse`), which the silver does not know
            counts[silver, flag] += 1
            if silver != flag:
                sentence = sentences[number]
                errors.append(f"{'-' if silver else '+'} {sentence.tokens[place].form} [{said}] {sentence.text[:150]}")
    return counts, errors


def _has_negator(cue: str, negators: set[str]) -> bool:
    return any(word in negators or word.endswith(("n't", "n’t", "nt")) for word in cue.split())


def main() -> int:
    """Print the score."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("language", choices=("nl", "en"))
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--conditions", action="store_true", help="what is denied in a condition counts as denied")
    options = parser.parse_args()
    counts, errors = score_negation(options.language, conditions=options.conditions)
    right, wrong, missed = counts[True, True], counts[False, True], counts[True, False]
    precision, recall = right / (right + wrong), right / (right + missed)
    f1 = 2 * right / (2 * right + wrong + missed)
    print(f"P {100 * precision:.1f}  R {100 * recall:.1f}  F1 {100 * f1:.1f}", right, wrong, missed)
    print(*random.Random(1).sample(errors, min(options.errors, len(errors))), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
