"""How often proposals were right: what a coder accepted and declined, by code and wave, and where the waves differ.

Who codes by proposals that are right more often in one wave makes a change that is none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from bp_qual.coding.by_hand import HandCodings
from bp_qual.coding.by_hand.events import SUGGESTED
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

HOW_MANY_ACCEPTED = ("code", "wave", "accepted", "declined")


def count_accepted(hand: HandCodings, waves: Sequence[str]) -> pd.DataFrame:
    """Return how many proposed passages a coder accepted and declined, by code and wave, the waves in this order.

    >>> from pathlib import Path
    >>> from bp_qual.coding.by_hand import Event, History, place_codings
    >>> at = {"interview": "P01_2010", "start": 24, "end": 29, "quote": "Money"}
    >>> events = (Event("suggested-1", "add", n=1, code="money", **at), Event("2", "add", n=2, code="money", **at))
    >>> count_accepted(place_codings(History("anna", events), corpus), corpus.waves).values.tolist()
    [['money', '2010', 1, 0]]
    """
    import pandas as pd

    counts: dict[tuple[str, str], list[int]] = {}
    for number, table in enumerate((hand.codings, hand.declined)):
        own = table[table["id"].str.startswith(SUGGESTED)]
        for code, wave in zip(own["code"].tolist(), own["wave"].tolist(), strict=True):
            counts.setdefault((code, wave), [0, 0])[number] += 1
    order = {wave: place for place, wave in enumerate(waves)}
    keys = sorted(counts, key=lambda key: (key[0], order.get(key[1], len(order)), key[1]))
    return pd.DataFrame([(*key, *counts[key]) for key in keys], columns=list(HOW_MANY_ACCEPTED))


def find_uneven(accepted: pd.DataFrame) -> list[tuple[str, float]]:
    """Return the codes whose proposals were right more often in one wave than in another, with p.

    Parameters
    ----------
    accepted : DataFrame
        From `count_accepted`.

    Returns
    -------
    list of (str, float)
        Those with p of at most .05: the smallest of any two waves by Fisher's exact test, two-sided, times the number
        of pairs of waves.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = [("a", "1", 9, 1), ("a", "2", 2, 8), ("b", "1", 5, 5), ("b", "2", 5, 5)]
    >>> [(code, round(p, 4)) for code, p in find_uneven(pd.DataFrame(rows, columns=list(HOW_MANY_ACCEPTED)))]
    [('a', 0.0055)]
    """
    found = []
    for code, rows in accepted.groupby("code", sort=True):
        pairs = [*combinations(rows[["accepted", "declined"]].values.tolist(), 2)]
        p = _least_p(pairs) if pairs else 1.0
        if p <= 0.05:
            found.append((str(code), p))
    return found


def _least_p(pairs: Sequence[tuple[list[int], list[int]]]) -> float:
    from scipy.stats import fisher_exact  # takes long to load, and few studies need it

    return len(pairs) * min(float(fisher_exact(pair).pvalue) for pair in pairs)


def say_shares(accepted: pd.DataFrame, code: str) -> list[Remark]:
    """Return how many of a code's proposals were right in each wave, from `count_accepted`.

    >>> import pandas as pd
    >>> [str(said) for said in say_shares(pd.DataFrame([("a", "2010", 9, 1)], columns=list(HOW_MANY_ACCEPTED)), "a")]
    ['9 of 10 in 2010']
    """
    return [
        Remark("proposals in", values={"accepted": int(yes), "judged": int(yes + no), "wave": wave})
        for name, wave, yes, no in accepted.itertuples(index=False, name=None)
        if name == code
    ]


def note_uneven(hand: HandCodings, waves: Sequence[str], codes: Collection[str] = ()) -> Iterator[Remark]:
    """Yield what must be said of each code whose proposals were right more often in one wave than in another.

    Parameters
    ----------
    hand : HandCodings
        Of one coder.
    waves : sequence of str
        In their order.
    codes : collection of str
        Of these codes only; of all if none is named.

    Yields
    ------
    Remark

    Examples
    --------
    >>> from bp_qual.coding.by_hand import History, place_codings
    >>> list(note_uneven(place_codings(History("anna", ()), corpus), corpus.waves))
    []
    """
    accepted = count_accepted(hand, waves)
    for code, p in find_uneven(accepted):
        if not codes or code in codes:
            values = {"coder": hand.coder, "code": code, "shares": say_shares(accepted, code), "p": p}
            yield Remark("proposals uneven", values=values)


def note_proposed(hand: HandCodings, waves: Sequence[str]) -> Iterator[Remark]:
    """Yield what a report must say of proposals: how many codings of a coder were such, and where they were uneven.

    Parameters
    ----------
    hand, waves
        As in `note_uneven`.

    Yields
    ------
    Remark
        None where the coder accepted no proposal.

    Examples
    --------
    >>> from bp_qual.coding.by_hand import Event, History, place_codings
    >>> at = {"interview": "P01_2010", "start": 24, "end": 29, "quote": "Money"}
    >>> made = History("anna", (Event("suggested-1", "add", n=1, code="money", **at),))
    >>> [str(remark) for remark in note_proposed(place_codings(made, corpus), corpus.waves)][0][:51]
    'anna made 1 coding by hand; of these, proposed by b'
    """
    counts = count_accepted(hand, waves)
    accepted, declined = (int(counts[name].sum()) for name in ("accepted", "declined"))
    if accepted:
        values = {"coder": hand.coder, "made": len(hand.codings), "accepted": accepted, "declined": declined}
        yield Remark("proposals accepted", values=values)
        yield from note_uneven(hand, waves)
