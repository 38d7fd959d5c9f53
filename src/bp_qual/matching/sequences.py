"""Sequences: words in a row, found for all terms at once by the numbers of their types."""

from __future__ import annotations

from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bp_qual.matching.languages.language import Language
from bp_qual.matching.slots import Slot
from bp_qual.matching.token_table import TokenTable
from bp_qual.matching.tokens import SOFT
from bp_qual.matching.word_finder import WordFinder

Ints = npt.NDArray[np.int64]


class Hits(NamedTuple):
    """Where terms were found: the term's number, offsets in the block, and the first and the last token."""

    term: Ints
    start: Ints
    end: Ints
    first: Ints
    last: Ints


def find_sequences(terms: list[tuple[int, tuple[Slot, ...]]], block: TokenTable, language: Language) -> Hits:
    """Find every term that is one word or several in a row, all at once.

    Each slot is a set of types. A term is looked for where its rarest word is; the others must be before and
    after it, with nothing but white space, quotation marks or hesitation between.

    Parameters
    ----------
    terms : list of tuple
        The number of each term, and its slots.
    block : TokenTable
        The talk.
    language : Language
        What it says that a word of a term stands for.

    Returns
    -------
    Hits
    """
    slots: dict[Slot, int] = {}
    for _, sequence in terms:
        for slot in sequence:
            slots.setdefault(slot, len(slots))
    types = WordFinder(block, language).types_of(tuple(slots))
    often = [int(block.counts[type_ids].sum()) if type_ids else 0 for type_ids in types]
    anchored: dict[int, list[tuple[int, int]]] = {}
    width, sequence_slots = {}, {}
    for number, sequence in terms:
        numbers = [slots[slot] for slot in sequence]
        if all(often[index] for index in numbers):
            anchor = min(range(len(numbers)), key=lambda position: often[numbers[position]])
            anchored.setdefault(numbers[anchor], []).append((number, anchor))
            width[number], sequence_slots[number] = len(numbers), numbers
    token, slot_of = find_slot_tokens({index: types[index] for index in anchored}, block)
    anchor_at, term, offset = _spread(token, slot_of, anchored)
    first = anchor_at - offset
    length = np.zeros(max(width, default=0) + 1, dtype=np.int64)
    length[list(width)] = list(width.values())
    keep = (first >= 0) & (first + length[term] <= len(block))
    first, term = first[keep], term[keep]
    for step in range(max(width.values(), default=1)):
        first, term = _check_step(step, first, term, length, sequence_slots, types, block)
    last = first + length[term] - 1
    return Hits(term, block.start[first].astype(np.int64), block.end[last].astype(np.int64), first, last)


def find_slot_tokens(types: dict[int, list[int]], block: TokenTable) -> tuple[Ints, Ints]:
    """Return every token of every slot: its place and the slot, in order of place."""
    type_id = np.fromiter(chain.from_iterable(types.values()), dtype=np.int64)
    slot = np.repeat(np.fromiter(types, dtype=np.int64), [len(type_ids) for type_ids in types.values()])
    if not len(type_id):
        return type_id, type_id
    listed = block.tokens_of(type_id)
    if listed is not None:
        token, count = listed
        slot = np.repeat(slot, count)
        order = np.lexsort((slot, token))
        return token[order], slot[order]
    order = np.lexsort((slot, type_id))
    type_id, slot = type_id[order], slot[order]
    count = np.bincount(type_id, minlength=len(block.types))
    first = np.cumsum(count) - count
    token = np.flatnonzero((count > 0)[block.ids])
    here = block.ids[token]
    return _repeat_ranges(token, first[here], count[here], slot)


def _repeat_ranges(keys: Ints, first: Ints, count: Ints, values: Ints) -> tuple[Ints, Ints]:
    """Repeat each place once for each of its values `values[first:first + count]`."""
    row = np.repeat(np.arange(len(keys)), count)
    within = np.arange(len(row)) - np.repeat(np.cumsum(count) - count, count)
    return keys[row], values[first[row] + within]


def _spread(token: Ints, slot: Ints, anchored: dict[int, list[tuple[int, int]]]) -> tuple[Ints, Ints, Ints]:
    """Give each token of a slot a row for every term that is looked for from that slot."""
    size = max(anchored, default=-1) + 1
    count, rows = np.zeros(size, dtype=np.int64), []
    for number in sorted(anchored):
        count[number] = len(anchored[number])
        rows += anchored[number]
    table = np.array(rows, dtype=np.int64).reshape(-1, 2)
    first = np.cumsum(count) - count
    repeated, row = _repeat_ranges(token, first[slot], count[slot], np.arange(len(table)))
    return repeated, table[row, 0], table[row, 1]


def _check_step(
    step: int,
    first: Ints,
    term: Ints,
    length: Ints,
    sequences: dict[int, list[int]],
    types: list[list[int]],
    block: TokenTable,
) -> tuple[Ints, Ints]:
    """Keep the rows whose token number ``step`` is of the right type and follows closely on the one before."""
    longer = [number for number in sequences if len(sequences[number]) > 1 and len(sequences[number]) > step]
    if not longer:
        return first, term
    allowed = {sequences[number][step] for number in longer}
    pairs = np.array(
        sorted(slot * len(block.types) + type_id for slot in allowed for type_id in types[slot]), dtype=np.int64
    )
    slot = np.full(len(length), -1, dtype=np.int64)
    slot[longer] = [sequences[number][step] for number in longer]
    tested = slot[term] >= 0
    token = np.where(tested, first + step, 0)
    wanted = slot[term] * len(block.types) + block.ids[token]
    found = pairs[np.minimum(np.searchsorted(pairs, wanted), len(pairs) - 1)] == wanted
    close = (block.gap[token] <= SOFT) if step else np.ones(len(token), dtype=bool)
    keep = ~tested | (found & close)
    return first[keep], term[keep]


def hits_of(rows: list[tuple[int, int, int]], block: TokenTable) -> Hits:
    """Return rows of term, first and last token as hits."""
    table = np.array(rows, dtype=np.int64).reshape(-1, 3)
    term, first, last = table[:, 0], table[:, 1], table[:, 2]
    return Hits(term, block.start[first].astype(np.int64), block.end[last].astype(np.int64), first, last)


def no_hits() -> Hits:
    """Return a table of hits without rows."""
    return Hits(*(np.empty(0, dtype=np.int64) for _ in Hits._fields))
