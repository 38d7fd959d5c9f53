"""Negation: whether a hit is denied, and by which word.

Every hit is compared with the cues of its sentence (`languages.denials`); where the language lists none, nothing is
flagged. A flag and its cue are all that comes of it:
nothing is ever left out because of a denial unless the codebook says so. What is denied without such a word (`uit
elkaar gevallen`), irony, and denials in another sentence are not seen.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from bp_qual.display import one_line
from bp_qual.matching.denied_nouns import denies_noun, is_finite
from bp_qual.matching.languages.denials import Denials
from bp_qual.matching.sequences import find_sequences
from bp_qual.matching.slots import Slot, read_slots
from bp_qual.matching.talk import Block
from bp_qual.matching.tokens import PAUSE, STOP
from bp_qual.wording import Remark

_FAR = 20
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


class DenialCues(NamedTuple):
    """The cues in a block: their tokens, and what each does."""

    first: Ints
    last: Ints
    denies: Flags
    ahead: Ints
    behind: Ints
    narrow: Flags
    clause: Flags
    apart: Flags


_CUES: WeakKeyDictionary[Block, DenialCues] = WeakKeyDictionary()


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
    denied = np.zeros(len(first), dtype=bool)
    said = np.full(len(first), "", dtype=object)
    denials = block.language.denials
    if denials is None or not len(first):
        return denied, said
    block, tokens = block.around(first, last)
    first, last = np.searchsorted(tokens, first), np.searchsorted(tokens, last)
    cues = cues_of(block)
    hit, cue = _meet(block, first, last, cues)
    reached, distance = _reach(block, denials, (first[hit], last[hit]), cue)
    hit, cue, distance = hit[reached], cue[reached], distance[reached]
    apart = ~_cancel_out(block, denials, (hit, first[hit]), cue)
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
    sentence, of_cue = block.sentence[first], block.sentence[cues.first]
    low = np.maximum(np.searchsorted(of_cue, sentence), np.searchsorted(cues.first, first - _FAR))
    high = np.minimum(
        np.searchsorted(of_cue, sentence, side="right"), np.searchsorted(cues.first, last + _FAR, side="right")
    )
    count = np.maximum(high - low, 0)
    hit = np.repeat(np.arange(len(first)), count)
    return hit, low[hit] + np.arange(len(hit)) - np.repeat(np.cumsum(count) - count, count)


def _reach(block: Block, denials: Denials, hit: tuple[Ints, Ints], cue: Ints) -> tuple[Flags, Ints]:
    """Return which cues reach their hit (its first and last token), and how far away they are."""
    stops, between = _stops(block, denials, hit, cue)
    reached = ~np.logical_or.reduce(list(stops.values()))
    for row in np.flatnonzero(reached & cues_of(block).denies[cue]).tolist():
        reached[row] = _denies(block, denials, (int(hit[0][row]), int(hit[1][row])), int(cue[row]))
    return reached, between


def _cancel_out(block: Block, denials: Denials, hits: tuple[Ints, Ints], cue: Ints) -> Flags:
    """Return which denials of a hit make none together: `het is niet zo dat we nooit overlegden`.

    One denies the whole clause behind it, and the other is in that clause; a verb ends it, so that in `zonder te
    klagen kwam ik niet verder` the other is not.
    """
    (hit, first), cues = hits, cues_of(block)
    cancelled = np.zeros(len(cue), dtype=bool)
    for row in np.flatnonzero(cues.clause[cue] & cues.denies[cue]).tolist():
        same = (hit == hit[row]) & cues.denies[cue] & ~cues.clause[cue] & (cues.first[cue] > cues.last[cue[row]])
        if block.word(int(cues.last[cue[row]])) in denials.infinitive_signs:
            same &= cues.first[cue] < first
        if same.any():
            cancelled |= same
            cancelled[row] = True
    return cancelled


def _stops(block: Block, denials: Denials, hit: tuple[Ints, Ints], cue: Ints) -> tuple[dict[str, Flags], Ints]:
    """Return what keeps each cue from its hit, by what to call it, and how many words are between."""
    (first, last), cues = hit, cues_of(block)
    inside = (cues.first[cue] > first) & (cues.last[cue] < last)
    inside |= (cues.first[cue] > first) & (cues.last[cue] == last) & (cues.first[cue] < last)  # `had geen last van`
    held = (cues.first[cue] < first) & (cues.last[cue] >= last)  # `zin` in `geen zin om`
    mute = (cues.ahead[cue] == 0) & (cues.behind[cue] == 0)
    held |= mute & (cues.first[cue] <= first) & (cues.last[cue] >= last)  # `wist` in `wist niet dat`
    ahead = cues.last[cue] < first
    behind = cues.first[cue] > last
    low = np.where(ahead, cues.last[cue], last)
    high = np.where(ahead, first, cues.first[cue])
    between = np.where(inside, 0, high - low - 1)
    room = np.where(ahead, cues.ahead[cue], cues.behind[cue])
    paused = _count(block.pauses, low, high + 1)
    borders = _count(block.where(denials.borders), low, high)
    borders += _count(block.clause_starts, low, high + 1) - _count(_adverbial(block, denials), low, high)
    listing = _count(_lists(block, denials), low, high)
    done = cues.apart[cue] & ahead & _with_sign(block, denials, first, last)
    following = block.ids[np.minimum(cues.last[cue] + 1, len(block) - 1)]
    borders -= done & (borders > 0) & block.spoken(denials.resuming)[following]  # `zonder die eenden te voeren`
    narrow = cues.narrow[cue] & ~done & (_count(block.where(denials.closers), low, high) > 0)
    directly = ahead & (_count(block.where(denials.listing), low, np.minimum(low + 2, high)) > 0)
    resumed = behind * _resumes(block, denials, first, last)
    paused, borders = np.maximum(paused - resumed, 0), borders - (resumed > 0)
    crossed = directly | (borders > 0) & ~((borders == listing) & (between <= 4) & ahead)
    subjects = _count(block.where(denials.subjects), low, high) > 0
    subjects |= behind & (_count(block.where(denials.speakers), low, high) > 0)
    turned = _count(block.where(denials.turning), low, high) > 0
    free = inside | (~cues.denies[cue] & ahead)
    whole = free | (cues.clause[cue] & ahead & ~turned)
    stops = {
        "stop known": mute,
        "stop other way": ~inside & ~((ahead | behind) & (room > 0)),
        "stop far": ~inside & (between >= room) & (room > 0),
        "stop comma": ~free & (paused > 0),
        "stop clause": ~whole & crossed,
        "stop subject": ~whole & subjects,
        "stop narrow": (~inside & narrow) | (inside & cues.apart[cue]),
    }
    return {name: flags & ~held for name, flags in stops.items()}, between


def _denies(block: Block, denials: Denials, hit: tuple[int, int], cue: int) -> bool:
    """Return whether a denial that reaches a hit is about it; one that denies a whole clause always is."""
    cues = cues_of(block)
    if denials.infinitive_signs and cues.apart[cue] and cues.last[cue] < hit[0] and is_finite(block, hit[0]):
        first, last = (np.array([token]) for token in hit)
        return bool(_with_sign(block, denials, first, last)[0])  # `het werd zonder boe of ba goedgekeurd`
    return bool(cues.clause[cue]) or denies_noun(block, denials, hit, (int(cues.first[cue]), int(cues.last[cue])))


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
    stops, _ = _stops(block, denials, tokens, cue)
    whys = [next((name for name, flags in stops.items() if flags[row]), "") for row in range(len(cue))]
    for row, number in enumerate(cue.tolist()):
        if not whys[row] and not _denies(block, denials, (first, last), number):
            whys[row] = "stop noun"
    reached = np.array([not why for why in whys], dtype=bool)
    cancelled = np.zeros(len(cue), dtype=bool)
    cancelled[reached] = _cancel_out(
        block, denials, (np.zeros(int(reached.sum()), dtype=np.int64), tokens[0][reached]), cue[reached]
    )
    found = []
    for number, why, double in zip(cue.tolist(), whys, cancelled.tolist(), strict=True):
        why = "stop double" if double else why
        if why:
            said = block.text(int(block.start[cues.first[number]]), int(block.end[cues.last[number]]))
            found.append(Remark("does not deny", values={"cue": one_line(said), "stop": Remark(why)}))
    return found


def _adverbial(block: Block, denials: Denials) -> Ints:
    """Return where a border says when, and so opens no clause: `was er dat jaar niet`, `deden we toen niet`."""
    places = []
    for borders, following in ((denials.resuming, denials.times), (denials.then, denials.no_subjects)):
        border = block.where(borders & denials.borders)
        after = np.minimum(border + 1, len(block) - 1)
        places.append(border[block.spoken(following)[block.ids[after]] & (block.gap[after] < PAUSE)])
    pointing = block.where(denials.resuming & denials.borders)  # `met die mensen werken we niet`
    cues = frozenset(cue.text for cue in denials.cues)  # but `zonder die subsidie` there was one
    governed = block.spoken(denials.prepositions - cues)[block.ids[np.maximum(pointing - 1, 0)]] & (pointing > 0)
    subject = block.spoken(denials.nominatives | denials.articles | denials.there)  # but `geeft aan dat ze`
    governed &= ~subject[block.ids[np.minimum(pointing + 1, len(block) - 1)]]
    places.append(pointing[governed & (block.gap[pointing] < PAUSE)])
    return np.unique(np.concatenate([*places, _objects(block, denials)]))


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


def _lists(block: Block, denials: Denials) -> Ints:
    """Return where an `en` or `of` joins two things that are denied together: no verb of its own is behind it."""
    joiner = block.where(denials.listing)
    following = np.minimum(joiner + 1, len(block) - 1)
    return joiner[~block.spoken(denials.opening)[block.ids[following]]]


def _with_sign(block: Block, denials: Denials, first: Ints, last: Ints) -> Flags:
    """Return which hits are an infinitive with `te`: `te keuren`, `goed te keuren`."""
    signs = block.where(denials.infinitive_signs)
    found: Flags = _count(signs, first - 2, last) > 0
    return found


def _resumes(block: Block, denials: Denials, first: Ints, last: Ints) -> Ints:
    """Return which hits open a sentence and are taken up again, and behind how many commas at most.

    `samenwerken, dat doen ze niet`; without a comma only where a light verb follows: `dat inloggen dat lukt niet`. An
    answer may be between: `subsidie, nee, dat hebben we niet`.
    """
    answered = block.spoken(denials.answers)[block.ids[np.minimum(last + 1, len(block) - 1)]]
    last = last + answered
    following, verb = (np.minimum(last + step, len(block) - 1) for step in (1, 2))
    again = block.spoken(denials.resuming)[block.ids[following]]
    paused = (block.gap[first] >= STOP) & (block.gap[following] == PAUSE)
    light = block.spoken(denials.resuming_verbs)[block.ids[verb]] & (verb > following)
    light &= (block.gap[following] < PAUSE) & (block.gap[verb] < PAUSE)
    there = np.minimum(verb + 1, len(block) - 1)  # `subsidie dat was er niet`
    being = block.spoken(denials.copulas)[block.ids[verb]] & block.spoken(denials.there)[block.ids[there]]
    light |= being & (there > verb) & (block.gap[following] < PAUSE)
    resumed: Ints = ((paused | light) & again) * (1 + answered)
    return resumed


def _count(places: Ints, low: Ints, high: Ints) -> Ints:
    """Return how many of the places lie after ``low`` and before ``high``."""
    counted: Ints = np.searchsorted(places, high) - np.searchsorted(places, low, side="right")
    return np.maximum(counted, 0)


def cues_of(block: Block) -> DenialCues:
    """Return the cues of a block, found once and kept as long as the block is."""
    if block not in _CUES:
        _CUES[block] = list_cues(block)
    return _CUES[block]


def list_cues(block: Block) -> DenialCues:
    """Return the cues of a block; none where the language lists none."""
    denials = block.language.denials
    listed = denials.cues if denials else ()
    hits = find_sequences(list(enumerate(_slots(denials))) if denials else [], block, block.language)
    keep = np.ones(len(hits.term), dtype=bool)
    reach = -1
    order = np.lexsort((-hits.last, hits.first))
    for row in order.tolist():
        keep[row] = hits.first[row] > reach
        reach = max(reach, int(hits.last[row])) if keep[row] else reach
    keep &= hits.term < len(listed)
    keep &= ~_tags(block, denials, hits.last) if denials else keep
    rows = order[keep[order]]
    term = hits.term[rows]
    contrasts = _contrasts(block, denials, hits.last[rows]) if denials else np.zeros(0, dtype=bool)
    return DenialCues(
        hits.first[rows],
        hits.last[rows],
        np.array([cue.denies for cue in listed] or [False], dtype=bool)[term],
        np.array([cue.ahead for cue in listed] or [0], dtype=np.int64)[term],
        np.where(contrasts, 0, np.array([cue.behind for cue in listed] or [0], dtype=np.int64)[term]),
        np.array([cue.narrow for cue in listed] or [False], dtype=bool)[term] | contrasts,
        np.array([cue.clause for cue in listed] or [False], dtype=bool)[term],
        np.array([cue.apart for cue in listed] or [False], dtype=bool)[term] | contrasts,
    )


def _contrasts(block: Block, denials: Denials, last: Ints) -> Flags:
    """Return which cues deny only with whom or where: `werken niet met de kerk samen maar met de gemeente`."""
    contrasting = np.zeros(len(last), dtype=bool)
    following = block.ids[np.minimum(last + 1, len(block) - 1)]
    contrasts = block.where(denials.contrast)
    contrasts = contrasts[contrasts + 1 < len(block)]
    contrasts = contrasts[block.spoken(denials.prepositions)[block.ids[contrasts + 1]]]
    for token in contrasts.tolist():
        near = slice(*np.searchsorted(last, [token - _FAR, token - 1]))
        same = following[near] == block.ids[token + 1]
        contrasting[near] |= same & (block.sentence[last[near]] == block.sentence[token])
    return contrasting


def _tags(block: Block, denials: Denials, last: Ints) -> Flags:
    """Return which cues are a tag at the end of a sentence: `we complain, don't we`."""
    pronoun = block.spoken(denials.tag_ends)[block.ids[np.minimum(last + 1, len(block) - 1)]]
    further, third, fourth = (np.minimum(last + step, len(block) - 1) for step in (2, 3, 4))
    ends = (last + 2 >= len(block)) | (block.gap[further] >= PAUSE)
    filler = block.spoken(denials.tag_fillers)[block.ids[further]]
    for step, token in ((3, third), (4, fourth)):  # `didn't he though`, `don't you you know`
        ends |= filler & ((last + step >= len(block)) | (block.gap[token] >= PAUSE))
    auxiliary = block.spoken(denials.auxiliaries)[block.ids[last]]
    ends |= auxiliary & block.spoken(denials.prepositions | denials.borders)[block.ids[further]]  # `don't you at night`
    tags: Flags = pronoun & ends & (last + 1 < len(block))
    return tags


@cache
def _slots(denials: Denials) -> tuple[tuple[Slot, ...], ...]:
    texts = [*(cue.text for cue in denials.cues), *denials.not_cues]
    return tuple(read_slots(text, "form") for text in texts)
