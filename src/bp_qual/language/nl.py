"""Dutch: candidate lemmas from spaCy's rule tables and simplemma, and what unknown compounds and loans inflect like.

The four tables in ``data`` are those of spacy-lookups-data 1.0.5 (MIT, notice beside them). A form gets the lemmas it
can have as a noun, as a verb and as an adjective, and the one simplemma gives; a term matches if it is among them.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from importlib.resources import files
from types import MappingProxyType
from typing import Any, NamedTuple

from bp_qual.language.folding import fold_word
from bp_qual.language.plain import Language, words

_WORD_CLASSES = ("noun", "verb", "adj")
_LINKS = ("", "s", "en", "n", "e", "er")
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

    aliases = MappingProxyType(
        {
            "t": ("het",),
            "n": ("een",),
            "k": ("ik",),
            "m": ("hem",),
            "r": ("er", "haar"),
            "ns": ("eens",),
            "z'n": ("zijn",),
            "m'n": ("mijn",),
            "d'r": ("er", "haar"),
            "zo'n": ("zulk",),
            "es": ("eens",),
        }
    )

    def __init__(self) -> None:
        super().__init__("nl")

    def table_lemmas(self, key: str) -> frozenset[str]:
        """Return the lemmas of a folded form: as noun, verb and adjective by rule, and simplemma's."""
        found = set(super().table_lemmas(key))
        for kind in _WORD_CLASSES:
            found.update(self._rule_lemmas(key, kind))
        return frozenset(found)

    def _rule_lemmas(self, key: str, kind: str) -> list[str]:
        """Return the attested lemmas of a form as one word class: itself, an exception, the list's, or by rule."""
        tables = self._tables
        index = tables.index[kind]
        found = [key] if key in index else []
        found += tables.exceptions[kind].get(key, ())
        if found:
            return found
        listed = [one for one in tables.lookup.get(key, ()) if one in index]
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
        yield from self._tables.turned.get(key, ())
        for kind in _WORD_CLASSES:
            for old, new in self._tables.rules[kind]:
                if key.endswith(new):
                    yield key[: len(key) - len(new)] + old

    def guess_lemmas(self, form: str) -> frozenset[str]:
        """Return the lemmas of an unknown form: the last part of a compound or of a verb with a prefix inflects."""
        import simplemma

        key = fold_word(form)
        found = {key, fold_word(simplemma.lemmatize(form.lower(), lang="nl"))}
        for cut in range(3, len(key) - 2):
            head = key[cut:]
            lemmas = [one for one in self.table_lemmas(head) if len(one) >= 3 and one in self._tables.index["noun"]]
            if lemmas and self._can_modify(key[:cut]):
                found.update(key[:cut] + one for one in lemmas)
        for prefix in _PREFIXES:
            if key.startswith(prefix) and len(key) > len(prefix) + 3:
                rest = self.table_lemmas(key[len(prefix) :])
                found.update(prefix + one for one in rest if one in self._tables.index["verb"])
        return frozenset(found)

    def _can_modify(self, left: str) -> bool:
        """Return whether this can be the first part of a compound: a word with a linking sound, or a verb's stem."""
        index = self._tables.index
        for link in _LINKS:
            base = left.removesuffix(link)
            if (link and base == left) or len(base) < 3:
                continue
            if base in index["noun"] or base in index["adj"] or (link in ("", "s") and base + "en" in index["verb"]):
                return True
        return any(one in index["noun"] for one in self.table_lemmas(left))

    @cached_property
    def _known(self) -> frozenset[str]:
        tables = self._tables
        known = {*self._lists[0], *tables.lookup}
        for kind in _WORD_CLASSES:
            known.update(tables.index[kind], tables.exceptions[kind])
        return frozenset(known)

    @cached_property
    def _tables(self) -> _Tables:
        return _load_tables()


class _Tables(NamedTuple):
    """spaCy's Dutch tables, folded, and the exceptions and the list turned round (lemma to forms)."""

    index: dict[str, frozenset[str]]
    exceptions: dict[str, dict[str, tuple[str, ...]]]
    lookup: dict[str, tuple[str, ...]]
    rules: dict[str, tuple[tuple[str, str], ...]]
    turned: dict[str, list[str]]


def _load_tables() -> _Tables:
    index = {kind: frozenset(map(fold_word, _read("index")[kind])) for kind in _WORD_CLASSES}
    rules = {kind: tuple((old, new) for old, new in _read("rules")[kind]) for kind in _WORD_CLASSES}
    exceptions = {kind: _fold_table(_read("exc")[kind]) for kind in _WORD_CLASSES}
    lookup = _fold_table({form: [lemma] for form, lemma in _read("lookup").items()})
    turned: dict[str, list[str]] = defaultdict(list)
    for table in (*exceptions.values(), lookup):
        for form, lemmas in table.items():
            for lemma in lemmas:
                turned[lemma].append(form)
    return _Tables(index, exceptions, lookup, rules, dict(turned))


def _fold_table(table: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for form, lemmas in table.items():
        key = fold_word(form)
        found[key] = tuple(dict.fromkeys([*found.get(key, ()), fold_word(lemmas[0])]))
    return found


def _read(name: str) -> Any:
    data = files("bp_qual.language").joinpath("data", f"nl_lemma_{name}.json.gz").read_bytes()
    return json.loads(gzip.decompress(data))
