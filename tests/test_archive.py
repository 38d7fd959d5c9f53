"""An archive that workers code has the rows of one process; what fails is listed, what is done is not done again."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import threading
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest
from click.testing import CliRunner, Result

import bp_qual as bq
from bp_qual.archive import clusters, coding_archives, part_work, running, worker_versions
from bp_qual.archive.listing import ListedFile, list_archive
from bp_qual.archive.output_folder import OutputFolder
from bp_qual.archive.parting import Part, cut_in_parts
from bp_qual.archive.remote import fetch
from bp_qual.cli import main
from bp_qual.errors import BpQualError, StoreError, StudyError, TranscriptError
from bp_qual.files import guarded_run
from bp_qual.study.interviews import Interview

distributed = pytest.importorskip("distributed", reason="needs the extra `scale`")
fsspec = pytest.importorskip("fsspec")
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")

NO_PAGE = {"dashboard_address": None, "scheduler_kwargs": {"dashboard_address": "127.0.0.1:0"}}
ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "transcripts_sample"
BOOK = ROOT / "codebooks" / "best_persons.yaml"
SMALL = """codebook: Small
version: 1.0.0
language: nl
codes:
  - {id: samen, terms: [samenwerken], codes: [{id: buurt, terms: [buurt]}]}
  - {id: geld, terms: [geld]}
  - {id: leeg}
"""
SAID = ("Wij werken al jaren samen in de buurt.", "Geld was er nooit.", "Ja hoor.", "De buurt doet dat zelf.")


@pytest.fixture(scope="module")
def client() -> Iterator[object]:
    """Give a client of two workers that are threads of this process."""
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=False, protocol="inproc://", **NO_PAGE
        ) as cluster,
        distributed.Client(cluster, set_as_default=False) as made,
    ):
        yield made


@pytest.fixture(scope="module")
def cluster() -> Iterator[object]:
    """Give two workers that are processes of their own."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", memory_limit=0, **NO_PAGE,
        silence_logs=60,
    ) as made:  # fmt: skip
        yield made


def make_study(folder: Path, persons: int, *, longest: int = 60) -> Path:
    """Write interviews of two waves, each with other talk."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(1)
    for number in range(persons):
        for wave in (2010, 2020):
            said = [chance.choice(SAID) for _ in range(chance.randrange(5, longest))]
            text = "\n\n".join(f"I: En?\n\nR: {line}" for line in said)
            (folder / f"P{number:02}_{wave}.txt").write_text(text, encoding="utf-8")
    (folder / "codebook.yaml").write_text(SMALL, encoding="utf-8")
    (folder / "study.yaml").write_text("study: Buurt\nlanguage: nl\ncodebook: codebook.yaml\n", encoding="utf-8")
    return folder


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return make_study(tmp_path / "study", 5, longest=30)


def code_in_one_process(study: Path) -> tuple[pd.DataFrame, bq.Panel]:
    corpus = bq.read_corpus(study, skip_unreadable=True)
    book = bq.read_codebook(study / "codebook.yaml")
    codings = bq.apply_codebook(book, corpus)
    return codings, bq.count_codes(codings, corpus, book)


def assert_same(archive: bq.CodedArchive, study: Path) -> None:
    codings, panel = code_in_one_process(study)
    assert len(codings) > 0
    pd.testing.assert_frame_equal(archive.codings(), codings)
    mine = archive.panel
    sought = panel.counts[~panel.counts["code"].isin(panel.without_terms)].reset_index(drop=True)
    pd.testing.assert_frame_equal(mine.counts, sought, check_dtype=False)
    pd.testing.assert_frame_equal(mine.exposure, panel.exposure, check_dtype=False)
    assert (mine.waves, mine.persons, mine.codes, mine.missing) == (
        panel.waves, panel.persons, panel.codes, panel.missing,
    )  # fmt: skip


def tables_of(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".json"
    }


# --- the same rows ---------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_workers_find_in_the_sample_study_what_one_process_finds(client: object, tmp_path: Path) -> None:
    book, corpus = bq.read_codebook(BOOK), bq.read_corpus(SAMPLE)
    archive = bq.code_archive(SAMPLE, book, client, output=tmp_path / "out", part_size=60_000)
    codings = bq.apply_codebook(book, corpus)
    assert len(codings) > 0
    assert len(archive.parts) > 4
    pd.testing.assert_frame_equal(archive.codings(), codings)
    code = codings["code"].iloc[0]
    some = archive.codings(codes=[code], waves=["2010"])
    assert len(some) == ((codings["code"] == code) & (codings["wave"] == "2010")).sum()


@pytest.mark.slow
@pytest.mark.parametrize("size", [1, 3000, 10**9])
def test_the_rows_are_those_of_one_process_however_the_archive_is_cut(
    size: int, client: object, study: Path, tmp_path: Path
) -> None:
    assert_same(bq.code_archive(study, None, client, output=tmp_path / "out", part_size=size), study)


@pytest.mark.slow
def test_what_changed_is_the_same_from_an_archive_as_from_one_process(
    client: object, study: Path, tmp_path: Path
) -> None:
    archive = bq.code_archive(study, None, client, output=tmp_path / "out", part_size=3000)
    mine = bq.compare_waves(bq.read_archive(tmp_path / "out").panel, floor=5).codes.set_index("code")
    one = bq.compare_waves(code_in_one_process(study)[1], floor=5).codes.set_index("code")
    columns = ["persons", "up", "down", "rate_before", "rate_after", "ratio", "p", "verdict"]
    sought = [code for code in archive.codes if code != "leeg"]
    pd.testing.assert_frame_equal(mine.loc[sought, columns], one.loc[sought, columns])
    assert mine.loc["leeg", "verdict"] == "not coded"


@pytest.mark.slow
def test_an_archive_that_is_coded_twice_has_the_same_bytes(client: object, study: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        bq.code_archive(study, None, client, output=tmp_path / name, part_size=3000)
    assert tables_of(tmp_path / "one") == tables_of(tmp_path / "two")
    assert (tmp_path / "one" / "run.json").read_bytes() == (tmp_path / "two" / "run.json").read_bytes()


def test_the_tables_are_parquet_that_any_program_reads(client: object, study: Path, tmp_path: Path) -> None:
    bq.code_archive(study, None, client, output=tmp_path / "out", part_size=3000)
    table = pd.read_parquet(tmp_path / "out" / "codings")
    assert len(table) == len(code_in_one_process(study)[0])
    assert set(table["wave"].astype(str)) == {"2010", "2020"}


def test_two_waves_with_odd_names_and_an_interview_of_two_persons_are_coded_alike(
    client: object, tmp_path: Path
) -> None:
    study = make_study(tmp_path / "study", 2)
    rows = "file,person,wave\nP00_2010.txt,P00,voor / na 100%\nP00_2010.txt,P01,voor / na 100%\nP00_2020.txt,P00,café\n"
    (study / "interviews.csv").write_text(rows + "P01_2020.txt,P01,café\n", encoding="utf-8")
    (study / "P01_2010.txt").unlink()
    waves = 'waves: ["voor / na 100%", "café"]\n'
    (study / "study.yaml").write_text((study / "study.yaml").read_text("utf-8") + waves, encoding="utf-8")
    assert_same(bq.code_archive(study, None, client, output=tmp_path / "out", part_size=1), study)


# --- what fails ------------------------------------------------------------------------------------------------------


def break_files(study: Path) -> None:
    (study / "P01_2010.txt").write_bytes("I: En?\nR: Ja.\n".encode("utf-16-le"))
    (study / "P02_2020.txt").unlink()
    (study / "P02_2020.docx").write_bytes(b"PK\x03\x04 no document")


@pytest.mark.slow
def test_files_that_cannot_be_read_are_listed_and_the_others_are_coded(
    client: object, study: Path, tmp_path: Path
) -> None:
    break_files(study)
    archive = bq.code_archive(study, None, client, output=tmp_path / "out", part_size=3000)
    assert_same(archive, study)
    assert sorted(zip(archive.failures["interview"], archive.failures["person"], strict=True)) == [
        ("P01_2010", "P01"), ("P02_2020", "P02"),
    ]  # fmt: skip
    assert archive.failures["what"].str.len().min() > 10
    assert {problem.where for failure in archive.failed for problem in failure.problems} == {
        "P01_2010.txt", "P02_2020.docx",
    }  # fmt: skip
    status = bq.compare_waves(archive.panel, floor=5).attrition.set_index("person")["status"]
    assert (status["P01"], status["P02"]) == ("not read", "not read")


def test_no_name_of_a_file_gets_into_what_is_written(client: object, study: Path, tmp_path: Path) -> None:
    break_files(study)
    (study / "P03_2010.txt").write_bytes((study / "P03_2010.txt").read_bytes() + b"\n\nR: caf\xe9.\n")
    bq.code_archive(study, None, client, output=tmp_path / "out", part_size=3000)
    written = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    names = (b".txt", b".docx", str(study).encode())
    assert [path.name for path in written for name in names if name in path.read_bytes()] == []


@pytest.mark.slow
def test_what_failed_is_tried_again_and_nothing_else_is(client: object, study: Path, tmp_path: Path) -> None:
    break_files(study)
    first = bq.code_archive(study, None, client, output=tmp_path / "out", part_size=1)
    (study / "P02_2020.docx").unlink()
    (study / "P02_2020.txt").write_text("I: En?\n\nR: Geld en geld.", encoding="utf-8")
    second = bq.code_archive(study, None, client, output=tmp_path / "out", part_size=1)
    assert (first.kept, second.kept) == (0, len(second.parts) - 2)
    assert list(second.failures["interview"]) == ["P01_2010"]
    assert_same(second, study)


@pytest.mark.slow
def test_a_file_that_stops_its_worker_is_found_and_the_others_are_coded(
    client: object, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = part_work.read_interview

    def stop(study: object, interview: Interview, data: bytes) -> object:
        if interview.id == "P03_2020":
            raise MemoryError("too much")
        return read(study, interview, data)

    monkeypatch.setattr(part_work, "read_interview", stop)
    archive = bq.code_archive(study, None, client, output=tmp_path / "out")
    [failure] = archive.failed
    assert (failure.interview, failure.persons, failure.wave) == ("P03_2020", ("P03",), "2020")
    assert "MemoryError: too much" in str(failure.problems[0])
    monkeypatch.undo()
    again = bq.code_archive(study, None, client, output=tmp_path / "out")
    assert len(again.failures) == 0
    assert_same(again, study)
    assert {path.stem for path in (tmp_path / "out" / "counts").rglob("*.parquet")} == set(again.parts)


def test_a_part_that_kills_every_worker_is_cut_in_two_until_the_file_is_found() -> None:
    class Killed:
        status = "error"

        def exception(self) -> Exception:
            return distributed.KilledWorker("part", None, 3)

    one, two = (ListedFile(Interview(Path(f"{n}.txt"), {n: ()}, "1", "", id=f"{n}_1"), 1) for n in ("P1", "P2"))
    listing = list_archive(SAMPLE, BOOK)

    def task_of(part: Part) -> part_work.Task:
        return part_work.Task(part, listing.bare, "", listing.codebook)

    assert running._outcome(Killed(), Part("1", (one, two)), task_of) is None
    failure = running._outcome(Killed(), Part("1", (one,)), task_of).failures[0]
    assert "P1.txt  stopped every worker that tried to code it (killed)" in str(failure.problems[0])


# --- what is done is not done again ---------------------------------------------------------------------------------


@pytest.mark.slow
def test_only_the_part_of_a_changed_file_is_done_again(client: object, study: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = bq.code_archive(study, None, client, output=out, part_size=1)
    assert bq.code_archive(study, None, client, output=out, part_size=1).kept == len(first.parts)
    with (study / "P02_2010.txt").open("a", encoding="utf-8") as file:
        file.write("\n\nR: Nog meer geld.\n")
    (study / "P04_2020.txt").touch()
    (study / "P00_2020.txt").unlink()
    make_study(tmp_path / "more", 8)
    shutil.copy(tmp_path / "more" / "P07_2020.txt", study)
    last = bq.code_archive(study, None, client, output=out, part_size=1)
    assert last.kept == len(first.parts) - 2
    assert_same(last, study)
    pieces = {path.stem for path in out.rglob("part-*")}
    assert pieces == set(last.parts)


@pytest.mark.slow
def test_a_file_that_was_changed_right_before_it_was_read_is_looked_into_again(
    client: object, study: Path, tmp_path: Path
) -> None:
    """Its time and size may be the same after another change; what is in it is not."""
    out, file = tmp_path / "out", study / "P02_2010.txt"
    bq.code_archive(study, None, client, output=out, part_size=1)
    before = file.stat()
    file.write_bytes(file.read_bytes().replace(b"buurt", b"geld.").replace(b"Geld", b"geld"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    assert_same(bq.code_archive(study, None, client, output=out, part_size=1), study)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "old", "new"),
    [("codebook.yaml", "terms: [geld]", "terms: [geld, ja]"), ("study.yaml", "study:", "labels: 'I:|R:'\nstudy:")],
)
def test_another_codebook_or_study_file_lets_everything_be_done_again(
    file: str, old: str, new: str, client: object, study: Path, tmp_path: Path
) -> None:
    bq.code_archive(study, None, client, output=tmp_path / "out", part_size=3000)
    (study / file).write_text((study / file).read_text("utf-8").replace(old, new), encoding="utf-8")
    archive = bq.code_archive(study, None, client, output=tmp_path / "out", part_size=3000)
    assert archive.kept == 0
    assert_same(archive, study)


@pytest.mark.slow
def test_a_run_that_is_broken_off_goes_on_where_it_was(
    client: object, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, put, done = tmp_path / "out", OutputFolder.put, []

    def put_three(*given: object) -> None:
        if len(done) == 3:
            raise KeyboardInterrupt
        done.append(put(*given))

    monkeypatch.setattr(OutputFolder, "put", put_three)
    with pytest.raises(KeyboardInterrupt):
        bq.code_archive(study, None, client, output=out, part_size=1)
    monkeypatch.undo()
    with pytest.raises(StudyError, match="was not coded to the end"):
        bq.read_archive(out)
    archive = bq.code_archive(study, None, client, output=out, part_size=1)
    assert archive.kept == 3
    assert_same(archive, study)


@pytest.mark.slow
def test_tables_whose_record_was_not_written_are_made_again(client: object, study: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    parts = bq.code_archive(study, None, client, output=out, part_size=1).parts
    (out / "parts" / f"{parts[0]}.json").unlink()
    next((out / "counts").rglob(f"{parts[1]}.parquet")).unlink()
    with guarded_run():
        archive = bq.code_archive(study, None, client, output=out, part_size=1)
    assert archive.kept == len(parts) - 2
    assert_same(archive, study)
    (out / "parts" / f"{parts[1]}.json").write_text("{", encoding="utf-8")
    with pytest.raises(StoreError, match="changed since"):
        bq.code_archive(study, None, client, output=out, part_size=1)


def test_a_file_more_leaves_most_parts_as_they_are() -> None:
    def listed(number: int) -> ListedFile:
        return ListedFile(Interview(Path(), {f"P{number}": ()}, "1", "", id=f"P{number}_1"), 1000)

    files = [listed(number) for number in range(2000)]
    before = {part.name for part in cut_in_parts(files, ["1"], 50_000)}
    for place in (0, 777, 2000):
        more = [*files[:place], listed(5000), *files[place:]]
        parts = list(cut_in_parts(more, ["1"], 50_000))
        assert [file for part in parts for file in part.files] == more
        assert max(part.size for part in parts) <= 50_000
        assert len({part.name for part in parts} - before) <= 6
    assert 40 < len(before) < 160


# --- the folder ------------------------------------------------------------------------------------------------------


def test_a_folder_of_others_is_refused_and_left_as_it_is(client: object, study: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match="is there already, and not empty"):
        bq.code_archive(study, None, client, output=out)
    assert [path.name for path in out.iterdir()] == ["mine.txt"]
    with pytest.raises(StoreError, match="file where a folder is needed"):
        bq.code_archive(study, None, client, output=out / "mine.txt")


def test_a_file_of_others_among_the_parts_is_refused(client: object, study: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    bq.code_archive(study, None, client, output=out)
    strange = out / "codings" / "wave=2010" / "mine.parquet"
    strange.write_bytes(b"PAR1")
    with pytest.raises(StoreError, match="lies among the tables of the archive"):
        bq.code_archive(study, None, client, output=out)
    assert strange.read_bytes() == b"PAR1"


def test_a_table_that_somebody_edited_is_not_written_over_by_a_command(
    client: object, study: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    bq.code_archive(study, None, client, output=out)
    table = next((out / "codings").rglob("*.parquet"))
    pd.read_parquet(table, partitioning=None).assign(quote="mine").to_parquet(table)
    edited = table.read_bytes()
    with guarded_run(), pytest.raises(StoreError, match="changed since"):
        bq.code_archive(study, None, client, output=out)
    assert table.read_bytes() == edited


def test_a_list_of_failures_that_somebody_wrote_in_is_kept(client: object, study: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    bq.code_archive(study, None, client, output=out)
    (out / "failures.csv").write_text("asked Wim", encoding="utf-8")
    before = (out / "run.json").read_bytes()
    with pytest.raises(StoreError, match="changed since"):
        bq.code_archive(study, None, client, output=out)
    assert (out / "failures.csv").read_text("utf-8") == "asked Wim"
    assert (out / "run.json").read_bytes() == before


def test_a_folder_in_which_another_run_is_at_work_is_refused(client: object, study: Path, tmp_path: Path) -> None:
    from bp_qual.archive.output_folder import opened

    with opened(tmp_path / "out"), pytest.raises(StoreError, match="is being written by another run"):
        bq.code_archive(study, None, client, output=tmp_path / "out")


def test_no_interview_is_written_over(client: object, study: Path) -> None:
    with guarded_run(), pytest.raises(BpQualError):
        bq.code_archive(study, None, client, output=study / "P01_2010.txt")
    assert (study / "P01_2010.txt").is_file()


@pytest.mark.parametrize("content", [None, "{", '{"bp_qual": "0.1.0"}', '{"archive": {"finished": true}}'])
def test_a_folder_that_is_no_archive_is_not_read_as_one(content: str | None, tmp_path: Path) -> None:
    if content:
        (tmp_path / "run.json").write_text(content, encoding="utf-8")
    with pytest.raises(StudyError, match="is not a coded archive"):
        bq.read_archive(tmp_path)


# --- addresses -------------------------------------------------------------------------------------------------------


@pytest.fixture
def address(study: Path) -> str:
    """Return the address of a copy of the study in memory, its interviews in a folder of their own."""
    memory, home = fsspec.filesystem("memory"), f"/{study.parent.name}"
    for path in study.iterdir():
        place = "talk/" if path.name.startswith("P") else ""
        memory.pipe_file(f"{home}/{place}{path.name}", path.read_bytes())
    text = (study / "study.yaml").read_text("utf-8") + "transcripts: talk\n"
    memory.pipe_file(f"{home}/study.yaml", text.encode())
    return f"memory:/{home}"


@pytest.mark.slow
def test_interviews_at_an_address_are_coded_as_those_in_a_folder(
    client: object, address: str, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    archive = bq.code_archive(address, None, client, output=tmp_path / "out", part_size=3000)
    assert_same(archive, study)
    assert bq.code_archive(address, None, client, output=tmp_path / "out", part_size=3000).kept == len(archive.parts)
    assert list((tmp_path / "temporary").iterdir()) == []


def test_a_table_at_the_address_says_whose_interviews_they_are(
    client: object, address: str, study: Path, tmp_path: Path
) -> None:
    memory, home = fsspec.filesystem("memory"), address.removeprefix("memory:/")
    for number, path in enumerate(sorted(study.glob("P*.txt"))):
        memory.mv(f"{home}/talk/{path.name}", f"{home}/talk/deep/opname {number}.txt")
    rows = [f"deep/opname {n}.txt,{p.stem[:3]},{p.stem[4:]}" for n, p in enumerate(sorted(study.glob("P*.txt")))]
    memory.pipe_file(f"{home}/interviews.csv", "\n".join(["file,person,wave", *rows]).encode())
    assert_same(bq.code_archive(address, None, client, output=tmp_path / "out"), study)
    memory.pipe_file(f"{home}/interviews.csv", "\n".join(["file,person,wave", "opname 99.txt,P01,2010"]).encode())
    with pytest.raises(StudyError, match=r"interviews\.csv:2 .*opname 99"):
        list_archive(address)


def test_what_is_wrong_at_an_address_is_told(client: object, address: str, study: Path, tmp_path: Path) -> None:
    memory, home = fsspec.filesystem("memory"), address.removeprefix("memory:/")
    memory.pipe_file(f"{home}/talk/P01_2010.txt", "I: En?\nR: Ja.\n".encode("utf-16-le"))
    archive = bq.code_archive(address, None, client, output=tmp_path / "out")
    assert [p.where for f in archive.failed for p in f.problems] == ["talk/P01_2010.txt"]
    memory.pipe_file(f"{home}/codebook.yaml", b"codes: [{idd: a}]")
    memory.pipe_file(f"{home}/study.yaml", b"langage: nl\ncodebook: codebook.yaml\ntranscripts: talk\n")
    with pytest.raises(StudyError, match="study.yaml:1:1") as caught:
        list_archive(address)
    assert "codebook.yaml" in str(caught.value)
    with pytest.raises(StudyError, match="holds no files"):
        list_archive("memory://nothing/here")
    memory.rm(f"{home}/study.yaml")
    with pytest.raises(StudyError, match="has no codebook"):
        list_archive(address)


def test_a_file_at_an_address_that_is_too_large_is_not_fetched_whole() -> None:
    fsspec.filesystem("memory").pipe_file("/large/P01_2010.txt", b"R: Ja. " * 100)
    with pytest.raises(TranscriptError, match="is too large"):
        fetch("memory://large", "P01_2010.txt", limit=100)
    assert len(fetch("memory://large", "P01_2010.txt", limit=700)) == 700


def test_a_library_that_an_address_needs_is_named() -> None:
    with pytest.raises(StudyError, match=r"needs one more library for addresses that begin with s3:// \(s3fs\)"):
        list_archive("s3://name:secret@bucket/talk")
    with pytest.raises(StudyError) as caught:
        list_archive("nosuch://name:secret@bucket/talk")
    assert "secret" not in str(caught.value)


# --- workers ---------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_worker_that_is_killed_loses_nothing(cluster: object, tmp_path: Path) -> None:
    study = make_study(tmp_path / "study", 30)
    with distributed.Client(cluster, set_as_default=False) as client:
        workers = client.run(os.getpid)
        killed = []

        def kill() -> None:
            while not any((tmp_path / "out").glob("parts/*.json")):
                time.sleep(0.01)
            killed.append(next(iter(workers.values())))
            os.kill(killed[0], signal.SIGKILL)

        thread = threading.Thread(target=kill)
        thread.start()
        archive = bq.code_archive(study, None, client, output=tmp_path / "out", part_size=4_000)
        thread.join()
        assert len(killed) == 1
        assert len(archive.parts) > 10
        assert len(archive.failures) == 0
    assert_same(archive, study)


def test_what_was_lost_with_a_worker_before_it_was_taken_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its future is done, and then it is not: another worker does it, and it is neither taken nor given up."""

    class Future:
        seen = 0

        @property
        def status(self) -> str:
            self.seen += 1
            return "lost" if self.seen == 1 else "finished"

        def result(self) -> part_work.PartOutcome:
            assert self.seen > 1
            return part_work.PartOutcome(codings=7)

    class Client:
        status, scheduler = "running", None

        def submit(self, *_: object, **__: object) -> Future:
            return Future()

        def as_current(self) -> contextlib.AbstractContextManager[None]:
            return contextlib.nullcontext()

        def cancel(self, *_: object, **__: object) -> None: ...

    monkeypatch.setattr(running, "room_of", lambda _: 1)
    monkeypatch.setattr(distributed, "wait", lambda futures, **_: SimpleNamespace(done=set(futures)))
    [(_, outcome)] = running.run_parts(Client(), [Part("1", ())], lambda part: None)
    assert outcome.codings == 7


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.mark.slow
def test_the_command_says_in_dutch_what_failed_and_goes_on(cluster: object, study: Path, tmp_path: Path) -> None:
    break_files(study)
    (study / "P03_2010.txt").write_bytes((study / "P03_2010.txt").read_bytes() + b"\n\nR: caf\xe9.\n")
    told = run("code", study, "--scheduler", cluster.scheduler_address, "-o", tmp_path / "out")
    assert told.exit_code == 1
    assert "P01_2010.txt  is geen tekst, of UTF-16 zonder" in told.output
    assert "P03_2010.txt: Gelezen als Windows-1252" in told.output
    assert "Niet gelezen of niet gecodeerd: 2 van 10 interviews" in told.output
    assert "coderingen in 2 delen geschreven in" in told.output
    again = run(
        "code", study, "--scheduler", cluster.scheduler_address, "-o", tmp_path / "out",
        "--skip-unreadable", "--language", "en",
    )  # fmt: skip
    assert again.exit_code == 0
    assert "P03_2010.txt: Read as Windows-1252" in again.output
    assert "Not read or not coded: 2 of 10 interviews" in again.output
    assert_same(bq.read_archive(tmp_path / "out"), study)


@pytest.mark.slow
def test_the_command_takes_an_address(cluster: object, study: Path, tmp_path: Path) -> None:
    told = run("code", f"file://{study}", "--scheduler", cluster.scheduler_address, "-o", tmp_path / "out")
    assert told.exit_code == 0, told.output
    assert_same(bq.read_archive(tmp_path / "out"), study)


@pytest.mark.slow
def test_workers_of_a_command_listen_on_this_computer_only_and_leave_nothing(
    study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import psutil

    heard: set[tuple[str, int]] = set()
    check = coding_archives.check_workers

    def listening() -> set[tuple[str, int]]:
        me = psutil.Process()
        processes = (me, *me.children(recursive=True))
        return {
            (c.laddr.ip, c.laddr.port)
            for process in processes
            for c in process.net_connections("inet")
            if c.status == psutil.CONN_LISTEN
        }

    before = listening()

    def look(client: object) -> None:
        heard.update(listening() - before)
        check(client)

    for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "home"))
    monkeypatch.setattr(coding_archives, "check_workers", look)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        told = run("code", study, "--local-cluster", 1, "-o", tmp_path / "out")
    assert told.exit_code == 0, told.output
    assert len(heard) >= 3
    assert {address for address, _ in heard} == {"127.0.0.1"}
    assert list((tmp_path / "home").iterdir()) == []
    assert_same(bq.read_archive(tmp_path / "out"), study)


def test_a_scheduler_that_is_not_there_is_one_line_within_fifteen_seconds(
    study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert clusters.PATIENCE <= 10
    monkeypatch.setattr(clusters, "PATIENCE", 0.5)
    began = time.monotonic()
    told = run("code", study, "--scheduler", "tcp://127.0.0.1:9", "-o", tmp_path / "out")
    assert time.monotonic() - began < 5
    assert told.exit_code == 1
    [line] = told.output.strip().splitlines()
    assert line.startswith("tcp://127.0.0.1:9  geeft geen antwoord (")
    assert not (tmp_path / "out").exists()


def test_a_scheduler_without_workers_is_refused(study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "PATIENCE", 0.5)
    with (
        distributed.LocalCluster(n_workers=0, processes=False, protocol="inproc://", **NO_PAGE) as empty,
        distributed.Client(empty, set_as_default=False) as client,
        pytest.raises(StudyError, match="has no workers"),
    ):
        bq.code_archive(study, None, client, output=tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_workers_of_another_version_are_refused(
    cluster: object, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = {**worker_versions.own_versions(), "bp_qual": "9.9.9"}
    monkeypatch.setattr(clusters, "own_versions", lambda: here)
    told = run("code", study, "--scheduler", cluster.scheduler_address, "-o", tmp_path / "out")
    assert told.exit_code == 1
    assert "heeft een andere versie van bp_qual dan deze computer: daar 0.1.0, hier 9.9.9" in told.output
    assert not (tmp_path / "out").exists()


def test_a_worker_of_another_version_that_comes_later_is_refused(
    client: object, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = {**worker_versions.own_versions(), "lxml": "0.1"}
    monkeypatch.setattr(coding_archives, "own_versions", lambda: asked)
    with pytest.raises(StudyError, match=r"another version of lxml than this computer: .* 0\.1 here"):
        bq.code_archive(study, None, client, output=tmp_path / "out")


@pytest.mark.slow
def test_a_scheduler_that_goes_away_is_told_and_what_is_done_is_kept(
    client: object, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait, put, done = distributed.wait, OutputFolder.put, []

    def wait_in_vain(*given: object, **options: object) -> object:
        if done:
            raise distributed.CancelledError
        return wait(*given, **options)

    monkeypatch.setattr(OutputFolder, "put", lambda *given: done.append(put(*given)))
    monkeypatch.setattr(distributed, "wait", wait_in_vain)
    monkeypatch.setattr(running, "room_of", lambda _: 1)
    with pytest.raises(StudyError, match="does not answer any more. What was done is kept"):
        bq.code_archive(study, None, client, output=tmp_path / "out", part_size=1)
    monkeypatch.undo()
    assert bq.code_archive(study, None, client, output=tmp_path / "out", part_size=1).kept == 1


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--scheduler", "tcp://a:1", "--local-cluster", "1"], "name a scheduler, or workers on this computer"),
        (["--local-cluster", "1", "--count", "human"], "workers find the hits of the codebook"),
        (["--local-cluster", "1", "--coder", "anna"], "workers find the hits of the codebook"),
    ],
)
def test_options_that_do_not_go_together_are_refused(options: list[str], told: str, study: Path) -> None:
    result = run("code", study, "-o", study / "out", "--language", "en", *options)
    assert result.exit_code == 2
    assert told in result.output


def test_an_address_without_workers_is_refused() -> None:
    result = run("code", "s3://bucket/talk", "-o", "out.csv", "--language", "nl")
    assert result.exit_code == 2
    assert "een adres wordt gecodeerd met --scheduler of --local-cluster" in result.output
