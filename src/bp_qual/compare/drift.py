"""Drift of vocabulary: words that found a theme in one wave only. A new theme, or a new word for it?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bp_qual.compare.choices import Choices
from bp_qual.compare.coverage import compared_codings
from bp_qual.compare.inclusion import Inclusion
from bp_qual.panel import Panel
from bp_qual.wording.remarks import Remark

if TYPE_CHECKING:
    import pandas as pd

DRIFT_COLUMNS = ("code", "term", "wave", "persons", "mentions")
FEWEST_PERSONS = 3
_SHOWN = 3


def drift_table(panel: Panel, codings: pd.DataFrame | None, who: Inclusion, choices: Choices) -> pd.DataFrame:
    """Return the terms that three or more of the persons compared used in one wave, and none of them in the other.

    The terms of a sub-code are listed under the sub-code only.

    Parameters
    ----------
    panel : Panel
        The counts, with the codebook whose terms they are.
    codings : DataFrame or None
        The codings that the comparison counted.
    who : Inclusion
        Who is compared.
    choices : Choices
        The two waves.

    Returns
    -------
    DataFrame
        code, term, wave, persons, mentions; in the order of the codebook, the most persons first. Empty where there are
        no codings.

    Examples
    --------
    >>> comparison.drift.empty  # counts do not tell with which words
    True
    """
    import pandas as pd

    if codings is None or "term" not in codings.columns:
        return pd.DataFrame(columns=list(DRIFT_COLUMNS))
    rows = compared_codings(panel, codings, who, choices)
    if rows.empty:
        return pd.DataFrame(columns=list(DRIFT_COLUMNS))
    found = rows.groupby(["code", "term", "wave"])["person"].agg(["nunique", "size"]).reset_index()
    alone = ~found.duplicated(["code", "term"], keep=False) & (found["nunique"] >= FEWEST_PERSONS)
    found = found[alone & (found["term"] != "")]
    found.columns = list(DRIFT_COLUMNS)
    pairs = zip(found["code"], found["term"], strict=True)
    own = pd.Series([term in _own_terms(panel, code) for code, term in pairs], index=found.index, dtype=bool)
    found = found[own].assign(order=found["code"].map(panel.codes.index), fewer=-found["persons"])
    found = found.sort_values(["order", "fewer", "term"], kind="stable")
    return found[list(DRIFT_COLUMNS)].reset_index(drop=True)


def drift_remarks(drift: pd.DataFrame) -> Iterator[Remark]:
    """Mark each code with terms found in one wave only.

    >>> import pandas as pd
    >>> table = pd.DataFrame([("a", "tender", "2020", 4, 6)], columns=list(DRIFT_COLUMNS))
    >>> print(*drift_remarks(table))
    among those compared, found in one wave only: 'tender' (2020, 4 persons); did the word change, or the theme?
    """
    for code, rows in drift.groupby("code", sort=False):
        shown = rows.head(_SHOWN)
        terms = tuple(zip(shown["term"], shown["wave"], shown["persons"], strict=True))
        yield Remark("drift", str(code), {"terms": terms})


def _own_terms(panel: Panel, code: str) -> frozenset[str]:
    """The terms written at the code itself; a code that only takes what its sub-codes find has none."""
    codes = panel.source.codebook.codes if panel.source else ()
    return frozenset(term.text for own in codes if own.id == code for term in own.terms)
