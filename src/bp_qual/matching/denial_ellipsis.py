"""Denials that leave out what they deny, since it was just said: `they were going to sing but they didn't`.

Behind a contrast with the same subject (`we hadden willen helpen, maar dat ging niet`), and as the answer to one's own
question (`weggooien? nee, nooit`).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from bp_qual.matching.class_in_place import is_base_form, is_noun
from bp_qual.matching.languages.denials import Denials
from bp_qual.matching.talk import Block
from bp_qual.matching.tokens import PAUSE, STOP

Ints = npt.NDArray[np.int64]

_ASKED, _CONTRASTED, _BEFORE_SUBJECT, _SUBJECT_NEAR = 5, 14, 5, 3


def find_answering_cues(block: Block, denials: Denials, first: Ints, last: Ints) -> npt.NDArray[np.bool_]:
    """Return which denials are the whole answer to a question just before: `roken? nee, nooit`.

    Parameters
    ----------
    block : Block
        The talk.
    denials : Denials
        The denials of its language.
    first, last : array of int
        The first and the last token of each denial.

    Returns
    -------
    array of bool
    """
    found = np.zeros(len(first), dtype=bool)
    near = (block.gap[first] >= STOP) | (block.gap[np.maximum(first - 1, 0)] >= STOP)
    near |= block.gap[np.maximum(first - 2, 0)] >= STOP
    for row in np.flatnonzero(near).tolist():
        found[row] = _is_answer(block, denials, int(first[row]), int(last[row]))
    return found


def _is_answer(block: Block, denials: Denials, first: int, last: int) -> bool:
    token = first
    while block.gap[token] < STOP:
        if token == 0 or block.word(token - 1) not in denials.answers | denials.answering:
            return False
        token -= 1
    if not token or block.gap[token] > STOP or "?" not in _between(block, token):
        return False
    behind = last + 1
    while block.joined(behind) and block.word(behind) in denials.answering:
        behind += 1
    return not block.joined(behind)


def _between(block: Block, token: int) -> str:
    """Return the signs before a token."""
    return block.text(int(block.end[token - 1]), int(block.start[token]))


def is_left_out(block: Block, denials: Denials, hit: tuple[int, int], cue: tuple[int, int]) -> bool:
    """Return whether a denial behind a hit denies it without naming it again.

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
    (_, last), (begin, stop) = hit, cue
    if block.sentence[last] != block.sentence[begin]:
        asked = begin
        while block.sentence[asked] == block.sentence[begin]:
            asked -= 1
        return block.sentence[asked] == block.sentence[last] and asked - last < _ASKED
    turn = begin - 1
    while turn > last and block.word(turn) not in denials.contrast:
        turn -= 1
    if turn <= last or any(block.gap[token] >= PAUSE for token in range(turn + 1, stop + 1)):
        return False
    if not _is_meant(block, denials, hit, turn) or _is_repeated(block, denials, cue):
        return False
    subject = block.word(turn + 1)
    if begin == turn + 1 and subject in denials.nobody:
        return _follow(block, denials.occurring, stop + 1)  # `but nothing came of it`
    if subject in denials.there:
        return _follow(block, denials.occurring, stop + 1)  # `maar daar is niks van terechtgekomen`
    if subject in denials.event_subjects:
        return _fails(block, denials, hit, turn + 1, cue)
    subject = block.word(begin - 1)
    if begin - turn > _BEFORE_SUBJECT or not _is_only_denied(block, denials, cue):
        return False
    return _is_subject_before(block, denials, hit[0], subject)


def _is_meant(block: Block, denials: Denials, hit: tuple[int, int], turn: int) -> bool:
    """Return whether a hit was planned, promised or said, rather than told as done: `we zouden verhuizen, maar`."""
    first, last = hit
    words = set()
    for token in range(first - 1, max(first - _CONTRASTED, -1), -1):
        if block.gap[token + 1] >= STOP or block.word(token) in denials.turning:
            break
        words.add(block.word(token))
    behind = range(last + 1, turn)
    if not any(block.gap[token] >= PAUSE or block.word(token) in denials.turning for token in behind):
        words |= {block.word(token) for token in behind}
    if words & denials.saying:
        return True
    done = "V" in block.language.class_lemmas(block.word(first)) and not is_noun(block, hit)
    done = done and not any(is_base_form(block, token) for token in range(first, last + 1))
    return bool(words & denials.planning) and not done


def _is_repeated(block: Block, denials: Denials, cue: tuple[int, int]) -> bool:
    """Return whether it is denied that something came about once more: `but that never happened again`."""
    stop = cue[1]
    while block.joined(stop + 1):
        stop += 1
    return any(block.word(token) in denials.again for token in range(cue[0], stop + 1))


def is_afterthought(block: Block, denials: Denials, hit: tuple[int, int], cue: tuple[int, int]) -> bool:
    """Return whether a hit says behind a comma what did not come about: `it never happened, that barbecue`.

    Parameters
    ----------
    block : Block
        The talk.
    denials : Denials
        The denials of its language.
    hit, cue : tuple of int
        The first and the last token of the hit, and of the denial before it.

    Returns
    -------
    bool
    """
    (first, _), (begin, stop) = hit, cue
    comma = first - 1
    if comma <= stop or block.gap[comma] != PAUSE or block.gap[first] >= PAUSE:
        return False
    if block.word(comma) not in denials.definite | denials.retaken_by or any(
        block.gap[token] >= PAUSE for token in range(begin, comma)
    ):
        return False
    near = range(max(begin - _SUBJECT_NEAR, 0), begin)
    before = [block.word(token) for token in near if block.sentence[token] == block.sentence[begin]]
    told = tuple(block.word(token) for token in range(stop + 1, comma))
    fails = told in denials.occurring or (not told and bool(set(before) & denials.failing))
    return fails and bool(set(before) & denials.event_subjects)


def _follow(block: Block, phrases: tuple[tuple[str, ...], ...], token: int) -> bool:
    """Return whether one of these phrases begins at a token, if it is one word as the last of its clause."""
    said = tuple(block.word(place) for place in range(token, min(token + 3, len(block))) if block.joined(place))
    found = [words for words in phrases if said[: len(words)] == words]
    return any(len(words) > 1 or not block.joined(token + 1) for words in found)


def _is_only_denied(block: Block, denials: Denials, cue: tuple[int, int]) -> bool:
    """Return whether a clause ends with its denied helping verb: `but they didn't`, `but he never did`."""
    stop = cue[1]
    if not block.joined(stop + 1):
        return block.word(stop) in denials.contracted
    never = block.word(cue[0]) in denials.never and not block.joined(stop + 2)
    return never and block.word(stop + 1) in denials.asked and denials.bare_clauses


def _is_subject_before(block: Block, denials: Denials, first: int, subject: str) -> bool:
    """Return whether the last subject before a hit is the same pronoun: `they were going to sing but they didn't`."""
    for token in range(first - 1, max(first - _CONTRASTED, -1), -1):
        if block.gap[token + 1] >= STOP:
            return False
        word = block.word(token)
        if word in denials.subjects | denials.nominatives:
            return word.split("'")[0] == subject
    return False


def _fails(block: Block, denials: Denials, hit: tuple[int, int], subject: int, cue: tuple[int, int]) -> bool:
    """Return whether what was said is denied to come about: `maar dat ging niet`, `but that never happened`."""
    verb, (begin, stop) = subject + 1, cue
    behind = [block.word(token) for token in (stop + 1, stop + 2) if block.joined(token)]
    if denials.bare_clauses:
        return begin == verb and any(tuple(behind[: len(words)]) == words[:2] for words in denials.occurring if behind)
    if behind[:1] and behind[0] in denials.getting:
        return True  # `ze beloofden hulp maar die hebben we nooit gekregen`
    others = [block.word(token) for token in range(verb + 1, begin)]
    pronouns = [word for word in others if word in denials.nominatives]
    if any(not _is_subject_before(block, denials, hit[0], word) for word in pronouns):
        return False
    light = block.word(verb) in denials.failing and not behind
    return light or any(tuple(behind[: len(words)]) == words[:2] for words in denials.occurring if behind)
