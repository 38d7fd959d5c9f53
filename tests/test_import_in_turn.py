"""Files imported one after the other: a code that only one of them has is open in the interviews of the other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual import import_codings
from bp_qual.cli import main
from bp_qual.coding.by_hand import read_history
from bp_qual.coding.by_hand.replay import replay

HEADING = "person,wave,code,quote"
WAVES = {
    "first.csv": ["P01,2010,work,My back hurts", "P02,2010,rest,My back hurts"],
    "second.csv": ["P01,2020,work,I stopped in May", "P02,2020,care,I stopped in May"],
}
CODES = {
    "work.csv": ["P01,2010,work,My back hurts", "P01,2020,work,I stopped in May"],
    "care.csv": ["P02,2010,care,My back hurts", "P02,2020,care,I stopped in May", "P01,2020,care,I stopped in May"],
}


def make_study(folder: Path) -> Path:
    study = folder / "study"
    study.mkdir()
    for person in ("P01", "P02"):
        (study / f"{person}_2010.txt").write_text("I: How is it?\nR: My back hurts.\n", encoding="utf-8")
        (study / f"{person}_2020.txt").write_text("I: How is it?\nR: I stopped in May.\n", encoding="utf-8")
    return study


def take(study: Path, files: dict[str, list[str]], **said: object) -> list[str]:
    """Import lists one after the other, and return what is asked about the codes that one of them lacks."""
    told = []
    for name, rows in files.items():
        path = study.parent / name
        path.write_text("\n".join([HEADING, *rows]) + "\n", encoding="utf-8")
        done = import_codings(path, study, coder="anna", **said)
        told.append(" ".join(note.say("en") for note in done.notes if note.kind == "in no file"))
    return told


@pytest.mark.parametrize(
    ("files", "open_codes"),
    [
        (WAVES, "rest (2020: 2); care (2010: 2)"),
        (CODES, "work (2010: 1, 2020: 1); care (2010: 1)"),
    ],
)
def test_the_codes_that_one_file_lacks_are_asked_about(
    tmp_path: Path, files: dict[str, list[str]], open_codes: str
) -> None:
    study = make_study(tmp_path)
    first, second = take(study, files)
    assert first == ""
    assert open_codes in second
    assert f"import {[*files][-1]} again in the same way, with --one-codebook added" in second


@pytest.mark.slow
@pytest.mark.parametrize("files", [WAVES, CODES])
def test_what_is_told_to_type_answers_it(tmp_path: Path, files: dict[str, list[str]]) -> None:
    study = make_study(tmp_path)
    take(study, files)
    last = [*files][-1]
    assert take(study, {last: files[last]}, one_codebook=True) == [""]
    codes = ("work", "rest", "care") if files is WAVES else ("work", "care")
    done = replay(read_history(study, "anna").events).finished([file.stem for file in study.glob("*.txt")], codes)
    assert len(done) == 4 * len(codes)


def test_a_code_with_a_quote_without_a_place_is_not_asked_about(tmp_path: Path) -> None:
    rows = ["P01,2010,work,My back hurts", "P01,2010,rest,My knees hurt", "P01,2020,rest,I stopped in May"]
    assert take(make_study(tmp_path), {"first.csv": rows}) == [""]


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_summary_names_the_codes_that_are_in_no_comparison(tmp_path: Path, language: str) -> None:
    study = make_study(tmp_path)
    take(study, WAVES)
    command = ["compare", str(study), "--count", "human", "--language", language, "-o", str(tmp_path / "out")]
    printed = re.sub(r"\s+", " ", CliRunner().invoke(main, command).output)
    assert "rest (2020: 2); care (2010: 2)." in printed
    assert "second.csv" in printed
    assert "first.csv" not in printed
    assert "--one-codebook" in printed
    take(study, {"second.csv": WAVES["second.csv"]}, one_codebook=True)
    assert "rest (" not in CliRunner().invoke(main, command).output


# --- lists of two coders, one after the other ------------------------------------------------------------------------

ANNA = ["P01,2010,work,My back hurts", "P02,2010,rest,My back hurts", "P01,2020,work,I stopped in May"]
BERT = ["P01,2010,work,My back hurts", "P01,2020,care,I stopped in May", "P02,2010,rest,My back hurts"]


def run(*words: object) -> str:
    done = CliRunner().invoke(main, [*map(str, words)])
    assert done.exit_code in (0, 1), done.output
    return re.sub(r"\s+", " ", done.output)


def compare(study: Path, coder: str, language: str = "en") -> str:
    out = study.parent / "out"
    return run("compare", study, "--count", "human", "--coder", coder, "--language", language, "-o", out)


def write(study: Path, name: str, rows: list[str], heading: str = HEADING) -> Path:
    path = study.parent / name
    path.write_text("\n".join([heading, *rows]) + "\n", encoding="utf-8")
    return path


def finished(study: Path, coder: str) -> set[tuple[str, str]]:
    names = [file.stem for file in study.glob("*.txt")]
    return {*replay(read_history(study, coder).events).finished(names, ("work", "rest", "care"))}


EVERY = {(name, code) for name in ("P01_2010", "P01_2020", "P02_2010") for code in ("work", "rest", "care")}


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("lists", [{"anna": ANNA, "bert": BERT}, {"bert": BERT, "anna": ANNA}])
def test_the_advice_on_a_code_of_another_coder_can_be_followed(
    tmp_path: Path, lists: dict[str, list[str]], language: str
) -> None:
    study = make_study(tmp_path)
    for coder, rows in lists.items():
        run("import", write(study, f"{coder}.csv", rows), study, "--coder", coder)
    printed = compare(study, "anna", language)
    assert "care (2010: 2, 2020: 1)" in printed
    assert ("import anna.csv again in the same way" if language == "en" else "importeer anna.csv opnieuw") in printed
    assert "--one-codebook" in printed
    told = run("import", study.parent / "anna.csv", study, "--coder", "anna", "--one-codebook", "--language", "en")
    assert "taken as looked for too, by --one-codebook, though not in this file: care" in told
    assert finished(study, "anna") == EVERY
    assert "--one-codebook" not in compare(study, "anna", language)


@pytest.mark.sweep(1)
@pytest.mark.parametrize(("dry_run", "again"), [(False, False), (True, False), (False, True)])
def test_an_import_names_the_codes_of_another_coder_that_are_open_and_its_own_that_are_open_for_that_one(
    tmp_path: Path, *, dry_run: bool, again: bool
) -> None:
    study = make_study(tmp_path)
    import_codings(write(study, "bert.csv", BERT[:2]), study, coder="bert")
    anna = write(study, "anna.csv", ANNA[:2])
    if again:
        import_codings(anna, study, coder="anna")
    done = import_codings(anna, study, coder="anna", dry_run=dry_run)
    said = {note.kind: note.say("en") for note in done.notes}
    assert said["in no file"].startswith("not coded by anna")
    assert "care (2010: 2)" in said["in no file"]
    assert "not coded by bert where bert coded for others" in said["in no file of"]
    assert "rest (2010: 1, 2020: 1)" in said["in no file of"]
    import_codings(study.parent / "bert.csv", study, coder="bert")
    import_codings(anna, study, coder="anna", one_codebook=True)
    answered = import_codings(study.parent / "bert.csv", study, coder="bert", one_codebook=True)
    assert not {"in no file", "in no file of"} & {note.kind for note in answered.notes}


def test_a_code_that_a_row_without_a_place_leaves_open_for_another_coder_is_not_named_once_more(tmp_path: Path) -> None:
    study = make_study(tmp_path)
    rows = ["P01,2010,work,My back hurts", "P01,2010,rest,My knees hurt"]
    import_codings(write(study, "bert.csv", rows), study, coder="bert")
    done = import_codings(write(study, "anna.csv", ["P01,2010,rest,My back hurts"]), study, coder="anna")
    assert "in no file of" not in {note.kind for note in done.notes}


@pytest.mark.slow
def test_the_advice_on_a_file_by_several_coders_can_be_followed(tmp_path: Path) -> None:
    study = make_study(tmp_path)
    rows = [*(f"{row},AB" for row in ANNA), *(f"{row},BD" for row in BERT)]
    words = ("import", write(study, "team.csv", rows, f"{HEADING},coder"), study, "--coder", "AB=anna")
    run(*words)
    run("import", write(study, "later.csv", ["P01,2020,care,I stopped in May"]), study, "--coder", "bert")
    assert "import team.csv again in the same way" in compare(study, "anna")
    run(*words, "--one-codebook")
    assert finished(study, "anna") == EVERY
    assert "--one-codebook" not in compare(study, "anna")


def test_an_interview_that_a_coder_did_not_code_stays_so_with_one_codebook(tmp_path: Path) -> None:
    study = make_study(tmp_path)
    run("import", write(study, "bert.csv", BERT), study, "--coder", "bert")
    anna = write(study, "anna.csv", ANNA[:2])
    run("import", anna, study, "--coder", "anna", "--not-coded", "P01_2020")
    later = write(study, "later.csv", ["P02,2010,work,My back hurts", "P01,2010,care,nowhere said"])
    run("import", later, study, "--coder", "anna", "--one-codebook")
    coded = {(name, code) for name in ("P01_2010", "P02_2010") for code in ("work", "rest", "care")}
    assert finished(study, "anna") == coded - {("P01_2010", "care")}
    run("import", anna, study, "--coder", "anna", "--one-codebook")
    assert finished(study, "anna") == coded - {("P01_2010", "care")}


def test_who_coded_where_is_told_of_coders_who_finished_nothing_too(tmp_path: Path) -> None:
    study = make_study(tmp_path)
    rows = [f"{row},anna," for row in ANNA[:2]] + [f"{row},bert," for row in BERT[:2]]
    idle = [f"P01,2010,,,{coder},-" for coder in ("anna", "bert")]
    done = import_codings(write(study, "team.csv", [*rows, *idle], f"{HEADING},coder,finished"), study)
    assert "finished none" in [note.kind for note in done.notes]
    assert done.interviews == {"anna": 2, "bert": 2}
    assert done.shared == ("P01_2010",)
    assert "By coder: anna in 2 interviews, bert in 2 interviews" in done.say("en")
