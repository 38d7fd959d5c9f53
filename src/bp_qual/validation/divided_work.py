"""A sample that was divided between coders: what each coded of it, as one judgement of every passage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand import Event, HandCodings
from bp_qual.coding.by_hand.coder_names import AGREED
from bp_qual.coding.by_hand.replay import State, codes_about
from bp_qual.coding.judgements import coded_passages, find_judged
from bp_qual.coding.within_passages import count_found, find_passages, number_codes
from bp_qual.transcripts import Corpus
from bp_qual.validation.judged_sample import JudgedSample

if TYPE_CHECKING:
    import pandas as pd

Flags = NDArray[np.bool_]
Whole = NDArray[np.int64]
Place = tuple[str, int, int]  # interview, start, end
Row = dict[Any, Any]


def divided_between(named: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Return between whom a sample is divided, in the order of their names; nobody where all have all of it.

    >>> divided_between([("bert", "anna"), ("anna",), ("bert",)]), divided_between([("anna", "bert"), ("bert", "anna")])
    (('anna', 'bert'), ())
    """
    rows = list(named)
    coders = tuple(sorted({coder for row in rows for coder in row}))
    return coders if len(coders) > 1 and len({frozenset(row) for row in rows}) > 1 else ()


def judge_together(
    name: str, units: pd.DataFrame, named: Sequence[Sequence[str]], hands: Sequence[HandCodings], corpus: Corpus,
    codebook: Codebook,
) -> JudgedSample | None:  # fmt: skip
    """Return a divided sample as coded by all who coded a part of it, with one judgement of every passage and code.

    Parameters
    ----------
    name : str
        Of the sample.
    units : DataFrame
        Its passages, from `read_chances`.
    named : sequence of sequence of str
        Who is to code each of them; everybody where nobody is named.
    hands : sequence of HandCodings
        What coders finished one by one, those of `agreed` among them.
    corpus, codebook : Corpus and Codebook
        As they are now.

    Returns
    -------
    JudgedSample or None
        Of a passage that several finished counts for each code what they settled; where they settled nothing, what the
        coder found whom its row names first, of those who finished it (the first by name where it names nobody). Who
        is not named for a passage does not count there. What a coder left in a passage that another coder's word
        decides on is left out, as is a code below one that is not there by that word. None where the sample is not
        divided or fewer than two coded a part.

    Examples
    --------
    >>> from bp_qual.coding.by_hand import History, place_codings
    >>> from bp_qual.validation.sampling import draw_sample
    >>> units = draw_sample(corpus, codings, codebook, n=2).units
    >>> texts = {transcript.interview: transcript.text for transcript in corpus.transcripts}
    >>> done = [Event("d", "done", interview=unit.interview, start=unit.start, end=unit.end,
    ...               quote=texts[unit.interview][unit.start : unit.end]) for unit in units.itertuples()]
    >>> hands = [place_codings(History(who, (own,)), corpus) for who, own in zip(("anna", "bert"), done)]
    >>> judge_together("first", units, [("anna",), ("bert",)], hands, corpus, codebook).parts
    ('anna', 'bert')
    """
    between = divided_between(named)
    known = [hand for who in (AGREED, *between) for hand in hands if hand.coder == who and between]
    if not known:
        return None
    order = np.lexsort((units["start"].to_numpy(), units["interview"].to_numpy(dtype=str)))
    placed, rows = units.iloc[order], [tuple(named[at]) or between for at in order.tolist()]
    ranks = _ranks(known, rows)
    done = np.array([find_judged(placed, hand, corpus, codebook, codebook.ids) for hand in known])
    done &= (ranks >= 0)[:, np.newaxis, :]
    own = np.array([hand.coder != AGREED for hand in known], dtype=bool)
    by = [hand.coder for hand, is_own, did in zip(known, own, done, strict=True) if is_own and did.any()]
    if len(by) < 2:
        return None
    first = np.where(done, ranks[:, np.newaxis, :], np.iinfo(ranks.dtype).max).argmin(axis=0)
    work = _Work(placed, known, np.where(done.any(axis=0), first, -1), codebook)
    shared = int((done[own].any(axis=1).sum(axis=0) > 1).sum())
    return JudgedSample(name, units, work.join(by), parts=tuple(by), shared=shared)


def without_open(
    sample: JudgedSample, hands: Mapping[str, HandCodings], corpus: Corpus, codebook: Codebook
) -> JudgedSample:
    """Return a sample that coders settled without what they found of codes on which they still differ in it.

    Parameters
    ----------
    sample : JudgedSample
        As coded by anybody; the same is returned where it is not what coders settled.
    hands : mapping of str to HandCodings
        What each coder finished one by one.
    corpus, codebook : Corpus and Codebook
        As they are now.

    Returns
    -------
    JudgedSample
        With ``open``: a passage is open for a code where two of them finished it and it is not settled.

    Examples
    --------
    >>> from bp_qual.coding.by_hand import History, place_codings
    >>> sample = JudgedSample("first", codings, place_codings(History("anna", ()), corpus))
    >>> without_open(sample, {}, corpus, codebook) is sample
    True
    """
    if sample.coder != AGREED:
        return sample
    between = sample.settled_by or tuple(name for name in hands if name != AGREED)
    finished = {
        name: find_judged(sample.units, hands[name], corpus, codebook, codebook.ids)
        for name in (*between, AGREED) if name in hands
    }  # fmt: skip
    twice = sum(done.astype(int) for name, done in finished.items() if name != AGREED) > 1
    left = (twice & ~finished[AGREED]).sum(axis=1).tolist()
    counts = tuple((code, n) for code, n in zip(codebook.ids, left, strict=True) if n)
    return replace(sample, hand=_only(sample.hand, set(codebook.ids) - {code for code, _ in counts}), open=counts)


def _only(hand: HandCodings, codes: set[str]) -> HandCodings:
    """Return a coder's work with passages finished for some codes only."""
    about = ((event, codes.intersection(codes_about(event, [*codes]))) for event in hand.state.units)
    events = tuple(replace(event, code="", codes=tuple(sorted(own))) for event, own in about if own)
    kept = hand.units["id"].isin([event.id for event in events])
    return replace(hand, units=hand.units[kept], state=replace(hand.state, units=events))


def _ranks(hands: Sequence[HandCodings], rows: Sequence[Sequence[str]]) -> Whole:
    """Return the rank of each coder's word in each passage, `agreed` first; -1 for who is not to code it."""
    order = [(AGREED, *names) for names in rows]
    return np.array([[names.index(hand.coder) if hand.coder in names else -1 for names in order] for hand in hands])


@dataclass(frozen=True, slots=True, eq=False)
class _Work:
    """Passages in the order of the interviews, who coded them, and by whose work each code is judged in each."""

    units: pd.DataFrame
    hands: Sequence[HandCodings]
    whose: Whole
    codebook: Codebook

    def join(self, coders: Sequence[str]) -> HandCodings:
        """Return the work of all as that of one coder."""
        rows, events = self._finished()
        absent = self._absent()
        tables = {
            name: _joined([self._own(getattr(hand, name), number, absent) for number, hand in enumerate(self.hands)])
            for name in ("codings", "decisions")
        }
        beside = {name: _joined([getattr(hand, name) for hand in self.hands]) for name in ("memos", "lost")}
        return HandCodings(
            " ".join(coders), **tables, **beside, units=rows, state=State((), (), (), (), tuple(events)),
            files=tuple(file for hand in self.hands for file in hand.files),
        )  # fmt: skip

    def _absent(self) -> Flags:
        """Return which codes were looked for in which passages and are not there: codes x passages."""
        ids = self.codebook.ids
        found = [count_found(self.units, coded_passages(hand, self.codebook), ids) > 0 for hand in self.hands]
        absent: Flags = self.whose >= 0
        for number, own in enumerate(found):
            absent &= ~((self.whose == number) & own)
        return absent

    def _own(self, table: pd.DataFrame, number: int, absent: Flags) -> pd.DataFrame:
        """Return what of a coder's work counts, cut to the passages in which it does."""
        ids = self.codebook.ids
        above = np.array([[other in self.codebook.ancestors(code) for other in ids] for code in ids], dtype=int)
        counts = (self.whose == number) & (above @ absent.astype(int) == 0)
        rows, at = find_passages(self.units, table)
        codes = number_codes(table, ids)[at]
        kept = (codes >= 0) & counts[codes, rows]
        own, place = table.iloc[at[kept]].reset_index(drop=True), self.units.iloc[rows[kept]]
        starts, ends = own["start"].to_numpy(), own["end"].to_numpy()
        first, last = np.maximum(starts, place["start"].to_numpy()), np.minimum(ends, place["end"].to_numpy())
        cut = zip(own["quote"].tolist(), (first - starts).tolist(), (last - starts).tolist(), strict=True)
        return own.assign(start=first, end=last, quote=[quote[begin:end] for quote, begin, end in cut])

    def _finished(self) -> tuple[pd.DataFrame, list[Event]]:
        """Return the passages that were judged, each as finished for its codes, and what coders finished elsewhere."""
        import pandas as pd

        places = list(zip(*(self.units[name].tolist() for name in ("interview", "start", "end")), strict=True))
        held = [_rows_at(hand.units, places) for hand in self.hands]
        rows, events = list[dict[str, object]](), list[Event]()
        for number, hand in enumerate(self.hands):
            for at in np.flatnonzero((self.whose == number).any(axis=0)).tolist():
                row, (_, start, end) = held[number][0][at][0], places[at]
                by = [own for other, (own, _) in enumerate(held) if (other == number) == (hand.coder != AGREED)]
                samples = dict.fromkeys(own["sample"] for found in by for own in found.get(at, ())) or {"": None}
                quote = row["quote"][start - row["start"] : end - row["start"]]
                codes = tuple(self.codebook.ids[code] for code in np.flatnonzero(self.whose[:, at] == number))
                for sample in samples:
                    name = f"{hand.coder}/{at}/{sample}"
                    here = {"start": start, "end": end, "quote": quote, "id": name, "sample": sample}
                    rows.append({**row, **here})
                    events.append(Event(name, "done", interview=row["interview"], start=start, end=end, codes=codes))
            about = {event.id: event for event in hand.state.units}
            for row in held[number][1] if hand.coder != AGREED else ():
                rows.append({**row, "id": f"{hand.coder}/{row['id']}"})
                events.append(replace(about[row["id"]], id=f"{hand.coder}/{row['id']}"))
        return pd.DataFrame(rows, columns=list(self.hands[0].units.columns)), events


def _rows_at(finished: pd.DataFrame, places: Sequence[Place]) -> tuple[dict[int, list[Row]], list[Row]]:
    """Return by the number of a passage the rows by which a coder finished it, and the rows of no passage.

    Those are the rows of that passage itself, else of those that hold it.
    """
    of_interview: dict[str, list[int]] = {}
    for at, place in enumerate(places):
        of_interview.setdefault(place[0], []).append(at)
    found, elsewhere = dict[int, list[Row]](), list[Row]()
    for row in finished.to_dict("records"):
        within = [at for at in of_interview.get(row["interview"], ()) if _holds(row, places[at])]
        if not within:
            elsewhere.append(row)
        for at in within:
            found.setdefault(at, []).append(row)
    for at, own in found.items():
        exact = [row for row in own if places[at][1:] == (row["start"], row["end"])]
        found[at] = exact or own
    return found, elsewhere


def _holds(row: Row, place: Place) -> bool:
    return bool(row["start"] <= place[1] and place[2] <= row["end"])


def _joined(tables: Sequence[pd.DataFrame]) -> pd.DataFrame:
    import pandas as pd

    filled = [table for table in tables if len(table)]
    return pd.concat(filled, ignore_index=True) if filled else tables[0]
