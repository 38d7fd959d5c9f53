"""Comparing two waves: the same people, then and later.

The headline rests on persons with enough words in both waves. Persons with one wave stay in the tables; the missing
wave is NaN, never zero. What follows from the choices made here is worked out by `Comparison` when it is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from bp_qual.compare.choices import Choices, choose_waves, known_codes, read_guides, without_empty_waves
from bp_qual.compare.comparison import Comparison
from bp_qual.compare.inclusion import who_is_compared
from bp_qual.compare.person_groups import check_attributes
from bp_qual.panel import Panel
from bp_qual.panel.rates import measure_rates
from bp_qual.validation.judged_sample import JudgedSample
from bp_qual.wording import choose_language

if TYPE_CHECKING:
    import pandas as pd


def compare_waves(
    panel: Panel,
    *,
    before: str | int | None = None,
    after: str | int | None = None,
    measure: str = "mentions",
    test: str = "permutation",
    negated: bool = True,
    prompted: bool = True,
    floor: int = 300,
    plan: Sequence[str] = (),
    asked: Mapping[str, Sequence[str]] | None = None,
    groups: pd.DataFrame | None = None,
    draws: int = 9999,
    seed: int = 1,
    level: float = 0.95,
    margin: float | None = None,
    language: str | None = None,
    sample: JudgedSample | None = None,
) -> Comparison:
    """Compare two waves of a panel: what changed for the group and for each person, and how sure one can be.

    Parameters
    ----------
    panel : Panel
        From `count_codes` or `make_panel`.
    before, after : str or int, optional
        The waves; the first and the last of the panel if not given.
    measure : str
        `mentions` (per 1,000 respondent words), `sentences`, `words` or another of `measure_rates`.
    test : str
        `permutation` of each person's waves (exact up to 15 changed persons), `wilcoxon` or `t`.
    negated, prompted : bool
        False leaves out mentions that are negated, or that answer a question in which a term of the same code was used.
    floor : int
        Who has fewer words than this in a wave stays in the tables but out of the comparison.
    plan : sequence of str
        Codes that were to be tested, decided before looking. They are corrected for each other by step-down maxT; all
        other codes are then exploratory. Without a plan every code is corrected for every other.
    asked : mapping of str to sequence of str, optional
        For a code, the waves whose topic guide asked for it. A code asked in one of the two waves is not tested.
    groups : DataFrame, optional
        Attributes of persons (person, possibly wave, and columns that divide them), for the table `groups`.
    draws, seed : int
        Number of random permutations and their seed, where not every arrangement is counted.
    level : float
        Confidence level of the intervals.
    margin : float, optional
        A factor, such as 1.5, decided before looking: with thirty persons or more, a code of the plan whose ratio is
        shown to lie within it, by two one-sided tests, has the verdict `stayed`.
    language : str, optional
        Language of notes and summary, `nl` or `en`; the codebook's if not given, English where it has no texts.
    sample : JudgedSample, optional
        What a person coded of a sample (`choose_judged_sample`): the change with the codebook's errors taken out stands
        beside the one as counted, and the verdict is about that one. Only where the codebook's hits are counted, as
        mentions or as the share of sentences.

    Returns
    -------
    Comparison
        With the tables `codes`, `persons` and `attrition`, and more beside them.

    Raises
    ------
    ValueError
        For a wave or code that the panel does not have, twice the same wave, or a setting that makes no sense.

    References
    ----------
    Fisher (1935), The design of experiments (the sign-flip test). Westfall and Young (1993), Resampling-based multiple
    testing (maxT). Tritchler (1984), On inverting permutation tests, Journal of the American Statistical Association
    79, 200-207. Hall (1992), On the removal of skewness by transformation, Journal of the Royal Statistical Society B
    54, 221-228. `Comparison.methods` cites what a given comparison used.

    Examples
    --------
    >>> from bp_qual.panel import make_panel
    >>> persons = [f"P{number:02}" for number in range(1, 9)]
    >>> words = [{"person": p, "wave": w, "words": 2000} for p in persons for w in ("2010", "2020")]
    >>> counts = [{"person": p, "wave": "2010", "code": "hokjes", "mentions": 2} for p in persons]
    >>> counts += [{"person": p, "wave": "2020", "code": "hokjes", "mentions": 3 + n} for n, p in enumerate(persons)]
    >>> change = compare_waves(make_panel(counts, words))
    >>> change.codes[["code", "up", "down", "rate_before", "rate_after", "ratio", "p"]]
         code  up  down  rate_before  rate_after  ratio         p
    0  hokjes   8     0          1.0        3.25   3.25  0.007812
    """
    guides = read_guides(panel, asked)
    check_attributes(groups)
    choices = Choices(
        *choose_waves(panel, before, after), measure=measure, test=test, negated=negated, prompted=prompted,
        floor=floor, draws=draws, seed=seed, level=level, plan=known_codes(panel, plan, "plan"), asked=guides,
        margin=margin or 0.0,
    )  # fmt: skip
    panel = without_empty_waves(panel, choices.waves)
    rates = measure_rates(panel, choices.waves, measure=measure, negated=negated, prompted=prompted)
    return Comparison(
        panel, choices, rates, who_is_compared(panel, rates, floor), groups, choose_language(language, panel.language),
        sample,
    )  # fmt: skip
