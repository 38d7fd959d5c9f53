"""What several coders agree on, passage by passage: what all found, what nobody did, and what they settled.

One answer for every place that asks: what they differ on is the list that they settle on the page or in a sheet, and
what no comparison counts before they did; what they agree on is the work of the coder `agreed`, and of all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand import HandCodings
from bp_qual.coding.by_hand.coder_names import AGREED as AGREED
from bp_qual.coding.judgements import (
    Flags,
    Judged,
    Judgements,
    coded_passages,
    collect_judgements,
)
from bp_qual.coding.within_passages import find_passages
from bp_qual.transcripts import Corpus

if TYPE_CHECKING:
    import pandas as pd

YES, NO = "yes", "no"  # what they decided about a passage and a code
Span = tuple[int, int]
Mark = tuple[int, int, int, bool]  # start, end, the number of the coder, and whether it was coded by hand
PlacedMark = tuple[int, int, int, bool, int]  # and the number of the passage


@dataclass(frozen=True, slots=True, eq=False)
class AgreedOn:
    """What coders found in passages, and what stands for all of them.

    Attributes
    ----------
    judged : Judgements
        What each found.
    stands : array of codes x passages
        1 where the code is there for all of them, 0 where not, -1 where nothing stands: fewer than two judged it, or
        they differ and did not settle it.
    through : array of codes x passages
        Where a code stands only through a code below it.
    decided : array of codes x passages
        What they decided together where they differed: 1 that the code is there, 0 that it is not, -1 nothing.

    Examples
    --------
    >>> agree_on([], None, corpus, codebook).open.any()
    np.False_
    """

    judged: Judgements
    stands: Judged
    through: Flags
    decided: Judged

    @property
    def differ(self) -> Flags:
        """Where one of them found a code and another, with whom that is compared, did not.

        >>> agree_on([], None, corpus, codebook).differ.shape
        (2, 0)
        """
        differ: Flags = np.logical_or.reduce(self.judged.differing, axis=2)
        return differ

    @property
    def open(self) -> Flags:
        """Where they differ and did not settle it.

        >>> agree_on([], None, corpus, codebook).open.shape
        (2, 0)
        """
        undecided: Flags = self.differ & (self.stands < 0)
        return undecided


@dataclass(frozen=True, slots=True)
class JointCoding:
    """A coding that stands for several coders: overlapping marks of one code, joined.

    ``marks`` are those of each coder in it, by the coder's number; ``by_hand`` says whether any of them was coded and
    not accepted of the codebook's hits; ``rows`` are the passages it is in, and ``settled`` whether they differed on
    one of these.

    >>> JointCoding("P01_2010", "money", 24, 29, {0: ((24, 29),)}, True, (0,), False).end
    29
    """

    interview: str
    code: str
    start: int
    end: int
    marks: Mapping[int, tuple[Span, ...]]
    by_hand: bool
    rows: tuple[int, ...]
    settled: bool


def agree_on(coders: Sequence[HandCodings], agreed: HandCodings | None, corpus: Corpus, codebook: Codebook) -> AgreedOn:
    """Return what coders found in the passages that they judged, and what of it stands for all.

    Parameters
    ----------
    coders : sequence of HandCodings
        Two or more.
    agreed : HandCodings or None
        What they settled before.
    corpus, codebook : Corpus and Codebook
        As they are now.

    Returns
    -------
    AgreedOn

    Examples
    --------
    >>> from bp_qual.coding.by_hand import Event, History, place_codings
    >>> done = [Event("d", "done", n=1, interview="P01_2010")]
    >>> add = Event("a", "add", n=2, interview="P01_2010", start=24, end=29, quote="Money", code="money")
    >>> pair = [place_codings(History(name, tuple(own)), corpus) for name, own in (("A", [*done, add]), ("B", done))]
    >>> found = agree_on(pair, None, corpus, codebook)
    >>> found.differ.tolist(), found.stands.tolist()
    ([[False], [True]], [[0], [-1]])
    """
    judged = collect_judgements(coders, corpus, codebook)
    return stand_by(judged, decided_before(judged, agreed), codebook)


def stand_by(judged: Judgements, decided: Judged, codebook: Codebook) -> AgreedOn:
    """Return what stands for all coders by what they found, and by what they decided where they differ.

    Parameters
    ----------
    judged : Judgements
        What each found.
    decided : array of codes x passages
        As in `AgreedOn`. What nobody decided is open, whatever else was settled there before.
    codebook : Codebook
        As it is now. A code that is not there itself stands where one below it does.

    Returns
    -------
    AgreedOn

    Examples
    --------
    >>> nothing = agree_on([], None, corpus, codebook)
    >>> stand_by(nothing.judged, nothing.decided, codebook).open.any()
    np.False_
    """
    found = judged.found
    same = np.where(((found == 1) & judged.circles[0]).any(axis=2), 1, 0)
    alike = np.where((found >= 0).sum(axis=2) > 1, same, -1)
    itself = np.where(judged.differing.any(axis=2), decided, alike).astype(np.int8)
    stands, number = itself.copy(), {code: at for at, code in enumerate(judged.codes)}
    for code, at in number.items():
        for above in codebook.ancestors(code):
            stands[number[above]][itself[at] == 1] = 1
    return AgreedOn(judged, stands, stands != itself, decided)


def decided_before(judged: Judgements, agreed: HandCodings | None) -> Judged:
    """Return what was decided last about each code in each passage; a no holds for any part of its passage too.

    >>> decided_before(agree_on([], None, corpus, codebook).judged, None).shape
    (2, 0)
    """
    decided: Judged = np.full(judged.found.shape[:2], -1, dtype=np.int8)
    number = {code: at for at, code in enumerate(judged.codes)}
    rows: dict[str, list[tuple[int, int, int]]] = {}
    for row, (interview, start, end) in enumerate(places_in(judged.passages)):
        rows.setdefault(interview, []).append((row, start, end))
    for own in sorted(agreed.settled if agreed is not None else (), key=lambda own: own.event.n):
        interview, code, first, last = own.where
        if code in number:
            is_yes = own.event.form == YES
            for row, start, end in rows.get(interview, ()):
                if (first, last) == (start, end) or (first <= start and end <= last and not is_yes):
                    decided[number[code], row] = is_yes
    return decided


def find_joint(agreement: AgreedOn, coders: Sequence[HandCodings], codebook: Codebook) -> tuple[JointCoding, ...]:
    """Return the codings that stand for all coders.

    In a passage that has a code each stretch of overlapping marks is one coding, if all made a mark in it who found the
    code in that passage. Where they marked different words of the passage it has one, from the first of them to the
    last. What a code below has there already is none of the code above.

    Parameters
    ----------
    agreement : AgreedOn
        From `agree_on`.
    coders : sequence of HandCodings
        The same.
    codebook : Codebook
        As it is now.

    Returns
    -------
    tuple of JointCoding
        In the order of the codebook and the interviews.

    Examples
    --------
    >>> from bp_qual.coding.by_hand import Event, History, place_codings
    >>> done = [Event("d", "done", n=1, interview="P01_2010")]
    >>> marks = [Event("a", "add", n=2, interview="P01_2010", start=at, end=at + len(quote), quote=quote,
    ...                code="money") for at, quote in ((24, "Money"), (24, "Money worried"))]
    >>> pair = [place_codings(History(name, (*done, mark)), corpus) for name, mark in zip("AB", marks, strict=True)]
    >>> [(own.start, own.end) for own in find_joint(agree_on(pair, None, corpus, codebook), pair, codebook)]
    [(24, 37)]
    """
    marks = _marks(agreement, coders, codebook)
    places = places_in(agreement.judged.passages)
    found: list[JointCoding] = []
    for number, code in sorted(enumerate(codebook.ids), key=lambda one: -len(codebook.ancestors(one[1]))):
        below = set(codebook.descendants(code))
        taken: dict[str, list[JointCoding]] = {}
        for own in found:
            if own.code in below:
                taken.setdefault(own.interview, []).append(own)
        found += [
            own
            for own in _of_code(agreement, places, number, marks.get(number, {}))
            if not any(own.start < other.end and other.start < own.end for other in taken.get(own.interview, ()))
        ]
    order = {code: number for number, code in enumerate(codebook.ids)}
    return tuple(sorted(found, key=lambda own: (order[own.code], own.rows, own.start)))


def places_in(passages: pd.DataFrame) -> list[tuple[str, int, int]]:
    """Return interview, start and end of each passage.

    >>> from bp_qual.coding.passages import cut_in_passages
    >>> places_in(cut_in_passages(corpus))
    [('P01_2010', 0, 41), ('P01_2020', 0, 39)]
    """
    return list(zip(*(passages[name].tolist() for name in ("interview", "start", "end")), strict=True))


def _of_code(
    agreement: AgreedOn, places: Sequence[tuple[str, int, int]], number: int, marks: Mapping[int, set[Mark]]
) -> Iterator[JointCoding]:
    """Yield the codings of one code that stand for all; marks are by passage."""
    found, settled = agreement.judged.found[number], agreement.differ[number]
    yes = np.flatnonzero((agreement.stands[number] == 1) & ~agreement.through[number]).tolist()

    def make(rows: Iterable[int], inside: Iterable[Mark], start: int, end: int) -> JointCoding:
        own, at = sorted(inside), tuple(sorted(set(rows)))
        of = {coder: tuple(m[:2] for m in own if m[2] == coder) for coder in sorted({m[2] for m in own})}
        by_hand, differed = any(m[3] for m in own) or not own, bool(settled[list(at)].any())
        return JointCoding(places[at[0]][0], agreement.judged.codes[number], start, end, of, by_hand, at, differed)

    kept: set[int] = set()
    for _, rows in groupby(yes, key=lambda row: places[row][0]):
        for inside in _joined({(*mark, row) for row in rows for mark in marks.get(row, ())}):
            at = sorted({mark[4] for mark in inside})
            if set(np.flatnonzero((found[at] == 1).any(axis=0)).tolist()) <= {mark[2] for mark in inside}:
                kept.update(at)
                yield make(at, {mark[:4] for mark in inside}, inside[0][0], max(mark[1] for mark in inside))
    for row in yes:
        if row not in kept:
            own, (_, start, end) = marks.get(row, set()), places[row]
            yield make([row], own, min((m[0] for m in own), default=start), max((m[1] for m in own), default=end))


def _joined(marks: Iterable[PlacedMark]) -> Iterator[list[PlacedMark]]:
    """Yield the marks of each stretch that overlapping ones make together."""
    inside: list[PlacedMark] = []
    end = 0
    for mark in sorted(marks):
        if inside and mark[0] >= end:
            yield inside
            inside = []
        inside.append(mark)
        end = max(end, mark[1]) if len(inside) > 1 else mark[1]
    if inside:
        yield inside


def _marks(agreement: AgreedOn, coders: Sequence[HandCodings], codebook: Codebook) -> dict[int, dict[int, set[Mark]]]:
    """Return what coders marked where they judged, by the numbers of the code and of the passage."""
    marks: dict[int, dict[int, set[Mark]]] = {}
    number = {code: at for at, code in enumerate(agreement.judged.codes)}
    for coder, hand in enumerate(coders):
        coded = coded_passages(hand, codebook)
        keys = list(zip(*(coded[name].tolist() for name in ("interview", "start", "end", "code")), strict=True))
        own = {
            (*place, above)
            for *place, code in hand.codings[["interview", "start", "end", "code"]].itertuples(index=False, name=None)
            for above in (code, *(codebook.ancestors(code) if code in number else ()))
        }
        rows, codings = find_passages(agreement.judged.passages, coded)
        for row, at in zip(rows.tolist(), codings.tolist(), strict=True):
            _, start, end, code = keys[at]
            if agreement.judged.found[number[code], row, coder] >= 0:
                mark = (start, end, coder, keys[at] in own)
                marks.setdefault(number[code], {}).setdefault(row, set()).add(mark)
    return marks
