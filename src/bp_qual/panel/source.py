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
        if self.combined is not None:
            return self.combined.count == "machine"
        return set(self.codings["status"].unique()) <= {"auto"}
