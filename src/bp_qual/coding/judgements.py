"""Judgements: which coder looked for which code in which passage, and found it there.

A coder judged a passage who finished its interview for that code, or that passage. What nobody finished was not judged,
and not judged is not absent.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand import HandCodings
from bp_qual.coding.by_hand.replay import codes_about
from bp_qual.coding.passages import PASSAGE_COLUMNS, cut_in_passages
from bp_qual.coding.within_passages import count_found
from bp_qual.transcripts import Corpus

if TYPE_CHECKING:
    import pandas as pd

Judged = NDArray[np.int8]
Flags = NDArray[np.bool_]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Judgements:
    """What coders found in passages.

    Attributes
    ----------
    passages : DataFrame
        interview, person, wave, turn, start, end, words.
    coders, codes : tuple of str
        Whose judgements they are, of which codes.
    found : array of codes x passages x coders
        1 where the coder found the code, 0 where not, -1 where the coder did not judge the passage for it.
    whole : array of codes x passages x coders
        Whether the coder judged the passage by finishing the interview, not just that passage.

    Examples
    --------
    >>> collect_judgements([], corpus, codebook).found.shape
    (2, 0, 0)
    """

    passages: pd.DataFrame
    coders: tuple[str, ...]
    codes: tuple[str, ...]
    found: Judged
    whole: Flags

    @property
    def circles(self) -> tuple[Flags, Flags]:
        """Who is compared with whom: for each code and passage the coders of one circle, and those of a second.

        Where two or more finished the interview they are compared with each other, and those who judged the passage
        as a unit of a sample with each other; else all who judged it.

        >>> [circle.shape for circle in collect_judgements([], corpus, codebook).circles]
        [(2, 0, 0), (2, 0, 0)]
        """
        judged = self.found >= 0
        apart = ((self.whole & judged).sum(axis=2) > 1)[:, :, np.newaxis]
        return judged & (self.whole | ~apart), judged & ~self.whole & apart

    @property
    def differing(self) -> Flags:
        """The coders of each circle in which one found the code and another did not, by code and passage.

        >>> collect_judgements([], corpus, codebook).differing.any()
        np.False_
        """
        found: Flags = np.zeros(self.found.shape, dtype=bool)
        for circle in self.circles:
            yes, no = (((self.found == value) & circle).any(axis=2) for value in (1, 0))
            found |= circle & (yes & no)[:, :, np.newaxis]
        return found


def collect_judgements(
    coders: Sequence[HandCodings], corpus: Corpus, codebook: Codebook, sample: pd.DataFrame | None = None
) -> Judgements:
    """Return what coders found in the passages that they judged.

    Parameters
    ----------
    coders : sequence of HandCodings
        From `read_codings`, one for each coder.
    corpus, codebook : Corpus and Codebook
        As they are now.
    sample : DataFrame, optional
        interview, start, end: only the passages that are these.

    Returns
    -------
    Judgements
        An interview that two or more finished is cut into passages of about 60 words; of any other, those that a coder
        finished one by one. A coder found a code in a passage where at least half of what was coded, or half of the
        passage, is the same; hits of the codebook that were accepted count, and a code above another counts with it.

    Examples
    --------
    >>> from bp_qual.coding.by_hand import Event, History, place_codings
    >>> done = [Event("e1", "done", n=1, interview="P01_2010")]
    >>> anna, bert = (place_codings(History(name, tuple(done)), corpus) for name in ("anna", "bert"))
    >>> collect_judgements([anna, bert], corpus, codebook).found.tolist()
    [[[0, 0]], [[0, 0]]]
    """
    names = tuple(hand.coder for hand in coders)
    whole = [finished_interviews(hand, corpus, codebook) for hand in coders]
    parts = [finished_passages(hand, codebook) for hand in coders]
    passages = _choose_passages(corpus, whole, parts)
    if sample is not None:
        passages = passages[_are_in(passages, sample)].reset_index(drop=True)
    found = np.full((len(codebook.ids), len(passages), len(coders)), -1, dtype=np.int8)
    finished = np.zeros(found.shape, dtype=bool)
    rows = _rows_by_interview(passages)
    for column, hand in enumerate(coders):
        for number, code in enumerate(codebook.ids):
            for interview, (first, spans) in rows.items():
                done = (interview, code) in whole[column]
                judged = [done or _holds(parts[column].get((interview, code), ()), span) for span in spans]
                found[number, first : first + len(spans), column] = np.where(judged, 0, -1)
                finished[number, first : first + len(spans), column] = done
        own = found[:, :, column]
        own[(own == 0) & (count_found(passages, coded_passages(hand, codebook), codebook.ids) > 0)] = 1
    return Judgements(passages, names, codebook.ids, found, finished)


def _are_in(passages: pd.DataFrame, sample: pd.DataFrame) -> list[bool]:
    """Return which passages are those of a sample."""
    keys = ["interview", "start", "end"]
    drawn = set(sample[keys].itertuples(index=False, name=None))
    return [place in drawn for place in passages[keys].itertuples(index=False, name=None)]


def finished_interviews(hand: HandCodings, corpus: Corpus, codebook: Codebook) -> frozenset[tuple[str, str]]:
    """Return the interviews and codes that a coder finished as a whole.

    Parameters
    ----------
    hand : HandCodings
        What the coder did.
    corpus, codebook : Corpus and Codebook
        As they are now.

    Returns
    -------
    frozenset of pairs
        Interview and code.

    Examples
    --------
    >>> from bp_qual.coding.by_hand import Event, History, place_codings
    >>> done = Event("e1", "done", n=1, interview="P01_2010", codes=("money",))
    >>> hand = place_codings(History("anna", (done,)), corpus)
    >>> sorted(finished_interviews(hand, corpus, codebook))
    [('P01_2010', 'money')]
    """
    return hand.state.finished([transcript.interview for transcript in corpus.transcripts], codebook.ids)


def coded_passages(hand: HandCodings, codebook: Codebook) -> pd.DataFrame:
    """Return what a coder coded, or accepted of the codebook's hits, for each code and those above it.

    >>> from bp_qual.coding.by_hand import History, place_codings
    >>> len(coded_passages(place_codings(History("anna", ()), corpus), codebook))
    0
    """
    table = own_passages(hand)
    above: Mapping[str, Iterable[str]] = {code: (code, *codebook.ancestors(code)) for code in codebook.ids}
    known = table[table["code"].isin(set(above))]
    rolled = known.assign(code=known["code"].map(above)).explode("code", ignore_index=True)
    return rolled.drop_duplicates(["interview", "start", "end", "code"], ignore_index=True)


def own_passages(hand: HandCodings) -> pd.DataFrame:
    """Return what a coder coded, or accepted of the codebook's hits, for that code only.

    >>> from bp_qual.coding.by_hand import History, place_codings
    >>> own_passages(place_codings(History("anna", ()), corpus)).columns.tolist()
    ['interview', 'start', 'end', 'code', 'quote']
    """
    import pandas as pd

    columns = ["interview", "start", "end", "code", "quote"]
    accepted = hand.decisions[hand.decisions["status"] == "accepted"]
    return pd.concat([part[columns] for part in (hand.codings, accepted) if len(part)] or [hand.codings[columns]])


def _rows_by_interview(passages: pd.DataFrame) -> dict[str, tuple[int, list[Span]]]:
    """Return of each interview its first row, and the spans of its passages; its rows follow each other."""
    rows: dict[str, tuple[int, list[Span]]] = {}
    spans = zip(passages["interview"].tolist(), passages["start"].tolist(), passages["end"].tolist(), strict=True)
    for at, (interview, start, end) in enumerate(spans):
        rows.setdefault(interview, (at, []))[1].append((start, end))
    return rows


def finished_passages(
    hand: HandCodings, codebook: Codebook, sample: str | None = None
) -> dict[tuple[str, str], list[Span]]:
    """Return the passages that a coder finished one by one, by interview and code.

    Parameters
    ----------
    hand : HandCodings
        What the coder did.
    codebook : Codebook
        As it is now.
    sample : str, optional
        Only what was finished for the sample of that name.

    Returns
    -------
    dict of (str, str) to list of (int, int)

    Examples
    --------
    >>> from bp_qual.coding.by_hand import Event, History, place_codings
    >>> whole = Event("d", "done", n=1, interview="P01_2010")
    >>> finished_passages(place_codings(History("anna", (whole,)), corpus), codebook)
    {}
    """
    about = {event.id: codes_about(event, codebook.ids) for event in hand.state.units}
    found: dict[tuple[str, str], list[Span]] = {}
    columns = (hand.units[name].tolist() for name in ("interview", "start", "end", "id", "sample"))
    for interview, start, end, name, of in zip(*columns, strict=True):
        for code in about[name] if sample in (None, of) else ():
            spans = found.setdefault((interview, code), [])
            if (start, end) not in spans[-1:]:
                spans.append((start, end))
    return found


def find_judged(
    sample: pd.DataFrame, hand: HandCodings, corpus: Corpus, codebook: Codebook, codes: Sequence[str]
) -> NDArray[np.bool_]:
    """Return which passages of a sample a coder finished for each code, one by one or with the whole interview.

    Parameters
    ----------
    sample : DataFrame
        interview, start, end.
    hand : HandCodings
        What the coder did.
    corpus, codebook : Corpus and Codebook
        As they are now.
    codes : sequence of str
        Which codes.

    Returns
    -------
    array of codes x passages

    Examples
    --------
    >>> from bp_qual.coding.by_hand import Event, History, place_codings
    >>> from bp_qual.coding.passages import cut_in_passages
    >>> hand = place_codings(History("anna", (Event("d", "done", n=1, interview="P01_2010", code="money"),)), corpus)
    >>> find_judged(cut_in_passages(corpus), hand, corpus, codebook, codebook.ids).tolist()
    [[False, False], [True, False]]
    """
    places = list(zip(*(sample[name].tolist() for name in ("interview", "start", "end")), strict=True))
    whole, parts = finished_interviews(hand, corpus, codebook), finished_passages(hand, codebook)
    found = [
        [
            (interview, code) in whole or _holds(parts.get((interview, code), ()), (start, end))
            for interview, start, end in places
        ]
        for code in codes
    ]
    return np.array(found, dtype=bool).reshape(len(codes), len(places))


def _choose_passages(
    corpus: Corpus, whole: Sequence[frozenset[tuple[str, str]]], parts: Sequence[Mapping[tuple[str, str], list[Span]]]
) -> pd.DataFrame:
    """Return windows of the interviews that two coders finished, and of the others what was finished one by one."""
    import pandas as pd

    finished = [{interview for interview, _ in own} for own in whole]
    twice = {t.interview for t in corpus.transcripts if sum(t.interview in own for own in finished) > 1}
    cut = cut_in_passages(
        Corpus(tuple(t for t in corpus.transcripts if t.interview in twice), corpus.persons, corpus.waves)
    )
    rows: list[tuple[object, ...]] = []
    for transcript in corpus.transcripts:
        name = transcript.interview
        if name in twice:
            rows += cut[cut["interview"] == name].itertuples(index=False, name=None)
            continue
        spans = {span for own in parts for (interview, _), found in own.items() if interview == name for span in found}
        for start, end in _apart(spans):
            at = bisect_right(transcript.turns, start, key=lambda turn: turn.start) - 1
            turn = transcript.turns[at]
            rows.append((name, turn.person, transcript.wave, turn.index, start, end, 0, 0))
    return pd.DataFrame(rows, columns=list(PASSAGE_COLUMNS))


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Return spans of which none overlaps another: the shortest win."""
    kept: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[1] - span[0], span)):
        at = bisect_left(kept, (start, end))
        free = at == 0 or kept[at - 1][1] <= start
        if free and (at == len(kept) or kept[at][0] >= end):
            kept.insert(at, (start, end))
    return kept


def _holds(parts: Iterable[Span], span: Span) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in parts)
