"""Anchors: where a coding stands in a text that may have been edited since it was made."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache

from bp_qual.coding.by_hand.events import Event

CONTEXT = 32  # characters kept on either side
LONG = 4  # words: what is said in as many words is not said twice by chance
ALIKE = 0.4  # share of the words around a passage that are still there
BEFORE, AFTER = "before", "after"  # the sides of a passage
NEAR = 300  # characters that a passage may be from where its neighbours say it is
Known = tuple[int, int, int, int]  # where a passage was, and where it is


@lru_cache(maxsize=4096)
def hash_text(text: str) -> str:
    """Return the SHA-256 of a transcript's text.

    >>> hash_text("")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def anchor_event(event: Event, text: str, start: int, end: int) -> Event:
    """Return an event with all by which its passage is found again in a text that was edited.

    Parameters
    ----------
    event : Event
        What a coder did with the passage.
    text : str
        The transcript's text.
    start, end : int
        Half-open code point offsets.

    Returns
    -------
    Event
        With the quote, up to `CONTEXT` characters on either side, and how often the quote stands in the text.

    Examples
    --------
    >>> event = anchor_event(Event("e1", "add"), "Ja hoor, samen. Heel samen.", 9, 14)
    >>> event.quote, event.before, event.after, event.times, event.again
    ('samen', 'Ja hoor, ', '. Heel samen.', 2, '')
    """
    quote, before, after = _surroundings(text, start, end)
    times = max(1, len(find_whole(quote, text))) if quote else 1
    sides = {BEFORE: before + quote, AFTER: quote + after}
    again = " ".join(side for side, passage in sides.items() if passage and _stands_twice(passage, text))
    return replace(
        event,
        text=hash_text(text),
        start=start,
        end=end,
        quote=quote,
        before=before,
        after=after,
        times=times,
        again=again,
    )


def _stands_twice(passage: str, text: str) -> bool:
    return text.find(passage, text.find(passage) + 1) >= 0


def _surroundings(text: str, start: int, end: int) -> tuple[str, str, str]:
    return text[start:end], text[max(start - CONTEXT, 0) : start], text[end : end + CONTEXT]


def find_anchor(event: Event, text: str) -> tuple[int, int] | None:
    """Return where the passage of an event stands in a text now, or None where that cannot be said for certain.

    A text that was edited elsewhere still holds the quote between what stood before and after it. Where one side was
    edited too, the other is enough if it is whole (`CONTEXT` characters) and the two occur together once, as they did.
    Where both were, the quote must occur once, as it did, and be `LONG` or among words of which many are still there:
    else it may be another that is left. `find_between` has what the passages around it know.

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
    sides += [(event.before, "")] * (len(event.before) == CONTEXT and BEFORE not in event.again)
    sides += [("", event.after)] * (len(event.after) == CONTEXT and AFTER not in event.again)
    for before, after in sides:
        passage = before + event.quote + after
        first = text.find(passage)
        if first >= 0 and not _stands_twice(passage, text):
            start = first + len(before)
            return start, start + len(event.quote)
    return _find_alone(event, text) if event.times <= 1 else None


def find_between(event: Event, text: str, known: Iterable[Known]) -> tuple[int, int] | None:
    """Return where the passage of an event stands between those whose place is known, or None where that is not clear.

    Parameters
    ----------
    event : Event
        One that `find_anchor` finds no place for.
    text : str
        The transcript's text as it is now.
    known : iterable of tuple of int
        Start and end of other passages in the text of the event, and their start and end now.

    Returns
    -------
    tuple of int, or None
        Only where the quote occurs once between its neighbours, near to where it was as seen from the nearest.

    Examples
    --------
    >>> event = Event("e1", "add", start=10, end=15, quote="samen", before="Wij deden ", after=" veel.")
    >>> text = "En ook samen dit; later alleen; nu samen dat."
    >>> find_between(event, text, [(20, 26, 24, 30)])
    (7, 12)
    >>> find_between(event, text, [])
    """
    low, high, shifts = 0, len(text), []
    for start, end, now, now_end in known:
        if end <= event.start:
            low = max(low, now_end)
            shifts.append((event.start - end, now_end - end))
        elif start >= event.end:
            high = min(high, now)
            shifts.append((start - event.end, now - start))
    if not shifts or len(find_whole(event.quote, text)) < event.times:
        return None
    expected = event.start + min(shifts)[1]
    places = [place for place in find_whole(event.quote, text) if low <= place and place + len(event.quote) <= high]
    if len(places) != 1 or abs(places[0] - expected) > NEAR:
        return None
    return places[0], places[0] + len(event.quote)


def find_whole(quote: str, text: str) -> list[int]:
    """Return where a quote stands in a text, and not within a word.

    >>> find_whole("pot", "Een pot, en een potje.")
    [4]
    """
    begin, end = (r"\b" if re.match(r"\w", sign) else "" for sign in (quote[0], quote[-1]))
    return [match.start() for match in re.finditer(f"{begin}{re.escape(quote)}{end}", text)]


def _find_alone(event: Event, text: str) -> tuple[int, int] | None:
    """Return where a quote stands that occurs once, where that is not another one that is left."""
    places = find_whole(event.quote, text)
    if len(places) != 1:
        return None
    quote, before, after = _surroundings(text, places[0], places[0] + len(event.quote))
    alike = (_likeness(event.before, before) + _likeness(event.after, after)) / 2
    is_meant = len(quote.split()) >= LONG or alike >= ALIKE
    return (places[0], places[0] + len(quote)) if is_meant else None


def _likeness(one: str, other: str) -> float:
    """Return which share of the words of two texts they have in common, in order."""
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()
