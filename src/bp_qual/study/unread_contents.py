"""Whose interviews a folder, a link or a packed file may hold that is not looked into, as far as names say.

Nobody whose interview may lie there was interviewed in one wave only.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bp_qual.study.folder_entries import FolderEntry
from bp_qual.study.packed_names import Inside, is_packed, list_packed, without_packing
from bp_qual.transcripts.plain_letters import without_accents
from bp_qual.transcripts.wave_words import find_wave

Whose = tuple[str, str]  # person and wave


@dataclass(frozen=True, slots=True)
class Held:
    """Whose interviews something may hold by its names, and whether it may hold those of anybody else.

    It is not listed where no name of what is packed in it can be read.

    >>> Held((("P03", "2010"),)).is_unseen
    False
    """

    whose: tuple[Whose, ...]
    is_unseen: bool = False
    is_listed: bool = True


def may_hold_several(entry: FolderEntry) -> bool:
    """Return whether an entry may hold interviews of several persons or waves, and is not looked into.

    >>> [may_hold_several(FolderEntry(Path(name))) for name in ("P01.zip", "P01.doc")]
    [True, False]
    """
    leads_nowhere = entry.fault is not None and entry.fault.kind == "link to nothing" and not entry.path.suffix
    return entry.is_folder or leads_nowhere or is_packed(entry.path)


def find_held(
    entry: FolderEntry,
    named: Callable[[Path], Iterable[Whose]],
    called: Mapping[str, str],
    waves: Collection[str],
) -> Held:
    """Return the persons and waves of which an entry may hold interviews; all waves of a person, all persons of a wave.

    Parameters
    ----------
    entry : FolderEntry
        A folder, a link or a packed file.
    named : callable of Path
        The persons and waves that the name of a file says, with the folders in which it is packed.
    called : mapping of str to str
        The persons of the study, by what a name may call them (small letters, single blanks).
    waves : collection of str
        The waves of the study.

    Returns
    -------
    Held
        Without what is read elsewhere being left out. It is unseen where something in a packed file cannot be listed,
        of which no name says whose it is.

    Examples
    --------
    >>> find_held(FolderEntry(Path("P03.rar")), lambda path: (), {"p03": "P03"}, ["2010", "2020"]).whose
    (('P03', '2010'), ('P03', '2020'))
    >>> find_held(FolderEntry(Path("Ronde 2010.zip")), lambda path: (), {"p03": "P03"}, ["2010", "2020"]).whose
    (('P03', '2010'),)
    >>> find_held(FolderEntry(Path("foto.rar")), lambda path: (), {"p03": "P03"}, ["2010", "2020"])
    Held(whose=(), is_unseen=True, is_listed=False)
    """
    inside = list_packed(entry.path) if is_packed(entry.path) else Inside()
    whole = Path(entry.path.name)

    def say(path: Path) -> tuple[Whose, ...]:
        return tuple(_of_person(path, called, waves)) or tuple(named(path))

    found = say(without_packing(whole))
    held = [whose for path in inside.names for whose in (say(path) if is_packed(path) else named(path))]
    if not (found or held):
        found = tuple(_of_wave(whole, called, waves))
    is_unseen = whole in inside.unseen
    for packed in set(inside.unseen) - {whole}:
        said = say(packed) or tuple(_of_wave(packed, called, waves))
        held += said
        is_unseen |= not said
    is_listed = bool(inside.names) or not inside.unseen
    return Held(tuple(sorted({*found, *held})), is_unseen and not found, is_listed)


def _of_person(path: Path, called: Mapping[str, str], waves: Iterable[str]) -> Iterator[Whose]:
    """Yield all interviews of the person after whom a file is called, whatever its capitals and accents."""
    name = without_packing(path).name
    if person := called.get(" ".join(without_accents(name).casefold().split())):
        yield from ((person, wave) for wave in waves)


def _of_wave(path: Path, called: Mapping[str, str], waves: Collection[str]) -> Iterator[Whose]:
    """Yield the interviews of all persons in the wave that a name says."""
    if (said := find_wave(without_packing(path).name, tuple(waves))) and said[0] in waves:
        yield from ((person, said[0]) for person in called.values())
