"""Codebooks as teams keep them in a table: Taguette's CSV, and two or three columns in Excel or CSV.

Columns are recognised by their headings, in English or Dutch: code, parent, definition, terms and the other fields of a
code. Unknown columns are reported, not silently dropped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bp_qual.codebook import Code, Codebook, Term
from bp_qual.codebook.terms import parse_term
from bp_qual.codebook.yaml_writing import term_text
from bp_qual.display import nearest, shown
from bp_qual.errors import CodebookError, Problem
from bp_qual.exchange.drafts import Draft, Exported, Imported, build_codebook, count_lost
from bp_qual.exchange.sheet_rows import Sheet, read_rows
from bp_qual.files.csv_rows import Row
from bp_qual.files.yaml_text import Text, YamlReading, parse_yaml
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.wording import Remark
from bp_qual.wording.guesses import did_you_mean

HEADINGS = {
    "code": (
        *("code", "codes", "name", "naam", "tag", "path", "thema", "theme", "label", "codenaam", "code name", "kode"),
        *("node", "nodes", "knoop", "tag name", "themanaam", "onderwerp", "code system"),
    ),
    "label": ("label", "labels", "name", "naam", "code name", "codenaam", "themanaam", "tag name", "bezeichnung"),
    "id": ("id", "code id"),
    "parent": (
        *("parent", "parent code", "parent name", "bovenliggend", "bovenliggende code", "ouder", "hoofdcode"),
        *("hoofdthema", "hoort onder", "category", "categorie"),
    ),
    "definition": (
        *("definition", "definitie", "description", "beschrijving", "omschrijving", "toelichting", "uitleg"),
        *("betekenis", "code memo", "memo", "comment"),
    ),
    "include": ("include", "wel", "inclusief"),
    "exclude": ("exclude", "niet", "exclusief"),
    "examples": ("examples", "example", "voorbeelden", "voorbeeld"),
    "counterexamples": ("counterexamples", "tegenvoorbeelden"),
    "terms": (
        *("terms", "term", "termen", "words", "woorden", "zoektermen", "zoekwoorden", "trefwoorden", "keywords"),
        *("sleutelwoorden", "kernwoorden", "search terms"),
    ),
    "unless": ("unless", "behalve", "tenzij"),
    "colour": ("colour", "color", "kleur"),
}
_PATHS = lazy_pattern(r"\s*(?:>|\\|::)\s*")  # between a code and the one above it, in MAXQDA and NVivo


def read_sheet(data: bytes, where: str, *, name: str, language: str) -> Imported:
    r"""Return the codebook in an .xlsx or .csv table.

    Parameters
    ----------
    data : bytes
        The file.
    where : str
        The name of the file, for messages.
    name : str
        The name that the codebook gets.
    language : str
        The language of its labels and terms.

    Returns
    -------
    Imported

    Examples
    --------
    >>> table = b"code;parent;definitie;termen\nwerk;;Betaald werk;baan, werken\nstress;werk;;\n"
    >>> read_sheet(table, "team.csv", name="Team", language="nl").codebook
    Team 1.0.0: 2 codes, 2 termen, nl
    werk  2 termen
    └─ stress
    """
    sheet = read_rows(data, where, is_heading=_names_codes)
    columns, lost = _find_columns(sheet)
    reading = YamlReading(where)
    rows = _with_codes_above(sheet.rows, columns) if "parent" not in columns else sheet.rows
    drafts = [_draft(row, columns, reading, number) for number, row in rows]
    parents = [_cell(row, columns, "parent") for _, row in rows]
    tags = _parents_in_tags(drafts) if "parent" not in columns else [""] * len(drafts)
    parents = [parent or tag for parent, tag in zip(parents, tags, strict=True)]
    labels = [_cell(row, columns, "label") for _, row in rows]
    drafts = _find_parents(drafts, labels, parents, reading, [number for number, _ in rows])
    unkept = any(label and draft.name not in (label, draft.id) for draft, label in zip(drafts, labels, strict=True))
    lost = (*lost, Remark("lost column", values={"name": sheet.header[columns["code"]]})) if unkept else lost
    for draft, label, tag in zip(drafts, labels, tags, strict=True):
        draft.name = label or (draft.name[len(tag) :].strip(". ") if tag else draft.name)
    if not drafts and not reading.problems:
        reading.problems.append(Problem(where, "sheet without codes"))
    if reading.problems:
        counts = {"n": len(reading.problems), "file": where}
        raise CodebookError(reading.problems, Remark("problems, nothing imported", values=counts))
    return Imported(build_codebook(drafts, name=name, language=language), lost)


def write_sheet(codebook: Codebook, ending: str, language: str = "") -> Exported:
    """Return a codebook as a table, .xlsx or .csv, that `read_sheet` reads back.

    Parameters
    ----------
    codebook : Codebook
        The codebook.
    ending : str
        ``".xlsx"`` or ``".csv"``.
    language : str
        The language of the labels; that of the codebook if empty.

    Returns
    -------
    Exported

    Examples
    --------
    >>> write_sheet(Codebook("D", "1", "nl", (Code("a", definition="Aap."),)), ".csv").data.decode().split()[:2]
    ['code,id,parent,definition,include,exclude,examples,counterexamples,terms,unless,colour', 'a,a,,Aap.,,,,,,,']
    """
    import pandas as pd

    from bp_qual.files.table_bytes import csv_bytes, xlsx_bytes

    language = language or codebook.language
    rows = [_row(codebook, code, language) for code in codebook.codes]
    table = pd.DataFrame(rows, columns=[key for key in HEADINGS if key != "label"], dtype="str")
    data = xlsx_bytes({"codebook": table}) if ending == ".xlsx" else csv_bytes(table)
    lost = count_lost(codebook, "negated", "label", "guid", "folder")
    languages = {term.language for code in codebook.codes for term in (*code.terms, *code.unless)} - {""}
    return Exported(data, (*lost, *([Remark("lost term languages")] if languages else [])))


def write_taguette_tags(codebook: Codebook, language: str = "") -> Exported:
    """Return a codebook as the CSV that Taguette imports: tags with dots for the hierarchy, and descriptions.

    >>> write_taguette_tags(Codebook("D", "1", "nl", (Code("a"), Code("b", parent="a")))).data.decode().split()
    ['tag,description', 'a,', 'a.b,']
    """
    import pandas as pd

    from bp_qual.files.table_bytes import csv_bytes

    rows = []
    for code in codebook.codes:
        above = [*codebook.ancestors(code.id)][::-1]
        tag = ".".join(codebook.label(code_id, language).replace(".", " ") for code_id in [*above, code.id])
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
    """Return terms one per line; a single term that holds a separator also ends with a line break."""
    keyed = ("exact", "regex", "tokens", "near")
    lines = [term_text(term) if term.kind in keyed or term.word_class else term.text for term in terms]
    text = "\n".join(lines)
    return text + "\n" if len(lines) == 1 and any(sign in text for sign in ";|,") else text


# --- reading tables --------------------------------------------------------------------------------------------------


def _names_codes(row: Sequence[str]) -> bool:
    """Return whether a row has the heading of a column of codes, beside another."""
    headings = [_plain(cell) for cell in row if cell.strip()]
    return len(headings) > 1 and any(heading in HEADINGS["code"] for heading in headings)


def _plain(heading: str) -> str:
    return " ".join(heading.casefold().replace("_", " ").split())


def _find_columns(sheet: Sheet) -> tuple[dict[str, int], tuple[Remark, ...]]:
    """Return the index of each known column, and notes about the others."""
    columns: dict[str, int] = {}
    headings = [_plain(cell) for cell in sheet.header]
    for key, names in HEADINGS.items():
        for heading in names:
            if heading in headings and headings.index(heading) not in columns.values():
                columns[key] = headings.index(heading)
                break
    colours = (row[columns["colour"]] for _, row in sheet.rows) if "colour" in columns else ()
    if not any(sign.isalnum() for colour in colours for sign in colour):
        columns.pop("colour", None)  # a coloured dot, as MAXQDA writes it, says no colour
    unknown = [cell for index, cell in enumerate(headings) if cell and index not in columns.values()]
    if "code" not in columns:
        filled = [shown(cell, 20) for cell in sheet.header[:8] if cell]
        there: Sequence[object] = filled or [Remark("nothing in it")]
        near_code = next((heading for heading in headings if heading and nearest(heading, ["code"])), "")
        close = next((cell for cell, heading in zip(sheet.header, headings, strict=True) if _is_near(heading)), "")
        guess = Remark("let it hold headings")
        if near_code or (close and columns):  # without any heading that is known it is a row of codes
            rename = Remark("rename to code", values={"heading": shown(close, 20)})
            guess = did_you_mean(near_code, ["code"]) if near_code else rename
        raise CodebookError(Problem(f"{sheet.where}:1", "sheet without code", {"headings": there, "guess": guess}))
    named = (Remark("lost column", values={"name": shown(name)}) for name in unknown)
    return columns, (*named, *sheet.nameless(columns.values()))


def _is_near(heading: str) -> bool:
    return bool(heading) and bool(nearest(heading, HEADINGS["code"]))


def _cell(row: Sequence[str], columns: Mapping[str, int], key: str) -> str:
    return _raw(row, columns, key).strip()


def _raw(row: Sequence[str], columns: Mapping[str, int], key: str) -> str:
    index = columns.get(key)
    return row[index] if index is not None and index < len(row) else ""


def _draft(row: Sequence[str], columns: dict[str, int], reading: YamlReading, number: int) -> Draft:
    name = _cell(row, columns, "code")
    if not name:
        reading.problems.append(Problem(f"{reading.name}:{number}", "row without code"))
    terms = {key: tuple(_terms(_raw(row, columns, key), reading, number, name)) for key in ("terms", "unless")}
    colour = _cell(row, columns, "colour")
    if colour and not (colour.startswith("#") and len(colour) in (4, 7) and colour[1:].isalnum()):
        reading.problems.append(Problem(f"{reading.name}:{number}", "no colour", {"value": shown(colour)}))
    return Draft(
        name,
        id=_cell(row, columns, "id") or (name if _cell(row, columns, "label") else ""),
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
    """Read the terms of a cell: one a line, or between semicolons, upright strokes or commas."""
    sign = next((sign for sign in ("\n", ";", "|", ",") if sign in cell), "\n")
    pieces = [cell] if cell.startswith("{") and sign != "\n" else cell.split(sign)
    for piece in filter(None, map(str.strip, pieces)):
        problems = YamlReading(f"{reading.name}:{number}")
        written = _written(piece)
        term = parse_term(problems, written, Remark("this code", values={"code": shown(code)}))
        if term:
            yield term
        reading.problems += [replace(problem, where=problems.name, excerpt="") for problem in problems.problems]


def _written(piece: str) -> Any:
    """Return a term as YAML would hold it: in braces a term with a key, otherwise text."""
    if piece.startswith("{"):
        parsed = parse_yaml(piece, "")
        if not parsed.problems:
            return parsed.root
    text = Text(piece)
    text.line, text.column, text.quoted = 1, 1, True
    return text


def _with_codes_above(rows: Sequence[Row], columns: Mapping[str, int]) -> Sequence[Row]:
    """Return the rows with a row for each code that only the paths of others name: `work > stress`."""
    at = columns["code"]
    paths = [[part for part in _PATHS.split(row[at]) if part] for _, row in rows]
    if not any(len(path) > 1 for path in paths):
        return rows
    known = {".".join(path).casefold() for path in paths}
    made = list[Row]()
    for (number, row), path in zip(rows, paths, strict=True):
        for length in range(1, len(path)):
            above = ".".join(part.replace(".", " ") for part in path[:length])
            if above.casefold() not in known:
                known.add(above.casefold())
                made.append((number, tuple(above if place == at else "" for place in range(len(row)))))
        name = ".".join(part.replace(".", " ") for part in path) if len(path) > 1 else row[at]
        made.append((number, (*row[:at], name, *row[at + 1 :])))
    return made


def _parents_in_tags(drafts: Sequence[Draft]) -> list[str]:
    """Return the parent of each code by the dots in its name, as tags of Taguette have them: `work.stress`."""
    names = {draft.name.casefold() for draft in drafts}
    parents = []
    for draft in drafts:
        above, _, last = draft.name.rpartition(".")
        parents.append(above if last.strip() and above.casefold() in names else "")
    return parents


def _find_parents(
    drafts: list[Draft], labels: list[str], parents: list[str], reading: YamlReading, numbers: list[int]
) -> list[Draft]:
    """Point each draft to its parent, which is named by id, name or label."""
    indexes: dict[str, int] = {}
    for keys in ([(d.id, d.name) for d in drafts], [(label,) for label in labels]):
        for index, own in enumerate(keys):
            for key in filter(None, own):
                indexes.setdefault(key.casefold(), index)
    for index, (draft, parent) in enumerate(zip(drafts, parents, strict=True)):
        where = f"{reading.name}:{numbers[index]}"
        if parent:
            draft.parent = indexes.get(parent.casefold(), -1)
            if draft.parent < 0:
                guess = did_you_mean(parent, [other.name for other in drafts])
                values = {"parent": shown(parent), "guess": guess}
                reading.problems.append(Problem(where, "sheet: no such parent", values))
    for index, draft in enumerate(drafts):
        seen, at = {index}, draft.parent
        while at >= 0 and at not in seen:
            seen.add(at)
            at = drafts[at].parent
        if at == index:
            where = f"{reading.name}:{numbers[index]}"
            reading.problems.append(Problem(where, "sheet: under itself", {"code": shown(draft.name)}))
    return drafts
