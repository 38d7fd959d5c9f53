"""The plain default for a language: the lemma lists of simplemma, both ways."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType

from bp_qual.language.folding import fold_word


def words(text: str) -> tuple[str, ...]:
    """Return the words of a list, folded.

    >>> words("ja nee één")
    ('ja', 'nee', 'een')
    """
    return tuple(fold_word(one) for one in text.split())


class Language:
    """The words of one language. A form has a *set* of possible lemmas: nothing looks at its context.

    All words that go in may be written in any way; all that come out are folded (see `fold_word`).

    >>> sorted(Language("de").forms("Haus"))
    ['haus', 'hause', 'hauser', 'hausern', 'hauses']
    >>> "haus" in Language("de").lemmas("Häuser")
    True
    """

    fillers: frozenset[str] = frozenset(
        words("eh ehh uh uhh uhm uhmm ehm ehmm euh euhm hm hmm mm mmm mhm um umm öh äh ähm")
    )
    aliases: Mapping[str, tuple[str, ...]] = MappingProxyType({})

    def __init__(self, code: str) -> None:
        self.code = code

    def lemmas(self, form: str) -> frozenset[str]:
        """Return every lemma the form can have; an unknown form is its own lemma, at least."""
        key = fold_word(form)
        return self.table_lemmas(key) or self.guess_lemmas(form)

    def knows(self, form: str) -> bool:
        """Return whether the form stands in a table."""
        return fold_word(form) in self._known

    def forms(self, lemma: str) -> frozenset[str]:
        """Return every form in the tables that can have this lemma, and the lemma itself."""
        key = fold_word(lemma)
        return frozenset(one for one in self.possible_forms(key) if key in self.table_lemmas(one)) | {key}

    def spoken(self, word: str) -> tuple[str, ...]:
        """Return the worn-down forms of a small word: `'t` for `het`."""
        return tuple(short for short, full in self.aliases.items() if word in full)

    def has_part(self, form: str, part: str) -> bool:
        """Return whether the form is a compound with this word at its beginning or end and a known word beside it."""
        ends = [form[len(part) :]] if form.startswith(part) else []
        ends += [form[: -len(part)]] if form.endswith(part) else []
        return any(len(rest) > 2 and self.knows(rest) for rest in ends)

    def table_lemmas(self, key: str) -> frozenset[str]:
        """Return the lemmas the tables give a folded form."""
        return frozenset(self._lists[0].get(key, ()))

    def possible_forms(self, key: str) -> Iterable[str]:
        """Return the forms that may have this lemma, to be checked with `table_lemmas`."""
        return self._lists[1].get(key, ())

    def guess_lemmas(self, form: str) -> frozenset[str]:
        """Return the lemmas of a form that stands in no table."""
        import simplemma

        return frozenset({fold_word(form), fold_word(simplemma.lemmatize(form, lang=self.code))})

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self._lists[0])

    @cached_property
    def _lists(self) -> tuple[dict[str, tuple[str, ...]], dict[str, list[str]]]:
        """Return simplemma's list by folded form and by folded lemma."""
        from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

        by_form: dict[str, tuple[str, ...]] = {}
        by_lemma: dict[str, list[str]] = {}
        for form, lemma in DefaultDictionaryFactory().get_dictionary(self.code).items():
            key, head = fold_word(form), fold_word(lemma)
            have = by_form.get(key)
            if have is None:
                by_form[key] = (head,)
            elif head not in have:
                by_form[key] = (*have, head)
            else:
                continue
            by_lemma.setdefault(head, []).append(key)
        return by_form, by_lemma
