"""The recording of an interview: played in parts, from the study only, and only to this page."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bp_qual.errors import StudyError
from bp_qual.page import open_desk
from bp_qual.page.routes import make_app
from bp_qual.study import read_study
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


def test_a_recording_that_became_a_link_out_of_the_study_is_not_played(tmp_path: Path):
    study = make_recorded(tmp_path / "study")
    file = record(study / "geluid" / "een.wav")
    page = browse(study)
    file.rename(tmp_path / "elsewhere.wav")
    file.symlink_to(tmp_path / "elsewhere.wav")
    assert page.get("/audio", params={"id": "P01_2010"}).status_code == 404


@pytest.mark.parametrize("audio", ["weg.wav", "../buiten.wav", "P01_2010.txt", "geluid"])
def test_what_is_no_recording_in_the_study_is_a_problem_with_its_line(tmp_path: Path, audio: str):
    study = make_recorded(tmp_path / "study", audio)
    record(tmp_path / "buiten.wav")
    (study / "geluid").mkdir()
    with pytest.raises(StudyError, match=r"interviews.csv:2  audio '.*' is no recording in the study"):
        read_study(study)


def test_a_recording_is_not_a_file_that_nobody_read(tmp_path: Path):
    study = make_recorded(tmp_path / "study", "een.wav")
    record(study / "een.wav")
    described = read_study(study)
    assert described.unread == ()
    assert "een.wav" not in " ".join(note.say("en") for note in described.notes)
