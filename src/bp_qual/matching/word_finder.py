"""Words of terms: which types of a block each word of a term stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bp_qual.matching.languages.language import Language
from bp_qual.matching.slots import Slot, Word
from bp_qual.matching.token_table import TokenTable


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
            spoken = (word.key,) if plain else language.surface_forms(word.key, in_phrase=word.kind == "inflected")
            for form in spoken:
                table.forms[form] = (*table.forms.get(form, ()), number)
            stem = word.key[: max(3, len(word.key) - 4)]
            for head in (
                {word.key[:3], "ge" + word.key[:1], word.key[:2] + "g"} if len(word.key) > 2 and not plain else ()
            ):
                table.guesses.setdefault(head, []).append((stem, word.key, number))
    return table


class WordFinder:
    """Answers, for one table of tokens, which types a word of a term stands for in a language."""

    def __init__(self, block: TokenTable, language: Language) -> None:
        self.block, self.language = block, language

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
        for head, guesses in table.guesses.items():
            unknown = self._unknown(head, tuple(stem for stem, _, _ in guesses))
            for stem, key, slot in guesses:
                found[slot].update(self._guess(unknown, stem, key))
        for slot, word in table.others:
            found[slot] |= self._wildcard(word.key) if word.kind == "wildcard" else self._compounds(word.key)
        return [sorted(type_ids) for type_ids in found]

    def _unknown(self, head: str, stems: tuple[str, ...]) -> list[int]:
        """Return the types behind three letters that are in no table and begin like a lemma, or hold a participle."""
        types, known = self.block.types, self.language.known
        alike = self.block.heads.get(head, ())
        likely = (number for number in alike if types[number].startswith(stems) or "ge" in types[number])
        return [number for number in likely if types[number] not in known]

    def _guess(self, numbers: list[int], stem: str, key: str) -> Iterator[int]:
        """Yield those of the types, which are in no table, that inflect like this lemma."""
        for number in numbers:
            form = self.block.types[number]
            if (form.startswith(stem) or "ge" in form) and key in self.language.guess(form):
                yield number

    def _wildcard(self, key: str) -> set[int]:
        pattern = re.compile(".*".join(map(re.escape, key.split("*"))))
        head = key.split("*")[0][:3]
        if len(head) == 3:
            alike = self.block.heads.get(head, ())
            return {type_id for type_id in alike if pattern.fullmatch(self.block.types[type_id])}
        return {number for number, form in enumerate(self.block.types) if pattern.fullmatch(form)}

    def _compounds(self, key: str) -> set[int]:
        """Return the types that are compounds with this word in them."""
        stem = "|".join(map(re.escape, self.language.compound_stems(key)))
        around = re.finditer(rf"^[^\n]*(?:{stem})[^\n]*$", self.block.joined_types, re.MULTILINE)
        return {self.block.number[match.group()] for match in around if self.language.has_part(match.group(), key)}
