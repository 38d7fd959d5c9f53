"""When something was: dates, months, seasons and years as people write them in names and first lines.

Dutch and English, with the names of months and seasons in German and French too. A moment is a span of days, because
few names say the day: `mei2010` is a month long, `2010` a year, and `winter 2009` may lie on either side of that year.
"""

from __future__ import annotations

import calendar
import datetime
import re
import unicodedata

from bp_qual.lazy_patterns import lazy_pattern

YEAR = lazy_pattern(r"(?<!\d)(?<!(?<![^\W_])[A-Za-z])(?:19[5-9]\d|20[0-4]\d)(?!\d)")  # P2010 is a person
SHORT_YEAR = lazy_pattern(r"(?<![^\W_])['’‘](\d\d)(?![^\W_])")
DATE = lazy_pattern(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)|(?<![^\W_])(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?!\d)")
MONTHS = (
    "jan(?:uari|uary|uar|vier)?",
    "feb(?:ruari|ruary|ruar)?|f[eé]v(?:r(?:ier)?)?",
    "maa(?:rt)?|mrt|mar(?:ch|s)?|m(?:ä|ae)r(?:z)?",
    "a[pv]r(?:il)?",
    "mei|may|mai",
    "jun[ei]?|juin",
    "jul[iy]?|juil(?:let)?",
    "aug(?:ust(?:us)?)?|ao[uû]t",
    "sept?(?:emb(?:er|re))?",
    "o[kc]t(?:ob(?:er|re))?",
    "nov(?:emb(?:er|re))?",
    "d[eé][cz](?:emb(?:er|re))?",
)
ANY_MONTH = "|".join(MONTHS)
_SHORT_DATE = lazy_pattern(  # of the blanks between `2 9 10` nobody knows; days and months of two digits are dates
    r"(?<![^\W_])(?<!\d[-/.])(0?[1-9]|[12]\d|3[01])([-/.])(0?[1-9]|1[0-2])\2['’‘]?(\d\d)(?![^\W_]|[-/.]\d)"
    r"|(?<![^\W_])(?<!\d )(0[1-9]|[12]\d|3[01]) (0[1-9]|1[0-2]) ['’‘]?(\d\d)(?![^\W_]| \d)"
)
_SHORT_SPOKEN = lazy_pattern(
    rf"(?<![^\W_])(\d{{1,2}})(?:st|nd|rd|th|e)?\.?[ -]?({ANY_MONTH})\.?,?[ -]?['’‘]?(\d\d)(?![^\W_])", re.IGNORECASE
)
SEASONS = {
    "voorjaar|lente|spring|fr(?:ü|ue)h(?:jahr|ling)|printemps": 3,
    "zomer|summer|sommer|été": 6,
    "najaar|herfst|autumn|fall|herbst|automne": 9,
    "winter|hiver": 12,
}
_SPOKEN_DATE = lazy_pattern(
    rf"(?<![^\W_])(\d{{1,2}})(?:st|nd|rd|th|e)?\.?[ -]({ANY_MONTH})\.?,?[ -](\d{{4}})(?!\d)"
    rf"|\b({ANY_MONTH})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})(?!\d)"
    rf"|(?<!\d)(\d{{4}})[ -]({ANY_MONTH})\.?[ -](\d{{1,2}})(?![^\W_])",
    re.IGNORECASE,
)
_DAY_OF_WEEK = lazy_pattern(
    r"(?<![^\W_])(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:maan|dins|woens|donder|vrij|zater|zon)dag"
    r"|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
    r"|mon|tue|wed|thu|fri|sat|sun|ma|di|wo|do|vr|za|zo)(?![^\W_])",
    re.IGNORECASE,
)
_NUMBERED_MONTH = lazy_pattern(
    r"(?<!\d)(\d{4})[-/.](0?[1-9]|1[0-2])(?![^\W_])|(?<![^\W_])(0?[1-9]|1[0-2])[-/.](\d{4})(?!\d)"
)
_NO_FIRST_NAMES = (
    "gesprek", "interview", "int", "intv", "interv", "itv", "gespr", "resp", "respondent", "deelnemer", "participant",
    "transcript", "transcriptie", "verslag", "opname", "audio", "def", "concept", "ronde", "round", "wave", "meting",
    "begin", "eind", "medio", "half", "mid", "early", "late", "chat", "zoom", "teams",
)  # fmt: skip
_NO_NAME_BEFORE = "".join(rf"(?<!(?<![^\W_]){word}-)" for word in _NO_FIRST_NAMES)
SECOND_NAMES = "Jan|Mei|May|April|June|Juni|Jul|August|Augustus|Mai|Mar"
_SECOND_NAME = (  # `Kees-Jan 2010`: the hyphen binds closer than the blank
    rf"(?!(?<=[^\W\d_]-){_NO_NAME_BEFORE}(?-i:{SECOND_NAMES})[ _]+['’]?\d)"
)
_NAMED_MONTH = lazy_pattern(
    rf"(?<![^\W\d]){_SECOND_NAME}({ANY_MONTH})\.?[ -]*['’]?(\d{{4}}|\d\d)(?!\d)"
    rf"|(?<!\d)(\d{{4}})[ -]*({ANY_MONTH})(?![^\W\d])",
    re.IGNORECASE,
)
_SEASON = lazy_pattern(
    rf"(?<![^\W\d])({'|'.join(SEASONS)})[ -]*['’]?(\d{{4}}|\d\d)(?:[ /-]+(\d{{4}}|\d\d))?(?!\d)"
    rf"|(?<!\d)(\d{{4}})[ -]*({'|'.join(SEASONS)})(?![^\W\d])",
    re.IGNORECASE,
)
_QUARTER = lazy_pattern(
    r"(?<!\d)(\d{4})[ -]*(?:Q|K|H)([1-4])(?!\d)|(?<![^\W\d])(?:Q|K|H)([1-4])[ -]*(\d{4})(?!\d)", re.I
)
_COMPACT = lazy_pattern(  # 20101205, 2010 12 05 and 05122010: no eight digits can be read in both ways
    r"(?<!\d)(?:((?:19[5-9]|20[0-4])\d)(?:[ .](?=\d\d[ .]))?(0[1-9]|1[0-2])(?:(?<=[ .]\d\d)[ .])?(0[1-9]|[12]\d|3[01])"
    r"|(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])((?:19[5-9]|20[0-4])\d))(?!\d)"
)
_COMPACT_MONTH = lazy_pattern(
    r"(?<![^\W_])(?:((?:19[5-9]|20[0-4])\d)(0[1-9]|1[0-2])|(0[1-9]|1[0-2])((?:19[5-9]|20[0-4])\d))(?![^\W_])"
)
_LONE_MONTH = lazy_pattern(  # the months that are nobody's name, as Jan, Mei, April and August are
    r"(?<![^\W_])(?:januar[iy]|februar[iy]|maart|mrt|juni|augustus|sept?|september|okt|o[kc]tober|nov|november|"
    r"dec|de[cz]ember)(?![^\W_])",
    re.IGNORECASE,
)

_DATED = (
    DATE, _SHORT_DATE, _SPOKEN_DATE, _SHORT_SPOKEN, _COMPACT, _SEASON, _NAMED_MONTH, _QUARTER, _NUMBERED_MONTH, YEAR,
    SHORT_YEAR,
)  # fmt: skip
_NUMBERS = lazy_pattern(
    r"(?<![^\W_])((?-i:[A-Z]) |(?:groep|group|klas|class|team|school|gezin|family|duo|resp|respondent|deelnemer|"
    r"participant|site|locatie|location|afdeling|unit|wijk|buurt)[ _])([1-9])-([1-9]\d?)(?=_(?:19|20)\d\d(?!\d))",
    re.IGNORECASE,
)
_NO_DATE = "\u2011"  # a hyphen that looks the same, and stands in no date
NAME_OR_MONTH = lazy_pattern(
    r"(?<![^\W_])(?:jan|april|mei|may|juni?|june|jul|augustus|august)(?![^\W_])", re.IGNORECASE
)
_LAST_MONTH = 12
Span = tuple[int, int]


def find_date(text: str) -> str:
    """Return the first date in a text, in ISO form; day before month, as in Europe, unless only the other can be.

    >>> find_date("11/14/2020"), find_date("03/11/2009")
    ('2020-11-14', '2009-11-03')
    >>> find_date("Interview 12-3-2011"), find_date("15 okt 2021"), find_date("31-2-2011"), find_date("20110312 An")
    ('2011-03-12', '2021-10-15', '', '2011-03-12')
    >>> find_date("2021 nov 4 dhr. van Dijk"), find_date("P01_05122010")
    ('2021-11-04', '2010-12-05')
    >>> find_date("2011 05 03 An"), find_date("2011 0503")
    ('2011-05-03', '')
    """
    if match := DATE.search(text):
        year, month, day = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
        if match[0].count("/") == 2 and int(day) <= _LAST_MONTH < int(month):  # 11/14/2020, as in America
            month, day = day, month
    elif match := _SPOKEN_DATE.search(text):
        day, name, year = next(
            (match[d], match[m], match[y]) for d, m, y in ((1, 2, 3), (5, 4, 6), (9, 8, 7)) if match[d]
        )
        month = str(month_number(name))
    elif match := _COMPACT.search(text):
        year, month, day = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
    else:
        return ""
    try:
        return datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def is_whole_date(text: str) -> bool:
    """Return whether a text is a date with the month in letters and nothing else, but for the day of the week.

    >>> is_whole_date("Tuesday, January 22, 2019,"), is_whole_date("22 mei 2019"), is_whole_date("Jan Mei 2019")
    (True, True, False)
    """
    rest, dates = _SPOKEN_DATE.subn(" ", text)
    return dates == 1 and not re.search(r"[^\W_]", _DAY_OF_WEEK.sub(" ", rest))


def is_first_name(word: str) -> bool:
    """Return whether a word before a hyphen can be a first name: not `interview`, `resp`, `ronde`.

    >>> is_first_name("Kees"), is_first_name("Interview")
    (True, False)
    """
    return word.casefold() not in _NO_FIRST_NAMES


def keep_numbers(name: str) -> str:
    """Return the name of a file with numbers that are no day and month divided by a hyphen that no date has.

    They have another sign between them than before the year, and stand without noughts, the first a single figure,
    behind a letter or a word for a group: behind a name (`Nel 1-2_2010`) or with noughts (`P01_03-05_2020`) they are a
    date.

    >>> keep_numbers("A 1-2_2010") == "A 1-2_2010", keep_numbers("A 1-2-2010"), to_numbers(keep_numbers("A 1-2_2010"))
    (False, 'A 1-2-2010', 'A 1-2_2010')
    """
    return _NUMBERS.sub(rf"\1\2{_NO_DATE}\3", name)


def to_numbers(name: str) -> str:
    """Return a name with the hyphens that `keep_numbers` took out of it.

    >>> to_numbers("A 1\u20112")
    'A 1-2'
    """
    return name.replace(_NO_DATE, "-")


def find_date_in_name(name: str) -> str:
    """Return the first date in the name of a file, in ISO form, also where its year is short: `2-9-10`, `2 sept 10`.

    >>> find_date_in_name("Oane en Baukje 2-9-10"), find_date_in_name("Kees_02_09_10"), find_date_in_name("3 mrt '20")
    ('2010-09-02', '2010-09-02', '2020-03-03')
    >>> find_date_in_name("P01 versie 1.13.10"), find_date_in_name("1-2-3-10"), find_date_in_name("2-9-2011")
    ('', '', '2011-09-02')
    >>> find_date_in_name("A 1-2_2010"), find_date_in_name("Nel 17_6_2010")
    ('', '2010-06-17')
    """
    name = keep_numbers(name).replace("_", " ")
    if date := find_date(name):
        return date
    if match := _SHORT_DATE.search(name):
        day, month, year = (match[1], match[3], match[4]) if match[1] else (match[5], match[6], match[7])
    elif match := _SHORT_SPOKEN.search(name):
        day, month, year = match[1], str(month_number(match[2])), match[3]
    else:
        return ""
    try:
        return datetime.date(full_year(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def find_period(text: str) -> str:
    """Return the season, quarter or month with its year that a text says; empty where it says no more than a year.

    >>> find_period("P01_najaar2010"), find_period("12-3-2011"), find_period("P01 2010")
    ('najaar 2010', '2011-03', '')
    """
    text = keep_numbers(text).replace("_", " ")
    if date := find_date_in_name(text):
        return date[:7]
    for pattern in (_SEASON, _NAMED_MONTH, _QUARTER, _NUMBERED_MONTH):
        if match := pattern.search(text):
            return re.sub(r"(?<=[^\W\d]{3})(?=\d)|(?<=\d)(?=[^\W\d])", " ", " ".join(match[0].split())).strip(" -.")
    return ""


def cut_dates(text: str) -> str:
    """Return a text without the dates, months, seasons and years in it; a month alone only if it is nobody's name.

    >>> cut_dates("gerrit maart 2011").strip(), cut_dates("de vries 15 okt 2021").strip()
    ('gerrit', 'de vries')
    """
    for pattern in _DATED:
        text = pattern.sub(" ", text)
    return _LONE_MONTH.sub(" ", text)


def month_number(name: str) -> int:
    """Return the number of a month by its name, in full or short.

    >>> month_number("mrt"), month_number("October")
    (3, 10)
    """
    return next(number for number, names in enumerate(MONTHS, 1) if re.fullmatch(names, name, re.IGNORECASE))


def month_in_year(text: str) -> int:
    """Return the number of the month, or of the first month of the season, that a text says; 0 where it says none.

    >>> month_in_year("najaar"), month_in_year("ronde okt."), month_in_year("januskop")
    (9, 10, 0)
    """
    for names, month in (*SEASONS.items(), *((names, number) for number, names in enumerate(MONTHS, 1))):
        if re.search(rf"(?<![^\W_])(?:{names})(?![^\W_])", text, re.IGNORECASE):
            return month
    return 0


def span_of_date(date: str) -> Span:
    """Return the first and last day of an ISO date, whose day, or day and month, may be absent.

    >>> first, last = span_of_date("2010-05")
    >>> last - first + 1
    31
    """
    numbers = [int(part) for part in date.split("-")]
    if len(numbers) == 3:
        day = datetime.date(*numbers).toordinal()
        return day, day
    return _months(numbers[0], numbers[1], 1) if len(numbers) == 2 else _months(numbers[0], 1, 12)


def find_span(name: str) -> Span | None:
    """Return the first and last day that a name can mean; None where it says no year.

    A winter with one year is that year's January as well as its December, and so may lie on either side.

    >>> find_span("najaar2009") < find_span("mei2010") < find_span("jan 2011") < find_span("2012")
    True
    >>> find_span("voormeting")
    """
    name = unicodedata.normalize("NFC", keep_numbers(name).replace("_", " "))
    if date := find_date_in_name(name):
        return span_of_date(date)
    if match := _SEASON.search(name):
        return _season(match)
    if match := _NAMED_MONTH.search(name):
        month, year = (match[1], match[2]) if match[1] else (match[4], match[3])
        return _months(full_year(year), month_number(month), 1)
    if match := _QUARTER.search(name):
        year, number = (match[1], int(match[2])) if match[1] else (match[4], int(match[3]))
        length = 6 if "h" in match[0].casefold() else 3
        return _months(int(year), 1 + (number - 1) * length, length) if number * length <= 12 else None
    if match := _NUMBERED_MONTH.search(name) or _COMPACT_MONTH.search(name):
        year, numbered = (match[1], match[2]) if match[1] else (match[4], match[3])
        return _months(int(year), int(numbered), 1)
    years = [int(year) for year in YEAR.findall(name)] or [full_year(short) for short in SHORT_YEAR.findall(name)]
    return (_months(min(years), 1, 12)[0], _months(max(years), 1, 12)[1]) if years else None


def _season(match: re.Match[str]) -> Span:
    name, first = (match[1], full_year(match[2])) if match[1] else (match[5], int(match[4]))
    start = next(month for names, month in SEASONS.items() if re.fullmatch(names, name, re.IGNORECASE))
    if match[3]:  # winter 2009/2010
        return _months(first, start, 3)[0], _months(full_year(match[3]), 2, 1)[1]
    if start == 12:
        return _months(first, 1, 1)[0], _months(first + 1, 2, 1)[1]
    return _months(first, start, 3)


def _months(year: int, month: int, count: int) -> Span:
    """Return the first and last day of some months in a row, the last in the same year."""
    year, last = min(max(year, 1), 9_000), month + count - 1  # mei0000 is a name too
    year_of_last, last = (year, last) if last <= 12 else (year + 1, last - 12)
    end = datetime.date(year_of_last, last, calendar.monthrange(year_of_last, last)[1])
    return datetime.date(year, month, 1).toordinal(), end.toordinal()


def full_year(year: str) -> int:
    """Return a year of which the century may be left out.

    >>> full_year("98"), full_year("10"), full_year("2010")
    (1998, 2010, 2010)
    """
    if len(year) == 4:
        return int(year)
    return int(year) + (1900 if int(year) >= 50 else 2000)
