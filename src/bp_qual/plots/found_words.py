"""The words that were found for a theme, then and later: a new theme, or a new word for it?"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from bp_qual.display import one_line
from bp_qual.plots.axes import labels_of
from bp_qual.plots.picture import DOWN, FAINT, GREY, INK, QUIET, UP, Picture, inline, unchecked, with_title
from bp_qual.wording import Wording

if TYPE_CHECKING:
    import pandas as pd

    from bp_qual.compare import Comparison

_WIDTH = 300


@unchecked()
def plot_words(comparison: Comparison, code: str, *, most: int = 20, language: str = "en") -> Picture:
    """Draw how often each word was found for a code in both waves, per 10,000 words of the persons who were compared.

    A word of one wave only deserves a look: has the theme changed, or only its vocabulary?

    Parameters
    ----------
    comparison : Comparison
        With codings (`count_codes`).
    code : str
        Which theme.
    most : int
        Draw at most so many words, the most frequent; the note says how many were left out.
    language : str
        Language of the words in the picture: "en" or "nl".

    Returns
    -------
    Picture
        One row per word, one dot per wave.

    Raises
    ------
    ValueError
        For a code that is not in the codebook, or counts that came without texts.

    Examples
    --------
    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import count_codes
    >>> plot_words(compare_waves(count_codes(codings, corpus, codebook), floor=1), "money").text
    'Words found for Money, 2010 to 2020. money: 1 → 1.'
    >>> plot_words(comparison, "money")
    Traceback (most recent call last):
    ValueError: these counts came without texts, so there are no words to show.
    """
    import altair as alt

    say = Wording(language)
    panel = comparison.panel
    if comparison.codings is None:
        raise ValueError("these counts came without texts, so there are no words to show.")
    if code not in panel.codes:
        raise ValueError(f"there is no code {code!r}; there is {', '.join(panel.codes)}.")
    rows = _counted(comparison, comparison.codings, code)
    shown = rows[:most]
    title = say(
        "words_title", code=one_line(labels_of(panel, language)[code]), before=comparison.before, after=comparison.after
    )
    note = say("words_note", before=comparison.before, after=comparison.after)
    if len(rows) > most:
        note += " " + say.many("words_left_out", len(rows) - most)
    told = "; ".join(f"{row['word']}: {row['counts']}" for row in shown)
    return Picture(with_title(dumbbells(alt, shown), title, note, width=90), title, f"{title}. {told}.", language)


def _counted(comparison: Comparison, codings: pd.DataFrame, code: str) -> list[dict[str, Any]]:
    """Count the words of compared persons in both waves, the most frequent first."""
    attrition = comparison.attrition[comparison.attrition["person"].isin(comparison.persons_on(code))]
    words = max(1.0, attrition["words_before"].sum()), max(1.0, attrition["words_after"].sum())
    rows = codings[(codings["code"] == code) & codings["person"].isin(set(attrition["person"]))]
    spoken = [one_line(quote.casefold()) for quote in rows["quote"].tolist()]
    counts = Counter(zip(spoken, rows["wave"].tolist(), strict=True))
    waves = (comparison.before, comparison.after)
    totals = {word: sum(counts[word, wave] for wave in waves) for word in dict.fromkeys(spoken)}
    order = sorted((word for word, total in totals.items() if total), key=lambda word: (-totals[word], word))
    return [_row(word, tuple(counts[word, wave] for wave in waves), words) for word in order]


def _row(word: str, counts: tuple[int, ...], words: tuple[float, float]) -> dict[str, Any]:
    before, after = (round(10000 * count / said, 4) for count, said in zip(counts, words, strict=True))
    colour = UP if after > before else DOWN if after < before else GREY
    return {"word": word, "before": before, "after": after, "counts": f"{counts[0]} → {counts[1]}", "colour": colour}


def dumbbells(alt: Any, rows: list[dict[str, Any]], *, most: float = 0.0) -> Any:
    """Draw a row a word, one dot per wave.

    Parameters
    ----------
    alt : module
        altair.
    rows : list of dict
        ``word``, ``before``, ``after``, ``counts`` and ``colour`` of each.
    most : float
        Where the axis ends; at the largest number if not given.

    Returns
    -------
    altair chart
    """
    axis = alt.Axis(title=None, domain=False, ticks=False, gridColor=FAINT, orient="top", tickCount=5, labelColor=QUIET)
    y = alt.Y(
        "word:N",
        sort=[r["word"] for r in rows],
        title=None,
        axis=alt.Axis(domain=False, ticks=False, labelLimit=240, labelPadding=10),
    )
    most = most or max((max(row["before"], row["after"]) for row in rows), default=1.0)
    scale = alt.Scale(domain=[0, most], nice=True)
    base = alt.Chart(inline(alt, rows), width=_WIDTH, height=alt.Step(22))
    colour = alt.Color("colour:N", scale=None)
    after = alt.X("after:Q", scale=scale, axis=axis)
    before = alt.X("before:Q", scale=scale, axis=axis)
    return alt.layer(
        base.mark_rule(strokeWidth=2).encode(x=before, x2="after:Q", y=y, color=colour),
        base.mark_point(size=60, strokeWidth=2, fill="#FFFFFF", opacity=1).encode(x=before, y=y, stroke=colour),
        base.mark_point(size=60, strokeWidth=2, opacity=1).encode(
            x=after, y=y, stroke=colour, fill=alt.Fill("colour:N", scale=None)
        ),
        base.mark_text(align="left", fontSize=12, color=INK).encode(x=alt.value(_WIDTH + 16), y=y, text="counts:N"),
    )
