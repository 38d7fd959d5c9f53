"""Folders of passage that no run of ours left: links, folders with more in them, lists that somebody made up."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual import check_study
from bp_qual.cli import main
from bp_qual.files import finish_folder, write_atomically, write_folder, write_together
from bp_qual.files.leftovers import NEW, ORDER, OTHERS, READY, REMOVE, STAGING, remove_strays
from bp_qual.files.new_folder import write_new_folder
from bp_qual.files.private_files import write_private
from bp_qual.files.unfinished import marked_unfinished
from test_nobody_absent import make_study

DEAD = 999999999
NAMES = (
    f"{STAGING}{DEAD}",
    f"{READY}{DEAD}",
    f"{NEW}{DEAD}",
    f".codes.csv.bp_qual-{DEAD}",
    f".mine.txt.bp_qual-{DEAD}",
)
Write = Callable[[Path], None]


def _mark(place: Path) -> None:
    with marked_unfinished("import") as mark:
        mark(place)


WRITERS: tuple[Write, ...] = (
    lambda place: write_atomically(place / "codes.csv", b"x"),
    lambda place: write_folder(place, {"codes.csv": b"x"}),
    lambda place: write_together([(place / "codes.csv", b"x"), (place / "more" / "b.csv", b"x")]),
    lambda place: write_new_folder(place / "new", {"a/b.txt": b"x"}, check=lambda _: None, first=lambda: None),
    lambda place: write_private(place / "key", b"x"),
    finish_folder,
    remove_strays,
    _mark,
)


def precious(tmp_path: Path) -> Path:
    """Make a folder of somebody with a hidden file and a file of a name that we give too."""
    folder = tmp_path / "precious"
    folder.mkdir()
    for name in ("mine.txt", ".hidden", "codes.csv", ORDER, REMOVE):
        (folder / name).write_text(name)
    return folder


def held_in(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@pytest.mark.sweep(87)
@pytest.mark.parametrize("name", [*NAMES, f".bp_qual-unfinished-import-{DEAD}"])
@pytest.mark.parametrize("sub", [False, True])
@pytest.mark.parametrize("write", WRITERS)
def test_a_link_with_the_name_of_what_a_killed_run_leaves_is_never_followed(
    tmp_path: Path, name: str, sub: bool, write: Write
) -> None:
    folder = precious(tmp_path)
    if sub:
        (folder / "sub").mkdir()
        (folder / "sub" / "deep.txt").write_text("mine")
    (place := tmp_path / "place").mkdir()
    (place / name).symlink_to(folder)
    there = held_in(folder)
    write(place)
    assert held_in(folder) == there
    assert (place / name).is_symlink()


@pytest.mark.parametrize("name", NAMES[3:])
def test_a_link_to_a_file_that_has_the_name_of_a_stray_is_left_alone(tmp_path: Path, name: str) -> None:
    mine = precious(tmp_path) / "mine.txt"
    (place := tmp_path / "place").mkdir()
    (place / name).symlink_to(mine)
    write_atomically(place / "codes.csv", b"x")
    assert (mine.read_text(), (place / name).is_symlink()) == ("mine.txt", True)


def test_what_is_written_is_never_written_through_a_link_of_that_name(tmp_path: Path) -> None:
    mine = precious(tmp_path) / "mine.txt"
    (place := tmp_path / "place").mkdir()
    (place / f".codes.csv.bp_qual-{os.getpid()}").symlink_to(mine)
    with pytest.raises(Exception, match="codes"):
        write_atomically(place / "codes.csv", b"x")
    assert mine.read_text() == "mine.txt"


@pytest.mark.parametrize("name", NAMES[:2])
@pytest.mark.parametrize("inside", ["folder", "link"])
@pytest.mark.parametrize("write", WRITERS)
def test_a_folder_of_passage_with_more_than_files_in_it_is_left_alone(
    tmp_path: Path, name: str, inside: str, write: Write
) -> None:
    left = tmp_path / "place" / name
    left.mkdir(parents=True)
    (left / "mine.txt").write_text("mine")
    (left / ORDER).write_text('{"mine.txt": ""}')
    (left / "sub").mkdir() if inside == "folder" else (left / "sub").symlink_to(precious(tmp_path))
    there = held_in(left)
    write(left.parent)
    assert held_in(left) == there
    assert not (left.parent / "mine.txt").exists()


@pytest.mark.parametrize("name", [f"{STAGING}mine", f"{READY}mine", f"{STAGING}7-old", f"{STAGING}"])
def test_a_folder_whose_name_only_begins_as_one_of_ours_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "mine.txt").write_text("mine")
    for write in WRITERS:
        write(tmp_path)
    assert (tmp_path / name / "mine.txt").read_text() == "mine"


@pytest.mark.parametrize("was", ["", digest(b"something else"), "no file", "link ", "*"])
@pytest.mark.parametrize("listed", [ORDER, REMOVE])
def test_a_made_up_list_replaces_and_removes_no_file_whose_content_it_does_not_name(
    tmp_path: Path, listed: str, was: str
) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    (tmp_path / "folder").mkdir()
    (left := tmp_path / f"{READY}{DEAD}").mkdir()
    names = ("mine.txt", "folder", "../x", "", ".", "..", "a\0b", "\udc80", "long" * 99)
    (left / listed).write_text(json.dumps(dict.fromkeys(names, was)))
    os.utime(left / listed, (4e9, 4e9))
    (left / "mine.txt").write_text("theirs")
    write_folder(tmp_path, {"codes.csv": b"x"})
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert (tmp_path / "folder").is_dir()
    assert not left.exists()


@pytest.mark.parametrize(
    "said", ["mine.txt", '["mine.txt", {}, 3]', "3", "null", "[" * 10_000, '{"mine.txt": 3}', "\xff"]
)
def test_a_damaged_list_touches_nothing(tmp_path: Path, said: str) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    (left := tmp_path / f"{READY}{DEAD}").mkdir()
    for name in (ORDER, REMOVE, OTHERS):
        (left / name).write_bytes(said.encode("latin-1"))
    (left / "mine.txt").write_text("theirs")
    finish_folder(tmp_path)
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_another_folder_that_is_named_is_only_emptied_where_it_is_one_of_ours(tmp_path: Path) -> None:
    folder = precious(tmp_path)
    (place := tmp_path / "place").mkdir()
    (left := place / f"{READY}{DEAD}").mkdir()
    (folder / ".bp_qual-first").write_text(json.dumps([str(left)]))
    (link := place / f"{STAGING}{DEAD}").symlink_to(folder)
    (left / OTHERS).write_text(json.dumps([str(folder), str(link)]))
    there = held_in(folder)
    finish_folder(place)
    assert held_in(folder) == there
    assert not left.exists()


def test_a_list_that_is_a_link_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    (tmp_path / "list").write_text(json.dumps({"mine.txt": digest(b"mine")}))
    (left := tmp_path / f"{READY}{DEAD}").mkdir()
    (left / REMOVE).symlink_to(tmp_path / "list")
    finish_folder(tmp_path)
    assert (tmp_path / "mine.txt").read_text() == "mine"


@pytest.mark.sweep(2)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("place", ["", "out"])
def test_check_names_such_a_link_and_every_command_runs_beside_it(tmp_path: Path, name: str, place: str) -> None:
    folder = make_study(tmp_path / "study")
    (folder / place).mkdir(exist_ok=True)
    (folder / place / name).symlink_to(there := precious(tmp_path))
    held = held_in(there)
    assert [note for note in check_study(folder).notes if name in note and "bp_qual does not touch it" in note]
    done = CliRunner().invoke(main, ["code", str(folder), "-o", str(folder / place / "codings.csv")])
    assert done.exit_code == 0, done.output
    assert held_in(there) == held
    assert (folder / place / "codings.csv").is_file()
