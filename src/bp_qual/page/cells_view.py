"""The framework matrix on the page: for one code, what was said by whom and when, and what the coder made of it."""

from __future__ import annotations

from dataclasses import dataclass

from bp_qual.coding.by_hand import Summary
from bp_qual.coding.combining import Count
from bp_qual.framework.matrix import CellKey, mark_quotes, quotes_by_cell
from bp_qual.page.desk import Desk
from bp_qual.quotes import Quote, find_quotes
from bp_qual.study.matrix_cells import RULES


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
        What stands for the quotes.
    quotes : tuple of QuoteInCell
        The coder's, and the hits that the coder did not reject.

    Examples
    --------
    >>> CellView("P01", "2010", "", "Rarely.", 1, "e1", False, "0f3a", ()).text
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
    differs = any(
        summary.text and summary.quotes != mark_quotes(quotes.get((name, code, wave), ()))
        for (name, wave), summary in written.items()
        if name in persons
    )
    own = _quotes(desk, code, person, human) if differs else {}  # takes as long as the first, and is rarely needed

    def cell(name: str, wave: str) -> CellView:
        key = (name, wave)
        state = "" if key in met else "not_read" if key in missing else "not_interviewed"
        summary = written.get(key, Summary(name, code, wave, (), "", ()))
        found = quotes.get((name, code, wave), [])
        mark = mark_quotes(found)
        stale = bool(summary.text) and summary.quotes not in (mark, mark_quotes(own.get((name, code, wave), [])))
        shown = tuple(QuoteInCell(q.interview, q.start, q.before, q.quote, q.after) for q in found)
        texts = (summary.text, len(summary.versions), " ".join(summary.ids))
        return CellView(name, wave, state, *texts, stale, mark, shown)

    waves = desk.corpus.waves
    return CellsView(code, waves, tuple(tuple(cell(name, wave) for wave in waves) for name in persons), events)


def _quotes(desk: Desk, code: str, person: str, count: Count) -> dict[CellKey, list[Quote]]:
    """Return the quotes of a code by cell, as the coder reviewed them or the coder's own."""
    codings = desk.reviewed(code, person, count=count)
    return quotes_by_cell(find_quotes(codings, code=code, person=person or None, corpus=desk.corpus))
