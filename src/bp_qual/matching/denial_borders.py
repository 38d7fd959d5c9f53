"""Where clauses begin between a denial and a hit, which words only seem to begin one, and what joins a list."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from bp_qual.matching.denial_cues import DenialCues
from bp_qual.matching.distinct import distinct
from bp_qual.matching.languages.denials import Denials
from bp_qual.matching.talk import Block
from bp_qual.matching.tokens import PAUSE

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


def find_adverbial(block: Block, denials: Denials) -> Ints:
    """Return where a border says when, and so opens no clause: `was er dat jaar niet`, `deden we toen niet`."""
    places = []
    adverbs = denials.no_subjects - denials.nobody
    for borders, following in ((denials.resuming, denials.times), (denials.then, adverbs)):
        border = block.where(borders & denials.borders)
        after = np.minimum(border + 1, len(block) - 1)
        places.append(border[block.spoken(following)[block.ids[after]] & (block.gap[after] < PAUSE)])
    places += [_behind_finite(block, denials, denials.then), _behind_finite(block, denials, denials.resuming)]
    pointing = block.where(denials.resuming & denials.borders)  # `met die mensen werken we niet`
    cues = frozenset(cue.text for cue in denials.cues)  # but `zonder die subsidie` there was one
    governed = block.spoken(denials.prepositions - cues)[block.ids[np.maximum(pointing - 1, 0)]] & (pointing > 0)
    subject = block.spoken(denials.nominatives | denials.articles | denials.there)  # but `geeft aan dat ze`
    governed &= ~subject[block.ids[np.minimum(pointing + 1, len(block) - 1)]]
    places.append(pointing[governed & (block.gap[pointing] < PAUSE)])
    return distinct(np.concatenate([*places, _objects(block, denials)]))


def _behind_finite(block: Block, denials: Denials, listed: frozenset[str]) -> Ints:
    """Return where such a word is right behind a light verb and no verb follows: `dat kon dus niet`, `mochten die`."""
    border = block.where(listed & denials.borders)
    before, after = np.maximum(border - 1, 0), np.minimum(border + 1, len(block) - 1)
    light = denials.resuming_verbs | denials.copulas | denials.passives | denials.opening | denials.there
    begun = block.spoken(light | denials.nominatives | denials.articles)[block.ids[after]]
    joined = (block.gap[border] < PAUSE) & (block.gap[after] < PAUSE) & (border > 0) & (after > border)
    return border[block.spoken(light)[block.ids[before]] & ~begun & joined]


def _objects(block: Block, denials: Denials) -> Ints:
    """Return where `dat` is an object or what something is not: `wij regelen dat niet`, `een feest was dat niet`."""
    border = block.where(denials.pointing)
    before, further = np.maximum(border - 1, 0), np.maximum(border - 2, 0)
    joined = (block.gap[border] < PAUSE) & (border > 0)
    known = block.spoken(denials.nominatives | denials.copulas)[block.ids[before]]
    known |= block.spoken(denials.nominatives)[block.ids[further]] & (block.gap[before] < PAUSE) & (border > 1)
    after, then = (np.minimum(border + step, len(block) - 1) for step in (1, 2))
    denied = block.spoken(denials.no_subjects)[block.ids[after]] & (block.gap[after] < PAUSE)
    begun = block.spoken(denials.clause_subjects)[block.ids[then]] & (then > after) & (block.gap[then] < PAUSE)
    return border[joined & known & denied & ~begun]


def leave_asides(places: Ints, cues: DenialCues) -> Ints:
    """Return the places that lie in no aside such as `dat moet ik zeggen`."""
    return places[~np.isin(places, cues.asides)] if len(cues.asides) else places


def find_begun_subjects(block: Block, denials: Denials) -> Ints:
    """Return where a subject has its verb behind it, so that a clause begins: `it wasn't illness it was drink`."""
    place = block.where(denials.speakers)
    verb = np.minimum(place + 1, len(block) - 1)
    return place[block.spoken(denials.copulas)[block.ids[verb]] & (block.gap[verb] < PAUSE) & (verb > place)]


def find_lists(block: Block, denials: Denials) -> Ints:
    """Return where an `en` or `of` joins two things that are denied together: no verb of its own is behind it."""
    joiner = block.where(denials.listing)
    following = np.minimum(joiner + 1, len(block) - 1)
    return joiner[~block.spoken(denials.opening | denials.nominatives)[block.ids[following]]]


def with_sign(block: Block, denials: Denials, first: Ints, last: Ints) -> Flags:
    """Return which hits are an infinitive with `te`: `te keuren`, `goed te keuren`.

    Parameters
    ----------
    block : Block
        The talk.
    denials : Denials
        The denials of its language.
    first, last : array of int
        The first and the last token of each hit.

    Returns
    -------
    array of bool
    """
    signs = block.where(denials.infinitive_signs)
    found: Flags = count_between(signs, first - 2, last) > 0
    return found


def count_between(places: Ints, low: Ints, high: Ints) -> Ints:
    """Return how many of the places lie after ``low`` and before ``high``.

    Parameters
    ----------
    places : array of int
        Tokens, in order.
    low, high : array of int
        The tokens on either side, which are not counted.

    Returns
    -------
    array of int
    """
    counted: Ints = np.searchsorted(places, high) - np.searchsorted(places, low, side="right")
    return np.maximum(counted, 0)
