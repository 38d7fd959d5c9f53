"""Kept hits: what a term found in a block stays known, so that a changed codebook is not looked for all over again.

A block keeps what was found in it as long as it lives itself, and no more than so many hits: beyond that only those of
the codebook that is at work.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from weakref import WeakKeyDictionary

from bp_qual.matching.rules import Rule
from bp_qual.matching.talk import Block
from bp_qual.matching.term_search import TermHits

MOST_ROWS, MOST_TERMS = 500_000, 50_000
Search = Callable[[Sequence[Rule]], tuple[list[TermHits], set[int]]]


class KeptHits:
    """What was found of terms in one block, by what decides what is found of them.

    >>> KeptHits().find({}, lambda rules: ([], set()))
    []
    """

    def __init__(self) -> None:
        self._found: Mapping[Hashable, TermHits] = {}

    def find(self, wanted: Mapping[Hashable, Rule], search: Search) -> list[TermHits]:
        """Return what each term finds: what is known of it, and else what a search gives, which is known from then on.

        Parameters
        ----------
        wanted : mapping
            The terms, by what decides what is found of them.
        search : callable
            Looks for some of them, and says which of these it could not look for everywhere; that is not kept.

        Returns
        -------
        list of TermHits
            In the order of the terms.
        """
        known = self._found
        missing = [key for key in wanted if key not in known]
        if missing:
            hits, unfinished = search([wanted[key] for key in missing])
            found = dict(zip(missing, hits, strict=True))
            known = {**known, **found}
            self._keep(known, {missing[number] for number in unfinished}, wanted)
        return [known[key] for key in wanted]

    def _keep(
        self, known: Mapping[Hashable, TermHits], unfinished: set[Hashable], wanted: Mapping[Hashable, Rule]
    ) -> None:
        kept = {key: hits for key, hits in known.items() if key not in unfinished}
        rows = sum(len(hits.words) + len(hits.others) for hits in kept.values())
        if rows > MOST_ROWS or len(kept) > MOST_TERMS:
            kept = {key: hits for key, hits in kept.items() if key in wanted}
        self._found = kept


_KEPT: WeakKeyDictionary[Block, KeptHits] = WeakKeyDictionary()


def kept_hits_of(block: Block) -> KeptHits:
    """Return the hits that are kept of a block, as long as the block is.

    >>> from bp_qual.transcripts import Transcript, Turn
    >>> block = Block([Transcript("P1", ("P1",), "1", "Ja.", (Turn(0, "R", "respondent", 0, 3, "P1"),))])
    >>> kept_hits_of(block) is kept_hits_of(block)
    True
    """
    return _KEPT.setdefault(block, KeptHits())
