"""Patterns: regular expressions and spaCy token patterns, run over the turns one by one.

A regular expression has a time limit for each interview; what it found before it ran out of time counts, and a warning
names it. Token patterns see spaCy's tokens of a turn; `LEMMA` in them means what a bare term means.
"""

from __future__ import annotations

import time
import warnings
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import numpy as np

from bp_qual.codebook import Term
from bp_qual.errors import BpQualError, BpQualWarning, Problem
from bp_qual.matching.sequences import Hits
from bp_qual.matching.slots import Word
from bp_qual.matching.talk import Block
from bp_qual.matching.tokens import fold_word
from bp_qual.matching.word_finder import WordFinder

TIME_LIMIT = 2.0
_NEEDS_MODEL = ("POS", "TAG", "MORPH", "DEP", "ENT_TYPE")


def find_pattern(number: int, term: Term, pattern: Any, block: Block) -> Hits:
    """Return the hits of a regular expression in every turn.

    Parameters
    ----------
    number : int
        The number of the rule, for its hits.
    term : Term
        The term as written, for the warning.
    pattern : compiled pattern
        Of the `regex` library.
    block : Block
        The talk.

    Returns
    -------
    Hits
        Empty matches are no hits.

    Warns
    -----
    BpQualWarning
        Where a transcript takes longer than `TIME_LIMIT` seconds; what was found until then counts.
    """
    found: list[tuple[int, int]] = []
    late: list[str] = []
    spent: dict[int, float] = {}
    for transcript, begin, stop in _turns(block):
        left = TIME_LIMIT - spent.get(transcript, 0.0)
        if left <= 0 or len(late) > 2:
            continue
        one, base = block.transcripts[transcript], int(block.base[transcript])
        clock = time.perf_counter()
        try:
            spans = (match.span() for match in pattern.finditer(one.text, begin - base, stop - base, timeout=left))
            found.extend((start + base, end + base) for start, end in spans if end > start)
        except TimeoutError:
            late.append(one.interview)
        spent[transcript] = spent.get(transcript, 0.0) + time.perf_counter() - clock
    if late:
        _warn_late(term, late)
    return _as_hits(number, found, block)


def find_token_patterns(terms: list[tuple[int, Term]], block: Block, model: str = "") -> list[Hits]:
    """Return the hits of spaCy token patterns.

    Parameters
    ----------
    terms : list of tuple of int and Term
        The numbers of the rules, with their terms.
    block : Block
        The talk.
    model : str
        An installed spaCy pipeline; without it patterns that ask for more than words are passed over.

    Returns
    -------
    list of Hits
        Of overlapping hits of one pattern the longest.
    """
    from spacy.matcher import Matcher

    pipeline = _load_pipeline(model, block.language.code)
    matcher = Matcher(pipeline.vocab)
    finder = WordFinder(block)
    for number, term in terms:
        if not model and _asks_for_model(term):
            continue
        pattern = [{key: _mean(key, value, finder) for key, value in token.items()} for token in term.tokens]
        matcher.add(str(number), [pattern], greedy="LONGEST")
    found: dict[int, list[tuple[int, int]]] = {number: [] for number, _ in terms}
    for transcript, begin, stop in _turns(block):
        base = int(block.base[transcript])
        doc = pipeline(block.transcripts[transcript].text[begin - base : stop - base])
        for token in doc:
            token.lemma_ = fold_word(token.text)
        for key, first, last in matcher(doc):
            span = doc[first:last]
            found[int(pipeline.vocab.strings[key])].append((begin + span.start_char, begin + span.end_char))
    return [_as_hits(number, sorted(spans), block) for number, spans in found.items()]


@cache
def _load_pipeline(model: str, language: str) -> Any:
    """Return the named pipeline, or spaCy's tokens of a language alone."""
    import spacy

    if not model:
        return spacy.blank(language)
    try:
        return spacy.load(model)
    except OSError as error:
        problem = Problem("", f"the spaCy model '{model}' is not installed.", "Install it with pip, or leave it out.")
        raise BpQualError(problem, "Nothing was coded.") from error


def _mean(key: str, value: Any, finder: WordFinder) -> Any:
    """Return what a token pattern asks, with the forms of a lemma in place of the lemma."""
    if key != "LEMMA":
        return value
    if isinstance(value, str):
        return {"IN": _forms(value, finder)}
    if isinstance(value, Mapping):
        known = {"IN", "NOT_IN"} & set(value)
        return {each: sorted({f for one in value[each] for f in _forms(one, finder)}) for each in known} or value
    return value


def _forms(lemma: str, finder: WordFinder) -> list[str]:
    return [finder.block.types[one] for one in finder.types((Word("lemma", fold_word(lemma)),))]


def _asks_for_model(term: Term) -> bool:
    """Return whether a pattern asks for what no word list knows, after saying so."""
    asked = [key for token in term.tokens for key in token if key in _NEEDS_MODEL]
    if asked:
        warnings.warn(
            f"the token pattern '{term.text}' asks for {asked[0]}, which only a spaCy model knows; without one it "
            "finds nothing. Name an installed model, or write the words.",
            BpQualWarning,
            stacklevel=2,
        )
    return bool(asked)


def _turns(block: Block) -> Iterator[tuple[int, int, int]]:
    turns = block.turns
    return zip(turns.transcript.tolist(), turns.start.tolist(), turns.end.tolist(), strict=True)


def _warn_late(term: Term, late: list[str]) -> None:
    where = ", ".join(late)
    warnings.warn(
        f"the pattern '{term.text}' took more than {TIME_LIMIT:g} s in {where} and was stopped there; what it had "
        "found until then counts. Make it simpler: a group that repeats itself inside a repetition runs away.",
        BpQualWarning,
        stacklevel=2,
    )


def _as_hits(number: int, spans: list[tuple[int, int]], block: Block) -> Hits:
    """Return spans as hits; one that begins or ends inside a stage direction is none."""
    table = np.array(spans, dtype=np.int64).reshape(-1, 2)
    first = np.searchsorted(block.end, table[:, 0], side="right")
    last = np.searchsorted(block.start, table[:, 1]) - 1
    keep = np.array([not block.in_aside(begin) and not block.in_aside(stop - 1) for begin, stop in spans], dtype=bool)
    keep &= len(block) > 0
    first = np.minimum(first, max(len(block) - 1, 0))
    last = np.maximum(first, last)
    table, first, last = table[keep], first[keep], last[keep]
    return Hits(np.full(len(table), number, dtype=np.int64), table[:, 0], table[:, 1], first, last)
