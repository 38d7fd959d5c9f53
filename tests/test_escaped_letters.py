"""Letters that were written as signs for them before a file came here are told, with the words."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.readers.spoilt import note_spoilt
from test_speakers_forms import read

DOS = "R: Gl³ck, m³hsam en schl³ssel."
TALK = "I: Hoe ging dat?\nR: {} was het toen.\nI: En nu?\nR: Nu ook.\n"


@pytest.mark.parametrize(
    ("spoilt", "word"),
    [
        ("M&uuml;hsam", "Mühsam"), ("M&#252;hsam", "Mühsam"), ("M&#xFC;hsam", "Mühsam"), ("m\\u00fchsam", "mühsam"),
        ("m\\xfchsam", "mühsam"), ("M=C3=BChsam", "Mühsam"), ("M=FChsam", "Mühsam"), ("caf=E9", "café"),
        ("Caf&eacute;", "Café"), ("co=C3=B6rdinatie", "coördinatie"),
        ("it=E2=80=99s", "it’s"), ("&Eacute;&eacute;n", "Één"),
    ],
)  # fmt: skip
def test_a_letter_that_is_written_as_signs_is_told_with_its_word(tmp_path: Path, spoilt: str, word: str) -> None:
    (note,) = (note for note in read(TALK.format(spoilt), tmp_path).notes if note.kind == "accents spoilt")
    assert f"{spoilt!r} for {word!r}".replace("\\\\", "\\") in str(note).replace("\\\\", "\\")


@pytest.mark.parametrize(
    "said",
    [
        "A&B; en R&D",
        "a=b en E=MC2",
        "x = C3",
        "https://assen.nl/?a=C3&b=E9",
        "C:\\users\\uit",
        "5 &lt; 6",
        "H&M",
        "a\\u0041b",
        "de formule a=F",
    ],
)
def test_signs_that_stand_for_no_letter_with_an_accent_are_told_nothing(said: str) -> None:
    assert not list(note_spoilt(f"R: {said} was het."))


@pytest.mark.parametrize("said", [DOS, DOS.replace("³", "¯"), DOS.replace("³", "│")])
def test_signs_inside_words_are_told_as_letters_of_another_encoding(said: str) -> None:
    (note,) = note_spoilt(said)
    assert note.kind == "signs inside words"
    assert "3 words" in str(note)


@pytest.mark.parametrize("said", ["Gl³ck en m³hsam", "10 m³ gas, 5 m² en 3 m³ hout", "a±3 b±4 c±5", "§ 3 § 4 § 5"])
def test_a_few_signs_and_units_are_none(said: str) -> None:
    assert not list(note_spoilt(said))
