"""The paragraph for a paper: how passages were drawn and coded, how good the coding is, and what was corrected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from bp_qual.coding.passages import WORDS
from bp_qual.display import visible
from bp_qual.statistics.thresholds import FEWEST_CHANGED
from bp_qual.validation.accuracy import Accuracy
from bp_qual.validation.agreement import ALL_WAVES, Agreement
from bp_qual.validation.corrected_change import (
    BROAD,
    FEWEST,
    NOT_JUDGED,
    PART_JUDGED,
    TOO_FEW,
    TOO_FEW_PERSONS,
    Per,
    check_per,
)
from bp_qual.validation.judged_sample import JudgedSample
from bp_qual.validation.labelled import Labelled
from bp_qual.validation.made_for import pilots_of
from bp_qual.validation.sampling import LAYERED
from bp_qual.validation.saying import say_left, say_no_interval, say_with_limits
from bp_qual.validation.shown_masked import MASKED, UNMASKED, UNRECORDED
from bp_qual.wording import Wording
from bp_qual.wording.paper_texts import PAPER_REFERENCES

if TYPE_CHECKING:
    import pandas as pd

_MOST_CODES = 8
_AGREED = ("percent", "positive", "alpha", "ac1")


def describe_validation(
    sample: JudgedSample, labelled: Labelled, accuracy: Accuracy, change: pd.DataFrame, *,
    agreement: Agreement | None = None, per: Per = "words", language: str = "en",
) -> str:  # fmt: skip
    """Return how the coding was judged and the change corrected as a paragraph for a paper, with references.

    Parameters
    ----------
    sample : JudgedSample
        What was drawn, and who coded it.
    labelled : Labelled
        From `label_passages`.
    accuracy : Accuracy
        From `measure_accuracy`.
    change : DataFrame
        From `correct_change`.
    agreement : Agreement, optional
        From `measure_agreement`, where two persons or more coded.
    per : {"words", "sentences", "passages"}
        What the change is per.
    language : str
        `en` or `nl`.

    Returns
    -------
    str
        Numbers with their intervals, and no words for how good they are. Of at most eight codes: those that are
        corrected, else those for which the sample was drawn.

    Raises
    ------
    ValueError
        For another `per`.

    Examples
    --------
    >>> from bp_qual.coding.by_hand import Event, History, place_codings
    >>> from bp_qual.validation.accuracy import measure_accuracy
    >>> from bp_qual.validation.corrected_change import correct_change
    >>> from bp_qual.validation.labelled import label_passages
    >>> from bp_qual.validation.sampling import draw_sample
    >>> done = Event("d", "done", n=1, interview="P01_2010")
    >>> units, hand = draw_sample(corpus, codings, codebook, n=2).units, place_codings(History("A", (done,)), corpus)
    >>> labelled = label_passages(units, hand, codings, corpus, codebook)
    >>> accuracy = measure_accuracy(labelled, codings, corpus)
    >>> change = correct_change(labelled, before="2010", after="2020")
    >>> print(describe_validation(JudgedSample("first", units, hand), labelled, accuracy, change).split(". ")[1])
    One coder (A) coded 1 of these 2 passages
    """
    check_per(per)
    say = Wording(language)
    codes = _codes(sample, change)
    sentences = [
        *_drawn(sample, labelled, say), *_agreed(agreement, codes, say), *_accuracy(accuracy, codes, say),
        *_corrected(change, per, sample, say),
    ]  # fmt: skip
    text = visible(" ".join(sentences))
    return "\n".join([text, "", *(full for name, full in PAPER_REFERENCES.items() if name in text)])


def _codes(sample: JudgedSample, change: pd.DataFrame) -> list[str]:
    known: list[str] = change.loc[change["note"] == "", "code"].tolist()
    return (known or _drawn_for(sample))[:_MOST_CODES]


def _drawn_for(sample: JudgedSample) -> list[str]:
    return str(sample.units["codes"].iloc[0]).split() if len(sample.units) else []


def _drawn(sample: JudgedSample, labelled: Labelled, say: Wording) -> Iterator[str]:
    units = sample.units
    known = {
        "n": len(units), "all": len(labelled.passages), "words": WORDS, "seed": units["seed"].iloc[0],
        "coder": sample.coder, "judged": labelled.judged, "strata": units["stratum"].nunique(),
    }  # fmt: skip
    yield say(f"paper_drawn_{units['design'].iloc[0]}", **known)
    pilots = pilots_of(units)
    if pilots:
        first = max(pilots.values())
        text = "paper_drawn_beside_errors" if _by_errors(sample) else "paper_drawn_beside"
        yield say(text, first=first, more=len(units) - first)
    if sample.parts:
        yield say("paper_coded_divided", coders=sample.parts, **known)
        if sample.shared:
            yield say("paper_coded_shared", shared=sample.shared)
    elif sample.settled_by:
        yield say("paper_coded_settled", coders=sample.settled_by, **known)
    else:
        yield say("paper_coded_blind" if len(sample.hand.units) else "paper_coded", **known)
    yield from _shown(dict(sample.shown), say)


def _shown(counts: Mapping[str, int], say: Wording) -> Iterator[str]:
    """Say whether passages were masked when they were coded, where that is known of any."""
    if set(counts) <= {UNRECORDED}:
        return
    if len(counts) == 1:
        yield say("paper_shown_masked" if MASKED in counts else "paper_shown_unmasked")
        return
    masked, unmasked, unrecorded = (counts.get(form, 0) for form in (MASKED, UNMASKED, UNRECORDED))
    yield say("paper_shown_mixed", n=sum(counts.values()), masked=masked, unmasked=unmasked)
    if unrecorded:
        yield say("paper_shown_unrecorded", unrecorded=unrecorded)


def _agreed(agreement: Agreement | None, codes: list[str], say: Wording) -> Iterator[str]:
    if agreement is None:
        return
    rows = agreement.table[(agreement.table["wave"] == ALL_WAVES) & agreement.table["code"].isin(codes)]
    told = [row for row in rows.to_dict("records") if not row["note"]]
    if told:
        parts = [_agreement_of(row, agreement.coders, say) for row in told]
        units = max(row["units"] for row in told)
        yield say("paper_agreed", coders=agreement.coders, units=units, parts="; ".join(parts))


def _agreement_of(row: Mapping[Any, Any], coders: tuple[str, ...], say: Wording) -> str:
    shares = [say.fill(("{share:percent}",) * 2, share=row[f"share_{coder}"]) for coder in coders]
    values = {name: say_with_limits(row, name, say) for name in _AGREED}
    said = say("paper_agreement", code=row["code"], shares=say.listed(shares), **values)
    missing = say_no_interval(row, _AGREED, say).removeprefix("; ")
    return f"{said} ({missing})" if missing else said


def _by_errors(sample: JudgedSample) -> bool:
    """Return whether how much of a stratum was drawn followed the errors that were found in a pilot."""
    units = sample.units
    return bool(pilots_of(units)) and str(units["design"].iloc[0]) in LAYERED


def _accuracy(accuracy: Accuracy, codes: list[str], say: Wording) -> Iterator[str]:
    rows = accuracy.table[accuracy.table["code"].isin(codes)].to_dict("records")
    parts = [
        say("paper_accuracy_of", code=row["code"], wave=row["wave"],
            **{name: _value(row, name, say) for name in ("precision", "recall")})
        for row in rows
        if np.isfinite(row["recall"]) or np.isfinite(row["precision"])
    ]  # fmt: skip
    if parts:
        yield say("paper_accuracy", parts="; ".join(parts))


def _value(row: Mapping[Any, Any], name: str, say: Wording) -> str:
    return say_with_limits(row, name, say) if np.isfinite(row[name]) else say("paper_not_computable")


def _corrected(change: pd.DataFrame, per: Per, sample: JudgedSample, say: Wording) -> Iterator[str]:
    rows = change[change["note"] == ""].to_dict("records")
    if rows:
        waves = {name: rows[0][name] for name in ("before", "after")}
        yield say("paper_corrected", codes=[row["code"] for row in rows], unit=say(f"validation_change_{per}"), **waves)
        left = say_left(change, say)
        if left:
            yield say("paper_left", counts=left)
        elif sample.redealt:
            yield say("paper_redealt", n=len(sample.redealt))
        elif not sample.mended:
            yield say("paper_unbiased_nearly" if _by_errors(sample) else "paper_unbiased")
        yield say("paper_intervals", persons=rows[0]["persons"])
    if sample.mended:
        yield say("paper_mended", drawn_with=sample.drawn_with)
    reasons = {
        "broad": (BROAD,), "unjudged": (NOT_JUDGED, PART_JUDGED), "few": (TOO_FEW,), "persons": (TOO_FEW_PERSONS,),
    }  # fmt: skip
    for reason, notes in reasons.items():
        codes = change.loc[change["note"].isin(notes), "code"].tolist()
        if codes:
            named = _named(codes, _drawn_for(sample), say)
            yield say(f"paper_not_corrected_{reason}", codes=named, needed=FEWEST, fewest=FEWEST_CHANGED)


def _named(codes: list[str], drawn_for: list[str], say: Wording) -> list[str]:
    """Return the codes that a sample was drawn for by name, and how many others there are."""
    named = [code for code in codes if code in drawn_for][:_MOST_CODES]
    others = len(codes) - len(named)
    text = "paper_other_code" if named else "paper_code"
    return [*named, *([say.many(text, others)] if others else [])]
