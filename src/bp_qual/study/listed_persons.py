"""Persons as persons.csv spells them: of `Karel_Bos_2010.docx` it may be *Karel_Bos* there, or *Karel Bos*."""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bp_qual.errors import BpQualError
from bp_qual.files.as_written import composed
from bp_qual.files.csv_tables import read_csv_table
from bp_qual.study.proposal import Proposal


def spell_as_listed(proposals: Sequence[Proposal], folder: Path) -> list[Proposal]:
    r"""Return the proposals, each person by the name in persons.csv, where that differs by capitals or a `_` only.

    Parameters
    ----------
    proposals : sequence of Proposal
        Those of all interviews.
    folder : Path
        Of the study, which may have a persons.csv.

    Returns
    -------
    list of Proposal
        In the same order.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = (Path(folder) / "persons.csv").write_text("person,sex\nKarel_Bos,m\n")
    ...     [spell_as_listed([Proposal(Path("a"), name)], Path(folder))[0].person for name in ("Karel Bos", "K. Bos")]
    ['Karel_Bos', 'K. Bos']
    """
    listed: defaultdict[str, set[str]] = defaultdict(set)
    for name in _listed(folder / "persons.csv"):
        listed[_plain(name)].add(name)
    only = {plain: names.pop() for plain, names in listed.items() if len(names) == 1}
    return [
        replace(proposal, person="+".join(only.get(_plain(name), name) for name in proposal.person.split("+")))
        for proposal in proposals
    ]


def _listed(path: Path) -> list[str]:
    """Return who is in a list; nobody where it is not there, or cannot be read, which `check` tells."""
    if path.is_file():
        with contextlib.suppress(BpQualError):
            return [row["person"] for _, row in read_csv_table(path, needed=("person",), warns=False).rows]
    return []


def _plain(name: str) -> str:
    return composed(" ".join(name.replace("_", " ").split()).casefold())
