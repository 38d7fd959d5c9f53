"""Names that say nothing but persons and waves of the study, in whatever way: `P01 en P02 2020.doc`, `2020/P01`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.name_patterns import composed
from bp_qual.study.unread_kinds import SELDOM_TALK

_WORD = lazy_pattern(r"[^\W_]+")
_BESIDE = frozenset(("en", "and", "und", "et", "met", "with", "interview", "gesprek", "transcript", "verslag", "files"))
_Words = tuple[str, ...]


def list_named(
    path: Path, persons: Collection[str], waves: Sequence[str], read: Collection[tuple[str, str]]
) -> tuple[tuple[str, str], ...]:
    """Return the persons and waves of which an entry can be the interview, less those that are read.

    Parameters
    ----------
    path : Path
        A file or folder; the folder in which it lies may say the wave or the person.
    persons : collection of str
        Of the study.
    waves : sequence of str
        Of the study.
    read : collection of (person, wave)
        Whose interviews are read.

    Returns
    -------
    tuple of (person, wave)
        None where the name says anything else. Where it says no wave, the one that a person lacks, if it is one.

    Examples
    --------
    >>> read = {("P01", "2010"), ("P02", "2010"), ("P03", "2010"), ("P03", "2020")}
    >>> for name in ("P01 en P02_2020.doc", "2020/P01", "P01 20.doc", "P01.doc", "P03.doc", "P01 over 2020.doc"):
    ...     list_named(Path(name), ("P01", "P02", "P03"), ("2010", "2020"), read)
    (('P01', '2020'), ('P02', '2020'))
    (('P01', '2020'),)
    (('P01', '2020'),)
    (('P01', '2020'),)
    ()
    ()
    """
    if path.suffix.lower() in SELDOM_TALK:
        return ()
    glued = {"".join(_words(f"{person}{wave}")): (person, wave) for person in persons for wave in waves}
    if (whole := glued.get("".join(_words(path.stem)))) and len(_words(path.stem)) == 1:  # P012020
        return () if whole in read else (whole,)
    known = {_words(name): name for name in persons}
    dated = {_words(name): name for name in waves} | _short_years(waves)
    said = _read_words(_words(path.stem), known, dated)
    if said is None:
        return ()
    whose, when = said
    if not whose or not when:
        around = _read_words(_words(path.parent.name), known, dated) or ([], [])
        whose, when = whose or around[0], when or around[1]
    if len(when) > 1:
        return ()
    found = []
    for person in whose:
        lacking = [wave for wave in waves if (person, wave) not in read]
        wave = when[0] if when else lacking[0] if len(lacking) == 1 else ""
        if lacking and (wave or not when) and (person, wave) not in read:
            found.append((person, wave))
    return tuple(dict.fromkeys(found))


def _words(name: str) -> _Words:
    return tuple(_WORD.findall(composed(name).casefold()))


def _short_years(waves: Iterable[str]) -> dict[_Words, str]:
    """Return the last two digits of years of which only one has them."""
    years = [wave for wave in waves if len(wave) == 4 and wave.isdecimal()]
    return {(year[2:],): year for year in years if sum(other[2:] == year[2:] for other in years) == 1}


def _read_words(
    words: _Words, persons: dict[_Words, str], waves: dict[_Words, str]
) -> tuple[list[str], list[str]] | None:
    """Return the persons and waves that some words say; None where they say anything else."""
    whose, when, at = list[str](), list[str](), 0
    while at < len(words):
        for size in range(min(6, len(words) - at), 0, -1):
            part = words[at : at + size]
            if part in persons or part in waves:
                (whose if part in persons else when).append(persons.get(part) or waves[part])
                at += size
                break
        else:
            if words[at] not in _BESIDE:
                return None
            at += 1
    return whose, when
