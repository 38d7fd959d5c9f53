"""What goes out to another program: the codings of a study as a table, whatever made them, with the memos on them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bp_qual.codebook import Codebook
from bp_qual.transcripts import Corpus, Transcript
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

GIVEN_COLUMNS = (
    "interview", "person", "wave", "start", "end", "code", "quote", "coder", "memo", "at", "status", "negated",
    "prompted",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class GivenMemo:
    """A memo on no passage: on an interview, a person, a code, on several of these, or on the study.

    >>> GivenMemo("Begin here.", "anna").about
    ()
    """

    note: str
    coder: str
    at: str = ""
    interview: str = ""
    person: str = ""
    code: str = ""

    @property
    def about(self) -> tuple[str, ...]:
        """What it is on, by name; nothing of one on the study."""
        return tuple(filter(None, (self.interview, self.person, self.code)))


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
    finished : mapping of (str, str) to tuple of str
        The codes that a coder finished in an interview, by coder and interview. Of one who finished none anywhere the
        interviews with codings are there without a code, so that nobody takes these for finished.
    memos : tuple of GivenMemo
        The memos on no passage.
    memos_on_nothing : int
        How many memos are on what no file of these has, such as a code that the codebook lacks.
    """

    name: str
    corpus: Corpus
    codebook: Codebook
    codings: pd.DataFrame
    attributes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    lost: tuple[Remark, ...] = ()
    finished: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    memos: tuple[GivenMemo, ...] = ()
    memos_on_nothing: int = 0

    def lost_memos(self, *, carried: bool = False) -> tuple[Remark, ...]:
        """Return how many memos stay behind in a format, which has a place for those on no passage or has none.

        >>> import pandas as pd
        >>> given = Given("Demo", corpus, codebook, pd.DataFrame([]), memos=(GivenMemo("Begin here.", "anna"),))
        >>> [str(lost) for lost in given.lost_memos()], given.lost_memos(carried=True)
        (['memos on interviews, persons, codes or nothing: 1'], ())
        """
        n = self.memos_on_nothing + (0 if carried else len(self.memos))
        return (Remark("lost memos", values={"n": n}),) if n else ()

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

    def lost_speakers(self, carried: Collection[str] = ()) -> tuple[Remark, ...]:
        """Return in which interviews who said what is known here, and stands nowhere in the text that goes out.

        ``carried`` are those of which it goes out otherwise.

        >>> import pandas as pd
        >>> Given("Demo", corpus, codebook, pd.DataFrame([])).lost_speakers()
        ()
        """
        unnamed = [one.interview for one in self.corpus.transcripts if not names_speakers(one)]
        unnamed = [name for name in unnamed if name not in carried]
        return (Remark("lost speakers", values={"n": len(unnamed), "interviews": unnamed}),) if unnamed else ()

    def lost_codes(self) -> tuple[Remark, ...]:
        """Return which codes a format leaves out that has only codings, by their ids, with its number.

        >>> import pandas as pd
        >>> [str(lost) for lost in Given("Demo", corpus, codebook, pd.DataFrame({"code": []})).lost_codes()]
        ['codes without codings, and none below them: 2', 'labels of codes: 2']
        """
        coded = set(self.codings["code"]).union(*self.finished.values())
        seen = coded | {above for code in coded - {""} for above in self.codebook.ancestors(code)}
        codes = self.codebook.codes
        counts = {
            "lost codes": sum(code.id not in seen for code in codes),
            "lost labels": sum(any(text != code.id for text in code.label.values()) for code in codes),
        }
        return tuple(Remark(kind, values={"n": n}) for kind, n in counts.items() if n)


def names_speakers(transcript: Transcript) -> bool:
    """Return whether the text beside the turns says who speaks, where several do.

    >>> names_speakers(corpus.transcripts[0])
    True
    """
    starts = [0, *(turn.end for turn in transcript.turns)]
    beside = "".join(transcript.text[end : turn.start] for end, turn in zip(starts, transcript.turns, strict=False))
    speakers = {turn.speaker for turn in transcript.turns}
    return len(speakers) < 2 or any(speaker and speaker in beside for speaker in speakers)


def path_of(codebook: Codebook, code: str) -> str:
    """Return a code with those above it, as lists of quotations have it.

    >>> from bp_qual.codebook import Code
    >>> path_of(Codebook("D", "1", "nl", (Code("work"), Code("stress", parent="work"))), "stress")
    'work > stress'
    """
    return " > ".join([*reversed([*codebook.ancestors(code)]), code])
