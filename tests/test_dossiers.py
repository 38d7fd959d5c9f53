"""What lies in a person's folder beside the interviews: recordings and pictures stop nothing, and hide no interview."""

from __future__ import annotations

from pathlib import Path

import pytest

from bp_qual import check_study, read_study
from bp_qual.study.corpus_reading import gather_corpus

TALK = "I: Hoe gaat het?\nR: " + "Wij doen hier veel samen met de buren en de gemeente. " * 8 + "\n"
INTERVIEWS = ("P01_2010.txt", "P01_2020.txt", "P02_2010.txt", "P02_2020.txt")


def make_study(folder: Path, *names: str, language: str = "en") -> Path:
    """Write a study with these files; of a third person there is an interview of 2010 where one of them is that."""
    for name in (*INTERVIEWS, *names):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(TALK if file.suffix == ".txt" else "x", encoding="utf-8")
    (folder / "study.yaml").write_text(f"language: {language}\nwaves: ['2010', '2020']\n", encoding="utf-8")
    return folder


def missing(folder: Path) -> tuple[tuple[str, str], ...]:
    return gather_corpus(read_study(folder))[0].missing


COMPANIONS = (
    *(
        "P03/P03.mp3",
        "P03/opname.m4a",
        "P03/interview P03.wav",
        "P03/2010.mp3",
        "P03/P03_2010.mp4",
        "P03/audio/P03.mp3",
    ),
    *("P03/P03.jpg", "P03/foto.jpg", "P03/foto 2020.jpg", "P03/scans/brief.tif", "P03/toestemming.pages"),
)


@pytest.mark.sweep(2)
@pytest.mark.parametrize("name", COMPANIONS)
@pytest.mark.parametrize("interview", ["P03/P03_2010.txt", "P03/2010/interview.txt", "P03/interview 2010.txt"])
def test_a_companion_in_a_persons_folder_stops_nothing_and_is_named(name: str, interview: str, tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", interview, name)
    findings = check_study(folder)
    assert findings.problems == ()
    assert missing(folder) == ()
    assert [note for note in findings.notes if note.startswith("not read: ") and Path(name).name in note]


@pytest.mark.parametrize(
    "name", ["2010/P03/P03.mp3", "2010/P03/gesprek.mp3", "P03/2010/P03.mp3", "P03/2010/gesprek.mp3"]
)
def test_the_folders_around_a_recording_say_whose_and_when_it_is(name: str, tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", "P03_2010.txt", name)
    assert check_study(folder).problems == ()
    assert missing(folder) == ()
    (folder / "P03_2010.txt").rename(folder / "P03_2020.txt")
    assert missing(folder) == (("P03", "2010"),)


@pytest.mark.sweep(2)
@pytest.mark.parametrize(
    ("names", "found", "n_problems"),
    [
        (("P03/P03.mp3", "P03/deel 2.mp3"), (("P03", ""),), 0),  # one more than there are interviews
        (("P03/2020.mp3",), (("P03", "2020"),), 1),
        (("P03/2020/opname.mp3",), (("P03", "2020"),), 1),
        (("P03.mp3",), (("P03", "2020"),), 1),  # in no folder of hers
        (("P03/P03.doc",), (("P03", "2020"),), 1),
        (("P03/2020/bladzijde 1.jpg",), (("P03", "2020"),), 1),  # a folder with nothing but a picture
        (("P03/2020.jpg",), (("P03", "2020"),), 0),
        (("P03/P03_2020 bladzijde 1.png",), (("P03", "2020"),), 0),
        (("2020/P03 bladzijde 1.heic",), (("P03", "2020"),), 0),
        (("2020/P03 gesprek blad.xls",), (("P03", "2020"),), 0),
        (("P03/foto 2020.jpg", "2020/P03 toestemming.jpg", "P03 bladzijde 1.jpg"), (), 0),
    ],
)
def test_what_may_be_an_interview_that_is_not_read_is_no_companion(
    names: tuple[str, ...], found: tuple[tuple[str, str], ...], n_problems: int, tmp_path: Path
) -> None:
    folder = make_study(tmp_path / "study", "P03/P03_2010.txt", *names)
    assert missing(folder) == found
    findings = check_study(folder)
    assert len(findings.problems) == n_problems
    once = [note for note in findings.notes if "interviewed in 2010 only" in note]
    assert bool(once) == (not found)


@pytest.mark.parametrize(
    "names",
    [
        ("gesprek P03/P03_2010.txt", "gesprek P03/P04_2010.txt", "gesprek P03/P03.mp3"),
        ("los/P03_2010.txt", "los/P03.mp3"),
    ],
)
def test_a_folder_with_interviews_of_others_or_without_a_persons_name_is_nobodys(
    names: tuple[str, ...], tmp_path: Path
) -> None:
    folder = make_study(tmp_path / "study", *names)
    assert missing(folder) == (("P03", "2020"),)


@pytest.mark.parametrize(("language", "words"), [("en", "is a picture"), ("nl", "is een afbeelding")])
def test_a_picture_in_the_place_of_an_interview_is_told_as_one(language: str, words: str, tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", "P03_2010.txt", "P03_2020.jpg", language=language)
    (problem,) = check_study(folder).problems
    assert words in problem.say(language)


def test_a_recording_in_a_persons_folder_beside_the_transcripts_is_a_companion_too(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", "P03/P03_2010.txt", "P03/opname P03.mp3", "clean/P04_2010.txt")
    (folder / "study.yaml").write_text("language: en\ntranscripts: clean\nwaves: ['2010', '2020']\n", encoding="utf-8")
    rows = "".join(f"{name},{Path(name).stem.replace('_', ',')}\n" for name in (*INTERVIEWS, "P03/P03_2010.txt"))
    (folder / "interviews.csv").write_text(f"file,person,wave\n{rows}", encoding="utf-8")
    assert missing(folder) == ()


def test_a_recording_that_names_a_person_in_passing_is_of_the_interview_that_is_read(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", "P03_2010.txt", "recording P03.mp3", "Dai_2010.txt", "opname Dai.m4a")
    findings = check_study(folder)
    assert findings.problems == ()
    assert missing(folder) == ()
    assert [note for note in findings.notes if note.startswith("not read: ") and "recording P03.mp3" in note]
    assert [note for note in findings.notes if "interviewed in 2010 only" in note and "P03" in note]


@pytest.mark.parametrize(
    ("names", "wave"),
    [
        (("recording P03 2020.mp3",), "2020"),
        (("2020/recording P03.mp3",), "2020"),
        *(((f"recording P03 {sign}.mp3",), "") for sign in ("2", "new", "second round", "2021", "maart")),
        (("recording P03.mp3", "P03 call.m4a"), ""),  # one more than there are interviews
        (("recording P03.mp3", "P03_2010.mp3"), ""),
    ],
)
def test_a_recording_with_a_sign_of_another_round_may_be_of_an_interview_that_is_not_read(
    names: tuple[str, ...], wave: str, tmp_path: Path
) -> None:
    folder = make_study(tmp_path / "study", "P03_2010.txt", *names)
    assert missing(folder) == (("P03", wave),)
