"""What the rows of a table mean: a turn each (a speaker and a text), or a person each (questions and answers).

`table_headings` knows the columns. A row without a speaker continues the one before. Where the columns are questions,
each answer is a turn of the row's person below the question. All other columns are counted and kept apart.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from bp_qual.display import one_line
from bp_qual.errors import Problem, TranscriptError
from bp_qual.files.own_marks import is_own_table
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.answer_columns import find_answers, note_answers, refuse_waves
from bp_qual.readers.cell_times import seconds
from bp_qual.readers.copied_columns import find_copies, note_copies, refuse_near_copies, refuse_twice
from bp_qual.readers.cues import note_taken
from bp_qual.readers.exchanged_cells import find_exchanged, note_exchanged_cells
from bp_qual.readers.missing_headings import refuse_without_headings
from bp_qual.readers.note_columns import OTHER_COLUMNS, part_columns
from bp_qual.readers.paragraphs import (
    NOT_UNDERSTOOD,
    Piece,
    Reading,
    check_lines,
    count_visible,
    join_pieces,
    note_not_understood,
)
from bp_qual.readers.parting_columns import refuse_several_interviews
from bp_qual.readers.question_heads import find_heads, is_any_heading, note_above, pair_labels
from bp_qual.readers.table_headings import (
    Table,
    TurnColumns,
    find_turn_columns,
    has_turns,
    person_column,
    question_columns,
)
from bp_qual.wording.remarks import Remark

QUESTION = "Question"
ASKED = "asked"  # the kind of a line that asks what a row answers, in a table with a row a person
_LABELS = "other columns and labels"
_WORDS_OUT_OF_PLACE = 2
_PAIR = 2  # cells of a row above the headings that names something
_WORD = lazy_pattern(r"[^\W\d_]{2}")
_LABELLED = lazy_pattern(r"\s*[^\W_][\w .-]{0,24}:\s")  # I: and R:, in a table of one column
_MOSTLY_LABELLED = 0.5
_MOST_TITLE = 10  # rows that are looked through for the headings


def read_table_rows(rows: Sequence[Sequence[str]], table: Table) -> Reading:
    """Return the talk of a table whose first filled row holds its headings.

    >>> rows = [["id", "Wat gaat goed?"], ["P01", "De buurt."], ["P02", "Niets."]]
    >>> [(line.label, line.kind) for line in read_table_rows(rows, Table("a.csv", "csv")).paragraphs]
    [('Question', 'asked'), ('P01', 'text'), ('Question', 'asked'), ('P02', 'text')]
    """
    numbers = [number for number, row in enumerate(rows) if any(map(str.strip, row))]
    if not numbers:
        raise TranscriptError(Problem(table.where, "no rows"))
    headings = [number for number in numbers[:_MOST_TITLE] if is_any_heading(rows[number], table.columns)]
    above = numbers[: numbers.index(headings[0])] if headings else []
    if above and _is_above([rows[number] for number in above], rows[headings[0]]):
        title = "\n".join("\t".join(rows[number]).strip() for number in above)
        reading = read_table_rows([[]] * headings[0] + list(rows[headings[0] :]), table)
        return replace(
            reading,
            remainders={**reading.remainders, "header": title},
            notes=(*reading.notes, *note_above(rows[number] for number in above)),
            visible=reading.visible + count_visible(title),
        )
    width = max(len(rows[number]) for number in numbers)
    filled = [[*rows[number], *[""] * (width - len(rows[number]))] for number in numbers]
    if is_own_table(filled[0]):
        raise TranscriptError(Problem(table.where, "own result"))
    if not table.columns and (lines := _find_one_column(filled)):
        return _reading([Piece(line) for line in lines], {}, filled, table)
    table = replace(table, lines=[table.lines[number] if table.lines else number + 1 for number in numbers])
    heads = () if table.columns else find_heads(filled[0], beside=True)
    if not heads:
        refuse_without_headings(filled, table)
    questions = question_columns(filled, table)
    if questions and ("questions" in table.columns or not has_turns(filled, table)):
        return _read_answers(filled, questions, table)
    return _read_heads(filled, heads, table) if heads else _read_turns(filled, table)


def _find_one_column(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the lines of a table with one column of talk, in which most lines begin with a label as in a text."""
    columns = [column for column in zip(*rows, strict=True) if any(map(str.strip, column))]
    if len(columns) != 1:
        return []
    lines = [line for cell in columns[0] for line in cell.split("\n") if line.strip()]
    labelled = sum(_LABELLED.match(line) is not None for line in lines)
    return lines if labelled > 1 and labelled > _MOSTLY_LABELLED * len(lines) else []


def _is_above(rows: Sequence[Sequence[str]], heading: Sequence[str]) -> bool:
    """Return whether rows stand above headings: they hold less, or a name each and what it is (`Datum | 3 mei`)."""
    wide = [row for row in rows if _filled(row) >= _filled(heading)]
    names = [next(filter(None, map(str.strip, row))) for row in wide]
    return len(set(names)) == len(names) and all(_filled(row) == _PAIR for row in wide)


def _filled(row: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in row)


def _read_turns(rows: Sequence[Sequence[str]], table: Table) -> Reading:
    columns = find_turn_columns(rows, table)
    speaker, talk, time = columns.speaker, columns.text, columns.time
    refuse_twice(rows, [speaker, talk], table)
    parting = refuse_several_interviews(rows, columns, table)
    pieces, label = list[Piece](), ""
    exchanged = find_exchanged(rows, columns)
    left_out = frozenset(exchanged)
    for number, row in enumerate(rows[1:], 1):
        if number in left_out:
            label = row[talk].strip(" :")  # who goes on in a row without a name
            continue
        label = (" ".join(row[speaker].split()) or label) if speaker >= 0 else ""
        at = seconds(row[time]) if time >= 0 else None
        lines = [line for line in row[talk].split("\n") if line.strip()]
        own = pair_labels(row[speaker], lines) if speaker >= 0 and len(lines) > 1 else []
        cells = [Piece(line, name, at=at) for name, line in zip(own or [label] * len(lines), lines, strict=True)]
        pieces += (
            [replace(cells[0], again=(0,)), *cells[1:]] if cells and speaker >= 0 and row[speaker].strip() else cells
        )
        label = own[-1] if own else label
    is_gapped = speaker >= 0 and not all(row[speaker].strip() for row in rows)
    named = [(row[speaker].strip(), row[talk]) for row in rows[1:] if row[talk].strip()] if is_gapped else []
    copies = find_copies(rows, [talk])
    notes = (*table.notes, *parting, *columns.guessed, *_note_silent_rows(rows, columns, table), *note_taken(named))
    notes = (*notes, *note_copies(rows, copies), *note_exchanged_cells(rows, exchanged, table))
    rest = _rest(rows, {talk}, {speaker, time, *copies}, table)
    rest[_LABELS] = "\n".join([rest[_LABELS], *(rows[number][talk] for number in exchanged)])
    return _reading(pieces, rest, rows, replace(table, notes=notes))


def _rest(rows: Sequence[Sequence[str]], talk: Collection[int], known: Collection[int], table: Table) -> dict[str, str]:
    """Return what is not talk: headings, columns that are known, and others, apart from those that read like talk.

    Where the study names the columns it has said what is talk.
    """
    others = ["\t".join(rows[0][place] for place in sorted(talk))]
    others += [row[place] for place in sorted(known) if place >= 0 for row in rows]
    placed = {*talk, *known}
    columns = [[row[place] for row in rows] for place in range(len(rows[0])) if place not in placed]
    unknown = [] if table.columns else [column for column in columns if _is_unknown(column)]
    columns = [column for column in columns if column not in unknown]
    parts = part_columns(columns) if not table.columns else {OTHER_COLUMNS: "\n".join(map("\n".join, columns))}
    others.append(parts.pop(OTHER_COLUMNS, ""))
    if unknown:
        parts[NOT_UNDERSTOOD] = "\n".join(cell for column in unknown for cell in column if cell.strip())
    return {_LABELS: "\n".join(others), **parts}


def _is_unknown(column: Sequence[str]) -> bool:
    """Return whether words stand below no heading, as in a row with more cells than there are headings.

    >>> _is_unknown(["", "", "en dat"]), _is_unknown(["", "12", "x"]), _is_unknown(["code", "werk"])
    (True, False, False)
    """
    return not column[0].strip() and any(map(_WORD.search, column))


def _note_silent_rows(rows: Sequence[Sequence[str]], columns: TurnColumns, table: Table) -> Iterator[Remark]:
    """Refuse rows that end before the talk; yield a remark on those whose talk seems to stand in another column."""
    speaker, talk = columns.speaker, columns.text
    numbered = list(zip(table.lines, rows, strict=True))[1:]
    silent = [(line, row) for line, row in numbered if not row[talk].strip()]
    cut = [(line, row) for line, row in silent if table.short.get(line, len(row)) <= talk]
    if cut:
        raise TranscriptError(
            Problem(
                f"{table.where}:{line}",
                "row cut",
                {"cells": table.short[line], "headings": len(rows[0]), "begin": _begin(row)},
            )
            for line, row in cut
        )
    if not silent:
        return
    speaks = {row[speaker].strip() for _, row in numbered if row[talk].strip()} if speaker >= 0 else set[str]()
    odd = [
        (line, row)
        for line, row in silent
        if any(
            len(re.findall(r"[^\W\d_]+", cell)) >= _WORDS_OUT_OF_PLACE and cell.strip() not in speaks
            for cell in row[: talk + 1]
        )
    ]
    if odd:
        line, row = odd[0]
        yield Remark("row without text", values={"n": len(odd), "line": line, "cells": _begin(row)})


def _begin(row: Sequence[str]) -> str:
    return ", ".join(f"'{one_line(cell)[:40]}'" for cell in row if cell.strip())[:120]


def _read_answers(rows: Sequence[Sequence[str]], questions: Sequence[int], table: Table) -> Reading:
    """Read a row a person: each question, and below it what this person answered."""
    person = person_column(rows, questions, table)
    if "questions" in table.columns:
        refuse_twice(rows, [person, *questions], table)
    questions, copies, table = _set_copies_apart(rows, questions, table)
    refuse_waves(rows, person, questions, table)
    answers = find_answers(rows, {person, *questions, *copies}, table)
    told = (*table.notes, *note_answers(rows, person, questions, answers))
    pieces, again = list[Piece](), 0
    for number, row in enumerate(rows[1:], 2):
        label = " ".join(row[person].split()) if person >= 0 else ""
        label = label or f"row {number}"
        for place in questions:
            if not row[place].strip():
                continue
            question = " ".join(rows[0][place].split())
            again += count_visible(question)
            pieces.append(Piece(question, QUESTION, ASKED))
            pieces += [Piece(line, label) for line in row[place].split("\n") if line.strip()]
    rest = _rest(rows, questions, {person, *copies, *answers}, table)
    return _reading(pieces, rest, rows, replace(table, notes=told), added=again)


def _set_copies_apart(
    rows: Sequence[Sequence[str]], talk: Sequence[int], table: Table
) -> tuple[list[int], Collection[int], Table]:
    """Return the columns of talk that are none of another, the copies, and the table with notes on these."""
    copies = find_copies(rows, talk)
    left = [column for column in talk if column not in copies]
    refuse_near_copies(rows, left, table)
    return left, copies, replace(table, notes=(*table.notes, *note_copies(rows, copies)))


def _read_heads(rows: Sequence[Sequence[str]], heads: Sequence[str], table: Table) -> Reading:
    """Read a table under `Vraag | Antwoord`: each cell is a turn of its heading."""
    talk, copies, table = _set_copies_apart(rows, [place for place, head in enumerate(heads) if head], table)
    pieces = [
        Piece(line, heads[place])
        for row in rows[1:]
        for place in talk
        for line in row[place].split("\n")
        if line.strip()
    ]
    return _reading(pieces, _rest(rows, talk, copies, table), rows, table)


def _reading(
    pieces: Sequence[Piece], rest: dict[str, str], rows: Sequence[Sequence[str]], table: Table, *, added: int = 0
) -> Reading:
    check_lines(len(pieces), table.where)
    text, placed = join_pieces(pieces)
    visible = count_visible("\n".join(map("\n".join, rows))) + added
    notes = (*table.notes, *note_not_understood(rest.get(NOT_UNDERSTOOD, ""), "in cells below no heading"))
    return Reading(text, placed, rest, notes, {}, visible, table.format)
