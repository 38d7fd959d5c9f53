"""A person's talk cut into blocks of some 300 words, which can be shuffled between the waves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bp_qual.compare.choices import Choices
from bp_qual.panel import Panel
from bp_qual.panel.segments import Segments

Floats = NDArray[np.float64]

BLOCK_WORDS, FEWEST_BLOCKS = 300, 6


@dataclass(frozen=True, slots=True, eq=False)
class Blocks:
    """One person's talk in two waves, in blocks: mentions (blocks x codes), words, and which are of the later wave.

    >>> Blocks(np.array([[2.0], [0.0]]), np.array([300.0, 300.0]), np.array([False, True])).later.tolist()
    [False, True]
    """

    mentions: Floats
    words: Floats
    later: NDArray[np.bool_]


def cut_in_blocks(panel: Panel, choices: Choices) -> dict[str, Blocks]:
    """Cut the talk of everybody interviewed in both waves into blocks of whole sentences, of about 300 words.

    Every interview gets at least six blocks, however short it is. Nothing where the codings are not known. The blocks
    come in the order of the corpus's waves, whichever of the two is compared with the other: so the same ones are drawn
    when they are shuffled.

    >>> cut_in_blocks(panel, comparison.choices)  # without texts there are no blocks
    {}
    """
    if panel.source is None:
        return {}
    segments, corpus = panel.source.segments, panel.source.corpus
    waves = [corpus.waves.index(wave) if wave in corpus.waves else -1 for wave in choices.waves]
    after = int(waves[1] > waves[0])
    cells = [(person, wave) for person in range(len(corpus.persons)) for wave in sorted(waves)]
    block, cell, total = _number_blocks(segments, cells)
    words = np.bincount(block[block >= 0], segments.words[block >= 0], minlength=total).astype(float)
    hit = block[segments.sentence]
    kept = (hit >= 0) & (choices.negated | ~segments.negated) & (choices.prompted | ~segments.prompted)
    codes = len(panel.codes)
    places = hit[kept] * codes + segments.code[kept]
    mentions = np.bincount(places, minlength=total * codes).astype(float).reshape(total, codes)
    found = {}
    bounds = np.searchsorted(cell, 2 * np.arange(len(corpus.persons) + 1))  # cells go person by person
    for row, person in enumerate(corpus.persons):
        start, end = bounds[row : row + 2]
        own = start + np.flatnonzero(words[start:end] > 0)
        later = cell[own] % 2 == after
        if later.any() and not later.all():
            found[person] = Blocks(mentions[own], words[own], later)
    return found


def _number_blocks(
    segments: Segments, cells: list[tuple[int, int]]
) -> tuple[NDArray[np.int64], NDArray[np.int64], int]:
    """Give each sentence its block (-1: another wave), each block its cell, and the number of blocks."""
    number = {place: row for row, place in enumerate(cells)}
    pairs = zip(segments.person.tolist(), segments.wave.tolist(), strict=True)
    cell = np.array([number.get(pair, -1) for pair in pairs], dtype=np.int64)
    inside = cell >= 0
    spoken = np.bincount(cell[inside], segments.words[inside], minlength=len(cells))
    parts = np.maximum(FEWEST_BLOCKS, np.rint(spoken / BLOCK_WORDS)).astype(np.int64)
    offset = np.cumsum(parts) - parts
    within = segments.before * parts[cell] // np.maximum(spoken[cell], 1).astype(np.int64)
    block = np.where(inside, offset[cell] + np.minimum(within, parts[cell] - 1), -1)
    return block, np.repeat(np.arange(len(cells)), parts), int(parts.sum())
