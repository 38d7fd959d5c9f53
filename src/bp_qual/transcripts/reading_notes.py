"""Reading notes: signs that a file was not read as it was meant, each with what to do about it.

They fall silent once the study says how speakers are marked in the file (`labels`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from statistics import median

from bp_qual.readers import count_visible
from bp_qual.transcripts.corpus import Corpus, Transcript, count_turn_words

# What a file holds besides talk by its nature; what else is kept apart might be talk.
_NEVER_TALK = frozenset(
    (
        *("labels", "markup", "line numbers", "cue numbers and notes", "repeated captions", "front matter"),
        *("other columns", "other columns and labels", "headers and footers"),
    )
)
_APART, _BEFORE = 0.03, 0.05  # shares of the visible characters
_FEW_WORDS = 0.10  # share of the words below which a respondent is hardly heard
_LONG, _LONG_WORDS, _LONG_LINES = 10, 300, 4  # times the median turn; words; lines
_CURE = "If all is right, say so: write how speakers are marked into the column `labels` of interviews.csv."
_LABELLED = frozenset(("labels", "question table"))


def describe_doubts(transcript: Transcript) -> tuple[str, ...]:
    """Return notes on a transcript that was perhaps not read as it was meant.

    >>> turns = tuple(Turn(n, "R", "respondent", 7 * n, 7 * n + 3, "P01") for n in range(2))
    >>> describe_doubts(Transcript("a", ("P01",), "1", "En zo. En zo. ", turns, remainders={"headings": 4}))[0][:54]
    '29 % of the visible characters are kept apart from the'
    """
    return (*_tell_apart(transcript), *_tell_before(transcript), *_tell_words(transcript))


def _tell_apart(transcript: Transcript) -> Iterator[str]:
    apart = {name: count for name, count in transcript.remainders.items() if name not in _NEVER_TALK}
    del_before = apart.pop("before the first speaker", 0)
    talk = count_visible("".join(transcript.text[turn.start : turn.end] for turn in transcript.turns))
    share = sum(apart.values()) / max(1, talk + sum(apart.values()) + del_before)
    if share > _APART:
        names = ", ".join(sorted(apart, key=lambda name: -apart[name])[:3])
        yield f"{share:.0%}".replace("%", " %") + f" of the visible characters are kept apart from the talk ({names})."


def _tell_before(transcript: Transcript) -> Iterator[str]:
    yield from ()


def _tell_words(transcript: Transcript) -> Iterator[str]:
    yield from ()


def tell_mixed_rules(corpus: Corpus) -> tuple[str, ...]:
    return ()
