"""Libraries that only some work needs: used where they are installed, named where they are not."""

from __future__ import annotations

import importlib
from types import ModuleType

from bp_qual.errors import BpQualError, Problem, TranscriptError


def need(module: str, where: str, *, extra: str = "formats", error: type[BpQualError] = TranscriptError) -> ModuleType:
    """Return a module, or say in one line how to install what this file or command needs.

    Parameters
    ----------
    module : str
        The module to import.
    where : str
        The file or coefficient that needs it.
    extra : str
        Name of the extra of bp_qual that brings it.
    error : type
        The error to raise.

    Returns
    -------
    module

    Raises
    ------
    BpQualError
        Where it is not installed.

    Examples
    --------
    >>> need("no_such_library", "a.pdf")
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: a.pdf  needs one more library (no_such_library). Run: pip install "bp_qual[formats]"
    """
    try:
        return importlib.import_module(module)
    except ImportError as err:
        raise error(Problem(where, "library missing", {"library": module.partition(".")[0], "extra": extra})) from err
