"""Labels of speakers that would be given to somebody else: the id of another person, or one that nobody has."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bp_qual.pseudonyms.decided_names import DecidedName
from bp_qual.study import Study
from bp_qual.wording import Remark


def find_given_labels(study: Study, names: Iterable[DecidedName]) -> tuple[Remark, ...]:
    """Return what is said of each label that becomes an id, and not that of the one person whose label it is.

    A label of two persons is told too, unless 'only in' tells them apart: their talk would be one person's.

    >>> from pathlib import Path
    >>> from bp_qual.study.interviews import Interview
    >>> talk = Interview(Path("a.txt"), {"P01": ("Jan",)}, "2010", "", id="P01_2010")
    >>> study = Study(Path("."), interviews=(talk,))
    >>> [remark.kind for remark in find_given_labels(study, [DecidedName("Jan", "P09")])]
    ['label of another']
    """
    given = {name.spelling: name.pseudonym for name in names if not name.only_in}
    owners: dict[str, dict[str, None]] = {}
    for interview in study.interviews:
        for person, labels in interview.persons.items():
            for label in labels:
                owners.setdefault(label, {})[given.get(person, person)] = None
    shapes = {_shape(person) for persons in owners.values() for person in persons}
    wrong = {
        label: persons
        for label, persons in owners.items()
        if _shape(given.get(label, "")) in shapes and list(persons) != [given[label]]
    }
    return tuple(
        Remark("label of another", values={"name": label, "persons": list(persons), "new": given[label]})
        for label, persons in wrong.items()
    )


def _shape(person: str) -> str:
    """Return what an id looks like: P01 as P27 does."""
    return re.sub(r"\d+", "0", person)
