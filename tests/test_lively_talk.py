"""In lively talk without a slip nothing is told; each label that goes missing in it at a place of its own is.

The talks, in `lively_talk.txt`, are fictional: people ask themselves, tag on `hè?` and tell what others asked. A talk
ends at a blank line; its first line is the interviewer's, the next the respondent's.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.transcripts import read_transcript

LIVELY = Path(__file__).with_name("lively_talk.txt").read_text("utf-8").split("\n\n")
ASIDE = {"roles guessed", "state labels", "state labels as"}
TALKS = [[("IR"[place % 2], said) for place, said in enumerate(talk.splitlines())] for talk in LIVELY]


def told(folder: Path, turns: list[tuple[str, str]]) -> set[str]:
    """Return what is told of a file, beside who was taken for the respondent."""
    path = folder / "a.txt"
    path.write_text("\n".join(f"{speaker}: {said}" for speaker, said in turns), "utf-8")
    transcript = read_transcript(path, interview="a", wave="1", persons={"P01": ()})
    return {str(note) for note in transcript.notes if note.kind not in ASIDE}


@pytest.mark.parametrize("talk", TALKS)
def test_talk_in_which_nothing_is_missing_is_not_told(tmp_path: Path, talk: list[tuple[str, str]]) -> None:
    assert told(tmp_path, talk) == set()


@pytest.mark.parametrize("talk", TALKS)
def test_an_answer_in_the_turn_of_its_question_is_told(tmp_path: Path, talk: list[tuple[str, str]]) -> None:
    for place in range(2, len(talk) - 2, 2):
        glued = [*talk[:place], ("I", f"{talk[place][1]} {talk[place + 1][1]}"), *talk[place + 2 :]]
        assert told(tmp_path, glued), talk[place]


@pytest.mark.parametrize("talk", TALKS)
def test_what_the_interviewer_says_in_a_paragraph_without_a_label_is_told(
    tmp_path: Path, talk: list[tuple[str, str]]
) -> None:
    for place in range(2, len(talk) - 2, 2):
        said = "\n\n".join(said for _, said in talk[place - 1 : place + 2])
        is_sentence = talk[place][1].endswith(".") and "?" not in talk[place][1]
        assert told(tmp_path, [*talk[: place - 1], ("R", said), *talk[place + 2 :]]) or not is_sentence
