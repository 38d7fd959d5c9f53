"""Where the lines of the report's two small drawings are: the interval in a row, and the slopes of persons.

Pure geometry: numbers in, places out. The SVG itself is in ``templates/figures.html``. It is drawn here and not by
altair because a report has a drawing a code, each line of which is a link to quotes, in the page's own type.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bp_qual.plots.axes import avoid_overlap, nice_steps

WIDTH = 300
_MARGIN = 14
_TOP, _BOTTOM = 12.0, 200.0
_LONGEST = 11  # letters of a name beside its line: more would cover the table there
_ENDING = 5  # letters that are kept of its end: `Respondent 1` and `Respondent 2` differ there


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on an axis: x along the forest, y up the slopes.

    >>> Tick("×2", x=157.0).text
    '×2'
    """

    text: str
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Axis:
    """The axis of the forest: doublings and halvings.

    >>> draw_axis(2).width
    300
    """

    width: int
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Interval:
    """The ratio of one code and its interval; None where there is no such number.

    >>> row = {"rate_before": 0, "rate_after": 2, "ratio": float("nan"), "ratio_low": 1.3, "ratio_high": float("inf")}
    >>> drawn = draw_interval(row, 1)
    >>> drawn.middle, drawn.edge  # no ratio: a mark at the edge
    (None, 286.0)
    """

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
class End:
    """One person's rates in all drawn waves (NaN: not interviewed), with what its line says and where it leads.

    >>> End("P01", "c1-p1-w2", "P01: 0 → 2", (0.0, 2.0)).change
    2.0
    """

    person: str
    anchor: str
    text: str
    rates: tuple[float, ...]

    @property
    def change(self) -> float:
        """The last rate minus the first."""
        return self.rates[-1] - self.rates[0]


@dataclass(frozen=True, slots=True)
class Dot:
    """Where a line is at one wave.

    >>> Dot(44.0, 200.0).x
    44.0
    """

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person's line from wave to wave; ``label_y`` is None where there is no room for the name.

    >>> PersonLine("P01", "c1-p1-w2", "rise", "P01: 0 → 2", (Dot(44, 200), Dot(300, 12))).points
    '44,200 300,12'
    """

    person: str
    anchor: str
    direction: str
    text: str
    dots: tuple[Dot, ...]
    label_y: float | None = None

    @property
    def label(self) -> str:
        """The name as far as there is room for it; the whole is in the text that a pointer shows."""
        if len(self.person) <= _LONGEST:
            return self.person
        return f"{self.person[: _LONGEST - _ENDING - 1].rstrip()}…{self.person[-_ENDING:].lstrip()}"

    @property
    def points(self) -> str:
        """The dots as SVG writes them."""
        return _points(self.dots)


@dataclass(frozen=True, slots=True)
class Slope:
    """The slopes of all compared persons for one code, and the mean.

    >>> Slope(352, 232, 44, 300, (), "", "", (), (), "").lines
    ()
    """

    width: int
    height: int
    left: int
    right: int
    waves: tuple[Tick, ...]
    text: str
    caption: str
    ticks: tuple[Tick, ...]
    lines: tuple[PersonLine, ...]
    mean: str


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
    """Return where a code's ratio and interval are; a code that one wave lacks is at the edge.

    >>> draw_interval({"rate_before": 1, "rate_after": 2, "ratio": 2, "ratio_low": 1, "ratio_high": 99}, 1).cut_high
    True
    """
    grid = tuple(_across(n, doublings) for n in range(-doublings, doublings + 1))
    at_one = _across(0, doublings)
    before, after = row["rate_before"], row["rate_after"]
    if not before > 0 and not after > 0:
        return Interval(WIDTH, grid, at_one)
    one_wave = not before > 0 or not after > 0
    edge = _across(doublings if not before > 0 else -doublings, doublings) if one_wave else None
    middle = None if one_wave else _across(math.log2(row["ratio"]), doublings)
    if not row.get("ratio_high", math.nan) > 0:
        return Interval(WIDTH, grid, at_one, middle, edge=edge)
    low, high = math.log2(row["ratio_low"]) if row["ratio_low"] > 0 else -math.inf, math.log2(row["ratio_high"])
    places = _across(low, doublings), _across(high, doublings)
    return Interval(WIDTH, grid, at_one, middle, *places, low < -doublings, high > doublings, edge)


def draw_slope(
    ends: Sequence[End],
    mean: Sequence[float],
    *,
    waves: Sequence[str],
    caption: str,
    step: Callable[[float], str],
) -> Slope:
    """Return the lines of persons from wave to wave, the largest changes first in line for a label.

    Parameters
    ----------
    ends : sequence of End
        The persons.
    mean : sequence of float
        Their mean in each wave; NaN where not all were interviewed.
    waves : sequence of str
        Their names, in order.
    caption : str
        What the drawing shows.
    step : callable
        Writes the numbers on the axis.

    Returns
    -------
    Slope
        Coordinates and texts for the template.

    Examples
    --------
    >>> ends = [End("P01", "a", "P01: 0 → 2", (0.0, 1.0, 2.0))]
    >>> slope = draw_slope(ends, (0.0, 1.0, 2.0), waves=("2010", "2015", "2020"), caption="", step=str)
    >>> slope.lines[0].points, slope.lines[0].direction
    ('44,200.0 172.0,106.0 300,12.0', 'rise')
    """
    left, right = 44, 300
    steps = nice_steps(max(rate for end in ends for rate in end.rates if not math.isnan(rate)))
    across = [left, *(left + (right - left) * n / (len(waves) - 1) for n in range(1, len(waves) - 1)), right]

    def up(rate: float) -> float:
        return round(_BOTTOM - (_BOTTOM - _TOP) * rate / steps[-1], 1)

    def dots(rates: Sequence[float]) -> tuple[Dot, ...]:
        return tuple(Dot(x, up(rate)) for x, rate in zip(across, rates, strict=True) if not math.isnan(rate))

    ordered = sorted(ends, key=lambda end: (-abs(end.change), end.person))
    labels = avoid_overlap([up(end.rates[-1]) + 4 for end in ordered], apart=13, low=_TOP, high=_BOTTOM + 4)
    lines = tuple(
        PersonLine(
            end.person,
            end.anchor,
            direction(end.change),
            end.text,
            dots(end.rates),
            None if label is None else round(label, 1),
        )
        for end, label in zip(ordered, labels, strict=True)
    )
    ticks = tuple(Tick(step(value), y=up(value)) for value in steps)
    heads = tuple(Tick(wave, x=x) for wave, x in zip(waves, across, strict=True))
    text = "; ".join([caption, *(line.text for line in lines)])
    return Slope(352, 232, left, right, heads, text, caption, ticks, lines, _points(dots(mean)))


def _points(dots: Sequence[Dot]) -> str:
    return " ".join(f"{dot.x},{dot.y}" for dot in dots)


def direction(difference: float) -> str:
    """Return the word that the page's style has for a change.

    >>> direction(-0.3)
    'fall'
    """
    return "rise" if difference > 0 else "fall" if difference < 0 else "level"


def _across(doublings: float, most: int) -> float:
    """Return the x of a ratio given in doublings, held within the drawing."""
    held = max(-most, min(most, doublings))
    return round(_MARGIN + (WIDTH - 2 * _MARGIN) * (held + most) / (2 * most), 1)
