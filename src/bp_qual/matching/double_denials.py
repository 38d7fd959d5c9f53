"""Double denials: two denials that together make none, and what else empties a denial of the clause above it.

`het is niet zo dat we nooit overlegden`, `niemand kan zeggen dat ik niet hielp`, `there was nobody who didn't help`,
`he never came without borrowing something`, `without her we wouldn't have met`.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from bp_qual.matching.denial_cues import DenialCues, cues_of
from bp_qual.matching.languages.denials import Denials
from bp_qual.matching.talk import Block
from bp_qual.matching.tokens import PAUSE

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

_ABOVE = 8
_BELOW = 8
_PARTED = 12
_DESCRIBED = 2


def cancel_out(block: Block, denials: Denials, hits: tuple[Ints, Ints], cue: Ints) -> Flags:
    """Return which denials of a hit come to nothing with another one.

    Parameters
    ----------
    block : Block
        The talk.
    denials : Denials
        The denials of its language.
    hits : tuple of arrays
        The number of each hit, in order, and its first token.
    cue : array of int
        The cue that reaches it.

    Returns
    -------
    array of bool
    """
    cancelled = _in_one_clause(block, denials, hits, cue)
    cues = cues_of(block)
    for row in np.flatnonzero(cues.denies[cue] & ~cancelled).tolist():
        number, first = int(cue[row]), int(hits[1][row])
        cancelled[row] = _is_below(block, denials, number, first) or _is_without(block, denials, number, first)
        cancelled[row] |= _is_everybody(block, denials, number, first)
    return cancelled


def _in_one_clause(block: Block, denials: Denials, hits: tuple[Ints, Ints], cue: Ints) -> Flags:
    """Return which denials of a hit cancel out because one denies the whole clause in which the other is.

    A verb ends it, so that in `zonder te klagen kwam ik niet verder` the other is not.
    """
    (hit, first), cues = hits, cues_of(block)
    cancelled = np.zeros(len(cue), dtype=bool)
    for row in np.flatnonzero(cues.clause[cue] & cues.denies[cue]).tolist():
        own = slice(*np.searchsorted(hit, [hit[row], hit[row] + 1]).tolist())  # the cues of this hit
        same = cues.denies[cue[own]] & ~cues.clause[cue[own]] & (cues.first[cue[own]] > cues.last[cue[row]])
        if block.word(int(cues.last[cue[row]])) in denials.infinitive_signs:
            same &= cues.first[cue[own]] < first[own]
        if same.any():
            cancelled[own] |= same
            cancelled[row] = True
    return cancelled


def _is_below(block: Block, denials: Denials, cue: int, first: int) -> bool:
    """Return whether a denial is in a clause below another: `niemand zei dat hij niet hielp`, `geen dag dat niet`."""
    cues = cues_of(block)
    begin = int(cues.first[cue])
    for opener in range(begin - 1, max(begin - _BELOW, 0), -1):
        if block.gap[opener + 1] >= PAUSE or block.word(opener + 1) in denials.turning:
            return False
        if opener < first and (
            _is_said(block, denials, cues, opener) or _is_described(block, denials, cues, opener, begin)
        ):
            return True
        if block.word(opener) in denials.borders:
            return False
    return False


def _above(
    block: Block, denials: Denials, cues: DenialCues, token: int, within: int, *, fixed: bool = False
) -> list[int]:
    """Return the denials in the clause before a token, the nearest first."""
    found = []
    row = int(np.searchsorted(cues.first, token)) - 1
    while row >= 0 and cues.last[row] >= token - within:
        between = range(int(cues.last[row]) + 1, token)
        if any(block.gap[place] >= PAUSE or _is_border(block, denials, place) for place in between):
            break
        denies = not cues.stop[row] or (fixed and block.word(int(cues.first[row])) in denials.nobody)
        if cues.denies[row] and denies and cues.last[row] < token and block.gap[token] < PAUSE:
            found.append(row)
        row -= 1
    return found


def _is_border(block: Block, denials: Denials, token: int) -> bool:
    """Return whether a word ends a clause, which `that` in `in that street` does not."""
    governed = token > 0 and block.word(token - 1) in denials.prepositions and block.word(token) in denials.relatives
    return block.word(token) in denials.borders and not governed


def _is_said(block: Block, denials: Denials, cues: DenialCues, opener: int) -> bool:
    """Return whether a clause begins that is denied to be said or true, or wished: `zeg niet dat`, `nobody said he`."""
    if block.word(opener) not in denials.that:
        return False
    if block.gap[opener] < PAUSE and block.word(opener - 1) in denials.wishing:
        return True
    saying = _before(block, opener, 1 if denials.bare_clauses else 3)
    said = any(block.word(place) in denials.saying for place in saying)
    return said and bool(_above(block, denials, cues, opener, _ABOVE))


def _is_described(block: Block, denials: Denials, cues: DenialCues, opener: int, begin: int) -> bool:
    """Return whether a clause about nobody or nothing begins: `niemand in die flat die niet klaagt`."""
    word = block.word(opener)
    bare = denials.bare_clauses and word in denials.that - denials.relatives  # `wasn't a night we didn't argue`
    if not (bare or word in denials.relatives) or begin - opener > 4:
        return False
    if opener + 1 < begin and block.word(opener + 1) in denials.opening:
        return False
    for row in _above(block, denials, cues, opener, 5):
        last = int(cues.last[row])
        single = last + 2 + (block.word(last) not in denials.indefinite) <= opener
        single &= bool({block.word(last), block.word(last + 1)} & denials.indefinite)
        named = not bare and (bool(cues.narrow[row]) or block.word(int(cues.first[row])) in denials.nobody)
        if named or (single and opener - last <= 4):
            return block.word(last + 1) not in denials.not_described
    return False


def _is_everybody(block: Block, denials: Denials, cue: int, first: int) -> bool:
    """Return whether a denied noun has a denial in the clause about it: `geen vrijwilliger die niet gehuild heeft`."""
    cues, behind = cues_of(block), first + 1
    if cues.last[cue] >= first or not block.joined(behind) or block.word(behind) not in denials.relatives:
        return False
    row = int(np.searchsorted(cues.first, behind))
    near = row < len(cues.first) and cues.first[row] <= behind + _DESCRIBED and bool(cues.denies[row])
    return near and not (block.gap[behind + 1 : cues.first[row] + 1] >= PAUSE).any()


def _is_without(block: Block, denials: Denials, cue: int, first: int) -> bool:
    """Return whether `without` in its clause empties a denial, or a denial empties a `without`.

    `nooit ... zonder te klagen` empties both; `zonder haar hadden we niet` and `couldn't have met without her` tell
    what did happen.
    """
    cues = cues_of(block)
    if block.word(int(cues.first[cue])) in denials.without:
        above = _above(block, denials, cues, int(cues.first[cue]), _ABOVE, fixed=True)  # `geen week voorbij zonder`
        clause = bool(cues.clause[cue]) and block.joined(first + 1)  # `ik kan niet meer zonder dat koor` has none
        if clause and any(_with_modal(block, denials, int(cues.first[row])) for row in above):
            return False  # `er kan niks veranderen zonder dat zij het goedkeuren`
        return first > cues.last[cue] and bool(above)
    unreal = _unreal(block, denials, int(cues.first[cue]))
    begin, stop = int(cues.first[cue]), int(cues.last[cue])
    near = range(int(np.searchsorted(cues.last, begin - _PARTED)), int(np.searchsorted(cues.first, stop + _PARTED + 1)))
    for row in near:
        same = block.sentence[cues.first[row]] == block.sentence[begin]
        if not same or block.word(int(cues.first[row])) not in denials.without:
            continue
        low, high = sorted((cue, row))
        between = range(int(cues.last[low]) + 1, int(cues.first[high]) + 1)
        ends = denials.turning | (denials.listing if row > cue else frozenset())  # `zonder hem en haar hadden we niet`
        parted = any(block.gap[place] >= PAUSE or block.word(place) in ends for place in between)
        never = block.word(int(cues.first[cue])) in denials.never and row > cue
        if not parted and (unreal or never):
            return True
    return False


def _with_modal(block: Block, denials: Denials, token: int) -> bool:
    return any(block.word(place) in denials.modals for place in _before(block, token, 4))


def _before(block: Block, token: int, count: int) -> list[int]:
    """Return the words before one in its sentence, at most so many."""
    near = range(max(token - count, 0), token)
    return [place for place in near if block.sentence[place] == block.sentence[token]]


def _unreal(block: Block, denials: Denials, token: int) -> bool:
    """Return whether a denial goes with a helping verb of what did not happen: `hadden we niet`, `couldn't have`."""
    if denials.unreal_behind:
        near = (token, token + 1, token + 2)
        have = any(place < len(block) and block.word(place) in denials.unreal_behind for place in near[1:])
        return have and any(block.word(place) in denials.unreal for place in (token - 1, token))
    return any(block.word(place) in denials.unreal for place in _before(block, token, 4))
