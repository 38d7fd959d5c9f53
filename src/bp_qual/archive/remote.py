"""Files that lie elsewhere, named by a URL: listed, and fetched into memory; nothing is put on this computer's disk.

`s3://` and the like come with libraries of their own; which library fetches what is the business of fsspec.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bp_qual.display import show_name
from bp_qual.errors import BpQualError, Problem, StudyError, TranscriptError
from bp_qual.extras import need
from bp_qual.files.safe_reading import MAX_FILE, MEBIBYTE
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.wording.guesses import why_refused

_URL = lazy_pattern(r"[A-Za-z][A-Za-z0-9+.-]*://")
_LIBRARIES = {"s3": "s3fs", "s3a": "s3fs", "ssh": "paramiko", "sftp": "paramiko", "gs": "gcsfs", "abfs": "adlfs"}


def is_url(place: str) -> bool:
    r"""Return whether a place is named by a URL, and is no path on this computer.

    >>> is_url("s3://bucket/talk"), is_url("talk"), is_url("C:\\talk")
    (True, False, False)
    """
    return _URL.match(place) is not None


def without_password(url: str) -> str:
    """Return a URL for a message: without the name and password that may be in it.

    >>> without_password("ssh://jan:secret@host/talk")
    'ssh://host/talk'
    """
    return show_name(re.sub(r"(?<=://)[^/@]*@", "", url))


def list_files(url: str) -> dict[str, Mapping[str, Any]]:
    """Return what is told of each file below a folder, by its path from there on.

    Raises
    ------
    StudyError
        Where the folder cannot be listed.

    >>> import fsspec
    >>> fsspec.filesystem("memory").pipe_file("/listed/2010/P01.txt", b"R: Ja.")
    >>> list_files("memory://listed")["2010/P01.txt"]["size"]
    6
    """
    where = without_password(url)
    try:
        system, root = _open(url, where, StudyError)
        found = system.find(root, detail=True)
    except BpQualError:
        raise
    except Exception as error:  # each store has errors of its own
        raise StudyError(Problem(where, "cannot be fetched", {"why": why_refused(error)})) from error
    if not found:
        raise StudyError(Problem(where, "nothing at the address"))
    cut = len(root.rstrip("/")) + 1
    return {path[cut:]: told for path, told in found.items() if len(path) > cut}


def fetch(url: str, path: str, *, limit: int = MAX_FILE) -> bytes:
    """Return the content of one file below a folder elsewhere.

    Parameters
    ----------
    url : str
        The folder.
    path : str
        The file, from there on.
    limit : int
        The largest size in bytes.

    Returns
    -------
    bytes

    Raises
    ------
    TranscriptError
        Where it is not there, too large, or refused.

    Examples
    --------
    >>> fetch("memory://listed", "P09.txt")
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: P09.txt  does not exist. Check the name and the folder.
    """
    where = show_name(path)
    try:
        system, root = _open(url, where, TranscriptError)
        data: bytes = system.cat_file(f"{root.rstrip('/')}/{path}", start=0, end=limit + 1)
    except BpQualError:
        raise
    except FileNotFoundError as error:
        raise TranscriptError(Problem(where, "not there")) from error
    except Exception as error:
        raise TranscriptError(Problem(where, "cannot be fetched", {"why": why_refused(error)})) from error
    if len(data) > limit:
        raise TranscriptError(Problem(where, "too large", {"size": len(data) / MEBIBYTE, "most": limit / MEBIBYTE}))
    return data


def _open(url: str, where: str, error: type[BpQualError]) -> tuple[Any, str]:
    """Return the file system of a URL, and the path of the folder in it."""
    core = need("fsspec.core", where, extra="scale", error=error)
    scheme = url.partition("://")[0].lower()
    try:
        system, root = core.url_to_fs(url)
    except ImportError as err:
        library = _LIBRARIES.get(scheme, scheme)
        raise error(Problem(where, "library for address missing", {"library": library, "scheme": scheme})) from err
    return system, str(root)
