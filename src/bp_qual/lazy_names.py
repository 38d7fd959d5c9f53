"""Rooms whose names are loaded when they are first asked for: a command loads what it needs, not all of each room.

A room lists its names once, as imports for readers of types:

    if TYPE_CHECKING:
        from bp_qual.quotes.finding import find_quotes

    __all__ = ["find_quotes"]
    __getattr__ = load_when_asked(__name__, __file__)
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable

from bp_qual.lazy_patterns import lazy_pattern

_LISTED = lazy_pattern(r"(?m)^    from (bp_qual\.\S+) import (?:\(([^)]+)\)|(.+))$")


def load_when_asked(room: str, source: str) -> Callable[[str], object]:
    """Return the ``__getattr__`` of a room: it loads a name from its module the first time it is asked for (PEP 562).

    >>> import bp_qual.quotes
    >>> load_when_asked("bp_qual.quotes", bp_qual.quotes.__file__)("Quote").__module__
    'bp_qual.quotes.quote'
    """
    with open(source, encoding="utf-8") as file:  # noqa: PTH123 (pathlib is slow to import)
        listed = _LISTED.findall(file.read())
    homes = {name: module for module, many, few in listed for name in (many or few).replace(",", " ").split()}

    def load(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {room!r} has no attribute {name!r}")
        value = getattr(importlib.import_module(homes[name]), name)
        setattr(sys.modules[room], name, value)
        return value

    return load
