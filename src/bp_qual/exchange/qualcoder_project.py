"""Projects of QualCoder: the folder ``NAME.qda`` with ``data.qda`` in it, read only.

Positions are code points of the text as the project has it, the end behind the last; what was coded is kept beside
them, and where the two differ the quote is looked for. A category is a code that nothing is coded with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from bp_qual.errors import CodebookError, Problem
from bp_qual.exchange.case_groups import tell_cases_apart
from bp_qual.exchange.code_tree import DEEPEST
from bp_qual.exchange.drafts import Draft
from bp_qual.exchange.list_headings import LIST_HEADINGS, plain_heading
from bp_qual.exchange.place_names import PlaceNames
from bp_qual.exchange.received import FreeMemo, Passage, Received, ReceivedText
from bp_qual.exchange.sqlite_tables import Row, SqliteTables, cell_number, cell_text
from bp_qual.wording import Remark

NEEDED = frozenset({"source", "code_name", "code_text"})
_AROUND = 200
_PARTS = ("x1", "y1", "width", "height", "pdf_page", "pos0", "pos1")  # where something is in a picture or a recording


def read_qualcoder(data: bytes, where: str) -> Received:
    """Return the codings in a project of QualCoder.

    Parameters
    ----------
    data : bytes
        The file ``data.qda`` of the project.
    where : str
        What messages call it.

    Returns
    -------
    Received
        Annotations are memos on passages; a case is a person, an attribute called wave (or year, ronde ...) the wave.

    Raises
    ------
    CodebookError
        Where it is no such project.

    Examples
    --------
    >>> read_qualcoder(b"PK", "study.qda")
    Traceback (most recent call last):
    bp_qual.errors.CodebookError: study.qda  is no SQLite file that can be read. Export the project again.
    """
    tables = SqliteTables(data, where)
    if not tables.names >= NEEDED:
        raise CodebookError(Problem(where, "not qualcoder"))
    drafts, numbers = _codes(tables)
    documents = {
        cell_number(row, "id"): _Document(cell_number(row, "id"), cell_text(row, "name"), cell_text(row, "fulltext"))
        for row in tables.rows("source")
    }
    whose = _Whose(tables)
    passages, lost, unknown = [], 0, 0
    for table, column in (("code_text", "seltext"), ("annotation", "")):
        for row in tables.rows(table):
            document = documents.get(cell_number(row, "fid"))
            code = numbers.get(cell_number(row, "cid"))
            if column and code is None:
                unknown += 1
                continue
            if document is None or (not document.text and not column):
                lost += 1
                continue
            codes = (code,) if column and code is not None else ()
            passages.append(_passage(f"{where}: {document.name}", row, column, document, whose, codes))
    passages += _aside(tables, where, documents, numbers, whose)
    texts = tuple(
        ReceivedText(document.name, document.text, *whose.of(number), whose.sharing(number))
        for number, document in documents.items()
        if document.text.strip()
    )
    remarks = tuple(_not_carried(tables, lost, unknown))
    memos = tuple(_free_memos(tables))
    notes = (*whose.told, *tables.notes)
    return Received(where, tuple(passages), tuple(drafts), remarks, texts, form="qualcoder", memos=memos, notes=notes)


def _free_memos(tables: SqliteTables) -> Iterator[FreeMemo]:
    """Yield the memos on files, cases and the project; those on codes and categories are their definitions."""
    for table, about in (("source", "document"), ("cases", "person"), ("project", "")):
        for row in tables.rows(table):
            name, coder = cell_text(row, "name"), cell_text(row, "owner" if about else "codername")
            if note := cell_text(row, "memo").strip():
                memo = FreeMemo(note, coder, cell_text(row, "date"))
                yield replace(memo, document=name) if about == "document" else replace(memo, person=name)


@dataclass(frozen=True, slots=True)
class _Document:
    """A text of the project."""

    number: int
    name: str
    text: str


def _passage(where: str, row: Row, column: str, document: _Document, whose: _Whose, codes: tuple[int, ...]) -> Passage:
    text, first, last = document.text, cell_number(row, "pos0"), cell_number(row, "pos1")
    held = text[max(first, 0) : max(last, 0)]
    said = cell_text(row, column) if column else held
    there = 0 <= first < last <= len(text) and held == said
    person, wave = whose.of(document.number, first, last)
    return Passage(
        f"{where}, {first}–{last}",
        said if said.strip() else held,
        codes,
        document=document.name,
        person=person,
        wave=wave,
        coder=cell_text(row, "owner"),
        memo=cell_text(row, "memo").strip(),
        at=cell_text(row, "date"),
        before=text[max(0, first - _AROUND) : first] if there else "",
        after=text[last : last + _AROUND] if there else "",
        start=first if there else -1,
        end=last if there else -1,
        source=text if there else "",
    )


def _aside(
    tables: SqliteTables, where: str, documents: Mapping[int, _Document], numbers: Mapping[int, int], whose: _Whose
) -> Iterator[Passage]:
    """Yield what is coded in pictures, pages of a PDF and recordings; in their transcript, where there is one."""
    written = {cell_number(row, "id"): cell_number(row, "av_text_id") for row in tables.rows("source")}
    places = PlaceNames()
    for row in (row for table in ("code_image", "code_av") for row in tables.rows(table)):
        number, code = cell_number(row, "id"), numbers.get(cell_number(row, "cid"))
        document = documents.get(written.get(number, -1)) or documents.get(number)
        if document is not None and code is not None:
            person, wave = whose.of(document.number)
            yield Passage(
                places.of(f"{where}: {document.name}", tuple(map(row.get, _PARTS))),
                "",
                (code,),
                document=document.name,
                person=person,
                wave=wave,
                coder=cell_text(row, "owner"),
                memo=cell_text(row, "memo").strip(),
                is_aside=True,
            )


def _codes(tables: SqliteTables) -> tuple[list[Draft], dict[int, int]]:
    """Return categories and codes, each after the one above it, and the numbers of the codes by their ids."""
    rows: dict[tuple[str, int], Row] = {("cat", cell_number(row, "catid")): row for row in tables.rows("code_cat")}
    rows |= {("code", cell_number(row, "cid")): row for row in tables.rows("code_name")}
    drafts: list[Draft] = []
    placed: dict[tuple[str, int], int] = {}

    def add(key: tuple[str, int]) -> None:
        chain = [key]
        while (above := _above(rows[chain[-1]], chain[-1], rows)) and above not in chain and len(chain) < DEEPEST:
            chain.append(above)
        parent = -1
        for step in reversed(chain):
            if step not in placed:
                placed[step] = len(drafts)
                row = rows[step]
                draft = Draft(cell_text(row, "name"), parent, definition=cell_text(row, "memo").strip())
                draft.colour, draft.folder = _colour(cell_text(row, "color")), step[0] == "cat"
                drafts.append(draft)
            parent = placed[step]

    for key in rows:
        add(key)
    return drafts, {number: at for (kind, number), at in placed.items() if kind == "code"}


def _above(row: Row, key: tuple[str, int], rows: Mapping[tuple[str, int], Row]) -> tuple[str, int] | None:
    """Return the code or category above a code or category."""
    ways = (("cat", "supercatid"),) if key[0] == "cat" else (("code", "supercid"), ("cat", "catid"))
    found = ((kind, cell_number(row, column)) for kind, column in ways)
    return next((above for above in found if above in rows and above[1] >= 0), None)


def _colour(text: str) -> str:
    digits = text.strip().removeprefix("#")
    return f"#{digits.lower()}" if len(digits) == 6 and set(digits.lower()) <= set("0123456789abcdef") else ""


class _Whose:
    """Whose words the texts of a project hold, and of which wave, by its cases and attributes."""

    def __init__(self, tables: SqliteTables) -> None:
        names = {cell_number(row, "caseid"): cell_text(row, "name") for row in tables.rows("cases")}
        self._parts: dict[int, list[tuple[int, int, str]]] = {}
        for row in tables.rows("case_text"):
            if (name := names.get(cell_number(row, "caseid"), "")) and cell_number(row, "fid") >= 0:
                part = (cell_number(row, "pos0"), cell_number(row, "pos1"), name)
                self._parts.setdefault(cell_number(row, "fid"), []).append(part)
        self._said: dict[tuple[str, int], str] = {}
        for row in tables.rows("attribute"):
            kind = next((k for k in ("person", "wave") if _is_about(k, cell_text(row, "name"))), "")
            if kind and cell_text(row, "attr_type") == "file" and cell_text(row, "value").strip():
                self._said[kind, cell_number(row, "id")] = cell_text(row, "value").strip()
        self.told = self._take_groups_out(names.values())

    def _take_groups_out(self, names: Iterable[str]) -> tuple[Remark, ...]:
        """Leave out the cases that are no persons, and return what is to be known of that."""
        held: dict[str, set[str]] = {name: set() for name in names}
        for document, parts in self._parts.items():
            for _, _, name in parts:
                held[name].add(str(document))
        dated = {str(document): wave for (kind, document), wave in self._said.items() if kind == "wave"}
        cases = tell_cases_apart(held, dated)
        for document, parts in self._parts.items():
            waves = {cases.waves[name] for _, _, name in parts if name in cases.waves}
            if len(waves) == 1:
                self._said.setdefault(("wave", document), waves.pop())
            no_persons = {*cases.others, *cases.waves}
            self._parts[document] = [part for part in parts if part[2] not in no_persons]
        return cases.told

    def sharing(self, document: int) -> tuple[str, ...]:
        """Return the cases of which a text, or a part of it, is."""
        return tuple(dict.fromkeys(name for _, _, name in self._parts.get(document, ())))

    def of(self, document: int, first: int = -1, last: int = -1) -> tuple[str, str]:
        """Return person and wave of a text, or of a passage of one that several persons share."""
        parts = self._parts.get(document, [])
        persons = {name for _, _, name in parts}
        if len(persons) > 1:
            persons = {name for begin, end, name in parts if first >= 0 and begin <= first and last <= end}
        person = self._said.get(("person", document), "") or (persons.pop() if len(persons) == 1 else "")
        return person, self._said.get(("wave", document), "")


def _is_about(kind: str, name: str) -> bool:
    return plain_heading(name) in LIST_HEADINGS[kind]


def _not_carried(tables: SqliteTables, lost: int, unknown: int) -> Iterator[Remark]:
    counts = {
        "lost selections": lost,
        "lost code unknown": unknown,
        "lost sources": len(
            {cell_number(row, "id") for table in ("code_image", "code_av") for row in tables.rows(table)}
        ),
        "lost journals": len(tables.rows("journal")),
    }
    yield from (Remark(kind, values={"n": n}) for kind, n in counts.items() if n)
