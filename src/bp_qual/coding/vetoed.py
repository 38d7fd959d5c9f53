"""Words that were taken out: what bare terms would have found, were it not another word in context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bp_qual.codebook import Codebook
from bp_qual.coding.nearly import vetoed_words
from bp_qual.matching import Matcher, TalkIndex, compile_codebook, iterate_blocks
from bp_qual.matching.token_table import RESPONDENT
from bp_qual.transcripts import Corpus
from bp_qual.wording import choose_language

if TYPE_CHECKING:
    import pandas as pd

VETOED_COLUMNS = ("interview", "person", "wave", "turn", "start", "end", "code", "quote", "term", "why")


def find_vetoed(codebook: Codebook, corpus: Corpus | TalkIndex, *, language: str | None = None) -> pd.DataFrame:
    """Return every word of a respondent that a bare term did not take, because it is another word there.

    Parameters
    ----------
    codebook : Codebook
        The codebook.
    corpus : Corpus or TalkIndex
        The talk.
    language : str, optional
        Language of the reasons, `nl` or `en`; that of the codebook if not given.

    Returns
    -------
    DataFrame
        One row a word: interview, person, wave, turn, start, end, code, quote, term, and why it was not taken.

    Examples
    --------
    >>> from bp_qual.codebook import parse_codebook
    >>> from bp_qual.transcripts import Transcript, Turn
    >>> book = parse_codebook("{codebook: Demo, version: 1.0.0, language: nl, codes: [{id: a, terms: [delen]}]}")
    >>> said = "Ze deelden flyers uit."
    >>> talk = Transcript("P01_2010", ("P01",), "2010", said, (Turn(0, "R", "respondent", 0, len(said), "P01"),))
    >>> find_vetoed(book, Corpus((talk,), ("P01",), ("2010",)), language="en")[["quote", "term", "why"]]
         quote   term                           why
    0  deelden  delen  it is one half of 'uitdelen'
    """
    import pandas as pd

    blocks = corpus.blocks if isinstance(corpus, TalkIndex) else iterate_blocks(corpus)
    matchers: dict[str, Matcher] = {}
    spoken = choose_language(language, codebook.language)
    rows = []
    for block in blocks:
        code = block.language.code
        matcher = matchers.setdefault(code, matchers.get(code) or compile_codebook(codebook, code))
        for rule, token, why in vetoed_words(matcher, block):
            turn = int(block.turn[token])
            if rule.unless or block.turns.role[turn] != RESPONDENT:
                continue
            number = int(block.turns.transcript[turn])
            transcript, base = block.transcripts[number], int(block.base[number])
            start, end = int(block.start[token]) - base, int(block.end[token]) - base
            said = transcript.turns[int(block.turns.number[turn])]
            rows.append(
                (
                    *(transcript.interview, said.person, transcript.wave, said.index, start, end),
                    *(codebook.codes[rule.code].id, transcript.text[start:end], rule.term.text, why.say(spoken)),
                )
            )
        block.forget()
    return pd.DataFrame(rows, columns=list(VETOED_COLUMNS))
