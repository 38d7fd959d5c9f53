"""Transcripts: who said what, and where in the text it is."""

from typing import TYPE_CHECKING

from bp_qual.transcripts.corpus import ROLES, Corpus, Transcript, Turn, count_turn_words, is_language_code, sort_key

if TYPE_CHECKING:
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
]


def __getattr__(name: str) -> object:
    """Load what reads files once it is asked for: a sentence is explained without."""
    if name == "read_transcript":
        from bp_qual.transcripts.parsing import read_transcript

        return read_transcript
    if name == "note_mixed_rules":
        from bp_qual.transcripts.reading_notes import note_mixed_rules

        return note_mixed_rules
    raise AttributeError(name)
