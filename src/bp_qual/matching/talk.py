"""Talk in a language: blocks of transcripts, with what the language says of them, kept so that re-coding is quick.

Transcripts are joined to blocks of one language and bounded size, so that memory does not grow with the corpus when
blocks are made one after another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bp_qual.matching.cut_words import join_cut_words
from bp_qual.matching.languages import Language, find_language
from bp_qual.matching.languages.parts import SplitFinder
from bp_qual.matching.token_table import Ints, TokenTable
from bp_qual.matching.tokens import Tokens
from bp_qual.transcripts import Corpus, Transcript

BLOCK = 4_000_000


class Block(TokenTable):
    """Transcripts of one language, joined and cut into tokens; what is worked out of them is kept until `forget`.

    >>> from bp_qual.transcripts import Turn
    >>> turn = Turn(0, "R", "respondent", 3, 15, person="P1")
    >>> block = Block([Transcript("P1_1", ("P1",), "1", "R: Wij, eh, wij", (turn,))])
    >>> block.language.code, len(block)  # `eh` is left out
    ('nl', 2)
    """

    def __init__(self, transcripts: Sequence[Transcript]) -> None:
        self.language: Language = find_language(transcripts[0].language)
        super().__init__(transcripts, fillers=self.language.fillers)

    def _split(self, text: str) -> Tokens:
        """Return the tokens, words that are cut at the end of a line as one."""
        return join_cut_words(text, super()._split(text), self.language, self.turns.start)

    @cached_property
    def clause_starts(self) -> Ints:
        """The tokens at which a clause begins though no sign or joining word says so, found once."""
        return self.language.clause_starts(self)

    @cached_property
    def split_verbs(self) -> SplitFinder | None:
        """What finds the verbs that can be split, if the language has them."""
        return self.language.split_verbs.finder(self) if self.language.split_verbs else None

    def forget(self) -> None:
        """Drop what points back to the block, which would otherwise outlive its turn."""
        self.__dict__.pop("split_verbs", None)


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
    index = TalkIndex(corpus, tuple(iterate_blocks(corpus)))
    for block in index.blocks:
        block.list_tokens()
    return index


def iterate_blocks(corpus: Corpus) -> Iterator[Block]:
    """Yield the corpus as blocks, one after the other.

    >>> list(iterate_blocks(Corpus((), (), ())))
    []
    """
    return map(Block, part_talk(corpus, BLOCK))


def part_talk(corpus: Corpus, size: int) -> Iterator[list[Transcript]]:
    """Yield the transcripts in parts of one language, each of about ``size`` characters or one long transcript.

    >>> list(part_talk(Corpus((), (), ()), BLOCK))
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
                yield waiting
                waiting, length = [], 0
            waiting.append(transcript)
            length += len(transcript.text)
        if waiting:
            yield waiting
