"""Roles: which label is the respondent's.

What the study says comes first, then labels that are known in four languages or by the look of a file, and last, marked
as a guess, who asks the questions.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bp_qual.files.barred_names import yaml_names
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts.speakers.asking import ASKS, Speaking, count_speaking, who_stays
from bp_qual.transcripts.speakers.colour_names import hues_of, is_colour_name
from bp_qual.transcripts.speakers.labels import (
    RELATION_WORDS,
    is_interpreter,
    is_no_person,
    is_role_label,
    label_key,
    split_remark,
    tidy_label,
    usual_role,
)
from bp_qual.transcripts.speakers.short_names import suggest_short
from bp_qual.transcripts.speakers.spellings import is_alike, suggest_same
from bp_qual.transcripts.speakers.stretch import Talk
from bp_qual.transcripts.speakers.unlabelled import is_unmarked
from bp_qual.wording.remarks import Remark

_BY_LOOK = {"(heading)": "interviewer", "(text)": "respondent"}  # a heading is the question, whatever signs it has
_RELATION = lazy_pattern(rf"(?:{RELATION_WORDS} (?:van|of|von)) (.+)", re.IGNORECASE)
_MOST_SPEAKERS = 1_000  # more labels in one file are no speakers, of whom two may be one
_COUNTERPARTS = {"(1)": "(2)", "(2)": "(1)", "(coloured)": "(plain)", "(plain)": "(coloured)"}
_HARDLY_ASKS, _MOSTLY_ASKS = 0.1, 0.5  # shares of turns with a question, where a letter that usually asks does not
_CLEARLY = 2  # times as often as the other, whoever asks
_PAIR, _FEWEST_TURNS = ("interviewer", "respondent"), 4


@dataclass(frozen=True, slots=True)
class Roles:
    """For each label its role and, for respondents, the person; notes; and whether any of it is a guess.

    >>> Roles({"I": ("interviewer", ""), "R": ("respondent", "P01")}).guessed
    False
    """

    roles: Mapping[str, tuple[str, str]]
    notes: tuple[Remark, ...] = ()
    guessed: bool = False


def assign_roles(
    talk: Talk,
    text: str,
    *,
    persons: Mapping[str, Sequence[str]],
    speakers: Mapping[str, Sequence[str]] | None = None,
) -> Roles:
    """Return the role of each label of a file.

    Parameters
    ----------
    talk : Talk
        Who speaks where.
    text : str
        The text of the file.
    persons : mapping of str to sequence of str
        The persons in the file and the labels they speak under, if the study names these.
    speakers : mapping of str to sequence of str
        The labels of roles, as the study names them.

    Returns
    -------
    Roles
        With notes on what is guessed or not known.

    Examples
    --------
    >>> from bp_qual.transcripts.speakers import Stretch
    >>> talk = Talk((Stretch("Eva", 0, 10), Stretch("Jan", 11, 21)))
    >>> roles = assign_roles(talk, "Hoezo dan? Nou ja, ik", persons={"P01": ["Jan"]})
    >>> roles.roles
    {'Jan': ('respondent', 'P01'), 'Eva': ('interviewer', '')}
    """
    labels = list(dict.fromkeys(stretch.speaker for stretch in talk.stretches))
    roles, notes = _assign_named(labels, persons, talk.spellings)
    waiting = [person for person in persons if person not in _owners(roles)]
    unnamed = [person for person in waiting if not persons[person]]
    rest, written = [label for label in labels if label not in roles], _written_roles(talk.spellings)
    turned = _turned_round(rest, roles, talk, text)
    is_stated = any(label in roles for label in turned)
    initials = {_initial(rest, labels, talk, text)} | (set(turned) if is_stated or _are_initials(turned) else set())
    known = _assign_known(rest, labels, speakers or {}, unnamed, written)
    roles |= {label: role for label, role in known.items() if label not in initials or _is_said(label, speakers)}
    rest = [label for label in labels if label not in roles]
    is_open = ("unknown", "") in roles.values()  # R1 and R2 of one person: whoever is left is no better known
    guessed = bool(rest) and len(waiting) == len(unnamed) == 1 and unnamed[0] not in _owners(roles) and not is_open
    spoken = count_speaking(talk, text, really=True) if rest else {}
    if guessed:
        roles.update(_guess(rest, spoken, unnamed[0], "interviewer" in {role for role, _ in roles.values()}))
        notes += _guess_notes(roles, rest)
    else:
        roles.update(_assign_rest(rest, roles, spoken, sure=_owners(roles) >= set(persons)))
    if turned and not initials & set(turned) and not any(_is_said(label, speakers) for label in turned):
        notes.append(Remark("roles turned round", values={"asks": turned[1], "usual": turned[0]}))
    notes += _look_notes(roles, persons, speakers or {})
    notes += _role_notes(labels, roles, persons, speakers or {})
    return Roles(roles, tuple(notes), guessed or bool(set(roles) & set(_BY_LOOK)))


def _owners(roles: Mapping[str, tuple[str, str]]) -> set[str]:
    return {person for _, person in roles.values()}


def _assign_named(
    labels: list[str], persons: Mapping[str, Sequence[str]], spellings: Mapping[str, str]
) -> tuple[dict[str, tuple[str, str]], list[Remark]]:
    """Give persons the labels that the study names for them, or the label that is their own id."""
    roles, notes = dict[str, tuple[str, str]](), list[Remark]()
    there = set(labels)
    for person, names in persons.items():
        written = [tidy_label(name) for name in names or (person,)]
        exact = [spellings.get(name, name) for name in written if spellings.get(name, name) in there]
        own = exact or [label for name in names for label in _written_otherwise(tidy_label(name), labels, spellings)]
        roles.update(dict.fromkeys(own, ("respondent", person)))
        if names and not own:
            notes.append(_note_missing(names, person, labels))
    return roles, notes


def _written_otherwise(name: str, labels: list[str], spellings: Mapping[str, str]) -> list[str]:
    """Return the one label that is a name in another case, or one of the two without what is in brackets behind it."""
    keys = {label_key(part) for part in (name, *split_remark(name)) if part}
    alike = [label for label in labels if label and label_key(label) in keys]
    alike = alike or [label for label in labels if label and label_key(split_remark(label)[0]) in keys]
    alike = alike or [label for spelt, label in spellings.items() if label_key(split_remark(spelt)[0]) in keys]
    return alike if len(alike) == 1 else []


def _note_missing(names: Sequence[str], person: str, labels: list[str]) -> Remark:
    near = next((label for label in labels if any(is_alike(tidy_label(name), label) for name in names)), "")
    there = ", ".join(repr(label) for label in labels[:8] if label) or "-"
    values = {"names": ", ".join(map(repr, names)), "person": person, "near": near, "labels": there}
    return Remark("nobody speaks as but" if near else "nobody speaks as", values=values)


def _written_roles(spellings: Mapping[str, str]) -> dict[str, str]:
    """Return the role of labels that are introduced by a usual one: `Onderzoeker (O)`, then `O`."""
    roles = {label: usual_role(_base(split_remark(spelt)[0])) for spelt, label in spellings.items()}
    return {label: role for label, role in roles.items() if role}


def _assign_known(
    waiting: list[str],
    labels: list[str],
    speakers: Mapping[str, Sequence[str]],
    unnamed: list[str],
    written: Mapping[str, str],
) -> dict[str, tuple[str, str]]:
    """Give labels the role that the study, their wording or the look of the file gives them."""
    pairs = [(name, role) for role, names in speakers.items() for name in names]
    named = {name if is_unmarked(name) else label_key(name): role for name, role in pairs}
    answering = {name for name, role in named.items() if role == "respondent"}
    numbers = {_number(label) for label in labels if usual_role(_base(label)) == "respondent"}
    pair = _is_pair_of_letters(labels)
    introduced = {label_key(split_remark(label)[0]) for label in labels if _is_named_respondent(label)}
    roles = dict[str, tuple[str, str]]()
    words = Counter(word for label in labels for word in _words(label))
    for label in waiting:
        said = named.get(label if is_unmarked(label) else label_key(label) or " ")
        usual = "other" if is_no_person(label) or _is_relation(label, words) else _known_role(label, pair=pair)
        role = said or _BY_LOOK.get(label) or written.get(label) or usual
        if role == "respondent":
            is_only = len(numbers) <= 1 and len(introduced) <= 1
            is_one = len(unnamed) == 1 and (said or label in _BY_LOOK or label in written or is_only)
            roles[label] = ("respondent", unnamed[0]) if is_one else ("unknown", "")
        elif role:
            roles[label] = (role, "")
    for label in waiting:
        if label not in roles and _counterpart(label, labels) in answering:
            roles[label] = ("interviewer", "")
    return roles


def _counterpart(label: str, labels: Collection[str]) -> str:
    """Return who else speaks in a file in which a look tells two speakers apart: beside `(red)` it may be `(blue)`."""
    others = [hue for hue in hues_of(labels) if hue != label] if is_colour_name(label) else []
    return others[0] if len(others) == 1 else _COUNTERPARTS.get(label, " ")


def _words(label: str) -> set[str]:
    return set(map(label_key, label.split()))


def _is_relation(label: str, words: Counter[str]) -> bool:
    """Whether a label says whose husband or neighbour somebody is, and that one speaks here too: `Man van Truus`.

    `words` says in how many labels each word stands.
    """
    match = _RELATION.fullmatch(label)
    return match is not None and any(words[word] > 1 for word in label_key(match[1]).split())


def _is_pair_of_letters(labels: list[str]) -> bool:
    """Whether the lone letters of a file are question and answer rather than initials: of `I` and `F` one is a name."""
    bases = {_base(label) for label in labels}
    roles = [usual_role(base) for base in bases if len(base) == 1]
    if len(roles) == len(bases) == 2 and len(set(roles)) == 1:
        return False
    asks = any(usual_role(_base(label)) == "interviewer" for label in labels)
    return "" not in roles and not (len(set(roles)) == 1 and not asks)


def _initial(waiting: list[str], labels: list[str], talk: Talk, text: str) -> str:
    """Return the lone letter that stands beside names and is one itself, as who asks shows: F is Fatima, not Frage."""
    usual = [label for label in labels if usual_role(_base(label))]
    if len(usual) != 1 or len(_base(usual[0])) > 1 or usual[0] not in waiting or len(labels) < 2:
        return ""
    spoken = count_speaking(talk, text)
    staying = who_stays(spoken) - {""}
    own = spoken.get(usual[0], Speaking()).asking
    others = max((spoken[label].asking for label in staying - set(usual)), default=own)
    asks = usual_role(_base(usual[0])) == "interviewer"
    seldom, often = (own, others) if asks else (others, own)
    is_turned = seldom < _HARDLY_ASKS and often > (ASKS if asks and _base(usual[0]) != "i" else _MOSTLY_ASKS)
    return usual[0] if is_turned else ""


def _turned_round(waiting: list[str], named: Mapping[str, tuple[str, str]], talk: Talk, text: str) -> tuple[str, ...]:
    """Return the usual label of an interviewer who hardly asks, and that of a respondent who mostly does, if so.

    The first of them may be named by the study as a person.
    """
    pair = {role: [label for label in (*waiting, *named) if usual_role(_base(label)) == role] for role in _PAIR}
    if any(len(found) != 1 for found in pair.values()):
        return ()
    asks, answers = (found[0] for found in pair.values())
    if answers in named:
        return ()
    spoken = count_speaking(talk, text)
    own, other = spoken.get(asks, Speaking()), spoken.get(answers, Speaking())
    is_turned = own.asking < _HARDLY_ASKS and other.asking > _MOSTLY_ASKS
    return (asks, answers) if is_turned and min(own.turns, other.turns) >= _FEWEST_TURNS else ()


def _are_initials(pair: Sequence[str]) -> bool:
    """Whether two labels may be initials, or other words for the same letters: `I` and `R` hardly ever are."""
    bases = {_base(label) for label in pair}
    return bool(bases) and all(len(base) == 1 for base in bases) and bases != {"i", "r"}


def _is_said(label: str, speakers: Mapping[str, Sequence[str]] | None) -> bool:
    return any(label_key(label) == label_key(name) for names in (speakers or {}).values() for name in names)


def _known_role(label: str, *, pair: bool) -> str:
    """Return the role that a label has by its wording; a lone letter has one only if the letters make a pair."""
    base, inner = _base(label), label_key(split_remark(label)[1])
    role = usual_role(base)
    if role and len(base) == 1 and base not in "ir" and not pair:
        return ""  # A and B, M and F: initials rather than question and answer
    return role or (usual_role(inner) if len(inner) > 1 and is_role_label(inner) else "")


def _is_named_respondent(label: str) -> bool:
    """Whether a name is followed by the respondent's role in brackets: `Bob (respondent)`."""
    return not usual_role(_base(label)) and _known_role(label, pair=False) == "respondent"


def _base(label: str) -> str:
    return label_key(label).rstrip("0123456789")


def _number(label: str) -> str:
    return label_key(label)[len(_base(label)) :]


def _guess(rest: list[str], spoken: Mapping[str, Speaking], person: str, asked: bool) -> dict[str, tuple[str, str]]:
    """Guess: the one who asks is the interviewer, the one who says most of the others is the respondent.

    Where nobody surely asks, nobody knows who is who.
    """
    rest = [label for label in rest if label]
    speaking = {label: spoken.get(label, Speaking()) for label in rest}
    if not rest or (not asked and len(rest) > 1 and not _is_asked(speaking)):
        return dict.fromkeys([*rest, ""] if not rest or "" in spoken else rest, ("unknown", ""))
    guess = {"": ("unknown", "")} if "" in spoken else dict[str, tuple[str, str]]()
    if not asked and len(rest) > 1:
        regular = who_stays(speaking)
        staying = [label for label in rest if label in regular and speaking[label].asking >= ASKS] or rest
        asker = max(staying, key=lambda label: (speaking[label].asking, -speaking[label].letters))
        guess[asker] = ("interviewer", "")
    others = [label for label in rest if label not in guess]
    talker = max(others, key=lambda label: speaking[label].letters)
    return guess | {label: ("respondent", person) if label == talker else ("other", "") for label in others}


def _is_asked(speaking: Mapping[str, Speaking]) -> bool:
    """Whether somebody really asks; of two who differ by their look alone, one often and the other seldom."""
    if not all(label in _COUNTERPARTS or is_colour_name(label) for label in speaking):
        return any(own.real for own in speaking.values())
    least, most = (found(own.real / max(1, own.turns) for own in speaking.values()) for found in (min, max))
    return most >= ASKS and most > _CLEARLY * least


def _assign_rest(
    rest: list[str], roles: Mapping[str, tuple[str, str]], spoken: Mapping[str, Speaking], *, sure: bool
) -> dict[str, tuple[str, str]]:
    """With the respondents known, whoever asks is an interviewer and anyone else another; without, unknown."""
    taken = [label for label, (role, _) in roles.items() if role == "respondent"]
    found = dict[str, tuple[str, str]]()
    is_asked = any(role == "interviewer" for role, _ in roles.values())
    persons = [label for label in rest if label and not is_no_person(label) and not is_interpreter(label)]
    staying = _who_interviews(persons, spoken, is_asked=is_asked)
    if len(persons) == 1 and not is_asked:  # who talks with a respondent asks, even if the signs of it are few
        turns = sum(speaking.turns for speaking in spoken.values())
        staying |= {persons[0]} if 4 * spoken.get(persons[0], Speaking()).turns >= turns else set()
    for label in rest:
        asks = label in staying
        role = "interviewer" if asks or _counterpart(label, spoken) in taken else "other"
        unsure = not sure or not label or any(is_alike(label, other) for other in taken)
        found[label] = ("unknown" if unsure else role, "")
    return found


def _who_interviews(persons: list[str], spoken: Mapping[str, Speaking], *, is_asked: bool) -> set[str]:
    """Return who asks much: the first of them where nobody else interviews, and whoever surely does besides."""
    speaking = {label: spoken.get(label, Speaking()) for label in persons}
    regular = who_stays(spoken)
    found = {label for label in persons if label in regular and speaking[label].asks_surely(beside_another=is_asked)}
    asking = [label for label in persons if speaking[label].asking >= ASKS]
    if not is_asked and asking:
        first = [label for label in asking if label in regular] or asking
        found.add(max(first, key=lambda label: (speaking[label].real, speaking[label].asking)))
    return found


def _guess_notes(roles: Mapping[str, tuple[str, str]], rest: Collection[str]) -> list[Remark]:
    known = [label for label in rest if label and roles[label][0] != "unknown"]
    told = [Remark("role", values={"label": label, "role": roles[label][0]}) for label in known]
    return [Remark("roles guessed", values={"roles": told})] if told else []


def _look_notes(
    roles: Mapping[str, tuple[str, str]],
    persons: Mapping[str, Sequence[str]],
    speakers: Mapping[str, Sequence[str]],
) -> list[Remark]:
    """Say that headings were taken for questions, unless the study says so."""
    stated = {name for names in [*persons.values(), *speakers.values()] for name in names}
    if not set(_BY_LOOK) <= set(roles) or set(_BY_LOOK) & stated:
        return []
    return [Remark("roles by look")]


def _ask_and_answer(label: str, other: str, roles: Mapping[str, tuple[str, str]]) -> bool:
    """Whether one of two labels is the interviewer's and the other a respondent's, here or usually."""
    return any(set(pair) == set(_PAIR) for pair in ((roles[label][0], roles[other][0]), _usual(label, other)))


def _usual(*labels: str) -> tuple[str, ...]:
    return tuple(usual_role(_base(label)) for label in labels)


def _role_notes(
    labels: list[str],
    roles: Mapping[str, tuple[str, str]],
    persons: Mapping[str, Sequence[str]],
    speakers: Mapping[str, Sequence[str]],
) -> list[Remark]:
    notes = list[Remark]()
    unknown = [label for label in labels if roles[label][0] == "unknown"]
    others = [label for label in labels if roles[label][0] == "other" and not is_no_person(label)]
    if others := [label for label in others if not _is_said(label, speakers)][:8]:
        line = f"speakers: {{other: [{', '.join(json.dumps(label, ensure_ascii=False) for label in others)}]}}"
        notes.append(Remark("others speak", values={"labels": tuple(others), "line": line}))
    if named := [label for label in unknown if label]:
        notes.append(Remark("speakers unknown", values={"labels": tuple(named[:8])}))
    if missing := [person for person in persons if person not in _owners(roles)]:
        notes.append(Remark("no talk of", values={"persons": ", ".join(missing)}))
        asking = {label for label in labels if usual_role(_base(label)) == "interviewer" or _is_said(label, speakers)}
        persons_there = [label for label in labels if label not in {"", *unknown, *asking} and not is_no_person(label)]
        there = tuple(persons_there[:8])  # of the unknown another note tells
        notes += [Remark("labels there", values={"labels": there})] if there else []
    alike = (*suggest_same(labels), *suggest_short(labels)) if len(labels) <= _MOST_SPEAKERS else ()
    for label, other in alike:
        is_settled = roles[label][1] and roles[other][1]  # one person, or two whom the study names apart
        if not is_settled and not _ask_and_answer(label, other, roles):
            values = {"one": label, "other": other, "named": yaml_names((label, other))}
            notes.append(Remark("perhaps one speaker", values=values))
    return notes
