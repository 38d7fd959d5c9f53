"""Dates of which nobody can say what is the day: in names of files, and at the top of talks in English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.matching.languages import guess_language
from bp_qual.study.proposal import Proposal, known_from, without_field
from bp_qual.study.written_dates import SLASHED, either_way
from bp_qual.transcripts.moments import YEAR, find_date_in_name, full_year
from bp_qual.wording import Remark

_NUMBERS = lazy_pattern(r"(?<![\d./-])(\d{1,2})([-/. _])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?![\d/-])")
_LAST_MONTH, _LAST_DAY = 12, 31
_ELSEWHERE = ("first lines", "properties")


def keep_years_of_unsure(proposals: Iterable[Proposal], files: Iterable[Path]) -> Iterator[Proposal]:
    """Yield the proposals; of a date in a name that can be read both ways the year alone, where months may be first.

    That is where a name has a date that can only have the month first, and none has one that can only have the day.

    Parameters
    ----------
    proposals : iterable of Proposal
        Of files whose dates were read with the day first.
    files : iterable of Path
        All files of the folder.

    Yields
    ------
    Proposal

    Examples
    --------
    >>> ann = Proposal(Path("Ann 05-12-2021.txt"), "Ann", "2021", "2021-12-05", clues=(known_from(["date"], "name"),))
    >>> [list(keep_years_of_unsure([ann], map(Path, names)))[0].date for names in (["Ann 03-25-2011.txt"], ["Ann.txt"])]
    ['2021', '2021-12-05']
    """
    orders = {order for file in files for _, order in _dates(file.stem)}
    may_be_month = "month" in orders and "day" not in orders
    for proposal in proposals:
        unsure = [date for date, order in _dates(proposal.file.stem) if order == "either"] if may_be_month else []
        source = proposal.source_of("date")
        is_of_name = not (isinstance(source, Remark) and source.kind in _ELSEWHERE)
        if unsure and is_of_name and len(proposal.date) > len("2010"):
            year_alone = Remark("file name month first", values={"date": unsure[0]})
            clues = (*without_field("date", proposal.clues), known_from(["date"], year_alone))
            yield replace(proposal, date=proposal.date[:4], clues=clues)
        else:
            yield proposal


def keep_years_at_top(proposals: Iterable[Proposal], tops: Mapping[Path, str]) -> Iterator[Proposal]:
    """Yield the proposals; of `03/04/2010` at the top of a talk the year alone, where either may be the day.

    That is in English, unless others of these dates can only have the day first and none only the month; and in every
    language where others can only have the month first, and none only the day.

    Parameters
    ----------
    proposals : iterable of Proposal
        Of files whose dates were read with the day first.
    tops : mapping of Path to str
        The first lines of all files of the folder.

    Yields
    ------
    Proposal

    Examples
    --------
    >>> ann = Proposal(Path("a"), "Ann", "2010", "2010-04-03", clues=(known_from(["date"], Remark("first lines")),))
    >>> top = "Date: 03/04/2010. What do you do and how is it with the others there?"
    >>> [list(keep_years_at_top([ann], {Path("a"): top, Path("b"): b}))[0].date for b in ("", "29/03/2010")]
    ['2010', '2010-04-03']
    """
    slashed = {file: list(SLASHED.finditer(top)) for file, top in tops.items()}
    numbers = [(int(match[1]), int(match[2])) for own in slashed.values() for match in own]
    is_day_first = any(first > _LAST_MONTH for first, _ in numbers)
    is_month_first = any(second > _LAST_MONTH for _, second in numbers)
    for proposal in proposals:
        unsure = either_way(proposal.date, tops.get(proposal.file, ""))
        if not unsure or proposal.source_of("date") != Remark("first lines") or is_day_first > is_month_first:
            yield proposal
        elif is_month_first or guess_language(tops[proposal.file]) == "en":
            year_alone = Remark("first lines month first", values={"date": unsure})
            clues = (*without_field("date", proposal.clues), known_from(["date"], year_alone))
            yield replace(proposal, date=proposal.date[:4], clues=clues)
        else:
            yield proposal


def spell_month_first(stems: Sequence[str]) -> list[str]:
    """Return names of files with the year alone for dates such as `3_26_11`, where these have the month first.

    That is where a name has one that can only have the month first, and none has one that can only have the day; what
    is a date of Europe, or stands in a name with a year, is left as it is.

    Parameters
    ----------
    stems : sequence of str
        All names of a folder, without their endings.

    Examples
    --------
    >>> spell_month_first(["Bob 3_26_11", "Bob 4_2_21", "An 2010"]), spell_month_first(["Gezin 1 2 10"])
    (['Bob 2011', 'Bob 2021', 'An 2010'], ['Gezin 1 2 10'])
    """
    found = [list(_dates(stem)) for stem in stems]
    orders = {order for dates in found for _, order in dates}
    if "month" not in orders or "day" in orders:
        return list(stems)
    return [_with_year(stem, *dates[0]) if len(dates) == 1 else stem for stem, dates in zip(stems, found, strict=True)]


def _with_year(stem: str, date: str, order: str) -> str:
    spaced = stem.replace("_", " ")
    if YEAR.search(spaced) or (order == "either" and find_date_in_name(stem)):
        return stem
    return stem.replace(date, str(full_year(date[-2:])))


def _dates(name: str) -> Iterator[tuple[str, str]]:
    """Yield the dates in numbers of a name, each with what must stand first in it: the day, the month, or either."""
    for match in _NUMBERS.finditer(name):
        first, second = int(match[1]), int(match[3])
        if not (first and second) or max(first, second) > _LAST_DAY or min(first, second) > _LAST_MONTH:
            continue
        if first > _LAST_MONTH or second > _LAST_MONTH:
            yield match[0], "day" if first > _LAST_MONTH else "month"
        elif first != second:
            yield match[0], "either"
