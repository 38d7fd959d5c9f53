"""What counts in a study: which codings, and whose; decided in one place for every command and notebook."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand import HandCodings, list_coders
from bp_qual.coding.combining import Combined, Count, combine_codings
from bp_qual.display import show_name
from bp_qual.errors import Problem, StudyError
from bp_qual.study.hand_coding import read_codings
from bp_qual.study.study_folder import Study
from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark
from bp_qual.wording.guesses import did_you_mean

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """The codings that count in a study, the coder's work they come from, and what must be known of it.

    >>> Counted.__slots__
    ('combined', 'hand', 'notes')
    """

    combined: Combined
    hand: HandCodings | None
    notes: tuple[Remark, ...] = ()

    @property
    def with_memos(self) -> Combined:
        """The codings that count, with a column ``memo``: what the coder wrote on the passage.

        >>> combined = combine_codings(codings, None, corpus, codebook, count="machine")
        >>> Counted(combined, None).with_memos.codings["memo"].tolist()
        ['', '', '']
        """
        table, memos = self.combined.codings, self.hand.memo_of if self.hand else {}
        places = zip(table["interview"], table["start"], table["end"], table["code"], strict=True)
        return replace(self.combined, codings=table.assign(memo=[memos.get(place, "") for place in places]))


def what_counts(
    study: Study, hits: pd.DataFrame, corpus: Corpus, codebook: Codebook, *, count: Count | None = None, coder: str = ""
) -> Counted:
    """Return the codings that count in a study: as asked, else as study.yaml says, else the codebook's hits.

    Parameters
    ----------
    study : Study
        Whose folder holds what coders did.
    hits : DataFrame
        From `apply_codebook`.
    corpus, codebook : Corpus and Codebook
        What was coded, and with what.
    count : {"machine", "reviewed", "human"}, optional
        The rule; that of study.yaml if not given.
    coder : str
        Whose codings; that of study.yaml if not given, or of the only one who coded.

    Returns
    -------
    Counted
        With notes on decisions that found no hit, codings that lost their place, and codes that are gone.

    Raises
    ------
    StudyError
        Where nobody coded, that coder did not, or several did and none is named.

    Examples
    --------
    >>> from pathlib import Path
    >>> what_counts(Study(Path("no/such/folder")), codings, corpus, codebook).combined.count
    'machine'
    """
    rule, coders = count or study.count or "machine", list_coders(study.folder)
    where = show_name(study.folder)
    if rule == "machine":
        if coder:
            raise StudyError(Problem(where, "coder without rule"), Remark("nothing counted"))
        return Counted(replace(combine_codings(hits, None, corpus, codebook, count=rule), beside=coders), None)
    chosen = _choose(where, coder, study.coders, coders, rule)
    hand = read_codings(study, coder=chosen, corpus=corpus)
    combined = combine_codings(hits, hand, corpus, codebook, count=rule)
    others = tuple(name for name in coders if name != chosen)
    return Counted(replace(combined, beside=others), hand, tuple(_notes(combined, hand)))


def _choose(where: str, asked: str, named: tuple[str, ...], coders: tuple[str, ...], rule: str) -> str:
    if not coders:
        raise StudyError(Problem(where, "nobody coded", {"count": rule}), Remark("nothing counted"))
    wanted = (asked,) if asked else named or coders
    if len(wanted) > 1:
        raise StudyError(Problem(where, "several coders", {"coders": list(wanted)}), Remark("nothing counted"))
    if wanted[0] not in coders:
        values = {"coder": wanted[0], "guess": did_you_mean(wanted[0], coders, "there are")}
        raise StudyError(Problem(where, "not a coder here", values), Remark("nothing counted"))
    return str(wanted[0])


def _notes(combined: Combined, hand: HandCodings) -> list[Remark]:
    """Say how much of a coder's work cannot be counted; `bp-qual codings` lists it."""
    counted = {
        "codings without a place": len(hand.lost), "decisions without a hit": len(combined.lost),
        "codings without a code": len(combined.foreign),
    }  # fmt: skip
    return [Remark(kind, values={"n": n, "coder": hand.coder}) for kind, n in counted.items() if n]
