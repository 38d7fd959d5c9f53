"""Where in an interview a theme is talked about: one line an interview, one stroke a mention."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bp_qual.display import one_line
from bp_qual.panel import Panel
from bp_qual.plots.axes import labels_of
from bp_qual.plots.picture import FAINT, INK, QUIET, UP, Picture, inline, unchecked, with_title
from bp_qual.wording import Wording
from bp_qual.wording.numerals import percent

if TYPE_CHECKING:
    import pandas as pd

    from bp_qual.compare import Comparison

_WIDTH = 260


@unchecked()
def plot_timeline(panel: Panel | Comparison, code: str, *, language: str = "en") -> Picture:
    """Draw where in each interview a theme is talked about: from its beginning to its end, a column for each wave.

    A lower and thinner stroke follows a question with a term of the same code.

    Parameters
    ----------
    panel : Panel or Comparison
        With the codings and the interviews (`count_codes`); of a comparison the mentions that it counted.
    code : str
        Which theme.
    language : str
        Language of the words in the picture: "en" or "nl".

    Returns
    -------
    Picture
        One row per person, one column per wave.

    Raises
    ------
    ValueError
        For a code that is not in the codebook, or counts that came without texts.

    Examples
    --------
    >>> from bp_qual.panel import count_codes
    >>> plot_timeline(count_codes(codings, corpus, codebook), "money").text
    'Money: where in the interviews. P01 2010: 59%; P01 2020: 26%.'
    >>> plot_timeline(panel, "money")
    Traceback (most recent call last):
    ValueError: these counts came without texts, so there is no place in an interview to show.
    """
    import altair as alt

    say = Wording(language)
    counted = None if isinstance(panel, Panel) else panel.codings
    panel = panel if isinstance(panel, Panel) else panel.panel
    if panel.source is None:
        raise ValueError("these counts came without texts, so there is no place in an interview to show.")
    if code not in panel.codes:
        raise ValueError(f"there is no code {code!r}; there is {', '.join(panel.codes)}.")
    lines = [line for transcript in panel.source.corpus.transcripts for line in _lines(transcript)]
    strokes = _strokes(panel.source.codings if counted is None else counted, code, lines)
    lines.sort(key=lambda line: (panel.persons.index(line["person"]), line["name"]))
    names = list(dict.fromkeys(line["name"] for line in lines))
    columns = [
        _column(
            alt,
            wave,
            [v for v in lines if v["wave"] == wave],
            [v for v in strokes if v["wave"] == wave],
            names,
            say,
            first=n == 0,
        )
        for n, wave in enumerate(panel.waves)
    ]
    label = one_line(labels_of(panel, language)[code])
    title = say("timeline_title", code=label)
    note = say(
        "timeline_note",
        n=say.many("mention", len(strokes)),
        m=say.many("interview", len(panel.source.corpus.transcripts)),
    )
    told = "; ".join(f"{v['name']} {v['wave']}: {percent(v['at'], language=language)}" for v in strokes)
    return Picture(
        with_title(alt.hconcat(*columns, spacing=24), title, note, width=90), title, f"{title}. {told}.", language
    )


def _lines(transcript: Any) -> list[dict[str, Any]]:
    """One line for each person in an interview; a second interview in a wave gets its own."""
    extra = transcript.interview.rpartition("_")[2] if transcript.interview.count("_") > 1 else ""
    spoken = {turn.person for turn in transcript.turns if turn.role == "respondent"}
    return [
        {
            "name": one_line(f"{p} ({extra})" if extra else p),
            "wave": transcript.wave,
            "interview": transcript.interview,
            "person": p,
            "length": max(1, len(transcript.text)),
            "start": 0,
            "end": 1,
        }
        for p in transcript.persons
        if p in spoken
    ]


def _strokes(codings: pd.DataFrame, code: str, lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    homes = {(line["interview"], line["person"]): line for line in lines}
    rows = codings[codings["code"] == code].to_dict("records")
    strokes = []
    for row in rows:
        line = homes[row["interview"], row["person"]]
        asked = bool(row["prompted"])
        strokes.append(
            {"name": line["name"], "wave": line["wave"], "at": round(row["start"] / line["length"], 4), "asked": asked}
        )
    return strokes


def _column(
    alt: Any,
    wave: str,
    lines: list[dict[str, Any]],
    strokes: list[dict[str, Any]],
    names: list[str],
    say: Wording,
    *,
    first: bool,
) -> Any:
    drawn = [{"name": line["name"], "start": 0, "end": 1} for line in lines]
    axis = alt.Axis(domain=False, ticks=False, labelPadding=8, labelLimit=160) if first else None
    y = alt.Y("name:N", sort=names, title=None, axis=axis, scale=alt.Scale(domain=names))
    ends = alt.Axis(
        values=[0, 1],
        labelExpr=f"datum.value == 0 ? '{say('beginning')}' : '{say('end')}'",
        domain=False,
        ticks=False,
        grid=False,
        labelColor=QUIET,
        labelBound=True,
        labelFlush=True,
        title=None,
    )
    scale = alt.Scale(domain=[0, 1], nice=False)
    base = alt.Chart(inline(alt, drawn), width=_WIDTH, height=alt.Step(20))
    marks = alt.Chart(inline(alt, strokes))
    at = alt.X("at:Q", scale=scale, axis=ends)
    heading = alt.TitleParams(text=one_line(wave), anchor="start", fontSize=13, color=INK, fontWeight=600, offset=6)
    return alt.layer(
        base.mark_rule(color=FAINT, strokeWidth=7).encode(x=alt.X("start:Q", scale=scale, axis=ends), x2="end:Q", y=y),
        marks.mark_tick(color=UP, thickness=2.5, size=14, opacity=0.9)
        .transform_filter("!datum.asked")
        .encode(x=at, y=y),
        marks.mark_tick(color=INK, thickness=1.2, size=8, yOffset=3).transform_filter("datum.asked").encode(x=at, y=y),
    ).properties(title=heading)
