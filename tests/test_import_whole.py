"""An import is whole or not at all, and a dry run writes nothing, wherever it goes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from bp_qual import import_codings
from bp_qual.cli import main
from bp_qual.coding.by_hand import CoderLog, Event
from bp_qual.errors import Problem, StoreError, StudyError
from refi_builders import Mark, make_qdpx

TALK = "I: Hoe?\nR: Ja, wij doen alles samen.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "project.qdpx"
    marks = {"P01_2010": [Mark("doen alles", "samen")], "P01_2020": [Mark("alles samen", "samen", coder="Bea")]}
    path.write_bytes(make_qdpx({"P01_2010": TALK, "P01_2020": TALK}, marks))
    return path


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def refuse(monkeypatch: pytest.MonkeyPatch, *coders: str) -> None:
    """Let the disk refuse what these coders did."""
    append = CoderLog.append

    def refused(log: CoderLog, events: Sequence[Event]) -> tuple[Event, ...]:
        if log.path.stem in coders:
            raise StoreError(Problem("codings", "file for a folder"))
        return append(log, events)

    monkeypatch.setattr(CoderLog, "append", refused)


@pytest.mark.slow
@pytest.mark.parametrize("there", [True, False])
def test_a_dry_run_of_a_project_into_an_empty_folder_says_what_would_be_done(
    project: Path, tmp_path: Path, there: bool
) -> None:
    folder = tmp_path / "new"
    if there:
        folder.mkdir()
    result = CliRunner().invoke(main, ["import", str(project), str(folder), "--dry-run", "--language", "en"])
    assert result.exit_code == 0, result.output
    assert "2 codings to add for anna, bea; there already: 0. Nothing was written." in result.output
    assert f"{folder / 'codebook.yaml'}" in result.output
    assert folder.exists() == there
    assert not there or files_of(folder) == {}
    done = import_codings(project, folder)
    assert len(done.codings) == 2


def test_where_nothing_can_be_saved_the_folder_is_as_it_was(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, "anna", "bea")
    new = tmp_path / "deep" / "new"
    with pytest.raises(StoreError):
        import_codings(project, new)
    assert not new.exists()
    study = tmp_path / "study"
    study.mkdir()
    (study / "P01_2010.txt").write_text(TALK, encoding="utf-8")
    before = files_of(study)
    with pytest.raises(StoreError):
        import_codings(project, study)
    assert files_of(study) == before


def test_a_codebook_that_was_there_is_put_back_where_nothing_can_be_saved(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    study, table = tmp_path / "study", tmp_path / "list.csv"
    import_codings(project, study)
    before = files_of(study)
    table.write_text("document,code,quote,coder\nP01_2010,heel nieuw,alles,Anna\n", encoding="utf-8")
    refuse(monkeypatch, "anna")
    with pytest.raises(StoreError):
        import_codings(table, study)
    after = {name: data for name, data in files_of(study).items() if ".copies" not in name}
    assert after == {name: data for name, data in before.items() if ".copies" not in name}


def test_what_was_saved_of_several_coders_stays_and_is_told(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    study = tmp_path / "study"
    with monkeypatch.context() as patch:
        refuse(patch, "bea")
        with pytest.raises(StoreError, match="Saved was what anna coded, not what bea did. Import the file again"):
            import_codings(project, study)
    assert {"P01_2010.txt", "codebook.yaml", "codings/anna.jsonl"} <= set(files_of(study))
    done = import_codings(project, study)
    assert done.codings["new"].tolist() == [False, True]


def test_an_answer_that_is_refused_leaves_no_transcripts_behind(project: Path, tmp_path: Path) -> None:
    with pytest.raises(StudyError, match="it is not said which of them"):
        import_codings(project, tmp_path / "new", all_coded=True)
    assert not (tmp_path / "new").exists()


@pytest.mark.sweep(3)
@pytest.mark.parametrize("way", ["link", "dangling", "folder", "mine"])
def test_a_list_is_written_over_nothing_of_others_and_takes_nothing_of_theirs_back(tmp_path: Path, way: str) -> None:
    study, table, target, mine = (tmp_path / name for name in ("study", "list.csv", "left.csv", "mine.csv"))
    study.mkdir()
    (study / "P01_2010.txt").write_text(TALK, encoding="utf-8")
    table.write_text("document,code,quote,coder\nP01_2010,nieuw,dit zei niemand,Anna\n", encoding="utf-8")
    mine.write_bytes(b"my,own\n")
    match way:
        case "folder":
            target.mkdir()
        case "mine":
            target.write_bytes(mine.read_bytes())
        case _:
            target.symlink_to(mine if way == "link" else tmp_path / "nothing")
    result = CliRunner().invoke(main, ["import", str(table), str(study), "-o", str(target)])
    assert (result.exit_code, type(result.exception)) == (1, SystemExit)
    assert target.is_symlink() == (way in ("link", "dangling"))
    assert target.is_dir() == (way == "folder")
    assert (mine.read_bytes(), (tmp_path / "nothing").exists()) == (b"my,own\n", False)
    assert way != "mine" or target.read_bytes() == b"my,own\n"


def test_a_list_in_which_somebody_worked_is_kept_beside_the_new_one(tmp_path: Path) -> None:
    study, table, target = tmp_path / "study", tmp_path / "list.csv", tmp_path / "left.csv"
    study.mkdir()
    (study / "P01_2010.txt").write_text(TALK, encoding="utf-8")
    table.write_text("document,code,quote,coder\nP01_2010,nieuw,dit zei niemand,Anna\n", encoding="utf-8")
    command = ["import", str(table), str(study), "-o", str(target), "--language", "en"]
    CliRunner().invoke(main, command)
    target.write_text(target.read_text("utf-8").replace("dit zei niemand", "alles samen"), encoding="utf-8")
    mended = target.read_bytes()
    assert "The file as you left it is kept as" in CliRunner().invoke(main, command).output
    assert (tmp_path / "left.earlier.csv").read_bytes() == mended
