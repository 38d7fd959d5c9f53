"""Transcripts: who said what, and where in the text it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bp_qual.lazy_names import load_when_asked

if TYPE_CHECKING:
    from bp_qual.transcripts.corpus import ROLES, Corpus, Transcript, Turn, count_turn_words, sort_key
    from bp_qual.transcripts.language_codes import is_language_code, suggest_language
    from bp_qual.transcripts.parsing import read_transcript
    from bp_qual.transcripts.reading_notes import note_mixed_rules

__all__ = [
    "ROLES",
    "Corpus",
    "Transcript",
    "Turn",
    "count_turn_words",
    "is_language_code",
    "note_mixed_rules",
    "read_transcript",
    "sort_key",
    "suggest_language",
]
__getattr__ = load_when_asked(__name__, __file__)
