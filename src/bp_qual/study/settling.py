"""Settling what coders disagree on: what they decide together is the work of a third coder, `agreed`.

That coder finds in a passage what all found who judged it; where they differ, what was decided; and rejects the hits of
the codebook that they decided on and that are none by this. So the file `codings/agreed.jsonl` can be counted, and can
judge a codebook, as the work of any coder. What nobody decided yet is not judged by `agreed`, and a passage that only
one coder judged neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand import CoderLog, Event, HandCodings, History, list_coders, place_codings
from bp_qual.study.hand_coding import AGREED, make_event, read_codings
from bp_qual.study.study_folder import Study
from bp_qual.transcripts import Corpus
from bp_qual.validation.judgements import (
    Judged,
    Judgements,
    coded_passages,
    collect_judgements,
    finished_interviews,
)
from bp_qual.validation.labelled import find_judged
from bp_qual.validation.within_passages import count_found, find_passages
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

Flags = NDArray[np.bool_]
Marks = dict[tuple[int, str], list[tuple[int, int]]]
Decided = dict[tuple[int, str], dict[tuple[int, int], str]]  # accepted or rejected, by place


@dataclass(frozen=True, slots=True)
class Decision:
    """What coders decided together: whether a passage has a code.

    >>> Decision("P01_2010", 24, 29, "money", True).found
    True
    """

    interview: str
    start: int
    end: int
    code: str
    found: bool


@dataclass(frozen=True, slots=True)
class Settled:
    """How many disagreements there are and are still open, and the decisions that are about none of them.

    >>> Settled(5, 2, ()).left
    2
    """

    all: int
    left: int
    strange: tuple[Decision, ...]

    @property
    def told(self) -> tuple[Remark, ...]:
        """What must be said about decisions that settle nothing."""
        places = [f"{one.code}, {one.interview} {one.start}-{one.end}" for one in self.strange]
        return (Remark("settled no disagreement", values={"places": places}),) if places else ()


def settle(
    study: Study, coders: Sequence[HandCodings], corpus: Corpus, codebook: Codebook, decisions: Iterable[Decision], *,
    by: str = "",
) -> Settled:  # fmt: skip
    """Save what coders decided about their disagreements, with what they agreed on, as the work of `agreed`.

    Parameters
    ----------
    study : Study
        Whose folder.
    coders : sequence of HandCodings
        Two or more, from `read_coders`.
    corpus, codebook : Corpus and Codebook
        As they are now.
    decisions : iterable of Decision
        About passages of `list_disagreements`; a later one takes the place of an earlier.
    by : str
        Who says so; kept as a note.

    Returns
    -------
    Settled

    Examples
    --------
    >>> import tempfile
    >>> from pathlib import Path
    >>> done = [Event(wave, "done", n=1, interview=f"P01_{wave}") for wave in ("2010", "2020")]
    >>> add = Event("a", "add", n=2, interview="P01_2010", start=24, end=29, quote="Money", code="money")
    >>> pair = [place_codings(History(name, tuple(own)), corpus) for name, own in (("A", [*done, add]), ("B", done))]
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     study = Study(Path(folder))
    ...     settle(study, pair, corpus, codebook, [Decision("P01_2010", 0, 41, "money", True)])
    ...     read_codings(study, coder="agreed", corpus=corpus).codings["quote"].tolist()
    Settled(all=1, left=0, strange=())
    ['Money']
    """
    judged = collect_judgements(coders, corpus, codebook)
    agreed = read_agreed(study, corpus)
    wanted = _agreed_so_far(judged, agreed, corpus, codebook)
    differ = _differing(judged)
    row_of = rows_by_place(judged.passages)
    strange = []
    for decision in decisions:
        row = row_of.get((decision.interview, decision.start, decision.end), -1)
        number = judged.codes.index(decision.code) if decision.code in judged.codes else -1
        if min(row, number) < 0 or not differ[number, row]:
            strange.append(decision)
        else:
            wanted[number, row] = decision.found
    events = [*_passage_events(judged, wanted, coders, agreed, corpus, codebook, by)]
    events += _whole_interviews(judged, wanted, coders, agreed, corpus, codebook)
    CoderLog(study.folder, AGREED).append(events, command="agree --settled")
    return Settled(int(differ.sum()), int((differ & (wanted < 0)).sum()), tuple(strange))


def decided_so_far(study: Study, judged: Judgements, corpus: Corpus, codebook: Codebook) -> Judged:
    """Return what `agreed` holds: 1 where a code was found in a passage, 0 where not, -1 where nothing was decided.

    Parameters
    ----------
    study : Study
        Whose folder.
    judged : Judgements
        Of the coders who are to agree.
    corpus, codebook : Corpus and Codebook
        As they are now.

    Returns
    -------
    array of codes x passages

    Examples
    --------
    >>> from pathlib import Path
    >>> judged = collect_judgements([], corpus, codebook)
    >>> decided_so_far(Study(Path("no/such/folder")), judged, corpus, codebook).shape
    (2, 0)
    """
    return _agreed_so_far(judged, read_agreed(study, corpus), corpus, codebook)


def read_agreed(study: Study, corpus: Corpus) -> HandCodings:
    """Return the work of `agreed`; empty where nothing was settled yet.

    >>> from pathlib import Path
    >>> len(read_agreed(Study(Path("no/such/folder")), corpus).codings)
    0
    """
    if AGREED in list_coders(study.folder):
        return read_codings(study, coder=AGREED, corpus=corpus)
    return place_codings(History(AGREED, ()), corpus)


def _differing(judged: Judgements) -> Flags:
    differ: Flags = (judged.found == 1).any(axis=2) & (judged.found == 0).any(axis=2)
    return differ


def _agreed_so_far(judged: Judgements, agreed: HandCodings, corpus: Corpus, codebook: Codebook) -> Judged:
    """Return what follows from what coders found alike, and where they differ from what was decided before."""
    found, known = judged.found, find_judged(judged.passages, agreed, corpus, codebook, judged.codes)
    twice = (found >= 0).sum(axis=2) > 1
    marked = count_found(judged.passages, coded_passages(agreed, codebook), judged.codes) > 0
    before = np.where(known, marked.astype(np.int8), -1)
    same = np.where(found.max(axis=2, initial=-1) == 1, 1, 0)
    wanted: Judged = np.where(_differing(judged), before, np.where(twice, same, -1)).astype(np.int8)
    return wanted


def _passage_events(
    judged: Judgements, wanted: Judged, coders: Sequence[HandCodings], agreed: HandCodings, corpus: Corpus,
    codebook: Codebook, by: str,
) -> Iterator[Event]:  # fmt: skip
    """Yield what `agreed` has to add, take back and finish in each passage."""
    marks = [_marks(judged, coded_passages(hand, codebook)) for hand in coders]
    there = _marks(judged, coded_passages(agreed, codebook))
    decided = [_decided(judged, hand) for hand in coders]
    settled = _decided(judged, agreed)
    own, known = _own_codings(judged, agreed), find_judged(judged.passages, agreed, corpus, codebook, judged.codes)
    texts = {transcript.interview: Corpus((transcript,), (), ()) for transcript in corpus.transcripts}
    added: set[tuple[str, int, int, str]] = set()
    for row, (interview, start, end) in enumerate(_places(judged.passages)):
        yes = {judged.codes[number] for number in np.flatnonzero(wanted[:, row] == 1)}
        no = {judged.codes[number] for number in np.flatnonzero(wanted[:, row] == 0)}
        given = {above for code in yes for above in codebook.ancestors(code)}
        for code in sorted(yes - given):
            spans = next((found[row, code] for found in marks if (row, code) in found), [(start, end)])
            for first, last in [] if (row, code) in there else spans:
                if (interview, first, last, code) not in added:
                    added.add((interview, first, last, code))
                    place = {"interview": interview, "start": first, "end": last, "code": code, "note": by}
                    yield make_event(place, "add", texts[interview], codebook)
        for code, name in own.get(row, ()):
            if code in no and code not in given:
                yield make_event({"of": name}, "remove", texts[interview], codebook)
        for code in sorted(yes | no):
            for do, (first, last) in _verdicts(row, code, code in yes, decided, settled):
                place = {"interview": interview, "start": first, "end": last, "code": code, "note": by}
                yield make_event(place, do, texts[interview], codebook)
        fresh = [judged.codes[number] for number in np.flatnonzero((wanted[:, row] >= 0) & ~known[:, row])]
        if fresh:
            place = {"interview": interview, "start": start, "end": end, "note": by}
            yield replace(make_event(place, "done", texts[interview], codebook), codes=tuple(fresh))


def _verdicts(
    row: int, code: str, is_found: bool, decided: Sequence[Decided], settled: Decided
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the hits of a code in a passage that `agreed` has to reject or to clear.

    Where the passage has the code, only the hits that nobody accepted are rejected: another place is what was found.
    """
    told = [own.get((row, code), {}) for own in decided]
    accepted = {place for own in told for place, status in own.items() if status == "accepted"}
    no = {place for own in told for place in own if not (is_found and place in accepted)}
    before = settled.get((row, code), {})
    yield from (("reject", place) for place in sorted(no) if before.get(place) != "rejected")
    yield from (("clear", place) for place in sorted(accepted - no) if before.get(place) == "rejected")


def _whole_interviews(
    judged: Judgements, wanted: Judged, coders: Sequence[HandCodings], agreed: HandCodings, corpus: Corpus,
    codebook: Codebook,
) -> Iterator[Event]:  # fmt: skip
    """Yield the interviews that two finished as a whole, and of which nothing is open any more for some codes."""
    whole = [finished_interviews(hand, corpus, codebook) for hand in coders]
    already = finished_interviews(agreed, corpus, codebook)
    names = judged.passages["interview"].to_numpy(dtype=str)
    for interview in dict.fromkeys(names.tolist()):
        closed = np.asarray((wanted[:, names == interview] >= 0).all(axis=1), dtype=bool)
        codes = tuple(
            code
            for code, is_closed in zip(judged.codes, closed.tolist(), strict=True)
            if is_closed and (interview, code) not in already and sum((interview, code) in own for own in whole) > 1
        )
        if codes:
            yield replace(make_event({"interview": interview}, "done", corpus, codebook), codes=codes)


def rows_by_place(passages: pd.DataFrame) -> dict[tuple[str, int, int], int]:
    """Return the number of each passage by its interview, start and end.

    >>> import pandas as pd
    >>> rows_by_place(pd.DataFrame({"interview": ["P01_2010"], "start": [0], "end": [41]}))
    {('P01_2010', 0, 41): 0}
    """
    return {place: row for row, place in enumerate(_places(passages))}


def _places(passages: pd.DataFrame) -> Iterator[tuple[str, int, int]]:
    yield from zip(*(passages[name].tolist() for name in ("interview", "start", "end")), strict=True)


def _marks(judged: Judgements, coded: pd.DataFrame) -> Marks:
    """Return what was marked in each passage for each code."""
    found: Marks = {}
    codes, starts, ends = (coded[name].tolist() for name in ("code", "start", "end"))
    for row, coding in zip(*(rows.tolist() for rows in find_passages(judged.passages, coded)), strict=True):
        found.setdefault((row, codes[coding]), []).append((starts[coding], ends[coding]))
    return found


def _decided(judged: Judgements, hand: HandCodings) -> Decided:
    """Return what a coder made of the codebook's hits in each passage for each code."""
    found: Decided = {}
    table = hand.decisions
    codes, starts, ends, states = (table[name].tolist() for name in ("code", "start", "end", "status"))
    for row, n in zip(*(rows.tolist() for rows in find_passages(judged.passages, table)), strict=True):
        found.setdefault((row, codes[n]), {})[starts[n], ends[n]] = states[n]
    return found


def _own_codings(judged: Judgements, hand: HandCodings) -> dict[int, list[tuple[str, str]]]:
    """Return the codes and ids of a coder's own codings in each passage."""
    found: dict[int, list[tuple[str, str]]] = {}
    codes, ids = hand.codings["code"].tolist(), hand.codings["id"].tolist()
    for row, coding in zip(*(rows.tolist() for rows in find_passages(judged.passages, hand.codings)), strict=True):
        found.setdefault(row, []).append((codes[coding], ids[coding]))
    return found
