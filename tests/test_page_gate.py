"""Nobody but this page, in a browser on this computer, gets anything from the page."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest
from starlette.routing import Route
from starlette.testclient import TestClient

from bp_qual.page.gate import MOST_BYTES, SAFETY, Gate
from bp_qual.page.routes import make_app
from page_builders import make_desk

TOKEN, PORT = "t" * 43, 8000
HERE = f"http://127.0.0.1:{PORT}"
GOOD = {"cookie": f"bp_qual_{PORT}={TOKEN}"}
METHODS = ("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS")
HOSTS = ("evil.example", "127.0.0.1.nip.io:8000", "localhost.evil:8000", "localhost@evil.example", "[::1", "", "a b")
HOSTILE = [
    {},
    {"cookie": f"bp_qual_{PORT}=x"},
    {"cookie": f"bp_qual={TOKEN}"},
    {"cookie": f"bp_qual_{PORT}={TOKEN}; bp_qual_{PORT}={TOKEN}"},
    *(GOOD | {"host": host} for host in HOSTS),
    *(
        GOOD | {"origin": origin}
        for origin in ("http://evil.example", "null", "http://127.0.0.1:9999", "https://127.0.0.1:8000")
    ),
    GOOD | {"host": "127.0.0.1", "origin": f"http://127.0.0.1:{PORT}"},
    *(GOOD | {"sec-fetch-site": site} for site in ("cross-site", "same-site")),
]


@pytest.fixture(scope="module")
def gate(tmp_path_factory) -> Gate:
    desk = make_desk(tmp_path_factory.mktemp("gate") / "study")
    return make_app(desk, token=TOKEN, port=PORT, language="en")


@pytest.fixture
def client(gate) -> TestClient:
    return TestClient(gate, base_url=HERE)


def addresses(gate: Gate) -> list[str]:
    """Every address of the page, as the application itself lists them, and some that are not there."""
    routes = [route.path.replace("{name}", "main.js") for route in gate.app.routes if isinstance(route, Route)]
    assert len(routes) == len(gate.app.routes), "a mount or a websocket is not covered by this test"
    return [*routes, "/nope", "/static/../../etc/passwd", "/api/../api/start", "//evil.example/"]


def ask(gate: Gate, method: str, address: str, headers: dict[str, str]) -> tuple[int, dict[bytes, list[bytes]]]:
    """Ask the gate as a server would, without a client that mends what is sent."""
    said: list[dict] = []

    async def send(message):
        said.append(message)

    async def receive():
        return {"type": "http.request", "body": b""}

    pairs = [(name.encode(), value.encode()) for name, value in ({"host": f"127.0.0.1:{PORT}"} | headers).items()]
    path, _, query = address.partition("?")
    scope = {
        "type": "http", "method": method, "path": path, "raw_path": path.encode(), "query_string": query.encode(),
        "headers": pairs, "root_path": "", "scheme": "http", "server": ("127.0.0.1", PORT), "http_version": "1.1",
    }  # fmt: skip
    asyncio.run(gate(scope, receive, send))
    answered: dict[bytes, list[bytes]] = {}
    for name, value in said[0]["headers"]:
        answered.setdefault(name, []).append(value)
    return said[0]["status"], answered


@pytest.mark.slow
def test_no_hostile_request_gets_through_to_any_address(gate):
    asked = through = 0
    for address in addresses(gate):
        for method in METHODS:
            for headers in HOSTILE:
                asked += 1
                through += ask(gate, method, address, headers)[0] != 403
    assert asked >= 1938
    assert through == 0


def test_a_websocket_is_refused_too(client):
    for headers in [*HOSTILE, {}]:
        with pytest.raises(Exception, match=".*"), client.websocket_connect("/api/start", headers=headers) as socket:
            socket.receive_text()


def test_the_test_of_the_gate_has_teeth(gate):
    assert ask(gate.app, "GET", "/api/start", {"host": "evil.example"})[0] == 200
    assert ask(gate, "GET", "/api/start", GOOD)[0] == 200


def test_two_hosts_are_refused(gate):
    said: list[dict] = []

    async def send(message):
        said.append(message)

    async def receive():
        return {"type": "http.request", "body": b""}

    cookie = (b"cookie", GOOD["cookie"].encode())
    scope = {
        "type": "http", "method": "GET", "path": "/api/start", "query_string": b"",
        "headers": [(b"host", b"127.0.0.1"), (b"host", b"evil"), cookie],
    }  # fmt: skip
    asyncio.run(gate(scope, receive, send))
    assert said[0]["status"] == 403


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000", "127.0.0.1", "localhost", "[::1]"])
def test_the_page_itself_is_answered(client, host):
    """A browser names no port where that is 80; whose page it is, the name and the whole origin say."""
    headers = GOOD | {"host": host, "origin": f"http://{host}", "sec-fetch-site": "same-origin"}
    assert client.get("/api/start", headers=headers).status_code == 200


def test_a_key_opens_the_page_once_and_gives_a_cookie(gate, client):
    key = gate.new_key()
    first = client.get(f"/?key={key}", headers={"sec-fetch-site": "cross-site"})
    assert first.status_code == 200
    assert re.fullmatch(rf"bp_qual_{PORT}={TOKEN}; HttpOnly; SameSite=Strict; Path=/", first.headers["set-cookie"])
    assert key not in first.text
    assert TOKEN not in first.text
    assert TestClient(gate, base_url=HERE).get(f"/?key={key}").status_code == 403
    assert client.get("/").status_code == 200  # with the cookie


@pytest.mark.parametrize(
    ("language", "said", "done"),
    [("en", "link does not open", "bp-qual page"), ("nl", "opent de pagina niet meer", "typ in een terminal")],
)
def test_a_browser_with_a_link_that_was_used_is_told_what_to_do_in_the_language_of_the_study(
    tmp_path, language, said, done
):
    desk = make_desk(tmp_path / "study")
    gate = make_app(desk, token=TOKEN, port=PORT, language=language)
    browser = TestClient(gate, base_url=HERE, headers={"accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    for address in ("/?key=used", "/", "/api/start", "/<script>"):
        answer = browser.get(address)
        assert answer.status_code == 403
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert said in answer.text
        assert done in answer.text
        assert f'lang="{language}"' in answer.text
        assert f"http://127.0.0.1:{PORT}/" in answer.text
        assert "script" not in answer.text
        assert not any(name in answer.text for name in ("Buurt", "P01", "anna"))


@pytest.mark.parametrize("address", ["/api/start", "/static/main.js"])
def test_a_key_opens_nothing_but_the_front(gate, client, address):
    assert client.get(f"{address}?key={gate.new_key()}").status_code == 403


def test_a_wrong_key_or_two_keys_open_nothing(gate, client):
    keys = gate.new_key(), gate.new_key()
    assert client.get("/?key=x").status_code == 403
    assert client.get(f"/?key={keys[0]}&key={keys[1]}").status_code == 403


@pytest.mark.slow
def test_every_answer_carries_the_headers_of_safety(gate):
    for headers in (GOOD, {}):
        for address in addresses(gate):
            for method in METHODS:
                _, answered = ask(gate, method, address, headers)
                for name, value in SAFETY:
                    assert answered[name] == [value], (address, method, name)
    assert "unsafe" not in dict(SAFETY)[b"content-security-policy"].decode()


def test_a_body_that_is_too_large_is_refused_before_it_is_read(client):
    answer = client.post("/api/save", headers=GOOD, content=b"x" * (MOST_BYTES + 1))
    assert answer.status_code == 413


def test_a_body_that_does_not_arrive_is_waited_for_no_longer_than_the_limit(gate, monkeypatch):
    monkeypatch.setattr("bp_qual.page.gate.SLOWEST", 0.05)
    said: list[dict] = []

    async def send(message):
        said.append(message)

    async def never():
        await asyncio.sleep(60)

    host, cookie = (b"host", f"127.0.0.1:{PORT}".encode()), (b"cookie", GOOD["cookie"].encode())
    scope = {"type": "http", "method": "POST", "path": "/api/save", "query_string": b"", "headers": [host, cookie]}
    asyncio.run(asyncio.wait_for(gate(scope, never, send), 20))
    assert said[0]["status"] == 408


def test_what_fails_inside_tells_nothing_of_what_was_said(tmp_path):
    async def broken(scope, receive, send):
        raise RuntimeError("Wilhelmina said this")

    gate = Gate(broken, TOKEN, port=PORT)
    answer = TestClient(gate, base_url=HERE).get("/", headers=GOOD)
    assert answer.status_code == 500
    assert "Wilhelmina" not in answer.text + "".join(gate.faults)
    assert gate.faults[0].startswith("RuntimeError in broken")


def test_no_name_in_an_address_is_ever_opened(client):
    for name in ("..%2f..%2fpyproject.toml", "%2e%2e", "desk.py", "..\\desk.py", "index.html%00"):
        assert client.get(f"/static/{name}", headers=GOOD).status_code == 404


def test_an_unknown_interview_is_named_and_not_opened(client, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words", "utf-8")
    answer = client.get("/api/interview", headers=GOOD, params={"id": str(secret)})
    assert answer.status_code == 400
    assert "secret words" not in answer.text


def test_the_guarded_folder_of_static_files_is_what_is_served(client):
    folder = Path(make_app.__code__.co_filename).parent / "static"
    for file in folder.iterdir():
        answer = client.get(f"/static/{file.name}", headers=GOOD)
        assert answer.content == file.read_bytes()
