"""Whether the workers are of the same version as the computer that asks them: else the same text could count twice."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Mapping
from functools import lru_cache
from importlib import metadata
from pathlib import Path

import bp_qual
from bp_qual.errors import Problem, StudyError
from bp_qual.matching.languages import table_hashes
from bp_qual.readers import LIBRARIES
from bp_qual.report.run_record import NUMBER_MAKERS

Versions = Mapping[str, str]  # by name; of bp_qual also a hash of its code and of its word tables


@lru_cache(maxsize=1)
def own_versions() -> Versions:
    """Return the versions of all that can change a number, as they are in this process.

    >>> sorted(own_versions())[:2]
    ['bp_qual', 'code of bp_qual']
    """
    folder = Path(bp_qual.__file__).parent
    code = hashlib.sha256()
    for file in sorted(folder.rglob("*.py")):
        code.update(file.relative_to(folder).as_posix().encode())
        code.update(file.read_bytes())
    tables = hashlib.sha256("".join(f"{name}{digest}" for name, digest in table_hashes().items()).encode())
    return {
        "bp_qual": metadata.version("bp_qual"),
        "code of bp_qual": code.hexdigest()[:12],
        "word tables": tables.hexdigest()[:12],
        "python": ".".join(platform.python_version_tuple()[:2]),
        **{name: _version(name) for name in (*NUMBER_MAKERS, *LIBRARIES)},
    }


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def refuse_other_versions(asked: Versions, here: Versions | None = None, worker: str = "") -> None:
    """Raise where a worker has other versions than the computer that asks.

    Parameters
    ----------
    asked, here : mapping of str to str
        The versions there and here; those of this process if not given.
    worker : str
        What a message calls the worker.

    Raises
    ------
    StudyError
        Naming the first thing that differs.

    Examples
    --------
    >>> refuse_other_versions({"bp_qual": "0.0.9"}, {"bp_qual": "0.1.0"}, "tcp://10.0.0.2:4000")
    Traceback (most recent call last):
    bp_qual.errors.StudyError: tcp://10.0.0.2:4000  has another version of bp_qual than this computer: 0.1.0 ...
    """
    here = own_versions() if here is None else here
    for name, version in asked.items():
        if here.get(name, "") != version:
            values = {"name": name, "there": here.get(name, "") or "–", "here": version or "–"}
            raise StudyError(Problem(worker or platform.node(), "other version on worker", values))
