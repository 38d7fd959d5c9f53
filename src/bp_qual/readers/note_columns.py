"""Columns of a table beside the talk: codes, comments and notes; and those that read like talk, which are told.

A .docx, .odt or page may hold the same table as a .csv, and the same columns of it are talk.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bp_qual.readers.cell_times import seconds
from bp_qual.readers.copied_columns import copied_in_document
from bp_qual.readers.note_headings import LONGEST_HEADING, heads_notes
from bp_qual.readers.paragraphs import Piece, split_lines
from bp_qual.readers.parting_columns import refuse_several_interviews
from bp_qual.readers.table_headings import (
    Table,
    TurnColumns,
    columns_behind_turns,
    find_talk_beside_remarks,
    heads_no_talk,
    is_turn_heading,
    turn_columns,
)
from bp_qual.wording.remarks import Remark

_SHORTEST_HEADING = 3  # letters of the one column that is left; `R` may be a label
OTHER_COLUMNS, UNREAD_COLUMNS = "other columns", "columns beside the text"
_WORDS_OF_TALK, _WORDS_OF_A_NAME = 1.5, 3  # more are talk, on average: in a cell, in one below a heading as `naam`


def set_notes_apart(
    pieces: Iterable[Piece], *, where: str = ""
) -> tuple[list[Piece], dict[str, str], tuple[Remark, ...]]:
    r"""Return the lines of a document without the cells beside the talk, and these cells: notes, and what may be talk.

    Parameters
    ----------
    pieces : iterable of Piece
        The lines of the document, those of tables with tabs between their cells.
    where : str
        Its name, for messages.

    Returns
    -------
    list of Piece, dict of str to str, tuple of Remark
        The notes are on years or moments that several interviews may be of.

    Raises
    ------
    TranscriptError
        For a table with a turn a row that holds several interviews.

    Examples
    --------
    >>> rows = [Piece(text, kind="row") for text in ("Spreker\tTekst\tCodes", "I\tHoe?\t", "R\tZo.\tduur")]
    >>> lines, apart, told = set_notes_apart(rows)
    >>> [line.text for line in lines], apart
    (['Spreker\tTekst', 'I\tHoe?', 'R\tZo.'], {'other columns': 'Codes\nduur'})
    """
    lines, columns, table = list[Piece](), dict[tuple[int, int], list[str]](), 0
    heads, apart, turned, told = list[str](), frozenset[int](), False, list[Remark]()
    pieces = list(pieces)
    for number, piece in enumerate(pieces):
        if piece.kind != "row":
            if heads:  # a table has ended
                heads, apart, turned, table = [], frozenset(), False, table + 1
            lines.append(piece)
            continue
        cells = list(split_lines(piece, "\t"))
        if not heads:
            heads = [cell.text for cell in cells]
            rows = [row for row in _rows_from(pieces, number) if len(row) == len(heads)]
            if (beside := find_talk_beside_remarks(rows)) >= 0:
                heads[beside] = "text"
            apart = _find_notes(heads) | copied_in_document(_rows_from(pieces, number))
            turned = is_turn_heading(heads) and _are_parted(heads)
            if is_turn_heading(heads):
                told += refuse_several_interviews(rows, TurnColumns(*turn_columns(heads)), Table(where, ""))
        if turned and len(cells) == len(heads):
            line, own = _turn_first(cells, heads)
        else:
            own = {column for column in apart if column < len(cells)}
            if len(cells) < len(heads):  # merged cells, or empty ones at the end
                own = {column for column in own if column > max(set(range(len(heads))) - apart)}
            line = _glue([cell for column, cell in enumerate(cells) if column not in own]) if own else piece
        lines.append(line)
        for column in sorted(own):
            columns.setdefault((table, column), []).append(cells[column].text)
    return lines, part_columns(columns.values()), tuple(told)


def _rows_from(pieces: Sequence[Piece], start: int) -> list[list[str]]:
    """Return the cells of the rows that follow one another from a place in a document on."""
    end = start
    while end < len(pieces) and pieces[end].kind == "row":
        end += 1
    return [piece.text.split("\t") for piece in pieces[start:end]]


def part_columns(columns: Iterable[Sequence[str]]) -> dict[str, str]:
    r"""Return columns beside the talk, heading first, by what they are: notes and the like, or what may be talk.

    >>> part_columns([["Codes", "het werk"], ["vervolg", "en dat was het dan."], ["nr", "1"]])
    {'other columns': 'Codes\nhet werk\nnr\n1', 'columns beside the text': 'vervolg\nen dat was het dan.'}
    """
    parts: dict[str, list[str]] = {OTHER_COLUMNS: [], UNREAD_COLUMNS: []}
    for column in columns:
        parts[UNREAD_COLUMNS if reads_like_talk(column) else OTHER_COLUMNS] += filter(str.strip, column)
    return {name: "\n".join(cells) for name, cells in parts.items() if cells}


def reads_like_talk(column: Sequence[str]) -> bool:
    """Return whether the cells of a column hold several words, most of them other words than elsewhere in it.

    >>> reads_like_talk(["vervolg", "en dat was het dan."]), reads_like_talk(["geslacht", "vrouw"])
    (True, False)
    """
    cells = [cell for cell in column[1:] if cell.strip()]
    if not cells or heads_notes(column[0]):
        return False
    words = sum(any(map(str.isalpha, word)) for cell in cells for word in cell.split())
    fewest = _WORDS_OF_A_NAME if heads_no_talk(column[0]) else _WORDS_OF_TALK
    return words > fewest * len(cells) and 2 * len(set(cells)) > len(cells)


def _are_parted(heads: Sequence[str]) -> bool:
    """Return whether other columns stand before the speaker, or notes between the speaker and the text."""
    speaker, text, _ = turn_columns(heads)
    return speaker != 0 or any(map(heads_notes, heads[1:text]))


def _turn_first(cells: Sequence[Piece], heads: Sequence[str]) -> tuple[Piece, set[int]]:
    """Return a row as speaker and text, with its time, where numbers or times stand before these; and other columns.

    Where nobody is named, the row is the text alone: the speaker before goes on.
    """
    speaker, text, time = turn_columns(heads)
    rest = {column for column in range(len(cells)) if column not in (speaker, text)}
    line = _glue([cells[speaker], cells[text]]) if cells[speaker].text.strip() else cells[text]
    at = seconds(cells[time].text) if time >= 0 else None
    return (replace(line, at=at) if at is not None else line), rest


def _find_notes(heads: Sequence[str]) -> frozenset[int]:
    """Return the columns that are no talk by the first row of a table; none where that is no row of headings."""
    if is_turn_heading(heads):
        return frozenset(columns_behind_turns(heads))
    notes = frozenset(column for column, head in enumerate(heads) if heads_notes(head))
    left = [head.strip() for column, head in enumerate(heads) if column not in notes and head.strip()]
    is_short = all(len(head.split()) <= LONGEST_HEADING for head in left)
    has_talk = len(left) > 1 or any(len(head) >= _SHORTEST_HEADING for head in left)
    return notes if is_short and has_talk and not all(map(heads_no_talk, left)) else frozenset()


def _glue(cells: Sequence[Piece]) -> Piece:
    whole = cells[0]
    for cell in cells[1:]:
        whole = whole.glue("\t", cell)
    return whole
