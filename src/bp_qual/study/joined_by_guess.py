"""Files that are one person's by a guess, though a word in the name of one may tell another: `Coach Anna`, `Anna`.

So do `P01 partner` beside `P01`, and folders that hold several waves: `Noord/Anna` and `Zuid/Anna`. What somebody wrote
down is no guess, and what a number or initials beside a name may mean is not asked.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bp_qual.display import first_few, show_name
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.alike_ids import parts_of
from bp_qual.study.interview_parts import is_generic
from bp_qual.study.interviews import Interview
from bp_qual.study.link_words import LINK_WORDS
from bp_qual.study.names_in_files import OF_MEN, OF_WOMEN, are_initials, name_in
from bp_qual.study.notes_on_interviews import relative_name
from bp_qual.study.recorder_names import unrecorded_name
from bp_qual.transcripts.moments import ANY_MONTH, SEASONS
from bp_qual.transcripts.since_start import without_lapse
from bp_qual.transcripts.speakers.labels import is_somebody_beside
from bp_qual.transcripts.wave_words import WORDS_BESIDE_OTHERS, find_wave
from bp_qual.wording import Remark

_WORD = lazy_pattern(r"(?<![^\W_])[^\W\d_]{2,}(?![^\W_])")
_OTHER = lazy_pattern(rf"{ANY_MONTH}|{'|'.join(SEASONS)}|{OF_WOMEN}|{OF_MEN}|dr|drs|prof", re.IGNORECASE)


def note_joined_by_guess(interviews: Sequence[Interview], folder: Path) -> tuple[Remark, ...]:
    """Return a remark on the persons of whom files of several waves have other words beside their name.

    Parameters
    ----------
    interviews : sequence of Interview
        Of the study.
    folder : Path
        Its own; those within it belong to the name of a file.

    Returns
    -------
    tuple of Remark
        None where all is stated.

    Examples
    --------
    >>> files = (("Coach Anna 2010.txt", "2010"), ("Anna 2020.txt", "2020"))
    >>> guessed = [Interview(Path(file), {"Anna": ()}, wave, "interviews.csv:2") for file, wave in files]
    >>> print(*note_joined_by_guess(guessed, Path(".")))
    files taken for one person's by a guess, though their names say more of one than of another: Anna (Coach Anna ...
    """
    of_person = defaultdict[str, list[Interview]](list)
    for interview in interviews:
        if len(interview.persons) == 1 and not interview.is_stated:
            of_person[next(iter(interview.persons))].append(interview)
    beside = {one.file: _words_beside(one, person) for person, own in of_person.items() for one in own}
    folders = _folders_of_several_waves(interviews, folder)
    often = _words_of_several(of_person, beside)
    told = []
    for person, own in of_person.items():
        distinct = {(one.wave, beside[one.file], folders[one.file]): one for one in reversed(own)}
        for one, other in itertools.combinations(reversed(distinct.values()), 2):
            words, others = beside[one.file], beside[other.file]
            is_apart = folders[one.file] != folders[other.file] or _tell_apart(words, others, person, often)
            if one.wave != other.wave and is_apart:
                files = ", ".join(relative_name(each.file, folder) for each in (one, other))
                told.append(f"{show_name(person)} ({files})")
                break
    return (Remark("joined by guess", values={"persons": first_few(told)}),) if told else ()


def _words_beside(interview: Interview, person: str) -> frozenset[str]:
    """Return the words of the name of a file that are not the person's, nor of the wave or what else names say."""
    stem = unrecorded_name(interview.file.stem)
    rest = without_lapse(name_in(stem, (find_wave(stem) or ("", ""))[1]))
    own = {*parts_of(person), *LINK_WORDS, *WORDS_BESIDE_OTHERS}
    words = (word for word in _WORD.findall(rest) if not are_initials(word, rest) and not _OTHER.fullmatch(word))
    return frozenset(word.casefold() for word in words if own.isdisjoint((*parts_of(word), word.casefold())))


def _words_of_several(
    of_person: Mapping[str, Sequence[Interview]], beside: Mapping[Path, frozenset[str]]
) -> frozenset[str]:
    """Return the words that stand beside more than one person."""
    whose = defaultdict[str, set[str]](set)
    for person, own in of_person.items():
        for word in frozenset[str]().union(*(beside[one.file] for one in own)):
            whose[word].add(person)
    return frozenset(word for word, persons in whose.items() if len(persons) > 1)


def _tell_apart(words: frozenset[str], others: frozenset[str], person: str, often: frozenset[str]) -> bool:
    """Return whether the words beside a person in the names of two files may tell two persons.

    Beside an id those for kin and the like do, and a name that is nobody else's where the other has one too.
    """
    differing = words ^ others
    if not any(map(str.isdigit, person)):
        return bool(differing)
    is_kin = any(is_somebody_beside(word) or is_generic(word) for word in differing)
    return is_kin or bool(words - others - often and others - words - often)


def _folders_of_several_waves(interviews: Iterable[Interview], folder: Path) -> Mapping[Path, frozenset[str]]:
    """Return for each file the folders around it that hold interviews of several waves, so are no rounds."""
    around = {
        one.file: one.file.relative_to(folder).parts[:-1] if one.file.is_relative_to(folder) else ()
        for one in interviews
    }
    waves = defaultdict[str, set[str]](set)
    for one in interviews:
        for name in around[one.file]:
            waves[name].add(one.wave)
    return {file: frozenset(name for name in names if len(waves[name]) > 1) for file, names in around.items()}
