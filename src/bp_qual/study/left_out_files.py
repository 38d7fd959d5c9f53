"""Files that are left out as no row of interviews.csv names them: whose they seem to be, as `init` would propose it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from bp_qual.study.alike_ids import LookAlikes, are_different
from bp_qual.study.interview_files import MOST_SILENT, without_papers
from bp_qual.study.notes_on_interviews import relative_name
from bp_qual.study.papers import is_beside_talk, is_paper
from bp_qual.study.proposals import propose_by_name, propose_interviews
from bp_qual.study.proposed_files import propose_persons
from bp_qual.study.study_folder import Study
from bp_qual.study.waves_told import waves_told
from bp_qual.study.written_rows import RowForm
from bp_qual.wording import Remark

_Whose = tuple[tuple[str, str], ...]


def note_left_out(
    silent: Sequence[Path], study: Study, form: RowForm | None = None, *, is_new: bool = False, is_here: bool = True
) -> tuple[Remark, ...]:
    r"""Return a note on each file of which nothing sure says whose it is, with the row to write if its name has both.

    Forms and the like are named as such. Who can be somebody of the study under another name is told so.

    Parameters
    ----------
    silent : sequence of Path
        Those files.
    study : Study
        With its interviews, and the waves that are known.
    form : RowForm, optional
        How a row of interviews.csv is written.
    is_new : bool
        Whether the folder has neither study.yaml nor interviews.csv, so that `init` would write them.
    is_here : bool
        Whether the files can be looked into.

    Returns
    -------
    tuple of Remark

    Examples
    --------
    >>> files = [Path("notes.txt"), Path("Kees.txt"), Path("Kees (2) 2020.txt")]
    >>> print(*note_left_out(files, Study(Path(".")), is_here=False), sep="\n")
    notes.txt is left out: its name is that of a form, a list of questions or the like. ...
    Kees.txt is left out: neither interviews.csv nor its name says person and wave.
    Kees (2) 2020.txt is left out: no row of interviews.csv names it. ...: Kees (2) 2020.txt,Kees,2020
    """
    form = form or RowForm(study.folder)
    papers = {file for file in silent if is_beside_talk(file.stem) or is_paper(file)}
    whose = _find_whose([file for file in silent if file not in papers], study, is_new=is_new, is_here=is_here)
    alike = LookAlikes(person for interview in study.interviews for person in interview.persons)
    notes = []
    for file in silent:
        name = relative_name(file, study.folder)
        if file in papers or not whose.get(file):
            notes.append(Remark("papers left out" if file in papers else "left out", values={"file": name}))
            continue
        rows = [form.write(file, person, wave) for person, wave in whose[file]]
        values = {"file": name, "columns": form.headings, "rows": rows}
        persons = {person: _others(alike.of(person), person, study) for person, _ in whose[file]}
        if others := {person: own for person, own in persons.items() if own}:
            one = next(iter(others))
            notes.append(Remark("left out perhaps", values={**values, "person": one, "others": others[one]}))
        else:
            notes.append(Remark("left out with a name", values=values))
    return tuple(notes)


def _others(alike: Iterable[str], person: str, study: Study) -> list[str]:
    """Return who of the study a person can be, but for those that study.yaml says are others."""
    return [other for other in alike if not are_different((person, other), study.different)]


def _find_whose(files: Sequence[Path], study: Study, *, is_new: bool, is_here: bool) -> Mapping[Path, _Whose]:
    """Return the persons and the wave of each file, where both are told: by all names together, as `init` takes them.

    Where there are waves, another is none of the study, and says nothing.
    """
    home = study.transcripts or study.folder
    by_name = {file: propose_by_name(file, study.folder) for file in files}
    told = waves_told(study.waves, study.interviews)
    named = {file: told.get(said.wave, said.wave) for file, said in by_name.items() if said.person}
    found: dict[Path, _Whose] = {}
    for file, wave in named.items():
        found[file] = tuple((one, wave) for one in by_name[file].person.split("+"))
    listed = [interview.file for interview in study.interviews]
    if is_here and any(named.values()) and len(files) + len(listed) <= MOST_SILENT:
        every = list(dict.fromkeys((*files, *listed)))
        if is_new:
            return _complete(propose_persons(home, without_papers(every)[0]), files)
        for said in propose_interviews(every, folder=home, encoding=study.encoding, only=set(files)):
            if said.person and said.file in found:
                found[said.file] = tuple((one, named[said.file]) for one in said.person.split("+"))
    ids = {wave.id for wave in study.waves}
    return {file: own for file, own in _complete(found, files).items() if not ids or own[0][1] in ids}


def _complete(found: Mapping[Path, _Whose], files: Collection[Path]) -> dict[Path, _Whose]:
    return {file: own for file in files if (own := found.get(file, ())) and all(map(all, own))}
