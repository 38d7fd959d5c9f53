"""What a word is in its place, as denials ask it: a noun, a finite verb, the base form of one."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from bp_qual.matching.talk import Block
from bp_qual.matching.tokens import PAUSE
from bp_qual.matching.word_reading import read_class

_CLASSES: WeakKeyDictionary[Block, dict[int, str]] = WeakKeyDictionary()


def is_noun(block: Block, hit: tuple[int, int]) -> bool:
    """Return whether a hit is a noun in its place, or words in a row that end in one: `rent arrears`."""
    first, last = hit
    only = set(block.language.class_lemmas(block.word(last))) == {"N"}
    if not only and (likeliest_class(block, last) not in "NP" or _is_verb_by_form(block, last)):
        return False
    return first == last or not any(_is_verbal(block, token) for token in range(first, last))


def _is_verb_by_form(block: Block, token: int) -> bool:
    """Return whether a word is a verb whatever its place looks like: `vertrouwt`, `vertrouwen wij`."""
    denials, classes = block.language.denials, block.language.class_lemmas(block.word(token))
    if denials is None or not denials.infinitive_signs or "V" not in classes:
        return False
    if not is_base_form(block, token):  # as a noun `vertrouwen` has one form
        return set(classes) <= {"V", "N"} and classes.get("N", frozenset()) <= classes["V"]
    if not block.joined(token + 1) or block.word(token + 1) not in denials.nominatives - denials.given_to:
        return False
    named = denials.articles | denials.definite | denials.owners
    return not token or block.gap[token] >= PAUSE or block.word(token - 1) not in named


def _is_verbal(block: Block, token: int) -> bool:
    """Return whether a word may be the verb of a phrase: `have` in `have a say`."""
    classes = set(block.language.class_lemmas(block.word(token)))
    close = block.language.is_close(block.word(token), "N")  # `waiting list`
    return bool(classes & {"V", "B"}) and not close and likeliest_class(block, token) not in "NAP"


def is_finite(block: Block, token: int) -> bool:
    """Return whether a word is a finite verb or participle in its place, as far as the language can tell."""
    return not is_base_form(block, token) and likeliest_class(block, token) == "V"


def likeliest_class(block: Block, token: int) -> str:
    """Return as which class a word is likeliest in its place, worked out once; nothing where there is no model."""
    known = _CLASSES.setdefault(block, {})
    if token not in known:
        model = block.language.word_class_model
        scores = read_class(model, block, token) if model else {}
        known[token] = max(scores, key=scores.__getitem__, default="")
    return known[token]


def is_base_form(block: Block, token: int) -> bool:
    """Return whether a word is a verb as the word lists name it, which in Dutch is its infinitive."""
    word = block.word(token)
    return word in block.language.class_lemmas(word).get("V", ())
