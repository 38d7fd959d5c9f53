"""Months of dates that are names of persons too: in '12 Jan 2010' nobody is meant, in 'Interview 12 Jan 2010' Jan is.

A day and a month alone are a date where a word before them says so ('on 3 May'); else they may be a number and a name.
"""

from __future__ import annotations

import re

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts.moments import ANY_MONTH

_REACH = 40
_YEAR, _NO_LETTER = r"(?:19|20)\d\d(?![^\W_])", r"(?![^\W\d_])"
_WEEKDAY = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|(?:maan|dins|woens|donder|vrij|zater|zon)dag"
    r"|ma|di|wo|do|vr|za|zo"
)
_WHEN = rf"(?<![^\W_])(?:on|op|since|sinds|until|till|tot|vanaf|from|by|before|after|(?:{_WEEKDAY})\.?,?)"
_RANGE = rf"{_WHEN}[ _]+\d{{1,2}}(?: ?[-–/] ?|[ _]+(?:en|and|of|or|to|tot|t/m)[ _]+)"
# What is counted before a name: the number behind it is no day.
_COUNTED = (
    r"(?<![^\W_])(?:interview|intv|int|itv|gesprek|gespr|talk|session|sessie|ronde|round|wave|golf|meting|deel|part"
    r"|versie|version|v|nr|no|nummer|number|respondent|resp|r|p|persoon|person|participant|deelnemer|kamer|room|page"
    r"|pagina|blad|week|file|groep|group)[ _.:#-]*"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_ORDINAL = r"(?:st|nd|rd|th)"
_IS_COUNTED = lazy_pattern(rf"{_COUNTED}\d{{1,2}}{_ORDINAL}?\.?[ \u00a0_/.-]*\Z", re.IGNORECASE)
_AFTER_DAY = lazy_pattern(
    rf"(?<![^\W_])(?<!\d[.,:]){_DAY}(?:{_ORDINAL}|[ \u00a0]?(?:e|ste|de))?\.?(?:[ \u00a0_/-]|[ \u00a0]of[ \u00a0])?\Z"
    rf"|(?<![^\W_]){_DAY}\.\Z",
    re.IGNORECASE,
)
_AFTER_NUMBER = lazy_pattern(r"(?<![^\W_])[0-3]?\d\Z")
_AFTER_SURE_DAY = lazy_pattern(
    rf"(?<![^\W_]){_DAY}{_ORDINAL}[ \u00a0](?:of[ \u00a0])?\Z|(?:{_WHEN}[ \u00a0_]+|{_RANGE}){_DAY}[ \u00a0]\Z",
    re.IGNORECASE,
)
_AFTER_TIME = lazy_pattern(
    r"(?<![^\W_])(?:in|since|until|till|sinds|vanaf|begin|eind|early|late|mid|half|medio|during|last|afgelopen|vorige?"
    r"|voorjaar|zomer)[ \u00a0_]\Z",
    re.IGNORECASE,
)
_AFTER_YEAR = lazy_pattern(r"(?<![^\W_])(?:19|20)\d\d-\Z")
_ON = lazy_pattern(r"(?<![^\W_])(?:on|since|until|till)[ \u00a0_]\Z", re.IGNORECASE)
_MONTH = rf"(?P<month>{ANY_MONTH}){_NO_LETTER}"
_ANY = lazy_pattern(_MONTH, re.IGNORECASE)
_WITH_YEAR = lazy_pattern(rf"{_MONTH}(?:\.?,?[ \u00a0_/.-]*{_YEAR}|\.?,?[ \u00a0]?['’‘]\d\d(?!\w))", re.IGNORECASE)
_JOINED = lazy_pattern(rf"{_MONTH}(?:\d{{4}}|\d\d)(?![^\W_])", re.IGNORECASE)
_NO_SURNAME = lazy_pattern(  # behind it: a capital that begins a word in small letters
    rf"(?i:{_MONTH})\.?(?!['’]|:(?!\d)|[ \u00a0](?:van|de|der|den|von|[A-ZÀ-Þ][^\W\d_]*[a-zà-þ])\b)"
)
_WITH_DAY = lazy_pattern(
    rf"{_MONTH}\.?[ \u00a0_](?:{_DAY}{_ORDINAL}|{_DAY}(?:{_ORDINAL})?,[ \u00a0]?{_YEAR})(?![^\W_])", re.IGNORECASE
)
_WITH_BARE_DAY = lazy_pattern(rf"{_MONTH}\.?[ \u00a0_]{_DAY}(?![^\W_]|[.,:]\d)", re.IGNORECASE)
_WITH_DAY_BEHIND = lazy_pattern(rf"{_MONTH}-(?:0[1-9]|[12]\d|3[01])(?![^\W_])", re.IGNORECASE)
# What stands before a month, and what begins with it, that make a date together.
_DATES = (
    (_AFTER_NUMBER, _JOINED),
    (_AFTER_DAY, _WITH_YEAR),
    (_AFTER_SURE_DAY, _NO_SURNAME),
    (_AFTER_TIME, _WITH_YEAR),
    (_AFTER_YEAR, _WITH_DAY_BEHIND),
    (_ON, _WITH_BARE_DAY),
)


def date_with_month(text: str, start: int, end: int) -> str:
    """Return the date of which a stretch of text is the month; nothing where it is none.

    Parameters
    ----------
    text : str
        Any text.
    start, end : int
        Where what may be a month, or a name, begins and ends in it.

    Returns
    -------
    str
        As it is written.

    Examples
    --------
    >>> date_with_month("Op 12 Jan 2010.", 6, 9), date_with_month("Jan is 12.", 0, 3)
    ('12 Jan 2010', '')
    """
    if _ANY.match(text, start) is None:
        return ""
    before = text[max(0, start - _REACH) : start]
    if _IS_COUNTED.search(before):
        return ""
    behind = _WITH_DAY.match(text, start)
    if behind is not None and behind.end("month") >= end:
        return behind[0]
    for lead, pattern in _DATES:
        led, month = lead.search(before), pattern.match(text, start)
        if led is not None and month is not None and month.end("month") >= end:
            return f"{led[0]}{month[0]}".strip()
    return ""
