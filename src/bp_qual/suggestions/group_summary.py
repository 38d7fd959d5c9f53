"""Groups of sentences in lines: the words of each, how it is spread, and its most typical sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bp_qual.display import one_line
from bp_qual.matching.tokens import split_tokens
from bp_qual.wording import Wording

if TYPE_CHECKING:
    import pandas as pd


def summarise_groups(table: pd.DataFrame, sentences: pd.DataFrame, language: str, *, most: int = 3) -> str:
    """Return groups of sentences as the command line prints them.

    Parameters
    ----------
    table, sentences : DataFrame
        As in `SentenceGroups`.
    language : str
        In which it is said.
    most : int
        So many sentences of each group at most, in different words, each of another person and interview as far as
        there are.

    Returns
    -------
    str
    """
    import pandas as pd

    say = Wording(language)
    waves = [name for name in table.columns if name not in _OTHERS]
    lines = [say("group_head", n=len(table), sentences=int(table["sentences"].sum()))]
    for row in table.to_dict("records"):
        spread = ", ".join(say("group_wave", wave=wave, n=int(row[wave])) for wave in waves)
        told = {"persons": int(row["persons"]), "share": float(row["largest_share"]), "stability": row["stability"]}
        heading = f"{row['group']}  {row['words'] or say('group_no words')}"
        lines += ["", heading, "   " + say("group_told", spread=spread, **told)]
        own = sentences[sentences["group"] == row["group"]]
        own = own[~own["quote"].map(_wording).duplicated()]
        others = own[~own["interview"].duplicated() & ~own["person"].duplicated()].head(most)
        chosen = pd.concat([others, own.drop(others.index)]).head(most)
        lines += [f"   {one.interview}  {one_line(one.quote)}" for one in chosen.itertuples()]
    return "\n".join(lines)


def _wording(quote: str) -> str:
    """Return a sentence as it is compared with others: what is said in the same words is shown once."""
    tokens = split_tokens(quote)
    return " ".join(tokens.types[number] for number in tokens.ids.tolist())


_OTHERS = ("group", "words", "sentences", "persons", "largest_share", "stability")
