"""`init` writes the respondent into the column `speaker`, never the interviewer: what was read rightly stays so."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from bp_qual.study.starter import make_study
from bp_qual.study.who_answers import Voices, find_answering
from bp_qual.transcripts import count_turn_words
from bp_qual.transcripts.parsing import read_transcript
from proposed_rows import proposed_rows

PERSONS = ("An", "Bo", "Greet", "Joop", "Mo", "Riet", "Truus", "Wim")
STYLES = ("{}: {}\n", "{}\t{}\n", "[{}] {}\n\n", "{}:\n{}\n\n", "**{}:** {}\n\n", "#{}: {}\n")
ASKED = ("Vertel eens.", "Bij de winkel.", "Op de hoek, ja. En daarna kwam de brug.", "Dat is lang.")
SAID = (
    "Waar moet ik beginnen? Bij de winkel?",
    "Mijn vader had hem van zijn vader. Weet je waar het was? Op de hoek.",
    "De brug, ja. Wat een toestand was dat, hè? Wie had dat gedacht?",
    "Dat vind ik ook, en ik heb er tot het laatst gewoond.",
)


def write(folder: Path, style: str, persons: tuple[str, ...], asker: str, label: str = "{}") -> dict[str, int]:
    """Write an interview of each person in each of two waves; return the words that the person of each file says."""
    words = {}
    for number, (person, wave) in enumerate(itertools.product(persons, ("2010", "2020"))):
        own = [SAID[(number + turn) % 4] for turn in range(4)]
        turns = [
            turn for ask, say in zip(ASKED, own, strict=True) for turn in ((asker, ask), (label.format(person), say))
        ]
        name = f"{person}_{wave}{'.md' if '**' in style else '.txt'}"
        (folder / name).write_text("".join(style.format(*turn) for turn in turns), "utf-8")
        words[name] = sum(len(say.split()) for say in own)
    return words


def count_rows(folder: Path) -> dict[str, int]:
    """Return the words of the person of each file, read as `init` wrote it down."""
    rows = proposed_rows(folder)
    counted = {}
    for row in rows:
        names = tuple(filter(None, row["speaker"].split("|")))
        one = read_transcript(folder / row["file"], interview="a", wave=row["wave"], persons={row["person"]: names})
        counted[row["file"]] = sum(count_turn_words(one)[[turn.role == "respondent" for turn in one.turns]])
    return counted


@pytest.mark.sweep(4)
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("count", [1, 4, 8])
@pytest.mark.parametrize("label", ["{}", "Mw. {}", "{} de Wit"])
def test_init_makes_nobody_of_the_interviewer_who_just_repeats(
    tmp_path: Path, style: str, count: int, label: str
) -> None:
    words = write(tmp_path, style, PERSONS[:count], "Eva", label)
    make_study(tmp_path)
    assert count_rows(tmp_path) == words


def test_a_label_in_the_files_of_different_people_is_not_who_answers() -> None:
    files = [(f"P0{n}", Voices({"Eva": 90, name: 50}, "Eva")) for n, name in enumerate(("Jan Bos", "Piet", "Mw. Smit"))]
    assert find_answering(files) == ["Jan Bos", "Piet", "Mw. Smit"]


def test_initials_that_ask_in_the_files_of_others_are_not_who_answers_beside_a_letter() -> None:
    files = [(f"P0{n}", Voices({"KW": 90, letter: 50}, "KW")) for n, letter in enumerate("FMV")]
    assert find_answering([*files, ("Karel Wit", Voices({"KW": 90, "B": 50}, "B"))]) == ["F", "M", "V", ""]
    assert find_answering([("Karel Wit", Voices({"FB": 50, "KW": 90}, "KW"))]) == ["KW"]


def test_names_that_come_back_beside_one_who_is_everywhere_answer_though_files_only_count() -> None:
    names = ("Truus", "Kees", "Truus", "Kees")
    files = [(f"REC{n}", Voices({"Eva": 90, name: 50, "Henk": 5}, "Eva")) for n, name in enumerate(names)]
    assert find_answering(files) == list(names)


@pytest.mark.parametrize("other", ["Interviewer", "Gastheer", "Speaker 2"])
def test_labels_that_all_files_have_in_common_are_told_apart_by_who_asks(other: str) -> None:
    files = [(name, Voices({other: 40, "Gast": 50}, "Gast")) for name in ("An", "Bo", "Cor")]
    assert find_answering(files) == ["Gast"] * 3


QUESTIONS = ("Hoe was dat?", "En toen?", "Wie waren daar bij?", "Kunt u daar iets over vertellen?")
TOLD = "Mijn broer ging naar school in de stad en kwam laat terug."


@pytest.mark.parametrize(
    ("files", "persons"),
    [
        ({"Transcriptie gesprek Kees-Jan (okt 2012)": "Interviewer (Marijke)", "KeesJan_2022 MvD": "Marijke"},
         ["Kees-Jan"]),
        ({"Transcript Kees-Jan (Oct 2011)": "Moderator Karen", "KJan_2021": "Karen"}, ["Kees-Jan"]),
        ({"Gesprek Kees-Jan 2012": "Vragensteller Marijke", "Gesprek Kees-Jan 2022": "Marijke"}, ["Kees-Jan"]),
        ({"A 2011": "Karen", "A 2021": "Piet"}, ["Kees-Jan"]),
    ],
)  # fmt: skip
def test_who_comes_back_before_another_interviewer_is_the_person(
    tmp_path: Path, files: dict[str, str], persons: list[str]
) -> None:
    for stem, asker in files.items():
        talk = "".join(f"{asker}: {ask}\nKees-Jan: {TOLD}\n" for ask in QUESTIONS)
        (tmp_path / f"{stem}.txt").write_text(talk, "utf-8")
    make_study(tmp_path)
    rows = proposed_rows(tmp_path)
    assert {row["speaker"] for row in rows} == {"Kees-Jan"}
    assert sorted({row["person"] for row in rows}) == persons
    assert set(count_rows(tmp_path).values()) == {4 * len(TOLD.split())}


def rows_of(folder: Path, files: dict[str, str]) -> list[dict[str, str]]:
    """Write files of a folder, have init look at them, and return what it proposes."""
    for stem, talk in files.items():
        (folder / f"{stem}.txt").write_text(talk, "utf-8")
    make_study(folder)
    return proposed_rows(folder)


@pytest.mark.parametrize("back", ["En weet u wat?", "Hoe vindt u dat?"])
@pytest.mark.parametrize("years", [("2010", "2020"), ("2010",)])
def test_who_asks_without_a_sign_in_files_of_several_is_the_interviewer(
    tmp_path: Path, back: str, years: tuple[str, ...]
) -> None:
    asked = ("Vertel eens over het werk.", "En over de buurt.", "Beschrijf die dag eens.", "Noem er nog een.")
    files = {
        f"P{n}_{year}": "".join(f"Eva: {ask}\n{name}: {TOLD} {back}\n" for ask in asked)
        for n, name in enumerate(("Nel", "Tom", "Bas"), 1)
        for year in years
    }
    said = {row["file"].split("_")[0]: row["speaker"] for row in rows_of(tmp_path, files)}
    assert said == {"P1": "Nel", "P2": "Tom", "P3": "Bas"}


@pytest.mark.parametrize(
    ("files", "persons"),
    [
        ({"Jan 2010": "Jan", "Piet 2020": "Jan", "Klaas 2015": "Jan"}, ["Jan", "Klaas", "Piet"]),
        ({"Mama 2010": "Mama", "Papa 2020": "Mama"}, ["Mama", "Papa"]),
        ({"Kees 2010": "Kees", "Kees Smit 2020": "Kees"}, ["Kees", "Kees Smit"]),
        ({"Jean-Luc 2010": "Jean-Luc", "JLuc 2020": "Jean-Luc", "JL MvD 2015": "Jean-Luc"}, ["Jean-Luc"]),
    ],
)
def test_a_label_is_the_person_only_of_files_whose_names_spell_it(
    tmp_path: Path, files: dict[str, str], persons: list[str]
) -> None:
    talks = {stem: "".join(f"I: {ask}\n{label}: {TOLD}\n" for ask in QUESTIONS) for stem, label in files.items()}
    assert sorted({row["person"] for row in rows_of(tmp_path, talks)}) == persons
