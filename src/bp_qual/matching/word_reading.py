"""Word readings: which hits of bare terms are another word in context, and are taken out.

Three witnesses are asked. The word right before, where the model does not contradict it: `de opzet` is not
`opzetten`, but `het leek` may be `lijken`. A verb in two parts: `deelden flyers uit` is `uitdelen`, not `delen`; which
verbs those are depends on the codebook, and is asked by the matcher. And the word class model of the language, where
the tables give the form another class with another lemma: `een groot deel` is not `delen`. A term that says its class
(`{lemma: train, as: verb}`) is held to it.
What was taken out is kept with the reason, so that it can be shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bp_qual.matching.languages import Language
from bp_qual.matching.languages.word_class import WordClassModel, WordWindow
from bp_qual.matching.rules import Rule
from bp_qual.matching.sequences import Hits
from bp_qual.matching.talk import Block
from bp_qual.matching.tokens import PAUSE, STOP
from bp_qual.wording import Remark

MARGIN = 1.5
RIVAL_SCORE = 0.5
_WINDOW = 10
_STATED: Mapping[str, frozenset[str]] = {
    "verb": frozenset("VB"),
    "noun": frozenset("NP"),
    "adjective": frozenset("A"),
}


class Veto(NamedTuple):
    """A hit that was taken out: which row of the hits, and why. What is sure, no other reason takes the place of."""

    row: int
    why: Remark
    sure: bool


def find_vetoes(hits: Hits, rules: Sequence[Rule], block: Block) -> tuple[Veto, ...]:
    """Return the hits of bare terms that are another word in context, as the word before and the model tell.

    Parameters
    ----------
    hits : Hits
        Hits of single words.
    rules : sequence of Rule
        The rules that the hits number.
    block : Block
        The talk.

    Returns
    -------
    tuple of Veto
    """
    bare = np.array([rule.is_bare for rule in rules] or [False], dtype=bool)
    rows = np.flatnonzero(bare[hits.term] & (hits.first == hits.last))
    if not len(rows):
        return ()
    before = dict(_by_word_before(hits, rules, block, rows))
    found = {**dict(_by_class(hits, rules, block, rows)), **before}
    return tuple(Veto(row, why, row in before) for row, why in sorted(found.items()))


def _by_word_before(
    hits: Hits, rules: Sequence[Rule], block: Block, rows: npt.NDArray[np.int64]
) -> list[tuple[int, Remark]]:
    """Return forms that the word before shows to be another word: `de opzet` is not `opzetten`, `ik werk` no noun."""
    language = block.language
    noun, verb = block.spoken(language.before_nouns), block.spoken(language.before_verbs)
    first = hits.first[rows]
    before, earlier = np.maximum(first - 1, 0), np.maximum(first - 2, 0)
    joined = (first > 0) & (block.gap[first] < PAUSE)
    subject = (first > 1) & verb[block.ids[earlier]] & (block.gap[before] < PAUSE)
    as_noun, as_verb = joined & noun[block.ids[before]] & ~subject, joined & verb[block.ids[before]]
    found = []
    for at in np.flatnonzero(as_noun | as_verb).tolist():
        row = int(rows[at])
        only = language.unambiguous_class(block.word(first[at]), rules[int(hits.term[row])].key)
        if only and only == ("verb" if as_noun[at] else "noun") and not _sounds_like(only, block, int(first[at])):
            said = block.word(before[at])
            name = class_remark("N" if only == "verb" else "V")
            found.append((row, Remark("veto before", values={"word": said, "name": name})))
    return found


def _sounds_like(only: str, block: Block, token: int) -> bool:
    """Whether the model is sure of this class: `het leek` a verb, `daar nam hij deel aan` a noun."""
    model = block.language.word_class_model
    if model is None:
        return False
    _, ahead = _ask(model, block, token, _STATED[only])
    return ahead < -MARGIN


def _stands_alone(block: Block, token: int) -> bool:
    """Whether a word is a sentence of its own."""
    ends = token + 1 == len(block) or block.gap[token + 1] >= STOP
    return bool(ends and (token == 0 or block.gap[token] >= STOP))


def _by_class(hits: Hits, rules: Sequence[Rule], block: Block, rows: npt.NDArray[np.int64]) -> list[tuple[int, Remark]]:
    """Return forms that the model takes for another class, with other lemmas."""
    model = block.language.word_class_model
    if model is None:
        return []
    terms, types = hits.term[rows], block.ids[hits.first[rows]].astype(np.int64)
    pairs, where = np.unique(terms * len(block.types) + types, return_inverse=True)
    owns = [
        own_classes(rules[pair // len(block.types)], block.types[pair % len(block.types)], block.language)
        for pair in pairs.tolist()
    ]
    asked = np.flatnonzero(np.array([bool(own) for own in owns], dtype=bool)[where])
    found = []
    for at in asked.tolist():
        row, own = int(rows[at]), owns[where[at]]
        stated = rules[int(hits.term[row])].term.word_class
        if not stated and _stands_alone(block, int(hits.first[row])):
            continue  # there is nothing around it to judge by
        best, ahead = _ask(model, block, int(hits.first[row]), own)
        word = block.word(hits.first[row])
        close = block.language.is_close(word, best)
        if ahead > (0 if stated else 2 * MARGIN if close else MARGIN):
            found.append((row, Remark("veto class", values={"name": class_remark(best), "ahead": ahead})))
    return found


def own_classes(rule: Rule, word: str, language: Language) -> frozenset[str]:
    """Return as which classes a word is the term; nothing where there is no doubt.

    Parameters
    ----------
    rule : Rule
        A bare term.
    word : str
        A folded form of it.
    language : Language
        Its language.

    Returns
    -------
    frozenset of str

    Examples
    --------
    >>> from bp_qual.codebook import Term
    >>> from bp_qual.matching.languages import find_language
    >>> from bp_qual.matching.rules import compile_term
    >>> dutch = find_language("nl")
    >>> sorted(own_classes(compile_term(0, Term("delen", "lemma"), False, dutch), "deel", dutch))
    ['V']
    """
    classes, term = language.class_lemmas(word), rule.key
    if rule.term.word_class:
        own = _STATED[rule.term.word_class]
        return own if set(classes) - own else frozenset()
    own = frozenset(name for name, lemmas in classes.items() if term in lemmas)
    if not own or len(own) == len(classes):
        return frozenset()
    extra = {"P"} if own & {"N", "A"} else set()
    extra |= {"O"} if "A" in own else set()
    extra |= {"V"} if own == {"A"} and word == term else set()
    extra |= {"N", "P", "A"} if word == term else set()  # `buren` as a term may be meant as the plural of `buur`
    whole = own | extra
    return whole if set(classes) - whole else frozenset()


def _ask(model: WordClassModel, block: Block, token: int, own: frozenset[str]) -> tuple[str, float]:
    """Return the best other class of a token, and by how much it is ahead of the term's own."""
    scores = read_class(model, block, token)
    best = max((name for name in scores if name not in own), key=scores.__getitem__)
    return best, scores[best] - max(score for name, score in scores.items() if name in own)


def read_class(model: WordClassModel, block: Block, token: int) -> dict[str, float]:
    """Return the scores of each word class for a token in its place.

    Ten words on either side are looked at, within the turn.

    Parameters
    ----------
    model : WordClassModel
        The model of the language of the talk.
    block : Block
        The talk.
    token : int
        Which token.

    Returns
    -------
    dict of str to float
        By class; differences are log odds.
    """
    turn = block.turn[token]
    begin, stop = max(token - _WINDOW, 0), min(token + _WINDOW + 1, len(block))
    while block.turn[begin] != turn:
        begin += 1
    while block.turn[stop - 1] != turn:
        stop -= 1
    words = [block.types[type_id] for type_id in block.ids[begin:stop].tolist()]
    capitals = [False] * len(words)  # only that of the word itself is looked at
    start = int(block.start[token])
    capitals[token - begin] = block.text(start, start + 1).isupper()
    return model.scores(WordWindow(words, block.gap[begin:stop].tolist(), capitals), token - begin)


def class_remark(name: str) -> Remark:
    """Return what a word class is called.

    >>> class_remark("N").say("nl")
    'een zelfstandig naamwoord'
    """
    return Remark(f"class {name}")


def describe_reading(block: Block, token: int) -> Remark | None:
    """Return what the model takes a word for in its sentence, and how sure it is; None where there is no model."""
    model = block.language.word_class_model
    if model is None:
        return None
    first, second, *_ = sorted(read_class(model, block, token).items(), key=lambda item: -item[1])
    return Remark("read as", values={"name": class_remark(first[0]), "ahead": first[1] - second[1]})
