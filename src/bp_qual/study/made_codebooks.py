"""Which codebooks are as an import wrote them: their hashes are noted beside the copies of the study.

Where the note is gone, every codebook counts as written in by somebody.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from bp_qual.files import write_atomically
from bp_qual.files.real_places import is_below
from bp_qual.files.taking_back import Before

_NOTE = Path("codings", ".copies", "codebooks.txt")


def note_codebook(study: Path, file: Path, before: Before) -> None:
    """Note what an import wrote to a codebook; not where a link leads to the notes.

    Parameters
    ----------
    study : Path
        The folder of the study.
    file : Path
        The codebook, as it was just written.
    before : Before
        What is taken back where the import cannot be saved.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as place:
    ...     file = Path(place) / "codebook.yaml"
    ...     _ = file.write_text("codes: []", encoding="utf-8")
    ...     note_codebook(Path(place), file, Before())
    ...     made = is_as_written(Path(place), file)
    ...     _ = file.write_text("codes: [] # none yet", encoding="utf-8")
    ...     made, is_as_written(Path(place), file)
    (True, False)
    """
    if not is_below(study / _NOTE, study):
        return
    before.note(study / _NOTE)
    lines = dict.fromkeys([*_noted(study), _hash(file)])
    write_atomically(study / _NOTE, "".join(f"{line}\n" for line in lines).encode(), edited=True)


def is_as_written(study: Path, file: Path) -> bool:
    """Return whether a codebook holds, to the letter, what an import into this study wrote.

    >>> is_as_written(Path("no/such/folder"), Path("no/such/codebook.yaml"))
    False
    """
    return file.is_file() and _hash(file) in _noted(study)


def _noted(study: Path) -> list[str]:
    note = study / _NOTE
    is_own = note.is_file() and is_below(note, study)
    return note.read_bytes().decode("ascii", "replace").split() if is_own else []


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
