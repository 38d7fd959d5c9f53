"""What opens a sentence as its topic and is taken up again behind it, where it is denied: `subsidie, die kwam niet`."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from bp_qual.matching.denial_borders import count_between
from bp_qual.matching.denial_cues import cues_of
from bp_qual.matching.languages.denials import Denials
from bp_qual.matching.talk import Block
from bp_qual.matching.tokens import PAUSE, STOP

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

_LIKENED = 10


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
    start = first - 1 if first and block.gap[first] < STOP else first
    if begin <= last or not denials.topic_verbs or block.gap[start] < STOP:
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
        begins = np.flatnonzero((block.gap[np.maximum(hit[0] - 1, 0)] >= STOP) | (block.gap[hit[0]] >= STOP))
        for row in begins.tolist():
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
    verbs = (
        count_between(block.where(denials.opening), np.maximum(first - 6, began), first) > 0
    )  # `er werd gedronken dat wil je`
    paused = (block.gap[first] >= STOP) & (block.gap[following] == PAUSE)
    light = block.spoken(denials.resuming_verbs)[block.ids[verb]] & (verb > following)
    light &= (block.gap[following] < PAUSE) & (block.gap[verb] < PAUSE) & ~verbs
    there = np.minimum(verb + 1, len(block) - 1)  # `subsidie dat was er niet`
    being = block.spoken(denials.copulas)[block.ids[verb]] & block.spoken(denials.there)[block.ids[there]]
    light |= being & (there > verb) & (block.gap[following] < PAUSE)
    resumed: Ints = ((paused | light) & again) * (1 + answered)
    return resumed


def find_anchors(block: Block, denials: Denials, last: Ints) -> Ints:
    """Return the last word of what a hit is likened to: `klagen zoals zij dat deden wij niet`.

    Parameters
    ----------
    block : Block
        The talk.
    denials : Denials
        The denials of its language.
    last : array of int
        The last token of each hit.

    Returns
    -------
    array of int
    """
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
    return anchor
