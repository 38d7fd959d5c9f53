"""R1 and R2 in names of files: rounds where they go up with the years beside several names, else respondents."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.interview_parts import is_generic
from bp_qual.study.names_in_files import LETTER, name_in
from bp_qual.transcripts.moments import YEAR
from bp_qual.transcripts.wave_words import find_wave

_MARK = lazy_pattern(r"(?<![^\W_])R[1-5](?![^\W_])", re.IGNORECASE)
_OF_SEVERAL = lazy_pattern(  # no surnames, such as Ward, West and Kerk
    r"gezin|familie|family|huishouden|household|(?:echt)?paar|stel|koppel|couple|duo|team|klas|class|school|buurt|wijk"
    r"|organisatie|organi[sz]ation|bedrijf|company|ziekenhuis|hospital|kliniek|clinic|praktijk|practice|afdeling"
    r"|department|instelling|institution|locatie|location|gemeente|municipality|regio|region|provincie|vereniging"
    r"|studenten|students|docenten|teachers|leerlingen|pupils|ouders|parents|bewoners|residents|nurses|doctors",
    re.IGNORECASE,
)


def without_round_marks(stems: Sequence[str]) -> list[str]:
    """Return names of files without the R1 of a round, where the name says a year or another wave besides.

    Only where one of these stands beside two names, one name beside two of these, and the years go up with them: `R1
    Anja` and `R1 Bram` are no one person, unless these two asked. The R1 and R2 of a family, or beside no name, are
    respondents.

    >>> without_round_marks(["R1 Anja 2010", "R1_Bram_2010", "R2 Anja 2020"])
    [' Anja 2010', '_Bram_2010', ' Anja 2020']
    >>> without_round_marks(["R1 2010", "R2 2010", "R1 Gezin A 2010"])
    ['R1 2010', 'R2 2010', 'R1 Gezin A 2010']

    So too where two or more of those beside an R2 are named without it in the years before.

    >>> without_round_marks(["Anja 2010", "Bram 2010", "Anja R2 2020", "Bram R2"])
    ['Anja 2010', 'Bram 2010', 'Anja  2020', 'Bram ']
    """
    cut = [_MARK.sub("", stem, count=1) for stem in stems]
    beside: defaultdict[str, set[str]] = defaultdict(set)
    marked: defaultdict[str, set[str]] = defaultdict(set)
    years: defaultdict[str, set[str]] = defaultdict(set)
    for stem, rest in zip(stems, cut, strict=True):
        name, mark = name_in(rest, ""), _MARK.search(stem)
        if mark and is_of_one(rest) and LETTER.search(name):
            number = mark[0].casefold()
            beside[number].add(name.casefold())
            marked[name.casefold()].add(number)
            years[number].update(YEAR.findall(rest.replace("_", " ")))
    in_order = [years[number] for number in sorted(years)]
    go_up = all(in_order) and all(max(one) < min(later) for one, later in pairwise(in_order))
    several = any(len(names) > 1 for names in beside.values()) and any(len(own) > 1 for own in marked.values())
    if not (several and go_up):
        return cut if _are_told_apart(stems, cut, beside, years) else list(stems)
    return [rest if is_of_one(rest) and find_wave(rest) else stem for stem, rest in zip(stems, cut, strict=True)]


def _are_told_apart(
    stems: Sequence[str], cut: Sequence[str], beside: Mapping[str, set[str]], years: Mapping[str, set[str]]
) -> bool:
    """Return whether one number stands beside several names, never alone, and two of these go without it before."""
    if len(beside) != 1 or "r1" in beside:
        return False
    (number, names), *_ = beside.items()
    if any(
        stem != rest and not (is_of_one(rest) and LETTER.search(name_in(rest, "")))
        for stem, rest in zip(stems, cut, strict=True)
    ):
        return False
    plain = {name_in(stem, "").casefold(): stem for stem, rest in zip(stems, cut, strict=True) if stem == rest}
    before = [YEAR.findall(plain[name].replace("_", " ")) for name in names if name in plain]
    later = min(years[number], default="9999")
    return len(before) > 1 and all(own and max(own) < later for own in before)


def is_of_one(rest: str) -> bool:
    """Return whether a file's name is that of one person, and not of a family, a group or a place, without its number.

    >>> is_of_one("An de Wit"), is_of_one("Gezin A"), is_of_one("interview")
    (True, False, False)
    """
    words = re.findall(r"[^\W_]{3,}", rest)
    return not any(is_generic(word) or _OF_SEVERAL.fullmatch(word) for word in words)
