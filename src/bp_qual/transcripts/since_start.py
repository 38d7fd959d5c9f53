"""Waves that are called by how long after the first they came: `6 months`, `12m follow up`, `na tien jaar`, `M6`."""

from __future__ import annotations

import re

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts.plain_letters import to_key

_UNITS = {  # in months; one of a single letter stands only beside a word for a later talk: `post 6m`
    "days?|dag(?:en)?|d": 1 / 30,
    "weeks?|weken|wk|w": 7 / 30,
    "months?|maand(?:en)?|mnd|mths?|mo|m": 1.0,
    "years?|yrs?|jaar|jaren|jr|y|j": 12.0,
}
_UNIT = "|".join(_UNITS)
_WORDS = "een|one twee|two drie|three vier|four vijf|five zes|six zeven|seven acht|eight negen|nine tien|ten elf|eleven"
_NUMBERS = {word: float(place) for place, words in enumerate(_WORDS.split(), start=1) for word in words.split("|")}
_NUMBERS |= {"twaalf": 12.0, "twelve": 12.0, "vijftien": 15.0, "fifteen": 15.0, "twintig": 20.0, "twenty": 20.0}
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_AFTER = (
    r"follow[ -]?up|fu|vervolg(?:meting|interview|gesprek)?|opvolging|herhaal(?:de)?[ -]?meting|nameting|post(?:test)?"
    r"|na|after|nach|apres"
)
_MONTHS, _YEARS = "months?|maand(?:en)?|mnd|weeks?|weken", "jaar|years?"
_BEFORE_BIRTH = r"pregnan(?:t|cy)|zwanger(?:schap)?|gestation|antenatal|prenata[a]?l"
_OF_BIRTH = rf"(?:[ -]?(?:{_BEFORE_BIRTH}|post[ -]?part(?:um|aal)|postnata[a]?l|pp))?"
_BIRTH = r"(?:bevalling|geboorte|birth|delivery)"
_TERM = 40 * 7 / 30  # months of a pregnancy
_SURE = lazy_pattern(
    rf"(?<![^\W_])(?:(?:{_AFTER})[ -]?{_NUMBER}[ -]?(?:{_UNIT})"
    rf"|{_NUMBER}[ -]?(?:{_UNIT})[ -](?:later|nadien|daarna|on|(?:{_AFTER})(?:[ -](?:de |the )?{_BIRTH})?)"
    rf"|t0 ?\+ ?\d{{1,3}}[ -]?(?:{_UNIT}))(?![^\W_])",
    re.IGNORECASE,
)
_ALONE = lazy_pattern(
    rf"(?<![^\W_])(?:(?:[1-9]|[1-4]\d)[ -]?(?:{_MONTHS}){_OF_BIRTH}|(?:[1-9]|1\d)[ -]?(?:{_YEARS})"
    rf"|(?:month|maand|mnd|week|wk|day|dag)[ -]?\d{{1,3}}{_OF_BIRTH})(?![^\W_])",
    re.IGNORECASE,
)
_SHORT = lazy_pattern(r"(?<![^\W_])(?:\d{1,3}(?:mo?|mth|mnd|w|wk|y|yr|jr?)|[MW]\d{1,2})(?![^\W_])")
_COUNTED = lazy_pattern(rf"(?<![^\W_])(?:({_NUMBER})[ -]*({_UNIT})|({_UNIT})[ -]*(\d{{1,3}}))(?![^\W_])", re.IGNORECASE)


def find_lapse(text: str) -> re.Match[str] | None:
    """Return where a text says how long after the first a talk was: a number and a unit beside a word for a later talk.

    Parameters
    ----------
    text : str
        The name of a file or folder, with blanks for underscores and without accents.

    Returns
    -------
    match or None

    Examples
    --------
    >>> names = ("Anna 12m follow up", "Anna na tien jaar", "Anna 6 maanden", "Anna 12m")
    >>> [found and found[0] for found in map(find_lapse, names)]
    ['12m follow up', 'na tien jaar', None, None]
    """
    return _SURE.search(text)


def find_bare_lapse(text: str) -> re.Match[str] | None:
    """Return where a text has a number of weeks, months or years that is no age, or a day, week or month with its own.

    >>> [found and found[0] for found in map(find_bare_lapse, ("Anna 6 maanden", "Anna 34 jaar", "Anna dag 6"))]
    ['6 maanden', None, 'dag 6']
    >>> find_bare_lapse("Sara 20 weeks pregnant")[0]
    '20 weeks pregnant'
    """
    return _ALONE.search(text)


def find_short_lapse(text: str) -> re.Match[str] | None:
    """Return where a text has a sign that may be such a time, where other names say so too: `M6`, `12m`, `5y`.

    >>> [found and found[0] for found in map(find_short_lapse, ("Anna M6", "Anna 5y", "Anna V34"))]
    ['M6', '5y', None]
    """
    return _SHORT.search(text)


def months_since(name: str) -> float | None:
    """Return how many months after the start the name of a wave says, whatever else it says.

    >>> months_since("12m-follow-up"), months_since("m6"), months_since("tien-jaar-later"), months_since("post")
    (12.0, 6.0, 120.0, None)
    >>> months_since("20 weeks pregnant") < 0 < months_since("6 weeks postpartum")  # type: ignore[operator]
    True
    """
    found = _COUNTED.search(to_key(name))
    if found is None:
        return None
    number, unit = found[1] or found[4], found[2] or found[3]
    months = next(months for names, months in _UNITS.items() if re.fullmatch(names, unit))
    since = (float(number) if number.isdecimal() else _NUMBERS[number]) * months
    return since - _TERM if re.search(_BEFORE_BIRTH, to_key(name)) else since


def counted_times(text: str) -> list[str]:
    """Return each number of a text with its days, weeks, months or years.

    >>> counted_times("Anna 2 weken voor, 6 maanden na")
    ['2 weken', '6 maanden']
    """
    return [found[0] for found in _COUNTED.finditer(text)]


def without_lapse(name: str) -> str:
    """Return the name of a wave without how long after the start it was.

    >>> without_lapse("12m follow up").strip(), without_lapse("na 6 maanden").strip()
    ('follow up', 'na')
    """
    return _COUNTED.sub(" ", name)
