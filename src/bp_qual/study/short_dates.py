"""Dates of six digits in names of files, `Kees_100511`: what is the year there only the names of a folder together say.

The day, the month or the year may stand first. The other names of the folder say years in full; the reading by which
all dates are days of the calendar and of such years is taken. Where none or both are, the digits say nothing.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts.moments import YEAR, full_year

_SIX = lazy_pattern(r"(?<![^\W_])(\d\d)(\d\d)(\d\d)(?![^\W_])")
_LETTER = lazy_pattern(r"[^\W\d_]")
_WAYS = ((1, 2, 3), (3, 2, 1))  # where year, month and day stand


def spell_short_dates(stems: Sequence[str]) -> list[str]:
    """Return names of files with their dates of six digits in full, or without them where nobody can say which day.

    Digits that are no date in any reading, or that stand beside a year, are left as they are: somebody's number.

    Parameters
    ----------
    stems : sequence of str
        All names of a folder, without their endings.

    Examples
    --------
    >>> spell_short_dates(["Kees_100511", "An 2010", "R 990099"])
    ['Kees_2010-05-11', 'An 2010', 'R 990099']
    >>> spell_short_dates(["Kees 100511", "An 110510"])
    ['Kees  ', 'An  ']
    """
    found = [match for stem in stems if _may_be_dated(stem) for match in _SIX.finditer(stem)]
    dated = [match for match in found if any(_day(match, way) for way in _WAYS)]
    years = {year for stem in stems for year in YEAR.findall(stem.replace("_", " "))}
    ways = [way for way in _WAYS if all(_day(match, way) for match in dated)]
    if len(ways) > 1:
        ways = [way for way in ways if all(_day(match, way)[:4] in years for match in dated)]
    said = {match[0]: _day(match, ways[0]) if len(ways) == 1 else " " for match in dated}
    return [
        _SIX.sub(lambda match: said.get(match[0], match[0]), stem) if _may_be_dated(stem) else stem for stem in stems
    ]


def _may_be_dated(stem: str) -> bool:
    """Whether six digits in a name can be its date: with a year beside them they are somebody's number."""
    return bool(_LETTER.search(stem)) and not YEAR.search(stem.replace("_", " "))


def _day(match: re.Match[str], way: tuple[int, int, int]) -> str:
    year, month, day = (match[place] for place in way)
    try:
        return datetime.date(full_year(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
