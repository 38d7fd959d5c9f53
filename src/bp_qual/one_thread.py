"""On how many threads numpy multiplies: one, as ours are small matrices.

OpenBLAS starts a thread for each core and lets them wait in a loop for the next product, which took a twelfth of the
processor time of a comparison; and workers of several processes would get in each other's way.
"""

from __future__ import annotations

import os


def multiply_on_one_thread() -> None:
    """Let numpy multiply on one thread, unless the user says otherwise; before numpy is loaded, in a program of ours.

    >>> multiply_on_one_thread()
    >>> "OPENBLAS_NUM_THREADS" in os.environ
    True
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
