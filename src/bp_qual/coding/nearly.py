"""Near misses: what a term almost found in a block, and why it did not. For explaining, not for coding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from weakref import WeakKeyDictionary

import numpy as np

from bp_qual.matching import Matcher
from bp_qual.matching.languages.parts import SplitCandidate
from bp_qual.matching.rules import Rule
from bp_qual.matching.talk import Block
from bp_qual.matching.tokens import fold_word, split_tokens
from bp_qual.matching.word_finder import WordFinder
from bp_qual.wording import Remark

_COMMON = 4
_KEPT: WeakKeyDictionary[Block, dict[tuple[str, ...], tuple[tuple[int, int, Remark], ...]]] = WeakKeyDictionary()


def vetoed_words(matcher: Matcher, block: Block) -> Iterator[tuple[Rule, int, Remark]]:
    """Yield each word that a bare term would have found, were it not another word there: its rule, token, why.

    >>> from bp_qual.codebook import parse_codebook
    >>> from bp_qual.matching import compile_codebook
    >>> from bp_qual.transcripts import Transcript, Turn
    >>> matcher = compile_codebook(parse_codebook("{language: nl, codes: [{id: a, terms: [delen]}]}"), "nl")
    >>> said = "Ze deelden flyers uit."
    >>> block = Block([Transcript("P1", ("P1",), "1", said, (Turn(0, "R", "respondent", 0, len(said), "P1"),))])
    >>> [(token, str(why)) for _, token, why in vetoed_words(matcher, block)]
    [(1, "it is one half of 'uitdelen'")]
    """
    hits, reasons = matcher.find_vetoed(block)
    for number, token, why in zip(hits.term.tolist(), hits.first.tolist(), reasons, strict=True):
        yield matcher.rules[number], token, why


def nearly_words(rule: Rule, block: Block, split_verbs: Iterable[SplitCandidate]) -> Iterator[tuple[int, int, Remark]]:
    """Yield first token, last token and the reason for everything a term nearly found.

    Parameters
    ----------
    rule : Rule
        The term.
    block : Block
        What was said.
    split_verbs : iterable of SplitCandidate
        What might be a verb in two parts, as `Matcher.weigh_split_verbs` tells.

    Yields
    ------
    tuple of (int, int, Remark)
        The first token, the last one, and why it was not found.

    Examples
    --------
    >>> from bp_qual.codebook import parse_codebook
    >>> from bp_qual.matching import compile_codebook
    >>> from bp_qual.transcripts import Transcript, Turn
    >>> rule = compile_codebook(parse_codebook("{language: nl, codes: [{id: a, terms: [net]}]}"), "nl").rules[0]
    >>> said = "Ons visnet."
    >>> block = Block([Transcript("P1", ("P1",), "1", said, (Turn(0, "R", "respondent", 0, len(said), "P1"),))])
    >>> [(first, last, why.say("nl")) for first, last, why in nearly_words(rule, block, ())]
    [(1, 1, "het woord is deel van een langer woord; 'net~' vindt het wel")]
    """
    if rule.halves:
        yield from _split_otherwise(rule, split_verbs)
    kept = _KEPT.setdefault(block, {})
    if rule.sought not in kept:
        kept[rule.sought] = tuple(_alike(rule, block))
    yield from kept[rule.sought]


def _alike(rule: Rule, block: Block) -> Iterator[tuple[int, int, Remark]]:
    """Yield what a term nearly found by itself, whatever verbs are in two parts."""
    if rule.pattern is not None and rule.term.kind in ("lemma", "phrase"):
        yield from _without_signs(rule, block)
    elif rule.term.kind == "exact":
        yield from _written_otherwise(rule, block)
    elif rule.term.kind == "lemma" and len(rule.slots) == 1:
        yield from _longer_words(rule, block)
    elif len(rule.slots) > 1:
        yield from _apart(rule, block)


def _split_otherwise(rule: Rule, split_verbs: Iterable[SplitCandidate]) -> Iterator[tuple[int, int, Remark]]:
    """Yield pairs of halves that scored too low, or whose particle belongs to another verb."""
    for candidate in (candidate for candidate in split_verbs if candidate.halves in rule.halves):
        if candidate.believed:
            why = Remark("missed split, taken")
        elif candidate.against:
            why = Remark("missed split, against", values={"score": candidate.score, "against": candidate.against})
        else:
            why = Remark("missed split", values={"score": candidate.score})
        yield candidate.first, candidate.last, why


def _written_otherwise(rule: Rule, block: Block) -> Iterator[tuple[int, int, Remark]]:
    finder = WordFinder(block, block.language)
    for number in finder.types(rule.slots[0]) if rule.slots else ():
        for first in np.flatnonzero(block.ids == number).tolist():
            last = min(first + len(rule.slots) - 1, len(block) - 1)
            yield first, last, Remark("missed exact")


def _without_signs(rule: Rule, block: Block) -> Iterator[tuple[int, int, Remark]]:
    """Yield the words of a term with signs where they stand in a row, with other signs or none: `50 procent`."""
    said = split_tokens(rule.term.text)
    words = [said.types[number] for number in said.ids.tolist()]
    spoken = [block.types[number] for number in block.ids.tolist()]
    for first in range(len(spoken) - len(words) + 1):
        if spoken[first : first + len(words)] == words:
            yield first, first + len(words) - 1, Remark("missed signs")


def _longer_words(rule: Rule, block: Block) -> Iterator[tuple[int, int, Remark]]:
    """Yield words that hold the term, or begin like it."""
    key = fold_word(rule.term.text)
    known = set(WordFinder(block, block.language).types(rule.slots[0]))
    for number, word in enumerate(block.types):
        if number in known:
            continue
        if len(word) > len(key) and block.language.has_part(word, key):
            why = Remark("missed longer", values={"term": rule.term.text})
        elif len(key) > _COMMON and word.startswith(key[: max(_COMMON, len(key) - 2)]):
            why = Remark("missed beginning", values={"word": word})
        else:
            continue
        for token in np.flatnonzero(block.ids == number).tolist():
            yield token, token, why


def _apart(rule: Rule, block: Block) -> Iterator[tuple[int, int, Remark]]:
    """Yield sentences that hold all words of a phrase, but not as the phrase wants them."""
    finder = WordFinder(block, block.language)
    places = [np.flatnonzero(np.isin(block.ids, finder.types(slot))) for slot in rule.slots]
    if not all(len(tokens) for tokens in places):
        return
    for sentence in sorted(set.intersection(*(set(block.sentence[tokens].tolist()) for tokens in places))):
        here = np.concatenate([tokens[block.sentence[tokens] == sentence] for tokens in places])
        yield int(here.min()), int(here.max()), Remark("missed phrase")
