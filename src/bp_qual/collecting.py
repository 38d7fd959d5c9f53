"""How often a program of ours looks for what is in memory and no longer needed: seldom, since it ends soon.

Python counts what is made, and from time to time goes through everything there is for values that only refer to each
other; all others are freed at once without that. While libraries are loaded and tables made nearly everything stays, so
that going through it took a sixth of a comparison's time. Memory stays within bounds: it is still done, later.
"""

from __future__ import annotations

import atexit
import gc

NEW = 200_000  # values made, less those freed, from which on the new ones are gone through; Python itself: 700
OLDER = (20, 10)  # how often that is done before older ones are, and then all


def collect_seldom() -> None:
    """Go through memory seldom from now on, and not at the end; for the first function of a program only.

    >>> before = gc.get_threshold()
    >>> collect_seldom()
    >>> gc.get_threshold()
    (200000, 20, 10)
    >>> gc.set_threshold(*before)
    >>> atexit.unregister(gc.freeze)
    """
    gc.set_threshold(NEW, *OLDER)
    atexit.register(gc.freeze)
