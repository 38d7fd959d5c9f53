"""Tipping: how unequally the coding would have to err between the waves for a change to be chance, or none."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from bp_qual.statistics.thresholds import LEAST_RECALL_RATIO, Tipping, tipping_thresholds
from bp_qual.wording import Wording

if TYPE_CHECKING:
    from bp_qual.compare.comparison_tables import ComparisonTables

_RECALL = 0.85  # a recall that automatic coding may well have


def say_tipping_point(comparison: ComparisonTables, code: str) -> str:
    """Return how unequal recall, or how many false finds, a code's change could bear; `Comparison.tipping_point`.

    Raises
    ------
    ValueError
        For a code that was not compared.

    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import make_panel
    >>> words = [{"person": "P01", "wave": wave, "words": 1000} for wave in ("2010", "2020")]
    >>> change = compare_waves(make_panel([], words, codes=["a"]))
    >>> say_tipping_point(change, "a")
    'a has no ratio: in neither wave.'
    """
    say, rows = Wording(comparison.language), comparison.codes[comparison.codes["code"] == code]
    if rows.empty:
        raise ValueError(f"there is no code {code!r}; there is {', '.join(comparison.codes['code'])}")
    row = rows.iloc[0].to_dict()
    if not row["rate_before"] > 0 and not row["rate_after"] > 0:
        return say("summary_no_ratio", code=code, reason=say("nowhere"))
    if row["difference"] == 0:
        return say("summary_no_change", code=code)
    found, told = thresholds_of(row), describe_tipping(comparison, row, code, say)
    if found.recall_gone == 0:
        return told
    rose = row["difference"] > 0
    more, less = (comparison.after, comparison.before) if rose else (comparison.before, comparison.after)
    example = say.number(_RECALL * found.recall_gone, 2).removeprefix("0")
    whole = say.number(_RECALL, 2).removeprefix("0")
    return f"{told} {say('tipping_example', example=example, whole=whole, more=say.wave(more), less=say.wave(less))}"


def thresholds_of(row: Mapping[str, float]) -> Tipping:
    """Return the thresholds of a row of the table of codes; a code of one wave has a ratio of zero or infinity.

    >>> row = {"rate_before": 0.0, "rate_after": 2.0, "ratio": math.nan, "ratio_low": 1.25, "ratio_high": math.inf}
    >>> found = thresholds_of(row)
    >>> round(found.recall_unclear, 2), found.recall_gone, found.false_gone
    (0.8, 0.0, 1.0)
    """
    only = math.inf if row["rate_after"] > 0 else 0.0
    ratio = row["ratio"] if row["ratio"] > 0 else only
    return tipping_thresholds(ratio, row["ratio_low"], row["ratio_high"])


def describe_tipping(comparison: ComparisonTables, row: Mapping[str, float], name: str, say: Wording) -> str:
    r"""Return when the change of a row of the table of codes could no longer be told from chance or would disappear.

    Parameters
    ----------
    comparison : ComparisonTables
        Which waves.
    row : mapping
        A row of the table `codes`.
    name : str
        What the code is called.
    say : Wording
        The language.

    Returns
    -------
    str

    Examples
    --------
    >>> from bp_qual.compare import compare_waves
    >>> from bp_qual.panel import make_panel
    >>> words = [{"person": f"P{n}", "wave": w, "words": 2000} for n in range(8) for w in ("2010", "2020")]
    >>> counts = [{**row, "code": "a", "mentions": 3 + (0 if row["wave"] == "2010" else int(row["person"][1]))}
    ...           for row in words]
    >>> change = compare_waves(make_panel(counts, words))
    >>> said = describe_tipping(change, change.codes.iloc[0], "a", Wording("en"))
    >>> print(said.replace(". The", "; The").replace("; ", "\n"))
    The rise of 'a' could no longer be told from chance if the coding found it 1.2 times as well in 2020 as in 2010
    at 2.2 times as well nothing would be left of it
    The same if 14% of what it found in 2020 were wrong and nothing in 2010
    at 54% nothing would be left.
    """
    found, rose = thresholds_of(row), row["difference"] > 0
    more, less = (comparison.after, comparison.before) if rose else (comparison.before, comparison.after)
    values = {
        "subject": say("tipping_rise" if rose else "tipping_fall", code=name),
        "more": say.wave(more), "less": say.wave(less),
        "unclear": 1.0 / found.recall_unclear, "gone": 1.0 / found.recall_gone if found.recall_gone else math.inf,
        "false_unclear": found.false_unclear, "false_gone": found.false_gone,
    }  # fmt: skip
    known = not math.isnan(found.recall_unclear)
    if found.recall_gone == 0:
        text = "tipping_never" if known else "tipping_one_wave"
    else:
        text = "tipping_both" if known else "tipping_gone"
    return " ".join([say(text, **values), *(say(hardly) for hardly in _hardly_recall(found))])


def _hardly_recall(found: Tipping) -> Iterator[str]:
    """Name the sentence on what recall alone cannot do, if there is one."""
    if found.hardly_recall:
        yield "tipping_hardly"
    elif not math.isnan(found.recall_unclear) and 0 < found.recall_gone < LEAST_RECALL_RATIO:
        yield "tipping_hardly_all"
