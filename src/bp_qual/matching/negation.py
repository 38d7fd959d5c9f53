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
from bp_qual.matching.denial_clauses import compares, ends_before, is_topic
from bp_qual.matching.denial_cues import FAR, DenialCues, cues_of
from bp_qual.matching.denied_nouns import denies_noun, is_finite
from bp_qual.matching.double_denials import cancel_out
from bp_qual.matching.languages.denials import Denials
from bp_qual.matching.talk import Block
from bp_qual.matching.tokens import PAUSE, STOP
from bp_qual.wording import Remark

_LIKENED = 10
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
    new = np.setdiff1d(places, known.places)
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
    sentence, of_cue = block.sentence[first], block.sentence[cues.first]
    low = np.maximum(np.searchsorted(of_cue, sentence), np.searchsorted(cues.first, first - FAR))
    high = np.minimum(
        np.searchsorted(of_cue, sentence, side="right"), np.searchsorted(cues.first, last + FAR, side="right")
    )
    count = np.maximum(high - low, 0)
    hit = np.repeat(np.arange(len(first)), count)
    return hit, low[hit] + np.arange(len(hit)) - np.repeat(np.cumsum(count) - count, count)


def _reach(block: Block, denials: Denials, hit: tuple[Ints, Ints], cue: Ints) -> tuple[Flags, Ints]:
    """Return which cues reach their hit (its first and last token), and how far away they are."""
    stops, between = _stops(block, denials, hit, cue)
    reached = ~np.logical_or.reduce(list(stops.values()))
    for row in np.flatnonzero(reached & cues_of(block).denies[cue]).tolist():
        reached[row] = not _stop_here(block, denials, (int(hit[0][row]), int(hit[1][row])), int(cue[row]))
    return reached, between


def _stops(block: Block, denials: Denials, hit: tuple[Ints, Ints], cue: Ints) -> tuple[dict[str, Flags], Ints]:
    """Return what keeps each cue from its hit, by what to call it, and how many words are between."""
    (first, last), cues = hit, cues_of(block)
    inside = (cues.first[cue] > first) & (cues.last[cue] < last)
    inside |= (cues.first[cue] > first) & (cues.last[cue] == last) & (cues.first[cue] < last)  # `had geen last van`
    held = (cues.first[cue] < first) & (cues.last[cue] >= last)  # `zin` in `geen zin om`
    mute = (cues.ahead[cue] == 0) & (cues.behind[cue] == 0)
    held |= mute & (cues.first[cue] <= first) & (cues.last[cue] >= last)  # `wist` in `wist niet dat`
    held &= cues.stop[cue] == ""
    ahead = cues.last[cue] < first
    behind = cues.first[cue] > last
    anchor = np.where(behind, _anchors(block, denials, last), last)
    low = np.where(ahead, cues.last[cue], anchor)
    high = np.where(ahead, first, cues.first[cue])
    between = np.where(inside, 0, high - low - 1)
    room = np.where(ahead, cues.ahead[cue], cues.behind[cue])
    between -= np.where(inside, 0, _count(cues.asides, low, high))
    paused = _count(block.pauses, low, high + 1)
    borders = _count(_beside(block.where(denials.borders), cues), low, high)
    borders += _count(_beside(block.clause_starts, cues), low, high + 1) - _count(_adverbial(block, denials), low, high)
    listing = _count(_beside(_lists(block, denials), cues), low, high)
    done = cues.apart[cue] & ahead & _with_sign(block, denials, first, last)
    following = block.ids[np.minimum(cues.last[cue] + 1, len(block) - 1)]
    borders -= done & (borders > 0) & block.spoken(denials.resuming)[following]  # `zonder die eenden te voeren`
    narrow = cues.narrow[cue] & ~done & (_count(block.where(denials.closers), low, high) > 0)
    directly = ahead & (_count(block.where(denials.listing), low, np.minimum(low + 2, high)) > 0)
    resumed = behind * _resumes(block, denials, first, anchor)
    topics = behind & _topics(block, denials, hit, cue)
    paused, borders = np.maximum(paused - resumed, 0), borders - (resumed > 0)
    crossed = directly | (borders > 0) & ~((borders == listing) & (between <= 4) & ahead)
    subjects = _count(_beside(block.where(denials.subjects), cues), low, high) > 0
    subjects |= behind & (_count(_beside(block.where(denials.speakers), cues), low, high) > 0)
    subjects |= ahead & (_count(_stated(block, denials), low, high) > 0)
    subjects &= ~topics
    turned = _count(block.where(denials.turning), low, high) > 0
    free = inside | (~cues.denies[cue] & ahead)
    whole = free | (cues.clause[cue] & ahead & ~turned)
    stops = {
        **{name: cues.stop[cue] == name for name in ("stop fixed", "stop question", "stop condition")},
        "stop double": first > cues.ended[cue],
        "stop known": mute & (cues.stop[cue] == ""),
        "stop other way": ~inside & ~((ahead | behind) & (room > 0)),
        "stop far": ~inside & (between >= room) & (room > 0),
        "stop comma": ~free & (paused > 0),
        "stop clause": ~whole & crossed,
        "stop subject": ~whole & subjects,
        "stop narrow": (~inside & narrow) | (inside & cues.apart[cue]),
    }
    return {name: flags & ~held for name, flags in stops.items()}, between


def _stop_here(block: Block, denials: Denials, hit: tuple[int, int], cue: int) -> str:
    """Return what stops a denial that seems to reach a hit, by what the words around them are; nothing if it holds."""
    cues = cues_of(block)
    span = (int(cues.first[cue]), int(cues.last[cue]))
    if ends_before(block, denials, hit, span):
        return "stop clause"
    if cues.clause[cue]:
        only = range(span[1] + 1, hit[0])
        return "stop only" if any(block.word(token) in denials.only for token in only) else ""
    if denials.infinitive_signs and cues.apart[cue] and span[1] < hit[0] and is_finite(block, hit[0]):
        first, last = (np.array([token]) for token in hit)
        return "" if _with_sign(block, denials, first, last)[0] else "stop noun"  # `zonder boe of ba goedgekeurd`
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
    stops, _ = _stops(block, denials, tokens, cue)
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


def _beside(places: Ints, cues: DenialCues) -> Ints:
    """Return the places that lie in no aside such as `dat moet ik zeggen`."""
    return places[~np.isin(places, cues.asides)] if len(cues.asides) else places


def _stated(block: Block, denials: Denials) -> Ints:
    """Return where a subject has its verb behind it, so that a clause begins: `it wasn't illness it was drink`."""
    place = block.where(denials.speakers)
    verb = np.minimum(place + 1, len(block) - 1)
    return place[block.spoken(denials.copulas)[block.ids[verb]] & (block.gap[verb] < PAUSE) & (verb > place)]


def _topics(block: Block, denials: Denials, hit: tuple[Ints, Ints], cue: Ints) -> Flags:
    """Return which hits open a sentence as what it is about, and are what is denied there."""
    found = np.zeros(len(cue), dtype=bool)
    if denials.topic_verbs:
        cues = cues_of(block)
        begins = np.flatnonzero((block.gap[np.maximum(hit[0] - 1, 0)] >= STOP) | (block.gap[hit[0]] >= STOP))
        for row in begins.tolist():
            number = int(cue[row])
            span = (int(cues.first[number]), int(cues.last[number]))
            found[row] = is_topic(block, denials, (int(hit[0][row]), int(hit[1][row])), span)
    return found


def _lists(block: Block, denials: Denials) -> Ints:
    """Return where an `en` or `of` joins two things that are denied together: no verb of its own is behind it."""
    joiner = block.where(denials.listing)
    following = np.minimum(joiner + 1, len(block) - 1)
    return joiner[~block.spoken(denials.opening | denials.nominatives)[block.ids[following]]]


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
    began = np.searchsorted(block.sentence, block.sentence[first]) - 1
    verbs = (
        _count(block.where(denials.opening), np.maximum(first - 6, began), first) > 0
    )  # `er werd gedronken dat wil je`
    paused = (block.gap[first] >= STOP) & (block.gap[following] == PAUSE)
    light = block.spoken(denials.resuming_verbs)[block.ids[verb]] & (verb > following)
    light &= (block.gap[following] < PAUSE) & (block.gap[verb] < PAUSE) & ~verbs
    there = np.minimum(verb + 1, len(block) - 1)  # `subsidie dat was er niet`
    being = block.spoken(denials.copulas)[block.ids[verb]] & block.spoken(denials.there)[block.ids[there]]
    light |= being & (there > verb) & (block.gap[following] < PAUSE)
    resumed: Ints = ((paused | light) & again) * (1 + answered)
    return resumed


def _anchors(block: Block, denials: Denials, last: Ints) -> Ints:
    """Return the last word of what a hit is likened to: `klagen zoals zij dat deden wij niet`."""
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


def _count(places: Ints, low: Ints, high: Ints) -> Ints:
    """Return how many of the places lie after ``low`` and before ``high``."""
    counted: Ints = np.searchsorted(places, high) - np.searchsorted(places, low, side="right")
    return np.maximum(counted, 0)
