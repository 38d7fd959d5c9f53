"""Which files of a study's folder can be transcripts, and whose they are where only folder or first lines say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from bp_qual.study.interviews import Interview
from bp_qual.study.proposals import propose_interviews
from bp_qual.study.study_folder import Study

_TABLES = (".csv", ".tsv", ".xlsx", ".json", ".xml", ".html", ".htm")  # often something else than a transcript


def transcript_files(folder: Path) -> tuple[Path, ...]:
    """Return the files below a folder that can be transcripts, in order of name.

    Hidden files, files called README, and folders that hold the output of an earlier run are left out.

    Examples
    --------
    >>> transcript_files(Path("no/such/folder"))
    ()
    """
    from bp_qual.readers import ENDINGS

    found: list[Path] = []
    for file in sorted(folder.rglob("*")):
        parts = file.relative_to(folder).parts
        if any(part.startswith((".", "~$")) for part in parts) or file.suffix.lower() not in ENDINGS:
            continue
        if file.stem.casefold() == "readme":
            continue
        within = [folder.joinpath(*parts[:depth]) for depth in range(1, len(parts))]
        if file.is_file() and not any((place / "run.json").is_file() for place in within):
            found.append(file)
    return tuple(found)


def interviews_from_hints(files: Sequence[Path], study: Study) -> tuple[tuple[Interview, ...], tuple[Path, ...]]:
    """Return the interviews whose folder or first lines say person and wave, and the files where nothing does.

    >>> told, silent = interviews_from_hints([Path("Ronde 2010/P07.txt"), Path("notes.txt")], Study(Path(".")))
    >>> told[0].known_from, silent[0].name
    ("person from the file name; wave from the folder 'Ronde 2010'", 'notes.txt')
    """
    documents = [file for file in files if file.suffix.lower() not in _TABLES]
    known = {wave.id for wave in study.waves}
    found = [
        Interview(hint.file, {hint.person: ()}, hint.wave, hint.known_from, hint.date, clues=hint.clues)
        for hint in propose_interviews(documents, folder=study.transcripts or study.folder, encoding=study.encoding)
        if re.fullmatch(r"[A-Za-z]+\d+[a-z]?", hint.person) and hint.wave and (not known or hint.wave in known)
    ]
    taken = {interview.file for interview in found}
    return tuple(found), tuple(file for file in documents if file not in taken)
