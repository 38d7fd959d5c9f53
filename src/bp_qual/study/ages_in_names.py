"""Ages in names of files: `Ali 34 jaar 2010` and `Ali 44 jaar 2020` are one person's, `Man 44 jaar` not every man's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.interview_parts import is_generic
from bp_qual.study.names_in_files import LETTER, name_in
from bp_qual.transcripts.moments import YEAR
from bp_qual.transcripts.wave_words import find_wave

_AGE = lazy_pattern(
    r"(?<![^\W_])([2-9]\d)[ _]?(?:jaar|jr?|years?(?:[ _]old)?|yrs?|y)(?![^\W_])"
    r"|\((?:(?:[vmf]|man|vrouw|male|female)\W{1,3}([2-9]\d)|([2-9]\d)\W{1,3}(?:[vmf]|man|vrouw|male|female))\)",
    re.IGNORECASE,
)


def without_ages(stems: Sequence[str]) -> list[str]:
    """Return names of files without somebody's age, where it goes up with the years for all files of that name.

    `man`, `respondent` and the like are nobody's name, and keep it.

    Examples
    --------
    >>> without_ages(["Bea (v, 34) 2010", "Bea (v, 44) 2020"])
    ['Bea   2010', 'Bea   2020']
    >>> without_ages(["Ali 34 jaar 2010", "Ali 44 jaar 2020", "Teacher 44 years 2010", "Teacher 60 years 2020"])
    ['Ali   2010', 'Ali   2020', 'Teacher 44 years 2010', 'Teacher 60 years 2020']
    """
    cut = [_AGE.sub(" ", stem) for stem in stems]
    names = [_name(stem) if stem != whole else "" for stem, whole in zip(cut, stems, strict=True)]
    ages = defaultdict[str, set[tuple[int, int]]](set)
    for stem, name in zip(stems, names, strict=True):
        if name:
            years = YEAR.findall(stem.replace("_", " "))
            ages[name].update((int(years[-1]) if years else 0, int("".join(age))) for age in _AGE.findall(stem))
    told = {name for name, own in ages.items() if _go_up(sorted(own))}
    return [short if name in told else stem for stem, short, name in zip(stems, cut, names, strict=True)]


def _name(stem: str) -> str:
    """Return whose name a file has, without its wave; nothing where it is nobody's."""
    name = name_in(stem, (find_wave(stem) or ("", ""))[1])
    return name.casefold() if LETTER.search(name) and not any(map(is_generic, name.split())) else ""


def _go_up(ages: Sequence[tuple[int, int]]) -> bool:
    """Whether years and ages are those of one person, who is one age in a year."""
    (first, young), *later = ages
    return all(year > first and abs(year - first - (age - young)) <= 1 for year, age in later)
