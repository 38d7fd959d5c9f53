"""Codes by the path of names that leads to them, as lists and tags have them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence

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

    Parameters
    ----------
    settled : iterable of str
        Names that people wrote in a codebook, which are no paths, whatever signs they have.

    Examples
    --------
    >>> tree = CodeTree()
    >>> tree.number(("work", "stress")), tree.number(("Work",)), [draft.parent for draft in tree.drafts]
    (1, 0, [-1, 0])
    """

    def __init__(self, settled: Iterable[str] = ()) -> None:
        self._settled = {*map(code_name_key, settled)}
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

    def number_of(self, name: str) -> int | None:
        """Return the number of a code by its name with those above it, as people write it; None where it has none.

        >>> tree = CodeTree(["Income > 2000"])
        >>> tree.number_of("Income > 2000"), tree.number_of("work > stress"), tree.number_of("::")
        (0, 2, None)
        """
        path = code_path(name, settled=self._settled)
        return self.number(path) if path else None

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


def code_path(name: str, parent: str = "", settled: Collection[str] = ()) -> tuple[str, ...]:
    r"""Return the names from the top down to a code; the folder that a program keeps all its codes in is no code.

    Parameters
    ----------
    name : str
        What the code is called, with the codes above it or without them.
    parent : str
        The code above it, where that stands apart.
    settled : collection of str
        Keys of codes that people wrote in a codebook: a name that is one of these is no path, alone or
        in one.

    Returns
    -------
    tuple of str

    Examples
    --------
    >>> code_path(r"Codes\work\stress"), code_path("stress", "work")
    (('work', 'stress'), ('work', 'stress'))
    >>> code_path("Money > Income > 2000", settled={"income > 2000"})
    ('Money', 'Income > 2000')
    """
    path = [part for text in (parent, name) for part in _names_in(text, settled) if part]
    while len(path) > 1 and path[0].casefold() in _ROOTS:
        path.pop(0)
    if parent and len(path) > 1 and path[-1].casefold() == path[-2].casefold():
        path.pop()
    return tuple(path)


def _names_in(text: str, settled: Collection[str]) -> Iterator[str]:
    """Yield the names in a path, each as long as it can be where it is one that people wrote in a codebook."""
    signs = [*_PATH.finditer(text)]
    begins, ends = [0, *(sign.end() for sign in signs)], [*(sign.start() for sign in signs), len(text)]
    first = 0
    while first < len(begins):
        longer = (n for n in range(len(ends) - 1, first, -1) if code_name_key(text[begins[first] : ends[n]]) in settled)
        last = next(longer, first) if settled else first
        yield text[begins[first] : ends[last]]
        first = last + 1


def split_dots(path: str, known: Collection[str]) -> tuple[str, ...]:
    """Return the names in a path with dots between them.

    A dot parts names where what stands before it is a tag too, or where every part of the path is a word or more:
    ``work.stress`` is below ``work`` also where nothing was ever tagged with that, and ``J.S. Bach`` is one name.

    Parameters
    ----------
    path : str
        As Taguette has it: ``work.stress``.
    known : collection of str
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
