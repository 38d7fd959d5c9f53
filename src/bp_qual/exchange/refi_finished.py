"""What coders finished, in a REFI-QDA project: a variable of each source for each coder, with the codes it is about.

Other programs show it as any variable of a document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bp_qual.exchange.drafts import Draft
from bp_qual.exchange.received import FinishedPart, ReceivedText
from bp_qual.exchange.refi_project import RefiProject, values_of

FINISHED = "finished: "  # the name of such a variable, before that of the coder


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

    def read(self, source: Any, text: ReceivedText) -> Iterator[FinishedPart]:
        """Yield what a source says that coders finished in its text; names that are of no code are left out.

        Where all are, as of a code that was renamed or deleted elsewhere, nothing is finished there.
        """
        for coder, said in values_of(source, self._coders):
            codes = tuple(self._numbers[name] for name in map(_plain, said.splitlines()) if name in self._numbers)
            if said.strip():
                yield FinishedPart(text.name, text.person, text.wave, coder, codes)


def _plain(name: str) -> str:
    return " ".join(name.split())
