"""A text that stands in pieces is changed as one, and cut back to its pieces."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from bp_qual.lazy_patterns import lazy_pattern

_WORD = lazy_pattern(r"\w+|\W")


def cut_back(texts: Sequence[str], changed: str) -> list[str]:
    """Return the pieces of a changed text: each place that differs goes to the piece in which it begins.

    Parameters
    ----------
    texts : sequence of str
        The pieces as they were.
    changed : str
        What the text that they make together became.

    Returns
    -------
    list of str
        As many as there were.

    Examples
    --------
    >>> cut_back(["Ke", "es", " en Jan"], "P01 en Jan")
    ['P01', '', ' en Jan']
    """
    old, new = _WORD.findall("".join(texts)), _WORD.findall(changed)
    ends: list[int] = []
    total = 0
    for text in texts:
        total += len(text)
        ends.append(total)
    parts = [""] * len(texts)
    place = at = 0

    def put(text: str, start: int) -> None:
        nonlocal place
        while place < len(ends) - 1 and start >= ends[place]:
            place += 1
        parts[place] += text

    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            for word in old[a:b]:
                for char in word:
                    put(char, at)
                    at += 1
        else:
            put("".join(new[c:d]), at)
            at += sum(map(len, old[a:b]))
    return parts
