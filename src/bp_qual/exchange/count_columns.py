"""Columns of a wide table of counts that are no code: an age, a sector, the number of a row.

A table of counts has no quotes, and often no codebook beside it: what is called as an attribute, or holds no number at
all, is no code. What is called so and holds zeros, or has numbers far above all others, stays one, and is told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bp_qual.display import one_line, shown
from bp_qual.exchange.list_headings import is_called_number, plain_heading
from bp_qual.wording import Remark

_ATTRIBUTES = (
    *("age", "leeftijd", "alter", "year of birth", "birth year", "geboortejaar", "geburtsjahr", "birthyear"),
    *("sex", "gender", "geslacht", "sekse", "geschlecht", "education", "opleiding", "bildung", "income", "inkomen"),
    *("einkommen", "postcode", "zip", "zip code", "plz", "duration", "duur", "dauer", "minutes", "minuten"),
)
_FAR = 10  # from which numbers above all others may be no counts
_MOST_SHOWN = 8


def columns_of_codes(
    columns: Mapping[int, str], cells: Mapping[int, Sequence[str]], counts: Mapping[int, Sequence[int]]
) -> tuple[tuple[int, ...], tuple[Remark, ...]]:
    """Return which columns are codes, and what is to be known of the others and of those that may be none.

    Parameters
    ----------
    columns : mapping of int to str
        Headings by where they stand.
    cells : mapping of int to sequence of str
        What is filled in below each.
    counts : mapping of int to sequence of int
        The numbers among these.

    Returns
    -------
    tuple of int
    tuple of Remark

    Examples
    --------
    >>> cells = {1: ["1", "0"], 2: ["44", "54"], 3: ["f", "m"]}
    >>> counts = {1: [1, 0], 2: [44, 54], 3: []}
    >>> kept, told = columns_of_codes({1: "work", 2: "age", 3: "kind"}, cells, counts)
    >>> kept, [remark.values["name"] for remark in told]
    ((1,), ['age', 'kind'])
    """
    left = [index for index, name in columns.items() if _is_none(name, cells[index], counts[index])]
    kept = [index for index in columns if index not in left]
    doubted = {index for index in kept if _is_attribute(columns[index])} | _far_above({i: counts[i] for i in kept})
    told = [_say("lost count column", columns[index], cells[index]) for index in left]
    told += [_say("count column in doubt", columns[index], cells[index]) for index in kept if index in doubted]
    return tuple(kept), tuple(told)


def _is_none(name: str, cells: Sequence[str], counts: Sequence[int]) -> bool:
    """Return whether a column is no code: only words, or called as an attribute and never zero."""
    only_words = bool(cells) and not counts and not any(map(str.isdigit, "".join(cells)))
    return only_words or (_is_attribute(name) and bool(counts) and all(counts))


def _is_attribute(name: str) -> bool:
    return plain_heading(name) in _ATTRIBUTES or is_called_number(name)


def _far_above(counts: Mapping[int, Sequence[int]]) -> set[int]:
    """Return the columns of which the smallest number is above every one of all other columns but these."""
    rest, far = {index: own for index, own in counts.items() if own}, set[int]()
    for index in sorted(rest, key=lambda index: min(rest[index]), reverse=True):
        own = rest.pop(index)
        if min(own) < _FAR or not rest or min(own) <= max(map(max, rest.values())):
            break
        far.add(index)
    return far


def _say(kind: str, name: str, cells: Sequence[str]) -> Remark:
    named = [shown(one_line(text), 40) for text in dict.fromkeys(cell.strip() for cell in cells)]
    return Remark(kind, values={"name": shown(name), "n": len(cells), "cells": named[:_MOST_SHOWN]})
