"""Slots: the words of a term, one after another, each with its choices.

A word of a term is a *lemma* (every inflection), *inflected* (in a phrase: every inflection of whatever it is a form
of), a *form* (as it is, but for case and accents), a *wildcard* (`samenwerk*`) or a *compound* (`samenwerking~`: the
word and every compound it is part of).
"""

from __future__ import annotations

from typing import NamedTuple

from bp_qual.matching.tokens import fold_word, split_tokens


class Word(NamedTuple):
    """One word of a term, folded, with what kind of word it is."""

    kind: str
    key: str


Slot = tuple[Word, ...]


def read_slots(text: str, kind: str = "lemma") -> tuple[Slot, ...]:
    """Return the words of a term, each with its choices (`met|mee`).

    >>> read_slots("houden met|mee", "form")
    ((Word(kind='form', key='houden'),), (Word(kind='form', key='met'), Word(kind='form', key='mee')))
    >>> read_slots("netwerk*")
    ((Word(kind='wildcard', key='netwerk*'),),)
    """
    slots: list[Slot] = []
    for piece in text.split():
        choices = [_read_words(choice, kind) for choice in piece.split("|")]
        if len(choices) == 1:
            slots += [(word,) for word in choices[0]]
        else:
            slots.append(tuple(word for words in choices for word in words[:1]))
    return tuple(slots)


def _read_words(piece: str, kind: str) -> list[Word]:
    if "*" in piece:
        return [Word("wildcard", "*".join(fold_word(part) for part in piece.split("*")))]
    if piece.endswith("~"):
        return [Word("compound", fold_word(piece[:-1]))]
    if piece.isalpha():
        return [Word(kind, fold_word(piece))]
    tokens = split_tokens(piece)
    return [Word(kind, tokens.types[type_id]) for type_id in tokens.ids.tolist()]
