"""Initials that are a word as well: `AH:` and `IN:` in capitals, in turn with another label, are people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts.speakers.label_forms import Candidate

_INITIALS = lazy_pattern(r"[^\W\d_a-z]{2,3}")
_OFTEN, _MOSTLY = 3, 0.8  # times, and the share of them in which somebody else comes before or after


def initials_in_turn(candidates: Iterable[Candidate]) -> set[str]:
    r"""Return the labels of two or three capitals that come back before a colon or tab, in turn with another label.

    An answer in capitals does not: `JA:` stands between other lines, and not time after time.

    >>> labels = ("MvD", "AH", "MvD", "OH", "AH") * 2
    >>> said = [Candidate(line, label, "colon", 0, 4) for line, label in enumerate(labels)]
    >>> initials_in_turn(said), initials_in_turn(said[:2])
    ({'AH'}, set())
    """
    spoken = [candidate for candidate in candidates if candidate.style in ("colon", "tab")]
    counts = Counter(candidate.label for candidate in spoken)
    regular = {label for label, count in counts.items() if count >= _OFTEN}
    found = {label for label in regular if _INITIALS.fullmatch(label) and label.isupper()}
    if not found or len(regular) < 2:
        return set()
    alternating = Counter[str]()
    turns = [candidate.label for candidate in spoken if candidate.label in regular]
    for above, below in pairwise((turns[-1], *turns)):
        alternating[below] += above != below
    return {label for label in found if alternating[label] >= _MOSTLY * counts[label]}
