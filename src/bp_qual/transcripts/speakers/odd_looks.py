"""Odd looks: in a file whose questions are set apart, the title above them, and the lines that look otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Paragraph, Reading
from bp_qual.transcripts.speakers.asking import is_one_question
from bp_qual.transcripts.speakers.labels import HEADER_WORDS, label_key
from bp_qual.transcripts.speakers.titles import is_title
from bp_qual.wording.remarks import Remark

_NUMBER = lazy_pattern(r"\s*(\d{1,3})[.)]\s")
_KEY = lazy_pattern(r"\s*([^\W\d_][\w .'’-]{0,30}?)[ \t]*:\s*\S")
_ASKING = 2 / 3  # share of the lines set apart that end in a question mark, where one without is odd
_SHOWN = 40  # letters


def set_numbered_apart(lines: Sequence[Paragraph], text: str, apart: Sequence[bool]) -> list[bool]:
    r"""Return which lines are set apart, with the numbered one that stands between the questions before and after it.

    Parameters
    ----------
    lines : sequence of Paragraph
        The lines of the file, or those from the first question on.
    text : str
        The text of the reading.
    apart : sequence of bool
        Which of them are set apart by their look.

    Returns
    -------
    list of bool
        As many as there are lines.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> reading = read_data(b"1. Hoe?\n\nZo.\n\n2. Vertel eens.\n\nJa.\n\n3. En nu?\n\nOok.", where="a.txt")
    >>> set_numbered_apart(reading.paragraphs, reading.text, [True, False, False, False, True, False])
    [True, False, True, False, True, False]
    """
    found = [_NUMBER.match(text, line.start, line.end) for line in lines]
    numbers = [int(match[1]) if match else 0 for match in found]
    on_end = sum(number > 0 and following > 0 for number, following in pairwise(numbers))
    if 2 * on_end > sum(number > 0 for number in numbers):  # the numbers are those of all lines
        return list(apart)
    asked = {numbers[place] for place, is_apart in enumerate(apart) if is_apart and numbers[place]}
    between = {number for number in numbers if number not in asked and {number - 1, number + 1} <= asked}
    return [
        is_apart or (numbers[place] in between and numbers.count(numbers[place]) == 1)
        for place, is_apart in enumerate(apart)
    ]


def find_top(lines: Sequence[Paragraph], text: str, apart: Sequence[bool]) -> int:
    r"""Return the first line that is a question: titles above it, and `Date: 3 May` below these, are left out.

    Parameters
    ----------
    lines : sequence of Paragraph
        The lines of the file, or those from the first question on.
    text : str
        The text of the reading.
    apart : sequence of bool
        Which of them are set apart by their look.

    Returns
    -------
    int
        Its place among the lines.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> reading = read_data(b"# Interview 3\n\nDatum: 3 mei\n\n# Hoe?\n\nZo.\n\n# En nu?\n\nOok.", where="a.md")
    >>> find_top(reading.paragraphs, reading.text, [True, False, True, False, True, False])
    2
    """
    asking = [place for place, is_apart in enumerate(apart) if is_apart]
    if not _mostly_ask([lines[place] for place in asking], text):
        return asking[0]
    top = asking[0]
    for place, following in pairwise(asking):
        said = text[lines[place].start : lines[place].end]
        if not is_title(said) or not all(_is_header(line, text) for line in lines[place + 1 : following]):
            break
        top = following
    return top


def note_odd_looks(reading: Reading, lines: Sequence[Paragraph], apart: Sequence[bool]) -> tuple[Remark, ...]:
    r"""Return notes on questions that are not set apart, and on what is set apart below a question and asks nothing.

    Parameters
    ----------
    reading : Reading
        The file.
    lines : sequence of Paragraph
        The lines of the file, or those from the first question on.
    apart : sequence of bool
        Which of them are set apart by their look.

    Returns
    -------
    tuple of Remark
        None where the lines set apart mostly ask nothing: then a question mark tells little.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> reading = read_data(b"# Hoe?\n\nZo.\n\nEn toen?\n\nWeg.\n\n# En nu?\n\nOok.", where="a.md")
    >>> print(*note_odd_looks(reading, reading.paragraphs, [True, False, False, False, True, False]))
    Is a question, but was read as part of the answer, as it does not look like the other questions: 'En toen?'. If ...
    """
    text = reading.text
    if not _mostly_ask([line for line, is_apart in zip(lines, apart, strict=True) if is_apart], text):
        return ()
    answers = (text[line.start : line.end].strip() for line, is_apart in zip(lines, apart, strict=True) if not is_apart)
    plain = [said[:_SHOWN] for said in answers if is_one_question(said)]
    below = list(_below_questions(lines, text, apart))
    notes = (("question not set apart", plain), ("answer set apart", below))
    return tuple(Remark(kind, values={"lines": tuple(dict.fromkeys(said))}) for kind, said in notes if said)


def _below_questions(lines: Sequence[Paragraph], text: str, apart: Sequence[bool]) -> Iterator[str]:
    """Yield the lines right below a question that are set apart as it is, and ask nothing."""
    for place in range(1, len(lines)):
        is_below = apart[place] and apart[place - 1] and _asks(lines[place - 1], text)
        if is_below and not _asks(lines[place], text):
            yield text[lines[place].start : lines[place].end].strip()[:_SHOWN]


def _mostly_ask(lines: Sequence[Paragraph], text: str) -> bool:
    return sum(_asks(line, text) for line in lines) >= _ASKING * len(lines)


def _asks(line: Paragraph, text: str) -> bool:
    return text[line.start : line.end].rstrip(" \t\"”’'*_)").endswith("?")


def _is_header(line: Paragraph, text: str) -> bool:
    """Whether a line says something of the interview: `Datum: 3 mei 2010`."""
    match = _KEY.match(text, line.start, line.end)
    return match is not None and label_key(match[1]) in HEADER_WORDS
