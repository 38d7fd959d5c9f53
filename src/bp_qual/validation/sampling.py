"""Drawing a sample of passages to be coded by people, each with a known probability of being drawn."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from bp_qual.codebook import Codebook
from bp_qual.coding.passages import cut_in_passages
from bp_qual.coding.within_passages import count_found
from bp_qual.statistics.allocation import (
    draw_beside,
    draw_in_order,
    draw_strata,
    mix_within,
    share_out,
    unequal_chances,
)
from bp_qual.transcripts import Corpus
from bp_qual.validation.expected_widths import SPREADS, Errors, expect_widths
from bp_qual.validation.look_alikes import find_look_alikes
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

    from bp_qual.validation.labelled import Labelled

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]
Design = Literal["near-miss", "similar", "pps", "srs"]
DESIGNS: tuple[Design, ...] = ("near-miss", "similar", "pps", "srs")
LAYERED: tuple[Design, ...] = ("near-miss", "similar")
LAYERS = ("clear", "near", "hit")
SAMPLE_COLUMNS = (
    "unit", "interview", "start", "end", "order", "wave", "stratum", "stratum_units", "chance", "design", "seed",
    "codes", "corpus", "codebook",
)  # fmt: skip
SAID = "said"  # the column that stands for the words of a passage
PILOT_CHANCES = ("pilot", "pilot_chance")  # of a sample that tops up one with unequal probabilities


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """Passages to be coded by people.

    Attributes
    ----------
    units : DataFrame
        `SAMPLE_COLUMNS`, a row for each passage that was drawn: where it is, in which order to code it, the stratum it
        was drawn from with how many passages that holds, its ``chance`` (inclusion probability), and the same in every
        row: design, seed, codes of interest, and what stands for the interviews and the codebook it was drawn with.
        Then ``said``, which stands for the words of the passage.
    widths : DataFrame
        code, n, width: how wide the 95 % interval of the corrected change will be, as a share of passages, with n
        passages drawn like this. Empty where fewer than six persons have two waves.
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
    labels: Flags  # codes x passages
    near: Flags  # codes x passages
    worth: Floats  # how much each passage is expected to tell about any code

    @property
    def layers(self) -> Whole:
        """The number in `LAYERS` of each passage, whatever the code."""
        return np.where(self.labels.any(axis=0), 2, np.where(self.near.any(axis=0), 1, 0)).astype(np.int64)


def draw_sample(
    corpus: Corpus, hits: pd.DataFrame, codebook: Codebook, *, n: int = 400, design: Design | None = None,
    codes: Sequence[str] = (), seed: int = 1, similar: pd.DataFrame | None = None,
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
    design : {"near-miss", "similar", "pps", "srs"}, optional
        *near-miss*: strata of wave x hit, look-alike or neither, with most where most errors are expected (the default
        where codes are named). *similar*: the same, with what is ``similar`` beside look-alikes. *pps*: all codes at
        once, with probabilities by what a passage is expected to tell (the default otherwise). *srs*: the same
        probability for all passages of a wave.
    codes : sequence of str
        The codes of interest; all that have terms if not given.
    seed : int
        The same seed draws the same passages.
    similar : DataFrame, optional
        interview, start, end, code: what is like what is known of a code and was not found, from `suggest_passages`
        with the codebook's hits alone, so that a top-up has the same.

    Returns
    -------
    Sample

    Raises
    ------
    ValueError
        For an unknown design or code, fewer than two passages, or *similar* without what is similar.

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
    wanted = tuple(dict.fromkeys(codes)) or tuple(code for code in codebook.ids if code in codebook.sought)
    if design not in DESIGNS:
        raise ValueError(f"design is near-miss, similar, pps or srs, not {design!r}")
    if strange := [code for code in wanted if code not in codebook.ids]:
        raise ValueError(f"the codebook has no code {strange[0]!r}")
    if n < 2:
        raise ValueError("a sample has two passages or more")
    frame = _list_passages(corpus, hits, codebook, wanted, _similar_for(design, similar))
    rng = np.random.default_rng(seed)
    strata, names = _stratify(frame, design)
    chances = _chances(frame, design, strata, n)
    if design == "pps":
        drawn = draw_in_order(chances, rng, mix_within(_cells(frame.passages), rng))
    else:
        drawn = draw_strata(strata, np.rint(np.bincount(strata, chances, len(names))).astype(np.int64), rng)
    units = _as_table(frame.passages, np.flatnonzero(drawn), strata, names, chances, rng)
    stamps = {
        "design": design, "seed": seed, "codes": " ".join(wanted), "corpus": stamp_corpus(corpus),
        "codebook": codebook.coder,
    }  # fmt: skip
    errors = Errors(frame.passages, wanted, frame.labels, frame.near)
    widths = expect_widths(errors, corpus.waves, lambda size: _chances(frame, design, strata, size), n)
    return Sample(_whole(units.assign(**stamps), corpus), widths, len(frame.passages))


def top_up_sample(
    pilot: pd.DataFrame, corpus: Corpus, hits: pd.DataFrame, codebook: Codebook, *, n: int = 200, seed: int = 1,
    labelled: Labelled | None = None, similar: pd.DataFrame | None = None,
) -> Sample:  # fmt: skip
    """Draw more passages beside those of a sample, with most where its coding showed most errors.

    Parameters
    ----------
    pilot : DataFrame
        The units that were drawn: of a `Sample`, or from `read_chances`.
    corpus, hits, codebook
        As in `draw_sample`; the codebook with which the pilot was drawn.
    n : int
        How many more.
    seed : int
        The same seed draws the same passages.
    labelled : Labelled, optional
        From `label_passages`, what a person found in the pilot; without it errors are guessed as before.
    similar : DataFrame, optional
        As in `draw_sample`, for a pilot with that design.

    Returns
    -------
    Sample
        Of pilot and new passages together, each with its probability of being drawn at all, and the widths to expect by
        what the pilot showed. Passages of the pilot keep their ids; what was coded in them counts. With unequal
        probabilities ``pilot`` says which these are, and ``pilot_chance`` with which probability each was drawn for the
        pilot; then a pilot is topped up once, and what tops it up can be topped up again.

    Raises
    ------
    ValueError
        For another codebook, or other strata or probabilities than those of the pilot.

    Notes
    -----
    In strata the two draws together are one without replacement. With unequal probabilities they have those of one
    sample that is n larger, and a few more or fewer than n are drawn: as many as the pilot left over. How many are
    drawn where leans on the pilot's errors, taken together with as much as five passages of the first guess, so that a
    stratum without an error in the pilot is not left alone.

    References
    ----------
    Cochran (1977), Sampling Techniques, 3rd edition, sections 5.9 and 4.7.

    Examples
    --------
    >>> pilot = draw_sample(corpus, codings, codebook, n=2, design="srs").units
    >>> more = top_up_sample(pilot, corpus, codings, codebook, n=2).units
    >>> more["unit"].tolist(), more["chance"].tolist()
    (['u1', 'u2'], [1.0, 1.0])
    """
    design, wanted = str(pilot["design"].iloc[0]), str(pilot["codes"].iloc[0]).split()
    drawn_with = str(pilot["codebook"].iloc[0])
    if not finds_the_same(drawn_with, codebook.coder):
        raise ValueError(Remark("sample of other codebook", values={"drawn_with": drawn_with, "now": codebook.coder}))
    frame = _list_passages(corpus, hits, codebook, wanted, _similar_for(design, similar))
    rng = np.random.default_rng((seed, len(pilot)))  # not the numbers that drew the pilot: the draws would go together
    strata, names = _stratify(frame, design)  # type: ignore[arg-type]
    places = dict(zip(zip(pilot["interview"], pilot["start"], pilot["end"], strict=True), pilot["unit"], strict=True))
    own = frame.passages[["interview", "start", "end"]].itertuples(index=False, name=None)
    ids = [places.get(place, "") for place in own]
    old = np.array([bool(unit) for unit in ids], dtype=bool)
    stages: dict[str, object] = {}
    if design == "pps":
        early_chances, order = pilot["chance"].to_numpy(dtype=float), mix_within(_cells(frame.passages), rng)
        drawn, chances, early = draw_beside(frame.worth, old, early_chances, n, rng, order)
        stages = {"pilot": old[drawn].astype(np.int64), "pilot_chance": early[drawn]}

        def chances_of(size: int) -> Floats:
            return _chances(frame, design, strata, size)  # type: ignore[arg-type]
    else:
        sizes, had = np.bincount(strata), np.bincount(strata[old], minlength=len(names))
        now = dict(zip(names, sizes.tolist(), strict=True))
        if any(now.get(name) != units for name, units in zip(pilot["stratum"], pilot["stratum_units"], strict=True)):
            raise ValueError(Remark("sample of other strata"))
        spreads = _seen_spreads(frame, strata, labelled, wanted) if design in LAYERED else np.ones(len(names))
        numbers = _share_beside(sizes, spreads, had, int(had.sum()) + n)
        drawn = old | draw_strata(np.where(old, len(names), strata), numbers - had, rng)
        chances = (numbers / sizes)[strata]

        def chances_of(size: int) -> Floats:
            return (_share_beside(sizes, spreads, numbers, size) / sizes)[strata]

    units = _as_table(frame.passages, np.flatnonzero(drawn), strata, names, chances, rng)
    kept = [ids[row] for row in np.flatnonzero(drawn).tolist()]
    new = iter(f"u{len(pilot) + number}" for number in range(1, len(units) + 1))
    units = units.assign(unit=[unit or next(new) for unit in kept], **stages)
    stamps = {name: pilot[name].iloc[0] for name in ("design", "codes", "corpus", "codebook")} | {"seed": seed}
    errors = Errors(frame.passages, wanted, frame.labels, frame.near)

    widths = expect_widths(
        errors, corpus.waves, lambda size: chances if size == len(units) else chances_of(size), len(units), labelled,
        least=len(units),
    )  # fmt: skip
    return Sample(_whole(units.assign(**stamps), corpus).assign(**stages), widths, len(frame.passages))


def finds_the_same(drawn_with: str, now: str) -> bool:
    """Return whether two codebooks (`Codebook.coder`) mean the same, whatever their names and versions.

    >>> finds_the_same("Book@1.0.0+2d674a", "Book@1.0.1+2d674a"), finds_the_same("Book@1.0.0+2d674a", "Book@1.0.0+99")
    (True, False)
    """
    return drawn_with.rpartition("+")[2] == now.rpartition("+")[2]


def _share_beside(sizes: Whole, spreads: Floats, had: Whole, total: int) -> Whole:
    """Return how many units of each stratum make so many together, where those that were had stay."""
    total = min(total, int(sizes.sum()))
    asked = share_out(sizes, spreads, total)
    numbers = np.maximum(asked, had)
    while numbers.sum() > total and (numbers > had).any():
        numbers[int(np.where(numbers > had, numbers - asked + numbers / sizes, -np.inf).argmax())] -= 1
    return numbers


def _whole(units: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Return units with all their columns."""
    texts = {transcript.interview: transcript.text for transcript in corpus.transcripts}
    places = zip(units["interview"].tolist(), units["start"].tolist(), units["end"].tolist(), strict=True)
    said = [hash_passage(texts[interview][start:end]) for interview, start, end in places]
    return units[list(SAMPLE_COLUMNS)].assign(**{SAID: said})


def hash_passage(text: str) -> str:
    """Return what stands for the words of a passage, by which it is found where its interview was edited.

    >>> hash_passage("Ja, samen.") == hash_passage("Ja, samen!"), len(hash_passage(""))
    (False, 17)
    """
    return f"t{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def _seen_spreads(frame: _Frame, strata: Whole, labelled: Labelled | None, codes: Sequence[str]) -> Floats:
    """Return the standard deviation of the error in each stratum: as seen, drawn towards what was guessed."""
    first = np.unique(strata, return_index=True)[1]
    guessed = np.array(SPREADS)[frame.layers[first]]
    if labelled is None:
        return guessed
    rows = [number for number, code in enumerate(labelled.codes) if code in codes]
    human, automatic = labelled.human[rows], labelled.automatic[rows] > 0
    errors = np.where(np.isfinite(human), (human > 0).astype(float) - automatic, np.nan)
    spreads: list[float] = []
    for stratum, guess in enumerate(guessed.tolist()):
        seen = errors[:, strata == stratum]
        seen = seen[:, np.isfinite(seen).all(axis=0)]
        variance = float(np.square(seen).mean()) if seen.size else 0.0
        count = seen.shape[1]
        spreads.append(float(np.sqrt((count * variance + 5.0 * guess**2) / (count + 5.0))))
    return np.array(spreads)


def stamp_corpus(corpus: Corpus) -> str:
    """Return what stands for the texts of the interviews: changed when one of them is.

    >>> len(stamp_corpus(corpus))
    16
    """
    stamp = hashlib.sha256()
    for transcript in corpus.transcripts:
        stamp.update(f"{transcript.interview}\x1f{transcript.text}\x1e".encode("utf-8", "surrogatepass"))
    return stamp.hexdigest()[:16]


def _similar_for(design: str, similar: pd.DataFrame | None) -> pd.DataFrame | None:
    """Return what is similar for a design that asks for it."""
    if design == "similar" and similar is None:
        raise ValueError("the design 'similar' needs what is similar, from suggest_passages")
    return similar if design == "similar" else None


def _list_passages(
    corpus: Corpus, hits: pd.DataFrame, codebook: Codebook, codes: Sequence[str], similar: pd.DataFrame | None
) -> _Frame:
    passages = cut_in_passages(corpus)
    labels = count_found(passages, hits, codes) > 0
    near = find_look_alikes(passages, corpus, codebook, [_below(codebook, code) for code in codes])
    if similar is not None:
        near |= count_found(passages, similar, codes) > 0
    near &= ~labels
    spreads = Errors(passages, codes, labels, near).guessed
    return _Frame(passages, labels, near, np.sqrt(_expected_errors(passages, spreads).sum(axis=0)))


def _below(codebook: Codebook, code: str) -> Collection[str]:
    return {other for other in codebook.ids if other == code or code in codebook.ancestors(other)}


def _stratify(frame: _Frame, design: Design) -> tuple[Whole, list[str]]:
    """Return the number of the stratum of each passage, and what the strata are called."""
    waves, wave = np.unique(frame.passages["wave"].to_numpy(dtype=str), return_inverse=True)
    if design not in LAYERED:
        return wave.astype(np.int64), [str(name) for name in waves]
    present, strata = np.unique(wave * 3 + frame.layers, return_inverse=True)
    return strata.astype(np.int64), [f"{waves[at // 3]} {LAYERS[at % 3]}" for at in present.tolist()]


def _chances(frame: _Frame, design: Design, strata: Whole, n: int) -> Floats:
    """Return the probability of each passage to be drawn."""
    if design == "pps":
        return unequal_chances(frame.worth, n)
    sizes = np.bincount(strata)
    spreads = np.ones(len(sizes))
    if design in LAYERED:
        first = np.unique(strata, return_index=True)[1]
        spreads = np.array(SPREADS)[frame.layers[first]]
    chances: Floats = (share_out(sizes, spreads, n) / sizes)[strata]
    return chances


def _cells(passages: pd.DataFrame) -> list[str]:
    """Return whose each passage is and of which wave."""
    return [f"{wave}\x1f{person}" for wave, person in passages[["wave", "person"]].itertuples(index=False, name=None)]


def _expected_errors(passages: pd.DataFrame, spreads: Floats) -> Floats:
    """Return what part of a code's error each passage is expected to hold, codes x passages."""
    cells = passages["person"].astype(str) + "\x1f" + passages["wave"].astype(str)
    _, cell, counts = np.unique(cells.to_numpy(dtype=str), return_inverse=True, return_counts=True)
    parts = np.square(spreads / counts[cell])
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
