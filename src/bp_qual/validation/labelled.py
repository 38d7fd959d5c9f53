"""All passages with what the codebook found in them, and those of a sample with what a person found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand import HandCodings
from bp_qual.transcripts import Corpus
from bp_qual.validation.judgements import coded_passages, count_found, finished_interviews
from bp_qual.validation.passages import cut_in_passages

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Labelled:
    """Passages of all respondents, and how often each code was found in them.

    Attributes
    ----------
    passages : DataFrame
        As from `cut_in_passages`.
    codes : tuple of str
        The codes that have terms.
    automatic, human : array of codes x passages
        How often the codebook and the person found the code; human is NaN where the person did not judge the passage.
    chances : array of passages
        Probability of being judged; 1 where it is not known, and not used then.
    strata : array of passages
        The number of the stratum that a passage was drawn from; -1 for those that were not drawn.
    stratified : bool
        Whether all passages of a stratum had the same chance.
    drawn, judged : int
        How many passages the sample has, and how many of these the person finished.

    Examples
    --------
    >>> from bp_qual.coding.by_hand import Event, History, place_codings
    >>> from bp_qual.validation.sampling import draw_sample
    >>> anna = place_codings(History("anna", (Event("1", "done", n=1, interview="P01_2010"),)), corpus)
    >>> units = draw_sample(corpus, codings, codebook, n=2).units
    >>> found = label_passages(units, anna, codings, corpus, codebook)
    >>> found.drawn, found.judged  # she did not finish the interview of 2020
    (2, 1)
    """

    passages: pd.DataFrame
    codes: tuple[str, ...]
    automatic: Floats
    human: Floats
    chances: Floats
    strata: Whole
    stratified: bool
    drawn: int
    judged: int


def label_passages(
    sample: pd.DataFrame, hand: HandCodings, hits: pd.DataFrame, corpus: Corpus, codebook: Codebook
) -> Labelled:
    """Combine what the codebook found in all passages with what a person found in those of a sample.

    Parameters
    ----------
    sample : DataFrame
        The units of a `Sample`, or as read back with `read_chances`.
    hand : HandCodings
        The codings of the person who coded the sample. The page shows units in random order, so where some are not
        finished the rest is a smaller sample of the same strata, and its chances are made smaller accordingly.
    hits : DataFrame
        From `apply_codebook`.
    corpus, codebook : Corpus and Codebook
        As they are now.

    Returns
    -------
    Labelled

    Examples
    --------
    >>> from bp_qual.coding.by_hand import Event, History, place_codings
    >>> from bp_qual.validation.sampling import draw_sample
    >>> done = tuple(Event(wave, "done", n=1, interview=f"P01_{wave}") for wave in ("2010", "2020"))
    >>> units = draw_sample(corpus, codings, codebook, n=2).units
    >>> found = label_passages(units, place_codings(History("anna", done), corpus), codings, corpus, codebook)
    >>> found.automatic.tolist(), found.human.tolist()
    ([[0.0, 1.0], [1.0, 1.0]], [[0.0, 0.0], [0.0, 0.0]])
    """
    passages = cut_in_passages(corpus)
    codes = tuple(code for code in codebook.ids if code in codebook.sought)
    places = list(zip(*(passages[name].tolist() for name in ("interview", "start", "end")), strict=True))
    row_of = {place: row for row, place in enumerate(places)}
    keys = list(zip(*(sample[name].tolist() for name in ("interview", "start", "end")), strict=True))
    rows = np.array([row_of[key] for key in keys if key in row_of], dtype=np.int64)
    kept = sample[[key in row_of for key in keys]]
    stratified = bool((kept["design"] != "pps").all())
    _, stratum = np.unique(kept["stratum"].to_numpy(dtype=str), return_inverse=True)
    strata = np.full(len(passages), -1, dtype=np.int64)
    strata[rows] = stratum
    finished = _finished(hand, corpus, codebook, [places[row] for row in rows.tolist()])
    chances = np.ones(len(passages))
    chances[rows] = _chances(kept, stratum, finished)
    human = np.full((len(codes), len(passages)), np.nan)
    by_person = count_found(passages, coded_passages(hand, codebook), codes)
    human[:, rows[finished]] = by_person[:, rows[finished]]
    automatic = count_found(passages, hits[hits["status"] != "rejected"], codes).astype(np.float64)
    return Labelled(passages, codes, automatic, human, chances, strata, stratified, len(sample), int(finished.sum()))


def _finished(
    hand: HandCodings, corpus: Corpus, codebook: Codebook, places: list[tuple[str, int, int]]
) -> NDArray[np.bool_]:
    whole = {interview for interview, _ in finished_interviews(hand, corpus, codebook)}
    units = set(zip(*(hand.units[name].tolist() for name in ("interview", "start", "end")), strict=True))
    return np.array([place in units or place[0] in whole for place in places], dtype=bool)


def _chances(sample: pd.DataFrame, stratum: Whole, finished: NDArray[np.bool_]) -> Floats:
    """Return the chances of the units, made smaller by the part of their stratum that is not finished."""
    part = np.bincount(stratum, finished) / np.maximum(np.bincount(stratum), 1)
    chances: Floats = sample["chance"].to_numpy(dtype=float) * np.where(part > 0, part, 1.0)[stratum]
    return chances
