"""The word tables of Dutch: spaCy's four and simplemma's list, from files that `scripts/make_word_tables.py` writes."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Final

from bp_qual.matching.languages.dutch.dutch_words import CLOSED_LEMMAS, MAIN_LEMMA
from bp_qual.matching.languages.listed import ListedLanguage
from bp_qual.matching.languages.word_files import (
    ADJECTIVE,
    LOOKED_UP,
    NOUN,
    SIMPLEMMA,
    VERB,
    Marked,
)

WORD_CLASSES: Final = {"noun": NOUN, "verb": VERB, "adj": ADJECTIVE}
# What a form ends in and its lemma instead, of each word class: the rules of spacy-lookups-data.
_ENDINGS = {
    kind: tuple((old, new) for old, _, new in (rule.partition(">") for rule in rules.split()))
    for kind, rules in {
        "noun": "heden>heid elen>eel ezen>ees even>eef ssen>s rren>r kken>k bben>b 'er> tje> kje> "
        "ici>icus en> ën> 's> s>",
        "verb": "dden>den tten>ten dde>den tte>ten end>en dt>den de>en te>en",
        "adj": "sten> ende>end ste> st> er> en> e>",
    }.items()
}


class DutchTables(ListedLanguage):
    """What the tables say of a Dutch form.

    >>> from bp_qual.matching.languages import find_language
    >>> tables = find_language("nl")
    >>> sorted(tables.table_lemmas("droegen")), sorted(tables.word_classes("werk"))
    (['dragen'], ['noun', 'verb'])
    """

    folder = "dutch"

    def __init__(self) -> None:
        super().__init__("nl")
        self._classes: dict[str, frozenset[str]] = {}
        self._by_class: dict[str, dict[str, frozenset[str]]] = {}

    def listed(self, kind: str) -> AbstractSet[str]:
        """Return every lemma of a word class in the index."""
        return self._listed[kind]

    def listed_forms(self, lemma: str) -> list[str]:
        """Return a lemma and the forms either list gives it, unchecked."""
        return [lemma, *(form for _, form in self._form_table.of(lemma).others)]

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
        verbs = self.listed("verb")
        if key in verbs or key in MAIN_LEMMA:
            return True
        return any(lemma in verbs for lemma in self._lemma_table.of(key).under(SIMPLEMMA | LOOKED_UP | VERB))

    def table_lemmas(self, key: str) -> frozenset[str]:
        """Return the lemmas of a folded form: as noun, verb and adjective by rule, and simplemma's."""
        if key in MAIN_LEMMA:
            return frozenset({MAIN_LEMMA[key]})
        if key in CLOSED_LEMMAS:
            return CLOSED_LEMMAS[key]
        found = set(self._lemma_table.of(key).under(SIMPLEMMA))
        for kind in WORD_CLASSES:
            found.update(self.rule_lemmas(key, kind))
        return frozenset(found)

    def rule_lemmas(self, key: str, kind: str) -> list[str]:
        """Return the attested lemmas of a form as one word class: itself, an exception, the list's, or by rule.

        No rule is asked of a form that simplemma lists as a word of its own: `soms` is no `som`.
        """
        if key in MAIN_LEMMA:
            return [MAIN_LEMMA[key]] if kind == "verb" else []
        mark, index = WORD_CLASSES[kind], self.listed(kind)
        if key in CLOSED_LEMMAS:
            return [key] if key in index else []
        entry = self._lemma_table.of(key)
        found = [key] if entry.marks & mark else []
        found += entry.under(mark)
        if found:
            return found
        listed = [lemma for lemma in entry.under(LOOKED_UP) if lemma in index]
        if listed:
            return listed
        if entry.under(SIMPLEMMA) == [key]:
            return []
        for old, new in _ENDINGS[kind]:
            if key.endswith(old) and (stem := key[: len(key) - len(old)] + new) in index:
                return [stem]
        return []

    def possible_forms(self, key: str) -> Iterable[str]:
        """Return the forms that may have this lemma, by every table turned round."""
        yield from self.listed_forms(key)
        for endings in _ENDINGS.values():
            for old, new in endings:
                if key.endswith(new):
                    yield key[: len(key) - len(new)] + old

    @cached_property
    def known(self) -> AbstractSet[str]:
        """Every form that is in a table, folded."""
        return self._lemma_table.table.keys()

    @cached_property
    def _listed(self) -> dict[str, AbstractSet[str]]:
        return {kind: Marked(self._lemma_table, mark) for kind, mark in WORD_CLASSES.items()}
