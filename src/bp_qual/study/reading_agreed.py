"""The work of `agreed` as it is now: what was settled, and what the coders found since.

The file of `agreed` is as old as the last decision; those between whom it was go on coding. What they agree on now is
added when it is read, and what they differ on now and did not settle is open: not coded, whatever was settled before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bp_qual.codebook import Codebook
from bp_qual.coding.agreed_work import missing_work, no_work
from bp_qual.coding.agreeing import AGREED, agree_on
from bp_qual.coding.by_hand import Event, HandCodings, History, list_coders, place_codings, read_history
from bp_qual.coding.by_hand.following import followed
from bp_qual.study.reading_hands import read_hand
from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class AgreedNow:
    """The work of `agreed`, and what is open: the interviews of each passage and code on which coders differ.

    >>> AgreedNow(no_work(), ("anna", "bert"), ()).told
    ()
    """

    hand: HandCodings
    coders: tuple[str, ...]
    open: tuple[tuple[str, str], ...]

    @property
    def told(self) -> tuple[Remark, ...]:
        """What must be said where anything is open."""
        if not self.open:
            return ()
        codes: dict[str, list[str]] = {}
        for interview, code in dict.fromkeys(self.open):
            codes.setdefault(interview, []).append(code)
        places = [f"{interview} ({', '.join(own)})" for interview, own in codes.items()]
        return (Remark("agreed is open", values={"coders": list(self.coders), "n": len(self.open), "places": places}),)


def read_agreed(folder: Path, corpus: Corpus, codebook: Codebook | None) -> HandCodings:
    """Return the work of `agreed` as it was saved; empty where nothing was settled yet.

    Parameters
    ----------
    folder : Path
        Of the study.
    corpus : Corpus
        The interviews.
    codebook : Codebook or None
        As it is now; None where the study has none.

    Returns
    -------
    HandCodings

    Examples
    --------
    >>> len(read_agreed(Path("no/such/folder"), corpus, codebook).codings)
    0
    """
    return read_hand(folder, AGREED, corpus, codebook) if AGREED in list_coders(folder) else no_work()


def read_agreed_now(
    folder: Path, corpus: Corpus, codebook: Codebook | None, *, hits: pd.DataFrame | None = None
) -> AgreedNow:
    """Return the work of `agreed` as it is now.

    Parameters
    ----------
    folder : Path
        Of the study.
    corpus, codebook : Corpus and Codebook
        As they are now.
    hits : DataFrame, optional
        The codebook's hits, of which those are rejected that were settled to be none.

    Returns
    -------
    AgreedNow

    Examples
    --------
    >>> len(read_agreed_now(Path("no/such/folder"), corpus, codebook).hand.codings)
    0
    """
    saved = read_agreed(folder, corpus, codebook)
    there = [name for name in list_coders(folder) if name != AGREED]
    if codebook is None or AGREED not in list_coders(folder):
        return AgreedNow(saved, tuple(there), ())
    history = followed(read_history(folder, AGREED, codebook), corpus)
    events, still_open, named = list[Event](), list[tuple[str, str]](), list[str]()
    hands = {name: place_codings(read_history(folder, name, codebook), corpus) for name in there}
    for names, own in _parted(history, there, corpus).items():
        coders = [hands[name] for name in names]
        agreement = agree_on(coders, saved, own, codebook)
        events += missing_work(agreement, coders, saved, hits, own, codebook)
        places = agreement.judged.passages["interview"].tolist()
        differ = np.argwhere(agreement.open).tolist()
        still_open += [(places[row], agreement.judged.codes[code]) for code, row in differ]
        named += [name for name in names if name not in named and differ]
    last = max((event.n for event in history.events), default=0)
    numbered = tuple(replace(event, n=last + place) for place, event in enumerate(events, start=1))
    hand = place_codings(replace(history, events=(*history.events, *numbered)), corpus)
    return AgreedNow(replace(hand, open=frozenset(still_open)), tuple(named), tuple(still_open))


def read_anyone(folder: Path, coder: str, corpus: Corpus, codebook: Codebook | None) -> HandCodings:
    """Return what a coder did in a study, or what coders agree on now.

    Parameters
    ----------
    folder : Path
        Of the study.
    coder : str
        Whose work.
    corpus : Corpus
        The interviews.
    codebook : Codebook or None
        As it is now; None where the study has none.

    Returns
    -------
    HandCodings

    Examples
    --------
    >>> len(read_anyone(Path("no/such/folder"), "anna", corpus, codebook).codings)
    0
    """
    if coder == AGREED:
        return read_agreed_now(folder, corpus, codebook).hand
    return read_hand(folder, coder, corpus, codebook)


def settled_between(history: History) -> tuple[Mapping[str, tuple[str, ...]], tuple[str, ...]]:
    """Return between whom each interview was settled the last time, and between whom anything was.

    >>> settled_between(History(AGREED, (Event("e1", "done", interview="P01_2010", coders=("anna", "bert")),)))
    ({'P01_2010': ('anna', 'bert')}, ('anna', 'bert'))
    """
    named = [event for event in history.events if event.coders]
    return {event.interview: event.coders for event in named if event.interview}, named[-1].coders if named else ()


def _parted(history: History, there: Sequence[str], corpus: Corpus) -> dict[tuple[str, ...], Corpus]:
    """Return the interviews by those between whom they were settled, of those who are there; with fewer than two none.

    An interview of which nothing was settled yet is with those between whom anything was the last time.
    """
    between, last = settled_between(history)
    parts: dict[tuple[str, ...], list[str]] = {}
    for transcript in corpus.transcripts:
        names = between.get(transcript.interview, last) or tuple(there)
        parts.setdefault(tuple(name for name in names if name in there), []).append(transcript.interview)
    return {
        names: replace(corpus, transcripts=tuple(t for t in corpus.transcripts if t.interview in set(own)))
        for names, own in parts.items()
        if len(names) > 1
    }
