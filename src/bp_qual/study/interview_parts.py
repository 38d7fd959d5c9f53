"""Interviews that lie in two files or more: `Karim_1` and `Karim_2` in one folder, among names without a number."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import Path

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts.talk_parts import find_part

_NUMBERED = lazy_pattern(r"(.*[^\W\d_])(?:[ _-]*([1-6])|[ _-]([a-c]))")
_GENERIC = lazy_pattern(  # who is numbered so is another person with each number
    r"(?:.*[\W_])?(?:resp(?:ondent)?|deelne(?:mer|emster)|participant|interviewee|person|persoon|informant|cli[eë]nt"
    r"|pati[eë]nt|student|leerling|ouder|parent|speaker|spreker|moeder|vader|mother|father|mum|mom|dad|oma|opa|man|vrouw|woman|groe?p|group"
    r"|interview|gesprek|conversation|opname|recording|rec|audio|video|file|bestand|transcript|document|doc|track|sessie"
    r"|session|case|casus|wave|ronde|round|golf|fase|phase|meting|week|maand|month|jaar|year|dag|day|nr|no|id|v|versie"
    r"|version|deel|part|[^\W\d_]{1,2})",
    re.IGNORECASE,
)


def find_parts(files: Sequence[Path], told: Collection[Path] = ()) -> dict[Path, str]:
    """Return the name of each file that is a part of an interview, without the number or letter of the part.

    Parameters
    ----------
    files : sequence of Path
        All files of the study.
    told : collection of Path
        Those whose number says something else, a wave.

    Returns
    -------
    dict
        Files of one folder whose names are alike but for words such as `deel 1` and `part 2`; and those that are
        numbered from 1 or a on behind one name, that is no word such as respondent, where most names of the study have
        no number.

    Examples
    --------
    >>> files = [Path(f"ronde 1/{name}.txt") for name in ("Karim_1", "Karim_2", "Anna", "Bram")]
    >>> {file.name: name for file, name in find_parts(files).items()}
    {'Karim_1.txt': 'Karim', 'Karim_2.txt': 'Karim'}
    >>> sorted(find_parts([Path("Anna deel 1.txt"), Path("Anna deel 2.txt"), Path("Bram deel 1.txt")]).values())
    ['Anna', 'Anna']
    >>> find_parts([Path(f"ronde 1/{name}.txt") for name in ("man_1", "man_2", "dame_1", "dame_2")])
    {}
    """
    said = _find_said_parts(files)
    groups: dict[tuple[Path, str], dict[str, Path]] = {}
    plain = set[str]()
    for file in files:
        match = None if file in told or file in said else _NUMBERED.fullmatch(file.stem.strip())
        if not match:
            plain.add(file.stem.casefold())
        elif not is_generic(match[1]):
            groups.setdefault((file.parent, match[1].casefold()), {})[(match[2] or match[3]).casefold()] = file
    found = {whose: own for whose, own in groups.items() if _are_counted(own)}
    names = {name for _, name in found}
    if len(names) > len(plain):
        return said
    return said | {file: file.stem.strip()[: len(name)] for (_, name), own in found.items() for file in own.values()}


def is_generic(name: str) -> bool:
    """Return whether whoever is called so is another person with each number behind it: `respondent`, `man`, `P`.

    >>> is_generic("Resp"), is_generic("Karim")
    (True, False)
    """
    return _GENERIC.fullmatch(name) is not None


def _find_said_parts(files: Sequence[Path]) -> dict[Path, str]:
    """Return the name without the part of each file that says which part it is, where another is of the same name."""
    parts = {file: part for file in files if (part := find_part(file.stem))}
    several: dict[tuple[Path, str], set[str]] = {}
    for file, (number, name) in parts.items():
        several.setdefault((file.parent, name.casefold()), set()).add(number)
    return {file: name for file, (_, name) in parts.items() if len(several[file.parent, name.casefold()]) > 1}


def _are_counted(numbers: Collection[str]) -> bool:
    """Return whether these are 1, 2 and so on, or a, b and so on."""
    return len(numbers) > 1 and "".join(sorted(numbers)) in ("123456"[: len(numbers)], "abc"[: len(numbers)])
