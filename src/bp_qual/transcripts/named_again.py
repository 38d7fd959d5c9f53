"""Rows and cues: the turns of a file in which each row or cue names its speaker, parted where one is named again.

In a table or in subtitles the rows or cues of one speaker on end are one turn. Where that is usual it says nothing;
where speakers take turns everywhere else, a row on end may have another's label, as a turn in a text may.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bp_qual.readers import Reading
from bp_qual.transcripts.corpus import Transcript, Turn

_FEW, _SHARE = 2, 0.05  # rows that go on with the turn of the one before, in a file where that is rare
_FEWEST_TURNS = 5  # for each of them
_NEAR = 9  # letters before a row in which a sentence may end
_ENDS = frozenset(".?!…\"”’'»)]*")


def part_named_again(reading: Reading, transcript: Transcript) -> Transcript:
    """Return a transcript with its turns parted where a row or cue names again who is speaking, where that is rare.

    Where a row goes on in mid-sentence, rows of one speaker on end are one turn, and nothing is parted.

    Parameters
    ----------
    reading : Reading
        The file.
    transcript : Transcript
        What was made of it.

    Returns
    -------
    Transcript
        The same one where nothing is parted.

    Examples
    --------
    >>> part_named_again(Reading("", ()), Transcript("a", (), "1", "", ())).turns
    ()
    """
    turns, text, within = transcript.turns, transcript.text, _within(reading, transcript)
    is_rare = len(within) <= max(_FEW, _SHARE * len(turns)) and _FEWEST_TURNS * len(within) <= len(turns)
    if not within or not is_rare or any(text[place - _NEAR : place].rstrip()[-1:] not in _ENDS for place in within):
        return transcript
    return replace(transcript, turns=tuple(_part(turns, within)))


def part_each(reading: Reading, transcript: Transcript) -> Transcript:
    """Return a transcript with its turns parted wherever a row or cue names its speaker, however usual that is.

    >>> part_each(Reading("", ()), Transcript("a", (), "1", "", ())).turns
    ()
    """
    within = _within(reading, transcript)
    return replace(transcript, turns=tuple(_part(transcript.turns, within))) if within else transcript


def _within(reading: Reading, transcript: Transcript) -> list[int]:
    """Return where within a turn a row or cue names its speaker again."""
    begins, within = [turn.start for turn in transcript.turns], list[int]()
    for place in (place for line in reading.paragraphs for place in line.again):
        number = bisect_right(begins, place) - 1
        if number >= 0 and begins[number] < place < transcript.turns[number].end:
            within.append(place)
    return within


def _part(turns: Sequence[Turn], places: Sequence[int]) -> Iterator[Turn]:
    number = 0
    for turn in turns:
        own = places[bisect_right(places, turn.start) : bisect_right(places, turn.end)]
        for start, end in pairwise((turn.start, *own, turn.end)):
            yield replace(turn, index=number, start=start, end=end)
            number += 1
