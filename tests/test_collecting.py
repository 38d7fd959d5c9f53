"""A program of ours seldom goes through what is in memory: what is made in it is nearly all needed to its end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[1] / "transcripts_sample"
COUNTED = """
import atexit, gc, sys
atexit.register(lambda: print("frozen:", gc.get_freeze_count(), file=sys.stderr))  # called last
from bp_qual.__main__ import run
atexit.register(lambda: print("gone through:", *[each["collections"] for each in gc.get_stats()], file=sys.stderr))
run()
"""
CYCLES = """
import gc
from bp_qual.collecting import NEW, collect_seldom
collect_seldom()

class Chained:
    made = freed = most = 0
    def __init__(self):
        self.itself = self
        Chained.made += 1
        Chained.most = max(Chained.most, Chained.made - Chained.freed)
    def __del__(self):
        Chained.freed += 1

for _ in range(3 * NEW):
    Chained()
print(Chained.most < 2 * NEW)
"""


def run_program(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, timeout=120)


@pytest.mark.slow
def test_a_command_goes_through_all_of_memory_neither_while_it_works_nor_at_its_end() -> None:
    done = run_program(COUNTED, "check", str(SAMPLE))
    assert done.returncode == 0, done.stderr
    told = {line.split(":")[0]: line.split(":")[1].split() for line in done.stderr.splitlines() if ":" in line}
    newest, _, everything = map(int, told["gone through"])
    assert newest < 20
    assert everything == 0
    assert int(told["frozen"][0]) > 10_000


@pytest.mark.slow
def test_values_that_refer_to_each_other_are_freed_all_the_same() -> None:
    done = run_program(CYCLES)
    assert done.stdout == "True\n", done.stderr
