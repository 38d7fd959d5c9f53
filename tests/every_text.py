"""Every text of bp_qual in Dutch and English, found by looking into each module of `wording`; English seen in Dutch."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
import string
from collections.abc import Iterator, Mapping
from functools import cache

from bp_qual import wording


def every_text() -> dict[str, tuple[str, str]]:
    """Return each pair of texts under its module, table and name; a new table of a new module is there unasked."""
    found = [named for module in _modules() for named in _tables_of(module)]
    first_name = {id(pair): name for name, pair in reversed(found)}  # many tables are imported by other modules
    return {name: pair for name, pair in found if first_name[id(pair)] == name}


def _modules() -> Iterator[str]:
    return (module.name for module in pkgutil.iter_modules(wording.__path__))


def _tables_of(module: str) -> Iterator[tuple[str, tuple[str, str]]]:
    source = importlib.import_module(f"bp_qual.wording.{module}")
    for table, held in vars(source).items():
        if isinstance(held, Mapping) and not table.startswith("__"):
            yield from _pairs_in(f"{module}.{table}", held)


def _pairs_in(name: str, held: object) -> Iterator[tuple[str, tuple[str, str]]]:
    if isinstance(held, tuple) and len(held) == 2 and all(isinstance(text, str) for text in held):
        yield name, (held[0], held[1])
    elif isinstance(held, Mapping):
        for key, value in held.items():
            yield from _pairs_in(f"{name}.{key}", value)
    elif isinstance(held, tuple):
        for number, value in enumerate(held):
            yield from _pairs_in(f"{name}.{number}", value)
    elif dataclasses.is_dataclass(held) and not isinstance(held, type):
        for field in dataclasses.fields(held):
            yield from _pairs_in(f"{name}.{field.name}", getattr(held, field.name))


def english_in(text: str) -> list[str]:
    """Return the pieces of English texts, two words or more, that stand in what should be Dutch."""
    there = (piece for piece in _english() if piece in text)  # before each is compiled: there are over a thousand
    return sorted(piece for piece in there if re.search(rf"(?<!\w){re.escape(piece)}(?!\w)", text))


@cache
def _english() -> frozenset[str]:
    return frozenset(
        piece for english, dutch in every_text().values() for piece in _literal_pieces(english) if piece not in dutch
    )


def _literal_pieces(text: str) -> Iterator[str]:
    """Yield what of a text stands between its gaps, where that is two words or more."""
    for literal, *_ in string.Formatter().parse(text):
        piece = literal.strip(" :;,.()'")
        if re.search(r"[a-z]{3,} [a-z]{3,}", piece):
            yield piece
