"""Usual labels within a turn of a file whose speakers are marked otherwise: `Niemand. I: Werkt u daar?` under `Resp:`.

Where a file has that label, the turn is parted there; where it has not, nothing is changed, and it is told.
"""

from __future__ import annotations

from bisect import bisect_right

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts.corpus import Transcript
from bp_qual.transcripts.speakers.labels import INTERVIEWER_LABELS, label_key
from bp_qual.wording.remarks import Remark

_WORDS = frozenset(("vraag", "question", "frage", "host", "presentator"))  # also words: `Dus. Vraag: Wat nu?`
_USUAL = INTERVIEWER_LABELS - _WORDS
_SET_APART = lazy_pattern(  # behind a sentence, or in brackets; what it asks begins with a capital
    r"[.?!…(](?:(?<=(?P<bracket>\())|(?<!\()[”’\"')]*[ \t\u00a0]+)(?P<label>[A-Z][A-Za-zéè]{0,14})\.? ?:"
    r"(?=(?P<asked>\s+[\"'‘“¿]?[A-ZÀ-Þ][^\n?]{0,400}\?))"
)
_SHOWN = 40


def note_usual_within(transcript: Transcript) -> tuple[Remark, ...]:
    """Return the note on usual labels of an interviewer that ask within a respondent's turn; none where there are none.

    >>> from bp_qual.transcripts import Turn
    >>> said = "Niemand. I: Werkt u daar?"
    >>> print(*note_usual_within(Transcript("a", ("P01",), "1", said, (Turn(0, "Resp", "respondent", 0, 25, "P01"),))))
    Holds a speaker's label, but was read as talk of one speaker: 'I: Werkt u daar?'. If another speaks there, ...
    """
    text, turns = transcript.text, transcript.turns
    own = {label_key(turn.speaker) for turn in turns} if ":" in text else set[str]()
    found = dict[str, None]()
    for match in _SET_APART.finditer(text) if own else ():
        start, place = match.start("label"), bisect_right(turns, match.start("label"), key=lambda turn: turn.start) - 1
        key = label_key(match["label"])
        is_within = place >= 0 and turns[place].person and match.end("asked") <= turns[place].end
        is_told = match["bracket"] and transcript.rule == "labels"  # there all labels in brackets are read, or told
        if key in _USUAL and key not in own and is_within and not is_told:
            found[" ".join(text[start : match.end("asked")].split())[:_SHOWN]] = None
    return (Remark("label within a turn", values={"lines": tuple(found)}),) if found else ()
