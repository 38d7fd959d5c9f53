"""A column that parts a table with a turn a row into interviews: of several waves, or of several persons."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from bp_qual.display import first_few, one_line
from bp_qual.errors import Problem, TranscriptError
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.table_headings import WAVES, Table, TurnColumns, plain_headings
from bp_qual.wording.remarks import Remark

_INTERVIEWS = lazy_pattern(
    "interview(?:id|nr|nummer|number)?|gesprek(?:nr|nummer)?|file(?:name)?|bestand(?:snaam)?|document(?:naam|name)?|"
    "person|persoon|respondent(?:id|nr|nummer)?|participant(?:id)?|deelnemer(?:nr|nummer)?|proband|r[ée]pondant"
)
_TIME = lazy_pattern(r"\d{1,3}:\d\d.*")
_TOLD_OF = lazy_pattern(r"jaar|year|periode?|tijdstip|moment|jahr|ann[ée]e")  # of a life, as well as of a study
_WAVE = lazy_pattern(
    r"[tw]\W?\d{1,2}|(?:waves?|ronde|round|golf|\w*meting|welle|vague)\W*\d{1,2}"
    r"|(?:\w+ )?(?:wave|ronde|round|golf|welle)"
    r"|(?:\w+ )?\w*(?:meting|measurement|messung)|(?:pre|post|voor|na)\W?test|base\W?line|mid\W?line|end\W?line"
    r"|follow\W?up(?:\W*\d+)?",
    re.IGNORECASE,
)
PERHAPS_WAVES, WAVES_IN_TURNS = "perhaps waves in a table of turns", "waves in a table of turns"
_SPEAKERS = 2  # who speak in each part, at least, if each is an interview


def refuse_several_interviews(rows: Sequence[Sequence[str]], columns: TurnColumns, table: Table) -> tuple[Remark, ...]:
    """Raise where the same speakers talk in each wave of a column, or with each person: a file is one interview.

    Where the study names the columns it has said that it is. Years, periods and moments can be those of a life that is
    told in one interview: where they are not called as waves are, they are told.

    Parameters
    ----------
    rows : sequence of rows
        All of one width, the headings first.
    columns : TurnColumns
        Those of speaker, text and time.
    table : Table
        What is known of it besides.

    Returns
    -------
    tuple of Remark
        On years, periods and moments.

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
        return ()
    notes = list[Remark]()
    for place, heading in enumerate(plain_headings(rows[0])):
        is_wave = WAVES.fullmatch(heading) is not None
        if place in (columns.speaker, columns.text, columns.time) or not (is_wave or _INTERVIEWS.fullmatch(heading)):
            continue
        parts = _parts([(" ".join(row[place].split()), row[columns.speaker].strip()) for row in rows[1:]])
        if len(parts) > 1 and (is_wave or _lie_apart([row[place] for row in rows[1:]])) and _same_speak(parts.values()):
            column, names = one_line(rows[0][place])[:60], tuple(part[:40] for part in parts)
            if _TOLD_OF.fullmatch(heading) and not all(map(_WAVE.fullmatch, parts)):
                notes.append(Remark(PERHAPS_WAVES, values={"column": column, "parts": names}))
                continue
            raise refusal_of(
                table.where, column, names, WAVES_IN_TURNS if is_wave else "interviews in a table of turns"
            )
    return tuple(notes)


def refusal_of(where: str, column: str, parts: Sequence[str], kind: str = WAVES_IN_TURNS) -> TranscriptError:
    """Return the error for a table that a column parts.

    Parameters
    ----------
    where, column : str
        The file, and the heading.
    parts : sequence of str
        What is in the column.
    kind : str
        Of the problem.

    Returns
    -------
    TranscriptError

    Examples
    --------
    >>> str(refusal_of("a.csv", "jaar", ["2010", "2020"]))[:60]
    "a.csv  holds several waves: its column 'jaar' (2010, 2020). "
    """
    return TranscriptError(Problem(where, kind, {"column": column, "parts": first_few(parts)}))


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
