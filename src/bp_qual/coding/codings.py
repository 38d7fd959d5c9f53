"""Coding: the hits of a codebook in a corpus, as one table with a row for each mention.

Only respondents' turns are coded. Within one code overlapping hits count once, and every code above a hit's code has a
row for it too, so that the rows of a code are its mentions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from bp_qual.codebook import Codebook
from bp_qual.coding.overlaps import overlapping
from bp_qual.matching import Block, Hits, Matcher, TalkIndex, compile_codebook, find_denials, part_talk
from bp_qual.matching.distinct import distinct
from bp_qual.matching.talk import BLOCK
from bp_qual.matching.token_table import INTERVIEWER, RESPONDENT
from bp_qual.processes import count_workers, map_in_order, with_bar
from bp_qual.transcripts import Corpus, Transcript

if TYPE_CHECKING:
    import pandas as pd
    from spacy.tokens import Doc

Ints = npt.NDArray[np.int64]
Column = npt.NDArray[np.generic]

CODING_COLUMNS = (
    *("interview", "person", "wave", "turn", "start", "end", "code", "quote", "term", "kind"),
    *("negated", "cue", "prompted", "coder", "status"),
)
_PER_MILLION = 0.3  # seconds to code a million characters
_PART = 1_000_000  # characters that a process is given at once
_TYPES: Mapping[str, type] = {"turn": np.int64, "start": np.int64, "end": np.int64, "negated": bool, "prompted": bool}


def apply_codebook(
    codebook: Codebook,
    corpus: Corpus | TalkIndex,
    *,
    model: str = "",
    progress: bool = False,
    workers: int | None = None,
) -> pd.DataFrame:
    """Return the codings table: one row for each mention of each code by a respondent.

    Parameters
    ----------
    codebook : Codebook
        From `read_codebook`.
    corpus : Corpus or TalkIndex
        The interviews, or `index_corpus(corpus)` where the same talk is coded again and again.
    model : str
        An installed spaCy pipeline, for token patterns that ask for more than words; nothing else uses it.
    progress : bool
        Show a bar on a terminal when coding takes more than a second.
    workers : int, optional
        How many processes code; one if not given. A script that asks for more guards its start with
        ``if __name__ == "__main__":``. An index is coded in one.

    Returns
    -------
    DataFrame
        The columns of `CODING_COLUMNS`, in the order of the interviews. `text[start:end] == quote` in every row.

    Raises
    ------
    BpQualError
        For a language without word tables, or a spaCy pipeline that is needed and not installed.

    Examples
    --------
    >>> from bp_qual.codebook import parse_codebook
    >>> book = parse_codebook("{codebook: Demo, version: 1.0.0, language: nl, codes: [{id: a, terms: [samenwerken]}]}")
    >>> from bp_qual.transcripts import Turn
    >>> said = "R: Wij werkten samen. Dat samenwerken was fijn."
    >>> turn = Turn(0, "R", "respondent", 3, len(said), person="P01")
    >>> corpus = Corpus((Transcript("P01_2010", ("P01",), "2010", said, (turn,)),), ("P01",), ("2010",))
    >>> apply_codebook(book, corpus)[["interview", "start", "end", "code", "quote"]]
      interview  start  end code          quote
    0  P01_2010      7   20    a  werkten samen
    1  P01_2010     26   37    a    samenwerken
    """
    return make_codings_table(code_talk(codebook, corpus, model=model, progress=progress, workers=workers))


def make_codings_table(columns: Mapping[str, Column]) -> pd.DataFrame:
    """Return the columns of `code_talk` as a table.

    >>> len(make_codings_table({"code": np.array(["a"], dtype=object)}))
    1
    """
    import pandas as pd

    return pd.DataFrame(
        {name: column if name in _TYPES else pd.array(column, dtype="str") for name, column in columns.items()}
    )


def code_talk(
    codebook: Codebook,
    corpus: Corpus | TalkIndex,
    *,
    model: str = "",
    progress: bool = False,
    workers: int | None = None,
) -> dict[str, Column]:
    """Return the codings as columns: what `apply_codebook` makes a table of, for those who need no table.

    Parameters
    ----------
    codebook, corpus, model, progress, workers
        As in `apply_codebook`.

    Returns
    -------
    dict of str to array
        The columns of `CODING_COLUMNS`, in the order of the interviews.

    Raises
    ------
    BpQualError
        As `apply_codebook` does.

    Examples
    --------
    >>> from bp_qual.codebook import parse_codebook
    >>> code_talk(parse_codebook("{language: nl, codes: [{id: a}]}"), Corpus((), (), ()))["code"].tolist()
    []
    """
    coder = Coder(codebook, model)
    shown = progress or None
    if isinstance(corpus, TalkIndex):
        return _join([coder.code(block) for block in with_bar(corpus.blocks, "coding", shown=shown)], corpus.corpus)
    size = sum(len(transcript.text) for transcript in corpus.transcripts)
    number = count_workers(_PER_MILLION * size / 1e6, workers)
    parts = list(part_talk(corpus, BLOCK if number == 1 else _PART))
    tables = _code_ahead(coder, parts) if number == 1 else map_in_order(coder, parts, workers=number)
    return _join(list(with_bar(tables, "coding", total=len(parts), shown=shown)), corpus)


class Coder:
    """Codes talk with one codebook, which is compiled once for each language; another process can be given it.

    >>> from bp_qual.codebook import parse_codebook
    >>> coder = Coder(parse_codebook("{language: nl, codes: [{id: a, terms: [samen]}]}"))
    >>> coder.code_corpus(Corpus((), (), ()))["code"].tolist()
    []
    """

    def __init__(self, codebook: Codebook, model: str = "") -> None:
        self._codebook, self._model = codebook, model
        self._matchers: dict[str, Matcher] = {}

    def __call__(self, transcripts: Sequence[Transcript]) -> Mapping[str, Column]:
        """Return the codings of some transcripts of one language."""
        return self.code(Block(transcripts))

    def code(self, block: Block) -> Mapping[str, Column]:
        """Return the codings of a block."""
        language = block.language.code
        if language not in self._matchers:
            self._matchers[language] = compile_codebook(self._codebook, language, model=self._model)
        matcher = self._matchers[language]
        return _make_table(_code_mentions(matcher, block), block, matcher)

    def code_corpus(self, corpus: Corpus) -> dict[str, Column]:
        """Return the codings of a corpus as `code_talk` does, for who codes one corpus after another."""
        return _join(list(_code_ahead(self, part_talk(corpus, BLOCK))), corpus)


def _code_ahead(coder: Coder, parts: Iterable[Sequence[Transcript]]) -> Iterator[Mapping[str, Column]]:
    """Yield the codings of each part; the block of the next one is made on another thread meanwhile."""
    blocks = map(Block, parts)
    block = next(blocks, None)
    with ThreadPoolExecutor(1) as thread:
        while block is not None:
            coming = thread.submit(next, blocks, None)
            yield coder.code(block)
            block.forget()
            block = coming.result()


def code_block(matcher: Matcher, block: Block, corpus: Corpus) -> dict[str, Column]:
    """Return the codings of one block as columns, with a codebook that is compiled already.

    Parameters
    ----------
    matcher : Matcher
        From `compile_codebook`.
    block : Block
        Some of the talk.
    corpus : Corpus
        The interviews, which give the order.

    Returns
    -------
    dict of str to array
        As `code_talk` gives them.

    Examples
    --------
    >>> from bp_qual.codebook import parse_codebook
    >>> matcher = compile_codebook(parse_codebook("{language: nl, codes: [{id: a, terms: [samen]}]}"), "nl")
    >>> from bp_qual.transcripts import Turn
    >>> talk = Transcript("P1", ("P1",), "1", "samen", (Turn(0, "", "respondent", 0, 5, person="P1"),), "nl")
    >>> code_block(matcher, Block([talk]), Corpus((talk,), ("P1",), ("1",)))["quote"].tolist()
    ['samen']
    """
    return _join([_make_table(_code_mentions(matcher, block), block, matcher)], corpus)


def to_spacy(transcript: Transcript, codings: pd.DataFrame) -> Doc:
    """Return a transcript as a spaCy `Doc`, its codings as labelled spans in ``doc.spans["codes"]``.

    A coding that begins or ends inside one of spaCy's tokens is widened to the whole token.

    >>> import pandas as pd
    >>> codings = pd.DataFrame({"interview": ["P1"], "start": [4], "end": [10], "code": ["a"]})
    >>> doc = to_spacy(Transcript("P1", ("P1",), "1", "Wij werken samen.", (), "nl"), codings)
    >>> [(span.text, span.label_) for span in doc.spans["codes"]]
    [('werken', 'a')]
    """
    import spacy

    doc = spacy.blank(transcript.language).make_doc(transcript.text)
    mine = codings[codings["interview"] == transcript.interview]
    spans = [
        doc.char_span(int(start), int(end), label=code, alignment_mode="expand")
        for start, end, code in zip(mine["start"], mine["end"], mine["code"], strict=True)
    ]
    doc.spans["codes"] = [span for span in spans if span is not None]
    return doc


class Mentions(NamedTuple):
    """Hits left after exclusions and overlaps, one row per mention, with the number of its code and of its term."""

    code: Ints
    term: Ints
    start: Ints
    end: Ints
    turn: Ints
    negated: npt.NDArray[np.bool_]
    cue: npt.NDArray[np.object_]
    prompted: npt.NDArray[np.bool_]


def _code_mentions(matcher: Matcher, block: Block) -> Mentions:
    """Return the mentions in a block: hits by respondents, `unless` applied, overlaps merged, sub-codes rolled up."""
    hits = matcher.find(block)
    turn = block.turn[hits.first].astype(np.int64) if len(hits.term) else hits.term
    excluded = np.array([rule.unless for rule in matcher.rules], dtype=bool)[hits.term]
    role = block.turns.role[turn]
    counts = ~excluded & ~_find_excepted(hits, excluded, matcher)
    keep = (role == RESPONDENT) & counts
    codes = np.array([rule.code for rule in matcher.rules], dtype=np.int64)
    rows = np.flatnonzero(keep)
    negated, cue = find_denials(block, hits.first[rows], hits.last[rows])
    term = hits.term[rows]
    unknown = np.zeros(len(rows), dtype=bool)
    mentions = Mentions(codes[term], term, hits.start[rows], hits.end[rows], turn[rows], negated, cue, unknown)
    drop = np.array([code.negated == "drop" for code in matcher.codebook.codes], dtype=bool)
    mentions = _take(mentions, np.flatnonzero(~(mentions.negated & drop[mentions.code])))
    rank = _rank_terms(matcher)
    mentions = _count_once(_roll_up(_count_once(mentions, rank), matcher), rank)
    asking = np.flatnonzero((role == INTERVIEWER) & counts)
    return mentions._replace(prompted=_find_prompted(mentions, codes[hits.term[asking]], turn[asking], block, matcher))


@lru_cache(4)
def _rank_terms(matcher: Matcher) -> Ints:
    """Return the place of each term among all, by what it says: the order of the codebook must not decide anything."""
    said = [(rule.term.text, rule.term.kind, matcher.codebook.codes[rule.code].id) for rule in matcher.rules]
    rank = np.empty(len(said) + 1, dtype=np.int64)
    rank[sorted(range(len(said)), key=said.__getitem__)] = np.arange(len(said))
    return rank


def _take(mentions: Mentions, rows: Ints) -> Mentions:
    code, term, start, end, turn, negated, cue, prompted = mentions
    numbers = (code[rows], term[rows], start[rows], end[rows], turn[rows])
    return Mentions(*numbers, negated[rows], cue[rows], prompted[rows])


def _find_excepted(hits: Hits, excluded: npt.NDArray[np.bool_], matcher: Matcher) -> npt.NDArray[np.bool_]:
    """Return which hits overlap a hit of an `unless` term of the same code."""
    excepted = np.zeros(len(hits.term), dtype=bool)
    codes = np.array([rule.code for rule in matcher.rules], dtype=np.int64)[hits.term]
    for code in distinct(codes[excluded]).tolist():
        mine, rows = np.flatnonzero(excluded & (codes == code)), np.flatnonzero(codes == code)
        excepted[rows] = overlapping(hits.start[rows], hits.end[rows], hits.start[mine], hits.end[mine])
    return excepted


def _find_prompted(mentions: Mentions, code: Ints, turn: Ints, block: Block, matcher: Matcher) -> npt.NDArray[np.bool_]:
    """Return which mentions answer a question with a term of the same code (or of a code below it).

    ``code`` and ``turn`` are those of the interviewer's own hits; the question is the turn right before.
    """
    turns = block.turns
    row, named = _with_codes_above(code, matcher)
    asked = named * len(turns.start) + turn[row]
    before = np.maximum(mentions.turn - 1, 0)
    follows = (mentions.turn > 0) & (turns.transcript[before] == turns.transcript[mentions.turn])
    prompted: npt.NDArray[np.bool_] = follows & np.isin(mentions.code * len(turns.start) + before, asked)
    return prompted


def _with_codes_above(codes: Ints, matcher: Matcher) -> tuple[Ints, Ints]:
    """Return each code followed by those above it, and before that the row of `codes` that each of them comes from."""
    flat, size = _codes_above(matcher)
    count = size[codes]
    row = np.repeat(np.arange(len(codes)), count)
    within = np.arange(len(row)) - np.repeat(np.cumsum(count) - count, count)
    return row, flat[(np.cumsum(size) - size)[codes[row]] + within]


@lru_cache(4)
def _codes_above(matcher: Matcher) -> tuple[Ints, Ints]:
    """Return every code followed by those above it, one after another, and how many that are of each."""
    codebook = matcher.codebook
    number = {code.id: index for index, code in enumerate(codebook.codes)}
    lines = [[number[code.id], *map(number.__getitem__, codebook.ancestors(code.id))] for code in codebook.codes]
    flat = np.array([code for line in lines for code in line], dtype=np.int64)
    return flat, np.array([len(line) for line in lines] or [0], dtype=np.int64)


def _roll_up(mentions: Mentions, matcher: Matcher) -> Mentions:
    """Give every code above a mention's code a row too."""
    row, code = _with_codes_above(mentions.code, matcher)
    return _take(mentions, row)._replace(code=code)


def _count_once(mentions: Mentions, rank: Ints) -> Mentions:
    """Keep of overlapping mentions of one code the first, and of those that begin together the longest."""
    order = np.lexsort((rank[mentions.term], -mentions.end, mentions.start, mentions.code))
    mentions = _take(mentions, order)
    room = int(mentions.end.max(initial=0)) + 1
    begin, stop = mentions.code * room + mentions.start, mentions.code * room + mentions.end
    clash = np.append(False, begin[1:] < np.maximum.accumulate(stop)[:-1])[: len(begin)]
    keep = ~clash
    reach = -1
    for row in np.flatnonzero(clash | np.append(clash[1:], False)).tolist():
        keep[row] = not clash[row] or begin[row] >= reach
        reach = int(stop[row]) if keep[row] else reach
    return _take(mentions, np.flatnonzero(keep))


def _make_table(mentions: Mentions, block: Block, matcher: Matcher) -> Mapping[str, Column]:
    """Return the columns of the table for one block."""
    turns = block.turns
    transcript = turns.transcript[mentions.turn]
    offset = block.base[transcript]
    start, end = mentions.start - offset, mentions.end - offset
    book = matcher.codebook

    def pick(labels: Iterable[str], rows: Ints) -> npt.NDArray[np.object_]:
        return np.array([*labels, ""], dtype=object)[rows]

    places = zip(transcript.tolist(), start.tolist(), end.tolist(), strict=True)
    return {
        "interview": pick((spoken.interview for spoken in block.transcripts), transcript),
        "person": block.persons[mentions.turn],
        "wave": pick((spoken.wave for spoken in block.transcripts), transcript),
        "turn": turns.number[mentions.turn],
        "start": start,
        "end": end,
        "code": pick((code.id for code in book.codes), mentions.code),
        "quote": np.array([block.transcripts[row].text[begin:stop] for row, begin, stop in places], dtype=object),
        "term": pick((rule.term.text for rule in matcher.rules), mentions.term),
        "kind": pick((rule.term.kind for rule in matcher.rules), mentions.term),
        "negated": mentions.negated,
        "cue": mentions.cue,
        "prompted": mentions.prompted,
        "coder": np.full(len(start), book.coder, dtype=object),
        "status": np.full(len(start), "auto", dtype=object),
    }


def _join(tables: list[Mapping[str, Column]], corpus: Corpus) -> dict[str, Column]:
    """Return the columns of one table, ordered by person, wave, interview, place and code."""
    columns = {
        name: np.concatenate([np.empty(0, dtype=_TYPES.get(name, object)), *(table[name] for table in tables)])
        for name in CODING_COLUMNS
    }
    ranks = {"person": corpus.persons, "wave": corpus.waves}
    for name in ("interview", "code"):
        ranks[name] = tuple(sorted(set(columns[name].tolist())))
    rank = {name: {value: number for number, value in enumerate(listed)} for name, listed in ranks.items()}
    keys = {name: np.array([rank[name].get(value, -1) for value in columns[name].tolist()], np.int64) for name in rank}
    keys |= {"start": columns["start"], "end": columns["end"]}
    order = np.lexsort([keys[name] for name in ("code", "end", "start", "interview", "wave", "person")])
    return {name: column[order] for name, column in columns.items()}
