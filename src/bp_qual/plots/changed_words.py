"""Words that are said more or less in the later wave, whatever the codebook knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bp_qual.display import one_line
from bp_qual.plots.found_words import dumbbells
from bp_qual.plots.picture import DOWN, GREY, UP, Picture, empty_chart, unchecked, with_title
from bp_qual.wording import Wording

if TYPE_CHECKING:
    import pandas as pd

    from bp_qual.suggestions import WordChanges


@unchecked()
def plot_word_changes(changes: WordChanges, *, most: int = 15, language: str = "en") -> Picture:
    """Draw the words that changed most: those said more above those said less, as uses per 1,000 words.

    Parameters
    ----------
    changes : WordChanges
        From `compare_words`.
    most : int
        So many words each way at most.
    language : str
        Language of the words in the picture: "en" or "nl".

    Returns
    -------
    Picture
        One row a word, one dot per wave. What is neither clear nor uncertain is grey.

    Examples
    --------
    >>> from bp_qual.suggestions import compare_words
    >>> plot_word_changes(compare_words(corpus, floor=1, fewest_persons=1, fewest=1)).title
    'Words, 2010 to 2020'
    """
    import altair as alt

    say, table = Wording(language), changes.table
    title = say("spoken_picture_title", before=changes.before, after=changes.after)
    halves = [
        (say(f"spoken_{name}", after=changes.after), _rows(table[sign * table["difference"] > 0].head(most), say))
        for name, sign in (("more", 1), ("less", -1))
    ]
    reach = max((max(row["before"], row["after"]) for _, rows in halves for row in rows), default=1.0)
    drawn = [
        dumbbells(alt, rows, most=reach).properties(
            title=alt.TitleParams(heading, anchor="start", frame="group", fontSize=13)
        )
        for heading, rows in halves
        if rows
    ]
    chart = alt.vconcat(*drawn, spacing=24) if drawn else empty_chart(alt)
    note = say("spoken_picture_note", before=changes.before, after=changes.after)
    told = "; ".join(f"{row['word']}: {row['counts']}" for _, rows in halves for row in rows)
    return Picture(with_title(chart, title, note, width=80), title, f"{title}. {told or say('spoken_none')}.", language)


def _rows(table: pd.DataFrame, say: Wording) -> list[dict[str, Any]]:
    """Return rows of the table as they are drawn."""
    return [
        {
            "word": one_line(row["word"]), "before": round(row["rate_before"], 4), "after": round(row["rate_after"], 4),
            "counts": say("summary_moves", up=row["up"], down=row["down"]),
            "colour": (UP if row["difference"] > 0 else DOWN) if row["verdict"] in ("clear", "uncertain") else GREY,
        }
        for row in table.to_dict("records")
    ]  # fmt: skip
