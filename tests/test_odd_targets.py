"""A result goes to a file with a name of its own, and to nothing that is a pipe, a table of a study or filled in."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from bp_qual.cli import main
from bp_qual.errors import StoreError
from bp_qual.files import check_targets, write_atomically, write_folder, write_together
from bp_qual.files.appending import append_lines, check_appending
from bp_qual.files.own_marks import is_own_file
from bp_qual.files.private_files import write_private
from bp_qual.page.seen_files import SeenFile
from bp_qual.report.run_record import earlier_outputs

UNIX = pytest.mark.skipif(os.name == "nt", reason="pipes and links")


@pytest.fixture(autouse=True)
def no_waiting() -> Iterator[None]:
    """End a test that waits for a pipe."""
    if os.name != "nt":
        signal.alarm(60)
    yield
    if os.name != "nt":
        signal.alarm(0)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)])


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    assert run("init", folder).exit_code == 0
    book = folder / "codebook.yaml"
    text = book.read_text("utf-8")
    assert "terms:" in text
    (folder / "words.csv").write_text("woord\npartner\n", encoding="utf-8")
    book.write_text(text + "  - {id: listed, terms_from: words.csv}\n", encoding="utf-8")
    return folder


def lay_pipe(path: Path) -> None:
    os.mkfifo(path)


def lay_link_to_pipe(path: Path) -> None:
    os.mkfifo(path.parent / "far")
    path.symlink_to("far")


def lay_link_to_nothing(path: Path) -> None:
    path.symlink_to("elsewhere")


def lay_socket(path: Path) -> None:
    at = Path.cwd()
    os.chdir(path.parent)  # a socket has a short path
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)
    os.chdir(at)


@UNIX
@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    ("arguments", "lay"),
    [
        *((f"codebook export {{s}}/codebook.yaml -o {{o}}/x.{ending}", lay) for ending in ("csv", "xlsx")
          for lay in (lay_pipe, lay_link_to_pipe, lay_socket)),
        ("code {s} -o {o}/x.csv", lay_pipe),
        ("codings {s} -o {o}/x.csv", lay_link_to_pipe),
        ("export {s} --csv {o}/x.csv", lay_socket),
        ("export {s} --qdpx {o}/x.qdpx", lay_pipe),
        ("report {s} --docx {o}/x.docx", lay_pipe),
        ("report {s} --html {o}/x.html", lay_link_to_pipe),
        ("codebook show {s}/codebook.yaml --html -o {o}/x.html", lay_socket),
        ("framework {s} -o {o}/x.xlsx", lay_pipe),
        *(("compare {s} -o {o}/x", lay) for lay in (lay_pipe, lay_socket)),
        ("pseudonyms propose {s} -o {o}/x.xlsx", lay_pipe),
    ],
)  # fmt: skip
def test_a_result_never_waits_for_a_pipe_nor_replaces_it(arguments: str, lay: object, study: Path) -> None:
    words = arguments.format(s=study, o=(place := study.parent)).split()
    assert callable(lay)
    lay(pipe := place / Path(words[-1]).name)
    kind = pipe.lstat().st_mode
    for more in ([], ["--overwrite"]):
        done = run(*words, *more)
        assert (done.exit_code, done.exception.__class__) == (1, SystemExit), done.output
        assert pipe.lstat().st_mode == kind


@UNIX
def test_every_writer_refuses_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(pipe := tmp_path / "a.csv")
    for write in (
        lambda: write_atomically(pipe, b"x"),
        lambda: write_atomically(pipe, b"x", edited=True),
        lambda: write_together([(pipe, b"x")], edited=True),
        lambda: write_folder(tmp_path, {"a.csv": b"x"}),
        lambda: check_targets({pipe: b"x"}),
        lambda: write_private(pipe, b"x"),
        lambda: append_lines(pipe, lambda tail, size: [b"x"]),
    ):
        with pytest.raises(StoreError, match="is a pipe, a socket or a device"):
            write()
    assert "is a pipe" in str(check_appending(pipe))
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


@UNIX
def test_nothing_that_looks_at_a_file_waits_for_a_pipe(tmp_path: Path) -> None:
    for name in ("a.csv", "a.html", "run.json"):
        os.mkfifo(tmp_path / name)
        assert not is_own_file(tmp_path / name)
    assert earlier_outputs(tmp_path) == {}
    (page := tmp_path / "b.html").write_bytes(b"ja")
    seen = SeenFile(page)
    page.unlink()
    os.mkfifo(page)
    assert seen.is_changed()


@UNIX
@pytest.mark.parametrize("lay", [lay_pipe, lay_link_to_nothing])
def test_a_lock_that_is_a_link_or_a_pipe_is_named(lay: object, tmp_path: Path) -> None:
    assert callable(lay)
    lay(tmp_path / ".anna.jsonl.lock")
    with pytest.raises(StoreError, match=r"\.anna\.jsonl\.lock  is a link or a pipe"):
        append_lines(tmp_path / "anna.jsonl", lambda tail, size: [b"x"])
    assert not (tmp_path / "elsewhere").exists()


@UNIX
@pytest.mark.parametrize("name", ["persons.csv", "interviews.csv", "codebook.yaml", "study.yaml", "words.csv"])
def test_a_table_of_a_study_that_is_a_pipe_is_told(name: str, study: Path) -> None:
    (study / name).unlink(missing_ok=True)
    os.mkfifo(study / name)
    done = run("check", study)
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert name in done.output


@pytest.mark.sweep(3)
@pytest.mark.parametrize("name", ["study.yaml", "persons.csv", "interviews.csv", "codebook.yaml", "words.csv"])
@pytest.mark.parametrize(
    "arguments",
    ["codebook export {o}/other.yaml -o {t}", "codebook show {o}/other.yaml --html -o {t}", "code {o}/copy -o {t}"],
)
def test_no_command_replaces_a_table_of_a_study_that_it_does_not_read(arguments: str, name: str, study: Path) -> None:
    (target := study / name).exists() or target.write_text("person,age\nP01,3\n", encoding="utf-8")
    other = study.parent / "other.yaml"
    other.write_text("codebook: A\nversion: 1.0.0\nlanguage: nl\ncodes: [{id: a, terms: [aap]}]\n", encoding="utf-8")
    assert run("init", study.parent / "copy").exit_code == 0
    before = target.read_bytes()
    ending = ".html" if "show" in arguments else ".csv" if name.endswith(".csv") else ""
    words = arguments.format(o=study.parent, t=target).split()
    done = run(*words, "--overwrite")
    assert target.read_bytes() == before, (ending, done.output)
    assert done.exit_code != 0


def test_what_lies_beside_the_tables_of_a_study_is_replaced_on_request(study: Path) -> None:
    (mine := study / "mine.csv").write_text("naam\nJan\n", encoding="utf-8")
    assert run("codebook", "export", study / "codebook.yaml", "-o", mine, "--overwrite").exit_code == 0
    assert b"Jan" not in mine.read_bytes()
    assert not list(study.glob("mine.earlier*"))  # none of ours: the user said to replace it


@pytest.mark.sweep(1)
@pytest.mark.parametrize("made", ["matrix", "sheet", "table"])
def test_what_people_wrote_in_is_kept_beside_whatever_takes_its_place(made: str, study: Path) -> None:
    target = study / ("made.csv" if made == "table" else "made.xlsx")
    if made == "sheet":
        run("sample", study, "-n", "5", "--name", "first")
        done = run("sheet", study, "--sample", "first", "--coder", "dora", "-o", target)
    else:
        done = run("framework" if made == "matrix" else "code", study, "-o", target)
    assert done.exit_code == 0, done.output
    if made == "table":
        target.write_bytes(target.read_bytes().replace(b"\n", b"!\n", 2))
    else:
        book = openpyxl.load_workbook(target)
        book.worksheets[-1]["H9"].value = "mijn eigen woorden"
        book.save(target)
    before = target.read_bytes()
    done = run("codebook", "export", study / "codebook.yaml", "-o", target, "--overwrite")
    assert done.exit_code == 0, done.output
    assert target.read_bytes() != before
    assert [path.read_bytes() for path in study.glob("made.earlier*")] == [before]
    assert "made.earlier" in done.output


@pytest.mark.parametrize(
    "arguments",
    [
        "code {s} -o {o}/.csv",
        "export {s} --csv {o}/.csv",
        "export {s} --qdpx {o}/.QDPX",
        "export {s} --annotations {o}/.json",
        "framework {s} -o {o}/.xlsx",
        "codebook export {s}/codebook.yaml -o {o}/.csv",
        "codebook new {o}/.yaml",
        "report {s} --docx {o}/.docx",
        "quotes {s} --code listed --html {o}/.html",
        "words {s} --picture {o}/.svg",
        "agree {s} --disagreements {o}/.xlsx",
        "sensitivity {s} -o {o}/.xlsx",
    ],
)
def test_a_name_that_is_an_ending_only_is_a_wrong_command_line(arguments: str, study: Path) -> None:
    done = run(*arguments.format(s=study, o=study.parent).split())
    assert (done.exit_code, "is alleen een uitgang" in done.output or "is an ending only" in done.output) == (
        2,
        True,
    ), done.output
    assert not list(study.parent.glob(".*"))
