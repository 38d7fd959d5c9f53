"""Coding an archive with the workers of a scheduler: from a folder of files to tables that `compare_waves` reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bp_qual.archive.clusters import check_workers
from bp_qual.archive.coded_archive import CodedArchive, failures_bytes, read_archive
from bp_qual.archive.listing import Listing, list_archive
from bp_qual.archive.output_folder import OutputFolder, opened
from bp_qual.archive.part_records import (
    PartRecord,
    hash_of_record,
    is_as_recorded,
    made_of,
    record_of,
    table_paths,
)
from bp_qual.archive.part_work import Failure, PartOutcome, Task
from bp_qual.archive.parting import PART, Part, cut_in_parts
from bp_qual.archive.running import run_parts
from bp_qual.archive.worker_versions import own_versions
from bp_qual.codebook import Codebook
from bp_qual.processes import with_bar
from bp_qual.study import Study
from bp_qual.wording import choose_language

if TYPE_CHECKING:
    from distributed import Client


def code_archive(
    archive: Study | Path | str,
    codebook: Codebook | Path | str | None,
    client: Client,
    *,
    output: Path | str,
    part_size: int = PART,
    language: str = "",
) -> CodedArchive:
    """Code an archive with the workers of a Dask scheduler, and write what comes of it into a folder.

    The rows are those of `apply_codebook`. An interview that cannot be read is listed, and the others go on. Run again,
    only what is new, changed or failed is done: a run that was broken off goes on where it was.

    Parameters
    ----------
    archive : Study, Path or str
        A study or its folder, on a disk that every worker sees; or the URL of a folder (``s3://bucket/talk``).
    codebook : Codebook, Path or str, optional
        That of the study where it is None.
    client : distributed.Client
        Of the scheduler; its workers have the same version of bp_qual.
    output : Path or str
        The folder for the tables: a new one, or that of an earlier run.
    part_size : int
        Bytes of files that a worker reads at once.
    language : str
        Of the reasons in failures.csv, `nl` or `en`; that of the study if empty.

    Returns
    -------
    CodedArchive
        What was written, read as it is needed.

    Raises
    ------
    BpQualError
        For a study, codebook, scheduler, worker or output folder with which nothing can be done.

    Examples
    --------
    >>> code_archive("no/such/folder", None, None, output="out")
    Traceback (most recent call last):
    bp_qual.errors.StudyError: no/such/folder  is not there...
    1 problem. Nothing was coded.
    """
    return code_listing(list_archive(archive, codebook), client, Path(output), part_size=part_size, language=language)


def code_listing(
    listing: Listing, client: Client, output: Path, *, part_size: int = PART, language: str = ""
) -> CodedArchive:
    """Code an archive that was listed: `code_archive` without its first step.

    Parameters
    ----------
    listing : Listing
        From `list_archive`.
    client, output, part_size, language
        As in `code_archive`.

    Returns
    -------
    CodedArchive
    """
    check_workers(client)
    parts = list(cut_in_parts(listing.files, listing.waves, part_size))
    with opened(output) as folder:
        records, todo = _sort_out(listing, parts, folder)
        kept = len(records)
        failures = [Failure("", (u.person,) * bool(u.person), u.wave, (u.problem,)) for u in listing.study.unread]
        for part, outcome in _outcomes(listing, client, todo):
            if outcome.same:
                records[part.name] = _seen_again(folder, part, outcome)
                kept += 1
                continue
            record = record_of(part, outcome, made_of(listing, part, own_versions()))
            paths = table_paths(part)
            folder.put(record, {paths[name]: data for name, data in outcome.tables.items()})
            records[part.name] = record
            failures += outcome.failures
        folder.take_away(records)
        said = choose_language(language, listing.study.language)
        folder.finish(_run_record(listing, parts, records, failures), failures_bytes(failures, said))
    doubts = tuple(doubt for name in sorted(records) for doubt in records[name].doubts)
    return replace(read_archive(output), kept=kept, failed=tuple(failures), doubts=doubts)


def _sort_out(
    listing: Listing, parts: Sequence[Part], folder: OutputFolder
) -> tuple[dict[str, PartRecord], list[tuple[Part, tuple[str, ...]]]]:
    """Return the records of parts that are done, and the other parts, with the hashes of files to look at again."""
    records: dict[str, PartRecord] = {}
    todo: list[tuple[Part, tuple[str, ...]]] = []
    for part in parts:
        record, written = folder.record(part.name)
        if record is None or record.failed or record.made != made_of(listing, part, own_versions()):
            todo.append((part, ()))
        elif all(is_as_recorded(file, record, written) for file in part.files):
            records[part.name] = record
        else:
            todo.append((part, tuple(record.files.get(file.id, ("", ""))[1] for file in part.files)))
    return records, todo


def _outcomes(
    listing: Listing, client: Client, todo: Sequence[tuple[Part, tuple[str, ...]]]
) -> Iterable[tuple[Part, PartOutcome]]:
    """Return what comes of the parts that are to be done, as it comes."""
    earlier = {part.name: hashes for part, hashes in todo}

    def task_of(part: Part) -> Task:
        known = earlier.get(part.name, ())
        return Task(part, listing.bare, listing.url, listing.codebook, own_versions(), known)

    return with_bar(run_parts(client, [part for part, _ in todo], task_of), "coding", total=len(todo))


def _seen_again(folder: OutputFolder, part: Part, outcome: PartOutcome) -> PartRecord:
    """Return the record of a part whose files were found to be as they were, with their stamps of today."""
    record, _ = folder.record(part.name)
    if record is None:
        raise RuntimeError(f"the record of {part.name} went while it was being looked at")
    stamps = {file.id: (file.stamp, digest) for file, digest in zip(part.files, outcome.hashes, strict=True)}
    record = replace(record, files=stamps)
    folder.put(record, {})
    return record


def _run_record(
    listing: Listing, parts: Sequence[Part], records: Mapping[str, PartRecord], failures: Sequence[Failure]
) -> dict[str, object]:
    """Return what run.json says: all that is needed to read the tables, and how they were made."""
    book = listing.codebook
    order = {part.name: number for number, part in enumerate(parts)}
    named = sorted(records, key=lambda name: (order.get(name, len(order)), name))
    return {
        "versions": dict(own_versions()),
        "codebook": {"name": book.name, "version": book.version, "sha256": book.sha256},
        "archive": {
            "finished": True,
            "language": listing.study.language,
            "waves": list(listing.waves),
            "codes": [[code.id, dict(code.label)] for code in book.codes],
            "without terms": [code.id for code in book.codes if code.id not in book.sought],
            "interviews": len(listing.files) + len(listing.study.unread),
            "codings": sum(record.codings for record in records.values()),
            "missing": sorted({(person, f.wave) for f in failures for person in f.persons}),
            "parts": {name: hash_of_record(records[name]) for name in named},
        },
    }
