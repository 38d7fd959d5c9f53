"""How a matrix looks on paper, of either kind: its title and headings, and what stands beside a field."""

from __future__ import annotations

from dataclasses import dataclass

from bp_qual.display import one_line, visible
from bp_qual.framework.matrix import Cell, Framework
from bp_qual.quotes import Quote
from bp_qual.wording import Wording


@dataclass(frozen=True, slots=True)
class Layout:
    """The words and widths of a matrix.

    >>> layout_of(Framework((), (), (), {}, ()), Wording("en")).headings("2010")
    ('2010 summary', '2010 quotes', '2010 status')
    """

    title: str
    how: str
    words: tuple[str, str, str]
    alone: bool
    first: int
    widths: tuple[int, int, int]

    def headings(self, column: str) -> tuple[str, str, str]:
        """Return what stands above a column of fields, above what is beside them, and above whether it changed.

        A matrix by change has one column of fields, which has its own name.
        """
        field, beside, state = self.words
        return self.words if self.alone else (f"{column} {field}", f"{column} {beside}", f"{column} {state}")


def layout_of(framework: Framework, say: Wording) -> Layout:
    """Return how a matrix is laid out, in a language.

    >>> layout_of(Framework((), (), (), {}, (), by_change=True), Wording("en")).headings("In your own words")[0]
    'In your own words'
    """
    if framework.by_change:
        words = say("longitudinal_words"), say("longitudinal_shown"), say("matrix_state")
        return Layout(say("longitudinal_title"), say("longitudinal_how"), words, True, 34, (52, 84, 16))
    words = say("matrix_summary"), say("matrix_quotes"), say("matrix_state")
    return Layout(say("matrix_title"), say("matrix_how"), words, False, 12, (44, 60, 14))


def say_stale(cell: Cell, say: Wording) -> str:
    """Return that what stands beside a summary changed since; empty where it did not.

    >>> say_stale(Cell("P01", "hokjes", "2010"), Wording("en"))
    ''
    """
    return say("longitudinal_stale" if cell.told else "stale") if cell.stale else ""


def say_gap(cell: Cell, say: Wording) -> str:
    """Return why there can be no quotes in a cell; empty where there can.

    >>> say_gap(Cell("P01", "hokjes", "2010", interviewed=False), Wording("en"))
    'not interviewed'
    """
    if not cell.interviewed:
        return say("not_read" if cell.unread else "not_interviewed")
    return "" if cell.coded else say("not_coded")


def say_passage(quote: Quote) -> str:
    """Return a quote in its sentences, on one line.

    >>> say_passage(Quote("P03", "2010", "P03_2010", 4, 9, 14, "samen", "samen", before="Wij doen het ", after="."))
    'Wij doen het »samen«.'
    """
    return one_line(f"{quote.before}»{quote.quote}«{quote.after}")


def say_place(quote: Quote, say: Wording) -> str:
    """Return the interview and the turn of a quote.

    >>> say_place(Quote("P03", "2010", "P03_2010", 4, 9, 14, "samen", "samen"), Wording("en"))
    'P03_2010, turn 5'
    """
    return f"{visible(quote.interview)}, {say('turn', n=quote.turn + 1)}"
