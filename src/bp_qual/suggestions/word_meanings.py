"""What sentences are about by their words alone: vectors put together from those of the words that they hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


def list_words(said: Sequence[Sequence[str]], languages: Sequence[str]) -> dict[tuple[str, str], int]:
    """Return each word of each language with its number, in the order in which they come first.

    >>> list_words([["geld", "buurt"], ["geld"]], ["nl", "nl"])
    {('nl', 'geld'): 0, ('nl', 'buurt'): 1}
    """
    every = ((language, word) for line, language in zip(said, languages, strict=True) for word in line)
    return {word: number for number, word in enumerate(dict.fromkeys(every))}


def gather_meanings(
    said: Sequence[Sequence[str]], languages: Sequence[str], encode: Callable[[Sequence[str]], Vectors]
) -> Vectors:
    """Return a vector for each sentence: the sum of those of its words, seldom ones counting more, of length one.

    The words of a language are seen from their own middle, so that what they have in common for being of that language
    makes no sentences alike.

    Parameters
    ----------
    said : sequence of sequence of str
        The words of each sentence, from `content_words`.
    languages : sequence of str
        The language of each sentence.
    encode : callable
        What gives words their vectors; it is called once with all of them.

    Returns
    -------
    array of sentences x numbers
        Zeros for a sentence without words.

    Examples
    --------
    >>> def by_length(words):
    ...     return np.array([[float(len(word)), 1.0] for word in words], dtype=np.float32)
    >>> gather_meanings([["geld", "op"], ["geld"], []], ["nl", "nl", "nl"], by_length).tolist()
    [[-1.0, 0.0], [1.0, 0.0], [0.0, 0.0]]
    """
    numbers = list_words(said, languages)
    vectors = np.array(encode([word for _, word in numbers]), dtype=np.float32)
    of = np.array([language for language, _ in numbers])
    for language in dict.fromkeys(languages):
        own = of == language
        vectors[own] -= vectors[own].mean(axis=0) if own.any() else 0.0
    held = [np.array([numbers[language, word] for word in dict.fromkeys(line)], dtype=np.int64)
            for line, language in zip(said, languages, strict=True)]  # fmt: skip
    uses = Counter(number for row in held for number in row.tolist())
    seldom = np.log(max(len(said), 2) / np.array([uses[number] for number in range(len(numbers))]))
    weighed = _of_length_one(vectors) * seldom[:, None].astype(np.float32)
    return _of_length_one(np.array([weighed[row].sum(axis=0) for row in held], dtype=np.float32))


def _of_length_one(vectors: Vectors) -> Vectors:
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.where(length > 0, length, 1.0), dtype=np.float32)
