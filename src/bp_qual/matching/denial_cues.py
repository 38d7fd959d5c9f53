"""Denial cues: the words in a block of talk that deny, and those that only look it.

`don't we` at the end is a tag, `zullen we niet afspreken` a question, `niet alleen` denies nothing, and `never refused`
is no refusal: such a cue is kept with what stops it, so that `explain` can name it, but reaches nothing.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from bp_qual.matching.denial_ellipsis import find_answering_cues
from bp_qual.matching.denial_questions import find_asking_cues, find_unmet_cues
from bp_qual.matching.distinct import distinct
from bp_qual.matching.languages.denial_words import DenialCue
from bp_qual.matching.languages.denials import Denials
from bp_qual.matching.sequences import Hits, find_sequences
from bp_qual.matching.slots import Slot, read_slots
from bp_qual.matching.talk import Block
from bp_qual.matching.tokens import PAUSE

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

FAR = 30
_STRANDED, _PLAIN, _WITHIN = 8, 6, 20
_COUNTED, _IN_TIME = 3, 6
# What is listed as no denial, kept so that it can be explained.
_NO_CUE = DenialCue("", denies=True)
_NO_WISH = DenialCue("", denies=False)


class DenialCues(NamedTuple):
    """The cues in a block: their tokens, what each does, what stops it wherever the hit is; and the words of asides."""

    first: Ints
    last: Ints
    denies: Flags
    ahead: Ints
    behind: Ints
    narrow: Flags
    clause: Flags
    apart: Flags
    stop: npt.NDArray[np.object_]
    sentence: Ints
    ended: Ints
    asides: Ints


_CUES: WeakKeyDictionary[Block, DenialCues] = WeakKeyDictionary()


def cues_of(block: Block) -> DenialCues:
    """Return the cues of a block, found once and kept as long as the block is."""
    if block not in _CUES:
        _CUES[block] = list_cues(block)
    return _CUES[block]


def list_cues(block: Block) -> DenialCues:
    """Return the cues of a block; none where the language lists none."""
    denials = block.language.denials
    if denials is None:
        return _as_cues([], np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64))
    texts = [*denials.cues, *[_NO_CUE] * len(denials.not_cues), *[_NO_WISH] * len(denials.not_wishes)]
    hits = find_sequences(list(enumerate(_slots(denials))), block, block.language)
    said = hits.term >= len(texts)
    asides = [np.arange(*span) for span in zip(hits.first[said], hits.last[said] + 1, strict=True)]
    only = np.array([cue.answer for cue in texts] + [False] * len(denials.asides), dtype=bool)[hits.term]
    answering = find_answering_cues(block, denials, (hits.first, hits.last), only) & ~said
    kept = ~said & (answering | ~only)  # `vergeet het maar` denies as an answer only
    final = np.array([cue.final for cue in texts] + [False] * len(denials.asides), dtype=bool)[hits.term]
    kept &= ~final | _at_end(block, denials, hits.last)
    hits, answering = Hits(*(column[kept] for column in hits)), answering[kept]
    keep = np.ones(len(hits.term), dtype=bool)
    reach = -1
    order = np.lexsort((-hits.last, hits.first))
    for row in order.tolist():
        keep[row] = hits.first[row] > reach
        reach = max(reach, int(hits.last[row])) if keep[row] else reach
    rows = order[keep[order]]
    term = hits.term[rows]
    cues = _as_cues([texts[number] for number in term.tolist()], hits.first[rows], hits.last[rows])
    contrasts = _contrasts(block, denials, cues.last)
    stranded = _stranded(block, denials, cues.last) & cues.narrow
    cues.stop[term >= len(denials.cues)] = "stop fixed"
    cues.stop[find_asking_cues(block, denials, (cues.first, cues.last)) & cues.denies] = "stop question"
    cues.stop[find_unmet_cues(block, denials, cues.first) & cues.denies] = "stop condition"
    cues.stop[_lacks_helper(block, denials, cues.first)] = "stop fixed"
    cues = _plain_never(block, denials, cues)
    sentence = block.sentence[cues.first] - (answering[rows] & cues.denies)
    return cues._replace(
        sentence=np.minimum.accumulate(sentence[::-1])[::-1],
        ended=_ended(block, denials, cues),
        ahead=np.where(stranded, 0, cues.ahead),
        behind=np.where(contrasts, 0, np.where(stranded, _STRANDED, cues.behind)),
        narrow=(cues.narrow | contrasts) & ~stranded,
        apart=cues.apart | contrasts,
        asides=distinct(np.concatenate([cues.asides, *asides])),
    )


def _as_cues(texts: list[DenialCue], first: Ints, last: Ints) -> DenialCues:
    """Return the columns of the cues as they are listed."""

    def flags(name: str) -> Flags:
        return np.array([getattr(cue, name) for cue in texts], dtype=bool)

    ahead, behind = (np.array([getattr(cue, name) for cue in texts], dtype=np.int64) for name in ("ahead", "behind"))
    stop = np.full(len(texts), "", dtype=object)
    narrow, clause, apart = (flags(name) for name in ("narrow", "clause", "apart"))
    none = np.empty(0, dtype=np.int64)
    return DenialCues(first, last, flags("denies"), ahead, behind, narrow, clause, apart, stop, none, last, none)


def _contrasts(block: Block, denials: Denials, last: Ints) -> Flags:
    """Return which cues deny only with whom, where or how often: `werken niet met de kerk samen maar met de buurt`."""
    contrasting = np.zeros(len(last), dtype=bool)
    following = block.ids[np.minimum(last + 1, len(block) - 1)]
    contrasts = block.where(denials.contrast)
    contrasts = contrasts[contrasts + 1 < len(block)]
    prepositions, numbers = (block.spoken(listed) for listed in (denials.prepositions, denials.numbers))
    contrasts = contrasts[(prepositions | numbers)[block.ids[contrasts + 1]]]
    for token in contrasts.tolist():
        near = slice(*np.searchsorted(last, [token - _WITHIN, token - 1]))
        counted = numbers[following[near]] & numbers[block.ids[token + 1]]  # `niet twee keer maar vijf keer`
        counted &= np.array(
            [_is_only_counted(block, denials, place, token) for place in last[near].tolist()], dtype=bool
        )
        same = (following[near] == block.ids[token + 1]) | counted
        contrasting[near] |= same & (block.sentence[last[near]] == block.sentence[token])
    return contrasting


def _is_only_counted(block: Block, denials: Denials, last: int, contrast: int) -> bool:
    """Return whether nothing but what is counted, and in what time, stands before a contrast: `één keer in de maand`.

    Not `niet één keer geholpen maar elke week gebeld`.
    """
    in_time = contrast - last <= _IN_TIME and block.word(min(last + _COUNTED, contrast)) in denials.prepositions
    return in_time or contrast - last <= _COUNTED


def _at_end(block: Block, denials: Denials, last: Ints) -> Flags:
    """Return behind which cues their clause ends: `the trip fell through, so`, not `fell through the ice`."""
    following = np.minimum(last + 1, len(block) - 1)
    ends = (last + 1 >= len(block)) | (block.gap[following] >= PAUSE)
    found: Flags = ends | block.spoken(denials.borders | denials.listing)[block.ids[following]]
    return found


def _stranded(block: Block, denials: Denials, last: Ints) -> Flags:
    """Return which cues stand at the end of a clause, behind what they deny: `schulden had hij geen`."""
    following = np.minimum(last + 1, len(block) - 1)
    ends = (last + 1 >= len(block)) | (block.gap[following] >= PAUSE)
    ends |= np.isin(following, block.clause_starts)
    ends |= block.spoken(denials.nominatives)[block.ids[following]]
    stranded: Flags = ends & block.spoken(denials.stranding)[block.ids[last]]
    return stranded


def _ended(block: Block, denials: Denials, cues: DenialCues) -> Ints:
    """Return behind which token each cue comes to nothing, since it denies that something ended or was refused.

    `never refused to`, `durfde niet te weigeren`: neither of the two denies what follows. For other cues the last token
    of the talk.
    """
    ending = block.spoken(denials.ending)[block.ids[cues.first]] & cues.denies
    plain = cues.denies & ~ending & (cues.stop == "")
    ended = np.full(len(ending), len(block), dtype=np.int64)
    for row in np.flatnonzero(ending).tolist():
        for other in (row - 1, row + 1):
            if not 0 <= other < len(ending) or not plain[other]:
                continue
            left, right = sorted((row, other))
            apart = int(cues.first[right] - cues.last[left])
            joined = not (block.gap[cues.last[left] + 1 : cues.first[right] + 1] >= PAUSE).any()
            if joined and apart <= (2 if other < row else 1):
                ended[[row, other]] = cues.last[right]
    return ended


def _lacks_helper(block: Block, denials: Denials, first: Ints) -> Flags:
    """Return which cues have no helping verb before them, which they need: `afgezien van de kosten`."""
    found = block.spoken(denials.helped)[block.ids[first]]
    for row in np.flatnonzero(found).tolist():
        token = int(first[row])
        while block.gap[token] < PAUSE and found[row]:
            token -= 1
            found[row] = block.word(token) not in denials.having
    return found


def _plain_never(block: Block, denials: Denials, cues: DenialCues) -> DenialCues:
    """Return the cues, those with their subject before them not read as `never did we`: `meetings we never had`."""
    before = block.spoken(denials.nominatives | denials.subjects)[block.ids[np.maximum(cues.first - 1, 0)]]
    never = block.spoken(denials.never)[block.ids[cues.first]] & cues.clause & (cues.last > cues.first)
    plain = never & before & (block.gap[cues.first] < PAUSE) & bool(denials.bare_clauses)
    return cues._replace(
        last=np.where(plain, cues.first, cues.last),
        clause=cues.clause & ~plain,
        ahead=np.where(plain, _PLAIN, cues.ahead),
        behind=np.where(plain, _PLAIN, cues.behind),
    )


@cache
def _slots(denials: Denials) -> tuple[tuple[Slot, ...], ...]:
    texts = [*(cue.text for cue in denials.cues), *denials.not_cues, *denials.not_wishes, *denials.asides]
    return tuple(read_slots(text, "form") for text in texts)
