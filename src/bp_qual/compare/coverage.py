"""Coverage: who is compared on which code, where not everybody was coded for everything.

A person is compared on a code where somebody looked for it in both of the person's interviews. Codes that the same
persons are compared on are worked out together, so that each has the numbers of a study of those persons alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.coding.review import REVIEW_COLUMNS, review_table
from bp_qual.compare.choices import Choices
from bp_qual.compare.inclusion import Inclusion
from bp_qual.panel import Panel
from bp_qual.panel.rates import Rates

if TYPE_CHECKING:
    import pandas as pd

Flags = NDArray[np.bool_]
Rows = NDArray[np.int64]


def compared_on(rates: Rates, who: Inclusion) -> Flags:
    """Return whether each person compared is compared on each code: persons compared x codes.

    >>> compared_on(comparison.rates, comparison.who).tolist()
    [[True, True], [True, True]]
    """
    coded: Flags = np.logical_not(rates.uncoded[who.compared].any(axis=1))
    return coded


def alike(coded: Flags) -> Iterator[tuple[Rows, Rows]]:
    """Yield the codes that the same persons are coded for together: the rows of the persons, and of the codes.

    >>> coded = np.array([[True, False, True], [True, True, True]])
    >>> [(persons.tolist(), codes.tolist()) for persons, codes in alike(coded)]
    [([0, 1], [0, 2]), ([1], [1])]
    """
    left = np.arange(coded.shape[1])
    while len(left):
        same = (coded[:, left] == coded[:, left[:1]]).all(axis=0)
        yield np.flatnonzero(coded[:, left[0]]), left[same]
        left = left[~same]


def review_of(panel: Panel) -> pd.DataFrame:
    """Return how much of what is counted a person looked at, by code and wave; empty where nobody did.

    >>> review_of(panel).empty
    True
    """
    import pandas as pd

    source = panel.source
    if source is None or source.combined is None:
        return pd.DataFrame(columns=list(REVIEW_COLUMNS))
    return review_table(source.combined, source.corpus, source.codebook)


def with_shares(codes: pd.DataFrame, review: pd.DataFrame, choices: Choices) -> pd.DataFrame:
    """Return the table of codes with the share of the interviews of either wave that the coder finished for each code.

    Parameters
    ----------
    codes : DataFrame
        With a column code.
    review : DataFrame
        From `review_of`; the table stays as it is where that is empty.
    choices : Choices
        The two waves.

    Returns
    -------
    DataFrame
        With the columns ``reviewed_before`` and ``reviewed_after``.

    Examples
    --------
    >>> import pandas as pd
    >>> review = pd.DataFrame({"code": ["a", "a"], "wave": ["2010", "2020"], "interviews": [8, 4], "coded": [4, 4]})
    >>> with_shares(pd.DataFrame({"code": ["a"], "note": ["-"]}), review, Choices("2010", "2020"))
      code  reviewed_before  reviewed_after note
    0    a              0.5             1.0    -
    """
    if review.empty:
        return codes
    rows = zip(review["code"], review["wave"], review["coded"], review["interviews"], strict=True)
    shares = {(code, wave): coded / interviews if interviews else np.nan for code, wave, coded, interviews in rows}
    before, after = ([shares.get((code, wave), np.nan) for code in codes["code"]] for wave in choices.waves)
    table = codes.assign(reviewed_before=before, reviewed_after=after)
    return table[[*(name for name in table.columns if name != "note"), "note"]]


def compared_codings(panel: Panel, codings: pd.DataFrame, who: Inclusion, choices: Choices) -> pd.DataFrame:
    """Return the codings that the numbers are made of: in the two waves, of persons who are compared on the code.

    Parameters
    ----------
    panel : Panel
        Which knows what was not coded.
    codings : DataFrame
        Those that count.
    who : Inclusion
        Who is compared.
    choices : Choices
        The two waves.

    Returns
    -------
    DataFrame
        Some of the rows, in their order.

    Examples
    --------
    >>> who, choices = Inclusion(("P01",), ("compared",), ((),)), Choices("2010", "2020")
    >>> from dataclasses import replace
    >>> from bp_qual.panel import count_codes
    >>> counted = count_codes(codings, corpus, codebook)
    >>> len(compared_codings(counted, codings, who, choices))
    3
    >>> counted = replace(counted, uncoded=frozenset({("P01", "2010", "money")}))
    >>> compared_codings(counted, codings, who, choices)["code"].tolist()
    ['contact']
    """
    rows = codings[codings["person"].isin(who.names) & codings["wave"].isin(choices.waves)]
    if not panel.uncoded:
        return rows
    gaps = {(person, code) for person, wave, code in panel.uncoded if wave in choices.waves}
    cells = zip(rows["person"], rows["code"], strict=True)
    return rows[np.array([cell not in gaps for cell in cells], dtype=bool)]
