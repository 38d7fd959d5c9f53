"""The plain default for a language: the lemma list of simplemma, both ways."""

from __future__ import annotations

from functools import cached_property

from bp_qual.matching.languages.language import Language
from bp_qual.matching.languages.word_lists import read_table
from bp_qual.matching.tokens import fold_word


class PlainLanguage(Language):
    """A language of which simplemma has a lemma list.

    >>> french = PlainLanguage("fr")
    >>> "chevaux" in french.forms("cheval"), "cheval" in french.lemmas("Chevaux")
    (True, True)
    """

    def guess_lemmas(self, form: str) -> frozenset[str]:
        """Return the lemmas of a form that is in no table, by simplemma's rules."""
        import simplemma

        return frozenset({fold_word(form), fold_word(simplemma.lemmatize(form, lang=self.code))})

    @cached_property
    def _by_form(self) -> dict[str, str]:
        """Simplemma's lemmas of each form."""
        from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY

        return read_table(DEFAULT_DICTIONARY_FACTORY.get_dictionary(self.code).items())


def plain_languages() -> frozenset[str]:
    """Return the codes of the languages simplemma has a list of.

    >>> {"fr", "de"} <= plain_languages()
    True
    """
    from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

    return frozenset(SUPPORTED_LANGUAGES)
