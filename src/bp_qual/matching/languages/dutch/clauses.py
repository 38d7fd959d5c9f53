"""Where a clause begins that no sign and no joining word announces, as in a raw transcript of Dutch.

`het maakte niet uit | ze steunden mij`: a subject with its verb behind it, and no `dat` or `als` before it. `als je
niet oppast | snauwt hij je af`: the verb that ends a clause, and directly behind it the verb that opens the next.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from bp_qual.matching.distinct import distinct
from bp_qual.matching.languages.dutch.dutch_words import FINITE_AUXILIARIES, MODALS, NEVER_VERBS, NUMBERS, TAG_VERBS
from bp_qual.matching.languages.word_lists import words
from bp_qual.matching.tokens import PAUSE

if TYPE_CHECKING:
    from bp_qual.matching.languages.dutch.dutch_forms import DutchForms
    from bp_qual.matching.token_table import TokenTable

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

# Always a subject; the others may be an object too (`ik zag ze lopen`) or go with an infinitive (`dat kan je weten`).
_SUBJECTS = frozenset(words("ik 'k hij ie we wij ge gij"))
_ALSO_PLURAL = frozenset(words("we wij ze zij jullie er het"))
_PERHAPS_SUBJECTS = frozenset(words("ze zij je jij jullie het er"))
# Behind one of these a subject and its verb are in the clause that it opens.
OPENERS = frozenset(
    words(
        "dat die wat als omdat doordat zodat terwijl toen of en maar want dus hoewel alhoewel nadat voordat totdat "
        "opdat zoals alsof zodra zolang sinds sindsdien tot indien tenzij mits waar waarin waarop waarmee waarvan "
        "waarbij waardoor waarom waarvoor waarnaar waaraan waarover waaruit hoe wie wanneer welk welke hoeveel dan "
        "aangezien ofschoon naarmate naargelang"
    )
)
# Verbs that follow another in the same clause: `bidden doe ik niet`, and tags such as `denk ik`.
_NOT_OPENING = TAG_VERBS | frozenset(words("doe doet doen deed deden"))
# `ik denk wel twintig`: a guess in the middle of a clause, which goes on behind it.
_GUESSING = frozenset(words("denk schat gok geloof vermoed meen"))
_MEASURED = NUMBERS | frozenset(words("wel zo'n ongeveer zeker minstens bijna ruim hooguit misschien een"))
_WITHIN = 12
_COMMON = MODALS | FINITE_AUXILIARIES
_ALWAYS_FINITE = _COMMON - {"hebben", "zijn", "worden"}
_PAST = ("de", "den", "te", "ten")


def find_clause_starts(block: TokenTable, language: DutchForms) -> Ints:
    """Return the tokens at which a clause begins without a sign or a joining word.

    >>> from bp_qual.matching.talk import Block
    >>> from bp_qual.transcripts import Transcript, Turn
    >>> said = "het maakte niet uit ze steunden mij toch"
    >>> block = Block([Transcript("P1", ("P1",), "1", said, (Turn(0, "R", "respondent", 0, len(said), "P1"),))])
    >>> [block.types[block.ids[token]] for token in find_clause_starts(block, block.language)]
    ['ze']
    """
    if len(block) < 3:
        return np.empty(0, dtype=np.int64)
    followed = np.append(block.gap[1:] < PAUSE, False)
    subject = np.flatnonzero(block.spoken(_SUBJECTS | _PERHAPS_SUBJECTS)[block.ids] & followed)
    subject = subject[(subject > 0) & (block.gap[subject] < PAUSE)]
    verbs = _Verbs(block, language)
    begun = distinct(np.concatenate((_with_subject(block, subject, verbs), _behind_verb(block, subject - 1, verbs))))
    return distinct(np.concatenate((begun, _before_inversion(block, subject - 2, verbs))))


def _with_subject(block: TokenTable, subject: Ints, verbs: _Verbs) -> Ints:
    """Return the subjects whose verb is behind them, without a joining word before: `uit | ze steunden`."""
    subject = subject[~block.spoken(OPENERS)[block.ids[subject - 1]]]
    subject = subject[~find_estimates(block, subject)]
    sure = block.spoken(_SUBJECTS)[block.ids[subject]]
    plural = block.spoken(frozenset({"we", "wij"}))[block.ids[subject]]
    holds = np.zeros(len(subject), dtype=bool)
    for rows, asked in (
        (sure & ~plural, verbs.finite),
        (plural, verbs.perhaps),
        (~sure, verbs.only_finite),
    ):
        holds[rows] = asked(block.ids[subject[rows] + 1])
    subject = subject[holds]
    before = block.ids[subject - 1]
    own = block.spoken(_SUBJECTS | _PERHAPS_SUBJECTS)[block.ids[np.maximum(subject - 2, 0)]] & (subject > 1)
    own &= block.gap[subject - 1] < PAUSE  # `ik denk | het valt mee`, but not `dan denk ik`
    plural = block.spoken(_ALSO_PLURAL)[block.ids[subject]]
    inverted = verbs.only_finite(before) | (plural & verbs.any(before))  # `dan denk ik`, `dan doen we`
    inverted &= ~verbs.participle(before)  # `weggegaan | we zijn`
    return subject[~inverted | own]


def find_estimates(block: TokenTable, subject: Ints) -> Flags:
    """Return which subjects belong to an aside that guesses a number or a measure: `ik denk wel twintig kilo`."""
    verb, measure = (np.minimum(subject + step, len(block) - 1) for step in (1, 2))
    guessing = block.spoken(frozenset({"ik"}))[block.ids[subject]] & block.spoken(_GUESSING)[block.ids[verb]]
    found: Flags = guessing & block.spoken(_MEASURED)[block.ids[measure]] & (block.gap[measure] < PAUSE)
    return found


def _behind_verb(block: TokenTable, finite: Ints, verbs: _Verbs) -> Ints:
    """Return the verbs before a subject that come directly behind the last verb of a clause: `slapen | kwam ze`."""
    finite = finite[(finite > 0) & (block.gap[finite] < PAUSE)]
    finite = finite[_in_opened_clause(block, finite)]
    finite = finite[verbs.perhaps(block.ids[finite - 1])]
    return finite[verbs.any(block.ids[finite]) & ~block.spoken(_NOT_OPENING)[block.ids[finite]]]


def _before_inversion(block: TokenTable, fronted: Ints, verbs: _Verbs) -> Ints:
    """Return the words behind the last verb of a clause, before a verb and its subject: `knopen | meer was het`."""
    fronted = fronted[fronted > 0]
    fronted = fronted[(block.gap[fronted] < PAUSE) & (block.gap[fronted + 1] < PAUSE)]
    fronted = fronted[block.spoken(_ALWAYS_FINITE)[block.ids[fronted + 1]] & ~verbs.any(block.ids[fronted])]
    fronted = fronted[~block.spoken(OPENERS | _SUBJECTS | _PERHAPS_SUBJECTS)[block.ids[fronted]]]
    return fronted[verbs.final(block.ids[fronted - 1])]


def _in_opened_clause(block: TokenTable, token: Ints) -> Flags:
    """Return where a joining word that sends the verb to the end is shortly before, with no pause between."""
    steps = token[:, None] - np.arange(3, _WITHIN)
    ahead = np.maximum(steps, 0)
    same = (steps >= 0) & (
        np.searchsorted(block.pauses, token[:, None]) == np.searchsorted(block.pauses, ahead, side="right")
    )
    opened: Flags = (block.spoken(OPENERS - {"en", "maar", "want", "dus", "dan"})[block.ids[ahead]] & same).any(axis=1)
    return opened


class _Verbs:
    """Which types are forms of verbs, each asked once."""

    def __init__(self, block: TokenTable, language: DutchForms) -> None:
        self._block, self._language = block, language

    def any(self, types: npt.NDArray[np.integer]) -> Flags:
        """Return which types can be a verb and nothing else that may stand there."""
        return self._ask(types, "verb", self._is_verb)

    def perhaps(self, types: npt.NDArray[np.integer]) -> Flags:
        """Return which types can be a verb, whatever else they can be."""
        return self._ask(types, "perhaps", self._is_perhaps)

    def finite(self, types: npt.NDArray[np.integer]) -> Flags:
        """Return which types can be a finite verb behind a subject in the singular."""
        return self._ask(types, "finite or stem", self._is_finite_or_stem)

    def only_finite(self, types: npt.NDArray[np.integer]) -> Flags:
        """Return which types are a finite verb and no infinitive or participle."""
        return self._ask(types, "finite", self._is_finite)

    def final(self, types: npt.NDArray[np.integer]) -> Flags:
        """Return which types can be an infinitive or participle and are no helping verb."""
        return self._ask(types, "final", self._is_final)

    def participle(self, types: npt.NDArray[np.integer]) -> Flags:
        """Return which types are the participle of a verb, and no infinitive."""
        return self._ask(types, "participle", self._is_participle)

    def _ask(self, types: npt.NDArray[np.integer], name: str, rule: Callable[[str], bool]) -> Flags:
        """Return the verdict of a rule on each type; the language keeps it for all blocks."""
        asked = np.zeros(len(self._block.types), dtype=bool)
        asked[types] = True
        verdict = np.zeros(len(asked), dtype=bool)
        known = self._language.verb_verdicts.setdefault(name, {})
        distinct = np.flatnonzero(asked)
        for number in distinct.tolist():
            word = self._block.types[number]
            if word not in known:
                known[word] = rule(word)
            verdict[number] = known[word]
        found: Flags = verdict[types]
        return found

    def _is_perhaps(self, word: str) -> bool:
        return word not in NEVER_VERBS and self._language.is_verb_form(word)

    def _is_verb(self, word: str) -> bool:
        """Return whether a word is a verb and no noun or adjective."""
        if word in _COMMON:
            return True
        if word in NEVER_VERBS or word in self._language.listed("noun") or word in self._language.listed("adj"):
            return False
        return self._language.is_verb_form(word)

    def _is_finite(self, word: str) -> bool:
        """Return whether a word is a verb, and neither infinitive nor participle."""
        if word in _ALWAYS_FINITE:
            return True
        if word.startswith("ge") or (word.endswith("n") and word in self._language.listed("verb")):
            return False
        return word not in NEVER_VERBS and (self._is_verb(word) or self._is_past(word))

    def _is_final(self, word: str) -> bool:
        """Return whether a word is an infinitive or participle, which ends a clause."""
        shaped = word.endswith("n") or ("ge" in word[:6] and word.endswith(("t", "d")))
        return shaped and word not in NEVER_VERBS | _COMMON and self._language.is_verb_form(word)

    def _is_participle(self, word: str) -> bool:
        return self._language.is_participle(word) and self._language.is_verb_form(word)

    def _is_past(self, word: str) -> bool:
        """Return whether a word looks like the past of a verb, whatever else the lists have it for: `steunden`."""
        return word.endswith(_PAST) and self._language.is_verb_form(word)

    def _is_finite_or_stem(self, word: str) -> bool:
        """Return whether a word is a verb beside `ik` or `hij`, though it may be a noun elsewhere: `ik werk`."""
        if word in _ALWAYS_FINITE:
            return True
        if word in NEVER_VERBS or word.startswith("ge"):
            return False
        fits = word.endswith(_PAST) or word not in self._language.listed("adj")
        return fits and self._language.is_verb_form(word)
