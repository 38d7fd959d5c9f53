"""What an import did is taken back by `bp-qual restore`, also the first of all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual import import_codings
from bp_qual.cli import main
from bp_qual.errors import BpQualError
from bp_qual.files.daily_copies import today
from bp_qual.study.copies import copied_days, restore_day

TALK = "I: Hoe gaat het?\nR: Wij doen dat samen. Het werk is zwaar geworden.\n"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "P01_2010.txt").write_text(TALK, encoding="utf-8")
    return folder


def write_list(study: Path, *rows: str) -> Path:
    path = study.parent / "list.csv"
    path.write_text("\n".join(["person,wave,code,quote,coder", *rows]) + "\n", encoding="utf-8")
    return path


def files_of(study: Path) -> dict[str, bytes]:
    """Return what is in a study, without copies and locks."""
    paths = (path for path in study.rglob("*") if path.is_file())
    named = {path.relative_to(study).as_posix(): path for path in paths}
    return {name: path.read_bytes() for name, path in named.items() if "/." not in name}


def test_a_first_import_is_taken_back_whole_and_kept_beside_the_copies(study: Path) -> None:
    before = files_of(study)
    path = write_list(study, "P01,2010,samen,doen dat samen,anna", "P01,2010,zwaar,zwaar geworden,bert")
    import_codings(path, study)
    made = {name: data for name, data in files_of(study).items() if name not in before}
    assert sorted(made) == ["codebook.yaml", "codings/anna.jsonl", "codings/bert.jsonl", "study.yaml"]
    assert copied_days(study) == (today(),)
    told = CliRunner().invoke(main, ["restore", str(study), "--day", today()]).output
    files = "codebook.yaml, study.yaml, anna.jsonl, bert.jsonl"
    assert f"Weggehaald, want sinds de kopie van {today()} door een import gemaakt: {files}" in told
    assert files_of(study) == before
    (kept,) = (study / "codings" / ".copies").glob("replaced *")
    assert {name.relative_to(kept).as_posix(): name.read_bytes() for name in kept.rglob("*.*")} == made
    assert import_codings(path, study).codings["new"].all()
    assert files_of(study).keys() == {*before, *made}


def test_what_somebody_else_coded_since_is_left_alone(study: Path) -> None:
    import_codings(write_list(study, "P01,2010,samen,doen dat samen,anna"), study)
    (study / "codings" / "zoe.jsonl").write_bytes(b"")
    done = restore_day(study, today())
    assert [path.name for path in done.newer] == ["zoe.jsonl"]
    assert (study / "codings" / "zoe.jsonl").exists()


def test_a_second_import_by_a_new_coder_is_taken_back_and_the_first_stays(study: Path) -> None:
    import_codings(write_list(study, "P01,2010,samen,doen dat samen,anna"), study)
    copies = study / "codings" / ".copies"
    (copies / today()).rename(copies / "2020-01-01")
    before = files_of(study)
    import_codings(write_list(study, "P01,2010,zwaar,zwaar geworden,bert"), study)
    assert restore_day(study, today()).away == (study / "codings" / "bert.jsonl",)
    assert files_of(study) == before
    assert {path.name for path in restore_day(study, "2020-01-01").away} == {
        "codebook.yaml",
        "study.yaml",
        "anna.jsonl",
    }


def test_a_study_file_in_which_somebody_wrote_stays_with_the_codebook_that_it_names(study: Path) -> None:
    import_codings(write_list(study, "P01,2010,samen,doen dat samen,anna"), study)
    with (study / "study.yaml").open("a", encoding="utf-8") as file:
        file.write("floor: 5\n")
    assert [path.name for path in restore_day(study, today()).away] == ["anna.jsonl"]
    assert {"study.yaml", "codebook.yaml"} <= files_of(study).keys()


def test_a_coder_who_codes_after_an_import_was_taken_back_is_left_alone(study: Path) -> None:
    import_codings(write_list(study, "P01,2010,samen,doen dat samen,anna"), study)
    restore_day(study, today())
    (study / "codings" / "anna.jsonl").write_bytes(b"")
    assert restore_day(study, today()).away == ()


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    "note", [b"", b"[]", b"{", b'{"../outside.yaml": "", "P01_2010.txt": "", "codings/a.txt": ""}']
)
def test_a_note_of_what_was_made_takes_away_nothing_but_codings_and_codebooks(study: Path, note: bytes) -> None:
    import_codings(write_list(study, "P01,2010,samen,doen dat samen,anna"), study)
    (outside := study.parent / "outside.yaml").write_bytes(b"mine")
    before = files_of(study)
    (study / "codings" / ".copies" / today() / ".made").write_bytes(note)
    assert restore_day(study, today()).away == ()
    assert (files_of(study), outside.read_bytes()) == (before, b"mine")


def test_an_import_that_could_not_be_saved_leaves_no_copy(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_list(study, "P01,2010,samen,doen dat samen,anna")
    monkeypatch.setattr(
        "bp_qual.study.import_events.CoderLog.append", lambda *_: (_ for _ in ()).throw(BpQualError([]))
    )
    with pytest.raises(BpQualError):
        import_codings(path, study)
    assert {path.name for path in study.rglob("*")} <= {"P01_2010.txt", "codings", ".anna.jsonl.lock"}


def test_files_that_an_import_makes_are_noted_with_what_they_held(study: Path) -> None:
    import_codings(write_list(study, "P01,2010,samen,doen dat samen,anna"), study)
    note = json.loads((study / "codings" / ".copies" / today() / ".made").read_bytes())
    assert sorted(note) == ["codebook.yaml", "codings/anna.jsonl", "study.yaml"]
