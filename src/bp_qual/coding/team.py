"""Several coders of one study: whose codings count in which interview, for which code.

What two of them coded in the same interview is added up by one rule only, that for a team, which must be asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

import numpy as np
from numpy.typing import NDArray

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand.placing import HandCodings
from bp_qual.coding.combining import (
    AND,
    Combined,
    Count,
    Together,
    combine_codings,
    combine_rows,
    joined,
    places_of,
    sort_codings,
)
from bp_qual.coding.uncounted import find_uncounted, find_undecided
from bp_qual.display import one_line, shown
from bp_qual.errors import Problem, StudyError
from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

TOGETHER: tuple[Together, ...] = get_args(Together)
_Cell = tuple[str, str]
_Place = tuple[str, str, int, int]
Flags = NDArray[np.bool_]


def combine_coders(
    auto: pd.DataFrame,
    hands: Sequence[HandCodings],
    corpus: Corpus,
    codebook: Codebook,
    *,
    count: Count = "human",
    together: Together,
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
        ``all``: what every coder finished, where all coded it alike. ``any``: they divided the interviews; each counts
        by the one who finished it, or by several who coded it alike. ``first``: the same, but where several finished
        an interview the first of `hands` who did counts. ``team``: they made one coding together; what each of
        them finished is added up, and overlapping codings of one code count once.

    Returns
    -------
    Combined
        ``coded`` says for each interview and code whose coding counts.

    Raises
    ------
    StudyError
        Where an interview is to count once and they coded it differently.

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
    return combine_each(each, auto, hands, corpus, codebook, count=count, together=together)


def combine_each(
    each: Sequence[Combined],
    auto: pd.DataFrame,
    hands: Sequence[HandCodings],
    corpus: Corpus,
    codebook: Codebook,
    *,
    count: Count,
    together: Together,
) -> Combined:
    """Return the codings that count of several coders, where those of each were combined already.

    Parameters
    ----------
    each : sequence of Combined
        Of each coder, from `combine_codings`.
    auto, hands, corpus, codebook, count, together
        As in `combine_coders`.

    Returns
    -------
    Combined
    """
    finished = np.array([combined.coded["coded"] for combined in each], dtype=bool)
    names = np.array([hand.coder for hand in hands], dtype=object)
    coded: Flags = np.logical_and.reduce(finished) if together == "all" else np.logical_or.reduce(finished)
    if together == "team":
        combined = _as_one(auto, hands, corpus, codebook, count, left=_cells(each, coded & ~finished))
        coder = [AND.join(names[np.flatnonzero(finished[:, cell])]) for cell in range(finished.shape[1])]
    elif together == "all":
        combined = _alike(each, finished)
        coder = [AND.join(names) if cell else "" for cell in coded]
    else:
        combined = _divided(each, finished, corpus, codebook, ordered=together == "first")
        coder = np.where(coded, names[finished.argmax(axis=0)], "").tolist()
    several = each[0].coded["interview"][finished.sum(axis=0) > 1]
    own = np.array([[name in counted.split(AND) for counted in coder] for name in names], dtype=bool)
    cells = list(zip(hands, _cells(each, finished), _cells(each, own), strict=True))
    hitless = [set(one.lost["id"]) if count == "reviewed" else None for one in each]
    return replace(
        combined,
        coded=each[0].coded.assign(coded=coded, coder=coder),
        coder=AND.join(names),
        together=together,
        double=tuple(dict.fromkeys(several)),
        imports=tuple(event for one in each for event in one.imports),
        made_with={key: event for one in each for key, event in one.made_with.items()},
        uncounted=tuple(
            find_uncounted(hand, done, codebook, counts=counts, together=together) for hand, done, counts in cells
        ),
        undecided=tuple(
            find_undecided(hand, done, codebook, gone, counts=counts, together=together)
            for (hand, done, counts), gone in zip(cells, hitless, strict=True)
            if gone is not None
        ),
    )


def _alike(each: Sequence[Combined], finished: Flags) -> Combined:
    """Return what all coders coded, where it is the same."""
    _refuse_differences(each, np.broadcast_to(finished.all(axis=0), finished.shape), "coders differ")
    codings, name = each[0].codings, AND.join(combined.coder for combined in each)
    return replace(each[0], codings=codings.assign(coder=codings["coder"].where(codings["status"] != "human", name)))


def _divided(
    each: Sequence[Combined], finished: Flags, corpus: Corpus, codebook: Codebook, *, ordered: bool
) -> Combined:
    """Return for each interview and code what one coder coded: the first of those who finished it."""
    if not ordered:
        _refuse_differences(each, finished & (finished.sum(axis=0) > 1), "coders overlap")
    cells = list(zip(each[0].coded["interview"], each[0].coded["code"], strict=True))
    begun = np.array([_begun(combined, cells) for combined in each])
    first = np.where(finished.any(axis=0), finished.argmax(axis=0), begun.argmax(axis=0))
    owner = dict(zip(cells, first, strict=True))
    rows = [
        combined.codings[np.array([owner[cell] == number for cell in _cells_of(combined.codings)], dtype=bool)]
        for number, combined in enumerate(each)
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
        raise _differing([hand.coder for hand in hands], places, "decisions differ", apart)
    return combine_rows(auto, codings, decisions, corpus, codebook, count=count)


def _refuse_differences(each: Sequence[Combined], compared: Flags, kind: str) -> None:
    """Raise an error where coders coded differently what is compared: coders x cells."""
    looked = _cells(each, compared)
    places = [_counted_places(combined.codings, own) for combined, own in zip(each, looked, strict=True)]
    everywhere = set[_Place]().union(*places)
    apart = {
        place
        for place in everywhere
        if any(place[:2] in own and place not in there for own, there in zip(looked, places, strict=True))
    }
    if apart:
        tables = (combined.codings for combined in each)
        raise _differing([combined.coder for combined in each], sorted(apart), kind, *tables)


def _differing(coders: Sequence[str], places: Sequence[_Place], kind: str, *tables: pd.DataFrame) -> StudyError:
    """Return the error, with the first difference as one finds it in the interview: its turn and its words."""
    interview, code, *_ = places[0]
    here = (table[[place == places[0] for place in places_of(table)]] for table in tables)
    first = next(row for table in here for row in table.itertuples())
    values = {
        "coders": list(coders), "n": len(places), "code": code, "turn": int(first.turn) + 1,
        "quote": shown(one_line(str(first.quote)), 40), "interview": interview,
        "interviews": len({place[0] for place in places}), "names": ",".join(coders),
    }  # fmt: skip
    return StudyError(Problem("codings", kind, values), Remark("nothing counted"))


def _counted_places(codings: pd.DataFrame, done: set[_Cell]) -> set[_Place]:
    kept = codings[codings["status"] != "rejected"]
    rows = zip(kept["interview"], kept["code"], kept["start"], kept["end"], strict=True)
    return {row for row in rows if row[:2] in done}


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
