"""Speed, small: the laws that make coding quick. The figures are measured by benchmarks/bench_matching.py."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bp_qual.coding import apply_codebook
from bp_qual.matching import index_corpus

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from bench_matching import code_with_spacy, make_codebook, make_corpus, timed


@pytest.mark.slow
def test_talk_is_coded_in_a_fraction_of_the_time_of_a_plain_string_search() -> None:
    corpus, book = make_corpus(0.4), make_codebook(100)
    spacy = code_with_spacy(book)
    apply_codebook(book, make_corpus(0.05))
    ours = min(timed(lambda: apply_codebook(book, corpus))[0] for _ in range(3))
    assert timed(lambda: spacy(corpus))[0] > 4 * ours


def test_one_changed_code_costs_a_fraction_of_the_whole() -> None:
    corpus, book = make_corpus(0.4), make_codebook(100)
    index = index_corpus(corpus)
    apply_codebook(book, index)
    whole = min(timed(lambda: apply_codebook(book, corpus))[0] for _ in range(2))
    other = make_codebook(1, seed=3)
    changed = min(timed(lambda: apply_codebook(other, index))[0] for _ in range(3))
    assert changed < whole / 3


@pytest.mark.slow
def test_blocks_of_any_size_give_the_same_table(monkeypatch: pytest.MonkeyPatch) -> None:
    corpus, book = make_corpus(0.2), make_codebook(30)
    whole = apply_codebook(book, corpus)
    monkeypatch.setattr("bp_qual.coding.codings.BLOCK", 20_000)
    assert len(whole) > 0
    assert apply_codebook(book, corpus).equals(whole)


@pytest.mark.slow
def test_a_corpus_in_one_line_is_coded() -> None:
    from bp_qual.transcripts import Corpus, Transcript, Turn

    text = "wij werken samen " * 60_000
    turn = Turn(0, "R", "respondent", 0, len(text), "P")
    corpus = Corpus((Transcript("P_1", ("P",), "1", text, (turn,)),), ("P",), ("1",))
    assert len(apply_codebook(make_codebook(1), corpus)) == 0


@pytest.mark.slow
def test_a_word_is_read_and_turned_round_once_however_often_a_sentence_is_explained(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A codebook is tried again and again in a notebook; all its words were read anew each time."""
    from bp_qual.coding.explanation import explain
    from bp_qual.matching import rules, word_finder

    read: list[str] = []
    slots, book, said = rules.read_slots, make_codebook(30, seed=11), "Wij werken al jaren samen met de gemeente."
    monkeypatch.setattr(rules, "read_slots", lambda text, kind: read.append(text) or slots(text, kind))
    first = explain(book, said)
    assert len(read) > 200
    read.clear()
    turned = word_finder._turn_one.cache_info().misses
    assert str(explain(book, said)) == str(first)
    assert read == []
    assert word_finder._turn_one.cache_info().misses == turned
