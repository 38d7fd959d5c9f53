"""Codes by the path of names that leads to them, as lists and tags have them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Sequence

from bp_qual.exchange.drafts import Draft, code_name_key
from bp_qual.exchange.refi_codebook import read_description
from bp_qual.lazy_patterns import lazy_pattern

_WORD = lazy_pattern(r"[^\W\d_][^\W_].*", re.DOTALL)  # no initial, no number, no blank behind the dot
_PATH = lazy_pattern(
    r"\s*(?:[-–=]*>(?!\s*$)|\\|::|[→⇒➔›»])\s*"
)  # between a code and the one above; at the end it is none
_ROOTS = ("codes", "nodes", "knopen", "knooppunten", "knoten", "code system", "codesystem", "codesysteem", "thema's")
DEEPEST = 50  # codes below one another; no program lets people make more


class CodeTree:
    """Codes by the path of names that leads to them, each made once and after the one above it.

    >>> tree = CodeTree()
    >>> tree.number(("work", "stress")), tree.number(("Work",)), [draft.parent for draft in tree.drafts]
    (1, 0, [-1, 0])
    """

    def __init__(self) -> None:
        self.own = False  # whether the names are ids of a codebook here
        self.drafts: list[Draft] = []
        self._numbers: dict[tuple[str, ...], int] = {}

    def number(self, path: Sequence[str]) -> int:
        """Return the number of a code, made where there is none yet."""
        parent = -1
        for depth in range(1, min(len(path), DEEPEST) + 1):
            key = tuple(map(code_name_key, path[:depth]))
            if key not in self._numbers:
                self._numbers[key] = len(self.drafts)
                self.drafts.append(Draft(path[depth - 1], parent, id=path[depth - 1] if self.own else ""))
            parent = self._numbers[key]
        return parent

    def nearest(self, paths: Iterable[Sequence[str]]) -> tuple[int, ...]:
        """Return the numbers of codes by their paths, of one that is none here that of the lowest above it; makes none.

        >>> tree = CodeTree()
        >>> tree.number(("work", "stress")), tree.nearest([("work", "pay"), ("play",)])
        (1, (0,))
        """
        keys = [tuple(map(code_name_key, path)) for path in paths]
        lowest = (max((n for n in range(len(key) + 1) if key[:n] in self._numbers), default=0) for key in keys)
        found = [self._numbers[key[:n]] for key, n in zip(keys, lowest, strict=True) if n]
        return tuple(dict.fromkeys(found))

    def with_above(self, numbers: Iterable[int]) -> set[int]:
        """Return codes with those above them.

        >>> tree = CodeTree()
        >>> tree.with_above([tree.number(("work", "stress"))])
        {0, 1}
        """
        found = set[int]()
        for number in numbers:
            while number >= 0:
                found.add(number)
                number = self.drafts[number].parent
        return found

    def called(self, name: str) -> list[int]:
        """Return the codes of a name, under whatever code they are."""
        key = code_name_key(name)
        return [number for path, number in self._numbers.items() if path[-1] == key]

    def describe(self, number: int, description: str) -> None:
        """Give a code what a program says of it: its definition, and what `bp-qual export` wrote below that."""
        if description.strip():
            read_description(description, self.drafts[number])


def code_path(name: str, parent: str = "", settled: Container[str] = ()) -> tuple[str, ...]:
    r"""Return the names from the top down to a code; the folder that a program keeps all its codes in is no code.

    Parameters
    ----------
    name : str
        What the code is called, with the codes above it or without them.
    parent : str
        The code above it, where that stands apart.
    settled : container of str
        Keys of codes that people wrote in a codebook: a name that is one of these is no path.

    Returns
    -------
    tuple of str

    Examples
    --------
    >>> code_path(r"Codes\work\stress"), code_path("stress", "work")
    (('work', 'stress'), ('work', 'stress'))
    >>> code_path("Income > 2000", settled={"income > 2000"})
    ('Income > 2000',)
    """
    parted = ([text] if code_name_key(text) in settled else _PATH.split(text) for text in (parent, name))
    path = [part for parts in parted for part in parts if part]
    while len(path) > 1 and path[0].casefold() in _ROOTS:
        path.pop(0)
    if parent and len(path) > 1 and path[-1].casefold() == path[-2].casefold():
        path.pop()
    return tuple(path)


def split_dots(path: str, known: Container[str]) -> tuple[str, ...]:
    """Return the names in a path with dots between them.

    A dot parts names where what stands before it is a tag too, or where every part of the path is a word or more:
    ``work.stress`` is below ``work`` also where nothing was ever tagged with that, and ``J.S. Bach`` is one name.

    Parameters
    ----------
    path : str
        As Taguette has it: ``work.stress``.
    known : container of str
        All the paths.

    Returns
    -------
    tuple of str

    Examples
    --------
    >>> split_dots("work.stress", ()), split_dots("J.S. Bach", ()), split_dots("1.2", {"1", "1.2"})
    (('work', 'stress'), ('J.S. Bach',), ('1', '2'))
    """
    words = all(map(_WORD.fullmatch, unicodedata.normalize("NFC", path).split(".")))
    names, begin = [], 0
    for at, sign in enumerate(path):
        parted = sign == "." and (words or path[:at] in known)
        if parted and path[begin:at].strip() and path[at + 1 :].strip():
            names.append(path[begin:at].strip())
            begin = at + 1
    return (*names, path[begin:].strip())
