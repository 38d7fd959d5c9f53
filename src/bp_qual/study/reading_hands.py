"""Read what a coder did in a study, and say what of it cannot be read: no coding is left out without a word."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

from bp_qual.coding.by_hand import HandCodings, History, list_coders, place_codings, read_history
from bp_qual.display import show_name
from bp_qual.errors import BpQualWarning
from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark


def read_hand(folder: Path, coder: str, corpus: Corpus) -> HandCodings:
    """Return what a coder did in a study, in the interviews as they are now; a warning tells of lines that are damaged.

    Parameters
    ----------
    folder : Path
        Of the study.
    coder : str
        Whose codings.
    corpus : Corpus
        The interviews.

    Returns
    -------
    HandCodings

    Examples
    --------
    >>> len(read_hand(Path("no/such/folder"), "anna", corpus).codings)
    0
    """
    history = read_history(folder, coder)
    for note in _tell_damage(history):
        warnings.warn(BpQualWarning(note), stacklevel=3)
    return place_codings(history, corpus)


def note_damaged_codings(folder: Path) -> Iterator[Remark]:
    """Yield a remark for each file of codings in a study of which lines cannot be read.

    >>> list(note_damaged_codings(Path("no/such/folder")))
    []
    """
    for coder in list_coders(folder):
        yield from _tell_damage(read_history(folder, coder))


def _tell_damage(history: History) -> Iterator[Remark]:
    for path, parts in history.damage.items():
        lines = [part.line for part in parts if not part.unfinished]
        if lines:
            values = {"file": show_name(path.name), "n": len(lines), "line": lines[0]}
            yield Remark("codings damaged", values=values)
