"""The folder that an archive is coded into: what lies there already, what is put there, and what is taken away.

codings/wave=2010/part-1c2d….parquet   every coding, and so counts/ and exposure/
parts/part-1c2d….json                  of what and of which files a part was made
failures.csv                           the interviews that could not be read or coded
run.json                               the codebook, the waves, the parts; written last
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bp_qual.archive.part_records import RECORDS, PartRecord, read_record, record_bytes
from bp_qual.archive.part_work import TABLES
from bp_qual.display import show_name
from bp_qual.errors import Problem, StoreError
from bp_qual.files import check_targets, removable, write_atomically, write_folder
from bp_qual.files.at_work import held
from bp_qual.files.guard import check_places
from bp_qual.files.real_places import is_below, is_link
from bp_qual.files.seals import is_sealed
from bp_qual.report.run_record import earlier_outputs, sha256
from bp_qual.windows import is_locked
from bp_qual.wording import Remark

RUN, FAILURES = "run.json", "failures.csv"


@dataclass(frozen=True, slots=True)
class OutputFolder:
    """The folder, for as long as a run writes there.

    Examples
    --------
    >>> OutputFolder(Path("no/such/folder")).record("part-e3b0c44298fc")
    (None, 0)
    """

    folder: Path

    def record(self, name: str) -> tuple[PartRecord | None, int]:
        """Return the record of a part whose tables are there as it left them, and when it was written."""
        path = self._record_path(name)
        record = read_record(path)
        if record is None or record.name != name or self._removable(record) != set(record.outputs):
            return None, 0
        return record, path.stat().st_mtime_ns

    def put(self, record: PartRecord, tables: Mapping[str, bytes]) -> None:
        """Write the tables of a part, by their path, and then its record: without it they do not count."""
        for path, data in tables.items():
            write_atomically(self.folder / path, data)
        name = f"{record.name}.json"
        there = self._record_path(record.name)
        earlier = {name: sha256(there.read_bytes())} if read_record(there) is not None else {}
        write_folder(self.folder / RECORDS, {name: record_bytes(record)}, earlier=earlier)

    def finish(self, said: Mapping[str, object], failures: bytes) -> None:
        """Write the list of failures, and run.json, which tells that all of it is there."""
        told = {**said, "outputs": {FAILURES: sha256(failures)}}
        files = {FAILURES: failures, RUN: run_bytes(told)}
        write_folder(self.folder, files, earlier=earlier_outputs(self.folder))

    def take_away(self, keep: Collection[str]) -> None:
        """Remove what earlier runs left of parts that are no more, as far as nobody changed it since."""
        for path in self._within(RECORDS, "part-*.json"):
            if path.stem not in keep and (record := read_record(path)) is not None:
                for name in self._removable(record):
                    (self.folder / name).unlink()
                path.unlink()
        for path in self._tables():  # of a run that was killed before it wrote the record
            if path.stem not in keep and is_sealed(path.read_bytes(), ".parquet"):
                path.unlink()

    def _tables(self) -> Iterator[Path]:
        for name in TABLES:
            yield from self._within(name, "*/part-*.parquet")

    def _within(self, name: str, pattern: str) -> list[Path]:
        """Return what lies there under names of ours, but for what a link leads to."""
        return [path for path in sorted((self.folder / name).glob(pattern)) if is_below(path, self.folder)]

    def _record_path(self, name: str) -> Path:
        return self.folder / RECORDS / f"{name}.json"

    def _removable(self, record: PartRecord) -> set[str]:
        outputs = {name: digest for name, digest in record.outputs.items() if self._is_table(name)}
        return removable(self.folder, outputs, outputs)

    def _is_table(self, name: str) -> bool:
        """Return whether a record may name this as a table of its part: anybody can write a record."""
        path = self.folder / name
        steps = path.relative_to(self.folder).parts if is_below(path, self.folder) else ()
        return len(steps) == 3 and steps[0] in TABLES and _is_ours(path) and not Path(name).is_absolute()


@contextlib.contextmanager
def opened(folder: Path) -> Iterator[OutputFolder]:
    """Give the output folder, held against other runs; refuse one in which anything lies that is not of an archive.

    Raises
    ------
    StoreError
        Naming what is in the way.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as place, opened(Path(place) / "out") as output:
    ...     output.folder.name
    'out'
    """
    check_output(folder)
    if folder.is_dir() and is_locked(folder):
        raise StoreError(Problem(show_name(folder), "archive at work"))
    before = read_run(folder)
    begun = run_bytes({**before, "archive": {"finished": False}, "outputs": before.get("outputs", {})})
    write_folder(folder, {RUN: begun}, earlier={**earlier_outputs(folder)})
    with held(folder):
        yield OutputFolder(folder)


def check_output(folder: Path) -> None:
    """Refuse an output folder in which anything lies that is not of an archive, or where a study would be disturbed.

    Raises
    ------
    StoreError
        Naming what is in the way.

    >>> check_output(Path("no/such/folder"))
    """
    check_places([folder])
    if not folder.exists():
        return
    if not folder.is_dir():
        raise StoreError(Problem(show_name(folder), "file for a folder"))
    if any(folder.iterdir()) and "archive" not in read_run(folder):
        raise StoreError(Problem(show_name(folder), "folder not empty"), Remark("nothing written"))
    strange = [
        path
        for name in (*TABLES, RECORDS)
        for path in (folder / name, *sorted((folder / name).rglob("*")))
        if is_link(path) or (name in TABLES and _is_strange(path))
    ]
    if (folder / FAILURES).exists():
        check_targets({folder / FAILURES: b""}, earlier={folder: earlier_outputs(folder)})
    if strange:
        raise StoreError([Problem(show_name(path), "among the parts") for path in strange], Remark("nothing written"))


def _is_strange(path: Path) -> bool:
    return path.exists() and not path.is_dir() and not path.name.startswith(".") and not _is_ours(path)


def _is_ours(path: Path) -> bool:
    return path.name.startswith("part-") and path.suffix == ".parquet"


def run_bytes(said: Mapping[str, object]) -> bytes:
    """Return the record of the whole run as the bytes of a file.

    >>> json.loads(run_bytes({"archive": {}}))["archive"]
    {}
    """
    from bp_qual import __version__

    told = {"bp_qual": __version__, **said}
    return (json.dumps(told, indent=1, ensure_ascii=False) + "\n").encode("utf-8", "surrogatepass")


def read_run(folder: Path) -> dict[str, object]:
    """Return what run.json says; nothing where it is not there, damaged, or of another program.

    >>> read_run(Path("no/such/folder"))
    {}
    """
    try:
        said = json.loads((folder / RUN).read_bytes())
        return dict(said) if "bp_qual" in said else {}
    except (OSError, ValueError, TypeError, RecursionError):
        return {}
