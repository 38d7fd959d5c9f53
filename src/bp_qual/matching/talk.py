"""Talk as columns of integers: every token of a corpus by the number of its type, kept so that re-coding is quick.

Words are looked up by *type*: a corpus of millions of tokens has some ten thousand types, and a question asked once a
type costs next to nothing. Transcripts are joined to blocks of one language and bounded size, so that memory does not
grow with the corpus when blocks are made one after another. Left out of a block: words for hesitation (`eh`, `uhm`),
stage directions and time stamps, and whatever is outside turns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from bp_qual.matching.languages import Language, find_language
from bp_qual.matching.tokens import PAUSE, SOFT, SPACE, STOP, TURN, Tokens, split_tokens
from bp_qual.transcripts import Corpus, Transcript
from bp_qual.transcripts.speech import find_asides

if TYPE_CHECKING:
    from bp_qual.matching.languages.parts import SplitFinder
    from bp_qual.matching.negation import Cues

__all__ = ["PAUSE", "SOFT", "SPACE", "STOP", "TURN", "Block", "TalkIndex", "Turns", "index_corpus", "iterate_blocks"]

BLOCK = 4_000_000
_ROLES = {"respondent": 1, "interviewer": 2}

Ints = npt.NDArray[np.int64]


class Turns(NamedTuple):
    """The turns of a block: transcript and place in it, role (1 respondent, 2 interviewer, 0 other), block offsets."""

    transcript: Ints
    number: Ints
    role: Ints
    start: Ints
    end: Ints


class Block:
    """Transcripts of one language, joined and cut into tokens.

    ``ids``, ``start``, ``end``, ``gap`` and ``turn`` are columns, one row a token; ``start`` and ``end`` are offsets in
    the joined texts (`base` of the transcript added). What is worked out of them is kept until `forget`.

    >>> from bp_qual.transcripts import Turn
    >>> turn = Turn(0, "R", "respondent", 3, 15, person="P1")
    >>> block = Block([Transcript("P1_1", ("P1",), "1", "R: Wij, eh, wij", (turn,))])
    >>> [block.types[number] for number in block.ids.tolist()], block.gap.tolist() == [TURN, SOFT]
    (['wij', 'wij'], True)
    """

    def __init__(self, transcripts: Sequence[Transcript]) -> None:
        self.transcripts = tuple(transcripts)
        self.language: Language = find_language(transcripts[0].language)
        lengths = [len(transcript.text) + 1 for transcript in transcripts]
        self.base: Ints = np.concatenate(([0], np.cumsum(lengths)[:-1])).astype(np.int64)
        self.turns = _collect_turns(self.transcripts, self.base)
        text = "\n".join(transcript.text for transcript in transcripts)
        tokens = split_tokens(text)
        self.asides = _find_asides(text)
        kept, gap, turn = self._choose(tokens)
        self.types = tokens.types
        self.ids = tokens.ids[kept]
        self.start, self.end = tokens.start[kept], tokens.end[kept]
        self.gap, self.turn = gap, turn
        self._where: dict[frozenset[str], Ints] = {}

    def __len__(self) -> int:
        return len(self.ids)

    def _choose(self, tokens: Tokens) -> tuple[Ints, npt.NDArray[np.uint8], npt.NDArray[np.int32]]:
        """Return which tokens are talk, the gap before each of them, and its turn."""
        first = np.searchsorted(tokens.start, self.turns.start)
        last = np.searchsorted(tokens.end, self.turns.end, side="right")
        turn = np.full(len(tokens), -1, dtype=np.int32)
        for number, (begin, stop) in enumerate(zip(first.tolist(), last.tolist(), strict=True)):
            turn[begin:stop] = number
        filler = np.array([form in self.language.fillers for form in tokens.types] or [False], dtype=bool)
        keep = (turn >= 0) & ~filler[tokens.ids]
        for begin, stop in self.asides.tolist():
            keep[np.searchsorted(tokens.end, begin, side="right") : np.searchsorted(tokens.start, stop)] = False
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
    def unknown(self) -> dict[str, list[int]]:
        """The types that are in no table of the language, by their first three letters."""
        heads: dict[str, list[int]] = {}
        for form in sorted(self.number.keys() - self.language.known):
            heads.setdefault(form[:3], []).append(self.number[form])
        return heads

    @cached_property
    def joined_types(self) -> str:
        """All types, one a line, for searching inside words."""
        return "\n".join(self.types)

    @cached_property
    def counts(self) -> Ints:
        """How often each type is said."""
        return np.bincount(self.ids, minlength=len(self.types))

    @cached_property
    def sentence(self) -> npt.NDArray[np.int32]:
        """The number of the sentence each token is in."""
        return np.cumsum(self.gap >= STOP, dtype=np.int32)

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
        """Return which types are among these words."""
        flags = np.zeros(len(self.types) + 1, dtype=bool)
        flags[[self.number[form] for form in sorted(listed) if form in self.number]] = True
        return flags

    def where(self, listed: frozenset[str]) -> Ints:
        """Return the tokens that are one of these words, remembered."""
        if listed not in self._where:
            self._where[listed] = np.flatnonzero(self.spoken(listed)[self.ids])
        return self._where[listed]

    @cached_property
    def clause_starts(self) -> Ints:
        """The tokens at which a clause begins though no sign or joining word says so, found once."""
        return self.language.clause_starts(self)

    @cached_property
    def cues(self) -> Cues:
        """The words that deny, found once."""
        from bp_qual.matching.negation import list_cues

        return list_cues(self)

    @cached_property
    def split_verbs(self) -> SplitFinder | None:
        """What finds the verbs that can be split, if the language has them."""
        return self.language.split_verbs.finder(self) if self.language.split_verbs else None

    def forget(self) -> None:
        """Drop what points back to the block, which would otherwise outlive its turn."""
        self.__dict__.pop("split_verbs", None)

    def place(self, offsets: Ints) -> Ints:
        """Return which transcript each block offset lies in."""
        return np.searchsorted(self.base, offsets, side="right") - 1


@dataclass(frozen=True, slots=True)
class TalkIndex:
    """A corpus with all its words numbered: pass it to `apply_codebook` to code the same talk again and again.

    >>> index_corpus(Corpus((), (), ()))
    TalkIndex of 0 interviews: 0 tokens, 0 types
    """

    corpus: Corpus
    blocks: tuple[Block, ...] = field(repr=False)

    def __repr__(self) -> str:
        tokens, types = sum(map(len, self.blocks)), len({form for block in self.blocks for form in block.types})
        return f"TalkIndex of {len(self.corpus.transcripts)} interviews: {tokens:,} tokens, {types:,} types"


def index_corpus(corpus: Corpus) -> TalkIndex:
    """Return the index of a corpus, to be kept while a codebook is being changed.

    >>> from bp_qual.transcripts import Turn
    >>> turn = Turn(0, "R", "respondent", 0, 10, person="P1")
    >>> index_corpus(Corpus((Transcript("P1_1", ("P1",), "1", "Wij samen.", (turn,)),), ("P1",), ("1",)))
    TalkIndex of 1 interviews: 2 tokens, 2 types
    """
    return TalkIndex(corpus, tuple(iterate_blocks(corpus)))


def iterate_blocks(corpus: Corpus, size: int = BLOCK) -> Iterator[Block]:
    """Yield the corpus as blocks of one language, each of about ``size`` characters or one long transcript.

    >>> list(iterate_blocks(Corpus((), (), ())))
    []
    """
    languages = dict.fromkeys(transcript.language for transcript in corpus.transcripts)
    for language in languages:
        waiting: list[Transcript] = []
        length = 0
        for transcript in corpus.transcripts:
            if transcript.language != language:
                continue
            if waiting and length + len(transcript.text) > size:
                yield Block(waiting)
                waiting, length = [], 0
            waiting.append(transcript)
            length += len(transcript.text)
        if waiting:
            yield Block(waiting)


def _collect_turns(transcripts: Sequence[Transcript], base: Ints) -> Turns:
    rows = [
        (number, turn.index, _ROLES.get(turn.role, 0), offset + turn.start, offset + turn.end)
        for number, (transcript, offset) in enumerate(zip(transcripts, base.tolist(), strict=True))
        for turn in transcript.turns
    ]
    table = np.array(rows, dtype=np.int64).reshape(-1, 5)
    return Turns(*(np.ascontiguousarray(column) for column in table.T))


def _find_asides(text: str) -> Ints:
    """Return the asides of a text; only lines with a sign of one are looked at, for no aside crosses a line."""
    found = [np.empty((0, 2), dtype=np.int64)]
    until = 0
    for sign in _find_signs(text):
        if sign >= until:
            begin = text.rfind("\n", 0, sign) + 1
            end = text.find("\n", sign)
            until = len(text) if end < 0 else end
            found.append(find_asides(text, begin, until))
    return np.concatenate(found)


def _find_signs(text: str) -> list[int]:
    """Return where a bracket, a star, a hash, or a colon between digits is."""
    signs = []
    for sign in "[(<*{#:":
        at = text.find(sign)
        while at >= 0:
            if sign != ":" or (text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()):
                signs.append(at)
            at = text.find(sign, at + 1)
    return sorted(signs)
