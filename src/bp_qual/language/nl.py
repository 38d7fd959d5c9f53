"""Dutch: candidate lemmas from spaCy's rule tables and simplemma, and what unknown compounds and loans inflect like.

The four tables in ``data`` are those of spacy-lookups-data 1.0.5 (MIT, notice beside them). A form gets the lemmas it
can have as a noun, as a verb and as an adjective, and the one simplemma gives; a term matches if it is among them.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from functools import cached_property
from importlib.resources import files
from types import MappingProxyType
from typing import Any, NamedTuple

from bp_qual.language.compounds import compound_stems, has_part, split_compound
from bp_qual.language.dutch_words import CONJUNCTIONS, DETERMINERS, FINITE_AUXILIARIES, PREPOSITIONS
from bp_qual.language.folding import fold_word, fold_words
from bp_qual.language.plain import Language, read_table, turn_round, words
from bp_qual.language.separable import SeparableVerbs

_WORD_CLASSES = ("noun", "verb", "adj")
_PREFIXES = words(
    "aan aaneen achter achterna af beet bij bijeen binnen boven buiten dicht door achteruit deel dood fijn gelijk goed "
    "heen in ineen klaar kwijt langs leeg los mede mee mis na neer om omhoog omlaag onder op open over overeen rond "
    "samen schoon stil stop tegemoet tegen teleur tentoon terecht terug thuis toe uit uiteen vast vol voor voorbij "
    "voort vooruit vrij weer weg be ge her ont ver"
)


class Dutch(Language):
    """The words of Dutch.

    >>> sorted(Dutch().lemmas("bewonersinitiatieven"))
    ['bewonersinitiatief', 'bewonersinitiatieven']
    >>> "droegen" in Dutch().forms("dragen")
    True
    """

    before_nouns = frozenset(
        words("de het een 't 'n mijn m'n jouw z'n uw hun deze dit geen elke elk iedere ieder welke onze")
    )
    before_verbs = frozenset(words("ik 'k we wij jullie hij zij ze men u te"))
    small_words = PREPOSITIONS | DETERMINERS | CONJUNCTIONS
    aliases = MappingProxyType(
        {"'t": ("het",), "'n": ("een",), "'k": ("ik",), "'m": ("hem",), "'r": ("er", "haar"), "'ns": ("eens",)}
        | {"t": ("het",), "n": ("een",), "k": ("ik",), "z'n": ("zijn",), "m'n": ("mijn",), "d'r": ("er", "haar")}
    )

    def __init__(self) -> None:
        super().__init__("nl")
        self._classes: dict[str, frozenset[str]] = {}

    @cached_property
    def separable(self) -> SeparableVerbs:
        """The verbs that can be split."""
        return SeparableVerbs(self)

    def listed(self, kind: str) -> frozenset[str]:
        """Return every lemma of a word class in the index."""
        return self._tables.listed[kind]

    def all_forms(self) -> Iterable[tuple[str, str]]:
        """Yield every lemma of the two lists with its forms, a line each."""
        yield from self._by_lemma.items()
        yield from self._tables.turned.items()

    def listed_forms(self, lemma: str) -> list[str]:
        """Return a lemma and the forms either list gives it, unchecked."""
        return [lemma, *_lines(self._by_lemma, lemma), *_lines(self._tables.turned, lemma)]

    def only_as(self, form: str, lemma: str) -> str:
        """Return `noun` or `verb` if a form is this lemma as that only, and something else as the other; "" if not."""
        kinds = {kind for kind in _WORD_CLASSES if lemma in self._rule_lemmas(form, kind)}
        classes = self.word_classes(form)
        if form in FINITE_AUXILIARIES:
            return ""
        if kinds == {"verb"} and form != lemma and "noun" in classes:
            return "verb"
        return "noun" if kinds == {"noun"} and "verb" in classes else ""

    def term_forms(self, word: str) -> frozenset[str]:
        """Return the forms a word in a phrase stands for: as written in any inflection, a diminutive staying one."""
        key = fold_word(word)
        small = key.removesuffix("s")
        if small.endswith("je") and len(small) > 4:
            return self.forms(small) | {key}
        return super().term_forms(key)

    def word_classes(self, key: str) -> frozenset[str]:
        """Return as which of noun, verb and adjective a folded form is attested."""
        if key not in self._classes:
            self._classes[key] = frozenset(kind for kind in _WORD_CLASSES if self._rule_lemmas(key, kind))
        return self._classes[key]

    def table_lemmas(self, key: str) -> frozenset[str]:
        """Return the lemmas of a folded form: as noun, verb and adjective by rule, and simplemma's."""
        found = set(super().table_lemmas(key))
        for kind in _WORD_CLASSES:
            found.update(self._rule_lemmas(key, kind))
        return frozenset(found)

    def _rule_lemmas(self, key: str, kind: str) -> list[str]:
        """Return the attested lemmas of a form as one word class: itself, an exception, the list's, or by rule."""
        tables = self._tables
        index = tables.listed[kind]
        found = [key] if key in index else []
        found += _lines(tables.exceptions[kind], key)
        if found:
            return found
        listed = [one for one in _lines(tables.lookup, key) if one in index]
        if listed:
            return listed
        for old, new in tables.rules[kind]:
            stem = key[: len(key) - len(old)] + new
            if key.endswith(old) and stem in index:
                return [stem]
        return []

    def possible_forms(self, key: str) -> Iterable[str]:
        """Return the forms that may have this lemma, by every table turned round."""
        yield key
        yield from super().possible_forms(key)
        yield from _lines(self._tables.turned, key)
        for kind in _WORD_CLASSES:
            for old, new in self._tables.rules[kind]:
                if key.endswith(new):
                    yield key[: len(key) - len(new)] + old

    def guess_lemmas(self, form: str) -> frozenset[str]:
        """Return the lemmas of an unknown form: the last part of a compound or of a verb with a prefix inflects."""
        import simplemma

        key = fold_word(form)
        found = {key, fold_word(simplemma.lemmatize(form.lower(), lang="nl"))}
        found.update(left + head for left, head in split_compound(key, self))
        for prefix in _PREFIXES:
            if key.startswith(prefix) and len(key) > len(prefix) + 3:
                rest = self.table_lemmas(key[len(prefix) :])
                found.update(prefix + one for one in rest if one in self._tables.listed["verb"])
        return frozenset(found)

    def compound_stems(self, part: str) -> tuple[str, ...]:
        """Return what a compound with this part has in it, whatever its ending."""
        return compound_stems(part)

    def has_part(self, form: str, part: str) -> bool:
        """Return whether a word is a compound with this part in it."""
        return has_part(form, part, self)

    @cached_property
    def _known(self) -> frozenset[str]:
        tables = self._tables
        known = {*self._by_form, *tables.lookup}
        for kind in _WORD_CLASSES:
            known.update(tables.listed[kind], tables.exceptions[kind])
        return frozenset(known)

    @cached_property
    def _tables(self) -> _Tables:
        return _load_tables()


class _Tables(NamedTuple):
    """spaCy's Dutch tables, folded, and the exceptions and the list turned round (lemma to forms)."""

    listed: dict[str, frozenset[str]]
    exceptions: dict[str, dict[str, str]]
    lookup: dict[str, str]
    rules: dict[str, tuple[tuple[str, str], ...]]
    turned: dict[str, str]


def _load_tables() -> _Tables:
    kinds, listed, rules = _read("index"), _read("exc"), _read("rules")
    index = {kind: frozenset(fold_words(kinds[kind])) for kind in _WORD_CLASSES}
    exceptions = {kind: read_table((form, first[0]) for form, first in listed[kind].items()) for kind in _WORD_CLASSES}
    lookup = read_table(_read("lookup").items())
    endings = {kind: tuple((old, new) for old, new in rules[kind]) for kind in _WORD_CLASSES}
    return _Tables(index, exceptions, lookup, endings, turn_round(*exceptions.values(), lookup))


def _lines(table: dict[str, str], key: str) -> list[str]:
    return table[key].split("\n") if key in table else []


def _read(name: str) -> Any:
    data = files("bp_qual.language").joinpath("data", f"nl_lemma_{name}.json.gz").read_bytes()
    return json.loads(gzip.decompress(data))
