"""Denials of a reason, a motive or a place: what is done for another one, or elsewhere, is done.

`ik zing niet voor het geld`; `we didn't move because of the rent, it was the rats that did it`; but `we didn't move
because she was ill` tells that nobody moved. `We don't meet in the hall but at Ann's` tells that they meet.
"""

from __future__ import annotations

from functools import cache

from bp_qual.matching.class_in_place import is_finite, is_noun
from bp_qual.matching.languages.denials import Denials
from bp_qual.matching.talk import Block
from bp_qual.matching.tokens import PAUSE, STOP

_FAR, _NEAR = 30, 3


def denies_reason(block: Block, denials: Denials, hit: tuple[int, int], cue: tuple[int, int]) -> bool:
    """Return whether a denial is about why something is done, and not about its being done.

    Parameters
    ----------
    block : Block
        The talk.
    denials : Denials
        The denials of its language.
    hit, cue : tuple of int
        The first and the last token of the hit, and of the denial.

    Returns
    -------
    bool
    """
    start = min(hit[1], cue[1]) + 1
    if _is_elsewhere(block, denials, hit, cue):
        return True
    if _is_unable(block, denials, cue):
        return False
    for token in range(start, min(start + _FAR, len(block))):
        word = block.word(token)
        if block.gap[token] >= PAUSE or (word in denials.borders and word not in denials.reasons):
            return False
        said = length_of_said(block, token, denials.motives)
        if said and _ends_there(block, denials, token + said):
            return token > cue[1]
        if word in denials.reasons and token > max(hit[1], cue[1]):
            return _is_corrected(block, denials, token)
    return False


def _is_elsewhere(block: Block, denials: Denials, hit: tuple[int, int], cue: tuple[int, int]) -> bool:
    """Return whether only where or with what something is done is put right: `niet in de zaal maar bij Ans thuis`."""
    behind = max(cue[1], hit[1]) + 1 if hit[0] <= cue[1] + 1 <= hit[1] + 1 else cue[1] + 1
    if not block.joined(behind) or block.word(behind) not in denials.prepositions:
        return False
    turn = next((n for n in range(behind + 1, min(behind + _FAR, len(block))) if _opens_other(block, denials, n)), -1)
    if turn < hit[0] or block.word(turn) not in denials.contrast or not block.joined(turn + 2):
        return False
    end = next((n for n in range(turn + 2, turn + _FAR) if not block.joined(n)), turn + _FAR)
    first = range(turn + 1, min(turn + 1 + _NEAR, end))
    return (
        any(block.word(token) in denials.prepositions for token in first)
        and not any(block.word(token) in denials.nominatives for token in range(behind, end))
        and not any(is_finite(block, token) for token in range(turn + 1, end))
        and not is_noun(block, hit)
    )


def _opens_other(block: Block, denials: Denials, token: int) -> bool:
    """Return whether something else begins at a token: a sentence, a contrast, or what is told of a word."""
    return bool(block.gap[token] >= STOP) or block.word(token) in denials.contrast | denials.relatives


def length_of_said(block: Block, token: int, phrases: tuple[tuple[str, ...], ...]) -> int:
    """Return how many words long the phrase is that begins at a token; 0 if none does.

    Parameters
    ----------
    block : Block
        The talk.
    token : int
        The token.
    phrases : tuple of tuple of str
        Phrases, each as its words.

    Returns
    -------
    int
    """
    for words in _by_opening(phrases).get(block.word(token), ()):
        places = range(token, min(token + len(words), len(block)))
        joined = all(block.gap[place] < PAUSE for place in places[1:])
        if joined and tuple(block.word(place) for place in places) == words:
            return len(words)
    return 0


@cache
def _by_opening(phrases: tuple[tuple[str, ...], ...]) -> dict[str, list[tuple[str, ...]]]:
    """Return phrases by their first word."""
    listed: dict[str, list[tuple[str, ...]]] = {}
    for words in phrases:
        listed.setdefault(words[0], []).append(words)
    return listed


def _is_unable(block: Block, denials: Denials, cue: tuple[int, int]) -> bool:
    """Return whether it is told what somebody could or may not do: `I couldn't sleep because of the noise`."""
    return any(
        block.word(token) in denials.unable
        for token in range(max(cue[0] - _NEAR, 0), cue[1] + 1)
        if block.sentence[token] == block.sentence[cue[0]]
    )


def _ends_there(block: Block, denials: Denials, token: int) -> bool:
    """Return whether a motive is whole before a token: `voor het geld`, but not in `voor het geld dat ik kreeg`."""
    if not block.joined(token):
        return True
    word = block.word(token)
    further = denials.relatives | denials.subjects | denials.nominatives
    if word in further or (word in denials.borders and word not in denials.contrast | denials.reasons):
        return False
    return word in denials.answering or "V" not in block.language.class_lemmas(word)


def _is_corrected(block: Block, denials: Denials, opener: int) -> bool:
    """Return whether another reason is marked as such: `it was the rats that did it`, `maar omdat ik het leuk vind`."""
    for token in range(opener + 1, min(opener + _FAR, len(block) - 1)):
        if block.gap[token] >= STOP:
            return False
        if block.word(token) in denials.contrast and block.word(token + 1) in denials.reasons:
            return True
        said = length_of_said(block, token, denials.naming) if block.gap[token] >= PAUSE else 0
        named = token + said
        if said and block.joined(named) and block.word(named) in denials.reasons:
            return True  # `it's because we're lonely`
        what = block.joined(named + 2) and block.word(named) in denials.definite
        if said and what and block.word(named + 2) in denials.relatives | denials.subjects | denials.borders:
            return True  # `it was the rats that did it`
    return False
