"""Marks in the Word file of a matrix: of each paragraph that was written here, and of which cell its quotes are."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bp_qual.display import visible
from bp_qual.framework.marks import text_mark
from bp_qual.framework.matrix_tables import Key
from bp_qual.lazy_patterns import lazy_pattern

MARKS_SPACE = "urn:bp_qual:framework"
_QUOTES = lazy_pattern(r'<quotes person="([^"]*)" code="([^"]*)" wave="([^"]*)">([^<]*)</quotes>')


def owner_of(key: Key) -> str:
    """Return what a field's tag says of whose it is; a field that was copied into another cell does not fit there.

    >>> owner_of(("P01", "geld", "2010")) == owner_of(("P01", "geld", "2020"))
    False
    """
    return text_mark(*map(visible, key))


def cells_in(said: str) -> list[tuple[Key, str]]:
    """Return the cells that the part of a file with the marks names, and the marks of the quotes of each.

    >>> cells_in('<quotes person="A &amp; B" code="geld" wave="2010">0123456789ab</quotes>')
    [(('A & B', 'geld', '2010'), '0123456789ab')]
    """
    return [
        ((html.unescape(person), html.unescape(code), html.unescape(wave)), marks)
        for person, code, wave, marks in _QUOTES.findall(said)
    ]


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of the paragraphs that were written here, of which cells each of them holds a quote, and all cells.

    The cells are known by what a field's tag says of whose it is, in the order in which they were written.

    >>> key = ("P01", "geld", "2010")
    >>> marks = Marks(frozenset(), {text_mark("Brood."): frozenset([key])}, {owner_of(key): key})
    >>> marks.is_renamed(("P01", "geld", "toen")), marks.cell_of(["Brood."]) == key
    (True, True)
    """

    own: frozenset[str]
    cells: Mapping[str, frozenset[Key]]
    owners: Mapping[str, Key]

    def is_renamed(self, key: Key) -> bool:
        """Return whether what heads a cell is nothing that was written here."""
        return bool(self.owners) and owner_of(key) not in self.owners

    def cell_of(self, lines: Iterable[str]) -> Key | None:
        """Return the cell that all quotes in it belong to, if there is one."""
        told = [self.cells[mark] for line in lines if (mark := text_mark(line)) in self.cells]
        keys = set.intersection(*map(set, told)) if told else set[Key]()
        return keys.pop() if len(keys) == 1 else None

    def may_be_of(self, lines: Iterable[str], key: Key) -> bool:
        """Return whether no quote in a cell is of other cells only."""
        return all(key in self.cells.get(text_mark(line), (key,)) for line in lines)

    def codes_of(self, lines: Iterable[str], person: str, wave: str) -> set[str]:
        """Return the codes of the quotes of a person in a wave.

        Parameters
        ----------
        lines : iterable of str
            The paragraphs of a cell.
        person, wave : str
            Whose cell it is.

        Returns
        -------
        set of str
            Nothing where there are no quotes, or they tell none.
        """
        told = [
            {code for whose, code, of in self.cells.get(text_mark(line), ()) if (whose, of) == (person, wave)}
            for line in lines
        ]
        known = [codes for codes in told if codes]
        return set.intersection(*known) if known else set()


def read_matrix_marks(document: Any) -> Marks | None:
    """Return the marks of the paragraphs that were written here; None where this is another document.

    >>> import docx
    >>> read_matrix_marks(docx.Document()) is None
    True
    """
    for part in document.part.package.iter_parts():
        if part.partname.startswith("/customXml/") and MARKS_SPACE.encode() in part.blob:
            said, cells, owners = part.blob.decode("utf-8", "replace"), dict[str, set[Key]](), dict[str, Key]()
            for key, marks in cells_in(said):
                owners[owner_of(key)] = key
                for mark in marks.split():
                    cells.setdefault(mark, set()).add(key)
            own = frozenset(re.findall(r"\b[0-9a-f]{12}\b", _QUOTES.sub(" ", said)))
            return Marks(own, {mark: frozenset(keys) for mark, keys in cells.items()}, owners)
    return None
