"""Which interviews a passage could be of that names none: its code is no zero in these until somebody says which.

What the file says and the study knows holds: ``P01`` without a wave is any interview of P01. A name that can be another
way to write one of the study (``Jan`` beside ``Jan de Vries``, a real name where the study has numbers) can be that
person; ``P99`` beside ``P01``, or 2015 beside 2010 and 2020, is somebody or a wave that the study does not have. A
document and a wave that contradict each other can both be right.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

from bp_qual.exchange.received import Passage
from bp_qual.study.received_interviews import InterviewFinder, plain_name
from bp_qual.transcripts import Transcript

_ALIKE = 0.7  # of the letters of two names


def possible_interviews(passage: Passage, finder: InterviewFinder) -> tuple[Transcript, ...]:
    """Return the interviews that a passage could be of, where no interview is meant by what its file says.

    Parameters
    ----------
    passage : Passage
        For which the finder has no interview.
    finder : InterviewFinder
        What knows the interviews.

    Returns
    -------
    tuple of Transcript

    Examples
    --------
    >>> finder = InterviewFinder(corpus)
    >>> [t.interview for t in possible_interviews(Passage("a.csv:2", "", (), document="Interview 7 P01"), finder)]
    ['P01_2010', 'P01_2020']
    >>> possible_interviews(Passage("a.csv:2", "", (), person="P99"), finder)
    ()
    """
    document, person, wave = passage.document, passage.person, passage.wave
    named = _found(finder, document=document, folder=passage.folder)
    whose = _found(finder, person=person)
    if named and person:  # the one contradicts the other
        left = {*named, *_found(finder, person=person, wave=wave)}
    elif whose & _found(finder, wave=person.replace("_", " ")) and wave:  # P01_2010, with another wave beside it
        left = whose | (_of_persons(whose, finder) & _found(finder, wave=wave))
    else:
        who = whose or {t.interview for t in finder.transcripts if _can_be_of(person, t.persons)}
        when = _found(finder, wave=wave) or {t.interview for t in finder.transcripts if not _is_other(wave, [t.wave])}
        left = who & when & (named or _that_fit(f"{passage.folder} {document}", finder))
    left = left or _contradicted(named or whose, wave, finder)
    return tuple(transcript for transcript in finder.transcripts if transcript.interview in left)


def _contradicted(named: set[str], wave: str, finder: InterviewFinder) -> set[str]:
    """Return what can be meant where a document or person is of the study and the wave beside it fits neither.

    The document, or the same person in that wave; all of a person whose wave is a bare number, which may be its rank.
    """
    if not named or not wave:
        return set()
    if re.fullmatch(r"[1-9]", wave.strip()):
        return named
    dated = _found(finder, wave=wave)
    return named | (_of_persons(named, finder) & dated) if dated else set()


def _found(
    finder: InterviewFinder, *, document: str = "", folder: str = "", person: str = "", wave: str = ""
) -> set[str]:
    """Return the interviews that some of what a file says means; none where it says nothing."""
    said = Passage("", "", (), document=document, folder=folder, person=person, wave=wave)
    found = finder.find(said) if document or folder or person or wave else ()
    return {transcript.interview for transcript in found}


def _of_persons(interviews: set[str], finder: InterviewFinder) -> set[str]:
    """Return all interviews of those who were interviewed in these."""
    persons = {person for t in finder.transcripts if t.interview in interviews for person in t.persons}
    return {t.interview for t in finder.transcripts if persons.intersection(t.persons)}


def _can_be_of(name: str, persons: Iterable[str]) -> bool:
    """Return whether a name that is none of the study can be another way to write one of these."""
    return not name or any(_can_be(name, person) for person in persons)


def _can_be(name: str, person: str) -> bool:
    if _has_number(name) != _has_number(person):
        return True  # a real name can be anybody's number
    if _has_number(name):
        return not _is_other(name, [person])
    ours, theirs = (plain_name(one, path=False).split("_") for one in (person, name))
    begins = any(one.startswith(other) or other.startswith(one) for one in ours for other in theirs)
    return begins or difflib.SequenceMatcher(None, "".join(ours), "".join(theirs)).ratio() >= _ALIKE


def _that_fit(document: str, finder: InterviewFinder) -> set[str]:
    """Return the interviews of whom and of when a document's name speaks: of all that it does not speak of."""
    words = plain_name(document, path=False).split("_")
    line = f"_{'_'.join(words)}_"
    glued = {t.interview for t in finder.transcripts for p in t.persons if _letters(f"{p}{t.wave}") == "".join(words)}
    if glued:  # P012020
        return glued
    every = {t.interview for t in finder.transcripts}
    named = {p for t in finder.transcripts for p in t.persons if f"_{plain_name(p, path=False)}_" in line}
    whose = {t.interview for t in finder.transcripts if named.intersection(t.persons)}
    persons = {person for t in finder.transcripts for person in t.persons}
    others = [word for word in words if not word.isdigit() and _is_other(word, persons)]
    dated = _found(finder, wave=" ".join(words))
    years = [word for word in words if len(word) > 3 and _is_other(word, {t.wave for t in finder.transcripts})]
    return (whose or (set() if others else every)) & (dated or (set() if years else every))


def _is_other(name: str, known: Iterable[str]) -> bool:
    """Return whether a name is made as one of these, with another number: P99 beside P01, and no other way to write."""
    plain, ours = plain_name(name, path=False), {plain_name(one, path=False) for one in known}
    return _has_number(name) and plain not in ours and _shape(plain) in map(_shape, ours)


def _letters(name: str) -> str:
    return plain_name(name, path=False).replace("_", "")


def _has_number(name: str) -> bool:
    return any(sign.isdigit() for sign in name)


def _shape(name: str) -> str:
    return re.sub("[0-9]+", "0", name)
