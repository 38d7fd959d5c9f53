"""What other software does with two rates of one person: every mention a decision of its own.

Mentions come in clusters, and then this calls one person in four changed who is not; `simulate.py` shows it, and
nothing in bp_qual uses it.
"""

from __future__ import annotations


def poisson_ratio(before: int, after: int, words_before: float, words_after: float) -> tuple[float, ...]:
    """Return ratio, 95 % limits and p of two rates, as if every mention were a decision of its own.

    References
    ----------
    Clopper and Pearson (1934), The use of confidence or fiducial limits; as poisson.test in R.

    Examples
    --------
    >>> [round(value, 4) for value in poisson_ratio(12, 4, 6000, 5000)]
    [0.4, 0.094, 1.3198, 0.1323]
    """
    from scipy.special import betaincinv
    from scipy.stats import binomtest

    odds = words_before / words_after
    low = betaincinv(after, before + 1, 0.025) if after else 0.0
    high = betaincinv(after + 1, before, 0.975) if before else 1.0
    limits = (float(share / (1.0 - share) * odds) if share < 1.0 else float("inf") for share in (low, high))
    p = binomtest(after, before + after, words_after / (words_before + words_after)).pvalue
    return after / before * odds if before else float("inf"), *limits, float(p)
