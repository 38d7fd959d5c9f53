"""What we exported, changed in another program and imported again: nothing becomes zero, and what changed is told."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from bp_qual import export_codings, import_codings, read_codebook, read_codings, read_corpus

BOOK = "{codebook: B, version: 1.0.0, language: en, codes: [{id: stress}, {id: money}]}\n"
TALK = "I: How is it?\nR: My work is too hard. My rent is too high. My sister is ill.\n"
SISTER = "My sister is ill"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return make_study(tmp_path / "study")


def make_study(folder: Path) -> Path:
    folder.mkdir()
    (folder / "codebook.yaml").write_text(BOOK, encoding="utf-8")
    (folder / "study.yaml").write_text("codebook: codebook.yaml\nlanguage: en\n", encoding="utf-8")
    for person in ("P01", "P02"):
        for wave in ("2010", "2020"):
            (folder / f"{person}_{wave}.txt").write_text(TALK, encoding="utf-8")
    return folder


def coded(study: Path, ending: str) -> Path:
    """Return what is exported of a study in which Anna coded both codes in all interviews."""
    rows = [
        f"{person},{wave},{code},{quote}"
        for person in ("P01", "P02")
        for wave in ("2010", "2020")
        for code, quote in (("stress", "My work is too hard"), ("money", "My rent is too high"))
    ]
    path = study.parent / "first.csv"
    path.write_text("\n".join(["person,wave,code,quote", *rows]) + "\n", encoding="utf-8")
    import_codings(path, study, coder="anna")
    export_codings(study, out := study.parent / f"out{ending}")
    return out


def finished(study: Path, coder: str) -> set[tuple[str, str]]:
    names = [transcript.interview for transcript in read_corpus(study).transcripts]
    books = [read_codebook(file) for file in study.glob("*.yaml") if file.name != "study.yaml"]
    codes = sorted({code for book in books for code in book.ids})
    return {*read_codings(study, coder=coder).state.finished(names, codes)}


def edit_project(path: Path, *edits: tuple[str, str]) -> None:
    """Change the project file in a .qdpx by regular expressions; each must be found."""
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    project = files["project.qde"].decode()
    for pattern, new in edits:
        project, n = re.subn(pattern, new, project, count=1, flags=re.DOTALL)
        assert n == 1, pattern
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, project.encode() if name == "project.qde" else data)


def add_family(path: Path) -> None:
    """Code `family` once in P01_2010, as Anna does it elsewhere."""
    start = TALK.index(SISTER)
    if path.suffix == ".qdpx":
        guid = "11111111-2222-3333-4444-555555555555"
        place = f'startPosition="{start}" endPosition="{start + len(SISTER)}"'
        user = re.search(r'<User guid="([^"]+)" name="anna"', _project(path))
        assert user is not None
        made = f'creatingUser="{user[1]}"'
        selection = (
            f'<PlainTextSelection guid="{guid[:-1]}6" name="{SISTER}" {place} {made}>'
            f'<Coding guid="{guid[:-1]}7" {made}><CodeRef targetGUID="{guid}"/></Coding></PlainTextSelection>'
        )
        edit_project(
            path,
            ("</Codes>", f'<Code guid="{guid}" name="family" isCodable="true"/></Codes>'),
            ('(<TextSource [^>]*name="P01_2010"[^>]*>)', rf"\1{selection}"),
        )
    elif path.suffix == ".json":
        page = json.loads(path.read_text(encoding="utf-8"))
        first = page["items"][0]
        selector = {"type": "TextQuoteSelector", "exact": SISTER}
        body = [{"type": "TextualBody", "purpose": "tagging", "value": "family"}]
        target = {"source": first["target"]["source"], "selector": selector}
        page["items"].append({**first, "id": "urn:x", "body": body, "target": target})
        path.write_text(json.dumps(page), encoding="utf-8")
    else:
        rows = [*csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")))]
        new = dict.fromkeys(rows[0], "") | {"interview": "P01_2010", "code": "family", "quote": SISTER, "coder": "anna"}
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, [*rows[0]])
            writer.writeheader()
            writer.writerows([*rows, new])


def _project(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read("project.qde").decode()


@pytest.mark.parametrize("ending", [".qdpx", ".json", ".csv"])
def test_a_code_that_was_added_elsewhere_is_open_where_nobody_coded_it(study: Path, ending: str) -> None:
    add_family(path := coded(study, ending))
    other = make_study(study.parent / "other")
    done = import_codings(path, other)
    assert done.new_codes == ("family",)
    assert {code for _, code in finished(other, "anna")} == {"stress", "money"}
    assert len(finished(other, "anna")) == 8


def test_where_all_that_was_finished_is_renamed_elsewhere_nothing_is_finished(study: Path) -> None:
    path = coded(study, ".qdpx")
    edit_project(path, ('name="stress"', 'name="pressure"'), ('name="money"', 'name="finances"'))
    other = make_study(study.parent / "other")
    import_codings(path, other)
    assert finished(other, "anna") == set()
