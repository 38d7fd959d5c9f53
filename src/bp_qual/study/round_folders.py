"""Folders that are the rounds of a study, whatever the names of their files say of years: `ronde 1/Anna 2010`.

So are folders within each of which different people's files say the round in different words: `pre/Ann before`.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bp_qual.display import show_name
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.names_in_files import name_in
from bp_qual.study.proposal import Proposal
from bp_qual.study.recorder_names import unrecorded_name
from bp_qual.transcripts.moments import YEAR, full_year
from bp_qual.transcripts.wave_words import find_wave, find_word
from bp_qual.wording import Remark

_STRETCH = lazy_pattern(
    r"(?<!\d)((?:19[5-9]|20[0-4])\d)[ _]?(?:[-–/+&_]|tm|tot|to|en|and|und|bis)[ _]?['’]?((?:19|20)?\d\d)(?!\d|-\d)"
)
_YEARS = lazy_pattern(r"(?<!\d)((?:19[5-9]|20[0-4])\d)(?:\s*[-–/]\s*(?:'|’)?(\d\d)(?:\d\d)?(?!\d))?")


@dataclass(frozen=True, slots=True)
class FolderRound:
    """The wave that a folder stands for, and the name of the folder.

    >>> FolderRound("1", "ronde 1").source.say("en")
    "the folder 'ronde 1'"
    """

    wave: str
    folder: str

    @property
    def source(self) -> Remark:
        """Where the wave is known from."""
        return Remark("folder", values={"folder": show_name(self.folder)})


def find_round_folders(files: Sequence[Path], folder: Path | str = ".") -> dict[Path, FolderRound]:
    """Return the round of each file, where the folders say the rounds and years in names of files say something else.

    Parameters
    ----------
    files : sequence of Path
        All files of the study.
    folder : Path or str
        The study's folder.

    Returns
    -------
    dict
        Empty unless there are several such folders, every file whose name says a wave lies in one, and the names of one
        folder do not all say the same year. Where all of these folders count (`ronde 1`, `T2`), the number is the wave,
        else the year. What names say in words is no wave of its own only where all files lie in such folders, what one
        folder's names say no other's do, and nobody has two files in one.

    Examples
    --------
    >>> files = [Path("ronde 1/Anna 2010.txt"), Path("ronde 1/Bram.txt"), Path("ronde 2 (2019-21)/Bram 2020.txt")]
    >>> [found.wave for found in find_round_folders(files).values()]
    ['1', '1', '2']
    >>> files = [Path("pre/Ann before.txt"), Path("pre/Bob pre.txt"), Path("post/Ann post.txt")]
    >>> [found.wave for found in find_round_folders(files).values()]
    ['pre', 'pre', 'post']
    >>> find_round_folders([Path("2010/P01_2010.txt"), Path("2020/P01_2020.txt")])
    {}
    """
    around = {file: _folder_of(file, Path(folder)) for file in files}
    own = {file: name for file, name in around.items() if name}
    said = {file: found[0] for file in files if (found := find_wave(unrecorded_name(file.stem)))}
    words = {name: find_word(name) for name in own.values()}
    do_count = all(words.values())
    rounds = {
        file: FolderRound(word[0] if do_count and (word := words[name]) else _wave_of(name), name)
        for file, name in own.items()
    }
    others = {file: wave for file, wave in said.items() if file in rounds and wave != rounds[file].wave}
    pairs = {(found.wave, said.get(file, "")) for file, found in rounds.items()}
    waves, years = ({pair[side] for pair in pairs} for side in (0, 1))
    is_one_name = len(pairs) == len(waves) == len(years)  # every file of ronde 1 is of 2010: then that is its name
    is_rule = len(waves) > 1 and not is_one_name and bool(others) and said.keys() <= rounds.keys()
    if not is_rule:
        return {}
    are_years = all(_may_be_in(wave, rounds[file].folder) for file, wave in others.items())
    return rounds if are_years or (len(rounds) == len(files) and _are_words_within(rounds, said)) else {}


def find_folder_years(proposals: Iterable[Proposal], folder: Path | str = ".") -> dict[str, tuple[str, str]]:
    """Return the first and the last year of each wave whose folder says them: `2019-2021`.

    Parameters
    ----------
    proposals : iterable of Proposal
        Those of all interviews.
    folder : Path or str
        The study's folder.

    Returns
    -------
    dict
        Nothing where two folders of one wave say different years, or the years of two waves overlap.

    Examples
    --------
    >>> heard = [("2010-2011/An.txt", "2011"), ("2019-21/An.txt", "2019"), ("2015/An.txt", "2015")]
    >>> find_folder_years(Proposal(Path(file), "An", wave) for file, wave in heard)
    {'2011': ('2010', '2011'), '2019': ('2019', '2021')}
    """
    said: dict[str, set[tuple[int, int]]] = {}
    for proposal in proposals:
        if proposal.wave and (match := _STRETCH.search(_folder_of(proposal.file, Path(folder)))):
            said.setdefault(proposal.wave, set()).add((int(match[1]), full_year(match[2])))
    years = {wave: own.pop() for wave, own in said.items() if len(own) == 1}
    ordered = sorted(years.values())
    are_apart = all(before[1] < after[0] for before, after in itertools.pairwise(ordered))
    are_right = are_apart and all(first < last for first, last in ordered)
    return {wave: (str(first), str(last)) for wave, (first, last) in years.items()} if are_right else {}


def waves_in_names(proposals: Iterable[Proposal]) -> tuple[str, ...]:
    """Return what names of files say of the wave in words, where that of the folder was taken instead.

    >>> from bp_qual.study.proposal import known_from
    >>> folder = (known_from(["wave"], FolderRound("pre", "pre").source),)
    >>> waves_in_names([Proposal(Path("pre/An before.txt"), "An", "pre", clues=folder)])
    ('before',)
    """
    said = {
        found[0]: None
        for proposal in proposals
        if isinstance(source := proposal.source_of("wave"), Remark)
        and source.kind == "folder"
        and (found := find_word(proposal.file.stem))
        and found[0] != proposal.wave
    }
    return tuple(said)


def find_rounds_of(files: Iterable[Path], folder: Path | str = ".") -> list[str]:
    """Return for each file the wave that its name says, else that of its folders, else the folder in which it lies.

    >>> find_rounds_of([Path("Anna 2010.txt"), Path("interviews 2020/01 Bert.txt"), Path("oud/Kees.txt")])
    ['2010', '2020', 'oud']
    """
    return [
        _wave_of(unrecorded_name(file.stem)) or _wave_of(_folder_of(file, Path(folder))) or file.parent.as_posix()
        for file in files
    ]


def _folder_of(file: Path, folder: Path) -> str:
    """Return the name of the nearest folder around a file that says a round; empty where none does."""
    inside = file.parent.relative_to(folder).parts if file.is_relative_to(folder) else file.parent.parts
    return next((name for name in reversed(inside) if find_wave(name)), "")


def _wave_of(name: str) -> str:
    found = find_wave(name)
    return found[0] if found else ""


def _are_words_within(rounds: Mapping[Path, FolderRound], said: Mapping[Path, str]) -> bool:
    """Return whether names say no year, and their words the waves of no other folder, nor two of one person in one."""
    if any(YEAR.fullmatch(wave) for wave in said.values()):
        return False
    pairs = {(wave, rounds[file].wave) for file, wave in said.items()}
    whose = [(found.wave, name_in(unrecorded_name(file.stem), "").casefold()) for file, found in rounds.items()]
    named = [pair for pair in whose if pair[1]]
    return len(pairs) == len({wave for wave, _ in pairs}) and len(named) == len(set(named))


def _may_be_in(year: str, name: str) -> bool:
    """Return whether an interview of a year can be in a folder: one that says no years, or years around this one."""
    if not YEAR.fullmatch(year):
        return False
    years = [full_year(said) for pair in _YEARS.findall(name) for said in pair if said]
    return not years or min(years) <= int(year) <= max(years)
