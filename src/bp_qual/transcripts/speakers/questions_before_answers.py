"""Questions that share a paragraph with their answer: `**Hoe ging dat?** Het ging goed.` is a turn of each.

The questions of a file have one look: what an answer asks in italics where they are bold is no question of these.
Right below a question that is a paragraph of its own it may all be the answer, and stays one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bp_qual.readers import Mark, Paragraph, Reading
from bp_qual.transcripts.speakers.titles import covers

_LOOKS = ("bold", "italic")
_OPENINGS = "\"'“”„‘’«([…"
_FEWEST, _SHARE = 3, 2  # questions, and one in how many paragraphs, by which a file shows that it is written so


def part_questions(reading: Reading, first: int = 0) -> tuple[Reading, bool]:
    r"""Return a reading in which a question in bold or italics and the answer behind it are two lines.

    Parameters
    ----------
    reading : Reading
        The file.
    first : int
        The number of the line at which the talk begins.

    Returns
    -------
    Reading, bool
        And whether the file as a whole is written so.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> parted, _ = part_questions(read_data("**Hoe ging dat?** Het ging goed.".encode(), where="a.md"))
    >>> [parted.text[line.start : line.end] for line in parted.paragraphs]
    ['Hoe ging dat?', 'Het ging goed.']
    """
    if not any(line.marks for line in reading.paragraphs):  # by far the usual case
        return reading, False
    own = reading.paragraphs[first:]
    is_asked = [False, *(_is_question(line, reading.text) for line in own)]
    look = _look_of_most(own, reading.text)
    parts = [(line,) if asked else _part(line, reading.text, look) for line, asked in zip(own, is_asked, strict=False)]
    parted = sum(len(lines) > 1 for lines in parts)
    lines = (*reading.paragraphs[:first], *(line for part in parts for line in part))
    return replace(reading, paragraphs=lines) if parted else reading, parted >= max(_FEWEST, len(parts) / _SHARE)


def _is_question(line: Paragraph, text: str) -> bool:
    """Whether a line is a question in bold or italics throughout."""
    is_set_apart = line.marks and any(covers(line, text, look) for look in _LOOKS)
    return bool(is_set_apart) and text[line.start : line.end].rstrip().endswith("?")


def _look_of_most(lines: Sequence[Paragraph], text: str) -> str:
    """Return the look in which most of the paragraphs begin that begin with a question."""
    count = {look: sum(_end_of_question(line, text, look) >= 0 for line in lines if line.marks) for look in _LOOKS}
    return max(_LOOKS, key=count.__getitem__)


def _part(line: Paragraph, text: str, look: str) -> tuple[Paragraph, ...]:
    """Return a line, or the question in it and the answer behind that, which begins with a capital or a number."""
    place = _end_of_question(line, text, look) if line.kind == "text" else -1
    behind = text[place : line.end] if place >= 0 else ""
    begin = line.end - len(behind.lstrip())
    opening = behind.lstrip().lstrip(_OPENINGS)[:1]
    is_plain = all(mark.end <= begin or mark.kind not in _LOOKS for mark in line.marks)
    if is_plain and begin > place and (opening.isupper() or opening.isdigit()):
        return replace(line, end=place, marks=_within(line, 0, place)), replace(
            line, start=begin, at=None, marks=_within(line, begin, line.end), again=()
        )
    return (line,)


def _end_of_question(line: Paragraph, text: str, look: str) -> int:
    """Return where a question ends that begins a line and looks otherwise than what is behind it, or -1."""
    end = line.start
    for mark in sorted((mark for mark in line.marks if mark.kind == look), key=lambda mark: mark.start):
        if text[end : mark.start].strip():
            break
        end = max(end, mark.end)
    end += text[end : end + 1] == "?"
    said = text[line.start : end].rstrip()
    return line.start + len(said) if said.endswith("?") and any(map(str.isalpha, said)) else -1


def _within(line: Paragraph, start: int, end: int) -> tuple[Mark, ...]:
    return tuple(mark for mark in line.marks if mark.start < end and mark.end > start)
