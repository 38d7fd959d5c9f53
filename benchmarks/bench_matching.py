"""Speed of coding Dutch talk: `python benchmarks/bench_matching.py [--mb 10] [--codes 100] [--spacy] [--profile]`.

The talk is made up: Dutch word forms with the frequencies of talk, in sentences and turns of interviews. The codebook
has ten bare terms a code, every fifth a separable verb. Compared is spaCy's PhraseMatcher on plain strings over the
same texts, each side from texts in memory to a table with a row for each hit. What is loaded once (word tables, spaCy)
is not counted. Seconds are of the processor; on the clock it is less where there is a second core.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate
from typing import Any

from bp_qual.codebook import Code, Codebook, Term
from bp_qual.coding import apply_codebook
from bp_qual.matching import compile_codebook, index_corpus
from bp_qual.matching.languages import find_language
from bp_qual.transcripts import Corpus, Transcript, Turn

_FREQUENT = """
de en het van ik te dat die in een hij niet zijn is was op aan met als voor had er maar om dan zou of wat mijn
men dit zo door over ze zich bij ook tot je mij uit der daar haar naar heb hoe heeft hebben deze u want nog zal
me zij nu geen omdat iets worden toch al waren veel meer doen toen moet ben zonder kan hun dus alles onder ja
eens hier wie werd altijd kunnen ons zelf tegen na wil kon niets uw iemand wel gewoon eigenlijk eh hè nou best
heel echt gaan gaat komt weet vind denk mensen jaar tijd weer even beetje zeg maken goed misschien buurt wijk
gemeente samen keer dag vaak werk huis kinderen
"""


def make_words(seed: int) -> tuple[list[str], list[float]]:
    """Return word forms from the frequent to the rare, and their cumulative weights."""
    chance = random.Random(seed)
    dutch = find_language("nl")
    forms = sorted(form for form in dutch.known if form.isalpha() and form.isascii())
    chance.shuffle(forms)
    forms.sort(key=lambda form: len(form) + chance.gauss(0, 3))
    listed = [*_FREQUENT.split(), *forms[:150_000]]
    weights = [1 / (rank + 2.7) if rank < 3000 else 3002.7**0.7 / (rank + 2.7) ** 1.7 for rank in range(len(listed))]
    return listed, list(accumulate(weights))


def make_corpus(megabytes: float, seed: int = 1) -> Corpus:
    """Return interviews of about 50,000 characters each; beyond 10 MB the same ones come again."""
    chance = random.Random(seed)
    listed, weights = make_words(seed)
    transcripts = []
    for number in range(max(1, int(min(megabytes, 10) * 20))):
        text, turns = "", []
        parts: list[str] = []
        length = 0
        while length < 50_000:
            role = "interviewer" if len(turns) % 2 else "respondent"
            talk = _make_turn(chance, listed, weights, 1 if role == "interviewer" else 6)
            label = "I: " if role == "interviewer" else "R: "
            begin = length + len(label)
            person = "" if role == "interviewer" else f"P{number}"
            turns.append(Turn(len(turns), label[0], role, begin, begin + len(talk), person))
            parts.append(f"{label}{talk}\n")
            length += len(parts[-1])
        text = "".join(parts)
        transcripts.append(Transcript(f"P{number}_1", (f"P{number}",), "1", text, tuple(turns)))
    again = max(1, round(megabytes / 10))
    transcripts = [replace(one, interview=f"{one.interview}_{turn}") for turn in range(again) for one in transcripts]
    return Corpus(tuple(transcripts), tuple(one.persons[0] for one in transcripts[:200]), ("1",))


def _make_turn(chance: random.Random, listed: list[str], weights: list[float], sentences: int) -> str:
    made = []
    for _ in range(chance.randint(1, 2 * sentences)):
        words = chance.choices(listed, cum_weights=weights, k=chance.randint(4, 22))
        if len(words) > 9:
            words[len(words) // 2] += ","
        made.append(" ".join(words).capitalize() + chance.choice([".", ".", ".", "?"]))
    return " ".join(made)


def make_codebook(codes: int, seed: int = 2) -> Codebook:
    """Return a codebook with ten bare terms a code, two of them separable verbs."""
    chance = random.Random(seed)
    dutch = find_language("nl")
    particles = dutch.separable.particles
    verbs = sorted(particle + base for base, each in particles.items() for particle in each)
    others = sorted(
        word for kind in ("noun", "adj") for word in dutch.listed(kind) if word.isalpha() and len(word) < 11
    )
    chance.shuffle(verbs)
    chance.shuffle(others)
    made = []
    for number in range(codes):
        words = others[8 * number : 8 * number + 8] + verbs[2 * number : 2 * number + 2]
        made.append(Code(f"code{number}", terms=tuple(Term(word, "lemma") for word in words)))
    return Codebook("Bench", "1", "nl", tuple(made))


def code_with_spacy(codebook: Codebook) -> Callable[[Corpus], Any]:
    """Return a function that finds the terms as plain strings with spaCy's PhraseMatcher, as one table."""
    import pandas as pd
    import spacy
    from spacy.matcher import PhraseMatcher

    pipeline = spacy.blank("nl")
    pipeline.max_length = 10**9
    matcher = PhraseMatcher(pipeline.vocab, attr="LOWER")
    for code in codebook.codes:
        matcher.add(code.id, [pipeline.make_doc(term.text) for term in code.terms])

    def run(corpus: Corpus) -> Any:
        rows = []
        for one in corpus.transcripts:
            doc = pipeline.make_doc(one.text)
            for code, first, last in matcher(doc):
                span = doc[first:last]
                rows.append((one.interview, span.start_char, span.end_char, pipeline.vocab.strings[code], span.text))
        return pd.DataFrame(rows, columns=["interview", "start", "end", "code", "quote"])

    return run


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return processor seconds and the result."""
    begin = time.process_time()
    result = work()
    return time.process_time() - begin, result


def main() -> int:
    """Print the seconds."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--mb", type=float, default=10)
    parser.add_argument("--codes", type=int, default=100)
    parser.add_argument("--spacy", action="store_true")
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    warm = make_corpus(0.05)
    book = make_codebook(options.codes)
    apply_codebook(book, warm)
    corpus = make_corpus(options.mb)
    size = sum(len(one.text) for one in corpus.transcripts) / 1e6
    compiling, _ = timed(lambda: compile_codebook(book, "nl"))
    if options.profile:
        import cProfile

        cProfile.runctx("apply_codebook(book, corpus)", globals(), locals(), sort="cumtime")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    whole, table = timed(lambda: apply_codebook(book, corpus))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    indexing, index = timed(lambda: index_corpus(corpus))
    coding, _ = timed(lambda: apply_codebook(book, index))
    again, _ = timed(lambda: apply_codebook(book, index))
    changed = Codebook("Bench", "2", "nl", make_codebook(options.codes + 1).codes[-1:])
    one, _ = timed(lambda: apply_codebook(changed, index))
    print(f"{size:.1f} million characters, {options.codes} codes, {len(table):,} codings: {whole:.2f} s")
    print(f"  compiling {compiling:.2f} s; index {indexing:.2f} s; coding with it {coding:.2f} s, again {again:.2f} s")
    print(
        f"  one changed code {one:.3f} s: {one / whole:.3f} of the whole; memory beyond the talk {peak - memory:.0f} MB"
    )
    if options.spacy:
        run = code_with_spacy(book)
        run(warm)
        theirs, found = timed(lambda: run(corpus))
        print(f"  spaCy PhraseMatcher on plain strings: {len(found):,} hits in {theirs:.2f} s: {theirs / whole:.1f} x")
    return 0


if __name__ == "__main__":
    sys.exit(main())
