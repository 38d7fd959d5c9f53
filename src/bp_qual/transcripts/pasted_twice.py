"""Talk that stands twice in one transcript, turn for turn, as where the parts of a recording were put together."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bp_qual.display import one_line
from bp_qual.transcripts.corpus import Transcript, Turn
from bp_qual.wording.remarks import Remark

_LEAST = 40  # words of a passage; a question of a list may come back with the same short answer
_SAID, _TURNS = 6, 2  # words of a turn that is hardly ever said twice by chance, and how many such turns make a passage
_ASKING = "interviewer"  # reads the same out before each part of a list
_SHOWN = 40  # letters


def note_pasted_twice(transcript: Transcript, parted: Transcript | None = None) -> Iterator[Remark]:
    """Yield a note on the passages of several turns that stand in a transcript twice, word for word.

    Parameters
    ----------
    transcript : Transcript
        The transcript.
    parted : Transcript, optional
        The same with each row or cue as a turn, as the first of a passage may have become part of the turn before it.

    Yields
    ------
    Remark
        One, with the numbers of the turns, where there is such a passage.

    Examples
    --------
    >>> list(note_pasted_twice(Transcript("a", ("P01",), "1", "", ())))
    []
    """
    turns, text = (parted or transcript).turns, transcript.text
    said = [(turn.speaker, text[turn.start : turn.end].casefold().split()) for turn in turns]
    lengths = [len(words) for _, words in said]
    found = [
        (first, again, count)
        for first, again, count in _find_passages([(speaker, " ".join(words)) for speaker, words in said], lengths)
        if sum(lengths[first : first + count]) >= _LEAST
        and len(long := [number for number in range(first, first + count) if lengths[number] >= _SAID]) >= _TURNS
        and any(turns[number].role != _ASKING for number in long)
    ]
    if found:
        words = sum(sum(lengths[first : first + count]) for first, _, count in found)
        starts = [turn.start for turn in transcript.turns]
        numbers = [bisect_right(starts, turn.start) for turn in turns]
        places = tuple(_show(text, turns, numbers, *passage) for passage in found)
        yield Remark("pasted twice", values={"words": words, "places": places})


def _find_passages(said: Sequence[tuple[str, str]], lengths: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Yield the turns with which a passage begins and begins again, and how many it has; each the longest there is."""
    places, ends = defaultdict[tuple[str, str], list[int]](list), dict[int, int]()
    for number, turn in enumerate(said):
        if lengths[number] >= _SAID:
            places[turn].append(number)
    pairs = sorted((one, two) for own in places.values() for one, two in pairwise(own))
    for first, again in pairs:
        if first < ends.get(again - first, 0):  # it lies in the passage before
            continue
        count = 0
        while again + count < len(said) and first + count < again and said[first + count] == said[again + count]:
            count += 1
        ends[again - first] = first + count
        yield first, again, count


def _show(text: str, turns: Sequence[Turn], numbers: Sequence[int], first: int, again: int, count: int) -> str:
    begin = one_line(text[turns[first].start : turns[first].end])[:_SHOWN]
    once, twice = (f"{numbers[place]}-{numbers[place + count - 1]}" for place in (first, again))
    return f"{begin} ({once}, {twice})"
