"""The list of disagreements as a sheet: a row for each, with a column in which coders write what they decided.

People sort and filter it, and write in other columns; a row is known by its code, interview, start and end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bp_qual.codebook import Codebook
from bp_qual.coding.agreeing import AGREED, NO, YES, agree_on
from bp_qual.coding.by_hand import HandCodings
from bp_qual.coding.judgements import finished_passages
from bp_qual.display import show_name
from bp_qual.errors import Problem, StudyError
from bp_qual.files.csv_tables import read_csv_table
from bp_qual.study.coding_sheets import read_grids
from bp_qual.study.gathering import read_study
from bp_qual.study.reading_agreed import read_agreed
from bp_qual.study.settling import Decision, rows_by_place
from bp_qual.study.sheet_places import read_place
from bp_qual.study.study_folder import Study
from bp_qual.transcripts import Corpus
from bp_qual.validation.disagreements import list_disagreements
from bp_qual.validation.sheet_marks import Grid, as_mark, place_of
from bp_qual.wording import Remark, Wording

if TYPE_CHECKING:
    import pandas as pd

KEY = ("code", "interview", "start", "end")
Key = tuple[str, str, str, str]
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ReadDecisions:
    """What was decided in a sheet, what must be told of it, and the `KEY` of rows that say nothing.

    >>> ReadDecisions((), ()).told
    ()
    """

    decisions: tuple[Decision, ...]
    told: tuple[Remark, ...]
    blank: tuple[Key, ...] = ()


def list_unsettled(
    study: Study | Path | str, coders: Sequence[HandCodings], corpus: Corpus, codebook: Codebook
) -> pd.DataFrame:
    """Return the disagreements of coders with a column `agreed`: yes or no where it was decided, else empty.

    Parameters
    ----------
    study : Study, Path or str
        A study, or the folder of one, which has what was settled.
    coders : sequence of HandCodings
        Two or more.
    corpus, codebook : Corpus and Codebook
        As they are now.

    Returns
    -------
    DataFrame
        As `list_disagreements`, and `agreed`.

    Examples
    --------
    >>> list_unsettled(Study(Path("no/such/folder")), (), corpus, codebook).columns[-1]
    'agreed'
    """
    study = study if isinstance(study, Study) else read_study(study)
    agreement = agree_on(coders, read_agreed(study.folder, corpus, codebook), corpus, codebook)
    judged, decided = agreement.judged, agreement.stands
    table = list_disagreements(coders, judged, corpus, codebook)
    row_of = rows_by_place(judged.passages)
    number = {code: at for at, code in enumerate(judged.codes)}
    keys = zip(*(table[name].tolist() for name in KEY), strict=True)
    said = [decided[number[code], row_of[(interview, start, end)]] for code, interview, start, end in keys]
    return table.assign(**{AGREED: ["" if value < 0 else YES if value else NO for value in said]})


def why_apart(hand: HandCodings, codebook: Codebook) -> Callable[[Mapping[str, object]], str]:
    """Return what tells of a passage and a code why a coder is not one of those who differ on it.

    Parameters
    ----------
    hand : HandCodings
        What the coder did.
    codebook : Codebook
        As it is now.

    Returns
    -------
    callable
        From code, interview, start and end, as in a row of `list_disagreements`, to the end of a text's name.
        ``untouched``: the coder did nothing in that interview. ``unfinished``: something, and did not finish it.
        ``other_codes``: finished it for other codes. ``compared``: judged it, and is compared with others.

    Examples
    --------
    >>> from bp_qual.coding.by_hand import History, place_codings
    >>> row = {"code": "money", "interview": "P01_2010", "start": 0, "end": 41}
    >>> why_apart(place_codings(History("anna", ()), corpus), codebook)(row)
    'untouched'
    """
    units = finished_passages(hand, codebook)
    begun = {name for table in (hand.codings, hand.decisions, hand.units) for name in table["interview"]}
    codes_of: dict[str, set[str]] = {}

    def why(row: Mapping[str, object]) -> str:
        interview, code, start, end = str(row["interview"]), str(row["code"]), row["start"], row["end"]
        if interview not in codes_of:
            codes_of[interview] = {own for _, own in hand.state.finished([interview], codebook.ids)}
        own = units.get((interview, code), [])
        if code in codes_of[interview] or any(first <= start and end <= last for first, last in own):  # type: ignore[operator]
            return "compared"
        if codes_of[interview]:
            return "other_codes"
        return "unfinished" if interview in begun else "untouched"

    return why


def with_reasons(
    table: pd.DataFrame, coders: Sequence[HandCodings], codebook: Codebook, *, language: str = "en"
) -> pd.DataFrame:
    """Return a list of disagreements that says in words why a coder is not one of those who differ.

    Parameters
    ----------
    table : DataFrame
        From `list_unsettled`.
    coders : sequence of HandCodings
        The same.
    codebook : Codebook
        As it is now.
    language : str
        `en` or `nl`.

    Returns
    -------
    DataFrame
        An empty cell is that of a coder who looked and marked nothing.

    Examples
    --------
    >>> with_reasons(list_unsettled(Study(Path("no/such/folder")), (), corpus, codebook), (), codebook).columns[-1]
    'agreed'
    """
    say, rows = Wording(language), table.to_dict("records")
    columns = {}
    for hand in coders:
        why, cells = why_apart(hand, codebook), zip(rows, table[hand.coder].isna().tolist(), strict=True)
        columns[hand.coder] = [
            f"({say(f'validation_apart_{why(row)}')})" if apart else row[hand.coder] for row, apart in cells
        ]
    return table.assign(**columns)


def read_decisions(path: Path) -> ReadDecisions:
    """Read what was decided in the column `agreed` of a list of disagreements, .xlsx or .csv.

    Parameters
    ----------
    path : Path
        As `bp-qual agree --disagreements` wrote it, filled in.

    Returns
    -------
    ReadDecisions

    Raises
    ------
    BpQualError
        Where it cannot be read, or has no such columns.

    Examples
    --------
    >>> read_decisions(Path("no/such/file.csv"))
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: no/such/file.csv  does not exist...
    """
    decided, blank, first = dict[Key, bool | None](), list[Key](), dict[Key, str]()
    rows, told = decided_rows(path, (*KEY, AGREED), "no settled sheet")
    for place, row in rows:
        text = row[AGREED].strip()
        start, end = read_place(row["start"]), read_place(row["end"])
        is_placed = start is not None and end is not None
        key = (row["code"], row["interview"], *((str(start), str(end)) if is_placed else (row["start"], row["end"])))
        if not text:
            blank.append(key)
            continue
        mark = as_mark(text)
        if mark is None or not is_placed:
            kind = "settled no mark" if mark is None else "settled no place"
            told.append(Remark(kind, values={"place": place, "text": text, "start": key[2], "end": key[3]}))
            continue
        first.setdefault(key, place)
        if decided.setdefault(key, mark) is not mark:
            told.append(Remark("settled twice", values={"place": place, "before": first[key]}))
            decided[key] = None
    decisions = (
        Decision(interview, int(start), int(end), code, mark)
        for (code, interview, start, end), mark in decided.items()
        if mark is not None
    )
    return ReadDecisions(tuple(decisions), tuple(told), tuple(key for key in blank if key not in decided))


def count_emptied(
    read: ReadDecisions, study: Study, coders: Sequence[HandCodings], corpus: Corpus, codebook: Codebook
) -> int:
    """Return how many rows of a sheet say nothing of a disagreement that was decided: such a decision stays.

    Parameters
    ----------
    read : ReadDecisions
        The sheet.
    study, coders, corpus, codebook
        As for `list_unsettled`.

    Returns
    -------
    int

    Examples
    --------
    >>> count_emptied(ReadDecisions((), ()), Study(Path("no/such/folder")), (), corpus, codebook)
    0
    """
    if not read.blank:
        return 0
    called = {old: new for hand in coders for old, new in hand.renamed.items()}
    table = list_unsettled(study, coders, corpus, codebook)
    keys = zip(*(table[name].astype(str) for name in KEY), strict=True)
    decided = {key for key, said in zip(keys, table[AGREED], strict=True) if said}
    emptied = {
        (codebook.aliases.get(code, code), called.get(interview, interview), *place)
        for code, interview, *place in read.blank
    }
    return len(decided & emptied)


def decided_rows(path: Path, needed: Sequence[str], otherwise: str) -> tuple[list[tuple[str, Row]], list[Remark]]:
    """Return the rows of a sheet in which people decide, by its headings, each with its place.

    Parameters
    ----------
    path : Path
        An .xlsx, or else a table in CSV.
    needed : sequence of str
        Headings that it must have, ``code`` among them.
    otherwise : str
        The kind of problem that says which file is meant, where a workbook has no such table.

    Returns
    -------
    list of tuple of str and mapping, list of Remark
        Where each row is, and its cells by their headings: of the first worksheet that has these. The remark names
        other worksheets in which something stands.

    Raises
    ------
    BpQualError
        Where it cannot be read, or has no such columns.
    """
    if path.suffix.lower() != ".xlsx":
        table = read_csv_table(path, needed=needed)
        return [(table.place(line), row) for line, row in table.rows], []
    found: list[tuple[str, Row]] | None = None
    others = dict[str, None]()
    own = ""
    for grid in read_grids(path):
        sheets = [place_of(cells).rpartition("!")[0] for cells in grid]
        if found is None and (rows := _rows_below(grid, needed)) is not None:
            found, own = rows, next(filter(None, sheets))
        else:
            others |= dict.fromkeys(filter(None, sheets))
    if found is None:
        raise StudyError(Problem(show_name(path), otherwise, {"columns": list(needed)}), Remark("nothing saved"))
    left = [name for name in others if name != own]
    return found, [Remark("sheets not read", values={"sheet": own, "sheets": left})] if left else []


def _rows_below(grid: Grid, needed: Sequence[str]) -> list[tuple[str, Row]] | None:
    """Return the rows of a table below its headings, each with its place; None where it has no such headings."""
    heads: list[str] = []
    rows: list[tuple[str, Row]] = []
    for cells in grid:
        texts = [text.strip() for _, text in cells]
        if heads:
            row = dict(zip(heads, texts, strict=False))
            rows += [(cells[0][0], row)] if row["code"] else []
        elif set(needed) <= set(texts):
            heads = texts
    return rows if heads else None
