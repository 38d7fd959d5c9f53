"""Folders as researchers have them: `init` finds whose interview each file is and in which wave, and marks guesses."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual.cli import main
from bp_qual.study.corpus_reading import read_corpus
from bp_qual.study.proposals import propose_interviews
from proposed_rows import proposed_rows

SAID = "Int: Hoe gaat het?\n{who}: Wij werken samen met de buurt.\nInt: En verder?\n{who}: Niets meer, dank u wel.\n"


def init(folder: Path, *names: str, who: str = "Resp", talk: str = SAID) -> list[dict[str, str]]:
    """Write a file of talk under each name, run `init`, and return the rows of interviews.csv."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(talk.format(who=who), "utf-8")
    result = CliRunner().invoke(main, ["init", str(folder)])
    assert result.exit_code == 0, result.output
    return proposed_rows(folder)


def found(rows: list[dict[str, str]]) -> set[tuple[str, str]]:
    return {(row["person"], row["wave"]) for row in rows}


def waves(folder: Path) -> list[str]:
    lines = (folder / "study.yaml").read_text("utf-8").splitlines()
    return [line.strip(' -"') for line in lines if line.startswith("  - ")]


P_AN = {("An", "2011"), ("An", "2021")}


@pytest.mark.sweep(2)
@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        (["P01 ’98.txt", "P01 ’10.txt"], {("P01", "1998"), ("P01", "2010")}),
        (["Jan '09.txt", "Jan '19.txt"], {("Jan", "2009"), ("Jan", "2019")}),
        (["A_98.txt", "A_08.txt", "B_98.txt", "B_08.txt"], {(n, y) for n in "AB" for y in ("1998", "2008")}),
        (["P01-1.txt", "P01-2.txt", "P02-1.txt", "P02-2.txt"], {(n, y) for n in ("P01", "P02") for y in "12"}),
        (["Jan eerste gesprek.txt", "Jan laatste gesprek.txt"], {("Jan", "1"), ("Jan", "laatste")}),
        (["Mary first.txt", "Mary last.txt"], {("Mary", "1"), ("Mary", "last")}),
        (["Bep na corona.txt", "Bep voor corona.txt"], {("Bep corona", "na"), ("Bep corona", "voor")}),
        (["Jan na de toename 2010.txt", "Jan 2020.txt"], {("Jan de toename", "2010"), ("Jan", "2020")}),
        (["Jan voorjaar.txt", "Jan najaar.txt"], {("Jan", "voorjaar"), ("Jan", "najaar")}),
        (["Interview An 2011.txt", "int_An 2021 DEF (2).txt", "intv. Bo '21.txt"], {*P_AN, ("Bo", "2021")}),
        (["Anna jaar 1.txt", "Anna jaar 5.txt"], {("Anna", "1"), ("Anna", "5")}),
        (["Mw. De Vries mei 2011 (uitgewerkt).txt", "De Vries 2021.txt"], {("De Vries", y) for y in ("2011", "2021")}),
    ],
)  # fmt: skip
def test_waves_that_only_the_names_of_a_folder_together_say_are_proposed_as_guesses(
    tmp_path: Path, names: list[str], wanted: set[tuple[str, str]]
) -> None:
    rows = init(tmp_path, *names)
    assert found(rows) == wanted
    assert all("wave" in row["guessed"].split() for row in rows)


def test_a_number_at_the_end_of_one_persons_names_is_no_wave(tmp_path: Path) -> None:
    assert {row["wave"] for row in init(tmp_path, "Resp_11.txt", "Resp_12.txt", "Resp_13.txt")} == {""}


def test_a_number_is_no_wave_where_the_folders_say_the_wave(tmp_path: Path) -> None:
    rows = init(tmp_path, *(f"{year}/{group}_{n}.txt" for year in (2010, 2020) for group in "AB" for n in (1, 2)))
    assert {row["wave"] for row in rows} == {"2010", "2020"}
    assert len({row["person"] for row in rows}) == 4


def test_a_last_talk_comes_after_the_first(tmp_path: Path) -> None:
    init(tmp_path, "Jan laatste gesprek.txt", "Jan eerste gesprek.txt")
    assert waves(tmp_path) == ["1", "laatste"]


def test_seasons_without_a_year_are_not_put_in_an_order(tmp_path: Path) -> None:
    init(tmp_path, "Jan voorjaar.txt", "Jan najaar.txt", "An voorjaar.txt", "An najaar.txt")
    assert waves(tmp_path) == []


@pytest.mark.parametrize("name", ["Jan en Marie {}.txt", "Interview jan & marie {}.txt", "Jan and Marie, {}.txt"])
def test_two_names_in_one_name_of_a_file_are_two_persons_with_their_own_labels(tmp_path: Path, name: str) -> None:
    talk = "Int: Hoe gaat het?\nJan: Wij werken samen.\nMarie: Ja, met de buurt hier.\nInt: En?\nJan: Niets.\n"
    rows = init(tmp_path, name.format(2010), name.format(2020), talk=talk)
    assert found(rows) == {(person, year) for person in ("Jan", "Marie") for year in ("2010", "2020")}
    assert {(row["person"], row["speaker"]) for row in rows} == {("Jan", "Jan"), ("Marie", "Marie")}
    assert all({"person", "speaker"} <= set(row["guessed"].split()) for row in rows)
    corpus = read_corpus(tmp_path)
    assert set(corpus.persons) == {"Jan", "Marie"}


def test_two_persons_under_one_label_are_taken_as_one_and_that_is_said(tmp_path: Path) -> None:
    rows = init(tmp_path, "Piet en Ans de Boer 2010.txt", "Piet en Ans de Boer 2020.txt", who="R")
    assert found(rows) == {("Piet en Ans de Boer", "2010"), ("Piet en Ans de Boer", "2020")}
    assert all("als één genomen" in row["known_from"] and "person" in row["guessed"] for row in rows)
    assert [interview.persons for interview in read_corpus(tmp_path).transcripts] == [("Piet en Ans de Boer",)] * 2


def test_two_persons_under_labels_without_their_names_are_told_with_what_to_do(tmp_path: Path) -> None:
    talk = "Int: Hoe gaat het?\nMan: Wij werken samen.\nVrouw: Ja, met de buurt hier.\nInt: En?\nMan: Niets.\n"
    rows = init(tmp_path, "Piet en Ans 2010.txt", "Piet en Ans 2020.txt", talk=talk)
    assert {row["person"] for row in rows} == {"Piet", "Ans"}
    assert all("zet in speaker wie wie is" in row["known_from"] for row in rows)
    assert "Er is geen tekst gevonden van" in CliRunner().invoke(main, ["check", str(tmp_path)]).output


def test_the_label_of_who_answers_is_the_person_where_the_file_is_a_numbered_recording(tmp_path: Path) -> None:
    rows = init(tmp_path, "opname1_2010.txt", "opname1_2020.txt", who="Klaas")
    assert found(rows) == {("Klaas", "2010"), ("Klaas", "2020")}


@pytest.mark.parametrize(
    ("names", "waves"),
    [
        (["2010/Jan.txt", "2020/Jan - vervolg.txt"], {"2010", "2020"}),
        (["2020/P01 voormeting.txt", "2020/P01 nameting.txt"], {"voormeting", "nameting"}),
        (["oud/Kees.txt", "nieuw/Kees.txt"], {"oud", "nieuw"}),
        (["old/Kees.txt", "new/Kees.txt", "new/An.txt"], {"old", "new", ""}),
        (["oud/Kees.txt", "nieuw/An.txt"], {""}),
    ],
)
def test_the_year_of_a_folder_and_folders_called_old_and_new_say_the_wave(names: list[str], waves: set[str]) -> None:
    assert {proposal.wave for proposal in propose_interviews([Path(name) for name in names])} == waves


@pytest.mark.parametrize(
    ("name", "person"),
    [("Anna mei", "Anna"), ("mei Ling", "Mei Ling"), ("topiclijst", ""), ("Deelnemers", ""), ("Klaas april", "Klaas")],
)
def test_a_month_behind_a_name_and_a_list_of_topics_are_nobody(name: str, person: str) -> None:
    assert propose_interviews([Path(f"{name}.txt")])[0].person == person


@pytest.mark.sweep(8)
@pytest.mark.parametrize(
    "names",
    [
        ("Interview {} deel 1", "Interview {} deel 2"),
        ("{} part 1", "{} part 2"),
        ("{}_deel1", "{}_deel2"),
        ("{} (deel 1 van 2)", "{} (deel 2 van 2)"),
        ("{} eerste deel", "{} tweede deel"),
        ("{} first half", "{} second half"),
        ("{}/deel 1", "{}/deel 2"),
        ("{} deel a", "{} deel b"),
    ],
)
def test_numbered_parts_are_one_interview_and_no_waves(tmp_path: Path, names: tuple[str, ...]) -> None:
    rows = init(tmp_path, *(f"{name.format(who)}.txt" for name in names for who in ("Anna", "Bert")))
    assert found(rows) == {("Anna", ""), ("Bert", "")}
    assert all("één interview in meer bestanden" in row["known_from"] for row in rows if "/" not in row["file"])


def test_parts_of_an_interview_are_of_the_wave_that_the_name_says_besides(tmp_path: Path) -> None:
    rows = init(
        tmp_path, "Anna 2010.txt", "Anna 2020 deel 1.txt", "Anna 2020 tweede deel.txt", "Bert voordeel 2010.txt"
    )
    assert found(rows) == {("Anna", "2010"), ("Anna", "2020"), ("Bert voordeel", "2010")}
