"""Words of terms: which types of a block each word of a term stands for.

A word of a term is a *lemma* (every inflection), *inflected* (in a phrase: every inflection of whatever it is a form
of), a *form* (as it is, but for case and accents), a *wildcard* (`samenwerk*`) or a *compound* (`samenwerking~`: the
word and every compound it is part of).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bp_qual.language import Language
from bp_qual.language.folding import fold_word, split_tokens
from bp_qual.matching.talk import Block


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
    return [Word(kind, tokens.types[one]) for one in tokens.ids.tolist()]


class WordFinder:
    """Answers, for one block, which types a word of a term stands for."""

    def __init__(self, block: Block) -> None:
        self.block = block
        self.language: Language = block.language

    def types(self, slot: Slot) -> list[int]:
        """Return the types of a slot, in order, each once."""
        return sorted(set().union(*map(self._find, slot)))

    def _find(self, word: Word) -> set[int]:
        if word.kind == "wildcard":
            return self._wildcard(word.key)
        number = self.block.number
        if word.kind == "form":
            return {number[word.key]} if word.key in number else set()
        heard = self.language.heard(word.key, in_phrase=word.kind == "inflected")
        found = {one for form in heard if (one := number.get(form, -1)) >= 0}
        found |= self._unknown_forms(word.key)
        if word.kind == "compound":
            found |= self._compounds(word.key)
        return found

    def _unknown_forms(self, key: str) -> set[int]:
        """Return the types that stand in no table but inflect like this lemma."""
        stem = key[: max(3, len(key) - 4)]
        found = set()
        for head in sorted({key[:3], "ge" + key[:1]}) if len(key) > 2 else ():
            for number in self.block.unknown.get(head, ()):
                form = self.block.types[number]
                if (form.startswith(stem) or "ge" in form) and key in self.language.guess(form):
                    found.add(number)
        return found

    def _wildcard(self, key: str) -> set[int]:
        pattern = re.compile(".*".join(map(re.escape, key.split("*"))))
        head = key.split("*")[0][:3]
        if len(head) == 3:
            return {one for one in self.block.heads.get(head, ()) if pattern.fullmatch(self.block.types[one])}
        return {number for number, one in enumerate(self.block.types) if pattern.fullmatch(one)}

    def _compounds(self, key: str) -> set[int]:
        """Return the types that are compounds with this word in them."""
        stem = "|".join(map(re.escape, self.language.compound_stems(key)))
        around = re.finditer(rf"^[^\n]*(?:{stem})[^\n]*$", self.block.joined_types, re.MULTILINE)
        return {self.block.number[one.group()] for one in around if self.language.has_part(one.group(), key)}
