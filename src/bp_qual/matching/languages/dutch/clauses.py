"""Where a clause begins that no sign and no joining word announces, as in a raw transcript of Dutch.

`het maakte niet uit | ze steunden mij`: a subject with its verb behind it, and no `dat` or `als` before it. `als je
niet oppast | snauwt hij je af`: the verb that ends a clause, and directly behind it the verb that opens the next.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from bp_qual.matching.languages.dutch.dutch_words import FINITE_AUXILIARIES, MODALS, NEVER_VERBS, TAG_VERBS
from bp_qual.matching.languages.word_lists import words
from bp_qual.matching.tokens import PAUSE

if TYPE_CHECKING:
    from bp_qual.matching.languages.dutch.dutch import Dutch
    from bp_qual.matching.talk import Block

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

# Always a subject; the others may be an object too (`ik zag ze lopen`) or go with an infinitive (`dat kan je weten`).
_SUBJECTS = frozenset(words("ik 'k hij ie we wij ge gij"))
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
_WITHIN = 12
_PAST = ("de", "den", "te", "ten")


def find_clause_starts(block: Block, language: Dutch) -> Ints:
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
    sure, perhaps = block.spoken(_SUBJECTS)[block.ids], block.spoken(_PERHAPS_SUBJECTS)[block.ids]
    followed = np.append(block.gap[1:] < PAUSE, False)
    subject = np.flatnonzero((sure | perhaps) & followed)
    subject = subject[(subject > 0) & (block.gap[subject] < PAUSE)]
    verbs = _Verbs(block, language)
    before, behind = block.ids[subject - 1], block.ids[subject + 1]
    opened = block.spoken(OPENERS)[before]
    plural = block.spoken(frozenset({"we", "wij"}))[block.ids[subject]]
    holds = np.where(sure[subject], verbs.finite(behind) | (plural & verbs.any(behind)), verbs.only_finite(behind))
    own = block.spoken(_SUBJECTS | _PERHAPS_SUBJECTS)[block.ids[np.maximum(subject - 2, 0)]] & (subject > 1)
    own &= block.gap[subject - 1] < PAUSE  # `ik denk | het valt mee`, but not `dan denk ik`
    with_subject = subject[holds & ~opened & (~verbs.any(before) | own)]
    finite = subject - 1
    finite = finite[(finite > 0) & (block.gap[finite] < PAUSE)]
    finite = finite[verbs.any(block.ids[finite]) & ~block.spoken(_NOT_OPENING)[block.ids[finite]]]
    finite = finite[verbs.perhaps(block.ids[finite - 1]) & _in_opened_clause(block, finite)]
    return np.union1d(with_subject, finite)


def _in_opened_clause(block: Block, token: Ints) -> Flags:
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

    def __init__(self, block: Block, language: Dutch) -> None:
        self._block, self._language = block, language

    def any(self, types: npt.NDArray[np.integer]) -> Flags:
        """Return which types can be a verb and nothing else that may stand there."""
        return self._ask(types, self._is_verb)

    def perhaps(self, types: npt.NDArray[np.integer]) -> Flags:
        """Return which types can be a verb, whatever else they can be."""
        return self._ask(types, lambda word: word not in NEVER_VERBS and "verb" in self._language.word_classes(word))

    def finite(self, types: npt.NDArray[np.integer]) -> Flags:
        """Return which types can be a finite verb behind a subject in the singular."""
        return self._ask(types, lambda word: self._is_finite(word) or self._is_stem(word))

    def only_finite(self, types: npt.NDArray[np.integer]) -> Flags:
        """Return which types are a finite verb and no infinitive or participle."""
        return self._ask(types, self._is_finite)

    def _ask(self, types: npt.NDArray[np.integer], rule: Callable[[str], bool]) -> Flags:
        distinct, where = np.unique(types, return_inverse=True)
        return np.array([rule(self._block.types[number]) for number in distinct.tolist()] or [False], dtype=bool)[where]

    def _is_verb(self, word: str) -> bool:
        return word in MODALS | FINITE_AUXILIARIES or (
            word not in NEVER_VERBS and self._language.word_classes(word) == {"verb"}
        )

    def _is_finite(self, word: str) -> bool:
        if word in (MODALS | FINITE_AUXILIARIES) - {"hebben", "zijn", "worden"}:
            return True
        if (word.endswith("n") and word in self._language.separable.verbs) or word.startswith("ge"):
            return False
        past = word not in NEVER_VERBS and word.endswith(_PAST) and "verb" in self._language.word_classes(word)
        return past or self._is_verb(word)

    def _is_stem(self, word: str) -> bool:
        """Return whether a word is a verb beside `ik` or `hij`, though it may be a noun elsewhere: `ik werk`."""
        classes = self._language.word_classes(word)
        return "verb" in classes and "adj" not in classes and word not in NEVER_VERBS and not word.startswith("ge")
