"""Ask the coding page, as an attacker and as bad luck would, what it must not do, and count where it does.

    python benchmarks/attack_page.py [EACH [SEED]]

First every address gets odd values in every parameter and field, one at a time, then EACH times (20,000 if not said
otherwise) at random: paths, controls, halves of letters, numbers of 5,000 digits, other types, the marks and the id of
another coder. Then a page that runs is asked on its socket: no HTTP at all, half a head and half a body held on to,
bodies that are longer or shorter than they say, connections that end in the middle, many writers at once.

Counted are answers that are no sentence for whoever sees them, faults inside, files outside what the coder writes, what
is told of files that are no part of the study, work that was reported as saved and is not there, and waiting over 20
seconds. Exit code 1 where there is any.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlencode

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from starlette.routing import Route

from bp_qual.coding.by_hand import read_history
from bp_qual.page import open_desk
from bp_qual.page.blind import BlindDesk
from bp_qual.page.blind_routes import make_blind_app
from bp_qual.page.gate import Gate
from bp_qual.page.routes import make_app
from page_builders import PORT, TOKEN, make_page_study, record

SECRET = "GEHEIM"
SLOW = 20.0
PASSAGE = {"interview": "P01_2010", "start": 39, "end": 45, "code": "hand"}
NAMES = ("id", "interview", "code", "person", "term", "words", "seen", "of", "language", "key")
TEXTS = (
    "", " ", "../../secret.txt", "..\\..\\secret.txt", "/etc/passwd", "file:///etc/passwd", "%2e%2e%2fsecret.txt",
    "P01_2010/../../secret", "secret", "bert", "CON", "a\0b", "\x1b[31mred", "\x9b31m", "a\r\nSet-Cookie: x=y",
    "\u202e", "\ufeff", "\ufffd", "\ud800", "\U0001f600" * 300, "x" * 100_000, "<script>alert(1)</script>", "{name}",
    "{0.__class__}", "%s%n", "=cmd|' /C calc'!A0", "__proto__", "nan", "1e400", "-1", "9" * 5000, "٣", "true", "null",
    "P01_2010", "P02_2020", "hand", "samen", "of-bert", "by-anna", "en", "nl", "de", "(" * 500, "a" * 40 + "!", "\n",
)  # fmt: skip
OTHERS: tuple[object, ...] = (
    None, True, False, 0, 1, -1, 0.5, 39.0, 10**400, float("inf"), float("nan"), [], {}, [["x"]], {"a": {"b": []}},
    ["P01_2010"], [None] * 1000,
)  # fmt: skip
ROWS: tuple[Mapping[str, object], ...] = (
    *({**PASSAGE, "do": do} for do in ("add", "accept", "reject", "clear", "done", "undone")),
    {"do": "done", "interview": "P01_2010"},
    {"do": "undone", "interview": "P01_2010", "code": "hand"},
    {"do": "fits", "interview": "P01_2010", "code": "hand"},
    {"do": "memo", "note": "x", **PASSAGE},
    {"do": "memo", "note": "x", "person": "P01"},
    {"do": "memo", "note": "x", "of": "by-anna"},
    {"do": "summary", "person": "P01", "code": "hand", "wave": "2010", "note": "x", "quotes": "x"},
    *({"do": do, "of": of} for do in ("remove", "undo") for of in ("of-bert", "by-anna")),
)
FIELDS = ("id", "do", "of", "interview", "start", "end", "code", "person", "wave", "note", "quote", "text", "form",
          "quotes", "codes", "n", "v", "coder", "crc")  # fmt: skip
BODIES = (
    b"", b"{", b"[]", b"null", b"1", b'"x"', b"\xff\xfe", b"\xef\xbb\xbf{}", b"\0" * 100, b"[" * 100_000,
    b'{"a":' * 50_000, b'{"events": 1}', b'{"events": [1]}', b'{"events": [[]]}', b'{"events": [{"id": "a"}]}',
    b'{"events": [{"id": "a", "do": "memo", "note": "\\ud800"}]}', b'{"events": [{"id": NaN, "do": "memo"}]}',
    b'{"events": [{"id": 1' + b"0" * 6000 + b', "do": "memo", "note": "x"}]}', "{\"events\": []}".encode("utf-16"),
    b'{"id": "a", "id": "b"}', b'{"id": 1e999}', b"{}", b'{"interview": {}, "start": 1, "end": 2, "found": true}',
)  # fmt: skip


@dataclass
class Tally:
    """What was asked, what was answered, and what must not happen."""

    asked: int = 0
    answers: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    slowest: float = 0.0

    def blame(self, what: str, how: object) -> None:
        """Keep one thing that must not happen."""
        self.wrong.append(f"{what}: {ascii(how)[:300]}")

    def say(self) -> str:
        """Return what was counted in one line, and every wrong thing in a line of its own."""
        answers = ", ".join(f"{status} {n:,}" for status, n in sorted(self.answers.items()))
        line = f"{self.asked:,} asked ({answers}); {len(self.wrong)} wrong; slowest {self.slowest:.1f} s"
        return "\n".join((line, *self.wrong[:40]))


def make_scene(folder: Path) -> Path:
    """Write a study with two coders and a recording, in a folder with what is no business of the page."""
    study = make_page_study(folder / "study", answers=2)
    (folder / "secret.txt").write_text(f"I: {SECRET}\nR: {SECRET}\n", "utf-8")
    (folder / "themes.yaml").write_text(f"codes: [{{id: {SECRET}}}]\n", "utf-8")
    rows = "file,person,wave,audio\n" + "".join(
        f"{path.name},{path.stem[:3]},{path.stem[4:]},{'sound/a.wav' if path.stem == 'P01_2010' else ''}\n"
        for path in sorted(study.glob("P*.txt"))
    )
    (study / "interviews.csv").write_text(rows, "utf-8")
    record(study / "sound" / "a.wav", seconds=1)
    for coder, name in (("bert", "of-bert"), ("anna", "by-anna")):
        desk = open_desk(study, coder=coder)
        outcome = desk.save([{**PASSAGE, "id": name, "do": "add", "note": f"of {coder}"}], desk.codebook.coder)
        assert outcome.saved == (name,), outcome
    return study


def written(folder: Path) -> dict[str, bytes]:
    """Return every file of a scene that no request may change."""
    may = re.compile(r"study/(codings/(anna\.jsonl|\..*)|themes\.yaml|\.bp_qual.*)")
    files = (path for path in folder.rglob("*") if path.is_file())
    kept = {path.relative_to(folder).as_posix(): path for path in files}
    return {name: path.read_bytes() for name, path in kept.items() if not may.fullmatch(name)}


class Asker:
    """Who asks a page with its cookie, without a client that mends what is sent."""

    def __init__(self, gate: Gate, tally: Tally) -> None:
        self.gate, self.tally = gate, tally
        self.loop = asyncio.new_event_loop()
        self.saved: set[str] = set()

    def close(self) -> None:
        """Ask no more."""
        self.loop.close()

    def ask(self, method: str, path: str, query: str = "", body: bytes = b"", **more: str) -> bytes:
        """Ask one thing, judge the answer and return it."""
        heads = {"host": f"127.0.0.1:{PORT}", "cookie": f"bp_qual_{PORT}={TOKEN}"}
        heads |= {name.replace("_", "-"): value for name, value in more.items()}
        said: list[dict] = []

        async def send(message: dict) -> None:
            said.append(message)

        left = [{"type": "http.request", "body": body}]

        async def receive() -> dict:
            return left.pop() if left else {"type": "http.disconnect"}

        scope = {
            "type": "http", "method": method, "path": path, "raw_path": path.encode("utf-8", "surrogatepass"),
            "query_string": query.encode("utf-8", "surrogatepass"), "root_path": "", "scheme": "http",
            "headers": [(name.encode(), value.encode("latin-1", "replace")) for name, value in heads.items()],
            "server": ("127.0.0.1", PORT), "http_version": "1.1",
        }  # fmt: skip
        begun = time.perf_counter()
        what = f"{method} {path}?{query[:80]} {body[:300]!r}"
        try:
            self.loop.run_until_complete(asyncio.wait_for(self.gate(scope, receive, send), 10 * SLOW))
        except Exception as error:
            self.tally.blame("an error outside the gate", (what, error))
            return b""
        self._judge(what, said, time.perf_counter() - begun)
        return b"".join(message.get("body", b"") for message in said[1:])

    def _judge(self, what: str, said: Sequence[Mapping], seconds: float) -> None:
        tally = self.tally
        tally.asked += 1
        tally.slowest = max(tally.slowest, seconds)
        if seconds > SLOW:
            tally.blame("slow", (what, seconds))
        if self.gate.faults:
            tally.blame("a fault inside", (what, self.gate.faults.pop()))
            self.gate.faults.clear()
            return
        status = said[0]["status"] if said else 0
        body = b"".join(message.get("body", b"") for message in said[1:])
        tally.answers[str(status)] += 1
        if SECRET.encode() in body:
            tally.blame("told what is outside the study", what)
        if status >= 400 and not what.startswith("HEAD"):
            if why := not_a_sentence(words_of(body)):
                tally.blame(why, (what, status, body[:200]))
        elif status == 200 and what.startswith("POST /api/save"):
            answer = json.loads(body)
            self.saved.update(answer["saved"])
            for refused in answer["refused"]:
                if why := not_a_sentence(refused["why"]):
                    tally.blame(why, (what, refused))


def words_of(body: bytes) -> str:
    """Return what an answer says to whoever reads it; empty where it says nothing."""
    try:
        said = json.loads(body) if body.startswith(b"{") else {"problem": body.decode()}
    except ValueError:
        return ""
    return str(said.get("problem") or said.get("codebook") or "")


def not_a_sentence(text: str) -> str:
    """Return why a text is no sentence that one can read; empty where it is one."""
    if not text.strip():
        return "an answer without words"
    if re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]", text) or len(text) > 1500:
        return "an answer with controls, or without end"
    return "a traceback" if "Traceback" in text or 'File "' in text else ""


def questions(gate: Gate, rng: random.Random, times: int) -> Iterator[tuple[str, str, str]]:
    """Yield what to ask with GET and other methods: every value in every parameter of every address, then at random."""
    paths = [route.path for route in gate.app.routes if isinstance(route, Route)]
    for path in paths:
        if "{name}" in path:
            yield from (("GET", path.replace("{name}", text), "") for text in TEXTS)
        yield from ((method, path, "") for method in ("PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "x" * 999))
    for path, name, text in itertools.product(paths, NAMES, TEXTS):
        if "{name}" not in path:
            yield "GET", path, f"{name}={quote(text.encode('utf-8', 'surrogatepass'))}"
    for text in TEXTS:
        yield "GET", f"/{text}", ""
        yield "GET", f"/api/{text}", ""
    for query in ("&" * 50_000, "id=" * 9999, "%", "%zz", "id=%ff%fe", "id[]=1", ";;", "=" * 999, "id=a&id=b"):
        yield from (("GET", path, query) for path in paths)
    for _ in range(times):
        asked = {name: rng.choice(TEXTS) for name in NAMES if rng.random() < 0.5}
        pairs = {name: text.encode("utf-8", "surrogatepass") for name, text in asked.items()}
        yield rng.choice(("GET", "GET", "GET", "HEAD")), rng.choice(paths), urlencode(pairs)


def deeds(codebook: str, rng: random.Random, times: int) -> Iterator[tuple[str, object]]:
    """Yield what to post where: every value in every field, then at random."""
    values = (*TEXTS, *OTHERS)
    number = itertools.count()

    def row_of(row: Mapping[str, object], **more: object) -> dict[str, object]:
        return {"id": f"r{next(number)}", **row, **more}

    for row, name, value in itertools.product(ROWS, FIELDS, values):
        yield "save", {"events": [row_of(row, **{name: value})], "codebook": codebook}
    for row, value in itertools.product(ROWS, values):
        yield "save", {"events": [row_of(row)], "codebook": value}
    settled = {"interview": "P01_2010", "start": 39, "end": 45, "code": "hand", "found": True}
    for name, value in itertools.product(settled, values):
        yield "settle", {**settled, name: value}
    code = {"id": "new", "label": "New", "parent": "samen", "definition": "It is new."}
    for name, value in itertools.product(code, values):
        yield "code", {**code, "id": f"new_{next(number)}", name: value}
    for _ in range(times):
        rows = []
        for _ in range(rng.choice((1, 1, 1, 3, 30))):
            row = row_of(rng.choice(ROWS))
            row.update({rng.choice(FIELDS): rng.choice(values) for _ in range(rng.choice((0, 1, 2, 4)))})
            rows.append(row)
        yield "save", {"events": rows, "codebook": codebook}


def attack(folder: Path, *, times: int, seed: int = 1, blind: bool = False, each: int = 1) -> Tally:
    """Ask a page everything, and return what was counted.

    Parameters
    ----------
    folder : Path
        Where the scene is written.
    times : int
        How many questions and how many deeds at random.
    seed : int
        Of what is drawn.
    blind : bool
        Whether it is the page for coding blind.
    each : int
        Take every so-manyth of what is asked one at a time.

    Returns
    -------
    Tally
    """
    study, rng, tally = make_scene(folder), random.Random(seed), Tally()
    before = written(folder)
    desk = open_desk(study, coder="anna")
    gate = (
        make_blind_app(BlindDesk(desk), token=TOKEN, port=PORT, language="nl")
        if blind
        else make_app(desk, token=TOKEN, port=PORT, language="nl")
    )
    heads = {"content_type": "application/json"}
    posts = [route.path for route in gate.app.routes if isinstance(route, Route) and "POST" in (route.methods or ())]
    with closing(Asker(gate, tally)) as asker:
        for method, path, query in thin(questions(gate, rng, times), each):
            asker.ask(method, path, query)
        for path, body in itertools.product(posts, BODIES):
            asker.ask("POST", path, body=body, **heads)
            asker.ask("POST", path, body=body)
        for name, said in thin(deeds(desk.codebook.coder, rng, times), each):
            asker.ask("POST", f"/api/{name}", body=json.dumps(said).encode(), **heads)
        for span in (
            "bytes=0-",
            "bytes=-1",
            "bytes=9-1",
            "bytes=x",
            "bytes=" + "0-0," * 20_000,
            "bytes=" + "9" * 5000,
            "\0",
        ):
            asker.ask("GET", "/audio", "id=P01_2010", range=span)
    look_after(folder, before, asker.saved, tally)
    return tally


def thin(asked: Iterable, each: int) -> Iterator:
    """Yield every so-manyth of what is asked."""
    return itertools.islice(asked, 0, None, each)


def look_after(folder: Path, before: Mapping[str, bytes], saved: Iterable[str], tally: Tally) -> None:
    """Count what changed that may not, and what was reported as saved and is not there."""
    after = written(folder)
    for name in sorted(before.keys() | after.keys()):
        if before.get(name) != after.get(name):
            tally.blame("a file that is no business of the page", name)
    history = read_history(folder / "study", "anna")
    if history.damage:
        tally.blame("damaged lines", history.damage[:3])
    if lost := set(saved) - {event.id for event in history.events}:
        tally.blame("reported as saved, and lost", sorted(lost)[:5])
    try:
        open_desk(folder / "study", coder="anna").hand  # noqa: B018
    except Exception as error:
        tally.blame("the study does not open any more", error)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("times", type=int, nargs="?", default=20_000)
    parser.add_argument("seed", type=int, nargs="?", default=1)
    asked = parser.parse_args()
    wrong = 0
    for blind in (False, True):
        with tempfile.TemporaryDirectory() as scene:
            tally = attack(Path(scene), times=asked.times, seed=asked.seed, blind=blind)
        print("blind:" if blind else "page:", tally.say())
        wrong += len(tally.wrong)
    sys.exit(bool(wrong))
