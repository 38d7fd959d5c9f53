"""Portraits on disk: a page or a Word file for each person, named after that person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import count
from pathlib import Path

from bp_qual.files import write_together
from bp_qual.files.file_names import fitting_name
from bp_qual.files.written_before import PORTRAITS
from bp_qual.framework.portrait_document import portrait_docx
from bp_qual.framework.portraits import Portrait
from bp_qual.report.run_record import earlier_outputs, portraits_record, portrayed, sha256

ENDINGS = (".html", ".docx")


def write_portraits(portraits: Iterable[Portrait], folder: Path | str, *, ending: str = ".html") -> tuple[Path, ...]:
    """Write each portrait as a file of its own, and return the files; no other file in the folder is touched.

    Beside them `portraits.json` names them, so that in the folder of a study none is taken for an interview. It tells
    whose each is as well: where a name is that of the portrait of another person, or of what another command wrote,
    a number comes behind it.

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
    home = Path(folder)
    earlier, whose = earlier_outputs(home, PORTRAITS), portrayed(home)
    taken: dict[str, str | None] = {name.casefold(): None for name in earlier_outputs(home)}
    taken |= {name.casefold(): person for name, person in whose.items()}
    files: dict[str, bytes] = {}
    for portrait in portraits:
        name = _free_name(portrait.person, ending, taken)
        taken[name.casefold()], whose[name] = None, portrait.person
        page = ending == ".html"
        files[name] = portrait.to_html().encode("utf-8", "replace") if page else portrait_docx(portrait)
    hashes = {name: earlier[name] for name in whose if name not in files}
    record = portraits_record(hashes | {name: sha256(data) for name, data in files.items()}, whose)
    paths = {home / name: data for name, data in files.items()}
    write_together([*paths.items(), (home / PORTRAITS, record)])
    return tuple(paths)


def _free_name(person: str, ending: str, taken: Mapping[str, str | None]) -> str:
    """Return the name of the file of a person that is that of nobody else.

    >>> _free_name("P 1", ".html", {"p_1.html": "P_1"}), _free_name("P 1", ".html", {"p_1.html": "P 1"})
    ('P_1-2.html', 'P_1.html')
    """
    stem = fitting_name(person, "person")
    names = (f"{stem}{f'-{number}' if number > 1 else ''}{ending}" for number in count(1))
    return next(name for name in names if taken.get(name.casefold(), person) == person)
