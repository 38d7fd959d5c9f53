"""The cells of the framework matrix in a study: what coders wrote on the page, and what a matrix brings back to it."""

from __future__ import annotations

from collections.abc import Iterable

from bp_qual.coding.by_hand import CoderLog, Event, Summary, list_coders, new_id, read_history, replay
from bp_qual.study.copies import keep_daily_copy
from bp_qual.study.study_folder import Study


def read_cells(study: Study) -> tuple[Summary, ...]:
    """Return what the coders of a study wrote in the cells of the matrix, coder by coder.

    >>> from pathlib import Path
    >>> read_cells(Study(Path("no/such/folder")))
    ()
    """
    coders = list_coders(study.folder)
    return tuple(cell for coder in coders for cell in replay(read_history(study.folder, coder).events).summaries)


def keep_cells(study: Study, fresh: Iterable[Summary]) -> str:
    """Save summaries from a matrix for the page, and return for whom; empty where it is not clear who the coder is.

    Parameters
    ----------
    study : Study
        Whose only coder, or the one that study.yaml names, gets them.
    fresh : iterable of Summary
        From `merge_summaries`.

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
    chosen = [coder for coder in study.coders or coders if coder in coders]
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
    CoderLog(study.folder, chosen[0]).append(events)
    return chosen[0]
