"""Whoever is heard in one wave only, while a look-alike is heard in another only, is no dropout without a word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual import check_study, read_study
from bp_qual.cli import main
from bp_qual.study.alike_ids import LookAlikes
from bp_qual.study.corpus_reading import gather_corpus
from bp_qual.study.gathering import gather_study
from bp_qual.study.interviews import Interview
from bp_qual.study.met_apart import MOST_TOLD, find_met_apart
from bp_qual.study.proposed_files import propose_study
from bp_qual.study.study_folder import Study

TALK = "I: Hoe gaat het?\nR: " + "Wij doen hier veel samen met de buren en de gemeente. " * 8 + "\n"
BOOK = "{codebook: B, version: 1.0.0, language: nl, codes: [{id: samen, terms: [samen]}]}"


def make_study(folder: Path, *names: str, language: str = "en") -> Path:
    folder.mkdir()
    for name in ("P01_2010.txt", "P01_2020.txt", *names):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(TALK, encoding="utf-8")
    (folder / "codebook.yaml").write_text(BOOK, encoding="utf-8")
    (folder / "study.yaml").write_text(f"codebook: codebook.yaml\nfloor: 20\nlanguage: {language}\n", encoding="utf-8")
    return folder


def told(folder: Path) -> list[str]:
    return [note for note in check_study(folder).notes if "may be one person" in note]


def pairs(*met: str) -> list[tuple[str, str]]:
    """Return the pairs that are told of persons who were met as `P02 1`: person and wave."""
    read = [
        Interview(Path(f"{one}.txt"), {one.rpartition(" ")[0]: ()}, one.rpartition(" ")[2], "the file name")
        for one in met
    ]
    return list(find_met_apart(Study(Path(), interviews=tuple(read))))


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    ("known", "name"),
    [
        *(("P02", name) for name in ("P02b", "P02-vervolg", "P02 en partner", "Resp P02", "02", "p02", "P2", "PO2")),
        *(("P02", name) for name in ("P02_2", "P02 follow-up", "P02 and partner", "P02bis", "Interview P02")),
        *(("José", name) for name in ("Jose", "Jose\u0301", "Joséphine", "José en Marie", "Mevrouw José")),
        *(("De Vries", name) for name in ("Mevr. de Vries", "Jan de Vries", "Vries", "De Vreis")[:3]),
    ],
)
def test_an_id_that_can_be_that_of_a_person_who_lacks_the_wave_is_named_with_both_files_and_what_to_write(
    known: str, name: str, tmp_path: Path
) -> None:
    first, second = f"{known}_2010.txt", f"{name}_2020.txt"
    folder = make_study(tmp_path / "study", first, second)
    if name == "Jose\u0301":  # the same name for every program
        assert told(folder) == []
        return
    (note,) = told(folder)
    assert first in note
    assert second in note
    assert f"{second},{known},2020" in note or f"{first},{name},2010" in note
    done = CliRunner().invoke(main, ["compare", str(folder), "-o", str(tmp_path / "out")])
    assert done.exit_code == 0, done.output
    assert note in " ".join(done.output.split()) or note in done.output


@pytest.mark.parametrize("name", ["P03", "P020", "P12", "Q2 P01", "Groep 3", "Anna"])
def test_an_id_of_somebody_else_is_not_named(name: str, tmp_path: Path) -> None:
    assert told(make_study(tmp_path / "study", "P02_2010.txt", f"{name}_2020.txt")) == []


def test_look_alikes_who_are_met_in_one_wave_are_two(tmp_path: Path) -> None:
    assert told(make_study(tmp_path / "study", "P02_2010.txt", "P02b_2010.txt", "P02b_2020.txt")) == []


def test_three_waves_are_enough_for_two_halves_of_a_person() -> None:
    assert pairs("P02 1", "P02 2", "P02b 3", "P01 1", "P01 2", "P01 3") == [("P02", "P02b")]
    assert pairs("P02 1", "P02b 2", "P02-c 3") == [("P02", "P02-c"), ("P02", "P02b")]


def test_the_row_that_is_told_joins_them_and_a_row_for_each_keeps_them_apart(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", "P02_2010.txt", "P02 en partner_2020.txt")
    row = told(folder)[0].partition("(file,person,wave): ")[2].partition(". If")[0]
    (folder / "interviews.csv").write_text(f"file,person,wave\n{row}\n", encoding="utf-8")
    assert told(folder) == []
    assert {person for i in read_study(folder).interviews for person in i.persons} == {"P01", "P02"}
    rows = "file,person,wave\nP02 en partner_2020.txt,P02 en partner,2020\n"
    (folder / "interviews.csv").write_text(rows, encoding="utf-8")
    assert len(told(folder)) == 1
    (folder / "interviews.csv").write_text(f"{rows}P02_2010.txt,P02,2010\n", encoding="utf-8")
    assert told(folder) == []


def test_who_is_described_is_stated(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", "P02_2010.txt", "P02b_2020.txt")
    (folder / "persons.csv").write_text("person,sector\nP01,a\nP02,a\n", encoding="utf-8")
    assert len(told(folder)) == 1
    (folder / "persons.csv").write_text("person,sector\nP01,a\nP02,a\nP02b,b\n", encoding="utf-8")
    assert told(folder) == []


def test_what_init_proposes_is_no_statement(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", "P02_2010.txt", "P02b_2020.txt")
    contents = propose_study(folder, sorted(folder.glob("*.txt")))
    (folder / "interviews.csv").write_bytes(contents["interviews.csv"])
    assert b"P02b_2020.txt;P02b;2020" in contents["interviews.csv"]
    assert len(told(folder)) == 1


def test_it_is_said_in_dutch_and_for_a_file_in_a_folder_and_with_a_comma(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", "P02_2010.txt", "b/P02, vervolg_2020.txt", language="nl")
    (folder / "interviews.csv").write_text('file,person,wave\n"b/P02, vervolg_2020.txt",P02c,2020\n', encoding="utf-8")
    (note,) = [note for note in check_study(folder).notes if "Misschien zijn ze één persoon" in note]
    assert '"b/P02, vervolg_2020.txt",P02,2020' in note


def test_no_more_than_some_are_told_in_full() -> None:
    read = [f"P{n} 1" for n in range(30)] + [f"P{n}b 2" for n in range(30)]
    assert len(pairs(*read)) == 30
    study = Study(
        Path(),
        interviews=tuple(
            Interview(Path(f"{one}.txt"), {one.split()[0]: ()}, one.split()[1], "the file name") for one in read
        ),
    )
    from bp_qual.study.met_apart import note_look_alikes

    notes = note_look_alikes(study)
    assert len(notes) == MOST_TOLD + 1
    assert "misschien ook één persoon" in notes[-1].say("nl")
    assert "+ 15" in str(notes[-1])


def test_numbers_with_another_letter_are_the_same_only_where_no_wave_has_both_letters() -> None:
    assert pairs("P1 1", "P2 1", "R1 2", "R2 2") == [("P1", "R1"), ("P2", "R2")]
    assert pairs("B1 1", "B2 1", "B1 2", "O1 2", "O2 2") == []


def test_looking_for_look_alikes_grows_in_step_with_the_number_of_persons() -> None:
    persons = LookAlikes(f"P{n}" for n in range(5_000))
    assert persons.of("P4999b") == ("P4999",)
    assert LookAlikes(["P" + "1" * 5_000]).of("1" * 5_000) == ("P" + "1" * 5_000,)
    assert LookAlikes(["a1" * 250]).of("a1") == ("a1" * 250,)


@pytest.mark.sweep(4)
@pytest.mark.parametrize("name", ["P02b", "P02-vervolg", "P02 en partner", "Resp P02", "02", "R 02 P02"])
@pytest.mark.parametrize("ending", [".doc", ".pages", ".mp3", ".docx.icloud"])
def test_an_unread_file_with_such_a_name_is_an_interview_of_the_person_who_lacks_it(
    name: str, ending: str, tmp_path: Path
) -> None:
    folder = make_study(tmp_path / "study", "P02_2010.txt")
    file = f"{name}_2020{ending}"
    (folder / (f".{file}" if ending.endswith("icloud") else file)).write_bytes(b"x")
    findings = check_study(folder)
    assert [str(problem) for problem in findings.problems if f"{name}_2020" in str(problem)]
    assert gather_corpus(read_study(folder))[0].missing == (("P02", "2020"),)
    assert not [note for note in findings.notes if "interviewed in 2010 only" in note]


@pytest.mark.parametrize("name", ["P02b_2020.jpg", "P01b_2020.doc", "P02 versie_3.doc"])
def test_a_form_a_picture_and_a_file_of_who_lacks_nothing_are_no_interview_of_a_look_alike(
    name: str, tmp_path: Path
) -> None:
    folder = make_study(tmp_path / "study", "P02_2010.txt")
    (folder / name).write_bytes(b"x")
    problems = gather_corpus(read_study(folder))[1]
    assert ("P02", "2020") not in {(unread.person, unread.wave) for unread in read_study(folder).unread}
    assert len(problems) == (1 if name in ("P01b_2020.doc", "P02b_2020.jpg") else 0)


def test_an_unread_file_that_can_be_of_two_is_of_both(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", "P02_2010.txt", "Z02_2010.txt")
    (folder / "02_2020.doc").write_bytes(b"x")
    assert set(gather_corpus(read_study(folder))[0].missing) == {("P02", "2020"), ("Z02", "2020")}


@pytest.mark.parametrize(
    "met",
    [
        *(("P01 1", "P02 1", "P01 en P02 2"), ("P 1", "P02 2"), ("A 1", "Ben a 2"), ("2 1", "P12 2 2")),
        *(("Jan 1", "Piet 2"), ("Groep 1 1", "Groep 2 2"), ("P02a 1", "P02b 2"), ("P02 1", "P021 2")),
    ],
)
def test_what_two_ids_share_by_chance_or_by_design_is_not_told(met: tuple[str, ...]) -> None:
    assert pairs(*met) == []


def test_a_file_that_nobody_listed_is_told_elsewhere_and_one_of_a_look_alike_too(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", "P02_2010.txt", "P04_2010.txt", "P04 over P02_2020.txt")
    assert not [note for note in check_study(folder).notes if "its name speaks of" in note]
    (folder / "interviews.csv").write_text(
        "file,person,wave\nP04 over P02_2020.txt,P02b,2020\nP04_2010.txt,P04b,2010\n", encoding="utf-8"
    )
    assert not [note for note in check_study(folder).notes if "its name speaks of P02," in note]


def test_names_that_sound_alike_are_told() -> None:
    assert pairs("Joesoef 1", "Yusuf 2") == [("Joesoef", "Yusuf")]


def test_letters_that_are_stated_are_two_numberings() -> None:
    read = [
        Interview(Path(f"{p}.txt"), {p: ()}, w, "interviews.csv:2", is_stated=True)
        for p, w in (("P1", "1"), ("R1", "2"))
    ]
    assert find_met_apart(Study(Path(), interviews=tuple(read))) == ()


def test_who_has_an_unread_interview_of_that_wave_lacks_nothing(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", "P02_2010.txt", "P02b_2020.txt")
    assert len(told(folder)) == 1
    (folder / "P02_2020.doc").write_bytes(b"x")
    assert told(folder) == []


def test_each_pair_is_told_once(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", "P02_2010.txt", "P2_2020.txt", "P3_2010.txt", "P03_2010.txt")
    notes = check_study(folder).notes
    assert len([note for note in notes if "'P2'" in note]) == 1
    assert len([note for note in notes if "'P3'" in note]) == 1


def test_an_id_of_hundreds_of_parts_is_compared_by_the_first() -> None:
    assert len(LookAlikes(["a1" * 250])._within) < 100


@pytest.mark.slow
@pytest.mark.parametrize("name", ["P02_P04_2020.txt", "P02 en P04_2020.txt", "gesprek P04 met P02.txt", "p04-P02.txt"])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_who_is_named_by_a_file_that_is_listed_for_another_is_told(name: str, language: str, tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", "P02_2010.txt", "P04_2010.txt", name, language=language)
    row = f"{name},P02,2020"
    (folder / "interviews.csv").write_text(f"file,person,wave,speaker\n{row},R\n", encoding="utf-8")
    said = {"en": "its name speaks of P04", "nl": "heet ook naar P04"}[language]
    (note,) = [note for note in check_study(folder).notes if said in note]
    assert note.endswith(f"{name},P04,2020")
    done = CliRunner().invoke(main, ["compare", str(folder), "-o", str(tmp_path / "out")])
    assert said in done.output
    (folder / "interviews.csv").write_text(f"file,person,wave,speaker\n{row},R\n{name},P04,2020,I\n", encoding="utf-8")
    assert not [note for note in check_study(folder).notes if said in note]


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("P02b_2020.txt", "P02"),
        ("P01 over P02_2020.txt", "P02"),
        ("P02 en P09_2020.txt", "P02"),
        ("P04_2020.txt", "P04"),
    ],
)
def test_who_has_an_interview_of_the_wave_or_none_at_all_is_not_told_to_be_named(
    name: str, person: str, tmp_path: Path
) -> None:
    folder = make_study(tmp_path / "study", "P02_2010.txt", "P04_2010.txt", name)
    (folder / "interviews.csv").write_text(f"file,person,wave\n{name},{person},2020\n", encoding="utf-8")
    assert not [note for note in check_study(folder).notes if "its name speaks of" in note]


@pytest.mark.parametrize("labels", [("A", "A"), ("A", "a"), ("A|B", "B"), ("A", "A:"), ("Mevr. A", "mevr A")])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_one_label_for_two_persons_of_a_file_is_a_problem(
    labels: tuple[str, str], language: str, tmp_path: Path
) -> None:
    folder = make_study(tmp_path / "study", language=language)
    (folder / "stel.txt").write_text("I: Hoe?\nA: Goed hoor.\nB: Vind ik ook.\n", encoding="utf-8")
    rows = [f"stel.txt,P0{n + 2},2020,{label}" for n, label in enumerate(labels)]
    (folder / "interviews.csv").write_text("\n".join(["file,person,wave,speaker", *rows]), encoding="utf-8")
    (problem,) = check_study(folder).problems
    said = {
        "en": f"the speaker {labels[1]} for P02 (line 2) and for P03",
        "nl": f"de spreker {labels[1]} voor P02 (regel 2) en voor P03",
    }
    assert said[language] in problem.say(language)


@pytest.mark.parametrize("labels", [("A", "B"), ("A", ""), ("", ""), ("A1", "A2")])
def test_labels_of_their_own_or_none_are_no_problem(labels: tuple[str, str], tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", "stel.txt")
    rows = [f"stel.txt,P0{n + 2},2020,{label}" for n, label in enumerate(labels)]
    (folder / "interviews.csv").write_text("\n".join(["file,person,wave,speaker", *rows]), encoding="utf-8")
    assert check_study(folder).problems == ()


DENIED = [
    (("P02_2010.txt", "P02b_2020.txt"), "P02 | P02b"),
    (("P2_2010.txt", "P2_2020.txt", "P02_2010.txt", "P02_2020.txt"), "P02 | P2"),
    (
        ("Jan Jansen_2010.txt", "Jan Jansen_2020.txt", "Jan Janssen_2010.txt", "Jan Janssen_2020.txt"),
        "Jan Jansen | Jan Janssen",
    ),
]


@pytest.mark.sweep(5)
@pytest.mark.parametrize(("names", "line"), DENIED)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_that_two_are_not_one_can_be_written_in_the_study_file_as_the_note_says(
    names: tuple[str, ...], line: str, language: str, tmp_path: Path
) -> None:
    folder = make_study(tmp_path / "study", *names, language=language)

    def doubts() -> list[str]:
        return [note for note in check_study(folder).notes if "study.yaml: different:" in note]

    (note,) = doubts()
    written = re.search(r"different: \[.*?\]", note)
    assert written is not None
    assert written[0] == f'different: ["{line}"]'
    with (folder / "study.yaml").open("a", encoding="utf-8") as file:
        file.write(f"{written[0]}\n")
    assert doubts() == []
    other = (folder / "study.yaml").read_text("utf-8").replace(line, "P07 | P7")
    (folder / "study.yaml").write_text(other, "utf-8")
    assert len(doubts()) == 1


def test_that_two_waves_and_two_labels_are_not_one_can_be_written_too(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    talk = "Eva: Hoe ging dat?\nAnna de Wit: Goed.\nAnna de Witt: Ook goed.\n" * 3
    (folder / "P03.txt").write_text(talk, "utf-8")
    (folder / "interviews.csv").write_text("file,person,wave\nP03.txt,P03,2010.0\n", "utf-8")
    doubts = [note for note in check_study(folder).notes if "study.yaml: different:" in note]
    assert len(doubts) == 2
    with (folder / "study.yaml").open("a", encoding="utf-8") as file:
        file.write("different:\n  - 2010 | 2010.0\n  - Anna de Wit | Anna de Witt\n")
    assert not [note for note in check_study(folder).notes if "different:" in note]


def test_one_name_that_differs_from_nobody_is_a_problem(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    with (folder / "study.yaml").open("a", encoding="utf-8") as file:
        file.write("different: [P02]\n")
    (problem,) = check_study(folder).problems
    assert "names one only: P02. Write all that are different" in str(problem)


@pytest.mark.parametrize("short", ["K. Bos", "K Bos", "k bos", "Bos K"])
def test_an_initial_and_the_name_that_it_begins_are_asked_about(tmp_path: Path, short: str) -> None:
    folder = make_study(tmp_path / "study", f"{short}_2010.txt", "Kees Bos_2020.txt", "Els Bos_2020.txt")
    assert len(told(folder)) == 1
    assert "Kees Bos" in told(folder)[0]


@pytest.mark.parametrize(
    ("person", "document"),
    [
        ("Kees Bos", "K. Bos_2010"),
        ("Kees Bos", "K. Bos 2010"),
        ("K. Bos", "Kees Bos 2010"),
        ("Kees de Wit", "k de wit 2010"),
    ],
)
def test_an_initial_of_a_document_that_is_not_read_may_be_whoever_it_begins(
    tmp_path: Path, person: str, document: str
) -> None:
    folder = make_study(tmp_path / "study", f"{person}_2020.txt", "Els Bos_2010.txt", "Els Bos_2020.txt")
    (folder / f"{document}.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    assert [(one.person, one.wave) for one in gather_study(folder)[0].unread] == [(person, "2010")]


def test_an_initial_of_two_persons_is_neither_of_them_for_certain(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", "Kees Bos_2020.txt", "Karin Bos_2020.txt", "Els_2010.txt", "Els_2020.txt")
    (folder / "K. Bos 2010.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    assert gather_study(folder)[0].unread == ()


def test_two_whose_first_names_begin_alike_are_two(tmp_path: Path) -> None:
    assert told(make_study(tmp_path / "study", "Karin Bos_2010.txt", "Kees Bos_2020.txt")) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("KW Eli", "LM Eli"),
        ("Sjoerd AB", "Sjoerd JvD"),
        ("GGD Karin KW", "GGD Karin LM"),
        ("Zr. Agnes", "Zuster Agnes"),
        ("Ir. L. van Loon", "Lies van Loon"),
        ("Jan P. Bakker", "J. Bakker"),
        ("mevr. Smit", "A. Smit"),
    ],
)
def test_one_name_beside_initials_or_a_short_title_may_be_one_person(one: str, other: str) -> None:
    beside = ("GGD Piet KW 2010", "GGD Bob LM 2020", "GGD Wim AB 2020", "Vera 2010", "Vera 2020")
    assert pairs(f"{one} 2010", f"{other} 2020", *beside) == [tuple(sorted((one, other)))]
    assert pairs(f"{one} 2010", f"{other} 2010") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kees Jansen", "Ria Jansen"),
        ("Sjoerd Bakker", "Sjoerd Visser"),
        ("M. Jansen", "P. Jansen"),
        ("M. de Vries", "P. de Vries"),
        ("Anna Smit", "B. Smit"),
        ("groep A", "groep B"),
    ],
)
def test_persons_of_whom_one_name_is_the_same_and_the_other_is_not_are_two(one: str, other: str) -> None:
    assert pairs(f"{one} 2010", f"{other} 2020") == []
