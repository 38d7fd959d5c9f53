"""Flows: how many persons went from saying nothing of a theme to saying something or much of it, wave by wave."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from bp_qual.display import one_line
from bp_qual.plots.axes import code_names, labels_of
from bp_qual.plots.picture import DOWN, GREY, INK, QUIET, UP, Picture, empty_chart, inline, unchecked, with_title
from bp_qual.wording import Wording

if TYPE_CHECKING:
    from bp_qual.compare import Comparison

STATES = ("much", "some", "none")
_WIDTH, _HEIGHT, _BOX, _GAP, _STEPS = 170, 130, 9, 9, 16


@unchecked()
def plot_trajectories(comparison: Comparison, *, codes: Sequence[str] = (), language: str = "en") -> Picture:
    """Draw, for each code, how persons flowed between speaking of it not at all, a little and much.

    *Much* is above the median rate of those who spoke of it, all drawn waves taken together, by the measure of the
    comparison. Only persons with as many words as the comparison asks for in each drawn wave. A flow from one mention
    to none can be chance: read the widths, not the single persons.

    Parameters
    ----------
    comparison : Comparison
        What `compare_waves` returned; with more than two waves in its panel all of them are drawn.
    codes : sequence of str
        Which codes, in this order; all that somebody spoke of if empty.
    language : str
        Language of the words in the picture: "en" or "nl".

    Returns
    -------
    Picture
        One panel per code; it draws itself in a notebook and has a text for those who cannot see it.

    Examples
    --------
    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import make_panel
    >>> words = [{"person": p, "wave": w, "words": 900} for p in ("A", "B") for w in ("2010", "2020")]
    >>> counts = [{"person": "A", "wave": "2020", "code": "hokjes", "mentions": 3}]
    >>> plot_trajectories(compare_waves(make_panel(counts, words))).text
    'From wave to wave. hokjes, 2010 to 2020: none to some 1, none to none 1.'
    """
    import altair as alt

    say = Wording(language)
    panel = comparison.panel
    names = code_names(codes or panel.codes, labels_of(panel, language), width=34, lines=2)
    rates = comparison.all_waves
    enough = (rates.words >= max(comparison.choices.floor, 1)).all(axis=1)
    panels, told = [], []
    for code, name in names.items():
        own = rates.rates[enough, :, panel.codes.index(code)]
        states = _states(own[np.isfinite(own).all(axis=1)].tolist())
        if not any(state != "none" for own in states for state in own):
            continue
        panels.append(_panel(alt, states, panel.waves, name, say))
        told += _told(states, panel.waves, " ".join(name.split()), say)
    chart = alt.concat(*(panels or [empty_chart(alt)]), columns=3 if len(panel.waves) == 2 else 1, spacing=36)
    title = say("flows_title")
    note = say("flows_note", n=say.many("person", int(enough.sum())), measure=say.axis(comparison.choices.measure))
    return Picture(with_title(chart, title, note), title, f"{title}. {'; '.join(told)}.", language)


def _states(rates: list[list[float]]) -> list[tuple[str, ...]]:
    """Name for each person what each wave's rate is: none, some, or much (above the median of those who spoke)."""
    spoken = [rate for own in rates for rate in own if rate > 0]
    middle = statistics.median(spoken) if spoken else 0.0
    return [tuple("none" if rate == 0 else "much" if rate > middle else "some" for rate in own) for own in rates]


def _told(states: list[tuple[str, ...]], waves: tuple[str, ...], name: str, say: Wording) -> list[str]:
    told = []
    for n in range(len(waves) - 1):
        flows = Counter((own[n], own[n + 1]) for own in states)
        parts = [
            say("flow", origin=say(f"flow_{a}"), goal=say(f"flow_{b}"), n=flows[a, b])
            for a in STATES
            for b in STATES
            if flows[a, b]
        ]
        told.append(f"{name}, {say('from_to', before=waves[n], after=waves[n + 1])}: {', '.join(parts)}")
    return told


def _panel(alt: Any, states: list[tuple[str, ...]], waves: tuple[str, ...], name: str, say: Wording) -> Any:
    """One code: boxes of persons at each wave, and the flows between them."""
    boxes = [_boxes(Counter(own[n] for own in states), len(states)) for n in range(len(waves))]
    apart = _WIDTH
    bands, bars, labels = [], [], []
    for n, wave in enumerate(waves):
        x = n * apart
        for state, (top, bottom) in boxes[n].items():
            bars.append({"x": x, "x2": x + _BOX, "y": top, "y2": bottom, "one": 0})
            count = sum(own[n] == state for own in states)
            named = say(f"flow_{state}")
            text = f"{named} {count}" if n == 0 else f"{count} {named}"
            labels.append(
                {"x": x - 5 if n == 0 else x + _BOX + 5, "y": (top + bottom) / 2, "text": text, "end": n == 0}
            )
        labels.append({"x": x + _BOX / 2, "y": _HEIGHT + 16, "text": one_line(wave), "wave": True})
    for n in range(len(waves) - 1):
        bands += _bands(
            Counter((own[n], own[n + 1]) for own in states),
            boxes[n],
            boxes[n + 1],
            n * apart + _BOX,
            (n + 1) * apart,
            len(states),
            n,
        )
    return _drawn(alt, bands, bars, labels, name, _WIDTH * (len(waves) - 1))


def _boxes(counts: Counter[str], persons: int) -> dict[str, tuple[float, float]]:
    """Stack the states of a wave, much on top; a state without persons takes no room."""
    room = _HEIGHT - _GAP * (len(STATES) - 1)
    found, y = {}, 0.0
    for state in STATES:
        if counts[state]:
            height = room * counts[state] / persons
            found[state] = (y, y + height)
            y += height + _GAP
    return found


def _bands(
    flows: Counter[tuple[str, str]],
    left: dict[str, tuple[float, float]],
    right: dict[str, tuple[float, float]],
    x1: float,
    x2: float,
    persons: int,
    number: int,
) -> list[dict[str, Any]]:
    """Trace each flow as a band whose edges bend smoothly from one box to the other."""
    unit = (_HEIGHT - _GAP * (len(STATES) - 1)) / persons
    from_y = {state: top for state, (top, _) in left.items()}
    to_y = {state: top for state, (top, _) in right.items()}
    points = []
    for origin in STATES:
        for goal in STATES:
            thick = flows[origin, goal] * unit
            if not thick:
                continue
            rank = STATES.index(origin) - STATES.index(goal)
            colour = UP if rank > 0 else DOWN if rank < 0 else GREY
            for step in range(_STEPS + 1):
                share = step / _STEPS
                bend = share * share * (3 - 2 * share)
                top = from_y[origin] + (to_y[goal] - from_y[origin]) * bend
                band = f"{number} {origin} {goal}"
                points.append(
                    {"x": x1 + (x2 - x1) * share, "y": top, "y2": top + thick, "band": band, "colour": colour}
                )
            from_y[origin] += thick
            to_y[goal] += thick
    return points


def _drawn(
    alt: Any,
    bands: list[dict[str, Any]],
    bars: list[dict[str, Any]],
    labels: list[dict[str, Any]],
    name: str,
    width: int,
) -> Any:
    def plane(values: list[dict[str, Any]]) -> Any:
        return alt.Chart(inline(alt, values), width=width + _BOX, height=_HEIGHT)

    x = alt.X("x:Q", scale=alt.Scale(domain=[0, width + _BOX], nice=False), axis=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[_HEIGHT, 0], nice=False), axis=None)
    colour = alt.Color("colour:N", scale=None)
    layers = [
        plane(bands).mark_area(opacity=0.5, line=False).encode(x=x, y=y, y2="y2:Q", detail="band:N", color=colour),
        plane(bars).mark_rect(color=INK).encode(x=x, x2="x2:Q", y=y, y2="y2:Q"),
    ]
    for which, align, look in (
        ("datum.end === true", "right", {"fontSize": 11.5, "color": INK}),
        ("datum.end === false", "left", {"fontSize": 11.5, "color": INK}),
        ("datum.wave", "center", {"fontSize": 12, "fontWeight": "bold", "color": QUIET}),
    ):
        layers.append(
            plane(labels).mark_text(align=align, **look).transform_filter(which).encode(x=x, y=y, text="text:N")
        )
    heading = alt.TitleParams(text=name.split("\n"), anchor="middle", fontSize=13, color=INK, fontWeight=600, offset=10)
    return alt.layer(*layers).properties(title=heading)
