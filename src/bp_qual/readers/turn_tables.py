"""What the rows of a table mean: a turn each (a speaker and a text), or a person each (questions and answers).

Columns are known by their names in Dutch, English, German or French, or because the study names them. A row without a
speaker continues the one before. Where the columns are questions, each answer is a turn of the row's person below the
question. All other columns are counted and kept apart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bp_qual.display import one_line
from bp_qual.errors import Problem, TranscriptError
from bp_qual.readers.paragraphs import Piece, Reading, check_lines, count_visible, join_pieces
from bp_qual.readers.question_heads import find_heads
from bp_qual.wording.remarks import Remark

COLUMNS = ("speaker", "text", "time", "questions", "person")  # what a study can name

_SPEAKER = (
    "speaker speakers spreker sprekers wie who label name naam participant deelnemer sprecher person rol role voice"
)
_TEXT = (
    "text tekst utterance uiting transcript transcription transcriptie content inhoud talk speech dialogue said zegt "
    "inhalt texte words woorden turn beurt spraak"
)
_TIME = "start at time tijd timestamp timecode begin starttime begintijd starttijd in zeit debut"
_PERSON = (
    "person persoon respondent respondentid respondentnummer participant participantid deelnemer name naam code id nr "
    "nummer number case teilnehmer proband repondant responseid"
)
_STAMP = re.compile(r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?$")
_NUMBERED = re.compile(r"(?:q|v|vraag|question|frage|vr)[ ._-]?\d{1,3}[a-z]?\b.*", re.IGNORECASE | re.DOTALL)
QUESTION = "Question"


@dataclass(frozen=True, slots=True)
class Table:
    """What is known of a table beside its rows: the file, its format, notes, and the columns that the study names.

    >>> Table("a.csv", "csv").columns
    {}
    """

    where: str
    format: str
    notes: tuple[Remark, ...] = ()
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def read_rows(rows: Sequence[Sequence[str]], table: Table) -> Reading:
    """Return the talk of a table whose first filled row holds its headings.

    >>> rows = [["id", "Wat gaat goed?"], ["P01", "De buurt."], ["P02", "Niets."]]
    >>> [(line.label, line.kind) for line in read_rows(rows, Table("a.csv", "csv")).paragraphs]
    [('Question', 'text'), ('P01', 'text'), ('Question', 'text'), ('P02', 'text')]
    """
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    if not filled:
        raise TranscriptError(Problem(table.where, "holds no rows.", "Save it again."))
    width = max(map(len, filled))
    filled = [[*row, *[""] * (width - len(row))] for row in filled]
    header = [re.sub(r"[^a-zà-ÿ]", "", cell.casefold()) for cell in filled[0]]
    questions = _question_columns(filled, table)
    if questions and ("questions" in table.columns or not _has_turns(header, table)):
        return _read_answers(filled, questions, header, table)
    if not table.columns and (heads := find_heads(filled[0])):
        return _read_heads(filled, heads, table)
    return _read_turns(filled, header, table)


def _read_turns(rows: Sequence[Sequence[str]], header: Sequence[str], table: Table) -> Reading:
    speaker, talk, time = (
        _find_column(rows[0], header, names, table, key)
        for key, names in (("speaker", _SPEAKER), ("text", _TEXT), ("time", _TIME))
    )
    is_named = "text" in table.columns
    if talk < 0 or (speaker < 0 and not is_named):
        raise TranscriptError(_missing(rows[0], "speaker" if speaker < 0 else "text", table))
    _check_twice(rows[0], header, (speaker, talk), table)
    pieces, others, label = list[Piece](), ["\t".join(rows[0])], ""
    for row in rows[1:]:
        label = (" ".join(row[speaker].split()) or label) if speaker >= 0 else ""
        at = _seconds(row[time]) if time >= 0 else None
        pieces += [Piece(line, label, at=at) for line in row[talk].split("\n") if line.strip()]
        others.append("\t".join(cell for place, cell in enumerate(row) if place != talk))
    return _reading(pieces, others, rows, table)


def _read_answers(
    rows: Sequence[Sequence[str]], questions: Sequence[int], header: Sequence[str], table: Table
) -> Reading:
    """Read a row a person: each question, and below it what this person answered."""
    person = _person_column(rows, questions, header, table)
    pieces, again = list[Piece](), 0
    for number, row in enumerate(rows[1:], 2):
        label = " ".join(row[person].split()) if person >= 0 else ""
        label = label or f"row {number}"
        for place in questions:
            if not row[place].strip():
                continue
            question = " ".join(rows[0][place].split())
            again += count_visible(question)
            pieces.append(Piece(question, QUESTION))
            pieces += [Piece(line, label) for line in row[place].split("\n") if line.strip()]
    others = ["\t".join(cell for place, cell in enumerate(row) if place not in questions) for row in rows]
    others.insert(0, "\t".join(rows[0][place] for place in questions))
    return _reading(pieces, others, rows, table, added=again)


def _read_heads(rows: Sequence[Sequence[str]], heads: Sequence[str], table: Table) -> Reading:
    """Read a table under `Vraag | Antwoord`: each cell is a turn of its heading."""
    pieces, others = list[Piece](), ["\t".join(rows[0])]
    for row in rows[1:]:
        for head, cell in zip(heads, row, strict=False):
            pieces += [Piece(line, head) for line in cell.split("\n") if head and line.strip()]
        others.append("\t".join(cell for place, cell in enumerate(row) if place >= len(heads) or not heads[place]))
    return _reading(pieces, others, rows, table)


def _reading(
    pieces: Sequence[Piece], others: Sequence[str], rows: Sequence[Sequence[str]], table: Table, *, added: int = 0
) -> Reading:
    check_lines(len(pieces), table.where)
    text, placed = join_pieces(pieces)
    visible = count_visible("\n".join(map("\n".join, rows))) + added
    rest = {"other columns and labels": "\n".join(others)}
    return Reading(text, placed, rest, table.notes, {}, visible, table.format)


def _has_turns(header: Sequence[str], table: Table) -> bool:
    return bool({"speaker", "text"} & set(table.columns)) or (
        _named(header, _SPEAKER) >= 0 and _named(header, _TEXT) >= 0
    )


def _question_columns(rows: Sequence[Sequence[str]], table: Table) -> tuple[int, ...]:
    """Return the columns that are questions: those the study names, or whose headings ask or are numbered so."""
    if "questions" in table.columns:
        return tuple(_stated(rows[0], name, table) for name in table.columns["questions"])
    asked = [
        place for place, cell in enumerate(rows[0]) if cell.strip().endswith("?") or _NUMBERED.fullmatch(cell.strip())
    ]
    return tuple(place for place in asked if any(re.search(r"[^\W\d_]", row[place]) for row in rows[1:]))


def _person_column(rows: Sequence[Sequence[str]], questions: Sequence[int], header: Sequence[str], table: Table) -> int:
    if "person" in table.columns:
        return _stated(rows[0], table.columns["person"][0], table)
    named = _named([name if place not in questions else "" for place, name in enumerate(header)], _PERSON)
    first = [row[0].strip() for row in rows[1:]]
    return named if named >= 0 else 0 if 0 not in questions and all(first) and len(set(first)) == len(first) else -1


def _find_column(headings: Sequence[str], header: Sequence[str], names: str, table: Table, key: str) -> int:
    return _stated(headings, table.columns[key][0], table) if key in table.columns else _named(header, names)


def _stated(headings: Sequence[str], name: str, table: Table) -> int:
    """Return the column with the heading that the study names."""
    tidy = [" ".join(cell.split()).casefold() for cell in headings]
    wanted = " ".join(name.split()).casefold()
    if wanted not in tidy:
        what = f"has no column '{one_line(name)[:60]}', which the study file names (columns)."
        raise TranscriptError(Problem(table.where, what, f"Its columns are: {_shown(headings)}."))
    return tidy.index(wanted)


def _named(header: Sequence[str], names: str) -> int:
    """Return the first column with one of the names, or with a name that begins so, or -1."""
    known = names.split()
    exact = [header.index(name) for name in known if name in header]
    alike = [
        place for place, name in enumerate(header) if name and name.startswith(tuple(n for n in known if len(n) > 2))
    ]
    return exact[0] if exact else alike[0] if alike else -1


def _missing(headings: Sequence[str], what: str, table: Table) -> Problem:
    remedy = (
        "Call its columns speaker and text, or name them in study.yaml (columns: {speaker: ..., text: ...}; for "
        f"answers, a row a person, columns: {{person: ..., questions: [...]}}). They are: {_shown(headings)}."
    )
    return Problem(table.where, f"has no column for the {what}.", remedy)


def _shown(headings: Sequence[str]) -> str:
    return ", ".join(one_line(cell)[:30] for cell in headings[:10]) + (" ..." if len(headings) > 10 else "")


def _check_twice(headings: Sequence[str], header: Sequence[str], places: Sequence[int], table: Table) -> None:
    for place in places:
        if place >= 0 and not table.columns and header.count(header[place]) > 1:
            what = f"has the column '{one_line(headings[place])}' twice."
            raise TranscriptError(Problem(table.where, what, "Rename the one that is not the talk."))


def _seconds(cell: str) -> float | None:
    cell = cell.strip()
    if match := _STAMP.match(cell):
        hours, minutes, seconds, part = match.groups()
        return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{part or 0}")
    try:
        seconds_alone = float(cell.replace(",", ".")[:40])
    except ValueError:
        return None
    return seconds_alone if abs(seconds_alone) < 1e9 else None
