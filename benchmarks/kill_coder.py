"""Kill a program that saves codings, again and again, and look whether anything it reported as saved is lost.

python benchmarks/kill_coder.py              # 200 kills
python benchmarks/kill_coder.py --kills 20

The child prints the id of an event only after it was saved; it is killed (SIGKILL) at a random moment.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bp_qual.coding.by_hand import read_history

CHILD = """
import sys
from bp_qual.coding.by_hand import CoderLog, Event
log = CoderLog(sys.argv[1], "anna")
for number in range(100_000):
    log.append([Event(f"{sys.argv[2]}-{number}", "memo", note="ü" * (number % 300))])
    print(f"{sys.argv[2]}-{number}", flush=True)
"""


def kill_once(study: Path, name: str, seconds: float) -> set[str]:
    """Let a child save codings, kill it after a while, and return the ids that it reported as saved."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", CHILD, str(study), name]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        time.sleep(seconds)
        child.kill()
        rest = child.stdout.read()
    return {line.decode() for line in (first + rest).split(b"\n")[:-1]}


def run(kills: int, seed: int = 1) -> tuple[int, int, int]:
    """Return how many events were reported as saved, how many are lost, and how often the file was unreadable."""
    draw = random.Random(seed)
    reported: set[str] = set()
    unreadable = 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(kills):
            reported |= kill_once(Path(folder), str(number), draw.uniform(0.0, 0.1))
            there = {event.id for event in read_history(folder, "anna").events}
            unreadable += not there
    return len(reported), len(reported - there), unreadable


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    saved, lost, unreadable = run(asked.kills, asked.seed)
    print(f"{asked.kills} kills: {lost} of {saved:,} reported as saved are lost; {unreadable} times unreadable")
