"""Months of dates in names of files and in cells: a date stays that tells when somebody else was talked to.

`Bea 12 Jan 2010.txt` is Bea's, of January: with a pseudonym for Jan it would tell what Jan is called. `3 Jan 2010.txt`
and an interview with Jan are Jan's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.pseudonyms.replacing import ReplacedPlace, ReplacedText, Replacer, no_date
from bp_qual.transcripts.moments import ANY_MONTH

_REACH, _LONGEST = 40, 255  # characters around a month, and of the name of a file
_MOST_WORDS = 3  # of what a person of the study is called
_DAY, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|e)?", r"(?:19|20)\d\d"
_SIGNS = r"[ \u00a0_.,-]{0,2}"
_MONTH = rf"(?<![^\W\d_])(?P<month>{ANY_MONTH})(?![^\W\d_])"
_FULL = tuple(
    lazy_pattern(rf"(?<![^\W_]){date}(?![^\W_])", re.IGNORECASE)
    for date in (
        rf"{_DAY}{_SIGNS}{_MONTH}{_SIGNS}{_YEAR}",
        rf"{_MONTH}{_SIGNS}{_DAY}[ ,_-]{{1,2}}{_YEAR}",
        rf"{_YEAR}{_SIGNS}{_MONTH}{_SIGNS}{_DAY}",
    )
)
# Not the second of two who were talked to or of (`Bea en Jan 2010`), nor of a double name (`Kees-Jan 2010`).
_LINKING = ("en", "met", "over", "van", "bij", "voor", "and", "with", "about", "of", "by", "for")
_BESIDE = "".join(rf"(?<!(?<![^\W_]){word}[ _])" for word in _LINKING)
_ALONE = rf"{_BESIDE}(?<![&+,;/])(?<![&+,;/][ _])(?!(?<=[^\W\d_]-)(?:{ANY_MONTH})[ _]){_MONTH}"
_OF_MONTH = tuple(
    lazy_pattern(rf"(?<![^\W_]){date}(?![^\W_])", re.IGNORECASE)
    for date in (rf"{_ALONE}{_SIGNS}{_YEAR}", rf"{_YEAR}{_SIGNS}{_MONTH}")
)
_BEFORE_CELL = lazy_pattern(r"(?:\A|[,;:|\t\r\n\"'\[_+]|(?:\A|\n) *-)[ \u00a0]*\Z")  # `_` in the id of an interview
_BEHIND_CELL = lazy_pattern(r"[ \u00a0]*(?:\Z|[,;|\t\r\n\"'\]_])")
_ENDS_CELL = lazy_pattern(r"[,;|\t\r\n\"'<>/]")
_WORD = lazy_pattern(r"[^\W_]+")


def date_in_cell(text: str, start: int, end: int) -> str:
    """Return the date of which a stretch of a table is the month, where the whole cell is a day, month and year.

    Parameters
    ----------
    text : str
        The text of a table, or of one cell.
    start, end : int
        Where what may be a month, or a name, begins and ends in it.

    Returns
    -------
    str
        As it is written; nothing where it is none.

    Examples
    --------
    >>> date_in_cell("P02,12 Jan 1960", 7, 10), date_in_cell("P02,Jan 1960", 4, 7), date_in_cell("3 Jan 2010.txt", 2, 5)
    ('12 Jan 1960', '', '')
    """
    found = _date(_FULL, text, start, end)
    if found is None:
        return ""
    before = text[max(0, found.start() - _REACH) : found.start()]
    is_cell = _BEFORE_CELL.search(before) and _BEHIND_CELL.match(text, found.end())
    return found[0] if is_cell else ""


def file_named_in(text: str, start: int, end: int, files: Collection[str]) -> str:
    r"""Return the name of a file, one of some, that a stretch of a text is part of; nothing where it is of none.

    Parameters
    ----------
    text : str
        Any text.
    start, end : int
        Where what may be a month, or a name, begins and ends in it.
    files : collection of str
        The names of files.

    Returns
    -------
    str

    Examples
    --------
    >>> file_named_in("file,person\nP02 12 Jan 2010.txt,P02", 19, 22, {"P02 12 Jan 2010.txt"})
    'P02 12 Jan 2010.txt'
    """
    first = max((sign.end() for sign in _ENDS_CELL.finditer(text, max(0, start - _LONGEST), start)), default=0)
    behind = _ENDS_CELL.search(text, end, end + _LONGEST)
    name = text[first : behind.start() if behind else end + _LONGEST].strip()
    return name if name in files else ""


def replace_in_path(
    path: str, replacer: Replacer, *, own: Collection[str] = (), persons: Collection[str] = ()
) -> tuple[ReplacedText, ...]:
    """Return each part of the path of a file with the names in it replaced, but not months of dates of another.

    Parameters
    ----------
    path : str
        The path of a file in a study.
    replacer : Replacer
        What replaces names; it remembers the dates that stay.
    own : collection of str
        What those are called who speak in the file: their names are never months.
    persons : collection of str
        What persons are called in names of files, their pseudonyms among it: a month is one where another stands.

    Returns
    -------
    tuple of ReplacedText

    Examples
    --------
    >>> from bp_qual.pseudonyms.decided_names import DecidedName
    >>> names = Replacer([DecidedName("Jan", "P01"), DecidedName("Bea", "P02")])
    >>> paths = ("Bea 12 Jan 2010.txt", "Bea/Jan 2010.txt", "3 Jan 2010.txt", "Bea en Jan 2010.txt")
    >>> ["/".join(part.text for part in replace_in_path(path, names, persons={"P01", "P02"})) for path in paths]
    ['P02 12 Jan 2010.txt', 'P02/Jan 2010.txt', '3 P01 2010.txt', 'P02 en P01 2010.txt']
    """
    parts = path.split("/")
    done = tuple(replacer.with_dates(no_date, is_noted=False).replace(part) for part in parts)
    months = [_months(part, replaced.places) for part, replaced in zip(parts, done, strict=True)]
    others = set[str]()
    for part, replaced, dates in zip(parts, done, months, strict=True):
        others |= {place.pseudonym for place in replaced.places if place.old_start not in dates}
        for date in dates.values():
            part = part.replace(date, "/")
        others |= set(_called(part))
    others &= set(persons)

    def stays(place: ReplacedPlace) -> bool:
        return not {place.pseudonym, place.original} & set(own) and bool(others - {place.pseudonym})

    kept = [
        {p.old_start: dates[p.old_start] for p in replaced.places if p.old_start in dates and stays(p)}
        for replaced, dates in zip(done, months, strict=True)
    ]
    return tuple(_without(dates, replacer).replace(part) for part, dates in zip(parts, kept, strict=True))


def _without(dates: Mapping[int, str], replacer: Replacer) -> Replacer:
    """Return one that leaves the months of dates, which begin at these places."""
    return replacer.with_dates(lambda _text, start, _end: dates.get(start, ""))


def _months(name: str, places: Collection[ReplacedPlace]) -> dict[int, str]:
    """Return the dates of which names in the name of a file are the month, by where it begins."""
    found = ((place, _date((*_FULL, *_OF_MONTH), name, place.old_start, place.old_end)) for place in places)
    return {place.old_start: date[0] for place, date in found if date is not None}


def _date(patterns: Collection[re.Pattern[str]], text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the date with a month that a stretch of text is."""
    first = max(0, start - _REACH)
    around = (found for pattern in patterns for found in pattern.finditer(text, first, end + _REACH))
    return next((found for found in around if found.span("month") == (start, end)), None)


def _called(text: str) -> Iterator[str]:
    """Yield each stretch of a few words of a text."""
    words = [found.span() for found in _WORD.finditer(text)]
    for at, (start, _) in enumerate(words):
        yield from (text[start:end] for _, end in words[at : at + _MOST_WORDS])
