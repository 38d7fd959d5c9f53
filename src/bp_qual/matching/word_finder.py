"""Words of terms: which types of a block each word of a term stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from bp_qual.matching.languages.language import Language
from bp_qual.matching.slots import Slot, Word
from bp_qual.matching.token_table import TokenTable

_MOST_ANSWERS = 100_000


class _Forms(NamedTuple):
    """What slots stand for: slots by known form, lemmas by the head of an unknown form, and words with signs.

    Of a form it holds the slots it may stand for, each with the lemma that the tables must give it (or "").
    """

    forms: dict[str, tuple[tuple[int, str], ...]]
    guesses: dict[str, list[tuple[str, str, int]]]
    others: list[tuple[int, Word]]


def _turn_round(slots: tuple[Slot, ...], language: Language) -> _Forms:
    """Turn the slots round: which slots each form belongs to."""
    table = _Forms({}, {}, [])
    for number, slot in enumerate(slots):
        for word in slot:
            if word.kind in ("wildcard", "compound"):
                table.others.append((number, word))
            if word.kind == "wildcard":
                continue
            plain = word.kind == "form"
            in_phrase = word.kind == "inflected"
            spoken = ((word.key, ""),) if plain else language.candidate_forms(word.key, in_phrase=in_phrase)
            for form, lemma in spoken:
                table.forms[form] = (*table.forms.get(form, ()), (number, lemma))
            stem = word.key[: max(3, len(word.key) - 4)]
            for head in (
                {word.key[:3], "ge" + word.key[:1], word.key[:2] + "g"} if len(word.key) > 2 and not plain else ()
            ):
                table.guesses.setdefault(head, []).append((stem, word.key, number))
    return table


_turn_many = lru_cache(16)(_turn_round)  # the words of a codebook: few are at work at a time, and each is large
_turn_one = lru_cache(4096)(_turn_round)  # one word by itself, as `explain` asks for each in turn


class WordFinder:
    """Answers, for one table of tokens, which types a word of a term stands for in a language."""

    def __init__(self, block: TokenTable, language: Language) -> None:
        self.block, self.language = block, language

    def types(self, slot: Slot) -> list[int]:
        """Return the types of a slot, in order, each once."""
        return self.types_of((slot,))[0]

    def types_of(self, slots: tuple[Slot, ...]) -> list[list[int]]:
        """Return the types of many slots: every type is looked up once, and every slot, however often it is asked."""
        known, language = self.block.answers, self.language
        new = tuple(slot for slot in dict.fromkeys(slots) if (language, slot) not in known)
        if new:
            if len(known) > _MOST_ANSWERS:
                known = self.block.answers = {}
                new = tuple(dict.fromkeys(slots))
            known.update(((language, slot), types) for slot, types in zip(new, self._look_up(new), strict=True))
        return [known[language, slot] for slot in slots]

    def _look_up(self, slots: tuple[Slot, ...]) -> list[list[int]]:
        table = (_turn_one if len(slots) == 1 else _turn_many)(slots, self.language)
        found: list[set[int]] = [set() for _ in slots]
        number = self.block.number
        for form in table.forms.keys() & number.keys():
            for slot in self._stands_for(form, table):
                found[slot].add(number[form])
        for head in table.guesses.keys() & self.block.heads.keys():
            for type_id, slot in self._guess(head, table.guesses[head]):
                found[slot].add(type_id)
        for slot, word in table.others:
            found[slot] |= self._wildcard(word.key) if word.kind == "wildcard" else self._compounds(word.key)
        return [sorted(type_ids) for type_ids in found]

    def _stands_for(self, form: str, table: _Forms) -> Iterator[int]:
        """Return the slots that a form stands for; what the tables say of its lemmas is kept for the next block."""
        maybe = table.forms[form]
        if any(lemma for _, lemma in maybe):
            lemmas = {"", *self.language.table_lemmas(form)}
            maybe = table.forms[form] = tuple((slot, "") for slot, lemma in maybe if lemma in lemmas)
        return (slot for slot, _ in maybe)

    def _guess(self, head: str, guesses: list[tuple[str, str, int]]) -> Iterator[tuple[int, int]]:
        """Yield the types behind three letters that are in no table and inflect like a lemma, each with its slot.

        A type begins like the lemma, or holds a participle. Each is looked up once, however many lemmas there are.
        """
        alike = self._unknown(head)
        if not alike:
            return
        slots: dict[str, list[tuple[str, int]]] = {}
        for stem, key, slot in guesses:
            slots.setdefault(key, []).append((stem, slot))
        stems = {stem for stem, _, _ in guesses}
        lengths = sorted({len(stem) for stem in stems})
        for type_id in alike:
            form = self.block.types[type_id]
            if not ("ge" in form or any(form[:n] in stems for n in lengths)):
                continue
            for key in self.language.guess(form) & slots.keys():
                yield from ((type_id, slot) for stem, slot in slots[key] if "ge" in form or form.startswith(stem))

    def _unknown(self, head: str) -> list[int]:
        """Return the types that begin with three letters and are in no table, looked up once."""
        asked = (self.language, head)
        if asked not in self.block.answers:
            types, known = self.block.types, self.language.known
            self.block.answers[asked] = [number for number in self.block.heads[head] if types[number] not in known]
        return self.block.answers[asked]

    def _wildcard(self, key: str) -> set[int]:
        parts = key.split("*")
        head = parts[0][:3]
        if len(head) == 3:
            alike = self.block.heads.get(head, ())
            return {type_id for type_id in alike if _has_parts(self.block.types[type_id], parts)}
        return {number for number, form in enumerate(self.block.types) if _has_parts(form, parts)}

    def _compounds(self, key: str) -> set[int]:
        """Return the types that are compounds with this word in them."""
        stem = "|".join(map(re.escape, self.language.compound_stems(key)))
        around = re.finditer(rf"^[^\n]*(?:{stem})[^\n]*$", self.block.joined_types, re.MULTILINE)
        return {self.block.number[match.group()] for match in around if self.language.has_part(match.group(), key)}


def _has_parts(form: str, parts: Sequence[str]) -> bool:
    """Return whether a form begins and ends with the first and last part of a wildcard, the others between in order.

    It takes as long as the form and the parts are, whatever they are: a regular expression can take years.
    """
    if len(parts) == 1:
        return form == parts[0]
    first, *inner, last = parts
    place, end = len(first), len(form) - len(last)
    if place > end or not (form.startswith(first) and form.endswith(last)):
        return False
    for part in inner:
        place = form.find(part, place, end) + len(part)
        if place < len(part):
            return False
    return True
