"""Transcripts: who said what, and where in the text it stands."""

from bp_qual.transcripts.corpus import (
    ROLES,
    Corpus,
    Transcript,
    Turn,
    count_turn_words,
    read_transcript,
    sort_key,
)

__all__ = ["ROLES", "Corpus", "Transcript", "Turn", "count_turn_words", "read_transcript", "sort_key"]
