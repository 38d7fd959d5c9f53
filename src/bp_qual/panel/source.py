"""What the counts of a panel come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bp_qual.codebook import Codebook
from bp_qual.coding.combining import Combined
from bp_qual.coding.review import Reviewed, summarise_review
from bp_qual.panel.segments import Segments
from bp_qual.transcripts import Corpus

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """What the counts of a panel come from: the interviews, what was coded in them, and with which codebook.

    Neither rejected codings nor those of interviews that nobody finished are among ``codings``; ``segments`` are the
    respondents' talk in sentences, with every coding. ``combined`` says which codings count where a person coded too.
    """

    corpus: Corpus
    codings: pd.DataFrame
    codebook: Codebook
    segments: Segments
    combined: Combined | None = None

    @property
    def reviewed(self) -> Reviewed | None:
        """What the coder did whose codings count; None where only the codebook's hits do, or nobody can tell."""
        return None if self.combined is None else summarise_review(self.combined, self.corpus, self.codebook)

    @property
    def automatic(self) -> bool:
        """Whether the codebook made every coding, so that nobody is known to have looked at them."""
        return is_automatic(self.combined, self.codings)


def is_automatic(combined: Combined | None, codings: pd.DataFrame) -> bool:
    """Return whether the codebook made every coding.

    >>> is_automatic(None, codings), is_automatic(None, codings.assign(status="human"))
    (True, False)
    """
    return set(codings["status"].unique()) <= {"auto"} if combined is None else combined.count == "machine"


def unsought_codes(combined: Combined | None, codings: pd.DataFrame, codebook: Codebook) -> tuple[str, ...]:
    """Return the codes that nobody looked for: without a term, where the codebook alone coded, and without a coding.

    Parameters
    ----------
    combined : Combined or None
        What counts of a person's codings and the codebook's; None where codings came as a table.
    codings : DataFrame
        What counts.
    codebook : Codebook
        What was coded with.

    Returns
    -------
    tuple of str
        In the order of the codebook.

    Examples
    --------
    >>> from bp_qual.codebook import Code, Codebook
    >>> book = Codebook("Demo", "1", "en", (Code("money"), Code("trust")))
    >>> unsought_codes(None, codings, book), unsought_codes(None, codings.assign(status="human"), book)
    (('trust',), ())
    """
    if not is_automatic(combined, codings):
        return ()
    known = codebook.sought | set(codings["code"])
    return tuple(code for code in codebook.ids if code not in known)
