"""Notes on interviews before they are read: guesses, and dates outside the window of their wave."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bp_qual.display import show_name
from bp_qual.study.interviews import Interview, Wave
from bp_qual.wording import Remark


def note_interviews_known(interviews: Iterable[Interview], waves: Iterable[Wave], folder: Path) -> tuple[Remark, ...]:
    r"""Return notes on guesses, and on dates outside the window of their wave.

    Parameters
    ----------
    interviews : iterable of Interview
        All of the study.
    waves : iterable of Wave
        With their windows.
    folder : Path
        Of the study; files are named from there on.

    Returns
    -------
    tuple of Remark

    Examples
    --------
    >>> read = Interview(Path("a.txt"), {"P01": ()}, "2010", "a row", "2012-05-03", id="P01_2010")
    >>> print(*note_interviews_known([read], [Wave("2010", start="2010-01", end="2010-12")], Path(".")))
    P01_2010 is dated 2012-05-03, outside the window of wave 2010 (2010-01 to 2010-12).
    """
    windows = {wave.id: wave for wave in waves}
    notes = list[Remark]()
    for interview in interviews:
        if interview.clues:
            told = {"file": relative_name(interview.file, folder), "clues": interview.clues}
            notes.append(Remark("taken for", values={**told, "interview": interview.id}))
        window = windows.get(interview.wave)
        if interview.date and window and not window.holds(interview.date):
            span = {"start": window.start or "...", "end": window.end or "...", "wave": interview.wave}
            told = {"interview": interview.id, "date": interview.date}
            notes.append(Remark("outside the window", values={**told, **span}))
    return tuple(notes)


def relative_name(file: Path, folder: Path) -> str:
    """Return a path for a message: relative to the study where it lies in it.

    >>> relative_name(Path("study/ronde 1/P01.txt"), Path("study"))
    'ronde 1/P01.txt'
    """
    resolved, home = file.resolve(), folder.resolve()
    return show_name(resolved.relative_to(home) if resolved.is_relative_to(home) else file)
