"""Cells that name several coders (``Anna, Bert``): a coding of each, where each is a coder elsewhere too."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from bp_qual.display import shown
from bp_qual.exchange.received import Passage, Received
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.wording import Remark

_BETWEEN = lazy_pattern(r"\s*[,;/&+|\n]\s*|\s+(?:and|en|und)\s+", re.IGNORECASE)


def with_each_coder(received: Received, known: Iterable[str] = ()) -> Received:
    """Return what came in with a passage for each coder of a row that names several.

    Where only some are coders elsewhere it stays one name, since *Wit, Anna de* is one too: that is told.

    Parameters
    ----------
    received : Received
        What came in.
    known : iterable of str
        Who coded here.

    Returns
    -------
    Received

    Examples
    --------
    >>> rows = tuple(Passage("a.csv:2", "too much", (), coder=name) for name in ("Anna", "Bert", "Anna, Bert"))
    >>> [passage.coder for passage in with_each_coder(Received("a.csv", rows, ())).passages]
    ['Anna', 'Bert', 'Anna', 'Bert']
    """
    named = dict.fromkeys(name for p in received.passages for name in (p.coder, *p.perhaps_by) if name)
    parts = {name: [part for part in _BETWEEN.split(name) if part] for name in named}
    alone = {*map(_plain, known), *map(_plain, named)}
    every = {name: own for name, own in parts.items() if len(own) > 1 and {*map(_plain, own)} <= alone}
    doubtful = [name for name, own in parts.items() if name not in every and len(own) > 1 and _some(own, alone)]
    passages = list[Passage]()
    for passage in received.passages:
        above = tuple(name for by in passage.perhaps_by for name in every.get(by, [by]))
        coders = every.get(passage.coder, [passage.coder])
        passages += [replace(passage, coder=coder, perhaps_by=above) for coder in coders]
    notes = list(received.notes)
    for kind, names in (("each coder", [*every]), ("coders in one", doubtful)):
        if n := sum(passage.coder in names for passage in received.passages):
            notes.append(Remark(kind, values={"n": n, "names": [*map(shown, names)]}))
    return replace(received, passages=tuple(passages), notes=tuple(notes))


def _some(parts: Iterable[str], alone: set[str]) -> bool:
    return not alone.isdisjoint(map(_plain, parts))


def _plain(name: str) -> str:
    return " ".join(name.replace("_", " ").split()).casefold()
