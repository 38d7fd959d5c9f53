"""The special functions of scipy by themselves, without what scipy loads beside them for arrays of other libraries.

`import scipy.special` takes a tenth of a second, ten times what the functions themselves take: it wraps each of them
for libraries that are not used here, and goes through all of numpy for that.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from functools import cache
from typing import Any

_PACKAGE = "scipy.special"
_FUNCTIONS = f"{_PACKAGE}._ufuncs"  # private: where it is not there, the package is loaded as it is


@cache
def special_functions() -> Any:
    """Return what has `ndtr`, `stdtr`, `betaincinv` and the others of `scipy.special`, the very same functions.

    >>> round(float(special_functions().ndtr(1.96)), 3)
    0.975
    """
    if _PACKAGE in sys.modules:
        return sys.modules[_PACKAGE]
    try:
        return _load_alone()
    except (ImportError, AttributeError):
        return importlib.import_module(_PACKAGE)


def _load_alone() -> Any:
    """Load the functions into an empty package in the place of theirs, and leave that place as it was."""
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None:
        raise ImportError(_PACKAGE)
    sys.modules[_PACKAGE] = importlib.util.module_from_spec(spec)
    try:
        return importlib.import_module(_FUNCTIONS)
    finally:
        del sys.modules[_PACKAGE]
