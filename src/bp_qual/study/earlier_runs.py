"""Which earlier runs a codebook is held against: those of its own study, never of another with a codebook so called."""

from __future__ import annotations

import contextlib
from pathlib import Path

from bp_qual.codebook import Codebook
from bp_qual.errors import BpQualError, Problem
from bp_qual.files import read_bytes
from bp_qual.report.run_record import hashes_of, sha256, version_problems
from bp_qual.study.gathering import read_study
from bp_qual.transcripts import Corpus

RECORD = Path("out") / "run.json"


def changed_since_run(
    book: Codebook, file: Path, folder: Path | None = None, corpus: Corpus | None = None
) -> tuple[Problem, ...]:
    """Tell of a codebook whose meaning changed since the last run of its study, though its version did not.

    Parameters
    ----------
    book : Codebook
        As it is now.
    file : Path
        Where it was read.
    folder : Path, optional
        The study that was named. Without one it is the study in the codebook's folder, else the one in the current
        folder; where neither is a study, a run counts that lies in the current folder with the codebook in or below it.
    corpus : Corpus, optional
        The interviews of that study, where they were read.

    Returns
    -------
    tuple of Problem

    Examples
    --------
    >>> changed_since_run(Codebook("Themes", "1.0.0", "nl", ()), Path("no/such/codebook.yaml"))
    ()
    """
    near, here = file.resolve().parent, Path().resolve()
    home = folder or next((place for place in (near, here) if (place / "study.yaml").is_file()), None)
    records = [place / RECORD for place in (home or here, here) if (place / RECORD).is_file()]
    if home is not None and records:
        return version_problems(book, records, read=_hashes_below(home, corpus))
    return version_problems(book, records) if near.is_relative_to(here) else ()


def _hashes_below(folder: Path, corpus: Corpus | None) -> set[str]:
    """Return the SHA-256 of a study's files, its interviews among them where they can be found."""
    names = ("study.yaml", "interviews.csv", "persons.csv")
    files = [folder / name for name in names if (folder / name).is_file()]
    if corpus is not None:
        return hashes_of(corpus, files)
    with contextlib.suppress(BpQualError):
        files += [interview.file for interview in read_study(folder).interviews]
    return {sha256(read_bytes(file)) for file in files}
