"""What a piece of work takes of the processor."""

from __future__ import annotations

import contextlib
import gc
import time
from collections.abc import Callable, Iterator

A_SECOND = 200  # so many times in a second such a machine counts out the yardstick


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """Return the processor time it takes at best: what else the machine does is not measured."""
    return min(_seconds(work) for _ in range(times))


def assert_keeps_step(
    more: Callable[[], object],
    less: Callable[[], object],
    *,
    bound: float,
    share: int = 8,
    least: float = 0,
    times: int = 3,
) -> None:
    """Fail where one piece of work takes `bound` times as long as another of a `share` of its size, every time.

    The smaller is done `share` times in a row, and both in turns: what slows a machine for a second then slows both.
    What it takes is not taken for less than the `least` seconds, in which other work than what grows is done.
    """
    ratios = []
    for _ in range(times):
        once = sum(_seconds(less) for _ in range(share)) / share
        ratios.append(_seconds(more) / max(once, least))
        if ratios[-1] < bound:
            return
    raise AssertionError(f"it takes {min(ratios):.1f} times as long at best, and may take {bound:.1f}")


@contextlib.contextmanager
def at_most(limit: float) -> Iterator[None]:
    """Fail where the work takes more than so many seconds of a common machine, and of a slow one as many more.

    How slow this one is at the moment is measured by a yardstick before the work and after it.
    """
    yardstick = _yardstick()
    start = time.process_time()
    yield
    taken = time.process_time() - start
    slow = max(yardstick, _yardstick()) * A_SECOND
    assert taken < limit * slow, f"it takes {taken:.2f} s here, {taken / slow:.2f} s elsewhere, and may take {limit} s"


def _yardstick() -> float:
    """Return what it takes to count out some words, at the second best of five times."""
    words = [f"woord {n % 997}" for n in range(20_000)]
    taken = []
    for _ in range(5):
        start = time.process_time()
        sum(hash(word.upper().split(" ")[1]) for word in words)
        taken.append(time.process_time() - start)
    return sorted(taken)[1]


def _seconds(work: Callable[[], object]) -> float:
    """Time it without the collector of what other tests left behind."""
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        work()
        return time.process_time() - start
    finally:
        gc.enable()
