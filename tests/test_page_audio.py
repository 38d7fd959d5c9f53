"""The recording of an interview: played in parts, from the study only, and only to this page."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bp_qual.page import open_desk
from bp_qual.page.routes import make_app
from bp_qual.study import read_study
from bp_qual.study.checking import check_study
from page_builders import PORT, TOKEN, make_page_study, record


def make_recorded(folder: Path, audio: str = "geluid/een.wav") -> Path:
    make_page_study(folder)
    rows = ["file,person,wave,audio", f"P01_2010.txt,P01,2010,{audio}"]
    (folder / "interviews.csv").write_text("\n".join(rows) + "\n", "utf-8")
    return folder


def browse(folder: Path, *, with_cookie: bool = True) -> TestClient:
    gate = make_app(open_desk(folder, coder="anna"), token=TOKEN, port=PORT, language="nl")
    cookie = {"cookie": f"bp_qual_{PORT}={TOKEN}"} if with_cookie else {}
    return TestClient(gate, base_url=f"http://127.0.0.1:{PORT}", headers=cookie)


def test_a_part_of_a_recording_is_answered_as_the_browser_asks_for_it(tmp_path: Path):
    study = make_recorded(tmp_path / "study")
    data = record(study / "geluid" / "een.wav").read_bytes()
    page = browse(study)
    assert page.get("/api/interview", params={"id": "P01_2010"}).json()["audio"] is True
    assert page.get("/api/interview", params={"id": "P02_2010"}).json()["audio"] is False
    whole = page.get("/audio", params={"id": "P01_2010"})
    assert (whole.status_code, whole.content, whole.headers["content-type"]) == (200, data, "audio/wav")
    part = page.get("/audio", params={"id": "P01_2010"}, headers={"range": "bytes=1000-1999"})
    assert (part.status_code, part.content) == (206, data[1000:2000])
    assert part.headers["content-range"] == f"bytes 1000-1999/{len(data)}"
    assert page.get("/audio", params={"id": "P01_2010"}, headers={"range": "bytes=99999999-"}).status_code == 416
    assert part.headers["x-content-type-options"] == "nosniff"


def test_nothing_but_a_recording_of_the_study_is_played(tmp_path: Path):
    study = make_recorded(tmp_path / "study")
    record(study / "geluid" / "een.wav")
    page = browse(study)
    for name in ("P02_2010", "", "../P01_2010.txt", "geluid/een.wav", "/etc/passwd"):
        assert page.get("/audio", params={"id": name}).status_code == 404
    assert browse(study, with_cookie=False).get("/audio", params={"id": "P01_2010"}).status_code == 403


@pytest.mark.slow
def test_a_recording_that_became_a_link_out_of_the_study_is_not_played(tmp_path: Path):
    study = make_recorded(tmp_path / "study")
    file = record(study / "geluid" / "een.wav")
    page = browse(study)
    file.rename(tmp_path / "elsewhere.wav")
    file.symlink_to(tmp_path / "elsewhere.wav")
    assert page.get("/audio", params={"id": "P01_2010"}).status_code == 404


@pytest.mark.sweep(2)
@pytest.mark.parametrize("audio", ["weg.wav", "../buiten.wav", "P01_2010.txt", "geluid"])
def test_what_is_no_recording_in_the_study_is_told_with_its_line_and_stops_nothing(tmp_path: Path, audio: str):
    study = make_recorded(tmp_path / "study", audio)
    record(tmp_path / "buiten.wav")
    (study / "geluid").mkdir()
    checked = check_study(study, language="en")
    assert [problem for problem in checked.problems if "audio" in str(problem)] == []
    assert [note for note in checked.notes if f"interviews.csv:2: there is no recording '{audio}'" in note]
    page = browse(study)
    view = page.get("/api/interview", params={"id": "P01_2010"}).json()
    assert (view["audio"], view["turns"] != []) == (False, True)
    assert view["no_audio"].startswith(f"interviews.csv:2: er is geen opname '{audio}' in het onderzoek")
    assert page.get("/api/interview", params={"id": "P02_2010"}).json()["no_audio"] == ""
    assert page.get("/audio", params={"id": "P01_2010"}).status_code == 404


def test_of_two_persons_in_one_file_one_row_is_enough_to_name_the_recording(tmp_path: Path):
    study = make_recorded(tmp_path / "study")
    record(study / "geluid" / "een.wav")
    file = study / "interviews.csv"
    (study / "P02_2010.txt").unlink()
    for rows in (["weg.wav", "geluid/een.wav"], ["geluid/een.wav", "weg.wav"], ["", "weg.wav"]):
        named = [f"P01_2010.txt,P0{number},2010,R{number},{audio}" for number, audio in enumerate(rows, start=1)]
        file.write_text("\n".join(["file,person,wave,speaker,audio", *named]) + "\n", "utf-8")
        told = [note.say("en") for note in read_study(study).notes if "recording" in note.say("en")]
        assert [text[:16] for text in told] == ([] if "geluid/een.wav" in rows else ["interviews.csv:3"])


def test_a_recording_is_not_a_file_that_nobody_read(tmp_path: Path):
    study = make_recorded(tmp_path / "study", "een.wav")
    record(study / "een.wav")
    described = read_study(study)
    assert described.unread == ()
    assert "een.wav" not in " ".join(note.say("en") for note in described.notes)
