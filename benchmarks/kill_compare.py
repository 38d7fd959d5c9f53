"""Kill `bp-qual compare` on the study that `init` makes at random moments, and look each time at what is left.

    python benchmarks/kill_compare.py 200

Two codebooks take turns, so that every run replaces another output. After each kill the folder must hold the old
output or the new one, by the hashes in its run.json; during the few milliseconds in which files are put in place it may
hold a mixture, if that is told (`changed_outputs`, which `check` asks). After each whole run nothing else may be left.
A third of the kills falls anywhere in a run, a third while it writes its files aside, and a third while it puts them
in place, however busy the machine is. The small version is tests/test_crash.py.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bp_qual.cli import main
from bp_qual.codebook import read_codebook
from bp_qual.files.leftovers import READY
from bp_qual.report.run_record import changed_outputs

STARTER = Path(__file__).parents[1] / "src" / "bp_qual" / "study" / "templates" / "starter" / "codebook.yaml"
HANGS = 120  # seconds
# a folder that shows how far the run is, and the longest time after it in seconds; 0: as long as a run lasts
MOMENTS = (("", 0.0), (".bp_qual-staging-", 0.3), (READY, 0.01))
SMALL = "{codebook: Small, version: 1.0.0, language: nl, codes: [{id: samen, terms: [samenwerken, gemeente]}]}\n"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of `compare` in a process of its own, forked when everything is loaded."""

    number: int

    def is_over(self) -> bool:
        """Return whether it has ended; it stays there to be waited for."""
        return os.waitid(os.P_PID, self.number, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None

    def wait(self) -> int:
        """Wait until it has ended, and return how."""
        return os.waitpid(self.number, 0)[1]

    def kill(self) -> None:
        """End it at once, wherever it is."""
        os.kill(self.number, signal.SIGKILL)
        self.wait()


def start(study: Path, codebook: Path, out: Path) -> Run:
    """Start a run of `compare`."""
    if child := os.fork():
        return Run(child)
    for stream in (1, 2):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
    signal.alarm(HANGS)
    try:
        main(["compare", str(study), "--codebook", str(codebook), "-o", str(out)])
    finally:
        os._exit(0)


def run_whole(study: Path, codebook: Path, out: Path) -> None:
    """Run `compare` to its end, again where the process hung on a lock that a thread of this one held at the fork."""
    while os.WIFSIGNALED(start(study, codebook, out).wait()):
        pass


def look(out: Path) -> str:
    """Return the name of the codebook whose whole output is in the folder, or what is wrong there."""
    record = json.loads((out / "run.json").read_text(encoding="utf-8"))
    names = {path.name for path in out.iterdir() if not path.name.startswith((".", READY))}
    if names != {*record["outputs"], "run.json"}:
        return f"files of two runs: {sorted(names ^ {*record['outputs'], 'run.json'})}"
    hashes = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in record["outputs"]}
    mixed = [name for name, digest in record["outputs"].items() if hashes[name] != digest]
    return f"mixture: {mixed}" if mixed else str(record["codebook"]["name"])


def wait_for(run: Run, out: Path, step: str) -> None:
    """Wait until the run makes the folder of one of its steps, or ends."""
    while not run.is_over() and not any(path.name.startswith(step) for path in out.iterdir()):
        time.sleep(0.0002)


def kill_often(kills: int) -> int:
    """Kill as often as asked; print what was seen; return 1 when a run left anything but a whole output."""
    chance = random.Random(1)
    with TemporaryDirectory() as scratch:
        study, small, out = (Path(scratch) / name for name in ("study", "small.yaml", "out"))
        small.write_text(SMALL, encoding="utf-8")
        codebooks = {"Small": small, read_codebook(STARTER).name: STARTER}
        main(["init", str(study)], standalone_mode=False)
        main(["compare", str(study), "-o", str(Path(scratch) / "first")], standalone_mode=False)  # load everything
        begin = time.perf_counter()
        run_whole(study, codebooks["Small"], out)
        lasts, old, seen = time.perf_counter() - begin, "Small", Counter[str]()
        for number in range(kills):
            new = next(name for name in codebooks if name != old)
            run = start(study, codebooks[new], out)
            step, seconds = MOMENTS[number % len(MOMENTS)]
            if step:
                wait_for(run, out, step)
            time.sleep(chance.uniform(0, seconds or 1.1 * lasts))
            run.kill()
            state = look(out)
            told = state not in codebooks and changed_outputs(out)
            seen["a mixture that is told" if told else {old: "old", new: "new"}.get(state, state)] += 1
            if state != new or any(path.name.startswith((".", READY)) for path in out.iterdir()):
                run_whole(study, codebooks[new], out)
            if look(out) != new or any(path.name.startswith((".", READY)) for path in out.iterdir()):
                seen[f"left after the next run: {sorted(path.name for path in out.iterdir())}"] += 1
            old = new
            if (number + 1) % 10 == 0:
                print(f"{number + 1} of {kills}: {dict(seen)}", file=sys.stderr, flush=True)
    for state, times in seen.most_common():
        print(f"{times:5}  {state}")
    return int(bool(set(seen) - {"old", "new", "a mixture that is told"}))


if __name__ == "__main__":
    sys.exit(kill_often(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
