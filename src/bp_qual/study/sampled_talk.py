"""Where the passages of drawn samples stand in the interviews as they are now, so that nobody is shown them before.

A transcript may have been edited since a sample was drawn. A passage that reads as it did is found by its words; of one
that does not, all talk between its neighbours in the sample is taken, so that none is missed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bp_qual.coding.passages import cut_in_passages, list_sentences
from bp_qual.display import show_name
from bp_qual.errors import BpQualError, Problem, StudyError
from bp_qual.files.csv_tables import CsvTable, read_csv_table
from bp_qual.files.decoding import warn_of_bytes
from bp_qual.study.sample_checks import STAMP, was_changed
from bp_qual.study.sample_units import COLUMNS, SampleUnit, find_units, list_sample_paths, read_dealing
from bp_qual.study.study_folder import Study
from bp_qual.transcripts import Corpus, Transcript
from bp_qual.validation.judged_sample import tell_redealt
from bp_qual.validation.sampling import SAID, SAMPLE_COLUMNS, hash_passage, stamp_corpus
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

_OF_A_SAMPLE = {"unit", "stratum", "chance", "corpus", STAMP}  # no other table in the folder has one of these

Row = Mapping[str, str]
Span = tuple[int, int]


def find_sampled(study: Study, corpus: Corpus) -> pd.DataFrame:
    """Return the talk that holds the passages of all samples of a study.

    Parameters
    ----------
    study : Study
        Whose folder `samples` holds them.
    corpus : Corpus
        The interviews as they are now.

    Returns
    -------
    DataFrame
        interview, start, end. Of a sample that was not drawn by `draw_sample`, the passages that are some now.

    Raises
    ------
    StudyError
        With every file of a sample that cannot be read, or is not as it was drawn: what was drawn is not known then.

    Examples
    --------
    >>> len(find_sampled(Study(Path("no/such/folder")), Corpus((), (), ())))
    0
    """
    import pandas as pd

    spans: list[tuple[str, int, int]] = []
    tables, problems = _read_samples(study)
    if problems:
        raise StudyError(problems, Remark("nothing proposed"))
    for table in tables:
        warn_of_bytes(show_name(table.path), table.notes)
    for table in tables:
        if "corpus" not in table.columns or {row["corpus"] for _, row in table.rows} == {stamp_corpus(corpus)}:
            spans += [(unit.interview, unit.start, unit.end) for unit in find_units(table, corpus)[0]]
        else:
            spans += _found_again(table, corpus)
    return pd.DataFrame(spans, columns=["interview", "start", "end"])


def note_samples(study: Study) -> list[Remark]:
    """Return what was changed by hand in each sample: what was drawn, which is not known then, or who is to code it.

    >>> note_samples(Study(Path("no/such/folder")))
    []
    """
    tables, problems = _read_samples(study)
    whose = {table.path.stem: [unit for _, row in table.rows if (unit := _redealt(row))] for table in tables}
    noted = [Remark("in file", values={"file": show_name(t.path), "note": note}) for t in tables for note in t.notes]
    return [*note_damaged(problems), *noted, *(tell_redealt(name, units) for name, units in whose.items() if units)]


def _redealt(row: Row) -> str:
    """Return the unit of a row that others are to code than when it was drawn, else nothing."""
    unit = SampleUnit(row.get("unit", ""), "", 0, 0, *read_dealing(row))
    return unit.unit if unit.is_redealt else ""


def note_damaged(problems: Iterable[Problem]) -> list[Remark]:
    """Return what problems of `find_sampled` mean, where they stop nothing.

    >>> [remark.kind for remark in note_damaged([Problem("samples/first.csv", "sample changed")])]
    ['sample damaged']
    """
    return [Remark("sample damaged", values={"why": problem}) for problem in problems]


def _read_samples(study: Study) -> tuple[list[CsvTable], list[Problem]]:
    """Return the tables of all samples, and what is wrong with them. Other tables in the folder are passed over."""
    tables, problems = list[CsvTable](), list[Problem]()
    for path in list_sample_paths(study):
        try:
            table = _read_table(path)
        except BpQualError as error:
            problems += error.problems
            continue
        if _OF_A_SAMPLE & set(table.columns):
            problems += _damage(table)
            tables.append(table)
    return tables, problems


def _read_table(path: Path) -> CsvTable:
    try:
        return read_csv_table(path, needed=(), warns=False)
    except BpQualError:
        return read_csv_table(path, needed=COLUMNS, warns=False)  # an empty file is told which columns it lacks


def _damage(table: CsvTable) -> Iterator[Problem]:
    """Yield why a table does not say what was drawn."""
    drawn = {"corpus", STAMP} & set(table.columns)
    lost = [name for name in ((*SAMPLE_COLUMNS, STAMP) if drawn else COLUMNS) if name not in table.columns]
    if lost:
        yield Problem(show_name(table.path), "sample columns", {"columns": lost})
    elif drawn and was_changed(table):
        yield Problem(show_name(table.path), "sample changed")
    elif not drawn:
        for line, row in table.rows:
            if not (row["start"].isdecimal() and row["end"].isdecimal()):
                values = {"unit": row["unit"], "interview": row["interview"]}
                yield Problem(table.place(line), "no unit", values)


def _found_again(table: CsvTable, corpus: Corpus) -> Iterator[tuple[str, int, int]]:
    """Yield where the passages of a sample are that was drawn before something was edited."""
    rows: dict[str, list[Row]] = {}
    for _, row in table.rows:
        if row["start"].isdecimal() and row["end"].isdecimal():
            rows.setdefault(row["interview"], []).append(row)
    for transcript in corpus.transcripts:
        if own := rows.get(transcript.interview):
            own.sort(key=lambda row: int(row["start"]))
            places = _places(own, transcript, corpus)
            yield from ((transcript.interview, *span) for span in _with_gaps(places, len(transcript.text)))


def _places(rows: Sequence[Row], transcript: Transcript, corpus: Corpus) -> list[list[Span]]:
    """Return where each passage may be: by its words, or where it was if it is one still and its words are unknown."""
    alone = replace(corpus, transcripts=(transcript,))
    spans = [(int(row["start"]), int(row["end"])) for row in rows]
    if not all(row.get(SAID) for row in rows):
        cut = cut_in_passages(alone)
        there = set(zip(cut["start"].tolist(), cut["end"].tolist(), strict=True))
        return [[span] if span in there else [] for span in spans]
    text = transcript.text
    begins = sorted({*(turn.start for turn in transcript.turns), *list_sentences(alone)[transcript.interview][:, 0]})
    return [
        [
            (int(first), int(first) + end - start)
            for first in begins
            if hash_passage(text[first : first + end - start]) == row[SAID]
        ]
        for row, (start, end) in zip(rows, spans, strict=True)
    ]


def _with_gaps(places: Sequence[list[Span]], length: int) -> Iterator[Span]:
    """Yield all places, and of passages that have none the talk from the one before to the one behind."""
    for number, found in enumerate(places):
        yield from found
        if not found:
            before = next((min(spans)[1] for spans in reversed(places[:number]) if spans), 0)
            behind = next((max(spans)[0] for spans in places[number + 1 :] if spans), length)
            yield (before, behind) if before < behind else (0, length)
