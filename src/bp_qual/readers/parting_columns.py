"""A column that parts a table with a turn a row into interviews: of several waves, or of several persons."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bp_qual.display import first_few, one_line
from bp_qual.errors import Problem, TranscriptError
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.table_headings import WAVES, Table, TurnColumns, plain_headings

_INTERVIEWS = lazy_pattern(
    "interview(?:id|nr|nummer|number)?|gesprek(?:nr|nummer)?|file(?:name)?|bestand(?:snaam)?|document(?:naam|name)?|"
    "person|persoon|respondent(?:id|nr|nummer)?|participant(?:id)?|deelnemer(?:nr|nummer)?|proband|r[ée]pondant"
)
_TIME = lazy_pattern(r"\d{1,3}:\d\d.*")
_SPEAKERS = 2  # who speak in each part, at least, if each is an interview


def refuse_several_interviews(rows: Sequence[Sequence[str]], columns: TurnColumns, table: Table) -> None:
    """Raise where the same speakers talk in each wave of a column, or with each person: a file is one interview.

    Where the study names the columns it has said that it is.

    Parameters
    ----------
    rows : sequence of rows
        All of one width, the headings first.
    columns : TurnColumns
        Those of speaker, text and time.
    table : Table
        What is known of it besides.

    Raises
    ------
    TranscriptError
        With the column and what is in it.

    Examples
    --------
    >>> turns = [("I", "Hoe?"), ("R", "Goed.")]
    >>> rows = [["ronde", "wie", "wat"], *([wave, *turn] for wave in ("2010", "2020") for turn in turns)]
    >>> refuse_several_interviews(rows, TurnColumns(1, 2), Table("a.csv", "csv"))
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: a.csv  holds several waves: its column 'ronde' (2010, 2020). Save the rows of ...
    """
    if table.columns or columns.speaker < 0:
        return
    for place, heading in enumerate(plain_headings(rows[0])):
        is_wave = WAVES.fullmatch(heading) is not None
        if place in (columns.speaker, columns.text, columns.time) or not (is_wave or _INTERVIEWS.fullmatch(heading)):
            continue
        parts = _parts([(" ".join(row[place].split()), row[columns.speaker].strip()) for row in rows[1:]])
        if len(parts) > 1 and (is_wave or _lie_apart([row[place] for row in rows[1:]])) and _same_speak(parts.values()):
            kind = "waves in a table of turns" if is_wave else "interviews in a table of turns"
            values = {"column": one_line(rows[0][place])[:60], "parts": first_few([part[:40] for part in parts])}
            raise TranscriptError(Problem(table.where, kind, values))


def _parts(cells: Sequence[tuple[str, str]]) -> dict[str, set[str]]:
    """Return who speak in each part; none where the column holds times of day."""
    parts = dict[str, set[str]]()
    for part, speaker in cells:
        if part and speaker:
            parts.setdefault(part, set()).add(speaker)
    return {} if any(map(_TIME.fullmatch, parts)) else parts


def _lie_apart(cells: Sequence[str]) -> bool:
    """Return whether all rows of a part lie together."""
    filled = [" ".join(cell.split()) for cell in cells if cell.strip()]
    turns = [cell for number, cell in enumerate(filled) if number == 0 or filled[number - 1] != cell]
    return len(turns) == len(set(turns))


def _same_speak(parts: Collection[set[str]]) -> bool:
    """Return whether several speak in each part, and somebody in all: an interviewer, or anybody under `R`."""
    return all(len(part) >= _SPEAKERS for part in parts) and bool(set.intersection(*parts))
