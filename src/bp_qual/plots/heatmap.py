"""Who changed in what: persons across, codes down, the change in each cell."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from bp_qual.display import one_line
from bp_qual.plots.axes import code_names, labels_of
from bp_qual.plots.picture import DOWN, INK, QUIET, UP, Picture, inline, unchecked, with_title
from bp_qual.wording import Wording

if TYPE_CHECKING:
    from bp_qual.compare import Comparison

_CHANGED = ("emerged", "faded", "intensified", "receded")
_STRONGEST = 3.0


@unchecked()
def plot_heatmap(comparison: Comparison, *, language: str = "en") -> Picture:
    """Draw the change of every person in every code: mentions in both waves as figures, the change as a colour.

    The colour is how many times as often the person spoke of it per 1,000 words (half a mention added on both sides, so
    that nothing is divided by zero). A frame marks a change for which the person's own interviews are evidence. Who
    was not compared is left out. The figures make the picture readable in grey.

    Parameters
    ----------
    comparison : Comparison
        What `compare_waves` returned.
    language : str
        Language of the words in the picture: "en" or "nl".

    Examples
    --------
    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import make_panel
    >>> words = [{"person": p, "wave": w, "words": 900} for p in ("A", "B") for w in ("2010", "2020")]
    >>> counts = [{"person": "A", "wave": "2020", "code": "hokjes", "mentions": 3}]
    >>> plot_heatmap(compare_waves(make_panel(counts, words))).title
    'Who changed in what, 2010 to 2020'
    """
    import altair as alt

    say = Wording(language)
    words = dict(
        zip(
            comparison.attrition["person"],
            comparison.attrition[["words_before", "words_after"]].to_numpy(),
            strict=True,
        )
    )
    labels = code_names(comparison.panel.codes, labels_of(comparison.panel, language))
    compared = comparison.attrition.loc[comparison.attrition["status"] == "compared", "person"].tolist()
    rows = comparison.persons[comparison.persons["person"].isin(set(compared))].to_dict("records")
    values = [_cell(row, words[row["person"]], labels) for row in rows]
    chart = _grid(alt, values, [one_line(person) for person in compared], list(labels.values()))
    title = say("heatmap_title", before=comparison.before, after=comparison.after)
    note = say("heatmap_note", before=comparison.before, after=comparison.after)
    told = "; ".join(f"{' '.join(v['code'].split())}, {v['person']}: {v['figures']}" for v in values if v["figures"])
    wide = 60 + 6 * len(compared)
    return Picture(with_title(chart, title, note, width=min(150, max(70, wide))), title, f"{title}. {told}.", language)


def _cell(row: dict[str, Any], words: Any, labels: dict[str, str]) -> dict[str, Any]:
    """What one cell shows; nothing where the person was not coded for it or never spoke of it."""
    cell: dict[str, Any] = {"person": one_line(row["person"]), "code": labels[row["code"]], "figures": ""}
    if row["verdict"] == "not coded":
        return cell | {"colour": "#FFFFFF", "ink": QUIET}
    before, after = int(row["mentions_before"]), int(row["mentions_after"])
    if before == after == 0:
        return cell | {"colour": "#F6F6F4", "ink": QUIET}
    change = math.log2(((after + 0.5) / words[1]) / ((before + 0.5) / words[0]))
    cell |= {"figures": f"{before}→{after}", "colour": _shade(change), "ink": _ink(change)}
    return cell | ({"clear": True} if row["trajectory"] in _CHANGED else {})


def _shade(change: float) -> str:
    """Return a colour between white and vermilion (more) or blue (less), by the size of the change.

    >>> _shade(0.0), _shade(9.0)
    ('#ffffff', '#d55e00')
    """
    full = UP if change > 0 else DOWN
    share = min(1.0, abs(change) / _STRONGEST)
    parts = [int(full[place : place + 2], 16) for place in (1, 3, 5)]
    return "#" + "".join(f"{round(255 + (part - 255) * share):02x}" for part in parts)


def _ink(change: float) -> str:
    return "#FFFFFF" if abs(change) > 0.72 * _STRONGEST else INK


def _fit(persons: list[str]) -> bool:
    """Whether the names fit next to each other in columns of 42 pixels, at about 7 a letter."""
    return len(persons) <= 20 and all(len(person) <= 5 for person in persons)


def _grid(alt: Any, values: list[dict[str, Any]], persons: list[str], codes: list[str]) -> Any:
    x = alt.X(
        "person:N",
        sort=persons,
        title=None,
        axis=alt.Axis(orient="top", domain=False, ticks=False, labelAngle=0 if _fit(persons) else -60, labelLimit=160),
    )
    y = alt.Y(
        "code:N",
        sort=codes,
        title=None,
        axis=alt.Axis(domain=False, ticks=False, labelLimit=420, labelPadding=8),
    )
    base = alt.Chart(inline(alt, values), width=alt.Step(42), height=alt.Step(24))
    cells = base.mark_rect(stroke="#E3E6EA", strokeWidth=1).encode(x=x, y=y, color=alt.Color("colour:N", scale=None))
    frames = base.mark_rect(stroke=INK, strokeWidth=2, fillOpacity=0).transform_filter("datum.clear").encode(x=x, y=y)
    figures = base.mark_text(fontSize=11).encode(x=x, y=y, text="figures:N", color=alt.Color("ink:N", scale=None))
    return alt.layer(cells, figures, frames)
