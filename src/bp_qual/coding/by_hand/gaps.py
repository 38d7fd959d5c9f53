"""Lines that are gone from a coder's file: every event has a number, and none is left out."""

from __future__ import annotations

from bp_qual.coding.by_hand.log import History


def missing_numbers(history: History) -> tuple[int, ...]:
    """Return the numbers of events that were saved and are in no file of the coder any more.

    Parameters
    ----------
    history : History
        From `read_history`.

    Returns
    -------
    tuple of int
        Not those of lines that are there and cannot be read. What was taken away at the end of the file is not seen.

    Examples
    --------
    >>> from bp_qual.coding.by_hand.events import Event
    >>> missing_numbers(History("anna", (Event("e1", "memo", n=1), Event("e4", "memo", n=4))))
    (2, 3)
    """
    there = {event.n for event in history.events if event.n > 0}
    absent = [n for n in range(1, max(there, default=0)) if n not in there]
    unread = sum(not part.unfinished for parts in history.damage.values() for part in parts)
    return tuple(absent) if len(absent) > unread else ()
