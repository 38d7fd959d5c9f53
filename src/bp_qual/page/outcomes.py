"""What became of what the coder did on the page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that could not be saved, and why.

    >>> Refusal("e1", "there is no interview 'P99'").id
    'e1'
    """

    id: str
    why: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of what the coder did: the ids that are on the disk, and what was refused.

    >>> Outcome(("e1",)).refused
    ()
    """

    saved: tuple[str, ...]
    refused: tuple[Refusal, ...] = ()


class OtherCodebookError(Exception):
    """The codebook has changed since the coder looked at it.

    >>> raise OtherCodebookError("Themes@1.1.0")
    Traceback (most recent call last):
    bp_qual.page.outcomes.OtherCodebookError: Themes@1.1.0
    """
