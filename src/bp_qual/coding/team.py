"""Several coders of one study: whose codings count in which interview, for which code.

What two of them coded in the same interview is added up by one rule only, that for a team, which must be asked for; by
the others one of them counts, or what they agree on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

import numpy as np

from bp_qual.codebook import Codebook
from bp_qual.coding.agreed_counts import AgreedCodings, count_agreed, refuse
from bp_qual.coding.by_hand.placing import HandCodings
from bp_qual.coding.combining import (
    AND,
    Combined,
    Together,
    combine_codings,
    combine_rows,
    joined,
    places_of,
    sort_codings,
)
from bp_qual.coding.counting import Count
from bp_qual.coding.open_codes import Flags, find_open_above, open_for_persons
from bp_qual.coding.uncounted import find_uncounted, find_undecided
from bp_qual.transcripts import Corpus

if TYPE_CHECKING:
    import pandas as pd

TOGETHER: tuple[Together, ...] = get_args(Together)
_Cell = tuple[str, str]


def combine_coders(
    auto: pd.DataFrame,
    hands: Sequence[HandCodings],
    corpus: Corpus,
    codebook: Codebook,
    *,
    count: Count = "human",
    together: Together,
    agreed: HandCodings | None = None,
) -> Combined:
    """Return the codings that count of several coders, by one of four rules.

    Parameters
    ----------
    auto : DataFrame
        The codebook's hits, from `apply_codebook`.
    hands : sequence of HandCodings
        What each coder did, from `read_codings`.
    corpus : Corpus
        The interviews.
    codebook : Codebook
        Whose codes count.
    count : {"reviewed", "human"}
        As in `combine_codings`.
    together : {"all", "any", "first", "team"}
        ``all``: what every coder finished, as they agree on it passage by passage. ``any``: they divided the
        interviews; each counts by the one who finished it, or as several who did agree on it. ``first``: the same, but
        where several finished an interview the first of `hands` who did counts. ``team``: they made one coding
        together; what each of them finished is added up, and overlapping codings of one code count once.
    agreed : HandCodings, optional
        What they settled where they differed, for ``all`` and ``any`` (`find_joint`).

    Returns
    -------
    Combined
        ``coded`` says for each interview and code whose coding counts.

    Raises
    ------
    StudyError
        Where they are to agree on an interview, and differ on passages that they did not settle.

    Examples
    --------
    >>> from bp_qual.coding.by_hand import Event, History, place_codings
    >>> hands = [
    ...     place_codings(History(coder, (Event("e1", "done", interview=interview),)), corpus)
    ...     for coder, interview in (("anna", "P01_2010"), ("bea", "P01_2020"))
    ... ]
    >>> combined = combine_coders(codings, hands, corpus, codebook, together="any")
    >>> combined.coded.loc[combined.coded["coded"], ["interview", "coder"]].drop_duplicates().values.tolist()
    [['P01_2010', 'anna'], ['P01_2020', 'bea']]
    """
    if together not in TOGETHER:
        raise ValueError(f"together is all, any, first or team, not {together!r}")
    if count not in ("reviewed", "human"):
        raise ValueError(f"several coders are counted as reviewed or human, not as {count!r}")
    each = [combine_codings(auto, hand, corpus, codebook, count=count) for hand in hands]
    return combine_each(each, auto, hands, corpus, codebook, count=count, together=together, agreed=agreed)


def combine_each(
    each: Sequence[Combined],
    auto: pd.DataFrame,
    hands: Sequence[HandCodings],
    corpus: Corpus,
    codebook: Codebook,
    *,
    count: Count,
    together: Together,
    agreed: HandCodings | None = None,
) -> Combined:
    """Return the codings that count of several coders, where those of each were combined already.

    Parameters
    ----------
    each : sequence of Combined
        Of each coder, from `combine_codings`.
    auto, hands, corpus, codebook, count, together, agreed
        As in `combine_coders`.

    Returns
    -------
    Combined
    """
    cells = list(zip(each[0].coded["interview"], each[0].coded["code"], strict=True))
    finished = _finished(hands, cells, corpus, codebook, together)
    names = np.array([hand.coder for hand in hands], dtype=object)
    coded: Flags = np.logical_and.reduce(finished) if together == "all" else np.logical_or.reduce(finished)
    coded = coded & ~find_open_above(cells, coded, codebook)
    coder = [AND.join(names[np.flatnonzero(column)]) for column in (finished & coded).T]
    agreement = AgreedCodings((), auto.iloc[:0])
    if together == "team":
        combined = _as_one(auto, hands, corpus, codebook, count, left=_cells(each, coded & ~finished))
    elif together == "first":
        combined = _divided(each, finished, corpus, codebook)
        coder = np.where(coded, names[finished.argmax(axis=0)], "").tolist()
    else:
        both = _cells(each[:1], (coded & (finished.sum(axis=0) > 1))[np.newaxis])[0]
        agreement = count_agreed(auto, hands, agreed, corpus, codebook, count=count, cells=both, together=together)
        combined = _divided(each, finished, corpus, codebook, agreed=agreement)
    several = each[0].coded["interview"][finished.sum(axis=0) > 1]
    own = np.array([[name in counted.split(AND) for counted in coder] for name in names], dtype=bool)
    open_cells = (cell for cell, is_coded in zip(cells, coded, strict=True) if not is_coded)
    beside = open_for_persons(open_cells, corpus)
    whose = list(zip(hands, _cells(each, finished), _cells(each, own), strict=True))
    outs = [agreement.out.get(hand.coder, ()) for hand in hands]
    hitless = [set(one.lost["id"]) if count == "reviewed" else None for one in each]
    return replace(
        combined,
        coded=each[0].coded.assign(coded=coded, coder=coder),
        coder=AND.join(names),
        together=together,
        double=tuple(dict.fromkeys(several)),
        settled=agreement.settled,
        imports=tuple(event for one in each for event in one.imports),
        made_with={key: event for one in each for key, event in one.made_with.items()}
        | agreement.find_events(each, codebook),
        decided_with={
            key: event
            for one, (_, _, counts), out in zip(each, whose, outs, strict=True)
            for key, event in one.decided_with.items()
            if (event.interview, event.code) in counts and event.id not in out
        },
        left_by={
            cell: tuple(dict.fromkeys(file for one in each for file in one.left_by.get(cell, ())))
            for cell, is_coded in zip(cells, coded, strict=True)
            if not is_coded and any(cell in one.left_by for one in each)
        },
        uncounted=tuple(
            find_uncounted(hand, done, codebook, counts=counts, together=together, settled=out, beside=beside)
            for (hand, done, counts), out in zip(whose, outs, strict=True)
        ),
        undecided=tuple(
            find_undecided(hand, done, codebook, gone, counts=counts, together=together, settled=out, beside=beside)
            for (hand, done, counts), out, gone in zip(whose, outs, hitless, strict=True)
            if gone is not None
        ),
    )


def _finished(
    hands: Sequence[HandCodings], cells: Sequence[_Cell], corpus: Corpus, codebook: Codebook, together: Together
) -> Flags:
    """Return what each coder finished and may count: coders x cells.

    What one of them left open, with a passage that has no place, is open for a team and where they divided the
    interviews, whoever else finished it; where the first of them counts, only what a later one left open is not.
    """
    interviews = [transcript.interview for transcript in corpus.transcripts]
    done = [hand.state.finished(interviews, codebook.ids) for hand in hands]
    finished = np.array([[cell in own for cell in cells] for own in done], dtype=bool)
    left = [hand.state.opened for hand in hands]
    opened = np.array([[cell in own for cell in cells] for own in left], dtype=bool)
    if together == "first":
        opened &= np.logical_or.accumulate(finished, axis=0) == 0
    return finished & ~opened.any(axis=0)


def _divided(
    each: Sequence[Combined],
    finished: Flags,
    corpus: Corpus,
    codebook: Codebook,
    *,
    agreed: AgreedCodings | None = None,
) -> Combined:
    """Return for each interview and code what counts there: what several agree on, else of the first who finished."""
    cells = list(zip(each[0].coded["interview"], each[0].coded["code"], strict=True))
    begun = np.array([_begun(combined, cells) for combined in each])
    first = np.where(finished.any(axis=0), finished.argmax(axis=0), begun.argmax(axis=0))
    owner = dict(zip(cells, first.tolist(), strict=True))
    tables = [combined.codings for combined in each]
    if agreed is not None:
        owner |= dict.fromkeys(agreed.cells, len(each))
        tables.append(agreed.codings)
    rows = [
        table[np.array([owner[cell] == number for cell in _cells_of(table)], dtype=bool)]
        for number, table in enumerate(tables)
    ]
    return replace(
        each[0],
        codings=sort_codings(joined(rows), corpus, codebook),
        lost=joined([combined.lost for combined in each]),
        foreign=joined([combined.foreign for combined in each]),
    )


def _as_one(
    auto: pd.DataFrame,
    hands: Sequence[HandCodings],
    corpus: Corpus,
    codebook: Codebook,
    count: Count,
    *,
    left: Sequence[set[_Cell]],
) -> Combined:
    """Return what the coders coded together, as if it were one coder's; decisions against each other are refused.

    ``left`` is for each coder what others finished, and that coder did not.
    """
    codings, decisions = (
        joined([_without(table, cells) for table, cells in zip(tables, left, strict=True)])
        for tables in ([hand.codings for hand in hands], [hand.decisions for hand in hands])
    )
    said = decisions.assign(where=places_of(decisions)).drop_duplicates(["where", "status"])
    if count == "reviewed" and len(apart := said[said["where"].duplicated(keep=False)]):
        places = sorted(set(apart["where"]))
        first = apart[[place == places[0] for place in apart["where"]]].iloc[0].to_dict()
        raise refuse([hand.coder for hand in hands], "decisions differ", first, n=len(places))
    return combine_rows(auto, codings, decisions, corpus, codebook, count=count)


def _begun(combined: Combined, cells: Sequence[_Cell]) -> list[bool]:
    """Return for each cell whether the coder did anything in its interview."""
    codings = combined.codings
    own = set(codings.loc[codings["status"] != "auto", "interview"])
    return [interview in own for interview, _ in cells]


def _cells(each: Sequence[Combined], flags: Flags) -> list[set[_Cell]]:
    """Return for each coder the interviews and codes that are marked: coders x cells."""
    cells = list(zip(each[0].coded["interview"], each[0].coded["code"], strict=True))
    return [{cell for cell, yes in zip(cells, row, strict=True) if yes} for row in flags]


def _without(table: pd.DataFrame, cells: set[_Cell]) -> pd.DataFrame:
    return table[np.array([cell not in cells for cell in _cells_of(table)], dtype=bool)]


def _cells_of(codings: pd.DataFrame) -> list[_Cell]:
    return list(zip(codings["interview"], codings["code"], strict=True))
