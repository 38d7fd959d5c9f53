"""Speakers: who speaks in which stretch of a text, and in which role.

Two steps that know nothing of each other. `find_stretches` sees labels in the lines of a file: before a colon or a
tab, on a line of their own, bold, or named by the format. `assign_roles` says which label is the respondent's: what
the study says first, then labels known in four languages, and last, marked as a guess, who asks the questions.
Spellings that differ are suggested as one speaker, never joined.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise

from bp_qual.readers import Paragraph, Reading

INTERVIEWER_LABELS, RESPONDENT_LABELS, NO_PERSONS, _HEADER_WORDS = (
    frozenset(words.split())
    for words in (
        "i int interviewer interviewster iv v vraag vr q question onderzoeker onderzoekster researcher moderator mod "
        "gespreksleider vragensteller f frage fragesteller interviewerin forscher forscherin intervieweur "
        "intervieweuse enqueteur enquetrice chercheur chercheuse host presentator",
        "r resp respondent respondente a antwoord antw answer p participant part geinterviewde interviewee informant "
        "deelnemer deelneemster b befragte befragter befragteperson ip antwort proband probandin repondant repondante "
        "interviewe enquete reponse guest gast",
        "break pauze pause clip jingle intro outro muziek music reclame sponsor advertentie",
        "datum date locatie location plaats place duur duration onderwerp subject topic project bestand file "
        "transcript transcriptie titel title tijd time versie version wave ronde meting leeftijd functie geslacht "
        "opname audio getranscribeerddoor transcribedby interviewnummer interview ort dauer lieu duree",
    )
)

_UNSEEN = "[\u200b\u200c\u200d\u2060\ufeff\u00ad]*"
_CLOCK = r"\d{1,3}:\d{2}(?::\d{2})?(?:[.,:-]\d{1,3})?"
_STAMP = rf"[\[(#<]?[ ]?(?:{_CLOCK})[ ]?[\])#>]?"
_BEFORE = r"[\s\u200b\ufeff]*(?:\[(?:id)?\d+\][ \t]*|\d{1,4}[.)]?[ \t]+(?=[^\W\d]|[\[(#]\d))?(?:[-–—•>]+[ \t]*)?"
_BEFORE += rf"(?P<at>{_STAMP})?[ \t]*(?:[-–—][ \t]+)?{_UNSEEN}"
_NAME = r"(?P<label>[^\W_][\w .,'’()&/+\u00ad\u200b-]{0,48}?)"
_AFTER = rf"[ \t]*{_UNSEEN}(?:[ \t]*(?P<later>[\[(]{_CLOCK}[\])]))?[ \t]*{_UNSEEN}"
_LABELLED = re.compile(
    rf"{_BEFORE}{_NAME}{_AFTER}(?::(?![\d/])|(?P<tab>\t))[ \t]*{_UNSEEN}(?P<behind>{_STAMP}(?=\s))?[ \t]*"
)
_ALONE = re.compile(rf"{_BEFORE}{_NAME}[ \t]*(?P<later>{_STAMP})?[ \t]*\Z")


@dataclass(frozen=True, slots=True)
class Stretch:
    """One speaker's talk without a break, the span `start` to `end`; the label as written, "" where there is none."""

    speaker: str
    start: int
    end: int
    at: float | None = None


@dataclass(frozen=True, slots=True)
class Talk:
    """The stretches of a text, and by name the spans in it that are not talk; `style` is how speakers are marked."""

    stretches: tuple[Stretch, ...]
    others: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    style: str = "labels"
    header: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Roles:
    """For each label its role and, for respondents, the person; notes; and whether any of it is a guess."""

    roles: Mapping[str, tuple[str, str]]
    notes: tuple[str, ...] = ()
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A line that may begin with a label."""

    line: int
    label: str
    style: str  # format, colon, tab, stamped, alone
    talk: int
    at: float | None = None
    bold: bool = False


def label_key(label: str) -> str:
    """Return what is left of a label without case, accents, spaces and punctuation, to compare it with others.

    >>> label_key("Geïnterviewde 2.")
    'geinterviewde2'
    """
    bare = unicodedata.normalize("NFKD", label).casefold()
    return "".join(character for character in bare if character.isalnum())


def find_stretches(reading: Reading, *, known: Collection[str] = ()) -> Talk:
    r"""Return who speaks where in a text; `known` are labels that the study names.

    A line without a label continues the stretch before it; what stands before the first label is not talk.

    >>> from bp_qual.readers import read_data
    >>> talk = find_stretches(read_data(b"Interview 3\nI: Hoe gaat het?\nR: Goed.\nHeel goed.", where="a.txt"))
    >>> [(stretch.speaker, stretch.start, stretch.end) for stretch in talk.stretches]
    [('I', 15, 28), ('R', 32, 48)]
    """
    keys = {label_key(label) for label in known}
    candidates = list(_find_candidates(reading))
    accepted, doubted = _accept(candidates, keys, reading)
    if not accepted:
        return _read_unlabelled(reading)
    body, header = _split_header(accepted, reading, keys)
    stretches, others = _cut(reading, body)
    notes = tuple(_doubts(doubted))
    return Talk(tuple(stretches), others, notes, header=header)


def assign_roles(
    talk: Talk,
    text: str,
    *,
    persons: Mapping[str, Sequence[str]],
    speakers: Mapping[str, Sequence[str]] | None = None,
) -> Roles:
    """Return the role of each label of a file; `persons` maps the persons in it to the labels they speak under.

    >>> talk = Talk((Stretch("Eva", 0, 10), Stretch("Jan", 11, 21)))
    >>> roles = assign_roles(talk, "Hoezo dan? Nou ja, ik", persons={"P01": ["Jan"]})
    >>> roles.roles
    {'Jan': ('respondent', 'P01'), 'Eva': ('interviewer', '')}
    """
    labels = list(dict.fromkeys(stretch.speaker for stretch in talk.stretches))
    roles, notes = _assign_named(labels, persons)
    waiting = [person for person in persons if person not in {owner for _, owner in roles.values()}]
    silent = [person for person in waiting if persons[person]]
    waiting = [person for person in waiting if not persons[person]]
    for label in (label for label in labels if label not in roles):
        roles.update(_assign_known(label, speakers or {}, waiting, labels))
    rest = [label for label in labels if label not in roles]
    guessed = bool(rest) and len(waiting) == 1 and waiting[0] not in {owner for _, owner in roles.values()}
    if guessed and not silent:
        roles.update(_guess(rest, talk, text, waiting[0], "interviewer" in {role for role, _ in roles.values()}))
        notes += _guess_notes(roles, rest)
    else:
        roles.update(_assign_rest(rest, roles, talk, text, sure=not waiting and not silent))
    notes += _role_notes(labels, roles, persons)
    return Roles(roles, tuple(notes), guessed)


def suggest_same(labels: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return pairs of labels that differ in case, accents, punctuation or a letter: perhaps one speaker, perhaps not.

    Numbered labels (`R1`, `R2`) and initials are never suggested for one letter.

    >>> suggest_same(["Anna de Wit", "anna de wit", "Anna de Witt", "R1", "R2"])
    (('Anna de Wit', 'Anna de Witt'), ('Anna de Wit', 'anna de wit'), ('Anna de Witt', 'anna de wit'))
    """
    names = sorted({label for label in labels if label})
    return tuple((one, two) for place, one in enumerate(names) for two in names[place + 1 :] if _is_alike(one, two))


# --- labels in lines ---------------------------------------------------------------------------------------------


def _find_candidates(reading: Reading) -> Iterator[_Candidate]:
    text = reading.text
    for number, line in enumerate(reading.paragraphs):
        if line.label:
            yield _Candidate(number, _tidy(line.label), "format", line.start, line.at)
        elif match := _LABELLED.match(text, line.start, line.end):
            stamp = match["at"] or match["later"] or match["behind"]
            style = "tab" if match["tab"] else "colon"
            bold = any(m.kind == "bold" and m.start <= match.start("label") < m.end <= match.end() for m in line.marks)
            at = _seconds(stamp) if stamp else line.at
            yield _Candidate(number, _tidy(match["label"]), style, match.end(), at, bold)
        elif line.end - line.start <= 70 and (match := _ALONE.match(text[line.start : line.end])):
            stamp = match["later"] or match["at"]
            style, at = ("stamped", _seconds(stamp)) if stamp else ("alone", line.at)
            yield _Candidate(number, _tidy(match["label"]), style, line.end, at)


def _tidy(label: str) -> str:
    """Return a label as it is shown: one space between words, nothing invisible in it."""
    bare = re.sub("[\u200b\u200c\u200d\u2060\ufeff\u00ad]", "", unicodedata.normalize("NFC", label))
    return " ".join(bare.split()).strip(" ,-")


def _seconds(stamp: str) -> float | None:
    match = re.search(r"(?:(\d+):)?(\d{1,3}):(\d{2})(?:[.,-](\d+))?", stamp)
    if not match:
        return None
    hours, minutes, seconds, part = match.groups()
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{part or 0}")


def _accept(
    candidates: list[_Candidate], known: set[str], reading: Reading
) -> tuple[list[_Candidate], list[_Candidate]]:
    """Return the labels, and apart those that were left in the text though they look like one."""
    counts = Counter((candidate.label, _family(candidate.style)) for candidate in candidates)
    firm = {c.line: c for c in candidates if _is_firm(c, counts, known)}
    spoken = {label_key(candidate.label) for candidate in firm.values()}
    accepted, doubted = list[_Candidate](), list[_Candidate]()
    for candidate in candidates:
        is_known = _family(candidate.style) == "colon" and label_key(candidate.label) in spoken
        if candidate.line in firm or is_known or _may_stand_once(candidate, len(firm)):
            accepted.append(candidate)
        elif candidate.style == "colon" and _is_name(candidate.label):
            doubted.append(candidate)
    if sum(candidate.style not in ("alone", "stamped") for candidate in accepted) >= 2:
        return [candidate for candidate in accepted if candidate.style not in ("alone", "stamped")], doubted
    return (accepted, doubted) if _hangs_together(accepted, reading) else ([], doubted)


def _family(style: str) -> str:
    return "colon" if style in ("colon", "tab", "format") else style


def _is_firm(candidate: _Candidate, counts: Counter[tuple[str, str]], known: set[str]) -> bool:
    key, often = label_key(candidate.label), counts[candidate.label, _family(candidate.style)]
    if candidate.style == "format" or not key:
        return candidate.style == "format"
    if key.isdigit() and key not in known:
        return False
    if candidate.style == "alone":
        return key in known or _is_role_label(key) or (often >= 2 and _is_name(candidate.label))
    if key in known or key in NO_PERSONS or candidate.bold:
        return True
    if candidate.style == "tab" and len(candidate.label) > 30:
        return False
    if _is_role_label(key) and (len(key) > 1 or candidate.label.isupper() or often >= 2):
        return True
    return often >= (2 if _is_name(candidate.label) else 3) and len(candidate.label.split()) <= 5


def _is_role_label(key: str) -> bool:
    base = key.rstrip("0123456789")
    return base in INTERVIEWER_LABELS or base in RESPONDENT_LABELS


def _is_name(label: str) -> bool:
    """Whether every word but a particle begins with a capital or a digit."""
    words = [word.strip("().,'’") for word in re.split(r"[ /&+-]+", label)]
    words = [word for word in words if word]
    particles = {"van", "de", "den", "der", "ten", "ter", "het", "von", "la", "le", "du", "of", "en", "und", "et", "t"}
    return 0 < len(words) <= 5 and all(not word[0].islower() or word in particles for word in words)


def _may_stand_once(candidate: _Candidate, labelled: int) -> bool:
    """Whether a label that occurs once is one: yes in a short file, in a long one only if it can hardly be a word."""
    if candidate.style != "colon" or not _is_name(candidate.label) or label_key(candidate.label).isdigit():
        return False
    words = candidate.label.split()
    return labelled < 10 or len(words) > 1 or candidate.label.isupper() or any(c.isdigit() for c in candidate.label)


def _hangs_together(accepted: list[_Candidate], reading: Reading) -> bool:
    """Whether labels on lines of their own are labels: two speakers at least, and talk between them."""
    alone = [candidate for candidate in accepted if candidate.style in ("alone", "stamped")]
    if not alone:
        return bool(accepted)
    followed = sum(one.line + 1 < two.line for one, two in pairwise(alone))
    several = len({candidate.label for candidate in alone}) > 1
    enough = len(alone) * 8 >= len(reading.paragraphs)
    return several and enough and followed * 2 >= len(alone) - 1


def _split_header(
    accepted: list[_Candidate], reading: Reading, known: set[str]
) -> tuple[list[_Candidate], dict[str, str]]:
    """Part the `Datum: 3 mei` lines at the top from the talk."""
    often = Counter(candidate.label for candidate in accepted)
    header = dict[str, str]()
    for place, candidate in enumerate(accepted):
        line = reading.paragraphs[candidate.line]
        value = reading.text[candidate.talk : line.end].strip()
        is_word = label_key(candidate.label) in _HEADER_WORDS and label_key(candidate.label) not in known
        is_given = often[candidate.label] == 1 and len(accepted) > place + 2 and len(value.split()) <= 4
        is_given = is_given and _is_role_label(label_key(candidate.label)) and len(label_key(candidate.label)) > 3
        is_given = is_given and value[-1:] not in ".?!…" and candidate.line < 12
        if often[candidate.label] > 1 or not (is_word or is_given) or candidate.style == "format":
            return accepted[place:], header
        header[candidate.label] = value
    return accepted, {}


def _cut(reading: Reading, labels: list[_Candidate]) -> tuple[list[Stretch], dict[str, tuple[tuple[int, int], ...]]]:
    """Cut the text at its labels and headings."""
    text, lines = reading.text, reading.paragraphs
    borders = {candidate.line: candidate for candidate in labels}
    first = labels[0].line
    stretches, heads, headings = list[Stretch](), list[tuple[int, int]](), list[tuple[int, int]]()
    speaker, at, start, end = "", None, -1, -1
    for number in range(first, len(lines)):
        line, label = lines[number], borders.get(number)
        if label is None and line.kind != "heading":
            start, end = (line.start if start < 0 else start), line.end
            continue
        joins = label is not None and label.style == "format" and label.label == speaker and start >= 0
        if joins:
            end = line.end
            continue
        if start >= 0:
            stretches.append(_stretch(text, speaker, start, end, at))
        if label is None:
            headings.append((line.start, line.end))
            start = -1
        else:
            heads.append((line.start, label.talk))
            speaker, at, start, end = label.label, label.at, label.talk, line.end
    if start >= 0:
        stretches.append(_stretch(text, speaker, start, end, at))
    before = ((0, lines[first].start),) if first else ()
    others = {"labels": tuple(heads), "headings": tuple(headings), "before the first speaker": before}
    return stretches, others


def _stretch(text: str, speaker: str, start: int, end: int, at: float | None) -> Stretch:
    talk = text[start:end]
    start += len(talk) - len(talk.lstrip())
    return Stretch(speaker, start, max(start, end - len(talk) + len(talk.rstrip())), at)


def _doubts(doubted: list[_Candidate]) -> Iterator[str]:
    if doubted:
        names = ", ".join(f"'{candidate.label}:'" for candidate in doubted[:5])
        more = f" and {len(doubted) - 5} more" if len(doubted) > 5 else ""
        yield f"Read as talk, not as a speaker, because it stands there once: {names}{more}."


# --- files without labels ----------------------------------------------------------------------------------------


def _read_unlabelled(reading: Reading) -> Talk:
    """Return a file without labels: questions as headings, a colour for one speaker, or nobody knows who."""
    for style, told in (("headings", _is_heading), ("colour", _is_coloured)):
        apart = [told(line) for line in reading.paragraphs]
        if 2 <= sum(apart) < len(apart):
            return Talk(tuple(_by_style(reading, apart, style)), style=style)
    stretches = [_stretch(reading.text, "", line.start, line.end, line.at) for line in reading.paragraphs]
    return Talk(tuple(stretches), style="none")


def _is_heading(line: Paragraph) -> bool:
    return line.kind == "heading" or any(
        m.kind == "bold" and m.start <= line.start and m.end >= line.end for m in line.marks
    )


def _is_coloured(line: Paragraph) -> bool:
    return sum(m.end - m.start for m in line.marks if m.kind == "colour") * 2 > line.end - line.start


def _by_style(reading: Reading, apart: list[bool], style: str) -> Iterator[Stretch]:
    names = ("(text)", "(heading)") if style == "headings" else ("(plain)", "(coloured)")
    start, end, now = -1, -1, False
    for line, is_apart in zip(reading.paragraphs, apart, strict=True):
        if start >= 0 and is_apart != now:
            yield _stretch(reading.text, names[now], start, end, None)
            start = -1
        start, end, now = (line.start if start < 0 else start), line.end, is_apart
    yield _stretch(reading.text, names[now], start, end, None)


# --- roles -------------------------------------------------------------------------------------------------------


def _assign_named(
    labels: list[str], persons: Mapping[str, Sequence[str]]
) -> tuple[dict[str, tuple[str, str]], list[str]]:
    """Give persons the labels that the study names for them, or the label that is their own id."""
    roles, notes = dict[str, tuple[str, str]](), list[str]()
    for person, names in persons.items():
        for name in names or (person,):
            if _tidy(name) in labels:
                roles[_tidy(name)] = ("respondent", person)
            elif names:
                there = ", ".join(repr(label) for label in labels[:8] if label) or "none"
                notes.append(f"Nobody speaks as {name!r} ({person}). The labels in the file: {there}.")
    return roles, notes


def _assign_known(
    label: str, speakers: Mapping[str, Sequence[str]], waiting: list[str], labels: list[str]
) -> dict[str, tuple[str, str]]:
    """Give a label the role that the study or its wording gives it, or nothing."""
    key = label_key(label)
    role = next((role for role, names in speakers.items() if key in map(label_key, names)), "")
    base = key.rstrip("0123456789")
    if not role and key and base:
        role = "interviewer" if base in INTERVIEWER_LABELS else "respondent" if base in RESPONDENT_LABELS else ""
        if role == "respondent" and _has_rivals(label, labels):
            return {}
    if not role and any(key.startswith(name) for name in NO_PERSONS):
        role = "other"
    if role != "respondent":
        return {label: (role, "")} if role else {}
    return {label: ("respondent", waiting[0]) if len(waiting) == 1 else ("unknown", "")}


def _has_rivals(label: str, labels: list[str]) -> bool:
    """Whether `A` and `B` stand side by side: then they are initials, not an answer and a Befragter."""
    bases = {label_key(other).rstrip("0123456789") for other in labels}
    return len(label_key(label)) == 1 and len(bases & {"a", "b", "p", "r"}) > 1


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
        unsure = not sure or not label or any(_is_alike(label, other) for other in taken)
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
    if named := [label for label in unknown if label]:
        who = ", ".join(repr(label) for label in named[:8])
        notes.append(f"Unknown who this is: {who}. Put it into the column `speaker` of interviews.csv.")
    if "" in unknown:
        notes.append("No speaker is marked. Put a label before each turn (I: and R:), or name the styles in the study.")
    spoken = {owner for _, owner in roles.values()}
    if missing := [person for person in persons if person not in spoken]:
        notes.append(f"No talk was found of {', '.join(missing)}.")
    for one, two in suggest_same(labels):
        notes.append(f"Perhaps one speaker: {one!r} and {two!r}. If so, name both in the study.")
    return notes


def _is_alike(one: str, two: str) -> bool:
    a, b = label_key(one), label_key(two)
    if not a or not b or one == two:
        return False
    if a == b:
        return True
    digits = [re.sub(r"\D", "", key) for key in (a, b)]
    if digits[0] != digits[1] or min(len(a), len(b)) < 4 or abs(len(a) - len(b)) > 1:
        return False
    return _letters_apart(a, b) <= 1


def _letters_apart(one: str, two: str) -> int:
    """Return by how many letters two words differ, for words that differ little."""
    blocks = SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    return max(len(one), len(two)) - sum(block.size for block in blocks)
