"""How far a denial reaches: what stops it on the way to a hit, by distance, signs, and the words between."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bp_qual.matching.class_in_place import is_finite, likeliest_class
from bp_qual.matching.denial_borders import (
    count_between,
    find_adverbial,
    find_begun_subjects,
    find_lists,
    leave_asides,
    with_sign,
)
from bp_qual.matching.denial_cues import cues_of
from bp_qual.matching.denial_ellipsis import is_afterthought, is_left_out
from bp_qual.matching.denial_lists import is_listed
from bp_qual.matching.denial_topics import count_resumed, find_anchors, find_topics
from bp_qual.matching.languages.denials import Denials
from bp_qual.matching.talk import Block
from bp_qual.matching.tokens import PAUSE

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

_SHORT, _NEAR = 4, 8


class _Side(NamedTuple):
    """On which side of its hit each cue stands, and the tokens that bound what is between."""

    ahead: Flags
    behind: Flags
    inside: Flags
    held: Flags
    mute: Flags
    low: Ints
    high: Ints


class _Between(NamedTuple):
    """What is between each cue and its hit: words, pauses, clauses that begin, lists, and subjects."""

    words: Ints
    paused: Ints
    borders: Ints
    lists: Ints
    subjects: Flags
    narrow: Flags


def find_stops(block: Block, denials: Denials, hit: tuple[Ints, Ints], cue: Ints) -> tuple[dict[str, Flags], Ints]:
    """Return what keeps each cue from its hit, by what to call it, and how many words are between.

    Parameters
    ----------
    block : Block
        The talk.
    denials : Denials
        The denials of its language.
    hit : tuple of arrays
        The first and the last token of each hit.
    cue : array of int
        The cue that may reach it.

    Returns
    -------
    tuple of dict and array
    """
    cues, side = cues_of(block), _sides(block, denials, hit, cue)
    between = _measure(block, denials, hit, cue, side)
    first, (ahead, behind, inside) = hit[0], side[:3]
    room = np.where(ahead, cues.ahead[cue], cues.behind[cue])
    directly = ahead & (count_between(block.where(denials.listing), side.low, np.minimum(side.low + 2, side.high)) > 0)
    listed = (between.borders == between.lists) & (between.words <= _SHORT) & ahead
    crossed = directly | ((between.borders > 0) & ~listed)
    turned = count_between(block.where(denials.turning), side.low, side.high) > 0
    free = inside | (~cues.denies[cue] & ahead)
    whole = free | (cues.clause[cue] & ahead & ~turned)
    stops = {
        **{name: cues.stop[cue] == name for name in ("stop fixed", "stop question", "stop condition")},
        "stop double": (first > cues.ended[cue]) | (behind & (cues.ended[cue] < len(block))),
        "stop known": side.mute & (cues.stop[cue] == ""),
        "stop other way": ~inside & ~((ahead | behind) & (room > 0)),
        "stop far": ~inside & (between.words >= room) & (room > 0),
        "stop comma": ~free & (between.paused > 0),
        "stop clause": ~whole & crossed,
        "stop subject": ~whole & between.subjects,
        "stop narrow": (~inside & between.narrow) | (inside & cues.apart[cue]),
    }
    return {name: flags & ~side.held for name, flags in stops.items()}, between.words


def _sides(block: Block, denials: Denials, hit: tuple[Ints, Ints], cue: Ints) -> _Side:
    """Return where each cue stands to its hit."""
    (first, last), cues = hit, cues_of(block)
    inside = (cues.first[cue] > first) & (cues.last[cue] < last)
    inside |= (cues.first[cue] > first) & (cues.last[cue] == last) & (cues.first[cue] < last)  # `had geen last van`
    held = (cues.first[cue] < first) & (cues.last[cue] >= last)  # `zin` in `geen zin om`
    mute = (cues.ahead[cue] == 0) & (cues.behind[cue] == 0)
    held |= mute & (cues.first[cue] <= first) & (cues.last[cue] >= last)  # `wist` in `wist niet dat`
    behind = cues.first[cue] > last
    held |= _left_out(block, denials, hit, cue)
    held |= _listed(block, denials, hit, cue)
    held &= cues.stop[cue] == ""
    ahead = cues.last[cue] < first
    anchor = np.where(behind, find_anchors(block, denials, hit, (cues.first[cue], behind)), last)
    low = np.where(ahead, cues.last[cue], anchor)
    return _Side(ahead, behind, inside, held, mute, low, np.where(ahead, first, cues.first[cue]))


def _left_out(block: Block, denials: Denials, hit: tuple[Ints, Ints], cue: Ints) -> Flags:
    """Return which denials deny a hit without naming it again, or before they do: `it didn't happen, that show`."""
    (first, last), cues = hit, cues_of(block)
    near = np.maximum(last, cues.first[cue] - _NEAR)
    turns = block.where(denials.contrast | denials.listing - denials.either)
    behind = (
        count_between(turns, near, cues.first[cue] + 1) + count_between(block.pauses, near, cues.first[cue] + 1) > 0
    )
    behind |= block.sentence[last] != block.sentence[cues.first[cue]]
    behind &= cues.first[cue] > last
    ahead = (cues.last[cue] < first - 1) & (block.gap[np.maximum(first - 1, 0)] == PAUSE)
    perhaps: Flags = (behind | ahead) & cues.denies[cue]
    for row in np.flatnonzero(perhaps).tolist():
        span = (int(cues.first[cue[row]]), int(cues.last[cue[row]]))
        left_out = is_left_out if behind[row] else is_afterthought
        perhaps[row] = left_out(block, denials, (int(first[row]), int(last[row])), span)
    return perhaps


def _listed(block: Block, denials: Denials, hit: tuple[Ints, Ints], cue: Ints) -> Flags:
    """Return which hits are in a list of what a denial before them denies: `geen lift of een traplift`."""
    (first, last), cues = hit, cues_of(block)
    either = block.where(denials.either)
    perhaps: Flags = (cues.last[cue] < first) & (count_between(either, cues.last[cue], last + _NEAR) > 0)
    perhaps |= (cues.first[cue] == last + 1) & block.spoken(denials.neither)[block.ids[cues.first[cue]]]
    perhaps &= cues.denies[cue]
    for row in np.flatnonzero(perhaps).tolist():
        span = (int(cues.first[cue[row]]), int(cues.last[cue[row]]))
        perhaps[row] = is_listed(block, denials, (int(first[row]), int(last[row])), span)
    return perhaps


def _measure(block: Block, denials: Denials, hit: tuple[Ints, Ints], cue: Ints, side: _Side) -> _Between:
    """Return what is between each cue and its hit."""
    cues, (low, high) = cues_of(block), (side.low, side.high)
    words = np.where(side.inside, 0, high - low - 1 - count_between(cues.asides, low, high))
    near = low + (side.behind & (low == hit[1])) * _before_object(block, denials, hit)
    borders = count_between(leave_asides(block.where(denials.borders), cues), near, high)
    borders += count_between(leave_asides(block.clause_starts, cues), near, high + 1)
    borders -= count_between(find_adverbial(block, denials), near, high)
    done = cues.apart[cue] & side.ahead & with_sign(block, denials, *hit)
    following = block.ids[np.minimum(cues.last[cue] + 1, len(block) - 1)]
    borders -= done & (borders > 0) & block.spoken(denials.resuming)[following]  # `zonder die eenden te voeren`
    resumed = side.behind * count_resumed(block, denials, hit[0], low)
    resumed += (low > hit[1]) & side.behind & (block.gap[np.minimum(low + 1, len(block) - 1)] == PAUSE)
    topics = side.behind & find_topics(block, denials, hit, cue)
    paused = ~topics * np.maximum(count_between(block.pauses, low, high + 1) - resumed, 0)
    lists = count_between(leave_asides(find_lists(block, denials), cues), low, high)
    subjects = _parted_by_subject(block, denials, side) & ~topics
    narrow = cues.narrow[cue] & ~done & (count_between(block.where(denials.closers), low, high) > 0)
    return _Between(words, paused, borders - (resumed > 0), lists, subjects, narrow)


def _before_object(block: Block, denials: Denials, hit: tuple[Ints, Ints]) -> Ints:
    """Return how far behind a verb the `die` of its object is, which begins no clause, or 0.

    `ik vertrouw die man niet`: 1; `dus vertrouw ik die man niet`: 2.
    """
    pointing = denials.relatives - denials.that if denials.infinitive_signs else frozenset()
    steps = np.zeros(len(hit[1]), dtype=np.int64)
    following, then = (np.minimum(hit[1] + step, len(block) - 1) for step in (1, 2))
    joined = block.gap[following] < PAUSE
    directly = block.spoken(pointing)[block.ids[following]] & joined
    turned = (
        block.spoken(denials.nominatives - denials.given_to)[block.ids[following]]
        & block.spoken(pointing)[block.ids[then]]
    )
    turned &= joined & (block.gap[then] < PAUSE) & (then > following)
    for row in np.flatnonzero(directly | turned).tolist():
        if is_finite(block, int(hit[1][row])):
            noun = directly[row] or likeliest_class(block, int(then[row]) + 1) == "N"
            steps[row] = 1 if directly[row] else 2 * noun
    return steps


def _parted_by_subject(block: Block, denials: Denials, side: _Side) -> Flags:
    """Return between which cues and hits another subject stands."""
    cues, (low, high) = cues_of(block), (side.low, side.high)
    subjects = count_between(leave_asides(block.where(denials.subjects), cues), low, high) > 0
    subjects |= side.behind & (count_between(leave_asides(block.where(denials.speakers), cues), low, high) > 0)
    subjects |= side.ahead & (count_between(find_begun_subjects(block, denials), low, high) > 0)
    found: Flags = subjects
    return found
