"""Libraries that only some work needs: used where they are installed, named where they are not."""

from __future__ import annotations

import importlib
import re
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

from bp_qual.errors import BpQualError, Problem, TranscriptError


@cache
def installed_version(package: str) -> str:
    """Return the version of a package that is installed, looked up once: that reads a file."""
    from importlib import metadata

    return metadata.version(package)


def need(
    module: str, where: str, *, extra: str = "formats", error: type[BpQualError] = TranscriptError, without: str = ""
) -> ModuleType:
    """Return a module, or say in one line how to install what this file or command needs.

    Parameters
    ----------
    module : str
        The module to import.
    where : str
        The file or coefficient that needs it.
    extra : str
        Name of the extra of bp_qual that brings it.
    error : type
        The error to raise.
    without : str
        The option of a command that does its work without this library, if it has one.

    Returns
    -------
    module

    Raises
    ------
    BpQualError
        Where it is not installed.

    Examples
    --------
    >>> need("no_such_library", "a.pdf")
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: a.pdf  needs one more library (no_such_library). Run: pip install "bp_qual[formats]"
    """
    try:
        return importlib.import_module(module)
    except ImportError as err:
        values = {"library": module.partition(".")[0], "line": how_to_install(extra)}
        if without:
            raise error(Problem(where, "library missing, can do without", {**values, "option": without})) from err
        raise error(Problem(where, "library missing", values)) from err


def how_to_install(extra: str, environment: Path | None = None) -> str:
    """Return the line that adds the libraries of an extra where bp_qual was installed: by pipx, by uv, or by pip.

    Parameters
    ----------
    extra : str
        Its name.
    environment : Path, optional
        The folder of the Python environment; that of this program if not given.

    Returns
    -------
    str

    Examples
    --------
    >>> how_to_install("suggest", Path("no/such/folder"))
    'pip install "bp_qual[suggest]"'
    """
    from importlib import metadata

    place = Path(sys.prefix) if environment is None else environment
    named = [line.partition(";") for line in metadata.requires("bp_qual") or ()]
    libraries = [
        name.strip() for name, _, when in named if when.strip() in (f"extra == '{extra}'", f'extra == "{extra}"')
    ]
    plain = [re.split("[<>=!~ ]", name)[0] for name in libraries]
    if (place / "pipx_metadata.json").is_file():
        return " ".join(["pipx inject bp_qual", *plain])
    if (place / "uv-receipt.toml").is_file():
        return " ".join(["uv tool install --reinstall", *(f"--with {name}" for name in plain), "."])
    return f'pip install "bp_qual[{extra}]"'
