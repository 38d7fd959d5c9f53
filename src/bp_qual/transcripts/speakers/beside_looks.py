"""In a file whose questions are set apart: what stands below a title or behind the talk, and nobody may have said.

What was written down after the talk is parted from it, as where speakers have labels. A line below a title that asks
nothing, and one at the end that is no sentence, may be somebody's answer: they are read so, and told.
"""

from __future__ import annotations

from collections.abc import Sequence

from bp_qual.readers import Paragraph, Reading
from bp_qual.transcripts.speakers.closing import begins_notes
from bp_qual.transcripts.speakers.titles import is_title
from bp_qual.wording.remarks import Remark

_MOSTLY = 0.6  # share of the lines set apart that ask
_SENTENCES = 0.8  # share of the answers that end in a sign, where a last line without one is odd
_FEWEST = 3  # answers
_SHOWN = 40  # letters
_ENDS = ".?!…\"”’'»)"


def find_notes(reading: Reading, asks: Sequence[bool]) -> int:
    r"""Return the first line of what was written down after the talk; the number of all lines where nothing was.

    Parameters
    ----------
    reading : Reading
        The file.
    asks : sequence of bool
        Which of its lines are set apart as questions are.

    Returns
    -------
    int
        The line lies behind the last question and its answer, in a file in which these lines mostly ask.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> reading = read_data(b"# Hoe?\n\nZo.\n\n# En nu?\n\nOok.\n\n(Einde opname)", where="a.md")
    >>> find_notes(reading, [True, False, True, False, False])
    4
    """
    lines, said = reading.paragraphs, [reading.text[line.start : line.end] for line in reading.paragraphs]
    worded = [n for n, is_asked in enumerate(asks) if is_asked and any(map(str.isalpha, said[n]))]
    asked = [n for n in worded if not begins_notes(reading, n)]
    questions = sum(_ends_asking(said[n]) for n in asked)
    if not asked or questions < _MOSTLY * len(asked):
        return len(lines)
    return next((n for n in range(asked[-1] + 2, len(lines)) if begins_notes(reading, n)), len(lines))


def note_beside_talk(text: str, lines: Sequence[Paragraph], asks: Sequence[bool]) -> tuple[Remark, ...]:
    r"""Return the note on lines that stand below a title, or at the end, and may be nobody's.

    Parameters
    ----------
    text : str
        The text of the reading.
    lines : sequence of Paragraph
        The lines of the talk.
    asks : sequence of bool
        Which of them are set apart as questions are.

    Returns
    -------
    tuple of Remark
        None where the lines set apart mostly ask nothing: then a title is one of them.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> said = b"# Verslag\n\nAnna woont hier.\n\n# Hoe?\n\nZo.\n\n# En nu?\n\nOok.\n\n# En toen?\n\nNiets."
    >>> reading = read_data(said, where="a.md")
    >>> print(*note_beside_talk(reading.text, reading.paragraphs, [True, False] * 4))  # doctest: +ELLIPSIS
    Was read as talk of a speaker, but may be no talk: 'Anna woont hier.'. If nobody said it, put ...
    """
    said = [text[line.start : line.end].strip() for line in lines]
    questions = [_ends_asking(one) for one in said]
    if sum(ask and question for ask, question in zip(asks, questions, strict=True)) < _MOSTLY * sum(asks):
        return ()
    asked = asks.index(True, 1) if asks[0] and not questions[0] and True in asks[1:] else 0
    doubted = said[1:asked]
    answers = [one for one, after, ask in zip(said, (*asks[1:], True), asks, strict=True) if after and not ask]
    ended = sum(one[-1:] in _ENDS for one in answers)
    is_last = len(asks) > 1 and not (asks[-1] or asks[-2]) and is_title(said[-1])
    if asks[-1] and not questions[-1] and is_title(said[-1]):
        doubted.append(said[-1])
    if is_last and len(answers) >= _FEWEST and ended >= _SENTENCES * (len(answers) - 1):
        doubted.append(said[-1])
    shown = tuple(dict.fromkeys(one[:_SHOWN] for one in doubted if any(map(str.isalpha, one))))
    return (Remark("maybe no talk", values={"lines": shown}),) if shown else ()


def _ends_asking(said: str) -> bool:
    return said.rstrip("*_ ").endswith("?")
