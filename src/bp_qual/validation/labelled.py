"""All passages with what the codebook found in them, and those of a sample with what a person found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand import HandCodings
from bp_qual.coding.judgements import coded_passages, find_judged
from bp_qual.coding.passages import cut_with_sentences
from bp_qual.coding.within_passages import count_found, count_marked, find_broad_marks
from bp_qual.transcripts import Corpus
from bp_qual.validation.made_for import judged_apart, usable

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
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
        How often the codebook and the person found the code, the latter counted as the codebook counts (`count_marked`)
        and NaN where the person did not judge the passage.
    automatic_sentences, human_sentences : array of codes x passages
        In how many sentences they found it.
    broad : array of codes x passages
        Whether the person marked several sentences of the passage at once, which does not say how often the code is in
        it, nor in which sentences.
    chances : array of codes x passages
        Probability of being judged; 1 where it is not known, and not used then.
    strata : array of passages
        The number of the stratum that a passage was drawn from; -1 for those that were not drawn.
    stratum_names : tuple of str
        What the strata are called: that of number n has the place n // 2, of which those that were judged for another
        sample are a part.
    stratified : bool
        Whether all passages of a stratum had the same chance.
    drawn, judged : int
        How many passages the sample has, and how many of these the person finished for all or some codes.

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
    automatic_sentences: Floats
    human_sentences: Floats
    broad: Flags
    chances: Floats
    strata: Whole
    stratum_names: tuple[str, ...]
    stratified: bool
    drawn: int
    judged: int

    @property
    def judged_by_code(self) -> dict[int, tuple[str, ...]]:
        """Which codes were judged in how many passages, most first.

        >>> from bp_qual.coding.by_hand import Event, History, place_codings
        >>> from bp_qual.validation.sampling import draw_sample
        >>> done = Event("1", "done", n=1, interview="P01_2010", code="money")
        >>> anna = place_codings(History("anna", (done,)), corpus)
        >>> units = draw_sample(corpus, codings, codebook, n=2).units
        >>> label_passages(units, anna, codings, corpus, codebook).judged_by_code
        {1: ('money',), 0: ('contact',)}
        """
        numbers = np.isfinite(self.human).sum(axis=1).tolist()
        codes = {n: tuple(code for code, own in zip(self.codes, numbers, strict=True) if own == n) for n in numbers}
        return dict(sorted(codes.items(), reverse=True))

    def unjudged_strata(self, number: int, within: Flags) -> tuple[str, ...]:
        """Return the strata of which passages were drawn and none was judged for a code: nothing stands for these.

        Parameters
        ----------
        number : int
            Of the code.
        within : array of passages
            Which passages it is about: those of a wave.

        Returns
        -------
        tuple of str
            Their names.

        Examples
        --------
        >>> from bp_qual.coding.by_hand import Event, History, place_codings
        >>> from bp_qual.validation.sampling import draw_sample
        >>> anna = place_codings(History("anna", (Event("1", "done", n=1, interview="P01_2010"),)), corpus)
        >>> units = draw_sample(corpus, codings, codebook, n=2, design="srs").units
        >>> found = label_passages(units, anna, codings, corpus, codebook)
        >>> found.unjudged_strata(0, found.strata >= 0)
        ('2020',)
        """
        drawn = within & (self.strata >= 0)
        seen = np.isfinite(self.human[number])
        left = np.setdiff1d(self.strata[drawn] // 2, self.strata[drawn & seen] // 2)
        return tuple(self.stratum_names[at] for at in left.tolist())


def label_passages(
    sample: pd.DataFrame, hand: HandCodings, hits: pd.DataFrame, corpus: Corpus, codebook: Codebook
) -> Labelled:
    """Combine what the codebook found in all passages with what a person found in those of a sample.

    Parameters
    ----------
    sample : DataFrame
        The units of a `Sample`, or as read back with `read_chances`: only then it is known which other samples there
        are, and passages that were judged for one of these count beside those of this sample and not in their place.
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
    passages, sentences = cut_with_sentences(corpus)
    codes = tuple(code for code in codebook.ids if code in codebook.sought)
    places = list(zip(*(passages[name].tolist() for name in ("interview", "start", "end")), strict=True))
    row_of = {place: row for row, place in enumerate(places)}
    keys = list(zip(*(sample[name].tolist() for name in ("interview", "start", "end")), strict=True))
    rows = np.array([row_of[key] for key in keys if key in row_of], dtype=np.int64)
    kept = sample[[key in row_of for key in keys]]
    stratified = bool((kept["design"] != "pps").all())
    names, stratum = np.unique(kept["stratum"].to_numpy(dtype=str), return_inverse=True)
    finished, apart = find_judged(kept, hand, corpus, codebook, codes), judged_apart(kept, hand)
    finished = usable(kept, finished, apart)
    strata = np.full(len(passages), -1, dtype=np.int64)
    strata[rows] = 2 * stratum + apart
    chances = np.ones((len(codes), len(passages)))
    chances[:, rows] = _chances(kept, 2 * stratum + apart, finished)
    judged = np.zeros(chances.shape, dtype=bool)
    judged[:, rows] = finished
    marked = coded_passages(hand, codebook)
    counted = hits[hits["status"] != "rejected"]
    in_sentences = counted.assign(**_sentences_of(sentences, counted))
    human, human_sentences = (
        np.where(judged, count_marked(passages, marked, found, codes), np.nan) for found in (counted, in_sentences)
    )
    once = in_sentences.drop_duplicates(["interview", "start", "code"])
    broad = judged & find_broad_marks(passages, marked, sentences, codes)
    return Labelled(
        passages, codes, count_found(passages, counted, codes).astype(np.float64), human,
        count_found(passages, once, codes).astype(np.float64), human_sentences, broad, chances, strata,
        tuple(map(str, names)), stratified, len(sample), int(finished.any(axis=0).sum()),
    )  # fmt: skip


def _sentences_of(sentences: Mapping[str, Whole], hits: pd.DataFrame) -> dict[str, Whole]:
    """Return where the sentence begins and ends that each hit begins in."""
    starts, ends = (hits[name].to_numpy(dtype=np.int64).copy() for name in ("start", "end"))
    rows = hits.reset_index(drop=True).groupby("interview", sort=False).indices
    for interview, own in rows.items():
        spans = sentences[interview]
        at = np.maximum(np.searchsorted(spans[:, 0], starts[own], side="right") - 1, 0)
        starts[own], ends[own] = spans[at, 0], spans[at, 1]
    return {"start": starts, "end": ends}


def _chances(sample: pd.DataFrame, cell: Whole, finished: NDArray[np.bool_]) -> Floats:
    """Return the chances of the units for each code, made smaller by the part of their cell that is not finished.

    Units of a pilot that was drawn with unequal probabilities, and those that were drawn beside it, are two draws: of
    each its own part is finished.
    """
    chances = sample["chance"].to_numpy(dtype=float)
    if "pilot_chance" not in sample:
        found = chances * _parts(cell, finished, np.ones(len(sample), dtype=bool))
    else:
        early, is_early = sample["pilot_chance"].to_numpy(dtype=float), sample["pilot"].to_numpy(dtype=bool)
        found = early * _parts(cell, finished, is_early) + (chances - early) * _parts(cell, finished, ~is_early)
    known: Floats = np.where(found > 0, found, 1.0)
    return known


def _parts(cell: Whole, finished: NDArray[np.bool_], among: NDArray[np.bool_]) -> Floats:
    """Return for each code and unit what part of some units of its cell is finished; 1 where there are none."""
    drawn = np.bincount(cell, among, int(cell.max(initial=-1)) + 1)
    done = np.array([np.bincount(cell, own & among, len(drawn)) for own in finished]).reshape(-1, len(drawn))
    parts: Floats = np.where(drawn > 0, done / np.maximum(drawn, 1), 1.0)[:, cell]
    return parts
