"""What counts of an interview that several coders finished: what they agree on, passage by passage."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from bp_qual.codebook import Codebook
from bp_qual.coding.agreed_work import work_of
from bp_qual.coding.agreeing import AGREED, AgreedOn, JointCoding, agree_on, find_joint, places_in
from bp_qual.coding.by_hand import Event, HandCodings
from bp_qual.coding.combining import AND, Combined, combine_rows, places_of
from bp_qual.coding.counting import Count
from bp_qual.coding.judgements import coded_passages
from bp_qual.display import one_line, shown
from bp_qual.errors import Problem, StudyError
from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

Cell = tuple[str, str]  # an interview and a code
_DIFFER = {"all": "coders differ all", "any": "coders differ any"}  # what is refused, by how they count together


@dataclass(frozen=True, slots=True, eq=False)
class AgreedCodings:
    """The codings that several coders agree on, in the interviews and for the codes that they all finished.

    Attributes
    ----------
    cells : collection of tuple of str
        The interviews and codes.
    codings : DataFrame
        What counts there, with the names of those who marked it.
    stretches : tuple of JointCoding
        Where the codings by hand among them come from.
    settled : int
        On how many passages and codes they differed, and settled it.
    out : mapping of str to set of str
        For each coder the codings and decisions that do not count: not all marked it, or it was settled otherwise.

    Examples
    --------
    >>> count_agreed(codings, (), None, corpus, codebook, count="human", cells=(), together="all").settled
    0
    """

    cells: Collection[Cell]
    codings: pd.DataFrame
    stretches: tuple[JointCoding, ...] = ()
    settled: int = 0
    out: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def find_events(self, each: Sequence[Combined], codebook: Codebook) -> dict[tuple[str, object], Event]:
        """Return for each coding here and each coder who made one in it that event, which says what its code meant.

        Parameters
        ----------
        each : sequence of Combined
            Of each coder.
        codebook : Codebook
            As it is now.

        Returns
        -------
        dict
            As `Combined.made_with`.
        """
        found: dict[tuple[str, object], Event] = {}
        for own in self.stretches:
            place = (own.interview, own.code, own.start, own.end)
            for coder, marks in own.marks.items():
                made, name = each[coder].made_with, each[coder].coder
                keys = ((name, (own.interview, code, *mark)) for code in _below(own.code, codebook) for mark in marks)
                event = next((made[key] for key in keys if key in made), None)
                if event is not None:
                    found[name, place] = event
        return found


def count_agreed(
    auto: pd.DataFrame, coders: Sequence[HandCodings], agreed: HandCodings | None, corpus: Corpus, codebook: Codebook,
    *, count: Count, cells: Collection[Cell], together: str,
) -> AgreedCodings:  # fmt: skip
    """Return what coders agree on in interviews that several of them finished.

    Parameters
    ----------
    auto : DataFrame
        The codebook's hits.
    coders : sequence of HandCodings
        Two or more.
    agreed : HandCodings or None
        What they settled.
    corpus, codebook : Corpus and Codebook
        As they are now.
    count : {"reviewed", "human"}
        As in `combine_codings`.
    cells : collection of tuple of str
        The interviews and codes that several finished.
    together : {"all", "any"}
        How they count; for what is said where they differ.

    Returns
    -------
    AgreedCodings

    Raises
    ------
    StudyError
        Where they differ on passages that they did not settle.
    """
    if not cells:
        return AgreedCodings((), auto.iloc[:0])
    agreement = agree_on(coders, agreed, corpus, codebook)
    names = agreement.judged.passages["interview"].tolist()
    within = np.array([[(name, code) in cells for name in names] for code in agreement.judged.codes], dtype=bool)
    if (agreement.open & within).any():
        raise _open(agreement, agreement.open & within, coders, codebook, corpus, _DIFFER[together])
    stretches = find_joint(agreement, coders, codebook)
    work = work_of(agreement, stretches, coders, auto, corpus, codebook)
    codings = combine_rows(auto, work.codings, work.decisions, corpus, codebook, count=count).codings
    marked = codings["status"] == "human"
    label = _labels(stretches, [hand.coder for hand in coders], codebook)
    who = [label.get(place, name) for place, name in zip(places_of(codings), codings["coder"], strict=True)]
    return AgreedCodings(
        cells,
        codings.assign(coder=codings["coder"].where(~marked, who)),
        stretches,
        int((agreement.differ & within).sum()),
        {hand.coder: frozenset(_not_counted(hand, stretches, work, cells, codebook)) for hand in coders},
    )


def refuse(coders: Sequence[str], kind: str, first: Mapping[str, object], *, n: int, interviews: int = 1) -> StudyError:
    """Return the error that coders differ, with the first difference as one finds it: its turn and its words.

    Parameters
    ----------
    coders : sequence of str
        Who differ.
    kind : str
        The problem.
    first : mapping
        interview, code, turn and quote of the first difference.
    n, interviews : int
        How many there are, and in how many interviews.

    Returns
    -------
    StudyError

    Examples
    --------
    >>> first = {"interview": "P01_2010", "code": "money", "turn": 3, "quote": "no money"}
    >>> print(refuse(["anna", "bea"], "decisions differ", first, n=1))
    codings  of anna and bea one accepted what another rejected (1), first in P01_2010, turn 4: money on 'no money'...
    Nothing was counted.
    """
    values = {
        "coders": list(coders), "names": ",".join(coders), "n": n, "interviews": interviews, "code": first["code"],
        "turn": int(str(first["turn"])) + 1, "quote": shown(one_line(str(first["quote"])), 40),
        "interview": first["interview"],
    }  # fmt: skip
    return StudyError(Problem("codings", kind, values), Remark("nothing counted"))


def _open(
    agreement: AgreedOn, differ: np.ndarray, coders: Sequence[HandCodings], codebook: Codebook, corpus: Corpus,
    kind: str,
) -> StudyError:  # fmt: skip
    """Return the error where coders differ on passages; the first is the first of those to be settled."""
    code, row = (int(at[0]) for at in np.nonzero(differ))
    name, (interview, start, end) = agreement.judged.codes[code], places_in(agreement.judged.passages)[row]
    marks = [
        (first, last)
        for hand in coders
        for where, first, last, own in coded_passages(hand, codebook)[["interview", "start", "end", "code"]].values
        if (where, own) == (interview, name) and first < end and start < last
    ]
    text = next(talk.text for talk in corpus.transcripts if talk.interview == interview)
    first, last = min(marks)
    turn = agreement.judged.passages["turn"].iloc[row]
    said = {"interview": interview, "code": name, "turn": turn, "quote": text[first:last]}
    where = {places_in(agreement.judged.passages)[at][0] for at in np.nonzero(differ)[1].tolist()}
    return refuse([hand.coder for hand in coders], kind, said, n=int(differ.sum()), interviews=len(where))


def _labels(
    stretches: Sequence[JointCoding], names: Sequence[str], codebook: Codebook
) -> dict[tuple[str, str, int, int], str]:
    """Return who made each coding, for its code and those above it; `agreed` too where they differed."""
    label: dict[tuple[str, str, int, int], str] = {}
    for own in stretches:
        who = AND.join([*(names[coder] for coder in own.marks), *([AGREED] if own.settled or not own.marks else [])])
        for code in (own.code, *codebook.ancestors(own.code)):
            label.setdefault((own.interview, code, own.start, own.end), who)
    return label


def _not_counted(
    hand: HandCodings, stretches: Sequence[JointCoding], work: HandCodings, cells: Collection[Cell], codebook: Codebook
) -> Iterator[str]:
    """Yield the codings and decisions of a coder, by id, that nothing of what they agree on holds."""
    kept: dict[str, list[JointCoding]] = {}
    for own in stretches:
        kept.setdefault(own.interview, []).append(own)
    columns = ["interview", "code", "start", "end", "id"]
    for interview, code, start, end, name in hand.codings[columns].itertuples(index=False, name=None):
        if (interview, code) not in cells:
            continue
        near = {*_below(code, codebook), *codebook.ancestors(code)}
        if not any(o.code in near and o.start < end and start < o.end for o in kept.get(interview, ())):
            yield name
    status = dict(zip(places_of(work.decisions), work.decisions["status"], strict=True))
    theirs = zip(places_of(hand.decisions), hand.decisions["status"], hand.decisions["id"], strict=True)
    for place, said, name in theirs:
        if place[:2] in cells and (status.get(place) == "rejected") is (said == "accepted"):
            yield name


def _below(code: str, codebook: Codebook) -> tuple[str, ...]:
    return (code, *codebook.descendants(code))
