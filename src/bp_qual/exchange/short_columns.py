"""Columns of a matrix in which no cell has three words: short quotes, or an age, a sector, a mark.

Where the heading is a code elsewhere (in the codebook, in another sheet or of another wave) the column is that code.
Otherwise nobody can know. It is no code then, so nobody has a zero of it, and it is told: what stands in it, and that
it may be a code where the interviews have the same words.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from bp_qual.display import one_line, shown
from bp_qual.exchange.code_tree import code_path
from bp_qual.exchange.drafts import code_name_key
from bp_qual.exchange.list_headings import NO, NOTHING, YES
from bp_qual.exchange.received import Passage
from bp_qual.wording import Remark

_MOST_SHOWN = 8


def is_mark(cell: str) -> bool:
    """Return whether a cell says yes, no, nothing or a number, and can be no quote.

    >>> [is_mark(cell) for cell in ("x", "2.5", "n.v.t.", "ja", "sister Rosa")]
    [True, True, True, True, False]
    """
    said = cell.strip().casefold()
    return said in (*YES, *NO, *NOTHING) or not any(map(str.isalpha, said))


def is_among(name: str, codes: Collection[str]) -> bool:
    """Return whether a heading is called as one of the codes, with or without those above it.

    Parameters
    ----------
    name : str
        The heading, without a wave.
    codes : collection of str
        As `code_name_key` has them.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_among("Life > Family", {"family"}), is_among("age", {"family"})
    (True, False)
    """
    return not {code_name_key(name), *map(code_name_key, code_path(name)[-1:])}.isdisjoint(codes)


def say_short_columns(passages: Iterable[tuple[str, Passage]], is_said: Callable[[Passage], bool]) -> list[Remark]:
    """Return for each column that is no code elsewhere what stands in it, and whether it may be one.

    Parameters
    ----------
    passages : iterable of (str, Passage)
        What its cells would be, were they quotes, each with the heading.
    is_said : callable
        Whether somebody says so in the interview.

    Returns
    -------
    list of Remark

    Examples
    --------
    >>> cells = [("age", Passage("m.csv:2, age", "45", ())), ("kin", Passage("m.csv:2, kin", "my sister", ()))]
    >>> [remark.kind for remark in say_short_columns(cells, lambda passage: True)]
    ['lost short column', 'column perhaps a code']
    """
    columns: dict[str, list[Passage]] = {}
    for heading, passage in passages:
        columns.setdefault(heading, []).append(passage)
    return [_say(heading, cells, is_said) for heading, cells in columns.items()]


def _say(heading: str, cells: Sequence[Passage], is_said: Callable[[Passage], bool]) -> Remark:
    perhaps = any(is_said(cell) for cell in cells if not is_mark(cell.quote))
    named = [shown(one_line(text), 40) for text in dict.fromkeys(cell.quote.strip() for cell in cells)]
    values = {"name": shown(heading), "n": len(cells), "cells": named[:_MOST_SHOWN]}
    return Remark("column perhaps a code" if perhaps else "lost short column", values=values)
