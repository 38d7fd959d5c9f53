"""Columns of a table in a document that nobody said: codes, comments and notes beside the talk.

A .docx, .odt or page may hold the same table as a .csv, and the same columns of it are talk.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bp_qual.readers.paragraphs import Piece, split_lines
from bp_qual.readers.table_headings import (
    columns_behind_turns,
    heads_no_talk,
    is_turn_heading,
    seconds,
    turn_columns,
)

(_NOTES,) = (
    frozenset(words.split())
    for words in (
        "code codes coding codering coderingen comment comments opmerking opmerkingen commentaar commentaren note "
        "notes notitie notities aantekening aantekeningen kanttekening kanttekeningen remark remarks annotation "
        "annotations annotatie annotaties memo memos memo's thema themas thema's theme themes interpretatie "
        "interpretation analyse analysis kodierung kommentar kommentare anmerkung anmerkungen notiz notizen",
    )
)
_LONGEST_HEADING = 4  # words
_SHORTEST_HEADING = 3  # letters of the one column that is left; `R` may be a label


def set_notes_apart(pieces: Iterable[Piece]) -> tuple[list[Piece], str]:
    r"""Return the lines of a document without the cells that are notes beside the talk, and these cells.

    >>> rows = [Piece(text, kind="row") for text in ("Spreker\tTekst\tCodes", "I\tHoe?\t", "R\tZo.\tduur")]
    >>> lines, notes = set_notes_apart(rows)
    >>> [line.text for line in lines], notes
    (['Spreker\tTekst', 'I\tHoe?', 'R\tZo.'], 'Codes\nduur')
    """
    lines, notes = list[Piece](), list[str]()
    heads, apart, turned = list[str](), frozenset[int](), False
    for piece in pieces:
        if piece.kind != "row":
            heads, apart, turned = [], frozenset(), False
            lines.append(piece)
            continue
        cells = list(split_lines(piece, "\t"))
        if not heads:
            heads = [cell.text for cell in cells]
            apart = _find_notes(heads)
            turned = is_turn_heading(heads) and turn_columns(heads)[0] != 0
        if turned and len(cells) == len(heads):
            line, rest = _turn_first(cells, heads)
            lines.append(line)
            notes += rest
            continue
        own = {column for column in apart if column < len(cells)}
        if len(cells) < len(heads):  # merged cells, or empty ones at the end
            own = {column for column in own if column > max(set(range(len(heads))) - apart)}
        if not own:
            lines.append(piece)
            continue
        notes += [cells[column].text for column in sorted(own) if cells[column].text.strip()]
        lines.append(_glue([cell for column, cell in enumerate(cells) if column not in own]))
    return lines, "\n".join(notes)


def _turn_first(cells: Sequence[Piece], heads: Sequence[str]) -> tuple[Piece, list[str]]:
    """Return a row as speaker and text, with its time, where numbers or times stand before these; and its other cells.

    Where nobody is named, the row is the text alone: the speaker before goes on.
    """
    speaker, text, time = turn_columns(heads)
    rest = [cell.text for column, cell in enumerate(cells) if column not in (speaker, text) and cell.text.strip()]
    line = _glue([cells[speaker], cells[text]]) if cells[speaker].text.strip() else cells[text]
    at = seconds(cells[time].text) if time >= 0 else None
    return (replace(line, at=at) if at is not None else line), rest


def _find_notes(heads: Sequence[str]) -> frozenset[int]:
    """Return the columns that are no talk by the first row of a table; none where that is no row of headings."""
    if is_turn_heading(heads):
        return frozenset(columns_behind_turns(heads))
    notes = frozenset(column for column, head in enumerate(heads) if _is_note(head))
    left = [head.strip() for column, head in enumerate(heads) if column not in notes and head.strip()]
    is_short = all(len(head.split()) <= _LONGEST_HEADING for head in left)
    has_talk = len(left) > 1 or any(len(head) >= _SHORTEST_HEADING for head in left)
    return notes if is_short and has_talk and not all(map(heads_no_talk, left)) else frozenset()


def _is_note(head: str) -> bool:
    words = re.findall(r"[^\W\d_]+(?:['’]s)?", head.casefold().replace("’", "'"))
    return 0 < len(words) <= _LONGEST_HEADING and head.strip()[-1:] not in ".?!…" and not _NOTES.isdisjoint(words)


def _glue(cells: Sequence[Piece]) -> Piece:
    whole = cells[0]
    for cell in cells[1:]:
        whole = whole.glue("\t", cell)
    return whole
