"""Questions about codes: 'samenwerking near hokjes within 3 sentences'.

    code                          every mention of a code
    A or B                        mentions of either
    A and B                       mentions of both, in turns that have both
    A and not B                   mentions of A in turns without B
    A near B                      mentions of both that are within 3 sentences of each other, said by the same person
    A near B within 20 words      ... within so many sentences, words or turns
    (A or B) near C               brackets say what belongs together; without them near binds first, then and, then or

A code whose id is one of these words, or holds a blank, is put in double quotes. What comes back are rows of the
codings table; nothing is coded anew.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bp_qual.display import nearest
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.quotes.sentences import Sentences
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

DISTANCE_UNITS = ("sentences", "words", "turns")
_USUAL = 3
_TOKEN = lazy_pattern(r'\s*(?:"([^"]*)"|([()])|([^\s()"]+))')
_WORDS = {"and", "or", "not", "near", "within"}


@dataclass(frozen=True, slots=True)
class Named:
    """All mentions of one code.

    >>> parse_query("hokjes")
    Named(code='hokjes')
    """

    code: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Two questions joined by ``or``, ``and``, ``and not`` or ``near``.

    >>> parse_query("a and not b").how
    'and not'
    """

    how: str
    left: Query
    right: Query
    within: int = 0
    unit: str = ""


Query = Named | Joined


def parse_query(text: str) -> Query:
    """Read a question about codes.

    Raises
    ------
    ValueError
        Where the question cannot be read, with what was expected.

    Examples
    --------
    >>> parse_query("samenwerking near hokjes within 20 words")
    Joined(how='near', left=Named(code='samenwerking'), right=Named(code='hokjes'), within=20, unit='words')
    >>> parse_query("samenwerking and")
    Traceback (most recent call last):
    ValueError: cannot read 'samenwerking and': a code is missing at the end.
    """
    return _Parser(text).whole()


def query_codes(query: Query) -> tuple[str, ...]:
    """Return the codes that a question names, each once.

    >>> query_codes(parse_query("a and (b or a)"))
    ('a', 'b')
    """
    if isinstance(query, Named):
        return (query.code,)
    return tuple(dict.fromkeys(query_codes(query.left) + query_codes(query.right)))


def select(codings: pd.DataFrame, query: Query, sentences: Sentences | None) -> pd.DataFrame:
    """Return the rows of the codings table that answer a question.

    Parameters
    ----------
    codings : DataFrame
        The codings table.
    query : Query
        From `parse_query`.
    sentences : Sentences or None
        The sentences of the interviews; needed for *near*.

    Returns
    -------
    DataFrame
        The rows that answer, in their order.

    Raises
    ------
    ValueError
        For *near* without sentences.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = pd.DataFrame({"interview": ["x", "x"], "person": ["P", "P"], "turn": [0, 1], "start": [0, 9],
    ...                      "end": [1, 10], "code": ["a", "b"]})
    >>> [len(select(rows, parse_query(text), None)) for text in ("a or b", "a and b", "a and not b")]
    [2, 0, 1]
    """
    return codings.iloc[sorted(_answer(codings.reset_index(drop=True), query, sentences))]


def _answer(codings: pd.DataFrame, query: Query, sentences: Sentences | None) -> set[int]:
    """Return the numbers of the rows that answer."""
    if isinstance(query, Named):
        return set(codings.index[codings["code"] == query.code].tolist())
    left, right = (_answer(codings, part, sentences) for part in (query.left, query.right))
    if query.how == "or":
        return left | right
    if query.how == "near":
        return _near(codings, left, right, query, sentences)
    turns = list(zip(*(codings[name].tolist() for name in ("interview", "person", "turn")), strict=True))
    in_left, in_right = {turns[row] for row in left}, {turns[row] for row in right}
    if query.how == "and not":
        return {row for row in left if turns[row] not in in_right}
    return {row for row in left | right if turns[row] in in_left & in_right}


def _near(
    codings: pd.DataFrame, left: set[int], right: set[int], query: Joined, sentences: Sentences | None
) -> set[int]:
    """Return the rows of either side that have a row of the other side near them, of the same person."""
    if sentences is None:
        raise ValueError("near needs the corpus: only the text shows what is near.")
    places = sentences.positions(codings, query.unit)
    homes = list(zip(codings["interview"].tolist(), codings["person"].tolist(), strict=True))
    return set(_reached(left, right, places, homes, query.within)) | set(
        _reached(right, left, places, homes, query.within)
    )


def _reached(
    rows: set[int], others: set[int], places: list[tuple[int, int]], homes: list[tuple[str, str]], within: int
) -> Iterator[int]:
    """Yield the rows that have one of the others within reach; a row is not near itself."""
    spots: dict[tuple[str, str], list[tuple[int, int, int]]] = {}
    for row in sorted(others):
        spots.setdefault(homes[row], []).append((*places[row], row))
    for found in spots.values():
        found.sort()
    widest = max((last - first for first, last in places), default=0)
    for row in rows:
        own = spots.get(homes[row], [])
        first, last = places[row]
        at = bisect_left(own, (first - within - widest, 0, -1))
        while at < len(own) and own[at][0] <= last + within:
            if own[at][2] != row and own[at][1] >= first - within:
                yield row
                break
            at += 1


class _Parser:
    """Reads a question from left to right; each method one rule of the grammar."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [
            (match[1] if match[1] is not None else match[2] or match[3], match[1] is not None)
            for match in _TOKEN.finditer(text)
        ]
        if text.count('"') % 2:
            raise self.error("query quote open")
        self.at = 0

    def whole(self) -> Query:
        query = self.either()
        if self.at < len(self.tokens):
            raise self.error("query goes on", word=self.tokens[self.at][0])
        return query

    def either(self) -> Query:
        query = self.both()
        while self.take("or"):
            query = Joined("or", query, self.both())
        return query

    def both(self) -> Query:
        query = self.close()
        while self.take("and"):
            how = "and not" if self.take("not") else "and"
            query = Joined(how, query, self.close())
        return query

    def close(self) -> Query:
        query = self.single()
        while self.take("near"):
            other = self.single()
            within, unit = self.distance() if self.take("within") else (_USUAL, "sentences")
            query = Joined("near", query, other, within, unit)
        return query

    def single(self) -> Query:
        if self.take("("):
            query = self.either()
            if not self.take(")"):
                raise self.error("query bracket open")
            return query
        if self.at == len(self.tokens):
            raise self.error("query ends early")
        word, quoted = self.tokens[self.at]
        if not quoted and (word.lower() in _WORDS or word == ")"):
            raise self.error("query not" if word.lower() == "not" else "query without code", word=word)
        self.at += 1
        return Named(word)

    def distance(self) -> tuple[int, str]:
        number = self.tokens[self.at][0] if self.at < len(self.tokens) else ""
        if not number.isdecimal():
            raise self.error("query without number")
        self.at += 1
        unit = self.tokens[self.at][0].lower() if self.at < len(self.tokens) else ""
        found = unit if unit in DISTANCE_UNITS else nearest(unit, DISTANCE_UNITS)
        if not found:
            raise self.error("query without unit", number=number)
        self.at += 1
        return int(number), found

    def take(self, word: str) -> bool:
        here = self.at < len(self.tokens) and not self.tokens[self.at][1] and self.tokens[self.at][0].lower() == word
        self.at += here
        return here

    def error(self, kind: str, **values: object) -> ValueError:
        fault = Remark(kind, values=values)
        return ValueError(Remark("query not read", values={"query": self.text, "fault": fault}))
