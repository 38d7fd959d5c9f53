"""Where the lines of the report's two small drawings stand: the interval in a row, and the slopes of persons.

Pure geometry: numbers in, places out. The SVG itself is in ``templates/figures.html``. It is drawn here and not by
altair because a report has a drawing a code, each line of which is a link to quotes, in the page's own type.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

WIDTH = 300
_MARGIN = 14


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on an axis: x along the forest, y up the slopes."""

    text: str
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Axis:
    """The axis of the forest: doublings and halvings."""

    width: int
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Interval:
    """The ratio of one code and its interval; None where there is no such number."""

    width: int
    grid: tuple[float, ...]
    one: float
    middle: float | None = None
    low: float | None = None
    high: float | None = None
    cut_low: bool = False
    cut_high: bool = False
    edge: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One person's line from wave to wave; ``label_y`` is None where there is no room for the name."""

    person: str
    anchor: str
    direction: str
    text: str
    y1: float
    y2: float
    label_y: float | None = None


@dataclass(frozen=True, slots=True)
class Slope:
    """The slopes of all compared persons for one code, and the mean."""

    width: int
    height: int
    left: int
    right: int
    before: str
    after: str
    text: str
    caption: str
    ticks: tuple[Tick, ...]
    lines: tuple[Line, ...]
    mean1: float
    mean2: float


def draw_axis(doublings: int) -> Axis:
    """Return the ticks of the forest's axis.

    >>> [tick.text for tick in draw_axis(1).ticks]
    ['÷2', '1', '×2']
    """
    steps = range(-doublings, doublings + 1)
    named = [n for n in steps if doublings < 4 or n % 2 == 0]
    names = ["1" if n == 0 else f"×{2**n}" if n > 0 else f"÷{2**-n}" for n in named]
    places = [Tick(name, x=_across(n, doublings)) for n, name in zip(named, names, strict=True)]
    return Axis(WIDTH, tuple(places))


def draw_interval(row: Mapping[str, float], doublings: int) -> Interval:
    """Return where a code's ratio and interval stand; a code that one wave lacks stands at the edge.

    >>> draw_interval({"rate_before": 1, "rate_after": 2, "ratio": 2, "ratio_low": 1, "ratio_high": 99}, 1).cut_high
    True
    """
    grid = tuple(_across(n, doublings) for n in range(-doublings, doublings + 1))
    one = _across(0, doublings)
    before, after = row["rate_before"], row["rate_after"]
    if not before > 0 or not after > 0:
        edge = (
            None
            if not before > 0 and not after > 0
            else _across(doublings if not before > 0 else -doublings, doublings)
        )
        return Interval(WIDTH, grid, one, edge=edge)
    middle = _across(math.log2(row["ratio"]), doublings)
    if not (row["ratio_low"] > 0 and row["ratio_high"] > 0):
        return Interval(WIDTH, grid, one, middle)
    low, high = math.log2(row["ratio_low"]), math.log2(row["ratio_high"])
    places = _across(low, doublings), _across(high, doublings)
    return Interval(WIDTH, grid, one, middle, *places, cut_low=low < -doublings, cut_high=high > doublings)


def nice_steps(largest: float) -> tuple[float, ...]:
    """Return 0 and two to four round steps above it, the last at or above the largest value.

    >>> nice_steps(7.3), nice_steps(0)
    ((0.0, 2.0, 4.0, 6.0, 8.0), (0.0, 1.0))
    """
    if largest <= 0:
        return (0.0, 1.0)
    power = 10.0 ** math.floor(math.log10(largest))
    step = next(s * power for s in (0.2, 0.25, 0.5, 1.0, 2.0, 2.5, 5.0) if largest <= 4 * s * power)
    return tuple(round(n * step, 10) for n in range(math.ceil(round(largest / step, 9)) + 1))


def spread(places: Sequence[float], *, apart: float, low: float, high: float) -> tuple[float | None, ...]:
    """Return label places near those wanted, at least so far apart; None for labels for which there is no room.

    Where all fit, all are placed. Where not, the first ones given win, each at its own place.

    >>> spread([10, 11, 50], apart=10, low=0, high=100)
    (5.5, 15.5, 50)
    >>> spread([10, 11, 50], apart=40, low=0, high=60)
    (10, None, 50)
    """
    if len(places) * apart > high - low + apart:
        kept: list[float] = []
        found: list[float | None] = []
        for place in places:
            free = all(abs(place - other) >= apart for other in kept)
            kept += [place] if free else []
            found.append(place if free else None)
        return tuple(found)
    groups: list[list[int]] = []
    order = sorted(range(len(places)), key=lambda n: places[n])
    starts: list[float] = []
    for n in order:
        groups.append([n])
        starts.append(places[n])
        while len(groups) > 1 and starts[-2] + apart * len(groups[-2]) > starts[-1]:
            last = groups.pop()
            starts.pop()
            groups[-1] += last
            middle = sum(places[m] for m in groups[-1]) / len(groups[-1])
            start = middle - apart * (len(groups[-1]) - 1) / 2
            starts[-1] = max(low, min(high - apart * (len(groups[-1]) - 1), start))
    placed: dict[int, float] = {}
    for group, start in zip(groups, starts, strict=True):
        placed |= {n: start + apart * k for k, n in enumerate(group)}
    return tuple(placed[n] for n in range(len(places)))


def _across(doublings: float, most: int) -> float:
    """Return the x of a ratio given in doublings, held within the drawing."""
    held = max(-most, min(most, doublings))
    return round(_MARGIN + (WIDTH - 2 * _MARGIN) * (held + most) / (2 * most), 1)
