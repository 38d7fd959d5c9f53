#!/usr/bin/env python3
"""Write the word tables of Dutch and English, from spaCy's Dutch tables, simplemma's lists and lemminflect.

scripts/make_word_tables.py           writes src/bp_qual/matching/languages/{dutch,english}/data/*.words
scripts/make_word_tables.py --check   says which of them would change
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from bp_qual.matching.languages.dutch.dutch import Dutch
from bp_qual.matching.languages.dutch.dutch_words import ALSO_VERBS, PARTICIPLES
from bp_qual.matching.languages.dutch.separable import KINDS
from bp_qual.matching.languages.word_files import (
    ADJECTIVE,
    AS_WRITTEN,
    AUXILIARY,
    LOOKED_UP,
    NOUN,
    SIMPLEMMA,
    VERB,
    Entry,
    pack_entry,
    pack_table,
)
from bp_qual.matching.languages.word_lists import read_table, turn_round
from bp_qual.matching.tokens import fold_word, fold_words

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ROOT / "src" / "bp_qual" / "matching" / "languages"
SPACY_KINDS = {"noun": NOUN, "verb": VERB, "adj": ADJECTIVE}
LEMMINFLECT_KINDS = {"NOUN": NOUN, "VERB": VERB, "ADJ": ADJECTIVE, "AUX": AUXILIARY}


class Entries:
    """Entries that are gathered mark by mark."""

    def __init__(self) -> None:
        self.marks: dict[str, int] = {}
        self.others: dict[str, dict[str, int]] = {}

    def mark(self, word: str, mark: int) -> None:
        """Give a word a mark."""
        self.marks[word] = self.marks.get(word, 0) | mark

    def add(self, word: str, other: str, mark: int) -> None:
        """Give a word another word, with a mark."""
        others = self.others.setdefault(word, {})
        others[other] = others.get(other, 0) | mark

    def packed(self) -> bytes:
        """Return all entries as a file."""
        words = self.marks.keys() | self.others.keys()
        return pack_table({word: pack_entry(word, self.entry(word)) for word in words})

    def entry(self, word: str) -> Entry:
        """Return what was gathered of a word, in order."""
        others = sorted((other, mark) for other, mark in self.others.get(word, {}).items())
        return Entry(self.marks.get(word, 0), tuple((mark, other) for other, mark in others))


def make_dutch() -> dict[str, bytes]:
    """Return the files of Dutch: what a form is listed as and its lemmas, the forms of a lemma, simplemma's rest."""
    index, exceptions, lookup = _read("index"), _read("exc"), _read("lookup")
    written = written_list("nl")
    lemmas, forms = Entries(), Entries()
    for word in ALSO_VERBS:
        lemmas.mark(word, VERB)
    tables = [(SIMPLEMMA, read_table(written.items())), (LOOKED_UP, read_table([*lookup.items(), *PARTICIPLES]))]
    for kind, mark in SPACY_KINDS.items():
        for word in fold_words(index[kind]):
            lemmas.mark(word, mark)
        rows = [(form, first[0]) for form, first in exceptions[kind].items()]
        tables.append((mark, read_table([*rows, *(PARTICIPLES if kind == "verb" else ())])))
    for mark, table in tables:
        for form, lemma in rows_of(table):
            lemmas.add(form, lemma, mark)
    for lemma, form in rows_of(turn_round(*(table for _, table in tables))):
        forms.add(lemma, form, 0)
    rest = mark_written(lemmas, written)
    return {"nl_lemmas.words": lemmas.packed(), "nl_forms.words": forms.packed(), "nl_rest.words": rest.packed()}


def make_separable() -> dict[str, bytes]:
    """Return the files of the separable verbs: of each verb its particles, of each form what it can be.

    They are made from the other tables of Dutch, as those lie in the files.
    """
    dutch = Dutch()
    particles = dutch.separable.list_particles(dutch.listed("verb"))
    forms = dutch.separable.list_forms(particles)
    number = {kind: str(at) for at, kind in enumerate(KINDS)}
    readings = {form: " ".join(number[kind] + base for base, kind in sorted(each)) for form, each in forms.items()}
    joined = {base: " ".join(sorted(each)) for base, each in particles.items()}
    return {"nl_particles.words": pack_table(joined), "nl_verb_forms.words": pack_table(readings)}


def make_english() -> dict[str, bytes]:
    """Return the files of English, as those of Dutch; simplemma's forms are marked as such, and what is a past too."""
    import lemminflect

    machine, inflections = lemminflect.Lemmatizer(), lemminflect.Inflections()
    written = written_list("en")
    lemmas, forms = Entries(), Entries()
    table = read_table(written.items())
    for form, lemma in rows_of(table):
        lemmas.mark(form, SIMPLEMMA)
        lemmas.add(form, lemma, SIMPLEMMA)
    for lemma, form in rows_of(turn_round(table)):
        forms.add(lemma, form, 0)
    theirs = {*machine._getLemmaDict(), *machine._getOverridesDict()}
    for form in sorted(word for word in {*theirs, *table} if fold_word(word) == word):
        found = lemminflect.getAllLemmas(form)
        for kind, mark in LEMMINFLECT_KINDS.items():
            for lemma in found.get(kind, ()):
                lemmas.add(form, fold_word(lemma), mark)
        verbs = {fold_word(lemma) for kind in ("VERB", "AUX") for lemma in found.get(kind, ())}
        if form in verbs and any(form in lemminflect.getInflection(form, tag) for tag in ("VBD", "VBN")):
            lemmas.mark(form, VERB)
    heads = {*inflections._getInflDict(), *inflections._getOverridesDict(), *turn_round(table)}
    for head in sorted(word for word in heads if fold_word(word) == word):
        for inflected in lemminflect.getAllInflections(head).values():
            for form in inflected:
                forms.add(head, fold_word(form), 0)
    rest = mark_written(lemmas, written)
    return {"en_lemmas.words": lemmas.packed(), "en_forms.words": forms.packed(), "en_rest.words": rest.packed()}


def written_list(code: str) -> dict[str, str]:
    """Return simplemma's list of a language, as it writes it."""
    from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY

    return dict(DEFAULT_DICTIONARY_FACTORY.get_dictionary(code).items())


def mark_written(lemmas: Entries, written: dict[str, str]) -> Entries:
    """Mark the lemmas that simplemma writes so, and return the rows that it writes otherwise."""
    rest = Entries()
    for form, lemma in written.items():
        same = lemma in lemmas.others.get(form, {})
        (lemmas if same else rest).add(form, lemma, AS_WRITTEN)
    return rest


def rows_of(table: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each word of a table with each of the words it is given."""
    return ((word, other) for word, others in table.items() for other in others.split("\n"))


def _read(name: str) -> Any:
    packed = ROOT / "scripts" / "dutch_lemmas" / f"nl_lemma_{name}.json.gz"
    return json.loads(gzip.decompress(packed.read_bytes()))


def changed(folder: Path, made: dict[str, bytes]) -> Iterable[Path]:
    """Return the files that are not what was made."""
    places = {folder / name: data for name, data in made.items()}
    return [place for place, data in places.items() if not place.exists() or place.read_bytes() != data]


def main() -> None:
    """Write the files that would change, or say which they are."""
    for language, make in (("dutch", make_dutch), ("dutch", make_separable), ("english", make_english)):
        folder, made = LANGUAGES / language / "data", make()
        for place in changed(folder, made):
            print(place.relative_to(ROOT), len(made[place.name]))
            if "--check" not in sys.argv:
                place.write_bytes(made[place.name])


if __name__ == "__main__":
    main()
