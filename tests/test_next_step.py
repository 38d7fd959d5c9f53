"""`bp-qual` alone says what the folder holds and what comes next."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual.cli import main
from bp_qual.coding.by_hand import CoderLog, Event
from bp_qual.study.checking import check_study
from bp_qual.study.next_step import find_next_step
from bp_qual.study.proposed_files import starter_codebook

TALK = "I: Hoe gaat het?\n\nR: Wij werken al jaren samen.\n"
CODEBOOK = "{codebook: Proef, version: 1.0.0, language: nl, codes: [{id: samen, terms: [samenwerken]}]}\n"


def add_interview(folder: Path, name: str, said: str = TALK) -> None:
    (folder / f"{name}.txt").write_text(said, encoding="utf-8")


def make_study(folder: Path) -> Path:
    for person in ("P01", "P02"):
        for wave in ("2010", "2020"):
            add_interview(folder, f"{person}_{wave}")
    (folder / "codebook.yaml").write_text(CODEBOOK, encoding="utf-8")
    (folder / "study.yaml").write_text("{study: Proef, language: nl, codebook: codebook.yaml}\n", encoding="utf-8")
    return folder


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A small Dutch study that nobody compared yet."""
    return make_study(tmp_path)


def compare(study: Path) -> None:
    done = CliRunner().invoke(main, ["compare", str(study), "-o", str(study / "uit"), "--floor", "0"])
    assert done.exit_code == 0, done.output


@pytest.fixture(scope="module")
def compared_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    study = make_study(tmp_path_factory.mktemp("compared"))
    compare(study)
    return study


@pytest.fixture
def compared(compared_once: Path, tmp_path: Path) -> Path:
    folder = shutil.copytree(compared_once, tmp_path, dirs_exist_ok=True)
    os.utime(folder / "codebook.yaml", (0, 0))  # long before it was compared
    return folder


def kinds(folder: Path) -> tuple[str, ...]:
    standing = find_next_step(folder)
    return (*(remark.kind for remark in standing.seen), standing.next.kind)


def test_an_empty_folder_is_shown_an_example_to_make(tmp_path: Path) -> None:
    assert kinds(tmp_path) == ("standing empty", "next init new")


def test_a_folder_of_interviews_is_told_to_have_a_study_proposed(tmp_path: Path) -> None:
    for name in ("P01_2010", "P01_2020", "P02_2010"):
        add_interview(tmp_path, name)
    assert kinds(tmp_path) == ("standing interviews", "next init here")
    seen = find_next_step(tmp_path).seen[0]
    assert seen.say("en").startswith("3 interviews with 2 persons, as the names of the files tell")
    assert seen.say("nl").startswith("3 interviews met 2 personen, naar de bestandsnamen te oordelen")


def test_files_whose_names_say_nothing_plainly_are_told_in_their_own_language(tmp_path: Path) -> None:
    for name in ("gesprek met Corrie, de tweede keer", "Henk mei 2010 def2"):
        add_interview(tmp_path, name)
    assert kinds(tmp_path) == ("standing files", "next init here")
    assert str(find_next_step(tmp_path)).startswith(
        "2 bestanden die interviews kunnen zijn, maar waarvan de namen niet"
    )


def test_files_with_and_without_a_plain_name_are_both_counted(tmp_path: Path) -> None:
    for name in ("P01_2010", "gesprek met Corrie, de tweede keer", "toestemming P01", "topiclijst"):
        add_interview(tmp_path, name)
    assert [(seen.kind, seen.values["n"]) for seen in find_next_step(tmp_path).seen] == [
        ("standing interviews", 1),
        ("standing more files", 1),
    ]


def test_whoever_stands_above_a_study_is_sent_into_it(study: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    above = tmp_path_factory.mktemp("above")
    shutil.copytree(study, above / "proef")
    assert kinds(above) == ("standing elsewhere", "next there")
    assert "cd proef" in str(find_next_step(above))


def test_interviews_beside_a_study_are_not_passed_over(study: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    above = tmp_path_factory.mktemp("above")
    shutil.copytree(study, above / "proef")
    add_interview(above, "P05_2010")
    assert kinds(above) == ("standing interviews", "next init here")


def test_a_home_folder_is_not_searched_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bp_qual.study.next_step._MOST_FILES", 3)
    for number in range(5):
        add_interview(tmp_path, f"P0{number}_2010")
    assert kinds(tmp_path) == ("standing large", "next init new")
    (tmp_path / "study.yaml").write_text("study: Proef\n", encoding="utf-8")
    assert kinds(tmp_path)[0] == "standing study"


def test_a_study_with_problems_is_sent_to_check(study: Path) -> None:
    (study / "interviews.csv").write_text("file,person,wave\nweg.txt,P09,2010\n", encoding="utf-8")
    assert kinds(study)[-2:] == ("standing problems", "next check")
    assert "1 problem in its files." in str(find_next_step(study).say("en"))


def test_a_codebook_with_problems_is_sent_to_check(study: Path) -> None:
    (study / "codebook.yaml").write_text("{codebook: Proef, codes: [{id: samen, trms: [x]}]}\n", encoding="utf-8")
    assert kinds(study)[-2:] == ("standing problems", "next check")


def test_an_interview_that_cannot_be_read_is_a_problem(study: Path) -> None:
    (study / "P03_2020.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    assert kinds(study)[-2:] == ("standing problems", "next check")


def test_a_study_without_a_codebook_is_told_how_to_start_one(study: Path) -> None:
    (study / "study.yaml").write_text("study: Proef\n", encoding="utf-8")
    assert kinds(study)[-2:] == ("standing no codebook", "next codebook")


def test_a_study_of_one_wave_is_told_that_there_is_nothing_to_compare_yet(study: Path) -> None:
    for file in study.glob("*_2020.txt"):
        file.unlink()
    assert kinds(study)[-2:] == ("standing one wave", "next wave")


def test_a_study_that_nobody_compared_is_to_be_compared(study: Path) -> None:
    assert kinds(study) == ("standing study", "standing not compared", "next compare")
    assert str(find_next_step(study)).splitlines() == [
        "Proef: 4 interviews met 2 personen in 2 rondes (2010, 2020).",
        "Er is nog niets vergeleken.",
        "Vergelijk ze: bp-qual compare -o uit",
    ]


def test_after_a_comparison_its_report_is_to_be_read(compared: Path) -> None:
    assert kinds(compared) == ("standing study", "standing compared", "next read")
    assert "In uit staat een vergelijking van 2010 met 2020" in str(find_next_step(compared))
    assert "uit/report.html" in str(find_next_step(compared))


def edit_one(folder: Path) -> None:
    add_interview(folder, "P01_2010", TALK + "\nI: En nu?\n\nR: Nu ook.\n")


def add_one(folder: Path) -> None:
    add_interview(folder, "P03_2010")


def take_one_away(folder: Path) -> None:
    (folder / "P01_2010.txt").unlink()


def change_codebook(folder: Path) -> None:
    (folder / "codebook.yaml").write_text(CODEBOOK.replace("samenwerken", "overleggen"), encoding="utf-8")


def renumber_codebook(folder: Path) -> None:
    (folder / "codebook.yaml").write_text(re.sub("version: *[0-9.]+", "version: 9.0.0", CODEBOOK), encoding="utf-8")


def change_study(folder: Path) -> None:
    (folder / "study.yaml").write_text("{study: Proef 2, language: nl, codebook: codebook.yaml}\n", encoding="utf-8")


def add_persons(folder: Path) -> None:
    (folder / "persons.csv").write_text("person,role\nP01,fixer\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (edit_one, "1 interview bewerkt"),
        (add_one, "1 interview erbij"),
        (take_one_away, "1 interview weg"),
        (change_codebook, "een ander codeboek"),
        (renumber_codebook, "het codeboek heet nu Proef 9.0.0, met dezelfde betekenis"),
        (change_study, "study.yaml veranderd"),
        (add_persons, "persons.csv veranderd"),
    ],
)
def test_what_has_changed_since_the_last_comparison_is_told(
    compared: Path, change: Callable[[Path], None], said: str
) -> None:
    change(compared)
    standing = find_next_step(compared)
    assert f"Sindsdien: {said}." in str(standing)
    assert standing.next.kind == "next compare"
    assert "bp-qual compare -o uit" in str(standing)


def test_what_a_coder_did_since_a_comparison_of_it_is_told(compared: Path) -> None:
    record = json.loads((compared / "uit" / "run.json").read_text("utf-8"))
    record["study"]["codings/anna.jsonl"] = "0" * 64
    (compared / "uit" / "run.json").write_text(json.dumps(record), encoding="utf-8")
    assert "met de hand gecodeerd" in str(find_next_step(compared))


def test_results_that_somebody_edited_are_told(compared: Path) -> None:
    (compared / "uit" / "codes.csv").write_text("ander\n", encoding="utf-8")
    assert kinds(compared)[-2:] == ("standing touched", "next compare elsewhere")


@pytest.mark.parametrize("record", [b"", b"[]", b'{"bp_qual": 1}', b'{"bp_qual": "1", "outputs": 3}', b"\xff"])
def test_a_foreign_or_damaged_record_is_no_comparison(study: Path, record: bytes) -> None:
    (study / "out").mkdir()
    (study / "out" / "run.json").write_bytes(record)
    assert kinds(study)[-1] == "next compare"


def test_the_command_alone_speaks_the_language_of_the_study(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(study)
    done = CliRunner().invoke(main, [])
    assert done.exit_code == 0
    assert "Er is nog niets vergeleken." in done.output
    assert "Alle opdrachten: bp-qual --help" in done.output


def test_the_command_alone_speaks_the_language_of_the_computer_where_there_is_no_study(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bp_qual.cli.speaking.own_language", lambda: "nl")
    assert "In deze map staan geen interviews." in CliRunner().invoke(main, []).output


@pytest.mark.parametrize(
    ("name", "kind"),
    [("P01_2010.doc", "old documents"), ("Hoekstra nagesprek.doc", "old documents"), ("P01_2010.mp3", "recordings")],
)
def test_what_cannot_be_read_is_named_with_what_comes_first_and_init_says_the_same(
    tmp_path: Path, name: str, kind: str
) -> None:
    (tmp_path / name).write_bytes(b"x" * 3000)
    assert kinds(tmp_path) == (f"standing {kind}", f"next {kind}")
    assert name in str(find_next_step(tmp_path))
    done = CliRunner().invoke(main, ["init", str(tmp_path)])
    assert done.exit_code == 1
    assert name in done.output
    assert ("docx" if kind == "old documents" else "transcri") in done.output


@pytest.mark.slow
def test_a_comparison_beside_the_study_is_found_and_another_study_s_is_not(tmp_path: Path) -> None:
    for name in ("mine", "other"):
        for person in ("P01", "P02"):
            for wave in ("2010", "2020"):
                (tmp_path / name).mkdir(exist_ok=True)
                add_interview(tmp_path / name, f"{person}_{wave}", said=TALK + name)
        (tmp_path / name / "codebook.yaml").write_text(CODEBOOK, encoding="utf-8")
        (tmp_path / name / "study.yaml").write_text("{study: Proef, language: nl, codebook: codebook.yaml}\n", "utf-8")
    compare = ["compare", str(tmp_path / "mine"), "-o", str(tmp_path / "uit 1"), "--floor", "0"]
    assert CliRunner().invoke(main, compare).exit_code == 0
    assert kinds(tmp_path / "mine")[1] == "standing compared"
    assert "In ../uit 1 staat een vergelijking" in str(find_next_step(tmp_path / "mine"))
    assert kinds(tmp_path / "other")[1] == "standing not compared"


def test_a_comparison_of_the_study_that_this_one_is_a_copy_of_is_not_found(study: Path) -> None:
    place = study / "allebei"
    for name in ("eerst", "een kopie"):
        (place / name).mkdir(parents=True)
        for file in [*study.glob("*.txt"), *study.glob("*.yaml")]:
            shutil.copy(file, place / name)
    (place / "een kopie" / "study.yaml").write_text("{study: Kopie, language: nl, codebook: codebook.yaml}\n", "utf-8")
    compare = ["compare", str(place / "eerst"), "-o", str(place / "uit"), "--floor", "0"]
    assert CliRunner().invoke(main, compare).exit_code == 0
    assert kinds(place / "eerst")[1] == "standing compared"
    assert kinds(place / "een kopie")[1] == "standing not compared"


@pytest.mark.slow
def test_a_comparison_of_few_of_the_same_interviews_is_another_study_s(study: Path) -> None:
    place = study / "werk"
    for name in ("klein", "groot"):
        (place / name).mkdir(parents=True)
        for file in [*study.glob("P0*.txt"), *study.glob("*.yaml")]:
            shutil.copy(file, place / name)
    for number in range(3, 6):
        for wave in ("2010", "2020"):
            add_interview(place / "groot", f"P0{number}_{wave}")
    compare = ["compare", str(place / "groot"), "-o", str(place / "uit"), "--floor", "0"]
    assert CliRunner().invoke(main, compare).exit_code == 0
    shutil.rmtree(place / "groot")
    assert kinds(place / "klein")[1] == "standing not compared"


@pytest.mark.slow
def test_the_folder_of_a_paper_holds_no_report_to_read(compared: Path) -> None:
    done = CliRunner().invoke(main, ["paper", str(compared), "-o", str(compared / "artikel"), "--floor", "0"])
    assert done.exit_code == 0, done.output
    assert find_next_step(compared).next.say("en").startswith("Read uit/report.html")


def test_whoever_names_the_folder_they_stand_in_gets_no_example_in_it(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(study)
    done = CliRunner().invoke(main, ["init", study.name])
    assert done.exit_code == 1
    assert "bp-qual init ." in done.output
    assert not (study / study.name).exists()


def test_after_a_result_was_edited_another_folder_is_advised_and_the_command_works(
    compared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (compared / "uit").rename(compared / "mijn uit")
    with (compared / "mijn uit" / "codes.csv").open("a", encoding="utf-8") as table:
        table.write("x\n")
    advised = find_next_step(compared).next.say("en")
    assert advised.endswith("bp-qual compare -o 'mijn uit-2' --floor 0")
    monkeypatch.chdir(compared)
    command = shlex.split(advised.split(": ", 1)[1])
    assert CliRunner().invoke(main, command[1:]).exit_code == 0
    (compared / "mijn uit" / "codes.csv").unlink()
    assert kinds(compared)[2] == "next read"


def test_what_init_guessed_and_who_is_there_once_only_are_looked_at_before_comparing(tmp_path: Path) -> None:
    for name in ("Anna 2010", "Bob 2020"):
        (tmp_path / f"{name}.txt").write_text("I: Hoe gaat het?\nR: Wij werken veel samen.\n" * 3, "utf-8")
    assert CliRunner().invoke(main, ["init", str(tmp_path)]).exit_code == 0
    told = ("standing study", "standing not compared", "standing nobody twice", "standing guessed", "next check first")
    assert kinds(tmp_path) == told


def test_init_on_a_study_names_the_folder_to_check(study: Path) -> None:
    done = CliRunner().invoke(main, ["init", str(study)])
    assert f"bp-qual check {study}" in done.output


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "said"),
    [("nl", "Zet je eigen thema's in thema's.yaml"), ("en", "Put your own themes into thema's.yaml")],
)
def test_the_example_of_init_is_followed_by_own_themes(study: Path, language: str, said: str) -> None:
    text = starter_codebook("Anders", "nl")
    (study / "thema's.yaml").write_text(text.replace("0.1.0", "0.2.0"), "utf-8")
    (study / "study.yaml").write_text('language: nl\ncodebook: "thema\'s.yaml"\n', "utf-8")
    compare(study)
    assert kinds(study)[-3:] == ("standing compared", "standing starter", "next own themes")
    step = find_next_step(study)
    assert step.next.say(language).startswith(said)
    assert "uit/report.html" in step.say(language)
    assert "4 " in step.seen[-1].say(language)
    (study / "thema's.yaml").write_text(text.replace("samenwerken ", "jaren "), "utf-8")
    compare(study)
    assert kinds(study)[-2:] == ("standing compared", "next read")


def test_themes_that_are_found_nowhere_are_followed_by_their_terms(study: Path) -> None:
    (study / "codebook.yaml").write_text(CODEBOOK.replace("samenwerken", "paard"), "utf-8")
    compare(study)
    assert kinds(study)[-3:] == ("standing compared", "standing nothing found", "next terms")


def test_interviews_without_words_of_the_person_are_followed_by_check(study: Path) -> None:
    add_interview(study, "P02_2020", "MT ~ Hoe gaat het?\n\nP02 ~ Wij werken al jaren samen.\n")
    compare(study)
    assert kinds(study)[-3:] == ("standing compared", "standing silent", "next check silent")
    assert "P02 (2020)" in str(find_next_step(study))


@pytest.mark.slow
def test_files_that_were_passed_over_are_told_beside_the_comparison(study: Path) -> None:
    (study / "P01_2020.txt").rename(study / "P03_2010.txt")
    add_interview(study, "P03_2020")
    (study / "P01_2020.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    assert kinds(study) == ("standing study", "standing problems", "next check")
    command = ["compare", str(study), "-o", str(study / "uit"), "--floor", "0", "--skip-unreadable"]
    assert CliRunner().invoke(main, command).exit_code == 0
    assert kinds(study) == ("standing study", "standing unread", "standing compared", "next read")
    assert "1 bestand" in find_next_step(study).say("nl")
    (study / "P04_2010.docx").write_bytes(b"PK broken")  # skipped as well, and no new interview
    standing = find_next_step(study)
    assert [one.kind for one in standing.seen[2].values["changes"]] == ["changed not read"]  # type: ignore[attr-defined]
    assert str(standing).endswith("--floor 0 --skip-unreadable")
    (study / "P04_2010.docx").unlink()
    assert kinds(study)[1:3] == ("standing unread", "standing compared")
    (study / "P01_2020.doc").rename(study.parent / "P01_2020.doc")
    assert kinds(study) == ("standing study", "standing changed", "next compare")
    (study.parent / "P01_2020.doc").rename(study / "P01_2020.doc")
    add_interview(study, "P03_2020", TALK + TALK)
    assert kinds(study) == ("standing study", "standing unread", "standing changed", "next compare")
    assert str(find_next_step(study)).endswith("--skip-unreadable")
    (study / "codebook.yaml").write_text("codes: [", encoding="utf-8")
    assert kinds(study) == ("standing study", "standing problems", "next check")


@pytest.mark.sweep(1)
@pytest.mark.parametrize("name", ["gesprek met Corrie.txt", "P01 en P02 2020 vervolg.txt", "P01 en P03 2030.txt"])
def test_a_new_file_without_a_row_is_named_with_check_and_not_called_unreadable(compared: Path, name: str) -> None:
    (compared / name).write_text(TALK, "utf-8")
    assert kinds(compared) == ("standing study", "standing changed", "standing unlisted", "next check new")
    said = str(find_next_step(compared))
    assert name in said
    assert "Niet te lezen" not in said
    os.utime(compared / "codebook.yaml")  # as after `git clone`, which gives all files one time
    assert kinds(compared)[1:3] == ("standing compared", "standing unlisted")


def test_a_sample_that_was_coded_since_is_told(compared: Path) -> None:
    answer = "Wij werken al jaren samen."
    places = [("P01_2010", TALK.index(answer)), ("P02_2010", TALK.index(answer))]
    rows = [f"u{n},{name},{start},{start + len(answer)},1" for n, (name, start) in enumerate(places)]
    (compared / "samples").mkdir()
    (compared / "samples" / "p.csv").write_text("\n".join(["unit,interview,start,end,chance", *rows]) + "\n", "utf-8")
    assert kinds(compared)[1] == "standing compared"
    log = CoderLog(compared, "anna")
    log.append(
        [
            Event(f"e{n}", "done", interview=name, start=start, end=start + len(answer), codes=("samen",))
            for n, (name, start) in enumerate(places)
        ]
    )
    assert "passages van een steekproef met de hand gecodeerd (p)" in str(find_next_step(compared))


def test_the_same_comparison_is_advised_again_with_its_options(compared: Path) -> None:
    run = compared / "uit" / "run.json"
    record = json.loads(run.read_text("utf-8"))
    record["settings"] |= {"count": "reviewed", "coder": "anna AND b", "together": "first", "measure": "words"}
    record["settings"] |= {"before": "2020", "after": "2010", "negated": False}
    run.write_text(json.dumps(record), encoding="utf-8")
    change_codebook(compared)
    options = "--before 2020 --after 2010 --measure words --floor 0 --count reviewed --coder anna,b --without-negated"
    assert str(find_next_step(compared)).endswith(f"bp-qual compare -o uit {options}")
    change_study(compared)
    assert kinds(compared)[2:] == ("standing otherwise", "next compare")
    assert "--floor 0 --count reviewed --coder anna,b. " in str(find_next_step(compared))
    (compared / "codebook.yaml").write_text(CODEBOOK.replace("samenwerken", "paard").replace("Proef", "Ander"), "utf-8")
    assert "if that was named with --codebook, name it again" in find_next_step(compared).say("en")


@pytest.mark.parametrize(
    ("language", "said"),
    [("nl", "Codeer verder, en maak interviews af: bp-qual page."), ("en", "Go on coding, and finish interviews")],
)
def test_a_count_by_hand_of_which_no_interview_is_finished_asks_for_no_terms(
    compared: Path, language: str, said: str
) -> None:
    run = compared / "uit" / "run.json"
    for name in ("run.json", "panel.csv"):
        (compared / "uit" / name).chmod(0o644)
    panel = compared / "uit" / "panel.csv"
    panel.write_bytes(panel.read_bytes().splitlines(keepends=True)[0])
    record = json.loads(run.read_text("utf-8"))
    record["settings"] |= {"count": "reviewed", "coder": "anna"}
    record["outputs"]["panel.csv"] = hashlib.sha256(panel.read_bytes()).hexdigest()
    run.write_text(json.dumps(record), encoding="utf-8")
    assert kinds(compared)[-3:] == ("standing compared", "standing none finished", "next finish")
    step = find_next_step(compared).say(language)
    assert said in step
    assert step.endswith("bp-qual compare -o uit-2 --floor 0")


def test_check_does_not_say_once_of_who_has_a_row_whose_file_is_not_there(study: Path) -> None:
    rows = ["file,person,wave", "P01_2010.txt,P01,2010", "P03_2010.txt,P03,2010", "gone.txt,P03,2020"]
    add_interview(study, "P03_2010")
    for names, is_told in ((rows, False), (rows[:3], True)):
        (study / "interviews.csv").write_text("\n".join(names) + "\n", "utf-8")
        assert any("alleen in 2010" in note and "P03" in note for note in check_study(study).notes) is is_told


@pytest.mark.parametrize("row", ["P03_2020.txt,,2020", "P03_2020.txt,P03,2021"])
def test_check_says_once_of_nobody_while_a_row_does_not_say_whose_it_is(study: Path, row: str) -> None:
    names = ["P01_2010.txt", "P01_2020.txt", "P03_2010.txt", "P03_2020.txt"]
    for name in names:
        (study / name).write_text("I: Hoe gaat het?\nR: Goed, wij werken samen.\n", encoding="utf-8")
    rows = [f"{name},{name[:3]},{name[4:8]}" for name in names[:3]]
    (study / "interviews.csv").write_text("\n".join(["file,person,wave", *rows, row, ""]), encoding="utf-8")
    (study / "study.yaml").write_text("study: S\nlanguage: nl\nwaves: ['2010', '2020']\n", encoding="utf-8")
    findings = check_study(study)
    assert findings.problems
    assert not any("alleen in" in note for note in findings.notes)


def test_check_asks_who_may_be_in_a_file_of_another_year_as_compare_does(study: Path) -> None:
    add_interview(study, "P03_2010")
    (study / "study.yaml").write_text("{study: Proef, language: nl, waves: ['2010', '2020']}\n", encoding="utf-8")
    (study / "P03 2015.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    output = CliRunner().invoke(main, ["check", str(study)]).output
    assert re.search(r"P03 +5 +\?\n", output), output


def test_check_names_the_way_out_for_a_file_that_cannot_be_read(study: Path) -> None:
    (study / "P03_2020.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    assert "bp-qual compare --skip-unreadable\n" in CliRunner().invoke(main, ["check", str(study)]).output
    (study / "P03_2020.doc").unlink()
    assert "--skip-unreadable" not in CliRunner().invoke(main, ["check", str(study)]).output
