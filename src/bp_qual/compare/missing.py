"""Why a number is missing, and how unequally the coding would have to err for a change to vanish."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bp_qual.compare.choices import FEWEST_CHANGED
from bp_qual.statistics.permutation import smallest_p
from bp_qual.wording import Wording

if TYPE_CHECKING:
    import pandas as pd

    from bp_qual.compare.comparison import Comparison

_RECALL = 0.85  # a recall that automatic coding may well have


def explain_missing(comparison: Comparison, code: str) -> str:
    """Return in words why numbers of a code are missing; `Comparison.explain_missing`.

    Raises
    ------
    ValueError
        For a code that was not compared.

    Examples
    --------
    >>> print(explain_missing(comparison, "money").splitlines()[0])
    ratio: only in 2010, and nothing can be divided by zero.
    """
    say = Wording(comparison.language)
    return "\n".join(_reasons(comparison, _row_of(comparison, code), say)) or say("summary_nothing_missing")


def say_tipping_point(comparison: Comparison, code: str) -> str:
    """Return how unequal recall would have to be for a code's change to vanish; `Comparison.tipping_point`.

    Holds where the coding hardly ever finds what is not there: then the ratio seen is the true ratio times the ratio of
    what it finds in the two waves.

    >>> say_tipping_point(comparison, "money")
    'money has no ratio: only in 2010.'
    """
    say, row = Wording(comparison.language), _row_of(comparison, code)
    if _missing(row["ratio"]):
        return say("summary_no_ratio", code=code, reason=_where(comparison, row, say))
    if row["difference"] == 0:
        return say("summary_no_change", code=code)
    rose = row["ratio"] > 1
    late, early = (comparison.before, comparison.after) if rose else (comparison.after, comparison.before)
    recall = 1 / row["ratio"] if rose else row["ratio"]
    return say(
        "summary_recall_rise" if rose else "summary_recall_fall",
        code=code,
        ratio=row["ratio"],
        recall=recall,
        late=late,
        early=early,
        example=say.number(_RECALL * recall, 2).removeprefix("0"),
        whole=say.number(_RECALL, 2).removeprefix("0"),
    )


def _row_of(comparison: Comparison, code: str) -> pd.Series:
    rows = comparison.codes[comparison.codes["code"] == code]
    if rows.empty:
        raise ValueError(f"there is no code {code!r}; there is {', '.join(comparison.codes['code'])}")
    return rows.iloc[0]


def _reasons(comparison: Comparison, row: pd.Series, say: Wording) -> Iterator[str]:
    if row["code"] in comparison.panel.without_terms:
        yield say("summary_missing_terms")
        return
    if row["persons"] == 0:
        yield say("summary_missing_persons", before=comparison.before, after=comparison.after)
        return
    if _missing(row["ratio"]):
        found = _waves_found(comparison, row)
        yield say("summary_missing_ratio_one", wave=found[0]) if found else say("summary_missing_ratio_none")
    if row["persons"] == 1:
        yield say("summary_missing_difference")
    elif _missing(row["difference_low"]):
        yield say("summary_missing_alike")
    if _missing(row["ratio_low"]):
        yield say("summary_missing_interval")
    asked, changed = comparison.choices.asked_once(row["code"]), int(row["up"] + row["down"])
    if asked:
        yield say("summary_missing_asked", wave=asked)
    elif _missing(row["p"]) and changed < FEWEST_CHANGED:
        yield say("summary_missing_few", changed=changed, needed=FEWEST_CHANGED, p=smallest_p(changed))
    elif _missing(row["p"]):
        yield say("summary_missing_spread")


def _where(comparison: Comparison, row: pd.Series, say: Wording) -> str:
    """Say in which wave a code without a ratio was found."""
    found = _waves_found(comparison, row)
    return say("only_in", wave=found[0]) if found else say("nowhere")


def _waves_found(comparison: Comparison, row: pd.Series) -> list[str]:
    rates = {comparison.before: row["rate_before"], comparison.after: row["rate_after"]}
    return [wave for wave, rate in rates.items() if rate > 0]


def _missing(value: float) -> bool:
    return value != value
