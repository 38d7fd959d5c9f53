"""One sign on a page of a PDF, with its place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letter:
    """One sign on a page, in the direction in which it is read: `left` to `right`, `top` to `bottom`.

    The text of a ligature is its letters.

    >>> Letter("a", 0, 5, 10, 20, "Helvetica", "").height
    10
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    font: str
    colour: str

    @property
    def height(self) -> float:
        """The height of the letter's line."""
        return self.bottom - self.top
