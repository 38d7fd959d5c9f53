"""The framework matrix as a Word file: a table for each code, a field to write in above the quotes of each wave.

The field is a content control that cannot be deleted; its tag says whose it is and which quotes it was written for.
The file also keeps marks of every paragraph that was written here, so that any other paragraph is known to be
somebody's and is carried along.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bp_qual.display import visible
from bp_qual.files.edited_books import beside_text
from bp_qual.files.word_writing import packed_document
from bp_qual.framework.layouts import Layout, layout_of, say_gap, say_passage, say_stale
from bp_qual.framework.marks import text_mark
from bp_qual.framework.matrix import Cell, Framework, SummaryRow, summary_table
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.report.word_report import blank_document
from bp_qual.wording import Wording

if TYPE_CHECKING:
    import pandas as pd

_WORD_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FIELD_TAG = "bp_qual-"
_MARKS_SPACE = "urn:bp_qual:framework"
_QUOTES = lazy_pattern(r'<quotes person="([^"]*)" code="([^"]*)" wave="([^"]*)">([^<]*)</quotes>')
_Key = tuple[str, str, str]  # person, code, wave
_CHARACTER, _PAGE = 92, 9070  # twentieths of a point: a character of the first column, all columns


def document_bytes(framework: Framework, say: Wording) -> bytes:
    """Return a framework matrix as a Word file.

    >>> import docx
    >>> matrix = Framework(("P1",), ("a",), ("1",), {"a": "Anger"}, (Cell("P1", "a", "1", summary="Rarely."),))
    >>> document = docx.Document(io.BytesIO(document_bytes(matrix, Wording("en"))))
    >>> [line.text for line in document.paragraphs if line.style.name == "Heading 1"]
    ['Anger']
    """
    from docx.oxml import parse_xml

    layout = layout_of(framework, say)
    document = blank_document(layout.title, say.language, landscape=True)
    document.core_properties.category = "matrix"
    document.add_heading(layout.title, 0)
    document.add_paragraph(layout.how)
    if whose := framework.say_whose(say.language):
        document.add_paragraph(f"{say('matrix_whose')}: {visible(whose)}")
    for code in framework.codes:
        document.add_heading(visible(framework.labels.get(code) or code), 1)
        rows = "".join(_row(cells, say) for cells in framework.of_code(code))
        _add(document, parse_xml(_table(_head(code, framework.waves), rows, len(framework.waves), layout)))
    if framework.carried:
        document.add_heading(say("matrix_carried"), 1)
        for code in dict.fromkeys(cell.code for cell in framework.carried):
            for wave in dict.fromkeys(cell.wave for cell in framework.carried if cell.code == code):
                own = [cell for cell in framework.carried if (cell.code, cell.wave) == (code, wave)]
                _add(
                    document, parse_xml(_table(_head(code, (wave,)), "".join(_row((c,), say) for c in own), 1, layout))
                )
    if framework.notes:
        document.add_heading(say("matrix_notes"), 1)
    for place in dict.fromkeys(note.place for note in framework.notes):
        document.add_heading(visible(place), 2)
        for note in framework.notes:
            if note.place == place:
                document.add_paragraph(visible(note.text))
    _add_marks(document, {text_mark(note.text) for note in framework.notes}, framework, say)
    return packed_document(document)


def document_summaries(data: bytes, *, where: str = "") -> pd.DataFrame:
    """Read back what people wrote: a summary by its table, row and column, any other text as a note.

    Raises
    ------
    ValueError
        Where this is not such a file.

    >>> cell = Cell("P1", "a", "1", summary="Rarely.")
    >>> matrix = Framework(("P1",), ("a",), ("1",), {}, (cell,))
    >>> document_summaries(document_bytes(matrix, Wording("en")))["summary"].tolist()
    ['Rarely.']
    """
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError) as err:
        raise ValueError("not a Word file") from err
    marks = _read_marks(document)
    if marks is None:
        raise ValueError("no framework matrix")
    tables = document.element.body.findall(_word_name("tbl"))
    has_fields = any(_tag_of(field).startswith(_FIELD_TAG) for field in document.element.body.iter(_word_name("sdt")))
    if has_fields or not tables:
        written = list(_read_fields([cell for table in tables for cell in _cells(table)], marks))
    else:
        written = [row for table in tables for row in _read_bare_table(table, marks)]
    notes = _read_notes(document, beside_text(data, where=where), marks.own, within_tables=has_fields)
    return summary_table([*written, *(row for row in notes if row[3])])


def _add(document: Any, table: Any) -> None:
    document.element.body.insert_element_before(table, "w:sectPr")
    document.add_paragraph()


def _table(head: str, rows: str, waves: int, layout: Layout) -> str:
    first = layout.first * _CHARACTER
    width = (_PAGE * 3 // 2 - first) // max(1, waves)
    grid = f'<w:gridCol w:w="{first}"/>' + f'<w:gridCol w:w="{width}"/>' * waves
    return (
        f'<w:tbl xmlns:w="{_WORD_NAMESPACE}"><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>'
    )


def _head(code: str, waves: tuple[str, ...]) -> str:
    cells = "".join(f"<w:tc>{_paragraph(text, bold=True)}</w:tc>" for text in (code, *waves))
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _row(cells: tuple[Cell, ...], say: Wording) -> str:
    own = "".join(f"<w:tc>{_field(cell, say)}{_under(cell, say)}</w:tc>" for cell in cells)
    return f"<w:tr><w:tc>{_paragraph(cells[0].person, bold=True)}</w:tc>{own}</w:tr>"


def _field(cell: Cell, say: Wording) -> str:
    """The field for the summary; its tag holds the mark of the quotes it was written for, and of what the page had."""
    quotes = cell.written_for if cell.summary else cell.fingerprint
    mark = f"{quotes}-{_owner((cell.person, cell.code, cell.wave))}-{cell.saved}"
    paragraphs = "".join(_paragraph(line) for line in cell.summary.split("\n")) or _paragraph("")
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{_attribute(say("matrix_summary"))}"/><w:tag w:val="{_FIELD_TAG}{mark}"/>'
        '<w:lock w:val="sdtLocked"/></w:sdtPr>'
        f"<w:sdtContent>{paragraphs}</w:sdtContent></w:sdt>"
    )


def _under(cell: Cell, say: Wording) -> str:
    """What is under the field: whether it is stale, and the quotes."""
    notes = filter(None, (say_stale(cell, say), say_gap(cell, say)))
    shown = [_small(text) for text in _beside(cell, say)]
    return "".join(_paragraph(text, bold=True) for text in notes) + "".join(shown) or _paragraph("")


def _beside(cell: Cell, say: Wording) -> tuple[str, ...]:
    quotes = (f"{say_passage(quote)} ({say('turn', n=quote.turn + 1)})" for quote in cell.quotes)
    return cell.told or tuple(quotes)


def _small(text: str) -> str:
    return _paragraph(text, look='<w:sz w:val="17"/><w:color w:val="4A525C"/>')


def _paragraph(text: str, *, bold: bool = False, look: str = "") -> str:
    look = f"<w:rPr>{'<w:b/>' if bold else ''}{look}</w:rPr>" if bold or look else ""
    shown = html.escape(visible(text), quote=False)
    return f'<w:p><w:r>{look}<w:t xml:space="preserve">{shown}</w:t></w:r></w:p>'


def _attribute(text: str) -> str:
    return html.escape(visible(text), quote=True)


def _owner(key: _Key) -> str:
    """Return what a field's tag says of whose it is; a field that was copied into another cell does not fit there."""
    return text_mark(*map(visible, key))


@dataclass(frozen=True, slots=True)
class _Marks:
    """The marks of the paragraphs that were written here, of which cells each of them holds a quote, and all cells.

    The cells are known by what a field's tag says of whose it is.
    """

    own: frozenset[str]
    cells: Mapping[str, frozenset[_Key]]
    owners: Mapping[str, _Key]

    def is_renamed(self, key: _Key) -> bool:
        """Return whether what heads a cell is nothing that was written here."""
        return bool(self.owners) and _owner(key) not in self.owners

    def cell_of(self, lines: Iterable[str]) -> _Key | None:
        """Return the cell that all quotes in it belong to, if there is one."""
        told = [self.cells[mark] for line in lines if (mark := text_mark(line)) in self.cells]
        keys = set.intersection(*map(set, told)) if told else set[_Key]()
        return keys.pop() if len(keys) == 1 else None

    def codes_of(self, lines: Iterable[str], person: str, wave: str) -> set[str]:
        """Return the codes of the quotes of a person in a wave; nothing where there are none, or they tell none."""
        told = [
            {code for whose, code, of in self.cells.get(text_mark(line), ()) if (whose, of) == (person, wave)}
            for line in lines
        ]
        known = [codes for codes in told if codes]
        return set.intersection(*known) if known else set()


def _add_marks(document: Any, foreign: set[str], framework: Framework, say: Wording) -> None:
    """Keep in the file the marks of all paragraphs in it, but for those in fields and those that somebody typed.

    The marks of quotes have the cell beside them, so that it is known where a row is pasted below another table, and
    where what heads it was renamed.
    """
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.part import Part

    package = document.part.package
    marks = sorted({text_mark(text) for _, text in _outside_fields(document)} - foreign)
    quotes = "".join(
        f'<quotes person="{_attribute(cell.person)}" code="{_attribute(cell.code)}" wave="{_attribute(cell.wave)}">'
        f"{' '.join(text_mark(visible(text)) for text in _beside(cell, say))}</quotes>"
        for cell in (*framework.cells, *framework.carried)
    )
    blob = f'<marks xmlns="{_MARKS_SPACE}">{" ".join(marks)}{quotes}</marks>'.encode()
    part = Part(package.next_partname("/customXml/item%d.xml"), "application/xml", blob, package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def _read_marks(document: Any) -> _Marks | None:
    """Return the marks of the paragraphs that were written here; None where this is another document."""
    for part in document.part.package.iter_parts():
        if part.partname.startswith("/customXml/") and _MARKS_SPACE.encode() in part.blob:
            said, cells, owners = part.blob.decode("utf-8", "replace"), dict[str, set[_Key]](), dict[str, _Key]()
            for person, code, wave, marks in _QUOTES.findall(said):
                key = (html.unescape(person), html.unescape(code), html.unescape(wave))
                owners[_owner(key)] = key
                for mark in marks.split():
                    cells.setdefault(mark, set()).add(key)
            own = frozenset(re.findall(r"\b[0-9a-f]{12}\b", _QUOTES.sub(" ", said)))
            return _Marks(own, {mark: frozenset(keys) for mark, keys in cells.items()}, owners)
    return None


def _read_notes(
    document: Any, beside: Iterable[tuple[str, str]], own: Collection[str], *, within_tables: bool
) -> Iterator[SummaryRow]:
    """Yield what somebody typed outside the fields, or beside the text."""
    for place, text in (*_outside_fields(document, within_tables=within_tables), *beside):
        if text_mark(text) not in own:
            yield "", "", "", text, "", place if place != text else "", ""


def _outside_fields(document: Any, *, within_tables: bool = True) -> Iterator[tuple[str, str]]:
    """Yield every paragraph that is in no field of ours: its cell, or the heading above it, and its text."""
    heading = ""
    for block in document.element.body:
        if block.tag == _word_name("tbl"):
            for key, cell in _cells(block) if within_tables else ():
                yield from ((_shown(key), _text(p).strip()) for p in cell.iter(_word_name("p")) if not _is_in_field(p))
            continue
        for paragraph in block.iter(_word_name("p")):
            text = _text(paragraph).strip()
            yield heading, text
            style = paragraph.find(f"{_word_name('pPr')}/{_word_name('pStyle')}")
            heading = text if style is not None and str(style.get(_word_name("val"))).startswith("Heading") else heading


def _read_fields(cells: Sequence[tuple[_Key, Any]], marks: _Marks) -> Iterator[SummaryRow]:
    """Yield the summaries of all tables; what is in another cell's field, or deleted as a tracked change, is a note.

    Where what heads a cell was renamed, its field says whose it is, unless there is another field that says the same.
    """
    fields = [(key, field) for key, cell in cells for field in cell.iter(_word_name("sdt"))]
    fields = [(key, field) for key, field in fields if _tag_of(field).startswith(_FIELD_TAG)]
    counts = Counter(_field_tag(field)[1] for _, field in fields)
    for key, field in fields:
        text = _text(field.find(_word_name("sdtContent"))).strip()
        if deleted := _deleted(field):
            yield "", "", "", deleted, "", _shown(key), ""
        quotes, owner, saved = _field_tag(field)
        own = marks.owners.get(owner, key) if marks.is_renamed(key) and counts[owner] == 1 else key
        fits = owner == _owner(own)
        if fits and (text or saved):  # also what was emptied, where the page has something
            yield *own, text, quotes, "", saved
        elif text:
            yield "", "", "", text, "", _shown(key), ""


def _field_tag(field: Any) -> tuple[str, str, str]:
    """Return the marks of the quotes that a field was written for, of whose it is, and of what the page had."""
    quotes, owner, saved = (*_tag_of(field).removeprefix(_FIELD_TAG).split("-"), "", "")[:3]
    return quotes, owner, saved


def _deleted(field: Any) -> str:
    """Return the paragraphs of a field that are wholly deleted while changes are tracked: nobody has agreed to that."""
    gone = [
        "".join(part.text or "" for part in p.iter(_word_name("delText")))
        for p in field.iter(_word_name("p"))
        if not _text(p).strip()
    ]
    return "\n".join(filter(str.strip, gone)).strip()


def _read_bare_table(table: Any, marks: _Marks) -> Iterator[SummaryRow]:
    """Yield what somebody wrote in the cells of a table without fields, as LibreOffice leaves them when it saves.

    For which quotes it was written is not known any more. A row that was pasted from another code's table is of the
    code that its quotes belong to; where a person has several rows and they tell nothing, what is in them is a note.
    Where what heads a cell was renamed, its quotes say whose it is, unless those of another cell say the same.
    """
    rows = list(_rows(table))
    told = Counter(marks.cell_of(_lines(cell)) for cells, _, _ in rows for cell in cells)
    persons = Counter((code, _text(cells[0]).strip()) for cells, code, _ in rows)
    for cells, code, waves in rows:
        person = _text(cells[0]).strip()
        texts = list(map(_lines, cells))
        if code and waves:
            code = _code_of(texts[1:], person, code, waves, marks, is_doubled=persons[code, person] > 1)
        for number, lines in enumerate(texts):
            said = "\n".join(line for line in lines if line and text_mark(line) not in marks.own)
            key = (person, code, waves[number - 1] if 0 < number <= len(waves) else "")
            own = marks.cell_of(lines) if marks.is_renamed(key) else None
            key = own if own and told[own] == 1 else key
            if said:
                yield (*key, said, "", "", "") if all(key) else ("", "", "", said, "", _shown(key), "")


def _lines(cell: Any) -> list[str]:
    return [_text(paragraph).strip() for paragraph in cell.iter(_word_name("p"))]


def _code_of(
    texts: Sequence[Sequence[str]], person: str, code: str, waves: Sequence[str], marks: _Marks, *, is_doubled: bool
) -> str:
    """Return the code that a row is about: the table's, or another where its quotes say so; nothing if nobody knows."""
    told = [codes for lines, wave in zip(texts, waves, strict=False) if (codes := marks.codes_of(lines, person, wave))]
    codes = set.intersection(*told) if told else set[str]()
    if code in codes or (not codes and not (is_doubled and marks.cells)):
        return code
    return codes.pop() if len(codes) == 1 else ""


def _cells(table: Any) -> Iterator[tuple[_Key, Any]]:
    """Yield each cell with the person, the code and the wave that its row and its column are headed by."""
    for cells, code, waves in _rows(table):
        for number, cell in enumerate(cells):
            wave = waves[number - 1] if 0 < number <= len(waves) else ""
            yield (_text(cells[0]).strip() if waves else "", code, wave), cell


def _rows(table: Any) -> Iterator[tuple[list[Any], str, list[str]]]:
    """Yield the cells of each row with the code and the waves of the headings above it; a heading has no waves.

    Rows that were pasted below another table may have brought their headings.
    """
    rows = [cells for row in table.findall(_word_name("tr")) if (cells := row.findall(_word_name("tc")))]
    code, *waves = [_text(cell).strip() for cell in rows[0]] if rows else [""]
    for number, cells in enumerate(rows):
        texts = [_text(cell).strip() for cell in cells]
        if number == 0 or (texts[0] and texts[1:] == waves and any(waves)):
            code = texts[0]
            yield cells, code, []
        else:
            yield cells, code, waves


def _shown(key: _Key) -> str:
    return " · ".join(filter(None, key))


def _is_in_field(paragraph: Any) -> bool:
    return any(
        above.tag == _word_name("sdt") and _tag_of(above).startswith(_FIELD_TAG) for above in paragraph.iterancestors()
    )


def _word_name(name: str) -> str:
    return f"{{{_WORD_NAMESPACE}}}{name}"


def _tag_of(element: Any) -> str:
    tag = next(element.iter(_word_name("tag")), None)
    return str(tag.get(_word_name("val"))) if tag is not None else ""


def _text(element: Any) -> str:
    """Return the text of an element, a line a paragraph."""
    paragraphs = [element] if element.tag == f"{{{_WORD_NAMESPACE}}}p" else element.iter(f"{{{_WORD_NAMESPACE}}}p")
    lines = ["".join(part.text or "" for part in p.iter(f"{{{_WORD_NAMESPACE}}}t")) for p in paragraphs]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))
