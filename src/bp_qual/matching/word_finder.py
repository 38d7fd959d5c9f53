"""Words of terms: which types of a block each word of a term stands for.

A word of a term is a *lemma* (every inflection), *inflected* (in a phrase: every inflection of whatever it is a form
of), a *form* (as it is, but for case and accents), a *wildcard* (`samenwerk*`) or a *compound* (`samenwerking~`: the
word and every compound it is part of).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bp_qual.matching.languages import Language
from bp_qual.matching.talk import Block
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
    return [Word(kind, tokens.types[one]) for one in tokens.ids.tolist()]


class _Forms(NamedTuple):
    """What slots stand for: slots by known form, lemmas by the head of an unknown form, and words with signs."""

    forms: dict[str, tuple[int, ...]]
    guesses: dict[str, list[tuple[str, str, int]]]
    others: list[tuple[int, Word]]


@lru_cache(16)
def _list_forms(slots: tuple[Slot, ...], language: Language) -> _Forms:
    """Turn the slots round: which slots each form belongs to."""
    table = _Forms({}, {}, [])
    for number, slot in enumerate(slots):
        for word in slot:
            if word.kind in ("wildcard", "compound"):
                table.others.append((number, word))
            if word.kind == "wildcard":
                continue
            plain = word.kind == "form"
            heard = (word.key,) if plain else language.heard(word.key, in_phrase=word.kind == "inflected")
            for form in heard:
                table.forms[form] = (*table.forms.get(form, ()), number)
            stem = word.key[: max(3, len(word.key) - 4)]
            for head in {word.key[:3], "ge" + word.key[:1]} if len(word.key) > 2 and not plain else ():
                table.guesses.setdefault(head, []).append((stem, word.key, number))
    return table


class WordFinder:
    """Answers, for one block, which types a word of a term stands for."""

    def __init__(self, block: Block) -> None:
        self.block = block
        self.language: Language = block.language

    def types(self, slot: Slot) -> list[int]:
        """Return the types of a slot, in order, each once."""
        return self.types_of((slot,))[0]

    def types_of(self, slots: tuple[Slot, ...]) -> list[list[int]]:
        """Return the types of many slots: every type is looked up once, however many slots there are."""
        table = _list_forms(slots, self.language)
        found: list[set[int]] = [set() for _ in slots]
        number = self.block.number
        for form in table.forms.keys() & number.keys():
            for slot in table.forms[form]:
                found[slot].add(number[form])
        for head, unknown in self.block.unknown.items() if table.guesses else ():
            for stem, key, slot in table.guesses.get(head, ()):
                found[slot].update(self._guess(unknown, stem, key))
        for slot, word in table.others:
            found[slot] |= self._wildcard(word.key) if word.kind == "wildcard" else self._compounds(word.key)
        return [sorted(each) for each in found]

    def _guess(self, numbers: list[int], stem: str, key: str) -> Iterator[int]:
        """Yield those of the types, which stand in no table, that inflect like this lemma."""
        for number in numbers:
            form = self.block.types[number]
            if (form.startswith(stem) or "ge" in form) and key in self.language.guess(form):
                yield number

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
