"""What was found in texts that are looked at again and again: counting, comparing and quoting all need the sentences.

Kept are the texts that came last only, of so many characters in all, so that memory does not grow with a study.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Found = npt.NDArray[np.int64]

MOST = 8_000_000  # characters: 43 persons, two waves, 15,000 words


class KeptSpans:
    """Arrays by the text they were found in, and by what was asked.

    >>> import numpy as np
    >>> kept = KeptSpans(most=10)
    >>> kept.get("Ja. Nee.", 2, lambda: np.array([1])) is kept.get("Ja. Nee.", 2, lambda: np.array([2]))
    True
    >>> kept.get("Zo is dat.", 2, lambda: np.array([3])).tolist(), len(kept)
    ([3], 1)
    """

    def __init__(self, most: int = MOST) -> None:
        self._most, self._characters = most, 0
        self._found: dict[str, dict[Hashable, Found]] = {}
        self._lock = Lock()  # the coding page answers several requests at once

    def __len__(self) -> int:
        """Return of how many texts something is kept."""
        return len(self._found)

    def get(self, text: str, asked: Hashable, find: Callable[[], Found]) -> Found:
        """Return what is kept, or found and kept now; nobody can change it.

        Parameters
        ----------
        text : str
            The text.
        asked : hashable
            What is looked for: an answer depends on the text and on this only.
        find : callable
            Looks for it.

        Returns
        -------
        array
        """
        with self._lock:
            known = self._found.get(text)
            if known is None:
                known = self._found[text] = {}
                self._characters += len(text)
                self._let_go()
        if asked not in known:
            found = known[asked] = find()
            found.flags.writeable = False
        return known[asked]

    def _let_go(self) -> None:
        """Forget the texts that came first, where there are too many."""
        while self._characters > self._most and len(self._found) > 1:
            first = next(iter(self._found))
            del self._found[first]
            self._characters -= len(first)
