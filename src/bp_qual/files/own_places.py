"""The folders in a study that are ours (codings, copies, samples): one that is a link is not written in nor cleaned."""

from __future__ import annotations

from pathlib import Path

from bp_qual.display import show_name
from bp_qual.errors import Problem, StoreError
from bp_qual.files.real_places import is_below, is_link


def refuse_links(path: Path, root: Path) -> None:
    """Refuse a path below a folder to which a link leads: what is written there would land outside.

    Parameters
    ----------
    path : Path
        A folder or file of ours.
    root : Path
        The folder, usually of the study, below which no link may be.

    Raises
    ------
    StoreError
        Naming the link.

    Examples
    --------
    >>> refuse_links(Path("study/codings/.copies"), Path("study"))
    """
    if path != root and not is_below(path, root):
        steps = (step for step in (*reversed(path.parents), path) if step.is_relative_to(root) and step != root)
        raise StoreError(Problem(show_name(next(filter(is_link, steps), path)), "own place is a link"))
