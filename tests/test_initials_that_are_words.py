"""Initials that are a word or an answer in small letters are labels where they take turns; said once they are talk."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.transcripts import count_turn_words
from bp_qual.transcripts.parsing import read_transcript

SAID = "We woonden daar in een huis aan de dijk, en dat was goed."


def read(folder: Path, pairs: tuple[tuple[str, str], ...]) -> dict[str, int]:
    """Return the words that each label says."""
    (folder / "Ans 2011.txt").write_text("".join(f"{label}: {said}\n" for label, said in pairs), "utf-8")
    one = read_transcript(folder / "Ans 2011.txt", interview="a", wave="2011", persons={"Ans": ()})
    words = dict.fromkeys((turn.speaker for turn in one.turns), 0)
    for turn, count in zip(one.turns, count_turn_words(one), strict=True):
        words[turn.speaker] += int(count)
    return words


@pytest.mark.parametrize("asks", ["MvD", "AH", "I", "Eva", "EN"])
@pytest.mark.parametrize("answers", ["OK", "AH", "IN", "IK", "NU", "JA", "HM"])
def test_initials_that_are_a_word_take_turns(tmp_path: Path, asks: str, answers: str) -> None:
    if asks == answers:
        pytest.skip("one label")
    pairs = tuple(turn for _ in range(7) for turn in ((asks, "Hoe was dat toen?"), (answers, SAID)))
    assert read(tmp_path, pairs) == {asks: 7 * 4, answers: 7 * len(SAID.split())}


@pytest.mark.parametrize("word", ["Ah", "AH", "JA", "ja"])
def test_a_word_with_a_colon_now_and_then_is_talk(tmp_path: Path, word: str) -> None:
    pairs = [turn for _ in range(7) for turn in (("I", "Hoe was dat toen?"), ("R", SAID))]
    pairs[4:4] = [(word, "dat zei ik toen.")]
    assert set(read(tmp_path, tuple(pairs))) == {"I", "R"}


@pytest.mark.parametrize("word", ["NEE", "JA", "EN", "IK", "HET"])
@pytest.mark.parametrize("every", [1, 2])
def test_an_answer_in_capitals_within_those_of_another_is_talk(tmp_path: Path, word: str, every: int) -> None:
    pairs = list[tuple[str, str]]()
    for number in range(7):
        pairs += [("I", "Hoe was dat toen?"), ("R", SAID)]
        pairs += [(word, "dat zei ik toen.")] * (number % every == 0)
    assert set(read(tmp_path, tuple(pairs))) == {"I", "R"}


@pytest.mark.parametrize("word", ["NEE", "JA", "OK"])
def test_an_answer_in_capitals_between_lines_of_who_answers_is_no_interviewer(tmp_path: Path, word: str) -> None:
    pairs = tuple(turn for _ in range(4) for turn in (("R", SAID), (word, "dat wil ik niet.")))
    assert set(read(tmp_path, pairs)) == {"R"}
    asked = tuple(turn for _ in range(4) for turn in (("AH", "Hoe was dat toen?"), ("R", SAID)))
    assert set(read(tmp_path, asked)) == {"AH", "R"}


@pytest.mark.parametrize("asks", ["JA", "AH", "JO", "NO", "OK"])
def test_who_opens_the_file_and_has_half_of_its_lines_is_no_answer(tmp_path: Path, asks: str) -> None:
    pairs = tuple(turn for _ in range(6) for turn in ((asks, "Vertel eens over die tijd."), ("R", SAID)))
    assert set(read(tmp_path, pairs)) == {asks, "R"}
