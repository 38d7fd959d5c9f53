"""Rows of a list of quotations: passages with their codes, what a coder finished, and what is told by its line."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from bp_qual.display import shown
from bp_qual.exchange.blank_cells import Blank
from bp_qual.exchange.code_cells import CodeCells
from bp_qual.exchange.code_tree import CodeTree, code_path, split_dots
from bp_qual.exchange.list_headings import plain_heading
from bp_qual.exchange.marked_columns import is_unclear, says_yes
from bp_qual.exchange.received import NO_CODE, FinishedPart, Passage
from bp_qual.exchange.sheet_rows import Sheet
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts.wave_words import find_wave
from bp_qual.wording import Remark

_COMBINED = ("codes applied combined", "codes applied")  # of Dedoose, which parts codes by commas
_DAY = lazy_pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9:.]+)?")  # as a spreadsheet makes of 3-1
_Path = tuple[str, ...]
Line = tuple[int, str]  # its number, and what it says


@dataclass(frozen=True, slots=True)
class ListColumns:
    """The columns of a list: those with a heading that is known, those of codes, and those that are a code each.

    >>> ListColumns({"quote": 0, "code": 1}, [1], {}).coded
    [1]
    """

    named: Mapping[str, int]
    coded: Sequence[int]
    applied: Mapping[int, str]


class RowCodes:
    """What the cells of a row say, its codes among it, as the list and the program that made it write them.

    >>> sheet = Sheet("a.csv", ("quote", "code"), ((2, ("Too much.", "work; home")),))
    >>> codes = RowCodes(sheet, ListColumns({"quote": 0, "code": 1}, [1], {}), CodeCells([], (), ()), "", is_own=False)
    >>> codes.paths_of(("Too much.", "work > stress; home"))
    [('work', 'stress'), ('home',)]
    """

    def __init__(
        self, sheet: Sheet, columns: ListColumns, code_cells: CodeCells, program: str, *, is_own: bool
    ) -> None:
        self.columns, self.settled = columns, code_cells.settled
        combined = any(plain_heading(sheet.header[index]) in _COMBINED for index in columns.coded)
        self._split = partial(code_cells.split, always=combined, literal=is_own)
        self._dotted: Collection[str] | None = None
        if program == "Taguette":
            self._dotted = {row[at].strip() for _, row in sheet.rows for at in columns.coded if at < len(row)}

    def cells_of(self, row: Sequence[str]) -> dict[str, str]:
        """Return the cells below headings that are known."""
        return {key: row[index].strip() for key, index in self.columns.named.items() if index < len(row)}

    def names_in(self, row: Sequence[str]) -> list[str]:
        """Return what stands in the columns of codes, apart."""
        return [name for index in self.columns.coded if index < len(row) for name in self._split(row[index])]

    def paths_of(self, row: Sequence[str]) -> list[_Path]:
        """Return the codes of a row, each with those above it."""
        cells, names = self.cells_of(row), self.names_in(row)
        if self._dotted is not None:
            return [split_dots(name, self._dotted) for name in names]
        paths = _paths_of(names, self._split(cells.get("subcode", "")), cells.get("parent", ""), self.settled)
        return paths + [self.path(name) for index, name in self.columns.applied.items() if says_yes(row, index)]

    def paths_in(self, cell: str) -> list[_Path]:
        """Return the codes in a cell."""
        return [self.path(name) for name in self._split(cell)]

    def path(self, name: str) -> _Path:
        """Return a code with those above it."""
        return code_path(name, settled=self.settled)

    def unclear_in(self, row: Sequence[str]) -> list[str]:
        """Return the codes whose mark says neither yes nor no."""
        return [name for at, name in self.columns.applied.items() if is_unclear("".join(row[at : at + 1]))]


class RowReader:
    """Reads a list row by row; keeps what each row came to, and the lines that are told.

    ``below`` has the rows with empty cells below others, ``given`` what the name of the sheet says of its rows.
    """

    def __init__(
        self, where: str, codes: RowCodes, tree: CodeTree, below: Mapping[int, Blank], given: Mapping[str, str]
    ) -> None:
        self._where, self._codes, self._tree, self._below, self._given = where, codes, tree, below, given
        self._passages, self.finished = list[Passage](), list[FinishedPart]()
        self._defined = dict[int, str]()
        self._perhaps, self._doubtful = dict[int, list[_Path]](), dict[int, set[int]]()
        self._bare, self._undefined, self._days, self._alone, self._unclear = (list[Line]() for _ in range(5))

    def read(self, line: int, row: Sequence[str]) -> None:
        """Read a row."""
        cells, paths = _with_given(self._codes.cells_of(row), self._given), self._codes.paths_of(row)
        if not paths and cells.get("parent") and cells.get("quote"):
            paths = self._codes.paths_in(cells["parent"])
            self._alone.append((line, cells["parent"]))
        codes = [self._tree.number(path) for path in paths if path]
        if (meaning := cells.get("definition")) and codes:
            self._define(line, codes, meaning)
        self._days += [(line, name) for name in self._codes.names_in(row) if _DAY.fullmatch(name)]
        if codes or cells.get("quote"):
            self._add_passage(line, row, cells, codes)
        elif cells.get("finished"):
            self._add_finished(cells)
        elif any(cell.strip() for cell in row):
            self._bare.append((line, said_in_row(row)))

    def _define(self, line: int, codes: Sequence[int], meaning: str) -> None:
        if len(codes) == 1 and self._defined.setdefault(codes[0], meaning) == meaning:
            self._tree.describe(codes[0], meaning)
        else:
            self._undefined.append((line, meaning))

    def _add_passage(self, line: int, row: Sequence[str], cells: Mapping[str, str], codes: Sequence[int]) -> None:
        number, blank = len(self._passages), self._below.get(line)
        above = ""
        if blank:
            self._perhaps[number] = self._codes.paths_of(blank.above)
            above = self._codes.cells_of(blank.above).get("coder", "")
        if open_here := self._codes.unclear_in(row):
            self._doubtful[number] = {self._tree.number(self._codes.path(name)) for name in open_here}
            self._unclear.append((line, ", ".join(open_here)))
        by = (above,) if above and not cells.get("coder") else ()
        raw = "".join(row[self._codes.columns.named["quote"] :][:1])
        self._passages.append(_passage(f"{self._where}:{line}", raw, tuple(dict.fromkeys(codes)), cells, by))

    def _add_finished(self, cells: Mapping[str, str]) -> None:
        said = [name for name in cells["finished"].splitlines() if name.strip() not in ("", NO_CODE)]
        who = {key: cells.get(key, "") for key in ("document", "person", "wave", "coder")}
        self.finished.append(
            FinishedPart(**who, codes=tuple(self._tree.number(self._codes.path(name)) for name in said))
        )

    def passages_with_doubts(self) -> list[Passage]:
        """Return the passages, each with the codes that it may have besides."""
        for number in {**self._perhaps, **self._doubtful}:
            meant = {*self._tree.nearest(self._perhaps.get(number, ())), *self._doubtful.get(number, ())}
            others = meant - self._tree.with_above(self._passages[number].codes)
            self._passages[number] = replace(self._passages[number], perhaps=tuple(sorted(others)))
        return self._passages

    def say_lost(self, left_out: Mapping[str, Sequence[Line]]) -> list[Remark]:
        """Return what of the rows is not carried over, those that were left out before among it."""
        lines = {"lost rows": self._bare, "lost definitions": self._undefined, **left_out}
        order = ("lost rows", "lost totals", "lost definitions", "lost rejected", "lost absent")
        return [remark for kind in order for remark in told_lines(kind, lines.get(kind, ()))]

    def say_doubtful(self) -> list[Remark]:
        """Return what is to be checked in the rows."""
        lines = {"days as codes": self._days, "code above alone": self._alone, "marks unclear": self._unclear}
        return [remark for kind, own in lines.items() for remark in told_lines(kind, own)]


def said_in_row(row: Sequence[str]) -> str:
    """Return what a row says, its cells one after the other.

    >>> said_in_row(("P01", " ", "Too much."))
    'P01 Too much.'
    """
    return " ".join(cell for cell in row if cell.strip())


def told_lines(kind: str, lines: Sequence[Line]) -> list[Remark]:
    """Return a remark with how many lines there are, and the first of them; none where there are none.

    >>> [str(remark) for remark in told_lines("lost totals", [(4, "Total 2 3")])]
    ['rows of totals: 1, the first on line 4: Total 2 3']
    """
    return [Remark(kind, values={"n": len(lines), "line": n, "begin": shown(text, 60)}) for n, text in lines[:1]]


def _with_given(cells: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """Return what a row says, with what its sheet does.

    A row that names somebody is not of the one whom its sheet names; the wave in that name may still be another.
    """
    if "document" not in given or not (cells.get("person") or cells.get("document")):
        return {**cells, **given}
    of_sheet = given["document"] if find_wave(given["document"]) else ""
    return {**cells, "folder": cells.get("folder", "") or of_sheet}


def _paths_of(names: Sequence[str], below: Sequence[str], parent: str, own: Collection[str]) -> list[tuple[str, ...]]:
    """Return the paths of the codes in a row; each sub-code is below the code that stands beside it.

    Where neither has as many as the other, and there are more codes than one, nothing says which is below which.
    """
    above = [*names] * len(below) if len(names) == 1 else [*names]
    if below and len(above) == len(below):
        return [
            (*code_path(name, parent, own), *code_path(sub, settled=own))
            for name, sub in zip(above, below, strict=True)
        ]
    return [code_path(name, parent, own) for name in (*names, *below)]


def _passage(
    where: str, raw: str, codes: tuple[int, ...], cells: Mapping[str, str], perhaps_by: tuple[str, ...]
) -> Passage:
    texts = ("document", "folder", "person", "wave", "coder", "memo", "at", "before", "after")
    start, end = (_number(cells.get(key, "")) for key in ("start", "end"))
    if end - start == len(raw) - 1:  # the end is the last letter
        end += 1
    if end - start != len(raw):  # numbers of paragraphs, as MAXQDA has them, or places in another text
        start = end = -1
    said = {key: cells.get(key, "") for key in texts}
    return Passage(
        where, raw, codes, start=start, end=end, perhaps=(), is_aside=False, perhaps_by=perhaps_by, **said
    )  # fmt: skip


def _number(text: str) -> int:
    return int(text.partition(".")[0]) if re.fullmatch(r"[0-9]{1,9}(\.0)?", text) else -1  # 197.0 of a spreadsheet
