"""The talk of a study as stretches to be searched: turns, what stands between them, and the labels of speakers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts import Transcript

# A label that says a role or is a code, and no name: 'R', 'I2', 'P01', 'Interviewer', 'Resp. 2', 'SPEAKER_00'.
_NO_NAME = lazy_pattern(
    r"[^\W\d_]{0,3}[-_ .]?\d+\w?|[^\W\d_]{1,2}\d*|(?:int|inter|interviewer|interviewster|interviewee|resp|respondent"
    r"|respondente|vraag|antwoord|question|answer|onderzoeker|researcher|moderator|speaker|spreker|deelnemer"
    r"|participant|observer|man|vrouw|woman|male|female|unknown|onbekend|iemand|someone|allen|all|gespreksleider"
    r"|geïnterviewde|cliënt|client|partner|husband|wife|echtgenoot|echtgenote|mevrouw|meneer|zoon|dochter|son"
    r"|daughter)[-_ .]*\w{0,2}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TalkStretch:
    """A stretch of a transcript's text, `text[start:end]`, that is searched on its own.

    Examples
    --------
    >>> TalkStretch(0, 4, "Jan:").text
    'Jan:'
    """

    start: int
    end: int
    text: str


def is_label_of_nobody(label: str) -> bool:
    """Return whether a speaker's label is a role or a code, and no name.

    >>> [is_label_of_nobody(label) for label in ("R", "P01", "Interviewer 2", "SPEAKER_00", "Annie")]
    [True, True, True, True, False]
    """
    return bool(_NO_NAME.fullmatch(label.strip(" :>-\t")))


def stretches_of(transcript: Transcript) -> Iterator[TalkStretch]:
    """Yield the turns of a transcript, and what stands between them without the labels of the speakers.

    >>> from bp_qual.transcripts import Turn
    >>> talk = Transcript("a", ("P01",), "2010", "Met Jan. R: Ja hoor.", (Turn(0, "R", "respondent", 12, 20),))
    >>> [stretch.text for stretch in stretches_of(talk)]
    ['Met Jan. ', 'Ja hoor.']
    """
    text, at = transcript.text, 0
    for turn in transcript.turns:
        yield from _between(text, at, turn.start, turn.speaker)
        if turn.end > turn.start:
            yield TalkStretch(turn.start, turn.end, text[turn.start : turn.end])
        at = turn.end
    yield from _between(text, at, len(text), "")


def label_places(transcript: Transcript) -> Iterator[tuple[int, int]]:
    """Yield where the label of each turn stands in the text, where it is a name."""
    at = 0
    for turn in transcript.turns:
        if turn.speaker and not is_label_of_nobody(turn.speaker):
            place = transcript.text.rfind(turn.speaker, at, turn.start)
            if place >= 0:
                yield place, place + len(turn.speaker)
        at = turn.end


def _between(text: str, start: int, end: int, label: str) -> Iterator[TalkStretch]:
    """Yield what stands before a turn, less its label."""
    place = text.rfind(label, start, end) if label else -1
    end = place if place >= 0 else end
    if any(char.isalnum() for char in text[start:end]):
        yield TalkStretch(start, end, text[start:end])
