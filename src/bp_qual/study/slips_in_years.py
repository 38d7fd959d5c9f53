"""Years that may be a slip: one file alone makes a wave (`P07_2001` among 2010 and 2020), or a folder says another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from bp_qual.display import first_few, show_name
from bp_qual.study.interviews import Interview
from bp_qual.study.rounds_of_years import LONGEST
from bp_qual.transcripts.moments import YEAR
from bp_qual.transcripts.wave_words import find_wave
from bp_qual.wording import Remark

_MANY = 3  # persons of a wave that is no slip


def doubt_years(interviews: Sequence[Interview], windows: Collection[str]) -> Iterator[Remark]:
    """Yield a remark for each wave that is perhaps a slip, and one on files in the folder of another year.

    Parameters
    ----------
    interviews : sequence of Interview
        All of the study.
    windows : collection of str
        The waves of which the study says when they were: these are none.

    Yields
    ------
    Remark
        Only where a study has two waves that are years, of some persons each.

    Examples
    --------
    >>> from pathlib import Path
    >>> met = [(f"P0{n}", year) for n in range(1, 4) for year in ("2010", "2020")] + [("P7", "2001"), ("P7", "2020")]
    >>> files = [Interview(Path(f"{who}_{year}.txt"), {who: ()}, year, "a name") for who, year in met]
    >>> print(*doubt_years(files, ()))
    only P7_2001.txt makes 2001 a wave, and there is nothing of P7 in 2010. If that year is a slip, write 2010 in ...
    """
    met, often = defaultdict[str, set[str]](set), Counter(interview.wave for interview in interviews)
    for interview in interviews:
        met[interview.wave].update(interview.persons)
    years = [wave for wave, persons in met.items() if YEAR.fullmatch(wave) and len(persons) >= _MANY]
    if len(years) < 2:  # a single wave says nothing of others
        return
    for one in interviews:
        if often[one.wave] == 1 and YEAR.fullmatch(one.wave) and one.wave not in windows:
            missed = [year for year in years if not met[year] & set(one.persons)]
            is_known = any(met[year] >= set(one.persons) for year in years)
            if is_known and len(missed) == 1 and _may_be_slip(one.wave, missed[0]):
                persons = ", ".join(map(show_name, one.persons))
                values = {"file": show_name(one.file.name), "wave": one.wave, "other": missed[0], "persons": persons}
                yield Remark("year perhaps a slip", values=values)
    yield from _against_folders(interviews, {*years} - {*windows})


def _may_be_slip(year: str, other: str) -> bool:
    """Return whether a year is another with two digits turned round: one other digit is also that of a lone talk.

    >>> _may_be_slip("2001", "2010"), _may_be_slip("2015", "2010"), _may_be_slip("2000", "2010")
    (True, False, False)
    """
    wrong = [place for place, (own, meant) in enumerate(zip(year, other, strict=True)) if own != meant]
    is_turned = any(
        wrong == [place, after] and year[place] == other[after] and year[after] == other[place]
        for place, after in pairwise(range(len(year)))
    )
    return is_turned and abs(int(year) - int(other)) > LONGEST


def _against_folders(interviews: Sequence[Interview], years: Collection[str]) -> Iterator[Remark]:
    """Yield one remark on the files that count for another wave than their folder says, unless most do."""
    folders = [(one, found[0]) for one in interviews if (found := find_wave(one.file.parent.name))]
    folders = [(one, year) for one, year in folders if year in years and one.wave in years]
    odd = [one for one, year in folders if one.wave != year]
    if len({year for _, year in folders}) > 1 and 2 * len(odd) <= len(folders) and odd:
        files = first_few([f"{show_name(f'{one.file.parent.name}/{one.file.name}')} ({one.wave})" for one in odd])
        yield Remark("folder against name", values={"files": files})
