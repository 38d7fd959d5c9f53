"""What the passages of a file are called where it gives them no numbers: each place in it by a name of its own."""

from __future__ import annotations

from collections.abc import Hashable


class PlaceNames:
    """Tells passages apart that are called the same: pictures in a recording, texts of one name.

    Examples
    --------
    >>> names = PlaceNames()
    >>> [names.of("a.qdpx: talk.mp3", place) for place in ((0, 9), (20, 30), (0, 9))]
    ['a.qdpx: talk.mp3', 'a.qdpx: talk.mp3 (2)', 'a.qdpx: talk.mp3']
    """

    def __init__(self) -> None:
        self._known: dict[str, dict[Hashable, int]] = {}

    def of(self, where: str, place: Hashable) -> str:
        """Return what a place is called: what the file calls it, with a number where another is called that.

        >>> PlaceNames().of("a.qdpx: talk.mp3", (0, 9))
        'a.qdpx: talk.mp3'
        """
        known = self._known.setdefault(where, {})
        number = known.setdefault(place, len(known) + 1)
        return f"{where} ({number})" if number > 1 else where
