"""What workers gain in coding an archive, and how much memory each takes. Run by name:

    python benchmarks/bench_archive.py [MEGABYTES [FOLDER]]

Writes so many megabytes of generated talk (100 if not given) as text files into a folder, codes them with one worker on
this computer and then with two, and in this process alone; and once more with two, where nothing has changed. The rows
must be the same. It prints seconds and, for each kind of process, the peak of its memory; compare figures of one run
only. `docs/large_archives.md` does its arithmetic with them.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from bench_reading import make_turns

import bp_qual as bq
from bp_qual.archive.clusters import local_cluster

ROOT = Path(__file__).parents[1]
BOOK = ROOT / "codebooks" / "best_persons.yaml"


def make_study(folder: Path, megabytes: float) -> Path:
    """Write interviews of 6,000 words and two waves, each the turns of one of fifty in an order of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "study.yaml").write_text("study: Archive\nlanguage: nl\n", encoding="utf-8")
    kinds = [[f"{label}: {talk}" for label, talk in make_turns(seed)] for seed in range(50)]
    chance, written, number = random.Random(1), 0, 0
    while written < megabytes * 1e6:
        lines = kinds[number % len(kinds)]
        data = "\n\n".join(chance.sample(lines, len(lines))).encode()
        (folder / f"P{number // 2:06}_{2010 + 10 * (number % 2)}.txt").write_bytes(data)
        written, number = written + len(data), number + 1
    return folder


def peak_of_worker() -> float:
    """Return the most memory, in MB, that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def code_with(workers: int, study: Path, out: Path) -> tuple[float, float, bq.CodedArchive]:
    """Return the seconds from the first part on, the largest peak of a worker, and the archive."""
    with local_cluster(workers) as client:
        start = time.perf_counter()
        archive = bq.code_archive(study, BOOK, client, output=out)
        took = time.perf_counter() - start
        return took, max(client.run(peak_of_worker).values()), archive


def code_alone(study: Path) -> tuple[float, float, int]:
    """Return the seconds that this process takes alone, its peak, and how many codings there are."""
    start = time.perf_counter()
    codings = bq.apply_codebook(bq.read_codebook(BOOK), bq.read_corpus(study))
    return time.perf_counter() - start, peak_of_worker(), len(codings)


def main(megabytes: float, place: Path) -> None:
    """Measure everything."""
    study = make_study(place / "study", megabytes)
    size = sum(file.stat().st_size for file in study.glob("P*")) / 1e6
    print(f"{size:.0f} MB in {sum(1 for _ in study.glob('P*'))} files")
    one, peak_one, first = code_with(1, study, place / "one")
    two, peak_two, second = code_with(2, study, place / "two")
    print(f"1 worker  {one:7.1f} s  {size / one:5.1f} MB/s  peak of a worker {peak_one:5.0f} MB")
    print(f"2 workers {two:7.1f} s  {size / two:5.1f} MB/s  peak of a worker {peak_two:5.0f} MB")
    print(f"two workers are {one / two:.2f} times as fast as one; {len(second.parts)} parts")
    again, _, third = code_with(2, study, place / "two")
    print(f"nothing changed: {again:.1f} s, {third.kept} of {len(third.parts)} parts kept")
    written = sum(file.stat().st_size for file in (place / "two").rglob("*") if file.is_file()) / 1e6
    print(f"{first.codings_made} codings, {written:.1f} MB written, {100 * written / size:.2f} % of what was read")
    start = time.perf_counter()
    panel = second.panel
    print(f"panel of {len(panel.persons)} persons read in {time.perf_counter() - start:.1f} s")
    with get_context("spawn").Pool(1) as pool:
        alone, peak, codings = pool.apply(code_alone, (study,))
    print(f"one process alone {alone:7.1f} s  peak {peak:5.0f} MB")
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
