"""Marks in a coding sheet that people filled in: every one is taken, or told.

People sort rows, move columns, type `ja`, `x` or `TRUE`, write in the margin, and copy a row. A row is known by its key
wherever it stands, else by its passage; a column by its heading.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bp_qual.validation.masking import mask_times
from bp_qual.wording import Remark

Grid = Sequence[Sequence[tuple[str, str]]]  # rows of cells, each with its place and text

KEY, QUESTION, PASSAGE, CODES, DONE, NOTE = "key", "question", "passage", "codes", "done", "note"
_HEADINGS = {
    "key": KEY, "sleutel": KEY, "question": QUESTION, "vraag": QUESTION, "passage": PASSAGE, "codes": CODES,
    "done": DONE, "klaar": DONE, "note": NOTE, "notitie": NOTE, "opmerking": NOTE,
}  # fmt: skip
_YES = frozenset(("yes", "y", "ja", "j", "x", "xx", "xxx", "1", "true", "waar", "wahr", "vrai", "oui", "si", "v",
                  "✓", "✔", "☑", "☒", "+", "ok"))  # fmt: skip
_NO = frozenset(("no", "n", "nee", "neen", "0", "false", "onwaar", "falsch", "faux", "non", "-", "none", "geen",
                 "niets", "nothing", "☐"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class RowMarks:
    """What stands in the row of one passage.

    ``found`` says for each code whether it was found, and with which words of the passage if these were typed; codes
    that are not in it were not judged.

    >>> RowMarks("p1", {"money": (True, "")}).found
    {'money': (True, '')}
    """

    key: str
    found: Mapping[str, tuple[bool, str]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetMarks:
    """All rows that somebody filled in, how many passages were left empty, and what could not be read as a mark.

    >>> SheetMarks((), 3, ()).left
    3
    """

    rows: tuple[RowMarks, ...]
    left: int
    told: tuple[Remark, ...]


def read_marks(
    grids: Iterable[Grid], passages: Mapping[str, str], codes: Mapping[str, Iterable[str]], own: Iterable[str] = ()
) -> SheetMarks:
    """Return what people marked in the tables of a file.

    Parameters
    ----------
    grids : iterable of grids
        Its tables: rows of cells, each a place and a text.
    passages : mapping of str to str
        The text of each passage by its key.
    codes : mapping of str to iterable of str
        What each code may be called in a heading or a cell, by id.
    own : iterable of str
        Texts that bp_qual wrote itself, beside headings and passages.

    Returns
    -------
    SheetMarks
        A passage counts as finished with a mark in `done` or for any code. Then an empty cell is a no.

    Examples
    --------
    >>> grid = [[("A1", "Money"), ("B1", "key")], [("A2", "Ja."), ("B2", "p1")], [("A3", "maybe"), ("B3", "p2")]]
    >>> marks = read_marks([grid], {"p1": "We had money.", "p2": "No."}, {"money": ["Money"]})
    >>> marks.rows
    (RowMarks(key='p1', found={'money': (True, '')}, notes=()), RowMarks(key='p2', found={}, notes=()))
    >>> print(*marks.told)
    A3: 'maybe' is no mark for money, so the passage is not judged for it; write yes or no
    """
    names = {_fold(name): code for code, own_names in codes.items() for name in (code, *own_names)}
    reading = _Reading(passages, names, {_fold(text) for text in own})
    for grid in grids:
        reading.read(grid)
    return reading.finish()


class _Reading:
    """What was read so far of a file."""

    def __init__(self, passages: Mapping[str, str], names: Mapping[str, str], own: set[str]) -> None:
        self.passages, self.names, self.own = passages, names, own
        self.shown = {key: {_fold(text), _fold(mask_times(text))} for key, text in passages.items()}
        self.by_text: dict[str, str] = {}
        for key, texts in self.shown.items():
            for text in texts:  # a text of several passages is no sign of any
                self.by_text[text] = "" if text in self.by_text else key
        self.found: dict[str, dict[str, tuple[bool, str] | None]] = {}
        self.notes: dict[str, list[str]] = {}
        self.told: list[Remark] = []

    def read(self, grid: Grid) -> None:
        heads: dict[int, str] = {}
        for row in grid:
            key = self._key_of(row)
            if key:
                self._read_row(key, row, heads)
            elif not heads and sum(bool(self._head(text)) for _, text in row) > 1:
                heads = {column: name for column, (_, text) in enumerate(row) if (name := self._head(text))}
                self._tell(row, "sheet foreign column", but=heads)
            else:
                self._tell(row, "sheet row without passage")

    def _key_of(self, row: Sequence[tuple[str, str]]) -> str:
        """Return the key of the passage of a row: where it stands in it, else that of a passage that stands there."""
        keys = [text.strip() for _, text in row if text.strip() in self.passages]
        return next(iter([*keys, *(key for _, text in row if (key := self.by_text.get(_fold(text), "")))]), "")

    def _head(self, text: str) -> str:
        bare = _fold(text)
        return _HEADINGS.get(bare) or (f"code {self.names[bare]}" if bare in self.names else "")

    def _tell(self, row: Sequence[tuple[str, str]], kind: str, but: Iterable[int] = ()) -> None:
        for column, (place, text) in enumerate(row):
            if text.strip() and column not in set(but) and _fold(text) not in self.own and not self._head(text):
                self.told.append(Remark(kind, values={"place": place, "text": text.strip()}))

    def _read_row(self, key: str, row: Sequence[tuple[str, str]], heads: Mapping[int, str]) -> None:
        marks: dict[str, tuple[bool, str] | None] = {}
        finished = False
        for column, (place, text) in enumerate(row):
            head, bare = heads.get(column, ""), text.strip()
            if not bare or bare == key or _fold(bare) in self.shown[key] or head == QUESTION:
                continue
            if head == DONE:
                finished |= self._is_done(place, bare, key)
            elif head == CODES:
                finished |= self._read_list(place, bare, key, marks)
            elif head.startswith("code "):
                self._mark(marks, head[5:], self._read_cell(place, bare, key, head[5:]))
            elif head == PASSAGE:
                self.told.append(Remark("sheet passage changed", values={"place": place}))
            else:
                self.notes.setdefault(key, []).append(bare)
        self._keep(
            key, place_of(row), marks, [head[5:] for head in heads.values() if head.startswith("code ")], finished
        )

    def _keep(
        self, key: str, place: str, marks: dict[str, tuple[bool, str] | None], columns: list[str], finished: bool
    ) -> None:
        """Add what a row says to what another row of the same passage said; where they differ, neither counts."""
        if finished or any(mark is not None for mark in marks.values()):
            judged = columns or list(dict.fromkeys(self.names.values()))
            marks = {code: marks.get(code, (False, "")) for code in dict.fromkeys((*judged, *marks))}
        before = self.found.setdefault(key, {})
        for code, mark in marks.items():
            if code in before and before[code] is not None and mark is not None and before[code][0] != mark[0]:  # type: ignore[index]
                self.told.append(Remark("sheet conflict", values={"place": place, "code": code}))
                mark = None
            before[code] = mark

    def _is_done(self, place: str, text: str, key: str) -> bool:
        mark = as_mark(text)
        if mark is None:
            self.notes.setdefault(key, []).append(text)
            self.told.append(Remark("sheet no done mark", values={"place": place, "text": text}))
        return bool(mark)

    def _read_list(self, place: str, text: str, key: str, marks: dict[str, tuple[bool, str] | None]) -> bool:
        """Read a cell with names of codes in it; whether the passage was judged."""
        judged = False
        for part in filter(None, map(str.strip, re.split(r"[,;|/\n\u2022]", text))):
            code = self.names.get(_fold(part))
            if code:
                self._mark(marks, code, (True, ""))
            elif as_mark(part) is False:
                judged = True
            else:
                self.told.append(Remark("sheet no code", values={"place": place, "text": part}))
                self.notes.setdefault(key, []).append(part)
        return judged

    def _read_cell(self, place: str, text: str, key: str, code: str) -> tuple[bool, str] | None:
        mark = as_mark(text)
        if mark is not None:
            return mark, ""
        if len(text) > 3 and _fold(text) in _fold(self.passages[key]):
            return True, text
        self.told.append(Remark("sheet no mark", values={"place": place, "text": text, "code": code}))
        return None

    def _mark(self, marks: dict[str, tuple[bool, str] | None], code: str, mark: tuple[bool, str] | None) -> None:
        """Set the mark of a code; of two columns of one code a yes counts."""
        now = marks.get(code)
        marks[code] = mark if code not in marks or now is None or (mark is not None and mark[0]) else now

    def finish(self) -> SheetMarks:
        rows = [
            RowMarks(key, {code: mark for code, mark in self.found[key].items() if mark is not None},
                     tuple(dict.fromkeys(self.notes.get(key, ()))))
            for key in self.found
        ]  # fmt: skip
        filled = tuple(row for row in rows if row.found or row.notes or self.found[row.key])
        return SheetMarks(filled, len(self.passages) - sum(bool(row.found) for row in rows), tuple(self.told))


def place_of(row: Sequence[tuple[str, str]]) -> str:
    """Return the place of the first filled cell of a row.

    >>> place_of([("A2", ""), ("B2", "x")])
    'B2'
    """
    return next((place for place, text in row if text.strip()), "")


def as_mark(text: str) -> bool | None:
    """Return whether a cell is a yes or a no; None where it is neither.

    >>> as_mark("x"), as_mark("Nee."), as_mark("maybe")
    (True, False, None)
    """
    bare = _fold(text).rstrip(".!,;:") or text.strip()
    bare = re.sub(r"^(-?\d+)[.,]0+$", r"\1", bare)
    return True if bare in _YES else False if bare in _NO else None


def _fold(text: str) -> str:
    """Return a text as it is compared: whatever spaces, case and quotation marks it came back with."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_PLAIN)
    return " ".join(plain.split()).strip()


def _characters() -> Iterator[tuple[int, str]]:
    for quote in "‘’‚‛`´":
        yield ord(quote), "'"
    for quote in "“”„‟«»":
        yield ord(quote), '"'
    yield ord("…"), "..."
    for dash in "–—−":
        yield ord(dash), "-"


_PLAIN = dict(_characters())
