"""What a computer cannot give a command: a library, memory, a look at a file, a folder to stand in."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from bp_qual.display import show_name
from bp_qual.errors import BpQualError, Problem
from bp_qual.wording.guesses import why_refused

_TOO_LITTLE = (  # of a library: as the system says it, of threads, and as Python says of what failed without a word
    *("cannot allocate memory", "failed to map segment", "std::bad_alloc", "can't start new thread"),
    *("without setting an exception", "without exception set", "unreported exception"),
)


def check_standing() -> None:
    """Refuse a command that is given in a folder that is gone: no path can be looked up there.

    Raises
    ------
    BpQualError
        Where it is gone.

    Examples
    --------
    >>> check_standing()
    """
    if not _stands():
        raise BpQualError(Problem("bp_qual", "standing nowhere"))


def _stands() -> bool:
    try:
        Path.cwd()
    except FileNotFoundError:
        return False
    return True


def explain_hindrance(error: Exception) -> BpQualError:
    """Return what to say where a command met this; raise what is our own mistake, or is said by others.

    >>> print(explain_hindrance(MemoryError()).problems[0].what)
    needs more memory than there is.
    """
    if isinstance(error, PermissionError):
        return _not_yours(error)
    if _comes_of_memory(error):
        return BpQualError(Problem("bp_qual", "little memory"))
    if isinstance(error, ImportError):
        return _library_gone(error)
    if isinstance(error, FileNotFoundError) and not _stands():  # the folder may have gone since
        return BpQualError(Problem("bp_qual", "standing nowhere"))
    raise error


def _comes_of_memory(error: BaseException | None) -> bool:
    """Return whether something failed for want of memory, by itself or for what it needs, however a library says so."""
    seen = set[int]()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        is_said = any(words in str(error).casefold() for words in _TOO_LITTLE)
        if isinstance(error, MemoryError) or is_said or getattr(error, "errno", None) == errno.ENOMEM:
            return True
        error = error.__cause__ or error.__context__
    return False


def _not_yours(error: PermissionError) -> BpQualError:
    """Return what to say of a file or folder that this user may not look at; raise what names none."""
    if error.filename is None:
        raise error
    return BpQualError(Problem(show_name(os.fsdecode(error.filename)), "cannot be opened", {"why": why_refused(error)}))


def _library_gone(error: ImportError) -> BpQualError:
    """Return what to say of a library that bp_qual comes with and that is not there; raise what is our own mistake."""
    library = (error.name or "").partition(".")[0]
    if library in ("", "bp_qual"):
        raise error
    return BpQualError(Problem("bp_qual", "library gone", {"library": library}))
