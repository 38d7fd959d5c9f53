"""The files that make a folder a study, besides its interviews: whoever reads them, no result may take their place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bp_qual.codebook.term_lists import list_word_lists
from bp_qual.files.as_written import find_written
from bp_qual.study.codebook_beside import find_codebook_beside
from bp_qual.study.study_file import StudyFile


def find_own_files(folder: Path, said: StudyFile) -> Iterator[Path]:
    """Yield study.yaml, the tables that it names, the codebook and the word lists of that, as far as they are there.

    Parameters
    ----------
    folder : Path
        Of the study.
    said : StudyFile
        What its study.yaml says.

    Yields
    ------
    Path

    Examples
    --------
    >>> list(find_own_files(Path("no/such/folder"), StudyFile()))
    []
    """
    usual = ("study.yaml", said.interviews or "interviews.csv", said.persons or "persons.csv")
    book = said.codebook or find_codebook_beside(folder)
    for name in (*usual, *([book] if book else ())):
        if (file := find_written(folder, name)).is_file():
            yield file
    if book:
        yield from list_word_lists(find_written(folder, book))
