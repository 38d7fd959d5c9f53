"""Which undecided passage to look at next, so that a decision pays most.

Passages of one kind are judged together: the hits of one term of a code in one wave, denied ones apart, and what is
proposed for a code in one wave. How many of a kind were right so far says how likely the next decision changes a count;
how few were looked at says how unsure that is. Both together are an upper bound: a kind that is likely wrong and one
that nobody looked at come first, one that was right each time comes last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from bp_qual.codebook import Codebook
from bp_qual.coding.combining import own_hits, places_of
from bp_qual.suggestions.known_passages import rows_within
from bp_qual.suggestions.similar_passages import Suggestions

if TYPE_CHECKING:
    import pandas as pd

HIT, PROPOSAL = "hit", "proposal"
REVIEW_COLUMNS = (
    "code", "interview", "person", "wave", "turn", "start", "end", "quote", "source", "term", "negated", "right",
    "wrong", "left",
)  # fmt: skip
_PLACED = ("code", "interview", "person", "wave", "turn", "start", "end", "quote")

Kind = tuple[str, str, str, str, bool]  # code, wave, source, term, whether it is denied
Passage = dict[str, object]


@dataclass(slots=True)
class _Group:
    """Passages of one kind: how many were right and wrong, and those that nobody decided on, by person."""

    right: int = 0
    wrong: int = 0
    waiting: dict[str, list[Passage]] = field(default_factory=dict)
    chosen: int = 0

    @property
    def left(self) -> int:
        return sum(map(len, self.waiting.values()))

    def worth(self, source: str) -> tuple[float, int]:
        """Return what a decision pays: the chance that it changes a count plus how unsure that is; then how many wait.

        The chance is that of the rule of succession, and its standard deviation that of a beta distribution, narrower
        by those that were chosen before.
        """
        looked = self.right + self.wrong
        changing = self.right if source == PROPOSAL else self.wrong
        chance = (changing + 1) / (looked + 2)
        unsure: float = (chance * (1 - chance) / (looked + self.chosen + 3)) ** 0.5
        return chance + unsure, self.left


def order_review(
    hits: pd.DataFrame,
    decisions: pd.DataFrame,
    codebook: Codebook,
    *,
    proposals: Suggestions | pd.DataFrame | None = None,
    judged: Mapping[tuple[str, str], tuple[int, int]] | None = None,
    sampled: pd.DataFrame | None = None,
    most: int = 20,
) -> pd.DataFrame:
    """Return the passages to look at next, those first of which a decision pays most.

    Parameters
    ----------
    hits : DataFrame
        The codebook's hits, from `apply_codebook`, decided on or not.
    decisions : DataFrame
        interview, start, end, code and status (``accepted`` or ``rejected``), as in `HandCodings.decisions`.
    codebook : Codebook
        What the hits are of: a row that a code above a hit got by it is no hit of its own.
    proposals : Suggestions or DataFrame, optional
        From `suggest_passages`, or its table: what was proposed and nobody judged.
    judged : mapping of (code, wave) to (right, wrong), optional
        How many proposals were accepted and declined.
    sampled : DataFrame, optional
        interview, start, end: passages of samples that were drawn, from `find_sampled`. They are coded blind, so no hit
        or proposal in them is shown or looked at. Without it passages of samples are shown too: this function does not
        know the study.
    most : int
        How many passages.

    Returns
    -------
    DataFrame
        `REVIEW_COLUMNS`, a row for each: ``source`` is ``hit`` or ``proposal``; ``right``, ``wrong`` and ``left`` are
        how many of its kind were accepted, rejected, and wait. Of a kind the persons with the fewest decisions on that
        code in that wave come first.

    Notes
    -----
    It only says in which order to look. Nothing is decided or counted by it.

    Examples
    --------
    >>> order_review(codings, codings.iloc[:0], codebook, most=2)[["wave", "quote", "left"]].values.tolist()
    [['2010', 'Money', 1], ['2020', 'money', 1]]
    """
    groups: dict[Kind, _Group] = {}
    seen: Counter[tuple[str, ...]] = Counter()
    decided = dict(zip(places_of(decisions), decisions["status"].tolist(), strict=True))
    own = _outside(own_hits(hits, codebook), sampled)
    proposed = proposals.table if isinstance(proposals, Suggestions) else proposals
    for place, row in zip(places_of(own), own.to_dict("records"), strict=True):
        group = groups.setdefault((row["code"], row["wave"], HIT, row["term"], bool(row["negated"])), _Group())
        verdict = decided.get(place, row["status"])
        if verdict == "auto":
            group.waiting.setdefault(row["person"], []).append(row)
            continue
        group.right += verdict == "accepted"
        group.wrong += verdict == "rejected"
        seen.update(_talks(row["code"], row["wave"], row["person"]))
    for row in [] if proposed is None else _outside(proposed, sampled).to_dict("records"):
        key = (row["code"], row["wave"])
        right, wrong = (judged or {}).get(key, (0, 0))
        group = groups.setdefault((*key, PROPOSAL, "", False), _Group(right, wrong))
        group.waiting.setdefault(row["person"], []).append(row)
    return _as_table(_choose(groups, seen, most))


def _outside(table: pd.DataFrame, sampled: pd.DataFrame | None) -> pd.DataFrame:
    """Return the rows of a table that lie in no passage of a sample."""
    return table if sampled is None else table[~rows_within(table, sampled)]


def _choose(groups: Mapping[Kind, _Group], seen: Counter[tuple[str, ...]], most: int) -> list[Passage]:
    """Return one passage after the other, each of the kind that pays most after those before it."""
    waits = {kind: group.left for kind, group in groups.items()}
    order = [(_put_off(group, kind), at, kind) for at, (kind, group) in enumerate(groups.items()) if group.left]
    heapify(order)
    chosen: list[Passage] = []
    while order and len(chosen) < most:
        _, at, kind = heappop(order)
        code, wave, source, term, negated = kind
        group = groups[kind]
        person = min(group.waiting, key=lambda name: tuple(seen[talk] for talk in _talks(code, wave, name)))
        row = group.waiting[person].pop(0)
        if not group.waiting[person]:
            del group.waiting[person]
        seen.update(_talks(code, wave, person))
        group.chosen += 1
        told = {"source": source, "term": term, "negated": negated, "right": group.right, "wrong": group.wrong}
        chosen.append({name: row[name] for name in _PLACED} | told | {"left": waits[kind]})
        if group.left:
            heappush(order, (_put_off(group, kind), at, kind))
    return chosen


def _talks(code: str, wave: str, person: str) -> tuple[tuple[str, ...], ...]:
    """Return what a decision is about: a person in a wave for one code, and for any."""
    return (code, wave, person), (wave, person)


def _put_off(group: _Group, kind: Kind) -> tuple[float, int]:
    """Return what puts those that pay most at the front of a heap."""
    chance, waiting = group.worth(kind[2])
    return -chance, -waiting


def _as_table(rows: Sequence[Passage]) -> pd.DataFrame:
    import pandas as pd

    whole = dict.fromkeys(("turn", "start", "end", "right", "wrong", "left"), "int64")
    return pd.DataFrame(rows, columns=list(REVIEW_COLUMNS)).astype({**whole, "negated": bool})
