"""How much a sentence is like known ones, by the words that say what it is about."""

from __future__ import annotations

import random

import numpy as np
import pytest

from bp_qual.suggestions.content_words import content_words
from bp_qual.suggestions.likeness import Aspects, Directions, Letters, measure_likeness
from bp_qual.suggestions.word_meanings import gather_meanings

NONE = np.array([], dtype=np.int64)


def scores(texts: list[str], known: list[int], others: list[int] | None = None, language: str = "nl") -> np.ndarray:
    letters = Letters(content_words(texts, [language] * len(texts)))
    return measure_likeness(Aspects(letters), np.array(known), np.array(others or [], dtype=np.int64)).scores


@pytest.mark.slow
def test_a_verb_in_two_parts_is_like_the_whole_one() -> None:
    found = scores(["Wij werkten al jaren samen.", "Ze willen samenwerken.", "Ze willen werkelijk naar huis."], [0])
    assert found[1] > found[2]


@pytest.mark.slow
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


@pytest.mark.slow
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


def test_a_part_that_is_said_twice_is_shared_twice_and_a_sentence_with_itself_is_one() -> None:
    letters = Letters([["geld", "geld", "op"], ["geld"], ["tuin"], []])
    assert np.allclose(letters.shared(1, np.array([1, 2, 3])), [1.0, 0.0, 0.0])
    twice, once = (Letters([[*words, "op"], ["geld"], ["tuin"]]).shared(1, np.array([0]))[0] for words in (
        ["geld", "geld"], ["geld"]
    ))  # fmt: skip
    assert twice > once


def by_topic(words: list[str]) -> np.ndarray:
    """Stand in for the model: money, green, and what all words of a language share."""
    topics = {"geld": 0, "subsidie": 0, "money": 0, "tuin": 1, "plant": 1, "garden": 1}
    rows = np.zeros((len(words), 4), dtype=np.float32)
    for row, word in enumerate(words):
        rows[row, topics.get(word, 2)] = 1.0
        rows[row, 3] = 9.0 * (word in ("money", "garden"))
    return rows


def test_sentences_are_alike_by_what_their_words_mean_and_not_by_the_language_of_these() -> None:
    said = [["geld"], ["subsidie", "op"], ["tuin"], ["money"], ["garden"], []]
    meanings = gather_meanings(said, ["nl", "nl", "nl", "en", "en", "nl"], by_topic)
    like = meanings @ meanings[0]
    assert like[1] > max(like[2], like[4], like[5])
    assert like[3] > max(like[2], like[4], like[5])
    assert not meanings[5].any()
    letters = Aspects(Letters(said), None, Directions(meanings))
    found = measure_likeness(letters, np.array([0]), np.array([2])).scores
    assert found[1] > found[4]


def test_what_the_codebook_calls_a_code_counts_against_what_it_calls_the_others() -> None:
    """Where one passage is known, the label turns what is about that passage's other words the right way."""
    vectors = np.array([[1.0, 1, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 0], [0, 1, 0]])  # the last two: labels
    aspects = Aspects(Letters([[str(row)] for row in range(6)]), Directions(vectors))
    known = np.array([0])
    without, told = (
        measure_likeness(aspects, known, NONE, told=own, rest=rest).scores
        for own, rest in ((NONE, NONE), (np.array([4]), np.array([5])))
    )
    assert np.isclose(without[1], without[2])
    assert told[1] > told[2]


def test_a_label_among_the_known_is_not_measured_by_itself() -> None:
    vectors = np.random.default_rng(1).normal(size=(8, 3))
    aspects = Aspects(Letters([[str(row)] for row in range(8)]), Directions(vectors))
    known = np.array([0, 1, 6])
    plain = measure_likeness(aspects, known, NONE)
    told = measure_likeness(aspects, known, NONE, told=np.array([6]), rest=np.array([7]))
    assert told.known[2] == plain.known[2]
    assert told.known[0] != plain.known[0]
