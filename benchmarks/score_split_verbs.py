"""Score split separable verbs on the Dutch treebanks: `python benchmarks/score_split_verbs.py [--errors]`.

Gold are the pairs marked `compound:prt` whose particle and verb are written as one word. Two scores: every separable
verb there is, and a list of verbs as a codebook would have them. The weights come from other files than these.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from treebank import Sentence, find_treebanks, read_treebank

from bp_qual.matching.languages import find_language
from bp_qual.matching.languages.dutch.dutch import Dutch
from bp_qual.matching.languages.dutch.split_verbs import SplitVerbFinder
from bp_qual.matching.talk import Block
from bp_qual.matching.tokens import fold_word
from bp_qual.transcripts import Transcript, Turn

_CODEBOOK_VERBS = """
samenwerken overdragen doorgeven meedoen meewerken meedenken deelnemen bijdragen opzetten opbouwen uitwisselen
uitleggen overnemen afspreken aansluiten aanpakken opleveren opstarten doorgaan volhouden voortzetten afhangen omgaan
toenemen afnemen aanbieden aanvragen inzetten meenemen oplossen uitvoeren uitbreiden opleiden voorbereiden
plaatsvinden terugkomen ophouden wegvallen toepassen bijhouden vastleggen opschrijven overleveren afleren aanleren
opdoen opvolgen oprichten samenkomen optrekken aangeven opgeven uitgaan ingaan
"""
CODEBOOK_VERBS = frozenset(_CODEBOOK_VERBS.split())

Pair = tuple[int, int]


def join_forms(sentences: list[Sentence]) -> tuple[Block, list[list[int]]]:
    """Return the sentences as turns of one text, and where each of their tokens begins in it."""
    text, turns, places = "", [], []
    for number, sentence in enumerate(sentences):
        begin, starts = len(text), []
        for token in sentence.tokens:
            starts.append(len(text))
            text += token.form + " "
        turns.append(Turn(number, "R", "respondent", begin, len(text), "P"))
        places.append(starts)
    return Block([Transcript("T", ("P",), "1", text, tuple(turns))]), places


def find_gold(sentence: Sentence, is_verb: Callable[[str], bool]) -> tuple[dict[Pair, str], set[Pair]]:
    """Return the pairs (verb, particle) of one-word separable verbs, and those of longer expressions."""
    by_id = {token.id: token for token in sentence.tokens}
    kids = defaultdict(list)
    for token in sentence.tokens:
        kids[token.head].append(token)
    one: dict[Pair, str] = {}
    longer: set[Pair] = set()
    for token in sentence.tokens:
        head = by_id.get(token.head)
        if head is None or not token.relation.startswith("compound:prt"):
            continue
        lemma = head.lemma.lower()
        joined = token.form.lower() + lemma.split("_")[-1]
        phrase = [k for k in kids[token.id] if k.kind != "PUNCT" and k.relation not in ("advmod", "conj", "cc")]
        others = [k for k in kids[head.id] if k.relation.startswith("compound:prt") and k is not token]
        written = "_" in lemma and lemma.replace("_", "") == joined
        known = is_verb(fold_word(joined)) and not (others and others[0].kind in ("NOUN", "DET"))
        if not phrase and (written or known) and head.kind in ("VERB", "AUX", "NOUN", "ADJ"):
            one[head.id - 1, token.id - 1] = fold_word(joined)
        else:
            longer.add((head.id - 1, token.id - 1))
    return one, longer


def score_file(path: Path, only: frozenset[str] = frozenset()) -> tuple[int, int, int, list[str]]:
    """Return how many pairs were right, wrong and missed, and the errors in words.

    With ``only``, verbs of a sentence are compared rather than pairs, and just those.
    """
    sentences = read_treebank(path)
    block, places = join_forms(sentences)
    finder = SplitVerbFinder(block, Dutch())
    pairs = finder.find()
    place = {start: (s, t) for s, starts in enumerate(places) for t, start in enumerate(starts)}
    found: dict[tuple[int, Pair], str] = {}
    for verb, particle, base in zip(pairs.verb.tolist(), pairs.particle.tolist(), pairs.base.tolist(), strict=True):
        sentence, left = place.get(int(block.start[verb]), (-1, -1))
        right = place.get(int(block.start[particle]), (-1, -1))[1]
        joined = block.types[block.ids[particle]] + finder.lexicon.bases[base]
        found[sentence, (left, right)] = joined
    right = wrong = missed = 0
    errors = []
    for number, sentence in enumerate(sentences):
        gold, longer = find_gold(sentence, finder.language.separable.is_listed)
        mine = {pair: verb for (s, pair), verb in found.items() if s == number and pair not in longer}
        wanted: set[object] = {v for v in gold.values() if v in only} if only else set(gold)
        got: set[object] = {v for v in mine.values() if v in only} if only else set(mine)
        right, wrong, missed = right + len(wanted & got), wrong + len(got - wanted), missed + len(wanted - got)
        for sign, each in [("+", one) for one in sorted(map(str, got - wanted))] + [
            ("-", o) for o in sorted(map(str, wanted - got))
        ]:
            errors.append(f"{sign} {each} {' '.join(token.form for token in sentence.tokens)}")
    return right, wrong, missed, errors


def main() -> int:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    find_language("nl")
    for name, only in (("all verbs", frozenset()), ("codebook verbs", CODEBOOK_VERBS)):
        totals = [0, 0, 0]
        for path in find_treebanks("nl"):
            *figures, errors = score_file(path, only)
            totals = [a + b for a, b in zip(totals, figures, strict=True)]
            print(f"{name:15} {path.name:30} {describe(*figures)}")
            if options.errors:
                print(*errors, sep="\n")
        print(f"{name:15} {'together':30} {describe(*totals)}")
    return 0


def describe(right: int, wrong: int, missed: int) -> str:
    """Return precision, recall and F1 in words."""
    precision, recall = right / max(right + wrong, 1), right / max(right + missed, 1)
    f1 = 2 * right / max(2 * right + wrong + missed, 1)
    figures = f"P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * f1:5.1f}"
    return f"{figures}   {right} right {wrong} wrong {missed} missed"


if __name__ == "__main__":
    sys.exit(main())
