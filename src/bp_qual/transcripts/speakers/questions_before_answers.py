"""Questions that share a paragraph with their answer: `**Hoe ging dat?** Het ging goed.` is a turn of each.

Right below a question that is a paragraph of its own it may all be the answer, and stays one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bp_qual.readers import Mark, Paragraph, Reading
from bp_qual.transcripts.speakers.titles import covers

_LOOKS = ("bold", "italic")
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
    parts = [(line,) if asked else _part(line, reading.text) for line, asked in zip(own, is_asked, strict=False)]
    parted = sum(len(lines) > 1 for lines in parts)
    lines = (*reading.paragraphs[:first], *(line for part in parts for line in part))
    return replace(reading, paragraphs=lines) if parted else reading, parted >= max(_FEWEST, len(parts) / _SHARE)


def _is_question(line: Paragraph, text: str) -> bool:
    """Whether a line is a question in bold or italics throughout."""
    is_set_apart = line.marks and any(covers(line, text, look) for look in _LOOKS)
    return bool(is_set_apart) and text[line.start : line.end].rstrip().endswith("?")


def _part(line: Paragraph, text: str) -> tuple[Paragraph, ...]:
    """Return a line, or the question in it and the answer behind that, which begins with a capital or a number."""
    for place in _ends_of_looks(line, text) if line.kind == "text" else ():
        behind = text[place : line.end]
        begin = line.end - len(behind.lstrip())
        opening = behind.lstrip().lstrip("\"'“”„‘’«([…")[:1]
        is_plain = all(mark.end <= begin or mark.kind not in _LOOKS for mark in line.marks)
        if is_plain and begin > place and (opening.isupper() or opening.isdigit()):
            return replace(line, end=place, marks=_within(line, 0, place)), replace(
                line, start=begin, at=None, marks=_within(line, begin, line.end), again=()
            )
    return (line,)


def _ends_of_looks(line: Paragraph, text: str) -> Iterator[int]:
    """Yield where a question ends that begins a line and looks otherwise than what is behind it."""
    for look in _LOOKS:
        end = line.start
        for mark in sorted((mark for mark in line.marks if mark.kind == look), key=lambda mark: mark.start):
            if text[end : mark.start].strip():
                break
            end = max(end, mark.end)
        end += text[end : end + 1] == "?"
        said = text[line.start : end].rstrip()
        if said.endswith("?") and any(map(str.isalpha, said)):
            yield line.start + len(said)


def _within(line: Paragraph, start: int, end: int) -> tuple[Mark, ...]:
    return tuple(mark for mark in line.marks if mark.start < end and mark.end > start)
