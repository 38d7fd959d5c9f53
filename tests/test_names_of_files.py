"""What becomes the name of a file, of a sample or a coder, obeys one rule, and `check` tells where it does not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bp_qual.cli import main
from bp_qual.coding.by_hand import check_coder
from bp_qual.files.file_names import fault_of_name, fitting_name

ODD = ("eerste steekproef", "steekproef é́", "../x", "a/b", "con", "-x", "x" * 41, "a.b")
TALK = "I: En hoe gaat het?\nR: We doen alles samen, en dat vinden we prettig, ook nu we ouder worden.\n"
READS = ("compare", "report", "validate", "sensitivity")


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Return a study of two persons that somebody began to code."""
    for person in ("P01", "P02"):
        for wave in ("2010", "2020"):
            (tmp_path / f"{person}_{wave}.txt").write_text(TALK, "utf-8")
    (tmp_path / "codebook.yaml").write_text(
        "codebook: B\nversion: 1.0.0\nlanguage: nl\ncodes:\n  - {id: samen, terms: [samen]}\n", "utf-8"
    )
    (tmp_path / "study.yaml").write_text("codebook: codebook.yaml\nlanguage: en\nfloor: 5\n", "utf-8")
    (tmp_path / "list.csv").write_text("person,wave,code,quote\nP01,2010,samen,samen\n", "utf-8")
    assert run("import", tmp_path / "list.csv", tmp_path, "--coder", "anna").exit_code == 0
    (tmp_path / "list.csv").unlink()
    return tmp_path


@pytest.mark.sweep(2)
@pytest.mark.parametrize("key", ["sample", "sample_coder", "coders"])
@pytest.mark.parametrize("name", ODD)
def test_check_names_what_no_file_can_be_called(name: str, key: str, study: Path) -> None:
    said = f'["{name}"]' if key == "coders" else f'"{name}"'
    with (study / "study.yaml").open("a", encoding="utf-8") as file:
        file.write(f"{key}: {said}\n")
    checked = run("check", study)
    assert checked.exit_code == 1
    assert "study.yaml:4:" in checked.output
    assert "cannot be the name of a sample or a coder" in checked.output
    for command in READS if name == ODD[0] else ():
        done = run(command, study)
        assert done.exit_code == 1, command
        assert "cannot be the name of a sample or a coder" in done.output, command


@pytest.mark.sweep(3)
@pytest.mark.parametrize("command", ["sheet {s} --coder anna -o {s}/a.xlsx --sample", "page {s} --coder anna --sample",
                                     "compare {s} --sample", "validate {s} --sample", "sensitivity {s} --sample",
                                     "report {s} --sample", "sample {s} -n 2 --name"])  # fmt: skip
@pytest.mark.parametrize("name", ["eerste steekproef", "../x", "con"])
def test_a_sample_that_no_file_can_be_called_after_is_refused_in_words(command: str, name: str, study: Path) -> None:
    done = run(*command.format(s=study).split(), name)
    assert done.exit_code in (1, 2)
    assert "cannot be the name of a sample or a coder" in done.output
    assert not (study.parent / "x.csv").exists()


@pytest.mark.parametrize("command", ["sheet {s} -o {s}/a.xlsx --coder", "sample {s} -n 2 --coder"])
def test_a_sheet_or_sample_is_for_a_coder_whose_codings_can_be_saved(command: str, study: Path) -> None:
    done = run(*command.format(s=study).split(), "eerste codeur")
    assert done.exit_code == 2
    assert "eerste_codeur, not 'eerste codeur'" in done.output


@pytest.mark.parametrize("name", ODD)
def test_the_name_that_is_proposed_is_accepted(name: str) -> None:
    guess = fitting_name(name, "anna")
    assert guess != name
    assert check_coder(guess) == guess
    with pytest.raises(ValueError, match="name|called"):
        check_coder(name)


def test_a_name_is_proposed_and_told_as_it_can_be_read() -> None:
    assert fitting_name("\u212bsa", "anna") == "\u00c5sa"
    assert fitting_name("x" * 39 + " y", "anna") == "x" * 39
    assert "\u202e" not in fault_of_name("a\u202eb", "anna")["name"]


def test_no_sample_is_drawn_that_no_file_can_be_called_after(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bp_qual.validation.sampling.draw_sample", lambda *_, **__: pytest.fail("it was drawn"))
    assert run("sample", study, "-n", "2", "--name", "../x").exit_code == 1


def test_the_name_that_import_says_to_give_is_taken(study: Path, tmp_path: Path) -> None:
    """Where somebody is named who is not in the list, `import` tells who is: also a codebook, by its version."""
    listed = tmp_path.parent / "machine.csv"
    run("export", study, "--count", "machine", "--csv", listed)
    refused = run("import", listed, study, "--coder", "bert", "--dry-run")
    named = re.search(r"B@1\.0\.0\+\w+", refused.output)
    assert named, refused.output
    done = run("import", listed, study, "--coder", named.group(), "--dry-run")
    assert done.exit_code == 0, done.output
    assert "to be added" in done.output or "to add" in done.output
