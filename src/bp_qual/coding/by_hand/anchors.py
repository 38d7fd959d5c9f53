"""Anchors: where a coding stands in a text that may have been edited since it was made."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from bp_qual.coding.by_hand.events import Event

CONTEXT = 32  # characters kept on either side


@lru_cache(maxsize=4096)
def hash_text(text: str) -> str:
    """Return the SHA-256 of a transcript's text.

    >>> hash_text("")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def surroundings(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Return what stands at a place, and what stands before and after it.

    Parameters
    ----------
    text : str
        The transcript's text.
    start, end : int
        Half-open code point offsets.

    Returns
    -------
    tuple of str
        The quote, and up to `CONTEXT` characters on either side.

    Examples
    --------
    >>> surroundings("Ja hoor, samen.", 9, 14)
    ('samen', 'Ja hoor, ', '.')
    """
    return text[start:end], text[max(start - CONTEXT, 0) : start], text[end : end + CONTEXT]


def find_anchor(event: Event, text: str) -> tuple[int, int] | None:
    """Return where the passage of an event stands in a text now, or None where that cannot be said for certain.

    A text that was edited elsewhere still holds the quote between what stood before and after it. Where one side was
    edited too, the other is enough if it is whole (`CONTEXT` characters) and the two occur together once. The quote
    alone is never enough.

    Parameters
    ----------
    event : Event
        With quote, before and after; start and end as they were.
    text : str
        The transcript's text as it is now.

    Returns
    -------
    tuple of int, or None
        Half-open offsets; ``text[start:end]`` is the quote.

    Examples
    --------
    >>> event = Event("e1", "add", start=0, end=5, quote="samen", before="", after=" in de wijk")
    >>> find_anchor(event, "Wij werken samen in de wijk.")
    (11, 16)
    >>> find_anchor(event, "Wij werken samen.") is None
    True
    """
    if not event.quote:
        return None
    if hash_text(text) == event.text:
        fits = text[event.start : event.end] == event.quote
        return (event.start, event.end) if fits else None
    sides = [(event.before, event.after)]
    sides += [(event.before, "")] * (len(event.before) == CONTEXT) + [("", event.after)] * (len(event.after) == CONTEXT)
    for before, after in sides:
        passage = before + event.quote + after
        first = text.find(passage)
        if first >= 0 and text.find(passage, first + 1) < 0:
            start = first + len(before)
            return start, start + len(event.quote)
    return None
