"""A study reads nothing outside its own folder, unless the user says so."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from bp_qual import check_study, read_corpus, read_study
from bp_qual.cli import main
from bp_qual.coding.by_hand.events import Event, write_line
from test_nobody_absent import BOOK, TALK, make_study


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A folder beside the study with files of somebody else."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "persons.csv").write_text("person,diagnose\nP01,GEHEIM\nP02,GEHEIM\n")
    (folder / "interviews.csv").write_text("file,person,wave\nP01_2010.txt,P01,GEHEIM\n")
    (folder / "study.yaml").write_text("study: GEHEIM\n")
    (folder / "codebook.yaml").write_text(BOOK.replace("codebook: B", "codebook: GEHEIM"))
    for name in ("P01_2010.txt", "P01_2020.txt"):
        (folder / name).write_text(TALK + "R: GEHEIM samen.\n")
    (folder / "run.json").write_text("{}")
    return folder


def everything_written(folder: Path) -> str:
    return "".join(file.read_text("utf-8", "replace") for file in folder.rglob("*") if file.is_file())


def compare(folder: Path, out: Path, *more: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["compare", str(folder), "-o", str(out), *more])
    return done.exit_code, done.output


NAMED = {
    "persons": "../elsewhere/persons.csv",
    "interviews": "../elsewhere/interviews.csv",
    "transcripts": "../elsewhere",
    "codebook": "../elsewhere/codebook.yaml",
}


@pytest.mark.parametrize("absolute", [False, True])
@pytest.mark.parametrize("key", NAMED)
def test_a_path_in_study_yaml_that_leads_out_is_refused(key: str, absolute: bool, secret: Path, tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    path = NAMED[key] if not absolute else str((folder / NAMED[key]).resolve())
    lines = {"codebook": "codebook.yaml", "floor": "20", "language": "en", key: path}
    (folder / "study.yaml").write_text("".join(f"{name}: {value}\n" for name, value in lines.items()))
    code, output = compare(folder, tmp_path / "out")
    assert (code, "GEHEIM" in output) == (1, False)
    assert "lies outside the study's folder" in output
    assert "--allow-outside" in output
    assert not (tmp_path / "out").exists()


FORMS = ["..\\elsewhere\\", "\\\\server\\share\\", "//server/share/", "C:/elsewhere/", "file:///etc/", "~/"]


@pytest.mark.sweep(4)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("key", NAMED)
def test_a_path_as_other_systems_write_it_reads_nothing_outside(
    key: str, form: str, secret: Path, tmp_path: Path
) -> None:
    folder = make_study(tmp_path / "study")
    lines = {"codebook": "codebook.yaml", "floor": "20", "language": "en", key: f"'{form}{Path(NAMED[key]).name}'"}
    (folder / "study.yaml").write_text("".join(f"{name}: {value}\n" for name, value in lines.items()))
    code, output = compare(folder, tmp_path / "out")
    assert (code, "GEHEIM" in output) == (1, False)
    assert not (tmp_path / "out").exists()


@pytest.mark.sweep(1)
@pytest.mark.parametrize("name", ["codings", "codings/anna.jsonl", "samples", "samples/first.csv"])
def test_codings_and_samples_that_are_links_out_are_not_read(name: str, secret: Path, tmp_path: Path) -> None:
    event = Event("e1", "memo", interview="P01_2010", note="GEHEIM", at="2026-11-27")
    for place, data in (("codings/anna.jsonl", write_line(event) + b"\n"), ("samples/first.csv", b"unit\nGEHEIM\n")):
        (secret / place).parent.mkdir(exist_ok=True)
        (secret / place).write_bytes(data)
    folder = make_study(tmp_path / "study")
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).symlink_to(secret / name)
    for command in (["check"], ["codings"], ["report", "--memos", "--html", str(tmp_path / "r.html")], ["validate"]):
        assert "GEHEIM" not in CliRunner().invoke(main, [command[0], str(folder), *command[1:]]).output
    assert not (tmp_path / "r.html").exists() or "GEHEIM" not in (tmp_path / "r.html").read_text("utf-8")


@pytest.mark.parametrize("path", ['"a\\0b"', "x" * 256])
@pytest.mark.parametrize("key", NAMED)
def test_a_name_in_study_yaml_that_no_file_can_have_is_refused(key: str, path: str, tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    lines = {"codebook": "codebook.yaml", "floor": "20", "language": "en", key: path}
    (folder / "study.yaml").write_text("".join(f"{name}: {value}\n" for name, value in lines.items()))
    code, output = compare(folder, tmp_path / "out")
    assert (code, "a name that no file can have" in output) == (1, True), output


@pytest.mark.sweep(5)
@pytest.mark.parametrize("name", ["persons.csv", "interviews.csv", "codebook.yaml", "study.yaml", "P01_2010.txt"])
def test_a_link_that_leads_out_is_refused(name: str, secret: Path, tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(secret / name)
    code, output = compare(folder, tmp_path / "out")
    assert (code, "GEHEIM" in output) == (1, False)
    assert not (tmp_path / "out").exists()
    assert "GEHEIM" not in "".join(map(str, (*check_study(folder).problems, *check_study(folder).notes)))


def test_a_linked_folder_of_transcripts_is_refused(secret: Path, tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", study="transcripts: talk\n")
    (folder / "talk").symlink_to(secret)
    code, output = compare(folder, tmp_path / "out")
    assert (code, "lies outside the study's folder" in output) == (1, True)


def test_a_row_of_interviews_csv_that_leads_out_is_refused(secret: Path, tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    (folder / "interviews.csv").write_text("file,person,wave\n../elsewhere/P01_2020.txt,P09,2020\n")
    assert compare(folder, tmp_path / "out")[0] == 1


def test_what_the_user_allows_is_read_and_listed_in_one_note(secret: Path, tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", study="persons: ../elsewhere/persons.csv\n")
    (folder / "P01_2010.txt").unlink()
    (folder / "P01_2010.txt").symlink_to(secret / "P01_2010.txt")
    code, output = compare(folder, tmp_path / "out", "--allow-outside")
    assert code == 0, output
    note = next(line for line in output.splitlines() if "read outside the study's folder" in line)
    assert "elsewhere/persons.csv" in note
    assert "elsewhere/P01_2010.txt" in note
    assert "GEHEIM" in everything_written(tmp_path / "out")


def test_in_a_notebook_it_is_a_keyword(secret: Path, tmp_path: Path) -> None:
    from bp_qual.errors import StudyError

    folder = make_study(tmp_path / "study", study="persons: ../elsewhere/persons.csv\n")
    with pytest.raises(StudyError, match="lies outside"):
        read_study(folder)
    assert read_study(folder, allow_outside=True).attributes[0]["diagnose"] == "GEHEIM"
    assert read_corpus(folder, allow_outside=True).persons == ("P01", "P02", "P03")
    assert check_study(folder, allow_outside=True).problems == ()


def test_a_codebook_in_the_folder_codebooks_beside_the_study_is_read(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", study="")
    shared = tmp_path / "codebooks"
    shared.mkdir()
    (shared / "ours.yaml").write_text(BOOK)
    (folder / "study.yaml").write_text("codebook: ../codebooks/ours.yaml\nfloor: 20\n")
    assert check_study(folder).problems == ()


@pytest.mark.parametrize("name", ["notes.txt", "deeper/ours.yaml", "link.yaml"])
def test_nothing_else_in_or_behind_that_folder_is_read(name: str, secret: Path, tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study")
    shared = tmp_path / "codebooks"
    (shared / "deeper").mkdir(parents=True)
    for file in (shared / "notes.txt", shared / "deeper" / "ours.yaml"):
        file.write_text(BOOK)
    (shared / "link.yaml").symlink_to(secret / "codebook.yaml")
    (folder / "study.yaml").write_text(f"codebook: ../codebooks/{name}\n")
    assert "lies outside the study's folder" in str(check_study(folder).problems[0])


def test_only_a_codebook_is_read_from_the_folder_codebooks(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", study="persons: ../codebooks/persons.yaml\n")
    (tmp_path / "codebooks").mkdir()
    (tmp_path / "codebooks" / "persons.yaml").write_text("person,diagnose\nP01,GEHEIM\n")
    assert "lies outside the study's folder" in str(check_study(folder).problems[0])


def commands_with_a_study(group: click.Group, *names: str) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            found += commands_with_a_study(command, *names, name)
        elif any(param.name == "study" for param in command.params):
            found.append((*names, name))
    return found


def test_every_command_that_takes_a_study_lets_the_user_allow_it() -> None:
    assert len(commands_with_a_study(main)) >= 10
    for names in commands_with_a_study(main):
        assert "--allow-outside" in CliRunner().invoke(main, [*names, "--help"]).output, names


@pytest.mark.parametrize("model", ["../../evil", "./evil", "/tmp/evil"])
def test_a_pipeline_is_named_not_located(model: str, tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study", study=f"model: {model}\n")
    assert "is no name of an installed pipeline" in str(check_study(folder).problems[0])


def test_a_folder_in_the_place_where_one_stands_is_no_pipeline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from bp_qual.errors import BpQualError
    from bp_qual.matching.token_patterns import _load_pipeline

    (tmp_path / "evil").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BpQualError, match="'evil' is not installed"):
        _load_pipeline("evil", "nl")
