"""The tables of an SQLite file of another program, read and never run.

The file is read into memory, so nothing beside it is touched. Only plain tables are read, each whole: no view, no
virtual table, no computed column, no trigger and no function of the file is ever used.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from bp_qual.errors import CodebookError, Problem
from bp_qual.files.decoding import decode_cell
from bp_qual.wording import Remark

MAX_ROWS = 1_000_000
MAX_CELL = 50_000_000  # bytes
_HEAD = b"SQLite format 3\0"
_STEPS = 100_000  # between two looks at how long it takes
_MOST_LOOKS = 5_000
_ALLOWED = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ)
_COMPUTED = (2, 3)  # as SQLite says that a column is generated
Row = Mapping[str, object]


class _Text(bytes):
    """The bytes of what SQLite calls a text."""


def _is_plain_text(blob: bytes) -> bool:
    r"""Return whether bytes are a text in UTF-8, without signs that no text has.

    >>> _is_plain_text("één\n".encode()), _is_plain_text(b"\x89PNG"), _is_plain_text(b"a\0")
    (True, False, False)
    """
    try:
        text = blob.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return all(sign in "\t\n\r" or unicodedata.category(sign) != "Cc" for sign in text)


class SqliteTables:
    """The tables of an SQLite file.

    Parameters
    ----------
    data : bytes
        The file.
    where : str
        What messages call it.

    Raises
    ------
    CodebookError
        Where it is no such file, or is damaged.

    Examples
    --------
    >>> SqliteTables(b"PK", "a.sqlite3")
    Traceback (most recent call last):
    bp_qual.errors.CodebookError: a.sqlite3  is no SQLite file that can be read. Export the project again.
    """

    def __init__(self, data: bytes, where: str) -> None:
        self.where, self._looks = where, 0
        self._doubts: dict[tuple[str, str, str], Remark] = {}  # by table, column and what was said of the cell
        if not data.startswith(_HEAD):
            raise self._unreadable()
        self._base = sqlite3.connect(":memory:")
        try:
            self._base.deserialize(_without_log(data))
            self._base.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_CELL)
            for pragma in ("query_only=ON", "trusted_schema=OFF", "cell_size_check=ON"):
                self._base.execute(f"PRAGMA {pragma}")
            self._base.text_factory = _Text
            self._base.set_progress_handler(self._look, _STEPS)
            self.names = frozenset(self._plain_tables())
            self._base.set_authorizer(
                lambda action, *_: sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY
            )
        except (sqlite3.Error, ValueError, OverflowError) as error:
            raise self._unreadable() from error

    def rows(self, table: str) -> list[Row]:
        """Return the rows of a table, each as its cells by column; none where there is no such table."""
        if table not in self.names:
            return []
        try:
            cursor = self._base.execute(f'SELECT * FROM "{table}"')
            columns = [column[0].casefold() for column in cursor.description]
            rows = cursor.fetchmany(MAX_ROWS)
        except (sqlite3.Error, ValueError, OverflowError) as error:
            raise self._unreadable() from error
        return self._as_text(table, columns, rows)

    @property
    def notes(self) -> tuple[Remark, ...]:
        """What is not UTF-8 in the tables that were read."""
        return tuple(Remark("in file", values={"file": self.where, "note": note}) for note in self._doubts.values())

    def _as_text(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> list[Row]:
        """Return rows as cells by column, bytes as the text that they are, and keep what is doubtful in them.

        What SQLite calls a blob (a picture) stays as it is, unless it is the bytes of a plain text.
        """
        doubts: dict[tuple[str, str, str], list[tuple[int, Remark]]] = {}
        told: list[Row] = []
        for number, row in enumerate(rows, start=1):
            cells = dict(zip(columns, row, strict=True))
            for column, value in cells.items():
                if isinstance(value, _Text) or (isinstance(value, bytes) and _is_plain_text(value)):
                    decoded = decode_cell(value)
                    cells[column] = decoded.text
                    for note in decoded.notes:
                        doubts.setdefault((table, column, note.kind), []).append((number, note))
            told.append(cells)
        for place, found in doubts.items():
            values = {"table": table, "column": place[1], "n": len(found), "row": found[0][0], "note": found[0][1]}
            self._doubts[place] = Remark("in cells", values=values)
        return told

    def _plain_tables(self) -> Iterable[str]:
        listed = self._base.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
        for row in self._as_text("sqlite_master", ("type", "name", "sql"), listed):
            kind, name, sql = row.values()
            virtual = re.match(r"\s*create\s+virtual\b", str(sql), re.IGNORECASE)
            if kind == "table" and not virtual and re.fullmatch(r"\w+", str(name)) and not self._computes(str(name)):
                yield str(name)

    def _computes(self, table: str) -> bool:
        """Return whether a table has a column that is computed when it is read."""
        columns = self._base.execute(f'PRAGMA table_xinfo("{table}")').fetchall()
        return any(column[-1] in _COMPUTED for column in columns)

    def _look(self) -> int:
        """Stop what takes longer than any table of a project does."""
        self._looks += 1
        return int(self._looks > _MOST_LOOKS)

    def _unreadable(self) -> CodebookError:
        return CodebookError(Problem(self.where, "not sqlite"))


def cell_text(row: Row, column: str) -> str:
    """Return a cell as text; empty where it holds none.

    >>> cell_text({"name": "work", "memo": None}, "memo"), cell_text({"id": 3}, "id"), cell_text({"id": b"x"}, "id")
    ('', '3', '')
    """
    value = row.get(column)
    return str(value) if isinstance(value, str | int | float) else ""


def cell_number(row: Row, column: str) -> int:
    """Return a cell as a whole number; -1 where it holds none.

    >>> cell_number({"pos0": 3}, "pos0"), cell_number({"pos0": "3"}, "pos0"), cell_number({}, "pos0")
    (3, -1, -1)
    """
    value = row.get(column)
    return value if isinstance(value, int) and value >= 0 else -1


def _without_log(data: bytes) -> bytes:
    """Return a file that says it has a log beside it as one without: a file in memory has nothing beside it."""
    return data[:18] + b"\1\1" + data[20:] if data[18:20] == b"\2\2" else data
