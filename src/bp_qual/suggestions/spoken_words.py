"""Which words were said, where: every word of the talk by its lemma, and phrases that are said again and again.

A form counts for one lemma (`lemma_choice`). A verb in two parts counts as one word (`werken` ... `samen` as
`samenwerken`). Stop words, numbers, hesitations and what is in an address are left out.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from bp_qual.matching.talk import Block, iterate_blocks
from bp_qual.matching.token_table import INTERVIEWER
from bp_qual.matching.tokens import fold_word
from bp_qual.suggestions.address_words import words_in_addresses
from bp_qual.suggestions.lemma_choice import choose_lemmas
from bp_qual.suggestions.number_words import is_number
from bp_qual.suggestions.phrases import find_phrases
from bp_qual.transcripts import Corpus

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class SpokenWords:
    """The words that were said, and each time that one was, in columns.

    ``words`` are what they are called, ``phrase`` tells which are phrases. There is
    an entry for each time in ``word``, ``role`` (1 respondent, 2 interviewer), ``transcript`` (the row in the corpus),
    ``turn`` (its number), ``start`` and ``end`` (in the text). ``asked`` counts all words of interviewers, stop words
    too, by transcript. ``lemmas`` has for each language the lemma for which each form that was said counts.
    """

    words: tuple[str, ...]
    phrase: NDArray[np.bool_]
    word: Ints
    role: Ints
    transcript: Ints
    turn: Ints
    start: Ints
    end: Ints
    asked: Ints
    lemmas: Mapping[str, Mapping[str, str]]

    def only(self, words: Ints) -> SpokenWords:
        """Return some of the words, in this order, with each time that one was said."""
        number = np.full(len(self.words), -1, dtype=np.int64)
        number[words] = np.arange(len(words))
        own = self.at(np.flatnonzero(number[self.word] >= 0))
        names = tuple(self.words[word] for word in words.tolist())
        return replace(own, words=names, phrase=self.phrase[words], word=number[own.word])

    def at(self, rows: Ints) -> SpokenWords:
        """Return the same words with some of the times that one was said."""
        columns = ("word", "role", "transcript", "turn", "start", "end")
        return replace(self, **{name: getattr(self, name)[rows] for name in columns})


@cache
def stop_words(language: str) -> frozenset[str]:
    """Return the words of a language that say little by themselves, as spaCy lists them; none where it has no list.

    >>> "het" in stop_words("nl"), "buurt" in stop_words("nl"), len(stop_words("xx"))
    (True, False, 0)
    """
    try:
        listed = importlib.import_module(f"spacy.lang.{language}.stop_words").STOP_WORDS
    except ImportError:
        return frozenset()
    return frozenset(map(fold_word, listed))


def _says_little(word: str, stops: frozenset[str]) -> bool:
    """Return whether a word is a stop word, or two of them drawn together: `I've` is `i` and `'ve`.

    >>> _says_little("i've", stop_words("en")), _says_little("dog's", stop_words("en"))
    (True, False)
    """
    first, sign, rest = word.partition("'")
    return word in stops or (bool(rest) and first in stops and sign + rest in stops)


def list_spoken_words(
    corpus: Corpus, *, stops: Collection[str] | None = None, phrases: bool = True, fewest: int = 5,
    numbers: bool = False,
) -> SpokenWords:  # fmt: skip
    """Return every word of a corpus that is no stop word, and the phrases, with all their places.

    Parameters
    ----------
    corpus : Corpus
        The interviews.
    stops : collection of str, optional
        Words that are left out; `stop_words` of each language if not given.
    phrases : bool
        Also the phrases of two and three words (`find_phrases`).
    fewest : int
        How often a phrase has to be said.
    numbers : bool
        Also numbers that are written as words (`is_number`).

    Returns
    -------
    SpokenWords
        The words in the order of the alphabet.

    Examples
    --------
    >>> from bp_qual.transcripts import Transcript, Turn
    >>> said = "Wij werken al jaren samen. Werkten wij samen?"
    >>> talk = Transcript("P1_1", ("P1",), "1", said, (Turn(0, "R", "respondent", 0, len(said), "P1"),), "nl")
    >>> spoken = list_spoken_words(Corpus((talk,), ("P1",), ("1",)))
    >>> [(spoken.words[word], said[start:end]) for word, start, end in zip(spoken.word, spoken.start, spoken.end)]
    [('samenwerken', 'werken al jaren samen'), ('jaar', 'jaren'), ('samenwerken', 'Werkten wij samen')]
    """
    blocks = list(iterate_blocks(corpus))
    gathered = _Gathered({transcript.interview: row for row, transcript in enumerate(corpus.transcripts)})
    for code in dict.fromkeys(block.language.code for block in blocks):
        own = [block for block in blocks if block.language.code == code]
        left_out = stop_words(code) if stops is None else frozenset(map(fold_word, stops))

        def counts(name: str, left_out: frozenset[str] = left_out) -> bool:
            return not _says_little(name, left_out)

        chosen = gathered.lemmas[code] = choose_lemmas(own)
        lemmas = {
            form: lemma
            for form, lemma in chosen.items()
            if counts(form) and counts(lemma) and (numbers or not is_number(form, code))
        }
        apart = [words_in_addresses(block) for block in own]
        for block, written in zip(own, apart, strict=True):
            gathered.add_words(block, lemmas, counts, written)
        if phrases:
            for phrase in find_phrases(own, lemmas.__contains__, fewest=fewest, apart=apart):
                for row in np.unique(phrase.block).tolist():
                    gathered.add_phrase(own[row], phrase.words, phrase.token[phrase.block == row])
    return gathered.whole()


class _Gathered:
    """What has been found so far: columns to be joined, the number of each name, and how often it was said how."""

    def __init__(self, rows: dict[str, int]) -> None:
        self._rows = rows
        self.lemmas: dict[str, dict[str, str]] = {}
        self._names: dict[str, int] = {}
        self._phrases: set[int] = set()
        self._parts: list[tuple[Ints, ...]] = []
        self._asked = np.zeros(len(rows), dtype=np.int64)

    def add_words(
        self, block: Block, lemmas: dict[str, str], counts: Callable[[str], bool], apart: NDArray[np.bool_]
    ) -> None:
        """Take in every word of a block that has a lemma, and every verb in two parts that counts; none set apart."""
        number = np.array([self._number(lemmas[form]) if form in lemmas else -1 for form in block.types] or [-1])
        word = number[block.ids].astype(np.int64)
        first = np.arange(len(block))
        last = first.copy()
        for verb in block.split_verbs.find_halves() if block.split_verbs else ():
            name = "".join(verb.halves)
            particle = verb.first if verb.verb == verb.last else verb.last
            word[particle] = -1
            word[verb.verb] = self._number(name) if counts(name) else -1
            first[verb.verb], last[verb.verb] = verb.first, verb.last
        word[apart | apart[first] | apart[last]] = -1
        rows = np.flatnonzero(word >= 0)
        self._add(block, word[rows], first[rows], last[rows])
        interviewers = block.turns.role[block.turn] == INTERVIEWER
        asked = self._transcripts(block)[block.turns.transcript[block.turn[interviewers]]]
        self._asked += np.bincount(asked, minlength=len(self._asked))
        block.forget()

    def add_phrase(self, block: Block, words: Sequence[str], tokens: Ints) -> None:
        """Take in a phrase where it begins at these tokens."""
        number = self._number(" ".join(words))
        self._phrases.add(number)
        self._add(block, np.full(len(tokens), number), tokens, tokens + len(words) - 1)

    def whole(self) -> SpokenWords:
        """Return all of it, the words in the order of the alphabet."""
        columns = [np.concatenate(parts) for parts in zip(*self._parts, strict=True)] or [np.zeros(0, np.int64)] * 6
        order = sorted(self._names, key=lambda name: (name.casefold(), name))
        place = np.zeros(max(len(order), 1), dtype=np.int64)
        place[[self._names[name] for name in order]] = np.arange(len(order))
        word, role, transcript, turn, start, end = columns
        rows = np.lexsort((end, start, transcript))
        phrase = np.array([self._names[name] in self._phrases for name in order], dtype=bool)
        return SpokenWords(
            tuple(order), phrase, place[word[rows]], role[rows], transcript[rows], turn[rows], start[rows],
            end[rows], self._asked, self.lemmas,
        )  # fmt: skip

    def _number(self, name: str) -> int:
        return self._names.setdefault(name, len(self._names))

    def _transcripts(self, block: Block) -> Ints:
        return np.array([self._rows[transcript.interview] for transcript in block.transcripts], dtype=np.int64)

    def _add(self, block: Block, word: Ints, first: Ints, last: Ints) -> None:
        """Keep the places of words from token to token, of respondents and interviewers."""
        turn = block.turn[first]
        role = block.turns.role[turn]
        kept = np.flatnonzero(role > 0)
        turn, first, last = turn[kept], first[kept], last[kept]
        held = block.turns.transcript[turn]
        base = block.base[held]
        self._parts.append((
            word[kept], role[kept], self._transcripts(block)[held], block.turns.number[turn],
            block.start[first] - base, block.end[last] - base,
        ))  # fmt: skip
