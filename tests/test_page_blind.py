"""Coding blind: nothing that the server says tells whose words they are, or what anybody found in them."""

from __future__ import annotations

import re
import uuid
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bp_qual.errors import StudyError
from bp_qual.page import Desk, open_desk
from bp_qual.page.blind import BlindDesk
from bp_qual.page.blind_routes import make_blind_app
from bp_qual.study.hand_coding import read_codings, write_coding
from bp_qual.study.sample_units import read_sample
from page_builders import PORT, TOKEN, let_in

PERSONS, WAVES = ("Qwertina", "Zxcvbert"), ("voormeting", "nameting")
BOOK = """\
codebook: Themes
version: 1.0.0
language: nl
codes:
  - {id: samen, label: Samenwerken, definition: Met anderen., terms: [buurtwerk, tuinieren]}
  - {id: hand, label: Met de hand}
"""


def make_study(folder: Path) -> Path:
    folder.mkdir()
    rows = ["file,person,wave,speaker"]
    for person in PERSONS:
        for wave in WAVES:
            talk = "".join(
                f"I: Vraag {n}?\n{person}: Antwoord {n}, wij deden dat met elkaar 😀 hoor.\n" for n in range(5)
            )
            (folder / f"geheim_{person}_{wave}.txt").write_text(talk, "utf-8")
            rows.append(f"geheim_{person}_{wave}.txt,{person},{wave},{person}")
    (folder / "interviews.csv").write_text("\n".join(rows) + "\n", "utf-8")
    (folder / "themes.yaml").write_text(BOOK, "utf-8")
    head = ["study: Ondergronds", "language: nl", f"waves: [{', '.join(WAVES)}]", "codebook: themes.yaml"]
    (folder / "study.yaml").write_text("\n".join(head) + "\n", "utf-8")
    return folder


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    study = make_study(tmp_path / "study")
    place = {"interview": f"{PERSONS[0]}_{WAVES[0]}", "code": "hand"}
    text = (study / f"geheim_{place['interview']}.txt").read_text("utf-8")
    start = text.index("Antwoord 2")
    write_coding(study, {**place, "start": start, "end": start + 8, "note": "collega"}, coder="otherbert")
    return open_desk(study, coder="anna")


def browse(blind: BlindDesk) -> TestClient:
    gate = make_blind_app(blind, token=TOKEN, port=PORT, language="nl")
    return let_in(gate)


def send(page: TestClient, blind: BlindDesk, *events: dict) -> dict:
    rows = [{"id": uuid.uuid4().hex, **event} for event in events]
    return page.post("/api/save", json={"events": rows, "codebook": blind.desk.codebook.coder}).json()


def answer_of(view: dict) -> dict:
    return next(turn for turn in view["turns"] if turn["role"] == "respondent")


@pytest.mark.slow
def test_nothing_that_is_ever_answered_tells_what_must_not_be_known(desk: Desk):
    blind = BlindDesk(desk)
    page = browse(blind)
    said = []

    def ask(address: str, **params: str) -> dict:
        answer = page.get(address, params=params)
        said.append(answer.content + repr(answer.headers).encode())
        return answer.json() if answer.status_code == 200 and "json" in answer.headers["content-type"] else {}

    names = [route.path for route in page.app.app.routes]
    for path in names:
        ask(path.replace("{name}", "main.js"))
    for unit in ask("/api/blind")["units"]:
        view = ask("/api/interview", id=unit["id"])
        own = answer_of(view)
        begin = {"interview": unit["id"], "start": own["start"], "end": own["start"] + 8}
        for event in (
            {"do": "add", **begin, "code": "hand"},
            {"do": "memo", "interview": unit["id"], "note": "n"},
            {"do": "add", **begin, "end": own["start"] + 900, "code": "hand"},
            {"do": "add", **begin, "code": "nowhere"},
            {"do": "accept", **begin, "code": "samen"},
            {"do": "done", "interview": unit["id"]},
        ):
            rows = [{"id": f"{unit['id']}{event['do']}{event.get('end', 0)}{event.get('code', '')}", **event}]
            answer = page.post("/api/save", json={"events": rows, "codebook": desk.codebook.coder})
            said.append(answer.content + repr(answer.headers).encode())
        ask("/api/interview", id=unit["id"])
    for path in ("/api/memos", "/api/blind", "/api/start", "/api/terms", "/api/hits", "/api/quotes", "/api/cells"):
        ask(path, code="samen", person=PERSONS[0])
    ask("/api/interview", id=f"{PERSONS[0]}_{WAVES[0]}")
    said.append(page.post("/api/save", json={"events": [{"id": "x", "do": "done", "interview": "P"}]}).content)
    heard = b"\n".join(said).lower()
    hidden = (*PERSONS, *WAVES, "geheim", "otherbert", "collega", "buurtwerk", "tuinier", "Ondergronds")
    assert [word for word in hidden if word.lower().encode() in heard] == []
    assert b"antwoord" in heard


def test_the_test_of_the_words_has_teeth(desk: Desk):
    assert PERSONS[0] in repr(desk.corpus.transcripts[0])
    assert len(desk.corpus.transcripts) == 4


def test_the_passages_are_every_answer_in_an_order_that_tells_nothing_and_stays(desk: Desk):
    blind = BlindDesk(desk)
    order = [(unit.interview, unit.start) for unit in blind.units.values()]
    assert len(order) == 20
    assert order != sorted(order)
    assert list(BlindDesk(desk).units) == list(blind.units)
    assert set(BlindDesk(open_desk(desk.study.folder, coder="bert")).units).isdisjoint(blind.units)


@pytest.mark.slow
def test_what_is_coded_in_a_passage_stands_in_the_interview(desk: Desk):
    blind = BlindDesk(desk)
    page = browse(blind)
    for key, unit in blind.units.items():
        own = answer_of(page.get("/api/interview", params={"id": key}).json())
        at = own["text"].index("hoor")
        start = own["start"] + at
        outcome = send(page, blind, {"do": "add", "interview": key, "start": start, "end": start + 4, "code": "hand"})
        assert outcome["refused"] == []
        text = desk.transcript(unit.interview).text
        assert text[unit.start + at : unit.start + at + 4] == "hoor"
        (mark,) = page.get("/api/interview", params={"id": key}).json()["marks"]
        assert (mark["start"], mark["end"], mark["quote"]) == (start, start + 4, "hoor")
    hand = read_codings(desk.study.folder, coder="anna")
    assert (len(hand.codings), len(hand.lost)) == (20, 0)


def test_an_interview_is_done_once_every_answer_in_it_is_and_open_again_after(desk: Desk):
    blind = BlindDesk(desk)
    page = browse(blind)
    name = desk.corpus.transcripts[0].interview
    keys = [key for key, unit in blind.units.items() if unit.interview == name]
    for number, key in enumerate(keys):
        assert not desk.hand.is_done(name, "hand")
        send(page, blind, {"do": "done", "interview": key, "id": f"d{number}"})
    assert desk.hand.is_done(name, "hand")
    assert len(desk.hand.units) == 5
    assert [unit["done"] for unit in page.get("/api/blind").json()["units"]].count(True) == 5
    send(page, blind, {"do": "undone", "interview": keys[0], "id": "again"})
    assert not desk.hand.is_done(name, "hand")
    assert len(desk.hand.units) == 4


def test_a_passage_that_is_done_does_not_make_the_interview_done(desk: Desk):
    unit = next(iter(BlindDesk(desk).units.values()))
    row = {"interview": unit.interview, "start": unit.start, "end": unit.end, "note": "first"}
    write_coding(desk.study.folder, row, coder="anna", do="done")
    hand = read_codings(desk.study.folder, coder="anna")
    assert not hand.is_done(unit.interview, "hand")
    assert hand.units[["interview", "start", "end", "sample"]].values.tolist() == [
        [unit.interview, unit.start, unit.end, "first"]
    ]


def write_sample(desk: Desk, *rows: str) -> None:
    folder = desk.study.folder / "samples"
    folder.mkdir(exist_ok=True)
    (folder / "first.csv").write_text("\n".join(["unit,interview,start,end,stratum", *rows]) + "\n", "utf-8")


def test_the_units_of_a_sample_are_shown_and_no_interview_is_closed_by_them(desk: Desk):
    turn = desk.corpus.transcripts[0].turns[3]
    name = desk.corpus.transcripts[0].interview
    write_sample(desk, f"u1,{name},{turn.start + 2},{turn.end - 3},near")
    blind = BlindDesk(desk, read_sample(desk.study, "first", desk.corpus), name="first")
    page = browse(blind)
    (unit,) = page.get("/api/blind").json()["units"]
    view = page.get("/api/interview", params={"id": unit["id"]}).json()
    assert [turn["role"] for turn in view["turns"]] == ["interviewer", "other", "respondent", "other"]
    own = answer_of(view)
    assert own["text"] == desk.transcript(name).text[turn.start + 2 : turn.end - 3]
    before = {"do": "add", "interview": unit["id"], "start": own["start"] - 2, "end": own["start"] + 2, "code": "hand"}
    assert send(page, blind, before)["refused"][0]["why"] == "het ligt niet in de passage"
    gone = {"do": "add", "interview": unit["id"], "start": own["start"], "end": own["start"] + 2, "code": "hands"}
    assert send(page, blind, gone)["refused"][0]["why"].startswith("in het codeboek is er geen code 'hands'")
    send(page, blind, {"do": "done", "interview": unit["id"]})
    assert desk.hand.units["sample"].tolist() == ["first"]
    assert not desk.hand.is_done(name, "hand")
    assert open_desk(desk.study.folder, coder="anna").study.unread == ()


def test_every_wrong_row_of_a_sample_is_named(desk: Desk):
    name = desk.corpus.transcripts[0].interview
    turn = desk.corpus.transcripts[0].turns[1]
    whole = f"u1,{name},{turn.start},{turn.end},near"
    write_sample(desk, whole, whole, f"u2,{name},0,9999,far", "u3,nobody,0,3,far", f"u4,{name},x,3,far")
    with pytest.raises(StudyError) as refused:
        read_sample(desk.study, "first", desk.corpus)
    lines = [re.search(r"first.csv:(\d+)", problem.where)[1] for problem in refused.value.problems]
    assert lines == ["3", "4", "5", "6"]


def test_a_sample_that_is_not_there_is_told(desk: Desk):
    with pytest.raises(StudyError, match="there is no such sample"):
        read_sample(desk.study, "second", desk.corpus)


def test_a_passage_that_is_finished_for_one_code_is_not_done(desk: Desk):
    """As after a sheet with `--codes`: the others are still to be judged, and the page goes on to it."""
    blind = BlindDesk(desk)
    page = browse(blind)
    key = page.get("/api/blind").json()["next"]

    def state() -> tuple[bool, bool, list[str]]:
        start, view = page.get("/api/blind").json(), page.get("/api/interview", params={"id": key}).json()
        done = next(unit["done"] for unit in start["units"] if unit["id"] == key)
        assert done == (start["next"] != key)
        return done, view["done"], view["done_but_for"]

    assert state() == (False, False, [])
    unit = blind.units[key]
    for code in ("hand", "samen"):
        desk.save([{"id": code, "do": "done", "interview": unit.interview, "start": unit.start, "end": unit.end,
                    "code": code}], desk.codebook.coder)  # fmt: skip
        assert state() == ((False, False, ["samen"]) if code == "hand" else (True, True, []))
    send(page, blind, {"do": "undone", "interview": key})
    assert state() == (False, False, [])
    desk.save([{"id": "hand2", "do": "done", "interview": unit.interview, "start": unit.start, "end": unit.end,
                "code": "hand"}], desk.codebook.coder)  # fmt: skip
    send(page, blind, {"do": "done", "interview": key})
    assert state() == (True, True, [])


def test_answers_that_are_finished_for_one_code_do_not_make_the_interview_done(desk: Desk):
    blind = BlindDesk(desk)
    page = browse(blind)
    own = {key: unit for key, unit in blind.units.items() if unit.interview == f"{PERSONS[0]}_{WAVES[0]}"}
    first, *rest = own
    place = {name: getattr(own[first], name) for name in ("interview", "start", "end")}
    desk.save([{"id": "one", "do": "done", **place, "code": "hand"}], desk.codebook.coder)
    for key in rest:
        send(page, blind, {"do": "done", "interview": key})
    assert desk.hand.state.finished([place["interview"]], desk.codebook.ids) == frozenset()
    send(page, blind, {"do": "done", "interview": first})
    assert len(desk.hand.state.finished([place["interview"]], desk.codebook.ids)) == 2
