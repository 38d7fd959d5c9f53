"""What goes out to another program: the codings of a study as a table, whatever made them, with the memos on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bp_qual.codebook import Codebook
from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

GIVEN_COLUMNS = (
    "interview", "person", "wave", "start", "end", "code", "quote", "coder", "memo", "at", "status", "negated",
    "prompted",
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """The codings of a study that go out.

    Attributes
    ----------
    name : str
        The study.
    corpus, codebook : Corpus and Codebook
        What was coded, and with what.
    codings : DataFrame
        The columns of `GIVEN_COLUMNS`, each coding once, without the codes above it. A row without a code is a memo on
        a passage.
    attributes : mapping of str to mapping
        What persons.csv says of each person.
    lost : tuple of Remark
        What no format carries.
    """

    name: str
    corpus: Corpus
    codebook: Codebook
    codings: pd.DataFrame
    attributes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    lost: tuple[Remark, ...] = ()

    def lost_status(self) -> tuple[Remark, ...]:
        """Return what is known of the codings here, and of none in another program, with its number.

        >>> import pandas as pd
        >>> Given("Demo", corpus, codebook, pd.DataFrame([], columns=list(GIVEN_COLUMNS))).lost_status()
        ()
        """
        counts = {
            "lost negation": int(self.codings["negated"].astype(bool).sum()),
            "lost prompts": int(self.codings["prompted"].astype(bool).sum()),
            "lost decisions": int((self.codings["status"] == "accepted").sum()),
        }
        return tuple(Remark(kind, values={"n": n}) for kind, n in counts.items() if n)


def path_of(codebook: Codebook, code: str) -> str:
    """Return a code with those above it, as lists of quotations have it.

    >>> from bp_qual.codebook import Code
    >>> path_of(Codebook("D", "1", "nl", (Code("work"), Code("stress", parent="work"))), "stress")
    'work > stress'
    """
    return " > ".join([*reversed([*codebook.ancestors(code)]), code])
