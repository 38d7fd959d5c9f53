"""In which language a command speaks: that asked for, else that of the study, also where its files are wrong."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from bp_qual.study import Study

_SPOKEN, _ASKED, _PLACES = "bp_qual.language", "bp_qual.asked", "bp_qual.places"


def note_asked(context: click.Context, language: str | None) -> str | None:
    """Remember the language that was asked for, and return it."""
    context.meta[_ASKED] = language
    return language


def note_place(context: click.Context, path: Path | None) -> Path | None:
    """Remember a study or codebook, whose language is to be spoken, and return it."""
    if path is not None:
        context.meta.setdefault(_PLACES, []).append(path)
    return path


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


def running_language() -> str:
    """Return the language that the running command speaks.

    Where it has not chosen one yet, because it stopped at a mistake, what was asked for and its files tell it.
    """
    context = click.get_current_context(silent=True)
    meta: dict[str, Any] = context.meta if context is not None else {}
    if _SPOKEN not in meta:
        from bp_qual.study.said_language import language_of_files

        return speak(meta.get(_ASKED), *map(language_of_files, meta.get(_PLACES, ())))
    return str(meta[_SPOKEN])
