"""Acceptance: which of the lines that look labelled are.

A label is one because the format or the study says so, because it is a usual one, or because it comes back and its
fellows do. One colon does not make a file a labelled one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Reading
from bp_qual.transcripts.speakers.initials_in_turn import initials_in_turn
from bp_qual.transcripts.speakers.label_forms import Candidate
from bp_qual.transcripts.speakers.labels import (
    can_be_label,
    is_code,
    is_name,
    is_no_person,
    is_role_label,
    is_talk,
    label_key,
    names_a_person,
)
from bp_qual.transcripts.speakers.spellings import join_spellings

_COLON_LIKE = frozenset(("colon", "tab", "bold", "format", "tag", "stated"))
_COVERED, _ALL_BUT_COVERED = 0.5, 0.75  # share of lines with a label, if a name comes back and if none does
_BOLD_LABELS = 4
_FEW_TURNS = 4  # from which on it says something that all begin with a capital
_OWN_LINE = frozenset(("alone", "stamped"))
_LOOSE = _OWN_LINE | {"bracketed", "timed"}
_PAGE = lazy_pattern(r"p\.? \d{1,4}")  # p. 3
_TIME_CODE = "tc"  # before the times below a turn, in texts that ELAN exports
_NUMBERED = frozenset(("colon", "tab", "bracketed"))
_LETTERS_IN_WORDS = lazy_pattern(r"\w+")


@dataclass(frozen=True, slots=True)
class Accepted:
    """The labels of a file, what looks like one but was left in the text, and how labels are spelt otherwise.

    >>> Accepted([Candidate(0, "R", "colon", 0, 3)]).spellings
    {}
    """

    labels: list[Candidate]
    doubted: list[Candidate] = field(default_factory=list)
    spellings: Mapping[str, str] = field(default_factory=dict)


def accept_labels(candidates: list[Candidate], known: Collection[str], reading: Reading) -> Accepted:
    r"""Return the labels of a file, and apart those that were left in the text though they look like one.

    Parameters
    ----------
    candidates : list of Candidate
        The lines that may begin with a label.
    known : collection of str
        The keys of labels that the study names.
    reading : Reading
        The file.

    Returns
    -------
    Accepted
        No labels where the file is not a labelled one.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> from bp_qual.transcripts.speakers.label_forms import find_candidates
    >>> reading = read_data(b"I: Hoe?\nR: Ja.", where="a.txt")
    >>> [found.label for found in accept_labels(list(find_candidates(reading)), set(), reading).labels]
    ['I', 'R']
    """
    initials = initials_in_turn(candidates, reading.text)
    possible = _possible(candidates, known, initials)
    spellings = join_spellings(Counter(c.label for c in possible if c.style not in ("alone", "format")))
    if spellings:
        possible = [replace(c, label=spellings[c.label]) if c.label in spellings else c for c in possible]
    words = (_find_words(possible, known, reading) | _find_routes(possible, known, reading.text)) - initials
    firm = _find_firm(possible, known, words, reading)
    spoken = set(map(label_key, {candidate.label for candidate in firm.values() if candidate.style != "alone"}))
    accepted, doubted = list[Candidate](), list[Candidate]()
    for candidate in possible:
        if candidate.line in firm:  # by far the usual case
            accepted.append(candidate)
            continue
        is_marked = candidate.style in _COLON_LIKE or candidate.style == "stamped"
        is_known = is_marked and label_key(candidate.label) in spoken
        is_talk = candidate.label in words or _stands_beneath(candidate, firm, reading)
        may_stand_once = _may_stand_once(candidate, firm) or _is_bold_as_the_others(candidate, firm, reading)
        if is_known or (not is_talk and may_stand_once):
            accepted.append(candidate)
        elif candidate.style in ("colon", "timed", "bold") and is_name(candidate.label):
            doubted.append(candidate)
    colons = [candidate for candidate in candidates if candidate.style == "colon"]
    quoted = {label for label in {candidate.label for candidate in colons} if names_a_person(label)}
    doubted += [candidate for candidate in colons if candidate.label in quoted] if quoted else []
    accepted = _drop_numbered(_drop_lonely_lines(accepted, known, reading), known)
    if not _carry(accepted, known, reading):
        return Accepted([], [*(c for c in accepted if c.style == "colon" and is_name(c.label)), *doubted])
    return Accepted(accepted, doubted, spellings)


def is_sure(candidate: Candidate, known: Collection[str]) -> bool:
    """Return whether a label needs no fellows: the study or the format names it, or it is a usual one of a role.

    >>> is_sure(Candidate(0, "Interviewer", "colon", 0, 12), set()), is_sure(Candidate(0, "Eva", "colon", 0, 4), set())
    (True, False)
    """
    style, key = candidate.style, label_key(candidate.label)
    if style in ("format", "tag", "stated") or key in known:
        return True
    return is_role_label(key) and (len(key) > 1 or style in _COLON_LIKE or candidate.label.isupper())


def _possible(candidates: list[Candidate], known: Collection[str], initials: Collection[str]) -> list[Candidate]:
    """Leave out what nobody is called; numbers are labels where the study names one of them."""
    numbered = any(map(str.isdigit, known))
    return [
        candidate
        for candidate in candidates
        if candidate.style in ("format", "tag")
        or (candidate.label in initials and candidate.style in _NUMBERED)
        or (label_key(candidate.label) in known and label_key(candidate.label))
        or (numbered and candidate.style in _NUMBERED and candidate.label.isdigit() and len(candidate.label) <= 2)
        or (
            can_be_label(candidate.label, colon=candidate.style in ("colon", "tab"))
            and not (candidate.style == "alone" and (is_code(candidate.label) or _PAGE.fullmatch(candidate.label)))
            and not (candidate.style == "stamped" and label_key(candidate.label) == _TIME_CODE)
        )
    ]


def _find_firm(
    candidates: list[Candidate], known: Collection[str], words: Collection[str], reading: Reading
) -> dict[int, Candidate]:
    """Return by line the candidates that are labels whatever is around them."""
    forms = Counter((candidate.label, candidate.style, candidate.bold) for candidate in candidates)
    counts = Counter[tuple[str, str]]()
    for (label, style, _), count in forms.items():
        counts[label, _family(style)] += count
    examples = {(c.label, c.style, c.bold): c for c in candidates}  # what is alike is judged alike
    firm_forms = {form for form, c in examples.items() if c.label not in words and _is_firm(c, counts, known)}
    firm = {c.line: c for c in candidates if (c.label, c.style, c.bold) in firm_forms}
    sure = {form for form in firm_forms if is_sure(examples[form], known) or examples[form].style == "stamped"}
    if sure == firm_forms:
        return firm
    beneath = [c for c in firm.values() if _stands_beneath(c, firm, reading)]
    answers = Counter(c.label for c in beneath if (c.label, c.style, c.bold) not in sure)
    if not answers:
        return firm
    return {
        line: c
        for line, c in firm.items()
        if (c.label, c.style, c.bold) in sure or answers[c.label] * 2 <= counts[_kind(c)]
    }


def _find_routes(candidates: list[Candidate], known: Collection[str], text: str) -> set[str]:
    """Return words around a dash behind which sentences only go on, where they begin behind all that comes back.

    `Maandag – Dinsdag: thuis` is talk where everybody's talk begins with a capital.
    """
    counts, goes_on = Counter[str](), Counter[str]()
    for candidate in candidates:
        if candidate.style == "colon":
            counts[candidate.label] += 1
            goes_on[candidate.label] += text[candidate.talk : candidate.talk + 1].islower()
    others = {label for label, count in counts.items() if count > 1 and "–" not in label}
    if sum(counts[label] for label in others) < _FEW_TURNS or any(goes_on[label] for label in others):
        return set()
    routes = {label for label in counts if "–" in label and goes_on[label] == counts[label]}
    return {label for label in routes if label_key(label) not in known}


def _find_words(candidates: list[Candidate], known: Collection[str], reading: Reading) -> set[str]:
    """Return seldom labels that the talk holds in small letters too: `Kijk:` is no name where people say kijk.

    Where two others speak, those that sentences begin with are none either.
    """
    counts = Counter(candidate.label for candidate in candidates if candidate.style in ("colon", "tab"))
    total = sum(counts.values())
    sure = {c.label for c in candidates if c.bold or is_no_person(c.label) or is_sure(c, known)}
    talk = {label for label in counts if label not in sure and is_talk(label)}
    others = [label for label, count in counts.items() if label not in talk and (label in sure or count > 1)]
    talk = talk if len(others) > 1 else set()
    if total < 10:
        return talk
    seldom = [label for label, count in counts.items() if count <= max(3, total / 10) and label != label.lower()]
    return talk | _said_too([label for label in seldom if label not in sure], reading.text)


def _said_too(labels: list[str], text: str) -> set[str]:
    """Return the labels that a text holds in small letters, in one pass over the text."""
    phrases = {tuple(_LETTERS_IN_WORDS.findall(label.lower())): label for label in labels}
    lengths = defaultdict[str, set[int]](set)
    for phrase in phrases:
        if phrase:
            lengths[phrase[0]].add(len(phrase))
    if not lengths:
        return set()
    said, found = _LETTERS_IN_WORDS.findall(text), set[tuple[str, ...]]()
    for place, word in enumerate(said):
        for length in lengths.get(word, ()):
            phrase = tuple(said[place : place + length])
            if phrase in phrases:
                found.add(phrase)
    return {label for label in labels if tuple(_LETTERS_IN_WORDS.findall(label.lower())) in found}


def _stands_beneath(candidate: Candidate, firm: Mapping[int, Candidate], reading: Reading) -> bool:
    """Whether the line follows a label that has a line of its own: then it is what was said."""
    above = firm.get(candidate.line - 1)
    if above is None or above.style == "format" or is_no_person(above.label):
        return False
    return above.talk >= reading.paragraphs[above.line].end


def _family(style: str) -> str:
    return "colon" if style in _COLON_LIKE else style


def _kind(candidate: Candidate) -> tuple[str, str]:
    return candidate.label, _family(candidate.style)


def _is_firm(candidate: Candidate, counts: Counter[tuple[str, str]], known: Collection[str]) -> bool:
    key, often, style = label_key(candidate.label), counts[_kind(candidate)], candidate.style
    if style in ("format", "tag", "stated"):
        return True
    if not key:
        return False
    if style in ("alone", "bracketed"):
        return key in known or is_role_label(key) or (often >= 2 and is_name(candidate.label))
    if style == "stamped":
        return key in known or often >= 2 or is_name(candidate.label)
    if style == "timed":
        is_usual = is_role_label(key) and len(key) > 1
        return key in known or is_usual or (is_name(candidate.label) and (often >= 2 or candidate.bold))
    if key in known or is_no_person(candidate.label) or (candidate.bold and style != "bold"):
        return True
    if style == "tab" and len(candidate.label) > 30:
        return False
    if is_role_label(key) and (len(key) > 1 or candidate.label.isupper() or often >= 2):
        return True
    return often >= (2 if is_name(candidate.label) else 3) and len(candidate.label.split()) <= 5


def _may_stand_once(candidate: Candidate, firm: Mapping[int, Candidate]) -> bool:
    """Whether a label that occurs once is one: yes in a short file, in a long one only if it can hardly be a word."""
    if candidate.style != "colon" or not is_name(candidate.label):
        return False
    words = candidate.label.split()
    return len(firm) < 10 or len(words) > 1 or candidate.label.isupper() or any(c.isdigit() for c in candidate.label)


def _is_bold_as_the_others(candidate: Candidate, firm: Mapping[int, Candidate], reading: Reading) -> bool:
    """Whether a name that occurs once is set in bold just as all labels of its file are, with talk behind it."""
    if candidate.style not in ("bold", "alone") or not candidate.bold or not is_name(candidate.label):
        return False
    if len(firm) < _BOLD_LABELS or not all(other.bold for other in firm.values()):
        return False
    line, text = reading.paragraphs[candidate.line], reading.text
    if candidate.style == "bold":  # `**Nooit** heb ik dat gezegd` is talk
        return not text[candidate.talk : line.end].lstrip()[:1].islower()
    same = sum(other.style == "alone" for other in firm.values())
    return 2 * same > len(firm) and candidate.line + 1 < len(reading.paragraphs) and candidate.line + 1 not in firm


def _drop_lonely_lines(accepted: list[Candidate], known: Collection[str], reading: Reading) -> list[Candidate]:
    """Leave out names on lines of their own and in brackets that do not hang together with the other labels."""
    if not any(c.style in _LOOSE for c in accepted):
        return accepted
    loose = {c.line for c in accepted if c.style in ("alone", "bracketed", "timed") and not is_sure(c, known)}
    others = [c for c in accepted if c.line not in loose]
    styles, spoken = {c.style for c in others}, {c.label for c in others}
    fellows = {c.line for c in accepted if c.line in loose and (c.label in spoken or c.style in styles - {"alone"})}
    colons = [c for c in others if c.style not in ("alone", "bracketed", "timed")]
    if len(colons) >= 2 and len(loose) <= 2 * len(colons):
        return [c for c in accepted if c.line not in loose or c.line in fellows]
    lines = [c for c in accepted if c.style in _OWN_LINE or c.line in loose]
    if not lines or _hang_together(lines, accepted, reading):
        return accepted
    apart = {c.line for c in lines if not is_sure(c, known)}
    return [c for c in accepted if c.line not in apart]


def _drop_numbered(accepted: list[Candidate], known: Collection[str]) -> list[Candidate]:
    """Leave out `#1:` beside labels that are no numbers: then it counts something that is told."""
    numbered = [c for c in accepted if c.label[:1] in ("#", "@") and c.style != "format"]
    if not numbered or len(numbered) == len(accepted) or any(label_key(c.label) in known for c in numbered):
        return accepted
    return [c for c in accepted if c.style == "format" or c.label[:1] not in ("#", "@")]


def _hang_together(lines: list[Candidate], accepted: list[Candidate], reading: Reading) -> bool:
    """Whether labels on lines of their own are labels: two speakers at least, and talk between them."""
    followed = sum(
        above.line + 1 < below.line or above.talk < reading.paragraphs[above.line].end
        for above, below in pairwise(lines)
    )
    several = len({candidate.label for candidate in accepted}) > 1
    return several and len(lines) * 8 >= len(reading.paragraphs) and followed * 2 >= len(lines) - 1


def _carry(accepted: list[Candidate], known: Collection[str], reading: Reading) -> bool:
    """Whether the labels make the file a labelled one: one word before a colon does not, nor do several that differ."""
    if not accepted or any(is_sure(candidate, known) for candidate in accepted):
        return bool(accepted)
    counts = Counter(candidate.label for candidate in accepted if not is_no_person(candidate.label))
    repeated = [label for label, count in counts.items() if count > 1]
    share = len(accepted) / len(reading.paragraphs)
    talk = (reading.paragraphs[0].start, reading.paragraphs[-1].end)
    if accepted[0].start - talk[0] > (talk[1] - talk[0]) / 2:
        return False
    if len(repeated) >= 2:
        return True
    if repeated:
        return share >= _COVERED and len(counts) <= 3
    return share >= _ALL_BUT_COVERED and 2 <= len(counts) <= 3
