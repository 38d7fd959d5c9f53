"""What docs/privacy.md promises: nothing leaves or changes; names of files and speakers get into no output."""

from __future__ import annotations

import hashlib
import json
import socket
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from bp_qual.cli import main

CODEBOOK = "{codebook: Demo, version: 1.0.0, language: nl, codes: [{id: samen, terms: [samenwerken, netwerk]}]}"
NAMES = ("Wilhelmina", "Oosterhof", "Brandsma")


class ContactedError(Exception):
    """Something tried to reach another computer."""


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def refuse(*_: object, **__: object) -> None:
        raise ContactedError

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    return


def make_study_with_names(folder: Path) -> Path:
    """Write a study whose files and speakers carry real names, which interviews.csv keeps apart from the person ids."""
    folder.mkdir()
    rows = ["file,person,wave,speaker"]
    for person in ("P01", "P02"):
        for wave, said in (("2010", "Wij werken samen in een netwerk."), ("2020", "Het netwerk is er nog.")):
            file = f"{NAMES[0]}_{person}_{wave}_{NAMES[1]}.txt"
            text = f"{NAMES[2]}: Hoe gaat het samenwerken?\n\n{NAMES[0]}: {said} {'En nog veel meer woorden. ' * 80}\n"
            (folder / file).write_text(text, "utf-8")
            rows.append(f"{file},{person},{wave},{NAMES[0]}")
    (folder / "interviews.csv").write_text("\n".join(rows) + "\n", "utf-8")
    waves = "waves: [{id: '2010'}, {id: '2020'}]"
    speakers = f"speakers: {{interviewer: [{NAMES[2]}]}}"
    lines = ["study: Demo", "language: nl", waves, "interviews: interviews.csv", "codebook: codebook.yaml", speakers]
    (folder / "study.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    (folder / "codebook.yaml").write_text(CODEBOOK, "utf-8")
    return folder


def fingerprint(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file in a folder."""
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def run(*arguments: str | Path) -> str:
    result = CliRunner().invoke(main, [str(one) for one in arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.usefixtures("no_network")
def test_a_comparison_contacts_nobody_and_writes_nowhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    study = make_study_with_names(tmp_path / "study")
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setattr("tempfile.tempdir", str(home))
    before = fingerprint(study)
    run("compare", study, "-o", tmp_path / "out")
    assert fingerprint(study) == before
    assert list(home.rglob("*")) == []
    assert sorted(place.name for place in tmp_path.iterdir()) == ["home", "out", "study"]


@pytest.mark.usefixtures("no_network")
def test_the_network_guard_bites() -> None:
    with pytest.raises(ContactedError):
        socket.create_connection(("127.0.0.1", 9))


def test_names_of_files_and_speakers_get_into_no_output(tmp_path: Path) -> None:
    study = make_study_with_names(tmp_path / "study")
    printed = run("compare", study, "-o", tmp_path / "out")
    files = [file for file in (tmp_path / "out").rglob("*") if file.is_file()]
    assert len(files) >= 8
    for text in (printed, *(file.read_text("utf-8") for file in files)):
        assert [name for name in NAMES if name in text] == []
    assert "netwerk" in (tmp_path / "out" / "codings.csv").read_text("utf-8")


def parts_of(file: Path) -> Iterator[bytes]:
    """Yield what a file holds, and each part of one that is packed."""
    yield file.read_bytes()
    if zipfile.is_zipfile(file):
        with zipfile.ZipFile(file) as package:
            yield from (name.encode() + package.read(name) for name in package.namelist())


def test_names_and_folders_get_into_nothing_that_any_command_writes(tmp_path: Path) -> None:
    study = make_study_with_names(tmp_path / NAMES[1])
    out = tmp_path / "out"
    out.mkdir()
    run("report", study, "--docx", out / "r.docx", "--xlsx", out / "r.xlsx", "--html", out / "r.html")
    run("framework", study, "-o", out / "m.docx")
    run("framework", study, "-o", out / "m.xlsx")
    run("framework", study, "--by-change", "-o", out / "change.xlsx")
    run("portrait", study, "-o", out)
    run("code", study, "-o", out / "c.parquet")
    run("export", study, "--qdpx", out / "p.qdpx", "--csv", out / "q.csv", "--wide", out / "w.csv")
    machine = pd.read_csv(out / "q.csv")["coder"][0]
    run("import", out / "q.csv", study, "--coder", f"{machine}=anna")
    run("codings", study, "-o", out / "h.csv")
    written = [*out.iterdir(), *(study / "codings").glob("*.jsonl")]
    assert len(written) > 10
    with_talk = (".qdpx", ".jsonl", "q.csv")  # these hold the talk as it is, with the labels of who speaks
    for file in written:
        told = [NAMES[1], str(tmp_path), *(() if file.name.endswith(with_talk) else NAMES)]
        assert [name for name in told for part in parts_of(file) if name.encode() in part] == [], file.name


def test_the_name_of_a_folder_gets_into_no_output(tmp_path: Path) -> None:
    study = make_study_with_names(tmp_path / NAMES[0])
    (study / "study.yaml").write_text((study / "study.yaml").read_text("utf-8").replace("study: Demo\n", ""), "utf-8")
    out = tmp_path / "out"
    run("compare", study, "-o", out)
    run("quotes", study, "--code", "samen", "--html", out / "quotes.html")
    for file in out.iterdir():
        assert NAMES[0] not in file.read_text("utf-8"), file.name


def test_the_run_record_holds_no_word_that_anybody_said(tmp_path: Path) -> None:
    study = make_study_with_names(tmp_path / "study")
    run("compare", study, "-o", tmp_path / "out")
    record = (tmp_path / "out" / "run.json").read_text("utf-8")
    assert "netwerk" not in record
    assert set(json.loads(record)["transcripts"]) == {"P01_2010", "P01_2020", "P02_2010", "P02_2020"}


def test_the_report_forbids_the_browser_to_load_anything(tmp_path: Path) -> None:
    study = make_study_with_names(tmp_path / "study")
    run("compare", study, "-o", tmp_path / "out")
    page = (tmp_path / "out" / "report.html").read_text("utf-8")
    assert page.index("Content-Security-Policy") < page.index("<style")
    assert "default-src &#39;none&#39;" in page
    assert "http://" not in page.replace("http://www.w3.org/2000/svg", "")
    assert "https://" not in page


@pytest.mark.parametrize("found_by", ["interviews.csv", "name"])
def test_a_link_that_leads_out_of_the_study_is_refused(tmp_path: Path, found_by: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("R: Dit is van iemand anders.\n", "utf-8")
    study = make_study_with_names(tmp_path / "study")
    link = next(study.glob("*P01_2010*"))
    link.unlink()
    if found_by == "name":
        for file in (study / "interviews.csv", study / "study.yaml"):
            file.unlink()
        link = study / "P01_2010.txt"
    link.symlink_to(secret)
    codebook = str(study / "codebook.yaml")
    result = CliRunner().invoke(main, ["compare", str(study), "--codebook", codebook, "-o", str(tmp_path / "out")])
    assert result.exit_code == 1
    assert link.name in result.output
    assert "iemand anders" not in result.output
    assert not (tmp_path / "out").exists()
