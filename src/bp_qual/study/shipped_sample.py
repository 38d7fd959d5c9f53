"""The sample study that comes with bp_qual, copied to where somebody wants to try things on it."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from bp_qual.display import show_name
from bp_qual.errors import Problem, StudyError
from bp_qual.files import finish_folder, write_together
from bp_qual.study.starter import copies

_CODEBOOK = "best_persons.yaml"


def copy_sample(folder: Path | str) -> tuple[Path, ...]:
    """Copy the sample study into a new or empty folder, with its codebook, the codings by hand and the sample of them.

    The study is fictional: twelve persons around 2010, eight of them again in 2020, in Dutch.

    Returns
    -------
    tuple of Path
        The files written.

    Raises
    ------
    StudyError
        When the folder holds anything.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as place:
    ...     names = {file.name for file in copy_sample(Path(place) / "sample")}
    >>> sorted(names & {"study.yaml", "P01_2010.docx", "best_persons.yaml", "noor.jsonl"})
    ['P01_2010.docx', 'best_persons.yaml', 'noor.jsonl', 'study.yaml']
    """
    folder = Path(folder)
    finish_folder(folder)  # what a killed run left ready
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StudyError(Problem(show_name(folder), "not an empty folder"))
    home = _home()
    files = dict(copies(home / "transcripts_sample", folder))
    described = folder / "study.yaml"
    files[described] = files[described].replace(f"../codebooks/{_CODEBOOK}".encode(), _CODEBOOK.encode())
    files[folder / _CODEBOOK] = (home / "codebooks" / _CODEBOOK).read_bytes()
    write_together(files.items())
    return tuple(files)


def _home() -> Traversable:
    """Return the folder that holds the sample: inside the package where it was installed, else the project's own."""
    shipped = resources.files("bp_qual.study") / "shipped"
    return shipped if shipped.is_dir() else Path(__file__).parents[3]
