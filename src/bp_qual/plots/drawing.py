"""The library that draws, loaded only where the system leaves it the memory: without that it ends the whole program."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from types import ModuleType

from bp_qual.errors import Problem, StoreError
from bp_qual.windows import limit_of_addresses

_TRIAL = "import vl_convert; vl_convert.vegalite_to_svg({'data': {'values': []}, 'mark': 'point'})"
_MEBIBYTE = 1024 * 1024
_LONGEST = 120  # seconds


@cache
def load_drawing() -> ModuleType:
    """Return the library that draws charts.

    Where a limit on addresses is set for this program (``ulimit -v``) a small chart is drawn by another Python first:
    the limit would end this one without a word, which no exception tells.

    Raises
    ------
    StoreError
        Where the limit leaves too little.

    Examples
    --------
    >>> load_drawing().__name__
    'vl_convert'
    """
    limit = limit_of_addresses()
    if limit is not None and not _can_draw():
        raise StoreError(Problem("", "no room to draw", {"size": limit // _MEBIBYTE}))
    import vl_convert

    return vl_convert


def _can_draw() -> bool:
    try:
        done = subprocess.run([sys.executable, "-c", _TRIAL], capture_output=True, timeout=_LONGEST, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
