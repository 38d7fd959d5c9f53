"""Names of which a person decided that they stay in some interviews of a study, though replaced in others."""

from __future__ import annotations

import warnings
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bp_qual.errors import BpQualError, BpQualWarning
from bp_qual.pseudonyms.dates_in_names import date_in_cell
from bp_qual.pseudonyms.decided_names import DecidedName, goes_by
from bp_qual.pseudonyms.replacing import Replacer
from bp_qual.study import Study, read_study

_OF_CODERS = ("codings/", "samples/")  # quotes of any interview


def study_in(folder: Path) -> Study | None:
    """Return the study in a folder, without a word about it; None where there is none that can be read.

    >>> study_in(Path("no/such/folder"))
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", BpQualWarning)
            return read_study(folder)
    except BpQualError:
        return None


@dataclass(frozen=True, slots=True)
class StayingNames:
    """What stays by decision, and what each interview of the new study goes by.

    Examples
    --------
    >>> jan, stays = DecidedName("Jan", "P01", only_in=("2010",)), DecidedName("Jan", "", only_in=("2020",))
    >>> names = StayingNames((jan,), (stays,), {"a.txt": frozenset({"2010"}), "b.txt": frozenset({"2020"})})
    >>> names.in_file("a.txt"), names.in_file("b.txt"), names.in_file("notes.md")
    (frozenset(), frozenset({'Jan'}), frozenset())
    """

    replaced: tuple[DecidedName, ...]
    left: tuple[DecidedName, ...]
    called: Mapping[str, Collection[str]]

    @classmethod
    def of(cls, folder: Path, replaced: Sequence[DecidedName], left: Sequence[DecidedName]) -> StayingNames:
        """Return what stays in a study; nothing in a folder that is none.

        Parameters
        ----------
        folder : Path
            The new study.
        replaced, left : sequence of DecidedName
            What the key replaces, and what it leaves.

        Returns
        -------
        StayingNames
        """
        everywhere = Replacer(replaced).with_dates(date_in_cell)  # an interview goes by other names now
        of_files = everywhere.in_file_names()

        def of_now(name: DecidedName) -> DecidedName:
            places = (by.replace(place).text for place in name.only_in for by in (everywhere, of_files))
            return replace(name, only_in=tuple(dict.fromkeys(places)))

        split = {name.spelling for name in replaced}
        left = [of_now(name) for name in left if name.spelling in split]
        replaced = [of_now(name) for name in replaced]
        called: dict[str, Collection[str]] = {}
        if left:
            study = study_in(folder)
            if study is None:
                return cls((), (), {})
            home = study.folder.resolve()
            inside = [one for one in study.interviews if one.file.resolve().is_relative_to(home)]
            called = {one.file.resolve().relative_to(home).as_posix(): goes_by(one, home) for one in inside}
        return cls(tuple(replaced), tuple(left), called)

    def in_file(self, file: str) -> frozenset[str]:
        """Return the spellings that stay in a file: an interview, or what coders made of them."""
        if file.startswith(_OF_CODERS):
            return frozenset(name.spelling for name in self.left)
        if file not in self.called:
            return frozenset()
        here = self.called[file]
        stays = {name.spelling for name in self.left if name.holds_in(here)}
        return frozenset(stays - {name.spelling for name in self.replaced if name.holds_in(here)})
