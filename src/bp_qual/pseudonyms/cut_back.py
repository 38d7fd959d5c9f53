"""A text that stands in pieces is changed as one, and cut back to its pieces."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

from bp_qual.lazy_patterns import lazy_pattern

_WORD = lazy_pattern(r"\w+|\W")


def cut_back(texts: Sequence[str], changed: str) -> list[str]:
    """Return the pieces of a changed text: each place that differs goes to the piece in which it begins.

    What comes anew between two pieces goes to the first of them; none goes to a piece that holds blanks or nothing, in
    which a document may have no text, as long as there is another.

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
    >>> cut_back(["", "[name 1] en [name 2].", ""], "J. Smit en www.smit.nl.")
    ['', 'J. Smit en www.smit.nl.', '']
    """
    parts = [""] * len(texts)
    begins = [sum(map(len, texts[:place])) for place in range(len(texts))]
    place = 0
    for start, end, new in _differing("".join(texts), changed):
        while place < len(texts) - 1 and start >= begins[place + 1] and (new is None or end > start):
            place += 1
        if new is not None:
            parts[_holding(texts, parts, place)] += new
            continue
        for here in range(place, len(texts)):  # as it was, each character in its own piece
            parts[here] += texts[here][max(0, start - begins[here]) : max(0, end - begins[here])]
            if end <= begins[here] + len(texts[here]):
                place = here
                break
    return parts


def _holding(texts: Sequence[str], parts: Sequence[str], place: int) -> int:
    """Return the piece with text for what begins in this one: itself, one before or behind it, in the order."""
    if texts[place].strip():
        return place
    before = next((at for at in reversed(range(place)) if texts[at].strip()), None)
    if before is not None and not any(parts[before + 1 :]):
        return before
    return next((at for at in range(place + 1, len(texts)) if texts[at].strip()), place)


def _differing(before: str, after: str) -> Iterator[tuple[int, int, str | None]]:
    """Yield the stretches of a text, and what became of each; None where it is as it was.

    What both begin and end with is the same: the full stop behind a name is no part of it.
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    shortest = min(len(old), len(new))
    first = next((n for n in range(shortest) if old[n] != new[n]), shortest)
    last = next((n for n in range(shortest - first) if old[-1 - n] != new[-1 - n]), shortest - first)
    inner_old, inner_new = old[first : len(old) - last], new[first : len(new) - last]
    at = sum(map(len, old[:first]))
    yield 0, at, None
    for tag, a, b, c, d in difflib.SequenceMatcher(None, inner_old, inner_new, autojunk=False).get_opcodes():
        end = at + sum(map(len, inner_old[a:b]))
        yield at, end, None if tag == "equal" else "".join(inner_new[c:d])
        at = end
    yield at, len(before), None
