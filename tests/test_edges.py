"""Rules that hold at an edge and that no other test reaches: each of these mistakes once went unnoticed."""

from __future__ import annotations

import pytest

from bp_qual.codebook import parse_codebook
from bp_qual.readers import read_data
from bp_qual.study.spoken_languages import language_notes
from bp_qual.transcripts import Corpus, Transcript


def test_a_stamp_of_more_than_an_hour_is_in_seconds() -> None:
    reading = read_data(b"WEBVTT\n\n01:02:03.500 --> 02:00:00.000\nP01: Ja.\n", where="a.vtt")
    assert [(line.at, line.until) for line in reading.paragraphs] == [(3723.5, 7200.0)]


def test_somebody_who_says_one_word_again_and_again_is_no_rolling_caption() -> None:
    """Captions roll when a line stays while the next one comes; five times 'Ja.', two seconds each, was said."""
    cues = "".join(f"00:00:{2 * n:02}.000 --> 00:00:{2 * n + 2:02}.000\nJa.\n\n" for n in range(5))
    assert read_data(f"WEBVTT\n\n{cues}".encode(), where="a.vtt").text.count("Ja.") == 5


@pytest.mark.parametrize(("english", "noted"), [(3, True), (4, False)])
def test_an_interview_seems_to_be_in_another_language_only_where_its_words_say_so_clearly(
    english: int, noted: bool
) -> None:
    """More than three times as many telltale words of that language as of all others: 10 against 3, not against 4."""
    book = parse_codebook("{codebook: Themes, version: 1.0.0, language: en, codes: [{id: money, terms: [grant]}]}")
    talk = Transcript("P01_2010", ("P01",), "2010", "het niet " * 5 + "the " * english, (), language="en")
    assert bool(language_notes(book, Corpus((talk,), ("P01",), ("2010",)))) is noted
