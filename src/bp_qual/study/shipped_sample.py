"""The sample studies that come with bp_qual, copied to where somebody wants to try things on it."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from bp_qual.display import show_name
from bp_qual.errors import Problem, StudyError
from bp_qual.files import finish_folder, write_together
from bp_qual.study.starter import copies

_SAMPLES = {
    "nl": ("transcripts_sample", "best_persons.yaml"),
    "en": ("transcripts_sample_en", "best_persons_en.yaml"),
}


def copy_sample(folder: Path | str, language: str = "nl") -> tuple[Path, ...]:
    """Copy a sample study into a new or empty folder, with its codebook, the codings by hand and the sample of them.

    Both are fictional. The Dutch one has twelve persons around 2010, eight of them again in 2020; the English one has
    eleven persons in three waves, coded by two coders.

    Parameters
    ----------
    folder : Path or str
        Where to; made if it is not there.
    language : {"nl", "en"}
        Of the interviews.

    Returns
    -------
    tuple of Path
        The files written.

    Raises
    ------
    StudyError
        When the folder holds anything.
    ValueError
        For another language.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as place:
    ...     names = {file.name for file in copy_sample(Path(place) / "sample")}
    >>> sorted(names & {"study.yaml", "P01_2010.docx", "best_persons.yaml", "noor.jsonl"})
    ['P01_2010.docx', 'best_persons.yaml', 'noor.jsonl', 'study.yaml']
    """
    if language not in _SAMPLES:
        raise ValueError(f"there is no sample study in {language!r}; choose one of {', '.join(_SAMPLES)}")
    name, codebook = _SAMPLES[language]
    folder = Path(folder)
    finish_folder(folder)  # what a killed run left ready
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StudyError(Problem(show_name(folder), "not an empty folder"))
    home = _home()
    files = dict(copies(home / name, folder))
    described = folder / "study.yaml"
    files[described] = files[described].replace(f"../codebooks/{codebook}".encode(), codebook.encode())
    files[folder / codebook] = (home / "codebooks" / codebook).read_bytes()
    write_together(files.items())
    return tuple(files)


def _home() -> Traversable:
    """Return the folder that holds the samples: inside the package where it was installed, else the project's own."""
    shipped = resources.files("bp_qual.study") / "shipped"
    return shipped if shipped.is_dir() else Path(__file__).parents[3]
