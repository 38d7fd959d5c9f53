"""The coding page under attack, small versions of ``benchmarks/attack_page.py`` and ``benchmarks/attack_socket.py``."""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

import attack_page
import attack_socket

from bp_qual.page import open_desk
from bp_qual.page.gate import Gate
from bp_qual.page.routes import make_app
from bp_qual.page.serving import make_server, take_port
from page_builders import PORT, TOKEN, let_in, make_desk


@contextmanager
def served(gate: Gate, study: Path) -> Iterator[attack_socket.Place]:
    """A page that runs in this process."""
    listener = take_port(study, "anna")
    port = listener.getsockname()[1]
    gate.port, gate.cookie = port, f"bp_qual_{port}"
    server = make_server(gate)
    running = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    running.start()
    try:
        yield attack_socket.Place(port, TOKEN)
    finally:
        server.should_exit = True
        running.join(60)
        listener.close()


@pytest.mark.slow
@pytest.mark.parametrize("blind", [False, True])
def test_odd_values_in_every_field_are_answered_in_a_sentence_and_touch_nothing_else(
    tmp_path: Path, blind: bool
) -> None:
    tally = attack_page.attack(tmp_path, times=60, each=60, blind=blind)
    assert tally.wrong == []
    assert tally.asked > 500
    assert {"200", "400", "404", "405"} <= tally.answers.keys()


@pytest.mark.slow
def test_odd_bytes_on_the_socket_and_writers_at_once_harm_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("bp_qual.page.gate.SLOWEST", 0.5)
    study = attack_page.make_scene(tmp_path)
    gate = make_app(open_desk(study, coder="anna"), token=TOKEN, port=PORT, language="en")
    with served(gate, study) as place:
        tally = attack_socket.attack_socket(place, tmp_path, rounds=1, held=210)
    assert tally.wrong == []
    assert gate.faults == []
    assert "Traceback" not in capfd.readouterr().err


def test_what_a_reason_quotes_of_what_was_sent_is_cut(tmp_path: Path) -> None:
    page = let_in(make_app(make_desk(tmp_path / "study"), token=TOKEN, port=PORT, language="en"))
    answer = page.get("/api/interview", params={"id": "x" * 50_000})
    assert answer.status_code == 400
    assert len(answer.json()["problem"]) < 1100
    sent = {"events": [{"id": "e", "do": "y" * 50_000}], "codebook": ""}
    (refused,) = page.post("/api/save", json=sent).json()["refused"]
    assert len(refused["why"]) < 1100


@pytest.mark.parametrize(("language", "said"), [("en", "nothing at this address"), ("nl", "is niets")])
def test_an_address_that_is_not_there_says_so_in_the_language_of_the_page(
    tmp_path: Path, language: str, said: str
) -> None:
    page = let_in(make_app(make_desk(tmp_path / "study"), token=TOKEN, port=PORT, language=language))
    for answer in (page.get("/nope"), page.get("/static/nope.js"), page.get("/audio?id=nope"), page.put("/api/start")):
        assert answer.status_code in (404, 405)
        assert said in answer.json()["problem"]
    assert "GET" in page.put("/api/start").headers["allow"]


def test_the_count_of_an_attack_has_teeth(tmp_path: Path) -> None:
    """What the attack must find: a page that opens files by name, and one that fails inside."""
    study, tally = attack_page.make_scene(tmp_path), attack_page.Tally()
    before = attack_page.written(tmp_path)

    async def careless(scope, receive, send):
        name = scope["query_string"].decode().partition("id=")[2]
        if name == "fail":
            raise RuntimeError("inside")
        body = (study / name).read_bytes() if name else b""
        (tmp_path / "left.txt").write_bytes(body)
        await send({"type": "http.response.start", "status": 200 if name else 404, "headers": []})
        await send({"type": "http.response.body", "body": body})

    with closing(attack_page.Asker(Gate(careless, TOKEN, port=PORT), tally)) as asker:
        for query in ("id=../secret.txt", "id=fail", ""):
            asker.ask("GET", "/", query)
    attack_page.look_after(tmp_path, before, ["never"], tally)
    assert [what.partition(":")[0] for what in tally.wrong] == [
        "told what is outside the study",
        "a fault inside",
        "an answer without words",
        "a file that is no business of the page",
        "reported as saved, and lost",
    ]


def test_a_connection_that_never_asks_is_ended_and_one_that_asks_slowly_is_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bp_qual.page.gate.SLOWEST", 1.0)
    study = attack_page.make_scene(tmp_path)
    gate = make_app(open_desk(study, coder="anna"), token=TOKEN, port=PORT, language="en")
    with served(gate, study) as place:
        silent, slow = (attack_socket.connect(place) for _ in range(2))
        head = place.head("GET /api/texts HTTP/1.1")
        slow.sendall(head[:20])
        time.sleep(0.3)
        slow.sendall(head[20:])
        assert slow.recv(12) == b"HTTP/1.1 200"
        while slow.recv(65536)[-1:] != b"}":
            pass
        time.sleep(1.5)  # between two questions it may wait longer
        slow.sendall(head)
        assert slow.recv(12) == b"HTTP/1.1 200"
        assert silent.recv(1) == b""
        slow.close()
        silent.close()


@pytest.mark.slow
@pytest.mark.parametrize("sent_along", [True, False])
def test_a_connection_that_asks_half_a_second_question_is_ended(
    sent_along: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bp_qual.page.gate.SLOWEST", 0.5)
    study = attack_page.make_scene(tmp_path)
    gate = make_app(open_desk(study, coder="anna"), token=TOKEN, port=PORT, language="en")
    with served(gate, study) as place, attack_socket.connect(place) as connection:
        head = place.head("GET /api/texts HTTP/1.1")
        connection.sendall(head + (head[:20] if sent_along else b""))
        while (answer := connection.recv(65536))[-1:] != b"}":
            assert answer
        if not sent_along:
            connection.sendall(head[:20])
        begun = time.monotonic()
        assert connection.recv(1) == b""
        assert time.monotonic() - begun < 10


def test_a_second_question_that_comes_whole_along_with_the_first_is_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bp_qual.page.gate.SLOWEST", 1.0)
    study = attack_page.make_scene(tmp_path)
    gate = make_app(open_desk(study, coder="anna"), token=TOKEN, port=PORT, language="en")
    with served(gate, study) as place, attack_socket.connect(place) as connection:
        head = place.head("GET /api/texts HTTP/1.1")
        connection.sendall(head + head)
        told = b""
        while told.count(b"HTTP/1.1 200") < 2 or told[-1:] != b"}":
            told += connection.recv(65536)
        time.sleep(1.5)  # between two questions it may wait longer
        connection.sendall(head)
        assert connection.recv(12) == b"HTTP/1.1 200"


def test_a_body_of_which_half_comes_is_refused_and_the_connection_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bp_qual.page.gate.SLOWEST", 0.5)
    study = attack_page.make_scene(tmp_path)
    gate = make_app(open_desk(study, coder="anna"), token=TOKEN, port=PORT, language="en")
    whole = json.dumps({"events": [{"id": "half", "do": "memo", "note": "x"}], "codebook": ""}).encode()
    with served(gate, study) as place, attack_socket.connect(place) as connection:
        head = place.head("POST /api/save HTTP/1.1", Content_Length=str(len(whole)), Content_Type="application/json")
        connection.sendall(head + whole[:-1])
        assert connection.recv(12) == b"HTTP/1.1 408"
    assert "half" not in (study / "codings" / "anna.jsonl").read_text("utf-8")
