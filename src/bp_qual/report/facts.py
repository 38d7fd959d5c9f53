"""What the report looks up again and again: labels, counts, words and quotes by person, wave and code.

Read once from a comparison into plain dictionaries, so that the sections of the report can be
written as if the tables lay open.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from bp_qual.codebook import Code
from bp_qual.compare import Comparison
from bp_qual.plots.axes import labels_of
from bp_qual.quotes import Quote, find_quotes
from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark, Wording

if TYPE_CHECKING:
    import pandas as pd

Item = TypeVar("Item")
MOST_QUOTES = 10_000
_MOST_CHARACTERS = 4_000_000  # in quotes on one page, so that it stays under 5 MB
_AROUND_QUOTE = 170  # characters of markup


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """A comparison laid open for the writer of a report.

    ``mentions`` and ``words`` are keyed by person, wave (and code); who was not interviewed has no key. ``quotes``
    holds what is shown, ``most`` is how many a cell shows at most (0: all). ``changes`` holds the rows of the table of
    persons, ``remarks`` what is noted and ``coded`` what was found (quote, wave), all by code; ``status`` says of each
    person who is compared; ``reviewed`` in how many interviews, of how many, a person finished a code in a wave.
    ``numbers`` gives the part of an anchor for a code, person or wave.

    >>> facts.cell_anchor("contact", "P01", "2020"), facts.unit
    ('c1-p1-w2', 'per 1,000 words')
    """

    comparison: Comparison
    say: Wording
    waves: tuple[str, ...]
    persons: tuple[str, ...]
    codes: tuple[str, ...]
    meaning: Mapping[str, Code]
    labels: Mapping[str, str]
    attributes: Mapping[str, Mapping[str, str]]
    mentions: Mapping[tuple[str, str, str], int]
    words: Mapping[tuple[str, str], int]
    interviews: Mapping[tuple[str, str], int]
    quotes: Mapping[tuple[str, str, str], Sequence[Quote]]
    most: int
    codings: pd.DataFrame | None
    evidence: Mapping[tuple[str, str], str]
    status: Mapping[str, str]
    changes: Mapping[str, Sequence[Mapping[str, Any]]]
    remarks: Mapping[str, Sequence[Remark]]
    coded: Mapping[str, Sequence[tuple[str, str]]]
    numbers: Mapping[tuple[str, str], str]
    reviewed: Mapping[tuple[str, str], tuple[int, int]]

    @property
    def unit(self) -> str:
        """What a rate is a rate of, in a few words."""
        return self.say.unit(self.comparison.choices.measure)

    @property
    def measure(self) -> str:
        """What a rate is a rate of, in a sentence."""
        return self.say.axis(self.comparison.choices.measure)

    def label(self, code: str) -> str:
        """Return a code's name in the report's language."""
        return self.labels[code]

    def code_anchor(self, code: str) -> str:
        """Return the id of a code's section."""
        return self.numbers["c", code]

    def person_anchor(self, person: str) -> str:
        """Return the id of a person's section."""
        return self.numbers["p", person]

    def wave_anchor(self, wave: str) -> str:
        """Return the part of an id that stands for a wave."""
        return self.numbers["w", wave]

    def cell_anchor(self, code: str, person: str, wave: str) -> str:
        """Return the HTML id of one person's quotes of one code in one wave.

        Parameters
        ----------
        code, person, wave : str
            Which cell.

        Returns
        -------
        str
            The same in every report on the same panel.
        """
        return f"{self.code_anchor(code)}-{self.person_anchor(person)}-{self.wave_anchor(wave)}"


def gather_facts(
    comparison: Comparison, say: Wording, *, attributes: pd.DataFrame | None = None, most_quotes: int = MOST_QUOTES
) -> Facts:
    """Gather what a report shows of a comparison: labels, counts, words, attributes, and the quotes that will be shown.

    Parameters
    ----------
    comparison : Comparison
        What is reported.
    say : Wording
        The language of the report.
    attributes : DataFrame, optional
        What is known of the persons: a column person and any others.
    most_quotes : int
        How many quotes the report may hold.

    Returns
    -------
    Facts
        By person, wave and code.

    Examples
    --------
    >>> gather_facts(comparison, Wording("en")).mentions["P01", "2020", "contact"]
    60
    """
    panel, source, codings = comparison.panel, comparison.panel.source, comparison.codings
    exposure = panel.exposure[["person", "wave", "words", "interviews"]].to_dict("records")
    meaning = {code.id: code for code in source.codebook.codes} if source else {}
    quotes, most = _shown_quotes(codings, source.corpus if source else None, most_quotes)
    return Facts(
        comparison=comparison,
        say=say,
        waves=tuple(panel.waves),
        persons=tuple(panel.persons),
        codes=tuple(panel.codes),
        meaning=meaning,
        labels=labels_of(panel, say.language),
        attributes=_attributes(attributes),
        mentions={
            (person, wave, code): int(count)
            for person, wave, code, count in comparison.counts[["person", "wave", "code", "mentions"]].itertuples(
                index=False, name=None
            )
        },
        words={(row["person"], row["wave"]): int(row["words"]) for row in exposure},
        interviews={(row["person"], row["wave"]): int(row["interviews"]) for row in exposure},
        quotes=quotes,
        most=most,
        codings=codings,
        evidence={(row["person"], row["code"]): row["verdict"] for row in comparison.evidence.to_dict("records")},
        status=dict(zip(comparison.attrition["person"], comparison.attrition["status"], strict=True)),
        changes=_by_code((row["code"], row) for row in comparison.persons.to_dict("records")),
        remarks=_by_code((remark.code, remark) for remark in comparison.remarks),
        coded=_by_code(
            []
            if codings is None
            else zip(
                codings["code"].tolist(), codings[["quote", "wave"]].itertuples(index=False, name=None), strict=True
            )
        ),
        reviewed={
            (row["code"], row["wave"]): (int(row["coded"]), int(row["interviews"]))
            for row in comparison.review.to_dict("records")
        },
        numbers={
            (letter, name): f"{letter}{number}"
            for letter, names in (("c", panel.codes), ("p", panel.persons), ("w", panel.waves))
            for number, name in enumerate(names, start=1)
        },
    )


def _by_code(pairs: Iterable[tuple[str, Item]]) -> dict[str, list[Item]]:
    """Gather what belongs to each code, once: a page of a thousand codes looks nothing up row by row."""
    found: dict[str, list[Item]] = {}
    for code, item in pairs:
        found.setdefault(code, []).append(item)
    return found


def _shown_quotes(
    codings: pd.DataFrame | None, corpus: Corpus | None, limit: int
) -> tuple[dict[tuple[str, str, str], list[Quote]], int]:
    """Return the quotes by code, person and wave, and how many of each are shown at most; 0 where all of them fit."""
    if codings is None or not len(codings):
        return {}, 0
    cells = codings.groupby(["code", "person", "wave"], sort=False).indices
    sizes = sorted(len(rows) for rows in cells.values())
    most = 0
    if sum(sizes) > limit:
        enough = bisect_right(range(1, sizes[-1]), limit, key=lambda n: sum(min(n, size) for size in sizes))
        most = max(1, enough)
    kept = sorted(row for rows in cells.values() for row in _evenly(rows.tolist(), most))
    found = find_quotes(codings.iloc[kept], corpus=corpus)
    characters = sum(len(quote.before) + len(quote.quote) + len(quote.after) + _AROUND_QUOTE for quote in found)
    if characters > _MOST_CHARACTERS and most != 1:
        return _shown_quotes(codings, corpus, int(0.95 * len(kept) * _MOST_CHARACTERS / characters))
    quotes: dict[tuple[str, str, str], list[Quote]] = {}
    for quote in found:
        quotes.setdefault((quote.code, quote.person, quote.wave), []).append(quote)
    return quotes, most


def _evenly(rows: list[int], most: int) -> list[int]:
    """Return at most so many of the rows, spread evenly from the first on; all of them for 0.

    >>> _evenly([1, 2, 3, 4, 5, 6], 3)
    [1, 3, 5]
    """
    if not most or len(rows) <= most:
        return rows
    return [rows[n * len(rows) // most] for n in range(most)]


def _attributes(table: pd.DataFrame | None) -> dict[str, dict[str, str]]:
    """Return what is known of each person; a value that differs by wave reads 'then → later'."""
    found: dict[str, dict[str, str]] = {}
    if table is None or not len(table):
        return found
    rows: list[dict[str, Any]] = table.to_dict("records")
    for row in rows:
        own = found.setdefault(str(row["person"]), {})
        for name, value in row.items():
            if name in ("person", "wave") or not isinstance(value, str) or not value:
                continue
            values = own.get(name, "").split(" → ") if own.get(name) else []
            own[str(name)] = " → ".join(values if value in values[-1:] else [*values, value])
    return found
