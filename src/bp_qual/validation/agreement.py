"""Agreement: how far two or more coders agree, for each code and wave, with intervals over persons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand import HandCodings
from bp_qual.coding.judgements import Judgements, collect_judgements
from bp_qual.statistics.yes_or_no import COEFFICIENTS, LOWEST, agreement_of, jackknife_limits, sum_judgements
from bp_qual.transcripts import Corpus
from bp_qual.validation.disagreements import list_disagreements
from bp_qual.validation.gamma import GAMMA, measure_gamma
from bp_qual.validation.label_sets import agree_on_sets
from bp_qual.validation.marked_spans import NO_SPANS, SPAN_COEFFICIENTS, MarkedSpans, mark_spans

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]

NOT_COMPUTABLE, NO_VARIATION = "not computable", "no variation"
ALL_WAVES, ALL_CODES = "", ""
_NOTHING = (np.nan, np.nan, np.nan, "")
_ALL = (*COEFFICIENTS, *SPAN_COEFFICIENTS, GAMMA)


@dataclass(frozen=True, slots=True, eq=False)
class Agreement:
    """How far coders agree.

    Attributes
    ----------
    coders : tuple of str
        Their names.
    table : DataFrame
        A row for each code and wave, and for each code one for all waves together (wave is empty): persons, units,
        ``share_NAME`` of each coder (in how much of the units that were judged twice the coder found the code),
        ``percent`` (share of agreement), ``positive`` (positive agreement), ``alpha``, ``ac1``, ``kappa``, ``alpha_u``
        and ``u_alpha`` (on the words that were marked) and ``gamma`` (on the same, empty unless it was asked for), each
        with ``_low`` and ``_high``, and ``_why`` where it has no interval (*few persons*: fewer than three; *no
        difference*: the same whoever is left out; *one person*: without one of them there is none), and ``note``:
        *not computable* where nothing was judged by two coders, *no variation* where only one value was given: then no
        coefficient has a value. The rows
        without a code are about all codes together: alpha with MASI distances between sets of codes.
    disagreements : DataFrame
        code, interview, person, wave, start, end, passage, and a column for each coder with what that coder marked in
        the passage; empty where nothing, and missing where the coder did not judge it.

    Examples
    --------
    >>> from bp_qual.coding.by_hand import History, place_codings
    >>> coders = [place_codings(History(name, ()), corpus) for name in ("anna", "bert")]
    >>> measure_agreement(coders, corpus, codebook).table["note"].unique().tolist()
    ['not computable']
    """

    coders: tuple[str, ...]
    table: pd.DataFrame
    disagreements: pd.DataFrame


def measure_agreement(
    coders: Sequence[HandCodings],
    corpus: Corpus,
    codebook: Codebook,
    *,
    sample: pd.DataFrame | None = None,
    level: float = 0.95,
    gamma: bool = False,
) -> Agreement:
    """Measure how far coders agree on each code, in each wave and in all waves together.

    Parameters
    ----------
    coders : sequence of HandCodings
        From `read_codings`, two or more; the same person twice, under two names, shows drift.
    corpus, codebook : Corpus and Codebook
        As they are now.
    sample : DataFrame, optional
        interview, start, end, as `draw_sample` has them: agreement on these passages only, and not word by word, which
        takes whole interviews.
    level : float
        Confidence level of the intervals.
    gamma : bool
        Compute gamma too, which needs the library pygamma-agreement and takes seconds for each code and wave.

    Returns
    -------
    Agreement
        Passages that two coders judged are the units: of interviews that both finished about 60 words each, else the
        units of a sample. Passages that one coder judged count in AC1, for how often the code is found, as Gwet has it.
        Intervals are over persons; empty with fewer than three.

    Raises
    ------
    ValueError
        For fewer than two coders.
    StudyError
        Where gamma is asked for and pygamma-agreement is not installed.

    References
    ----------
    Krippendorff (2011), Computing Krippendorff's alpha-reliability, University of Pennsylvania. Gwet (2014), Handbook
    of Inter-Rater Reliability, 4th edition (AC1). Cohen (1960), A coefficient of agreement for nominal scales,
    Educational and Psychological Measurement 20, 37-46. Krippendorff, Mathet, Bouvry and Widlöcher (2016), On the
    reliability of unitizing textual continua, Quality and Quantity 50, 2347-2364. Passonneau (2006), Measuring
    agreement on set-valued items (MASI), LREC.

    Examples
    --------
    >>> from bp_qual.coding.by_hand import Event, History, place_codings
    >>> done = [Event(wave, "done", n=1, interview=f"P01_{wave}") for wave in ("2010", "2020")]
    >>> add = Event("a", "add", n=2, interview="P01_2010", start=24, end=29, quote="Money", code="money")
    >>> anna = place_codings(History("anna", (*done, add)), corpus)
    >>> bert = place_codings(History("bert", tuple(done)), corpus)
    >>> found = measure_agreement([anna, bert], corpus, codebook)
    >>> found.table.loc[found.table["code"] == "money", ["wave", "units", "percent", "note"]].values.tolist()
    [['2010', 1, 0.0, ''], ['2020', 1, nan, 'no variation'], ['', 2, 0.5, '']]
    """
    import pandas as pd

    if len(coders) < 2:
        raise ValueError(f"agreement takes two or more coders, not {len(coders)}")
    judged = collect_judgements(coders, corpus, codebook, sample)
    spans = mark_spans(coders, corpus, codebook) if sample is None else MarkedSpans(())
    rows = [
        _of_code(number, judged, spans, wave, level, gamma)
        for number in range(len(codebook.ids))
        for wave in (*corpus.waves, ALL_WAVES)
    ]
    rows += [_of_sets(judged, codebook, wave, level) for wave in (*corpus.waves, ALL_WAVES)]
    table = pd.DataFrame(rows, columns=_columns(judged.coders))
    return Agreement(judged.coders, table, list_disagreements(coders, judged, corpus, codebook))


def _columns(coders: tuple[str, ...]) -> list[str]:
    numbers = [f"{name}{end}" for name in _ALL for end in ("", "_low", "_high", "_why")]
    return ["code", "wave", "persons", "units", *(f"share_{coder}" for coder in coders), *numbers, "note"]


def _of_code(
    number: int, judged: Judgements, spans: MarkedSpans, wave: str, level: float, gamma: bool
) -> tuple[object, ...]:
    ratings, groups = _judged_in(wave, judged.found[number], judged)
    twice = (ratings >= 0).sum(axis=1) > 1
    persons, of_whom = np.unique(groups, return_inverse=True)
    sums = sum_judgements(ratings, of_whom, len(persons))
    together = sums.sum(axis=0)
    value = agreement_of(together)
    compared = np.unique(of_whom[twice])
    limits = jackknife_limits(value, agreement_of(together - sums[compared]), level=level, lowest=LOWEST)
    shares = [float((own[own >= 0] == 1).mean()) if (own >= 0).any() else np.nan for own in ratings[twice].T]
    note = "" if np.isfinite(value).any() else NO_VARIATION if twice.any() else NOT_COMPUTABLE
    of_spans = spans.measure(number, wave, level=level) if note != NO_VARIATION else NO_SPANS
    of_gamma = measure_gamma(spans, number, wave, level=level) if gamma and not note else _NOTHING
    columns = (
        [*own.tolist(), *marked.tolist(), last]
        for own, marked, last in zip((value, *limits), of_spans, of_gamma, strict=True)
    )
    flat = [n for numbers in zip(*columns, strict=True) for n in numbers]
    return (judged.codes[number], wave, len(compared), int(twice.sum()), *shares, *flat, note)


def _judged_in(wave: str, found: NDArray[np.int8], judged: Judgements) -> tuple[NDArray[np.int64], NDArray[np.str_]]:
    """Return the judgements of the units of a wave that anyone judged, and whose units they are.

    Those that one coder judged count in AC1, for how often the code is found, and in nothing else.
    """
    of_wave = np.ones(len(found), dtype=bool) if not wave else (judged.passages["wave"] == wave).to_numpy(dtype=bool)
    kept = of_wave & (found >= 0).any(axis=1)
    persons = judged.passages["person"].to_numpy(dtype=str)
    return found[kept].astype(np.int64), persons[kept]


def _of_sets(judged: Judgements, codebook: Codebook, wave: str, level: float) -> tuple[object, ...]:
    persons, units, value, *limits = agree_on_sets(judged, codebook, wave, level=level)
    note = "" if np.isfinite(value) else NO_VARIATION if units else NOT_COMPUTABLE
    numbers = [n for name in _ALL for n in ((value, *limits) if name == "alpha" else _NOTHING)]
    return (ALL_CODES, wave, persons, units, *(np.nan for _ in judged.coders), *numbers, note)
