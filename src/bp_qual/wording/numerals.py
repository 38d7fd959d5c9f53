"""How numbers are written for a reader: two digits that mean something, and a p without false precision."""

from __future__ import annotations

import math


def number(value: float) -> str:
    """Write a rate or a ratio with two digits that mean something.

    >>> number(2.08), number(15.23), number(9.96), number(0.957), number(0.0), number(1234.0), number(0.00012)
    ('2.1', '15', '10', '0.96', '0', '1,234', '0.00012')
    """
    if math.isnan(value):
        return "–"
    if value == 0:
        return "0"
    value = value if abs(value) >= 100 else float(f"{value:.2g}")
    digits = max(0, 1 - math.floor(math.log10(abs(value))))
    text = f"{value:,.{digits}f}"
    return text if digits < 2 else text.rstrip("0").rstrip(".")


def p_value(value: float, language: str = "en") -> str:
    """Write a p with two digits, and never as zero; with a comma in Dutch.

    >>> p_value(0.0163), p_value(0.0904), p_value(0.00002), p_value(1.0), p_value(0.0163, "nl")
    ('.016', '.09', '< .001', '1', ',016')
    """
    if math.isnan(value):
        return "–"
    text = "< .001" if value < 0.001 else f"{value:.3f}" if value < 0.05 else f"{value:.2f}"
    if value >= 0.001:
        text = text.rstrip("0").rstrip(".").removeprefix("0")
    return text.replace(".", ",") if language == "nl" else text


def several(count: int, noun: str, plural: str = "") -> str:
    """Write how many of something there are.

    >>> several(1, "person"), several(1200, "person"), several(2, "interview met", "interviews met")
    ('1 person', '1,200 persons', '2 interviews met')
    """
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"
