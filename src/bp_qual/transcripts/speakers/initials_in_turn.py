"""Initials that are a word as well: `AH:` and `IN:` in capitals, in turn with one other label, are people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts.speakers.label_forms import Candidate, ends_in_question
from bp_qual.transcripts.speakers.labels import ANSWERS, label_key, usual_role

_INITIALS = lazy_pattern(r"[^\W\d_a-z]{2,3}")
_PAIR = 2  # labels that take turns
_ASKS = 0.3  # share of the lines of who interviews that ask, at least
_OFTEN, _MOSTLY, _HALF = 3, 0.8, 0.4  # times; the share in which the other comes before; the share of all labels


def initials_in_turn(candidates: Iterable[Candidate], text: str = "") -> set[str]:
    r"""Return the labels of two or three capitals before a colon or tab that take turns with one other throughout.

    Beside two others they may be an answer in capitals: within those of `R`, `NEE: ik wil niet.` is talk. Beside
    who answers, so is an answer in capitals that asks nothing and does not open the file.

    >>> said = [Candidate(line, label, "colon", 0, 4) for line, label in enumerate(("MvD", "AH") * 4)]
    >>> initials_in_turn(said), initials_in_turn(said[:2])
    ({'AH'}, set())
    >>> initials_in_turn(Candidate(line, label, "colon", 0, 4) for line, label in enumerate(("I", "R", "NEE") * 4))
    set()
    """
    spoken = [candidate for candidate in candidates if candidate.style not in ("alone", "inside")]
    counts = Counter(candidate.label for candidate in spoken)
    regular = {label for label, count in counts.items() if count >= _OFTEN}
    if len(regular) != _PAIR or min(counts[label] for label in regular) < _HALF * len(spoken):
        return set()
    before_text = {candidate.label for candidate in spoken if candidate.style in ("colon", "tab")}
    found = {label for label in regular & before_text if _INITIALS.fullmatch(label) and label.isupper()}
    alternating = Counter[str]()
    turns = [candidate.label for candidate in spoken if candidate.label in regular]
    for above, below in pairwise((turns[-1], *turns)):
        alternating[below] += above != below
    asking = Counter(one.label for one in spoken if ends_in_question(one, text))
    is_answer = {label for label in found if label_key(label) in ANSWERS and asking[label] < _ASKS * counts[label]}
    is_answer -= {turns[0]}
    if any(usual_role(label_key(label)) == "respondent" for label in regular):
        found -= is_answer
    return {label for label in found if alternating[label] >= _MOSTLY * counts[label]}
