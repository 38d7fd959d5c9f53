"""An output folder of an archive that somebody made: its records and links reach nothing outside it."""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path

import pandas as pd
import pytest

from bp_qual.archive.output_folder import OutputFolder, check_output
from bp_qual.archive.part_records import RECORDS, PartRecord, record_bytes
from bp_qual.archive.part_work import TABLES
from bp_qual.errors import StoreError
from bp_qual.files.table_bytes import table_bytes

PART = "part-000000000000"
TABLE = f"codings/wave=2010/{PART}.parquet"
MINE = b"of somebody"


def forge(out: Path, *names: str) -> None:
    """Write a run.json and the record of a part that names files with what they hold."""
    (out / RECORDS).mkdir(parents=True, exist_ok=True)
    (out / "run.json").write_text(json.dumps({"bp_qual": "1", "archive": {"finished": True}, "outputs": {}}))
    record = PartRecord(PART, "2010", files={}, outputs={name: hashlib.sha256(MINE).hexdigest() for name in names})
    (out / RECORDS / f"{PART}.json").write_bytes(record_bytes(record))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    for name in (
        "notes.txt",
        f"{PART}.parquet",
        f"other/{TABLE}",
        f"out/{PART}.parquet",
        f"out/{TABLE}",
        "out/notes.txt",
        "out/codings/x.csv",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(MINE)
    return tmp_path / "out"


def test_what_a_record_names_as_its_table_is_removed(out: Path) -> None:
    forge(out, TABLE)
    OutputFolder(out).take_away(())
    assert not (out / TABLE).exists()


@pytest.mark.parametrize(
    "name",
    [
        "../notes.txt",
        f"../{PART}.parquet",
        f"codings/../{TABLE}",
        f"codings/../{PART}.parquet",
        f"codings/../../{PART}.parquet",
        f"../other/{TABLE}",
        "notes.txt",
        "codings/x.csv",
        f"{RECORDS}/../notes.txt",
        ".",
        "",
        "a\0b",
    ],
)
def test_a_record_touches_nothing_but_the_tables_of_parts(out: Path, name: str) -> None:
    forge(out, name)
    assert OutputFolder(out).record(PART) == (None, 0)
    OutputFolder(out).take_away(())
    assert {path.read_bytes() for path in out.parent.rglob("*") if path.is_file() and path.name != "run.json"} == {MINE}
    assert len([*out.parent.rglob("*.*")]) == 8


@pytest.mark.parametrize("name", ["notes.txt", f"{PART}.parquet", f"other/{TABLE}", f"out/{TABLE}"])
def test_a_record_with_the_whole_path_of_a_file_touches_nothing(out: Path, name: str) -> None:
    forge(out, str(out.parent / name))
    OutputFolder(out).take_away(())
    assert (out.parent / name).read_bytes() == MINE


@pytest.mark.parametrize("link", ["codings", "codings/wave=2010", TABLE])
def test_a_record_reaches_nothing_through_a_link(out: Path, link: str) -> None:
    there = out.parent / "other" / link
    (out / link).rename(out.parent / "away")
    (out / link).symlink_to(there)
    forge(out, TABLE)
    OutputFolder(out).take_away(())
    assert (out.parent / "other" / TABLE).read_bytes() == MINE
    assert (out / link).is_symlink()


@pytest.mark.parametrize("link", ["codings", "codings/wave=2010", TABLE])
def test_a_table_of_ours_in_another_archive_is_not_removed_through_a_link(out: Path, link: str) -> None:
    """A table without a record is one that a killed run left: but not what a link leads to."""
    sealed = table_bytes(pd.DataFrame({"code": ["a"]}), ".parquet")
    for place in (out.parent / "other", out):
        (place / TABLE).write_bytes(sealed)
    if link != TABLE:
        (out / link).rename(out.parent / "away")
    else:
        (out / link).unlink()
    (out / link).symlink_to(out.parent / "other" / link)
    OutputFolder(out).take_away(())
    assert (out.parent / "other" / TABLE).read_bytes() == sealed
    assert pd.read_parquet(io.BytesIO(sealed)).shape == (1, 1)


def test_a_record_that_a_link_leads_to_is_not_removed(out: Path) -> None:
    forge(out.parent / "other", TABLE)
    (out / RECORDS).symlink_to(out.parent / "other" / RECORDS)
    OutputFolder(out).take_away(())
    assert (out.parent / "other" / RECORDS / f"{PART}.json").is_file()
    assert (out / TABLE).is_file()


@pytest.mark.parametrize("link", [*TABLES, RECORDS, "codings/wave=2030", f"codings/wave=2010/{PART[:-1]}1.parquet"])
def test_an_archive_is_not_written_where_a_link_lies_among_its_tables(out: Path, link: str) -> None:
    (out / "codings" / "x.csv").unlink()
    forge(out)
    check_output(out)
    if (out / link).is_dir():
        (out / link).rename(out.parent / "away")
    (out / link).symlink_to(out.parent / "other")
    with pytest.raises(StoreError, match="lies among the tables of the archive"):
        check_output(out)
