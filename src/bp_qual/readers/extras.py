"""Libraries that only some formats need: used where they are installed, named where they are not."""

from __future__ import annotations

import importlib
from types import ModuleType

from bp_qual.errors import Problem, TranscriptError


def need(module: str, where: str) -> ModuleType:
    """Return a module, or say in one line how to install what this file needs.

    >>> need("no_such_library", "a.pdf")
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: a.pdf  needs one more library (no_such_library). Run: pip install "bp_qual[formats]"
    """
    try:
        return importlib.import_module(module)
    except ImportError as err:
        raise TranscriptError(Problem(where, "library missing", {"library": module.partition(".")[0]})) from err
