"""English: candidate lemmas from lemminflect and simplemma."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property

from bp_qual.matching.languages.english.english_denials import ENGLISH_DENIALS
from bp_qual.matching.languages.english.english_phrases import EnglishPhrases
from bp_qual.matching.languages.english.english_words import DETERMINERS, LINKING, PARTICLES, PREPOSITIONS_ONLY
from bp_qual.matching.languages.listed import ListedLanguage
from bp_qual.matching.languages.parts import VerbPhrases
from bp_qual.matching.languages.word_class import Weights, WordClassModel
from bp_qual.matching.languages.word_files import (
    ADJECTIVE,
    AUXILIARY,
    NOUN,
    SIMPLEMMA,
    VERB,
    Marked,
)
from bp_qual.matching.languages.word_lists import words
from bp_qual.matching.tokens import fold_word

_ANY = NOUN | VERB | ADJECTIVE | AUXILIARY | SIMPLEMMA
# Comparatives of two words at once; the other one (`best` of `well`) is hardly ever meant.
_COMPARED = {"best": "good", "better": "good", "more": "more", "most": "most", "less": "less", "least": "least"}


class English(ListedLanguage):
    """The words of English. A possessive `'s` is taken off.

    >>> sorted(English().lemmas("passed"))
    ['pass']
    >>> {"child", "children"} <= English().forms("child")
    True
    """

    folder = "english"
    function_words = PARTICLES | PREPOSITIONS_ONLY | DETERMINERS | LINKING

    telltale_words = frozenset(words("the a and this that not of it to you"))
    denials = ENGLISH_DENIALS
    possessives = frozenset(
        words("my your his her its our their one's someone's somebody's everyone's everybody's people's")
    )
    reflexives = frozenset(words("oneself myself yourself himself herself itself ourselves yourselves themselves"))
    reflexive = "oneself"
    always_reflexive = reflexives
    open_words = frozenset(words("someone somebody something"))
    no_parts = ("split_verbs",)

    def __init__(self) -> None:
        super().__init__("en")
        self._class_lemmas: dict[str, Mapping[str, frozenset[str]]] = {}

    @cached_property
    def verb_phrases(self) -> VerbPhrases:
        """How the verb of a phrase moves; a verb in two parts (`pass on`) is such a phrase."""
        return EnglishPhrases(self)

    @cached_property
    def word_class_model(self) -> WordClassModel:
        """What distinguishes a noun from a verb or adjective in context."""
        package = "bp_qual.matching.languages.english"
        return WordClassModel(lambda: Weights.open(package, "en_word_class.words"), self.class_lemmas)

    def class_lemmas(self, key: str) -> Mapping[str, frozenset[str]]:
        """Return the lemmas of a folded form by word class; B where it is the base form of a verb."""
        if key not in self._class_lemmas:
            self._class_lemmas[key] = self._read_class_lemmas(key)
        return self._class_lemmas[key]

    def is_close(self, word: str, name: str) -> bool:
        """Return whether a folded form is a verb's that is hard to tell from this class: a participle, a gerund."""
        return word.endswith({"A": "ed", "N": "ing"}.get(name, " "))

    def table_lemmas(self, key: str) -> frozenset[str]:
        """Return the lemmas of a folded form, as any word class lemminflect knows, and simplemma's."""
        if key in _COMPARED:
            return frozenset({key, _COMPARED[key]})
        return frozenset(self._lemma_table.of(key).under(_ANY))

    def phrase_lemmas(self, key: str) -> AbstractSet[str]:
        """Return the lemmas whose forms a word in a phrase stands for: of a plural the noun, of a base form itself."""
        if key in self.function_words:
            return super().phrase_lemmas(key)
        return {key} if key in self.table_lemmas(key) else set(self._lemma_table.of(key).under(NOUN))

    def possible_forms(self, key: str) -> Iterable[str]:
        """Return the forms that may have this lemma."""
        return (form for _, form in self._form_table.of(key).others)

    def guess_lemmas(self, form: str) -> frozenset[str]:
        """Return the lemmas of an unknown form, inflected like a noun or a verb."""
        import lemminflect

        key = fold_word(form)
        if key.endswith("'s"):
            return self.lemmas(key[:-2])
        found = {key, fold_word(self._simplemma.lemmatize(key, lang="en"))}
        for kind in ("NOUN", "VERB"):
            for lemmas in lemminflect.getAllLemmasOOV(key, upos=kind).values():
                found.update(map(fold_word, lemmas))
        return frozenset(found)

    @cached_property
    def known(self) -> AbstractSet[str]:
        """Every form that simplemma lists, folded."""
        return Marked(self._lemma_table, SIMPLEMMA)

    def _read_class_lemmas(self, key: str) -> Mapping[str, frozenset[str]]:
        entry = self._lemma_table.of(key)
        listed = {name: frozenset(entry.under(mark)) for name, mark in (("N", NOUN), ("A", ADJECTIVE))}
        verbs = frozenset(entry.under(VERB | AUXILIARY))
        base = verbs & {key}
        listed |= {"B": base, "V": verbs if entry.marks & VERB else verbs - base}  # marked: a past tense too (`put`)
        return {name: lemmas for name, lemmas in listed.items() if lemmas}
