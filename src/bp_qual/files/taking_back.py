"""Several files that are written as one: where one of them cannot be, the others are put back as they were."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bp_qual.files.atomic_writing import write_atomically
from bp_qual.files.odd_files import is_odd


@dataclass(slots=True)
class Before:
    """Files as they were before they were written: bytes, or None where there was none.

    >>> Before().files
    {}
    """

    files: dict[Path, bytes | None] = field(default_factory=dict)

    def note(self, path: Path) -> None:
        """Remember a file, and the folders that are made for it, as they are now; never a link, a folder or a pipe."""
        if path.is_symlink() or path.is_dir() or is_odd(path):
            return
        for place in (path, *path.parents):
            if place.exists() and place != path:
                break
            self.files.setdefault(place, path.read_bytes() if place == path and path.exists() else None)

    def made(self, path: Path) -> None:
        """Say that a file was not there before."""
        self.files[path] = None

    def keep(self) -> None:
        """Say that what was written so far stays, whatever comes."""
        self.files.clear()

    def take_back(self) -> None:
        """Put all files back as they were; what cannot be is left."""
        for path in sorted(self.files, key=lambda path: len(path.parts), reverse=True):  # folders after what is in them
            data = self.files[path]
            with contextlib.suppress(OSError):
                if data is not None:
                    write_atomically(path, data, edited=True)
                elif path.is_dir():
                    path.rmdir()  # only where nothing is left in it
                else:
                    path.unlink(missing_ok=True)


@contextlib.contextmanager
def taken_back_on_error() -> Iterator[Before]:
    """Put back what was noted where the block ends in an error or is stopped.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, contextlib.suppress(ValueError):
    ...     file = Path(folder) / "new" / "codebook.yaml"
    ...     with taken_back_on_error() as before:
    ...         before.note(file)
    ...         write_atomically(file, b"codes: []")
    ...         raise ValueError
    >>> file.parent.exists()
    False
    """
    before = Before()
    try:
        yield before
    except BaseException:
        before.take_back()
        raise
