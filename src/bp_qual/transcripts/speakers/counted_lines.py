"""Counted lines: rows of a table, or lines of an export, with numbers or times in columns before what is said.

Where lines with a label have such columns, a line that has them and no label goes on with what was said before it: its
numbers and times are no words.
"""

from __future__ import annotations

from collections.abc import Sequence

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Paragraph, Reading
from bp_qual.transcripts.speakers.label_forms import CELLS, Candidate, read_seconds

_CELLS = lazy_pattern(rf"(?>[ ]*+{CELLS})(?<=\t)(?:[ \t]*\t)?")
_MOSTLY = 0.5  # share of the lines with a label that have such columns


def resume_counted(reading: Reading, labels: Sequence[Candidate]) -> list[Candidate]:
    r"""Return labels for the lines at which a speaker goes on behind a number or a time in a column of its own.

    Parameters
    ----------
    reading : Reading
        The file.
    labels : sequence of Candidate
        Its labels, in order.

    Returns
    -------
    list of Candidate
        The label of whoever spoke before; none where lines with a label have no such columns.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> from bp_qual.transcripts.speakers.label_forms import find_candidates
    >>> reading = read_data(b"0:01\tI: Hoe?\n0:02\tR: Nou,\n0:09\tgoed.", where="a.txt")
    >>> labels = [label for label in find_candidates(reading) if label.style == "colon"]
    >>> [(label.label, label.line, label.at) for label in resume_counted(reading, labels)]
    [('R', 2, 9.0)]
    """
    if "\t" not in reading.text or not labels:
        return []
    lines, text = reading.paragraphs, reading.text
    taken = {label.line: label.label for label in labels if label.style != "inside" and label.end < 0}
    if sum(begins_with_cells(text, lines[number]) for number in taken) < _MOSTLY * len(taken):
        return []
    resumed, speaker, all_taken = list[Candidate](), "", {label.line for label in labels}
    for number, line in enumerate(lines):
        speaker = taken.get(number, speaker)
        cells = _CELLS.match(text, line.start, line.end) if speaker and number not in all_taken else None
        if cells:
            at = read_seconds(cells[0] if ":" in cells[0] else None, line.at)
            resumed.append(Candidate(number, speaker, "stated", line.start, cells.end(), at))
    return resumed


def begins_with_cells(text: str, line: Paragraph) -> bool:
    r"""Return whether a line begins with numbers or times, each with a tab behind it.

    >>> begins_with_cells("1\t0:01\tI: Hoe?", Paragraph(0, 14)), begins_with_cells("I:\tHoe?", Paragraph(0, 7))
    (True, False)
    """
    return _CELLS.match(text, line.start, line.end) is not None
