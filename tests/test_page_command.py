"""Who codes is never guessed where it could be somebody else."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual.cli import main
from bp_qual.cli.page_command import coder_of_page
from bp_qual.cli.wrong_options import WrongOption
from bp_qual.errors import Problem, StoreError
from bp_qual.page import open_desk
from bp_qual.page.start_view import describe_study
from bp_qual.study.hand_coding import write_coding
from bp_qual.wording.guesses import why_refused
from page_builders import make_page_study


@pytest.fixture(autouse=True)
def _user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "Anna de Vries")


def test_the_first_coder_codes_under_the_name_of_the_user(tmp_path: Path) -> None:
    assert coder_of_page(tmp_path, None) == "Anna-de-Vries"


def test_whoever_coded_here_before_goes_on(tmp_path: Path) -> None:
    write_coding(tmp_path, {"note": "Begin."}, coder="Anna-de-Vries", do="memo")
    assert coder_of_page(tmp_path, None) == "Anna-de-Vries"


def test_a_user_beside_other_coders_is_asked_and_not_taken_for_one_of_them(tmp_path: Path) -> None:
    write_coding(tmp_path, {"note": "Begin."}, coder="ben", do="memo")
    with pytest.raises(WrongOption, match="say who you are"):
        coder_of_page(tmp_path, None)
    assert coder_of_page(tmp_path, "anna") == "anna"


@pytest.mark.parametrize("name", ["../anna", "", "a b", "con.txt"])
def test_a_name_that_cannot_be_a_file_is_refused_as_a_wrong_command(tmp_path: Path, name: str) -> None:
    result = CliRunner().invoke(main, ["page", str(make_page_study(tmp_path)), "--coder", name])
    assert result.exit_code == 2
    assert "--coder" in result.output


def test_a_user_without_a_usable_name_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "...")
    with pytest.raises(WrongOption):
        coder_of_page(tmp_path, None)


def test_what_is_wrong_in_the_study_is_told_before_anything_is_served(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["page", str(tmp_path / "nowhere"), "--coder", "anna", "--no-browser"])
    assert result.exit_code == 1
    assert "Traceback" not in result.output


@pytest.mark.parametrize("may_write", [False, True])
def test_a_study_that_cannot_be_written_is_said_to_be_only_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, may_write: bool
) -> None:
    refusal = (
        None
        if may_write
        else StoreError(Problem("codings/anna.jsonl", "not saved", {"why": why_refused(PermissionError(13, ""))}))
    )
    monkeypatch.setattr("bp_qual.coding.by_hand.log.check_appending", lambda _: refusal)
    monkeypatch.setattr("bp_qual.page.serving.serve", lambda *_, tell, **__: tell("http://127.0.0.1:1/"))
    asked = ["page", str(make_page_study(tmp_path)), "--coder", "anna", "--no-browser", "--language", "en"]
    result = CliRunner().invoke(main, asked)
    assert ("saved at once" in result.output) == may_write, result.output
    assert ("the page only reads: codings/anna.jsonl" in result.output) != may_write


def unreadable_study(folder: Path) -> Path:
    study = make_page_study(folder)
    (study / "P01_2010.txt").write_bytes(b"")
    return study


ASKED = {
    "page": ["page", "STUDY", "--coder", "anna"],
    "import": ["import", "codings.csv", "STUDY", "--coder", "anna"],
    "export": ["export", "STUDY", "--csv", "given.csv"],
    "codebook words": ["codebook", "words", "samen", "STUDY"],
    "codebook add": ["codebook", "add", "samen", "STUDY", "--term", "tuin"],
    "compare": ["compare", "STUDY", "-o", "out"],
    "words": ["words", "STUDY"],
    "codings": ["codings", "STUDY"],
}


@pytest.mark.sweep(6)
@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_no_command_advises_an_option_that_it_does_not_have(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: list[str], language: str
) -> None:
    monkeypatch.chdir(tmp_path)
    study = unreadable_study(tmp_path / "study")
    text = (study / "study.yaml").read_text("utf-8").replace("language: nl", f"language: {language}")
    (study / "study.yaml").write_text(text, "utf-8")
    Path("codings.csv").write_text("interview,start,end,code\nP01_2020,60,65,samen\n", "utf-8")
    result = CliRunner().invoke(main, [str(study) if word == "STUDY" else word for word in asked])
    assert result.exit_code == 1
    assert "P01_2010.txt" in result.output
    named = [word for word in asked if word in main.commands or word in {"words", "add"}]
    command = main
    for word in named:
        command = command.commands[word]
    has_it = any(param.name == "skip_unreadable" for param in command.params)
    assert ("--skip-unreadable" in result.output) == has_it


def test_no_command_advises_to_skip_what_is_all_there_is(tmp_path: Path) -> None:
    study = unreadable_study(tmp_path / "study")
    for file in study.glob("P*.txt"):
        file.write_bytes(b"")
    result = CliRunner().invoke(main, ["codings", str(study)])
    assert result.exit_code == 1
    assert "skip" not in result.output


def test_the_page_goes_on_without_a_file_that_cannot_be_read_and_shows_which(tmp_path: Path) -> None:
    study = unreadable_study(tmp_path / "study")
    grid = describe_study(open_desk(study, coder="anna", skip_unreadable=True))
    assert [[cell is None for cell in row.cells] for row in grid.rows] == [[True, False], [False, False]]
