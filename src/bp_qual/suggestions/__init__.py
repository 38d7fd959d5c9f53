"""Suggestions: what the codebook does not know yet. Nothing here is counted before a person accepts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bp_qual.lazy_names import load_when_asked

if TYPE_CHECKING:
    from bp_qual.suggestions.review_order import order_review
    from bp_qual.suggestions.sentence_groups import SentenceGroups, group_sentences
    from bp_qual.suggestions.sentence_vectors import load_encoder
    from bp_qual.suggestions.similar_passages import Suggestions, suggest_passages
    from bp_qual.suggestions.word_changes import WordChanges, compare_words

__all__ = [
    "SentenceGroups",
    "Suggestions",
    "WordChanges",
    "compare_words",
    "group_sentences",
    "load_encoder",
    "order_review",
    "suggest_passages",
]
__getattr__ = load_when_asked(__name__, __file__)
