"""With a file that cannot be read, every command can go on without it, and says so in each that it advises."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual.cli import main
from bp_qual.codebook.loading import parse_codebook
from bp_qual.study.after_comparing import TypedBehind, after_comparing
from bp_qual.wording.problem_texts import PROBLEMS
from every_text import every_text
from test_doubted_everywhere import BOOK, COMMANDS

TALK = "I: How are things?\n" + "R: We help each other in the street.\nI: And?\n" * 12
WITHOUT = ("check", "import", "pseudonyms propose", "pseudonyms apply")  # all of the study, or as it was run


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("skips")
    for name in ("P01_2010", "P01_2020"):
        (folder / f"{name}.txt").write_text(TALK, encoding="utf-8")
    (folder / "P02_2010.docx").write_bytes(b"PK broken")
    (folder / "codebook.yaml").write_text(BOOK.replace(", terms_from: words.csv", ""), encoding="utf-8")
    (folder / "study.yaml").write_text("language: en\ncodebook: codebook.yaml\n", encoding="utf-8")
    return folder


def test_every_command_that_reads_interviews_can_skip_what_cannot_be_read() -> None:
    for typed in COMMANDS:
        words = re.match(r"(?:(?:codebook|pseudonyms) )?\w+", typed)
        assert words is not None
        command = main
        for word in words[0].split():
            command = command.commands[word]
        has_it = any(option.name == "skip_unreadable" for option in command.params)
        assert has_it == (words[0] not in WITHOUT), words[0]


@pytest.mark.parametrize(
    "typed",
    ["sample {s} -n 4", "sheet {s} --coder anna -o {s}/sheet.xlsx", "sheet {s} --coder anna -o {s}/sheet.docx"],
)
def test_what_is_advised_carries_the_option_that_was_given(study: Path, typed: str) -> None:
    options = ["--codebook", f"{study}/codebook.yaml", "--skip-unreadable"]
    said = CliRunner().invoke(main, [*typed.format(s=study).split(), *options])
    assert said.exit_code == 0, said.output
    advised = re.search(r"bp-qual (?:page|sheet) .*", said.output)
    assert advised is not None
    assert f" {study} --codebook {study}/codebook.yaml --skip-unreadable " in advised[0]


def test_a_sample_that_nobody_coded_is_to_be_coded_with_the_codebook_as_given(study: Path, tmp_path: Path) -> None:
    other = shutil.copy(study / "codebook.yaml", tmp_path / "my book.yaml")
    assert (study / "samples").exists() or CliRunner().invoke(main, ["sample", str(study), "--skip-unreadable"])
    own = CliRunner().invoke(main, ["validate", str(study), "--skip-unreadable"]).output
    assert f" {study} --skip-unreadable" in own
    said = CliRunner().invoke(main, ["validate", str(study), "--codebook", str(other), "--skip-unreadable"]).output
    assert f" {study} --codebook '{other}' --skip-unreadable" in said


def test_every_advised_command_with_the_study_behind_it_has_room_for_the_option() -> None:
    needing = "|".join(typed.split(" {")[0] for typed in COMMANDS if not typed.startswith(WITHOUT))
    whole = re.compile(rf"bp-qual (?:{needing})\b[^.:;`()]*?\{{folder:shell\}}[^ .,]*")
    texts = [text for pair in every_text().values() for text in pair]
    texts += [text for pairs in PROBLEMS.values() for pair in pairs for text in pair]
    found = {said[0] for text in texts for said in whole.finditer(text)}
    assert len(found) > 3
    just_made = "bp-qual compare {folder:shell}"  # by init: there every file can be read
    assert {said for said in found if "{skip}" not in said} == {just_made}


def test_words_of_a_code_are_shown_without_what_cannot_be_read(study: Path) -> None:
    said = CliRunner().invoke(main, ["codebook", "words", "help", str(study), "--letters", "--skip-unreadable"])
    assert said.exit_code == 0, said.output
    added = ["codebook", "add", "help", str(study), "--term", "street", "--dry-run"]
    assert CliRunner().invoke(main, added).exit_code == 1
    assert CliRunner().invoke(main, [*added, "--skip-unreadable"]).exit_code == 0


def test_changed_words_are_shown_without_a_person_of_whom_nothing_can_be_read(study: Path) -> None:
    said = CliRunner().invoke(main, ["words", str(study), "--skip-unreadable"])
    assert said.exit_code == 0, said.output


@pytest.mark.parametrize("language", ["en", "nl"])
def test_after_comparing_without_files_each_command_goes_on_without(language: str) -> None:
    book = parse_codebook(BOOK.replace(", terms_from: words.csv", ""))
    *_, coming = after_comparing(
        Path("no/such/folder"), "out", book, Path("codebook.yaml"), TypedBehind(" --skip-unreadable")
    )
    assert coming.say(language).endswith("bp-qual page --skip-unreadable")
