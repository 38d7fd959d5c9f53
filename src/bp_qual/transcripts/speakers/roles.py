"""Roles: which label is the respondent's.

What the study says comes first, then labels that are known in four languages, and last, marked as a guess, who asks
the questions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bp_qual.transcripts.speakers.labels import (
    INTERVIEWER_LABELS,
    RESPONDENT_LABELS,
    is_alike,
    is_no_person,
    label_key,
    suggest_same,
    tidy_label,
)
from bp_qual.transcripts.speakers.stretch import Talk


@dataclass(frozen=True, slots=True)
class Roles:
    """For each label its role and, for respondents, the person; notes; and whether any of it is a guess.

    >>> Roles({"I": ("interviewer", ""), "R": ("respondent", "P01")}).guessed
    False
    """

    roles: Mapping[str, tuple[str, str]]
    notes: tuple[str, ...] = ()
    guessed: bool = False


def assign_roles(
    talk: Talk,
    text: str,
    *,
    persons: Mapping[str, Sequence[str]],
    speakers: Mapping[str, Sequence[str]] | None = None,
) -> Roles:
    """Return the role of each label of a file; `persons` maps the persons in it to the labels they speak under.

    >>> from bp_qual.transcripts.speakers import Stretch
    >>> talk = Talk((Stretch("Eva", 0, 10), Stretch("Jan", 11, 21)))
    >>> roles = assign_roles(talk, "Hoezo dan? Nou ja, ik", persons={"P01": ["Jan"]})
    >>> roles.roles
    {'Jan': ('respondent', 'P01'), 'Eva': ('interviewer', '')}
    """
    labels = list(dict.fromkeys(stretch.speaker for stretch in talk.stretches))
    roles, notes = _assign_named(labels, persons)
    waiting = [person for person in persons if person not in _owners(roles)]
    unnamed = [person for person in waiting if not persons[person]]
    for label in labels:
        if label not in roles:
            roles.update(_assign_known(label, speakers or {}, unnamed, labels))
    rest = [label for label in labels if label not in roles]
    guessed = bool(rest) and len(waiting) == len(unnamed) == 1 and unnamed[0] not in _owners(roles)
    if guessed:
        roles.update(_guess(rest, talk, text, unnamed[0], "interviewer" in {role for role, _ in roles.values()}))
        notes += _guess_notes(roles, rest)
    else:
        roles.update(_assign_rest(rest, roles, talk, text, sure=_owners(roles) >= set(persons)))
    notes += _role_notes(labels, roles, persons)
    return Roles(roles, tuple(notes), guessed)


def _owners(roles: Mapping[str, tuple[str, str]]) -> set[str]:
    return {person for _, person in roles.values()}


def _assign_named(
    labels: list[str], persons: Mapping[str, Sequence[str]]
) -> tuple[dict[str, tuple[str, str]], list[str]]:
    """Give persons the labels that the study names for them, or the label that is their own id."""
    roles, notes = dict[str, tuple[str, str]](), list[str]()
    for person, names in persons.items():
        for name in names or (person,):
            if tidy_label(name) in labels:
                roles[tidy_label(name)] = ("respondent", person)
            elif names:
                near = next((f" Is {label!r} meant?" for label in labels if is_alike(tidy_label(name), label)), "")
                there = ", ".join(repr(label) for label in labels[:8] if label) or "none"
                notes.append(f"Nobody speaks as {name!r} ({person}).{near} The labels in the file: {there}.")
    return roles, notes


def _assign_known(
    label: str, speakers: Mapping[str, Sequence[str]], waiting: list[str], labels: list[str]
) -> dict[str, tuple[str, str]]:
    """Give a label the role that the study or its wording gives it, or nothing."""
    key = label_key(label)
    named = next((role for role, names in speakers.items() if key in map(label_key, names)), "")
    role = named or ("other" if is_no_person(label) else _known_role(key, labels))
    if role != "respondent":
        return {label: (role, "")} if role else {}
    numbers = {label_key(other)[len(_base(other)) :] for other in labels if _usual_role(_base(other)) == "respondent"}
    is_one = len(waiting) == 1 and (named or len(numbers) == 1)
    return {label: ("respondent", waiting[0]) if is_one else ("unknown", "")}


def _known_role(key: str, labels: list[str]) -> str:
    """Return the role that a label has by its wording; a lone letter has one only if the letters make a pair."""
    role = _usual_role(_base(key))
    if role and len(_base(key)) == 1 and key[0] not in "ir":
        roles = [_usual_role(_base(other)) for other in labels if len(_base(other)) == 1]
        if "" in roles or (len(set(roles)) == 1 and "interviewer" not in map(_usual_role, map(_base, labels))):
            return ""  # A and B, M and F: initials rather than question and answer
    return role


def _usual_role(base: str) -> str:
    return "interviewer" if base in INTERVIEWER_LABELS else "respondent" if base in RESPONDENT_LABELS else ""


def _base(label: str) -> str:
    return label_key(label).rstrip("0123456789")


def _questions(label: str, talk: Talk, text: str) -> float:
    """Return the share of a speaker's stretches that hold a question."""
    own = [text[s.start : s.end] for s in talk.stretches if s.speaker == label and s.end > s.start]
    return sum("?" in stretch for stretch in own) / len(own) if own else 0.0


def _length(label: str, talk: Talk) -> int:
    return sum(stretch.end - stretch.start for stretch in talk.stretches if stretch.speaker == label)


def _guess(rest: list[str], talk: Talk, text: str, person: str, asked: bool) -> dict[str, tuple[str, str]]:
    """Guess: the one who asks is the interviewer, the one who says most of the others is the respondent."""
    rest = [label for label in rest if label]
    if not rest:
        return {"": ("unknown", "")}
    guess = dict[str, tuple[str, str]]()
    if not asked and len(rest) > 1:
        asker = max(rest, key=lambda label: (_questions(label, talk, text), -_length(label, talk)))
        guess[asker] = ("interviewer", "")
    others = [label for label in rest if label not in guess]
    most = max(others, key=lambda label: _length(label, talk))
    return guess | {label: ("respondent", person) if label == most else ("other", "") for label in others}


def _assign_rest(
    rest: list[str], roles: Mapping[str, tuple[str, str]], talk: Talk, text: str, *, sure: bool
) -> dict[str, tuple[str, str]]:
    """With the respondents known, whoever asks much is an interviewer and anyone else another; without, unknown."""
    taken = [label for label, (role, _) in roles.items() if role == "respondent"]
    found = dict[str, tuple[str, str]]()
    for label in rest:
        role = "interviewer" if label and _questions(label, talk, text) >= 0.3 else "other"
        unsure = not sure or not label or any(is_alike(label, other) for other in taken)
        found[label] = ("unknown" if unsure else role, "")
    return found


def _guess_notes(roles: Mapping[str, tuple[str, str]], rest: list[str]) -> list[str]:
    told = ", ".join(f"{label!r} as {roles[label][0]}" for label in rest if label)
    return [f"A guess, from who asks the questions: {told}. Name the speakers in the study file."] if told else []


def _role_notes(
    labels: list[str], roles: Mapping[str, tuple[str, str]], persons: Mapping[str, Sequence[str]]
) -> list[str]:
    notes = list[str]()
    unknown = [label for label in labels if roles[label][0] == "unknown"]
    others = [label for label in labels if roles[label][0] == "other" and not is_no_person(label)]
    if others:
        notes.append(f"Also speak here, and are not counted: {', '.join(map(repr, others[:8]))}.")
    if named := [label for label in unknown if label]:
        who = ", ".join(repr(label) for label in named[:8])
        notes.append(f"Unknown who this is: {who}. Put it into the column `speaker` of interviews.csv.")
    if missing := [person for person in persons if person not in _owners(roles)]:
        notes.append(f"No talk was found of {', '.join(missing)}.")
    for one, two in suggest_same(labels):
        notes.append(f"Perhaps one speaker: {one!r} and {two!r}. If so, name both in the study.")
    return notes
