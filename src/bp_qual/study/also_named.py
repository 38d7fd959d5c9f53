"""Interviews whose files are called after more persons than they are read for."""

from __future__ import annotations

from collections.abc import Collection

from bp_qual.display import show_name
from bp_qual.study.interviews import Interview
from bp_qual.study.named_together import StudyNames
from bp_qual.study.study_folder import Study
from bp_qual.study.written_rows import RowForm, find_row_form
from bp_qual.wording import Remark


def note_also_named(study: Study, otherwise: Collection[Interview] = ()) -> tuple[Remark, ...]:
    """Return a remark for each file whose name speaks of somebody whose it is not taken for, and who lacks that wave.

    ``otherwise`` are interviews that are told of already, as called after another person.

    Examples
    --------
    >>> from pathlib import Path
    >>> listed = Interview(Path("P02_P04_2020.txt"), {"P02": ()}, "2020", "interviews.csv:2")
    >>> other = Interview(Path("P04_2010.txt"), {"P04": ()}, "2010", "the file name")
    >>> print(*note_also_named(Study(Path("."), interviews=(listed, other))))
    P02_P04_2020.txt is read as the interview of P02, but its name speaks of P04, of whom nothing is read in 2020. ...
    """
    names = StudyNames.of(study.interviews)
    told = {interview.file for interview in otherwise}
    own = [interview for interview in study.interviews if interview.file not in told]
    named = [(i, others) for i in own if (others := names.also_named(i.file, i.persons, i.wave))]
    form = find_row_form(study) if named else RowForm(study.folder)
    return tuple(
        Remark(
            "also named",
            values={
                "file": show_name(interview.file.name),
                "persons": list(interview.persons),
                "others": list(others),
                "wave": interview.wave,
                "columns": form.headings,
                "row": form.write(interview.file, others[0], interview.wave),
            },
        )
        for interview, others in named
    )
