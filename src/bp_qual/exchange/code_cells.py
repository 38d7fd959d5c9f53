"""Cells and comments in which people write codes: which signs part these, and where a comma may do so.

A comma parts codes only where all the parts are codes elsewhere too. Where some are, it stays one code, since only
whoever wrote it knows: that is told, and the codes that are meant, perhaps, are no zero there. What stands between
words in names as well (``/``, ``&``, *and*, a dash) never parts them; it is asked about where the parts are codes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from bp_qual.display import shown
from bp_qual.exchange.code_tree import CodeTree
from bp_qual.exchange.drafts import code_name_key
from bp_qual.exchange.list_headings import NOTHING
from bp_qual.exchange.received import Received
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.wording import Remark

_SIGNS = ("\n", ";", "；", "|", "｜")
_COMMA = lazy_pattern("[,，、]")
_SELDOM = lazy_pattern(r"\s*[;；·•\t]\s*|\s+[/+]\s+|(?:^|\s)[0-9]{1,2}[.)]\s+")  # in the name of one code
_JOINT = lazy_pattern(
    rf"{_SELDOM.pattern}|\s*[,，、&/+:：]\s*|(?<=\w)\.\s*(?=\w)|\s+(?:[-–—]|and|en|und|plus)\s+", re.IGNORECASE
)
_ASKED = ("comma in a code", "codes joined")


def code_pieces(cell: str, settled: Collection[str] = ()) -> list[str]:
    r"""Return the codes in a cell: on lines, and between semicolons or upright strokes, also those of full width.

    Parameters
    ----------
    cell : str
        The cell.
    settled : collection of str
        Keys of codes that people wrote in a codebook: of these none is parted.

    Returns
    -------
    list of str

    Examples
    --------
    >>> code_pieces("work > stress; health"), code_pieces("work, paid"), code_pieces("work; stress\nhealth")
    (['work > stress', 'health'], ['work, paid'], ['work', 'stress', 'health'])
    """
    pieces = [cell]
    for sign in _SIGNS:
        parted = ([piece] if code_name_key(piece) in settled else piece.split(sign) for piece in pieces)
        pieces = [piece for own in parted for piece in own]
    return [piece for piece in (piece.strip(" \t\r\n●•;；") for piece in pieces) if piece]


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
        self._known = {*map(code_name_key, known)}
        self.settled = {*map(code_name_key, settled)}
        pieces = {piece for cell in cells for piece in code_pieces(cell, self.settled)}
        alone = {name for piece in pieces if not _COMMA.search(piece) for name in (piece, *piece.split(">"))}
        self._alone = self._known | {code_name_key(name) for name in alone if name.strip()}
        self._often = Counter(key for piece in pieces for key in {*map(code_name_key, _parts(piece))})
        self._parted: dict[str, None] = {}
        self._doubtful: dict[str, list[str]] = {}
        self._joined: dict[str, list[str]] = {}

    def split(self, cell: str, *, always: bool = False, literal: bool = False) -> list[str]:
        """Return the codes in a cell.

        Parameters
        ----------
        cell : str
            The cell.
        always : bool
            Whether commas part codes whatever they are, as a program writes them.
        literal : bool
            Whether *none* and *n/a* are codes, as in a list of our own.

        Returns
        -------
        list of str

        Examples
        --------
        >>> CodeCells([]).split("n/a; work"), CodeCells([]).split("n/a; work", literal=True)
        (['work'], ['n/a', 'work'])
        """
        found: list[str] = []
        for piece in code_pieces(cell, self.settled) if literal else self._said(cell):
            parts, key = _parts(piece), code_name_key(piece)
            elsewhere = [part for part in parts if code_name_key(part) in self._alone]
            if len(parts) < 2 or (key in self.settled and not always):
                found.append(piece)
            elif always or (key not in self._known and len(elsewhere) == len(parts)):
                found += parts
                self._parted |= {} if always else {piece: None}
            else:
                found.append(piece)
                if doubtful := elsewhere or [part for part in parts if self._often[code_name_key(part)] > 1]:
                    self._doubtful[piece] = doubtful
        for name in () if always else found:
            self.doubt(name)
        return found

    def _said(self, cell: str) -> list[str]:
        """Return the pieces of a cell but for those that say that there is no code: none, geen, n/a."""
        pieces = code_pieces(cell, self.settled)
        return [p for p in pieces if p.casefold() not in NOTHING or code_name_key(p) in self._known]

    def doubt(self, name: str) -> None:
        """Note a name that may be several codes: most of its parts are codes, or some where a name seldom has the sign.

        >>> cells = CodeCells(["work", "stress", "work & stress", "work & play"])
        >>> cells.doubt("work & play")
        >>> cells.doubt("work & stress")
        >>> [remark.values["said"] for remark in cells.notes]
        [['work & stress']]
        """
        if name in self._doubtful or code_name_key(name) in self.settled:
            return
        for joint, fewest in ((_SELDOM, 0.0), (_JOINT, 0.5)):
            parts = [part for part in map(str.strip, joint.split(name)) if part]
            known = [part for part in parts if code_name_key(part) in self._alone]
            if len(parts) > 1 and len(known) > fewest * len(parts):
                self._joined[name] = known
                return

    @property
    def notes(self) -> tuple[Remark, ...]:
        """In which of them a comma was taken to part codes, and in which it may be."""
        notes = [Remark("commas parted", values={"pieces": [*map(shown, self._parted)]})] if self._parted else []
        for piece, parts in self._doubtful.items():
            notes.append(Remark("comma in a code", values={"said": shown(piece), "parts": [*map(shown, parts)]}))
        if self._joined:
            parts = [*dict.fromkeys(part for own in self._joined.values() for part in own)]
            values = {"said": [*map(shown, self._joined)], "parts": [*map(shown, parts)]}
            notes.append(Remark("codes joined", values=values))
        return tuple(notes)

    def doubts(self, tree: CodeTree) -> dict[int, tuple[int, ...]]:
        """Return the codes that may be several for all that their signs tell, with those of the file among these."""
        found = dict[int, tuple[int, ...]]()
        for piece, parts in (*self._doubtful.items(), *self._joined.items()):
            meant = tuple(number for part in parts for number in tree.called(_last(part)))
            found |= dict.fromkeys(tree.called(_last(piece)), meant) if meant else {}
        return found


def as_they_are(received: Received) -> Received:
    """Return what came in with every code as its name has it, whatever signs are in it, and no question about these.

    >>> as_they_are(Received("a.csv", (), (), doubts={0: (1,)}, notes=(Remark("codes joined"),))).notes
    ()
    """
    notes = tuple(note for note in received.notes if note.kind not in _ASKED)
    return replace(received, notes=notes, doubts={})


def _parts(piece: str) -> Sequence[str]:
    return [part for part in map(str.strip, _COMMA.split(piece)) if part]


def _last(path: str) -> str:
    """Return the name of a code without those of the codes above it."""
    return path.rpartition(">")[2].strip() or path
