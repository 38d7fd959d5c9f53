"""Names that speak of a person of the study among other words: `Gesprek met José def v3.doc`, `P02 (2).txt`.

What they hold may be an interview or anything else. So nobody is asked about them, and the one they name, who lacks an
interview, is *not read* and no dropout. A recording that shows no sign of another round is of the interview that is
read, unless there are more of them than interviews.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from bp_qual.study.name_patterns import NamePattern
from bp_qual.study.named_together import StudyNames
from bp_qual.study.papers import is_of_papers
from bp_qual.study.unread_kinds import RECORDINGS
from bp_qual.transcripts.moments import cut_dates
from bp_qual.transcripts.plain_letters import without_accents
from bp_qual.transcripts.wave_words import WORDS_BESIDE_OTHERS, find_waves

_OF_ROUNDS = frozenset(map(without_accents, WORDS_BESIDE_OTHERS)) - {"opname"}  # which is what a recording is called


def named_in_passing(files: Iterable[Path], names: StudyNames, pattern: NamePattern) -> set[tuple[str, str]]:
    """Return the persons of the study whom files are called after, with the wave, or '' where that is not plain.

    Parameters
    ----------
    files : iterable of Path
        From the folder of the study or of the transcripts on.
    names : StudyNames
        The persons and waves of the study, and whose interviews are read: these, and who lacks none, are left out.
    pattern : NamePattern
        How a name says person and wave.

    Returns
    -------
    set of (str, str)

    Examples
    --------
    >>> pattern, names = NamePattern.parse("{person}_{wave}"), StudyNames(["P02"], ["2010", "2020"], {("P02", "2010")})
    >>> files = map(Path, ("P02 def (2).doc", "Interview P02 2020 v3.doc", "P02 toestemming.doc", "P020.doc"))
    >>> sorted(named_in_passing(files, names, pattern))
    [('P02', ''), ('P02', '2020')]
    >>> named_in_passing([Path("recording P02.mp3")], names, pattern)
    set()
    """
    lacking = [  # a number alone can be of anything
        person
        for person in names.persons
        if any(map(str.isalpha, person)) and any((person, wave) not in names.read for wave in names.waves)
    ]
    found, recorded = set[tuple[str, str]](), Counter[str]()
    for file in files:
        is_recording = file.suffix.lower() in RECORDINGS
        name = file.with_suffix("").as_posix()
        stated = pattern.match(file.stem)
        if stated and stated[0] in names.persons:
            found.add((stated[0], names.wave_of(stated[1])))
            recorded[stated[0]] += is_recording
            continue
        said = tuple({names.wave_of(wave) for wave in find_waves(name.replace("/", " "), (*names.waves, *names.years))})
        wave = said[0] if len(said) == 1 and said[0] in names.waves else ""  # `tweede gesprek` can be any
        if wave or not is_of_papers(file.stem):
            spoken = name.replace("_", " ")
            named = [person for person in lacking if holds_name(spoken, person)]
            recorded.update(named if is_recording else ())
            is_beside = is_recording and not (wave or said or _shows_round(spoken, named))
            found |= {(person, wave) for person in named if not is_beside}
    read = Counter(person for person, _ in names.read)
    found |= {(person, "") for person in lacking if recorded[person] > read[person]}
    return found - set(names.read)


def _shows_round(text: str, persons: Iterable[str]) -> bool:
    """Return whether a name says anything, beside persons, by which files of several rounds are told apart."""
    bare = without_accents(text)
    for person in persons:
        bare = _as_words(person).sub(" ", bare)
    words = re.findall(r"[^\W_]+", bare.casefold())
    return any(map(str.isdecimal, bare)) or cut_dates(bare).split() != bare.split() or not _OF_ROUNDS.isdisjoint(words)


def holds_name(text: str, person: str) -> bool:
    """Return whether a text holds the name of a person as words of its own, whatever its capitals and accents.

    >>> holds_name("gesprek met Jose", "Jos\u00e9"), holds_name("P020", "P02")
    (True, False)
    """
    return _as_words(person).search(without_accents(text)) is not None


@lru_cache(maxsize=10_000)
def _as_words(person: str) -> re.Pattern[str]:
    """Return the expression for a name: made once, as it is sought in the name of every file."""
    return re.compile(rf"(?<!\w){re.escape(without_accents(person.replace('_', ' ')))}(?!\w)", re.IGNORECASE)
