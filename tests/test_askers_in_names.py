"""The interviewer's initials in the name of a file are no part of the person, and never the label of who answers."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from bp_qual.study.askers_in_names import find_askers, without_asker
from bp_qual.study.names_in_files import name_in
from bp_qual.study.starter import make_study
from bp_qual.study.who_answers import Voices, find_answering
from bp_qual.transcripts import count_turn_words
from bp_qual.transcripts.parsing import read_transcript
from proposed_rows import proposed_rows

NAMES = (
    "{person} {date} {asker}",
    "{person}_{date}_{asker}",
    "{person} {date} ({asker})",
    "{person} {date} interviewer {asker}",
    "{person} door {asker} {date}",
    "{asker} {person} {date}",
    "{person} {date} {small}",
    "interview {person} {date} def {asker}",
)
LABELS = ("{}: {}\n", "{}\t{}\n", "[{}] {}\n\n", "{}:\n{}\n\n")
ASKED = ("Ja ja, en dan komt de winter en dan wordt het allemaal anders, zei u net.", "Laten we het over geld hebben.")
SAID = ("In de zomer van dat jaar hadden we schapen.", "Een geit at alles op wat los zat, ook de was, elke dag weer.")
NOBODY = Voices({})


def write(folder: Path, name: str, style: str, files: tuple[tuple[str, str, str, str], ...]) -> None:
    """Write a file of each person, date, asker and label of who answers."""
    for person, date, asker, label in files:
        turns = itertools.chain.from_iterable(
            ((asker, ask), (label, say)) for ask, say in zip(ASKED, SAID, strict=True)
        )
        text = "".join(style.format(*turn) for turn in turns)
        called = name.format(person=person, date=date, asker=asker, small=asker.casefold())
        (folder / f"{called}.txt").write_text(text, "utf-8")


def read_rows(folder: Path) -> list[dict[str, str]]:
    return proposed_rows(folder)


@pytest.mark.sweep(2)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("style", LABELS)
@pytest.mark.parametrize(
    "files",
    [
        (("Gerda", "12-3-2010", "MvD", "Gerda"), ("Gerda", "5-4-2020", "JB", "Gerda")),
        (("Gerda", "12-3-2010", "MvD", "Gerda"), ("Sjaan", "5-4-2010", "MvD", "Sjaan")),
        (("Sjaan", "12-3-2010", "MvD", "SW"), ("Tom", "5-4-2010", "MvD", "TE")),
        (("Willem de Boer", "12-3-2010", "LH", "WB"), ("Tom", "5-4-2010", "LH", "Tom")),
        (("Willem", "12-3-2010", "LH", "Willem"), ("Tom", "5-4-2010", "LH", "Tom")),
    ],
)
def test_initials_of_the_interviewer_are_neither_the_person_nor_who_answers(
    tmp_path: Path, name: str, style: str, files: tuple[tuple[str, str, str, str], ...]
) -> None:
    write(tmp_path, name, style, files)
    make_study(tmp_path)
    rows = read_rows(tmp_path)
    assert sorted(row["person"] for row in rows) == sorted(person for person, *_ in files)
    for row in rows:
        own = tuple(filter(None, [row["speaker"]]))
        one = read_transcript(tmp_path / row["file"], interview="a", wave=row["wave"], persons={row["person"]: own})
        said = sum(count_turn_words(one)[[turn.role == "respondent" for turn in one.turns]])
        assert said == sum(len(say.split()) for say in SAID), row


@pytest.mark.parametrize(
    "name", ["Kees Bakker KB", "JB de Vries", "KJ", "AB", "mw Bos", "Margaret (Peg)", "Jan B", "Anna (AB)", "GERDA JAN"]
)
def test_what_may_be_the_persons_own_stays(name: str) -> None:
    assert find_askers([(f"{name} 2010", Voices({"Eva": 40, name.split()[-1].strip("()"): 60}))]) == [""]


@pytest.mark.parametrize("name", ["Fatima 2010 KW", "KW Fatima 2010", "KW met Fatima 2010"])
def test_a_letter_that_begins_the_name_answers_beside_initials(name: str) -> None:
    said = Voices({"KW": 40, "F": 60}, "F")
    assert find_askers([(name, said)]) == ["KW"]
    assert find_askers([("Ingrid KW 2010", Voices({"I": 40, "KW": 60}, "KW"))]) == [""]


def test_of_two_labels_that_both_fit_none_is_written() -> None:
    assert find_answering([("Gerda Marie", Voices({"Gerda": 40, "Marie": 60}, "Marie"))]) == [""]


@pytest.mark.parametrize("form", ["{0}_{1}_{2}", "Interview {0} {1} ({2})", "{0} {1} def {2}", "{0}-{1}-{2}"])
@pytest.mark.parametrize("asker", ["MvD", "KS", "jb"])
def test_initials_behind_the_date_of_different_persons_are_of_who_asked(form: str, asker: str) -> None:
    said = [("ter Horst", "mei2019"), ("de Boer", "juni2019"), ("ter Horst", "2021"), ("De Wit", "12-3-2021")]
    names = [form.format(whose, when, asker) for whose, when in said]
    askers = find_askers([(name, NOBODY) for name in names])
    left = [name_in(without_asker(*pair), "") for pair in zip(names, askers, strict=True)]
    assert not [name for name in left if asker in name.split()]


def test_where_initials_behind_the_date_are_a_habit_another_interviewer_is_one_too() -> None:
    names = ["Horst_mei2019_MvD", "Boer_juni2019_MvD", "Horst_2021_KS", "Boer_2021"]
    assert find_askers([(name, NOBODY) for name in names]) == ["MvD", "MvD", "KS", ""]


@pytest.mark.parametrize(
    "names",
    [
        ("Horst_mei2019_MvD", "Boer_juni2019", "Horst_2021"),
        ("Horst_2019_MvD", "Horst_2021_MvD", "Boer_2021"),
        ("Smit MJ 2019", "Bos MJ 2019", "Smit MJ 2021"),
        ("Kees Bakker 2019 KB", "Piet Smit 2019 PS", "Klaas Boom 2019 KB"),
    ],
)
def test_initials_of_one_person_or_beside_the_name_stay_to_be_asked_about(names: tuple[str, ...]) -> None:
    assert find_askers([(name, NOBODY) for name in names]) == [""] * len(names)


def test_initials_of_which_two_happen_to_be_alike_are_those_of_respondents() -> None:
    names = ("Amsterdam 12-3-2010 KB", "Amsterdam 12-3-2020 PT", "Rotterdam 3-4-2010 KB", "Rotterdam 5-4-2020 LM")
    assert find_askers([(name, Voices({})) for name in names]) == [""] * 4
