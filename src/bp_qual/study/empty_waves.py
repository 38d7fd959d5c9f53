"""Waves of a study in which nobody was interviewed: they are no rounds of a comparison."""

from __future__ import annotations

from collections.abc import Iterator

from bp_qual.study.study_folder import Study
from bp_qual.wording import Remark


def note_empty_waves(study: Study) -> Iterator[Remark]:
    """Yield one note that names the waves without an interview, read or not; none where there is no interview at all.

    >>> from pathlib import Path
    >>> list(note_empty_waves(Study(Path("."))))
    []
    """
    held = {interview.wave for interview in study.interviews} | {unread.wave for unread in study.unread}
    empty = [wave.id for wave in study.waves if wave.id not in held]
    if held and empty:
        yield Remark("empty waves", values={"waves": empty})
