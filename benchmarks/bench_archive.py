"""What workers gain in coding an archive, and how much memory each takes. Run by name:

    python benchmarks/bench_archive.py [MEGABYTES [FOLDER]]

Writes so many megabytes of generated talk (100 if not given) as text files into a folder, codes them with one worker on
this computer and then with two, and in this process alone; and once more with two, where nothing has changed. The rows
must be the same. It prints seconds, processor time (where other work is on the machine, that says more) and the peak of
memory; compare figures of one run only. `docs/large_archives.md` does its arithmetic with them.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from multiprocessing import get_context
from pathlib import Path

import bp_qual as bq
from bp_qual.archive.clusters import local_cluster

ROOT = Path(__file__).parents[1]
PART = 4_000_000  # bytes, so that two workers have enough parts
BOOK = ROOT / "codebooks" / "best_persons.yaml"


def make_study(folder: Path, megabytes: float) -> Path:
    """Write interviews of two waves: twelve thousand words each of the sample study, in an order of their own."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "study.yaml").write_text("study: Archive\nlanguage: nl\n", encoding="utf-8")
    sample = bq.read_corpus(ROOT / "transcripts_sample")
    said = [t.text[u.start : u.end] for t in sample.transcripts for u in t.turns if u.role == "respondent"]
    chance, written, number = random.Random(1), 0, 0
    while written < megabytes * 1e6:
        lines = chance.sample(said, len(said))
        data = "\n\n".join(f"I: En?\n\nR: {line}" for line in lines).encode()
        (folder / f"P{number // 2:06}_{2010 + 10 * (number % 2)}.txt").write_bytes(data)
        written, number = written + len(data), number + 1
    return folder


def spent() -> tuple[float, float]:
    """Return the most memory, in MB, that this process has had, and its processor time in seconds."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, time.process_time()


def code_with(workers: int, study: Path, out: Path, size: float) -> tuple[float, bq.CodedArchive]:
    """Print what it costs to code an archive with so many workers; return the seconds, and the archive."""
    with local_cluster(workers) as client:
        before = sum(worker[1] for worker in client.run(spent).values())
        start, own = time.perf_counter(), time.process_time()
        archive = bq.code_archive(study, BOOK, client, output=out, part_size=PART)
        took, own = time.perf_counter() - start, time.process_time() - own
        told = client.run(spent).values()
    peak, processor = max(worker[0] for worker in told), sum(worker[1] for worker in told) - before
    print(
        f"{workers} worker(s) {took:6.1f} s, {size / took:.1f} MB/s; processor of the workers {processor:.1f} s, "
        f"{size / max(processor, 0.1):.1f} MB/s; of this process {own:.1f} s; peak of a worker {peak:.0f} MB"
    )
    return took, archive


def code_alone(study: Path) -> tuple[float, float, float, int]:
    """Return the seconds of this process alone, its peak, its processor time, and how many codings there are."""
    start = time.perf_counter()
    codings = bq.apply_codebook(bq.read_codebook(BOOK), bq.read_corpus(study))
    return time.perf_counter() - start, *spent(), len(codings)


def main(megabytes: float, place: Path) -> None:
    """Measure everything."""
    study = make_study(place / "study", megabytes)
    size = sum(file.stat().st_size for file in study.glob("P*")) / 1e6
    print(f"{size:.0f} MB in {sum(1 for _ in study.glob('P*'))} files")
    one, first = code_with(1, study, place / "one", size)
    two, second = code_with(2, study, place / "two", size)
    print(f"two workers are {one / two:.2f} times as fast as one; {len(second.parts)} parts")
    _, third = code_with(2, study, place / "two", size)
    print(f"nothing changed: {third.kept} of {len(third.parts)} parts kept")
    written = sum(file.stat().st_size for file in (place / "two").rglob("*") if file.is_file()) / 1e6
    print(f"{first.codings_made} codings, {written:.1f} MB written, {100 * written / size:.2f} % of what was read")
    start = time.perf_counter()
    panel = second.panel
    print(f"panel of {len(panel.persons)} persons read in {time.perf_counter() - start:.1f} s")
    with get_context("spawn").Pool(1) as pool:
        alone, peak, processor, codings = pool.apply(code_alone, (study,))
    print(f"one process alone {alone:.1f} s, processor {processor:.1f} s, peak {peak:.0f} MB")
    if not first.codings_made == second.codings_made == third.codings_made == codings:
        raise SystemExit("not the same number of codings")
    if not first.codings(waves=["2010"]).equals(second.codings(waves=["2010"])):
        raise SystemExit("not the same codings")


if __name__ == "__main__":
    wanted = float(sys.argv[1]) if len(sys.argv) > 1 else 100
    if len(sys.argv) > 2:
        main(wanted, Path(sys.argv[2]))
    else:
        with tempfile.TemporaryDirectory() as temporary:
            main(wanted, Path(temporary))
