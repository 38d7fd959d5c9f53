"""What changed between interviews with the same people years apart, and how sure one can be.

    >>> import bp_qual as bq
    >>> bq.__version__
    '0.1.0'

The steps of the research are plain functions; nothing heavy is loaded before one of them is used. The public names are
listed once, in ``__init__.pyi``.
"""

import importlib

__version__ = "0.1.0"


def _read_homes() -> dict[str, str]:
    """Return each public name with the room it is loaded from."""
    with open(f"{__path__[0]}/__init__.pyi", encoding="utf-8") as stub:  # noqa: PTH123 (pathlib is slow to import)
        words = [line.split() for line in stub if line.startswith("from ")]
    return {name: room for _, room, _, name, *_ in words}


_HOMES = _read_homes()
__all__ = sorted(_HOMES)


def __getattr__(name: str) -> object:
    """Load a public name from its room the first time it is asked for (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'bp_qual' has no attribute {name!r}")
    value = getattr(importlib.import_module(_HOMES[name]), name)
    if not isinstance(value, type):
        value = importlib.import_module("bp_qual.calls").checked(value)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Show the public names, loaded or not."""
    return [*__all__, "__version__"]
