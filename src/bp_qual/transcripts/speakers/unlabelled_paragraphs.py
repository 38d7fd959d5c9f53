"""Paragraphs without a label where somebody else may speak, or nobody: nothing is changed there, all of it is told.

One turn has several paragraphs in many files, so only those are told that look unlike the rest: a question by itself in
a turn of somebody who hardly asks, a paragraph right below a heading, and any paragraph without a label where nearly
every one has its own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from bp_qual.display import one_line
from bp_qual.readers import Reading, is_page_number
from bp_qual.transcripts.speakers.asking import is_one_question, who_asks
from bp_qual.transcripts.speakers.label_forms import Candidate
from bp_qual.transcripts.speakers.labels import is_code, is_no_person
from bp_qual.wording.remarks import Remark

_FEWEST, _FEW, _SHARE = 8, 2, 0.04  # labels; paragraphs without one, and their share, up to which all of them are told
_SMALL_LABEL = re.compile(r"[^\W\d_]{3,20}: [^\W\d_]")  # buurvrouw: Joehoe
_ENDS = ".?!…\"”’'»)]"
_BY_PARAGRAPH = frozenset(("docx", "odt", "html", "rtf"))  # formats in which each line is a paragraph


class Unlabelled(NamedTuple):
    """A line without a label: its number, what it says, and as whose talk it was read.

    `is_apart` tells that a paragraph begins there, `begins` that a sentence does.
    """

    line: int
    said: str
    speaker: str
    is_apart: bool = True
    begins: bool = True


def find_unlabelled(reading: Reading, labels: Sequence[Candidate], titles: Collection[int] = ()) -> list[Unlabelled]:
    r"""Return the paragraphs without a label that look unlike the rest of their file.

    Parameters
    ----------
    reading : Reading
        The file.
    labels : sequence of Candidate
        Its labels, in order.
    titles : collection of int
        The numbers of lines that are titles.

    Returns
    -------
    list of Unlabelled
        In the order of the file.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> from bp_qual.transcripts.speakers.label_forms import find_candidates
    >>> said = "I: Hoe?\n\nR: Zo.\n\n" * 4 + "En nu?\n\nOok zo.\n\nI: Mooi?"
    >>> reading = read_data(said.encode(), where="a.txt")
    >>> found = find_unlabelled(reading, [label for label in find_candidates(reading) if label.style == "colon"])
    >>> [(paragraph.said, paragraph.speaker) for paragraph in found]
    [('En nu?', 'R'), ('Ook zo.', 'R')]
    """
    first = [label for label in labels if label.style != "inside"]
    is_named = not first or all(label.style == "format" for label in first)
    if is_named or reading.format == "pdf" or len({label.label for label in first}) < 2:
        return []
    asking = who_asks(reading, first)
    lines = list(_lines(reading, first, {label.line for label in labels if label.style == "inside"}, titles))
    apart = [line for line in lines if line.is_apart]
    few = max(_FEW, _SHARE * len(first)) if len(first) >= _FEWEST else 0
    if len(lines) <= few or len(apart) <= few:
        rare = [line for line in lines if line.begins] if len(lines) <= few else apart
        return [line for line in rare if line.speaker not in asking]
    below = {number + 1 for number, line in enumerate(reading.paragraphs) if line.kind == "heading"}
    below |= {number + 1 for number in titles}
    numbers = {line.line for line in apart}
    return [
        line
        for line in apart
        if line.line in below
        or (line.speaker not in asking and line.line + 1 in numbers and is_one_question(line.said))
    ]


def _lines(
    reading: Reading, labels: Sequence[Candidate], inside: Collection[int], titles: Collection[int]
) -> Iterator[Unlabelled]:
    """Yield the lines between one label and the next but for the first, which is the labelled one."""
    lines, text = reading.paragraphs, reading.text
    ends = [*(label.line for label in labels[1:]), len(lines)]
    for label, end in zip(labels, ends, strict=True):
        if end <= label.line + 1 or is_no_person(label.label) or label.style == "format":
            continue
        begin = label.line + (1 if label.talk < lines[label.line].end else 2)
        for number in range(begin, end):
            line, above = lines[number], lines[number - 1]
            said = text[line.start : line.end].strip()
            if number in titles or number in inside or line.kind == "heading" or line.label or _is_aside(said):
                continue
            is_new = not next(filter(str.isalnum, said), "").islower() or _SMALL_LABEL.match(said) is not None
            ends_above = text[above.start : above.end].rstrip()[-1:] in _ENDS
            is_apart = text[above.end : line.start].count("\n") > 1 or (reading.format in _BY_PARAGRAPH and ends_above)
            yield Unlabelled(number, said, label.label, is_new and is_apart, is_new and (is_apart or ends_above))


def _is_aside(said: str) -> bool:
    """Whether a line is a time, a code, a page or something in brackets rather than talk."""
    is_bracketed = said[:1] in "[(" and said[-1:] in "])"
    return is_bracketed or is_code(said) or is_page_number(said) or not any(map(str.isalpha, said))


def note_unlabelled(found: Sequence[Unlabelled]) -> tuple[Remark, ...]:
    """Return the note on paragraphs without a label.

    >>> print(*note_unlabelled([Unlabelled(3, "En nu?", "R")]))
    Has no label, and was read as talk of the speaker named behind it, though ... or nobody: 'En nu? (R)'. If so, ...
    """
    shown = tuple(f"{one_line(one.said)[:40]} ({one_line(one.speaker)})" for one in found)
    return (Remark("paragraphs unlabelled", values={"lines": shown}),) if shown else ()
