"""The correction: the change of each code once the codebook's errors, as seen in a sample, are taken out.

It stands beside the change as counted and does not replace it; only the verdict goes by it, where there is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.compare.choices import FEWEST_CHANGED, Choices
from bp_qual.compare.group import Group, corrected
from bp_qual.panel import Panel
from bp_qual.validation.corrected_change import (
    BROAD,
    FEWEST,
    NOT_JUDGED,
    PART_JUDGED,
    TOO_FEW,
    Per,
    correct_change,
)
from bp_qual.validation.judged_sample import JudgedSample
from bp_qual.validation.labelled import Labelled, label_passages
from bp_qual.validation.saying import say_left
from bp_qual.wording import Remark, Wording

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

PER: dict[str, tuple[Per, float]] = {"mentions": ("words", 1.0), "sentences": ("sentences", 100.0)}  # by measure
CORRECTED_BY = "Holm"  # for all codes tested, or all of the plan: p of t and of swaps have no common distribution
_SCALED = ("naive", "change", "low", "high", "error", "design_error", "bias", "bias_error")


@dataclass(frozen=True, slots=True, eq=False)
class Correction:
    """What a sample says of the change of each code.

    ``table`` has the columns of `correct_change`, a row for each code of the panel in its order, in the unit of the
    comparison, and ``p_adjusted``: of every code that was tested the p that its verdict is about, the corrected one
    where there is one, corrected together with those of the others. ``units`` is how many persons are compared, those
    of one household as one.

    >>> from bp_qual.coding.by_hand import Event, History, place_codings
    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import count_codes
    >>> from bp_qual.validation.sampling import draw_sample
    >>> anna = place_codings(History("anna", (Event("1", "done", n=1, interview="P01_2010"),)), corpus)
    >>> sample = JudgedSample("first", draw_sample(corpus, codings, codebook, n=2).units, anna)
    >>> compare_waves(count_codes(codings, corpus, codebook), floor=1, sample=sample).correction.known.tolist()
    [False, False]
    """

    sample: JudgedSample
    labelled: Labelled
    table: pd.DataFrame
    units: int = 0

    @property
    def known(self) -> Flags:
        """Which codes have a corrected change.

        A code has none that the person found too seldom in the sample, or with too few persons for a test.
        """
        known: Flags = self.table["change"].notna().to_numpy()
        return known

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that have a corrected change."""
        return tuple(self.table.loc[self.known, "code"].astype(str).tolist())

    def say_sample(self, say: Wording) -> str:
        """Say by which sample the change is corrected, and what it does not correct."""
        values = {
            "sample": self.sample.name, "coder": self.sample.say_coder(say), "judged": self.labelled.judged,
            "n": self.labelled.drawn, "needed": FEWEST, "persons": self.units, "fewest": FEWEST_CHANGED,
        }  # fmt: skip
        if self.units < FEWEST_CHANGED and not self.known.any():
            return say("sample_persons", **values)
        few = self._refused(TOO_FEW)
        reasons = {"sample_broad": self._refused(BROAD), "sample_unjudged": self._refused(NOT_JUDGED, PART_JUDGED)}
        others = [say(reason, codes=codes) for reason, codes in reasons.items() if codes]
        if self.known.any() or others:
            first = "sample_used" if self.known.any() else "sample_none"
            left = say_left(self.table[self.known], say)
            told = [say("validation_left", counts=left)] if left else []
            return " ".join([say(first, **values), *told, *others, *([say("sample_others", **values)] if few else [])])
        return say("sample_nothing" if few else "sample_one_wave", **values)

    def _refused(self, *notes: str) -> list[str]:
        """Return the codes that are not corrected for one of these reasons."""
        refused: list[str] = self.table.loc[~self.known & self.table["note"].isin(notes).to_numpy(), "code"].tolist()
        return refused

    def values(self, name: str) -> Floats:
        """Return a column of the table as numbers."""
        values: Floats = self.table[name].to_numpy(dtype=float)
        return values


def correct_group(
    panel: Panel, codings: pd.DataFrame | None, group: Group, choices: Choices,
    households: tuple[tuple[str, ...], ...], sample: JudgedSample | None,
) -> Correction | None:  # fmt: skip
    """Return the change of the persons compared with the codebook's errors taken out.

    Parameters
    ----------
    panel : Panel
        Whose source has the interviews and the codebook.
    codings : DataFrame or None
        The codings that count.
    group : Group
        The change as counted.
    choices : Choices
        Waves, measure, level and plan.
    households : tuple of tuple of str
        The persons compared, those together who count as one.
    sample : JudgedSample or None
        What a person coded.

    Returns
    -------
    Correction or None
        None without a sample, where a person's codings are what is counted, and where `why_uncorrected` says so.

    Examples
    --------
    >>> correct_group(comparison.panel, None, comparison.group, comparison.choices, (), None) is None
    True
    """
    source = panel.source
    if sample is None or source is None or codings is None or not source.automatic:
        return None
    if why_uncorrected(panel, sample, choices) is not None:
        return None
    per, scale = PER[choices.measure]
    labelled = label_passages(sample.units, sample.hand, codings, source.corpus, source.codebook)
    found = correct_change(
        labelled, before=choices.before, after=choices.after, per=per, level=choices.level, households=households
    )
    found[list(_SCALED)] *= scale
    table = found.set_index("code").reindex(list(group.codes)).reset_index()
    whole = list(found.select_dtypes("integer").columns)  # a code that is newer than the sample was found in none of it
    table[whole] = table[whole].fillna(0).astype(np.int64)
    hidden = [name for name in found.columns[found.columns.get_loc("change") :] if name not in ("naive_ratio", "note")]
    table.loc[np.array([choices.asked_once(code) != "" for code in group.codes]), hidden] = np.nan
    return Correction(sample, labelled, table.assign(p_adjusted=_adjusted(table, group, choices)), len(households))


def why_uncorrected(panel: Panel, sample: JudgedSample | None, choices: Choices) -> Remark | None:
    """Return why a sample corrects no change of a comparison: the two would be about different things.

    A person's mark does not say whether what is marked is denied, or was said first by the interviewer; so the
    corrected change is that of all mentions, and stands beside that of all mentions alone. And passages tell of
    mentions and of the share of sentences, not of other measures. Where a person's codings are what is counted, there
    is nothing to correct and no reason to give.

    Parameters
    ----------
    panel : Panel
        The counts.
    sample : JudgedSample or None
        What a person coded.
    choices : Choices
        What is counted.

    Returns
    -------
    Remark or None

    Examples
    --------
    >>> print(why_uncorrected(comparison.panel, comparison.sample, comparison.choices))
    None
    """
    if sample is None or panel.source is None or not panel.source.automatic:
        return None
    if choices.measure not in PER:
        return Remark("sample of other measure", values={"sample": sample.name})
    if not (choices.negated and choices.prompted):
        return Remark("sample of all mentions", values={"sample": sample.name})
    return None


def _adjusted(table: pd.DataFrame, group: Group, choices: Choices) -> Floats:
    """Return the p that each verdict is about, corrected for those of all codes tested, or of those with its role.

    A counted p that a corrected one took the place of is no evidence, and may not let another code off.
    """
    own = table["p"].to_numpy(dtype=float)
    p = np.where(np.isfinite(own), own, group.p[choices.test])
    planned = np.array([choices.role(code) != "exploratory" for code in group.codes], dtype=bool)
    found = np.full(len(p), np.nan)
    for family, method in ((planned, CORRECTED_BY), (~planned, "Benjamini-Hochberg")):
        found[family] = corrected(p[family], method)
    return found if np.isfinite(own).any() else group.p_adjusted


def remarks_on_correction(correction: Correction | None, choices: Choices) -> Iterator[Remark]:
    """Yield for each code what its corrected change is beside that as counted, or why there is none.

    >>> list(remarks_on_correction(None, comparison.choices))
    []
    """
    rows = [] if correction is None else correction.table.to_dict("records")
    for row in rows:
        code = str(row["code"])
        if choices.asked_once(code):
            continue
        if np.isfinite(row["change"]):
            names = ("naive", "change", "low", "high", "p", "p_adjusted")
            kind = "corrected" if np.isfinite(row["ratio"]) else "corrected, no ratio"
            yield Remark(kind, code, {**{name: row[name] for name in names}, "ratio": row["ratio"],
                                      "naive_ratio": row["naive_ratio"]})  # fmt: skip
        elif row["note"] == TOO_FEW:
            yield Remark("not corrected", code, {"before": row["human_before"], "after": row["human_after"],
                                                 "needed": FEWEST})  # fmt: skip
        elif row["note"] == BROAD:
            values = {"before": row["broad_before"], "after": row["broad_after"]}
            yield Remark("not corrected, marked whole", code, values)
        elif row["note"] in (NOT_JUDGED, PART_JUDGED):
            yield Remark(f"not corrected, {row['note']}", code, {"unjudged": row["unjudged"]})


def with_correction(codes: pd.DataFrame, correction: Correction | None) -> pd.DataFrame:
    """Return the table of codes with the corrected change beside the one as counted; the same where there is none.

    >>> with_correction(comparison.codes, None) is comparison.codes
    True
    """
    if correction is None:
        return codes
    table, known = correction.table, correction.known
    added = {
        "corrected": table["change"], "corrected_low": table["low"], "corrected_high": table["high"],
        "corrected_ratio": table["ratio"], "corrected_ratio_low": table["ratio_low"],
        "corrected_ratio_high": table["ratio_high"], "corrected_p": table["p"],
        "corrected_p_adjusted": table["p_adjusted"].where(known), "error_of_codebook": table["bias"],
    }  # fmt: skip
    wide = codes.assign(**{name: values.to_numpy() for name, values in added.items()})
    wide["p_adjusted"] = np.where(known, wide["p_adjusted"], table["p_adjusted"])
    last = ["verdict", "note"]
    return wide[[*(name for name in wide.columns if name not in last), *last]]


def decided_change(row: Mapping[str, float]) -> float:
    """Return the change of a row of the table of codes that its verdict is about: the corrected one where there is one.

    >>> decided_change({"difference": 1.0}), decided_change({"difference": 1.0, "corrected": -0.5})
    (1.0, -0.5)
    """
    value = row.get("corrected", np.nan)
    return float(value if np.isfinite(value) else row["difference"])


def decided_p(row: Mapping[str, float]) -> float:
    """Return the p that the verdict of a row of the table of codes is about.

    >>> decided_p({"p": 0.2}), decided_p({"p": 0.2, "corrected_p": 0.6})
    (0.2, 0.6)
    """
    value = row.get("corrected_p", np.nan)
    return float(value if np.isfinite(value) else row["p"])
