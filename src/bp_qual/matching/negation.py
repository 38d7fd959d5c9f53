"""Negation: whether a hit is denied, and by which word.

Every hit is compared with the cues of its sentence (`languages.denials`); where the language lists none, nothing is
flagged. A flag and its cue are all that comes of it:
nothing is ever left out because of a denial unless the codebook says so. What is denied without such a word (`uit
elkaar gevallen`), irony, and denials in another sentence are not seen.
"""

from __future__ import annotations

from typing import NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from bp_qual.display import one_line
from bp_qual.matching.class_in_place import is_finite, is_noun
from bp_qual.matching.denial_borders import with_sign
from bp_qual.matching.denial_clauses import acts_in_clause, begins_later, compares, ends_before
from bp_qual.matching.denial_cues import FAR, DenialCues, cues_of
from bp_qual.matching.denial_ellipsis import is_afterthought, is_left_out
from bp_qual.matching.denial_lists import is_listed
from bp_qual.matching.denial_reach import find_stops
from bp_qual.matching.denial_reasons import denies_reason
from bp_qual.matching.denial_topics import find_taken_up, is_topic
from bp_qual.matching.denied_nouns import denies_noun, denies_taken_up
from bp_qual.matching.distinct import distinct
from bp_qual.matching.double_denials import cancel_out
from bp_qual.matching.languages.denials import Denials
from bp_qual.matching.talk import Block
from bp_qual.wording import Remark

_MOST_KNOWN = 500_000
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


def find_denials(block: Block, first: Ints, last: Ints) -> tuple[Flags, npt.NDArray[np.object_]]:
    """Return which hits are denied, and by which words.

    A wish or a condition is a cue too, but no denial.

    Parameters
    ----------
    block : Block
        The talk.
    first, last : array of int
        The first and the last token of each hit.

    Returns
    -------
    tuple of arrays
        Whether each hit is denied, and its cue as it was said (empty where there is none).

    Examples
    --------
    >>> from bp_qual.transcripts import Transcript, Turn
    >>> said = "We werken niet samen, we zouden het wel willen."
    >>> block = Block([Transcript("P1", ("P1",), "1", said, (Turn(0, "R", "respondent", 0, len(said), "P1"),))])
    >>> [column.tolist() for column in find_denials(block, np.array([1, 8]), np.array([3, 8]))]
    [[True, False], ['niet', 'zouden']]
    """
    if block.language.denials is None or not len(first):
        return np.zeros(len(first), dtype=bool), np.full(len(first), "", dtype=object)
    places = np.asarray(first, dtype=np.int64) * len(block) + last
    known = _KNOWN.get(block, _NONE_KNOWN)
    new = distinct(places[~np.isin(places, known.places)])
    if len(new):
        known = _KNOWN[block] = _add(known, new, places, block)
    row = np.searchsorted(known.places, places)
    return known.denied[row], known.said[row]


class _Known(NamedTuple):
    """What is known of hits that were asked about before: their places in order, and for each what `find_denials` says.

    A place is the first token, times the number of all tokens, and the last one.
    """

    places: Ints
    denied: Flags
    said: npt.NDArray[np.object_]


_NONE_KNOWN = _Known(np.empty(0, dtype=np.int64), np.empty(0, dtype=bool), np.empty(0, dtype=object))
_KNOWN: WeakKeyDictionary[Block, _Known] = WeakKeyDictionary()


def _add(known: _Known, new: Ints, asked: Ints, block: Block) -> _Known:
    """Return what is known with these places in it; where that is much, of those only that are asked about now."""
    denied, said = _look(block, *np.divmod(new, len(block)))
    places = np.concatenate((known.places, new))
    order = np.argsort(places, kind="stable")
    order = order[np.isin(places[order], asked)] if len(order) > _MOST_KNOWN else order
    return _Known(
        places[order], np.concatenate((known.denied, denied))[order], np.concatenate((known.said, said))[order]
    )


def _look(block: Block, first: Ints, last: Ints) -> tuple[Flags, npt.NDArray[np.object_]]:
    """Return what `find_denials` does, of hits that nobody asked about before."""
    denials = block.language.denials
    denied, said = np.zeros(len(first), dtype=bool), np.full(len(first), "", dtype=object)
    if denials is None:
        return denied, said
    block, tokens = block.around(first, last)
    first, last = np.searchsorted(tokens, first), np.searchsorted(tokens, last)
    cues = cues_of(block)
    hit, cue = _meet(block, first, last, cues)
    reached, distance = _reach(block, denials, (first[hit], last[hit]), cue)
    hit, cue, distance = hit[reached], cue[reached], distance[reached]
    apart = ~cancel_out(block, denials, (hit, first[hit]), cue)
    hit, cue, distance = hit[apart], cue[apart], distance[apart]
    order = np.lexsort((distance, ~cues.denies[cue], hit))
    hit, cue = hit[order], cue[order]
    best = np.flatnonzero(np.diff(hit, prepend=-1))
    denied[hit[best]] = cues.denies[cue[best]]
    for row, number in zip(hit[best].tolist(), cue[best].tolist(), strict=True):
        said[row] = block.text(int(block.start[cues.first[number]]), int(block.end[cues.last[number]]))
    return denied, said


def _meet(block: Block, first: Ints, last: Ints, cues: DenialCues) -> tuple[Ints, Ints]:
    """Return every hit with every cue of its sentence that is not too far away."""
    sentence, of_cue = block.sentence[first], cues.sentence
    low = np.maximum(np.searchsorted(of_cue, sentence), np.searchsorted(cues.first, first - FAR))
    high = np.minimum(
        np.searchsorted(of_cue, sentence, side="right"), np.searchsorted(cues.first, last + FAR, side="right")
    )
    count = np.maximum(high - low, 0)
    hit = np.repeat(np.arange(len(first)), count)
    return hit, low[hit] + np.arange(len(hit)) - np.repeat(np.cumsum(count) - count, count)


def _reach(block: Block, denials: Denials, hit: tuple[Ints, Ints], cue: Ints) -> tuple[Flags, Ints]:
    """Return which cues reach their hit (its first and last token), and how far away they are."""
    stops, between = find_stops(block, denials, hit, cue)
    reached = ~np.logical_or.reduce(list(stops.values()))
    for row in np.flatnonzero(reached & cues_of(block).denies[cue]).tolist():
        reached[row] = not _stop_here(block, denials, (int(hit[0][row]), int(hit[1][row])), int(cue[row]))
    return reached, between


def _stop_here(block: Block, denials: Denials, hit: tuple[int, int], cue: int) -> str:
    """Return what stops a denial that seems to reach a hit, by what the words around them are; nothing if it holds."""
    cues = cues_of(block)
    span = (int(cues.first[cue]), int(cues.last[cue]))
    left_out = is_left_out if span[0] > hit[1] else is_afterthought
    if left_out(block, denials, hit, span) or is_listed(block, denials, hit, span):
        return ""
    if not cues.clause[cue] and not cues.narrow[cue] and denies_reason(block, denials, hit, span):
        return "stop reason"
    again = find_taken_up(block, denials, hit, span[0]) if span[0] > hit[1] else -1
    if again >= 0:
        named = is_noun(block, hit)
        return "" if denies_taken_up(block, denials, (hit[0], again), span, named=named) else "stop noun"
    if ends_before(block, denials, hit, span):
        return "stop clause"
    if begins_later(block, denials, hit, span):
        return "stop compared"
    if cues.clause[cue]:
        only = range(span[1] + 1, hit[0])
        if is_noun(block, hit) and acts_in_clause(block, denials, hit, span):
            return "stop noun"
        return "stop only" if any(block.word(token) in denials.only for token in only) else ""
    if denials.infinitive_signs and cues.apart[cue] and span[1] < hit[0] and is_finite(block, hit[0]):
        first, last = (np.array([token]) for token in hit)
        return "" if with_sign(block, denials, first, last)[0] else "stop noun"  # `zonder boe of ba goedgekeurd`
    if (cues.narrow[cue] or block.word(span[0]) in denials.nobody) and compares(
        block, denials, hit, span, noun=bool(cues.narrow[cue])
    ):
        return "stop compared"
    return "" if is_topic(block, denials, hit, span) or denies_noun(block, denials, hit, span) else "stop noun"


def explain_cues(block: Block, first: int, last: int) -> list[Remark]:
    """Return the denials in the sentence of a hit that do not concern it, with the reason why.

    Parameters
    ----------
    block : Block
        The talk.
    first, last : int
        The first and the last token of the hit.

    Returns
    -------
    list of Remark
        One for each denial: its words, and what stops it.
    """
    denials, cues = block.language.denials, cues_of(block)
    if denials is None or not len(cues.first):
        return []
    _, cue = _meet(block, np.array([first]), np.array([last]), cues)
    rows = np.flatnonzero(cues.denies[cue])
    cue = cue[rows]
    tokens = (np.full(len(cue), first), np.full(len(cue), last))
    stops, _ = find_stops(block, denials, tokens, cue)
    whys = [next((name for name, flags in stops.items() if flags[row]), "") for row in range(len(cue))]
    for row, number in enumerate(cue.tolist()):
        whys[row] = whys[row] or _stop_here(block, denials, (first, last), number)
    reached = np.array([not why for why in whys], dtype=bool)
    cancelled = np.zeros(len(cue), dtype=bool)
    cancelled[reached] = cancel_out(
        block, denials, (np.zeros(int(reached.sum()), dtype=np.int64), tokens[0][reached]), cue[reached]
    )
    found = []
    for number, why, double in zip(cue.tolist(), whys, cancelled.tolist(), strict=True):
        why = "stop double" if double else why
        if why:
            said = block.text(int(block.start[cues.first[number]]), int(block.end[cues.last[number]]))
            found.append(Remark("does not deny", values={"cue": one_line(said), "stop": Remark(why)}))
    return found
