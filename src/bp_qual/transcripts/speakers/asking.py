"""Who asks: whose turns hold a question so often that the speaker is taken to interview."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Reading
from bp_qual.transcripts.speakers.label_forms import Candidate
from bp_qual.transcripts.speakers.stretch import Talk

ASKS = 0.3  # share of turns with a question
_SURELY, _OFTEN = 0.5, 3  # share and number of turns with a question that is no tag, of who interviews as well
_PASSES_BY = 0.1  # share of the turns below which somebody does
_TAG = lazy_pattern(  # `Het moest, toch?`: whoever says so asks nothing
    r"(?:\A|[,;.!?…–-]|\b(?:wel|niet|not|it|so)\b)\s*(?:toch(?: [^\W\d_]+)?|h[eèé]|niet(?: ?waar)?|of (?:niet|wel)"
    r"|ja|nee|zeg maar|snap je|weet je(?: wel)?|begrijp je|right|yeah|yes|no|ok(?:ay)?|oké|eh|huh|you know|you see"
    r"|(?:is|was|does|did|do|are|were|has|have|ca|wo)n[’']?t (?:it|they|he|she|we|you)|oder(?: nicht)?|nicht(?: wahr)?"
    r"|gell?|ne|nich|weißt du|verstehen sie|non|hein|n[’']est-ce pas|tu vois|vous voyez)[\s\"”’']*\Z",
    re.IGNORECASE,
)
_BEFORE_SIGN = 40  # letters before a question mark in which a tag is looked for
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


def ends_asking(said: str) -> bool:
    """Return whether a paragraph ends in a question that is more than `toch?` behind what is told.

    >>> ends_asking("Mooi. En toen?"), ends_asking("Het moest, toch?")
    (True, False)
    """
    bare = said.rstrip(f"*_ \t{_CLOSING}")
    return bare.endswith("?") and not _TAG.search(bare[:-1][-_BEFORE_SIGN:])


@dataclass(frozen=True, slots=True)
class Speaking:
    """How much somebody speaks: turns with talk, how many of them hold a question, a real one, and letters.

    >>> Speaking(9, 3, 3).asking >= ASKS, Speaking(9, 3, 3).asks_surely(beside_another=True)
    (True, False)
    """

    turns: int = 0
    questions: int = 0
    real: int = 0
    letters: int = 0

    @property
    def asking(self) -> float:
        """The share of turns with a question."""
        return self.questions / self.turns if self.turns else 0.0

    def asks_surely(self, *, beside_another: bool) -> bool:
        """Whether the real questions are so many that an interviewer asks them, perhaps beside one who is known."""
        return self.real >= max(_OFTEN, (_SURELY if beside_another else ASKS) * self.turns)


def count_speaking(talk: Talk, text: str, *, really: bool = False) -> dict[str, Speaking]:
    """Return how much each label speaks.

    Parameters
    ----------
    talk : Talk
        Who speaks where.
    text : str
        The text of the file.
    really : bool
        Count the real questions too, which takes longer.

    Returns
    -------
    dict of str to Speaking
        By the label.

    Examples
    --------
    >>> from bp_qual.transcripts.speakers.stretch import Stretch
    >>> count_speaking(Talk((Stretch("Piet", 0, 16),)), "Het moest, toch?", really=True)
    {'Piet': Speaking(turns=1, questions=1, real=0, letters=16)}
    """
    counts = defaultdict[str, list[int]](lambda: [0, 0, 0, 0])
    for stretch in talk.stretches:
        start, end = stretch.start, stretch.end
        if end > start:
            own, asked = counts[stretch.speaker], text.find("?", start, end)
            own[0] += 1
            own[3] += end - start
            if asked >= 0:
                own[1] += 1
                own[2] += really and _asks_really(text, start, end, asked)
    return {label: Speaking(*own) for label, own in counts.items()}


def _asks_really(text: str, start: int, end: int, asked: int) -> bool:
    """Whether a turn holds a question that is more than `toch?` behind what is told."""
    while asked >= 0:
        if not _TAG.search(text[max(start, asked - _BEFORE_SIGN) : asked]):
            return True
        asked = text.find("?", asked + 1, end)
    return False


def who_stays(spoken: Mapping[str, Speaking]) -> set[str]:
    """Return who speaks more than once and does not just pass by.

    >>> sorted(who_stays({"Eva": Speaking(30), "Jan": Speaking(30), "Oma": Speaking(2)}))
    ['Eva', 'Jan']
    """
    turns = sum(speaking.turns for speaking in spoken.values())
    many = max(2, _PASSES_BY * turns)
    return {label for label, speaking in spoken.items() if speaking.turns >= many}
