"""Candidates: lines that may begin with a speaker's label, and which of them do.

A label is one because the format or the study says so, because it is a usual one, or because it comes back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from bp_qual.readers import Paragraph, Reading
from bp_qual.transcripts.speakers.labels import is_name, is_no_person, is_role_label, label_key, tidy_label

# Quantifiers that give nothing back (`*+`), so that a line of a million blanks takes no longer than any other.
_UNSEEN = "[\u200b\u200c\u200d\u2060\ufeff\u00ad]*+"
_CLOCK = r"\d{1,3}:\d{2}(?::\d{2})?(?:[.,:-]\d{1,3})?"
_STAMP = rf"[\[(#<]?[ ]?(?:{_CLOCK})[ ]?[\])#>]?"
_NUMBER = r"(?:\[(?:id)?\d+\][ \t]*+|\d{1,4}[.)]?[ \t]++(?=[^\W\d]|[\[(#]\d|\*\*))?"
_BEFORE = (
    rf"[\s\u200b\ufeff]*+{_NUMBER}(?:[-–—•>]++[ \t]*+)?(?P<at>{_STAMP})?[ \t]*+(?:[-–—][ \t]++)?{_UNSEEN}[*_]{{0,3}}+"
)
_NAME = r"(?P<label>[^\W_][\w .,'’()&/+\u00ad\u200b-]{0,48}?)"
_AFTER = rf"[ ]*+{_UNSEEN}[*_]{{0,3}}+[ ]*+(?P<later>[\[(]{_CLOCK}[\])])?[ ]*+{_UNSEEN}"
_LABELLED = re.compile(
    rf"{_BEFORE}{_NAME}{_AFTER}(?::(?![\d/])|(?P<tab>\t))[*_]{{0,3}}+[ \t]*+{_UNSEEN}(?P<behind>{_STAMP}(?=\s))?[ \t]*+"
)
_ALONE = re.compile(rf"{_BEFORE}{_NAME}[ ]*+(?P<later>{_STAMP})?[ \t]*+\Z")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may begin with a label: the line's number, the label, how it is marked, and where the talk begins.

    >>> Candidate(0, "R", "colon", 3).bold
    False
    """

    line: int
    label: str
    style: str  # format, colon, tab, bold, stamped, alone
    talk: int
    at: float | None = None
    bold: bool = False


def find_candidates(reading: Reading) -> Iterator[Candidate]:
    r"""Yield every line that looks as if it began with a label.

    >>> from bp_qual.readers import read_data
    >>> [found.label for found in find_candidates(read_data(b"R: Ja.\nEn dan?", where="a.txt"))]
    ['R']
    """
    text = reading.text
    for number, line in enumerate(reading.paragraphs):
        if line.label:
            yield Candidate(number, tidy_label(line.label), "format", line.start, line.at)
            continue
        match = _LABELLED.match(text, line.start, line.end)
        bold = _look_end(line, line.start, min(line.end - 1, line.start + 50))
        if bold and (match is None or bold < match.end("label")):
            yield Candidate(number, tidy_label(text[line.start : bold]), "bold", bold, line.at)
        elif match:
            stamp = match["at"] or match["later"] or match["behind"]
            style = "tab" if match["tab"] else "colon"
            is_bold = _look_end(line, match.start("label"), match.end()) > 0
            at = _seconds(stamp) if stamp else line.at
            yield Candidate(number, tidy_label(match["label"]), style, match.end(), at, is_bold)
        elif line.end - line.start <= 70 and (match := _ALONE.match(text[line.start : line.end])):
            stamp = match["later"] or match["at"]
            style, at = ("stamped", _seconds(stamp)) if stamp else ("alone", line.at)
            yield Candidate(number, tidy_label(match["label"]), style, line.end, at)


def _look_end(line: Paragraph, start: int, end: int) -> int:
    """Return where the bold or coloured letters end that begin at `start` and end by `end`, or 0 if there are none."""
    if not line.marks:
        return 0
    ends = (m.end for m in line.marks if m.start <= start < m.end <= end)
    return max(ends, default=0)


def _seconds(stamp: str) -> float | None:
    match = re.search(r"(?:(\d+):)?(\d{1,3}):(\d{2})(?:[.,-](\d+))?", stamp)
    if not match:
        return None
    hours, minutes, seconds, part = match.groups()
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{part or 0}")


def accept_labels(
    candidates: list[Candidate], known: set[str], reading: Reading
) -> tuple[list[Candidate], list[Candidate]]:
    r"""Return the labels, and apart those that were left in the text though they look like one.

    >>> from bp_qual.readers import read_data
    >>> reading = read_data(b"I: Hoe?\nR: Ja.", where="a.txt")
    >>> [found.label for found in accept_labels(list(find_candidates(reading)), set(), reading)[0]]
    ['I', 'R']
    """
    firm = _find_firm(candidates, known, reading)
    words = _find_words(candidates, known, reading)
    spoken = {label_key(candidate.label) for candidate in firm.values()}
    accepted, doubted = list[Candidate](), list[Candidate]()
    for candidate in candidates:
        is_known = _family(candidate.style) == "colon" and label_key(candidate.label) in spoken
        is_talk = candidate.label in words or _stands_beneath(candidate.line, firm, reading)
        if candidate.line in firm or is_known or (not is_talk and _may_stand_once(candidate, len(firm))):
            accepted.append(candidate)
        elif candidate.style == "colon" and is_name(candidate.label):
            doubted.append(candidate)
    lines = [candidate for candidate in accepted if candidate.style in ("alone", "stamped")]
    others = [candidate for candidate in accepted if candidate.style not in ("alone", "stamped")]
    stamped = sum(candidate.style == "stamped" for candidate in lines)
    if len(others) >= 2 and not (stamped >= 4 and stamped > 2 * len(others)):
        return others, doubted
    return (accepted if lines else others, doubted) if _hangs_together(lines, accepted, reading) else ([], doubted)


def _find_firm(candidates: list[Candidate], known: set[str], reading: Reading) -> dict[int, Candidate]:
    """Return by line the candidates that are labels whatever stands around them."""
    counts = Counter((candidate.label, _family(candidate.style)) for candidate in candidates)
    kinds = {(candidate.label, candidate.style, candidate.bold): candidate for candidate in candidates}
    words = _find_words(candidates, known, reading)
    firm_kinds = {kind for kind, one in kinds.items() if one.label not in words and _is_firm(one, counts, known)}
    firm = {c.line: c for c in candidates if (c.label, c.style, c.bold) in firm_kinds}
    answers = Counter(firm[line].label for line in firm if _stands_beneath(line, firm, reading))
    return {line: c for line, c in firm.items() if answers[c.label] * 2 <= counts[c.label, _family(c.style)]}


def _find_words(candidates: list[Candidate], known: set[str], reading: Reading) -> set[str]:
    """Return seldom labels that the talk holds in small letters too: `Kijk:` is no name where people say kijk."""
    counts = Counter(candidate.label for candidate in candidates if candidate.style in ("colon", "tab"))
    total = sum(counts.values())
    if total < 10:
        return set()
    seldom = [label for label, count in counts.items() if count <= max(3, total / 10) and label != label.lower()]
    sure = {c.label for c in candidates if c.bold or is_no_person(c.label) or is_role_label(label_key(c.label))}
    seldom = [label for label in seldom if label not in sure and label_key(label) not in known]
    return {label for label in seldom if re.search(rf"(?<!\w){re.escape(label.lower())}(?!\w)", reading.text)}


def _stands_beneath(line: int, firm: Mapping[int, Candidate], reading: Reading) -> bool:
    """Whether the line follows a label that has a line of its own: then it is what was said."""
    above = firm.get(line - 1)
    return above is not None and above.style != "format" and above.talk >= reading.paragraphs[above.line].end


def _family(style: str) -> str:
    return "colon" if style in ("colon", "tab", "bold", "format") else style


def _is_firm(candidate: Candidate, counts: Counter[tuple[str, str]], known: set[str]) -> bool:
    key, often = label_key(candidate.label), counts[candidate.label, _family(candidate.style)]
    if candidate.style == "format" or not key:
        return candidate.style == "format"
    if key.isdigit() and key not in known:
        return False
    if candidate.style == "alone":
        return key in known or is_role_label(key) or (often >= 2 and is_name(candidate.label))
    if candidate.style == "stamped":
        return key in known or often >= 2 or is_name(candidate.label)
    if key in known or is_no_person(candidate.label) or candidate.bold:
        return True
    if candidate.style == "tab" and len(candidate.label) > 30:
        return False
    if is_role_label(key) and (len(key) > 1 or candidate.label.isupper() or often >= 2):
        return True
    return often >= (2 if is_name(candidate.label) else 3) and len(candidate.label.split()) <= 5


def _may_stand_once(candidate: Candidate, labelled: int) -> bool:
    """Whether a label that occurs once is one: yes in a short file, in a long one only if it can hardly be a word."""
    if candidate.style != "colon" or not is_name(candidate.label) or label_key(candidate.label).isdigit():
        return False
    words = candidate.label.split()
    return labelled < 10 or len(words) > 1 or candidate.label.isupper() or any(c.isdigit() for c in candidate.label)


def _hangs_together(alone: list[Candidate], accepted: list[Candidate], reading: Reading) -> bool:
    """Whether labels on lines of their own are labels: two speakers at least, and talk between them."""
    if not alone:
        return bool(accepted)
    followed = sum(one.line + 1 < two.line for one, two in pairwise(alone))
    several = len({candidate.label for candidate in alone}) > 1
    enough = len(alone) * 8 >= len(reading.paragraphs)
    return several and enough and followed * 2 >= len(alone) - 1
