"""The matrix itself: its cells, what was said in each, what the researcher wrote there, and whether that is stale."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from bp_qual.display import escape, one_line
from bp_qual.panel import Panel
from bp_qual.panel.source import Source
from bp_qual.quotes import Quote, find_quotes
from bp_qual.wording import Wording, choose_language

if TYPE_CHECKING:
    import pandas as pd

    from bp_qual.codebook import Codebook
    from bp_qual.coding.combining import Combined

SUMMARY_COLUMNS = ("person", "code", "wave", "summary", "fingerprint", "place", "saved")
CellKey = tuple[str, str, str]  # person, code, wave
SummaryRow = tuple[str, str, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Note:
    """Text that was typed in a matrix outside its fields, and where it stood.

    >>> Note("hokjes!F2", "Ask her again.").text
    'Ask her again.'
    """

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One person, one code, one wave: the quotes, and what the researcher made of them.

    ``fingerprint`` stands for the quotes; ``written_for`` for those the summary was written for; ``saved`` for the
    summary that was written on the page when the matrix was made, if any; ``other_marks`` for the quotes of this cell
    as they are when they are counted otherwise, as a coder sees them on the page; ``told`` for what stands beside the
    field of a matrix by change, instead of the quotes.

    >>> Cell("P01", "hokjes", "2010", summary="Rarely.", written_for="0f3a", fingerprint="77b1").stale
    True
    """

    person: str
    code: str
    wave: str
    quotes: tuple[Quote, ...] = ()
    fingerprint: str = ""
    summary: str = ""
    written_for: str = ""
    interviewed: bool = True
    unread: bool = False
    coded: bool = True
    saved: str = ""
    other_marks: tuple[str, ...] = ()
    told: tuple[str, ...] = ()

    @property
    def stale(self) -> bool:
        """Whether there is a summary of quotes that have changed since, whichever way they were counted."""
        return bool(self.summary) and self.written_for not in (self.fingerprint, *self.other_marks)


@dataclass(frozen=True)
class Framework:
    """A framework matrix, as it is now.

    ``cells`` go through the codes, the persons and the waves in their order; ``carried`` are summaries of persons,
    codes or waves that the study no longer has; ``notes`` are what was typed outside the fields;
    ``language`` is the one it shows itself in. ``count`` and ``coder`` say whose quotes they are where anybody coded by
    hand: ``machine``, ``reviewed`` or ``human``; empty where nobody did. Of a matrix ``by_change`` (from
    `make_change_matrix`) the rows are a person's descriptors, and there is one column.

    >>> Framework(("P1",), ("a",), ("1",), {}, (Cell("P1", "a", "1", summary="Rarely."),))
    Framework: 1 person x 1 code x 1 wave · 1 summary, 0 of them stale
    """

    persons: tuple[str, ...]
    codes: tuple[str, ...]
    waves: tuple[str, ...]
    labels: dict[str, str]
    cells: tuple[Cell, ...]
    carried: tuple[Cell, ...] = ()
    notes: tuple[Note, ...] = ()
    language: str = "en"
    count: str = ""
    coder: str = ""
    by_change: bool = False

    @property
    def stale(self) -> tuple[Cell, ...]:
        """The cells whose quotes changed after their summary was written."""
        return tuple(cell for cell in self.cells if cell.stale)

    @property
    def summaries(self) -> pd.DataFrame:
        """What was written, as a table: person, code, wave, summary, fingerprint of its quotes, place of a note.

        The last column stands for what the page had.
        """
        return summary_table([*(_row_of(cell) for cell in self.cells if cell.summary), *self.kept])

    @property
    def kept(self) -> tuple[SummaryRow, ...]:
        """The rows of what has no cell of its own: summaries of what is gone, and notes."""
        notes = (("", "", "", note.text, "", note.place, "") for note in self.notes)
        return (*(_row_of(cell) for cell in self.carried), *notes)

    def of_code(self, code: str) -> tuple[tuple[Cell, ...], ...]:
        """Return a code's cells: a row for each person, a cell for each wave."""
        own, size = self._by_code.get(code, []), len(self.waves)
        return tuple(tuple(own[start : start + size]) for start in range(0, len(own), size))

    @cached_property
    def _by_code(self) -> dict[str, list[Cell]]:
        found: dict[str, list[Cell]] = {}
        for cell in self.cells:
            found.setdefault(cell.code, []).append(cell)
        return found

    def say_whose(self, language: str) -> str:
        """Return whose quotes they are, in English (`en`) or Dutch (`nl`); empty where nobody coded by hand.

        >>> Framework((), (), (), {}, (), count="reviewed", coder="anna").say_whose("en")
        'reviewed by anna'
        """
        return Wording(language)(f"matrix_{self.count}", coder=self.coder) if self.count else ""

    def __repr__(self) -> str:
        return self.say(self.language)

    def say(self, language: str) -> str:
        """Return how large the matrix is and how much of it is filled in, in English (`en`) or Dutch (`nl`).

        >>> Framework(("P1",), ("a",), ("1",), {}, ()).say("nl")
        'Raamwerkmatrix: 1 persoon x 1 code x 1 ronde · 0 samenvattingen, bij 0 zijn de citaten sindsdien veranderd'
        """
        say = Wording(language)
        sizes = {"persons": len(self.persons), "codes": len(self.codes), "waves": len(self.waves)}
        written = sum(bool(cell.summary) for cell in self.cells)
        kind = "glance_matrix_by_change" if self.by_change else "glance_matrix"
        parts = [say(kind, written=written, stale=len(self.stale), **sizes)]
        if self.carried:
            parts.append(say("glance_matrix_gone", n=len(self.carried)))
        if self.notes:
            parts.append(say("glance_matrix_notes", n=len(self.notes)))
        return " · ".join(parts)

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(self.labels.get(code) or code)}</th>" for code in self.codes)
        cells = {(cell.person, cell.code, cell.wave): cell for cell in self.cells}
        rows = "".join(
            f"<tr><th>{escape(person)}</th><th>{escape(wave)}</th>"
            + "".join(f"<td>{_in_short(cells[person, code, wave], self.language)}</td>" for code in self.codes)
            + "</tr>"
            for person in self.persons
            for wave in self.waves
        )
        table = f"<thead><tr><th></th><th></th>{head}</tr></thead><tbody>{rows}</tbody>"
        return f"<p>{escape(repr(self))}</p><table>{table}</table>"


def make_framework(
    panel: Panel,
    *,
    summaries: pd.DataFrame | None = None,
    context: int = 1,
    other_marks: Mapping[CellKey, Collection[str]] = MappingProxyType({}),
) -> Framework:
    """Lay out the framework matrix of a study, with the summaries that were written before.

    Parameters
    ----------
    panel : Panel
        From `count_codes`, so that there are quotes.
    summaries : DataFrame, optional
        What `read_framework` gave back. Summaries are kept as they are; those whose quotes changed since are stale. One
        of a code that the codebook renamed or merged since is in the cell of its successor.
        Notes (rows without a code) are carried along.
    context : int
        How many sentences to show around each quote.
    other_marks : mapping
        For person, code and wave: what stands for the quotes when they are counted otherwise (`mark_quotes`). A summary
        that was written for those is not stale.

    Returns
    -------
    Framework
        One cell for each person, code and wave, with its quotes and its summary.

    Raises
    ------
    ValueError
        Where the counts came from elsewhere, without codings.

    Examples
    --------
    >>> from bp_qual.panel import make_panel
    >>> make_framework(make_panel([], [{"person": "P01", "wave": "2010", "words": 900}], codes=["hokjes"]))
    Traceback (most recent call last):
    ValueError: a framework matrix shows quotes, and these counts came without codings.
    """
    source = source_of(panel)
    quotes = quotes_by_cell(find_quotes(source.codings, corpus=source.corpus, context=context))
    seen = set(zip(panel.exposure["person"], panel.exposure["wave"], strict=True))
    written = read_written(summaries, source.codebook)
    keys = [(person, code, wave) for code in panel.codes for person in panel.persons for wave in panel.waves]
    missing = panel.missing
    cells = tuple(
        _cell(
            key,
            quotes.get(key, ()),
            written.get(key, ("", "", "")),
            interviewed=(key[0], key[2]) in seen,
            unread=(key[0], key[2]) in missing,
            coded=(key[0], key[2], key[1]) not in panel.uncoded,
            other_marks=tuple(other_marks.get(key, ())),
        )
        for key in keys
    )
    known = set(keys)
    carried = tuple(
        Cell(*key, summary=summary, written_for=fingerprint, saved=saved)
        for key, (summary, fingerprint, saved) in written.items()
        if key not in known
    )
    names = panel.persons, panel.codes, panel.waves, dict(panel.labels)
    whose = label_of_count(source.combined)
    return Framework(*names, cells, carried, read_notes(summaries), choose_language(None, panel.language), *whose)


def label_of_count(combined: Combined | None) -> tuple[str, str]:
    """Return what counts and whose it is, for `Framework`; both are empty where nobody coded by hand.

    >>> label_of_count(None)
    ('', '')
    """
    if combined is None or (combined.count == "machine" and not combined.beside):
        return "", ""
    return combined.count, ", ".join(combined.coders)


def summary_table(rows: Iterable[SummaryRow]) -> pd.DataFrame:
    """Return summaries as a table with the columns that `make_framework` expects.

    >>> list(summary_table([]).columns)
    ['person', 'code', 'wave', 'summary', 'fingerprint', 'place', 'saved']
    """
    import pandas as pd

    return pd.DataFrame(list(rows), columns=list(SUMMARY_COLUMNS), dtype=object)


def _row_of(cell: Cell) -> SummaryRow:
    return cell.person, cell.code, cell.wave, cell.summary, cell.written_for, "", cell.saved


def read_written(summaries: pd.DataFrame | None, codebook: Codebook) -> dict[CellKey, tuple[str, str, str]]:
    """Return each summary with the marks of its quotes and of what the page had; two of one cell are joined.

    >>> read_written(summary_table([("P01", "money", "2010", "Rarely.", "0f3a", "", "")]), codebook)
    {('P01', 'money', '2010'): ('Rarely.', '0f3a', '')}
    """
    written: dict[tuple[str, str, str], tuple[str, str, str]] = {}
    successors = codebook.successors
    for person, code, wave, summary, mark, _, saved in _rows(summaries):
        key = (person, successors.get(code, code), wave)
        if not code or not summary or summary in written.get(key, ("",))[0].split("\n\n"):
            continue
        before = written.get(key)
        written[key] = (f"{before[0]}\n\n{summary}", *before[1:]) if before else (summary, mark, saved)
    return written


def read_notes(summaries: pd.DataFrame | None) -> tuple[Note, ...]:
    """Return what was typed outside the fields, each once.

    >>> read_notes(summary_table([("", "", "", "Ask her again.", "", "hokjes!F2", "")]))
    (Note(place='hokjes!F2', text='Ask her again.'),)
    """
    rows = _rows(summaries)
    return tuple(dict.fromkeys(Note(place, text) for _, code, _, text, _, place, _ in rows if text and not code))


def _rows(summaries: pd.DataFrame | None) -> list[tuple[str, ...]]:
    if summaries is None:
        return []
    whole = summaries.assign(**{name: summaries.get(name, "") for name in ("place", "saved")})
    return list(zip(*(whole[name].tolist() for name in SUMMARY_COLUMNS), strict=True))


def _cell(
    key: tuple[str, str, str],
    quotes: Iterable[Quote],
    written: tuple[str, str, str],
    *,
    interviewed: bool,
    unread: bool,
    coded: bool,
    other_marks: tuple[str, ...],
) -> Cell:
    found, (summary, written_for, saved) = tuple(quotes), written
    marks = (mark_quotes(found), summary, written_for)
    return Cell(*key, found, *marks, interviewed, unread, coded, saved, other_marks)


def source_of(panel: Panel) -> Source:
    """Return the codings and talk that a panel was counted from, as a matrix shows them.

    >>> from bp_qual.panel import count_codes
    >>> source_of(count_codes(codings, corpus, codebook)).codebook is codebook
    True
    """
    if panel.source is None:
        raise ValueError("a framework matrix shows quotes, and these counts came without codings.")
    return panel.source


def quotes_by_cell(quotes: Iterable[Quote]) -> dict[CellKey, list[Quote]]:
    """Return quotes by person, code and wave, in their order.

    >>> list(quotes_by_cell(find_quotes(codings, corpus=corpus)))
    [('P01', 'money', '2010'), ('P01', 'money', '2020'), ('P01', 'contact', '2020')]
    """
    cells: dict[CellKey, list[Quote]] = {}
    for quote in quotes:
        cells.setdefault((quote.person, quote.code, quote.wave), []).append(quote)
    return cells


def mark_quotes(quotes: Iterable[Quote]) -> str:
    """Return a few signs that stand for the quotes: other words or another interview, other signs.

    >>> mark_quotes([]) == mark_quotes(()), len(mark_quotes([]))
    (True, 12)
    """
    said = "\x1e".join(f"{quote.interview}\x1f{quote.quote}\x1f{quote.before}{quote.after}" for quote in quotes)
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _in_short(cell: Cell, language: str) -> str:
    if not cell.interviewed or not cell.coded:
        return "–"
    text = escape(one_line(cell.summary))
    count = f"<small>{len(cell.quotes)}</small>" if cell.quotes else ""
    return " ".join(
        part for part in (text, f"<em>{Wording(language)('glance_stale')}</em>" if cell.stale else "", count) if part
    )
