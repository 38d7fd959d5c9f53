"""A codebook that lies in the folder of a study which names none."""

from __future__ import annotations

from pathlib import Path

from bp_qual.display import show_name
from bp_qual.errors import BpQualError, Problem
from bp_qual.files import read_bytes
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.wording import Remark

_BEGINS = lazy_pattern(rb"^\s*[{]?\s*[\"']?codebook[\"']?\s*:")
_CODES = lazy_pattern(rb"(?:^|[{,\s])[\"']?codes[\"']?\s*:")
_MOST = 50  # files that are looked into
_WITHIN = 1_000_000  # bytes of a codebook


def find_codebook_beside(folder: Path) -> str:
    """Return the name of the only codebook in a folder, as study.yaml would say it; nothing where there is no one.

    >>> find_codebook_beside(Path("no/such/folder"))
    ''
    """
    files = sorted([*folder.glob("*.yaml"), *folder.glob("*.yml")])[:_MOST] if folder.is_dir() else []
    found = [file.name for file in files if file.stem != "study" and _is_codebook(file)]
    return show_name(found[0]) if len(found) == 1 else ""


def no_codebook(where: str, folder: Path) -> Problem:
    """Return the problem of a study that names no codebook, with the name of the one that lies there.

    >>> print(no_codebook("study", Path("no/such/folder")))
    study  has no codebook. Name one in study.yaml (codebook: FILE), or with --codebook FILE.
    """
    beside = find_codebook_beside(folder)
    return Problem(where, "codebook not named", {"file": beside}) if beside else Problem(where, "no codebook")


def note_no_codebook(folder: Path) -> Remark:
    """Return the note on such a study.

    >>> print(note_no_codebook(Path("no/such/folder")))
    no codebook: name one in study.yaml (codebook: ...), or with --codebook.
    """
    beside = find_codebook_beside(folder)
    return Remark("codebook not named", values={"file": beside}) if beside else Remark("no codebook")


def _is_codebook(file: Path) -> bool:
    try:
        data = read_bytes(file, inside=file.parent, noted=False)
    except BpQualError:
        return False
    lines = [line for line in data[:_WITHIN].splitlines() if line.strip() and not line.lstrip().startswith(b"#")]
    return any(_BEGINS.match(line) for line in lines[:20]) and _CODES.search(data) is not None
