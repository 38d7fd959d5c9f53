"""What counts in a study: which codings, and whose; decided in one place for every command and notebook."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand import HandCodings, list_coders
from bp_qual.coding.by_hand.placing import MEMO_COLUMNS
from bp_qual.coding.combining import Combined, Count, combine_codings
from bp_qual.display import show_name
from bp_qual.errors import Problem, StudyError
from bp_qual.study.hand_coding import choose_coder, read_codings
from bp_qual.study.study_folder import Study
from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd


ALL = "all"


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """The codings that count in a study, the work of the coders they come from, and what must be known of it."""

    combined: Combined
    hands: tuple[HandCodings, ...] = ()
    notes: tuple[Remark, ...] = ()

    @property
    def with_memos(self) -> Combined:
        """The codings that count, with a column ``memo``: what the coders wrote on the passage.

        >>> combined = combine_codings(codings, None, corpus, codebook, count="machine")
        >>> Counted(combined).with_memos.codings["memo"].tolist()
        ['', '', '']
        """
        table, memos = self.combined.codings, [hand.memo_of for hand in self.hands]
        places = zip(table["interview"], table["start"], table["end"], table["code"], strict=True)
        noted = [" · ".join(own[place] for own in memos if place in own) for place in places]
        return replace(self.combined, codings=table.assign(memo=noted))

    @property
    def memos(self) -> pd.DataFrame:
        """Every memo of the coders whose codings count, on whatever it is: `HandCodings.memos` with who wrote it.

        >>> combined = combine_codings(codings, None, corpus, codebook, count="machine")
        >>> list(Counted(combined).memos)[:3]
        ['coder', 'interview', 'start']
        """
        import pandas as pd

        rows = [[hand.coder, *row] for hand in self.hands for row in hand.memos.itertuples(index=False, name=None)]
        return pd.DataFrame(rows, columns=["coder", *MEMO_COLUMNS])


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
        Whose codings; that of study.yaml if not given, or of the only one who coded. ``all`` counts what all coders
        finished, where they coded it alike; they are never added up.

    Returns
    -------
    Counted
        With notes on decisions that found no hit, codings that lost their place, and codes that are gone.

    Raises
    ------
    StudyError
        Where nobody coded, that coder did not, several did and none is named, or all are to count and they differ.

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
        return Counted(replace(combine_codings(hits, None, corpus, codebook, count=rule), beside=coders))
    if coder == ALL and ALL not in coders:
        return _of_all(
            where, [read_codings(study, coder=name, corpus=corpus) for name in coders], hits, corpus, codebook, rule
        )
    chosen = choose_coder(study.folder, coder, study.coders, count=rule)
    hand = read_codings(study, coder=chosen, corpus=corpus)
    combined = combine_codings(hits, hand, corpus, codebook, count=rule)
    others = tuple(name for name in coders if name != chosen)
    return Counted(replace(combined, beside=others), (hand,), tuple(_notes(combined, hand)))


def _of_all(
    where: str, hands: list[HandCodings], hits: pd.DataFrame, corpus: Corpus, codebook: Codebook, rule: Count
) -> Counted:
    """Return what all coders finished, where what counts is the same for each; refused where it is not."""
    if not hands:
        raise StudyError(Problem(where, "nobody coded", {"count": rule}), Remark("nothing counted"))
    each = [combine_codings(hits, hand, corpus, codebook, count=rule) for hand in hands]
    coded = each[0].coded.assign(coded=np.logical_and.reduce([combined.coded["coded"] for combined in each]))
    done = set(zip(coded.loc[coded["coded"], "interview"], coded.loc[coded["coded"], "code"], strict=True))
    places = [_counted_places(combined.codings, done) for combined in each]
    if apart := places[0].union(*places) - places[0].intersection(*places):
        interview, code, start, end = min(apart)
        values = {"coders": [hand.coder for hand in hands], "n": len(apart), "interview": interview, "code": code,
                  "place": f"{start}-{end}"}  # fmt: skip
        raise StudyError(Problem(where, "coders differ", values), Remark("nothing counted"))
    name = " + ".join(hand.coder for hand in hands)
    codings = each[0].codings
    codings = codings.assign(coder=codings["coder"].where(codings["status"] != "human", name))
    imports = tuple(event for combined in each for event in combined.imports)
    combined = replace(each[0], codings=codings, coded=coded, coder=name, imports=imports)
    notes = tuple(note for one, own in zip(each, hands, strict=True) for note in _notes(one, own))
    return Counted(combined, tuple(hands), notes)


def _counted_places(codings: pd.DataFrame, done: set[tuple[str, str]]) -> set[tuple[str, str, int, int]]:
    kept = codings[codings["status"] != "rejected"]
    rows = zip(kept["interview"], kept["code"], kept["start"], kept["end"], strict=True)
    return {row for row in rows if row[:2] in done}


def _notes(combined: Combined, hand: HandCodings) -> list[Remark]:
    """Say how much of a coder's work cannot be counted; `bp-qual codings` lists it."""
    counted = {
        "codings without a place": len(hand.lost), "decisions without a hit": len(combined.lost),
        "codings without a code": len(combined.foreign),
    }  # fmt: skip
    notes = [Remark(kind, values={"n": n, "coder": hand.coder}) for kind, n in counted.items() if n]
    edited = (
        [Remark("edited since done", values={"coder": hand.coder, "interviews": hand.edited})] if hand.edited else []
    )
    said = {*(mark.interview for mark in hand.state.marks), *hand.codings["interview"], *hand.lost["interview"]}
    silent = [name for name in dict.fromkeys(combined.coded["interview"]) if name not in said]
    asked = hand.state.imports and silent
    values = {"coder": hand.coder, "n": len(silent), "interviews": silent}
    return [*notes, *edited, *([Remark("imported without", values=values)] if asked else [])]
