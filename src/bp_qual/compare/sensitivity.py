"""Sensitivity: would the conclusion be another one, had one counted otherwise?

The same comparison over everything that could as well have been chosen. Not for choosing the nicest: for seeing whether
it matters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from bp_qual.compare.choices import Choices, choose_waves, counted_codings, read_guides
from bp_qual.compare.correction import PER, Correction, correct_group, why_uncorrected
from bp_qual.compare.drift import drift_table
from bp_qual.compare.group import Group, mean_of, test_group
from bp_qual.compare.households import Households, households_of
from bp_qual.compare.inclusion import Inclusion, who_is_compared
from bp_qual.compare.person_groups import check_attributes
from bp_qual.compare.recounts import Design, conclude, recounts_table
from bp_qual.display import escape
from bp_qual.panel import Panel
from bp_qual.panel.rates import Rates, measure_rates
from bp_qual.statistics.groups import welch_p
from bp_qual.validation.judged_sample import JudgedSample
from bp_qual.wording import MEASURES, Remark, Wording, choose_language

if TYPE_CHECKING:
    import pandas as pd

VARIANT_COLUMNS = (
    "code", "measure", "negated", "prompted", "who", "counted", "persons", "difference", "ratio", "p", "direction",
    "conclusion",
)  # fmt: skip
WHOLE, CORRECTED = "whole interviews", "corrected"
VERDICT_COLUMNS = ("code", "variants", "up", "down", "unclear", "untested", "same_sign", "verdict")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Sensitivity:
    """The same comparison in every variant, and for each code whether its conclusion holds.

    Attributes
    ----------
    variants : DataFrame
        One row for each code and variant: code, measure, negated and prompted (`in` or `out`), who (`paired`, or `all`
        who were there in a wave), counted (`whole interviews`, or one of the recounts of the headline: `equal
        openings`, `word-weighted`, `length-adjusted`, `without drifting terms`; or `corrected` for the errors of the
        codebook, as seen in a sample), persons, difference, ratio, p, direction (`up`, `down`, `same`) and conclusion
        (`up` or `down` with p of at most .05, else `unclear`; `untested` without a p). The first row is the headline.
    verdicts : DataFrame
        One row for each code: variants, up, down, unclear, untested (how many conclude so), same_sign (how many change
        in the same direction as the headline), verdict.
    language : str
        Language of the verdicts: `en` or `nl`.
    notes : tuple of Remark
        Why a variant that one could expect is not there.

    Examples
    --------
    >>> vary_choices(panel).verdicts[["code", "verdict"]].to_dict("records")[0]
    {'code': 'contact', 'verdict': 'unclear in the only one of 3 that could be tested'}
    """

    variants: pd.DataFrame
    verdicts: pd.DataFrame
    language: str = "en"
    notes: tuple[Remark, ...] = ()

    def to_text(self, language: str | None = None) -> str:
        """Return for each code in one line whether its conclusion holds.

        >>> print(vary_choices(panel).to_text("nl"))
        Dezelfde vergelijking, anders geteld
          contact  onduidelijk in de enige van 3 die getoetst kon worden
          money    onduidelijk in de enige van 3 die getoetst kon worden
        """
        say = Wording(choose_language(language, self.language))
        codes, verdicts = self.verdicts["code"].tolist(), _verdicts(self.variants, say)["verdict"].tolist()
        width = max((len(code) for code in codes), default=0)
        lines = [f"  {code:<{width}}  {verdict}" for code, verdict in zip(codes, verdicts, strict=True)]
        return "\n".join([say("summary_vary_title"), *lines, *(note.say(say.language) for note in self.notes)])

    def __repr__(self) -> str:
        return self.to_text()

    def _repr_html_(self) -> str:
        return f"<pre>{escape(repr(self))}</pre>"


def vary_choices(
    panel: Panel,
    *,
    before: str | int | None = None,
    after: str | int | None = None,
    floor: int = 300,
    groups: pd.DataFrame | None = None,
    asked: Mapping[str, Sequence[str]] | None = None,
    draws: int = 9999,
    seed: int = 1,
    language: str | None = None,
    sample: JudgedSample | None = None,
) -> Sensitivity:
    """Repeat the comparison over measures, mentions in or out, paired or all persons, and recounts.

    Parameters
    ----------
    panel : Panel
        From `count_codes`; from `make_panel` only what its counts allow is varied.
    before, after, floor, asked, draws, seed, language
        As in `compare_waves`.
    groups : DataFrame, optional
        As in `compare_waves`; here only its column household matters, for who count as one.
    sample : JudgedSample, optional
        As in `compare_waves`: the corrected change is one of the variants, `corrected`, where all mentions are in.

    Returns
    -------
    Sensitivity
        Every variant of the comparison, and for each code in how many of them it rose or fell; it prints itself as
        sentences.

    Notes
    -----
    `all` compares the means of everybody who was there in a wave, by Welch's t test, as if they were different people.
    It is here to be seen beside the paired comparison, not to be believed: who left and who came changes it. The
    recounts are those of `Comparison.recounts`: openings of equal length, persons weighed by their words, length
    allowed for, and without the terms that only one wave has.

    Examples
    --------
    >>> from bp_qual.panel import make_panel
    >>> persons = [f"P{n}" for n in range(8)]
    >>> words = [{"person": p, "wave": w, "words": 2000} for p in persons for w in ("2010", "2020")]
    >>> counts = [{"person": p, "wave": "2020", "code": "a", "mentions": 4 + n} for n, p in enumerate(persons)]
    >>> vary_choices(make_panel(counts, words))
    The same comparison, counted in other ways
      a  up in 3 of 3
    """
    import pandas as pd

    check_attributes(groups)
    guides = read_guides(panel, asked)
    waves = choose_waves(panel, before, after)
    rows: list[tuple[object, ...]] = []
    notes: dict[str, Remark] = {}
    for measure, negated, prompted in _variants(panel):
        choices = Choices(*waves, measure, "permutation", negated, prompted, floor, draws, seed, asked=guides)
        rates = measure_rates(panel, waves, measure=measure, negated=negated, prompted=prompted)
        who = who_is_compared(panel, rates, floor)
        said = (measure, "in" if negated else "out", "in" if prompted else "out")
        homes = households_of(panel, who.names, waves, groups)
        group = test_group(rates, who, choices, homes)
        rows += [(code, *said, "paired", WHOLE, *rest) for code, *rest in _paired(group, choices)]
        fixed = correct_group(panel, counted_codings(panel, choices), group, choices, homes, sample)
        rows += [(code, *said, "paired", CORRECTED, *rest) for code, *rest in _corrected(fixed)]
        missing = why_uncorrected(panel, sample, choices) if measure in PER else None
        if missing is not None:
            notes[missing.kind] = missing
        rows += [(code, *said, "all", WHOLE, *rest) for code, *rest in _all(rates, choices)]
        if (measure, negated, prompted) == ("mentions", True, True):
            rows += [(code, *said, "paired", *rest) for code, *rest in _recounted(panel, rates, who, choices, homes)]
    variants = pd.DataFrame(rows, columns=list(VARIANT_COLUMNS))
    order = {code: rank for rank, code in enumerate(panel.codes)}
    variants = variants.assign(rank=variants["code"].map(order)).sort_values("rank", kind="stable")
    variants = variants[list(VARIANT_COLUMNS)].reset_index(drop=True)
    say = Wording(choose_language(language, panel.language))
    return Sensitivity(variants, _verdicts(variants, say), say.language, tuple(notes.values()))


def _variants(panel: Panel) -> Iterator[tuple[str, bool, bool]]:
    """What could as well have been chosen with these counts; the default first."""
    if panel.source is None:
        yield ("mentions", True, True)
        if len(panel.counts) and panel.counts["sentences"].notna().all() and panel.exposure["sentences"].notna().all():
            yield ("sentences", True, True)
        return
    segments = panel.source.segments
    negated = (True, False) if segments.negated.any() else (True,)
    prompted = (True, False) if segments.prompted.any() else (True,)
    without_caution = [measure.id for measure in MEASURES.values() if not any(measure.caution)]
    yield from product(without_caution, negated, prompted)


def _corrected(correction: Correction | None) -> Iterator[tuple[object, ...]]:
    if correction is None:
        return
    for row in correction.table[correction.known].to_dict("records"):
        yield (row["code"], row["persons"], row["change"], row["ratio"], row["p"], *conclude(row["change"], row["p"]))


def _paired(group: Group, choices: Choices) -> Iterator[tuple[object, ...]]:
    columns = (mean_of(group.differences).tolist(), group.ratio.value.tolist(), group.p[choices.test].tolist())
    for code, persons, difference, ratio, p in zip(group.codes, group.persons.tolist(), *columns, strict=True):
        yield (code, persons, difference, ratio, p, *conclude(difference, p))


def _recounted(
    panel: Panel, rates: Rates, who: Inclusion, choices: Choices, households: Households
) -> Iterator[tuple[object, ...]]:
    codings = panel.source.codings if panel.source else None
    drift = drift_table(panel, codings, who, choices)
    design = Design(panel, rates, who, choices, households, drift)
    yield from recounts_table(design).drop(columns="note").itertuples(index=False, name=None)


def _all(rates: Rates, choices: Choices) -> Iterator[tuple[object, ...]]:
    there = rates.words >= max(choices.floor, 1)
    first, last = (rates.rates[there[:, wave], wave] for wave in (0, 1))
    coded = there[:, :, None] & np.isfinite(rates.rates)
    for column, code in enumerate(rates.codes):
        before, after = (rate[np.isfinite(rate)] for rate in (first[:, column], last[:, column]))
        persons = int(coded[:, :, column].any(axis=1).sum())
        both = len(before) > 0 and len(after) > 0
        difference = float(after.mean() - before.mean()) if both else float("nan")
        ratio = float(after.mean() / before.mean()) if both and before.mean() > 0 and after.mean() > 0 else float("nan")
        p = float("nan") if choices.asked_once(code) else welch_p(before, after)
        yield (code, persons, difference, ratio, p, *conclude(difference, p))


def _verdicts(variants: pd.DataFrame, say: Wording) -> pd.DataFrame:
    import pandas as pd

    rows = []
    for code, cells in variants.groupby("code", sort=False):
        counted = [int((cells["conclusion"] == name).sum()) for name in ("up", "down", "unclear", "untested")]
        same = int((cells["direction"] == cells["direction"].iloc[0]).sum())
        verdict = _verdict(str(cells["conclusion"].iloc[0]), counted, same, len(cells), say)
        rows.append((code, len(cells), *counted, same, verdict))
    return pd.DataFrame(rows, columns=list(VERDICT_COLUMNS))


def _verdict(headline: str, counted: list[int], same: int, variants: int, say: Wording) -> str:
    """Say how far the headline's conclusion depends on how one counts."""
    up, down, _, untested = counted
    if untested == variants:
        return say("summary_vary_no_test", n=variants)
    if up and down:
        return say("summary_vary_both", up=up, down=down, n=variants)
    if not up and not down:
        return say.many("summary_vary_none", variants - untested, all=variants)
    found, direction = (up, "up") if up else (down, "down")
    text = (
        "summary_vary_other"
        if headline != direction
        else "summary_vary_all"
        if found == variants
        else "summary_vary_most"
    )
    shown = {name: say(f"summary_vary_{value}") for name, value in (("headline", headline), ("direction", direction))}
    return say(text, found=found, n=variants, same=same, **shown)
