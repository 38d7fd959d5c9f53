"""Which part of a .qdpx is the project, and what such a package holds instead where none is."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from bp_qual.display import shown
from bp_qual.errors import CodebookError, Problem
from bp_qual.files import Package

_PROJECT, _ARCHIVES = ".qde", (".zip", ".7z", ".rar", ".gz", ".tar", ".tgz")
_INSTEAD = {
    ".qdpx": "project within",
    ".zip": "project within",
    ".qdc": "codebook within",
}  # problems, by what it holds


def may_be_project(name: str) -> bool:
    """Return whether a part of a .qdpx may be the project: not what a Mac puts beside each file.

    >>> [may_be_project(name) for name in ("project.qde", "study/x.QDE", "._project.qde", "__MACOSX/._x.qde", "a.txt")]
    [True, True, False, False, False]
    """
    return _ending(name) == _PROJECT and _is_made(name)


def find_project(package: Package) -> str:
    """Return the name of the part that is the project: the only one at the top, or else in the only folder with one.

    Parameters
    ----------
    package : Package
        A .qdpx, opened for what `may_be_project`.

    Returns
    -------
    str

    Raises
    ------
    CodebookError
        Where there is none, or more than one, with what there is.

    Examples
    --------
    >>> from io import BytesIO
    >>> from zipfile import ZipFile
    >>> with ZipFile(BytesIO(), "w") as archive:
    ...     find_project(Package("a.qdpx", archive, ("old/project.qde", "project.qde")))
    'project.qde'
    """
    deep = {name: _plain(name).count("/") for name in package.names}
    top = [name for name in package.names if deep[name] == min(deep.values())]
    if len(top) == 1:
        return top[0]
    if top:
        names = [shown(name, 80) for name in top]
        raise CodebookError(Problem(package.where, "several qde", {"n": len(names), "names": names}))
    others = [name for name in package.others if _is_made(name) and not name.endswith("/")]
    for ending, kind in _INSTEAD.items():
        if names := [shown(name, 80) for name in others if _ending(name) == ending]:
            raise CodebookError(Problem(package.where, kind, {"names": names}))
    names = [shown(name, 80) for name in others]
    raise CodebookError(Problem(package.where, "no qde" if names else "empty package", {"names": names}))


def packed_kind(path: Path) -> str:
    """Return which problem it is that a file is an archive, or what was in one; nothing where it is neither.

    >>> packed_kind(Path("x.zip")), packed_kind(Path("project.qde")), packed_kind(Path("x.qdpx"))
    ('packed', 'part of package', '')
    """
    ending = path.suffix.lower()
    return "part of package" if ending == _PROJECT else "packed" if ending in _ARCHIVES else ""


def _is_made(name: str) -> bool:
    *folders, file = _plain(name).split("/")
    return not file.startswith("._") and "__MACOSX" not in folders


def _ending(name: str) -> str:
    return PurePosixPath(_plain(name).lower()).suffix


def _plain(name: str) -> str:
    return name.replace("\\", "/")
