"""Which words and phrases of respondents stand in a topic guide, read as their talk is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from bp_qual.matching.talk import Block
from bp_qual.matching.tokens import PAUSE
from bp_qual.suggestions.address_words import words_in_addresses
from bp_qual.suggestions.phrases import LONGEST
from bp_qual.suggestions.spoken_words import SpokenWords
from bp_qual.transcripts import Transcript, Turn


def words_of_guide(guide: str, spoken: SpokenWords) -> frozenset[str]:
    """Return what stands in a guide, by the names that words have in a corpus: lemmas, split verbs and phrases.

    Parameters
    ----------
    guide : str
        The text.
    spoken : SpokenWords
        The words of the corpus: a form of the guide counts for the lemma for which it counts there.

    Returns
    -------
    frozenset of str

    Examples
    --------
    >>> from bp_qual.suggestions.spoken_words import list_spoken_words
    >>> from bp_qual.transcripts import Corpus
    >>> said = "Wij werken al jaren samen."
    >>> talk = Transcript("P1_1", ("P1",), "1", said, (Turn(0, "R", "respondent", 0, len(said), "P1"),), "nl")
    >>> spoken = list_spoken_words(Corpus((talk,), ("P1",), ("1",)))
    >>> sorted(words_of_guide("Werkte u samen?", spoken))
    ['samenwerken', 'u', 'u samen', 'werkte u', 'werkte u samen']
    """
    found: set[str] = set()
    for language, lemmas in spoken.lemmas.items():
        turn = Turn(0, "", "respondent", 0, len(guide), "")
        block = Block([Transcript("", (), "", guide, (turn,), language)])
        found.update(_lemmas(block, lemmas), _phrases(block))
        block.forget()
    return frozenset(found)


def _lemmas(block: Block, lemmas: Mapping[str, str]) -> Iterator[str]:
    """Yield the lemma of each word, a verb in two parts as one; of a form that nobody said, all that it may have."""
    apart: set[int] = set()
    for verb in block.split_verbs.find_halves() if block.split_verbs else ():
        apart |= {verb.first, verb.last, verb.verb}
        yield "".join(verb.halves)
    apart.update(np.flatnonzero(words_in_addresses(block)).tolist())
    for form in {block.word(token) for token in range(len(block)) if token not in apart}:
        if form in lemmas:
            yield lemmas[form]
        else:
            yield from block.language.table_lemmas(form) or block.language.guess(form) or {form}


def _phrases(block: Block) -> Iterator[str]:
    """Yield every run of words without a pause that is as long as a phrase."""
    for first in range(len(block)):
        for last in range(first + 1, min(first + LONGEST, len(block))):
            if block.gap[last] >= PAUSE:
                break
            yield " ".join(block.word(token) for token in range(first, last + 1))
