"""Waves that one file's name does not say, but the names of a folder together do: P01_10 and P01_20, or a last talk.

Only where names are alike but for a short year, a number, a season, a time since the first talk (`M6`, `5y`) or a word
such as `laatste`; and always a guess.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.interview_parts import is_generic
from bp_qual.study.round_marks import is_of_one
from bp_qual.transcripts.moments import SEASONS, full_year
from bp_qual.transcripts.plain_letters import bare_letters, without_accents
from bp_qual.transcripts.since_start import find_short_lapse
from bp_qual.transcripts.talk_parts import without_part
from bp_qual.transcripts.wave_words import WORDS_BESIDE_OTHERS, find_wave

_MOST_ROUNDS = 5
_SAID = "|".join(sorted(map(without_accents, WORDS_BESIDE_OTHERS), key=len, reverse=True)).replace("-", "[ -]?")
_WORD = lazy_pattern(rf"(?<![^\W_])(?:{'|'.join(SEASONS)}|{_SAID})(?![^\W_])", re.IGNORECASE)
_TALKS = lazy_pattern(
    r"(?<![^\W_])(?:interviews?|gesprek(?:ken)?|transcript(?:ie|en|s)?s?|talks?)(?![^\W_])", re.IGNORECASE
)
_NUMBER = lazy_pattern(r"(?<![^\W_])R?\d{1,2}\Z|\AR\d(?![^\W_])", re.IGNORECASE)  # R1: round, or respondent


def guess_waves(
    files: Sequence[Path], *, folder: Path | str = ".", waves: Collection[str] = ()
) -> dict[Path, tuple[str, str]]:
    """Return the wave of each file whose name says none by itself, and the words for it in that name.

    Parameters
    ----------
    files : sequence of Path
        All files of the study.
    folder : Path or str
        The study's folder.
    waves : collection of str
        The waves of the study, where they are known.

    Returns
    -------
    dict
        Only files for which another file has the same name but for the wave.

    Examples
    --------
    >>> guess_waves([Path(f"{name}_{year}.txt") for name in ("P01", "P02") for year in (98, 10)])[Path("P02_98.txt")]
    ('1998', '98')
    >>> guess_waves([Path("oud/Kees.txt"), Path("nieuw/Kees.txt")])
    {PosixPath('oud/Kees.txt'): ('oud', ''), PosixPath('nieuw/Kees.txt'): ('nieuw', '')}
    >>> guess_waves([Path("Jan eerste gesprek.txt"), Path("Jan laatste gesprek.txt")])
    {PosixPath('Jan laatste gesprek.txt'): ('laatste', 'laatste')}
    >>> list(guess_waves([Path(f"{name} M{month}.txt") for name in ("An", "Bo") for month in (0, 12)]).values())
    [('m0', 'M0'), ('m12', 'M12'), ('m0', 'M0'), ('m12', 'M12')]
    """
    stems = {file: without_part(file.stem).replace("_", " ") for file in files}
    said = {file: find_wave(stem, waves) for file, stem in stems.items()}
    in_folders = {
        file: any(find_wave(part, waves) for part in file.parts[len(Path(folder).parts) : -1]) for file in files
    }
    silent = [file for file in files if not said[file] and not in_folders[file]]
    others = {_base(file, stems[file].replace(wave[1], " ", 1)) for file, wave in said.items() if wave}
    words = {file: match for file in silent if (match := _WORD.search(bare_letters(stems[file])))}
    found = {file: _said(stems[file], match) for file, match in _alike(words, stems, 1, others).items()}
    lapses = {file: match for file in silent if (match := find_short_lapse(stems[file]))}
    if others or _count_time(match[0] for match in lapses.values()):
        found |= {file: _said(stems[file], match) for file, match in _alike(lapses, stems, 2, others).items()}
    found |= _in_folders_of_words([file for file in silent if file not in words], Path(folder))
    if any(said.values()) or any(in_folders.values()) or found:
        return found
    numbers = {file: match for file in silent if (match := _NUMBER.search(stems[file])) and _counts_rounds(match)}
    ends = _alike(numbers, stems, 2, set())
    values = {match[0].casefold() for match in ends.values()}
    ends |= {file: match for file, match in numbers.items() if match[0].casefold() in values and _has_name(match)}
    told = {file: match[0].lstrip("Rr") for file, match in ends.items()}
    rounds = all(int(number) <= _MOST_ROUNDS for number in told.values())
    if not rounds and any(len(ends[file][0]) != 2 for file in told):  # day 1 and 30, which are no years
        return {}
    return {
        file: (str(int(number)) if rounds else str(full_year(number)), ends[file][0]) for file, number in told.items()
    }


def _counts_rounds(match: re.Match[str]) -> bool:
    """Whether a number can be that of a round: the R1 and R2 of a family or of no name are respondents."""
    return match[0].isdecimal() or is_of_one(_rest(match))


def _has_name(match: re.Match[str]) -> bool:
    """Whether somebody is named beside the number, who was met in one of the rounds."""
    words = re.findall(r"[^\W_]+", _rest(match))
    return bool(words) and not is_generic(words[-1])


def _rest(match: re.Match[str]) -> str:
    return match.string[: match.start()] + match.string[match.end() :]


def _said(stem: str, match: re.Match[str]) -> tuple[str, str]:
    """Return a wave, and the words for it in a name, with its accents."""
    said = stem[slice(*match.span())]
    return said.casefold(), said


def _in_folders_of_words(files: Sequence[Path], folder: Path) -> dict[Path, tuple[str, str]]:
    """Return the waves of files that lie under one name in folders called `oud` and `nieuwe interviews`, or M0, M6."""
    places: dict[tuple[Path, str], dict[Path, str]] = {}
    counts = _count_time(file.parent.name for file in files)
    for file in files:
        said = " ".join(_TALKS.sub(" ", file.parent.name.replace("_", " ")).split())
        if file.parent != folder and (_WORD.fullmatch(bare_letters(said)) or (counts and _is_lapse(said))):
            places.setdefault((file.parent.parent, file.stem.casefold()), {})[file] = said.casefold()
    return {file: (wave, "") for own in places.values() if len(set(own.values())) > 1 for file, wave in own.items()}


def _count_time(signs: Iterable[str]) -> bool:
    """Whether a sign among these is no person's: M1 may be a man, M0 and 6m are times."""
    return any(_is_lapse(sign) and (sign[-1] == "0" or sign[0].isdecimal()) for sign in signs)


def _is_lapse(said: str) -> bool:
    found = find_short_lapse(said)
    return found is not None and found[0] == said


def _alike(
    matches: dict[Path, re.Match[str]], stems: dict[Path, str], fewest: int, others: set[str]
) -> dict[Path, re.Match[str]]:
    """Return the matches in names that are another's but for the match; nothing where fewer persons have several."""
    by_base: dict[str, dict[Path, re.Match[str]]] = {}
    for file, match in matches.items():
        stem = stems[file]
        by_base.setdefault(_base(file, stem[: match.start()] + stem[match.end() :]), {})[file] = match
    several = [
        own
        for base, own in by_base.items()
        if base and (base in others or len({m[0].casefold() for m in own.values()}) > 1)
    ]
    if len(several) < fewest:
        return {}
    values = [{match[0].casefold() for match in own.values()} for own in several]
    if fewest > 1 and not set.intersection(*values):
        return {}
    return {file: match for own in several for file, match in own.items()}


def _base(file: Path, rest: str) -> str:
    """Return what two names of one person share: the words besides the wave, and the folder."""
    words = " ".join(re.findall(r"[^\W_]+", rest.casefold()))
    return f"{file.parent.as_posix()}/{words}" if words else ""
