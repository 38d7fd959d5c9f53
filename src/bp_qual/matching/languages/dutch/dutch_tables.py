"""The word tables of Dutch: spaCy's four, and simplemma's list, both ways.

The four tables in ``data`` are those of spacy-lookups-data 1.0.5 (MIT, notice next to them).
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from functools import cached_property
from importlib.resources import files
from typing import Any, NamedTuple

from bp_qual.matching.languages.dutch.dutch_words import CLOSED_LEMMAS, MAIN_LEMMA, PARTICIPLES
from bp_qual.matching.languages.plain import PlainLanguage
from bp_qual.matching.languages.word_lists import read_table, turn_round
from bp_qual.matching.tokens import fold_words

WORD_CLASSES = ("noun", "verb", "adj")


class DutchTables(PlainLanguage):
    """What the tables say of a Dutch form.

    >>> from bp_qual.matching.languages import find_language
    >>> tables = find_language("nl")
    >>> sorted(tables.table_lemmas("droegen")), sorted(tables.word_classes("werk"))
    (['dragen'], ['noun', 'verb'])
    """

    def __init__(self) -> None:
        super().__init__("nl")
        self._classes: dict[str, frozenset[str]] = {}
        self._by_class: dict[str, dict[str, frozenset[str]]] = {}

    def listed(self, kind: str) -> frozenset[str]:
        """Return every lemma of a word class in the index."""
        return self._tables.listed[kind]

    def listed_forms(self, lemma: str) -> list[str]:
        """Return a lemma and the forms either list gives it, unchecked."""
        return [lemma, *_lines(self._by_lemma, lemma), *_lines(self._tables.turned, lemma)]

    def word_classes(self, key: str) -> frozenset[str]:
        """Return as which of noun, verb and adjective a folded form is attested."""
        if key not in self._classes:
            self._classes[key] = frozenset(self.lemmas_by_class(key))
        return self._classes[key]

    def lemmas_by_class(self, key: str) -> dict[str, frozenset[str]]:
        """Return the lemmas of a folded form as noun, verb and adjective, of what it is; remembered."""
        if key not in self._by_class:
            found = {kind: frozenset(self.rule_lemmas(key, kind)) for kind in WORD_CLASSES}
            self._by_class[key] = {kind: lemmas for kind, lemmas in found.items() if lemmas}
        return self._by_class[key]

    def is_verb_form(self, key: str) -> bool:
        """Return whether a list gives a folded form to a verb: quicker than asking what else it can be."""
        tables = self._tables
        verbs = tables.listed["verb"]
        if key in verbs or key in MAIN_LEMMA:
            return True
        for table in (self._by_form, tables.lookup, tables.exceptions["verb"]):
            lemmas = table.get(key)
            if lemmas is not None and (
                lemmas in verbs or ("\n" in lemmas and not verbs.isdisjoint(lemmas.split("\n")))
            ):
                return True
        return False

    def table_lemmas(self, key: str) -> frozenset[str]:
        """Return the lemmas of a folded form: as noun, verb and adjective by rule, and simplemma's."""
        if key in MAIN_LEMMA:
            return frozenset({MAIN_LEMMA[key]})
        if key in CLOSED_LEMMAS:
            return CLOSED_LEMMAS[key]
        found = set(super().table_lemmas(key))
        for kind in WORD_CLASSES:
            found.update(self.rule_lemmas(key, kind))
        return frozenset(found)

    def rule_lemmas(self, key: str, kind: str) -> list[str]:
        """Return the attested lemmas of a form as one word class: itself, an exception, the list's, or by rule.

        No rule is asked of a form that simplemma lists as a word of its own: `soms` is no `som`.
        """
        if key in MAIN_LEMMA:
            return [MAIN_LEMMA[key]] if kind == "verb" else []
        if key in CLOSED_LEMMAS:
            return [key] if key in self._tables.listed[kind] else []
        tables = self._tables
        index = tables.listed[kind]
        found = [key] if key in index else []
        found += _lines(tables.exceptions[kind], key)
        if found:
            return found
        listed = [lemma for lemma in _lines(tables.lookup, key) if lemma in index]
        if listed:
            return listed
        if self._by_form.get(key) == key:
            return []
        for old, new in tables.rules[kind]:
            if key.endswith(old) and (stem := key[: len(key) - len(old)] + new) in index:
                return [stem]
        return []

    def possible_forms(self, key: str) -> Iterable[str]:
        """Return the forms that may have this lemma, by every table turned round."""
        yield key
        yield from super().possible_forms(key)
        yield from _lines(self._tables.turned, key)
        for kind in WORD_CLASSES:
            for old, new in self._tables.rules[kind]:
                if key.endswith(new):
                    yield key[: len(key) - len(new)] + old

    @cached_property
    def known(self) -> frozenset[str]:
        """Every form that is in a table, folded."""
        tables = self._tables
        known = {*self._by_form, *tables.lookup}
        for kind in WORD_CLASSES:
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
    index = {kind: frozenset(fold_words(kinds[kind])) for kind in WORD_CLASSES}
    given = {kind: [(form, first[0]) for form, first in listed[kind].items()] for kind in WORD_CLASSES}
    given["verb"] += PARTICIPLES
    exceptions = {kind: read_table(rows) for kind, rows in given.items()}
    lookup = read_table([*_read("lookup").items(), *PARTICIPLES])
    endings = {kind: tuple((old, new) for old, new in rules[kind]) for kind in WORD_CLASSES}
    return _Tables(index, exceptions, lookup, endings, turn_round(*exceptions.values(), lookup))


def _lines(table: dict[str, str], key: str) -> list[str]:
    return table[key].split("\n") if key in table else []


def _read(name: str) -> Any:
    data = files("bp_qual.matching.languages.dutch").joinpath("data", f"nl_lemma_{name}.json.gz").read_bytes()
    return json.loads(gzip.decompress(data))
