"""First words: blocks of talk that take turns to begin with the same word, as `Q1.` and `A1.` or `Int` and `Res`.

They are labels with no sign behind them. A study can say so where a pattern finds them all; else they have to be
written otherwise, as whoever took the blocks for turns would have them said.
"""

from __future__ import annotations

from collections.abc import Sequence

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Reading
from bp_qual.transcripts.speakers.label_forms import STAMP
from bp_qual.transcripts.speakers.label_patterns import explain_pattern, find_stated
from bp_qual.transcripts.speakers.labels import ANSWERS, is_role_label, is_strong, is_talk, label_key

_FIRST = lazy_pattern(rf"\s*(?P<time>{STAMP}[ \t]+)?(?P<word>[^\W_][\w'’-]*)(?P<sign>[.):]?)(?=\s)")
_APART = lazy_pattern(  # a number or a sign behind the word, or the beginning of a sentence
    rf"\s*(?:{STAMP}[ \t]+)?[^\W\d_][^\W\d_'’-]*(?:\d+[.):]?\s|[.):]\s|\s+[\W\d_]*[^\W\d_a-zß-öø-ÿ])"
)
_DIGITS = lazy_pattern(r"\d+")
_FEWEST, _MOST = 3, 6  # answers that begin alike, where the word is no usual label; labels that are written out


def has_first_words(answered: Sequence[str]) -> bool:
    """Return whether all answers begin with the usual label of a role, or with one word that stands apart.

    Answers that all begin with `Soms` or `My` are talk: what follows goes on with the sentence.

    >>> has_first_words(["A1. Met de bus.", "A2. Langzaam."])
    True
    >>> has_first_words(["Soms met de bus.", "Soms niet.", "Soms wel."])
    False
    """
    word = _common_word(answered)
    if not word or word.casefold() in ANSWERS or is_talk(word) or len(answered) < 2:
        return False
    is_role, is_apart = is_role_label(label_key(word)), _stand_apart(answered)
    return (is_role and (is_strong(word) or is_apart)) or (is_apart and len(answered) >= _FEWEST)


def offer_first_words(reading: Reading, blocks: Sequence[str]) -> str:
    r"""Return a pattern that finds a label at the beginning of each block and nowhere else; '' where there is none.

    Parameters
    ----------
    reading : Reading
        The file.
    blocks : sequence of str
        What may be its turns.

    Returns
    -------
    str
        To be written in the column `labels`.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> said = "Int Hoe?\nRes Zo.\nInt En nu?\nRes Ook."
    >>> offer_first_words(read_data(said.encode(), where="a.txt"), said.split("\n"))
    'Int|Res'
    """
    words = {_common_word(blocks[::2]), _common_word(blocks[1::2])}
    are_roles = all(is_role_label(label_key(word)) for word in words)
    if "" in words or len(words) < 2 or not (are_roles or _stand_apart(blocks)):
        return ""
    found = [_FIRST.match(one) for one in blocks]
    heads = [f"{'{time} ' * bool(one['time'])}{one['word']}{one['sign']}" for one in found if one]
    signs = {one["sign"] for one in found if one}
    said = {head for head in heads if heads.count(head) == 1 and head[-1].isdigit() and _DIGITS.sub("", head) in heads}
    written = [head for head in dict.fromkeys(heads) if head not in said]  # R10 uur says how long, and is no speaker
    patterns = ["|".join(written)] if len(written) <= _MOST else []
    patterns += [f"{{name}}{sign}" for sign in sorted(signs) if sign]
    for pattern in patterns if len(heads) == len(blocks) else ():
        labels = [] if explain_pattern(pattern) else find_stated(reading, pattern)
        if len(labels) + len(said) == len(blocks) and len({_word_of(label.label + " ") for label in labels}) > 1:
            return pattern
    return ""


def _common_word(blocks: Sequence[str]) -> str:
    """Return the word with which all blocks begin; '' where they begin with several."""
    words = {_word_of(one) for one in blocks}
    return words.pop() if len(words) == 1 else ""


def _stand_apart(blocks: Sequence[str]) -> bool:
    """Whether the first word of each block has a number or a sign, or a sentence begins behind it."""
    return all(map(_APART.match, blocks))


def _word_of(said: str) -> str:
    """Return the first word of a block, behind its time, with any number in it left out."""
    found = _FIRST.match(said)
    return _DIGITS.sub("", found["word"]) if found else ""
