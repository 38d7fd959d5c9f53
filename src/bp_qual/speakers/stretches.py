"""Stretches of talk: who speaks from where to where.

Labels are seen before a colon or a tab, on a line of their own, bold, or named by the format. Nothing here knows who
is the respondent.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from bp_qual.readers import Paragraph, Reading
from bp_qual.speakers.labels import HEADER_WORDS, is_name, is_no_person, is_role_label, label_key, tidy_label

# Quantifiers that give nothing back (`*+`), so that a line of a million blanks takes no longer than any other.
_UNSEEN = "[\u200b\u200c\u200d\u2060\ufeff\u00ad]*+"
_CLOCK = r"\d{1,3}:\d{2}(?::\d{2})?(?:[.,:-]\d{1,3})?"
_STAMP = rf"[\[(#<]?[ ]?(?:{_CLOCK})[ ]?[\])#>]?"
_NUMBER = r"(?:\[(?:id)?\d+\][ \t]*+|\d{1,4}[.)]?[ \t]++(?=[^\W\d]|[\[(#]\d))?"
_BEFORE = rf"[\s\u200b\ufeff]*+{_NUMBER}(?:[-–—•>]++[ \t]*+)?(?P<at>{_STAMP})?[ \t]*+(?:[-–—][ \t]++)?{_UNSEEN}"
_NAME = r"(?P<label>[^\W_][\w .,'’()&/+\u00ad\u200b-]{0,48}?)"
_AFTER = rf"[ ]*+{_UNSEEN}(?P<later>[\[(]{_CLOCK}[\])])?[ ]*+{_UNSEEN}"
_LABELLED = re.compile(
    rf"{_BEFORE}{_NAME}{_AFTER}(?::(?![\d/])|(?P<tab>\t))[ \t]*+{_UNSEEN}(?P<behind>{_STAMP}(?=\s))?[ \t]*+"
)
_ALONE = re.compile(rf"{_BEFORE}{_NAME}[ ]*+(?P<later>{_STAMP})?[ \t]*+\Z")

_NUMBERED = re.compile(r"(?:\d{1,3}|[a-z])[.)]\s")
ALTERNATING, ONE_VOICE = frozenset(("(1)", "(2)")), "(text)"  # what a study says of files without labels


@dataclass(frozen=True, slots=True)
class Stretch:
    """One speaker's talk without a break, the span `start` to `end`; the label as written, "" where there is none.

    >>> Stretch("R", 3, 10)
    Stretch(speaker='R', start=3, end=10, at=None)
    """

    speaker: str
    start: int
    end: int
    at: float | None = None


@dataclass(frozen=True, slots=True)
class Talk:
    """The stretches of a text, and by name the spans in it that are not talk; `style` is how speakers are marked.

    >>> Talk((Stretch("R", 3, 10),), {"labels": ((0, 3),)}).style
    'labels'
    """

    stretches: tuple[Stretch, ...]
    others: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    style: str = "labels"
    header: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A line that may begin with a label."""

    line: int
    label: str
    style: str  # format, colon, tab, bold, stamped, alone
    talk: int
    at: float | None = None
    bold: bool = False


def find_stretches(reading: Reading, *, known: Collection[str] = ()) -> Talk:
    r"""Return who speaks where in a text; `known` are labels that the study names.

    A line without a label continues the stretch before it; what stands before the first label is not talk. In a file
    without any label, headings or a colour part two speakers, called `(heading)` and `(text)`, `(coloured)` and
    `(plain)`. If the study names `(1)` and `(2)`, they take turns; if it names `(text)`, one person speaks throughout.

    >>> from bp_qual.readers import read_data
    >>> talk = find_stretches(read_data(b"Interview 3\nI: Hoe gaat het?\nR: Goed.\nHeel goed.", where="a.txt"))
    >>> [(stretch.speaker, stretch.start, stretch.end) for stretch in talk.stretches]
    [('I', 15, 28), ('R', 32, 48)]
    """
    keys = {label_key(label) for label in known}
    candidates = list(_find_candidates(reading))
    accepted, doubted = _accept(candidates, keys, reading)
    if not accepted:
        return _read_unlabelled(reading, known)
    body, header = _split_header(accepted, reading, keys)
    stretches, others = _cut(reading, body)
    notes = tuple(_doubts(doubted))
    return Talk(tuple(stretches), others, notes, header=header)


def _find_candidates(reading: Reading) -> Iterator[_Candidate]:
    text = reading.text
    for number, line in enumerate(reading.paragraphs):
        if line.label:
            yield _Candidate(number, tidy_label(line.label), "format", line.start, line.at)
            continue
        match = _LABELLED.match(text, line.start, line.end)
        bold = _look_end(line, line.start, min(line.end - 1, line.start + 50))
        if bold and (match is None or bold < match.end("label")):
            yield _Candidate(number, tidy_label(text[line.start : bold]), "bold", bold, line.at)
        elif match:
            stamp = match["at"] or match["later"] or match["behind"]
            style = "tab" if match["tab"] else "colon"
            is_bold = _look_end(line, match.start("label"), match.end()) > 0
            at = _seconds(stamp) if stamp else line.at
            yield _Candidate(number, tidy_label(match["label"]), style, match.end(), at, is_bold)
        elif line.end - line.start <= 70 and (match := _ALONE.match(text[line.start : line.end])):
            stamp = match["later"] or match["at"]
            style, at = ("stamped", _seconds(stamp)) if stamp else ("alone", line.at)
            yield _Candidate(number, tidy_label(match["label"]), style, line.end, at)


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


def _accept(
    candidates: list[_Candidate], known: set[str], reading: Reading
) -> tuple[list[_Candidate], list[_Candidate]]:
    """Return the labels, and apart those that were left in the text though they look like one."""
    counts = Counter((candidate.label, _family(candidate.style)) for candidate in candidates)
    kinds = {(candidate.label, candidate.style, candidate.bold): candidate for candidate in candidates}
    firm_kinds = {kind for kind, candidate in kinds.items() if _is_firm(candidate, counts, known)}
    firm = {c.line: c for c in candidates if (c.label, c.style, c.bold) in firm_kinds}
    beneath = {line for line in firm if _stands_beneath(line, firm, reading)}
    answers = Counter(firm[line].label for line in beneath)
    firm = {line: c for line, c in firm.items() if answers[c.label] * 2 <= counts[c.label, _family(c.style)]}
    spoken = {label_key(candidate.label) for candidate in firm.values()}
    accepted, doubted = list[_Candidate](), list[_Candidate]()
    for candidate in candidates:
        is_answer = _stands_beneath(candidate.line, firm, reading)
        is_known = _family(candidate.style) == "colon" and label_key(candidate.label) in spoken
        if candidate.line in firm or is_known or (not is_answer and _may_stand_once(candidate, len(firm))):
            accepted.append(candidate)
        elif candidate.style == "colon" and is_name(candidate.label):
            doubted.append(candidate)
    lines = [candidate for candidate in accepted if candidate.style in ("alone", "stamped")]
    others = [candidate for candidate in accepted if candidate.style not in ("alone", "stamped")]
    stamped = sum(candidate.style == "stamped" for candidate in lines)
    if len(others) >= 2 and not (stamped >= 4 and stamped > 2 * len(others)):
        return others, doubted
    return (accepted if lines else others, doubted) if _hangs_together(lines, accepted, reading) else ([], doubted)


def _stands_beneath(line: int, firm: Mapping[int, _Candidate], reading: Reading) -> bool:
    """Whether the line follows a label that has a line of its own: then it is what was said."""
    above = firm.get(line - 1)
    return above is not None and above.style != "format" and above.talk >= reading.paragraphs[above.line].end


def _family(style: str) -> str:
    return "colon" if style in ("colon", "tab", "bold", "format") else style


def _is_firm(candidate: _Candidate, counts: Counter[tuple[str, str]], known: set[str]) -> bool:
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


def _may_stand_once(candidate: _Candidate, labelled: int) -> bool:
    """Whether a label that occurs once is one: yes in a short file, in a long one only if it can hardly be a word."""
    if candidate.style != "colon" or not is_name(candidate.label) or label_key(candidate.label).isdigit():
        return False
    words = candidate.label.split()
    return labelled < 10 or len(words) > 1 or candidate.label.isupper() or any(c.isdigit() for c in candidate.label)


def _hangs_together(alone: list[_Candidate], accepted: list[_Candidate], reading: Reading) -> bool:
    """Whether labels on lines of their own are labels: two speakers at least, and talk between them."""
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
        is_word = label_key(candidate.label) in HEADER_WORDS and label_key(candidate.label) not in known
        is_given = often[candidate.label] == 1 and len(accepted) > place + 2 and len(value.split()) <= 4
        is_given = is_given and is_role_label(label_key(candidate.label)) and len(label_key(candidate.label)) > 3
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


def _read_unlabelled(reading: Reading, known: Collection[str]) -> Talk:
    """Return a file without labels: as the study says, else by its headings or colours, else nobody knows who."""
    if set(known) >= ALTERNATING:
        blocks = _blocks(reading)
        pairs = [(f"({number % 2 + 1})", block) for number, block in enumerate(blocks)]
        return Talk(tuple(_stretch(reading.text, who, *block, None) for who, block in pairs), style="alternating")
    if ONE_VOICE in known and reading.paragraphs:
        whole = _stretch(reading.text, ONE_VOICE, reading.paragraphs[0].start, reading.paragraphs[-1].end, None)
        return Talk((whole,), style="one voice")
    for style, told in (("headings", _is_question), ("colour", _is_coloured)):
        apart = [told(line, reading.text) for line in reading.paragraphs]
        if 2 <= sum(apart) < len(apart):
            return Talk(tuple(_by_style(reading, apart, style)), style=style)
    stretches = [_stretch(reading.text, "", line.start, line.end, line.at) for line in reading.paragraphs]
    return Talk(tuple(stretches), notes=(_offer(reading),), style="none")


def _blocks(reading: Reading) -> list[tuple[int, int]]:
    """Return what stands between blank lines, or each line where there is no blank one."""
    lines = [(line.start, line.end) for line in reading.paragraphs]
    gaps = [
        one for one, two in pairwise(range(len(lines))) if reading.text[lines[one][1] : lines[two][0]].count("\n") > 1
    ]
    firsts = [0, *(gap + 1 for gap in gaps)] if gaps else range(len(lines))
    lasts = [*gaps, len(lines) - 1] if gaps else range(len(lines))
    return [(lines[first][0], lines[last][1]) for first, last in zip(firsts, lasts, strict=True)]


def _offer(reading: Reading) -> str:
    """Say what a researcher can do about a file in which no speaker is marked."""
    asks = [reading.text[start:end].rstrip().endswith("?") for start, end in _blocks(reading)]
    first, second = (sum(asks[turn::2]) / max(1, len(asks[turn::2])) for turn in (0, 1))
    offer = "If one person speaks throughout, put this into study.yaml: speakers: {respondent: [(text)]}."
    if abs(first - second) > 0.4:
        one, two = ("(1)", "(2)") if first > second else ("(2)", "(1)")
        offer = (
            f"It seems that question and answer alternate. If so, put this into study.yaml: "
            f"speakers: {{interviewer: [{one}], respondent: [{two}]}}."
        )
    return f"No speaker is marked. {offer} Else put a label before each turn (I: and R:)."


def _is_question(line: Paragraph, text: str) -> bool:
    """Whether a line is set apart as questions are: a heading, all bold, or numbered with a question mark."""
    if line.kind == "heading" or any(
        m.kind == "bold" and m.start <= line.start and m.end >= line.end for m in line.marks
    ):
        return True
    said = text[line.start : line.end].strip()
    return said.endswith("?") and (line.kind == "item" or _NUMBERED.match(said) is not None)


def _is_coloured(line: Paragraph, text: str) -> bool:  # noqa: ARG001
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
