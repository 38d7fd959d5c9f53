"""Words that look as another speaker's turns do, or have a colour of their own, are told; emphasis is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.transcripts import Transcript
from bp_qual.transcripts.parsing import read_transcript
from test_readers_word import make_docx
from test_unlabelled_paragraphs import ASKED, SAID, read, told

BOLD, ITALIC, RED, WHITE = "<w:b/>", "<w:i/>", '<w:color w:val="FF0000"/>', '<w:color w:val="FFFFFF"/>'
Run = tuple[str, str]


def read_word(tmp_path: Path, paragraphs: list[list[Run]], labels: str = "") -> Transcript:
    def run(look: str, text: str) -> str:
        return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'

    body = "".join(f"<w:p>{''.join(run(*one) for one in runs)}</w:p>" for runs in paragraphs)
    path = tmp_path / "a.docx"
    path.write_bytes(make_docx(body))
    return read_transcript(path, interview="a", wave="1", persons={"P01": ()}, labels=labels)


def interview(asked: str, said: str, within: list[Run]) -> list[list[Run]]:
    """Return paragraphs, the turns of each speaker in a look, with some runs behind the second answer."""
    pairs = list(zip(ASKED, SAID, strict=True))
    turns = [turn for ask, say in pairs for turn in ([(asked, f"I: {ask}")], [(said, f"R: {say}")])]
    turns[3] += within
    return turns


@pytest.mark.parametrize("look", [BOLD, ITALIC, RED, BOLD + ITALIC])
def test_a_question_that_looks_as_the_interviewers_turns_do_is_told(tmp_path: Path, look: str) -> None:
    turns = interview(look, "", [(look, " Was de club erbij?"), ("", " Ja zeker.")])
    assert "Was de club erbij? (R)" in told(read_word(tmp_path, turns), "look within turns")
    assert not told(read_word(tmp_path, turns, "I:|R:"), "look within turns")


def test_a_bold_question_in_markdown_is_told(tmp_path: Path) -> None:
    lines = [f"**I: {ask}**\n\nR: {say}" for ask, say in zip(ASKED, SAID, strict=True)]
    lines[1] += " **Was de club erbij?** Ja zeker."
    assert told(read(tmp_path, "\n\n".join(lines), "a.md"), "look within turns") == ("Was de club erbij? (R)",)


@pytest.mark.parametrize("look", [RED, WHITE])
def test_the_only_coloured_words_of_a_file_are_told(tmp_path: Path, look: str) -> None:
    transcript = read_word(tmp_path, interview("", "", [(look, " memo: club navragen")]))
    assert told(transcript, "look within turns") == ("memo: club navragen (R)",)


def test_a_single_word_in_white_is_told_and_one_in_red_is_emphasis(tmp_path: Path) -> None:
    assert told(read_word(tmp_path, interview("", "", [(WHITE, " geheim")])), "look within turns") == ("geheim (R)",)
    assert not told(read_word(tmp_path, interview("", "", [(RED, " nooit")])), "look within turns")


@pytest.mark.parametrize(
    ("asked", "said", "within"),
    [
        ("", "", [(BOLD, " Dat was echt heel mooi.")]), ("", "", [(ITALIC, " Dat was echt heel mooi.")]),
        (BOLD, "", [(ITALIC, " Dat was echt heel mooi.")]), (BOLD, "", [(BOLD, " nooit"), ("", " meer.")]),
        (BOLD, BOLD, [(BOLD, " Dat was echt heel mooi.")]), (RED, RED, [(RED, " Dat was echt heel mooi.")]),
        (RED, "", []), ("", RED, [(RED, " Dat was mooi.")]),
    ],
)  # fmt: skip
def test_emphasis_and_the_colour_of_a_speaker_are_not_told(
    tmp_path: Path, asked: str, said: str, within: list[Run]
) -> None:
    assert not told(read_word(tmp_path, interview(asked, said, within)), "look within turns")


@pytest.mark.parametrize("name", ["a.txt", "a.docx"])
def test_a_question_in_italics_behind_a_sentence_of_somebody_who_hardly_asks_is_told(tmp_path: Path, name: str) -> None:
    signs = "_{}_" if name == "a.txt" else "{}"

    def read_with(before: str, question: str) -> tuple[str, ...]:
        turns = interview("", "", [("", f" {before} "), (ITALIC, signs.format(question)), ("", " Ja zeker.")])
        lines = "\n".join("".join(said for _, said in turn) for turn in turns)
        read_one = read(tmp_path, lines, name) if name == "a.txt" else read_word(tmp_path, turns)
        return told(read_one, "look within turns")

    assert read_with("Zo was het.", "En uw man dan?") == ("En uw man dan? (R)",)
    assert read_with("Ik dacht:", "En mijn man dan?") == ()
    assert read_with("Zo was het.", "Echt waar?") == ()


def test_a_question_in_italics_of_whoever_asks_is_not_told(tmp_path: Path) -> None:
    turns = interview("", "", [])
    turns[2] += [("", " Vertel eens."), (ITALIC, " Wat was het mooiste?"), ("", " Neem de tijd.")]
    assert told(read_word(tmp_path, turns), "look within turns") == ()


@pytest.mark.parametrize("look", [BOLD, RED])
def test_where_looks_alone_tell_speakers_apart_words_in_the_others_look_are_told(tmp_path: Path, look: str) -> None:
    turns = [turn for ask, say in zip(ASKED, SAID, strict=True) for turn in ([(look, ask)], [("", say)])]
    assert told(read_word(tmp_path, turns), "look within turns") == ()
    turns[3] += [(look, " Was de club er in die jaren nog bij?"), ("", " Ja zeker, altijd.")]
    assert told(read_word(tmp_path, turns), "look within turns")


def test_the_answer_behind_a_question_in_its_line_is_told_where_only_the_question_has_a_colour(tmp_path: Path) -> None:
    turns = [turn for ask, say in zip(ASKED, SAID, strict=True) for turn in ([(RED, ask)], [("", say)])]
    turns[2] += [("", " Niet meer.")]
    assert told(read_word(tmp_path, turns), "look within turns") == ("Niet meer. ((coloured))",)


def test_the_colour_of_somebody_who_says_little_is_not_odd(tmp_path: Path) -> None:
    blue = '<w:color w:val="0070C0"/>'
    turns = [turn for ask, say in zip(ASKED, SAID, strict=True) for turn in ([(RED, ask)], [(blue, say)])]
    turns.insert(4, [('<w:color w:val="00B050"/>', "Wil er nog iemand koffie?")])
    assert told(read_word(tmp_path, turns), "look within turns") == ()


@pytest.mark.parametrize("look", [BOLD, RED])
def test_a_look_that_ends_within_a_label_is_no_label(tmp_path: Path, look: str) -> None:
    pairs = zip(ASKED, SAID, strict=True)
    turns = [
        turn
        for ask, say in pairs
        for turn in ([(look, "Karin"), ("", f": {ask}")], [(look, "Ro"), ("", f"elof: {say}")])
    ]
    transcript = read_word(tmp_path, turns)
    assert {turn.speaker for turn in transcript.turns} == {"Karin", "Roelof"}
