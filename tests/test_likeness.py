"""How much a sentence is like known ones, by the words that say what it is about."""

from __future__ import annotations

import random

import numpy as np

from bp_qual.suggestions.content_words import content_words
from bp_qual.suggestions.likeness import Letters, measure_likeness

NONE = np.array([], dtype=np.int64)


def scores(texts: list[str], known: list[int], others: list[int] | None = None, language: str = "nl") -> np.ndarray:
    letters = Letters(content_words(texts, [language] * len(texts)))
    return measure_likeness(None, letters, np.array(known), np.array(others or [], dtype=np.int64)).scores


def test_a_verb_in_two_parts_is_like_the_whole_one() -> None:
    found = scores(["Wij werkten al jaren samen.", "Ze willen samenwerken.", "Ze willen werkelijk naar huis."], [0])
    assert found[1] > found[2]


def test_forms_of_one_word_are_alike_in_dutch_and_english() -> None:
    assert (found := scores(["Hij ging weg.", "Zij gaan lopen.", "De lamp is kapot."], [0]))[1] > found[2]
    english = scores(["She taught my son.", "They teach there.", "The lamp is broken."], [0], language="en")
    assert english[1] > english[2]


def test_words_that_say_little_make_no_sentence_like_another() -> None:
    found = scores(
        ["En dan is het ook wel zo dat het geld op was.", "En dan is het ook wel zo, ja.", "Geen geld."], [0]
    )
    assert found[2] > found[1]


def test_what_is_known_to_be_about_something_else_counts_against() -> None:
    letters = Letters([["geld", "buurt"], ["buurt", "mooi"], ["geld"], ["buurt"]])
    (without, _), (found, _) = (letters.measure(np.array([0]), others) for others in (NONE, np.array([1])))
    assert found[2] == without[2] > 0
    assert found[3] < without[3]


def test_each_text_is_read_in_its_own_language() -> None:
    assert content_words(["Wij werkten samen.", "We were working."], ["nl", "en"]) == [["samenwerken"], ["work"]]
    assert content_words([], []) == []


def test_a_known_sentence_is_measured_by_the_others_alone() -> None:
    """What a sentence shares with itself is taken out: the same as measuring it where it is not known."""
    random_words = random.Random(4)
    said = [random_words.choices(["geld", "buurt", "tuin", "feest", "markt"], k=4) for _ in range(9)]
    letters = Letters(said)
    known, others = np.array([0, 2, 5, 7]), np.array([1, 3])
    _, left_out = letters.measure(known, others)
    for row, score in zip(known.tolist(), left_out.tolist(), strict=True):
        rest, _ = letters.measure(known[known != row], others)
        assert np.isclose(rest[row], score)
