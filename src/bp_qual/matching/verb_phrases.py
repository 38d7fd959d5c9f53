"""Phrases that hold a verb: `op de kaart zetten` in `zette de wijk op de kaart`, `pass on` in `passed it on`.

The verb of such a phrase inflects and moves; the other words stay together, in their order, in the verb's clause. How
the verb moves is told by the language (`languages.parts.VerbPhrases`). Here candidates are looked for, only in
sentences that hold all words of a phrase, and `Surroundings` answers what is around a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt

from bp_qual.matching.distinct import distinct
from bp_qual.matching.languages.language import Language
from bp_qual.matching.languages.parts import VerbPhrase, VerbPhrases
from bp_qual.matching.slots import Slot
from bp_qual.matching.token_table import TokenTable
from bp_qual.matching.tokens import PAUSE

Ints = npt.NDArray[np.int64]


def find_verb_phrase(
    phrase: VerbPhrase, rules: VerbPhrases, block: TokenTable, tokens: Mapping[Slot, Ints]
) -> Iterator[tuple[int, int]]:
    """Yield the first and the last token of every hit of a phrase.

    Parameters
    ----------
    phrase : VerbPhrase
        The phrase, its verb taken out.
    rules : VerbPhrases
        How verbs move in the language of the block.
    block : TokenTable
        The talk.
    tokens : mapping of slot to array
        Where the tokens of each slot are.

    Yields
    ------
    tuple of int
    """
    columns = [tokens[slot] for slot in phrase.slots]
    rarest = min(columns, key=len)
    if not len(rarest):
        return
    sentences = distinct(block.sentence[rarest])
    begin = np.searchsorted(block.sentence, sentences)
    stop = np.searchsorted(block.sentence, sentences, side="right")
    lows = [np.searchsorted(column, begin) for column in columns]
    highs = [np.searchsorted(column, stop) for column in columns]
    full = np.flatnonzero(np.all([high > low for low, high in zip(lows, highs, strict=True)], axis=0))
    for row in full.tolist():
        here = [column[low[row] : high[row]].tolist() for column, low, high in zip(columns, lows, highs, strict=True)]
        yield from rules.arrange(block, phrase, here)


class Surroundings:
    """What is around a token of a block: the word, its word classes, and the pauses."""

    def __init__(self, block: TokenTable, language: Language) -> None:
        self.block, self.language = block, language

    def word(self, token: int) -> str:
        """Return the folded word; nothing before the beginning and behind the end."""
        return self.block.word(token) if 0 <= token < len(self.block) else ""

    def classes(self, token: int) -> frozenset[str]:
        """Return as what the word is attested."""
        return self.language.word_classes(self.word(token))

    def joined(self, token: int) -> bool:
        """Return whether a token exists and no pause comes before it."""
        return self.block.joined(token)

    def before(self, token: int) -> str:
        """Return the word before a token, if no pause comes between."""
        return self.word(token - 1) if token and self.joined(token) else ""

    def paused(self, left: int, right: int) -> bool:
        """Return whether a pause comes between two tokens."""
        return any(self.block.gap[token] >= PAUSE for token in range(left + 1, right + 1))
