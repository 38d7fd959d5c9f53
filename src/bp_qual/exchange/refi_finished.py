"""What coders finished, in a REFI-QDA project: a variable of each source for each coder, with the codes it is about.

Other programs show it as any variable of a document. A code is named with the beginning of its id, so that it is known
under another name too, and a new code with its old name is not taken for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bp_qual.exchange.drafts import Draft
from bp_qual.exchange.received import FinishedPart, ReceivedText
from bp_qual.exchange.refi_project import RefiProject, values_of
from bp_qual.lazy_patterns import lazy_pattern

FINISHED = "finished: "  # the name of such a variable, before that of the coder
_NAMED = lazy_pattern(r"(?P<name>.*?)(?: \[(?P<id>[0-9A-F]{8})\])?")


def finished_line(name: str, guid: str) -> str:
    """Return a code as such a variable names it.

    >>> finished_line("Paid work", "3f2a91c0-0000-5000-8000-000000000000")
    'Paid work [3F2A91C0]'
    """
    return f"{_plain(name)} [{guid[:8].upper()}]"


class FinishedReader:
    """Reads from the sources of a project what coders finished in them.

    Parameters
    ----------
    project : RefiProject
        The project.
    drafts : sequence of Draft
        Its codes.
    """

    def __init__(self, project: RefiProject, drafts: Sequence[Draft]) -> None:
        names = project.variables
        self._coders = {key: name.removeprefix(FINISHED) for key, name in names.items() if name.startswith(FINISHED)}
        self._numbers = {_plain(draft.name): number for number, draft in enumerate(drafts)}
        self._ids = {draft.guid[:8].upper(): number for number, draft in enumerate(drafts) if draft.guid}
        values = (said for source in project.all("TextSource") for _, said in values_of(source, self._coders))
        lines = (_NAMED.fullmatch(_plain(line)) for said in values for line in said.splitlines())
        self._has_ids = any(line["id"] in self._ids for line in lines if line)  # no program gave them new ones

    def read(self, source: Any, text: ReceivedText) -> Iterator[FinishedPart]:
        """Yield what a source says that coders finished in its text; names that are of no code are left out.

        Where all are, as of a code that was deleted elsewhere, nothing is finished there.
        """
        for coder, said in values_of(source, self._coders):
            codes = tuple(number for line in said.splitlines() if (number := self._number(_plain(line))) >= 0)
            if said.strip():
                yield FinishedPart(text.name, text.person, text.wave, coder, codes)

    def _number(self, line: str) -> int:
        """Return which code a line is about, by its id where the project has kept ids, else by its name."""
        named = _NAMED.fullmatch(line)
        if self._has_ids and named and named["id"]:
            return self._ids.get(named["id"], -1)
        return self._numbers.get(line, self._numbers.get(named["name"], -1) if named else -1)


def _plain(name: str) -> str:
    return " ".join(name.split())
