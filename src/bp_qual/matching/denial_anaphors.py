"""Denials of what was just named, by a pronoun for it: `the rota but there isn't one`, `subsidie, die is er niet`."""

from __future__ import annotations

from itertools import takewhile

from bp_qual.matching.class_in_place import is_noun, likeliest_class
from bp_qual.matching.languages.denials import Denials
from bp_qual.matching.talk import Block


def is_missing(block: Block, denials: Denials, hit: tuple[int, int], start: int, cue: tuple[int, int]) -> bool:
    """Return whether a clause behind a noun tells that there is none of it, or that nobody got it.

    Parameters
    ----------
    block : Block
        The talk.
    denials : Denials
        The denials of its language.
    hit : tuple of int
        The first and the last token of the noun.
    start : int
        The token with which the clause begins.
    cue : tuple of int
        The first and the last token of the denial.

    Returns
    -------
    bool
    """
    (_, last), (begin, stop) = hit, cue
    words = [block.word(token) for token in range(start, begin)]
    while words and words[0] in denials.answers | denials.before_questions | denials.going_on:
        words = words[1:]
    behind = [block.word(token) for token in takewhile(block.joined, range(stop + 1, stop + 4))]
    if not words:
        told = denials.bare_clauses and block.word(begin) in denials.taking_up and _came(denials, behind)
    elif denials.bare_clauses:
        told = _is_none_there(denials, words, block.word(stop), behind)
    else:
        told = _is_not_there(block, denials, hit[0], words, behind)
    named = told and is_noun(block, hit)
    return named and not any(likeliest_class(block, token) == "N" for token in range(last + 1, start))


def _came(denials: Denials, behind: list[str]) -> bool:
    """Return whether a denial is who or what came, and nothing more is told: `I asked for help and none came`."""
    return len(behind) == 1 and behind[0] in denials.failing


def _is_none_there(denials: Denials, words: list[str], cue: str, behind: list[str]) -> bool:
    """Return whether English says so: `there isn't any`, `there were none`, `we never got it`."""
    if words[0] in denials.standing_in:
        none = set(words[1:]) <= denials.copulas and (cue in denials.nobody and not behind)
        return none or (len(words) == 1 and len(behind) == 1 and behind[0] in denials.taking_up)
    got = len(behind) == 2 and behind[0] in denials.getting and behind[1] in denials.retaken_by
    return len(words) == 1 and words[0] in denials.subjects and got


def _is_not_there(block: Block, denials: Denials, first: int, words: list[str], behind: list[str]) -> bool:
    """Return whether Dutch says so: `die is er niet`, `die kregen we nooit`; not `mijn moeder, die was er niet`."""
    if words[0] not in denials.resuming or len(words) < 2:
        return False
    rest = set(words[2:]) - denials.no_subjects - denials.then
    if words[1] in denials.copulas:
        owned = first > 0 and block.word(first - 1) in denials.owners
        return rest == denials.standing_in and not behind and not owned
    got = not behind or (len(behind) == 1 and behind[0] in denials.getting)
    known = words[1] in denials.getting or (words[1] in denials.having and bool(behind))
    return known and got and bool(rest) and rest <= denials.nominatives
