"""The gold set of talk: what it promises about itself, and that its scorer counts as it says."""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path

import pytest

import bp_qual as bq

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
import score_talk

GOLD = Path(__file__).parents[1] / "benchmarks" / "gold"
LANGUAGES = ("nl", "en")
RAW_LEAST = {"nl": (0.94, 0.95), "en": (0.97, 0.99)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_gold_code_is_in_the_codebook_and_every_span_lies_in_its_sentence(language: str) -> None:
    codes = {code.id for code in bq.read_codebook(GOLD / f"gold_{language}.yaml").codes}
    for sentence in score_talk.read_gold(GOLD / f"talk_{language}_dev.tsv"):
        for mark in sentence.gold:
            quote = sentence.text[mark.start : mark.end]
            assert mark.code in codes, sentence.id
            assert quote, sentence.id
            assert quote == quote.strip(), sentence.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_third_of_the_gold_sentences_hold_nothing_and_none_stands_there_twice(language: str) -> None:
    sentences = score_talk.read_gold(GOLD / f"talk_{language}_dev.tsv")
    assert sum(not sentence.gold for sentence in sentences) >= len(sentences) / 3
    assert max(Counter(sentence.text for sentence in sentences).values()) == 1


def test_the_scorer_counts_right_wrong_and_missed_spans() -> None:
    gold = (score_talk.Mark("a", 0, 3), score_talk.Mark("b", 4, 9, negated=True))
    sentence = score_talk.Sentence("x", "nl", "lemma", "een zin van niks", gold)
    found = (score_talk.Mark("a", 0, 3), score_talk.Mark("b", 4, 8), score_talk.Mark("c", 0, 3))
    assert score_talk.score_codes(sentence, found) == score_talk.Score(2, 1, 0)
    assert score_talk.score_spans(sentence, found) == score_talk.Score(1, 2, 1)
    assert score_talk.score_negation(sentence, found) == score_talk.Score(0, 0, 1)


def test_the_gold_itself_scores_a_hundred() -> None:
    sentences = score_talk.read_gold(GOLD / "talk_nl_dev.tsv")
    scores = score_talk.sum_scores(sentences, {sentence.id: sentence.gold for sentence in sentences})
    assert scores["spans"].f1 == scores["negation"].f1 == 1
    assert score_talk.describe_errors(sentences, {sentence.id: sentence.gold for sentence in sentences}) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_matcher_finds_what_a_reader_finds_in_talk(language: str) -> None:
    sentences, found = score_talk.score_file(GOLD / f"talk_{language}_dev.tsv")
    scores = score_talk.sum_scores(sentences, found)
    assert scores["spans"].precision >= 0.95, score_talk.describe_errors(sentences, found)
    assert scores["spans"].recall >= 0.95, score_talk.describe_errors(sentences, found)


@pytest.mark.parametrize("half", ["dev", "held"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_gold_of_raw_talk_lies_in_its_sentences_and_no_sentence_has_a_comma(language: str, half: str) -> None:
    codes = {code.id for code in bq.read_codebook(GOLD / f"raw_{language}.yaml").codes}
    sentences = score_talk.read_gold(GOLD / f"raw_{language}_{half}.tsv")
    for sentence in sentences:
        assert not set(",.;:!") & set(sentence.text), sentence.id
        assert all(mark.code in codes and sentence.text[mark.start : mark.end].strip() for mark in sentence.gold)
    assert len({sentence.text for sentence in sentences}) == len(sentences)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_matcher_finds_what_a_reader_finds_in_raw_talk(language: str) -> None:
    book = bq.read_codebook(GOLD / f"raw_{language}.yaml")
    sentences, found = score_talk.score_file(GOLD / f"raw_{language}_dev.tsv", book)
    spans = score_talk.sum_scores(sentences, found)["spans"]
    precision, recall = RAW_LEAST[language]
    assert spans.precision >= precision, score_talk.describe_errors(sentences, found)
    assert spans.recall >= recall, score_talk.describe_errors(sentences, found)


def test_hits_in_real_text_are_judged_with_a_reason_and_without_the_text() -> None:
    with (GOLD / "judged_nl.tsv").open(encoding="utf-8", newline="\n") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert list(rows[0]) == ["what", "file", "sentence", "start", "end", "term", "verdict", "before", "after", "reason"]
    assert {row["verdict"] for row in rows} == {"right", "wrong"}
    assert all(row["reason"] for row in rows)
    counted = Counter((row["what"], row["after"]) for row in rows)
    assert sum(row["what"] == "hit" for row in rows) == 150
    assert counted["hit", "yes"] == 132
    assert counted["denial", "yes"] == 51
