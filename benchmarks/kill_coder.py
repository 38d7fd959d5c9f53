"""Kill a program that saves codings, again and again, and look whether anything it reported as saved is lost.

python benchmarks/kill_coder.py              # 200 kills
python benchmarks/kill_coder.py --kills 20

The child prints the id of an event only after it was saved; it is killed (SIGKILL) at a random moment.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from bp_qual.coding.by_hand import CoderLog, Event, read_history
from bp_qual.coding.by_hand.events import write_line

IN_A_ROW = 10  # kills that follow each other on one file


class HastyLog:
    """A log that says that an event is saved before the disk has it: what the kills must find."""

    def __init__(self, study: Path, coder: str) -> None:
        self.path = study / "codings" / f"{coder}.jsonl"
        self.path.parent.mkdir(exist_ok=True)
        self.file = self.path.open("ab")

    def append(self, events: Iterable[Event]) -> None:
        self.file.writelines(write_line(event) + b"\n" for event in events)


def save_without_end(study: Path, name: str, out: int, keeper: Callable[[Path, str], CoderLog | HastyLog]) -> None:
    """Save codings, and tell the number of each that is saved."""
    log = keeper(study, "anna")
    for number in range(100_000):
        log.append([Event(f"{name}-{number}", "memo", note="ü" * (number % 300))])
        os.write(out, f"{name}-{number}\n".encode())


def kill_once(
    study: Path, name: str, seconds: float, keeper: Callable[[Path, str], CoderLog | HastyLog] = CoderLog
) -> set[str]:
    """Let a child save codings, kill it after a while, and return the ids that it reported as saved."""
    told, out = os.pipe()
    if not (child := os.fork()):
        try:
            save_without_end(study, name, out, keeper)
        finally:
            os._exit(0)
    os.close(out)
    with os.fdopen(told, "rb") as lines:
        first = lines.readline()
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        rest = lines.read()
    return {line.decode() for line in (first + rest).split(b"\n")[:-1]}


def run(
    kills: int, seed: int = 1, keeper: Callable[[Path, str], CoderLog | HastyLog] = CoderLog
) -> tuple[int, int, int]:
    """Return how many events were reported as saved, how many are lost, and how often the file was unreadable."""
    draw = random.Random(seed)
    saved = lost = unreadable = 0
    reported: set[str] = set()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(kills):
            study = Path(folder) / str(number // IN_A_ROW)
            study.mkdir(exist_ok=True)
            before = reported if number % IN_A_ROW else set()
            reported = before | kill_once(study, str(number), draw.uniform(0.0, 0.1), keeper)
            there = {event.id for event in read_history(study, "anna").events}
            unreadable += not there
            saved += len(reported) - len(before)
            lost += len(reported - there) - len(before - there)
    return saved, lost, unreadable


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    saved, lost, unreadable = run(asked.kills, asked.seed)
    print(f"{asked.kills} kills: {lost} of {saved:,} reported as saved are lost; {unreadable} times unreadable")
