"""Proposed passages in lines: each with the known passage that it resembles most."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bp_qual.display import one_line
from bp_qual.suggestions.list_notes import note_lists
from bp_qual.wording import Wording

if TYPE_CHECKING:
    import pandas as pd


def summarise_passages(table: pd.DataFrame, known: pd.DataFrame, *, language: str, most: int = 10) -> str:
    """Return proposed passages as the command line prints them.

    Parameters
    ----------
    table, known : DataFrame
        As in `Suggestions`.
    language : str
        In which it is said.
    most : int
        So many passages of each code at most.

    Returns
    -------
    str
        For each code a heading that says what it was compared with, what can be told of its list, and its passages; at
        the end what their likeness does not tell.
    """
    say = Wording(language)
    if known.empty:
        return say("suggest_no codes")
    notes = note_lists(table, known, say)
    lines = [
        line
        for number, row in enumerate(known.to_dict("records"))
        for line in [
            *([""] if number else []),
            *_lines(row, table[table["code"] == row["code"]], say, most, note=notes.get(str(row["code"]), "")),
        ]
    ]
    return "\n".join([*lines, *(["", say("suggest_unsure")] if len(table) else [])])


def _lines(known: dict[str, object], rows: pd.DataFrame, say: Wording, most: int, *, note: str) -> list[str]:
    code = str(known["code"])
    count = {name: int(str(known[name])) for name in ("codebook", "by_person", "hits", "counterexamples", "rejected")}
    if not any(count[name] for name in ("codebook", "by_person", "hits")):
        return [say("suggest_unknown", code=code)]
    if rows.empty:
        return [say("suggest_none", code=code)]
    parts = [say("suggest_book")] if count["codebook"] else []
    parts += [say(f"suggest_{name}", n=count[name]) for name in ("by_person", "hits") if count[name]]
    against = [say(f"suggest_{name}", n=count[name]) for name in ("counterexamples", "rejected") if count[name]]
    parts += [say("suggest_against", passages=against)] if against else []
    lines = [say("suggest_head", code=code, known=", ".join(parts))]
    lines += ["  " + note] if note else []
    for row in rows.head(most).to_dict("records"):
        lines.append(f"  {row['interview']} {row['start']}-{row['end']}  {one_line(str(row['quote']))}")
        origin = say("suggest_book") if row["like_from"] == "codebook" else str(row["like_from"])
        lines.append("      " + say("suggest_like", where=origin, quote=one_line(str(row["like"]))))
        if not np.isnan(float(row["above_known"])):
            lines.append("      " + say("suggest_nearer", share=float(row["above_known"])))
    return [*lines, *(["  " + say("suggest_rest", n=len(rows) - most)] if len(rows) > most else [])]
