"""Labels within a line in the form that the file's labels have at the beginning of lines: `[Jan]`, `Jan (0:07)`, `R –`.

What stands behind the end of a sentence begins a turn; what does not stays in the turn, and is told.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Reading
from bp_qual.transcripts.speakers.label_forms import BLANK, STAMP, Candidate
from bp_qual.transcripts.speakers.label_names import LabelNames
from bp_qual.transcripts.speakers.labels import can_be_label, is_name, is_strong, is_word_of, tidy_label

_STAMPED = lazy_pattern(STAMP)
_TIME = "\0"  # stands for a time in a form
_LOOSE = frozenset(("bracketed", "tab", "timed", "stamped"))  # forms by which speakers who share lines may be known
_SAID_BEFORE = lazy_pattern(r".*[^\W\d_]{3}\. ")  # Goed hoor. Eva
_NUMBER = lazy_pattern(r"\W*\d+\W*")
_ENDS, _OPENINGS = ".?!…\"”’'»)]}", "[({<"
_CLOSINGS, _SIGNS = frozenset("])}>"), frozenset(("-", "–", "—", "|", "/", ">"))
_MOST_NAMES, _MOST_FORMS = 60, 8
_SHARE = 0.5  # of the lines that begin with a label, where speakers share lines
_AROUND = 20  # letters of what is shown around one
_WITH_COLON = (("[", "]:"), ("(", "):"))
_BRACKETED = lazy_pattern(r"([\[(])([^\n\[\]()]{1,60})([\])])(?!:)")
_ANY_NAME = r"[^\W_][\w .'’-]{0,40}?"


def find_forms(reading: Reading, labels: Sequence[Candidate], names: LabelNames) -> tuple[list[Candidate], list[str]]:
    r"""Return the labels within lines that have the form of those at the beginning, and what may be one.

    Parameters
    ----------
    reading : Reading
        The file.
    labels : sequence of Candidate
        The labels at the beginning of lines.
    names : LabelNames
        The labels of the file as they are written.

    Returns
    -------
    list of Candidate, list of str
        The labels; and stretches of text in which a label may be.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> reading = read_data(b"[Eva] Hoe? [Jan] Zo.\n[Eva] En dan [Jan] Ook.", where="a.txt")
    >>> labels = [Candidate(0, "Eva", "bracketed", 0, 6), Candidate(1, "Eva", "bracketed", 21, 27)]
    >>> found, doubtful = find_forms(reading, labels, LabelNames(["Eva", "Jan"]))
    >>> [(label.label, label.talk) for label in found], doubtful
    ([('Jan', 17)], ['[Eva] En dan [Jan] Ook.'])
    """
    forms = _find_forms_of(reading, labels)
    bold = list(_find_bold(reading, names)) if any(label.style == "bold" for label in labels) else []
    if not (forms or bold):
        return [], []
    lines, text = reading.paragraphs, reading.text
    starts, talks = [line.start for line in lines], {label.line: label.talk for label in labels}
    in_cues = {label.line for label in labels if label.style == "format"}
    written = _most_spoken(labels, names.written)
    if len(written) == 1:  # those of all others stand within lines
        written |= {name for name, count in _count_within(reading, forms).items() if count > 1}
    found, doubtful = list[Candidate](), list[str]()
    for start, talk, name in sorted({*_search(text, forms, written), *bold}):
        number = bisect_right(starts, start) - 1
        begin, end = talks.get(number, starts[number]), lines[number].end
        if start < begin or talk > end or (number not in talks and start == starts[number]):
            continue
        if number not in talks and _NUMBER.fullmatch(text, begin, start):  # 7) [Jan] may be a slip
            continue
        is_empty = talk == end and number in in_cues  # what follows a cue is said by whom its own name says
        if start > begin and not is_empty and _begins_turn(text, start, talk, name):
            found.append(Candidate(number, name, "inside", start, talk))
        elif text[talk : talk + 1].isupper() or talk == end:
            doubtful.append(text[max(lines[number].start, start - _AROUND) : min(end, talk + _AROUND)].strip())
    return found, doubtful


def _most_spoken(labels: Sequence[Candidate], written: frozenset[str]) -> frozenset[str]:
    """Return the names that are looked for within lines: of very many those who speak most, to stay in step."""
    if len(written) <= _MOST_NAMES:
        return written
    counts = Counter(label.label for label in labels if label.label in written)
    return frozenset(name for name, _ in counts.most_common(_MOST_NAMES))


def _begins_turn(text: str, start: int, talk: int, name: str) -> bool:
    """Whether a label in such a form begins a turn beyond doubt: behind a sentence, and with one behind it."""
    before = text[max(0, start - 10) : start].rstrip(" \u00a0*_")
    if before[-1:] not in _ENDS or not before:
        return False
    behind, head = text[talk : talk + 1], text[start:talk]
    if "\t" in head or _STAMPED.search(head):
        return True
    is_sign = head[:1] not in _OPENINGS and head.rstrip() != name  # I – well – I stayed; Jan – that is my brother –
    return not behind.islower() and (not is_sign or (is_strong(name) and not is_word_of(text, name)))


def find_shared_lines(reading: Reading, candidates: Sequence[Candidate]) -> list[Candidate]:
    r"""Return the labels at the beginning of lines of a file whose speakers share lines: `[Eva] Hoe? [Jan] Zo.`.

    Parameters
    ----------
    reading : Reading
        The file.
    candidates : sequence of Candidate
        The lines that may begin with a label.

    Returns
    -------
    list of Candidate
        None where not two names come back in the same form, at the beginning of a line or behind a sentence.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> reading = read_data(b"[Eva] Hoe? [Jan] Zo.\n[Eva] En dan? [Jan] Ook.", where="a.txt")
    >>> labels = [Candidate(0, "Eva", "bracketed", 0, 6), Candidate(1, "Eva", "bracketed", 21, 27)]
    >>> [label.label for label in find_shared_lines(reading, labels)]
    ['Eva', 'Eva']
    """
    loose = [one for one in candidates if one.style in _LOOSE and is_name(one.label)]
    if len(loose) < _SHARE * len(reading.paragraphs):
        return []
    within = _count_within(reading, _find_forms_of(reading, loose))
    counts = Counter(one.label for one in loose) + within
    back = {label for label, count in counts.items() if count > 1}
    return [one for one in loose if one.label in back] if within and len(back) >= 2 else []


def _count_within(reading: Reading, forms: tuple[tuple[str, str], ...]) -> Counter[str]:
    """Return how often each name stands in one of the forms behind a sentence, within a line."""
    text, starts, counts = reading.text, {line.start for line in reading.paragraphs}, Counter[str]()
    for start, talk, written in _search(text, forms, None):
        before = _SAID_BEFORE.match(written)
        start += before.end() if before else 0
        label = tidy_label(written[before.end() :] if before else written)
        if start not in starts and is_name(label) and can_be_label(label, colon=False):
            counts[label] += _begins_turn(text, start, talk, label)
    return +counts


def _find_forms_of(reading: Reading, labels: Sequence[Candidate]) -> tuple[tuple[str, str], ...]:
    """Return what stands before and behind the names, but for a colon alone: it is looked for otherwise.

    Where the format says who speaks, as in subtitles, the names are no longer in the text: of brackets with a colon
    behind them nothing else can be meant, and without one they count where the file has the names of cues so.
    """
    text, forms = reading.text, Counter[tuple[str, str]]()
    if any(label.style == "format" for label in labels):
        heads, named = reading.remainders.get("labels", ""), {label.label for label in labels}
        cues = Counter((head[1], head[3]) for head in _BRACKETED.finditer(heads) if " ".join(head[2].split()) in named)
        return (*_WITH_COLON, *(form for form, count in cues.most_common() if count > 1))
    for label in labels:
        written = text[label.start : label.talk]
        if written == f"{label.label}: " or label.style in ("format", "inside", "tag", "bold"):
            continue
        written = unicodedata.normalize("NFC", written).lstrip()
        name = written.find(label.label)
        if name < 0:
            continue
        before, after = (_STAMPED.sub(_TIME, part) for part in (written[:name], written[name + len(label.label) :]))
        before, after = before.lstrip("*_"), after.rstrip(" \n\u00a0*_")
        is_timed = _TIME in before + after and not after.startswith(":")
        if is_timed or after[:1] in _CLOSINGS or "\t" in after or after.strip(" ") in _SIGNS:
            forms[before, after] += 1
    return tuple(form for form, _ in forms.most_common(_MOST_FORMS))


def _find_bold(reading: Reading, names: LabelNames) -> Iterator[tuple[int, int, str]]:
    """Yield where a label of the file stands in bold, with nothing else that is."""
    for line in reading.paragraphs:
        for mark in line.marks:
            name = reading.text[mark.start : mark.end].strip()
            if mark.kind == "bold" and mark.start > line.start and name in names.written:
                talk = reading.text[mark.end : line.end].lstrip(" \u00a0*_")
                yield mark.start, line.end - len(talk), name


def _search(
    text: str, forms: tuple[tuple[str, str], ...], names: frozenset[str] | None
) -> Iterator[tuple[int, int, str]]:
    """Yield where a label in one of the forms stands, where its talk begins, and the label."""
    for match in _compile(forms, names).finditer(text) if forms else ():
        yield match.start(), match.end(), match[match.lastgroup or 0]


@lru_cache(maxsize=64)
def _compile(forms: tuple[tuple[str, str], ...], names: frozenset[str] | None) -> re.Pattern[str]:
    """Return the expression for a name, any or one of those given, in one of some forms."""
    any_name = (
        _ANY_NAME if names is None else "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))
    )
    heads = [
        rf"(?<!\w){_translate(before)}(?P<label{place}>{any_name}){_translate(after)}[ \u00a0]*"
        for place, (before, after) in enumerate(forms)
    ]
    return re.compile("|".join(heads))


def _translate(part: str) -> str:
    pieces = re.split(rf"({_TIME}|[ \u00a0]+)", part)
    return "".join(
        STAMP if piece == _TIME else rf"{BLANK}+" if piece.isspace() and "\t" not in piece else re.escape(piece)
        for piece in pieces
        if piece
    )
