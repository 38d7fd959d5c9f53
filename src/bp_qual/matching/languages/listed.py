"""A language whose words lie in files of its folder, as `scripts/make_word_tables.py` writes them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from bp_qual.matching.languages.language import Language
from bp_qual.matching.languages.simplemma_list import WrittenList, make_lemmatizer
from bp_qual.matching.languages.word_files import EntryTable, WordTable

if TYPE_CHECKING:
    from simplemma import Lemmatizer


class ListedLanguage(Language):
    """A language with three files: of forms with their lemmas, of lemmas with their forms, and what simplemma adds.

    >>> from bp_qual.matching.languages import find_language
    >>> isinstance(find_language("nl"), ListedLanguage), isinstance(find_language("de"), ListedLanguage)
    (True, False)
    """

    folder: str

    @cached_property
    def _lemma_table(self) -> EntryTable:
        """What each form is listed as, and its lemmas, each with the lists that give it."""
        return self._open("lemmas")

    @cached_property
    def _form_table(self) -> EntryTable:
        """The forms of each lemma."""
        return self._open("forms")

    @cached_property
    def _simplemma(self) -> Lemmatizer:
        """What guesses the lemma of an unknown word."""
        return make_lemmatizer(WrittenList(self._lemma_table, self._open("rest")))

    def _open(self, name: str) -> EntryTable:
        package = f"bp_qual.matching.languages.{self.folder}"
        return EntryTable(WordTable.open(package, f"{self.code}_{name}.words"))
