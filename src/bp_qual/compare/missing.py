"""Why a number is missing, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bp_qual.compare.choices import FEWEST_CHANGED
from bp_qual.statistics.permutation import smallest_p
from bp_qual.wording import Wording

if TYPE_CHECKING:
    import pandas as pd

    from bp_qual.compare.comparison_tables import ComparisonTables


def explain_missing(comparison: ComparisonTables, code: str) -> str:
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


def _row_of(comparison: ComparisonTables, code: str) -> pd.Series:
    rows = comparison.codes[comparison.codes["code"] == code]
    if rows.empty:
        raise ValueError(f"there is no code {code!r}; there is {', '.join(comparison.codes['code'])}")
    return rows.iloc[0]


def _reasons(comparison: ComparisonTables, row: pd.Series, say: Wording) -> Iterator[str]:
    if row["code"] in comparison.panel.without_terms:
        yield say("summary_missing_terms")
        return
    if row["persons"] == 0 and comparison.compared:
        yield say("summary_missing_coding", before=comparison.before, after=comparison.after)
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
    asked, column = comparison.choices.asked_once(row["code"]), comparison.group.codes.index(row["code"])
    changed = int(comparison.group.changed[column])
    if asked:
        yield say("summary_missing_asked", wave=asked)
    elif _missing(row["p"]) and changed < FEWEST_CHANGED:
        yield say("summary_missing_few", changed=changed, needed=FEWEST_CHANGED, p=smallest_p(changed))
    elif _missing(row["p"]):
        yield say("summary_missing_spread")


def _waves_found(comparison: ComparisonTables, row: pd.Series) -> list[str]:
    rates = {comparison.before: row["rate_before"], comparison.after: row["rate_after"]}
    return [wave for wave, rate in rates.items() if rate > 0]


def _missing(value: float) -> bool:
    return value != value
