"""What we exported, changed in another program and imported again: nothing becomes zero, and what changed is told."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from bp_qual import export_codings, import_codings, read_codebook, read_codings, read_corpus, write_coding
from refi_builders import Mark, make_qdpx

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


@pytest.mark.slow
@pytest.mark.parametrize("ending", [".qdpx", ".json", ".csv"])
def test_a_code_that_was_added_elsewhere_is_open_where_nobody_coded_it(study: Path, ending: str) -> None:
    add_family(path := coded(study, ending))
    other = make_study(study.parent / "other")
    done = import_codings(path, other)
    assert done.new_codes == ("family",)
    assert {code for _, code in finished(other, "anna")} == {"stress", "money"}
    assert len(finished(other, "anna")) == 8


RENAMED = (('name="stress"', 'name="pressure"'), ('name="money"', 'name="finances"'))


@pytest.mark.slow
def test_codes_that_are_only_called_otherwise_elsewhere_stay_finished(study: Path) -> None:
    path = coded(study, ".qdpx")
    edit_project(path, *RENAMED)
    other = make_study(study.parent / "other")
    import_codings(path, other)
    assert {code for _, code in finished(other, "anna")} == {"stress", "money"}
    assert len(finished(other, "anna")) == 8


def test_where_all_that_was_finished_has_new_names_and_ids_elsewhere_nothing_is_finished(study: Path) -> None:
    path = coded(study, ".qdpx")
    for guid in dict.fromkeys(re.findall(r'<Code guid="([^"]+)"', _project(path))):
        while guid in _project(path):
            edit_project(path, (guid, f"{guid[::-1]}"))
    edit_project(path, *RENAMED)
    other = make_study(study.parent / "other")
    import_codings(path, other)
    assert finished(other, "anna") == set()


def delete_one(path: Path) -> None:
    """Delete the coding of stress in P01_2020."""
    _edit_one(path, "")


def recode_one(path: Path) -> None:
    """Give the coding of stress in P01_2020 the code money."""
    _edit_one(path, "money")


def _edit_one(path: Path, code: str) -> None:
    if path.suffix == ".qdpx":
        guid = re.search(r'<Code guid="([^"]+)" name="money"', _project(path))
        assert guid is not None
        one = r'(<TextSource [^>]*name="P01_2020"[^>]*>\s*)(<PlainTextSelection.*?</PlainTextSelection>)'
        edit_project(path, (one, r"\1" if not code else r"\1\2"))
        if code:
            target = r'(name="P01_2020"[^>]*>\s*<PlainTextSelection.*?targetGUID=")[^"]+'
            edit_project(path, (target, rf"\g<1>{guid[1]}"))
    elif path.suffix == ".json":
        page = json.loads(path.read_text(encoding="utf-8"))
        number = next(n for n, item in enumerate(page["items"]) if item["target"]["source"] == "P01_2020")
        assert page["items"][number]["body"][0]["value"] == "stress"
        page["items"][number]["body"][0]["value"] = code
        page["items"] = [item for n, item in enumerate(page["items"]) if code or n != number]
        path.write_text(json.dumps(page), encoding="utf-8")
    else:
        with sqlite3.connect(path) as base:
            one = (
                "SELECT h.id FROM highlights h JOIN documents d ON d.id = h.document_id JOIN highlight_tags t"
                " ON t.highlight_id = h.id JOIN tags g ON g.id = t.tag_id"
                " WHERE d.name = 'P01_2020' AND g.path = 'stress'"
            )
            number = base.execute(one).fetchone()[0]
            if code:
                tag = base.execute("SELECT id FROM tags WHERE path = ?", (code,)).fetchone()[0]
                base.execute("UPDATE highlight_tags SET tag_id = ? WHERE highlight_id = ?", (tag, number))
            else:
                base.execute("DELETE FROM highlight_tags WHERE highlight_id = ?", (number,))
                base.execute("DELETE FROM highlights WHERE id = ?", (number,))
        base.close()


def told(path: Path, study: Path) -> list[str]:
    notes = import_codings(path, study).notes
    return [note.say("en") for note in notes if note.kind in ("changed elsewhere", "code renamed")]


@pytest.mark.sweep(1)
@pytest.mark.parametrize("ending", [".qdpx", ".json", ".sqlite3"])
@pytest.mark.parametrize(("change", "there"), [(delete_one, "7 of 7 codings"), (recode_one, "7 of 8 codings")])
def test_what_was_deleted_or_recoded_elsewhere_is_told(
    study: Path, ending: str, change: Callable[[Path], None], there: str
) -> None:
    change(path := coded(study, ending))
    said = told(path, study)
    assert len(said) == 1
    assert said[0].startswith(f"{there} were there already, and the file lacks 1 coding of anna: ")
    assert "P01_2020, stress: 'My work is too hard'" in said[0]


@pytest.mark.sweep(2)
@pytest.mark.parametrize("ending", [".qdpx", ".json", ".sqlite3"])
def test_what_comes_in_as_it_went_out_says_nothing(study: Path, ending: str) -> None:
    assert told(coded(study, ending), study) == []


def test_what_a_person_coded_on_the_page_and_deleted_elsewhere_is_told_too(study: Path) -> None:
    coded(study, ".json")
    write_coding(study, {"interview": "P01_2020", "start": 20, "end": 28, "code": "money"}, coder="anna", do="add")
    export_codings(study, path := study.parent / "out.json")
    page = json.loads(path.read_text(encoding="utf-8"))
    page["items"] = [item for item in page["items"] if item["target"].get("selector", [{}, {"end": 0}])[1]["end"] != 28]
    path.write_text(json.dumps(page), encoding="utf-8")
    assert "P01_2020, money: 'work is'" in told(path, study)[0]


def test_of_an_interview_without_any_coding_left_in_a_project_that_is_told(study: Path) -> None:
    path = coded(study, ".qdpx")
    one = r'(<TextSource [^>]*name="P01_2020"[^>]*>\s*)(<PlainTextSelection.*</PlainTextSelection>)(.*?</TextSource>)'
    source = r'(<TextSource [^>]*name="P01_2020".*?</TextSource>)'
    project = re.search(source, _project(path), re.DOTALL)
    assert project is not None
    edit_project(path, (re.escape(project[0]), re.sub(one, r"\1\3", project[0], flags=re.DOTALL)))
    assert "the file lacks 2 codings of anna" in told(path, study)[0]


def test_interviews_that_a_project_lacks_are_not_told(study: Path) -> None:
    path = coded(study, ".json")
    page = json.loads(path.read_text(encoding="utf-8"))
    page["items"] = [item for item in page["items"] if item["target"]["source"] != "P01_2020"]
    path.write_text(json.dumps(page), encoding="utf-8")
    assert told(path, study) == []


def test_another_project_of_the_same_coder_says_nothing(study: Path) -> None:
    path = coded(study, ".json")
    page = json.loads(path.read_text(encoding="utf-8"))
    for item in page["items"]:
        if "selector" in item["target"]:
            item["target"]["selector"] = [{"type": "TextQuoteSelector", "exact": SISTER}]
    path.write_text(json.dumps(page), encoding="utf-8")
    assert told(path, study) == []


def test_a_code_that_was_renamed_elsewhere_is_told(study: Path) -> None:
    edit_project(path := coded(study, ".qdpx"), ('name="stress"', 'name="pressure"'))
    assert told(path, study) == [
        "the file calls the code stress 'pressure': it keeps its name here; write the new one in the codebook if that"
        " is meant"
    ]


@pytest.mark.slow
@pytest.mark.parametrize("ending", [".json", ".sqlite3"])
def test_where_a_renamed_code_is_a_new_one_the_codings_of_the_old_are_told(study: Path, ending: str) -> None:
    path = coded(study, ending)
    if ending == ".json":
        path.write_text(path.read_text(encoding="utf-8").replace("stress", "pressure"), encoding="utf-8")
    else:
        with sqlite3.connect(path) as base:
            base.execute("UPDATE tags SET path = 'pressure' WHERE path = 'stress'")
        base.close()
    assert "the file lacks 4 codings of anna: P01_2010, stress" in told(path, study)[0]


def of_two(path: Path, *who: str, more: str = "") -> Path:
    """Write a project in which each of these coded an interview; Anna another too."""
    texts = dict.fromkeys(("P01_2010", "P01_2020"), TALK)
    marks = [Mark("My work is too hard", "stress", coder) for coder in who]
    marks += [Mark(SISTER, "family", "Anna")] if more else []
    path.write_bytes(make_qdpx(texts, {"P01_2010": marks, "P01_2020": [Mark("My rent is too high", "money", "Anna")]}))
    return path


@pytest.mark.slow
@pytest.mark.parametrize("name", ["team.qdpx", "team_2.qdpx"])
def test_a_coder_of_whom_a_later_project_has_nothing_left_is_told(tmp_path: Path, name: str) -> None:
    import_codings(of_two(tmp_path / "team.qdpx", "Anna", "Bert"), study := make_study(tmp_path / "study"))
    done = import_codings(of_two(tmp_path / name, "Anna", more="yes"), study)
    said = (
        "1 coding of bert came in with an earlier team.qdpx, and none of bert are in this file: P01_2010, stress: 'My"
    )
    assert said in done.say("en")
    assert "1 codering van bert, eerder binnengekomen met team.qdpx; in dit bestand is er geen van bert" in done.say(
        "nl"
    )
    assert "came in with an earlier" not in import_codings(tmp_path / name, study).say("en")  # it was told


def test_a_coder_who_never_was_in_a_project_is_not_missed_in_it(tmp_path: Path) -> None:
    study = make_study(tmp_path / "study")
    import_codings(of_two(tmp_path / "bert.qdpx", "Bert"), study, coder="bert")
    import_codings(of_two(tmp_path / "team.qdpx", "Anna"), study)
    done = import_codings(of_two(tmp_path / "team.qdpx", "Anna", more="yes"), study)
    assert "earlier" not in done.say("en")
    import_codings(of_two(tmp_path / "both.qdpx", "Anna", "Bert"), study)
    done = import_codings(of_two(tmp_path / "both.qdpx", "Anna", "BERT", more="yes"), study, coder="anna")
    assert "came in with an earlier" not in done.say("en")  # it has hers, only not taken
