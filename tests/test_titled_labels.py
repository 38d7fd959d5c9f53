"""Labels with titles, initials and where somebody works: one speaker, however many words that takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.transcripts import Transcript, read_transcript
from bp_qual.transcripts.speakers.labels import is_name

TALK = [
    ("Hoe bent u bij de moestuin gekomen?", "Via mijn buurvrouw, zij had daar een lapje grond."),
    ("Wanneer was dat ongeveer?", "Dat zal in het voorjaar van 2003 geweest zijn."),
    ("En met wie werkt u samen?", "Met de oude Henk, hij regelt het water."),
]
PAIRS = [
    ("Dr. Eva M. Bos, Universiteit Utrecht", "Mevrouw J.H. van der Meulen-Postma"),
    ("Prof. dr. E.M. Bos (Universiteit Utrecht)", "Dhr. P. Smit"),
    ("prof. dr. Eva Bos, Vrije Universiteit Amsterdam", "mw. drs. A. de Vries"),
    ("Drs. Karin A. J. de Boer-van Dijk, Gemeente Den Haag", "Wethouder P. M. Jansen"),
    ("Dr. Sarah L. Whitfield, University of East Anglia", "Mrs. Mary Ann O'Neill, MBE"),
    ("Prof. Dr. Hans Müller, Universität zu Köln", "Frau Dipl.-Ing. K. Schulze"),
    ("Dr. Eva Bos – Universiteit Utrecht", "Respondent 1"),
    ("Mr. J. Harris, Ministry of Health", "Dr. A. Patel, GP"),
]
FORMS = ["{name}: {said}", "{name}:\n{said}\n", "**{name}:** {said}", "[00:0{n}:10] {name}: {said}"]


def read(folder: Path, text: str, ending: str = "txt") -> Transcript:
    path = folder / f"a.{ending}"
    path.write_text(text, encoding="utf-8")
    return read_transcript(path, interview="a", wave="1", persons={"P01": ()})


@pytest.mark.parametrize("pair", PAIRS, ids=[pair[0] for pair in PAIRS])
@pytest.mark.parametrize("form", FORMS)
def test_a_label_with_titles_initials_and_an_affiliation_is_one_speaker(
    tmp_path: Path, pair: tuple[str, str], form: str
) -> None:
    turns = [turn for round_ in TALK for turn in zip(pair, round_, strict=True)]
    text = "\n".join(form.format(name=name, said=said, n=n) for n, (name, said) in enumerate(turns))
    transcript = read(tmp_path, text, "md" if "**" in form else "txt")
    assert [(turn.speaker, transcript.text[turn.start : turn.end]) for turn in transcript.turns] == turns
    assert {note.kind for note in transcript.notes} <= {"roles guessed"}


def test_no_label_is_cut_out_of_a_longer_name_at_the_beginning_of_a_line(tmp_path: Path) -> None:
    name = "Dr. Eva M. Bos, hoofd van de afdeling Zorg en Welzijn"
    text = "\n".join(f"{who}: {said}" for asked in TALK for who, said in zip((name, "Jan Smit"), asked, strict=True))
    assert "Bos, hoofd" not in " ".join(turn.speaker for turn in read(tmp_path, text).turns)


def test_a_second_speaker_behind_an_abbreviation_is_found_where_the_file_knows_the_name(tmp_path: Path) -> None:
    text = "Eva: Welk plan?\nJan: Dat weet ik.\nDat was plan B. Eva: En toen?\nJan: Toen niet.\nEva: Goed.\nJan: Ja."
    speakers = [turn.speaker for turn in read(tmp_path, text).turns]
    assert speakers == ["Eva", "Jan", "Eva", "Jan", "Eva", "Jan"]


@pytest.mark.parametrize(
    "words", ["Amsterdam Utrecht Leiden Delft Gouda Zwolle", "Nou, dat was het", "A B C D E F G H I"]
)
def test_what_is_no_name_stays_none(words: str) -> None:
    assert not is_name(words)


@pytest.mark.parametrize("line", ["Maandag – Dinsdag: gewerkt.", "Amsterdam – Utrecht: dat is ver."])
def test_two_words_with_a_dash_between_them_within_a_turn_are_no_speaker(tmp_path: Path, line: str) -> None:
    transcript = read(tmp_path, f"I: Hoe?\nR: Goed.\n{line}\nI: En?\nR: Ook.\n{line}\n")
    assert [turn.speaker for turn in transcript.turns] == ["I", "R", "I", "R"]


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        ("I – Eva Bos", "R – Jan Smit"),
        ("Interviewer – Eva", "Respondent – Anna"),
        ("Ruth – University of Leeds", "Anna – P01"),
        ("Interviewer", "Anne–Marie"),
        ("Interviewer", "Moeder – Anna"),
    ],
)
def test_two_words_with_a_dash_between_them_that_come_back_are_a_label(tmp_path: Path, asks: str, answers: str) -> None:
    said = [(asks, "Waar woont u?"), (answers, "In Delft."), (asks, "En nu?"), (answers, "In Leiden.")]
    transcript = read(tmp_path, "\n".join(": ".join(turn) for turn in said))
    assert [(turn.speaker, transcript.text[turn.start : turn.end]) for turn in transcript.turns] == said
