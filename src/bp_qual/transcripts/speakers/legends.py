"""A legend: lines at the top that say who is who, with the labels of the talk: `R: Jan Bos, 65 jaar, voorzitter`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from bp_qual.display import one_line
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Reading
from bp_qual.transcripts.speakers.label_forms import STAMP, Candidate
from bp_qual.transcripts.speakers.labels import (
    ANSWERS,
    HEADER_WORDS,
    can_be_label,
    is_name,
    is_role_label,
    is_talk,
    label_key,
)
from bp_qual.wording.remarks import Remark

_LONGEST = 16  # words of a line
_PARTS = lazy_pattern(r"\s*[,;(–—]\s*|\s+-\s+")
_ROLE = lazy_pattern(
    r"\W*(?:de |the |een |a |an )?(?:interview(?:er|ster|ee)|onderzoek(?:er|ster)|respondente?|ge[iï]nterviewde"
    r"|researcher|participant|deelne(?:mer|emster)|informant|moderator|voorzit(?:ter|ster)|lid|leden|bestuurslid|directeur|coördinator"
    r"|medewerk(?:er|ster)|vrijwillig(?:er|ster)|bewo(?:ner|onster)|student|docent|partner|echtgeno(?:ot|te)|man|vrouw"
    r"|moeder|vader|dochter|zoon|chair(?:man|woman|person)?|member|volunteer|resident|teacher|wife|husband|mother|father"
    r"|daughter|son|manager|forscher(?:in)?|chercheu(?:r|se))\b"
    r"(?=\W*\Z|\s+(?:van|of|bij|at|in|for|from|uit|voor)\s|\s+\w+\W*\Z)",
    re.IGNORECASE,
)
_AGE = lazy_pattern(
    r"\W*\d{1,3}\s*(?:jaar|jr|jaren|years?|yrs?|j\.|Jahre|ans)\b|\W*[mvf]\W*\Z|\W*\d{2}\W*\Z", re.IGNORECASE
)
_TITLES = lazy_pattern(r"(?:mevrouw|mevr\.?|mw\.?|meneer|de heer|dhr\.?|mrs?\.?|ms\.?|dr\.?)\s+", re.IGNORECASE)
GREETS = lazy_pattern(r"\W*(?:hallo|dag|hoi|hi|hello|hey|goede\w*|good|welkom|welcome|bonjour|guten)\b", re.IGNORECASE)
_NOBODY = r"anoniem|anonymous|anonyme?|geanonimiseerd|anonymi[sz]ed|onbekend|unknown|niet bekend|not known|n\.?v\.?t\.?"
_OF_NOBODY = lazy_pattern(_NOBODY, re.IGNORECASE)
_OF_PERSON = lazy_pattern(  # P01, R4, MvD, J.S., #4, nummer 4
    r"(?i:(?:resp(?:ondente?)?|participante?|deelne(?:mer|emster)|informante?|nummer|number|nr|no|interviewee|person"
    rf"|persoon)[.:]?[ #-]{{0,2}}\d{{1,4}}[a-z]?|{_NOBODY})"
    r"|#\d{1,4}|[A-Z][A-Za-z]{0,5}[-_.]?0\d{1,3}[a-z]?|(?:PP?|R|ID)[-_.]?\d{1,4}[a-z]?"
    r"|(?=.*[.a-z])[A-Z]\.?(?:(?: ?(?:v|d|vd|van|de|vdr)\.? ?)?[A-Z]\.?){1,3}"
)
_OF_ANYTHING = lazy_pattern(r"[A-Z][A-Za-z]{0,5}[-_.]?\d{1,4}[a-z]?|[A-Z]\.?(?:[A-Z]\.?){0,3}")  # JS, HBO, A12, Q1
_KEY = lazy_pattern(r"\s*([^:\t\n]{1,40}?)[ \t]*[:\t]")
_ASKED_FOR = frozenset(  # what a form asks for: its answer is said
    (
        *("naam", "voornaam", "achternaam", "woonplaats", "geboorteplaats", "geboortedatum", "geboortejaar", "beroep"),
        *("adres", "wijk", "buurt", "straat", "opleiding", "werk", "nationaliteit", "kinderen", "name", "firstname"),
        *("surname", "residence", "birthplace", "occupation", "job", "address", "education", "neighbourhood", "street"),
        *("wohnort", "beruf", "nom", "prenom", "profession", "adresse", "nummer", "number", "code"),
    )
)
_SHORT = 4  # letters of a role that may be short for it: `resp`
_SELDOM, _FEW = 8, 2  # turns for each that is followed by one of the same speaker; blocks of lines in a file
_ENDS = frozenset(".?!…")
_STAMPED = lazy_pattern(rf"(?<!\S){STAMP}\s*\Z")


class Legend(NamedTuple):
    """The lines at the top that say who speaks: those that were kept apart, and those that may have been said.

    >>> Legend([0, 1], []).apart
    [0, 1]
    """

    apart: list[int]
    doubted: list[int]


def find_legend(reading: Reading, labels: Sequence[Candidate]) -> Legend:
    r"""Return the labelled lines at the top that say who the speakers are; usually none.

    Parameters
    ----------
    reading : Reading
        The file.
    labels : sequence of Candidate
        The labels at the beginning of its lines, in order.

    Returns
    -------
    Legend
        The numbers of the lines. Names alone may be a greeting, and are only doubted where nothing else shows that
        they are a list.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> from bp_qual.transcripts.speakers.label_forms import find_candidates
    >>> said = "I: Eva Smit, onderzoeker\nR: Jan Bos\n\nI: Hoe?\nR: Zo.\nI: En?"
    >>> find_legend(*((reading := read_data(said.encode(), where="a.txt")), list(find_candidates(reading))))
    Legend(apart=[0, 1], doubted=[])
    """
    found, seen = list[Candidate](), set[str]()
    for label in labels:
        is_next = not found or all(_is_header(reading, line) for line in range(found[-1].line + 1, label.line))
        if label.style == "format" or label.label in seen or not is_next or not _may_tell(_said(reading, label)):
            break
        seen.add(label.label)
        found.append(label)
    rest = labels[len(found) :]
    if not found or _is_answer(reading, found[0].line) or len({label.label for label in rest}) < 2:
        return Legend([], [])
    lines = [label.line for label in found]
    if _is_told(reading, found) or _is_listed(reading, found, rest):
        return Legend(lines, [])
    return Legend([], lines if _may_be_listed(reading, found, rest) else [])


def _is_answer(reading: Reading, number: int) -> bool:
    """Whether a question stands right above a line."""
    above = reading.paragraphs[number - 1] if number else None
    return above is not None and reading.text[above.start : above.end].rstrip().endswith("?")


def _said(reading: Reading, label: Candidate) -> str:
    """Return what stands behind a label, without the time that it was said."""
    return _STAMPED.sub("", reading.text[label.talk : reading.paragraphs[label.line].end]).strip()


def _may_tell(said: str) -> bool:
    """Whether a line can say who somebody is: a code, or a name or a role at its beginning, and no sentence."""
    if _is_code(said):
        return True
    if not said or said[-1] in _ENDS or len(said.split()) > _LONGEST or GREETS.match(said):
        return False
    first = _TITLES.sub("", _PARTS.split(said)[0])
    is_asked = label_key(first) in HEADER_WORDS | _ASKED_FOR
    return not is_asked and (is_name(first) or _ROLE.match(first) is not None)


def _is_told(reading: Reading, found: Sequence[Candidate]) -> bool:
    """Whether a role or an age is told, or what else there is to know of the interview."""
    is_told = any(_tells(_said(reading, label)) for label in found)
    is_among = found[-1].line - found[0].line >= len(found) or _is_header(reading, found[-1].line + 1)
    return is_told or (len(found) > 1 and is_among)


def _is_listed(reading: Reading, found: Sequence[Candidate], rest: Sequence[Candidate]) -> bool:
    """Whether lines list names or codes, and two things show that nobody said them.

    `HBO` and `A12` are answers as well as codes; beside another code, or where something else shows it, `P01` is none.
    """
    said, are_roles = [_said(reading, label) for label in found], _are_roles(found)
    if not _are_who(found, said):
        return False
    is_parted = _is_parted(reading, [*found, *rest], found[-1].line)
    if are_roles and is_parted and _are_coded(found, said) and len(found) > 1:
        return True
    signs, is_coded = _signs(reading, found, rest), any(map(_OF_PERSON.fullmatch, said))
    if are_roles and is_coded and (any(signs) or _are_coded(found, said)):
        return True
    is_full = any(" " in one for one in said)
    if len(found) > 1 and is_full and is_parted:
        return True
    return are_roles and is_full + sum(signs) > 1


def _are_coded(found: Sequence[Candidate], said: Sequence[str]) -> bool:
    """Whether all of several lines hold a code, or the only one a number behind the name of a role in full."""
    if len(found) > 1:
        return all(map(_is_code, said))
    return _are_written_out(found) and any(map(str.isdigit, said[0]))


def _are_written_out(found: Sequence[Candidate]) -> bool:
    return all(len(label_key(label.label)) > _SHORT for label in found)


def _may_be_listed(reading: Reading, found: Sequence[Candidate], rest: Sequence[Candidate]) -> bool:
    """Whether lines hold only a name or number, so that they may list who speaks; one line alone needs a sign of it."""
    said = [_said(reading, label) for label in found]
    is_told = len(found) > 1 or any(_signs(reading, found, rest)) or _OF_PERSON.fullmatch(said[0]) is not None
    return _are_who(found, said, numbers=True) and _are_roles(found) and is_told


def _are_who(found: Sequence[Candidate], said: Sequence[str], *, numbers: bool = False) -> bool:
    """Whether lines hold names, codes or numbers, none twice behind short labels: two who say `Test` are no list."""
    are_who = all(_is_code(one) or _is_name(one) or (numbers and one.isdigit()) for one in said)
    named = [one for one in said if not _OF_NOBODY.fullmatch(one)]
    return are_who and (len(set(named)) == len(named) or _are_written_out(found))


def _are_roles(found: Sequence[Candidate]) -> bool:
    return all(is_role_label(label_key(label.label)) for label in found)


def _signs(reading: Reading, found: Sequence[Candidate], rest: Sequence[Candidate]) -> tuple[bool, ...]:
    """Return whether lines are parted from the talk, end, as several, with the label of its first turn, look unlike it.

    The last is whether they go on with what else there is to know of the interview.
    """
    twice = sum(label.label == after.label for label, after in pairwise(rest))
    comes_twice = len(found) > 1 and found[-1].label == rest[0].label and _SELDOM * twice <= len(rest)
    forms, others = ({_form(reading, label) for label in some} for some in (found, rest))
    is_parted, first = _is_parted(reading, [*found, *rest], found[-1].line), found[0].line
    return is_parted, comes_twice, not forms & others, first > 0 and _is_header(reading, first - 1)


def _form(reading: Reading, label: Candidate) -> tuple[str, bool, bool]:
    """Return how a label is marked, and whether it stands in a table."""
    return label.style, label.bold, reading.paragraphs[label.line].kind == "row"


def _is_code(said: str) -> bool:
    """Whether words stand for a person who is not named: `P01`, `MvD`, `nummer 4`, `anoniem`."""
    is_formed = _OF_PERSON.fullmatch(said) or _OF_ANYTHING.fullmatch(said)
    return is_formed is not None and label_key(said) not in ANSWERS and not is_talk(said)


def _is_name(said: str) -> bool:
    bare = _TITLES.sub("", said)
    return is_name(bare) and can_be_label(bare, colon=True) and not is_talk(bare)


def _tells(said: str) -> bool:
    """Whether a role or an age is told."""
    parts = _PARTS.split(said)
    return any(_ROLE.match(part) for part in parts) or any(_AGE.match(part) for part in parts[1:])


def _is_header(reading: Reading, number: int) -> bool:
    """Whether a line says what else there is to know: `Datum: 3 mei`."""
    line = reading.paragraphs[number] if number < len(reading.paragraphs) else None
    key = _KEY.match(reading.text, line.start, line.end) if line else None
    return key is not None and label_key(key[1]) in HEADER_WORDS


def _is_parted(reading: Reading, labels: Sequence[Candidate], number: int) -> bool:
    """Whether a blank line parts a line from what is below it, and not from that above, as hardly anywhere else."""
    parted = [label.line for label in labels if _ends_block(reading, label.line)]
    return number in parted and len(parted) <= _FEW


def _ends_block(reading: Reading, number: int) -> bool:
    lines, text = reading.paragraphs, reading.text
    below = text[lines[number].end : lines[number + 1].start] if number + 1 < len(lines) else ""
    above = text[lines[number - 1].end : lines[number].start] if number else ""
    return below.count("\n") > 1 >= above.count("\n")


def note_legend(reading: Reading, found: Legend) -> tuple[Remark, ...]:
    r"""Return the notes on a legend that was kept apart, and on lines that may be one.

    >>> from bp_qual.readers import read_data
    >>> print(*note_legend(read_data(b"R: Jan Bos, 65 jaar\nI: Hoe?", where="a.txt"), Legend([0], [])))
    Kept apart, as it says who speaks: 'R: Jan Bos, 65 jaar'. If it was said, end it with a full stop.
    """
    kinds = (("legend", found.apart), ("perhaps legend", found.doubted))
    return tuple(Remark(kind, values={"lines": _show(reading, lines)}) for kind, lines in kinds if lines)


def _show(reading: Reading, numbers: Sequence[int]) -> tuple[str, ...]:
    lines = [reading.paragraphs[number] for number in numbers]
    return tuple(one_line(reading.text[line.start : line.end].strip())[:40] for line in lines)
