"""Denied lists: what is joined by `or` to a noun that is denied is denied with it.

`geen lift of een traplift`; `I'm not a plumber, an electrician or a volunteer`.
"""

from __future__ import annotations

from bp_qual.matching.class_in_place import is_noun
from bp_qual.matching.denied_nouns import denies_noun
from bp_qual.matching.languages.denials import Denials
from bp_qual.matching.languages.denying_words import denying_words
from bp_qual.matching.talk import Block
from bp_qual.matching.tokens import PAUSE, STOP

_MEMBER, _MEMBERS = 5, 8


def is_listed(block: Block, denials: Denials, hit: tuple[int, int], cue: tuple[int, int]) -> bool:
    """Return whether a noun is a later member of a list whose first one is denied, or stands before `noch`.

    Parameters
    ----------
    block : Block
        The talk.
    denials : Denials
        The denials of its language.
    hit, cue : tuple of int
        The first and the last token of the noun, and of the denial.

    Returns
    -------
    bool
    """
    if not is_noun(block, hit):
        return False
    if cue[1] >= hit[0]:  # `een sleutel noch een pasje`
        return cue[0] == hit[1] + 1 and block.joined(cue[0]) and block.word(cue[0]) in denials.neither
    (first, last), members, comma = hit, 0, False
    while members < _MEMBERS:
        before = _member_before(block, denials, first, cue[1])
        if before < 0:
            break
        either = _joins(block, denials, before + 1)
        if either and comma:
            return False  # behind `or` and one more the list is over: `geen vrienden of familie, sport was alles`
        if not either and not members and not _goes_on(block, denials, hit[1] + 1):
            return False
        comma |= not either
        first = last = before
        members += 1
    return bool(members) and denies_noun(block, denials, (first, last), cue)


def _joins(block: Block, denials: Denials, token: int) -> bool:
    """Return whether `or` is at a token, whether or not with a comma before it."""
    return block.gap[token] < STOP and block.word(token) in denials.either


def _goes_on(block: Block, denials: Denials, token: int) -> bool:
    """Return whether a list goes on behind a member and has `or` before its last one."""
    for place in range(token, min(token + _MEMBER, len(block))):
        if _joins(block, denials, place):
            member = place + 1  # not `geen vrienden, sport of niet`
            return block.joined(member) and (block.word(member) in denials.polar or _describes(block, denials, member))
        if block.gap[place] >= STOP or not _describes(block, denials, place):
            return False
    return False


def _member_before(block: Block, denials: Denials, first: int, cue: int) -> int:
    """Return the noun before the `or` or comma that stands before a noun with its article and adjectives, or -1."""
    token = first
    while first - token < _MEMBER and token - 1 > cue:
        if block.gap[token] == PAUSE or _joins(block, denials, token - 1):
            noun = token - 1 - _joins(block, denials, token - 1)
            return noun if noun > cue and is_noun(block, (noun, noun)) else -1
        if block.gap[token] >= STOP or not _describes(block, denials, token - 1):
            return -1
        token -= 1
    return -1


def _describes(block: Block, denials: Denials, token: int) -> bool:
    """Return whether a word may stand before a noun in a list: an article, an adjective, another noun."""
    word = block.word(token)
    if word in denials.articles | denials.indefinite | denials.owners:
        return True
    return word not in denials.borders | denying_words(denials) and bool(
        {"A", "N"} & set(block.language.class_lemmas(word))
    )
