"""One person: did this person change, as far as one interview each can show?

Mentions of a theme come in clusters, so the unit that is shuffled is a block of talk, not a mention.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import comb

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

ALL_SPLITS = 20_000
TIE = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class BlockTest:
    """The p of each code for one person, and how often chance alone would have looked like a clear change.

    >>> block_test(np.ones((4, 1)), np.full(4, 300.0), np.arange(4) >= 2).p.tolist()
    [1.0]
    """

    p: Floats
    false_clear: Floats


def block_test(
    mentions: Floats, words: Floats, later: NDArray[np.bool_], *, draws: int = 1999, seed: int = 1, factor: float = 1.5
) -> BlockTest:
    """Test for one person whether a code's rate differs between two waves, by shuffling blocks of talk.

    Parameters
    ----------
    mentions : array of blocks x codes
        Mentions in each block, of both waves.
    words : array of blocks
        Words in each block.
    later : array of blocks
        True for the blocks of the later wave.
    draws, seed : int
        Where there are more than 20,000 ways to divide the blocks over the waves.
    factor : float
        By which a rate must differ to count as a change, in `false_clear`.

    Returns
    -------
    BlockTest
        p and `false_clear` of each code.

    Notes
    -----
    If nothing changed, a block could as well have been spoken in the other interview. The p is the share of divisions
    with a difference of rates at least as large. It answers for these two interviews, not for the person's life. Blocks
    must be long enough to hold a whole cluster (some 5 to 10 turns, 300 words). `false_clear` is the share of divisions
    that would themselves have had p of at most .05 and the factor.

    References
    ----------
    Winkler, Webster, Vidaurre, Nichols and Smith (2015), Multi-level block permutation, NeuroImage 123, 253-268.

    Examples
    --------
    >>> mentions = np.array([[0], [1], [0], [0], [1], [0], [3], [4], [2], [3], [5], [2]])
    >>> found = block_test(mentions, np.full(12, 300.0), np.arange(12) >= 6)
    >>> round(float(found.p[0]), 4)
    0.0022
    """
    splits = divide_blocks(later, draws, seed)
    said, spoken = splits @ mentions, (splits @ words)[:, None]
    all_said, rest = mentions.sum(axis=0), words.sum() - spoken
    distance = np.abs(said * (1.0 / spoken + 1.0 / rest) - all_said / rest)  # of the two rates
    tie = TIE * (all_said / words.sum())
    p = (distance >= distance[0] - tie).mean(axis=0)
    rank = len(distance) - 1 - len(distance) // 20  # those beyond it have p of at most .05
    row, column = np.nonzero(distance >= np.partition(distance, rank, axis=0)[rank] + tie)
    after = said[row, column] / spoken[row, 0]
    before = (all_said[column] - said[row, column]) / rest[row, 0]
    large = np.maximum(before, after) >= factor * np.minimum(before, after)
    false_clear = np.bincount(column[large], minlength=len(all_said)) / len(distance)
    return BlockTest(p, np.where(all_said > 0, false_clear, 0.0))


def pooled_dispersion(mentions: list[Floats], *, fewest: int = 8, otherwise: float = 4.0) -> Floats:
    """Return for each code by how much its mentions vary more over blocks than independent ones would, over all
    interviews.

    Parameters
    ----------
    mentions : list of arrays of blocks x codes
        One for each person and wave, blocks of about the same size; interviews of a single block say nothing.
    fewest : int
        With fewer interviews than this the estimate is too unsteady, and `otherwise` is returned.
    otherwise : float
        For too few interviews, and for codes that nobody mentions.

    Returns
    -------
    array of codes
        Variance over mean, at least 1.

    References
    ----------
    McCullagh and Nelder (1989), Generalized Linear Models, chapter 6.

    Examples
    --------
    >>> pooled_dispersion([np.array([[0.0], [4.0], [0.0], [0.0]])] * 8).tolist()
    [4.0]
    """
    columns = mentions[0].shape[1] if mentions else 0
    usable = [block for block in mentions if len(block) > 1]
    if len(usable) < fewest:
        return np.full(columns, otherwise)
    spread = np.sum([block.var(axis=0, ddof=1) for block in usable], axis=0)
    mean = np.sum([block.mean(axis=0) for block in usable], axis=0)
    ratio: Floats = np.divide(spread, mean, out=np.full(columns, otherwise), where=mean > 0)
    return np.maximum(1.0, ratio)


def resample_blocks(mentions: Floats, words: Floats, *, draws: int = 200, seed: int = 1) -> tuple[Floats, Floats]:
    """Return interviews put together from blocks of one interview, drawn with replacement.

    Parameters
    ----------
    mentions : array of blocks x codes
        Mentions in each block.
    words : array of blocks
        Words in each block.
    draws, seed : int
        How many interviews, and from which random numbers.

    Returns
    -------
    tuple of arrays
        Mentions (draws x codes) and words (draws).

    References
    ----------
    Künsch (1989), The jackknife and the bootstrap for general stationary observations, Annals of Statistics 17,
    1217-1241.

    Examples
    --------
    >>> mentions, words = resample_blocks(np.array([[1.0], [1.0]]), np.array([300.0, 300.0]), draws=3)
    >>> mentions.ravel().tolist(), words.tolist()
    ([2.0, 2.0, 2.0], [600.0, 600.0, 600.0])
    """
    blocks = len(words)
    times = np.random.default_rng(seed).multinomial(blocks, np.full(blocks, 1.0 / blocks), size=draws)
    return times @ mentions, times @ words


def divide_blocks(later: NDArray[np.bool_], draws: int, seed: int) -> Floats:
    """Return ways to divide blocks over two waves, the observed one first.

    Parameters
    ----------
    later : array of blocks
        True for the blocks of the later wave.
    draws, seed : int
        How many divisions are drawn, and from which random numbers, where there are more than 20,000.

    Returns
    -------
    array of divisions x blocks
        1 for the later wave, 0 for the earlier one. All divisions with as many later blocks, where they are few enough.

    References
    ----------
    Edgington and Onghena (2007), Randomization Tests.

    Examples
    --------
    >>> divide_blocks(np.array([True, False, False]), 9, 1).astype(int).tolist()
    [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    """
    blocks, size = len(later), int(later.sum())
    if comb(blocks, size) <= ALL_SPLITS:
        chosen = np.array(list(combinations(range(blocks), size)), dtype=np.int64).reshape(-1, size)
        splits = np.zeros((len(chosen), blocks))
        np.put_along_axis(splits, chosen, 1.0, axis=1)
        same = (splits == later).all(axis=1)
        return np.concatenate([splits[same], splits[~same]])
    return np.concatenate([later[None, :].astype(float), later[_orders(blocks, draws, seed)].astype(float)])


@lru_cache(maxsize=4)
def _orders(blocks: int, draws: int, seed: int) -> NDArray[np.int64]:
    """Return blocks in random orders, the same for everybody who spoke as many."""
    return np.argsort(np.random.default_rng(seed).random((draws, blocks)), axis=1)
