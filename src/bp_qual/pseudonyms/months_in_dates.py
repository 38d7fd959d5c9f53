"""Months of dates that are names of persons too: in '12 Jan 2010' nobody is meant, in 'Interview 12 Jan 2010' Jan is.

A day and a month alone are a date where a word before them says so and no verb follows ('on 3 May we moved'); else they
may be a number and a name, as they are in names of files. In doubt somebody is meant.
"""

from __future__ import annotations

import re

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts.moments import ANY_MONTH

_REACH = 40
_BLANK = r"[ \u00a0]"
_YEAR, _NO_LETTER = r"(?:19|20)\d\d(?!\w|[-/.]\w)", r"(?![^\W\d_])"  # behind a year no ending of a file's name
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:maan|dins|woens|donder|vrij|zater|zon)dag"
_WHEN = rf"(?<!\w)(?:on|op|since|sinds|(?:{_WEEKDAY}),?){_BLANK}+"  # no hours, as in 'by 8' and 'from 9 to 5'
_RANGE = rf"{_WHEN}\d{{1,2}}(?: ?[-–] ?|{_BLANK}+(?:en|and|of|or|to|tot|t/m){_BLANK}+)"
# What is counted before a name: the number behind it is no day.
_COUNTED = (
    r"(?<![^\W_])(?:interview|intv|int|itv|gesprek|gespr|talk|session|sessie|ronde|round|wave|golf|meting|deel|part"
    r"|versie|version|v|nr|no|nummer|number|respondent|resp|r|p|persoon|person|participant|deelnemer|kamer|room|page"
    r"|pagina|blad|week|file|groep|group|cli[eë]nt|student|leerling|pupil|pati[eë]nt|kind|child|jongere|bewoner|ouder"
    r"|parent|docent|teacher|id|case|casus)[ _.:#-]*"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_ORDINAL = r"(?:st|nd|rd|th)"
_IS_COUNTED = lazy_pattern(rf"{_COUNTED}\d{{1,2}}{_ORDINAL}?\.?[ \u00a0_/.-]*\Z", re.IGNORECASE)
_AFTER_DAY = lazy_pattern(
    rf"(?<![\w/-])(?<!\d[.,:]){_DAY}(?:(?:{_ORDINAL}|{_BLANK}?(?:e|ste|de))?\.?(?:{_BLANK}|{_BLANK}of{_BLANK})|[/-])\Z",
    re.IGNORECASE,
)
_AFTER_JOINED_DAY = lazy_pattern(rf"(?<!\w){_DAY}\Z")
_AFTER_SURE_DAY = lazy_pattern(
    rf"(?<!\w){_DAY}{_ORDINAL}{_BLANK}of{_BLANK}\Z|(?:{_WHEN}(?:the{_BLANK})?|{_RANGE}){_DAY}{_ORDINAL}?{_BLANK}\Z",
    re.IGNORECASE,
)
_AFTER_TIME = lazy_pattern(
    rf"(?<!\w)(?:in|since|sinds|begin|eind|early|late|mid|half|medio|during|afgelopen){_BLANK}\Z", re.IGNORECASE
)
_ON = lazy_pattern(rf"(?<!\w)(?:on|since){_BLANK}\Z", re.IGNORECASE)
# Behind a date without a year: where what is said ends, or who did something then; no verb, which the name might have.
_SAID = (
    rf"(?=\.?{_BLANK}*(?:\Z|\r?\n(?!\s*(?-i:[a-zà-ÿ]))|[,;!?)]|\.(?:\s|\Z))"
    rf"|\.?{_BLANK}(?:I|we|he|she|they|it|ik|wij|hij|zij)(?!\w))"
)
_MONTH = rf"(?P<month>{ANY_MONTH}){_NO_LETTER}"
_ANY = lazy_pattern(_MONTH, re.IGNORECASE)
_WITH_YEAR = lazy_pattern(rf"{_MONTH}(?:\.?,?{_BLANK}|[/-]){_YEAR}", re.IGNORECASE)
_JOINED = lazy_pattern(rf"{_MONTH}{_YEAR}", re.IGNORECASE)
_ALONE = lazy_pattern(rf"{_MONTH}{_SAID}", re.IGNORECASE)
_WITH_DAY = lazy_pattern(rf"{_MONTH}{_BLANK}{_DAY}{_SAID}", re.IGNORECASE)
_WITH_DAY_AND_YEAR = lazy_pattern(rf"{_MONTH}\.?{_BLANK}{_DAY}{_ORDINAL}?,{_BLANK}?{_YEAR}", re.IGNORECASE)
# What stands before a month, and what begins with it, that make a date together.
_DATES = (
    (_AFTER_JOINED_DAY, _JOINED),
    (_AFTER_DAY, _WITH_YEAR),
    (_AFTER_SURE_DAY, _ALONE),
    (_AFTER_TIME, _WITH_YEAR),
    (_ON, _WITH_DAY),
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
    behind = _WITH_DAY_AND_YEAR.match(text, start)
    if behind is not None and behind.end("month") >= end:
        return behind[0]
    for lead, pattern in _DATES:
        led, month = lead.search(before), pattern.match(text, start)
        if led is not None and month is not None and month.end("month") >= end:
            return f"{led[0]}{month[0]}".strip()
    return ""
