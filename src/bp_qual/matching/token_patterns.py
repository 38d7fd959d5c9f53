"""Token patterns of spaCy, run over the turns one by one.

They see spaCy's tokens of a turn; `LEMMA` in them means what a bare term means. A `REGEX` in them is settled on the
distinct words before spaCy sees the pattern, because spaCy would run it without any limit of time.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from bp_qual.codebook import Term
from bp_qual.codebook.term_patterns import regexes_of
from bp_qual.errors import BpQualError, BpQualWarning, Problem, warn_caller
from bp_qual.matching.patterns import TIME_LIMIT, as_hits, turns_of
from bp_qual.matching.sequences import Hits
from bp_qual.matching.slots import Word
from bp_qual.matching.talk import Block
from bp_qual.matching.tokens import fold_word
from bp_qual.matching.word_finder import WordFinder
from bp_qual.wording import Remark

_FIRST_PIECE = 8  # tokens
_MOST_LATE = 2  # interviews that took too long, after which a pattern is given up
_NEEDS_MODEL = ("POS", "TAG", "MORPH", "DEP", "ENT_TYPE")
_ATTRIBUTES = {  # what a key looks at; MORPH, which holds nothing that was said, is left to spaCy
    "ORTH": "text", "TEXT": "text", "LOWER": "lower_", "NORM": "norm_", "SHAPE": "shape_", "PREFIX": "prefix_",
    "SUFFIX": "suffix_", "LEMMA": "lemma_", "POS": "pos_", "TAG": "tag_", "DEP": "dep_", "ENT_TYPE": "ent_type_",
}  # fmt: skip


def find_token_patterns(terms: list[tuple[int, Term]], block: Block, model: str = "") -> tuple[list[Hits], set[int]]:
    """Return the hits of spaCy token patterns, the longest of those that overlap.

    Parameters
    ----------
    terms : list of (int, Term)
        The patterns, with their numbers.
    block : Block
        The talk.
    model : str, optional
        An installed spaCy pipeline; without one, spaCy's tokens alone.

    Returns
    -------
    tuple of list and set
        Hits for each pattern; and the numbers of those that could not be looked for everywhere, which a warning tells.
    """
    from spacy.matcher import Matcher

    pipeline = _load_pipeline(model, block.language.code)
    matcher, growing = Matcher(pipeline.vocab), list[_Growing]()
    finder = WordFinder(block, block.language)
    asked = [(number, term) for number, term in terms if model or not _asks_for_model(term)]
    words = _Words(lambda: _read(pipeline, block))
    unfinished = {number for number, _ in terms} - {number for number, _ in asked}
    for number, term in asked:
        pattern = [{key: _mean(key, value, finder) for key, value in token.items()} for token in term.tokens]
        own = Matcher(pipeline.vocab) if (open_ended := _open_ended(term)) else matcher
        settled, in_time = _settle(pattern, term, words)
        unfinished |= set() if in_time else {number}
        own.add(str(number), [settled], greedy="LONGEST")
        growing += [_Growing(number, term, own, 2 ** (open_ended + 1))] if open_ended else []
    found: dict[int, list[tuple[int, int]]] = {number: [] for number, _ in terms}
    for interview, begin, doc in _read(pipeline, block):
        found_here = [
            (int(pipeline.vocab.strings[key]), first, last)
            for key, first, last in (matcher(doc) if len(matcher) else ())
        ]
        for number, first, last in (*found_here, *(hit for one in growing for hit in one.find(doc, interview))):
            span = doc[first:last]
            found[number].append((begin + span.start_char, begin + span.end_char))
    unfinished |= {one.number for one in growing if one.warn()}
    return [as_hits(number, sorted(spans), block) for number, spans in found.items()], unfinished


def _open_ended(term: Term) -> int:
    """Return how many words of a pattern may be repeated without end."""
    return sum(
        str(token.get("OP", "")) in ("*", "+") or str(token.get("OP", "")).endswith(",}") for token in term.tokens
    )


class _Growing:
    """A pattern that may be repeated without end, looked for in ever longer pieces of a turn within a limit of time.

    spaCy cannot be stopped. How long the whole turn takes is seen from pieces that are each twice as long as the one
    before, and what would take too long is not begun.
    """

    def __init__(self, number: int, term: Term, matcher: Any, factor: int) -> None:
        self.number, self._term, self._matcher, self._factor = number, term, matcher, factor
        self._spent, self._late = dict[str, float](), list[str]()

    def find(self, doc: Any, interview: str) -> list[tuple[int, int, int]]:
        """Return the hits in a turn, as far as the time for its interview goes."""
        size, hits = _FIRST_PIECE, list[tuple[int, int, int]]()
        while interview not in self._late and len(self._late) <= _MOST_LATE:
            start = time.perf_counter()
            hits = [(self.number, first, last) for _, first, last in self._matcher(doc[:size])]
            spent = time.perf_counter() - start
            self._spent[interview] = self._spent.get(interview, 0.0) + spent
            if size >= len(doc):
                break
            if spent * self._factor > TIME_LIMIT - self._spent[interview]:
                self._late.append(interview)
                hits = [hit for hit in hits if hit[2] < size]  # what ends with the piece may go on behind it
            size *= 2
        return hits

    def warn(self) -> bool:
        """Warn where something was left out, and return whether it was."""
        if self._late:
            values = {"term": self._term.text, "seconds": TIME_LIMIT, "interviews": ", ".join(self._late)}
            warn_caller(BpQualWarning(Remark("token pattern slow", values=values)))
        return bool(self._late)


def _read(pipeline: Any, block: Block) -> Iterable[tuple[str, int, Any]]:
    """Yield each turn as spaCy's tokens, with its interview and its place in the block."""
    for transcript, begin, stop in turns_of(block):
        base = int(block.base[transcript])
        doc = pipeline(block.transcripts[transcript].text[begin - base : stop - base])
        for token in doc:
            token.lemma_ = fold_word(token.text)
        yield block.transcripts[transcript].interview, begin, doc


class _Words:
    """The distinct words of the talk as each key of a token pattern sees them; read once, and only if asked."""

    def __init__(self, read: Callable[[], Iterable[tuple[str, int, Any]]]) -> None:
        self._read = read
        self._seen: dict[str, set[str]] = {}

    def of(self, key: str) -> list[str]:
        if not self._seen:
            self._seen = {name: set() for name in _ATTRIBUTES.values()}
            for _, _, doc in self._read():
                for token in doc:
                    for name, words in self._seen.items():
                        words.add(getattr(token, name))
        return sorted(self._seen[_ATTRIBUTES[key]])


def _settle(pattern: list[dict[str, Any]], term: Term, words: _Words) -> tuple[list[dict[str, Any]], bool]:
    """Return a pattern with the words that its regular expressions match in place of these, within a limit of time.

    And whether the time was enough for all words.
    """
    left, in_time = TIME_LIMIT, True
    settled = []
    for token in pattern:
        own = {}
        for key, value in token.items():
            own[key] = value
            if key in _ATTRIBUTES and isinstance(value, Mapping) and "REGEX" in value:
                start = time.perf_counter()
                matched, whole = _matching(list(regexes_of([{"TEXT": value}])), words.of(key), term, left)
                own[key], in_time = _replaced(value, matched), in_time and whole
                left -= time.perf_counter() - start
        settled.append(own)
    return settled, in_time


def _replaced(value: Mapping[str, Any], matched: set[str]) -> dict[str, Any]:
    """Return the value of a key with the words that its regular expression matched: IN, or NOT_IN where it says so."""
    asked = value["REGEX"]
    name = "NOT_IN" if isinstance(asked, Mapping) and "NOT_IN" in asked else "IN"
    rest = {key: given for key, given in value.items() if key != "REGEX"}
    if name in rest:  # both must hold
        matched = matched | set(rest[name]) if name == "NOT_IN" else matched & set(rest[name])
    return {**rest, name: sorted(matched)}


def _matching(patterns: list[str], known: list[str], term: Term, left: float) -> tuple[set[str], bool]:
    """Return the words that any of the patterns matches, and whether there was time to look at all of them."""
    import regex

    matched = set[str]()
    end = time.perf_counter() + left
    try:
        for pattern in patterns:
            compiled = regex.compile(pattern)
            for word in known:
                if compiled.search(word, timeout=max(end - time.perf_counter(), 0.001)):
                    matched.add(word)
    except TimeoutError:
        stopped = Remark("token pattern stopped", values={"term": term.text, "seconds": TIME_LIMIT})
        warn_caller(BpQualWarning(stopped))
        return matched, False
    return matched, True


@cache
def _load_pipeline(model: str, language: str) -> Any:
    """Return the named pipeline, or spaCy's tokens of a language alone."""
    import spacy

    if not model:
        return spacy.blank(language)
    if not spacy.util.is_package(model):  # spacy.load would also run what lies in a folder of that name
        raise BpQualError(Problem("", "model not installed", {"model": model}), Remark("nothing coded"))
    return spacy.load(model)


def _mean(key: str, value: Any, finder: WordFinder) -> Any:
    """Return what a token pattern asks, with the forms of a lemma in place of the lemma."""
    if key != "LEMMA":
        return value
    if isinstance(value, str):
        return {"IN": _forms(value, finder)}
    if isinstance(value, Mapping):
        known = {"IN", "NOT_IN"} & set(value)
        return {name: sorted({f for lemma in value[name] for f in _forms(lemma, finder)}) for name in known} or value
    return value


def _forms(lemma: str, finder: WordFinder) -> list[str]:
    return [finder.block.types[type_id] for type_id in finder.types((Word("lemma", fold_word(lemma)),))]


def _asks_for_model(term: Term) -> bool:
    """Return whether a pattern asks for what no word list knows, after saying so."""
    asked = [key for token in term.tokens for key in token if key in _NEEDS_MODEL]
    if asked:
        without = Remark("token pattern without model", values={"term": term.text, "key": asked[0]})
        warn_caller(BpQualWarning(without))
    return bool(asked)
