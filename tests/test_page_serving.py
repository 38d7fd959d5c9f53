"""The page is one process on this computer: it says where it is, is found again, and stops without a trace."""

from __future__ import annotations

import contextlib
import errno
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bp_qual.coding.by_hand import read_history
from bp_qual.errors import StoreError
from bp_qual.page.serving import HOST, Running, find_running, record_path, take_port
from page_builders import make_page_study

PROGRAM = "import sys; from bp_qual.cli import main; main(['page', *sys.argv[1:], '--coder', 'anna', '--no-browser'])"


@pytest.fixture(autouse=True)
def _own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return make_page_study(tmp_path / "study")


@pytest.fixture
def started() -> Iterator[list[subprocess.Popen]]:
    processes: list[subprocess.Popen] = []
    yield processes
    for process in processes:
        if process.poll() is None:
            process.kill()
        process.communicate()


def start_page(study: Path, started: list[subprocess.Popen]) -> tuple[subprocess.Popen, Running, str]:
    """Start the page as a user does and return the process, where it says it is, and the key."""
    command = [sys.executable, "-c", PROGRAM, str(study)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    started.append(process)
    for line in process.stderr:
        if at := re.search(r"http://127\.0\.0\.1:(\d+)/\?key=(\S+)", line):
            running, _ = wait_for(study)
            assert running.port == int(at[1])
            return process, running, at[2]
    raise AssertionError("the page did not say where it is")


def wait_for(study: Path) -> tuple[Running, str]:
    for _ in range(200):
        running, key = find_running(study, "anna")
        if running is not None and key:
            return running, key
        time.sleep(0.05)
    raise AssertionError("the page does not answer")


def ask(running: Running, address: str, cookie: str = "") -> tuple[int, str]:
    connection = http.client.HTTPConnection(HOST, running.port, timeout=10)
    connection.request("GET", address, headers={"Cookie": f"bp_qual_{running.port}={cookie}"} if cookie else {})
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.status, body


@pytest.mark.slow
def test_the_page_says_where_it_is_and_ctrl_c_ends_it_in_peace(study: Path, started) -> None:
    process, running, key = start_page(study, started)
    assert ask(running, f"/?key={key}")[0] == 200
    assert ask(running, "/api/start", running.token)[0] == 200
    assert ask(running, "/api/start", "wrong")[0] == 403
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0
    assert out == ""
    assert "Traceback" not in err
    assert "Aborted" not in err
    assert not record_path(study, "anna").exists()


def test_a_second_start_finds_the_first_and_a_new_key(study: Path, started) -> None:
    _, running, _ = start_page(study, started)
    again = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(study)], capture_output=True, text=True, timeout=60, check=True
    )
    at = re.search(r"http://127\.0\.0\.1:(\d+)/\?key=(\S+)", again.stderr)
    assert int(at[1]) == running.port
    assert ask(running, f"/?key={at[2]}")[0] == 200


@pytest.mark.slow
def test_after_a_kill_the_page_comes_back_at_the_same_place_for_the_same_browser(study: Path, started) -> None:
    process, before, _ = start_page(study, started)
    process.kill()
    process.wait()
    assert find_running(study, "anna") == (before, "")
    _, after, _ = start_page(study, started)
    assert after == before


@pytest.mark.slow
def test_whatever_the_page_answered_as_saved_is_there_after_it_is_killed_while_codings_arrive(
    study: Path, started
) -> None:
    process, running, _ = start_page(study, started)
    headers = {"Cookie": f"bp_qual_{running.port}={running.token}", "Content-Type": "application/json"}
    connection = http.client.HTTPConnection(HOST, running.port, timeout=30)
    connection.request("GET", "/api/codebook", headers=headers)
    codebook = json.load(connection.getresponse())["coder"]
    answered: list[str] = []
    killer = threading.Timer(0.05, process.kill)
    with contextlib.suppress(OSError, http.client.HTTPException):
        for number in range(100_000):
            events = [{"id": str(number), "do": "memo", "note": "ü" * (number % 300)}]
            connection.request("POST", "/api/save", json.dumps({"codebook": codebook, "events": events}), headers)
            answered += json.load(connection.getresponse())["saved"]
            if len(answered) == 10:
                killer.start()
    connection.close()
    assert len(answered) >= 10
    assert process.wait(60) == -signal.SIGKILL
    assert set(answered) <= {event.id for event in read_history(study, "anna").events}


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc")
def test_the_token_is_only_where_this_user_can_read_it_and_nothing_asked_is_logged(study: Path, started) -> None:
    process, running, key = start_page(study, started)
    record = record_path(study, "anna")
    assert record.stat().st_mode & 0o077 == 0
    assert record.parent.stat().st_mode & 0o077 == 0
    for file in (f"/proc/{process.pid}/cmdline", f"/proc/{process.pid}/environ"):
        shown = Path(file).read_bytes().decode("utf-8", "replace")
        assert running.token not in shown
        assert key not in shown
    ask(running, "/api/interview?id=P01_2010", running.token)
    ask(running, "/api/interview?id=Wilhelmina", running.token)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert "Wilhelmina" not in out + err
    assert "P01" not in out + err


def test_a_taken_port_is_passed_over(tmp_path: Path) -> None:
    with take_port(tmp_path, "anna") as first, take_port(tmp_path, "anna") as second:
        assert first.getsockname()[1] != second.getsockname()[1]
        assert {first.getsockname()[0], second.getsockname()[0]} == {HOST}


def test_a_folder_that_is_open_to_others_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from bp_qual.files.private_files import private_folder

    folder = private_folder()
    folder.chmod(0o755)
    with pytest.raises(StoreError, match="not yours alone"):
        private_folder()
    folder.chmod(0o700)
    assert private_folder() == folder
    assert folder.stat().st_uid == os.getuid()


@pytest.mark.slow
def test_a_thousand_requests_at_once_are_answered_or_refused_and_the_page_goes_on(study: Path, started) -> None:
    process, running, _ = start_page(study, started)
    cookie = f"bp_qual_{running.port}={running.token}"
    request = f"GET /api/start HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n".encode()
    assert ask(running, "/api/start", running.token)[0] == 200
    before = memory_of(process)
    sockets = []
    for number in range(1000):
        sockets.append(socket.create_connection((HOST, running.port), timeout=60))
        sockets[-1].sendall(request)
        if number == 0:
            time.sleep(0.5)  # where all are there before the first is read, all are refused
    answered = [read_status(connection) for connection in sockets]
    assert len(answered) == 1000
    assert set(answered) <= {200, 503}
    assert answered.count(200) >= 1
    assert memory_of(process) - before < 100 * 1024
    times = []
    for _ in range(5):
        begun = time.perf_counter()
        assert ask(running, "/static/main.js", running.token)[0] == 200
        times.append(time.perf_counter() - begun)
    assert min(times) < 0.2


def read_status(connection: socket.socket) -> int:
    """Read an answer whole and return its status."""
    with connection:
        said = b""
        while part := connection.recv(65536):
            said += part
    return int(said.split(b" ", 2)[1])


def memory_of(process: subprocess.Popen) -> int:
    """Return how much memory a process holds, in KiB."""
    status = Path(f"/proc/{process.pid}/status")
    if not status.exists():
        pytest.skip("the memory of a process is read from /proc")
    return int(re.search(r"VmRSS:\s+(\d+)", status.read_text())[1])


@pytest.mark.parametrize("ask", ["passing_folder", "private_folder"])
def test_a_computer_on_which_nothing_temporary_can_be_written_is_told_in_one_line(
    ask: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bp_qual.files import private_files

    def refuse(*_: object, **__: object) -> str:
        raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found")

    monkeypatch.setattr("tempfile.gettempdir", refuse)
    with pytest.raises(StoreError, match=r"^TMPDIR  cannot be written"):
        getattr(private_files, ask)()
