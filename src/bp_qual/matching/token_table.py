"""Talk as columns of integers: every token by the number of its type, without knowing the language it is in.

Words are looked up by *type*: a corpus of millions of tokens has some ten thousand types, and a question asked once a
type costs next to nothing. Left out: words for hesitation (`eh`, `uhm`), stage directions and time stamps, and whatever
is outside turns. What is known of a language reads these columns (`languages`); `talk.Block` is the two together.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from copy import copy
from functools import cached_property
from typing import NamedTuple, Self

import numpy as np
import numpy.typing as npt

from bp_qual.matching.distinct import distinct
from bp_qual.matching.tokens import PAUSE, SOFT, STOP, TURN, Tokens, split_tokens
from bp_qual.transcripts import Transcript
from bp_qual.transcripts.speech import find_asides_in

RESPONDENT, INTERVIEWER = 1, 2
_ROLES = {"respondent": RESPONDENT, "interviewer": INTERVIEWER}
_BESIDE = 4
_FEW_TYPES, _SHARE = 1 << 16, 8
# What an excerpt of a table has in common with it; all else is about its tokens.
_SHARED = {
    *("language", "transcripts", "base", "turns", "asides", "types", "number", "heads", "joined_types"),
    *("persons", "answers", "_spoken"),
}

Ints = npt.NDArray[np.int64]


class Turns(NamedTuple):
    """The turns of a block: transcript and place in it, role (1 respondent, 2 interviewer, 0 other), block offsets."""

    transcript: Ints
    number: Ints
    role: Ints
    start: Ints
    end: Ints


class TokenTable:
    """Transcripts joined and cut into tokens, whatever language they are in.

    ``ids``, ``start``, ``end``, ``gap`` and ``turn`` are columns, one row a token; ``start`` and ``end`` are offsets in
    the joined texts (`base` of the transcript added). ``fillers`` are words that are left out. ``answers`` keeps which
    types were the answer to a question about types alone.

    >>> from bp_qual.transcripts import Turn
    >>> turn = Turn(0, "R", "respondent", 3, 15, person="P1")
    >>> talk = [Transcript("P1_1", ("P1",), "1", "R: Wij, eh, wij", (turn,))]
    >>> table = TokenTable(talk, fillers=frozenset({"eh"}))
    >>> [table.types[number] for number in table.ids.tolist()], table.gap.tolist() == [TURN, SOFT]
    (['wij', 'wij'], True)
    """

    def __init__(self, transcripts: Sequence[Transcript], *, fillers: frozenset[str]) -> None:
        self.transcripts = tuple(transcripts)
        lengths = [len(transcript.text) + 1 for transcript in transcripts]
        self.base: Ints = np.concatenate(([0], np.cumsum(lengths)[:-1])).astype(np.int64)
        self.turns = _collect_turns(self.transcripts, self.base)
        text = "\n".join(transcript.text for transcript in transcripts)
        tokens = self._split(text)
        self.asides = find_asides_in(text, np.column_stack((self.turns.start, self.turns.end)))
        kept, gap, turn = self._choose(tokens, fillers)
        self.types = tokens.types
        self.ids = tokens.ids[kept]
        self.start, self.end = tokens.start[kept], tokens.end[kept]
        self.gap, self.turn = gap, turn
        self._where: dict[frozenset[str], Ints] = {}
        self._spoken: dict[frozenset[str], npt.NDArray[np.bool_]] = {}
        self._listed: tuple[npt.NDArray[np.int32], Ints] | None = None
        self.answers: dict[Hashable, list[int]] = {}

    def __len__(self) -> int:
        return len(self.ids)

    def _split(self, text: str) -> Tokens:
        """Return the tokens of the joined texts."""
        return split_tokens(text)

    def _choose(
        self, tokens: Tokens, fillers: frozenset[str]
    ) -> tuple[Ints, npt.NDArray[np.uint8], npt.NDArray[np.int32]]:
        """Return which tokens are talk, the gap before each of them, and its turn."""
        first = np.searchsorted(tokens.start, self.turns.start)
        last = np.searchsorted(tokens.end, self.turns.end, side="right")
        turn = np.full(len(tokens), -1, dtype=np.int32)
        for number, (begin, stop) in enumerate(zip(first.tolist(), last.tolist(), strict=True)):
            turn[begin:stop] = number
        filler = np.array([form in fillers for form in tokens.types] or [False], dtype=bool)
        keep = (turn >= 0) & ~filler[tokens.ids]
        begins = np.searchsorted(tokens.end, self.asides[:, 0], side="right")
        for begin, stop in zip(begins.tolist(), np.searchsorted(tokens.start, self.asides[:, 1]).tolist(), strict=True):
            keep[begin:stop] = False
        kept = np.flatnonzero(keep)
        if not len(kept):
            return kept, tokens.gap[:0], turn[:0]
        group = np.concatenate(([0], kept[:-1] + 1))
        strongest = np.maximum.reduceat(tokens.gap[: kept[-1] + 1], group)
        bridged = (kept - group > 0) & (strongest < STOP)
        strongest[bridged] = SOFT
        turn = turn[kept]
        strongest[np.flatnonzero(np.diff(turn, prepend=-1))] = TURN
        return kept, strongest, turn

    def around(self, first: Ints, last: Ints) -> tuple[Self, Ints]:
        """Return the sentences that hold any of these stretches of tokens as a table, and which tokens these are.

        What is asked of talk around a hit costs less in the sentences with hits than in all talk. The next sentence,
        which may answer a question, and a few words on either side are there too, so that what looks there sees all.

        >>> from bp_qual.transcripts import Turn
        >>> said = "Ja. Wij samen, al heel erg lang. En nou ben ik moe."
        >>> turn = Turn(0, "R", "respondent", 0, len(said), person="P1")
        >>> table = TokenTable([Transcript("P1_1", ("P1",), "1", said, (turn,))], fillers=frozenset())
        >>> part, tokens = table.around(np.array([2]), np.array([2]))
        >>> [table.types[number] for number in part.ids.tolist()], len(tokens)
        (['ja', 'wij', 'samen', 'al', 'heel', 'erg', 'lang', 'en', 'nou', 'ben', 'ik', 'moe'], 12)
        """
        size = int(self.sentence.max(initial=0)) + 1
        left, right = np.divmod(distinct(self.sentence[first].astype(np.int64) * size + self.sentence[last]), size)
        begin = np.maximum(np.searchsorted(self.sentence, left) - _BESIDE, 0)
        stop = np.minimum(np.searchsorted(self.sentence, right + 1, side="right") + _BESIDE, len(self))
        begin[1:] = np.maximum(begin[1:], np.maximum.accumulate(stop)[:-1])
        count = np.maximum(stop - begin, 0)
        rows = np.repeat(begin - np.cumsum(count) + count, count) + np.arange(count.sum())
        _ = self.number  # asked here, so that the excerpt has it
        part = copy(self)
        part.__dict__ = {name: value for name, value in self.__dict__.items() if name in _SHARED}
        part.ids, part.start, part.end, part.turn = self.ids[rows], self.start[rows], self.end[rows], self.turn[rows]
        part.gap = np.where(np.diff(rows, prepend=-1) > 1, TURN, self.gap[rows]).astype(np.uint8)
        part.sentence = self.sentence[rows]
        part._where, part._listed = {}, None
        return part, rows

    @cached_property
    def number(self) -> dict[str, int]:
        """The number of each type."""
        return dict(zip(self.types, range(len(self.types)), strict=True))

    @cached_property
    def heads(self) -> dict[str, list[int]]:
        """The types by their first three letters."""
        heads: dict[str, list[int]] = {}
        for number, form in enumerate(self.types):
            heads.setdefault(form[:3], []).append(number)
        return heads

    @cached_property
    def joined_types(self) -> str:
        """All types, one a line, for searching inside words."""
        return "\n".join(self.types)

    @cached_property
    def persons(self) -> npt.NDArray[np.object_]:
        """The person of each turn."""
        return np.array([turn.person for spoken in self.transcripts for turn in spoken.turns], dtype=object)

    @cached_property
    def counts(self) -> Ints:
        """How often each type is said."""
        return np.bincount(self.ids, minlength=len(self.types))

    @cached_property
    def sentence(self) -> npt.NDArray[np.int32]:
        """The number of the sentence each token is in."""
        return np.cumsum(self.gap >= STOP, dtype=np.int32)

    def word(self, token: int) -> str:
        """Return a token as it is looked up: folded."""
        return self.types[int(self.ids[token])]

    def joined(self, token: int) -> bool:
        """Return whether there is such a token, and no pause before it."""
        return token < len(self) and bool(self.gap[token] < PAUSE)

    def text(self, start: int, end: int) -> str:
        """Return what is between two block offsets of one transcript."""
        number = int(np.searchsorted(self.base, start, side="right")) - 1
        offset = int(self.base[number])
        return self.transcripts[number].text[start - offset : end - offset]

    def in_aside(self, offset: int) -> bool:
        """Return whether a block offset lies in a stage direction or time stamp."""
        before = int(np.searchsorted(self.asides[:, 0], offset, side="right")) - 1
        return before >= 0 and offset < int(self.asides[before, 1])

    @cached_property
    def pauses(self) -> Ints:
        """The tokens with a comma or the like before them."""
        return np.flatnonzero(self.gap >= PAUSE)

    def spoken(self, listed: frozenset[str]) -> npt.NDArray[np.bool_]:
        """Return which types are among these words, remembered."""
        if listed not in self._spoken:
            flags = np.zeros(len(self.types) + 1, dtype=bool)
            flags[[self.number[form] for form in listed if form in self.number]] = True
            flags.flags.writeable = False
            self._spoken[listed] = flags
        return self._spoken[listed]

    def where(self, listed: frozenset[str]) -> Ints:
        """Return the tokens that are one of these words, remembered."""
        if listed not in self._where:
            self._where[listed] = np.flatnonzero(self.spoken(listed)[self.ids])
        return self._where[listed]

    @property
    def clause_starts(self) -> Ints:
        """The tokens at which a clause begins though no sign or joining word says so; none without a language."""
        return np.empty(0, dtype=np.int64)

    def list_tokens(self) -> None:
        """List the tokens of each type, so that those of a few types are found without going through all talk."""
        few = len(self.types) < _FEW_TYPES  # numbers that are sorted far quicker
        order = np.argsort(self.ids.astype(np.uint16) if few else self.ids, kind="stable").astype(np.int32)
        self._listed = order, np.concatenate(([0], np.cumsum(self.counts)))

    def tokens_of(self, types: Ints) -> tuple[Ints, Ints] | None:
        """Return the tokens of some types, and how many each has; None where going through all talk is as quick.

        >>> table = TokenTable([Transcript("P1_1", ("P1",), "1", "", ())], fillers=frozenset())
        >>> table.tokens_of(np.array([], dtype=np.int64))  # nobody asked to list them
        """
        if self._listed is None:
            return None
        order, first = self._listed
        count = first[types + 1] - first[types]
        total = int(count.sum())
        if total * _SHARE > len(self):
            return None
        row = np.repeat(first[types] - np.cumsum(count) + count, count) + np.arange(total)
        return order[row].astype(np.int64), count

    def place(self, offsets: Ints) -> Ints:
        """Return which transcript each block offset lies in."""
        return np.searchsorted(self.base, offsets, side="right") - 1


def _collect_turns(transcripts: Sequence[Transcript], base: Ints) -> Turns:
    rows = [
        (number, turn.index, _ROLES.get(turn.role, 0), offset + turn.start, offset + turn.end)
        for number, (transcript, offset) in enumerate(zip(transcripts, base.tolist(), strict=True))
        for turn in transcript.turns
    ]
    table = np.array(rows, dtype=np.int64).reshape(-1, 5)
    return Turns(*(np.ascontiguousarray(column) for column in table.T))
