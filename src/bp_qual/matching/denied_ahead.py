"""Denied nouns behind their denial: `geen subsidie`, `we never got a grant`, but not `hij kwam niet in de wijk`."""

from __future__ import annotations

from bp_qual.matching.class_in_place import is_noun
from bp_qual.matching.languages.denials import Denials
from bp_qual.matching.languages.denying_words import denying_words
from bp_qual.matching.talk import Block

_LACKED = 4


def denies_ahead(block: Block, denials: Denials, hit: tuple[int, int], cue: tuple[int, int]) -> bool:
    """Return whether a denial before a noun denies it: nothing but articles, adjectives and light verbs between.

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
    first, (stop, begin) = hit[0], cue
    between = range(begin + 1, first)
    governing = {word for cue_word, word in denials.fronted if cue_word == block.word(begin)}
    if governing:
        return _is_what_lacks(block, denials, hit, begin, governing)
    if _is_other(block, denials, first, stop):
        return False  # `het was niet mijn spaargeld`
    if _is_compared(block, denials, between):
        return False  # `never met a more patient carer`
    given = _is_polar(block, denials, between) or _is_given(block, denials, between)
    if given or _is_indefinite_object(block, denials, between) or _is_in_state(block, denials, hit, cue):
        return True  # `didn't meet any teachers`
    counts = len(between) > 1 or block.word(begin) in denials.counting
    if between and counts and "N" in block.language.class_lemmas(block.word(first - 1)):
        between = between[:-1]  # `not a clothing store`
    return all(may_part(block, denials, token) for token in between)


def _is_what_lacks(block: Block, denials: Denials, hit: tuple[int, int], cue: int, governing: set[str]) -> bool:
    """Return whether a noun behind such a verb is what lacks: `het ontbrak ons echt aan geld`, `er ontbrak een bus`.

    Without its preposition only a noun that is not known to be there, before no preposition: not `ontbrak de club aan`;
    with it only where nothing else lacks: not `er ontbrak van alles aan het huis`.
    """
    first, between = hit[0], range(cue + 1, hit[0])
    if any(block.word(place) in denying_words(denials) for place in between):
        return False  # `het ontbrak ons niet aan plezier`
    token = first - 1
    while token > cue and may_part(block, denials, token):
        token -= 1
    if block.word(token) in governing:
        return any(block.word(place) in denials.event_subjects for place in (cue - 1, cue + 1))
    if not is_noun(block, hit) or (block.joined(cue) and "N" in block.language.class_lemmas(block.word(cue - 1))):
        return False  # `toen het geld ontbrak | hielpen de buren`
    behind = {block.word(place) for place in range(first + 1, first + _LACKED) if block.joined(place)}
    return token == cue and not behind & governing and block.word(first - 1) not in denials.definite


def _is_in_state(block: Block, denials: Denials, hit: tuple[int, int], cue: tuple[int, int]) -> bool:
    """Return whether somebody is denied to be in what a bare or indefinite noun names: `we aren't in a partnership`.

    Not where it is told that they were before, or of what kind it is: `in prison any more`, `in a marriage of equals`.
    """
    (first, last), (begin, stop) = hit, cue
    words = [block.word(token) for token in range(stop + 1, first)]
    been = bool(words) and words[0] in denials.staying  # `he's never been in debt`
    words = words[been:]
    if not words or words[0] not in denials.states or not set(words[1:]) <= denials.indefinite:
        return False
    further = [block.word(token) for token in (last + 1, last + 2) if block.joined(token)]
    told = further[1:] and further[0] in denials.prepositions | denials.borders
    if further and (further[0] in denials.polar or (told and further[1] not in denials.polar | denials.given_to)):
        return False
    near = (begin, begin - 1) if block.joined(begin) else (begin,)
    return been or any(block.word(token) in denials.staying for token in near)


def _is_polar(block: Block, denials: Denials, between: range) -> bool:
    """Return whether a noun has `any` before it and its adjectives, so that a denial denies it whatever the verb is."""
    for token in reversed(between):
        if block.word(token) in denials.polar:
            return True
        if "A" not in block.language.class_lemmas(block.word(token)):
            return False
    return False


def _is_compared(block: Block, denials: Denials, between: range) -> bool:
    """Return whether an indefinite noun is more than another: `couldn't have found a nicer job`."""
    for token in reversed(between):
        word = block.word(token)
        if word in denials.indefinite:
            return False
        lemmas = block.language.class_lemmas(word).get("A", frozenset())
        other = word.endswith(denials.comparative_endings) and bool(lemmas) and word not in lemmas
        if word in denials.more or other:
            return any(block.word(place) in denials.indefinite for place in between)
    return False


def _is_given(block: Block, denials: Denials, between: range) -> bool:
    """Return whether an indefinite noun is not given or found: `they wouldn't give me a payment plan`."""
    words = [block.word(token) for token in between]
    given = len(words) > 1 and words[0] in denials.giving and words[-1] in denials.indefinite
    return given and all(word in denials.given_to for word in words[1:-1])


def _is_indefinite_object(block: Block, denials: Denials, between: range) -> bool:
    """Return whether an indefinite noun is the object of a denied verb: `never managed to get a permit`.

    A little of it counts as well: `none of us saw a penny of it`; what was not missed or refused is there.
    """
    words = [block.word(token) for token in between]
    for place in range(len(words) - 1, 0, -1):
        if words[place] in denials.indefinite:
            break
        measured = tuple(words[place - 1 : place + 1]) in denials.measures
        measured = measured or tuple(words[place : place + 2]) in denials.measures
        if not measured and not {"A", "N"} & set(block.language.class_lemmas(words[place])):
            return False
    else:
        return False
    verbs = [word for word in words[:place] if {"B", "V"} & set(block.language.class_lemmas(word))]
    light = denials.given_to | denials.around_nouns | denials.before_bases
    done = all(word in light or word in verbs for word in words[:place])
    return done and bool(verbs) and not denials.spared & set(words[:place]) and bool(denials.measures)


def _is_other(block: Block, denials: Denials, token: int, cue: int) -> bool:
    """Return whether a denial behind `is` and before a definite noun says which one it is not."""
    relative = block.joined(token + 1) and block.word(token + 1) in denials.relatives
    pointed = block.word(token - 1) in denials.owners or (relative and block.word(token - 1) in denials.definite)
    if token - cue != 2 or not pointed:
        return False
    before = {
        block.word(place) for place in range(max(cue - 2, 0), cue) if block.sentence[place] == block.sentence[cue]
    }
    return bool((before | {block.word(cue)}) & denials.copulas) and not before & denials.there


def may_part(block: Block, denials: Denials, token: int) -> bool:
    """Return whether a word may be between a denial and the noun that it denies: an article, adjective or light verb.

    Parameters
    ----------
    block : Block
        The talk.
    denials : Denials
        The denials of its language.
    token : int
        The token of the word.

    Returns
    -------
    bool
    """
    word = block.word(token)
    if word in denials.prepositions:
        return False
    return (
        word.endswith("'s")
        or word in denials.around_nouns
        or word in denials.times
        or "A" in block.language.class_lemmas(word)
    )
