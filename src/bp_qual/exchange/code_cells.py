"""Cells and comments in which people write codes: which signs part these, and where a comma may do so.

A comma parts codes only where all the parts are codes elsewhere too. Where some are, it stays one code, since only
whoever wrote it knows: that is told, and the codes that are meant, perhaps, are no zero there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from bp_qual.display import shown
from bp_qual.exchange.code_tree import CodeTree
from bp_qual.exchange.drafts import code_name_key
from bp_qual.wording import Remark

_SIGNS = ("\n", ";", "|")


def code_pieces(cell: str) -> list[str]:
    """Return the codes in a cell: one a line, else between semicolons or upright strokes.

    >>> code_pieces("work > stress; health"), code_pieces("work, paid")
    (['work > stress', 'health'], ['work, paid'])
    """
    sign = next((sign for sign in _SIGNS if sign in cell), "\n")
    return [piece for piece in (piece.strip(" \t\r\n●•") for piece in cell.split(sign)) if piece]


class CodeCells:
    """How the cells of a file part into codes, seen over all of them.

    Parameters
    ----------
    cells : iterable of str
        All that hold codes.
    known : iterable of str
        What the codes of the study are called: of these none is parted.
    settled : collection of str
        Those among them that people wrote in a codebook, so that a comma in them is meant.

    Examples
    --------
    >>> cells = CodeCells(["work", "health", "work, health", "work, paid"])
    >>> cells.split("work, health"), cells.split("work, paid")
    (['work', 'health'], ['work, paid'])
    >>> [note.say("en") for note in cells.notes][0]
    "a comma parts codes in 'work, health': each part is a code elsewhere too"
    """

    def __init__(self, cells: Iterable[str], known: Iterable[str] = (), settled: Collection[str] = ()) -> None:
        pieces = {piece for cell in cells for piece in code_pieces(cell)}
        self._known = {*map(code_name_key, known)}
        self._settled = {*map(code_name_key, settled)}
        self._alone = self._known | {code_name_key(piece) for piece in pieces if "," not in piece}
        self._often = Counter(key for piece in pieces for key in {*map(code_name_key, _parts(piece))})
        self._parted: dict[str, None] = {}
        self._doubtful: dict[str, list[str]] = {}

    def split(self, cell: str, *, always: bool = False) -> list[str]:
        """Return the codes in a cell; commas always part them where a program writes them so."""
        found: list[str] = []
        for piece in code_pieces(cell):
            parts, key = _parts(piece), code_name_key(piece)
            elsewhere = [part for part in parts if code_name_key(part) in self._alone]
            if len(parts) < 2 or (key in self._settled and not always):
                found.append(piece)
            elif always or (key not in self._known and len(elsewhere) == len(parts)):
                found += parts
                self._parted |= {} if always else {piece: None}
            else:
                found.append(piece)
                if doubtful := elsewhere or [part for part in parts if self._often[code_name_key(part)] > 1]:
                    self._doubtful[piece] = doubtful
        return found

    @property
    def notes(self) -> tuple[Remark, ...]:
        """In which of them a comma was taken to part codes, and in which it may be."""
        notes = [Remark("commas parted", values={"pieces": [*map(shown, self._parted)]})] if self._parted else []
        for piece, parts in self._doubtful.items():
            notes.append(Remark("comma in a code", values={"said": shown(piece), "parts": [*map(shown, parts)]}))
        return tuple(notes)

    def doubts(self, tree: CodeTree) -> dict[int, tuple[int, ...]]:
        """Return the codes that may be several for all that a comma tells, with those of the file among these."""
        found = dict[int, tuple[int, ...]]()
        for piece, parts in self._doubtful.items():
            meant = tuple(number for part in parts for number in tree.called(part))
            found |= dict.fromkeys(tree.called(piece), meant) if meant else {}
        return found


def _parts(piece: str) -> Sequence[str]:
    return [part for part in map(str.strip, piece.split(",")) if part]
