"""What a piece of work takes of the processor."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """Return the processor time it takes at best: what else the machine does is not measured."""
    return min(_seconds(work) for _ in range(times))


def times_as_long(more: Callable[[], object], less: Callable[[], object], *, share: int = 8, times: int = 3) -> float:
    """Return how many times as long one piece of work takes as another of a `share` of its size, at best.

    The smaller is done `share` times in a row, and both in turns: what slows a machine for a second then slows both.
    """
    ratios = []
    for _ in range(times):
        once = sum(_seconds(less) for _ in range(share)) / share
        ratios.append(_seconds(more) / once)
    return min(ratios)


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
