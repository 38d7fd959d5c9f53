"""Who codes is never guessed where it could be somebody else."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual.cli import main
from bp_qual.cli.page_command import coder_of_page
from bp_qual.cli.wrong_options import WrongOption
from bp_qual.study.hand_coding import write_coding
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
