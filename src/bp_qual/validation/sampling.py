"""Drawing a sample of passages to be coded by people, each with a known probability of being drawn."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from bp_qual.codebook import Codebook
from bp_qual.statistics.allocation import draw_in_order, draw_strata, share_out, unequal_chances
from bp_qual.statistics.corrected import weigh_units
from bp_qual.statistics.intervals import t_quantile
from bp_qual.transcripts import Corpus
from bp_qual.validation.look_alikes import find_look_alikes
from bp_qual.validation.passages import cut_in_passages
from bp_qual.validation.within_passages import count_found

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Design = Literal["near-miss", "pps", "srs"]
DESIGNS: tuple[Design, ...] = ("near-miss", "pps", "srs")
LAYERS = ("clear", "near", "hit")
SPREADS = (0.12, 0.4, 0.4)  # guessed standard deviations of the error in each layer, before anybody coded
SIZES = (200, 400, 800)
SAMPLE_COLUMNS = (
    "unit", "interview", "start", "end", "order", "wave", "stratum", "stratum_units", "chance", "design", "seed",
    "codes", "corpus", "codebook",
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """Passages to be coded by people.

    Attributes
    ----------
    units : DataFrame
        `SAMPLE_COLUMNS`, a row for each passage that was drawn: where it is, in which order to code it, the stratum it
        was drawn from with how many passages that holds, its ``chance`` (inclusion probability), and the same in every
        row: design, seed, codes of interest, and what stands for the interviews and the codebook it was drawn with.
    widths : DataFrame
        code, n, width: how wide the 95 % interval of the corrected change will be, as a share of passages, with n
        passages drawn like this. Empty where fewer than three persons have two waves.
    passages : int
        Of how many they were drawn.

    Examples
    --------
    >>> sample = draw_sample(corpus, codings, codebook, n=2)
    >>> len(sample.units), sample.passages
    (2, 2)
    """

    units: pd.DataFrame
    widths: pd.DataFrame
    passages: int


@dataclass(frozen=True, slots=True, eq=False)
class _Frame:
    passages: pd.DataFrame
    labels: NDArray[np.bool_]  # codes x passages
    near: NDArray[np.bool_]  # codes x passages

    @property
    def layers(self) -> Whole:
        """The number in `LAYERS` of each passage, whatever the code."""
        return np.where(self.labels.any(axis=0), 2, np.where(self.near.any(axis=0), 1, 0)).astype(np.int64)


def draw_sample(
    corpus: Corpus, hits: pd.DataFrame, codebook: Codebook, *, n: int = 400, design: Design | None = None,
    codes: Sequence[str] = (), seed: int = 1,
) -> Sample:  # fmt: skip
    """Draw passages of about 60 words to be coded by people, from all respondents and waves.

    Parameters
    ----------
    corpus, codebook : Corpus and Codebook
        The interviews, and what was looked for.
    hits : DataFrame
        From `apply_codebook`.
    n : int
        How many passages.
    design : {"near-miss", "pps", "srs"}, optional
        *near-miss*: strata of wave x hit, look-alike or neither, with most where most errors are expected (the default
        where codes are named). *pps*: all codes at once, with probabilities by what a passage is expected to tell (the
        default otherwise). *srs*: the same probability for all passages of a wave.
    codes : sequence of str
        The codes of interest; all that have terms if not given.
    seed : int
        The same seed draws the same passages.

    Returns
    -------
    Sample

    Raises
    ------
    ValueError
        For an unknown design or code, or fewer than two passages.

    Notes
    -----
    Drawing only what the codebook found would tell how often it is right, and nothing of what it missed; the change is
    wrong by what was missed. Before anybody coded, the standard deviation of the error in a passage is guessed as .4
    for hits and look-alikes and .12 for others.

    Examples
    --------
    >>> sample = draw_sample(corpus, codings, codebook, n=2, codes=["money"])
    >>> sample.units[["unit", "interview", "stratum", "chance"]].values.tolist()
    [['u1', 'P01_2010', '2010 hit', 1.0], ['u2', 'P01_2020', '2020 hit', 1.0]]
    """
    design = design or ("near-miss" if codes else "pps")
    wanted = tuple(codes) or tuple(code for code in codebook.ids if code in codebook.sought)
    if design not in DESIGNS:
        raise ValueError(f"design is near-miss, pps or srs, not {design!r}")
    if strange := [code for code in wanted if code not in codebook.ids]:
        raise ValueError(f"the codebook has no code {strange[0]!r}")
    if n < 2:
        raise ValueError("a sample has two passages or more")
    frame = _list_passages(corpus, hits, codebook, wanted)
    rng = np.random.default_rng(seed)
    strata, names = _stratify(frame, design)
    chances = _chances(frame, design, strata, n)
    if design == "pps":
        drawn = draw_in_order(chances, rng)
    else:
        drawn = draw_strata(strata, np.rint(np.bincount(strata, chances, len(names))).astype(np.int64), rng)
    units = _as_table(frame.passages, np.flatnonzero(drawn), strata, names, chances, rng)
    stamps = {
        "design": design, "seed": seed, "codes": " ".join(wanted), "corpus": stamp_corpus(corpus),
        "codebook": codebook.coder,
    }  # fmt: skip
    widths = _expect_widths(frame, design, strata, corpus, wanted, n)
    return Sample(units.assign(**stamps)[list(SAMPLE_COLUMNS)], widths, len(frame.passages))


def stamp_corpus(corpus: Corpus) -> str:
    """Return what stands for the texts of the interviews: changed when one of them is.

    >>> len(stamp_corpus(corpus))
    16
    """
    stamp = hashlib.sha256()
    for transcript in corpus.transcripts:
        stamp.update(f"{transcript.interview}\x1f{transcript.text}\x1e".encode("utf-8", "surrogatepass"))
    return stamp.hexdigest()[:16]


def _list_passages(corpus: Corpus, hits: pd.DataFrame, codebook: Codebook, codes: Sequence[str]) -> _Frame:
    passages = cut_in_passages(corpus)
    labels = count_found(passages, hits, codes) > 0
    near = find_look_alikes(passages, corpus, codebook, [_below(codebook, code) for code in codes])
    return _Frame(passages, labels, near & ~labels)


def _below(codebook: Codebook, code: str) -> Collection[str]:
    return {other for other in codebook.ids if other == code or code in codebook.ancestors(other)}


def _stratify(frame: _Frame, design: Design) -> tuple[Whole, list[str]]:
    """Return the number of the stratum of each passage, and what the strata are called."""
    waves, wave = np.unique(frame.passages["wave"].to_numpy(dtype=str), return_inverse=True)
    if design != "near-miss":
        return wave.astype(np.int64), [str(name) for name in waves]
    present, strata = np.unique(wave * 3 + frame.layers, return_inverse=True)
    return strata.astype(np.int64), [f"{waves[at // 3]} {LAYERS[at % 3]}" for at in present.tolist()]


def _chances(frame: _Frame, design: Design, strata: Whole, n: int) -> Floats:
    """Return the probability of each passage to be drawn."""
    if design == "pps":
        return unequal_chances(np.sqrt(_expected_errors(frame).sum(axis=0)), n)
    sizes = np.bincount(strata)
    spreads = np.ones(len(sizes))
    if design == "near-miss":
        first = np.unique(strata, return_index=True)[1]
        spreads = np.array(SPREADS)[frame.layers[first]]
    chances: Floats = (share_out(sizes, spreads, n) / sizes)[strata]
    return chances


def _spreads(frame: _Frame) -> Floats:
    """Return the guessed standard deviation of the error, codes x passages."""
    spreads: Floats = np.array(SPREADS)[np.where(frame.labels, 2, np.where(frame.near, 1, 0))]
    return spreads


def _expected_errors(frame: _Frame) -> Floats:
    """Return what part of a code's error each passage is expected to hold, codes x passages."""
    cells = frame.passages["person"].astype(str) + "\x1f" + frame.passages["wave"].astype(str)
    _, cell, counts = np.unique(cells.to_numpy(dtype=str), return_inverse=True, return_counts=True)
    parts = np.square(_spreads(frame) / counts[cell])
    shares: Floats = parts / np.maximum(parts.sum(axis=1, keepdims=True), 1e-300)
    return shares


def _as_table(
    passages: pd.DataFrame, rows: Whole, strata: Whole, names: Sequence[str], chances: Floats, rng: np.random.Generator
) -> pd.DataFrame:
    sizes = np.bincount(strata, minlength=len(names))
    table = passages.iloc[rows][["interview", "start", "end", "wave"]].reset_index(drop=True)
    order = rng.permutation(len(rows)) + 1
    return table.assign(
        unit=[f"u{at + 1}" for at in range(len(rows))], order=order,
        stratum=[names[at] for at in strata[rows].tolist()], stratum_units=sizes[strata[rows]], chance=chances[rows],
    )  # fmt: skip


def _expect_widths(
    frame: _Frame, design: Design, strata: Whole, corpus: Corpus, codes: Sequence[str], n: int
) -> pd.DataFrame:
    """Return how wide the interval of each code's corrected change will be, from the guessed errors."""
    import pandas as pd

    columns = ["code", "n", "width"]
    if len(corpus.waves) < 2:
        return pd.DataFrame(columns=columns)
    rows, person, wave, names = pair_passages(frame.passages, corpus.waves[0], corpus.waves[-1])
    persons = len(names)
    if persons < 3:
        return pd.DataFrame(columns=columns)
    weights = weigh_units(person, wave, np.ones(len(rows)), persons)
    spreads = _spreads(frame)[:, rows]
    found = []
    for size in sorted({*SIZES, n}):
        chances = _chances(frame, design, strata, size)[rows]
        for code, labels, spread in zip(codes, frame.labels[:, rows], spreads, strict=True):
            changes = persons * np.bincount(person, weights * labels, persons)
            variance = changes.var(ddof=1) / persons + float(
                ((1.0 / chances - 1.0) * np.square(weights * spread)).sum()
            )
            found.append((code, min(size, len(strata)), 2.0 * t_quantile(0.95, persons - 1) * float(np.sqrt(variance))))
    return pd.DataFrame(found, columns=columns).drop_duplicates(ignore_index=True)


def pair_passages(
    passages: pd.DataFrame, before: str, after: str, *, persons: Sequence[str] | None = None
) -> tuple[Whole, Whole, Whole, tuple[str, ...]]:
    """Return the passages of persons who have some in both waves.

    Parameters
    ----------
    passages : DataFrame
        From `cut_in_passages`.
    before, after : str
        The waves.
    persons : sequence of str, optional
        Only these.

    Returns
    -------
    rows, person, wave : arrays of passages
        Which rows, the number of the person, and 0 or 1.
    names : tuple of str
        Of the persons, by their number.

    Examples
    --------
    >>> rows, person, wave, names = pair_passages(cut_in_passages(corpus), "2010", "2020")
    >>> rows.tolist(), person.tolist(), wave.tolist(), names
    ([0, 1], [0, 0], [0, 1], ('P01',))
    """
    who, when = passages["person"].to_numpy(dtype=str), passages["wave"].to_numpy(dtype=str)
    both = set(who[when == before]) & set(who[when == after])
    kept = sorted(both if persons is None else both & set(persons))
    rows = np.flatnonzero(np.isin(when, [before, after]) & np.isin(who, kept))
    names, person = np.unique(who[rows], return_inverse=True)
    return rows, person.astype(np.int64), (when[rows] == after).astype(np.int64), tuple(map(str, names))
