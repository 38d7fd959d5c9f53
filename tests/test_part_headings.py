"""Lines with a colon that head a part of the talk, as `Deel 2: werk`: nobody's talk, and no speaker's label."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bp_qual.readers import read_data
from bp_qual.transcripts.parsing import read_transcript
from bp_qual.transcripts.speakers.label_forms import find_candidates
from bp_qual.transcripts.speakers.titles import find_headed
from processor_time import assert_keeps_step
from talk_builders import FORMATS
from test_unlabelled_paragraphs import SAID, TURNS, read, said_by, told

HEADS = (
    ["Deel 1: wonen", "Deel 2: werk", "Deel 3: toekomst"], ["Thema 1: Wonen", "Thema 2: Werk en inkomen"],
    ["Part 1: Housing", "Part 2: Work", "Part 3: The future"], ["Blok A: wonen", "Blok B: werk"],
    ["Section I: Housing", "Section II: Work"], ["Onderwerp: wonen", "Onderwerp: werk"],
    ["Fase 1: het begin", "Fase 2: de bouw", "Fase 3: het einde"], ["Topic 1: Housing", "Topic 2: Work"],
)  # fmt: skip
LABELS = {"letters": ("I", "R"), "words": ("Interviewer", "Respondent"), "a name": ("Interviewer", "Mrs Pratt")}


def talk_with(heads: list[str], labels: str) -> list[str]:
    """Return an interview with a heading above every four turns."""
    names = dict(zip("IR", LABELS[labels], strict=True))
    turns = [names[turn[0]] + turn[1:] for turn in TURNS]
    return [line for place, head in enumerate(heads) for line in (head, *turns[4 * place : 4 * place + 4])]


@pytest.mark.sweep(17)
@pytest.mark.parametrize("parting", ["\n", "\n\n"])
@pytest.mark.parametrize("labels", LABELS)
@pytest.mark.parametrize("heads", HEADS, ids=str)
def test_a_heading_with_a_colon_speaks_to_nobody(tmp_path: Path, heads: list[str], labels: str, parting: str) -> None:
    transcript = read(tmp_path, parting.join(talk_with(heads, labels)))
    assert said_by(transcript, "respondent") == [*SAID, *SAID][: 2 * len(heads)]
    assert len(transcript.turns) == 4 * len(heads)
    assert told(transcript, "taken for headings") == tuple(dict.fromkeys(heads))
    others = {note.kind for note in transcript.notes} - {"roles guessed", "state labels as"}
    assert others == {"taken for headings"}


@pytest.mark.parametrize("ending", ["docx", "odt", "html", "md", "rtf"])
def test_it_is_so_in_every_format(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a.{ending}"
    path.write_bytes(FORMATS[ending](talk_with(HEADS[0], "words")))
    transcript = read_transcript(path, interview="a", wave="1", persons={"P01": ()})
    assert said_by(transcript, "respondent") == [*SAID, *SAID][:6]


def test_where_labels_are_stated_a_heading_is_nobodys_too(tmp_path: Path) -> None:
    transcript = read(tmp_path, "\n".join(talk_with(HEADS[0], "letters")), labels="I:|R:")
    assert said_by(transcript, "respondent") == [*SAID, *SAID][:6]
    assert not transcript.notes


@pytest.mark.parametrize(
    "answers",
    [
        ["Part 1: Housing", "Part 2: Work", "Part 3: Noise"], ["Vrouw 1: Anna", "Vrouw 2: Bea", "Vrouw 3: Cor"],
        ["Deelnemer 1: Wonen", "Deelnemer 2: Werk"], ["Spreker 2: Ook", "Spreker 3: Ik ook", "Spreker 4: Wij ook"],
    ],
)  # fmt: skip
def test_people_with_a_number_speak_though_each_says_one_word(tmp_path: Path, answers: list[str]) -> None:
    asked = [line for answer in answers for line in ("I: En u, wat vond u ervan?", answer)]
    transcript = read(tmp_path, "\n".join([*asked, *TURNS]))
    said = [transcript.text[turn.start : turn.end] for turn in transcript.turns]
    assert said[1 : 2 * len(answers) : 2] == [answer.partition(": ")[2] for answer in answers]


def test_a_heading_above_no_turn_stays_where_it_was(tmp_path: Path) -> None:
    transcript = read(tmp_path, "\n".join([*TURNS, "Deel 2: werk", "Dat was het wel zo'n beetje.", *TURNS]))
    assert "headings" not in transcript.remainders


def test_a_speaker_whom_the_study_calls_so_speaks(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("\n".join(talk_with(HEADS[7], "letters")), encoding="utf-8")
    transcript = read_transcript(path, interview="a", wave="1", persons={"P01": ("Topic 1",), "P02": ("R",)})
    assert transcript.turns[0].person == "P01"


@pytest.mark.parametrize("label", ["Blok", "Subject", "Part A", "Partie", "Teil", "Deel 1", "Thema", "Subject 1"])
@pytest.mark.parametrize("asks", ["Jan", "Interviewer"])
def test_a_label_that_comes_back_in_turn_is_a_speakers(tmp_path: Path, label: str, asks: str) -> None:
    said = ["in breda", "al twintig jaar denk ik", "met mijn man"]
    asked = ["waar woont u", "al lang", "alleen"]
    lines = [line for q, a in zip(asked, said, strict=True) for line in (f"{asks}: {q}", f"{label}: {a}")]
    transcript = read(tmp_path, "\n".join([*lines, f"{asks}: dank u"]))
    turns = [transcript.text[turn.start : turn.end] for turn in transcript.turns]
    assert turns == [line.partition(": ")[2] for line in lines] + ["dank u"]


def test_two_subjects_who_come_back_in_turn_both_speak(tmp_path: Path) -> None:
    text = (
        "Interviewer: waar woont u\nSubject 1: in breda\nSubject 2: in tilburg\nInterviewer: al lang\n"
        "Subject 1: al twintig jaar denk ik\nSubject 2: ik ook\nInterviewer: dank u"
    )
    assert len(read(tmp_path, text).turns) == 7
    assert len(read(tmp_path, "I: waar woont u\nR: in breda\nBlok: ik ook\n" * 3 + "I: dank u").turns) == 10


@pytest.mark.parametrize(
    "word", ["Speaker", "Bewoner", "Person", "Patient", "Leerling", "Voice", "Spreker", "Subject", "Cliënt"]
)
def test_people_who_are_counted_speak_though_each_says_little_and_once(tmp_path: Path, word: str) -> None:
    text = (
        f"Anna: Ik vind het mooi.\n{word} 1: ik ook\nBas: Ik niet.\n{word} 2: nee, echt niet\nAnna: Jawel.\n"
        f"{word} 3: mee eens\nBas: Goed."
    )
    transcript = read(tmp_path, text)
    assert len(transcript.turns) == 7
    assert "headings" not in transcript.remainders


@pytest.mark.parametrize("label", ["Deel", "Blok", "Teil", "Part"])
def test_who_answers_a_question_is_no_heading(tmp_path: Path, label: str) -> None:
    answers = ["Anna", "Bea", "Cor"]
    lines = [line for n, said in enumerate(answers, 1) for line in ("I: En wie bent u?", f"{label} {n}: {said}")]
    said = [turn.start for turn in (read(tmp_path, "\n".join([*lines, *TURNS]))).turns]
    assert len(said) == len(lines) + len(TURNS)


def test_a_heading_below_what_the_interviewer_tells_is_none_the_less_one(tmp_path: Path) -> None:
    transcript = read(tmp_path, "\n".join([*TURNS, "I: Dan gaan we verder.", "Deel 2: werk", *TURNS]))
    assert told(transcript, "taken for headings") == ("Deel 2: werk",)
    assert said_by(transcript, "interviewer")[8] == "Dan gaan we verder."


@pytest.mark.slow
def test_twice_the_headings_take_hardly_more_than_twice_the_time() -> None:
    def look_at(n: int) -> Callable[[], object]:
        text = "".join(f"I: hoe {i}?\nR: zo {i}.\nThema {i % 99}: werk {i}\n" for i in range(n))
        reading = read_data(text.encode(), where="a.txt")
        every = list(find_candidates(reading))
        return lambda: find_headed(every, set(), reading)

    assert_keeps_step(look_at(4000), look_at(1000), share=4, bound=8)
