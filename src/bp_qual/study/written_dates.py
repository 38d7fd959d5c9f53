"""Dates in interviews.csv, as a person or a spreadsheet writes them; 03/11/2009 is a day in March or in November."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from bp_qual.files.csv_tables import CsvTable
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts.moments import ANY_MONTH, find_date, full_year
from bp_qual.wording import Remark

SLASHED = lazy_pattern(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:19|20)\d\d(?![\d/])")
_NAMED = lazy_pattern(rf"(\d{{1,2}})[- ]({ANY_MONTH})[- ](\d\d|\d{{4}})", re.IGNORECASE)


def is_date(text: str) -> bool:
    """Return whether a text is an ISO date that the calendar has; the day, or day and month, may be absent.

    >>> [is_date(text) for text in ("2010-05-12", "2010-05", "2010", "2010-13", "2020-02-31")]
    [True, True, True, False, False]
    """
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
        return False
    try:
        datetime.date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


def read_dates(text: str) -> tuple[str, ...]:
    """Return what a written date can mean, as ISO dates: none, one, or day and month both ways.

    Examples
    --------
    >>> [read_dates(text) for text in ("12-5-2010", "14.10.2020", "11/14/2020", "4-nov-09", "05/05/2010")]
    [('2010-05-12',), ('2020-10-14',), ('2020-11-14',), ('2009-11-04',), ('2010-05-05',)]
    >>> read_dates("03/11/2009"), read_dates("soon")
    (('2009-11-03', '2009-03-11'), ())
    """
    numbers = re.fullmatch(r"(\d{1,2})([-./])(\d{1,2})\2(\d{4})", text)
    named = _NAMED.fullmatch(text)
    if numbers:
        first, sign, second, year = numbers.groups()
        ways = [(first, second), (second, first)] if sign == "/" else [(first, second)]
        dates = [f"{year}-{int(month):02}-{int(day):02}" for day, month in ways]
    elif named:
        day, month, year = named.groups()
        dates = [find_date(f"{day} {month} {full_year(year)}")]
    else:
        dates = [text]
    return tuple(dict.fromkeys(filter(is_date, dates)))


def either_way(date: str, text: str) -> str:
    """Return how a text writes a date, where day and month may be the other way round; else nothing.

    >>> either_way("2010-04-03", "Date: 03/04/2010"), either_way("2010-04-03", "Date: 3 April 2010")
    ('03/04/2010', '')
    """
    both = {match[0]: read_dates(match[0]) for match in SLASHED.finditer(text)}
    return next((written for written, meant in both.items() if len(meant) > 1 and date in meant), "")


def note_unclear_dates(table: CsvTable) -> Iterator[Remark]:
    """Yield one note on the dates of a table of which nobody can say what is the day and what the month.

    >>> from pathlib import Path
    >>> print(*note_unclear_dates(CsvTable(Path("i.csv"), (), ((2, {"date": "03/11/2009"}),))))
    i.csv: 03/11/2009 can be 2009-11-03 or 2009-03-11 ...
    """
    unclear = [(text, read_dates(text)) for _, row in table.rows if (text := row.get("date", ""))]
    unclear = [(text, both) for text, both in unclear if len(both) > 1]
    if unclear:
        text, (one, other) = unclear[0]
        dotted = ".".join(reversed(one.split("-")))
        values = {
            "file": table.path.name,
            "date": text,
            "one": one,
            "other": other,
            "dotted": dotted,
            "n": len(unclear),
        }
        yield Remark("dates unclear", values=values)
