"""Ask a coding page that runs what no browser asks, on its socket, and count what must not happen.

    python benchmarks/attack_socket.py [ROUNDS [SEED]]

What is no HTTP, heads and bodies that break off at every place, bodies that are longer or shorter than they say,
connections that are held open or torn down in the middle, and several who write at once. ROUNDS (20 if not said
otherwise) is how often each is tried, cut at other places. Counted are what the page prints of it, and that it does not
answer its own browser within 20 seconds any more, work that was reported as saved and is not there, lines that are
there twice, and files outside the coder's. Exit code 1 where there is any.
"""

from __future__ import annotations

import argparse
import http.client
import itertools
import json
import random
import re
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from attack_page import PASSAGE, SLOW, Tally, look_after, make_scene, written

from bp_qual.coding.by_hand import read_history
from bp_qual.page.serving import HOST

PROGRAM = "import sys; from bp_qual.cli import main; main(['page', *sys.argv[1:], '--coder', 'anna', '--no-browser'])"
WRITERS, EVENTS = 8, 25
HELD = 250  # connections: more than the page takes at once


class Place:
    """Where a page is, and how its own browser asks it.

    Parameters
    ----------
    port : int
        Its port.
    token : str
        The secret that its browser keeps.
    """

    def __init__(self, port: int, token: str) -> None:
        self.port, self.token = port, token
        self.cookie = f"bp_qual_{port}={token}"
        self.heads = {"Cookie": self.cookie, "Content-Type": "application/json"}

    def ask(self, path: str, said: object = None) -> tuple[int, bytes]:
        """Ask as the browser does; with something to say it is posted."""
        connection = http.client.HTTPConnection(HOST, self.port, timeout=SLOW)
        try:
            body = None if said is None else json.dumps(said).encode()
            connection.request("GET" if body is None else "POST", path, body, self.heads)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def head(self, first: str = "GET /api/start HTTP/1.1", **more: str) -> bytes:
        """Return the head of a request, with the cookie."""
        pairs = {"Host": f"127.0.0.1:{self.port}", "Cookie": self.cookie} | more
        return "\r\n".join((first, *(f"{k.replace('_', '-')}: {v}" for k, v in pairs.items()), "", "")).encode(
            "latin-1"
        )


def connect(place: Place, timeout: float = SLOW) -> socket.socket:
    """Return a connection to a page."""
    return socket.create_connection((HOST, place.port), timeout=timeout)


def odd_requests(place: Place, codebook: str) -> Iterator[bytes]:
    """Yield what no browser sends."""
    post = "POST /api/save HTTP/1.1"
    row = {"id": "odd", "do": "memo", "note": "x"}
    body = json.dumps({"events": [row], "codebook": codebook}).encode()
    kind = {"Content_Type": "application/json"}
    yield from (
        b"",
        b"\r\n" * 1000,
        b"\0" * 1000,
        b"\xff" * 1000,
        b"\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03" + b"a" * 500,
    )
    yield from (
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET /\r\n\r\n",
        b"GET / HTTP/0.9\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
    )
    for first in (
        "GET http://evil.example/ HTTP/1.1", "CONNECT evil.example:443 HTTP/1.1", "OPTIONS * HTTP/1.1",
        "GET * HTTP/1.1", "GET //evil HTTP/1.1", "GET /%00 HTTP/1.1", "GET /%ff%fe HTTP/1.1",
        "GET /\xe9 HTTP/1.1", "GET / a HTTP/1.1",
        "G\0T / HTTP/1.1", "get / HTTP/1.1", "GET /" + "a" * 60_000 + " HTTP/1.1",
        "GET /?" + "a" * 200_000 + " HTTP/1.1",
    ):  # fmt: skip
        yield place.head(first)
    yield place.head(X="a" * 200_000)
    yield place.head(**{f"X{n}": "a" for n in range(5000)})
    yield place.head(X="a\r\n b", Y="\0", Z="\xe9")
    yield place.head(Expect="100-continue", Content_Length="9")
    yield place.head(Connection="Upgrade", Upgrade="websocket", Sec_WebSocket_Key="x", Sec_WebSocket_Version="13")
    yield place.head(Connection="Upgrade, HTTP2-Settings", Upgrade="h2c", HTTP2_Settings="x")
    yield place.head("GET /audio?id=P01_2010 HTTP/1.1", Range="bytes=" + "0-0," * 5000)
    for length in ("-1", "x", "1, 1", "9" * 40, "0x9", "", " 9", "+9", "1\r\nContent-Length: 2"):
        yield place.head(post, Content_Length=length, **kind) + body
    for less in (1, 10, len(body)):
        yield place.head(post, Content_Length=str(len(body) - less), **kind) + body
        yield place.head(post, Content_Length=str(len(body) + less), **kind) + body
    for coding in ("chunked", "gzip", "chunked, chunked", "xchunked", "identity"):
        chunks = b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)
        yield place.head(post, Transfer_Encoding=coding, **kind) + chunks
        yield place.head(post, Transfer_Encoding=coding, Content_Length="4", **kind) + chunks
    for chunk in (
        b"x\r\n",
        b"-1\r\n",
        b"f" * 40 + b"\r\n",
        b"1" * 100_000,
        b"5\r\nabc\r\n0\r\n\r\n",
        b"0\r\n" + b"a: b\r\n" * 9999,
    ):
        yield place.head(post, Transfer_Encoding="chunked", **kind) + chunk
    yield place.head() * 500
    yield place.head() + b"\0\0garbage\r\n\r\n"
    yield place.head(post, Content_Length=str(len(body)), **kind) + body + b"garbage\r\n\r\n" * 50


def send(place: Place, data: bytes, how: str, wait: float) -> None:
    """Send something and end in one of several ways: whole, torn down, or read a little."""
    with connect(place, wait) as connection:
        try:
            connection.sendall(data)
            if how == "torn":
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            elif how == "half":
                connection.shutdown(socket.SHUT_WR)
                while connection.recv(65536):
                    pass
            else:
                connection.recv(1)
        except OSError:  # it was closed, or said nothing: both are answers
            pass


def attack_socket(place: Place, folder: Path, *, rounds: int, seed: int = 1, held: int = HELD) -> Tally:
    """Ask a page that runs everything, and return what was counted.

    Parameters
    ----------
    place : Place
        Where it is.
    folder : Path
        Of its scene (`make_scene`).
    rounds : int
        How often each is sent.
    seed : int
        Where it is cut.
    held : int
        How many connections are held open.

    Returns
    -------
    Tally
    """
    rng, tally, before = random.Random(seed), Tally(), written(folder)
    codebook = json.loads(place.ask("/api/codebook")[1])["coder"]
    for _, data in itertools.product(range(rounds), odd_requests(place, codebook)):
        for how in ("half", "torn", "read"):
            cut = rng.choice((len(data), len(data), rng.randrange(len(data) + 1)))
            send(place, data[:cut], how, 0.3)
            tally.asked += 1
        still_answers(place, tally, data[:80])
    saved = write_at_once(place, codebook, tally)
    hold_open(place, held, tally)
    look_after(folder, before, saved, tally)
    lines = Counter(event.id for event in read_history(folder / "study", "anna").events)
    text = (folder / "study" / "codings" / "anna.jsonl").read_text("utf-8")
    for name in lines:
        if name.startswith("w") and text.count(f'"id":"{name}"') != 1:
            tally.blame("a line that is there more than once", name)
    return tally


def still_answers(place: Place, tally: Tally, after: object) -> None:
    """Count where the page does not answer its own browser."""
    begun = time.perf_counter()
    try:
        status, _ = place.ask("/api/start")
    except OSError as error:
        tally.blame("the page does not answer", (after, error))
        return
    tally.answers[str(status)] += 1
    tally.slowest = max(tally.slowest, time.perf_counter() - begun)
    if status != 200:
        tally.blame("the page refuses its own browser", (after, status))


def write_at_once(place: Place, codebook: str, tally: Tally) -> set[str]:
    """Let several write, each thing twice, and return what was reported as saved."""
    saved: set[str] = set()

    def write(writer: int) -> None:
        for number in range(EVENTS):
            name = f"w{writer // 2}-{number}"  # two writers send the same
            row = (
                {"id": name, "do": "add", **PASSAGE}
                if number % 2
                else {"id": name, "do": "memo", "note": "x" * (number + 1)}
            )
            try:
                status, body = place.ask("/api/save", {"events": [row], "codebook": codebook})
            except OSError as error:
                tally.blame("a write without an answer", error)
                continue
            tally.asked += 1
            told = json.loads(body)
            saved.update(told.get("saved", ()))
            if status != 200 or told["refused"]:
                tally.blame("a write that was refused", (row, status, body[:200]))

    writers = [threading.Thread(target=write, args=(writer,)) for writer in range(WRITERS)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    if len(saved) != WRITERS // 2 * EVENTS:
        tally.blame("work that was not saved", len(saved))
    return saved


def hold_open(place: Place, held: int, tally: Tally) -> None:
    """Hold connections open, each in its own way, and ask the page meanwhile until it answers."""
    post = "POST /api/save HTTP/1.1"
    no_cookie = {"Cookie": "none"}
    begun = (
        b"", b"G",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n", place.head(post, Content_Length="1000", **no_cookie) + b"{",
        place.head(post, Content_Length="1000", Content_Type="application/json") + b"{", place.head() + b"GET /api",
    )  # fmt: skip
    for first in begun:
        connections = []
        for _ in range(held):
            connections.append(connect(place))
            connections[-1].sendall(first)
        tally.asked += held
        since = time.perf_counter()
        while time.perf_counter() - since < SLOW:
            for connection in connections:  # a byte now and then, so that it looks alive
                try:
                    connection.sendall(first[-1:] and b"a")
                except OSError:
                    continue
            try:
                if place.ask("/api/start")[0] == 200:
                    break
            except OSError:
                pass
            time.sleep(0.2)
        else:
            tally.blame("held up by connections that ask nothing", first[:60])
        tally.slowest = max(tally.slowest, time.perf_counter() - since)
        for connection in connections:
            connection.close()


def start(study: Path) -> tuple[subprocess.Popen[str], Place]:
    """Start the page of a study and return where it is."""
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(study)], stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    for line in process.stderr or ():
        if at := re.search(r"http://127\.0\.0\.1:(\d+)/\?key=(\S+)", line):
            connection = http.client.HTTPConnection(HOST, int(at[1]), timeout=60)
            connection.request("GET", f"/?key={at[2]}")
            cookie = connection.getresponse().headers["set-cookie"]
            connection.close()
            return process, Place(int(at[1]), cookie.partition("=")[2].partition(";")[0])
    raise SystemExit("the page did not start")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("rounds", type=int, nargs="?", default=20)
    parser.add_argument("seed", type=int, nargs="?", default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scene:
        process, place = start(make_scene(Path(scene)))
        tally = attack_socket(place, Path(scene), rounds=asked.rounds, seed=asked.seed)
        process.send_signal(signal.SIGINT)
        told = process.communicate(timeout=60)
    if told[0] or told[1].count("\n") > 1 or process.returncode:  # a line says who codes and how to stop
        tally.blame("the page printed something, or ended badly", (told, process.returncode))
    print(tally.say())
    sys.exit(bool(tally.wrong))
