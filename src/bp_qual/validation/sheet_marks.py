"""Marks in a coding sheet that people filled in: every one is taken, or told.

People sort rows, move columns, type `ja`, `x` or `TRUE`, write in the margin, and copy a row. A row is known by its key
wherever it stands, else by its passage; a column by its heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bp_qual.validation.cell_words import SHORTEST, find_pasted, fold_cell, typed_in
from bp_qual.validation.masking import mask_times
from bp_qual.validation.shown_masked import MASKED, UNMASKED, UNRECORDED
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
_DONE = frozenset(("done", "finished", "ready", "klaar", "af", "gedaan", "fertig"))  # what means yes in that column


@dataclass(frozen=True, slots=True)
class RowMarks:
    """What stands in the row of one passage.

    ``found`` says for each code whether it was found, and with which words of the passage if these were typed; codes
    that are not in it were not judged. ``open`` where `done` says that the passage is not finished. ``shown`` says
    whether it was masked, as `count_shown` has it; where nothing in it can be, as the others in the file were.

    >>> RowMarks("p1", {"money": (True, "")}).found
    {'money': (True, '')}
    """

    key: str
    found: Mapping[str, tuple[bool, str]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    open: bool = False
    shown: str = UNRECORDED


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
    grids: Iterable[Grid], passages: Mapping[str, str], codes: Mapping[str, Iterable[str]], own: Iterable[str] = (),
    questions: Mapping[str, str] | None = None,
) -> SheetMarks:  # fmt: skip
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
    questions : mapping of str to str, optional
        What was asked before each passage, by its key: anything else in that cell is a note.

    Returns
    -------
    SheetMarks
        A passage counts as finished with a mark in `done` or for any code, unless `done` says no. Then an empty cell is
        a no. Rows whose key and text are those of two passages are not taken, nor in the same table those whose text
        does not show whose they are.

    Examples
    --------
    >>> grid = [[("A1", "Money"), ("B1", "key")], [("A2", "Ja."), ("B2", "p1")], [("A3", "maybe"), ("B3", "p2")]]
    >>> marks = read_marks([grid], {"p1": "We had money.", "p2": "No."}, {"money": ["Money"]})
    >>> [(row.key, row.found) for row in marks.rows]
    [('p1', {'money': (True, '')}), ('p2', {})]
    >>> print(*marks.told)
    A3: 'maybe' is no mark for money, so the passage is not judged for it; write yes or no
    """
    names = {fold_cell(name): code for code, own_names in codes.items() for name in (code, *own_names)}
    reading = _Reading(passages, names, {fold_cell(text) for text in own}, questions or {})
    for grid in grids:
        reading.read(grid)
    return reading.finish()


class _Reading:
    """What was read so far of a file."""

    def __init__(
        self, passages: Mapping[str, str], names: Mapping[str, str], own: set[str], questions: Mapping[str, str]
    ) -> None:
        self.passages, self.names, self.own, self.questions = passages, names, own, questions
        self.shown = {key: {fold_cell(text), fold_cell(mask_times(text))} for key, text in passages.items()}
        self.by_text: dict[str, set[str]] = {}
        for key, texts in self.shown.items():
            for text in texts:
                self.by_text.setdefault(text, set()).add(key)
        self.found: dict[str, dict[str, tuple[bool, str] | None]] = {}
        self.marked: dict[tuple[str, str], str] = {}  # where a passage was first judged for a code
        self.notes: dict[str, list[str]] = {}
        self.open: set[str] = set()
        self.told: list[Remark] = []
        self.looks: dict[str, set[str]] = {}  # how a passage looks in its rows, where masking makes a difference

    def read(self, grid: Grid) -> None:
        heads: dict[int, str] = {}
        headings: Sequence[tuple[str, str]] = ()
        rows: list[tuple[str, bool | None, Sequence[tuple[str, str]]]] = []
        for row in grid:
            key, fits = self._key_of(row, heads)
            if key:
                rows.append((key, fits, row))
            elif not heads and sum(bool(self._head(text)) for _, text in row) > 1:
                heads = {column: name for column, (_, text) in enumerate(row) if (name := self._head(text))}
                headings = row
                self._tell(row, "sheet foreign column", but=heads)
            else:
                self._tell(row, "sheet row without passage")
        if rows:  # else it explains the codes
            self._tell_twice(headings, heads)
        moved = any(fits is False for _, fits, _ in rows)
        left = [place_of(row) for _, fits, row in rows if moved and not fits]
        if left:
            self.told.append(Remark("sheet keys moved", values={"places": left, "n": len(left)}))
        for key, fits, row in rows:
            if fits or not moved:
                self._look(key, row)
                self._read_row(key, row, heads)

    def _key_of(self, row: Sequence[tuple[str, str]], heads: Mapping[int, str]) -> tuple[str, bool | None]:
        """Return the key of the passage of a row, and whether the text beside it is its own; None if unsure.

        The key is where it stands in the row, else that of the passage whose text stands there.
        """
        texts = [text for _, text in row]
        here = [text for column, text in enumerate(texts) if heads.get(column, KEY) in (KEY, PASSAGE)]
        keys = list(dict.fromkeys(text.strip() for text in (*here, *texts) if text.strip() in self.passages))
        said = [found for text in here if (found := self.by_text.get(fold_cell(text)))]
        if not keys:
            sure = [next(iter(found)) for found in said if len(found) == 1]  # a text of several is no sign of any
            return (sure[0], len(set(sure)) == 1) if sure else ("", True)
        if any(keys[0] not in found for found in said):
            return keys[0], False
        return keys[0], True if any(len(found) == 1 for found in said) else None

    def _head(self, text: str) -> str:
        bare = fold_cell(text)
        return _HEADINGS.get(bare) or (f"code {self.names[bare]}" if bare in self.names else "")

    def _tell(self, row: Sequence[tuple[str, str]], kind: str, but: Iterable[int] = ()) -> None:
        for column, (place, text) in enumerate(row):
            if text.strip() and column not in set(but) and fold_cell(text) not in self.own and not self._head(text):
                self.told.append(Remark(kind, values={"place": place, "text": text.strip()}))

    def _tell_twice(self, row: Sequence[tuple[str, str]], heads: Mapping[int, str]) -> None:
        """Say which codes have two columns."""
        places: dict[str, list[str]] = {}
        for column, head in heads.items():
            if head.startswith("code "):
                places.setdefault(head[5:], []).append(row[column][0])
        for code, own in places.items():
            if len(own) > 1:
                self.told.append(Remark("sheet code twice", values={"places": own, "code": code}))

    def _look(self, key: str, row: Sequence[tuple[str, str]]) -> None:
        bare, masked = (fold_cell(text) for text in (self.passages[key], mask_times(self.passages[key])))
        here = {fold_cell(text) for _, text in row} if bare != masked else set()
        looks = {form for form, text in ((MASKED, masked), (UNMASKED, bare)) if text in here}
        self.looks.setdefault(key, set()).update(looks)

    def _shown(self, key: str) -> str:
        """Return whether a passage was masked; where that makes no difference, as all others were."""
        looks = self.looks.get(key) or set[str]().union(*self.looks.values())
        return next(iter(looks)) if len(looks) == 1 else UNMASKED if self.looks.get(key) else UNRECORDED

    def _read_row(self, key: str, row: Sequence[tuple[str, str]], heads: Mapping[int, str]) -> None:
        marks: dict[str, tuple[bool, str] | None] = {}
        finished = False
        columns = [head[5:] for head in heads.values() if head.startswith("code ")]
        for column, (place, text) in enumerate(row):
            head, bare = heads.get(column, ""), text.strip()
            if not bare or bare == key or fold_cell(bare) in self.shown[key]:
                continue
            if head == QUESTION:
                self._add_note(key, typed_in(bare, self.questions.get(key, bare)))
            elif head == DONE:
                finished |= self._is_done(place, bare, key)
            elif head == CODES:
                finished |= self._read_list(place, bare, key, marks)
            elif head.startswith("code "):
                self._mark(place, marks, head[5:], self._read_cell(place, bare, key, head[5:]))
            elif head == PASSAGE:
                self.told.append(Remark("sheet passage changed", values={"place": place}))
                self._add_note(key, typed_in(bare, self.passages[key]))
            else:
                self._add_note(key, bare)
        self._compare_columns(row, heads, marks)
        self._keep(key, place_of(row), marks, columns, finished)

    def _add_note(self, key: str, text: str) -> None:
        if text:
            self.notes.setdefault(key, []).append(text)

    def _compare_columns(
        self, row: Sequence[tuple[str, str]], heads: Mapping[int, str], marks: dict[str, tuple[bool, str] | None]
    ) -> None:
        """Take back a yes for a code of which another column of this row is empty: there that is a no."""
        for code, mark in marks.items():
            own = [row[column] for column, head in heads.items() if head == f"code {code}" and column < len(row)]
            if mark and mark[0] and len(own) > 1 and not all(text.strip() for _, text in own):
                self._mark(next(place for place, text in own if not text.strip()), marks, code, (False, ""))

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
                values = {"place": place, "before": self.marked[key, code], "code": code}
                self.told.append(Remark("sheet conflict", values=values))
                mark = None
            before[code] = mark
            if mark is not None:
                self.marked.setdefault((key, code), place)

    def _is_done(self, place: str, text: str, key: str) -> bool:
        mark = True if fold_cell(text).rstrip(".!") in _DONE else as_mark(text)
        if mark is None:
            self.notes.setdefault(key, []).append(text)
            self.told.append(Remark("sheet no done mark", values={"place": place, "text": text}))
        if mark is False:
            self.open.add(key)
        return bool(mark)

    def _read_list(self, place: str, text: str, key: str, marks: dict[str, tuple[bool, str] | None]) -> bool:
        """Read a cell with names of codes in it; whether the passage was judged."""
        judged, unknown = False, False
        for part in filter(None, map(str.strip, re.split(r"[,;|/\n\u2022]", text))):
            code = self.names.get(fold_cell(part)) or self.names.get(fold_cell(part).rstrip(".!"))
            if code:
                self._mark(place, marks, code, (True, ""))
            elif as_mark(part) is False:
                judged = True
            else:
                self.told.append(Remark("sheet no code", values={"place": place, "text": part}))
                self.notes.setdefault(key, []).append(part)
                unknown = True
        if unknown:  # it may be any of the codes that are not named
            named = [code for code, mark in marks.items() if mark is not None]
            marks |= dict.fromkeys(code for code in self.names.values() if code not in named)
        return judged and not unknown

    def _read_cell(self, place: str, text: str, key: str, code: str) -> tuple[bool, str] | None:
        mark = as_mark(text)
        if mark is not None:
            return mark, ""
        passage = self.passages[key]
        if len(text) >= SHORTEST and (find_pasted(text, passage) or fold_cell(text) in fold_cell(passage)):
            return True, text
        self.told.append(Remark("sheet no mark", values={"place": place, "text": text, "code": code}))
        return None

    def _mark(
        self, place: str, marks: dict[str, tuple[bool, str] | None], code: str, mark: tuple[bool, str] | None
    ) -> None:
        """Set the mark of a code; where another cell of the row says otherwise, neither counts."""
        now = marks.get(code, mark)
        if now is not None and mark is not None and now[0] != mark[0]:
            self.told.append(Remark("sheet columns differ", values={"place": place, "code": code}))
        same = now is not None and mark is not None and now[0] == mark[0]
        marks[code] = max(now, mark) if same else None  # type: ignore[type-var]

    def finish(self) -> SheetMarks:
        rows = [
            RowMarks(key, {code: mark for code, mark in self.found[key].items() if mark is not None},
                     tuple(dict.fromkeys(self.notes.get(key, ()))), key in self.open, self._shown(key))
            for key in self.found
        ]  # fmt: skip
        filled = tuple(row for row in rows if row.found or row.notes or row.open or self.found[row.key])
        judged = sum(bool(row.found) and not row.open for row in rows)
        return SheetMarks(filled, len(self.passages) - judged, tuple(self.told))


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
    bare = fold_cell(text).rstrip(".!,;:") or text.strip()
    bare = re.sub(r"^(-?\d+)[.,]0+$", r"\1", bare)
    return True if bare in _YES else False if bare in _NO else None
