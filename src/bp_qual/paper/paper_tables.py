"""The tables of a paper: what changed, who was interviewed, who spoke of what, how good the coding is.

A cell is a text as it is to be printed. Who was not interviewed has a dash, never a zero; nor has what nobody coded.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from bp_qual.compare import Comparison
from bp_qual.plots.axes import labels_of
from bp_qual.validation.accuracy import measure_accuracy
from bp_qual.validation.saying import say_with_limits
from bp_qual.wording import Wording, ratio_text

if TYPE_CHECKING:
    import pandas as pd

MOST_THEMES = 6  # beside each other in a table of persons
_QUALITIES = ("precision", "recall")
_AGREEMENTS = ("percent", "positive", "alpha", "ac1", "kappa")


@dataclass(frozen=True, slots=True)
class PaperTable:
    """One table: its name, caption, headings, rows of texts, and what is said below it.

    The first ``texts`` columns hold words, the others numbers.

    >>> PaperTable("who", "Who", ("Person", "2010"), (("P01", "–"),), "– not interviewed", texts=1).rows[0]
    ('P01', '–')
    """

    name: str
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    texts: int = 1

    def in_parts(self, most: int) -> tuple[PaperTable, ...]:
        """Return the table in parts of so many rows; the caption of each says which part it is.

        >>> table = PaperTable("who", "Who", ("Person",), (("P01",), ("P02",), ("P03",)))
        >>> [part.caption for part in table.in_parts(2)]
        ['Who (1/2)', 'Who (2/2)']
        """
        cut = [self.rows[start : start + most] for start in range(0, len(self.rows), most)]
        if len(cut) < 2:
            return (self,)
        named = (f"{self.caption} ({number}/{len(cut)})" for number in range(1, len(cut) + 1))
        return tuple(replace(self, caption=caption, rows=rows) for caption, rows in zip(named, cut, strict=True))


def paper_tables(
    comparison: Comparison, *, language: str = "", agreement: pd.DataFrame | None = None
) -> tuple[PaperTable, ...]:
    """Return the tables of a paper on a comparison, in words.

    Parameters
    ----------
    comparison : Comparison
        What is reported.
    language : str
        `en` or `nl`; that of the comparison if empty.
    agreement : DataFrame, optional
        The table of `measure_agreement`, where two or more persons coded.

    Returns
    -------
    tuple of PaperTable
        Changes of the themes, interviews of the persons, mentions of each person, and where they are known accuracy
        of the codebook and agreement of the coders.

    Examples
    --------
    >>> [table.name for table in paper_tables(comparison)]
    ['changes', 'interviews', 'mentions']
    >>> paper_tables(comparison)[1].rows[2]
    ('P03', '2,000', '–', 'dropout')
    """
    say = Wording(language or comparison.language)
    comparison = comparison.in_language(say.language)
    labels = labels_of(comparison.panel, say.language)
    tables = [
        _changes(comparison, labels, say), _interviews(comparison, say), *_mentions(comparison, labels, say),
        *_accuracy(comparison, labels, say), *_agreement(agreement, labels, say),
    ]  # fmt: skip
    return tuple(table for table in tables if table.rows)


def _changes(comparison: Comparison, labels: Mapping[str, str], say: Wording) -> PaperTable:
    """The main table: a row for each theme, in the order of the codebook."""
    waves = {"before": comparison.before, "after": comparison.after}
    corrected = comparison.correction is not None and bool((comparison.codes["corrected_ratio"] > 0).any())
    head = [
        say("code"), "n", "+ / − / =", say("article_rates", **waves),
        say("article_ratio", level=comparison.choices.level), *([say("article_corrected")] if corrected else []),
        "p", say("head_verdict"),
    ]  # fmt: skip
    rows = [
        (
            labels.get(row["code"], row["code"]), say.number(row["persons"]), *_change(row, comparison, say),
            *([_corrected(row, say)] if corrected else []), _p(row, say), say.verdict(row["verdict"]),
        )
        for row in comparison.codes.to_dict("records")
    ]  # fmt: skip
    caption = say("article_changes", unit=say.unit(comparison.choices.measure), n=comparison.compared, **waves)
    return PaperTable("changes", caption, tuple(head), tuple(rows), say("article_changes_note"))


def _change(row: Mapping[Any, Any], comparison: Comparison, say: Wording) -> tuple[str, str, str]:
    """Return how many persons moved, both rates, and the ratio; dashes where nobody could be compared."""
    if not row["persons"]:
        return "–", "–", "–"
    moved = " / ".join(say.number(row[name]) for name in ("up", "down", "same"))
    rates = f"{say.rate(row['rate_before'])} → {say.rate(row['rate_after'])}"
    return moved, rates, ratio_text(row, comparison.before, comparison.after, say)


def _p(row: Mapping[Any, Any], say: Wording) -> str:
    return "–" if math.isnan(row["p"]) else f"{say.p(row['p'])} ({say.p(row['p_adjusted'])})"


def _corrected(row: Mapping[Any, Any], say: Wording) -> str:
    if not row["corrected_ratio"] > 0:
        return "–"
    span = say.span(row["corrected_ratio_low"], row["corrected_ratio_high"])
    return f"{say.ratio(row['corrected_ratio'])} ({span})"


def _interviews(comparison: Comparison, say: Wording) -> PaperTable:
    """Who was interviewed when, and how much each said."""
    panel = comparison.panel
    words = panel.exposure.set_index(["person", "wave"])["words"].to_dict()
    unread = panel.missing
    rows = []
    for person, status in comparison.attrition[["person", "status"]].itertuples(index=False, name=None):
        said = [_words(words.get((person, wave)), (person, wave) in unread, say) for wave in panel.waves]
        rows.append((person, *said, say.word("status", status) if status else "–"))
    head = (say("person"), *panel.waves, say("article_status"))
    return PaperTable("interviews", say("article_interviews"), head, tuple(rows), say("article_interviews_note"))


def _words(words: float | None, unread: bool, say: Wording) -> str:
    if words is None:
        return say("article_unread") if unread else "–"
    return say.number(words)


def _mentions(comparison: Comparison, labels: Mapping[str, str], say: Wording) -> Iterator[PaperTable]:
    """Yield how often each person mentioned each theme in every wave, a few themes beside each other."""
    panel = comparison.panel
    counted = panel.counts.set_index(["person", "wave", "code"])["mentions"].to_dict()
    groups = [panel.codes[start : start + MOST_THEMES] for start in range(0, len(panel.codes), MOST_THEMES)]

    def cell(person: str, code: str) -> str:
        waves = [counted.get((person, wave, code)) for wave in panel.waves]
        known = [
            "?" if n is None and ((person, wave, code) in panel.uncoded or (person, wave) in panel.missing)
            else "–" if n is None else say.number(n)
            for wave, n in zip(panel.waves, waves, strict=True)
        ]  # fmt: skip
        return " → ".join(known)

    for number, codes in enumerate(groups, start=1):
        part = f" ({number}/{len(groups)})" if len(groups) > 1 else ""
        yield PaperTable(
            f"mentions-{number}" if len(groups) > 1 else "mentions",
            say("article_mentions", waves=" → ".join(panel.waves)) + part,
            (say("person"), *(labels.get(code, code) for code in codes)),
            tuple((person, *(cell(person, code) for code in codes)) for person in panel.persons),
            say("article_mentions_note"),
        )


def _accuracy(comparison: Comparison, labels: Mapping[str, str], say: Wording) -> Iterator[PaperTable]:
    """Yield how good the codebook is, where a person coded a sample."""
    correction, source = comparison.correction, comparison.panel.source
    if correction is None or source is None or comparison.codings is None:
        return
    found = measure_accuracy(correction.labelled, comparison.codings, source.corpus).table
    rows = [
        (
            labels.get(row["code"], row["code"]), row["wave"],
            *(say.number(row[name]) for name in ("judged", "human", "hits")),
            *(say_with_limits(row, name, say, cell=True) for name in _QUALITIES),
        )
        for row in found.to_dict("records")
    ]  # fmt: skip
    head = (say("code"), say("article_wave"), *(say(f"article_column_{name}") for name in _ACCURATE))
    yield PaperTable(
        "accuracy", say("article_accuracy", coder=correction.sample.coder), head, tuple(rows),
        say("article_accuracy_note"), texts=2,
    )  # fmt: skip


_ACCURATE = ("judged", "human", "hits", *_QUALITIES)


def _agreement(table: pd.DataFrame | None, labels: Mapping[str, str], say: Wording) -> Iterator[PaperTable]:
    """Yield how far the coders agree, where two or more coded."""
    if table is None:
        return
    rows = [
        (
            labels.get(row["code"], row["code"]), row["wave"] or say("article_all_waves"), say.number(row["units"]),
            *(say_with_limits(row, name, say, cell=True) for name in _AGREEMENTS),
        )
        for row in table.to_dict("records")
        if row["code"] and row["units"]
    ]  # fmt: skip
    head = (
        say("code"), say("article_wave"), say("article_column_units"),
        *(say(f"article_column_{name}") for name in _AGREEMENTS),
    )  # fmt: skip
    yield PaperTable("agreement", say("article_agreement"), head, tuple(rows), say("article_agreement_note"), texts=2)
