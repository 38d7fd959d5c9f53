"""Tables of words in files that are read in place: nothing is parsed before a word is asked for.

A file holds sorted lines, a word and what is said of it, behind an index of every 64th word. A look-up is a bisection
in the index and a search in the kilobyte of lines it points to. `scripts/make_word_tables.py` writes these files.
"""

from __future__ import annotations

import mmap
import os
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple, Self

from bp_qual.windows import maps_files

# What a word is listed as, and which list gives a form a lemma.
NOUN, VERB, ADJECTIVE, SIMPLEMMA, LOOKED_UP, AS_WRITTEN, AUXILIARY = (1 << bit for bit in range(7))

_STEP = 64
_READ_FASTER = 4  # so many rows are read one after the other in the time that one word is looked up
_LEAD = 32
_REMEMBERED = 1 << 18


class WordTable(Mapping[str, str]):
    r"""A read-only table of words in a file.

    Parameters
    ----------
    data : bytes or mmap
        The file, as `pack_table` writes it.

    Examples
    --------
    >>> table = WordTable(pack_table({"buurten": "buurt", "buren": "buur"}))
    >>> table["buren"], table.get("burgers"), "buurten" in table, list(table)
    ('buur', None, True, ['buren', 'buurten'])
    """

    def __init__(self, data: bytes | mmap.mmap) -> None:
        self._data = data
        size, self._count = map(int, data[:_LEAD].split())
        head = data[_LEAD : _LEAD + size].decode("utf-8", "surrogatepass").split("\n") if size else []
        self._words = head[: len(head) // 2]
        self._places = [_LEAD + size + int(place) for place in head[len(head) // 2 :]] + [len(data) - 1]

    @classmethod
    def open(cls, package: str, name: str) -> Self:
        """Return a table that lies in the folder `data` of a package, mapped into memory where it is a file."""
        place = files(package).joinpath("data", name)
        if not (isinstance(place, Path) and maps_files()):
            return cls(place.read_bytes())
        with place.open("rb") as file:
            return cls(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))

    def __getitem__(self, word: str) -> str:
        said = self.look_up(word)
        if said is None:
            raise KeyError(word)
        return said

    def look_up(self, word: str) -> str | None:
        """Return what is said of a word, or None: as `get`, but quicker where the word is not there."""
        found = self._find(word)
        if found < 0:
            return None
        return self._data[found : self._data.find(b"\n", found)].decode("utf-8", "surrogatepass")

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self._find(word) >= 0

    def __iter__(self) -> Iterator[str]:
        return (word for word, _ in self.rows())

    def rows(self) -> Iterator[tuple[str, str]]:
        """Yield every word with what is said of it: quicker than asking for each."""
        lines = self._data[self._places[0] : -1].decode("utf-8", "surrogatepass").split("\n")
        return ((word, said) for word, _, said in (line.partition("\t") for line in lines[1:]))

    def among(self, words: Collection[str]) -> dict[str, str]:
        """Return what is said of those words that are there: many at once cost less than each by itself.

        >>> WordTable(pack_table({"buurten": "buurt", "buren": "buur"})).among(["burgers", "buren"])
        {'buren': 'buur'}
        """
        if len(words) * _READ_FASTER > self._count:
            wanted = set(words)
            return {word: said for word, said in self.rows() if word in wanted}
        return {word: said for word in words if (said := self.look_up(word)) is not None}

    def __len__(self) -> int:
        return self._count

    def _find(self, word: str) -> int:
        """Return where in the file what is said of a word begins; -1 where the word is not there."""
        row = bisect_right(self._words, word) - 1
        if row < 0 or "\n" in word or "\t" in word:
            return -1
        line = b"\n%b\t" % word.encode("utf-8", "surrogatepass")
        found = self._data.find(line, self._places[row], self._places[row + 1] + 1)
        return found if found < 0 else found + len(line)


def pack_table(table: Mapping[str, str]) -> bytes:
    """Return a table as the bytes of its file.

    Raises
    ------
    ValueError
        If a word holds a tab or the end of a line, or what is said of it the end of a line.
    """
    if any("\n" in word + said or "\t" in word for word, said in table.items()):
        raise ValueError("a word table cannot hold the end of a line")
    heads, lines, place = list[tuple[str, int]](), list[bytes](), 0
    for number, word in enumerate(sorted(table)):
        if number % _STEP == 0:
            heads.append((word, place))
        lines.append(f"\n{word}\t{table[word]}".encode("utf-8", "surrogatepass"))
        place += len(lines[-1])
    head = "\n".join([*(word for word, _ in heads), *(str(at) for _, at in heads)]).encode("utf-8", "surrogatepass")
    return f"{len(head)} {len(lines)}".encode().ljust(_LEAD) + head + b"".join(lines) + b"\n"


class Entry(NamedTuple):
    """What a table says of a word: marks of the word itself, and other words (lemmas or forms), each with its marks."""

    marks: int
    others: tuple[tuple[int, str], ...]

    def under(self, mark: int) -> list[str]:
        """Return the other words that have a mark."""
        return [other for marks, other in self.others if marks & mark]


NOTHING = Entry(0, ())


def pack_entry(word: str, entry: Entry) -> str:
    """Return an entry as it stands in a table: of each other word what to cut off from this one, and what to add.

    >>> read_entry("liepen", pack_entry("liepen", Entry(1, ((4, "lopen"),))))
    Entry(marks=1, others=((4, 'lopen'),))
    """
    parts = []
    for marks, other in entry.others:
        same = len(os.path.commonprefix((word, other)))  # noqa: RUF071 - letters are meant
        parts.append(f"{chr(48 + marks)}{chr(48 + len(word) - same)}{other[same:]}")
    return chr(48 + entry.marks) + "\t".join(parts)


def read_entry(word: str, packed: str) -> Entry:
    """Return the entry of a word."""
    others = packed[1:].split("\t") if len(packed) > 1 else ()
    read = ((ord(part[0]) - 48, word[: len(word) - ord(part[1]) + 48] + part[2:]) for part in others)
    return Entry(ord(packed[0]) - 48, tuple(read))


class EntryTable:
    """The entries of a table, remembered once they were read.

    >>> EntryTable(WordTable(pack_table({}))).of("werk")
    Entry(marks=0, others=())
    """

    def __init__(self, table: WordTable) -> None:
        self.table = table
        self.of = lru_cache(_REMEMBERED)(self._read)

    def _read(self, word: str) -> Entry:
        packed = self.table.look_up(word)
        return NOTHING if packed is None else read_entry(word, packed)

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Yield every word with its entry, none remembered."""
        return ((word, read_entry(word, packed)) for word, packed in self.table.rows())


class Marked(AbstractSet[str]):
    """The words of a table that have one of some marks.

    >>> table = EntryTable(WordTable(pack_table({"werk": pack_entry("werk", Entry(2, ()))})))
    >>> "werk" in Marked(table, 2), "werk" in Marked(table, 4), sorted(Marked(table, 2))
    (True, False, ['werk'])
    """

    def __init__(self, table: EntryTable, marks: int) -> None:
        self._table, self._marks = table, marks

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and bool(self._table.of(word).marks & self._marks)

    def __iter__(self) -> Iterator[str]:
        return (word for word, entry in self._table.entries() if entry.marks & self._marks)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @classmethod
    def _from_iterable(cls, words: Iterable[str]) -> AbstractSet[str]:  # type: ignore[override]
        return frozenset(words)
