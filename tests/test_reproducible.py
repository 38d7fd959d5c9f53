"""The same study gives the same bytes: whatever Python's hash seed, the order of rows and files, or the time of day."""

from __future__ import annotations

import datetime
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]
SAMPLE = REPOSITORY / "transcripts_sample"
RUN = "import sys; from bp_qual.cli import main; main(sys.argv[1:])"
CODEBOOK = REPOSITORY / "codebooks" / "best_persons.yaml"


def compare_in_a_process_of_its_own(study: Path, out: Path, seed: str) -> dict[str, bytes]:
    command = [sys.executable, "-c", RUN, "compare", str(study), "--codebook", str(CODEBOOK), "-o", str(out)]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())} | {
        "stdout": done.stdout.split("\n\n")[1].encode()
    }


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    out = tmp_path_factory.mktemp("first") / "out"
    return out, compare_in_a_process_of_its_own(SAMPLE, out, "0")


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return [name for name in sorted({*one, *other}) if one.get(name) != other.get(name)]


@pytest.mark.slow
def test_rows_and_files_in_another_order_give_the_same_bytes(first, tmp_path: Path):
    study = shutil.copytree(SAMPLE, tmp_path / "study")
    for name in (shuffled := ("interviews.csv", "persons.csv")):
        header, *rows = (study / name).read_text(encoding="utf-8").splitlines()
        mixed = [header, *sorted(rows, key=lambda row: row[::-1])]
        (study / name).write_text("\n".join(mixed) + "\n", encoding="utf-8")
    results = compare_in_a_process_of_its_own(study, tmp_path / "out", "random")
    assert differing(first[1], results) == ["run.json"]
    before, after = (json.loads(files["run.json"]) for files in (first[1], results))
    assert {name for name in before["study"] if before["study"][name] != after["study"][name]} == set(shuffled)
    assert {**before, "study": {}} == {**after, "study": {}}


@pytest.mark.slow
def test_a_second_run_with_another_hash_seed_leaves_every_byte_as_it_was(first):
    out, before = first
    assert differing(before, compare_in_a_process_of_its_own(SAMPLE, out, "1")) == []


@pytest.mark.slow
def test_no_file_holds_the_day_of_the_run_or_the_place_where_it_was_made(first):
    today = str(datetime.datetime.now(tz=datetime.UTC).date())
    for name, data in first[1].items():
        assert today.encode() not in data, name
        assert str(REPOSITORY).encode() not in data, name


def test_two_runs_that_differ_in_one_byte_are_told_apart():
    assert differing({"a.csv": b"1", "b.csv": b"2"}, {"a.csv": b"1", "b.csv": b"3"}) == ["b.csv"]
    assert differing({"a.csv": b"1"}, {}) == ["a.csv"]
