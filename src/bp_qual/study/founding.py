"""A study from a project of another program: its texts as transcripts, with who was interviewed when."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path, PurePath

from bp_qual.exchange.received import ReceivedText
from bp_qual.files import write_atomically, write_folder
from bp_qual.files.table_bytes import csv_bytes
from bp_qual.readers import ENDINGS
from bp_qual.study.gathering import gather_study

STUDY_FILE = "study.yaml"
_UNFIT = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


def has_interviews(folder: Path | str) -> bool:
    """Return whether a folder is a study with any interview in it.

    >>> has_interviews("no/such/folder")
    False
    """
    study, _ = gather_study(folder)
    return bool(study.interviews or study.unread)


def name_codebook(folder: Path, codebook: Path, *, coders: Sequence[str], language: str) -> None:
    """Write a study.yaml that names a codebook, in a folder that has none, and whose codings by hand count.

    Parameters
    ----------
    folder : Path
        The folder of the study.
    codebook : Path
        In that folder.
    coders : sequence of str
        Whose codings count; nobody is named where it is empty.
    language : str
        Language of the interviews.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as study:
    ...     name_codebook(Path(study), Path(study) / "codebook.yaml", coders=["anna"], language="nl")
    ...     (Path(study) / "study.yaml").read_text("utf-8").split(chr(10))
    ['language: nl', 'codebook: "codebook.yaml"', 'count: human', 'coders: ["anna"]', '']
    """
    name = codebook.relative_to(folder).as_posix()
    lines = [f"language: {language}", f"codebook: {json.dumps(name, ensure_ascii=False)}", "count: human"]
    lines += [f"coders: {json.dumps(list(coders), ensure_ascii=False)}"] if coders else []
    write_atomically(folder / STUDY_FILE, ("\n".join(lines) + "\n").encode())


def found_study(texts: Sequence[ReceivedText], folder: Path | str) -> tuple[Path, ...]:
    """Write the texts of a project into a folder as transcripts, and interviews.csv where it says whose they are.

    Parameters
    ----------
    texts : sequence of ReceivedText
        The interviews.
    folder : Path or str
        The folder of the study; nothing that is there is overwritten.

    Returns
    -------
    tuple of Path
        What was written.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     [path.name for path in found_study([ReceivedText("a/../P01 2010", "R: Ja.", "P01", "2010")], folder)]
    ['a_.._P01 2010.txt', 'interviews.csv']
    """
    import pandas as pd

    folder = Path(folder)
    files: dict[str, bytes] = {}
    rows: list[tuple[str, str, str]] = []
    for received in texts:
        path = PurePath(received.name)
        plain = path.stem if path.suffix.lower() in ENDINGS else received.name
        stem, data = _UNFIT.sub("_", plain).strip(" ._")[:80] or "interview", received.text.encode("utf-8", "replace")
        name, number = f"{stem}.txt", 2
        while name in files or ((folder / name).exists() and not _holds(folder / name, data)):
            name, number = f"{stem}-{number}.txt", number + 1
        files[name] = data
        if received.person and received.wave:
            rows.append((name, received.person, received.wave))
    if rows and not (folder / "interviews.csv").exists():
        files["interviews.csv"] = csv_bytes(pd.DataFrame(rows, columns=["file", "person", "wave"], dtype=str))
    new = {name: data for name, data in files.items() if not (folder / name).exists()}
    write_folder(folder, new)
    return tuple(folder / name for name in new)


def _holds(path: Path, data: bytes) -> bool:
    """Return whether a file is what an import wrote before it was known whose the texts are."""
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data
