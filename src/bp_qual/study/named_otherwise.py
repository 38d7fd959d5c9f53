"""Rows of interviews.csv whose file is called after another person or wave: a column was sorted without the others."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bp_qual.display import first_few, show_name
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.interviews import Interview
from bp_qual.study.named_together import StudyNames
from bp_qual.study.notes_on_interviews import relative_name
from bp_qual.study.study_folder import Study
from bp_qual.transcripts.moments import MONTHS, cut_dates
from bp_qual.transcripts.speakers.labels import RELATION_WORDS, label_key
from bp_qual.transcripts.speakers.slips import is_slip
from bp_qual.wording import Remark

_LISTED = lazy_pattern(r".+:\d+")  # how an interview is known that a row tells of
_KIN = lazy_pattern(rf"(?<![^\W_]){RELATION_WORDS}(?![^\W_])", re.IGNORECASE)
_YEAR = lazy_pattern(r"(?:19|20)\d\d")
_DAY = lazy_pattern(rf"(?<![^\W_])\d{{1,2}}[ .-]+(?:{'|'.join(MONTHS)})(?![^\W_])", re.IGNORECASE)  # without a year
_KINDS = {"person": "named after another person", "wave": "named after another wave"}


@dataclass(frozen=True, slots=True)
class _Named:
    """Whom and what the name of a listed file says, of the persons and waves of the study."""

    interview: Interview
    persons: tuple[str, ...]
    waves: tuple[str, ...]


def files_named_otherwise(interviews: Sequence[Interview], folder: Path) -> Mapping[str, tuple[Interview, ...]]:
    """Return the listed interviews whose files name none of their persons, or not their wave, but another of the study.

    That counts only where the names of other files do name the person or wave of the row, and rows changed places, or
    the person that the file is called after has no interview of that wave: in a study whose files are numbered, or
    called after people who have an id in the table, they say nothing.

    Parameters
    ----------
    interviews : sequence of Interview
        Of the study.
    folder : Path
        Its own; those within it belong to the name of a file.

    Returns
    -------
    mapping of str to tuple of Interview
        By `person` and `wave`.

    Examples
    --------
    >>> rows = [("P01_2010.txt", "P02", 2), ("P02_2010.txt", "P01", 3), ("P03_2010.txt", "P03", 4)]
    >>> listed = [Interview(Path(file), {whose: ()}, "2010", f"interviews.csv:{row}") for file, whose, row in rows]
    >>> [interview.file.name for interview in files_named_otherwise(listed, Path("."))["person"]]
    ['P01_2010.txt', 'P02_2010.txt']
    """
    names = StudyNames.of(interviews)
    named = [
        _read_name(interview, names, folder) for interview in interviews if _LISTED.fullmatch(interview.known_from)
    ]
    carried = {person for row in named for person in row.persons}
    carried_waves = {wave for row in named for wave in row.waves}
    others = [row for row in named if _is_of_another(row, names, carried)]
    waves = [row for row in named if row not in others and _is_of_another_wave(row, carried_waves)]
    lacking = [row for row in others if all((person, row.interview.wave) not in names.read for person in row.persons)]
    lacking = lacking if 2 * len(others) <= sum(bool(row.persons) for row in named) else []
    without = [
        row for row in waves if not any((who, w) in names.read for who in row.interview.persons for w in row.waves)
    ]
    swapped = _changed_places([(row, set(row.persons), set(row.interview.persons)) for row in others])
    turned = _changed_places([(row, *_by_wave(row)) for row in waves])
    slips = [row for row in named if _has_slip(row)]
    others = [row for row in named if row in others or row in slips]
    found = (("person", others, (*lacking, *swapped, *slips)), ("wave", waves, (*without, *turned)))
    return {column: tuple(row.interview for row in rows if row in sure) for column, rows, sure in found}


def _read_name(interview: Interview, names: StudyNames, folder: Path) -> _Named:
    """Return what the name of a file says; of others than its own persons only what is no date, and no kin."""
    name = _name_within(interview.file, folder)
    persons, waves = names.named_in(name)
    own = names.alike(interview.persons)
    if own.isdisjoint(persons) and not all(map(str.isdecimal, persons)):
        dateless = name.with_name(f"{cut_dates(_DAY.sub(' ', name.stem.replace('_', ' '))).strip()} {name.suffix}")
        persons = () if _KIN.search(name.stem) else names.named_in(dateless)[0]
    return _Named(interview, persons, waves)


def _by_wave(row: _Named) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    whose = row.interview.persons
    return {(who, wave) for who in whose for wave in row.waves}, {(who, row.interview.wave) for who in whose}


def _changed_places(rows: Sequence[tuple[_Named, Collection[object], Collection[object]]]) -> list[_Named]:
    """Return the rows of which what the name says is in another's row, and what the row says in another's name."""
    kept, before = list(rows), len(rows) + 1
    while len(kept) < before:
        before = len(kept)
        named = {one for _, said, _ in kept for one in said}
        held = {one for _, _, own in kept for one in own}
        kept = [(row, said, own) for row, said, own in kept if held & set(said) and named & set(own)]
    return [row for row, _, _ in kept]


def _name_within(file: Path, folder: Path) -> Path:
    return file.relative_to(folder) if file.is_relative_to(folder) else Path(file.name)


def _is_of_another(row: _Named, names: StudyNames, carried: Collection[str]) -> bool:
    own = names.alike(row.interview.persons)
    return bool(row.persons) and own.isdisjoint(row.persons) and not own.isdisjoint(carried)


def _has_slip(row: _Named) -> bool:
    """Return whether a row has the name of its file with a letter too many, too few or another: `Fatma` of Fatima."""
    own, said = (
        {label_key(person) for person in persons if not any(map(str.isdigit, person))}
        for persons in (row.interview.persons, row.persons)
    )
    return own.isdisjoint(said) and any(is_slip(one, other) for one in own for other in said)


def _is_of_another_wave(row: _Named, carried: Collection[str]) -> bool:
    """Return whether a name says other waves only; where the row has a date, `date_doubts` weighs a year against it."""
    wave = row.interview.wave
    if not row.waves or wave in row.waves or wave not in carried:
        return False
    return not (row.interview.date and any(map(_YEAR.fullmatch, row.waves)))


def note_named_otherwise(study: Study, found: Mapping[str, tuple[Interview, ...]]) -> tuple[Remark, ...]:
    """Return a remark on the rows whose file is called after another person, and one on those after another wave.

    Examples
    --------
    >>> rows = [("P01_2010.txt", "P02", 2), ("P02_2010.txt", "P01", 3)]
    >>> listed = [Interview(Path(file), {whose: ()}, "2010", f"interviews.csv:{row}") for file, whose, row in rows]
    >>> print(*note_named_otherwise(Study(Path(".")), files_named_otherwise(listed, Path("."))))
    2 files called after another person than the one whose interview it is in interviews.csv: P01_2010.txt (P02, ...
    """
    return tuple(
        Remark(_KINDS[column], values={"n": len(own), "files": first_few(_rows(own, column, study))})
        for column, own in found.items()
        if own
    )


def _rows(interviews: Sequence[Interview], column: str, study: Study) -> list[str]:
    """Return the files with what their row says of them, by row."""
    by_row = sorted(((*i.known_from.rpartition(":"), i) for i in interviews), key=lambda row: int(row[2]))
    said = [
        (
            i,
            "+".join(map(show_name, i.persons)) if column == "person" else show_name(i.wave),
            f"{Path(table).name}:{line}",
        )
        for table, _, line, i in by_row
    ]
    return [f"{show_name(relative_name(i.file, study.folder))} ({what}, {place})" for i, what, place in said]
