"""Phrases: two or three words that are said together again and again, without a pause between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bp_qual.matching.talk import Block
from bp_qual.matching.tokens import PAUSE

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

LONGEST = 3
_WITHIN = 0.9
_FIXED = 0.5


class Phrase(NamedTuple):
    """A phrase with every place where it begins: the number of the block, and the token in it."""

    words: tuple[str, ...]
    block: Ints
    token: Ints


class _Found(NamedTuple):
    """Runs of words: the numbers of their words (runs x words), how often each is said, and every place of each."""

    words: Ints
    often: Ints
    run: Ints
    block: Ints
    token: Ints


def find_phrases(
    blocks: Sequence[Block], is_content: Callable[[str], bool], *, fewest: int = 5, apart: Sequence[Flags] = ()
) -> list[Phrase]:
    """Return the phrases in talk of one language: what respondents and interviewers say, as it is said.

    Parameters
    ----------
    blocks : sequence of Block
        The talk.
    is_content : callable
        Whether a word says something by itself; a phrase holds at least one such word.
    fewest : int
        How often a phrase has to be said.
    apart : sequence of array of bool
        For each block which tokens are in no phrase; none if not given.

    Returns
    -------
    list of Phrase
        Those that begin and end with a word that says something (`korte lijnen`), and those without which such a word
        is said less than half the time (`aan de slag`), but for a word behind an article or pronoun (`de buurt`). One
        that nearly always is part of a longer one is left out.

    Examples
    --------
    >>> from bp_qual.transcripts import Transcript, Turn
    >>> said = "Wij gaan aan de slag. De wijk gaat aan de slag. Korte lijnen, korte lijnen! De wijk, ja."
    >>> talk = Transcript("P1_1", ("P1",), "1", said, (Turn(0, "R", "respondent", 0, len(said), "P1"),), "nl")
    >>> small = {"aan", "de", "wij", "ja", "gaan", "gaat"}
    >>> [phrase.words for phrase in find_phrases([Block([talk])], lambda word: word not in small, fewest=2)]
    [('korte', 'lijnen'), ('aan', 'de', 'slag')]
    """
    number = {form: place for place, form in enumerate(sorted({form for block in blocks for form in block.types}))}
    if not number:
        return []
    names = list(number)
    content = np.array([is_content(form) for form in names], dtype=bool)
    language = blocks[0].language
    before = np.array([form in language.before_nouns | language.before_verbs for form in names], dtype=bool)
    talk = [np.array([number[form] for form in block.types], dtype=np.int64)[block.ids] for block in blocks]
    said = np.bincount(np.concatenate(talk), minlength=len(names))
    free = [~flags for flags in apart] or [np.ones(len(block), dtype=bool) for block in blocks]
    found = {length: _runs(blocks, talk, free, length, fewest, len(names)) for length in range(2, LONGEST + 1)}
    kept = {length: _says_something(runs, content, said) & ~_only_begun(runs, before) for length, runs in found.items()}
    for length in range(2, LONGEST):
        kept[length] &= ~_within_longer(found[length], found[length + 1], kept[length + 1])
    phrases = []
    for length, runs in found.items():
        order = np.argsort(runs.run, kind="stable")
        edges = np.searchsorted(runs.run[order], np.arange(len(runs.words) + 1))
        for run in np.flatnonzero(kept[length]).tolist():
            rows = order[edges[run] : edges[run + 1]]
            words = tuple(names[word] for word in runs.words[run].tolist())
            phrases.append(Phrase(words, runs.block[rows], runs.token[rows]))
    return phrases


def _runs(
    blocks: Sequence[Block], talk: Sequence[Ints], free: Sequence[Flags], length: int, fewest: int, size: int
) -> _Found:
    """Return the runs of so many words, none across a pause, that are said often enough."""
    keys, places = [], []
    for row, (block, words, allowed) in enumerate(zip(blocks, talk, free, strict=True)):
        first = np.arange(max(len(words) - length + 1, 0))
        whole = np.ones(len(first), dtype=bool)
        key = np.zeros(len(first), dtype=np.int64)
        for step in range(length):
            key = key * size + words[first + step]
            whole &= allowed[first + step] & ((block.gap[first + step] < PAUSE) | (not step))
        keys.append(key[whole])
        places.append(np.column_stack((np.full(int(whole.sum()), row), first[whole])))
    every, place = np.concatenate(keys), np.concatenate(places)
    unique, run, count = np.unique(every, return_inverse=True, return_counts=True)
    often = np.flatnonzero(count >= fewest)
    number = np.full(len(unique), -1, dtype=np.int64)
    number[often] = np.arange(len(often))
    held = number[run] >= 0
    words = np.column_stack([unique[often] // size ** (length - 1 - step) % size for step in range(length)])
    return _Found(words, count[often], number[run][held], place[held, 0], place[held, 1])


def _says_something(runs: _Found, content: Flags, said: Ints) -> Flags:
    """Return which runs begin and end with content, or hold a word of content that is seldom said without them."""
    own = content[runs.words]
    rarest = np.where(own, said[runs.words], np.iinfo(np.int64).max).min(axis=1, initial=np.iinfo(np.int64).max)
    kept: Flags = (own[:, 0] & own[:, -1]) | (own.any(axis=1) & (runs.often >= _FIXED * rarest))
    return kept


def _only_begun(runs: _Found, before: Flags) -> Flags:
    """Return which runs are a word behind an article or pronoun."""
    begun: Flags = before[runs.words[:, 0]] & (runs.words.shape[1] == 2)
    return begun


def _within_longer(shorter: _Found, longer: _Found, kept: Flags) -> Flags:
    """Return which runs are nearly always said as part of one longer run that is kept."""
    most: dict[tuple[int, ...], int] = {}
    for words, count in zip(longer.words[kept].tolist(), longer.often[kept].tolist(), strict=True):
        for part in (tuple(words[:-1]), tuple(words[1:])):
            most[part] = max(most.get(part, 0), count)
    within = [
        most.get(tuple(words), 0) >= _WITHIN * count
        for words, count in zip(shorter.words.tolist(), shorter.often.tolist(), strict=True)
    ]
    return np.array(within, dtype=bool)
