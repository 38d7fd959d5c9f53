"""In which language a command speaks: that asked for, else that of the study, also where its files are wrong.

Where no study tells it (a new folder, a mistake on the command line elsewhere), the computer's own language does. It
never decides on what is written to a file.
"""

from __future__ import annotations

import itertools
import locale
import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bp_qual.errors import BpQualError
from bp_qual.files import is_impossible
from bp_qual.wording import LANGUAGES

if TYPE_CHECKING:
    from bp_qual.study import Study

_SPOKEN, _ASKED, _PLACES, _TYPED = "bp_qual.language", "bp_qual.asked", "bp_qual.places", "bp_qual.typed"
_SKIPS = "bp_qual.skips"
_WITHOUT = {  # what is said instead by a command that cannot go on without files
    "problems, may be skipped": "problems, nothing coded",
    "files may be skipped": "files not readable",
}


def note_asked(context: click.Context, language: str | None) -> str | None:
    """Remember the language that was asked for, and return it."""
    context.meta[_ASKED] = language
    return language


def note_place(context: click.Context, path: Path | None) -> Path | None:
    """Remember a study or codebook, whose language is to be spoken, and return it."""
    if path is not None:
        context.meta.setdefault(_PLACES, []).append(path)
    return path


def note_skips(context: click.Context, _: click.Parameter, chosen: bool) -> bool:
    """Remember that this command can go on without files that cannot be read, and return whether it was told to.

    Parameters
    ----------
    context : click.Context
        Of the command.
    _ : click.Parameter
        The option --skip-unreadable.
    chosen : bool
        Whether it was given.

    Returns
    -------
    bool
        The same.

    Examples
    --------
    >>> command = click.Command("check")
    >>> note_skips(click.Context(command), click.Option(["--skip-unreadable"]), True)
    True
    """
    context.meta[_SKIPS] = True
    return chosen


def say_error(context: click.Context, error: BpQualError) -> str:
    """Return an error in the language that the command speaks, without advice that the command does not take.

    >>> from bp_qual.wording import Remark
    >>> error = BpQualError([], Remark("problems, may be skipped", values={"n": 1}))
    >>> say_error(click.Context(click.Command("import"), obj={}), error).endswith("--skip-unreadable.")
    False
    """
    if error.summary is not None and not context.meta.get(_SKIPS):
        kind = _WITHOUT.get(error.summary.kind, error.summary.kind)
        error = BpQualError(error.problems, replace(error.summary, kind=kind))
    return error.say(running_language())


def note_typed(context: click.Context, typed: Sequence[str]) -> None:
    """Remember the command line as it was typed, for a mistake that is met before it is understood."""
    context.meta[_TYPED] = tuple(typed)


def spoken_language(study: Study, asked: str | None) -> str:
    """Return the output language: the one asked for, else that of the study, else English."""
    return speak(asked, study.language)


def speak(asked: str | None, *known: str) -> str:
    """Return the language that this command speaks from here on: the one asked for, else the first known one."""
    from bp_qual.wording import choose_language

    language = choose_language(asked, *known)
    context = click.get_current_context(silent=True)
    if context is not None:
        context.meta[_SPOKEN] = language
    return language


def running_language(context: click.Context | None = None) -> str:
    """Return the language that the running command speaks.

    Where it has not chosen one yet, because it stopped at a mistake, what was asked for tells it, else its files, else
    the computer.
    """
    context = context or click.get_current_context(silent=True)
    meta: dict[str, Any] = context.meta if context is not None else {}
    if _SPOKEN not in meta:
        typed = meta.get(_TYPED, ())
        return speak(meta.get(_ASKED) or _asked_in(typed), _told_by_files(meta.get(_PLACES), typed) or own_language())
    return str(meta[_SPOKEN])


def _told_by_files(places: Iterable[Path] | None, typed: Iterable[str]) -> str:
    """Return the language of the files of a command; empty where they tell none, or cannot be looked at now."""
    try:
        from bp_qual.study.said_language import language_of_files

        return next(filter(None, map(language_of_files, places or _studies_in(typed))), "")
    except (OSError, MemoryError, SystemError, ImportError):
        return ""


def own_language() -> str:
    """Return the language of this computer's user, as far as it is set: `nl`, `en` ...; empty where it is not.

    >>> import unittest.mock
    >>> with unittest.mock.patch.dict(os.environ, {"LC_ALL": "nl_NL.UTF-8"}):
    ...     own_language()
    'nl'
    """
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = next(filter(None, names), None) or locale.getlocale()[0] or ""
    return "nl" if name.startswith("Dutch") else name.partition("_")[0].lower()


def _asked_in(typed: Sequence[str]) -> str | None:
    """Return the language that a command line asks for, though it could not be understood."""
    pairs = itertools.pairwise((*typed, ""))
    values = (given if word == "--language" else word.removeprefix("--language=") for word, given in pairs
              if word.startswith("--language"))  # fmt: skip
    return next((value for value in values if value in LANGUAGES), None)


def _studies_in(typed: Iterable[str]) -> list[Path]:
    """Return what was typed that is a file or the folder of a study, and then the current folder if that is one."""
    paths = [path for path in map(Path, filter(None, typed)) if not is_impossible(path)]
    return [path for path in (*paths, Path()) if path.is_file() or (path / "study.yaml").is_file()]
