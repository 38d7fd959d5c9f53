"""The parts a language may have: verbs that can be split, and phrases whose verb moves.

A language that has them gives objects with these methods; the rest of matching knows no more of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from bp_qual.matching.slots import Slot
    from bp_qual.matching.token_table import TokenTable
    from bp_qual.wording import Remark

Halves = tuple[str, str]
"""The particle and the base of a verb: `("samen", "werken")`."""


class SplitVerb(NamedTuple):
    """A verb found in two parts: its first and last token, the token of the base, its halves, and how sure that is."""

    first: int
    last: int
    verb: int
    halves: Halves
    score: float


@dataclass(frozen=True, slots=True)
class SplitCandidate:
    """Two words that may be the halves of one verb: where they are, how sure that is, and what speaks against it."""

    first: int
    last: int
    halves: Halves
    score: float
    believed: bool
    against: tuple[Remark, ...] = ()


class SplitFinder(Protocol):
    """Finds split verbs in one block."""

    def find_halves(self, wanted: Iterable[Halves] | None = None) -> Iterable[SplitVerb]:
        """Yield every one of these verbs where it is split; every verb there is, if none are given."""

    def weigh_halves(self, wanted: Iterable[Halves]) -> Iterable[SplitCandidate]:
        """Yield all that might be one of these verbs, for explaining."""


class SplitVerbs(Protocol):
    """The verbs of a language that can be split."""

    def halves(self, verb: str) -> tuple[Halves, ...]:
        """Return the ways to split a verb; none if it cannot be split."""

    def joined_with(self, base: str) -> tuple[Halves, ...]:
        """Return the halves of every verb that has this one as its base."""

    def finder(self, block: TokenTable) -> SplitFinder:
        """Return what finds them in a block."""


@dataclass(frozen=True, slots=True)
class VerbPhrase:
    """A phrase with its verb taken out: the verb, and the other words in their order.

    ``cut`` is the number of fixed words before the verb, as the phrase is written; ``particle`` says that the last
    fixed word is one half of the verb, ``moved`` that the first is the preposition that is written behind the verb.
    """

    verb: Slot
    fixed: tuple[Slot, ...]
    cut: int
    particle: bool = False
    moved: bool = False

    @property
    def slots(self) -> tuple[Slot, ...]:
        """All words, the verb last."""
        return (*self.fixed, self.verb)


class VerbPhrases(Protocol):
    """How the verb of a phrase moves in a language."""

    def read(self, slots: tuple[Slot, ...]) -> tuple[VerbPhrase, ...]:
        """Return the ways in which a phrase can be around its verb; none if it holds no verb that moves."""

    def arrange(self, block: TokenTable, phrase: VerbPhrase, tokens: Sequence[list[int]]) -> Iterator[tuple[int, int]]:
        """Yield the hits of a phrase whose verb is apart from its other words.

        Parameters
        ----------
        block : TokenTable
            The talk.
        phrase : VerbPhrase
            The phrase with its verb taken out.
        tokens : sequence of list of int
            For each slot of the phrase, the tokens of one sentence that fill it, in order.

        Yields
        ------
        tuple of int
            First and last token of a hit.
        """
