"""What is different on Windows, simulated: each test fails where the branch it is about is taken out."""

from __future__ import annotations

import errno
import os
import re
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from bp_qual import windows
from bp_qual.display import in_shell
from bp_qual.errors import StoreError, TranscriptError
from bp_qual.files import read_bytes, write_atomically
from bp_qual.files.at_work import held, is_at_work
from bp_qual.files.atomic_writing import write_folder
from bp_qual.files.file_names import fitting_name
from bp_qual.files.private_files import private_folder
from bp_qual.files.real_places import is_link
from bp_qual.files.system_places import find_system_places
from bp_qual.matching.languages import word_files
from bp_qual.processes import map_in_order
from bp_qual.study import read_study
from bp_qual.wording.guesses import why_refused
from test_house import SOURCES

ROOT = Path(__file__).parents[1]
DEVICES = ("CON", "prn", "aux.txt", "nul.tar.gz", "COM1", "lpt9", "com¹", "aux .txt", "conin$")


@pytest.fixture
def on_windows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Behave as Windows does: it opens no folders, knows no locks on them, and ends a process that is asked."""
    open_file = os.open

    def refuse_folders(path: str | Path, flags: int, mode: int = 0o777, **more: int | None) -> int:
        if Path(path).is_dir():
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return open_file(path, flags, mode, **more)

    def ended(number: int, signal: int) -> None:
        raise AssertionError(f"process {number} was ended")

    monkeypatch.setattr(windows, "ON_WINDOWS", True)
    monkeypatch.setattr(os, "open", refuse_folders)
    monkeypatch.setattr(os, "kill", ended)
    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "resource", None)
    monkeypatch.delattr(os, "getuid", raising=False)
    monkeypatch.delattr(signal, "pthread_sigmask", raising=False)


@pytest.mark.slow
def test_no_other_module_asks_which_system_it_is_on() -> None:
    asks = re.compile(
        r"\bos\.name\b|\bsys\.platform\b|\bplatform\.system\b|\b(?:import|from) (?:fcntl|resource|msvcrt)\b|getuid"
    )
    asking = [str(path) for path, source in SOURCES.items() if asks.search(source) and Path(path).name != "windows.py"]
    assert asking == []


@pytest.mark.usefixtures("on_windows")
def test_files_are_written_where_no_folder_can_be_opened(tmp_path: Path) -> None:
    write_atomically(tmp_path / "codes.csv", b"code,persons\n")
    write_folder(tmp_path / "out", {name: name.encode() for name in ("a.csv", "b.csv")})
    assert sorted(path.name for path in tmp_path.rglob("*.csv")) == ["a.csv", "b.csv", "codes.csv"]
    with held(tmp_path):
        assert windows.is_locked(tmp_path)


@pytest.mark.usefixtures("on_windows")
@pytest.mark.parametrize(("age", "expected"), [(60, True), (7200, False)])
def test_a_run_is_taken_to_last_an_hour_and_its_process_is_not_asked(tmp_path: Path, age: int, expected: bool) -> None:
    left = tmp_path / ".bp_qual-1"
    left.mkdir()
    os.utime(left, times=(time.time() - age,) * 2)
    assert is_at_work(left) is expected


@pytest.mark.usefixtures("on_windows")
def test_a_file_that_a_scanner_has_open_for_a_moment_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused, replace = [*range(3)], Path.replace

    def replace_later(path: Path, target: Path) -> Path:
        if refused:
            refused.pop()
            raise PermissionError(errno.EACCES, "Access is denied", str(path))
        return replace(path, target)

    (tmp_path / "old.csv").write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", replace_later)
    (tmp_path / "new").write_bytes(b"new")
    windows.put_in_place(tmp_path / "new", tmp_path / "old.csv")
    assert (tmp_path / "old.csv").read_bytes() == b"new"


def held_open(path: Path, target: Path) -> Path:
    error = PermissionError(errno.EACCES, "The process cannot access the file", str(path))
    error.winerror = 32  # type: ignore[attr-defined]
    raise error


@pytest.mark.usefixtures("on_windows")
def test_a_file_that_excel_has_open_stays_as_it_is_and_the_refusal_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_atomically(tmp_path / "codes.csv", b"old\n")
    monkeypatch.setattr(windows, "_PATIENCE", 0.05)
    monkeypatch.setattr(Path, "replace", held_open)
    with pytest.raises(StoreError) as refusal:
        write_atomically(tmp_path / "codes.csv", b"new\n", edited=True)
    assert "het is open in een ander programma" in refusal.value.problems[0].say("nl")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("codes.csv", b"old\n")]


def test_elsewhere_a_refusal_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "replace", held_open)
    monkeypatch.setattr(time, "sleep", lambda _: pytest.fail("waited"))
    with pytest.raises(PermissionError):
        windows.put_in_place(tmp_path / "new", tmp_path / "old")


@pytest.mark.usefixtures("on_windows")
def test_word_lists_are_read_and_not_mapped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_files, "mmap", SimpleNamespace(mmap=lambda *_, **__: pytest.fail("mapped")))
    assert "kamerleden" in word_files.WordTable.open("bp_qual.matching.languages.dutch", "nl_lemmas.words")


@pytest.mark.parametrize("name", DEVICES)
def test_no_file_gets_the_name_of_a_device(name: str) -> None:
    assert windows.is_device(name)
    assert not windows.is_device(fitting_name(name, "person"))


@pytest.mark.parametrize(
    "name", ["anna.", "anna ", "anna. .", " anna", "an:na", "an|na", "a<b>", 'a"b', "a*b?", "a\\b", "a\tb"]
)
def test_a_name_that_windows_would_change_or_refuse_is_not_given(name: str) -> None:
    given = fitting_name(name, "person")
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f]|[. ]$|^ ', given)


@pytest.mark.parametrize("name", ["console", "auxiliary.txt", "com", "com10", "anna", "nul_1"])
def test_a_name_that_only_begins_like_a_device_is_kept(name: str) -> None:
    assert not windows.is_device(name)


@pytest.mark.usefixtures("on_windows")
def test_a_path_that_is_too_long_is_called_so(tmp_path: Path) -> None:
    far = tmp_path.joinpath(*["een map met een lange naam"] * 12, "P01_2010.txt")
    with pytest.raises(TranscriptError) as refusal:
        read_bytes(far)
    assert "de naam is te lang" in refusal.value.problems[0].say("nl")
    assert why_refused(FileNotFoundError(errno.ENOENT, "", str(tmp_path / "P01.txt"))).kind == "not there"


def test_elsewhere_a_long_path_with_nothing_there_is_not_there(tmp_path: Path) -> None:
    far = tmp_path.joinpath(*["een map met een lange naam"] * 12, "P01_2010.txt")
    with pytest.raises(TranscriptError, match="does not exist"):
        read_bytes(far)


def test_a_junction_is_a_link(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    found = SimpleNamespace(st_mode=stat.S_IFDIR, st_reparse_tag=0xA0000003)
    monkeypatch.setattr(Path, "lstat", lambda _: found)
    assert is_link(tmp_path)


@pytest.mark.usefixtures("on_windows")
def test_the_folders_of_the_system_are_those_that_windows_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    assert find_system_places([tmp_path / "app" / "codes.csv", Path("/etc/codes.csv")]) == (tmp_path / "app",)


@pytest.mark.usefixtures("on_windows")
def test_the_user_has_a_folder_for_what_only_they_may_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    assert private_folder() == tmp_path / "bp_qual-user"


@pytest.mark.usefixtures("on_windows")
def test_no_limit_of_memory_is_asked_for() -> None:
    assert windows.limit_of_addresses() is None


@pytest.mark.usefixtures("on_windows")
def test_ctrl_c_is_neither_masked_nor_heard_anew() -> None:
    with windows.interrupt_masked():
        windows.hear_interrupts()
    assert [*map_in_order(str.upper, ["a"], workers=1)] == ["A"]


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["cp437", "cp850", "cp1252"])
@pytest.mark.parametrize("command", [("compare", "transcripts_sample"), ("compare", "--help"), ("compare", "--wrong")])
def test_a_console_prints_arrows_and_dashes_in_plain_letters(encoding: str, command: tuple[str, ...]) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-m", "bp_qual", *command], env=environment, cwd=ROOT, capture_output=True, check=False
    )
    said = (done.stdout + done.stderr).decode(encoding)
    assert done.returncode == (2 if "--wrong" in command else 0), said
    assert "Traceback" not in said
    if "transcripts_sample" in command:
        assert " -> " in said
        assert not re.search(r"\d \? \d|\w\?\w", said)


@pytest.mark.usefixtures("on_windows")
def test_what_is_to_be_typed_has_the_quotation_marks_that_cmd_knows() -> None:
    assert (windows.typed("my study"), windows.typed("C:\\out")) == ('"my study"', "C:\\out")
    assert windows.typed("-o my study") == '"./-o my study"'


@pytest.mark.parametrize("name", ["-o", "it's", "a\nb", "a\\n'\nb", "\udc80 x", "x\u200by", "a b", "--help"])
def test_a_folder_of_any_name_can_be_typed_as_it_is_told(name: str) -> None:
    if windows.ON_WINDOWS:
        pytest.skip("other quotation marks")
    command = ["bash", "-c", f"printf '%s\\0' {in_shell(name)}"]
    assert os.fsdecode(subprocess.run(command, capture_output=True, check=True).stdout)[:-1] in (name, f"./{name}")


def test_a_path_in_study_yaml_may_have_the_slashes_of_windows(tmp_path: Path) -> None:
    (tmp_path / "gesprekken" / "alle").mkdir(parents=True)
    for name in ("P01_2010.txt", "P01_2020.txt"):
        (tmp_path / "gesprekken" / "alle" / name).write_text("I: Hoe?\nR: Samen.\n", "utf-8")
    (tmp_path / "boek").mkdir()
    book = "codebook: B\nversion: 1.0.0\nlanguage: nl\ncodes:\n  - {id: samen, label: Samen, terms: [samen]}\n"
    (tmp_path / "boek" / "boek.yaml").write_text(book, "utf-8")
    yaml = "study: S\nlanguage: nl\ntranscripts: 'gesprekken\\alle'\ncodebook: 'boek\\boek.yaml'\n"
    (tmp_path / "study.yaml").write_text(yaml, "utf-8")
    study = read_study(tmp_path)
    assert len(study.interviews) == 2
    assert study.codebook is not None
