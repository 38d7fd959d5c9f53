"""The words and number forms of one language; what to call a change and how to order changes.

The words 'significant' and 'no change' do not occur: an interval is shown, and a change is called clear, uncertain or
not clear.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from bp_qual.wording.texts import TEXTS

LANGUAGES = tuple(TEXTS)
VERDICTS = ("clear", "tentative", "none", "untested")


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts and number forms of one language.

    >>> Wording("nl").number(15204.28, 1), Wording("en").number(15204.28, 1)
    ('15.204,3', '15,204.3')
    """

    language: str

    def __post_init__(self) -> None:
        if self.language not in TEXTS:
            raise ValueError(f"there are no texts in {self.language!r}; choose one of {', '.join(LANGUAGES)}.")

    def __call__(self, name: str, /, **values: object) -> str:
        """Return a text, its gaps filled.

        >>> Wording("en")("only_in", wave="2020")
        'only in 2020'
        """
        return TEXTS[self.language][name].format(**values)

    def many(self, name: str, count: int, /, **values: object) -> str:
        """Return a text in its singular or plural, with the number in front.

        >>> Wording("nl").many("person", 1), Wording("nl").many("person", 12)
        ('1 persoon', '12 personen')
        """
        return self(f"{name}_{'one' if count == 1 else 'many'}", n=self.number(count), **values)

    def number(self, value: float, digits: int = 0) -> str:
        """Return a number as this language writes it; a missing one is a dash.

        >>> Wording("nl").number(float("nan"))
        '–'
        """
        if value is None or math.isnan(value):
            return "–"
        text = f"{value:,.{digits}f}"
        if float(text.replace(",", "")) == 0:
            text = text.removeprefix("-")
        text = text.replace("-", "−")
        return text.translate(str.maketrans(",.", ".,")) if self.language == "nl" else text

    def rate(self, value: float) -> str:
        """Return a rate with about two figures that matter; zero is a bare 0.

        >>> [Wording("en").rate(value) for value in (0, 0.043, 2.15, 31.2)]
        ['0', '0.04', '2.1', '31']
        """
        if value == 0:
            return "0"
        return self.number(value, 2 if abs(value) < 0.995 else 1 if abs(value) < 20 else 0)

    def change(self, before: float, after: float) -> str:
        """Return a rate then and later.

        >>> Wording("nl").change(0.8, 2.15)
        '0,80 → 2,1'
        """
        return f"{self.rate(before)} → {self.rate(after)}"

    def step(self, value: float) -> str:
        """Return a number on an axis with as many decimals as it needs.

        >>> [Wording("nl").step(value) for value in (0, 0.25, 0.5, 20)]
        ['0', '0,25', '0,5', '20']
        """
        text = f"{value:g}"
        return self.number(value, len(text.partition(".")[2]))

    def ratio(self, value: float) -> str:
        """Return how many times as often, with two figures that matter.

        >>> [Wording("nl").ratio(value) for value in (0.001, 0.284, 1.02, 2.81, 14.6, 1234.0)]
        ['< 0,01', '0,28', '1,0', '2,8', '15', '> 99']
        """
        if value < 0.005:
            return f"< {self.number(0.01, 2)}"
        if value > 99.5:
            return "> 99"
        return self.number(value, 2 if value < 0.995 else 1 if value < 9.95 else 0)

    def span(self, low: float, high: float) -> str:
        """Return the two ends of an interval of ratios.

        >>> Wording("nl").span(0.61, 34), Wording("nl").span(0.61, 340)
        ('0,61–34', '0,61 tot > 99')
        """
        ends = self.ratio(low), self.ratio(high)
        return ("–" if "<" not in ends[0] and ">" not in ends[1] else f" {self('to')} ").join(ends)

    def p(self, value: float) -> str:
        """Return a p-value: three decimals where it is small, two elsewhere, never zero.

        >>> [Wording("en").p(value) for value in (0.0004, 0.0156, 0.4)]
        ['< .001', '.016', '.40']
        """
        if value is None or math.isnan(value):
            return "–"
        if value < 0.001:
            return "< ,001" if self.language == "nl" else "< .001"
        return self.number(value, 3 if value < 0.05 else 2).removeprefix("0")

    def state(self, trajectory: str) -> str:
        """Return what became of a theme in a person, in words of this language.

        >>> Wording("nl").state("faded")
        'verdwenen'
        """
        return TEXTS[self.language].get(f"state_{trajectory}", trajectory)


def verdict(row: Mapping[str, float]) -> str:
    """Return how sure a change of a code is: one of `VERDICTS`.

    clear
        It stands when all codes are looked at together (adjusted p below .05).
    tentative
        It stands alone (p below .05, or an interval that leaves out 'as often as before'), not after the correction.
    none
        Neither. That is not evidence that nothing changed.
    untested
        There is no p, because too few persons changed.

    >>> verdict({"p": 0.01, "p_adjusted": 0.2, "ratio_low": 0.9, "ratio_high": 3.0})
    'tentative'
    """
    if math.isnan(row["p"]):
        return "untested"
    if row["p_adjusted"] < 0.05:
        return "clear"
    if row["p"] < 0.05 or row["ratio_low"] > 1 or row["ratio_high"] < 1:
        return "tentative"
    return "none"


def ratio_text(row: Mapping[str, float], before: str, after: str, say: Wording) -> str:
    """Return a code's ratio and interval in words, or why there is none.

    >>> ratio_text({"rate_before": 0.0, "rate_after": 0.7, "ratio": float("nan")}, "2010", "2020", Wording("en"))
    'only in 2020'
    """
    if not row["rate_before"] > 0 and not row["rate_after"] > 0:
        return say("nowhere")
    if not row["rate_before"] > 0:
        return say("only_in", wave=after)
    if not row["rate_after"] > 0:
        return say("only_in", wave=before)
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
