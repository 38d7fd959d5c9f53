"""Notes on interviews before they are read: files left out, guesses, and dates outside the window of their wave."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from bp_qual.display import show_name
from bp_qual.study.interviews import Interview, Wave
from bp_qual.study.papers import is_beside_talk, is_paper
from bp_qual.study.proposals import propose_by_name
from bp_qual.study.waves_told import waves_told
from bp_qual.study.written_rows import RowForm
from bp_qual.wording import Remark


def note_interviews_known(
    interviews: Iterable[Interview],
    waves: tuple[Wave, ...],
    silent: Iterable[Path],
    folder: Path,
    form: RowForm | None = None,
) -> tuple[Remark, ...]:
    r"""Return notes on files left out, guesses, dates outside the window of their wave, and waves that look alike.

    Parameters
    ----------
    interviews : iterable of Interview
        All of the study.
    waves : tuple of Wave
        With their windows.
    silent : iterable of Path
        Files of which nothing says whose they are.
    folder : Path
        Of the study; files are named from there on.
    form : RowForm, optional
        How a row of interviews.csv is written.

    Returns
    -------
    tuple of Remark

    Examples
    --------
    >>> files = [Path("notes.txt"), Path("Kees.txt"), Path("Kees (2) 2020.txt")]
    >>> print(*note_interviews_known([], (), files, Path(".")), sep="\n")
    notes.txt is left out: its name is that of a form, a list of questions or the like. ...
    Kees.txt is left out: neither interviews.csv nor its name says person and wave.
    Kees (2) 2020.txt is left out: no row of interviews.csv names it. ...: Kees (2) 2020.txt,Kees,2020
    """
    interviews = tuple(interviews)
    windows = {wave.id: wave for wave in waves}
    form = form or RowForm(folder)
    told_waves = waves_told(waves, interviews)
    notes = [_note_left_out(file, waves, told_waves, folder, form) for file in silent]
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


def _note_left_out(
    file: Path, waves: Collection[Wave], told_waves: Mapping[str, str], folder: Path, form: RowForm
) -> Remark:
    """Return a note on a file of which nothing sure says whose it is, with the row to write if its name has both.

    Forms and the like are named as such.
    """
    name = relative_name(file, folder)
    if is_beside_talk(file.stem) or is_paper(file):
        return Remark("papers left out", values={"file": name})
    said = propose_by_name(file, folder)
    wave = told_waves.get(said.wave, said.wave)
    if not said.person or not wave or (waves and wave not in {one.id for one in waves}):
        return Remark("left out", values={"file": name})
    row = {"columns": form.headings, "row": form.write(file, said.person, wave)}
    return Remark("left out with a name", values={"file": name, **row})


def relative_name(file: Path, folder: Path) -> str:
    """Return a path for a message: relative to the study where it lies in it.

    >>> relative_name(Path("study/ronde 1/P01.txt"), Path("study"))
    'ronde 1/P01.txt'
    """
    resolved, home = file.resolve(), folder.resolve()
    return show_name(resolved.relative_to(home) if resolved.is_relative_to(home) else file)
