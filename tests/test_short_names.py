"""A speaker who is called by a name and by its initial, its beginning or its end: the two are told as perhaps one."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual.transcripts import Transcript, read_transcript
from bp_qual.transcripts.speakers.short_names import is_short_for, suggest_short

SAID = ("Hoe ging dat toen met u?", "Dat ging goed, we deden veel samen.", "En daarna dan?", "Daarna ook wel hoor.")


def talk(folder: Path, first: str, second: str, asker: str = "Interviewer", *, often: int = 3) -> Transcript:
    turns = [(label, said) for label, said in zip((asker, first, asker, second), SAID, strict=True)] * often
    path = folder / "a.txt"
    path.write_text("\n".join(f"{label}: {said}" for label, said in turns), "utf-8")
    return read_transcript(path, interview="a", wave="1", persons={"P01": (first,)})


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("K. Bakker", "Karel Bakker"),
        ("K Bakker", "Karel Bakker"),
        ("Karel", "Karel Bakker"),
        ("Bakker", "Karel Bakker"),
        ("K.B.", "Karel Bakker"),
        ("KB", "Karel Bakker"),
        ("J. de Vries", "Jan de Vries"),
        ("De Vries", "Jan de Vries"),
        ("J. W. Smit", "Jan Willem Smit"),
        ("J.W. Smit", "Jan Willem Smit"),
        ("Mevr. Bakker", "Karin Bakker"),
        ("Dr. Jansen", "Piet Jansen"),
        ("Prof. dr. Jansen", "Piet Jansen"),
        ("Tante Bakker", "Karin Bakker"),
    ],
)
def test_a_short_name_is_told_beside_the_whole_one(tmp_path, short, name):
    assert is_short_for(short, name)
    notes = [str(note) for note in talk(tmp_path, name, short).notes]
    assert any("Perhaps one speaker" in note and repr(short) in note and repr(name) in note for note in notes)


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("P. Bakker", "Karel Bakker"),
        ("Kees Bakker", "Karel Bakker"),
        ("Jan", "Moeder van Jan"),
        ("Speaker 1", "Speaker 2"),
        ("Speaker", "Speaker 1"),
        ("Interviewer", "Interviewer Bakker"),
        ("R", "Rita Bakker"),
        ("I", "Ida Bos"),
        ("Anna", "Annabel Bos"),
        ("Ka", "Karel Bakker"),
        ("Tolk", "Tolk Ahmed"),
        ("Vrouw", "Vrouw 2"),
        ("de", "Jan de Vries"),
        ("Arts", "Arts Bakker"),
        ("Nurse Ann", "Ann"),
        ("Speaker", "Speaker One"),
        ("Huisarts", "Huisarts de Wit"),
    ],
)
def test_other_names_are_not(short, name):
    assert not is_short_for(short, name)
    assert not is_short_for(name, short)


def test_an_interviewer_and_a_respondent_are_two(tmp_path):
    notes = [str(note) for note in talk(tmp_path, "Jan Bos", "Jan Bos", asker="Jan").notes]
    assert not any("Perhaps one speaker" in note for note in notes)


def test_each_pair_is_suggested_once():
    assert suggest_short(["Karel Bakker", "K. Bakker", "Eva", "Karel Bakker"]) == (("K. Bakker", "Karel Bakker"),)


def test_a_couple_whom_the_study_names_apart_are_two(tmp_path):
    path = tmp_path / "a.txt"
    turns = zip(("Interviewer", "Jan Bos", "Interviewer", "Mw. Bos"), SAID, strict=True)
    path.write_text("\n".join(f"{label}: {said}" for label, said in turns), "utf-8")
    named = {"P01": ("Jan Bos",), "P02": ("Mw. Bos",)}
    for persons, is_told in ((named, False), ({"P01": ("Jan Bos",)}, True)):
        notes = [str(note) for note in read_transcript(path, interview="a", wave="1", persons=persons).notes]
        assert any("Perhaps one speaker" in note for note in notes) == is_told
