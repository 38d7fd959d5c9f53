"""The codebook that an import writes its new codes to: the one that an earlier import made, or a new one beside it."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

from bp_qual.codebook import Codebook, codebook_text, read_codebook
from bp_qual.errors import BpQualError
from bp_qual.files import write_atomically
from bp_qual.files.taking_back import Before
from bp_qual.study.made_codebooks import is_as_written, note_codebook
from bp_qual.study.received_codes import MatchedCodes
from bp_qual.study.study_folder import Study

NAME = "codebook"  # of one that is made, where the study has no name


def find_continued(study: Study, own: Codebook | None) -> tuple[Path | None, Codebook | None]:
    """Return the codebook that an earlier import made beside that of the study, where nobody wrote in it; else that."""
    if not study.codebook or own is None or is_made_here(study, study.codebook, own):
        return None, own
    plain = _as_written(replace(own, notes=()))
    made = list[tuple[int, Path, Codebook]]()
    for file in study.offered_codebooks:
        with contextlib.suppress(BpQualError):
            book = read_codebook(file)
            theirs = replace(book, codes=tuple(code for code in book.codes if code.id in own.ids), version=own.version)
            added = [code for code in book.codes if code.id not in own.ids]
            if _as_written(theirs) == plain and is_as_written(study.folder, file):
                made += [] if any(code.terms for code in added) else [(len(added), file, book)]
    _, found, book = max(made, key=lambda one: one[0], default=(0, None, own))
    return found, book


def find_first_made(study: Study) -> Path | None:
    """Return the codebook that lies in a study which names none: the one that its first import made."""
    books = list[tuple[bool, int, Path]]()
    for file in study.offered_codebooks:
        with contextlib.suppress(BpQualError):
            books.append((file.name == f"{NAME}.yaml", len(read_codebook(file).codes), file))
    return max(books, key=lambda book: book[:2])[2] if books else None


def choose_codebook_file(study: Study, codebook: Codebook | None, matched: MatchedCodes, stem: str) -> Path:
    """Return where the codebook with the new codes goes: over the one that an import made, else beside it.

    Parameters
    ----------
    study : Study
        The study.
    codebook : Codebook or None
        Its own, where it has one.
    matched : MatchedCodes
        The codes of the file, with the codebook that has them all.
    stem : str
        The name of the file with the codings without its ending, after which the codebook is called.

    Returns
    -------
    Path
    """
    if study.codebook and codebook and (matched.codebook is codebook or is_made_here(study, study.codebook, codebook)):
        return study.codebook
    folder = study.codebook.parent if study.codebook else study.folder
    text = _as_written(matched.codebook)
    first = [] if study.codebook else ["codebook"]
    stems = [*first, f"codebook_{stem}", *(f"codebook_{stem}-{number}" for number in range(2, 100))]
    files = (folder / f"{stem}.yaml" for stem in stems)
    return next(file for file in files if not file.exists() or (file != study.codebook and file.read_bytes() == text))


def is_made_here(study: Study, file: Path, codebook: Codebook) -> bool:
    """Return whether nobody wrote in a codebook since an import made it: no terms, and every letter as it was then.

    Parameters
    ----------
    study : Study
        The study that it came into.
    file : Path
        The codebook.
    codebook : Codebook
        What it holds.

    Returns
    -------
    bool
    """
    return not any(code.terms for code in codebook.codes) and is_as_written(study.folder, file)


def _as_written(codebook: Codebook) -> bytes:
    return codebook_text(codebook).encode("utf-8", "replace")


def write_new_codes(study: Study, file: Path, codebook: Codebook, before: Before) -> None:
    """Write a codebook, where its file does not hold it already.

    Parameters
    ----------
    study : Study
        The study; its own codebook is written over.
    file : Path
        From `choose_codebook_file`.
    codebook : Codebook
        With the new codes.
    before : Before
        What is taken back where the import cannot be saved.
    """
    before.note(file)
    if not file.exists():
        write_atomically(file, _as_written(codebook))
    elif file == study.codebook or file.read_bytes() != _as_written(codebook):
        write_atomically(file, _as_written(codebook), edited=True)
    note_codebook(study.folder, file, before)
