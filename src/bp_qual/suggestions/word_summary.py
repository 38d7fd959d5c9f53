"""The words that changed, in lines: those said more, those said less, with what makes one doubt them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from bp_qual.display import in_columns, visible
from bp_qual.wording import Wording

if TYPE_CHECKING:
    import pandas as pd

_MOST_OF_ONE = 0.5


def summarise_words(
    table: pd.DataFrame, waves: tuple[str, str], compared: tuple[int, int], *, language: str, most: int = 15
) -> str:
    """Return the words that changed most, as the command line prints them.

    Parameters
    ----------
    table : DataFrame
        That of `compare_words`.
    waves : tuple of str
        The earlier and the later one.
    compared : tuple of int
        How many persons were compared, of how many.
    language : str
        In which it is said.
    most : int
        So many words each way at most.

    Returns
    -------
    str
        Lines: a heading, words that are said more, words that are said less, and how it was counted.
    """
    say = Wording(language)
    if not compared[0]:
        return say("spoken_nobody")
    phrases = int((table["kind"] == "phrase").sum())
    lines = [
        say(
            "spoken_head", before=waves[0], after=waves[1], persons=compared[0], everybody=compared[1],
            words=len(table) - phrases, phrases=phrases,
        )
    ]  # fmt: skip
    for name, rows in (("more", table[table["difference"] > 0]), ("less", table[table["difference"] < 0])):
        lines += ["", say(f"spoken_{name}", after=waves[1]), *_set_out(rows, say, most)]
    return "\n".join(map(visible, [*lines, "", say("spoken_how", n=int(table["p"].notna().sum()))]))


def _set_out(rows: pd.DataFrame, say: Wording, most: int) -> list[str]:
    """Return rows of words in columns, and how many more there are."""
    if rows.empty:
        return [f"  {say('spoken_none')}"]
    cells = [_cells(row, say) for row in rows.head(most).to_dict("records")]
    lines = [f"  {line}" for line in in_columns(cells)]
    return [*lines, *([f"  {say.many('spoken_rest', len(rows) - most)}"] if len(rows) > most else [])]


def _cells(row: dict[str, object], say: Wording) -> tuple[str, ...]:
    number = {name: float(value) for name, value in row.items() if isinstance(value, int | float | np.number)}
    moves = {name: int(number[name]) for name in ("up", "down", "same")}
    p = "spoken_untested" if math.isnan(number["p"]) else "spoken_p"
    ratio = number["ratio"]
    return (
        str(row["word"]),
        say("summary_rates", before=number["rate_before"], after=number["rate_after"]),
        "" if math.isnan(ratio) else say("summary_ratio", ratio=ratio),
        "" if math.isnan(number["ratio_low"]) else f"({say.span(number['ratio_low'], number['ratio_high'])})",
        say("summary_moves_same", **moves),
        say(p, p=number["p"], adjusted=number["p_adjusted"]),
        " · ".join(_doubts(row, number, say)),
    )


def _doubts(row: dict[str, object], number: dict[str, float], say: Wording) -> list[str]:
    """Return what a reader has to know of a word before believing it."""
    told = []
    if number["largest_share"] >= _MOST_OF_ONE:
        told.append(say("spoken_one person", share=number["largest_share"]))
    asked = {name: number[f"asked_{name}"] for name in ("before", "after")}
    if any(rate > 0 for rate in asked.values()) and not any(map(math.isnan, asked.values())):
        told.append(say("spoken_asked", **asked))
    if row["in_guide"] is True:
        told.append(say("spoken_in guide"))
    if not math.isnan(number.get("in_codebook", math.nan)) and number["in_codebook"] > 0:
        told.append(say("spoken_coded", share=number["in_codebook"]))
    return told
