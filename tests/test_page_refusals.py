"""Whatever an address of the page refuses, it says so in the language of the page, and in no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.routing import Route
from starlette.testclient import TestClient

import bp_qual
from bp_qual.page import open_desk
from bp_qual.page.blind import BlindDesk
from bp_qual.page.blind_routes import make_blind_app
from bp_qual.page.gate import Gate
from bp_qual.page.routes import make_app
from page_builders import PORT, TOKEN, let_in, make_page_study

ROOM = Path(bp_qual.__file__).parent
PLACE = {"interview": "P01_2010", "start": 39, "end": 45, "code": "hand"}
WRONG_ROWS = (
    {"do": "draw"},
    {"do": "add"},
    {"do": "memo"},
    {"do": "memo", "note": "x", "person": "P99"},
    {"do": "memo", "note": "x", "code": "nosuch"},
    {"do": "memo", "note": "x", "interview": "nosuch"},
    {"do": "memo", "note": "x", "interview": "P01_2010", "start": 5, "end": 99999},
    {"do": "memo", "note": "x", "interview": "P01_2010", "start": "x", "end": 9},
    {"do": "summary"},
    {"do": "summary", "person": "P01", "code": "hand", "wave": "1999", "note": "x"},
    {"do": "summary", "person": "P99", "code": "hand", "wave": "2010", "note": "x"},
    {"do": "summary", "person": "P01", "code": "nosuch", "wave": "2010", "note": "x"},
    {"do": "undo"},
    {"do": "undo", "of": "nosuch"},
    {"do": "remove", "of": "nosuch"},
    {"do": "done"},
    {"do": "done", "interview": "nosuch"},
    {"do": "done", "interview": "P01_2010", "code": "nosuch"},
    {"do": "done", "interview": "P01_2010", "text": "0" * 64},
    {"do": "undone"},
    {"do": "fits"},
    {"do": "fits", "interview": "P01_2010", "code": "nosuch"},
    *({**PLACE, "do": do, **more}
      for do in ("add", "accept", "reject", "clear")
      for more in ({"code": "nosuch"}, {"code": "hant"}, {"interview": "nosuch"}, {"interview": "P01_2011"},
                   {"end": 99999}, {"start": 0}, {"start": "x"}, {"start": 9, "end": 3}, {"quote": "iets anders"},
                   {"text": "0" * 64}, {"code": ""})),
)  # fmt: skip
WRONG_BODIES = (b"", b"{", b"[]", b'{"events": 1}', b'{"events": [1]}', b'{"events": [{"do": "memo"}]}', b"{}")
WRONG_VALUES = ({"id": "nosuch"}, {"interview": "nosuch"}, {"code": "nosuch"}, {"code": "nosuch", "term": "x"}, {})


def make_gates(folder: Path, *, blind: bool) -> tuple[Gate, Gate]:
    """Return the page of one study in English and in Dutch."""
    desk = open_desk(make_page_study(folder), coder="anna")
    if blind:
        english, dutch = (
            make_blind_app(BlindDesk(desk), token=TOKEN, port=PORT, language=language) for language in ("en", "nl")
        )
        return english, dutch
    english, dutch = (make_app(desk, token=TOKEN, port=PORT, language=language) for language in ("en", "nl"))
    return english, dutch


def refusals(client: TestClient, gate: Gate) -> Iterator[tuple[str, str]]:
    """Yield everything that any address refuses, and in which words."""
    routes = [route for route in gate.app.routes if isinstance(route, Route)]
    for route in routes:
        asked = [client.get(route.path, params=values) for values in WRONG_VALUES] if "GET" in route.methods else []
        if "POST" in route.methods:
            head = {"content-type": "application/json"}
            asked += [client.post(route.path, content=body, headers=head) for body in WRONG_BODIES]
            asked += [client.post(route.path, content=b"{}")]
            asked += [client.post(route.path, json={"interview": "nosuch", "start": 1, "end": 2, "found": True})]
            asked += [client.post(route.path, json={"id": name}) for name in ("samen", "two words")]
        for number, answer in enumerate(asked):
            if answer.status_code >= 400 and answer.headers.get("content-type") == "application/json":
                yield f"{route.path} {number}", answer.json()["problem"]
    book = client.get("/api/codebook").json()["coder"]
    rows = [{"id": f"e{number}", **row} for number, row in enumerate(WRONG_ROWS)]
    answer = client.post("/api/save", json={"events": rows, "codebook": book}).json()
    for refused in answer["refused"]:
        yield f"{rows[int(refused['id'][1:])]}", refused["why"]
    large = client.post("/api/save", content=b" " * (3 * 1024 * 1024), headers={"content-type": "application/json"})
    yield "large", large.text
    for more in ({"host": "evil"}, {"origin": "http://evil"}, {"cookie": ""}):
        yield str(more), client.get("/api/texts", headers=more).text


@pytest.mark.slow
@pytest.mark.parametrize("blind", [False, True])
def test_no_address_refuses_in_english_on_a_dutch_page(tmp_path: Path, blind: bool) -> None:
    gates = make_gates(tmp_path, blind=blind)
    english, dutch = (dict(refusals(let_in(gate), gate)) for gate in gates)
    assert english.keys() == dutch.keys()
    assert len(dutch) > (60 if not blind else 40)
    same = [(what, said) for what, said in dutch.items() if said == english[what] or not said.strip()]
    assert same == []


def test_nothing_that_the_page_may_refuse_is_written_in_one_language() -> None:
    """What is raised where a coder's work is checked is a remark, or said by the words of the page."""
    files = [*(ROOM / "page").glob("*.py"), *(ROOM / "study" / name for name in ("row_events.py", "known_subjects.py"))]
    files.append(ROOM / "coding" / "by_hand" / "making.py")
    raised = [
        (path.name, line) for path in files for line in re.findall(r"raise (?:Value|Type)Error\(.*", path.read_text())
    ]
    assert len(raised) > 15
    assert [(name, line) for name, line in raised if not re.search(r"\((Remark|Wording)\(", line)] == []
