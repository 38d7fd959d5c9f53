"""What became of what the coder did on the page."""

from __future__ import annotations

from dataclasses import dataclass

from bp_qual.errors import BpQualError
from bp_qual.wording.remarks import remark_of

_MOST = 1000  # characters of a reason, which quotes what was sent


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


def say_why(error: Exception, language: str) -> str:
    """Return why something is refused, in English (`en`) or Dutch (`nl`), no longer than anybody reads.

    >>> say_why(ValueError("no"), "en"), len(say_why(ValueError("x" * 100_000), "en"))
    ('no', 1000)
    """
    said = error.say(language) if isinstance(error, BpQualError) else remark_of(error).say(language)
    return said if len(said) <= _MOST else said[: _MOST - 1] + "…"


class OtherCodebookError(Exception):
    """The codebook has changed since the coder looked at it.

    >>> raise OtherCodebookError("Themes@1.1.0")
    Traceback (most recent call last):
    bp_qual.page.outcomes.OtherCodebookError: Themes@1.1.0
    """
