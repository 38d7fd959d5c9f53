from __future__ import annotations

import contextlib
import errno
import hashlib
import io
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from bp_qual.display import show_name
from bp_qual.errors import BpQualWarning, StoreError, TranscriptError
from bp_qual.files import (
    allow_overwriting,
    clean_text,
    decode_text,
    finish_folder,
    guarded_run,
    open_package,
    read_bytes,
    write_atomically,
    write_folder,
    write_together,
)
from bp_qual.files import safe_reading as files
from bp_qual.files.at_work import held
from bp_qual.files.guard import check_places, check_targets
from bp_qual.files.leftovers import NEW, READY
from bp_qual.files.new_folder import write_new_folder
from bp_qual.files.seals import seal_package, seal_page
from bp_qual.files.system_places import find_system_places
from bp_qual.files.taking_back import taken_back_on_error
from bp_qual.files.written_before import is_ours
from bp_qual.report.run_record import changed_outputs, earlier_outputs
from bp_qual.study.starter import make_study

DUTCH = "Zoë zei: één café, géén probleem – ‘mooi’ voor €5."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_text_comes_out_the_same_whatever_encoding_it_was_saved_in(encoding: str) -> None:
    data = DUTCH.encode(encoding)
    data = b"\xff\xfe" + data if encoding == "utf-16-le" else data

    decoded = decode_text(data, where="a.txt")

    assert decoded.text == DUTCH
    assert bool(decoded.notes) == (encoding == "cp1252")


def test_a_byte_that_no_encoding_has_is_named_with_its_place() -> None:
    with pytest.raises(TranscriptError, match=r"a\.txt  is not .*: byte 0x81 at 6"):
        decode_text("één ".encode("cp1252") + b"..\x81", where="a.txt")


PASTED = "I: En toen?\nR: Eén keer was er niets meer.\n"
MARKS = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}


@pytest.mark.parametrize("first", MARKS)
@pytest.mark.parametrize("pasted", [PASTED.encode(), PASTED.encode("cp1252"), b"R: Nee.\n"])
def test_text_pasted_behind_utf_16_is_refused_and_never_garbled(first: str, pasted: bytes) -> None:
    text = MARKS[first] + (DUTCH * 20).encode(first)
    assert decode_text(text, where="a.txt").text == DUTCH * 20
    for end in (b"", b" "):
        with pytest.raises(TranscriptError, match=r"a\.txt  is (?:in two encodings: from line 1 |not utf-16)"):
            decode_text(text + pasted + end, where="a.txt")


@pytest.mark.parametrize("second", MARKS)
@pytest.mark.parametrize("mark", [True, False])
@pytest.mark.parametrize("said", [PASTED, "R: Nee.\n"])
def test_utf_16_pasted_behind_utf_8_is_refused(second: str, mark: bool, said: str) -> None:
    with pytest.raises(TranscriptError, match="is in two encodings: from line 20. on it is not in utf-8"):
        decode_text((DUTCH + "\n").encode() * 200 + MARKS[second] * mark + said.encode(second), where="a.txt")


def test_text_under_a_wrong_mark_is_refused() -> None:
    for mark, other in zip(MARKS.values(), reversed(MARKS), strict=True):
        for data in (PASTED.encode(other), PASTED.encode(), PASTED.encode() + b" "):
            with pytest.raises(TranscriptError, match=r"in two encodings|not utf-16"):
                decode_text(mark + data, where="a.txt")
    with pytest.raises(TranscriptError, match="in two encodings"):
        decode_text(PASTED.encode("utf-16-be"), where="a.txt", encoding="utf-16-le")


def test_chinese_in_utf_16_is_in_one_encoding() -> None:
    talk = "R: 在在在。我们住在这里很久了。邻居们都很好。下雨天他们帮助我们。\n" * 200
    assert decode_text(talk.encode("utf-16"), where="a.txt").text == talk


def test_bytes_of_windows_1252_behind_the_mark_of_utf_8_are_the_letters_they_were() -> None:
    decoded = decode_text(b"\xef\xbb\xbf" + "één".encode() + " café één".encode("cp1252"), where="a.txt")
    assert decoded.text == "één café één"


def test_a_named_encoding_is_used_and_a_wrong_one_is_an_error() -> None:
    assert decode_text("Škoda".encode("cp1250"), encoding="cp1250").text == "Škoda"
    with pytest.raises(TranscriptError, match="no encoding 'klingon'"):
        decode_text(b"x", where="a.txt", encoding="klingon")


@pytest.mark.parametrize("encoding", ["charmap", "unicode_escape", "raw_unicode_escape", "undefined", "base64"])
def test_an_encoding_that_no_file_is_in_is_refused(encoding: str) -> None:
    with pytest.raises(TranscriptError, match=f"no encoding '{encoding}'"):
        decode_text(b"R: \\u0041ls dat zo is.", where="a.txt", encoding=encoding)


def test_utf_16_without_its_mark_is_refused_rather_than_guessed() -> None:
    with pytest.raises(TranscriptError, match="UTF-16 without its mark"):
        decode_text("gewoon een zin".encode("utf-16-le"), where="a.txt")


def test_line_ends_become_lf_and_what_cannot_be_seen_by_anyone_goes() -> None:
    assert clean_text("a\r\nb\rc\x0cd\ufeffe\x00\ud800f") == "a\nb\nc\ndef"
    assert clean_text("zacht\u00adkens\u200b \u00a0 e\u0301") == "zacht\u00adkens\u200b \u00a0 e\u0301"


def test_control_characters_are_counted_in_the_note() -> None:
    assert "2 control characters" in str(decode_text(b"a\x01b\x02c", where="a.txt").notes[0])


def test_odd_names_are_shown_escaped() -> None:
    assert show_name("a\n\x1b[31m.txt") == "a\\n\\x1b[31m.txt"


def test_a_folder_and_a_missing_file_are_one_line_each(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "no.txt", tmp_path / ("x" * 300)):
        with pytest.raises(TranscriptError) as caught:
            read_bytes(path)
        assert str(caught.value).count("\n") == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(TranscriptError, match="is not a file"):
        read_bytes(tmp_path / "pipe.txt")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_out_of_the_study_is_refused_and_one_within_is_read(tmp_path: Path) -> None:
    study = tmp_path / "study"
    study.mkdir()
    (tmp_path / "secret.txt").write_text("R: geheim")
    (study / "own.txt").write_text("R: eigen")
    (study / "out.txt").symlink_to(tmp_path / "secret.txt")
    (study / "in.txt").symlink_to(study / "own.txt")

    with pytest.raises(TranscriptError, match="outside the study"):
        read_bytes(study / "out.txt", inside=study)
    assert read_bytes(study / "in.txt", inside=study) == b"R: eigen"


def test_a_file_above_the_limit_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "big.txt").write_bytes(b"x" * 100)
    with pytest.raises(TranscriptError, match="too large"):
        read_bytes(tmp_path / "big.txt", limit=99)


def make_zip(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return buffer.getvalue()


def test_a_zip_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = make_zip(word__document_xml=b" " * (2 * files.MEBIBYTE))
    with pytest.raises(TranscriptError, match="packed too tightly"):
        open_package(bomb, where="a.docx")
    monkeypatch.setattr(files, "MAX_RATIO", 10**9)
    open_package(bomb, where="a.docx")  # without the limit it would have been opened
    monkeypatch.setattr(files, "MAX_PACKAGE", files.MEBIBYTE)
    with pytest.raises(TranscriptError, match="unpacks to"):
        open_package(bomb, where="a.docx")


def test_a_zip_with_too_many_or_too_large_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = make_zip(a_xml=b"12345", b_xml=b"12345")
    monkeypatch.setattr(files, "MAX_PARTS", 1)
    with pytest.raises(TranscriptError, match="2 parts"):
        open_package(data, where="a.docx")
    monkeypatch.setattr(files, "MAX_PARTS", 2)
    monkeypatch.setattr(files, "MAX_XML_PART", 4)
    with pytest.raises(TranscriptError, match=r"'a\.xml'"):
        open_package(data, where="a.docx")


def test_a_part_that_lies_about_its_size_is_refused() -> None:
    data = bytearray(make_zip(a_xml=b"x" * 5000))
    size = (5000).to_bytes(4, "little")
    place = data.rfind(size)
    data[place : place + 4] = (10).to_bytes(4, "little")
    package = open_package(bytes(data), where="a.docx")
    with pytest.raises(TranscriptError, match=r"damaged|larger than it says"):
        package.read("a.xml")


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "codes.csv"
    write_atomically(target, b"old")

    def fail(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(StoreError, match="No space left"):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["codes.csv"]


def test_a_set_of_files_that_fails_leaves_the_old_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_folder(tmp_path, {"a.csv": b"old", "b.csv": b"old"})
    calls = []

    def fail_later(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail_later)
    with pytest.raises(StoreError, match="No space left"):
        write_folder(tmp_path, {"a.csv": b"new", "b.csv": b"new"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.csv": b"old", "b.csv": b"old"}


def test_only_its_own_files_are_touched(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep")
    write_folder(tmp_path, {"a.csv": b"1"})
    write_folder(tmp_path, {"a.csv": b"2"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.csv": b"2", "mine.txt": b"keep"}


@pytest.mark.parametrize("name", ["../a.csv", "sub/a.csv", f"{READY}1", ""])
def test_a_name_with_a_path_in_it_is_a_wrong_call(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="plain name"):
        write_folder(tmp_path, {name: b""})


def test_a_complete_staging_of_a_killed_run_is_finished_and_an_incomplete_one_removed(tmp_path: Path) -> None:
    dead = 2**22 + 1  # above the largest process number
    write_folder(tmp_path, {"a.csv": b"old", "b.csv": b"old"})
    ready = tmp_path / f"{READY}{dead}"
    ready.mkdir()
    (ready / ".bp_qual-order").write_text(json.dumps(dict.fromkeys(("a.csv", "b.csv"), digest(b"old"))))
    (ready / "b.csv").write_bytes(b"new")  # a.csv is in place already
    (tmp_path / "a.csv").write_bytes(b"new")
    half = tmp_path / f".bp_qual-staging-{dead}"
    half.mkdir()
    (half / "a.csv").write_bytes(b"hal")

    finish_folder(tmp_path)

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.csv": b"new", "b.csv": b"new"}


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def test_files_of_an_earlier_run_go_in_the_same_step_even_after_a_kill(tmp_path: Path) -> None:
    write_folder(tmp_path, {"a.csv": b"1", "b.csv": b"1", "c.csv": b"1"})
    earlier = {name: digest(b"1") for name in ("a.csv", "b.csv", "not there.csv")}
    write_folder(tmp_path, {"a.csv": b"2"}, earlier=earlier)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.csv": b"2", "c.csv": b"1"}

    ready = tmp_path / f"{READY}{2**22 + 1}"  # killed when all was staged
    ready.mkdir()
    (ready / ".bp_qual-remove").write_text(json.dumps({"c.csv": digest(b"1")}))
    finish_folder(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]

    outside = tmp_path.parent / "outside.txt"
    outside.write_text("x")
    write_folder(tmp_path, {"a.csv": b"3"}, earlier={"../outside.txt": digest(b"x"), "a.csv": digest(b"2")})
    assert outside.exists()


def test_a_file_that_no_earlier_run_wrote_unchanged_is_neither_replaced_nor_removed(tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_bytes(b"mine")
    with pytest.raises(StoreError, match=r"a\.csv  is there already"):
        write_folder(tmp_path, {"a.csv": b"2"}, earlier={"a.csv": digest(b"1"), "b.csv": digest(b"1")})
    write_folder(tmp_path, {"c.csv": b"2"}, earlier={"b.csv": digest(b"1")})
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {b"mine", b"2"}


def test_what_a_run_has_read_it_never_writes_over(tmp_path: Path) -> None:
    (source := tmp_path / "book.yaml").write_bytes(b"name: x")
    (tmp_path / "link.yaml").symlink_to(source)
    with guarded_run():
        allow_overwriting()
        read_bytes(source)
        for target in (source, tmp_path / "link.yaml", tmp_path / "." / "book.yaml"):
            with pytest.raises(StoreError, match="would be overwritten"):
                write_atomically(target, b"new")
        with pytest.raises(StoreError, match="would be overwritten"):
            write_folder(tmp_path, {"book.yaml": b"new"})
    assert source.read_bytes() == b"name: x"
    write_atomically(source, b"new")  # outside a run the caller knows


PROJECT = {"project.qde": b'<Project origin="bp_qual"/>', "sources/a.txt": b"Ja."}


def project() -> bytes:
    """Return what begins as a project of ours, without its seal."""
    return make_zip(**PROJECT)


@pytest.mark.parametrize(
    ("name", "there", "new", "ours"),
    [
        ("a.csv", b"person,code\nP01,a\n", b"person,code\nP02,b\n", True),
        ("a.csv", b"naam;adres\n", b"person,code\n", False),
        ("a.html", seal_page('<meta name="generator" content="bp_qual">').encode(), b"<p>", True),
        ("a.html", b'<meta name="generator" content="bp_qual">', b"<p>", False),
        ("a.html", seal_page("<p>my page").encode(), b"<p>", False),
        ("a.csv", b"person,code\r\nP01,a\r\n", b"person,code\nP02,b\n", False),
        ("a.html", b"<p>my page about bp_qual</p>", b"<p>", False),
        ("a.docx", b"PK my thesis", b"PK", False),
        ("a.qdpx", seal_package(PROJECT.items()), b"PK", True),
        ("a.qdpx", project(), b"PK", False),
        ("a.qdpx", seal_package([("project.qde", b"<Project/>")]), b"PK", False),
        ("a.yaml", b"name: mine", b"name: new", False),
    ],
)
def test_in_a_run_only_what_is_plainly_ours_is_replaced(
    tmp_path: Path, name: str, there: bytes, new: bytes, ours: bool
) -> None:
    write_atomically(tmp_path / name, there)
    with guarded_run():
        if ours:
            write_atomically(tmp_path / name, new)
            return
        with pytest.raises(StoreError, match="--overwrite"):
            write_atomically(tmp_path / name, new)
        assert (tmp_path / name).read_bytes() == there
        allow_overwriting()
        write_atomically(tmp_path / name, new)
    assert (tmp_path / name).read_bytes() == new


def test_a_staging_of_a_running_process_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / f".bp_qual-staging-{os.getppid()}"
    other.mkdir()
    write_folder(tmp_path, {"a.csv": b"1"})
    assert other.is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows locks no folders")
def test_the_number_of_an_ended_process_that_another_one_has_now_keeps_nothing_back(tmp_path: Path) -> None:
    for name in (".bp_qual-staging-", READY):
        left = tmp_path / f"{name}{os.getppid()}"
        left.mkdir()
        (left / "b.csv").write_bytes(b"old")
        (left / ".bp_qual-order").write_text(json.dumps({"b.csv": ""}))
        os.utime(left, (0, 0))
    write_folder(tmp_path, {"a.csv": b"1"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "b.csv"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows locks no folders")
def test_a_folder_that_a_running_process_holds_is_left_alone_however_old(tmp_path: Path) -> None:
    other = tmp_path / f"{READY}{os.getppid()}"
    other.mkdir()
    os.utime(other, (0, 0))
    with held(other):
        write_folder(tmp_path, {"a.csv": b"1"})
    assert other.is_dir()


WRITER = """
import sys, itertools
from bp_qual.files import write_folder
for number in itertools.count():
    write_folder(sys.argv[1], {f"{n}.csv": str(number).encode() * 2000 for n in range(4)})
    if number == 0:
        print("ready", flush=True)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is not to be had on Windows")
def test_runs_killed_at_any_moment_leave_one_whole_set_after_the_next_start(tmp_path: Path) -> None:
    for attempt in range(12):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"ready\n"
        time.sleep(0.003 * attempt)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()

        finish_folder(tmp_path)

        contents = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
        assert sorted(contents) == ["0.csv", "1.csv", "2.csv", "3.csv"]
        assert len(set(contents.values())) == 1


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be written"):
        write_folder(tmp_path / "file" / "out", {"a.csv": b""})


def test_a_file_in_the_place_of_a_folder_is_named_as_the_reason(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    for write in (
        lambda: write_folder(tmp_path / "out", {"a.csv": b""}),
        lambda: write_atomically(tmp_path / "out" / "a", b""),
    ):
        with pytest.raises(StoreError, match="there is a file where a folder is needed"):
            write()
    assert (tmp_path / "out").read_text() == "mine"


def test_the_folder_of_an_output_is_made(tmp_path: Path) -> None:
    write_atomically(tmp_path / "new" / "codings.csv", b"code")
    assert (tmp_path / "new" / "codings.csv").read_bytes() == b"code"


KILLED_TOGETHER = """
import os, signal, sys
from pathlib import Path
from bp_qual.files import write_together
left, place = int(sys.argv[2]), Path(sys.argv[1])
def count(event, arguments):
    global left
    if event in ("open", "os.rename", "os.mkdir") and str(place) in str(arguments[0]):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(count)
write_together([(place / name, b"new") for name in ("a.csv", "b.csv", "more/c.csv", "more/d.csv")])
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is not to be had on Windows")
def test_a_run_killed_while_it_writes_files_together_leaves_the_old_or_the_new_or_a_mixture_that_is_told(
    tmp_path: Path,
) -> None:
    from bp_qual.study.folder_entries import list_entries

    seen = set()
    for step in range(1, 60):
        place = tmp_path / str(step)
        write_together([(place / name, b"old") for name in ("a.csv", "b.csv", "more/c.csv", "more/d.csv")])
        done = subprocess.run([sys.executable, "-c", KILLED_TOGETHER, str(place), str(step)], check=False)
        files = [path for path in place.rglob("[a-d].csv") if not path.parent.name.startswith((".", READY))]
        held = {path.read_bytes() for path in files}
        told = [entry for entry in list_entries(place) if entry.fault and entry.fault.kind == "unfinished writing"]
        seen.add((*sorted(held), bool(told)))
        assert len(held) == 1 or told
        for folder in (place, place / "more"):
            finish_folder(folder)
        assert not list(place.rglob("*bp_qual-*"))
        assert len({path.read_bytes() for path in files}) == 1
        if done.returncode == 0:
            break
    assert {(b"old", False), (b"new", False), (b"new", b"old", True)} <= seen


def test_files_written_together_are_all_refused_where_one_is(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_bytes(b"by hand")
    with guarded_run(), pytest.raises(StoreError):
        write_together([(tmp_path / "a.csv", b"1"), (tmp_path / "mine.csv", b"2"), (tmp_path / "c" / "d.csv", b"3")])
    assert [path.name for path in tmp_path.rglob("*")] == ["mine.csv"]


@pytest.mark.parametrize("edited", [True, False])
def test_a_folder_in_the_place_of_one_of_the_files_written_together_leaves_the_old_ones(
    tmp_path: Path, edited: bool
) -> None:
    (tmp_path / "a.csv").write_bytes(b"old")
    (tmp_path / "b.csv").mkdir()
    with pytest.raises(StoreError, match="is a folder|directory"):
        write_together([(tmp_path / "a.csv", b"new"), (tmp_path / "b.csv", b"new")], edited=edited)
    assert (tmp_path / "a.csv").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "b.csv"]


def test_a_disk_that_refuses_one_of_the_files_written_together_leaves_the_old_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bp_qual.files import atomic_writing

    places = [tmp_path / "a.csv", tmp_path / "more" / "b.csv"]
    write_together([(place, b"old") for place in places])
    write = atomic_writing.write_synced

    def refuse(path: Path, data: bytes) -> None:
        if path.name == "b.csv":
            raise OSError(28, "No space left on device")
        write(path, data)

    monkeypatch.setattr(atomic_writing, "write_synced", refuse)
    with pytest.raises(StoreError, match="No space left"):
        write_together([(place, b"new") for place in places])
    assert [place.read_bytes() for place in places] == [b"old", b"old"]
    assert not list(tmp_path.rglob("*bp_qual-*"))


@pytest.mark.parametrize("together", [False, True], ids=["one file", "files that belong together"])
def test_a_file_that_another_program_holds_is_named_and_is_written_once_it_was_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, together: bool
) -> None:
    """As Excel does on Windows, where an open file cannot be replaced."""
    out, files = tmp_path / "out", ("a.csv", "b.csv", "codes.xlsx")

    def write(data: bytes) -> None:
        if together:
            write_folder(out, dict.fromkeys(files, data))
        else:
            write_atomically(out / "codes.xlsx", data)

    write(b"old")
    replace = Path.replace

    def held_open(path: Path, target: Path | str) -> Path:
        if Path(target).name == "codes.xlsx":
            raise PermissionError(13, "Permission denied")
        return replace(path, target)

    with monkeypatch.context() as excel:
        excel.setattr(Path, "replace", held_open)
        with pytest.raises(StoreError) as told:
            write(b"new")
    assert str(told.value).startswith(f"{out / 'codes.xlsx'}  cannot be written (Permission denied).")
    assert "Close it in other programs" in str(told.value)
    assert (out / "codes.xlsx").read_bytes() == b"old"
    write(b"newer")
    assert {path.name: path.read_bytes() for path in out.iterdir()} == dict.fromkeys(
        files if together else ("codes.xlsx",), b"newer"
    )


def test_two_outputs_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is named as the place of two outputs"):
        write_together([(tmp_path / "a.csv", b"1"), (tmp_path / "b" / ".." / "a.csv", b"2")])
    assert not list(tmp_path.iterdir())


def with_change(package: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """Return a package with a change in one part, all else as it was, as a program leaves it that keeps properties."""
    with zipfile.ZipFile(io.BytesIO(package)) as there, zipfile.ZipFile(buffer := io.BytesIO(), "w") as saved:
        for entry in there.infolist():
            content = there.read(entry)
            saved.writestr(entry, content.replace(old, new, 1) if entry.filename == part else content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("sources/a.txt", b"Ja.", b"Nee."),
        ("sources/a.txt", b"Ja.", b""),
        ("project.qde", b"<Project", b"<Project name='x'"),
        ("project.qde", b" -->\n", b" -->"),
        ("project.qde", b"<!-- ", b"<!-- 0"),
    ],
)
def test_a_package_is_replaced_until_a_part_of_it_was_changed(part: str, old: bytes, new: bytes) -> None:
    made = seal_package(PROJECT.items())
    assert is_ours(made, b"", ".qdpx")
    assert is_ours(with_change(made, part, b"", b""), b"", ".qdpx")  # packed again, nothing else
    assert not is_ours(with_change(made, part, old, new), b"", ".qdpx")


@pytest.mark.parametrize(
    ("parts", "ours"),
    [
        ({"sources/a.txt": b"Ja."}, True),
        ({}, False),
        ({"sources/b.txt": b"Ja."}, False),
        ({"sources/a.txt": b"Ja.", "sources/b.txt": b""}, False),
    ],
)
def test_a_package_with_a_part_more_or_less_or_under_another_name_was_changed(
    parts: dict[str, bytes], ours: bool
) -> None:
    with zipfile.ZipFile(io.BytesIO(seal_package(PROJECT.items()))) as there:
        sealed = there.read("project.qde")
    assert is_ours(make_zip(**{"project.qde": sealed, **parts}), b"", ".qdpx") == ours


def test_a_package_that_unpacks_without_end_is_none_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bp_qual.files.seals.LARGEST", 10)
    assert not is_ours(seal_package(PROJECT.items()), b"", ".qdpx")


def test_a_table_that_may_have_been_edited_is_kept_beside_the_new_one(tmp_path: Path) -> None:
    (table := tmp_path / "codes.csv").write_bytes(b"")
    with guarded_run():
        allow_overwriting()
        write_atomically(table, b"code,persons\na,1\n")
    with guarded_run():
        write_atomically(table, b"code,persons\na,2\n")
        write_folder(tmp_path, {"codes.csv": b"code,persons\na,3\n"})
        write_together([(table, b"code,persons\na,4\n")])
    assert [path.name for path in tmp_path.iterdir()] == ["codes.csv"]
    for number, write in enumerate(
        (
            lambda data: write_atomically(table, data),
            lambda data: write_folder(tmp_path, {"codes.csv": data}),
            lambda data: write_together([(table, data)]),
        ),
        start=1,
    ):
        mine = table.read_bytes() + b"mine,%d\n" % number
        table.write_bytes(mine)
        with guarded_run(), pytest.warns(BpQualWarning, match=r"codes\.csv was written before.*codes\.earlier") as said:
            write(b"code,persons\na,5\n")
        assert len(said) == 1
        copy = tmp_path / f"codes.earlier{f'-{number}' if number > 1 else ''}.csv"
        assert copy.read_bytes() == mine
        assert table.read_bytes() == b"code,persons\na,5\n"


def test_a_table_is_replaced_without_a_copy_where_everything_may_be_or_nothing_is_guarded(tmp_path: Path) -> None:
    (table := tmp_path / "codes.csv").write_bytes(b"code\nmine\n")
    write_atomically(table, b"code\na\n")
    table.write_bytes(b"code\nmine\n")
    with guarded_run():
        allow_overwriting()
        write_atomically(table, b"code\nb\n")
    table.write_bytes(b"code\nc\n")
    with guarded_run():  # the record of the earlier run tells that nobody changed it
        write_folder(tmp_path, {"codes.csv": b"code\nd\n"}, earlier={"codes.csv": digest(b"code\nc\n")})
    assert [path.name for path in tmp_path.iterdir()] == ["codes.csv"]


def test_what_is_a_link_or_a_folder_is_not_put_back_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "theirs.txt").write_bytes(b"theirs")
    (linked := tmp_path / "linked.csv").symlink_to(tmp_path / "theirs.txt")
    (dangling := tmp_path / "dangling.csv").symlink_to(tmp_path / "nothing")
    (folder := tmp_path / "folder.csv").mkdir()
    with contextlib.suppress(ValueError), taken_back_on_error() as before:
        for path in (linked, dangling, folder):
            before.note(path)
        raise ValueError
    assert linked.is_symlink()
    assert dangling.is_symlink()
    assert folder.is_dir()


def test_a_new_study_that_was_killed_is_left_to_the_command_that_makes_it(tmp_path: Path) -> None:
    left = tmp_path / f"{NEW}999999999"
    (left / "codings").mkdir(parents=True)
    (left / "study.yaml").write_bytes(b"study: Buurt")
    write_folder(tmp_path, {"a.csv": b"1"})
    assert (left / "study.yaml").is_file()
    write_new_folder(tmp_path / "new", {"a.txt": b"1"}, check=lambda _: None, first=lambda: None)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "new"]


def test_what_somebody_edited_after_a_killed_run_is_not_undone_by_the_next(tmp_path: Path) -> None:
    write_folder(tmp_path, {"a.csv": b"old", "b.csv": b"old"})
    ready = tmp_path / f"{READY}999999999"
    ready.mkdir()
    order = json.dumps(dict.fromkeys(("a.csv", "b.csv"), digest(b"old"))).encode()
    for name, data in (("a.csv", b"new"), ("b.csv", b"new"), (".bp_qual-order", order)):
        (ready / name).write_bytes(data)
    (tmp_path / "a.csv").write_bytes(b"by hand")
    os.utime(tmp_path / "a.csv", (0, 0))
    finish_folder(tmp_path)
    assert (tmp_path / "a.csv").read_bytes() == b"by hand"
    assert (tmp_path / "b.csv").read_bytes() == b"new"
    assert not ready.exists()


def test_one_file_put_in_place_leaves_what_is_ready_or_belongs_to_it(tmp_path: Path) -> None:
    (ready := tmp_path / "first" / f"{READY}999999999").mkdir(parents=True)
    (ready / "codes.csv").write_bytes(b"ready")
    (tied := tmp_path / "second" / ".bp_qual-staging-999999999").mkdir(parents=True)
    (tied / ".bp_qual-first").write_text(json.dumps([str(ready)]))
    for folder in ("first", "second"):
        write_atomically(tmp_path / folder / "persons.csv", b"x")
    assert (ready / "codes.csv").read_bytes() == b"ready"
    assert tied.is_dir()


def test_a_table_of_a_folder_of_results_whose_headings_were_changed_is_told_and_not_replaced(tmp_path: Path) -> None:
    (table := tmp_path / "codes.csv").write_bytes(b"thema,personen\n")
    (tmp_path / "run.json").write_text(
        json.dumps({"bp_qual": "1", "outputs": {"codes.csv": digest(b"code,persons,up\n")}})
    )
    assert changed_outputs(tmp_path) == ("codes.csv",)
    with pytest.raises(StoreError, match="--overwrite"):
        write_folder(tmp_path, {"codes.csv": b"code,persons,up\n"}, earlier=earlier_outputs(tmp_path))
    assert table.read_bytes() == b"thema,personen\n"


@pytest.mark.parametrize("after", [0, 1, 2])
@pytest.mark.parametrize(
    "write",
    [
        lambda place: write_atomically(place / "a" / "b" / "codes.csv", b"1"),
        lambda place: write_folder(place / "a" / "b", {"codes.csv": b"1", "x.csv": b"2"}),
        lambda place: write_together([(place / "a" / "1.csv", b"1"), (place / "a" / "b" / "2.csv", b"2")]),
        lambda place: write_new_folder(place / "a" / "b", {"c/1.csv": b"1", "2.csv": b""}, check=id, first=int),
    ],
)
def test_a_disk_that_is_full_leaves_no_folder_that_was_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[[Path], None], after: int
) -> None:
    written = list[int]()

    def refuse(handle: int) -> None:
        written.append(handle)
        if len(written) > after:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    (tmp_path / "kept").mkdir()
    with contextlib.suppress(StoreError):
        write(tmp_path)
    done = [path.name for path in tmp_path.rglob("*") if path.is_file() and "bp_qual" not in str(path)]
    if not done:
        assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_a_study_that_a_full_disk_has_no_room_for_is_not_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(errno.ENOSPC, "No space left on device")))
    with pytest.raises(StoreError, match="cannot be written"):
        make_study(tmp_path / "research" / "study")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="these are folders of other systems")
@pytest.mark.parametrize("place", ["/", "/etc", "/usr/share/study", "/dev", "/proc/1", "~", "~/.."])
def test_results_in_a_folder_of_the_system_or_loose_at_home_are_refused_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    (home := tmp_path / "homes" / "anna").mkdir(parents=True)
    monkeypatch.setattr(Path, "home", lambda: home)
    where = Path(place.replace("~", str(home)))
    tables = {where / f"{name}.csv": b"code,persons" for name in ("codes", "persons", "panel")}
    check_targets(tables)  # in a notebook whoever calls knows
    with guarded_run():
        allow_overwriting()
        for interviews in (True, False):
            with pytest.raises(StoreError) as caught:
                check_targets(tables, interviews=interviews)
            assert [problem.kind for problem in caught.value.problems] == ["system place"]
        if place.startswith("~"):
            write_atomically(where / "codes.csv", b"code,persons")
            write_folder(where / "out", {path.name: data for path, data in tables.items()})
        else:
            with pytest.raises(StoreError, match="results do not belong"):
                check_places([where / "new"])


def test_a_disk_that_was_plugged_in_is_no_folder_of_the_system() -> None:
    assert find_system_places([Path("/run/media/anna/disk/codes.csv"), Path("/run/user/1000/gvfs/codes.csv")]) == ()


@pytest.mark.parametrize("edited", [True, False])
def test_what_somebody_saves_while_a_file_is_written_is_not_lost(
    edited: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, sync = tmp_path / "matrix.xlsx", os.fsync
    file.write_bytes(b"as it was")

    def save_meanwhile(number: int) -> None:
        file.write_bytes(b"by hand")
        sync(number)

    monkeypatch.setattr("os.fsync", save_meanwhile)
    with pytest.raises(StoreError, match="was saved by another program"):
        write_atomically(file, b"new", edited=edited)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("matrix.xlsx", b"by hand")]


def test_two_runs_that_write_the_same_at_once_are_no_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, sync = tmp_path / "codes.csv", os.fsync

    def write_too(number: int) -> None:
        file.write_bytes(b"new")
        sync(number)

    monkeypatch.setattr("os.fsync", write_too)
    write_atomically(file, b"new")
    assert file.read_bytes() == b"new"
