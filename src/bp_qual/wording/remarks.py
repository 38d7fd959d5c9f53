"""Remarks: what a reader must know beside a number, as small values that can be said in English and in Dutch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bp_qual.display import visible
from bp_qual.wording.codebook_remarks import VERSIONS, WARNINGS
from bp_qual.wording.codebook_texts import LOST
from bp_qual.wording.explain_texts import WHYS
from bp_qual.wording.hand_texts import HAND_NOTES
from bp_qual.wording.next_step_texts import NEXT_STEPS
from bp_qual.wording.notice_texts import CASES
from bp_qual.wording.person_texts import PERSON_NOTES
from bp_qual.wording.problem_texts import PROBLEM_PARTS
from bp_qual.wording.reading_texts import READING_NOTES
from bp_qual.wording.remark_texts import REMARKS
from bp_qual.wording.settled_texts import SETTLED_NOTES
from bp_qual.wording.study_texts import STUDY_NOTES
from bp_qual.wording.suggested_texts import SUGGESTED_NOTES
from bp_qual.wording.validation_texts import SHEET_NOTES
from bp_qual.wording.voice import Wording

if TYPE_CHECKING:
    import pandas as pd

_KINDS = (
    REMARKS | READING_NOTES | STUDY_NOTES | PERSON_NOTES | HAND_NOTES | SUGGESTED_NOTES | NEXT_STEPS | WHYS | CASES
    | LOST | VERSIONS | WARNINGS | PROBLEM_PARTS | SHEET_NOTES | SETTLED_NOTES
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark: its kind, the code or person it is beside (empty: the whole), and what it fills in.

    The kinds and their sentences are in `remark_texts`, `reading_texts`, `study_texts`, `explain_texts` and
    `problem_texts`; a kind that is not there is refused when it is made.

    >>> remark = Remark("too few changed", "opvolging", {"changed": 3, "needed": 6})
    >>> print(remark)
    too few for a test (3 changed; 6 needed)
    >>> remark.say("nl")
    'te weinig voor een toets (3 veranderd; 6 nodig)'
    """

    kind: str
    code: str = ""
    values: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.kind not in _KINDS:
            raise ValueError(f"there is no remark {self.kind!r}")

    def __str__(self) -> str:
        return self.say("en")

    def say(self, language: str) -> str:
        """Return the remark in English (`en`) or Dutch (`nl`), with nothing hidden in what it quotes.

        >>> Remark("one person").say("nl")
        'één persoon: geen interval'
        """
        return visible(Wording(language).fill(_KINDS[self.kind], **self.values)).rstrip()  # a guess may have no words


def remark_of(error: Exception) -> Remark:
    """Return what an error says, in both languages where it was made from a remark.

    >>> remark_of(ValueError(Remark("one person"))).say("nl"), remark_of(ValueError("no")).say("nl")
    ('één persoon: geen interval', 'no')
    """
    said = error.args[0] if error.args else ""
    return said if isinstance(said, Remark) else Remark("as written", values={"text": str(error)})


def say_all(remarks: Iterable[Remark], language: str) -> str:
    """Return remarks on one line, as a table's column of notes has them.

    >>> say_all([Remark("one person"), Remark("not mentioned")], "en")
    'one person: no interval · not found in these persons'
    """
    return " · ".join(remark.say(language) for remark in remarks)


def with_notes(table: pd.DataFrame, language: str) -> pd.DataFrame:
    """Return a table whose column ``note`` says its remarks in a language.

    >>> import pandas as pd
    >>> with_notes(pd.DataFrame({"note": [(Remark("one person"),), ()]}), "nl")["note"].tolist()
    ['één persoon: geen interval', '']
    """
    return table.assign(note=[say_all(remarks, language) for remarks in table["note"]]) if "note" in table else table
