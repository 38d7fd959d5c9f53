"""A sample to be coded in Excel or Word, and read back: what a coder marked there is saved as on the page.

The sheet shows the passages in the order of chance for this coder, with the question before each and nothing that says
whose they are. What was read is saved in the coder's own file; a sheet that is read again adds only what is new, and
takes back what an earlier reading of it had and it has no more.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand import CoderLog, Event, HandCodings, ids_at, list_coders, new_id
from bp_qual.coding.judgements import finished_passages
from bp_qual.display import show_name
from bp_qual.errors import Problem, StudyError
from bp_qual.files import read_bytes
from bp_qual.files.as_written import composed
from bp_qual.files.edited_books import read_edited_book
from bp_qual.files.edited_documents import read_edited_document
from bp_qual.files.excel_writing import printable
from bp_qual.files.safe_reading import open_package
from bp_qual.files.table_bytes import unescape_cell, xlsx_bytes
from bp_qual.files.word_writing import packed_document
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.hand_coding import read_codings
from bp_qual.study.row_events import make_event
from bp_qual.study.sample_units import SampleUnit, blind_key
from bp_qual.study.study_folder import Study
from bp_qual.transcripts import Corpus, Transcript
from bp_qual.validation.cell_words import find_pasted
from bp_qual.validation.masking import mask_times
from bp_qual.validation.sheet_marks import Grid, RowMarks, place_of, read_marks
from bp_qual.wording import Remark, Wording

SHEET_ENDINGS = (".xlsx", ".docx")
_OWN = "sheet-"
_KEY = lazy_pattern(r"p[0-9a-f]{10}")  # as `sheet_key` makes them


@dataclass(frozen=True, slots=True)
class SheetSaved:
    """What was saved from a sheet: passages finished, codings added and taken back, notes; and what must be known.

    ``left`` is how many passages are finished neither in the sheet nor before.

    >>> SheetSaved(2, 3, 0, 1, 118, ()).left
    118
    """

    finished: int
    added: int
    removed: int
    notes: int
    left: int
    told: tuple[Remark, ...]


def sheet_bytes(
    units: Sequence[SampleUnit], corpus: Corpus, codebook: Codebook, *, coder: str, ending: str, mask: bool = False,
    codes: Sequence[str] = (), language: str = "en",
) -> bytes:  # fmt: skip
    """Return a sample as a sheet to be filled in by one coder.

    Parameters
    ----------
    units : sequence of SampleUnit
        From `read_sample`.
    corpus, codebook : Corpus and Codebook
        The interviews and the codes.
    coder : str
        For whom; everybody has an order of their own.
    ending : {".xlsx", ".docx"}
        In Excel a column for each code, to be marked; in Word a cell in which codes are named.
    mask : bool
        Blot out years and ages.
    codes : sequence of str
        Only these codes.
    language : str
        `en` or `nl`.

    Returns
    -------
    bytes
    """
    import pandas as pd

    say, wanted = Wording(language), [code for code in codebook.codes if not codes or code.id in codes]
    texts = {transcript.interview: transcript for transcript in corpus.transcripts}
    show: Callable[[str], str] = mask_times if mask else str
    keyed = sorted((sheet_key(coder, unit), unit) for unit in units if unit.is_for(coder))
    rows = [
        (key, show(_question(texts[unit.interview], unit)), show(texts[unit.interview].text[unit.start : unit.end]))
        for key, unit in keyed
    ]
    head = [say(f"sheet_{name}") for name in ("key", "question", "passage")]
    if ending == ".docx":
        return _document(rows, [*head, say("sheet_codes"), say("sheet_note")], _guide(wanted, say), say)
    table = pd.DataFrame(rows, columns=head)
    for name in (say("sheet_done"), *(code.id for code in wanted), say("sheet_note")):
        table[name] = ""
    guide = pd.DataFrame(
        _guide(wanted, say), columns=[say(f"sheet_{name}") for name in ("code", "label", "definition")]
    )
    return xlsx_bytes({say("sheet_name"): table, say("sheet_guide"): guide})


def sheet_key(coder: str, unit: SampleUnit) -> str:
    """Return the key of a passage in a coder's sheet; it begins with a letter, so that Excel takes it for no number.

    >>> sheet_key("anna", SampleUnit("u1", "P01_2010", 3, 40))[0]
    'p'
    """
    return f"p{blind_key(coder, unit)[:10]}"


def save_sheet(
    study: Study, path: Path, units: Sequence[SampleUnit], corpus: Corpus, codebook: Codebook, *, coder: str, name: str
) -> SheetSaved:
    """Save what a coder marked in a sheet, in the coder's own file.

    Parameters
    ----------
    study : Study
        Whose folder.
    path : Path
        The sheet, .xlsx or .docx, as it came back.
    units : sequence of SampleUnit
        Of the sample.
    corpus, codebook : Corpus and Codebook
        As they are now.
    coder, name : str
        Who coded it, and the name of the sample.

    Returns
    -------
    SheetSaved

    Raises
    ------
    StudyError
        Where the file cannot be read or holds no passage of this sample for this coder, as the sheet that was written
        for another coder. In one that holds both, the rows of the other are told and left out.
    """
    coder = composed(coder)
    keyed = {sheet_key(coder, unit): unit for unit in units if unit.is_for(coder)}
    texts = {transcript.interview: transcript for transcript in corpus.transcripts}
    passages = {key: texts[unit.interview].text[unit.start : unit.end] for key, unit in keyed.items()}
    names = {code.id: [code.id, *code.label.values()] for code in codebook.codes}
    for old, code in codebook.aliases.items():  # as a sheet has it that was written before
        names[code].append(old)
    grids, of_others = _without_others(read_grids(path), set(keyed), coder, units, list_coders(study.folder))
    questions = {key: _question(texts[unit.interview], unit) for key, unit in keyed.items()}
    marks = read_marks(grids, passages, names, own_texts(codebook), questions)
    if not marks.rows:
        moved = [told.values for told in marks.told if told.kind == "sheet keys moved"]
        why = ("sheet keys all moved", moved[0]) if moved else ("sheet of nobody", {"coder": coder})
        if of_others:
            values = of_others[0].values
            why = ("sheet of another" if values["coders"] else "sheet of somebody", values)
        raise StudyError(Problem(show_name(path), *why), Remark("nothing saved"))
    there = coder in list_coders(study.folder)
    hand = read_codings(study, coder=coder, corpus=corpus, codebook=codebook) if there else None
    events: list[Event] = []
    for row in marks.rows:
        events += _row_events(row, keyed[row.key], texts, codebook, hand, name)
    CoderLog(study.folder, coder).append(events, command="sheet --read")
    before = {key for key, unit in keyed.items() if set(codebook.ids) <= _finished_for(hand, unit, codebook)}
    left = marks.left - len(before - {row.key for row in marks.rows if row.found or row.open})
    did = [event.do for event in events]
    judged = sum(bool(row.found) and not row.open for row in marks.rows)
    return SheetSaved(judged, did.count("add"), did.count("remove"), did.count("memo"), left, (*of_others, *marks.told))


def _without_others(
    grids: Sequence[Grid], own: AbstractSet[str], coder: str, units: Sequence[SampleUnit], coders: Iterable[str]
) -> tuple[list[Grid], tuple[Remark, ...]]:
    """Return tables without the rows that have the key of a passage of another coder's sheet, and whose these are."""
    named = dict.fromkeys((*coders, *(name for unit in units for name in unit.coders)))
    whose = {sheet_key(name, unit): name for name in named if name != coder for unit in units}
    kept, places, found = list[Grid](), list[str](), dict[str, None]()
    for grid in grids:
        rows = []
        for row in grid:
            keys = {text.strip() for _, text in row if _KEY.fullmatch(text.strip())}
            if keys and not keys & own:
                places.append(place_of(row))
                found |= dict.fromkeys(whose[key] for key in sorted(keys) if key in whose)
            else:
                rows.append(row)
        kept.append(rows)
    values = {"coder": coder, "n": len(places), "places": places[:5], "coders": list(found)}
    kind = "sheet rows of another" if found else "sheet rows of somebody"
    return kept, (Remark(kind, values=values),) if places else ()


def _row_events(
    row: RowMarks, unit: SampleUnit, texts: dict[str, Transcript], book: Codebook, hand: HandCodings | None, name: str
) -> list[Event]:
    """Return what is new in the row of a passage."""
    corpus = Corpus((texts[unit.interview],), (), ())
    place = {"interview": unit.interview, "start": unit.start, "end": unit.end}
    text = texts[unit.interview].text
    events = []
    for code, (yes, words) in row.found.items():
        there = ids_at(hand.codings, unit.interview, unit.start, unit.end, code) if hand is not None else []
        if yes and not there:
            spans = find_pasted(words, text[unit.start : unit.end]) or [(0, unit.end - unit.start)]
            for start, end in spans:
                span = {"start": unit.start + start, "end": unit.start + end}
                events.append(make_event({**place, **span, "code": code, "id": _OWN + new_id()}, "add", corpus, book))
        if not yes:
            events += [
                make_event({"of": coding}, "remove", corpus, book) for coding in there if coding.startswith(_OWN)
            ]
    judged = tuple(code for code in book.ids if code in row.found)
    if row.open and _finished_for(hand, unit, book):
        events.append(make_event({**place, "note": name}, "undone", corpus, book))
    elif not row.open and set(judged) - _finished_for(hand, unit, book, name):
        event = make_event({**place, "note": name, "form": row.shown}, "done", corpus, book)
        events.append(replace(event, codes=judged))
    for note in row.notes:
        stamp = hashlib.sha256(f"{row.key}\x1f{note}".encode("utf-8", "surrogatepass")).hexdigest()[:24]
        if hand is None or note not in hand.memos["note"].tolist():
            events.append(make_event({**place, "note": note, "id": _OWN + stamp}, "memo", corpus, book))
    return events


def _finished_for(hand: HandCodings | None, unit: SampleUnit, book: Codebook, name: str | None = None) -> set[str]:
    """Return the codes for which the coder finished a passage, in one sample if it is named."""
    done = finished_passages(hand, book, name) if hand is not None else {}
    return {code for code in book.ids if (unit.start, unit.end) in done.get((unit.interview, code), ())}


def _question(transcript: Transcript, unit: SampleUnit) -> str:
    at = bisect_right(transcript.turns, unit.start, key=lambda turn: turn.start) - 1
    before = transcript.turns[at - 1] if at > 0 else None
    if before is None or before.role != "interviewer":
        return ""
    return transcript.text[before.start : before.end].strip()


def _guide(codes: Iterable[Any], say: Wording) -> list[tuple[str, str, str]]:
    return [(code.id, code.label.get(say.language, code.id), code.definition) for code in codes]


def own_texts(codebook: Codebook) -> set[str]:
    """Return what bp_qual itself writes in a sheet, beside keys and passages.

    >>> {"money", "klaar", "done"} <= own_texts(codebook)
    True
    """
    found = {text for code in codebook.codes for text in (code.id, *code.label.values(), code.definition)}
    for language in ("en", "nl"):
        say = Wording(language)
        names = ("key", "question", "passage", "codes", "done", "note", "code", "label", "definition", "how_word")
        found |= {say(f"sheet_{name}") for name in names}
        found |= {f"{code.id}: {code.label.get(language, code.id)}. {code.definition}" for code in codebook.codes}
    return found


def _document(
    rows: Sequence[tuple[str, str, str]], head: Sequence[str], guide: Sequence[tuple[str, str, str]], say: Wording
) -> bytes:
    from bp_qual.report.word_report import blank_document

    document = blank_document(say("sheet_name"), say.language)
    document.add_paragraph(say("sheet_how_word"))
    for code, label, definition in guide:
        document.add_paragraph(printable(f"{code}: {label}. {definition}"), style="List Bullet")
    table = document.add_table(rows=1, cols=len(head))
    table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, head, strict=True):
        cell.text = text
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=False):
            cell.text = printable(text)
    return packed_document(document)


def read_grids(path: Path) -> list[Grid]:
    """Return the tables of a .xlsx or .docx as cells with their places; what is written beside cells is with them.

    Raises
    ------
    StudyError
        Where the file cannot be read.
    """
    if path.suffix.lower() not in SHEET_ENDINGS:
        raise StudyError(Problem(show_name(path), "no coding sheet"), Remark("nothing saved"))
    data = read_bytes(path)
    open_package(data, where=show_name(path))
    try:
        return list(read_edited_document(data)) if path.suffix.lower() == ".docx" else list(_sheets(data))
    except Exception as error:  # the libraries raise whatever their parts raise on a damaged file
        raise StudyError(Problem(show_name(path), "no coding sheet"), Remark("nothing saved")) from error


def _sheets(data: bytes) -> Iterable[Grid]:
    for sheet in read_edited_book(data):
        yield [
            [
                *((cell.place, cell.marked or unescape_cell(cell.text)) for cell in row),
                *((cell.place, cell.comment) for cell in row if cell.comment),
            ]
            for row in sheet.rows
        ]
        yield [[(cell.place, cell.text)] for cell in sheet.beside]
