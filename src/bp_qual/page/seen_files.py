"""Whether a file is still as it was when it was read: its size and time are asked first, then what is in it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from bp_qual.files.odd_files import is_odd

Signature = tuple[tuple[str, int, int], ...]


def signature_of(path: Path) -> Signature:
    """Return what shows that a file, or any coder's file in a folder, is not as it was.

    >>> signature_of(Path("no/such/file"))
    ()
    """
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path] if path.exists() else []
    stats = [(file.name, file.stat()) for file in files]
    return tuple((name, found.st_size, found.st_mtime_ns) for name, found in stats)


class SeenFile:
    """A file that was read.

    Parameters
    ----------
    path : Path
        Where it is.
    digest : str
        SHA-256 of what was read; of what it holds now if not given.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder) / "study.yaml"
    ...     _ = path.write_text("language: nl")
    ...     seen = SeenFile(path)
    ...     before = seen.is_changed()
    ...     _ = path.write_text("language: en, and more")
    ...     before, seen.is_changed()
    (False, True)
    """

    def __init__(self, path: Path, digest: str = "") -> None:
        self.path = path
        self._signature = signature_of(path) if not digest else None
        self._digest = digest or _digest_of(path)
        self._changed = False

    def is_changed(self) -> bool:
        """Return whether the file holds something else now, or cannot be opened."""
        now = signature_of(self.path)
        if now != self._signature:
            self._signature, self._changed = now, _digest_of(self.path) != self._digest
        return self._changed


def _digest_of(path: Path) -> str:
    if is_odd(path):
        return ""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
