"""Who asks: whose turns hold a question so often that the speaker is taken to interview."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bp_qual.readers import Reading
from bp_qual.transcripts.speakers.label_forms import Candidate

ASKS = 0.3  # share of turns with a question
_QUESTION = 25  # words of a question by itself at most
_CLOSING = "\"”’'»)]"  # may stand behind a question mark


def who_asks(reading: Reading, labels: Sequence[Candidate]) -> set[str]:
    r"""Return the labels of those who ask in many of their turns; a label alone on its line has its talk below it.

    >>> from bp_qual.readers import read_data
    >>> from bp_qual.transcripts.speakers.label_forms import find_candidates
    >>> reading = read_data(b"I: Hoe?\nR: Zo.\nI: En?\nR: Ook.", where="a.txt")
    >>> who_asks(reading, [label for label in find_candidates(reading) if label.style == "colon"])
    {'I'}
    """
    lines, text = reading.paragraphs, reading.text
    turns, asked = Counter[str](), Counter[str]()
    for label in labels:
        has_talk = label.talk < lines[label.line].end
        last = lines[min(len(lines) - 1, label.line + (0 if has_talk else 1))]
        turns[label.label] += 1
        asked[label.label] += text.find("?", label.talk, last.end) >= 0
    return {label for label, count in turns.items() if asked[label] >= ASKS * count}


def is_one_question(said: str) -> bool:
    """Return whether a paragraph is one question and no more.

    >>> is_one_question("En toen?"), is_one_question("Weg. En toen?")
    (True, False)
    """
    bare = said.rstrip(_CLOSING)
    return bare.endswith("?") and len(said.split()) <= _QUESTION and not any(sign in bare[:-1] for sign in ".?!…:")
