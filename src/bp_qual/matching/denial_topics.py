"""What opens a sentence as its topic and is taken up again behind it, where it is denied: `subsidie, die kwam niet`."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from bp_qual.matching.class_in_place import is_base_form
from bp_qual.matching.denial_borders import count_between
from bp_qual.matching.denial_clauses import occurs
from bp_qual.matching.denial_cues import cues_of
from bp_qual.matching.languages.denials import Denials
from bp_qual.matching.talk import Block
from bp_qual.matching.tokens import PAUSE, STOP

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

_LIKENED = 10
_OPENING = 7


def is_topic(block: Block, denials: Denials, hit: tuple[int, int], cue: tuple[int, int]) -> bool:
    """Return whether a hit opens a sentence as what is denied in it: `meetings no we never had those`.

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
    (first, last), (begin, stop) = hit, cue
    start = first - 1 if first and block.gap[first] < STOP and not _is_turned(block, denials, first) else first
    if begin <= last or not denials.topic_verbs or not (block.gap[start] >= STOP or _is_turned(block, denials, start)):
        return False
    subject = last + 1 + (last + 1 < len(block) and block.word(last + 1) in denials.answers)
    if subject >= begin or block.word(subject) not in denials.subjects:
        return False
    if subject + 2 == begin and block.word(subject + 1) in denials.topic_verbs:
        return not block.joined(stop + 1)  # `complain we did not`
    if subject + 1 != begin:
        return False
    verb = stop + 1
    if verb >= len(block) or block.word(verb) not in denials.topic_verbs:
        return False
    return not block.joined(verb + 1) or block.word(verb + 1) in denials.taking_up


def find_topics(block: Block, denials: Denials, hit: tuple[Ints, Ints], cue: Ints) -> Flags:
    """Return which hits open a sentence as what it is about, and are what is denied there.

    Parameters
    ----------
    block : Block
        The talk.
    denials : Denials
        The denials of its language.
    hit : tuple of arrays
        The first and the last token of each hit.
    cue : array of int
        The denial that may reach it.

    Returns
    -------
    array of bool
    """
    found = np.zeros(len(cue), dtype=bool)
    if denials.topic_verbs:
        cues = cues_of(block)
        before = np.maximum(hit[0] - 1, 0)
        begins = (block.gap[before] >= STOP) | (block.gap[hit[0]] >= STOP)
        begins |= count_between(block.where(denials.contrast), hit[0] - 3, hit[0]) > 0
        for row in np.flatnonzero(begins).tolist():
            number = int(cue[row])
            span = (int(cues.first[number]), int(cues.last[number]))
            found[row] = is_topic(block, denials, (int(hit[0][row]), int(hit[1][row])), span)
    return found


def count_resumed(block: Block, denials: Denials, first: Ints, last: Ints) -> Ints:
    """Return which hits open a sentence and are taken up again, and behind how many commas at most.

    `samenwerken, dat doen ze niet`; without a comma only where a light verb follows: `dat inloggen dat lukt niet`. An
    answer may be between: `subsidie, nee, dat hebben we niet`.

    Parameters
    ----------
    block : Block
        The talk.
    denials : Denials
        The denials of its language.
    first, last : array of int
        The first token of each hit, and the last one or what it is likened to.

    Returns
    -------
    array of int
    """
    answered = block.spoken(denials.answers)[block.ids[np.minimum(last + 1, len(block) - 1)]]
    last = last + answered
    following, verb = (np.minimum(last + step, len(block) - 1) for step in (1, 2))
    again = block.spoken(denials.resuming)[block.ids[following]]
    began = np.searchsorted(block.sentence, block.sentence[first]) - 1
    turns = np.concatenate(([-1], block.where(denials.contrast)))  # `woorden wel maar ruzie dat hadden we niet`
    began = np.maximum(began, turns[np.searchsorted(turns, first) - 1])
    verbs = (
        count_between(block.where(denials.opening), np.maximum(first - 6, began), first) > 0
    )  # `er werd gedronken dat wil je`
    paused = ((block.gap[first] >= STOP) | (began == first - 1)) & (block.gap[following] == PAUSE)
    light = block.spoken(denials.resuming_verbs)[block.ids[verb]] & (verb > following)
    light &= (block.gap[following] < PAUSE) & (block.gap[verb] < PAUSE) & ~verbs
    there = np.minimum(verb + 1, len(block) - 1)  # `subsidie dat was er niet`
    being = block.spoken(denials.copulas)[block.ids[verb]] & block.spoken(denials.there)[block.ids[there]]
    light |= being & (there > verb) & (block.gap[following] < PAUSE)
    resumed: Ints = ((paused | light) & again) * (1 + answered)
    return resumed


def find_anchors(block: Block, denials: Denials, hit: tuple[Ints, Ints], cue: tuple[Ints, Flags]) -> Ints:
    """Return the last word of what a hit is likened to, or the word that takes it up again far behind it.

    `klagen zoals zij dat deden wij niet`; `de cursus voor de jongens, die ging niet door`.

    Parameters
    ----------
    block : Block
        The talk.
    denials : Denials
        The denials of its language.
    hit : tuple of arrays
        The first and the last token of each hit.
    cue : tuple of arrays
        The first token of each cue, and whether it is behind its hit.

    Returns
    -------
    array of int
        The last token of the hit where nothing of the kind is there.
    """
    (first, last), (begin, behind) = hit, cue
    anchor = last.copy()
    likened = block.spoken(denials.likening)[block.ids[np.minimum(last + 1, len(block) - 1)]]
    for row in np.flatnonzero(likened).tolist():
        for token in range(int(last[row]) + 2, min(int(last[row]) + _LIKENED, len(block) - 2)):
            if block.gap[token] >= PAUSE:
                break
            again = block.word(token) in denials.resuming and block.word(token + 1) in denials.resuming_verbs
            if again and block.word(token + 2) in denials.nominatives:
                anchor[row] = token - 1
                break
    parted = behind & (count_between(block.pauses, last, begin + 1) > 0)
    for row in np.flatnonzero(parted).tolist():
        taken = find_taken_up(block, denials, (int(first[row]), int(last[row])), int(begin[row]))
        anchor[row] = taken if taken >= 0 else int(anchor[row])
    return anchor


def find_taken_up(block: Block, denials: Denials, hit: tuple[int, int], cue: int) -> int:
    """Return the token behind a comma that takes up what opens a sentence, before a denial; -1 if none does.

    `het feest, waar we op wachtten, dat kwam niet`; in `the vote, which we wanted, never came` the comma.

    Parameters
    ----------
    block : Block
        The talk.
    denials : Denials
        The denials of its language.
    hit : tuple of int
        The first and the last token of the hit.
    cue : int
        The first token of the denial.

    Returns
    -------
    int
    """
    first, last = hit
    if last + 1 < len(block) and block.word(last + 1) in denials.who:
        return -1  # `my mother, who was ill, didn't work`
    named = _opens_sentence(block, denials, first) and _goes_on_as_topic(block, denials, last)
    if not named and not _is_in_opening_clause(block, denials, first):
        return -1
    commas = [token for token in range(last + 1, cue + 1) if block.gap[token] >= PAUSE]
    for comma in reversed(commas):
        token = comma
        while token < cue and block.word(token) in denials.answers | denials.before_questions:
            token += 1
        again = _retaken(block, denials, token, cue)
        if again >= 0:
            return again
        if len(commas) > 1 and comma == commas[-1] and _begins_predicate(block, denials, token, cue):
            return token - 1
    return -1


def is_definite(block: Block, denials: Denials, first: int) -> bool:
    """Return whether a noun has an article or owner of what is known to be there before it: `de`, `mijn oude`.

    Parameters
    ----------
    block : Block
        The talk.
    denials : Denials
        The denials of its language.
    first : int
        The token of the noun.

    Returns
    -------
    bool
    """
    token = first - 1
    known = denials.definite | denials.owners | (denials.retaken_by - denials.nominatives - denials.subjects)
    while token > 0 and block.joined(token) and block.word(token) not in known:
        if block.word(token) in denials.contrast or "A" not in block.language.class_lemmas(block.word(token)):
            return False
        token -= 1
    if not block.joined(first) or token < 0 or block.word(token) not in known:
        return False
    return block.word(token) not in denials.event_subjects or not is_base_form(block, first)  # `dat inloggen`


def comes_about(block: Block, denials: Denials, again: int, cue: tuple[int, int]) -> bool:
    """Return whether it is told of what is taken up that it did not come about, or that nobody got it.

    `die ging niet door`, `die kregen we niet`, `werd nooit uitbetaald`; not `die was er nooit`, `die wilde niet`.

    Parameters
    ----------
    block : Block
        The talk.
    denials : Denials
        The denials of its language.
    again : int
        The token that takes it up, or the one before what is told of it.
    cue : tuple of int
        The first and the last token of the denial.

    Returns
    -------
    bool
    """
    following = cue[1] + 1
    between = [block.word(token) for token in range(again + 1, cue[0])]
    behind = block.word(following) if block.joined(following) else ""
    if block.word(cue[0]) in denials.things:
        return False
    if occurs(block, denials, following) or behind in denials.getting:
        return True
    came = denials.failing - denials.resuming_verbs
    never = block.word(again) not in denials.retaken_by and block.word(cue[0]) in denials.never
    never = never and not (behind and block.joined(following + 1))
    if never and (behind in came or (not behind and between and between[-1] in came)):
        return True  # `the grant, which everybody wanted, never came`
    if not behind:
        got = bool(set(between) & denials.getting) and bool(set(between) & (denials.nominatives | denials.subjects))
        there = bool(set(between[:1]) & came) and bool(set(between) & denials.there)
        return got or there  # `dat kwam er niet`
    if block.word(again) in denials.retaken_by:
        return block.word(again) in denials.event_subjects and behind in denials.failing and denials.bare_clauses
    told = {*between, block.word(cue[0] - 1)} & (
        denials.passives | (denials.copulas if denials.bare_clauses else frozenset())
    )
    done = "V" in block.language.class_lemmas(behind) and behind not in denials.feelings | denials.around_nouns
    return bool(told) and done


def _is_turned(block: Block, denials: Denials, token: int) -> bool:
    """Return whether a contrast is before a token, behind which a topic may stand as at the start of a sentence."""
    return bool(token) and block.gap[token] < STOP and block.word(token - 1) in denials.contrast


def _opens_sentence(block: Block, denials: Denials, first: int) -> bool:
    """Return whether nothing but articles, adjectives and fillers stand before a hit in its sentence."""
    pointing = denials.retaken_by - denials.nominatives - denials.subjects  # not `she knits, she can't`
    before = (denials.articles, denials.owners, denials.indefinite, pointing)
    fillers = (denials.answers, denials.before_questions, denials.that - denials.nominatives - denials.subjects)
    token = first
    while block.gap[token] < STOP and first - token < _OPENING:
        word = block.word(token - 1)
        if word in denials.contrast:
            return True
        if not any(word in listed for listed in (*before, *fillers)) and "A" not in block.language.class_lemmas(word):
            return False
        token -= 1
    return bool(block.gap[token] >= STOP)


def _is_in_opening_clause(block: Block, denials: Denials, first: int) -> bool:
    """Return whether a hit is in the clause that opens a sentence as its topic: `dat we gingen verhuizen, dat`."""
    openers = frozenset() if denials.bare_clauses else denials.that & denials.relatives
    for token in range(first - 1, max(first - _LIKENED, -1), -1):
        if block.gap[token + 1] >= PAUSE:
            return False
        if block.word(token) in openers and block.gap[token] >= STOP:
            return True
    return False


def _goes_on_as_topic(block: Block, denials: Denials, last: int) -> bool:
    """Return whether a comma, a preposition or a clause about it is behind a hit, rather than its verb."""
    if last + 1 >= len(block):
        return False
    word = block.word(last + 1)
    about = word in denials.prepositions or word in denials.borders
    return block.gap[last + 1] == PAUSE or about or (denials.bare_clauses and word in denials.subjects)


def _retaken(block: Block, denials: Denials, token: int, cue: int) -> int:
    """Return the last of the words that take up a topic, if they begin here: `dat`, `that money`, `van dat soort`."""
    start = token + int(block.word(token) in denials.prepositions)
    for words in denials.such_things:
        if tuple(block.word(place) for place in range(start, min(start + len(words), cue))) == words:
            return start + len(words) - 1
    if token >= cue or block.word(token) not in denials.retaken_by:
        return -1
    following = token + 1
    named = following + 1 < cue and "V" not in block.language.class_lemmas(block.word(following))
    named = named and "N" in block.language.class_lemmas(block.word(following))
    return following if named and block.word(token) in denials.relatives else token


def _begins_predicate(block: Block, denials: Denials, token: int, cue: int) -> bool:
    """Return whether a clause goes on behind an aside with its verb or denial."""
    if token == cue:
        return block.word(token) in denials.auxiliaries | denials.contracted
    return block.word(token) in denials.opening | denials.copulas | denials.passives
