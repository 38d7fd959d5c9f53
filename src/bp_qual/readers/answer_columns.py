"""Columns beside the questions of a survey: those that hold answers too, which are told, and one that parts waves."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bp_qual.display import one_line
from bp_qual.errors import Problem, TranscriptError
from bp_qual.readers.columns_to_state import columns_line
from bp_qual.readers.note_columns import reads_like_talk
from bp_qual.readers.note_headings import heads_notes
from bp_qual.readers.paragraphs import count_visible
from bp_qual.readers.table_headings import WAVES, Table, plain_headings
from bp_qual.wording.remarks import Remark

_APART_SHARE = 0.03  # of the visible characters of the answers
_WORDS_OF_TALK = 6  # a cell that ends as a sentence and has so many is no choice from a list


def find_answers(rows: Sequence[Sequence[str]], known: Collection[int], table: Table) -> tuple[int, ...]:
    """Return the columns that hold running text though their headings do not ask; none where the study names them.

    Parameters
    ----------
    rows : sequence of rows
        All of one width, the headings first.
    known : collection of int
        The columns that are questions, persons or copies.
    table : Table
        What is known of it besides.

    Returns
    -------
    tuple of int
        The indexes of the columns.

    Examples
    --------
    >>> rows = [["id", "Wat?", "Toelichting"], ["P01", "Niets.", "Omdat het zo was."]]
    >>> find_answers(rows, {0, 1}, Table("a.csv", "csv"))
    (2,)
    """
    if "questions" in table.columns:
        return ()
    left = [place for place, heading in enumerate(rows[0]) if place not in known and heading.strip()]
    return tuple(place for place in left if _holds_answers([row[place] for row in rows]))


def _holds_answers(column: Sequence[str]) -> bool:
    if heads_notes(column[0]):
        return False
    cells = [cell.strip() for cell in column[1:] if cell.strip()]
    sentences = [cell for cell in cells if cell[-1] in ".?!…" and len(cell.split()) >= _WORDS_OF_TALK]
    return reads_like_talk(column) or 2 * len(sentences) > len(cells)


def note_answers(
    rows: Sequence[Sequence[str]], person: int, questions: Sequence[int], answers: Sequence[int]
) -> tuple[Remark, ...]:
    """Return a note on columns of answers that are not counted, with the line of study.yaml that counts them.

    Parameters
    ----------
    rows : sequence of rows
        All of one width, the headings first.
    person : int
        The column with the persons, or -1.
    questions, answers : sequence of int
        The columns that are counted, and those that are not.

    Returns
    -------
    tuple of Remark
        None where hardly anything is left out.

    Examples
    --------
    >>> rows = [["id", "Wat?", "Toelichting"], ["P01", "Niets.", "Omdat het zo was."]]
    >>> print(*note_answers(rows, 0, [1], [2]))
    70 % of what was answered is not counted, as the headings do not ask: 'Toelichting'. If these are answers too, ...
    """
    said, apart = (
        sum(count_visible(row[place]) for row in rows[1:] for place in places) for places in (questions, answers)
    )
    if apart <= _APART_SHARE * (said + apart):
        return ()
    stated = {"person": (_heading(rows, person),)} if person >= 0 else {}
    named = {place: _heading(rows, place) for place in sorted((*questions, *answers))}
    values = {
        "percent": f"{100 * apart / (said + apart):.0f}",
        "headings": tuple(named[place] for place in answers),
        "line": columns_line({**stated, "questions": tuple(named.values())}),
        "without": columns_line({**stated, "questions": tuple(named[place] for place in sorted(questions))}),
    }
    return (Remark("answers apart", values=values),)


def _heading(rows: Sequence[Sequence[str]], place: int) -> str:
    return one_line(" ".join(rows[0][place].split()))


def refuse_waves(rows: Sequence[Sequence[str]], person: int, known: Collection[int], table: Table) -> None:
    """Raise where a person has several rows and a column of waves tells them apart: a file is of one wave.

    Parameters
    ----------
    rows : sequence of rows
        All of one width, the headings first.
    person : int
        The column with the persons, or -1.
    known : collection of int
        The columns that are questions.
    table : Table
        What is known of it besides.

    Raises
    ------
    TranscriptError
        With the person, the column and its waves.

    Examples
    --------
    >>> rows = [["id", "ronde", "Wat?"], ["P01", "2010", "Veel."], ["P01", "2020", "Niets."]]
    >>> refuse_waves(rows, 0, {0, 2}, Table("a.csv", "csv"))
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: a.csv  holds several waves: 'P01' has a row for each 'ronde' (2010, 2020)...
    """
    if person < 0:
        return
    for place, heading in enumerate(plain_headings(rows[0])):
        if place in known or not WAVES.fullmatch(heading):
            continue
        waves = dict[str, dict[str, None]]()
        for row in rows[1:]:
            if row[place].strip():
                waves.setdefault(" ".join(row[person].split()), {})[" ".join(row[place].split())] = None
        several = next((name for name, own in waves.items() if name and len(own) > 1), "")
        if several:
            values = {"person": several, "column": _heading(rows, place), "waves": ", ".join(waves[several])}
            raise TranscriptError(Problem(table.where, "several waves", values))
