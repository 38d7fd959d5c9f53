"""Transcripts: who said what, and where in the text it is."""

from bp_qual.transcripts.corpus import ROLES, Corpus, Transcript, Turn, count_turn_words, sort_key
from bp_qual.transcripts.parsing import read_transcript
from bp_qual.transcripts.reading_notes import note_mixed_rules

__all__ = [
    "ROLES",
    "Corpus",
    "Transcript",
    "Turn",
    "count_turn_words",
    "note_mixed_rules",
    "read_transcript",
    "sort_key",
]
