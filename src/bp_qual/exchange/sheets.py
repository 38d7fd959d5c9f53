"""Codebooks as teams keep them in a table: Taguette's CSV, and two or three columns in Excel or CSV.

The columns are known by their headings, in English or Dutch: code, parent, definition, terms, and what else belongs to
a code. A column nobody knows is named, not silently dropped.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from bp_qual.codebook import Code, Codebook, Term
from bp_qual.codebook.terms import parse_term
from bp_qual.codebook.yaml_writing import term_text
from bp_qual.display import did_you_mean, shown
from bp_qual.errors import CodebookError, Problem
from bp_qual.exchange.drafts import Draft, Exported, Imported, build_codebook, count_lost
from bp_qual.files import decode_text, open_package
from bp_qual.files.yaml_text import Text, YamlReading, parse_yaml

MAX_ROWS = 20_000
HEADINGS = {
    "code": ("code", "name", "naam", "tag", "path", "thema", "theme", "label", "codenaam"),
    "id": ("id", "code id"),
    "parent": ("parent", "parent code", "bovenliggend", "hoofdcode", "hoort onder", "category", "categorie"),
    "definition": ("definition", "definitie", "description", "beschrijving", "omschrijving", "toelichting"),
    "include": ("include", "wel", "inclusief"),
    "exclude": ("exclude", "niet", "exclusief"),
    "examples": ("examples", "example", "voorbeelden", "voorbeeld"),
    "counterexamples": ("counterexamples", "tegenvoorbeelden"),
    "terms": ("terms", "termen", "words", "woorden", "zoektermen", "keywords"),
    "unless": ("unless", "behalve", "tenzij"),
    "colour": ("colour", "color", "kleur"),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as text: where it is, and its rows with the heading first.

    >>> Sheet("team.csv", (("code", "terms"), ("hokjes", "hokje"))).rows[0]
    ('code', 'terms')
    """

    where: str
    rows: tuple[tuple[str, ...], ...]


def read_sheet(data: bytes, where: str, *, name: str, language: str) -> Imported:
    r"""Return the codebook in an .xlsx or .csv table.

    >>> table = b"code;parent;definitie;termen\nwerk;;Betaald werk;baan, werken\nstress;werk;;\n"
    >>> read_sheet(table, "team.csv", name="Team", language="nl").codebook
    Team 1.0.0: 2 codes, 2 terms, nl
    werk  2 terms
    └─ stress
    """
    sheet = _read_xlsx(data, where) if data[:2] == b"PK" else _read_csv(data, where)
    columns, lost = _find_columns(sheet)
    reading = YamlReading(where)
    rows = [*_filled(sheet)]
    drafts = [_draft(row, columns, reading, number) for number, row in rows]
    parents = [_cell(row, columns, "parent") for _, row in rows]
    drafts = _find_parents(drafts, parents, reading, [number for number, _ in rows])
    if not drafts and not reading.problems:
        reading.problems.append(Problem(where, "holds no codes.", "Write one code in each row."))
    if reading.problems:
        count = f"{len(reading.problems)} problem{'s' * (len(reading.problems) != 1)}"
        raise CodebookError(reading.problems, f"{count} in {where}. Nothing was imported.")
    return Imported(build_codebook(drafts, name=name, language=language), lost)


def write_sheet(codebook: Codebook, ending: str, language: str = "") -> Exported:
    """Return a codebook as a table, .xlsx or .csv, that `read_sheet` reads back.

    >>> write_sheet(Codebook("D", "1", "nl", (Code("a", definition="Aap."),)), ".csv").data.decode().split()[:2]
    ['code,id,parent,definition,include,exclude,examples,counterexamples,terms,unless,colour', 'a,a,,Aap.,,,,,,,']
    """
    import pandas as pd

    from bp_qual.files.table_bytes import csv_bytes, xlsx_bytes

    language = language or codebook.language
    rows = [_row(codebook, code, language) for code in codebook.codes]
    table = pd.DataFrame(rows, columns=list(HEADINGS), dtype="str")
    data = xlsx_bytes({"codebook": table}) if ending == ".xlsx" else csv_bytes(table)
    lost = count_lost(codebook, "negated", "label", "guid", "folder")
    languages = {term.language for code in codebook.codes for term in (*code.terms, *code.unless)} - {""}
    return Exported(data, (*lost, *(["the languages of the terms"] if languages else [])))


def write_taguette(codebook: Codebook, language: str = "") -> Exported:
    """Return a codebook as the CSV that Taguette imports: a tag with dots for its place, and a description.

    >>> write_taguette(Codebook("D", "1", "nl", (Code("a"), Code("b", parent="a")))).data.decode().split()
    ['tag,description', 'a,', 'a.b,']
    """
    import pandas as pd

    from bp_qual.files.table_bytes import csv_bytes

    rows = []
    for code in codebook.codes:
        above = [*codebook.ancestors(code.id)][::-1]
        tag = ".".join(codebook.label(each, language).replace(".", " ") for each in [*above, code.id])
        rows.append((tag, code.definition))
    fields = ("include", "exclude", "examples", "counterexamples", "terms", "unless", "negated", "label", "colour")
    return Exported(
        csv_bytes(pd.DataFrame(rows, columns=["tag", "description"], dtype="str")), tuple(count_lost(codebook, *fields))
    )


def _row(codebook: Codebook, code: Code, language: str) -> tuple[str, ...]:
    return (
        *(codebook.label(code.id, language), code.id, code.parent, code.definition, code.include, code.exclude),
        *("\n".join(code.examples), "\n".join(code.counterexamples)),
        *(_terms_cell(code.terms), _terms_cell(code.unless), code.colour),
    )


def _terms_cell(terms: tuple[Term, ...]) -> str:
    """Return terms one a line; the line end is written even for one, where it holds a sign that would part it."""
    lines = [term_text(term) if term.kind in ("exact", "regex", "tokens", "near") else term.text for term in terms]
    text = "\n".join(lines)
    return text + "\n" if len(lines) == 1 and any(sign in text for sign in ";,") else text


# --- reading tables --------------------------------------------------------------------------------------------------


def _read_csv(data: bytes, where: str) -> Sheet:
    text = decode_text(data, where=where).text
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    try:
        rows = [*islice(csv.reader(io.StringIO(text), delimiter=delimiter), MAX_ROWS)]
    except csv.Error as error:
        raise CodebookError(
            Problem(where, f"is not a table: {error}.", "Save it as .csv or .xlsx once more.")
        ) from error
    return Sheet(where, tuple(tuple(_unescape(cell) for cell in row) for row in rows))


def _unescape(cell: str) -> str:
    """Undo the quote that keeps a spreadsheet from running a cell as a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@", "'", "\t") else cell


def _read_xlsx(data: bytes, where: str) -> Sheet:
    open_package(data, where=where)
    try:
        import openpyxl
    except ImportError as error:
        what = "is an Excel file, and the library that reads them is not installed."
        raise CodebookError(Problem(where, what, "pip install 'bp_qual[formats]', or save it as .csv.")) from error
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        rows = book.worksheets[0].iter_rows(max_row=MAX_ROWS, max_col=50, values_only=True)
        cells = tuple(tuple("" if cell is None else str(cell) for cell in row) for row in rows)
        book.close()
    except Exception as error:  # openpyxl raises whatever its parts raise on a damaged file
        what = "is not an Excel file that can be read."
        raise CodebookError(Problem(where, what, "Open it in Excel and save it as .xlsx once more.")) from error
    return Sheet(where, tuple(tuple(_unescape(cell) for cell in row) for row in cells))


def _find_columns(sheet: Sheet) -> tuple[dict[str, int], tuple[str, ...]]:
    """Return the place of each known column, and what becomes of the others."""
    columns: dict[str, int] = {}
    headings = [" ".join(cell.casefold().replace("_", " ").split()) for cell in (sheet.rows[0] if sheet.rows else ())]
    for key, names in HEADINGS.items():
        for heading in names:
            if heading in headings and headings.index(heading) not in columns.values():
                columns[key] = headings.index(heading)
                break
    unknown = [cell for place, cell in enumerate(headings) if cell and place not in columns.values()]
    if "code" not in columns:
        found = did_you_mean(headings[0] if headings else "", HEADINGS["code"], "")
        remedy = found or "Let the first row hold the headings: code, parent, definition, terms."
        raise CodebookError(Problem(f"{sheet.where}:1", "has no column 'code'.", remedy))
    return columns, tuple(f"the column '{shown(name)}'" for name in unknown)


def _filled(sheet: Sheet) -> Iterator[tuple[int, tuple[str, ...]]]:
    for number, row in enumerate(sheet.rows[1:], start=2):
        if any(cell.strip() for cell in row):
            yield number, row


def _cell(row: Sequence[str], columns: dict[str, int], key: str) -> str:
    return _raw(row, columns, key).strip()


def _raw(row: Sequence[str], columns: dict[str, int], key: str) -> str:
    place = columns.get(key)
    return row[place] if place is not None and place < len(row) else ""


def _draft(row: Sequence[str], columns: dict[str, int], reading: YamlReading, number: int) -> Draft:
    name = _cell(row, columns, "code")
    if not name:
        reading.problems.append(Problem(f"{reading.name}:{number}", "has no code.", "Name it, or empty the row."))
    terms = {key: tuple(_terms(_raw(row, columns, key), reading, number, name)) for key in ("terms", "unless")}
    colour = _cell(row, columns, "colour")
    if colour and not (colour.startswith("#") and len(colour) in (4, 7) and colour[1:].isalnum()):
        reading.problems.append(
            Problem(f"{reading.name}:{number}", f"'{shown(colour)}' is no colour.", "Write #1b9e77.")
        )
    return Draft(
        name,
        id=_cell(row, columns, "id"),
        definition=_cell(row, columns, "definition"),
        include=_cell(row, columns, "include"),
        exclude=_cell(row, columns, "exclude"),
        examples=_sentences(_cell(row, columns, "examples")),
        counterexamples=_sentences(_cell(row, columns, "counterexamples")),
        terms=terms["terms"],
        unless=terms["unless"],
        colour=colour,
    )


def _sentences(cell: str) -> tuple[str, ...]:
    return tuple(" ".join(line.split()) for line in cell.splitlines() if line.strip())


def _terms(cell: str, reading: YamlReading, number: int, code: str) -> Iterator[Term]:
    """Read the terms of a cell: one a line, or between semicolons, or between commas."""
    sign = next((sign for sign in ("\n", ";", ",") if sign in cell), "\n")
    pieces = [cell] if cell.startswith("{") and sign != "\n" else cell.split(sign)
    for piece in filter(None, map(str.strip, pieces)):
        problems = YamlReading(f"{reading.name}:{number}")
        written = _written(piece)
        term = parse_term(problems, written, f"code '{shown(code)}'")
        if term:
            yield term
        reading.problems += [Problem(problems.name, problem.what, problem.remedy) for problem in problems.problems]


def _written(piece: str) -> Any:
    """Return a term as YAML would have it: what stands in braces is a term with a key, all else is text."""
    if piece.startswith("{"):
        parsed = parse_yaml(piece, "")
        if not parsed.problems:
            return parsed.root
    text = Text(piece)
    text.line, text.column, text.quoted = 1, 1, True
    return text


def _find_parents(drafts: list[Draft], parents: list[str], reading: YamlReading, numbers: list[int]) -> list[Draft]:
    """Point each draft to its parent, which is named by id or name, or by the dots in a tag of Taguette."""
    places: dict[str, int] = {}
    for place, draft in enumerate(drafts):
        for key in filter(None, (draft.id, draft.name)):
            places.setdefault(key.casefold(), place)
    for place, (draft, parent) in enumerate(zip(drafts, parents, strict=True)):
        where = f"{reading.name}:{numbers[place]}"
        if parent:
            draft.parent = places.get(parent.casefold(), -1)
            if draft.parent < 0:
                remedy = did_you_mean(parent, [other.name for other in drafts])
                reading.problems.append(Problem(where, f"the parent '{shown(parent)}' is no code.", remedy))
        elif "." in draft.name:
            above, _, last = draft.name.rpartition(".")
            if above.casefold() in places:
                draft.parent, draft.name = places[above.casefold()], last.strip() or draft.name
    for place, draft in enumerate(drafts):
        seen, at = {place}, draft.parent
        while at >= 0 and at not in seen:
            seen.add(at)
            at = drafts[at].parent
        if at == place:
            what = f"code '{shown(draft.name)}' ends up under itself."
            reading.problems.append(Problem(f"{reading.name}:{numbers[place]}", what, "Mend the column parent."))
    return drafts
