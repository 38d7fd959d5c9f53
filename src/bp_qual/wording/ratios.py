"""A code's ratio in words, and how to order changes."""

from __future__ import annotations

import math
from collections.abc import Mapping

from bp_qual.wording.voice import Wording


def ratio_text(row: Mapping[str, float], before: str, after: str, say: Wording) -> str:
    """Return a code's ratio and interval in words, or why there is none.

    Parameters
    ----------
    row : mapping
        rate_before, rate_after, ratio, ratio_low and ratio_high of a code.
    before, after : str
        The waves.
    say : Wording
        The language.

    Returns
    -------
    str
        As short as a cell of a table wants it.

    Examples
    --------
    >>> ratio_text({"rate_before": 0.0, "rate_after": 0.7, "ratio": float("nan")}, "2010", "2020", Wording("en"))
    'only in 2020'
    """
    if math.isnan(row["rate_before"]):
        return say.number(math.nan)
    if not row["rate_before"] > 0 and not row["rate_after"] > 0:
        return say("nowhere")
    if not row["rate_before"] > 0 or not row["rate_after"] > 0:
        only = say("only_in", wave=before if row["rate_before"] > 0 else after)
        low, high = row.get("ratio_low", math.nan), row.get("ratio_high", math.nan)
        return f"{only} ({say.span(low, high)} ×)" if low > 1 or high < 1 else only
    if math.isnan(row["ratio_low"]):
        return f"× {say.ratio(row['ratio'])}"
    return f"× {say.ratio(row['ratio'])} ({say.span(row['ratio_low'], row['ratio_high'])})"


def by_change(row: Mapping[str, float]) -> tuple[float, float]:
    """Return a sort key: the largest rise first, above it what only the later wave has; in the middle what none has.

    >>> rows = [{"rate_before": 2, "rate_after": 1}, {"rate_before": 0, "rate_after": 1}]
    >>> sorted(rows, key=by_change)[0]["rate_before"]
    0
    """
    before, after = row["rate_before"], row["rate_after"]
    if before > 0 and after > 0:
        return -math.log(after / before), before - after
    if not before > 0 and not after > 0:
        return 0.0, 0.0
    return (-math.inf, -after) if after > 0 else (math.inf, before)
