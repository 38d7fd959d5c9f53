"""The panel in one look: who was interviewed when, and how much each said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bp_qual.display import one_line
from bp_qual.plots.picture import GREY, INK, Picture, inline, unchecked, with_title
from bp_qual.wording import Wording

if TYPE_CHECKING:
    from bp_qual.panel import Panel

_BAR = 150


@unchecked()
def plot_panel(panel: Panel, *, language: str = "en") -> Picture:
    """Draw who was interviewed in which wave, and how many words each said: one bar per person, one column per wave.

    A person who was not interviewed in a wave has no bar but a dash: that is not zero words. Where an interview was
    not read there is a question mark.

    Parameters
    ----------
    panel : Panel
        What `count_codes` or `make_panel` returned.
    language : str
        Language of the words in the picture: "en" or "nl".

    Examples
    --------
    >>> from bp_qual.panel import make_panel
    >>> plot_panel(make_panel([], [{"person": "A", "wave": "2010", "words": 900}], codes=["a"])).text
    'Who was interviewed when. A: 900 in 2010.'
    """
    import altair as alt

    say = Wording(language)
    said = {(row["person"], row["wave"]): row for row in panel.exposure.to_dict("records")}
    gaps = dict.fromkeys(panel.missing, "?")
    values = [
        _bar(said.get((person, wave)), gaps.get((person, wave), "–"), person, wave, say)
        for person in panel.persons
        for wave in panel.waves
    ]
    most = max((row["words"] for row in said.values()), default=1) or 1
    columns = [
        _column(alt, [v for v in values if v["wave"] == wave], wave, most, n) for n, wave in enumerate(panel.waves)
    ]
    chart = alt.hconcat(*columns, spacing=30)
    title = say("presence_title")
    both = sum(all((person, wave) in said for wave in panel.waves) for person in panel.persons)
    note = say("presence_note", n=say.many("person", len(panel.persons)), both=say.number(both))
    note += f" {say('presence_unread')}" if panel.missing else ""
    text = "; ".join(f"{v['person']}: {v['label']} {say('in')} {v['wave']}" for v in values if v["words"])
    return Picture(with_title(chart, title, note, width=80), title, f"{title}. {text}.", language)


def _bar(row: dict[str, Any] | None, gap: str, person: str, wave: str, say: Wording) -> dict[str, Any]:
    words = int(row["words"]) if row else 0
    more = f" ({say.many('interview', int(row['interviews']))})" if row and row["interviews"] > 1 else ""
    label = f"{say.number(words)}{more}" if row else gap
    return {"person": one_line(person), "wave": wave, "words": words, "label": label, "colour": INK if row else GREY}


def _column(alt: Any, values: list[dict[str, Any]], wave: str, most: int, number: int) -> Any:
    axis = alt.Axis(domain=False, ticks=False, labelPadding=8, labelLimit=160) if number == 0 else None
    y = alt.Y("person:N", sort=None, title=None, axis=axis)
    x = alt.X("words:Q", scale=alt.Scale(domain=[0, most], nice=False), axis=None)
    base = alt.Chart(inline(alt, values), width=_BAR, height=alt.Step(19))
    bars = base.mark_bar(color="#B8BEC7", height=11).encode(x=x, y=y)
    labels = base.mark_text(align="left", dx=5, fontSize=11.5).encode(
        x=x, y=y, text="label:N", color=alt.Color("colour:N", scale=None)
    )
    heading = alt.TitleParams(text=one_line(wave), anchor="start", fontSize=13, color=INK, fontWeight=600, offset=6)
    return alt.layer(bars, labels).properties(title=heading)
