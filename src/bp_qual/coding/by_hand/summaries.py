"""Summaries: what a coder wrote of a person, a code and a wave, the cells of a framework matrix."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bp_qual.coding.by_hand.events import Event


@dataclass(frozen=True, slots=True)
class Summary:
    """What stands in one cell of the framework matrix.

    Attributes
    ----------
    person, code, wave : str
        Whose cell it is.
    versions : tuple of str
        Its texts: none where it was taken away again, several where they were written beside each other, in two windows
        or on two computers, and nobody has made one text of them yet.
    quotes : str
        What stands for the quotes that the last one was written for.
    ids : tuple of str
        The events that say so; a later summary takes their place by naming them.

    Examples
    --------
    >>> print(Summary("P01", "trust", "2010", ("Rarely.", "Seldom."), "", ("e1", "e2")).text)
    Rarely.
    <BLANKLINE>
    Seldom.
    """

    person: str
    code: str
    wave: str
    versions: tuple[str, ...]
    quotes: str
    ids: tuple[str, ...]

    @property
    def text(self) -> str:
        """All versions, one below the other."""
        return "\n\n".join(self.versions)


def collect_summaries(live: Iterable[Event]) -> tuple[Summary, ...]:
    """Return what stands in each cell after everything that holds, in order.

    Parameters
    ----------
    live : iterable of Event
        Without what was undone. A ``summary`` takes the place of those it names; one that was there already and is not
        named was not seen by whoever wrote this one, and is kept beside it.

    Returns
    -------
    tuple of Summary
        One for each cell that anything was ever written in.

    Examples
    --------
    >>> first = Event("e1", "summary", person="P01", code="trust", wave="2010", note="Rarely.")
    >>> second = Event("e2", "summary", of="e1", person="P01", code="trust", wave="2010", note="Seldom.")
    >>> [cell.versions for cell in collect_summaries([first, second])]
    [('Seldom.',)]
    """
    cells: dict[tuple[str, str, str], list[Event]] = {}
    for event in live:
        if event.do == "summary":
            key = (event.person, event.code, event.wave)
            named = event.of.split()
            cells[key] = [*(other for other in cells.get(key, []) if other.id not in named), event]
    return tuple(_as_summary(key, events) for key, events in cells.items())


def _as_summary(key: tuple[str, str, str], events: list[Event]) -> Summary:
    texts = tuple(dict.fromkeys(note for event in events if (note := event.note.strip())))
    return Summary(*key, texts, events[-1].quotes, tuple(event.id for event in events))
