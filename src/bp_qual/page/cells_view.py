"""The framework matrix on the page: for one code, what was said by whom and when, and what the coder made of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bp_qual.coding.by_hand import Summary
from bp_qual.coding.counting import Count
from bp_qual.framework.matrix import CellKey, mark_quotes, quotes_by_cell
from bp_qual.page.desk import Desk
from bp_qual.quotes import Quote, find_quotes
from bp_qual.quotes.finding import with_sentences
from bp_qual.study.matrix_cells import RULES

SHOWN = 3  # quotes that the table of a whole study shows in a cell; with more it says how many there are
PLACES = "~"  # begins what stands for quotes by their places, which takes no reading of the sentences around them


@dataclass(frozen=True, slots=True)
class QuoteInCell:
    """A passage under a cell, with the sentences around it.

    >>> QuoteInCell("P01_2010", 3, "Wij doen ", "samen", ".").quote
    'samen'
    """

    interview: str
    start: int
    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell: one person, one wave, and the code of the table that it is in.

    Attributes
    ----------
    person, wave : str
        Whose.
    state : str
        ``""``, ``not_interviewed``, or ``not_read`` where the interview could not be read.
    text : str
        The summary; where it was written in two places, both texts.
    versions : int
        How many texts that are.
    of : str
        What a new text takes the place of.
    stale : bool
        Whether there are other quotes now than those it was written for.
    mark : str
        What stands for the quotes: those of one person as `mark_quotes` has it; those of everybody by their places,
        which `mark_summaries` turns into that when a summary is saved.
    found : int
        How many quotes there are: the coder's, and the hits that the coder did not reject.
    quotes : tuple of QuoteInCell
        All of one person; of everybody, those of cells that have few.

    Examples
    --------
    >>> CellView("P01", "2010", "", "Rarely.", 1, "e1", False, "0f3a", 0, ()).text
    'Rarely.'
    """

    person: str
    wave: str
    state: str
    text: str
    versions: int
    of: str
    stale: bool
    mark: str
    found: int
    quotes: tuple[QuoteInCell, ...]


@dataclass(frozen=True, slots=True)
class CellsView:
    """The table of one code: a row for each person, a cell for each wave.

    >>> CellsView("trust", ("2010",), ()).rows
    ()
    """

    code: str
    waves: tuple[str, ...]
    rows: tuple[tuple[CellView, ...], ...]
    events: int = 0


def describe_cells(desk: Desk, code: str, person: str = "") -> CellsView:
    """Return the cells of a code, of every person or of one.

    Parameters
    ----------
    desk : Desk
        The study.
    code : str
        A code of the codebook.
    person : str
        Who; everybody if empty.

    Returns
    -------
    CellsView

    Raises
    ------
    KeyError
        Where the codebook has no such code.

    Examples
    --------
    >>> ((before, after),) = describe_cells(desk, "money", "P01").rows
    >>> before.text, [quote.quote for quote in before.quotes], [quote.quote for quote in after.quotes]
    ('', ['Money'], ['money'])
    """
    desk.codebook.code(code)
    reviewed, human = RULES
    quotes = _quotes(desk, code, person, reviewed)
    events = len(desk.history_of("").events)
    (nowhere,) = desk.standing_in("")  # a summary is about no interview
    written = {(cell.person, cell.wave): cell for cell in nowhere.state.summaries if cell.code == code}
    persons = [name for name in desk.corpus.persons if not person or name == person]
    met = {(name, transcript.wave) for transcript in desk.corpus.transcripts for name in transcript.persons}
    missing = set(desk.corpus.missing)
    marks = {
        (name, code, wave): mark_quotes(_whole(desk, quotes.get((name, code, wave), ())))
        for (name, wave), summary in written.items()
        if name in persons and summary.text
    }
    differs = any(written[name, wave].quotes != mark for (name, _, wave), mark in marks.items())
    own = _quotes(desk, code, person, human) if differs else {}  # rarely needed

    def cell(name: str, wave: str) -> CellView:
        key = (name, code, wave)
        state = "" if (name, wave) in met else "not_read" if (name, wave) in missing else "not_interviewed"
        summary = written.get((name, wave), Summary(name, code, wave, (), "", ()))
        found = quotes.get(key, [])
        whole = list(_whole(desk, found)) if person or len(found) <= SHOWN else []
        stale = (
            bool(summary.quotes)
            and key in marks
            and summary.quotes not in (marks[key], mark_quotes(_whole(desk, own.get(key, ()))))
        )
        shown = tuple(QuoteInCell(q.interview, q.start, q.before, q.quote, q.after) for q in whole)
        texts = (summary.text, len(summary.versions), " ".join(summary.ids))
        mark = mark_quotes(whole) if person else _mark_places(found)
        return CellView(name, wave, state, *texts, stale, mark, len(found), shown)

    waves = desk.corpus.waves
    return CellsView(code, waves, tuple(tuple(cell(name, wave) for wave in waves) for name in persons), events)


def mark_summaries(desk: Desk, rows: Iterable[Mapping[str, object]]) -> Iterator[Mapping[str, object]]:
    """Give summaries the mark of their quotes where they have that of the places only.

    Where the quotes are others by now the summary keeps the mark that it has, and is stale.

    Parameters
    ----------
    desk : Desk
        The study.
    rows : iterable of mapping
        What is to be saved.

    Yields
    ------
    mapping

    Examples
    --------
    >>> ((before, _),) = describe_cells(desk, "money").rows
    >>> row = {"do": "summary", "person": "P01", "code": "money", "wave": "2010", "quotes": before.mark}
    >>> ((alone, _),) = describe_cells(desk, "money", "P01").rows
    >>> [marked["quotes"] == alone.mark != before.mark for marked in mark_summaries(desk, [row])]
    [True]
    """
    for row in rows:
        mark, code = str(row.get("quotes", "")), str(row.get("code"))
        if row.get("do") == "summary" and mark.startswith(PLACES) and code in desk.codebook.ids:
            key = (str(row.get("person")), code, str(row.get("wave")))
            found = _quotes(desk, code, key[0], RULES[0]).get(key, [])
            yield {**row, "quotes": mark_quotes(_whole(desk, found))} if _mark_places(found) == mark else row
        else:
            yield row


def _quotes(desk: Desk, code: str, person: str, count: Count) -> dict[CellKey, list[Quote]]:
    """Return the quotes of a code by cell, as the coder reviewed them or the coder's own, without what is around."""
    codings = desk.reviewed(code, person, count=count)
    return quotes_by_cell(find_quotes(codings, code=code, person=person or None))


def _whole(desk: Desk, quotes: Iterable[Quote]) -> Iterator[Quote]:
    return with_sentences(quotes, desk.sentences)


def _mark_places(quotes: Iterable[Quote]) -> str:
    places = "\x1e".join(f"{quote.interview}\x1f{quote.start}\x1f{quote.end}" for quote in quotes)
    return PLACES + hashlib.sha256(places.encode("utf-8", "surrogatepass")).hexdigest()[:12]
