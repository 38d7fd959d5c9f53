"""Denials that ask: tags (`you complain, don't you`), suggestions (`zullen we niet komen`) and rhetorical questions.

Read off the order of words: an English helping verb with `n't` before its subject asks, and so does a Dutch one that
opens a sentence, or a `who` whose verb is right behind it.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from bp_qual.matching.class_in_place import likeliest_class
from bp_qual.matching.denial_reasons import length_of_said
from bp_qual.matching.languages.denials import Denials
from bp_qual.matching.talk import Block
from bp_qual.matching.tokens import PAUSE, STOP

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

_WITHIN = 8
_SUGGESTED = 3
_CUT = ("'s", "'re", "'m", "'ve", "'d", "'ll")


def find_asking_cues(block: Block, denials: Denials, cues: tuple[Ints, Ints]) -> Flags:
    """Return which cues ask something, and so deny nothing.

    Parameters
    ----------
    block : Block
        The talk.
    denials : Denials
        The denials of its language.
    cues : tuple of arrays
        The first and the last token of each cue.

    Returns
    -------
    array of bool
    """
    first, last = cues
    asking = _tags(block, denials, last) | _inverted(block, denials, first, last)
    for opener, reach in _openers(block, denials):
        low, high = np.searchsorted(first, [opener + 1, opener + reach + 1]).tolist()
        for row in range(low, high):
            never = reach == _SUGGESTED and block.word(int(first[row])) in denials.never
            asking[row] |= not never and _same_clause(block, denials, opener, int(first[row]))
    return asking


def _tags(block: Block, denials: Denials, last: Ints) -> Flags:
    """Return which cues are a tag at the end of a sentence: `we complain, don't we`."""
    pronoun = block.spoken(denials.tag_ends)[block.ids[np.minimum(last + 1, len(block) - 1)]]
    further, third, fourth = (np.minimum(last + step, len(block) - 1) for step in (2, 3, 4))
    ends = (last + 2 >= len(block)) | (block.gap[further] >= PAUSE)
    filler = block.spoken(denials.tag_fillers)[block.ids[further]]
    for step, token in ((3, third), (4, fourth)):  # `didn't he though`, `don't you you know`
        ends |= filler & ((last + step >= len(block)) | (block.gap[token] >= PAUSE))
    governed = block.spoken(denials.prepositions)[block.ids[last]]  # `nothing came of it`
    there = block.spoken(denials.standing_in)[block.ids[np.maximum(last - 1, 0)]] & (last > 0)  # `there isn't one`
    tags: Flags = pronoun & ends & (last + 1 < len(block)) & ~governed & ~there
    return tags


def _inverted(block: Block, denials: Denials, first: Ints, last: Ints) -> Flags:
    """Return which cues are a verb with its subject behind it: `didn't we argue`, `wasn't it the one in the hall`.

    Not behind a subject (`they didn't they just sat there`), nor before `you know`. `why didn't you help` tells that
    nobody helped, and `why don't you complain` does not.
    """
    before, behind, further = np.maximum(first - 1, 0), last + 1, last + 2
    behind, further = (np.minimum(token, len(block) - 1) for token in (behind, further))
    joined = (last + 1 < len(block)) & (block.gap[behind] < PAUSE)
    subject = block.spoken(denials.inverted)[block.ids[behind]] & joined
    filler = block.spoken(denials.filling)[block.ids[further]] & (further > behind) & (block.gap[further] < PAUSE)
    own = block.spoken(denials.before_verbs)[block.ids[before]] & (block.gap[first] < PAUSE) & (first > 0)
    why = block.spoken(denials.why)[block.ids[before]] & (block.gap[first] < PAUSE) & (first > 0)
    told = why & ~(block.spoken(denials.suggesting)[block.ids[first]])
    found: Flags = block.spoken(denials.contracted)[block.ids[last]] & subject & ~filler & ~own & ~told
    return found


def _openers(block: Block, denials: Denials) -> list[tuple[int, int]]:
    """Return the words that open a question, and how many words further a cue belongs to it."""

    def addresses(token: int) -> bool:
        return block.joined(token) and block.word(token) in denials.addressed

    def tells(token: int) -> bool:
        return block.word(token).endswith(denials.past_endings)

    def asks(token: int) -> bool:
        return block.joined(token) and _is_asked(block, denials, token)

    who, why, suggesting = (block.where(words).tolist() for words in (denials.who, denials.why, denials.suggesting))
    asked = [token for token in who if _begins(block, denials, token) and asks(token + 1)]
    for token in block.where(frozenset(words[0] for words in denials.how_often)).tolist():
        # `hoe vaak heb ik ze niet geholpen`, not `hoe vaak ik niet`
        said = length_of_said(block, token, denials.how_often)
        asked += [token] if said and asks(token + said) else []
    asked += [token for token in why if addresses(token + 2) and not tells(token + 1)]  # `waarom kom je niet langs`
    suggested = [token for token in suggesting if _begins(block, denials, token) and addresses(token + 1)]
    return [*((token, _WITHIN) for token in asked), *((token, _SUGGESTED) for token in suggested)]


def _begins(block: Block, denials: Denials, token: int) -> bool:
    """Return whether a sentence begins with a word, but for `maar`, `nou` and the like before it."""
    while token and block.gap[token] < STOP and block.word(token - 1) in denials.before_questions:
        token -= 1
    return bool(block.gap[token] >= STOP)


def _is_asked(block: Block, denials: Denials, token: int) -> bool:
    """Return whether a word is the verb of a question: in English a helping verb."""
    word = block.word(token)
    if denials.asked:
        return word in denials.asked
    return word not in denials.no_subjects and "V" in block.language.class_lemmas(word)


def find_unmet_cues(block: Block, denials: Denials, first: Ints) -> Flags:
    """Return which cues are in a condition, which tells nothing of what is so: `als je niet oplet`, `if nobody comes`.

    Parameters
    ----------
    block : Block
        The talk.
    denials : Denials
        The denials of its language.
    first : array of int
        The first token of each cue.

    Returns
    -------
    array of bool
    """
    found = np.zeros(len(first), dtype=bool)
    for opener in block.where(denials.unmet).tolist():
        low, high = np.searchsorted(first, [opener + 1, opener + _WITHIN + 1]).tolist()
        for row in range(low, high):
            found[row] |= _is_in_condition(block, denials, opener, int(first[row]))
    return found


def _is_in_condition(block: Block, denials: Denials, opener: int, cue: int) -> bool:
    """Return whether a cue is in the clause that a word opens: in Dutch before its verb, in English right behind it.

    `als het regent | gaan we niet` and `if it rains | we don't go` have a verb before another subject.
    """
    if (block.gap[opener + 1 : cue + 1] >= PAUSE).any():
        return False
    if block.joined(opener) and opener and block.word(opener - 1) in denials.as_much:
        return False  # `hij houdt net als ik niet van koken`
    alone = cue == opener + 1
    if alone:
        return block.word(cue) in denials.nobody
    if not denials.bare_clauses and block.word(opener + 1) not in denials.clause_subjects | denials.owners:
        return False  # `als kind`
    if denials.bare_clauses:
        if block.word(cue) in denials.nobody and _is_verb(block, denials, cue + 1):
            return False  # `if he rings | nobody answers`
        if any(block.word(token) in denials.subjects | denials.speakers for token in range(opener + 2, cue)):
            return False  # `if anything | we don't complain`
    verbs = range(opener + 1, cue - denials.bare_clauses)
    return not any(_is_verb(block, denials, token) for token in verbs)


def _is_verb(block: Block, denials: Denials, token: int) -> bool:
    """Return whether a word is a verb, helping verbs and what is left of them (`I'm`) among them."""
    if not block.joined(token):
        return False
    word = block.word(token)
    known = denials.opening | denials.copulas | denials.passives | denials.having | denials.asked
    cut = denials.bare_clauses and word.endswith(_CUT)
    return cut or word in known or likeliest_class(block, token) in ("V", "B")


def _same_clause(block: Block, denials: Denials, opener: int, token: int) -> bool:
    """Return whether nothing between an opener and a cue begins another clause."""
    if (block.gap[opener + 1 : token + 1] >= PAUSE).any():
        return False
    borders = [place for place in range(opener + 1, token) if block.word(place) in denials.borders]
    pointing = denials.relatives - denials.that  # `ik die mensen`
    return all(block.word(place) in pointing and block.word(place - 1) in denials.nominatives for place in borders)
