"""Where a file lies whose name somebody wrote: blanks at its ends and composed accents make no difference."""

from __future__ import annotations

import contextlib
import unicodedata
from functools import reduce
from pathlib import Path


def composed(name: str) -> str:
    """Return a name with its accents composed: macOS and others write the same name in two ways.

    >>> composed("Rene\u0301") == "Ren\u00e9"
    True
    """
    return unicodedata.normalize("NFC", name)


def find_written(folder: Path, name: str) -> Path:
    r"""Return where a file or folder lies in a folder, by its path as somebody wrote it.

    Each part of the path is taken as it is where something has that name; else as the only name there that differs in
    blanks at its ends, or in how its accents are composed. A folder unpacked from an archive that a Mac made has them
    in another way than a table written in Excel.

    >>> find_written(Path("study"), "2010\\P01.txt").as_posix()
    'study/2010/P01.txt'
    """
    path = Path(name.replace("\\", "/"))
    written = folder / path
    with contextlib.suppress(OSError):  # a name that no file can have, or a folder that may not be read
        if not written.exists():
            return reduce(_step_into, path.parts, folder)
    return written


def _step_into(place: Path, part: str) -> Path:
    step = place / part
    if step.exists() or not place.is_dir():
        return step
    asked = composed(part.strip())
    alike = [other for other in place.iterdir() if composed(other.name.strip()) == asked]
    return alike[0] if len(alike) == 1 else step
