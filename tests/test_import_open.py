"""A passage of which nobody knows the interview leaves no zero behind where it could be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual import import_codings
from bp_qual.cli import main
from bp_qual.coding.by_hand import read_history
from bp_qual.coding.by_hand.replay import replay
from bp_qual.errors import BpQualError

TALK = {"2010": "I: How is it?\nR: My back hurts.\n", "2020": "I: How is it?\nR: I stopped in May.\n"}
CODES = ("health", "work")


def make_study(folder: Path, *persons: str) -> Path:
    (folder / "study").mkdir()
    (folder / "study" / "study.yaml").write_text("language: en\n", encoding="utf-8")
    for person in persons:
        for wave, talk in TALK.items():
            (folder / "study" / f"{person}_{wave}.txt").write_text(talk, encoding="utf-8")
    return folder / "study"


def take(study: Path, heading: str, *rows: str, **said: object) -> dict[str, list[str]]:
    """Import a list, and return the codes that anna finished, by interview."""
    path = study.parent / "list.csv"
    path.write_text("\n".join([heading, *rows]) + "\n", encoding="utf-8")
    import_codings(path, study, coder="anna", **said)
    state = replay(read_history(study, "anna").events)
    every = sorted(file.stem for file in study.glob("*.txt"))
    return {name: sorted(code for _, code in state.finished([name], CODES)) for name in every}


KNOWN = ("{0},2010,health,My back hurts,", "{0},2020,work,I stopped in May,")
SAID = {"2010": "My back hurts", "2020": "I stopped in May"}
HEADING = "person,wave,code,quote,document"


@pytest.mark.sweep(6)
@pytest.mark.parametrize(
    ("person", "row", "open_in"),
    [
        ("P01", ",,health,My knees,Interview 7 P01", ["P01_2010", "P01_2020"]),
        ("P01", ",2020,health,My knees,Interview 7", ["P01_2020"]),
        ("P01", ",,health,My knees,Interview of 2020", ["P01_2020"]),
        ("P01", ",,health,My knees,P012020", ["P01_2020"]),
        ("P01", "P02,,health,My knees,P01_2020", ["P01_2020"]),
        ("P01", "P01_2010,2020,health,My knees,", ["P01_2010", "P01_2020"]),
        ("P01", "Fatima,2020,health,My knees,", ["P01_2020"]),
        ("P01", "P01,final,health,My knees,", ["P01_2010", "P01_2020"]),
        ("P01", "P99,2020,health,My knees,", []),
        ("P01", "P01,2015,health,My knees,", []),
        ("P01", ",,health,My knees,P99_2020", []),
        ("P01", ",,health,My knees,Interview 2015 P01", []),
        ("Jan de Vries", "Jan,2020,health,My knees,", ["Jan de Vries_2020"]),
        ("Jan de Vries", "Jna de Vires,2020,health,My knees,", ["Jan de Vries_2020"]),
        ("Jan de Vries", "Jan en Piet,,health,My knees,", ["Jan de Vries_2010", "Jan de Vries_2020"]),
        ("Jan de Vries", "Fatima,2020,health,My knees,", []),
        ("Jan de Vries", "R7,2020,health,My knees,", ["Jan de Vries_2020"]),
    ],
)
def test_a_row_without_an_interview_leaves_its_code_open_in_each_that_could_be_meant(
    tmp_path: Path, person: str, row: str, open_in: list[str]
) -> None:
    study = make_study(tmp_path, person, "Q02" if person == "P01" else "Maria")
    done = take(study, HEADING, *(known.format(person) for known in KNOWN), row)
    said = {name: codes for name, codes in done.items() if name.startswith(person)}
    assert {name for name, codes in said.items() if "health" not in codes} == {*open_in}
    assert all("work" in codes for codes in said.values())


def test_what_is_said_of_all_the_others_makes_no_zero_of_a_row_that_could_be_there(tmp_path: Path) -> None:
    study = make_study(tmp_path, "P01", "P02")
    row = ",2020,health,My knees,Interview 7"
    done = take(study, HEADING, *(known.format("P01") for known in KNOWN), row, all_coded=True)
    assert done["P02_2010"] == [*CODES]
    assert done["P02_2020"] == ["work"]


@pytest.mark.sweep(3)
@pytest.mark.parametrize("row", [",2020,health,My knees,Interview 7", "P02,2020,health,My knees,"])
@pytest.mark.parametrize("before", [{}, {"empty": ["P02_2020"]}, {"all_coded": True}, {"not_coded": ["P02_2020"]}])
def test_of_an_interview_that_is_said_to_be_empty_a_row_without_a_place_stays_open(
    tmp_path: Path, row: str, before: dict[str, object]
) -> None:
    study = make_study(tmp_path, "P01", "P02")
    rows = [known.format("P01") for known in KNOWN]
    take(study, HEADING, *rows, row, **before)
    assert take(study, HEADING, *rows, row, empty=["P02_2020"])["P02_2020"] == ["work"]
    assert take(study, HEADING, *rows, empty=["P02_2020"])["P02_2020"] == [*CODES]  # the row was deleted


@pytest.mark.parametrize("said", [{"empty": ["P02_2020"]}, {"all_coded": True}])
def test_an_answer_to_another_list_finishes_no_row_of_the_first(tmp_path: Path, said: dict[str, object]) -> None:
    study = make_study(tmp_path, "P01", "P02")
    rows = [known.format("P01") for known in KNOWN]
    take(study, HEADING, *rows, "P02,2020,health,My knees,")
    other = tmp_path / "other.csv"
    other.write_text("\n".join([HEADING, *rows]) + "\n", encoding="utf-8")
    done = import_codings(other, study, coder="anna", **said)
    state = replay(read_history(study, "anna").events)
    assert sorted(code for _, code in state.finished(["P02_2020"], CODES)) == ["work"]
    assert "list.csv" in done.say("en")


@pytest.mark.parametrize("language", ["en", "nl"])
def test_an_interview_with_codings_of_the_file_is_not_said_to_be_empty(tmp_path: Path, language: str) -> None:
    study = make_study(tmp_path, "P01", "P02")
    (study / "study.yaml").write_text(f"language: {language}\n", encoding="utf-8")
    said = {
        "en": "list.csv  has codings in P01_2010, P01_2020, and --empty says that nothing was found there. Leave these",
        "nl": "list.csv  heeft coderingen in P01_2010, P01_2020, en volgens --empty is daar niets gevonden. Laat deze",
    }
    with pytest.raises(BpQualError) as refused:
        take(study, HEADING, *(known.format("P01") for known in KNOWN), empty=["P01_2020", "P02_2020", "P01_2010"])
    assert said[language] in refused.value.say(language)
    assert not (study / "codings").exists()


def test_a_row_without_a_place_is_the_reason_that_is_given_where_all_are_coded(tmp_path: Path) -> None:
    study = make_study(tmp_path, "P01", "P02")
    path = tmp_path / "list.csv"
    rows = [*(known.format("P02") for known in KNOWN), "P01,Round B,health,My knees,"]
    path.write_text("\n".join([HEADING, *rows]) + "\n", encoding="utf-8")
    done = import_codings(path, study, coder="anna", all_coded=True)
    assert "because no file has these codes" not in done.say("en")
    assert "--one-codebook" not in done.say("en")


def summarise(study: Path, *said: str) -> list[str]:
    """Return what `codings` and `compare` say of the codings that came in."""
    language = "nl" if "nl" in (study / "study.yaml").read_text(encoding="utf-8") else "en"
    (study / "study.yaml").write_text(f"language: {language}\ncodebook: codebook.yaml\n", encoding="utf-8")
    compare = ["compare", str(study), "-o", str(study.parent / "out"), "--count", "human", "--floor", "1", *said]
    runs = [CliRunner().invoke(main, run) for run in (["codings", str(study)], compare)]
    assert [run.exit_code for run in runs] == [0, 0], [run.output for run in runs]
    return [run.output for run in runs]


@pytest.mark.slow
def test_what_rows_without_a_place_leave_open_is_told_with_what_ends_it(tmp_path: Path) -> None:
    study = make_study(tmp_path, "P01", "P02")
    rows = [known.format(person) for known in KNOWN for person in ("P01", "P02")]
    take(study, HEADING, *rows, "P01,2020,health,My knees,")
    where = (
        "Open, and no zero, because rows of list.csv have no place there or can mean another code: health (2020: 1)."
    )
    for said in summarise(study):
        assert where in said
        assert "--one-codebook" not in said  # which would change nothing
    take(study, HEADING, *rows)
    for said in summarise(study):
        assert "because rows of" not in said
        assert "--one-codebook" not in said


def test_codes_that_only_one_of_two_lists_has_are_told_apart_from_those_of_rows_without_a_place(tmp_path: Path) -> None:
    study = make_study(tmp_path, "P01", "P02")
    take(study, HEADING, *(known.format("P01") for known in KNOWN), "P01,2020,health,My knees,")
    (tmp_path / "other.csv").write_text("person,wave,code,quote\nP02,2010,ache,My back hurts\n", encoding="utf-8")
    import_codings(tmp_path / "other.csv", study, coder="anna")
    said = summarise(study)[1]
    assert "rows of list.csv have no place there or can mean another code: health (2020: 1)." in said
    assert "import other.csv again in the same way with --one-codebook added" in said
    results = "".join(file.read_text("utf-8") for file in (tmp_path / "out").iterdir() if file.suffix != ".png")
    assert "rows of the imported file have no place there" in results
    assert "import the imported file again in the same way with --one-codebook added" in results
    assert not re.search(r"(list|other)\.csv", results)


@pytest.mark.slow
def test_a_code_above_one_that_a_row_leaves_open_is_told_with_it_and_a_gone_interview_is_not(tmp_path: Path) -> None:
    study = make_study(tmp_path, "P01", "P02")
    rows = [f"P0{n},{wave},health > back,{quote}," for n in (1, 2) for wave, quote in SAID.items()]
    take(study, HEADING, *rows, "P01,2020,health > back,My knees,")
    assert "another code: health, back (2020: 1)" in summarise(study)[1].casefold()
    (study / "P01_2020.txt").unlink()
    assert "because rows of" not in summarise(study)[0]


@pytest.mark.slow
@pytest.mark.parametrize("together", ["team", "any", "all"])
def test_what_rows_of_one_of_several_coders_leave_open_is_told(tmp_path: Path, together: str) -> None:
    study = make_study(tmp_path, "P01", "P02")
    (study / "study.yaml").write_text("language: nl\n", encoding="utf-8")
    rows = [f"{known.format(person)},{who}" for known in KNOWN for person in ("P01", "P02") for who in ("anna", "bert")]
    listed = "\n".join([f"{HEADING},coder", *rows, "P01,2020,health,My knees,,bert"]) + "\n"
    (tmp_path / "both.csv").write_text(listed, encoding="utf-8")
    import_codings(tmp_path / "both.csv", study)
    where = "omdat rijen van both.csv daar geen plaats hebben of een andere code kunnen betekenen: health (2020: 1)."
    told, compared = summarise(study, "--coder", together)
    assert (told.count(where), compared.count(where)) == (1, 1)  # of bert, not of anna
