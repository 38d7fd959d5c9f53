"""Transcripts: who said what, and where in the text it stands.

Every offset is a half-open Unicode code point offset into ``Transcript.text``; ``text[start:end] == quote``, always.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

ROLES = ("respondent", "interviewer", "other", "unknown")


@dataclass(frozen=True, slots=True)
class Turn:
    """One stretch of talk by one speaker: the span ``text[start:end]`` of its transcript, without the label."""

    index: int
    speaker: str
    role: str
    start: int
    end: int
    person: str = ""
    at: float | None = None


@dataclass(frozen=True, slots=True)
class Transcript:
    """One interview: its canonical text and the turns in it."""

    interview: str
    persons: tuple[str, ...]
    wave: str
    text: str
    turns: tuple[Turn, ...]
    language: str = "nl"
    date: str = ""
    source: str = ""
    sha256: str = ""
    notes: tuple[str, ...] = ()
    remainders: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Corpus:
    """All interviews of a study, ordered by person and wave whatever order the files came in."""

    transcripts: tuple[Transcript, ...]
    persons: tuple[str, ...]
    waves: tuple[str, ...]
