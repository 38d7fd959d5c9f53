"""How fast interviews are read now, against an earlier commit in the same run. Run by name:

    python benchmarks/reading_against.py COMMIT [--rounds N] [--files N]

Interviews of 6,000 words with two speakers in each format are read, roles, notes and words included, by the earlier
commit and by this tree in turn, each in a process of its own. Printed is the processor time of both, and the median of
the ratios of the rounds: what else the machine does in a round slows both down. A format that the earlier commit cannot
read is left out.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import statistics
import subprocess
import sys
import tarfile
import tempfile
import textwrap
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from bench_reading import make_turns

from reader_samples import make_pdf
from talk_builders import FORMATS, as_table, write

ROOT = Path(__file__).parents[1]
MEASURE = """
import json, sys, time
from pathlib import Path
from bp_qual.transcripts import count_turn_words, read_transcript
took, words = {}, {}
files = sorted(Path(sys.argv[1]).iterdir())
for warm in (True, False):
    for file in files if not warm else files[::int(sys.argv[2])]:
        start = time.process_time()
        try:
            transcript = read_transcript(file, interview="a", wave="2010", persons={"P01": ()})
        except Exception:  # of a format that the commit does not read, or with a library that is not there
            continue
        said = int(count_turn_words(transcript).sum())
        if not warm:
            ending = file.suffix[1:]
            took[ending] = took.get(ending, 0) + time.process_time() - start
            words[ending] = words.get(ending, 0) + said
print(json.dumps([took, words]))
"""


def make_files(folder: Path, number: int) -> None:
    """Write so many interviews in each format into a folder."""
    for seed in range(number):
        turns = list(make_turns(seed))
        paragraphs = write("colon", turns, "nl")
        rows = [row for line in paragraphs for row in textwrap.wrap(line, 80)]
        files = {ending: save(paragraphs) for ending, save in FORMATS.items()}
        files |= {"srt": as_subtitles(paragraphs), "csv": as_table(turns)}
        files["pdf"] = make_pdf([rows[start : start + 45] for start in range(0, len(rows), 45)])
        for ending, data in files.items():
            (folder / f"{ending}{seed}.{ending}").write_bytes(data)


def as_subtitles(paragraphs: list[str]) -> bytes:
    """Return subtitles with a cue of four seconds for each turn."""
    times = [
        f"{n // 900:02}:{n // 15 % 60:02}:{4 * n % 60:02},{part}" for n in range(len(paragraphs)) for part in (0, 900)
    ]
    cues = [f"{n + 1}\n{times[2 * n]:0<12} --> {times[2 * n + 1]}\n{said}\n" for n, said in enumerate(paragraphs)]
    return "\n".join(cues).encode()


def take_tree(commit: str, folder: Path) -> Path:
    """Write the source of a commit into a folder, and return it."""
    packed = subprocess.run(["git", "-C", str(ROOT), "archive", commit, "src"], capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")
    return folder / "src"


def measure(tree: Path, files: Path, number: int) -> tuple[dict[str, float], dict[str, int]]:
    """Return the processor time and the words of each format, as a tree reads the files."""
    command = [sys.executable, "-c", MEASURE, str(files), str(number)]
    done = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": str(tree)}, stdout=subprocess.PIPE, text=True, check=True
    )
    took, words = json.loads(done.stdout)
    return took, words


def main() -> None:
    """Print a line for each format."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("commit")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--files", type=int, default=6)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files, earlier = Path(folder) / "files", Path(folder) / "earlier"
        files.mkdir()
        make_files(files, options.files)
        trees = {"before": take_tree(options.commit, earlier), "now": ROOT / "src"}
        rounds = list[dict[str, dict[str, float]]]()
        for number in range(options.rounds):
            order = list(trees)[:: -1 if number % 2 else 1]
            measured = {name: measure(trees[name], files, options.files) for name in order}
            rounds.append({name: took for name, (took, _) in measured.items()})
    print(f"{'format':8} {'before':>8} {'now':>8} {'ratio':>7}   words before and now")
    for ending in [ending for ending in measured["now"][0] if all(ending in measured[name][0] for name in trees)]:
        ratio = statistics.median(one["now"][ending] / one["before"][ending] for one in rounds)
        before, now = (min(one[name][ending] for one in rounds) for name in trees)
        words = (measured[name][1].get(ending, 0) for name in trees)
        print(f"{ending:8} {before:6.3f} s {now:6.3f} s {ratio:7.2f}  ", *words)
    sums = [{name: sum(one[name][e] for e in one["before"]) for name in trees} for one in rounds]
    print(f"{'all':8} {'':17} {statistics.median(one['now'] / one['before'] for one in sums):7.2f}")


if __name__ == "__main__":
    main()
