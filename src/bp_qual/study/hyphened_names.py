"""Names of files of hyphens only, `Kees-Jan-2010`, `P-01-2010`: is what stands before the year a month, or of the name?

One name alone does not say; the names of a folder together do, or the labels in the file. Else it is a month.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.interview_parts import is_generic
from bp_qual.study.listed_names import is_listed_name
from bp_qual.study.names_in_files import is_same_name
from bp_qual.transcripts.moments import ANY_MONTH, SECOND_NAMES, is_first_name

_YEAR = r"-((?:19[5-9]|20[0-4])\d)(?!\d)"
_HYPHENED = lazy_pattern(rf"(?<![^\W_])([^\W\d_]+)-(\d{{1,3}}|{ANY_MONTH}){_YEAR}", re.IGNORECASE)
_NAME = lazy_pattern(SECOND_NAMES)
_NUMBERED = lazy_pattern("resp(?:ondent)?|participant|deelnemer", re.IGNORECASE)


def part_years(stems: Sequence[str], labels: Sequence[Collection[str]] = ()) -> list[str]:
    """Return names of files with a blank before the year, where what stands there is no month.

    A month that is a name too (`Jan`, `Mei`, with a capital) is one where a label in that file is so, or the whole name
    comes back in another year, nobody else has that month, and no other name of that form has one that is no name.
    Numbers are those of persons behind `resp` and the like and with a number that no month has. Behind letters that are
    no name they are so too where these have such a number, where two of their numbers come back in another year, or
    where all names have the same letters and one number comes back, or 1, 2 and so on stand in one year.

    Parameters
    ----------
    stems : sequence of str
        All names of a folder, without their endings.
    labels : sequence of collection of str
        Of each, the labels of those who speak in it, as far as they are known.

    Examples
    --------
    >>> part_years(["Kees-Jan-2010", "Kees-Jan-2020"]), part_years(["Kees-Jan-2010", "Kees-2020"])
    (['Kees-Jan 2010', 'Kees-Jan 2020'], ['Kees-Jan-2010', 'Kees-2020'])
    >>> part_years(["P-01-2010", "P-02-2010"]), part_years(["K-12-2010", "K-01-2012", "L-02-2012"])
    (['P-01 2010', 'P-02 2010'], ['K-12-2010', 'K-01-2012', 'L-02-2012'])
    """
    years: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    months: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for found in filter(None, map(_HYPHENED.search, stems)):
        (years if found[2].isdigit() else months)[found[1]][found[2]].add(found[3])
    counted = _find_counted(years)
    named = _find_named(months)

    def part(spoken: Collection[str], found: re.Match[str]) -> str:
        whole = f"{found[1]}-{found[2]}"
        is_said = not found[2].isdigit() and any(is_same_name(label, whole) for label in spoken)
        is_own = is_said or found[1] in (counted if found[2].isdigit() else named)
        return f"{whole} {found[3]}" if is_own else found[0]

    heard = labels or [()] * len(stems)
    return [_HYPHENED.sub(partial(part, own), stem) for stem, own in zip(stems, heard, strict=True)]


def _find_named(months: Mapping[str, Mapping[str, Collection[str]]]) -> set[str]:
    """Return the names whose month is a second name: it comes back with them in another year, and with nobody else."""
    if not all(_NAME.fullmatch(month) for own in months.values() for month in own):
        return set()
    whose = Counter(month for own in months.values() for month in own)
    return {
        name
        for name, own in months.items()
        if is_first_name(name)
        and len(own) == 1
        and all(len(met) > 1 and whose[month] == 1 for month, met in own.items())
    }


def _find_counted(years: Mapping[str, Mapping[str, Collection[str]]]) -> set[str]:
    """Return the names behind which numbers are those of persons."""
    of_persons = {name for name, own in years.items() if _NUMBERED.fullmatch(name) or _is_no_month(own)}
    ids = {name: own for name, own in years.items() if is_generic(name) and not is_listed_name(name)}
    back = [len(own) > 1 for numbers in ids.values() if len(numbers) > 1 for own in numbers.values()]
    is_scheme = (
        not of_persons.isdisjoint(ids)
        or sum(back) > 1
        or (len(years) == 1 and (any(back) or any(_counts_from_one(name, own) for name, own in ids.items())))
    )
    return of_persons.union(ids) if is_scheme else of_persons


def _is_no_month(numbers: Iterable[str]) -> bool:
    return any(int(number) > 12 for number in numbers)


def _counts_from_one(name: str, numbers: Mapping[str, Collection[str]]) -> bool:
    """Whether a letter has 1, 2 and so on, all in one year."""
    in_one_year = len({year for own in numbers.values() for year in own}) == 1
    from_first = sorted(map(int, numbers)) == list(range(1, len(numbers) + 1)) and len(numbers) > 1
    return len(name) == 1 and from_first and in_one_year
