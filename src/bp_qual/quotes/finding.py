"""Finding quotes: rows of the codings table, filtered, each in its sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from bp_qual.coding.read_back import as_id, check_codings, without_doubles
from bp_qual.quotes.query import parse_query, query_codes, select
from bp_qual.quotes.quote import Quote, Quotes
from bp_qual.quotes.sentences import Sentences
from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark, choose_language

if TYPE_CHECKING:
    import pandas as pd

_PLACE = ("interview", "turn", "start", "end")


def find_quotes(
    codings: pd.DataFrame,
    *,
    code: str | None = None,
    person: str | int | None = None,
    wave: str | int | None = None,
    negated: bool | None = None,
    prompted: bool | None = None,
    beside: str | None = None,
    query: str | None = None,
    corpus: Corpus | None = None,
    context: int = 1,
    language: str | None = None,
) -> Quotes:
    """Return the coded passages that meet every condition, in the order of the study.

    Parameters
    ----------
    codings : DataFrame
        The codings table; its rejected rows are left out, as they are not counted either, and a row that stands there
        twice is shown once.
    code, person, wave : str, optional
        Keep only these (2010 is '2010'); a name that occurs nowhere gives no quotes, which say so.
    negated, prompted : bool, optional
        Keep only quotes that are (or are not) negated, or said in answer to a question in which a term
        of the same code was used.
    beside : str, optional
        Keep only quotes in whose sentence this other code was found too (needs the corpus).
    query : str, optional
        A question about codes, such as ``"samenwerking near hokjes within 3 sentences"`` (see `bp_qual.quotes.query`);
        *near* needs the corpus.
    corpus : Corpus, optional
        The interviews; with them each quote carries the sentence it is in.
    context : int
        How many more sentences to show on either side, within the same turn.
    language : str, optional
        In which they show themselves: `en` or `nl`; that of the interviews if not given.

    Returns
    -------
    Quotes
        They show themselves as text or as HTML, and give a table with `to_frame`.

    Raises
    ------
    ValueError
        For a query that cannot be read, or one that needs the corpus where none is given.

    Examples
    --------
    >>> import pandas as pd
    >>> codings = pd.DataFrame({"interview": ["a"], "person": ["P1"], "wave": ["2010"], "turn": [0], "start": [3],
    ...                         "end": [8], "code": ["samen"], "quote": ["samen"]})
    >>> find_quotes(codings, code="samen")
    1 quote
      P1 · 2010 · a · turn 1  [samen]
    """
    if context < 0:
        raise ValueError(f"context is a number of sentences, 0 or more, not {context}.")
    codings = check_codings(codings, corpus, needed=("interview", "person", "wave", "turn", "start", "end", "code"))
    if "status" in codings.columns:
        codings = codings[codings["status"] != "rejected"]
    codings = without_doubles(codings)
    sentences = None if corpus is None else Sentences(corpus)
    whole = codings
    parsed = None if query is None else parse_query(query)
    if parsed is not None:
        codings = select(codings, parsed, sentences)
    ids = {name: None if value is None else as_id(value) for name, value in (("person", person), ("wave", wave))}
    wanted = {"code": code, **ids, "negated": negated, "prompted": prompted}
    for column, value in wanted.items():
        if value is not None:
            codings = codings[codings[column] == value]
    if beside is not None:
        codings = _beside(codings, whole, beside, sentences)
    fields = {name: codings[name].tolist() for name in Quote.__dataclass_fields__ if name in codings.columns}
    if sentences is not None:
        around = [_around(sentences, *place, context=context) for place in zip(*map(fields.get, _PLACE), strict=True)]
        fields |= {"before": [before for before, _ in around], "after": [after for _, after in around]}
    rows = tuple(Quote(**dict(zip(fields, values, strict=True))) for values in zip(*fields.values(), strict=True))
    spoken = choose_language(language, corpus.language if corpus is not None else "")
    codes = [name for name in (code, beside, *(query_codes(parsed) if parsed else ())) if name is not None]
    named = [*(("code", name) for name in codes), *((name, value) for name, value in ids.items() if value is not None)]
    return Quotes(rows, spoken, () if rows else _nowhere(whole, named))


def _nowhere(codings: pd.DataFrame, named: Iterable[tuple[str, str]]) -> tuple[Remark, ...]:
    """Return which of the codes, persons and waves that are asked for are in no row, each with its column."""
    absent = dict.fromkeys((column, value) for column, value in named if not (codings[column] == value).any())
    known = {column: ", ".join(sorted(set(codings[column].astype(str)))[:20]) or "-" for column, _ in absent}
    return tuple(
        Remark("quotes of nothing", values={"asked": value, "column": column, "known": known[column]})
        for column, value in absent
    )


def _beside(codings: pd.DataFrame, whole: pd.DataFrame, code: str, sentences: Sentences | None) -> pd.DataFrame:
    """Keep the rows that share a sentence with a mention of another code."""
    if sentences is None:
        raise ValueError("beside needs the corpus: only the text shows which codes share a sentence.")
    others = {place for places in sentences.places(whole[whole["code"] == code]) for place in places}
    own = sentences.places(codings)
    return codings[[not others.isdisjoint(places) for places in own]]


def with_sentences(rows: Iterable[Quote], sentences: Sentences, context: int = 1) -> Iterator[Quote]:
    """Give each quote the words around it.

    Parameters
    ----------
    rows : iterable of Quote
        As `find_quotes` gives them without a corpus.
    sentences : Sentences
        Of the corpus.
    context : int
        How many more sentences to show on either side, within the same turn.

    Yields
    ------
    Quote

    Examples
    --------
    >>> [quote] = with_sentences(find_quotes(codings, code="contact"), Sentences(corpus))
    >>> quote.quote, quote.before.endswith(" ")
    ('neighbours', True)
    """
    for row in rows:
        before, after = _around(sentences, row.interview, row.turn, row.start, row.end, context=context)
        yield replace(row, before=before, after=after)


def _around(sentences: Sentences, interview: str, turn: int, start: int, end: int, *, context: int) -> tuple[str, str]:
    """Return the words before a passage and those after it."""
    text = sentences.text(interview)
    first, last = sentences.around(interview, turn, start, end, context)
    return text[first:start], text[end:last]
