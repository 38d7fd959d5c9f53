"""Signed labels: files with another sign than a colon, or a wide blank, behind each label: `R; Ja.`, `R > Ja.`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from operator import attrgetter

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Paragraph, Reading
from bp_qual.transcripts.speakers.label_forms import BLANK, Candidate, talk_begin
from bp_qual.transcripts.speakers.labels import (
    ANSWERS,
    BEGINS_TALK,
    INTERVIEWER_LABELS,
    is_role_label,
    is_word_of,
    label_key,
    tidy_label,
)

_NO_ENDS = frozenset((";", ">", "|", "=", "-", "–", "—"))  # which end no sentence and no number, as `Precies. Dat` does
_MOST = 20  # others that are looked for in the whole text

_SIGNED = lazy_pattern(
    rf"([^\W_][\w .]{{0,30}}?)(?:{BLANK}*(?:(;|>|\||=|\)|\.|/)|(?<=\s)([-–—]))\s+|(?P<wide>[ ]{{2}}[ ]*+)(?=[^\W\d_]))"
)


def find_signed_labels(reading: Reading, known: Collection[str]) -> tuple[list[Candidate], list[Candidate]]:
    r"""Return the labels of a file in which another sign than a colon is behind each: `R; Ja.`, `R > Ja.`.

    Only usual labels of roles and those the study names are seen so, only with one sign throughout, and only where
    both sides are there; beside them whoever asks before that sign where nobody of them does, as the study may name
    only those who answer. Other names that come back before it are returned apart: they may be speakers.

    >>> from bp_qual.readers import read_data
    >>> reading = read_data(b"I; Hoe?\nR; Goed.\nI; En?\nR; Ook.", where="a.txt")
    >>> [found.label for found in find_signed_labels(reading, ())[0]]
    ['I', 'R', 'I', 'R']
    """
    signed, others = defaultdict[str, list[Candidate]](list), defaultdict[str, list[Candidate]](list)
    for number, line in enumerate(reading.paragraphs):
        for sign, candidate in _signed(reading.text, number, line):
            is_known = label_key(candidate.label) in known or is_role_label(label_key(candidate.label))
            (signed if is_known else others)[sign].append(candidate)
    for sign, found in sorted(signed.items(), key=lambda item: len(item[1]), reverse=True):
        if len(_repeated(found)) >= 2 and len(found) * 3 >= len(reading.paragraphs):
            beside = _names(others[sign], reading.text) if sign in _NO_ENDS else []
            asking = set[str]() if _asking(found, reading) else _asking(beside, reading)
            heard = [one for one in beside if one.label in asking]
            return sorted([*found, *heard], key=attrgetter("line")), [one for one in beside if one.label not in asking]
    return [], []


def _repeated(labels: Iterable[Candidate]) -> list[str]:
    return [label for label, count in Counter(one.label for one in labels).items() if count > 1]


def _names(labels: Sequence[Candidate], text: str) -> list[Candidate]:
    """Return those that come back and are names: no answers and no words, and no sentence goes on behind them."""
    begins = [one for one in labels if one.label[0].isupper() and not text[one.talk : one.talk + 1].islower()]
    several = [name for name in _repeated(begins) if label_key(name) not in ANSWERS | BEGINS_TALK][:_MOST]
    names = {name for name in several if not is_word_of(text, name)}
    return [one for one in begins if one.label in names]


def _asking(labels: Iterable[Candidate], reading: Reading) -> set[str]:
    """Return the labels that ask in at least half of their lines, and those that are usual for who asks."""
    asked = defaultdict[str, list[bool]](list)
    for one in labels:
        asked[one.label].append("?" in reading.text[one.talk : reading.paragraphs[one.line].end])
    return {name for name, lines in asked.items() if name.lower() in INTERVIEWER_LABELS or 2 * sum(lines) >= len(lines)}


def _signed(text: str, number: int, line: Paragraph) -> Iterator[tuple[str, Candidate]]:
    match = _SIGNED.match(text, talk_begin(text, line), line.end)
    if match:
        yield (
            match[2] or match[3] or "wide",
            Candidate(number, tidy_label(match[1]), "colon", line.start, match.end()),
        )
