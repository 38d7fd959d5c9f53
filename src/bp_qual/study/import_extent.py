"""How far an import goes: whose rows were left, what a project is taken to say, and what the file leaves open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from pathlib import PurePath

from bp_qual.exchange.received import BY_ROW, Passage, Received
from bp_qual.study.import_events import Coded
from bp_qual.study.received_places import MOST_CHOICES, Listed, Placed
from bp_qual.wording import Remark


def say_taken_for_whole(received: Received, interviews: Iterable[Set[str]]) -> Iterator[Remark]:
    """Yield in how many interviews a project is taken to say that all its codes were looked for.

    >>> [*say_taken_for_whole(Received("a.csv", (), ()), [{"P01_2010"}])]
    []
    """
    n = len(set[str]().union(*interviews))
    if received.form not in BY_ROW and len(received.codes) > 1 and n:
        yield Remark("all finished", values={"n": n})


def say_others(received: Sequence[Passage], taken: Sequence[Passage]) -> Iterator[Remark]:
    """Yield how many rows of a file are those of coders who were not taken, and who they are.

    >>> by = [Passage("a.csv:2", "x", (0,), coder=coder) for coder in ("Anna", "Bert")]
    >>> [remark.values["n"] for remark in say_others(by, by[:1])]
    [1]
    """
    coders = {passage.coder for passage in taken}
    rows = {passage.where for passage in taken}
    left = [p for p in received if p.coder not in coders and not (p.perhaps_by and p.where in rows)]
    if left:
        others = [coder or Remark("no coder named") for coder in dict.fromkeys(passage.coder for passage in left)]
        yield Remark("other coders", values={"n": len(left), "coders": others})


def say_places_cut(listed: Iterable[Listed]) -> Iterator[Remark]:
    """Yield of how many rows not every place that they can have is listed.

    >>> [*say_places_cut([])]
    []
    """
    if n := sum(bool(left.more) for left in listed):
        yield Remark("places cut", values={"n": n, "most": MOST_CHOICES})


def say_told_apart(passages: Iterable[Passage], placed: Iterable[Placed], listed: Iterable[Listed]) -> Iterator[Remark]:
    """Yield in how many cells several quotes stood, each of which was looked for.

    Parameters
    ----------
    passages : iterable of Passage
        The file's.
    placed, listed : iterable of Placed and of Listed
        What became of them.

    Yields
    ------
    Remark

    Examples
    --------
    >>> [*say_told_apart([], [], [])]
    []
    """
    found = {part.passage.where for part in placed} | {part.passage.where for part in listed}
    if n := sum(passage.where not in found for passage in passages):
        yield Remark("quotes apart", values={"n": n})


def left_anywhere(coded: Sequence[Coded]) -> tuple[str, ...]:
    """Return where codings leave open of which person or wave they are, so that the words alone told.

    >>> left_anywhere([])
    ()
    """
    return tuple(dict.fromkeys(PurePath(row.part.passage.where).name for row in coded if row.part.among_several))
