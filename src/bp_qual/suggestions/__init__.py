"""Suggestions: what the codebook does not know yet. Nothing here is counted before a person accepts it."""

from __future__ import annotations

from bp_qual.suggestions.word_changes import WordChanges, compare_words

__all__ = ["WordChanges", "compare_words"]
