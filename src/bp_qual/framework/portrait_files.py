"""Portraits on disk: a page or a Word file for each person, named after that person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bp_qual.files import write_together
from bp_qual.files.file_names import fitting_name
from bp_qual.files.written_before import is_ours
from bp_qual.framework.portrait_document import portrait_docx
from bp_qual.framework.portraits import Portrait
from bp_qual.report.run_record import RECORD, earlier_outputs, outputs_record, sha256

ENDINGS = (".html", ".docx")


def write_portraits(portraits: Iterable[Portrait], folder: Path | str, *, ending: str = ".html") -> tuple[Path, ...]:
    """Write each portrait as a file of its own, and return the files; no other file in the folder is touched.

    Beside them `run.json` names them, so that in the folder of a study none is taken for an interview.

    Parameters
    ----------
    portraits : iterable of Portrait
        From `make_portraits`.
    folder : Path or str
        Made if it is not there.
    ending : {".html", ".docx"}
        A page, or a Word file.

    Returns
    -------
    tuple of Path
        Named after the persons.

    Raises
    ------
    ValueError
        For another ending.
    StoreError
        Where a file is in the way, or the disk refuses; then none is written.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     [path.name for path in write_portraits([Portrait("P 1", "", "", (), (), (), (), "", "en")], folder)]
    ['P_1.html']
    """
    if ending not in ENDINGS:
        raise ValueError(f"a portrait is written as {' or '.join(ENDINGS)}, not {ending!r}.")
    files: dict[str, bytes] = {}
    for portrait in portraits:
        name = stem = fitting_name(portrait.person, "person")
        number = 2
        while any(name.casefold() == taken.casefold() for taken in files):
            name, number = f"{stem}-{number}", number + 1
        page = ending == ".html"
        files[name] = portrait.to_html().encode("utf-8", "replace") if page else portrait_docx(portrait)
    home = Path(folder)
    paths = {home / f"{name}{ending}": data for name, data in files.items()}
    earlier = earlier_outputs(home)
    known = earlier | {path.name: sha256(there) for path, there in _own_in_the_way(paths)}
    record = outputs_record(earlier | {path.name: sha256(data) for path, data in paths.items()})
    write_together([*paths.items(), (home / RECORD, record)], earlier={home: known})
    return tuple(paths)


def _own_in_the_way(paths: Mapping[Path, bytes]) -> Iterator[tuple[Path, bytes]]:
    """Yield the portraits in the way that nobody has edited, with what is in them; a copy of a folder has no record."""
    for path, data in paths.items():
        if path.is_file() and not path.is_symlink() and is_ours(there := path.read_bytes(), data, path.suffix.lower()):
            yield path, there
