"""Results of earlier runs that lie in a study: no entries of it, so that they would be left out without a word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bp_qual.report.run_record import results_named
from bp_qual.study.folder_entries import list_entries


def results_in(study: Path) -> Iterator[str]:
    """Yield each folder of a study in which a run left its results, and each result that lies among its own files.

    >>> list(results_in(Path("no/such/folder")))
    []
    """
    folders = [study, *(entry.path for entry in list_entries(study) if entry.is_looked_into)]
    for here in folders:
        there = [name for name in sorted(results_named(here)) if (here / name).is_file()]
        if there and here != study:
            yield f"{here.relative_to(study).as_posix()}/"
        else:
            yield from there
