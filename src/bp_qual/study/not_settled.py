"""Why what was decided in a list settles nothing: the codebook, the interviews or the coders went on since."""

from __future__ import annotations

from bp_qual.codebook import Codebook
from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark


class NotSettled:
    """Decisions that settle nothing, by the reason for which they do not.

    >>> found = NotSettled(corpus, codebook)
    >>> found.add("P01_2010", 0, 41, "moneys", is_passage=True)
    >>> [remark.kind for remark in found.remarks]
    ['settled unknown code']
    """

    def __init__(self, corpus: Corpus, codebook: Codebook) -> None:
        self._interviews = {talk.interview for talk in corpus.transcripts}
        self._codebook = codebook
        self._places: dict[tuple[str, str], list[str]] = {}  # by the kind of the reason and what it is about

    def add(self, interview: str, start: int, end: int, code: str, *, is_passage: bool) -> None:
        """Keep a decision that settles nothing.

        Parameters
        ----------
        interview, start, end, code : str and int
            What it is about, under the names that there are now.
        is_passage : bool
            Whether coders who can be compared judged that passage.
        """
        kind, about = self._reason(interview, code, is_passage=is_passage)
        self._places.setdefault((kind, about), []).append(f"{code}, {interview} {start}-{end}")

    def _reason(self, interview: str, code: str, *, is_passage: bool) -> tuple[str, str]:
        book = self._codebook
        if code not in book.ids and len(book.split.get(code, ())) > 1:
            return "settled split", code
        if code not in book.ids:
            return "settled merged" if code in book.successors else "settled unknown code", code
        if interview not in self._interviews:
            return "settled no interview", interview
        return ("settled no disagreement" if is_passage else "settled no passage"), ""

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What must be said about them."""
        book = self._codebook
        return tuple(
            Remark(
                kind,
                values={
                    "places": places, "interview": about, "code": about, "new": book.successors.get(about, ""),
                    "codes": list(book.split.get(about, ())),
                },
            )
            for (kind, about), places in self._places.items()
        )  # fmt: skip
