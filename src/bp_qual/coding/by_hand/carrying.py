"""Carrying over: what was done with a code that the codebook has renamed or merged since counts for its successor.

The file of a coder is never written anew. What it says is read under the ids of the codebook as it is now.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand.events import Event
from bp_qual.coding.by_hand.replay import find_undone


def carry_over(events: Sequence[Event], codebook: Codebook) -> tuple[tuple[Event, ...], dict[str, str]]:
    """Return what a coder did under the ids that its codes have in a codebook.

    Parameters
    ----------
    events : sequence of Event
        As they were written, in order.
    codebook : Codebook
        As it is now; its ``renamed`` and ``merged`` say what became of earlier codes.

    Returns
    -------
    tuple of Event
        An interview, or a passage, that was finished for one of several codes that were merged is finished for the
        merged code only where it was for all of them.
    dict of str to str
        The earlier code of each event that has another now, by the event's id.

    Examples
    --------
    >>> from bp_qual.codebook import parse_codebook
    >>> book = parse_codebook("{language: nl, renamed: {buurt: wijk}, codes: [{id: wijk}]}")
    >>> events, was = carry_over((Event("e1", "add", interview="P01_2010", code="buurt"),), book)
    >>> events[0].code, was
    ('wijk', {'e1': 'buurt'})
    """
    successors = codebook.successors
    if not successors or not any(
        event.code in successors or not successors.keys().isdisjoint(event.codes) for event in events
    ):
        return tuple(events), {}
    carrier = _Carrier(events, codebook)
    was = {event.id: event.code for event in events if event.code in successors}
    return tuple(map(carrier.carry, events)), was


def _codes_in(event: Event) -> set[str]:
    return {event.code, *event.codes} - {""}


class _Carrier:
    """Carries events over in their order, and keeps for which of the earlier codes each interview is finished."""

    def __init__(self, events: Sequence[Event], codebook: Codebook) -> None:
        self._successors = codebook.successors
        self._parts: dict[str, set[str]] = {}  # of each merged code
        for old, new in self._successors.items():
            if old not in codebook.renamed:
                self._parts.setdefault(new, set()).add(old)
        self._aliases = codebook.aliases
        self._undone = find_undone(events)
        self._done: dict[tuple[str, int, int], set[str]] = {}  # by interview, and by passage finished by itself
        self._first: dict[str, int] = {}
        self._last: dict[str, int] = {}
        self._books: dict[str, set[str]] = {}  # with which each code was used
        known = {*self._successors, *self._successors.values()}
        for event in events:
            if not event.codes and event.code not in known:
                continue
            for code in self._named_in(event):
                self._first.setdefault(code, event.n)
                self._last[code] = event.n
                self._books.setdefault(code, set()).add(event.codebook)

    def carry(self, event: Event) -> Event:
        """Return an event under the codes that there are now."""
        if event.do not in ("done", "undone") and not event.codes:
            new = self._successors.get(event.code)
            if event.do == "settle" and event.code not in self._aliases:
                return event  # of one of the codes that were merged: nobody decided on all of them
            return replace(event, code=new) if new else event
        now = {code: self._successors.get(code, code) for code in _codes_in(event)}
        if event.do in ("done", "undone") and event.id not in self._undone:
            place = (event.interview, event.start, event.end)
            done, named = self._done.setdefault(place, set()), self._named_in(event)
            about = named or {*self._parts, *(part for parts in self._parts.values() for part in parts)}
            if event.do == "undone":
                done -= about
            else:
                done |= about
                now = {code: self._finished(new, done, event) for code, new in now.items()}
        if all(old == new for old, new in now.items()):
            return event
        return replace(event, code=now.get(event.code, ""), codes=tuple(dict.fromkeys(now[c] for c in event.codes)))

    def _named_in(self, event: Event) -> set[str]:
        return {self._aliases.get(code, code) for code in _codes_in(event)}

    def _finished(self, code: str, done: set[str], mark: Event) -> str:
        """Return a code if an interview that is finished for some is so for all that were merged in it, else a part."""
        parts = self._parts.get(code)
        if not parts:
            return code
        merged = max(self._last.get(part, -1) for part in parts)
        there_before = self._first.get(code, merged + 1) <= merged
        books = {book for part in parts for book in self._books.get(part, ()) if book}
        since = code in _codes_in(mark) and mark.n > merged and mark.codebook not in books
        whole = since or (parts <= done and (code in done or not there_before))
        return code if whole else min(parts)
