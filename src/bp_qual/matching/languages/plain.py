"""The plain default for a language: the lemma lists of simplemma, both ways."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType

from bp_qual.matching.tokens import fold_word, fold_words


def words(text: str) -> tuple[str, ...]:
    """Return the words of a list, folded.

    >>> words("ja nee één")
    ('ja', 'nee', 'een')
    """
    return tuple(fold_word(one) for one in text.split())


class Language:
    """The words of one language. A form has a *set* of possible lemmas: nothing looks at its context.

    All words that go in may be written in any way; all that come out are folded (see `fold_word`).

    >>> from bp_qual.matching.languages import find_language
    >>> "chevaux" in find_language("fr").forms("cheval"), "cheval" in find_language("fr").lemmas("Chevaux")
    (True, True)
    """

    fillers: frozenset[str] = frozenset(
        words("eh ehh uh uhh uhm uhmm ehm ehmm euh euhm hm hmm mm mmm mhm um umm öh äh ähm")
    )
    small_words: frozenset[str] = frozenset()
    before_nouns: frozenset[str] = frozenset()
    before_verbs: frozenset[str] = frozenset()
    aliases: Mapping[str, tuple[str, ...]] = MappingProxyType({})

    def __init__(self, code: str) -> None:
        self.code = code
        self._forms: dict[str, frozenset[str]] = {}
        self._heard: dict[tuple[str, bool], tuple[str, ...]] = {}
        self._guesses: dict[str, frozenset[str]] = {}

    def lemmas(self, form: str) -> frozenset[str]:
        """Return every lemma the form can have; an unknown form is its own lemma, at least."""
        key = fold_word(form)
        return self.table_lemmas(key) or self.guess_lemmas(form)

    def knows(self, form: str) -> bool:
        """Return whether the form stands in a table."""
        return fold_word(form) in self._known

    @property
    def known(self) -> frozenset[str]:
        """Every form that stands in a table, folded."""
        return self._known

    def forms(self, lemma: str) -> frozenset[str]:
        """Return every form in the tables that can have this lemma, and the lemma itself."""
        key = fold_word(lemma)
        if key not in self._forms:
            checked = (one for one in self.possible_forms(key) if key in self.table_lemmas(one))
            self._forms[key] = frozenset(checked) | {key}
        return self._forms[key]

    def heard(self, lemma: str, *, in_phrase: bool = False) -> tuple[str, ...]:
        """Return all that a word of a term may sound like: its forms, and the worn-down ones (`'t` for `het`)."""
        key = (lemma, in_phrase)
        if key not in self._heard:
            forms = self.term_forms(lemma) if in_phrase else self.forms(lemma)
            short = (short for short, full in self.aliases.items() if fold_word(lemma) in full)
            self._heard[key] = (*sorted(forms), *short)
        return self._heard[key]

    def has_part(self, form: str, part: str) -> bool:
        """Return whether the form is a compound with this word at its beginning or end and a known word beside it."""
        ends = [form[len(part) :]] if form.startswith(part) else []
        ends += [form[: -len(part)]] if form.endswith(part) else []
        return any(len(rest) > 2 and self.knows(rest) for rest in ends)

    def compound_stems(self, part: str) -> tuple[str, ...]:
        """Return what a compound with this part has in it, whatever its ending."""
        return (part,)

    def word_classes(self, key: str) -> frozenset[str]:  # noqa: ARG002
        """Return as which of noun, verb and adjective a folded form is attested; nothing where that is not known."""
        return frozenset()

    def only_as(self, form: str, lemma: str) -> str:  # noqa: ARG002
        """Return `noun` or `verb` if a form is this lemma as that only, and something else as the other; "" if not."""
        return ""

    def term_forms(self, word: str) -> frozenset[str]:
        """Return the forms that a word in a phrase stands for, in whatever inflection it is written there."""
        key = fold_word(word)
        if key in self.small_words:
            return frozenset({key})
        return frozenset().union(*(self.forms(one) for one in {key, *self.lemmas(key)}))

    def table_lemmas(self, key: str) -> frozenset[str]:
        """Return the lemmas the tables give a folded form."""
        return frozenset(self._by_form[key].split("\n") if key in self._by_form else ())

    def possible_forms(self, key: str) -> Iterable[str]:
        """Return the forms that may have this lemma, to be checked with `table_lemmas`."""
        return self._by_lemma[key].split("\n") if key in self._by_lemma else ()

    def guess(self, form: str) -> frozenset[str]:
        """Return what `guess_lemmas` says of a folded form, remembered."""
        if form not in self._guesses:
            self._guesses[form] = self.guess_lemmas(form)
        return self._guesses[form]

    def guess_lemmas(self, form: str) -> frozenset[str]:
        """Return the lemmas of a form that stands in no table."""
        import simplemma

        return frozenset({fold_word(form), fold_word(simplemma.lemmatize(form, lang=self.code))})

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self._by_form)

    @cached_property
    def _by_form(self) -> dict[str, str]:
        """Simplemma's lemmas of each form."""
        from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY

        return read_table(DEFAULT_DICTIONARY_FACTORY.get_dictionary(self.code).items())

    @cached_property
    def _by_lemma(self) -> dict[str, str]:
        """Simplemma's list turned round."""
        return turn_round(self._by_form)


def read_table(rows: Iterable[tuple[str, str]]) -> dict[str, str]:
    r"""Return a table of forms and lemmas, both folded; several lemmas of one form stand a line each.

    >>> read_table([("Bäder", "Bad"), ("bader", "Bader")])
    {'bader': 'bad\nbader'}
    """
    written, heads = list[str](), list[str]()
    for form, lemma in rows:
        written.append(form)
        heads.append(lemma)
    forms, lemmas = fold_words(written), fold_words(heads)
    table = dict(zip(forms, lemmas, strict=True))
    if len(table) < len(forms):
        for form, lemma in zip(forms, lemmas, strict=True):
            if table[form] != lemma and lemma not in table[form].split("\n"):
                table[form] = "\n".join(sorted([*table[form].split("\n"), lemma]))
    return table


def turn_round(*tables: Mapping[str, str]) -> dict[str, str]:
    r"""Return the forms of each lemma, a line each.

    >>> turn_round({"bader": "bad\nbader"})
    {'bad': 'bader', 'bader': 'bader'}
    """
    turned: dict[str, str] = {}
    for table in tables:
        for form, lemmas in table.items():
            for lemma in lemmas.split("\n") if "\n" in lemmas else (lemmas,):
                have = turned.get(lemma)
                turned[lemma] = form if have is None else f"{have}\n{form}"
    return turned
