"""Slopes: one line per person from then to later, a small panel for each code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from bp_qual.display import one_line
from bp_qual.plots.axes import avoid_overlap, code_names, labels_of, nice_steps
from bp_qual.plots.picture import DOWN, FAINT, GREY, INK, QUIET, UP, Picture, empty_chart, inline, unchecked, with_title
from bp_qual.wording import Wording

if TYPE_CHECKING:
    from bp_qual.compare import Comparison

_WIDTH, _HEIGHT = 150, 170


@unchecked()
def plot_persons(
    comparison: Comparison, *, codes: Sequence[str] = (), own_scale: bool = False, language: str = "en"
) -> Picture:
    """Draw how often each person spoke of each code, then and later: one line per person, one panel per code.

    Only persons who were compared, with the waves between the two. The dotted line is their mean. Codes that nobody
    spoke of are left out, and in each panel persons of whom nothing was found; the note says so.

    Parameters
    ----------
    comparison : Comparison
        What `compare_waves` returned.
    codes : sequence of str
        Which codes, in this order; all of them if empty.
    own_scale : bool
        Give each code its own scale from zero. Without it all codes share one, so that panels can be compared.
    language : str
        Language of the words in the picture: "en" or "nl".

    Returns
    -------
    Picture
        One panel per code, one line per person.

    Examples
    --------
    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import make_panel
    >>> words = [{"person": p, "wave": w, "words": 900} for p in ("A", "B") for w in ("2010", "2020")]
    >>> counts = [{"person": "A", "wave": "2020", "code": "hokjes", "mentions": 3}]
    >>> plot_persons(compare_waves(make_panel(counts, words))).title
    'Each person, 2010 to 2020'
    """
    import altair as alt

    say = Wording(language)
    rows = _compared(comparison, codes)
    names = code_names(
        list(dict.fromkeys(row["code"] for row in rows)), labels_of(comparison.panel, language), width=28, lines=2
    )
    largest = max((_highest(row) for row in rows), default=0.0)
    panels = []
    for code, name in names.items():
        own = [row for row in rows if row["code"] == code]
        top = 1.04 * (max(_highest(row) for row in own) if own_scale else largest)
        panels.append(_panel(alt, comparison, own, name, top))
    chart = alt.concat(*(panels or [empty_chart(alt)]), columns=4, spacing=28)
    persons = say.many("person", len({row["person"] for row in rows}))
    silent = sum(_highest(row) == 0 for row in rows)
    title = say("persons_title", before=comparison.before, after=comparison.after)
    note = say(
        "persons_note_own" if own_scale else "persons_note",
        n=persons,
        measure=say.axis(comparison.choices.measure),
    )
    note += " " + say.many("persons_silent", silent) if silent else ""
    note += " " + say.many("persons_left_out", left_out) if (left_out := _left_out(comparison)) else ""
    text = "; ".join(
        f"{' '.join(names[row['code']].split())}, {row['person']}: {' → '.join(map(say.rate, row['rates']))}"
        for row in rows
    )
    return Picture(with_title(chart, title, note), title, f"{title}. {text}.", language)


def _compared(comparison: Comparison, codes: Sequence[str]) -> list[dict[str, Any]]:
    """Return the rows of compared persons for the codes that somebody spoke of, in the order of the codes."""
    table = comparison.persons
    wanted = tuple(codes) or comparison.panel.codes
    unknown = sorted(set(wanted) - set(comparison.panel.codes))
    if unknown:
        raise ValueError(f"there is no code {', '.join(unknown)}; there is {', '.join(comparison.panel.codes)}.")
    compared = {code: set(comparison.persons_on(code)) for code in wanted}
    chosen = table[table["code"].isin(wanted)].to_dict("records")
    rows = [row for row in chosen if row["person"] in compared[row["code"]]]
    for row in rows:
        row["rates"] = comparison.rates_of(row["person"], row["code"])
    spoken = {row["code"] for row in rows if _highest(row)}
    return sorted((row for row in rows if row["code"] in spoken), key=lambda row: wanted.index(row["code"]))


def _highest(row: dict[str, Any]) -> float:
    highest: float = max(rate for rate in row["rates"] if rate == rate)
    return highest


def _left_out(comparison: Comparison) -> int:
    """How many persons were interviewed in either wave but not compared."""
    return len(comparison.attrition) - comparison.compared


def _panel(alt: Any, comparison: Comparison, rows: list[dict[str, Any]], name: str, top: float) -> Any:
    """One code: the persons' lines, their names at the right end, and the mean."""
    spoken = [row for row in rows if _highest(row)]
    spoken.sort(key=lambda row: (-abs(comparison.shrunken.get((row["person"], row["code"]), 0.0)), row["person"]))
    places = avoid_overlap(
        [_HEIGHT * (1 - row["rate_after"] / top) for row in spoken], apart=12, low=2, high=_HEIGHT - 2
    )
    waves, column = comparison.drawn_waves, comparison.panel.codes.index(rows[0]["code"])
    changes = dict(zip(comparison.group.names, comparison.group.changes[:, column].tolist(), strict=True))
    values = [
        {
            "person": one_line(row["person"]),
            "wave": wave,
            "rate": rate,
            "colour": UP if changes[row["person"]] > 0 else DOWN if changes[row["person"]] < 0 else GREY,
            **({} if place is None or wave != waves[-1] else {"place": place}),
        }
        for row, place in zip(spoken, places, strict=True)
        for wave, rate in zip(waves, row["rates"], strict=True)
        if rate == rate
    ]
    means = zip(waves, zip(*(row["rates"] for row in rows), strict=True), strict=True)
    mean = [{"wave": wave, "rate": sum(rates) / len(rates)} for wave, rates in means if all(r == r for r in rates)]
    ticks = alt.Axis(
        values=[step for step in nice_steps(top) if step <= top],
        domain=False,
        ticks=False,
        gridColor=FAINT,
        title=None,
        labelColor=QUIET,
        format="~g",
    )
    y = alt.Y("rate:Q", scale=alt.Scale(domain=[0, top], nice=False), axis=ticks)
    x = alt.X(
        "wave:O",
        sort=list(waves),
        scale=alt.Scale(type="point", padding=0.12),
        axis=alt.Axis(title=None, domain=False, ticks=False, labelAngle=0, labelFontWeight="bold", labelPadding=6),
    )
    base = alt.Chart(inline(alt, values), width=_WIDTH, height=_HEIGHT)
    lines = base.mark_line(point=alt.OverlayMarkDef(size=22), strokeWidth=1.5, opacity=0.85).encode(
        x=x, y=y, detail="person:N", color=alt.Color("colour:N", scale=None)
    )
    labels = (
        base.mark_text(align="left", fontSize=10.5)
        .transform_filter("isValid(datum.place)")
        .encode(
            x=alt.value(_WIDTH - 4),
            y=alt.Y("place:Q", scale=None, axis=None),
            text="person:N",
            color=alt.Color("colour:N", scale=None),
        )
    )
    middle = alt.Chart(inline(alt, mean)).mark_line(color=INK, strokeWidth=3, strokeDash=[1, 5], strokeCap="round")
    heading = alt.TitleParams(text=name.split("\n"), anchor="start", fontSize=13, color=INK, fontWeight=600, offset=8)
    drawn = alt.layer(lines, middle.encode(x=x, y=y))
    return alt.layer(drawn, labels).resolve_scale(y="independent").properties(title=heading)
