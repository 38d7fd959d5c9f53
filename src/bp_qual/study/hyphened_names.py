"""Names of files of hyphens only, `Kees-Jan-2010`, `P-01-2010`: is what stands before the year a month, or of the name?

One name alone often does not say; the names of a folder together do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts.moments import ANY_MONTH, SECOND_NAMES, is_first_name

_YEAR = r"-((?:19[5-9]|20[0-4])\d)(?!\d)"
_HYPHENED = lazy_pattern(rf"(?<![^\W_])([^\W\d_]+)-(\d{{1,3}}|{ANY_MONTH}){_YEAR}", re.IGNORECASE)
_NAME = lazy_pattern(SECOND_NAMES)
_NUMBERED = lazy_pattern("[a-z]|resp(?:ondent)?|participant|deelnemer", re.IGNORECASE)


def part_years(stems: Sequence[str]) -> list[str]:
    """Return names of files with a blank before the year, where what stands there is no month.

    A month that is a name too (`Jan`, `Mei`, with a capital) is one where no other name of that form has a month, and
    nobody has two of them. Numbers are those of persons where one letter stands before them, or the same letters in all
    names of that form with one number in two years, or with a number that no month has.

    Parameters
    ----------
    stems : sequence of str
        All names of a folder, without their endings.

    Examples
    --------
    >>> part_years(["Kees-Jan-2010", "Nel-2010"]), part_years(["Kees-Jan-2010", "Nel-Feb-2010"])
    (['Kees-Jan 2010', 'Nel-2010'], ['Kees-Jan-2010', 'Nel-Feb-2010'])
    >>> part_years(["P-01-2010", "P-02-2010"]), part_years(["Nel-01-2010", "Nel-02-2020"])
    (['P-01 2010', 'P-02 2010'], ['Nel-01-2010', 'Nel-02-2020'])
    """
    years: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    months: defaultdict[str, set[str]] = defaultdict(set)
    for found in filter(None, map(_HYPHENED.search, stems)):
        if found[2].isdigit():
            years[found[1]][found[2]].add(found[3])
        else:
            months[found[1]].add(found[2])
    are_names = all(map(_NAME.fullmatch, {month for own in months.values() for month in own}))
    named = {name for name, own in months.items() if are_names and len(own) == 1 and is_first_name(name)}
    counted = {name for name, own in years.items() if _counts(name, own, alone=len(years) == 1)}

    def part(found: re.Match[str]) -> str:
        is_own = found[1] in (counted if found[2].isdigit() else named)
        return f"{found[1]}-{found[2]} {found[3]}" if is_own else found[0]

    return [_HYPHENED.sub(part, stem) for stem in stems]


def _counts(name: str, numbers: dict[str, set[str]], *, alone: bool) -> bool:
    """Whether the numbers behind a name are those of persons."""
    come_back = len(numbers) > 1 and any(len(own) > 1 for own in numbers.values())
    return bool(_NUMBERED.fullmatch(name)) or any(int(number) > 12 for number in numbers) or (alone and come_back)
