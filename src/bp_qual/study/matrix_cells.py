"""The cells of the framework matrix in a study: what coders wrote on the page, and what a matrix brings back to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from typing import TYPE_CHECKING

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand import CoderLog, Event, Summary, list_coders, new_id, read_history
from bp_qual.coding.by_hand.replay import replay
from bp_qual.coding.combining import combine_codings
from bp_qual.coding.counting import Count
from bp_qual.framework.matrix import CellKey, mark_quotes, quotes_by_cell
from bp_qual.quotes import find_quotes
from bp_qual.study.copies import keep_daily_copy
from bp_qual.study.reading_hands import read_hand
from bp_qual.study.study_folder import Study
from bp_qual.transcripts import Corpus

if TYPE_CHECKING:
    import pandas as pd

RULES: tuple[Count, ...] = ("reviewed", "human")  # how a coder may have counted what a summary is of


def read_cells(study: Study, codebook: Codebook) -> tuple[Summary, ...]:
    """Return what the coders of a study wrote in the cells of the matrix, coder by coder.

    >>> from pathlib import Path
    >>> read_cells(Study(Path("no/such/folder")), codebook)
    ()
    """
    histories = (read_history(study.folder, coder, codebook) for coder in list_coders(study.folder))
    return tuple(cell for history in histories for cell in replay(history.events).summaries)


def marks_of_coders(
    study: Study, hits: pd.DataFrame, corpus: Corpus, codebook: Codebook
) -> dict[CellKey, tuple[str, ...]]:
    """Return what stands for the quotes of each cell as each coder sees them: reviewed, and the coder's own.

    Parameters
    ----------
    study : Study
        Whose folder holds what coders did.
    hits : DataFrame
        From `apply_codebook`.
    corpus, codebook : Corpus and Codebook
        What was coded, and with what.

    Returns
    -------
    dict
        By person, code and wave; for `make_framework`. Nothing where nobody coded by hand.

    Examples
    --------
    >>> from pathlib import Path
    >>> marks_of_coders(Study(Path("no/such/folder")), codings, corpus, codebook)
    {}
    """
    marks: dict[CellKey, list[str]] = {}
    keys = list(product(corpus.persons, codebook.ids, corpus.waves))
    for coder in list_coders(study.folder):
        hand = read_hand(study.folder, coder, corpus, codebook)
        for rule in RULES:
            codings = combine_codings(hits, hand, corpus, codebook, count=rule).codings
            quotes = quotes_by_cell(find_quotes(codings, corpus=corpus))
            for key in keys:
                marks.setdefault(key, []).append(mark_quotes(quotes.get(key, ())))
    return {key: tuple(dict.fromkeys(own)) for key, own in marks.items()}


def keep_cells(study: Study, fresh: Iterable[Summary], counted: Sequence[str] = ()) -> str:
    """Save summaries from a matrix for the page, and return for whom; empty where it is not clear who the coder is.

    Parameters
    ----------
    study : Study
        Whose only coder, or the one that study.yaml names, gets them.
    fresh : iterable of Summary
        From `merge_summaries`.
    counted : sequence of str
        Whose codings the matrix shows: a single one gets them.

    Returns
    -------
    str
        The coder; empty where nothing was saved.

    Examples
    --------
    >>> from pathlib import Path
    >>> keep_cells(Study(Path("no/such/folder")), [Summary("P01", "trust", "2010", ("Rarely.",), "", ())])
    ''
    """
    fresh, coders = list(fresh), list_coders(study.folder)
    named = counted if len(counted) == 1 else study.coders or coders
    chosen = [coder for coder in named if coder in coders]
    if not fresh or len(chosen) != 1:
        return ""
    keep_daily_copy(study)
    events = [
        Event(
            new_id(), "summary", of=" ".join(cell.ids), person=cell.person, code=cell.code, wave=cell.wave,
            note=cell.text, quotes=cell.quotes,
        )
        for cell in fresh
    ]  # fmt: skip
    CoderLog(study.folder, chosen[0]).append(events, command="framework --from")
    return chosen[0]
