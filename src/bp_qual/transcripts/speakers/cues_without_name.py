"""Pieces without a name where each has a place for one: cues whose names stand in the talk, and rows of tables.

Cues before the first name are nobody's, those after it in doubt; a row whose first cell is empty is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bp_qual.readers import Reading
from bp_qual.readers.cues import Cue, note_taken, note_unnamed_first
from bp_qual.transcripts.speakers.label_forms import Candidate
from bp_qual.wording.remarks import Remark


def note_cues_without_name(reading: Reading, labels: Sequence[Candidate]) -> Iterator[Remark]:
    r"""Yield notes on cues and rows without a name, as they are told where the format names speakers.

    Parameters
    ----------
    reading : Reading
        The file.
    labels : sequence of Candidate
        Its labels, in order.

    Yields
    ------
    Remark
        None for other text, and where the format itself names who speaks.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> cues = ["Eva: Vertel.", "Jan: Zo.", "En toen.", "Ja.", "Nee."]
    >>> srt = "".join(f"{n}\n00:00:0{n},0 --> 00:00:0{n},9\n{said}\n\n" for n, said in enumerate(cues))
    >>> labels = [Candidate(0, "Eva", "colon", 0, 5), Candidate(1, "Jan", "colon", 13, 18)]
    >>> print(*note_cues_without_name(read_data(srt.encode(), where="a.srt"), labels))
    Pieces of talk without a speaker, which were given to the speaker before: 3 of 5 (43 % of the text): 'En toen.', ...
    """
    if not labels or any(label.style == "format" for label in labels):
        return
    if reading.format != "subtitles":
        yield from note_taken(_rows(reading, labels))
        return
    names = {label.line: label.label for label in labels}
    said = [reading.text[line.start : line.end] for line in reading.paragraphs]
    if not any(note.kind == "late names" for note in reading.notes):
        yield from note_unnamed_first([Cue(0, 0, text, names.get(n, "")) for n, text in enumerate(said)])
    yield from note_taken([(names.get(n, ""), text) for n, text in enumerate(said)])


def _rows(reading: Reading, labels: Sequence[Candidate]) -> list[tuple[str, str]]:
    """Return the rows of a table in a document with their names, '' below an empty cell; none of indented paragraphs.

    Lines of a text are rows where a tab parts each label from the talk, and no colon does.
    """
    is_tabbed = all(label.style == "tab" for label in labels)
    names = {label.line: label for label in labels}
    rows = list[tuple[str, str]]()
    for number, line in enumerate(reading.paragraphs[labels[0].line :], labels[0].line):
        said, label = reading.text[line.start : line.end], names.get(number)
        if label:
            rows.append((label.label, reading.text[label.talk : line.end]))
        elif said.startswith("\t") and said.strip() and (is_tabbed or line.kind == "row"):
            rows.append(("", said.strip()))
        else:  # it goes on with a cell
            rows[-1] = (rows[-1][0], f"{rows[-1][1]}\n{said}")
    return rows
