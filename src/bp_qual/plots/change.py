"""The forest: how many times as often each code came up, with its interval."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bp_qual.compare.correction import decided_change
from bp_qual.plots.axes import code_names, labels_of
from bp_qual.plots.picture import DOWN, FAINT, GREY, INK, QUIET, UP, Picture, inline, unchecked, with_title
from bp_qual.wording import Wording, by_change, ratio_text

if TYPE_CHECKING:
    import altair as alt

    from bp_qual.compare import Comparison

_ROW = 24
_NAMED = "datum.value == 0 ? '1' : datum.value > 0 ? '× ' + pow(2, datum.value) : '÷ ' + pow(2, -datum.value)"
_WIDEST = 5  # doublings: a ratio beyond 32, or below 1/32, is drawn at the edge


@unchecked()
def plot_change(comparison: Comparison, *, language: str = "en") -> Picture:
    """Draw for each code the ratio of the later rate to the earlier one, with its interval: the main result.

    Codes run from the largest rise to the largest fall. A code found in one
    wave only has no ratio: it is drawn at the edge, with the words 'only in'. An interval that runs off the picture
    ends in an arrow.

    Parameters
    ----------
    comparison : Comparison
        What `compare_waves` returned.
    language : str
        Language of the words in the picture: "en" or "nl".

    Examples
    --------
    >>> import pandas as pd
    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import make_panel
    >>> counts = pd.DataFrame({"person": ["A", "A", "B", "B"], "wave": ["2010", "2020"] * 2, "code": ["hokjes"] * 4,
    ...                        "mentions": [1, 3, 2, 5]})
    >>> exposure = pd.DataFrame({"person": ["A", "A", "B", "B"], "wave": ["2010", "2020"] * 2, "words": [900] * 4})
    >>> plot_change(compare_waves(make_panel(counts, exposure))).title
    'What changed, 2010 to 2020'
    """
    import altair as alt

    say = Wording(language)
    rows = _change_rows(comparison, say)
    unit = say.unit(comparison.choices.measure)
    top = axis_doublings(rows)
    persons = say.many("person", max((int(n) for n in comparison.codes["persons"]), default=0))
    chart = _forest(alt, [_drawn(row, top) for row in rows], top, say, unit)
    title = say("change_title", before=comparison.before, after=comparison.after)
    note = say("change_note", before=comparison.before, after=comparison.after, n=persons, unit=unit)
    text = "; ".join(f"{' '.join(row['name'].split())}: {row['ratio_text']}, {row['moves']}" for row in rows)
    return Picture(with_title(chart, title, note), title, f"{title}. {text}.", language)


def _change_rows(comparison: Comparison, say: Wording) -> list[dict[str, Any]]:
    """One row a code with all that is drawn or written of it, from the largest rise to the largest fall."""
    names = code_names(list(comparison.codes["code"]), labels_of(comparison.panel, say.language))
    rows = []
    for row in comparison.codes.to_dict("records"):
        row["name"] = names[row["code"]]
        row["ratio_text"] = ratio_text(row, comparison.before, comparison.after, say)
        row["moves"] = say("up_and_down", up=row["up"], down=row["down"])
        row["rates"] = say.change(row["rate_before"], row["rate_after"])
        rows.append(row)
    return sorted(rows, key=lambda row: (*by_change(row), row["name"]))


def axis_doublings(rows: Sequence[Mapping[str, float]]) -> int:
    """Return how many doublings the forest must reach so that every ratio and interval fits, within a limit.

    >>> axis_doublings([{"ratio": 1.5, "ratio_low": 0.9, "ratio_high": 3.5}])
    2
    """
    names = ("ratio", "ratio_low", "ratio_high")
    ends = [abs(math.log2(row[name])) for row in rows for name in names if 0 < row[name] < math.inf]
    return min(_WIDEST, max(1, math.ceil(max(ends, default=1))))


def _drawn(row: Mapping[str, Any], top: int) -> dict[str, Any]:
    """What Vega needs of one code: places on the axis in doublings, cut off at its ends, and the words beside it."""
    before, after = row["rate_before"], row["rate_after"]
    colour = UP if decided_change(row) > 0 else DOWN
    sure = row["verdict"] in ("clear", "uncertain")
    drawn: dict[str, Any] = {name: row[name] for name in ("name", "ratio_text", "moves", "rates")}
    drawn |= {"colour": colour if sure else GREY, "ink": INK if sure else QUIET}
    drawn["fill"] = "#FFFFFF" if row["verdict"] == "uncertain" else drawn["colour"]
    if before == after == 0:
        return drawn
    if before == 0 or after == 0:
        drawn["edge"] = top if before == 0 else -top
    else:
        drawn["middle"] = max(-top, min(top, math.log2(row["ratio"])))
    low, high = row["ratio_low"], row["ratio_high"]
    if high > 0:
        low, high = math.log2(low) if low > 0 else -math.inf, math.log2(high)
        drawn |= {"low": max(-top, low), "high": min(top, high), "cut_low": low < -top, "cut_high": high > top}
    return drawn


def _forest(alt: Any, values: list[dict[str, Any]], top: int, say: Wording, unit: str) -> Any:
    names = [row["name"] for row in values]
    width = 320
    base = alt.Chart(inline(alt, values), width=width, height=alt.Step(_ROW))
    y = alt.Y("name:N", sort=names, title=None).axis(
        domain=False,
        ticks=False,
        labelLimit=420,
        labelFontSize=13,
        labelPadding=12,
    )
    ticks = alt.Axis(
        values=list(range(-top, top + 1)),
        labelExpr=_NAMED if top < 4 else f"datum.value % 2 ? '' : {_NAMED}",
        labelOverlap=False,
        orient="top",
        domain=False,
        ticks=False,
        labelPadding=6,
        title=None,
        gridColor=FAINT,
    )

    def x(field: str) -> alt.X:
        return alt.X(f"{field}:Q", scale=alt.Scale(domain=[-top, top], nice=False), axis=ticks)

    colour = alt.Color("colour:N", scale=None)
    there = "isValid(datum.middle)"
    layers = [
        alt.Chart(alt.Data(values=[{"one": 0}])).mark_rule(color=QUIET, strokeWidth=1).encode(x=x("one")),
        base.mark_rule(strokeWidth=2)
        .transform_filter("isValid(datum.low)")
        .encode(x=x("low"), x2="high:Q", y=y, color=colour),
        base.mark_point(size=78, strokeWidth=2, opacity=1)
        .transform_filter(there)
        .encode(x=x("middle"), y=y, stroke=colour, fill=alt.Fill("fill:N", scale=None)),
        base.mark_point(shape="diamond", size=60, strokeWidth=1.5, opacity=1)
        .transform_filter("isValid(datum.edge)")
        .encode(x=x("edge"), y=y, stroke=colour, fill=alt.value("#FFFFFF")),
    ]
    for cut, place, angle in (("cut_low", "low", 270), ("cut_high", "high", 90)):
        layers.append(
            base.mark_point(shape="triangle", size=44, opacity=1, angle=angle)
            .transform_filter(f"datum.{cut}")
            .encode(x=x(place), y=y, fill=colour, stroke=colour)
        )
    for column, start in (("rates", width + 16), ("ratio_text", width + 126), ("moves", width + 312)):
        layers += _column(alt, base, y, column, start, say(f"head_{column}") if column != "rates" else unit)
    return alt.layer(*layers)


def _column(alt: Any, base: Any, y: Any, field: str, place: int, heading: str) -> list[Any]:
    """A column of words to the right of the picture, with its heading on the line of the axis labels."""
    head = alt.Chart(alt.Data(values=[{}])).mark_text(align="left", fontSize=12, color=QUIET, text=heading)
    words = base.mark_text(align="left", fontSize=12.5)
    return [
        head.encode(x=alt.value(place), y=alt.value(-14)),
        words.encode(x=alt.value(place), y=y, text=f"{field}:N", color=alt.Color("ink:N", scale=None)),
    ]
