"""Names that speak of a person of the study among other words: `Gesprek met José def v3.doc`, `P02 (2).txt`.

What they hold may be an interview or anything else. So nobody is asked about them, and the one they name, who lacks an
interview, is *not read* and no dropout.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.name_patterns import NamePattern
from bp_qual.transcripts.wave_order import without_accents
from bp_qual.transcripts.wave_words import find_waves

_NO_TALK = lazy_pattern(
    r"(?<![^\W_])(consent|toestemming|akkoord|informed|formulier|form|vragenlijst|questionnaire|leidraad|guide|foto|photo"
    r"|brief|letter|mail|uitnodiging|invitation|notities?|notes?|aantekeningen|memo|cv|factuur|invoice|contact|adres"
    r"|address)(?![^\W_])",
    re.IGNORECASE,
)


def named_in_passing(
    files: Iterable[Path],
    persons: Collection[str],
    waves: Sequence[str],
    read: Collection[tuple[str, str]],
    pattern: NamePattern,
) -> set[tuple[str, str]]:
    """Return the persons of the study whom files are called after, with the wave, or '' where that is not plain.

    Parameters
    ----------
    files : iterable of Path
        From the folder of the study or of the transcripts on.
    persons, waves : collection of str, sequence of str
        Of the study.
    read : collection of (person, wave)
        Whose interviews are read: these, and who lacks none, are left out.
    pattern : NamePattern
        How a name says person and wave.

    Returns
    -------
    set of (str, str)

    Examples
    --------
    >>> pattern, read = NamePattern.parse("{person}_{wave}"), {("P02", "2010")}
    >>> files = map(Path, ("P02 def (2).doc", "Interview P02 2020 v3.doc", "P02 toestemming.doc", "P020.doc"))
    >>> sorted(named_in_passing(files, ["P02"], ["2010", "2020"], read, pattern))
    [('P02', ''), ('P02', '2020')]
    """
    lacking = [person for person in persons if any((person, wave) not in read for wave in waves)]
    found = set[tuple[str, str]]()
    for file in files:
        name = file.with_suffix("").as_posix()
        stated = pattern.match(file.stem)
        if stated and stated[0] in persons:
            found.add(stated)
            continue
        said = find_waves(name.replace("/", " "), waves)
        wave = said[0] if len(said) == 1 and said[0] in waves else ""  # `tweede gesprek` can be any
        if wave or not _NO_TALK.search(file.stem):
            found |= {(person, wave) for person in lacking if holds_name(name.replace("_", " "), person)}
    return found - set(read)


def holds_name(text: str, person: str) -> bool:
    """Return whether a text holds the name of a person as words of its own, whatever its capitals and accents.

    >>> holds_name("gesprek met Jose", "Jos\u00e9"), holds_name("P020", "P02")
    (True, False)
    """
    name = re.escape(without_accents(person.replace("_", " ")))
    return re.search(rf"(?<!\w){name}(?!\w)", without_accents(text), re.IGNORECASE) is not None
