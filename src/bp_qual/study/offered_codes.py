"""The codes that a study's codebook lacks, and that a codebook beside it has, which an import wrote."""

from __future__ import annotations

import contextlib

from bp_qual.codebook import Codebook, read_codebook
from bp_qual.display import show_name
from bp_qual.errors import BpQualError
from bp_qual.study.study_folder import Study


def offered_codes(study: Study) -> dict[str, tuple[Codebook, str]]:
    """Return the codes of codebooks that imports wrote beside that of the study, each with its codebook and file.

    >>> from pathlib import Path
    >>> offered_codes(Study(Path("no/such/folder")))
    {}
    """
    offered: dict[str, tuple[Codebook, str]] = {}
    for file in study.offered_codebooks:
        with contextlib.suppress(BpQualError):
            book = read_codebook(file)
            offered |= dict.fromkeys(book.ids, (book, show_name(file.name)))
    return offered
