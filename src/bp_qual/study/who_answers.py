"""Who answers in each file of a folder: the person in its name, else nobody who comes back in everybody's files.

A file by itself says who asks more; but people answer with questions, and an interviewer may just repeat what was
said. A folder knows more: the interviewer speaks in the files of different persons, each of them in their own.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bp_qual.study.labels_as_persons import GENERIC_LABEL
from bp_qual.study.names_in_files import is_same_name, shortens, spells, without_title
from bp_qual.transcripts import speakers
from bp_qual.transcripts.speakers import Talk, label_key
from bp_qual.transcripts.speakers.labels import is_role_label, may_be_initial, split_remark, usual_role

_SHORTEST_ROLE = 3  # letters of a word for a role that may stand before a name


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks in a file: letters by label, who answers as far as the file by itself says, and whether by a guess.

    >>> Voices({"Eva": 40, "An": 200}, "An").is_guess
    True
    """

    letters: Mapping[str, int]
    answers: str = ""
    is_guess: bool = True


def hear_voices(talk: Talk, text: str) -> Voices:
    """Return who speaks in a file; nobody who answers where labels say so in words that need no telling.

    >>> from bp_qual.transcripts.speakers.stretch import Stretch
    >>> hear_voices(Talk((Stretch("I", 0, 4), Stretch("R", 5, 8)), style="labels"), "Hoe? Zo.")
    Voices(letters={}, answers='', is_guess=False)
    """
    if talk.style == "none" or not talk.stretches:
        return Voices({}, is_guess=False)
    roles = speakers.assign_roles(talk, text, persons={"?": ()})
    labels = [label for label, (role, _) in roles.roles.items() if role == "respondent"]
    if not roles.guessed:
        return Voices({}, is_guess=False)
    letters = Counter[str]()
    for stretch in talk.stretches:
        letters[stretch.speaker] += stretch.end - stretch.start
    told = len(labels) == 1 and not labels[0].startswith("(")
    return Voices(dict(letters), labels[0] if told else "")


def find_answering(files: Sequence[tuple[str, Voices]], askers: Sequence[str] = ()) -> list[str]:
    """Return for each file the label of who answers, where it is not a usual one; a guess.

    Parameters
    ----------
    files : sequence of tuple of str and Voices
        The person whom a file's name or folder names, and who speaks in it.
    askers : sequence of str
        For each file the label that its name says is who asks, if any.

    Returns
    -------
    list of str
        As many as files.

    Examples
    --------
    >>> an, bo = Voices({"Eva": 50, "An": 90}, "Eva"), Voices({"Eva": 50, "Mw. Bos": 90}, "Eva")
    >>> find_answering([("An", an), ("P02", bo)])
    ['An', 'Mw. Bos']
    """
    everybodys = _everybodys(files)
    return [
        _answering(person, voices, everybodys | _labels(voices, asker)) if voices.is_guess else ""
        for (person, voices), asker in zip(files, askers or [""] * len(files), strict=True)
    ]


def _labels(voices: Voices, asker: str) -> set[str]:
    words = set(map(label_key, re.findall(r"[^\W_]+", asker.replace(".", ""))))
    return {label for label in voices.letters if label_key(label.replace(".", "")) in words}


def _answering(person: str, voices: Voices, everybodys: set[str]) -> str:
    for is_own in (labels_person, shortens):
        own = [label for label in voices.letters if label and is_own(label, person)]
        own = [label for label in own if label not in everybodys] or own
        is_doubted = is_own is shortens and everybodys.issuperset(own) and voices.answers not in own
        if own:  # of two who both fit nobody knows which is the person: a wrong name is worse than none
            return own[0] if len(own) == 1 and not is_doubted else ""
    others = [label for label in voices.letters if label not in everybodys and may_be_name(label, voices.letters)]
    if not everybodys & set(voices.letters) or voices.answers in others:
        return voices.answers
    return max(others, key=lambda label: voices.letters[label], default=voices.answers)


def labels_person(label: str, person: str) -> bool:
    """Return whether a label is the person, with a title or another name or without: `Mw. Bos` of `Bos`.

    >>> labels_person("An", "An Bos"), labels_person("Mw. Bos", "Bos"), labels_person("Eva", "An Bos")
    (True, True, False)
    """
    said, named = (set(map(label_key, re.split(r"[\s-]+", without_title(name)))) for name in (label, person))
    is_one = bool(said and named) and "" not in said and (said <= named or named <= said)
    return is_one or is_same_name(label, person)


def _everybodys(files: Iterable[tuple[str, Voices]]) -> set[str]:
    """Return the labels in files of different persons that nobody else's label is in more of, but somebody's in less.

    In a file with a usual label of an interviewer nobody else is one: `Interviewer` and `Oma` in everybody's files.
    Nor is whoever all their files are called after: the person of a second interview, before another interviewer.
    """
    files = [(person, voices) for person, voices in files if voices.is_guess]
    persons: defaultdict[str, set[str]] = defaultdict(set)
    for person, voices in files:
        for label in voices.letters:
            if may_be_name(label, voices.letters):
                persons[label].add(person)
    found, beside = defaultdict[str, set[str]](set), set[str]()
    for person, voices in files:
        often = {label: len(persons[label]) for label in voices.letters if label in persons}
        most = max(often.values(), default=0)
        initials = {label for label in often if often[label] < most and may_be_initial(label, voices.letters)}
        asked = any(map(_is_interviewer, voices.letters.keys() - initials))
        beside |= {label for label, count in often.items() if count < most or asked}
        if any(count < most for count in often.values()):
            for label, count in often.items():
                if count == most:
                    found[label].add(person)
    return {label for label, whose in found.items() if len(whose) > 1 and not _comes_back(label, files)} - beside


def _comes_back(label: str, files: Iterable[tuple[str, Voices]]) -> bool:
    """Whether every file with a label is called after it, however it is spelled: files of others say who asks."""
    return all(spells(person, label) for person, voices in files if label in voices.letters)


def _is_interviewer(label: str) -> bool:
    """Whether a label says that somebody asks, with a name beside it or without: `Interviewer (Eva)`, `Moderator`."""
    return any(usual_role(label_key(part)) == "interviewer" for part in (label, _role_in(label)))


def _role_in(label: str) -> str:
    """Return the word for a role that a label begins with, if that is more than a letter: `I Wayan` is a name."""
    first = split_remark(label)[0].partition(" ")[0]
    return first if len(label_key(first)) >= _SHORTEST_ROLE and is_role_label(label_key(first)) else ""


def may_be_name(label: str, beside: Collection[str]) -> bool:
    """Return whether a label of a file can be somebody's name or initials, and is no word for a role.

    >>> may_be_name("An", ["An", "I"]), may_be_name("F", ["F", "KW"]), may_be_name("F", ["F", "A"])
    (True, True, False)
    """
    is_role = (is_role_label(label_key(label)) and not may_be_initial(label, beside)) or bool(_role_in(label))
    return bool(label) and not is_role and not GENERIC_LABEL.fullmatch(label)
