"""Planning: what could this study show, and what could it show with more persons?

Simulated from the study's own rates, so that persons and interviews vary as they do here.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bp_qual.compare.choices import FEWEST_STAYED, Choices, choose_waves
from bp_qual.compare.coverage import compared_on
from bp_qual.compare.households import households_of
from bp_qual.compare.inclusion import who_is_compared
from bp_qual.compare.person_groups import check_attributes
from bp_qual.display import escape, in_columns
from bp_qual.panel import Panel
from bp_qual.panel.rates import measure_rates
from bp_qual.statistics.power import simulate_power, simulate_staying
from bp_qual.wording import Remark, Wording, choose_language

if TYPE_CHECKING:
    import pandas as pd

POWER_COLUMNS = ("code", "rate", "pairs", "ratio", "power")
SMALLEST_COLUMNS = ("code", "rate", "pairs", "smallest_ratio", "power_for_doubling")
RATIOS = (1.25, 1.5, 2.0, 2.5, 3.0, 4.0)
SIZES = (15, 30, 60)
ENOUGH = 0.8
STAYING_COLUMNS = ("code", "rate", "pairs", "factor", "share")
FACTORS = (1.5, 2.0)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Plan:
    """What changes could be seen, with so many persons.

    Attributes
    ----------
    power : DataFrame
        code, rate (mean of both waves), pairs, ratio, power: the share of imagined studies with p of at most .05.
    smallest : DataFrame
        code, rate, pairs, smallest_ratio (that four of five studies would show; nan: none up to 4), power_for_doubling.
    compared : int
        How many persons it was simulated from.
    units : int
        As how many they count: persons interviewed together, or of one household, as one.
    staying : DataFrame
        code, rate, pairs, factor, share: of imagined studies without change, how many could show that the ratio lies
        within the factor; for sizes of thirty persons or more.
    measure, language : str
        What rates are rates of, and the language of the text: `en` or `nl`.

    Examples
    --------
    >>> print(repr(plan_study(panel, pairs=(8,), simulations=50)))
    Simulated from the 2 persons compared: the smallest change that four of five studies would show (p at most
    .05, one code), and in brackets how many would show a doubling.
      code     per 1,000 words  8 persons
      contact  8.0              > x 4 (14%)
      money    0.38             > x 4 (0%)
    """

    power: pd.DataFrame
    smallest: pd.DataFrame
    compared: int
    units: int
    staying: pd.DataFrame
    measure: str = "mentions"
    language: str = "en"

    def to_text(self, language: str | None = None) -> str:
        """Return the smallest changes that could be seen, a line for each code.

        >>> print(plan_study(panel, pairs=(8,), simulations=50).to_text("nl"))
        Gesimuleerd vanuit de 2 vergeleken personen: de kleinste verandering die vier van de vijf onderzoeken zouden
        laten zien (p ten hoogste ,05, één code), en tussen haakjes hoeveel een verdubbeling zouden laten zien.
          code     per 1.000 woorden  8 personen
          contact  8,0                > x 4 (14%)
          money    0,38               > x 4 (0%)
        """
        say = Wording(choose_language(language, self.language))
        sizes = [say.many("person", int(pairs)) for pairs in dict.fromkeys(self.smallest["pairs"])]
        rows = [[say("code").lower(), say.unit(self.measure), *sizes]]
        for code, cells in self.smallest.groupby("code", sort=False):
            shown = zip(cells["smallest_ratio"], cells["power_for_doubling"], strict=True)
            rows.append([str(code), say.rate(cells["rate"].iloc[0]), *(_seen(*pair, say) for pair in shown)])
        shared = say("summary_plan_units", n=self.units) if self.units < self.compared else ""
        how = textwrap.fill(f"{say('summary_plan_how', n=self.compared)} {shared}".rstrip(), 110)
        return "\n".join([how, *(f"  {line}" for line in in_columns(rows)), *self._staying_lines(say)])

    def _staying_lines(self, say: Wording) -> list[str]:
        """Say how often it could be shown that nothing changed much, where the sizes allow it."""
        if self.staying.empty:
            return []
        sizes = list(dict.fromkeys(self.staying["pairs"]))
        rows = [[say("code").lower(), *(say.many("person", int(pairs)) for pairs in sizes)]]
        for code, cells in self.staying.groupby("code", sort=False):
            by_size = cells.pivot_table(index="pairs", columns="factor", values="share", sort=False)
            shares = [
                say("summary_plan_stayed", near=by_size.loc[n].iloc[0], far=by_size.loc[n].iloc[1]) for n in sizes
            ]
            rows.append([str(code), *shares])
        return [textwrap.fill(say("summary_plan_staying"), 110), *(f"  {line}" for line in in_columns(rows))]

    def __repr__(self) -> str:
        return self.to_text()

    def _repr_html_(self) -> str:
        return f"<pre>{escape(repr(self))}</pre>"


def plan_study(
    panel: Panel,
    *,
    before: str | int | None = None,
    after: str | int | None = None,
    measure: str = "mentions",
    floor: int = 300,
    groups: pd.DataFrame | None = None,
    pairs: Sequence[int] = (),
    ratios: Sequence[float] = RATIOS,
    simulations: int = 500,
    seed: int = 1,
    language: str | None = None,
) -> Plan:
    """Simulate what changes the study could show, with the persons it has and with more.

    Parameters
    ----------
    panel : Panel
        From `count_codes` or `make_panel`.
    before, after, measure, floor, groups
        As in `compare_waves`; of `groups` only a column `household` matters here.
    pairs : sequence of int
        Numbers of persons interviewed twice, each of another household; as many as there are, 15, 30 and 60 if not
        given.
    ratios : sequence of float
        Ratios of the mean rates to simulate.
    simulations, seed : int
        Number of simulated studies for each number of persons and ratio, and their seed.
    language : str, optional
        Language of the text, `nl` or `en`; the codebook's if not given, English where it has no texts.

    Returns
    -------
    Plan
        The power of each code, number of persons and ratio, and the smallest ratio that would be found; it prints
        itself as sentences.

    Raises
    ------
    ValueError
        Where fewer than two persons can be compared: there is nothing to learn how persons vary from.

    Examples
    --------
    >>> from bp_qual.panel import make_panel
    >>> persons = [f"P{n}" for n in range(8)]
    >>> words = [{"person": p, "wave": w, "words": 2000} for p in persons for w in ("2010", "2020")]
    >>> counts = [{"person": p, "wave": w, "code": "a", "mentions": 4 + n % 3} for n, p in enumerate(persons)
    ...           for w in ("2010", "2020")]
    >>> plan_study(make_panel(counts, words), pairs=(8,), simulations=50).smallest.to_dict("records")
    [{'code': 'a', 'rate': 2.4375, 'pairs': 8, 'smallest_ratio': 1.25, 'power_for_doubling': 1.0}]
    """
    import pandas as pd

    check_attributes(groups)
    choices = Choices(*choose_waves(panel, before, after), measure=measure, floor=floor, seed=seed)
    rates = measure_rates(panel, choices.waves, measure=measure)
    who = who_is_compared(panel, rates, floor)
    compared = len(who.names)
    if compared < 2:
        raise ValueError(Remark("too few to plan", values={"n": compared}))
    units = len(households_of(panel, who.names, choices.waves, groups))
    sizes = tuple(pairs) or (max(units, 2), *(size for size in SIZES if size > units))
    if min(sizes) < 2:
        raise ValueError(f"pairs are numbers of persons, two or more, not {min(sizes)}")
    ratios = sorted({*ratios, 2.0})
    rows, staying, coded = [], [], compared_on(rates, who)
    for column, code in enumerate(rates.codes):
        first, last = (rates.rates[who.compared, wave, column][coded[:, column]] for wave in (0, 1))
        rate = float((first + last).mean() / 2) if len(first) > 1 else 0.0
        for size in sizes if rate > 0 else ():
            if size >= FEWEST_STAYED:
                shares = simulate_staying(first, last, pairs=size, factors=FACTORS, simulations=simulations, seed=seed)
                staying += [(code, rate, size, *pair) for pair in zip(FACTORS, shares, strict=True)]
            for ratio in ratios:
                power = simulate_power(first, last, pairs=size, ratio=ratio, simulations=simulations, seed=seed)
                rows.append((code, rate, size, ratio, power))
    power = pd.DataFrame(rows, columns=list(POWER_COLUMNS))
    stayed = pd.DataFrame(staying, columns=list(STAYING_COLUMNS))
    return Plan(power, _smallest(power), compared, units, stayed, measure, choose_language(language, panel.language))


def _seen(ratio: float, doubling: float, say: Wording) -> str:
    if np.isnan(ratio):
        return say("summary_plan_beyond", share=doubling)
    return say("summary_plan_seen", ratio=ratio, share=doubling)


def _smallest(power: pd.DataFrame) -> pd.DataFrame:
    import pandas as pd

    rows = []
    for (code, rate, pairs), cells in power.groupby(["code", "rate", "pairs"], sort=False):
        seen = cells.loc[cells["power"] >= ENOUGH, "ratio"]
        doubling = float(cells.loc[cells["ratio"] == 2.0, "power"].iloc[0])
        rows.append((code, rate, pairs, float(seen.min()) if len(seen) else float("nan"), doubling))
    return pd.DataFrame(rows, columns=list(SMALLEST_COLUMNS))
