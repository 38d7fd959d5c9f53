"""What counts: the codebook's hits, the hits as a coder reviewed them, or the coder's own codings.

Codings of the computer and of a person are never added up without saying which rule did it; several coders are the
matter of `team`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand.events import SUGGESTED, Event
from bp_qual.coding.by_hand.placing import HandCodings
from bp_qual.coding.by_hand.replay import codes_left
from bp_qual.coding.codings import CODING_COLUMNS
from bp_qual.coding.counting import COUNTS, Count
from bp_qual.coding.made_with import as_confirmed
from bp_qual.coding.open_codes import find_left_by, find_open_above, open_for_persons
from bp_qual.coding.uncounted import Uncounted, find_uncounted, find_undecided
from bp_qual.transcripts import Corpus
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

Together = Literal["all", "any", "first", "team"]
AND = " + "  # between the names of coders; none holds it
_PLACE = ["interview", "code", "start", "end"]
_RANK = {"human": 0, "accepted": 1, "auto": 2}


@dataclass(frozen=True, slots=True, eq=False)
class Combined:
    """The codings that count, and which of the interviews were looked at.

    Attributes
    ----------
    codings : DataFrame
        The columns of `CODING_COLUMNS`. Hits that the coder rejected are there with status ``rejected`` and do not
        count; a hit that the coder accepted has status ``accepted``.
    coded : DataFrame
        interview, code, coded, coder: whether the interview was looked at for that code at all, and by whom where a
        person did. What was not is no zero.
    lost : DataFrame
        Decisions on hits that the codebook no longer makes, with interview, code, start, end, quote, status.
    foreign : DataFrame
        Codings by hand with a code that the codebook does not have. They do not count.
    count : {"machine", "reviewed", "human"}
        By which rule.
    coder : str
        Whose codings and decisions they are, with `AND` between several; empty where only the codebook's hits count.
    together : {"", "all", "any", "first", "team"}
        How several coders count, as `combine_coders` has it; empty where they are not several.
    double : tuple of str
        The interviews that several of them finished for the same code.
    settled : int
        On how many passages and codes they differed, and settled it.
    beside : tuple of str
        Who coded by hand too, and is not counted.
    imports : tuple of Event
        The files of other programs that the coder's codings came from.
    uncounted : tuple of Uncounted
        How much each coder coded, and what of it cannot count.
    undecided : tuple of Uncounted
        The same of the decisions on hits of each coder; nothing where only codings by hand count.
    made_with : mapping
        For the coder and place (as `places_of`) of each coding by hand its event, which says what its code meant, or
        what the coder said later that it still fits.
    decided_with : mapping
        The same of each coder's decisions on hits that count.
    left_by : mapping
        For interviews and codes that are not coded the files that came in with rows that leave them open.
    proposed : tuple of Remark
        How many codings of each coder were proposed by this program and accepted, and of which codes unevenly.

    Examples
    --------
    >>> combined = combine_codings(codings, None, corpus, codebook, count="machine")
    >>> len(combined.codings), combined.count, combined.coded["coded"].all()
    (3, 'machine', np.True_)
    """

    codings: pd.DataFrame
    coded: pd.DataFrame
    lost: pd.DataFrame
    foreign: pd.DataFrame
    count: Count = "machine"
    coder: str = ""
    together: Together | Literal[""] = ""
    double: tuple[str, ...] = ()
    settled: int = 0
    beside: tuple[str, ...] = ()
    imports: tuple[Event, ...] = ()
    uncounted: tuple[Uncounted, ...] = ()
    undecided: tuple[Uncounted, ...] = ()
    made_with: Mapping[tuple[str, object], Event] = field(default_factory=dict)
    decided_with: Mapping[tuple[str, object], Event] = field(default_factory=dict)
    left_by: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    proposed: tuple[Remark, ...] = ()

    @property
    def coders(self) -> tuple[str, ...]:
        """Whose codings and decisions they are, one by one.

        >>> combine_codings(codings, None, corpus, codebook, count="machine").coders
        ()
        """
        return tuple(filter(None, self.coder.split(AND)))

    @property
    def finished(self) -> frozenset[str]:
        """The interviews that the coder finished; none where only the codebook's hits count.

        >>> combine_codings(codings, None, corpus, codebook, count="machine").finished
        frozenset()
        """
        return frozenset(self.left)

    @property
    def gaps(self) -> list[tuple[str, str]]:
        """The interviews and codes that are not coded.

        >>> combine_codings(codings, None, corpus, codebook, count="machine").gaps
        []
        """
        cells = self.coded[~self.coded["coded"]]
        return list(zip(cells["interview"], cells["code"], strict=True))

    @property
    def left(self) -> dict[str, tuple[str, ...]]:
        """The interviews that the coder finished, each with the codes for which not.

        >>> combine_codings(codings, None, corpus, codebook, count="machine").left
        {}
        """
        if self.count == "machine":
            return {}
        cells = self.coded[self.coded["coded"]]
        codes = self.coded["code"].drop_duplicates().tolist()
        return codes_left(zip(cells["interview"], cells["code"], strict=True), codes)


def combine_codings(
    auto: pd.DataFrame, hand: HandCodings | None, corpus: Corpus, codebook: Codebook, *, count: Count = "reviewed"
) -> Combined:
    """Return the codings that count, by one of three rules.

    Parameters
    ----------
    auto : DataFrame
        The codebook's hits, from `apply_codebook`.
    hand : HandCodings or None
        What one coder did, from `read_codings`; None is enough for ``machine``.
    corpus : Corpus
        The interviews.
    codebook : Codebook
        Whose hits they are, and whose codes count.
    count : {"machine", "reviewed", "human"}
        ``machine``: the hits as they are. ``reviewed``: the hits less those rejected, with what the coder added.
        ``human``: what the coder coded, and nothing else. By the last two only what the coder finished was looked at.

    Returns
    -------
    Combined
        Every code above the code of a coding has a row too, and overlapping codings of one code count once: that of
        the coder before an accepted hit, and that before a hit nobody looked at.

    Raises
    ------
    ValueError
        For another rule, or without a coder where one is needed.

    Examples
    --------
    >>> from bp_qual.codebook import parse_codebook
    >>> from bp_qual.coding import apply_codebook
    >>> book = parse_codebook("{codebook: D, version: 1.0.0, language: nl, codes: [{id: a, terms: [samen]}, {id: b}]}")
    >>> combined = combine_codings(apply_codebook(book, Corpus((), (), ())), None, Corpus((), (), ()), book,
    ...                            count="machine")
    >>> len(combined.codings), len(combined.coded)
    (0, 0)
    """
    if count not in COUNTS:
        raise ValueError(f"count is machine, reviewed or human, not {count!r}")
    if count == "machine":
        return Combined(auto, _coded_by_machine(corpus, codebook), _none(auto), _none(auto))
    if hand is None:
        raise ValueError(f"count={count!r} needs the codings of a coder")
    interviews = [transcript.interview for transcript in corpus.transcripts]
    cells = [(interview, code) for interview in interviews for code in codebook.ids]
    done = hand.state.finished(interviews, codebook.ids)
    left = find_open_above(cells, np.array([cell in done for cell in cells], dtype=bool), codebook)
    done -= {cell for cell, is_open in zip(cells, left, strict=True) if is_open}
    coded = [(*cell, cell in done, hand.coder * (cell in done)) for cell in cells]
    combined = combine_rows(auto, hand.codings, hand.decisions, corpus, codebook, count=count)
    beside = open_for_persons((cell for cell in cells if cell not in done), corpus)
    hitless = set(combined.lost["id"]) if count == "reviewed" else None
    undecided = None if hitless is None else find_undecided(hand, done, codebook, hitless, beside=beside)
    state = hand.state
    events = {event.id: event for event in as_confirmed((*state.codings, *state.decisions), state)}
    places, decided = (zip(places_of(table), table["id"], strict=True) for table in (hand.codings, hand.on_hits))
    return replace(
        combined, coded=_frame(coded), coder=hand.coder, imports=hand.state.imports,
        uncounted=(find_uncounted(hand, done, codebook, beside=beside),), undecided=(undecided,) if undecided else (),
        made_with={(hand.coder, place): events[name] for place, name in places},
        decided_with={
            (hand.coder, place): events[name]
            for place, name in decided
            if hitless is not None and name not in hitless and place[:2] in done
        },
        left_by={cell: by for cell, by in find_left_by(state.opened, corpus, codebook).items() if cell not in done},
    )  # fmt: skip


def combine_rows(
    auto: pd.DataFrame,
    theirs: pd.DataFrame,
    decisions: pd.DataFrame,
    corpus: Corpus,
    codebook: Codebook,
    *,
    count: Count,
) -> Combined:
    """Return the codings that count of what people coded and decided, without saying what was finished.

    Parameters
    ----------
    auto : DataFrame
        The codebook's hits.
    theirs, decisions : DataFrame
        As in `HandCodings`.
    corpus, codebook : Corpus and Codebook
        What was coded, and with what.
    count : {"reviewed", "human"}
        By which rule.

    Returns
    -------
    Combined
        Nothing is coded yet in it.
    """
    known = set(codebook.ids)
    theirs = theirs[list(CODING_COLUMNS)]
    foreign = theirs[~theirs["code"].isin(known)]
    own = theirs[theirs["code"].isin(known)]
    hits, rejected, lost = _none(auto), _none(auto), _none(auto)
    if count == "reviewed":
        hits, rejected, lost = _reviewed(auto, decisions, codebook)
    counted = _count_once(_rolled_up(joined([own, hits]), codebook))
    if len(rejected):  # also where a code above got its row from a hit that was rejected for that code only
        counted = counted[~places_of(counted).isin(set(places_of(rejected))) | (counted["status"] == "human")]
    return Combined(sort_codings(joined([counted, rejected]), corpus, codebook), _frame([]), lost, foreign, count)


def _reviewed(
    auto: pd.DataFrame, decisions: pd.DataFrame, codebook: Codebook
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return the hits that count, those rejected, and the decisions on hits that are no more."""
    status = dict(zip(places_of(decisions), decisions["status"].tolist(), strict=True))
    decided = [status.get(place, now) for place, now in zip(places_of(auto), auto["status"].tolist(), strict=True)]
    hits = auto.assign(status=np.array(decided, dtype=object))
    rejected = hits[hits["status"] == "rejected"]
    proposed = decisions["id"].str.startswith(SUGGESTED)  # what was declined there was no hit
    lost = decisions[~places_of(decisions).isin(set(places_of(auto))) & ~proposed]
    said = [place in status for place in places_of(hits)]  # of a hit of a code below it too
    kept = hits[np.array(said, dtype=bool) | hits.index.isin(own_hits(hits, codebook).index)]
    return kept[kept["status"] != "rejected"], rejected, lost


def own_hits(codings: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """Return the rows of a table of codings whose code has the term itself, without those of the codes above it.

    Those are what a coder is asked about; the codes above follow.

    Parameters
    ----------
    codings : DataFrame
        From `apply_codebook`.
    codebook : Codebook
        The same.

    Returns
    -------
    DataFrame

    Examples
    --------
    >>> own_hits(codings, codebook)["quote"].tolist()
    ['Money', 'money', 'neighbours']
    """
    terms = {(code.id, term.text) for code in codebook.codes for term in code.terms}
    own = [key in terms for key in zip(codings["code"].tolist(), codings["term"].tolist(), strict=True)]
    return codings[np.array(own, dtype=bool)]


def _rolled_up(table: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """Give every code above the code of a row a row too."""
    above: Mapping[str, Iterable[str]] = {code: (code, *codebook.ancestors(code)) for code in codebook.ids}
    return table.assign(code=table["code"].map(above)).explode("code", ignore_index=True)


def _count_once(table: pd.DataFrame) -> pd.DataFrame:
    """Keep of overlapping rows of one code the coder's own, then the first, then the longest."""
    rows = table.assign(rank=table["status"].map(_RANK)).sort_values(
        ["interview", "code", "rank", "start", "end"], ascending=[True, True, True, True, False], kind="stable"
    )
    keep: list[int] = []
    for _, group in rows.groupby(["interview", "code"], sort=False):
        taken: list[tuple[int, int]] = []  # in order, none overlapping another
        for row, start, end in zip(group.index, group["start"], group["end"], strict=True):
            at = bisect_left(taken, (start, end))
            free_before = at == 0 or taken[at - 1][1] <= start
            if free_before and (at == len(taken) or taken[at][0] >= end):
                taken.insert(at, (start, end))
                keep.append(row)
    return table.loc[sorted(keep)]


def sort_codings(table: pd.DataFrame, corpus: Corpus, codebook: Codebook) -> pd.DataFrame:
    """Return codings in the order of the interviews, of where they stand, and of the codebook.

    Parameters
    ----------
    table : DataFrame
        The columns of `CODING_COLUMNS`, and perhaps more.
    corpus, codebook : Corpus and Codebook
        Theirs.

    Returns
    -------
    DataFrame
        The columns of `CODING_COLUMNS`.

    Examples
    --------
    >>> sort_codings(codings[::-1], corpus, codebook)["quote"].tolist()
    ['Money', 'money', 'neighbours']
    """
    interviews = {transcript.interview: number for number, transcript in enumerate(corpus.transcripts)}
    codes = {code: number for number, code in enumerate(codebook.ids)}
    placed = table.assign(first=table["interview"].map(interviews), last=table["code"].map(codes))
    ordered = placed.sort_values(["first", "start", "end", "last"], kind="stable")
    return ordered[list(CODING_COLUMNS)].reset_index(drop=True)


def places_of(table: pd.DataFrame) -> pd.Series[object]:
    """Return the place of each coding: interview, code, start and end, by which a decision finds its hit.

    >>> places_of(codings).tolist()[0]
    ('P01_2010', 'money', 24, 29)
    """
    import pandas as pd

    return pd.Series(
        list(zip(*(table[name].tolist() for name in _PLACE), strict=True)), index=table.index, dtype=object
    )


def joined(tables: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Return the rows of several tables of the same columns, one after the other.

    >>> len(joined([codings, codings.iloc[:0], codings]))
    6
    """
    import pandas as pd

    kept = [table for table in tables if len(table)]
    return pd.concat(kept, ignore_index=True) if kept else tables[0]


def _none(auto: pd.DataFrame) -> pd.DataFrame:
    return auto.iloc[:0]


def _coded_by_machine(corpus: Corpus, codebook: Codebook) -> pd.DataFrame:
    sought = codebook.sought
    return _frame([(t.interview, code, code in sought, "") for t in corpus.transcripts for code in codebook.ids])


def _frame(rows: list[tuple[str, str, bool, str]]) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(rows, columns=["interview", "code", "coded", "coder"]).astype({"coded": bool})
