"""What coders agree on as the work of one more coder, `agreed`: what that coder has to add, take back and finish."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from bp_qual.codebook import Codebook
from bp_qual.coding.agreeing import AGREED, NO, YES, AgreedOn, JointCoding, decided_before, find_joint, places_in
from bp_qual.coding.by_hand import Event, HandCodings, History, mark_passage, new_id, place_codings
from bp_qual.coding.by_hand.anchors import hash_text
from bp_qual.coding.by_hand.placing import STATUS_OF
from bp_qual.coding.by_hand.sketches import finish_text
from bp_qual.coding.judgements import finished_interviews, finished_passages
from bp_qual.coding.within_passages import find_passages
from bp_qual.transcripts import Corpus, Transcript

if TYPE_CHECKING:
    import pandas as pd

Span = tuple[int, int]
Place = tuple[str, str, int, int]  # interview, code, start, end
Decided = dict[tuple[int, str], dict[Span, str]]  # accepted or rejected, by passage, code and place


def no_work() -> HandCodings:
    """Return the work of `agreed` where nothing was settled yet.

    >>> no_work().coder
    'agreed'
    """
    return place_codings(History(AGREED, ()), Corpus((), (), ()))


def work_of(
    agreement: AgreedOn, stretches: Sequence[JointCoding], coders: Sequence[HandCodings], hits: pd.DataFrame,
    corpus: Corpus, codebook: Codebook,
) -> HandCodings:  # fmt: skip
    """Return what coders agree on as the work of `agreed`, nothing of it saved.

    Parameters
    ----------
    agreement : AgreedOn
        From `agree_on`.
    stretches : sequence of JointCoding
        From `find_joint`.
    coders : sequence of HandCodings
        The same.
    hits : DataFrame
        The codebook's hits.
    corpus, codebook : Corpus and Codebook
        As they are now.

    Returns
    -------
    HandCodings

    Examples
    --------
    >>> from bp_qual.coding.agreeing import agree_on
    >>> len(work_of(agree_on([], None, corpus, codebook), (), (), codings, corpus, codebook).codings)
    0
    """
    texts = {talk.interview: talk.text for talk in corpus.transcripts}
    hashes = {interview: hash_text(text) for interview, text in texts.items()}
    events = [
        Event(new_id(), do, interview=interview, text=hashes[interview], start=start, end=end,
              quote=texts[interview][start:end], code=code)
        for (interview, code, start, end), do in _wanted(agreement, stretches, coders, hits, codebook).items()
    ]  # fmt: skip
    return place_codings(History(AGREED, tuple(events)), corpus)


def missing_work(
    agreement: AgreedOn, coders: Sequence[HandCodings], agreed: HandCodings, hits: pd.DataFrame | None, corpus: Corpus,
    codebook: Codebook, *, by: str = "",
) -> tuple[Event, ...]:  # fmt: skip
    """Return what `agreed` has to do yet, so that its work is what coders agree on.

    Parameters
    ----------
    agreement : AgreedOn
        From `agree_on`.
    coders : sequence of HandCodings
        The same.
    agreed : HandCodings
        What `agreed` did so far.
    hits : DataFrame or None
        The codebook's hits; those in a passage of which it was settled that a code is not there are rejected. Without
        them, those that were rejected before are.
    corpus, codebook : Corpus and Codebook
        As they are now.
    by : str
        Who says so; kept as a note.

    Returns
    -------
    tuple of Event
        Ready to be saved. What is open now that was not, because a coder went on, is opened again.

    Examples
    --------
    >>> from bp_qual.coding.agreeing import agree_on
    >>> missing_work(agree_on([], None, corpus, codebook), (), no_work(), codings, corpus, codebook)
    ()
    """
    names = tuple(hand.coder for hand in coders)
    return tuple(
        replace(event, coders=names)
        for event in (
            *_decisions(agreement, agreed, corpus, codebook, by),
            *_passage_events(agreement, coders, agreed, hits, corpus, codebook, by),
            *_finished_passages(agreement, agreed, corpus, codebook, by),
            *_whole_interviews(agreement, coders, agreed, corpus, codebook),
        )
    )


def _decisions(
    agreement: AgreedOn, agreed: HandCodings, corpus: Corpus, codebook: Codebook, by: str
) -> Iterator[Event]:
    """Yield what was decided of each passage and code, and not told yet."""
    judged, talks = agreement.judged, {talk.interview: talk for talk in corpus.transcripts}
    told = decided_before(judged, agreed)
    places = places_in(judged.passages)
    for row, number in np.argwhere(((agreement.decided >= 0) & (agreement.decided != told)).T).tolist():
        interview, start, end = places[row]
        event = mark_passage("settle", talks[interview], start, end, judged.codes[number], codebook, note=by)
        yield replace(event, form=YES if agreement.decided[number, row] else NO)


def _passage_events(
    agreement: AgreedOn, coders: Sequence[HandCodings], agreed: HandCodings, hits: pd.DataFrame | None, corpus: Corpus,
    codebook: Codebook, by: str,
) -> Iterator[Event]:  # fmt: skip
    """Yield what `agreed` has to code, accept and reject, and to take back of what it did."""
    wanted = _wanted(agreement, find_joint(agreement, coders, codebook), coders, hits, codebook)
    talks = {talk.interview: talk for talk in corpus.transcripts}
    there = {place: name for name, place in _closed(agreement, agreed.codings, "id")}
    told = {place: str(status) for status, place in _closed(agreement, agreed.decisions, "status")}
    for place, name in there.items():
        if wanted.get(place) != "add":
            yield Event(new_id(), "remove", of=str(name))
    now = {place: do for place, do in wanted.items() if do != "add"}
    for place, status in told.items():
        if place not in now and (hits is not None or status == STATUS_OF["accept"]):
            yield _mark("clear", place, talks, codebook, by)
    for place, do in wanted.items():
        if place not in there if do == "add" else told.get(place) != STATUS_OF[do]:
            yield _mark(do, place, talks, codebook, by)


def _mark(do: str, place: Place, talks: Mapping[str, Transcript], codebook: Codebook, by: str) -> Event:
    interview, code, start, end = place
    return mark_passage(do, talks[interview], start, end, code, codebook, note=by)


def _closed(agreement: AgreedOn, table: pd.DataFrame, column: str) -> Iterator[tuple[object, Place]]:
    """Yield rows of a table that lie in passages in which nothing is open of their code, with one of their columns."""
    number = {code: at for at, code in enumerate(agreement.judged.codes)}
    places = list(zip(*(table[name].tolist() for name in ("interview", "code", "start", "end")), strict=True))
    rows_of: dict[int, list[int]] = {}
    for row, n in zip(*(rows.tolist() for rows in find_passages(agreement.judged.passages, table)), strict=True):
        rows_of.setdefault(n, []).append(row)
    values = table[column].tolist()
    for n, rows in rows_of.items():
        if places[n][1] in number and (agreement.stands[number[places[n][1]], rows] >= 0).all():
            yield values[n], places[n]


def _wanted(
    agreement: AgreedOn, stretches: Sequence[JointCoding], coders: Sequence[HandCodings], hits: pd.DataFrame | None,
    codebook: Codebook,
) -> dict[Place, str]:  # fmt: skip
    """Return where `agreed` is to code, accept and reject, in passages in which nothing is open of the code."""
    judged, number = agreement.judged, {code: at for at, code in enumerate(agreement.judged.codes)}
    wanted: dict[Place, str] = {}
    kept: dict[tuple[int, str], list[JointCoding]] = {}
    for own in stretches:
        for row in own.rows:
            kept.setdefault((row, own.code), []).append(own)
        places = [(own.start, own.end)] if own.by_hand else sorted(set(sum(own.marks.values(), ())))
        wanted |= {(own.interview, own.code, *place): "add" if own.by_hand else "accept" for place in places}
    said = [_decided(agreement, hand) for hand in coders]
    found = {} if hits is None else _hits_settled_out(agreement, hits, codebook)
    for row, (interview, _, _) in enumerate(places_in(judged.passages)):
        for code in (judged.codes[at] for at in np.flatnonzero(agreement.stands[:, row] >= 0)):
            at = number[code]
            is_no = agreement.differ[at, row] and agreement.decided[at, row] == 0
            is_there = bool(agreement.stands[at, row] == 1 and not is_no)
            told = [*(own.get((row, code), {}) for own in said), found.get((row, code), {})]
            for place in sorted(_rejected(told, kept.get((row, code), ()), is_there)):
                wanted.setdefault((interview, code, *place), "reject")
    return wanted


def _rejected(told: Sequence[dict[Span, str]], kept: Sequence[JointCoding], is_there: bool) -> set[Span]:
    """Return the hits of a code in a passage that are none by what stands there.

    Where the passage has the code only hits that somebody rejected are, and not where all marked the code.
    """

    def stands(place: Span) -> bool:
        return any(place[0] < own.end and own.start < place[1] for own in kept)

    said = {place for own in told for place, status in own.items() if status == "rejected" or not is_there}
    return {place for place in said if not (is_there and stands(place))}


def _finished_passages(
    agreement: AgreedOn, agreed: HandCodings, corpus: Corpus, codebook: Codebook, by: str
) -> Iterator[Event]:
    """Yield the passages that are finished now for codes for which something stands, and those that are so no more."""
    judged, talks = agreement.judged, {talk.interview: talk for talk in corpus.transcripts}
    before: dict[tuple[str, int, int], set[str]] = {}
    for (interview, code), spans in finished_passages(agreed, codebook).items():
        for span in spans:
            before.setdefault((interview, *span), set()).add(code)
    for row, (interview, start, end) in enumerate(places_in(judged.passages)):
        was = before.get((interview, start, end), set())
        now = {judged.codes[at] for at in np.flatnonzero(agreement.stands[:, row] >= 0)}
        for do, changed in (("done", now - was), ("undone", was - now)):
            if codes := tuple(code for code in codebook.ids if code in changed):
                yield replace(mark_passage(do, talks[interview], start, end, "", codebook, note=by), codes=codes)


def _whole_interviews(
    agreement: AgreedOn, coders: Sequence[HandCodings], agreed: HandCodings, corpus: Corpus, codebook: Codebook
) -> Iterator[Event]:
    """Yield the interviews that two finished as a whole, and of which nothing is open any more for some codes.

    And those of which that is no longer so.
    """
    whole = [finished_interviews(hand, corpus, codebook) for hand in coders]
    already = finished_interviews(agreed, corpus, codebook)
    names = agreement.judged.passages["interview"].to_numpy(dtype=str)
    for talk in corpus.transcripts:
        interview = talk.interview
        closed = np.asarray((agreement.stands[:, names == interview] >= 0).all(axis=1), dtype=bool)
        now = {
            code
            for code, is_closed in zip(agreement.judged.codes, closed.tolist(), strict=True)
            if is_closed and sum((interview, code) in own for own in whole) > 1
        }
        before = {code for code in codebook.ids if (interview, code) in already}
        if codes := tuple(code for code in codebook.ids if code in now - before):
            event = Event(new_id(), "done", interview=interview, codes=codes, codebook=codebook.coder)
            yield finish_text(event, talk)
        for code in (code for code in codebook.ids if code in before - now):
            yield Event(new_id(), "undone", interview=interview, code=code)


def _decided(agreement: AgreedOn, hand: HandCodings) -> Decided:
    """Return what a coder made of the codebook's hits in each passage for each code."""
    found: Decided = {}
    table = hand.decisions
    codes, starts, ends, states = (table[name].tolist() for name in ("code", "start", "end", "status"))
    for row, n in zip(*(rows.tolist() for rows in find_passages(agreement.judged.passages, table)), strict=True):
        found.setdefault((row, codes[n]), {})[starts[n], ends[n]] = states[n]
    return found


def _hits_settled_out(agreement: AgreedOn, hits: pd.DataFrame, codebook: Codebook) -> Decided:
    """Return the hits of a code, as rejected, in passages of which it was settled that the code itself is not there.

    Nobody may have looked at each of them; left alone they would count all the same. A hit that is there for a code
    below, which stands, is none of them.
    """
    number = {code: at for at, code in enumerate(agreement.judged.codes)}
    own = agreement.differ & (agreement.decided == 0)
    out = own.copy()
    for code, at in number.items():  # what is not there for a code above is not there for this one
        above = [number[other] for other in codebook.ancestors(code)]
        out[at] |= own[above].any(axis=0) & (agreement.stands[at] != 1)
    codes, starts, ends = (hits[name].tolist() for name in ("code", "start", "end"))
    placed = [
        (row, codes[n], (starts[n], ends[n]))
        for row, n in zip(*(rows.tolist() for rows in find_passages(agreement.judged.passages, hits)), strict=True)
        if codes[n] in number
    ]
    below = {
        (row, above, place)
        for row, code, place in placed
        if agreement.stands[number[code], row] == 1
        for above in codebook.ancestors(code)
    }
    found: Decided = {}
    for row, code, place in placed:
        if out[number[code], row] and (row, code, place) not in below:
            found.setdefault((row, code), {})[place] = "rejected"
    return found
