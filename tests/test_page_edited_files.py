"""Files of a study that are edited while it is open on the page: told, shown anew, and what was saved stays."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bp_qual.page import talk_files
from bp_qual.page.blind import BlindDesk
from bp_qual.page.blind_routes import make_blind_app
from bp_qual.page.desk import Desk
from bp_qual.page.routes import make_app
from bp_qual.study.hand_coding import read_codings
from bp_qual.wording import Wording
from page_builders import CODEBOOK, PORT, TOKEN, let_in, make_desk

ADDED = "I: Nog iets vooraf?\n\nR: Nee, begin maar.\n\n"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return make_desk(tmp_path / "study")


@pytest.fixture
def page(desk: Desk) -> TestClient:
    gate = make_app(desk, token=TOKEN, port=PORT, language="nl")
    return let_in(gate)


def look(page: TestClient, interview: str = "P01_2010") -> dict:
    return page.get("/api/interview", params={"id": interview}).json()


def edit(desk: Desk, old: str = "I: Vraag 1:", new: str = f"{ADDED}I: Vraag 1:", interview: str = "P01_2010") -> None:
    file = desk.study.folder / f"{interview}.txt"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def send(page: TestClient, desk: Desk, *events: dict) -> dict:
    rows = [{"id": f"e{number}", **event} for number, event in enumerate(events)]
    return page.post("/api/save", json={"events": rows, "codebook": desk.codebook.coder}).json()


def passage_in(view: dict, words: str) -> dict:
    turn = next(turn for turn in view["turns"] if words in turn["text"])
    start = turn["start"] + turn["text"].index(words)
    place = {"interview": view["interview"], "start": start, "end": start + len(words)}
    return {"do": "add", "code": "hand", "text": view["text"], **place}


def own_quotes(view: dict) -> list[str]:
    return [mark["quote"] for mark in view["marks"] if mark["by"] == "coder"]


def test_an_interview_that_was_edited_is_shown_as_it_is_now_and_says_so(page, desk):
    before = look(page)
    assert not before["read_anew"]
    saved = send(page, desk, passage_in(before, "Dat was niet erg"))
    assert saved["refused"] == []
    edit(desk)
    after = look(page)
    assert (after["read_anew"], after["text"] != before["text"]) == (True, True)
    assert after["turns"][1]["text"].startswith("Nee, begin maar")
    assert own_quotes(after) == ["Dat was niet erg"]
    hits = [[mark["quote"] for mark in view["marks"] if mark["by"] == "codebook"] for view in (before, after)]
    assert hits[0] == hits[1]
    text = desk.transcript("P01_2010").text
    assert all(text[mark["start"] : mark["end"]] == mark["quote"] for mark in after["marks"])
    assert not look(page, "P02_2010")["read_anew"]


def test_what_is_saved_on_the_text_before_keeps_its_anchor(page, desk):
    before = look(page)
    edit(desk)
    memo = passage_in(before, "werkten wij samen") | {"do": "memo", "note": "Let op.", "code": ""}
    saved = send(page, desk, passage_in(before, "Dat was niet erg"), memo)
    assert saved == {"saved": ["e0", "e1"], "refused": []}
    assert own_quotes(look(page)) == ["Dat was niet erg"]
    anna = read_codings(desk.study.folder, coder="anna")
    assert anna.codings["quote"].tolist() == ["Dat was niet erg"]
    assert anna.memos["quote"].tolist() == ["werkten wij samen"]


def test_a_passage_of_a_text_that_nobody_has_any_more_is_refused(page, desk):
    view = look(page)
    answer = send(page, desk, passage_in(view, "Dat was niet erg") | {"text": "0" * 64})
    assert (answer["saved"], answer["refused"][0]["why"]) == ([], Wording("nl")("hand_text_outdated"))


@pytest.mark.slow
@pytest.mark.parametrize("looked", [False, True])
def test_an_outdated_text_cannot_be_marked_as_done(page, desk, looked):
    before = look(page)
    edit(desk)
    if looked:
        look(page)
    done = {"do": "done", "interview": "P01_2010", "text": before["text"]}
    answer = send(page, desk, done)
    assert (answer["saved"], answer["refused"][0]["why"]) == ([], Wording("nl")("hand_done_outdated"))
    assert not look(page)["done"]
    assert send(page, desk, done | {"text": look(page)["text"]})["refused"] == []
    assert look(page)["done"]


def test_an_interview_edited_after_it_was_done_says_to_look_at_it_again(page, desk):
    send(page, desk, {"do": "done", "interview": "P01_2010", "text": look(page)["text"]})
    edit(desk)
    view = look(page)
    assert (view["done"], view["edited"]) == (True, True)


def test_a_file_that_cannot_be_read_now_shows_the_interview_as_it_was_and_cannot_be_done(page, desk):
    before = look(page)
    file = desk.study.folder / "P01_2010.txt"
    text = file.read_bytes()
    file.unlink()
    view = look(page)
    assert (view["text"], "P01_2010.txt" in view["unreadable"]) == (before["text"], True)
    done = {"do": "done", "interview": "P01_2010", "text": view["text"]}
    assert send(page, desk, done)["refused"][0]["why"] == Wording("nl")("hand_done_unreadable")
    file.write_bytes(text)
    assert look(page)["unreadable"] == ""
    assert send(page, desk, done)["refused"] == []


def test_a_file_that_was_only_touched_is_not_read_again(page, desk, monkeypatch):
    look(page)
    read: list[str] = []
    monkeypatch.setattr(talk_files, "read_interview", lambda study, interview: read.append(interview.id))
    os.utime(desk.study.folder / "P01_2010.txt", (1, 1))
    assert not look(page)["read_anew"]
    assert read == []


def test_the_start_page_and_the_terms_count_what_an_edited_interview_says_now(page, desk):
    page.get("/api/start")
    edit(desk, "I: Vraag 1:", "I: Vooraf?\n\nR: Alleen, alleen.\n\nI: Vraag 1:")
    (cell,) = page.get("/api/start").json()["rows"][0]["cells"][0]
    assert cell["hits"] == 20
    edit(desk, "Alleen, alleen.", "Ja.")
    assert sum(term["hits"] for term in page.get("/api/terms").json()) == 4 * 18


def test_news_tells_another_text_another_codebook_and_files_to_start_again_for(page, desk):
    asked = {"interview": "P01_2010", "seen": "0"}
    before = page.get("/api/news", params=asked).json()
    assert before["restart"] == []
    edit(desk)
    (desk.study.folder / "themes.yaml").write_text(CODEBOOK.replace("version: 1.0.0", "version: 1.0.1"), "utf-8")
    file = desk.study.folder / "study.yaml"
    file.write_text(file.read_text("utf-8") + "# more\n", "utf-8")
    after = page.get("/api/news", params=asked).json()
    assert after["text"] == look(page)["text"] != before["text"]
    assert after["codebook"].startswith("Themes@1.0.1")
    assert after["restart"] == ["study.yaml"]


def test_blind_passages_stay_places_in_the_text_they_were_chosen_from(desk):
    blind = BlindDesk(desk)
    keys = [key for key, unit in blind.units.items() if unit.interview == "P01_2010"]
    before = [blind.describe_unit(key).turns for key in keys]
    edit(desk)
    desk.renew_talks()
    assert [blind.describe_unit(key).turns for key in keys] == before


def test_a_blind_page_says_that_an_interview_was_edited_and_not_which(desk):
    blind = BlindDesk(desk)
    asked = {"interview": next(iter(blind.units)), "seen": "0"}
    page = let_in(make_blind_app(blind, token=TOKEN, port=PORT, language="nl"))
    assert page.get("/api/news", params=asked).json()["restart"] == []
    edit(desk)
    for values in (asked, {"interview": "", "seen": "0"}):
        assert page.get("/api/news", params=values).json()["restart"] == ["een interview"]
    file = desk.study.folder / "study.yaml"
    file.write_text(file.read_text("utf-8") + "# more\n", "utf-8")
    assert page.get("/api/news", params=asked).json()["restart"] == ["een interview", "study.yaml"]
