"""How numbers are written for a reader, in Dutch and in English: the only place that writes them.

A rate has two digits that mean something, a p never false precision. Dutch has a comma where English has a point. The
terminal, the report, pictures, notes, Excel and Word all take their numbers from here.
"""

from __future__ import annotations

import math

MISSING = "–"
_SMALLEST_P, _LARGEST_RATIO, _SMALLEST_RATIO = 0.001, 99.5, 0.00995
_AS_GOOD_AS_ONE = 1e-6
_DUTCH = str.maketrans(",.", ".,")


def number(value: float, digits: int = 0, *, language: str = "en") -> str:
    """Return a number as it is shown everywhere.

    Parameters
    ----------
    value : float
        The number; None or NaN for a missing one.
    digits : int
        How many decimals.
    language : str
        `en` or `nl`.

    Returns
    -------
    str
        With separators for thousands and a true minus sign; a dash for a missing number.

    Examples
    --------
    >>> number(15204.28, 1), number(15204.28, 1, language="nl"), number(-0.01, 1), number(-3), number(float("nan"))
    ('15,204.3', '15.204,3', '0.0', '−3', '–')
    """
    if value is None or math.isnan(value):
        return MISSING
    text = f"{value:,.{digits}f}"
    if float(text.replace(",", "")) == 0:
        text = text.removeprefix("-")
    text = text.replace("-", "−")
    return text.translate(_DUTCH) if language == "nl" else text


def rate(value: float, *, language: str = "en") -> str:
    """Return a rate or a difference of rates with two digits that mean something; zero is a bare 0.

    >>> [rate(value) for value in (0, 0.00012, 0.043, 0.3, 2.08, 9.96, 31.2, 1234)]
    ['0', '0.00012', '0.043', '0.30', '2.1', '10', '31', '1,234']
    """
    if value is None or math.isnan(value):
        return MISSING
    if value == 0:
        return "0"
    rounded = value if abs(value) >= 100 else float(f"{value:.2g}")
    return number(rounded, max(0, 1 - math.floor(math.log10(abs(rounded)))), language=language)


def signed(value: float, *, language: str = "en") -> str:
    """Return a difference of rates with its sign.

    >>> [signed(value) for value in (0.901, -1.13, 0)]
    ['+0.90', '−1.1', '0']
    """
    return f"+{rate(value, language=language)}" if value > 0 else rate(value, language=language)


def ratio(value: float, *, language: str = "en") -> str:
    """Return how many times as often, as a rate is written; beyond 99 and below 0.01 only that it is so.

    >>> [ratio(value, language="nl") for value in (0.001, 0.284, 1.02, 14.6, 1234.0)]
    ['< 0,01', '0,28', '1,0', '15', '> 99']
    """
    if value < _SMALLEST_RATIO:
        return f"< {number(0.01, 2, language=language)}"
    return "> 99" if value > _LARGEST_RATIO else rate(value, language=language)


def ratio_limit(value: float, *, language: str = "en") -> str:
    """Return a limit of a ratio; it reads 1.0 only where it is 1, for on which side of 1 it lies is what it tells.

    >>> [ratio_limit(value) for value in (0.61, 0.9962, 1.0, 1.0001, 1.043, 1.07)]
    ['0.61', '0.996', '1.0', '1.0001', '1.04', '1.1']
    """
    text = ratio(value, language=language)
    if text != ratio(1.0, language=language) or abs(value - 1.0) < _AS_GOOD_AS_ONE:
        return text
    return number(value, math.ceil(-math.log10(abs(value - 1.0)) - 0.02), language=language)


def p_value(value: float, *, language: str = "en") -> str:
    """Return a p: three decimals up to .10, two above it, no zero in front, and never zero itself.

    >>> [p_value(value) for value in (0.00002, 0.0163, 0.0904, 0.4, 1.0)], p_value(0.0163, language="nl")
    (['< .001', '.016', '.090', '.40', '1.00'], ',016')
    """
    if value is None or math.isnan(value):
        return MISSING
    if value < _SMALLEST_P:
        return f"< {number(_SMALLEST_P, 3, language=language).removeprefix('0')}"
    return number(value, 3 if value < 0.0995 else 2, language=language).removeprefix("0")


def percent(share: float, *, language: str = "en") -> str:
    """Return a share as a percentage without decimals.

    >>> percent(0.954), percent(float("nan"))
    ('95%', '–')
    """
    text = number(100 * share, language=language)
    return text if text == MISSING else f"{text}%"


def portion(share: float, *, language: str = "en") -> str:
    """Return a share of something as a percentage that is 0 only where it is nothing.

    >>> portion(0.004), portion(0.0), portion(0.48)
    ('< 1%', '0%', '48%')
    """
    return "< 1%" if 0 < share < 0.005 else percent(share, language=language)


def step(value: float, *, language: str = "en") -> str:
    """Return a number on an axis, or a setting, with as many decimals as it has.

    >>> [step(value, language="nl") for value in (0, 0.25, 0.5, 20)]
    ['0', '0,25', '0,5', '20']
    """
    return number(value, len(f"{value:g}".partition(".")[2]), language=language)


def several(count: int, noun: str, plural: str = "") -> str:
    """Return a count with its noun, in English: for messages about files.

    Parameters
    ----------
    count : int
        How many there are.
    noun : str
        For one of them.
    plural : str
        For more; the noun with an s if empty.

    Returns
    -------
    str
        '1 person', '1,200 persons'.

    Examples
    --------
    >>> several(1, "person"), several(1200, "person"), several(2, "interview met", "interviews met")
    ('1 person', '1,200 persons', '2 interviews met')
    """
    return f"{number(count)} {noun if count == 1 else plural or noun + 's'}"
