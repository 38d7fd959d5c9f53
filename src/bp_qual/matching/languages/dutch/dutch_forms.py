"""Dutch: candidate lemmas from spaCy's rule tables and simplemma, and what unknown compounds and loans inflect like.

A form gets the lemmas it can have as a noun, as a verb and as an adjective, and the one simplemma gives; a term matches
if it is among them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from types import MappingProxyType

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.matching.languages.dutch.compounds import compound_stems, has_part, split_compound
from bp_qual.matching.languages.dutch.dutch_denials import DUTCH_DENIALS
from bp_qual.matching.languages.dutch.dutch_tables import WORD_CLASSES, DutchTables
from bp_qual.matching.languages.dutch.dutch_words import (
    CONJUNCTIONS,
    DETERMINERS,
    FINITE_AUXILIARIES,
    POSSESSIVES,
    PREPOSITIONS,
)
from bp_qual.matching.languages.dutch.separable import SeparableVerbs
from bp_qual.matching.languages.word_lists import words
from bp_qual.matching.tokens import fold_word

_PREFIXES = words(
    "aan aaneen achter achterna af beet bij bijeen binnen boven buiten dicht door achteruit deel dood fijn gelijk goed "
    "heen in ineen klaar kwijt langs leeg los mede mee mis na neer om omhoog omlaag onder op open over overeen rond "
    "samen schoon stil stop tegemoet tegen teleur tentoon terecht terug thuis toe uit uiteen vast vol voor voorbij "
    "voort vooruit vrij weer weg be ge her ont ver"
)


# Verbs with one of these have no `ge` in their participle.
_WITHOUT_GE = ("be", "ver", "ont", "her", "er")
_PERHAPS_WITHOUT_GE = (
    *_WITHOUT_GE,
    *(first + second for first in _PREFIXES[:-5] for second in ("be", "ver", "ont", "her")),
)
_CLOSED_SYLLABLE = lazy_pattern(r"[^aeiouy][aeiou][bdfgklmnprst]$")
_LOAN = lazy_pattern(rf"((?:{'|'.join(_PREFIXES)})?)ge-?(\w+)")


def _read_loan(form: str) -> Iterator[str]:
    """Yield the infinitives of which an unknown form may be the participle, spelled as in English or with a slip.

    >>> [list(_read_loan(form))[0] for form in ("geupdate", "ge-upload", "ingechecked")]
    ['updaten', 'uploaden', 'incheckeden']
    """
    match = _LOAN.fullmatch(form)
    if match:
        prefix, rest = match.groups()
        yield prefix + rest + ("n" if rest.endswith("e") else "en")
        for ending, instead in (("ed", "en"), ("ed", "n"), ("et", "en"), ("d", "en"), ("t", "en")):
            if rest.endswith(ending) and len(rest) > len(ending) + 2:
                stem = rest.removesuffix(ending)
                yield prefix + stem + instead
                if instead == "en" and _CLOSED_SYLLABLE.search(stem):  # `gevideobeld` of `videobellen`
                    yield prefix + stem + stem[-1] + instead


def _read_diminutive(form: str) -> Iterator[str]:
    """Yield the nouns of which a form in -ke may be the diminutive, and that diminutive in -je.

    >>> [noun for noun in _read_diminutive("straatkes") if noun in ("straat", "straatje")]
    ['straat', 'straatje']
    """
    small = form.removesuffix("s")
    for ending in ("ske", "eke", "ke"):
        if small.endswith(ending) and len(small) > len(ending) + 2:
            base = small.removesuffix(ending)
            yield from (base, base + "je", base + "n")


_CLASS_NAMES = (("N", "noun"), ("V", "verb"), ("A", "adj"))


class DutchForms(DutchTables):
    """The words of Dutch, one by one; what reads them in talk is added by `Dutch`.

    >>> from bp_qual.matching.languages import find_language
    >>> sorted(find_language("nl").lemmas("bewonersinitiatieven"))
    ['bewonersinitiatief', 'bewonersinitiatieven']
    >>> "droegen" in find_language("nl").forms("dragen")
    True
    """

    before_nouns = frozenset(
        words("de het een 't 'n mijn m'n jouw z'n uw hun deze dit geen elke elk iedere ieder welke onze")
    )
    before_verbs = frozenset(words("ik 'k we wij jullie hij zij ze men u te"))
    function_words = PREPOSITIONS | DETERMINERS | CONJUNCTIONS
    aliases = MappingProxyType(
        {"'t": ("het",), "'n": ("een",), "'k": ("ik",), "'m": ("hem",), "'r": ("er", "haar"), "'ns": ("eens",)}
        | {"t": ("het",), "n": ("een",), "k": ("ik",), "z'n": ("zijn",), "m'n": ("mijn",), "d'r": ("er", "haar")}
    )

    telltale_words = frozenset(words("de het een en ik dat niet van die ook"))
    denials = DUTCH_DENIALS
    possessives = POSSESSIVES
    reflexives = frozenset(words("zich me mij je jou ons u"))
    reflexive = "zich"
    selves = frozenset(words("mezelf mijzelf jezelf uzelf zichzelf hemzelf haarzelf onszelf hunzelf henzelf"))
    always_reflexive = frozenset({"zich"})
    open_words = frozenset(words("iemand iets"))
    prepositions = PREPOSITIONS

    def __init__(self) -> None:
        super().__init__()
        self._class_lemmas: dict[str, Mapping[str, frozenset[str]]] = {}
        self.verb_verdicts: dict[str, dict[str, bool]] = {}  # what `clauses` asked about a word, kept for all blocks

    @cached_property
    def separable(self) -> SeparableVerbs:
        """The verbs that can be split, by the word lists."""
        return SeparableVerbs(self)

    def class_lemmas(self, key: str) -> Mapping[str, frozenset[str]]:
        """Return the lemmas of a folded form by word class."""
        if key not in self._class_lemmas:
            found = self.lemmas_by_class(key)
            self._class_lemmas[key] = {name: found[kind] for name, kind in _CLASS_NAMES if kind in found}
        return self._class_lemmas[key]

    def is_participle(self, word: str, *, perhaps: bool = False) -> bool:
        """Return whether a folded form looks like a participle: `weggegaan`, and perhaps `verhuisd`, `uitbetaald`."""
        if perhaps and word.endswith(("nd", "nde")):
            return True
        marked = "ge" in word or (perhaps and word.startswith(_PERHAPS_WITHOUT_GE))
        return marked and word.endswith(("d", "t", "n")) and word not in self.listed("verb")

    def is_close(self, word: str, name: str) -> bool:
        """Return whether a folded form is a verb's that is hard to tell from this class: a past participle."""
        return name == "A" and "ge" in word[:8] and word.endswith(("t", "d", "en"))

    def unambiguous_class(self, form: str, lemma: str) -> str:
        """Return `noun` or `verb` if a form is this lemma as that only, and something else as the other; "" if not."""
        classes = self.word_classes(form)
        if not {"noun", "verb"} <= classes or form in FINITE_AUXILIARIES:
            return ""
        kinds = {kind for kind in WORD_CLASSES if lemma in self.rule_lemmas(form, kind)}
        if kinds == {"verb"} and form != lemma:
            return "verb"
        return "noun" if kinds == {"noun"} else ""

    def phrase_lemmas(self, key: str) -> AbstractSet[str]:
        """Return the lemmas whose forms a word in a phrase stands for; a diminutive stays one."""
        small = key.removesuffix("s")
        if small.endswith("je") and len(small) > 4:
            return {small}
        if key in self.function_words:
            return frozenset()
        return {key, *self.rule_lemmas(key, "noun"), *self.rule_lemmas(key, "adj")}

    def guess_lemmas(self, form: str) -> frozenset[str]:
        """Return the lemmas of an unknown form: the last part of a compound or of a verb with a prefix inflects."""
        key = fold_word(form)
        found = {key, fold_word(self._simplemma.lemmatize(form.lower(), lang="nl"))}
        found.update(left + head for left, head in split_compound(key, self))
        for prefix in _PREFIXES:
            if key.startswith(prefix) and len(key) > len(prefix) + 3:
                rest = self.table_lemmas(key[len(prefix) :])
                found.update(prefix + verb for verb in rest if verb in self.listed("verb"))
        verbs = self.listed("verb")
        for cut in range(3, len(key) - 3) if len(key) > 7 else ():  # `videobelden`
            if key[:cut] in self.listed("noun"):
                found.update(key[:cut] + verb for verb in self.table_lemmas(key[cut:]) if verb in verbs)
        found.update(_read_loan(key))
        found.update(noun for noun in _read_diminutive(key) if noun in self.listed("noun"))
        return frozenset(found)

    def compound_beginnings(self, form: str) -> frozenset[str]:
        """Return the first parts of a word, as written, where it can be a compound."""
        return frozenset(left for left, _ in split_compound(form, self))

    def compound_stems(self, part: str) -> tuple[str, ...]:
        """Return what a compound with this part has in it, whatever its ending."""
        return compound_stems(part)

    def has_part(self, form: str, part: str) -> bool:
        """Return whether a word is a compound with this part in it."""
        return has_part(form, part, self)
