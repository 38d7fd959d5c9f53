"""Signed labels: files with another sign than a colon, or a wide blank, behind each label: `R; Ja.`, `R > Ja.`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Paragraph, Reading
from bp_qual.transcripts.speakers.label_forms import BLANK, Candidate, talk_begin
from bp_qual.transcripts.speakers.labels import is_role_label, label_key, tidy_label

_SIGNED = lazy_pattern(
    rf"([^\W_][\w .]{{0,30}}?)(?:{BLANK}*(?:(;|>|\||=|\)|\.|/)|(?<=\s)([-–—]))\s+|(?P<wide>[ ]{{2}}[ ]*+)(?=[^\W\d_]))"
)


def find_signed_labels(reading: Reading, known: Collection[str]) -> list[Candidate]:
    r"""Return the labels of a file in which another sign than a colon is behind each: `R; Ja.`, `R > Ja.`.

    Only usual labels of roles and those the study names are seen so, only with one sign throughout, and only where
    both sides are there.

    >>> from bp_qual.readers import read_data
    >>> reading = read_data(b"I; Hoe?\nR; Goed.\nI; En?\nR; Ook.", where="a.txt")
    >>> [found.label for found in find_signed_labels(reading, ())]
    ['I', 'R', 'I', 'R']
    """
    signed = defaultdict[str, list[Candidate]](list)
    for number, line in enumerate(reading.paragraphs):
        for sign, candidate in _signed(reading.text, number, line):
            if label_key(candidate.label) in known or is_role_label(label_key(candidate.label)):
                signed[sign].append(candidate)
    for found in sorted(signed.values(), key=len, reverse=True):
        counts = Counter(candidate.label for candidate in found)
        repeated = [label for label, count in counts.items() if count > 1]
        if len(repeated) >= 2 and len(found) * 3 >= len(reading.paragraphs):
            return found
    return []


def _signed(text: str, number: int, line: Paragraph) -> Iterator[tuple[str, Candidate]]:
    match = _SIGNED.match(text, talk_begin(text, line), line.end)
    if match:
        yield (
            match[2] or match[3] or "wide",
            Candidate(number, tidy_label(match[1]), "colon", line.start, match.end()),
        )
