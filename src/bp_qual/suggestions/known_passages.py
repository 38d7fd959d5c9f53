"""What is known to be about each code, and what is known not to be: from the codebook, from persons, from its hits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.codebook import Code, Codebook
from bp_qual.coding.by_hand import HandCodings
from bp_qual.coding.combining import combine_rows
from bp_qual.coding.overlaps import overlapping
from bp_qual.transcripts import Corpus

if TYPE_CHECKING:
    import pandas as pd

Rows = NDArray[np.int64]

ENOUGH = 20  # known passages with which hits that nobody looked at are left out
MOST_HITS = 60  # hits that nobody looked at, of one code


@dataclass(frozen=True, slots=True, eq=False)
class SpokenSentences:
    """The respondents' sentences of a corpus, in columns: `transcript` (its row in the corpus), `start`, `end`.

    >>> SpokenSentences.of(corpus, {"P01_2010": np.array([[0, 23], [24, 41]])}).start.tolist()
    [0, 24]
    """

    transcript: Rows
    start: Rows
    end: Rows

    @classmethod
    def of(cls, corpus: Corpus, spans: dict[str, Rows]) -> SpokenSentences:
        """Return the sentences with these spans, interview after interview."""
        own = [spans.get(t.interview, np.empty((0, 2), dtype=np.int64)) for t in corpus.transcripts]
        numbers = np.repeat(np.arange(len(own)), [len(part) for part in own]).astype(np.int64)
        whole = np.concatenate([np.empty((0, 2), dtype=np.int64), *own])
        return cls(numbers, whole[:, 0], whole[:, 1])

    def touched(self, corpus: Corpus, table: pd.DataFrame) -> NDArray[np.bool_]:
        """Return which sentences overlap a row of a table with interview, start and end."""
        return self.touched_by(_spans_of(table, [transcript.interview for transcript in corpus.transcripts]))

    def touched_by(self, spans: SpokenSentences) -> NDArray[np.bool_]:
        """Return which sentences overlap one of these spans."""
        longest = int(max(self.end.max(initial=0), spans.end.max(initial=0))) + 1  # one interview behind the other
        own, other = self.transcript * longest, spans.transcript * longest
        return overlapping(self.start + own, self.end + own, spans.start + other, spans.end + other)


def rows_within(table: pd.DataFrame, passages: pd.DataFrame) -> NDArray[np.bool_]:
    """Return which rows of a table overlap a passage; both have interview, start and end.

    Parameters
    ----------
    table, passages : DataFrame
        The rows, and the passages.

    Returns
    -------
    array of bool

    Examples
    --------
    >>> rows_within(codings, codings.iloc[:1]).tolist()
    [True, False, False]
    """
    names = dict.fromkeys([*table["interview"].tolist(), *passages["interview"].tolist()])
    return _spans_of(table, [*names]).touched_by(_spans_of(passages, [*names]))


def _spans_of(table: pd.DataFrame, interviews: Sequence[str]) -> SpokenSentences:
    """Return the rows of a table with interview, start and end that are in one of these interviews, by its number."""
    number = {name: at for at, name in enumerate(interviews)}
    row = np.array([number.get(name, -1) for name in table["interview"].tolist()], dtype=np.int64)
    start, end = (table[name].to_numpy(dtype=np.int64)[row >= 0] for name in ("start", "end"))
    return SpokenSentences(row[row >= 0], start, end)


@dataclass(frozen=True, slots=True, eq=False)
class KnownPassages:
    """What is known of one code: sentences of the corpus by their rows, and texts of the codebook.

    ``by_person`` are sentences that somebody coded or accepted, ``hits`` those that only the codebook found, few or
    none where there is enough else; ``declined`` those that somebody rejected. ``definition`` is its label and
    definition as one text, ``examples`` and ``not_texts`` those that fit and the counterexamples.
    """

    by_person: Rows
    hits: Rows
    declined: Rows
    definition: tuple[str, ...]
    examples: tuple[str, ...]
    not_texts: tuple[str, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """What the codebook says of it: the definition and the examples."""
        return (*self.definition, *self.examples)

    @property
    def rows(self) -> Rows:
        """The sentences that are about it."""
        return np.concatenate([self.by_person, self.hits])

    def __len__(self) -> int:
        return len(self.rows) + len(self.texts)


def gather_known(
    codebook: Codebook, corpus: Corpus, codings: pd.DataFrame, declined: pd.DataFrame, sentences: SpokenSentences
) -> dict[str, KnownPassages]:
    """Return for each code what is known to be about it.

    Parameters
    ----------
    codebook, corpus : Codebook and Corpus
        The codes and the interviews.
    codings : DataFrame
        All codings with their status, the codebook's and those of persons; denied ones are left out.
    declined : DataFrame
        interview, start, end, code: what somebody said is not that code.
    sentences : SpokenSentences
        Of the corpus.

    Returns
    -------
    dict of str to KnownPassages

    Examples
    --------
    >>> spans = {"P01_2010": np.array([[0, 23], [24, 41]]), "P01_2020": np.array([[0, 16], [17, 39]])}
    >>> known = gather_known(codebook, corpus, codings, codings.iloc[:0], SpokenSentences.of(corpus, spans))
    >>> known["money"].hits.tolist()
    [1]
    """
    status, denied = codings["status"], codings["negated"].fillna(False).astype(bool)
    person = codings[status.isin(["human", "accepted"])]
    hits = codings[(status == "auto") & ~denied]
    refused = codings[status == "rejected"]
    return {
        code.id: _known_of(code, codebook, corpus, sentences, person, hits, (refused, declined))
        for code in codebook.codes
    }


def known_by_hand(
    hits: pd.DataFrame, hand: HandCodings, corpus: Corpus, codebook: Codebook
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the hits as a coder decided on them with what the coder added, finished or not, and what was declined.

    Parameters
    ----------
    hits : DataFrame
        From `apply_codebook`.
    hand : HandCodings
        Of one coder.
    corpus, codebook : Corpus and Codebook
        What was coded, and with what.

    Returns
    -------
    DataFrame, DataFrame
        As `suggest_passages` takes them: ``codings`` and ``declined``.

    Examples
    --------
    >>> from bp_qual.coding.by_hand import Event, History, place_codings
    >>> no = Event("1", "reject", n=1, code="money", interview="P01_2010", start=24, end=29, quote="Money")
    >>> known, declined = known_by_hand(codings, place_codings(History("anna", (no,)), corpus), corpus, codebook)
    >>> known["status"].tolist(), declined["quote"].tolist()
    (['rejected', 'auto', 'auto'], ['Money'])
    """
    known = combine_rows(hits, hand.codings, hand.decisions, corpus, codebook, count="reviewed").codings
    return known, hand.decisions[hand.decisions["status"] == "rejected"]


def _known_of(
    code: Code, codebook: Codebook, corpus: Corpus, sentences: SpokenSentences, person: pd.DataFrame,
    hits: pd.DataFrame, refused: Sequence[pd.DataFrame],
) -> KnownPassages:  # fmt: skip
    def touched(table: pd.DataFrame) -> NDArray[np.bool_]:
        return sentences.touched(corpus, table[table["code"] == code.id])

    by_person = touched(person)
    no = np.logical_or.reduce([touched(table) for table in refused]) & ~by_person
    definition = tuple(filter(None, [_definition(code, codebook)]))
    found = np.flatnonzero(touched(hits) & ~by_person & ~no)
    if int(by_person.sum()) + len(code.examples) >= ENOUGH:
        found = found[:0]
    elif len(found) > MOST_HITS:  # spread over all interviews
        found = found[np.linspace(0, len(found) - 1, MOST_HITS).astype(np.int64)]
    return KnownPassages(
        np.flatnonzero(by_person), found, np.flatnonzero(no), definition, code.examples, code.counterexamples
    )


def _definition(code: Code, codebook: Codebook) -> str:
    label = code.label.get(codebook.language, "") or next(iter(code.label.values()), "")
    return ". ".join(text.strip(" .") for text in (label, code.definition, code.include) if text.strip(" ."))
