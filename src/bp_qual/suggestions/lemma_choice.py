"""For which lemma a form counts, in a whole corpus: a table of words has one row a word, and a form is in one row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from bp_qual.matching.languages import Language
from bp_qual.matching.talk import Block
from bp_qual.matching.word_reading import read_class

_ASKED = 9
_OTHERS = {"O": frozenset[str](), "P": frozenset[str]()}  # a number, a name: the form itself, where a table has it
_NOTHING = {frozenset[str]()}


def choose_lemmas(blocks: Sequence[Block]) -> dict[str, str]:
    """Return the lemma of each form that is said, but for numbers and single letters.

    Parameters
    ----------
    blocks : sequence of Block
        Talk of one language.

    Returns
    -------
    dict of str to str
        A form that can be of several word classes (`werk`, `week`) counts as what it mostly is in up to nine places
        where it is said, where the language has a model of that. Of the lemmas that remain, the one whose forms are
        said most is taken.

    Examples
    --------
    >>> from bp_qual.transcripts import Transcript, Turn
    >>> said = "De week daarna kwam er geld. Het geldt voor de buurten en de buurt."
    >>> talk = Transcript("P1_1", ("P1",), "1", said, (Turn(0, "R", "respondent", 0, len(said), "P1"),), "nl")
    >>> chosen = choose_lemmas([Block([talk])])
    >>> [chosen[form] for form in ("week", "geld", "geldt", "buurten")]
    ['week', 'geld', 'gelden', 'buurt']
    """
    if not blocks:
        return {}
    language = blocks[0].language
    said = Counter[str]()
    for block in blocks:
        said.update(dict(zip(block.types, block.counts.tolist(), strict=True)))
    maybe = {form: _lemmas(form, count, language) for form, count in said.items() if count and _is_word(form)}
    maybe |= _by_class(maybe, blocks)
    weight = Counter[str]()
    for form, lemmas in maybe.items():
        weight.update(dict.fromkeys(lemmas, said[form]))
    return {form: min(lemmas, key=lambda lemma: (-weight[lemma], lemma)) for form, lemmas in maybe.items()}


def _lemmas(form: str, count: int, language: Language) -> frozenset[str]:
    """Return the lemmas that a form may have; what is in no table is looked into where it is said more than once."""
    return language.table_lemmas(form) or (language.guess(form) if count > 1 else frozenset({form}))


def _is_word(form: str) -> bool:
    return len(form) > 1 and not any(map(str.isdigit, form))


class _Place(NamedTuple):
    """Where a form is said: the block and the token."""

    block: Block
    token: int


def _by_class(maybe: Mapping[str, frozenset[str]], blocks: Sequence[Block]) -> dict[str, frozenset[str]]:
    """Return the lemmas of the class that a form mostly is, for forms whose lemma depends on it."""
    language = blocks[0].language
    if language.word_class_model is None:
        return {}
    classes = {form: {**_OTHERS, **language.class_lemmas(form)} for form in maybe if language.class_lemmas(form)}
    unsure = {form: found for form, found in classes.items() if len({*found.values(), maybe[form]} - _NOTHING) > 1}
    places = _places_of(unsure, blocks)
    read = {form: found[_mostly(found, places[form])] for form, found in unsure.items()}
    return {form: lemmas or maybe[form] & {form} or maybe[form] for form, lemmas in read.items()}


def _places_of(forms: Iterable[str], blocks: Sequence[Block]) -> dict[str, list[_Place]]:
    """Return for each form some of its places, evenly spread over the talk."""
    places: dict[str, list[_Place]] = {form: [] for form in forms}
    for block in blocks:
        order = np.argsort(block.ids, kind="stable")
        edges = np.searchsorted(block.ids[order], np.arange(len(block.types) + 1))
        for form in places.keys() & block.number.keys():
            tokens = order[edges[block.number[form]] : edges[block.number[form] + 1]]
            few = tokens[np.unique(np.linspace(0, len(tokens) - 1, min(_ASKED, len(tokens))).astype(int))]
            places[form] += [_Place(block, int(token)) for token in few]
    return places


def _mostly(classes: Mapping[str, frozenset[str]], places: Sequence[_Place]) -> str:
    """Return as which of its classes a form is read most; of two the first by name."""
    votes = Counter[str](dict.fromkeys(sorted(classes), 0))
    for block, token in places[:: max(len(places) // _ASKED, 1)]:
        model = block.language.word_class_model
        scores = read_class(model, block, token) if model else {}
        votes[max(sorted(classes), key=lambda name: scores.get(name, 0.0))] += 1
    return votes.most_common(1)[0][0]
