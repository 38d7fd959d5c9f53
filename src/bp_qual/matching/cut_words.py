"""Words cut at the end of a line (`keu-` and `ken`): one token where the language knows the word, as in `keuken`.

The text stays as it is, and so do all places in it: the token reaches from the first letter to the last. A compound
with a hyphen of its own (`oost-` and `west`) is found as it is within a line. What may be two words stays two: a
compound that shares a part (`onder-` and `en`), and somebody who breaks off (`ik wil-` and `maar`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.matching.languages import Language
from bp_qual.matching.tokens import Tokens

_CUT = lazy_pattern(r"(?<=[^\W\d_])[-‐\u00ad] ?\n[ \t]*(?=[^\W\d_])")
_ENDS = tuple(f"{sign}{blank}\n" for sign in "-‐\u00ad" for blank in ("", " "))


def join_cut_words(text: str, tokens: Tokens, language: Language, turn_starts: npt.NDArray[np.int64]) -> Tokens:
    r"""Return the tokens of a text with those joined that are one word, cut at the end of a line.

    Parameters
    ----------
    text : str
        The text.
    tokens : Tokens
        Its tokens, from `split_tokens`.
    language : Language
        What knows the words.
    turn_starts : array
        Where turns begin: no word goes on from one to the next.

    Returns
    -------
    Tokens
        The same where nothing is cut.

    Examples
    --------
    >>> from bp_qual.matching.languages import find_language
    >>> from bp_qual.matching.tokens import split_tokens
    >>> text = "In de keu-\nken, die ik wil-\nmaar goed."
    >>> joined = join_cut_words(text, split_tokens(text), find_language("nl"), np.array([0]))
    >>> [joined.types[number] for number in joined.ids.tolist()]
    ['in', 'de', 'keuken', 'die', 'ik', 'wil', 'maar', 'goed']
    """
    if not any(end in text for end in _ENDS):  # much quicker than the expression
        return tokens
    starts = frozenset(turn_starts.tolist())
    types = list(tokens.types)
    numbers = {form: number for number, form in enumerate(types)}
    ids, end, gone = tokens.ids.copy(), tokens.end.copy(), dict[int, int]()
    for first in _find_cuts(text, tokens):
        second, head = first + 1, gone.get(first, first)  # a word may be cut twice
        whole = _join(types[ids[head]], types[ids[second]], language)
        is_parted = any(place in starts for place in range(int(end[head]), int(tokens.start[second]) + 1))
        if whole and not is_parted:
            if whole not in numbers:
                numbers[whole] = len(types)
                types.append(whole)
            ids[head], end[head] = numbers[whole], end[second]
            gone[second] = head
    if not gone:
        return tokens
    return replace(
        tokens,
        types=tuple(types),
        ids=np.delete(ids, list(gone)),
        start=np.delete(tokens.start, list(gone)),
        end=np.delete(end, list(gone)),
        gap=np.delete(tokens.gap, list(gone)),
    )


def _find_cuts(text: str, tokens: Tokens) -> Iterator[int]:
    """Yield each token behind which a hyphen and a line end stand, and right behind these a small letter."""
    for match in _CUT.finditer(text):
        if text[match.end()].islower():
            second = int(np.searchsorted(tokens.start, match.end()))
            if 0 < second < len(tokens) and tokens.start[second] == match.end():
                yield second - 1


def _join(first: str, second: str, language: Language) -> str:
    """Return the word that two parts make, if the language knows it or has no such second part; else nothing."""
    whole, known = first + second, language.known
    if second in language.function_words and (first in known or whole not in known):
        return ""  # `onder- en bovenbouw`, though there is a word onderen
    return whole if known and (whole in known or second not in known) else ""
