"""What matching needs to know of a language, as one value.

A `Language` holds a table of forms and lemmas. What more a language has (denials, verbs that split, phrases whose verb
moves) is a part of its own, or `None` where nobody described it; `lacks` names what is None, so that a study in such a
language is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

import numpy as np
import numpy.typing as npt

from bp_qual.matching.languages.word_lists import read_table, turn_round, words
from bp_qual.matching.tokens import fold_word

if TYPE_CHECKING:
    from bp_qual.matching.languages.denials import Denials
    from bp_qual.matching.languages.parts import SplitVerbs, VerbPhrases
    from bp_qual.matching.languages.word_class import WordClassModel
    from bp_qual.matching.token_table import TokenTable

Part = Literal["denials", "split_verbs", "verb_phrases"]
PARTS: tuple[Part, ...] = ("denials", "split_verbs", "verb_phrases")


class Language:
    """The words of one language. A form has a *set* of possible lemmas: nothing looks at its context.

    All words that go in may be written in any way; all that come out are folded (see `fold_word`).

    Parameters
    ----------
    code : str
        The code of the language: `nl`, `en`, `fy`.
    table : mapping of str to str, optional
        The lemma of each form.

    Examples
    --------
    >>> frisian = Language("fy", {"buorren": "buorman"})
    >>> "buorren" in frisian.forms("buorman"), sorted(frisian.lemmas("Buorren")), sorted(frisian.lemmas("kat"))
    (True, ['buorman'], ['kat'])
    >>> frisian.lacks
    ('denials', 'split_verbs', 'verb_phrases')
    """

    fillers: frozenset[str] = frozenset(
        words("eh ehh uh uhh uhm uhmm ehm ehmm euh euhm hm hmm mm mmm mhm um umm öh äh ähm")
    )
    # Words that only fill talk: never the part of a compound.
    function_words: frozenset[str] = frozenset()
    # A few very common words, by which a text in this language is known.
    telltale_words: frozenset[str] = frozenset()
    before_nouns: frozenset[str] = frozenset()
    before_verbs: frozenset[str] = frozenset()
    aliases: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    # In a phrase: possessives vary (`op je tandvlees`), reflexives too, and open words stand for anybody and anything.
    possessives: frozenset[str] = frozenset()
    reflexives: frozenset[str] = frozenset()
    reflexive: str = ""
    selves: frozenset[str] = frozenset()  # `op jezelf aangewezen`: each stands for all
    always_reflexive: frozenset[str] = frozenset()  # those that are nothing else, so that each stands for all
    open_words: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    no_parts: tuple[Part, ...] = ()

    def __init__(self, code: str, table: Mapping[str, str] | None = None) -> None:
        self.code = code
        self._table = table or {}
        self._forms: dict[str, frozenset[str]] = {}
        self._guesses: dict[str, frozenset[str]] = {}

    @property
    def denials(self) -> Denials | None:
        """The words that deny, or None where nobody listed them."""
        return None

    @property
    def split_verbs(self) -> SplitVerbs | None:
        """The verbs that can be split, or None where nobody described them."""
        return None

    @property
    def verb_phrases(self) -> VerbPhrases | None:
        """How the verb of a phrase moves, or None where nobody described it."""
        return None

    @property
    def word_class_model(self) -> WordClassModel | None:
        """What recognises the word class of a word in context, or None where no model comes with the language."""
        return None

    def class_lemmas(self, key: str) -> Mapping[str, frozenset[str]]:  # noqa: ARG002
        """Return the lemmas of a folded form by word class (N, V, B, A); nothing where that is not known."""
        return {}

    def clause_starts(self, table: TokenTable) -> npt.NDArray[np.int64]:  # noqa: ARG002
        """Return the tokens at which a clause begins without a sign or joining word; none where that is not known."""
        return np.empty(0, dtype=np.int64)

    def is_participle(self, word: str, *, perhaps: bool = False) -> bool:  # noqa: ARG002
        """Return whether a folded form looks like a participle that is no infinitive; False where nobody said how.

        ``perhaps`` counts those that may as well be a finite verb (`verdient`).
        """
        return False

    def is_close(self, word: str, name: str) -> bool:  # noqa: ARG002
        """Return whether a folded form is a verb's that is hard to tell from this class: a participle, a gerund."""
        return False

    @property
    def lacks(self) -> tuple[Part, ...]:
        """The parts that are not described; not those that the language does not have (``no_parts``)."""
        return tuple(part for part in PARTS if getattr(self, part) is None and part not in self.no_parts)

    def lemmas(self, form: str) -> frozenset[str]:
        """Return every lemma the form can have; an unknown form is its own lemma, at least."""
        key = fold_word(form)
        return self.table_lemmas(key) or self.guess_lemmas(form)

    def knows(self, form: str) -> bool:
        """Return whether the form is in a table."""
        return fold_word(form) in self.known

    @cached_property
    def known(self) -> AbstractSet[str]:
        """Every form that is in a table, folded."""
        return self._by_form.keys()

    def forms(self, lemma: str) -> frozenset[str]:
        """Return every form in the tables that can have this lemma, and the lemma itself."""
        key = fold_word(lemma)
        if key not in self._forms:
            checked = (form for form in self.possible_forms(key) if key in self.table_lemmas(form))
            self._forms[key] = frozenset(checked) | {key}
        return self._forms[key]

    def candidate_forms(self, word: str, *, in_phrase: bool = False) -> Iterator[tuple[str, str]]:
        """Yield all that a word of a term may look like, each with the lemma that the tables must give it.

        That lemma is empty where nothing is to be asked: the word itself, and those worn down (`'t` for `het`).
        Asking for each form at once would cost more than all the rest: only few of them are ever said.
        """
        key = fold_word(word)
        for lemma in self.phrase_lemmas(key) if in_phrase else (key,):
            yield lemma, ""
            yield from ((form, lemma) for form in self.possible_forms(lemma))
        yield key, ""
        yield from ((short, "") for short, full in self.aliases.items() if key in full)

    def has_part(self, form: str, part: str) -> bool:
        """Return whether the form is a compound with this word at its beginning or end and a known word beside it."""
        variants = [variant for variant in self.forms(part) if len(variant) >= len(part) - 1]
        ends = [form[len(variant) :] for variant in variants if form.startswith(variant)]
        ends += [form[: -len(variant)] for variant in variants if form.endswith(variant)]
        return any(len(rest.strip("-")) > 2 and self.knows(rest.strip("-")) for rest in ends)

    def compound_stems(self, part: str) -> tuple[str, ...]:
        """Return what a compound with this part has in it, whatever its ending."""
        return (part, *sorted(self.forms(part) - {part}))

    def compound_beginnings(self, form: str) -> frozenset[str]:  # noqa: ARG002
        """Return the first parts of a word, as written, where it can be a compound."""
        return frozenset()

    def word_classes(self, key: str) -> frozenset[str]:  # noqa: ARG002
        """Return as which of noun, verb and adjective a folded form is attested; nothing where that is not known."""
        return frozenset()

    def unambiguous_class(self, form: str, lemma: str) -> str:  # noqa: ARG002
        """Return `noun` or `verb` if a form is this lemma as that only, and something else as the other; "" if not."""
        return ""

    def phrase_lemmas(self, key: str) -> AbstractSet[str]:
        """Return the lemmas whose forms a word in a phrase stands for, however it is inflected there."""
        return frozenset() if key in self.function_words else {key, *self.lemmas(key)}

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
        """Return the lemmas of a form that is in no table: itself, where nothing more is known."""
        return frozenset({fold_word(form)})

    @cached_property
    def _by_form(self) -> dict[str, str]:
        """The lemmas of each form, folded, a line each."""
        return read_table(self._table.items())

    @cached_property
    def _by_lemma(self) -> dict[str, str]:
        """The table turned round."""
        return turn_round(self._by_form)
