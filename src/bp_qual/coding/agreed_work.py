"""What coders agree on as the work of one more coder, `agreed`: what that coder has to add, take back and finish."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from bp_qual.codebook import Codebook
from bp_qual.coding.agreeing import AGREED, AgreedOn, JointCoding, find_joint, places_in
from bp_qual.coding.by_hand import Event, HandCodings, History, mark_passage, new_id, place_codings
from bp_qual.coding.by_hand.anchors import hash_text
from bp_qual.coding.judgements import coded_passages, find_judged, finished_interviews
from bp_qual.coding.within_passages import count_found, find_passages
from bp_qual.transcripts import Corpus

if TYPE_CHECKING:
    import pandas as pd

Span = tuple[int, int]
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
    events = tuple(_passage_events(agreement, stretches, coders, no_work(), hits, corpus, codebook))
    return place_codings(History(AGREED, events), corpus)


def missing_work(
    agreement: AgreedOn, coders: Sequence[HandCodings], agreed: HandCodings, hits: pd.DataFrame, corpus: Corpus,
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
    hits : DataFrame
        The codebook's hits; those in a passage of which it was settled that a code is not there are rejected.
    corpus, codebook : Corpus and Codebook
        As they are now.
    by : str
        Who says so; kept as a note.

    Returns
    -------
    tuple of Event
        Ready to be saved.

    Examples
    --------
    >>> from bp_qual.coding.agreeing import agree_on
    >>> missing_work(agree_on([], None, corpus, codebook), (), no_work(), codings, corpus, codebook)
    ()
    """
    stretches = find_joint(agreement, coders, codebook)
    talks = {talk.interview: talk for talk in corpus.transcripts}
    work = [
        mark_passage(event.do, talks[event.interview], event.start, event.end, event.code, codebook, note=by)
        if event.quote
        else event
        for event in _passage_events(agreement, stretches, coders, agreed, hits, corpus, codebook)
    ]
    return (*work, *_finished_passages(agreement, agreed, corpus, codebook, by),
            *_whole_interviews(agreement, coders, agreed, corpus, codebook))  # fmt: skip


def _passage_events(
    agreement: AgreedOn, stretches: Sequence[JointCoding], coders: Sequence[HandCodings], agreed: HandCodings,
    hits: pd.DataFrame, corpus: Corpus, codebook: Codebook,
) -> Iterator[Event]:  # fmt: skip
    """Yield what `agreed` has to code, accept, reject and take back, with nothing to find it by in an edited text."""
    judged, texts = agreement.judged, {talk.interview: talk.text for talk in corpus.transcripts}
    hashes = {interview: hash_text(text) for interview, text in texts.items()}
    decided, settled = [_decided(agreement, hand) for hand in coders], _decided(agreement, agreed)
    there = count_found(judged.passages, coded_passages(agreed, codebook), judged.codes) > 0
    number = {code: at for at, code in enumerate(judged.codes)}

    def mark(do: str, interview: str, code: str, place: Span) -> Event:
        where = {"interview": interview, "text": hashes[interview], "start": place[0], "end": place[1]}
        return Event(new_id(), do, **where, quote=texts[interview][slice(*place)], code=code)  # type: ignore[arg-type]

    kept: dict[tuple[int, str], list[JointCoding]] = {}
    for stretch in stretches:
        for row in stretch.rows:
            kept.setdefault((row, stretch.code), []).append(stretch)
        if there[number[stretch.code], list(stretch.rows)].any():
            continue
        places = [(stretch.start, stretch.end)] if stretch.by_hand else sorted(set(sum(stretch.marks.values(), ())))
        yield from (mark("add" if stretch.by_hand else "accept", stretch.interview, stretch.code, at) for at in places)
    own, found = _own_codings(agreement, agreed), _hits_settled_out(agreement, hits, codebook)
    for row, (interview, _, _) in enumerate(places_in(judged.passages)):
        yes, no = ({judged.codes[at] for at in np.flatnonzero(agreement.stands[:, row] == value)} for value in (1, 0))
        given = {above for code in yes for above in codebook.ancestors(code)}
        for code, name in own.get(row, ()):
            if code in no and code not in given:
                yield Event(new_id(), "remove", of=name)
        for code in sorted(yes | no):
            told = [said.get((row, code), {}) for said in decided]
            itself = code in yes and not agreement.through[number[code], row]
            told.append(found.get((row, code), {}))
            for do, place in _verdicts(told, kept.get((row, code), ()), itself, settled.get((row, code), {})):
                yield mark(do, interview, code, place)


def _verdicts(
    told: Sequence[dict[Span, str]], kept: Sequence[JointCoding], is_found: bool, before: dict[Span, str]
) -> Iterator[tuple[str, Span]]:
    """Yield the hits of a code in a passage that `agreed` has to reject or to clear.

    Where the passage has the code only hits that somebody rejected are, and not where all marked the code.
    """

    def stands(place: Span) -> bool:
        return any(place[0] < own.end and own.start < place[1] for own in kept)

    rejected = {place for own in told for place, status in own.items() if status == "rejected"}
    accepted = {place for own in told for place, status in own.items() if status == "accepted"}
    no = {place for place in rejected if not stands(place)} if is_found else rejected | accepted
    yield from (("reject", place) for place in sorted(no) if before.get(place) != "rejected")
    if is_found:
        again = {place for place, status in before.items() if status == "rejected"} - no
        yield from (("clear", place) for place in sorted(again))


def _finished_passages(
    agreement: AgreedOn, agreed: HandCodings, corpus: Corpus, codebook: Codebook, by: str
) -> Iterator[Event]:
    """Yield the passages that `agreed` finishes, each with the codes that something stands for."""
    judged, talks = agreement.judged, {talk.interview: talk for talk in corpus.transcripts}
    known = find_judged(judged.passages, agreed, corpus, codebook, judged.codes)
    for row, (interview, start, end) in enumerate(places_in(judged.passages)):
        fresh = np.flatnonzero((agreement.stands[:, row] >= 0) & ~known[:, row])
        if len(fresh):
            codes = tuple(judged.codes[at] for at in fresh)
            yield replace(mark_passage("done", talks[interview], start, end, "", codebook, note=by), codes=codes)


def _whole_interviews(
    agreement: AgreedOn, coders: Sequence[HandCodings], agreed: HandCodings, corpus: Corpus, codebook: Codebook
) -> Iterator[Event]:
    """Yield the interviews that two finished as a whole, and of which nothing is open any more for some codes."""
    whole = [finished_interviews(hand, corpus, codebook) for hand in coders]
    already = finished_interviews(agreed, corpus, codebook)
    names = agreement.judged.passages["interview"].to_numpy(dtype=str)
    texts = {talk.interview: talk.text for talk in corpus.transcripts}
    for interview in dict.fromkeys(names.tolist()):
        closed = np.asarray((agreement.stands[:, names == interview] >= 0).all(axis=1), dtype=bool)
        codes = tuple(
            code
            for code, is_closed in zip(agreement.judged.codes, closed.tolist(), strict=True)
            if is_closed and (interview, code) not in already and sum((interview, code) in own for own in whole) > 1
        )
        if codes:
            text = hash_text(texts[interview])
            yield Event(new_id(), "done", interview=interview, text=text, codes=codes, codebook=codebook.coder)


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
    out = agreement.differ & ((agreement.stands == 0) | agreement.through)
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


def _own_codings(agreement: AgreedOn, hand: HandCodings) -> dict[int, list[tuple[str, str]]]:
    """Return the codes and ids of a coder's own codings in each passage."""
    found: dict[int, list[tuple[str, str]]] = {}
    codes, ids = hand.codings["code"].tolist(), hand.codings["id"].tolist()
    pairs = find_passages(agreement.judged.passages, hand.codings)
    for row, coding in zip(*(rows.tolist() for rows in pairs), strict=True):
        found.setdefault(row, []).append((codes[coding], ids[coding]))
    return found
