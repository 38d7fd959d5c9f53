"""What a study may read: what lies in its own folder, so that a study which somebody sent shows no other file of yours.

The one exception is a folder called ``codebooks`` directly beside that of the study: a ``.yaml`` file in it may be the
codebook, so that several studies can share one. Everything else outside is read only if the user says so.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from bp_qual.display import first_few, show_name
from bp_qual.errors import Problem
from bp_qual.files import is_impossible
from bp_qual.files.guard import may_read_outside
from bp_qual.wording import Remark

SHARED = "codebooks"


@dataclass(slots=True)
class Fence:
    """The edge of a study's folder: what would be read beyond it, and whether the user allows that.

    Examples
    --------
    >>> fence = Fence(Path("study"))
    >>> fence.refuse(Path("study/persons.csv")) is None, fence.refuse(Path("study/../codebooks/a.yaml"), shared=True)
    (True, None)
    >>> print(fence.refuse(Path("/etc/passwd")).what)
    lies outside the study's folder, and a study reads nothing but its own files.
    """

    folder: Path
    is_open: bool = False
    crossed: list[Path] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Let the command line open it for all studies of a run."""
        self.is_open = self.is_open or may_read_outside()

    def refuse(self, path: Path, *, shared: bool = False) -> Problem | None:
        """Return the problem with reading a file or folder; nothing where it may be read.

        Parameters
        ----------
        path : Path
            As the study names it, links and all.
        shared : bool
            Whether it may also be a codebook in the folder ``codebooks`` beside the study.

        Returns
        -------
        Problem or None
            What lies outside and may be read is remembered, for the note (`tell`).

        Examples
        --------
        >>> Fence(Path("study"), is_open=True).refuse(Path("/etc/passwd")) is None
        True
        """
        if is_impossible(path):
            return Problem(show_name(path), "impossible name")
        try:
            home, target = self.folder.resolve(), path.resolve()
        except (OSError, RuntimeError):  # a link to itself: whoever reads it says so
            return None
        if target.is_relative_to(home):
            return None
        if shared and target.parent == home.parent / SHARED and target.suffix.lower() in (".yaml", ".yml"):
            return None
        if self.is_open:
            self.crossed.append(target)
            return None
        kind = "link out of the study" if path.is_symlink() else "outside the study"
        return Problem(show_name(path), kind, {"target": target})

    def tell(self) -> tuple[Remark, ...]:
        """Return one note that lists what is read outside the study; none where nothing is.

        Examples
        --------
        >>> Fence(Path("study")).tell()
        ()
        """
        paths = list(dict.fromkeys(self.crossed))
        if not paths:
            return ()
        return (Remark("read outside", values={"files": first_few([show_name(path) for path in paths])}),)
