"""Where a file says that its passages stand, in the text of an interview, as far as that can be relied on.

Programs count otherwise than we do: the end of a line or an emoji as two, an end as that of the last letter. How a list
or a file of annotations counts is judged over all of it, as that of a REFI-QDA project is. A place whose words are the
quote by chance, as of a `Ja.` in a text that was edited since, is told by its neighbours, whose words are elsewhere.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from bp_qual.exchange.received import Passage
from bp_qual.exchange.refi_readings import WAYS, CountedText, Span, TextReading, judge_counting
from bp_qual.study.received_interviews import InterviewFinder
from bp_qual.transcripts import Transcript


class StatedPlaces:
    """The places that passages of a file have by its own word.

    Parameters
    ----------
    passages : iterable of Passage
        All of the file.
    finder : InterviewFinder
        What knows the interviews.

    Examples
    --------
    >>> stated = [Passage("a.csv:2", "Money", (0,), document="P01_2010", start=24, end=29)]
    >>> StatedPlaces(stated, InterviewFinder(corpus)).find(stated[0], corpus.transcripts[0])
    (24, 29)
    """

    def __init__(self, passages: Iterable[Passage] = (), finder: InterviewFinder | None = None) -> None:
        of_text: dict[str, tuple[Transcript, list[Passage]]] = {}
        for passage in passages:
            if finder and _is_stated(passage) and not passage.source:
                for transcript in finder.find(passage):
                    of_text.setdefault(transcript.interview, (transcript, []))[1].append(passage)
        counted = {
            name: CountedText.of(transcript.text, [(p.quote, p.start, p.end) for p in own])
            for name, (transcript, own) in of_text.items()
        }
        way = WAYS.index(judge_counting([*counted.values()]).way) if counted else 0
        self._readings = {name: text.readings[way] for name, text in counted.items()}
        self._told = {
            name: _witnesses(own, transcript, self._readings[name]) for name, (transcript, own) in of_text.items()
        }

    def find(self, passage: Passage, transcript: Transcript) -> Span | None:
        """Return the place that a passage is said to have in an interview; None where its words do not stand there.

        Nor where they do and nothing says that the text before them is the one that was counted in.
        """
        if not _is_stated(passage):
            return None
        reading = self._readings.get(transcript.interview)
        start, end = reading.lines_up(passage.start, passage.end) if reading else (passage.start, passage.end)
        if transcript.text[start:end] != passage.quote:
            return None
        if passage.source:
            return (start, end) if passage.source[:end] == transcript.text[:end] else None
        starts, holds = self._told.get(transcript.interview, ((), ()))
        before, after = bisect_right(starts, passage.start) - 1, bisect_left(starts, passage.start)
        told = [holds[number] for number in (before, after) if 0 <= number < len(holds)]
        return (start, end) if all(told) else None


def _is_stated(passage: Passage) -> bool:
    return 0 <= passage.start < passage.end


def _witnesses(
    passages: Iterable[Passage], transcript: Transcript, reading: TextReading
) -> tuple[Sequence[int], Sequence[bool]]:
    """Return where passages are said to stand that tell whether places hold there, in order, and whether they do.

    One does whose words are nowhere else in the text, or are elsewhere only.
    """
    found: dict[int, bool] = {}
    for passage in passages:
        start, end = reading.lines_up(passage.start, passage.end)
        holds, first = transcript.text[start:end] == passage.quote, transcript.text.find(passage.quote)
        if holds and transcript.text.find(passage.quote, first + 1) < 0:
            found.setdefault(passage.start, True)
        elif not holds and first >= 0 and passage.quote not in transcript.text[_around(passage, start, end)]:
            found[passage.start] = False
    starts = sorted(found)
    return starts, [found[start] for start in starts]


def _around(passage: Passage, start: int, end: int) -> slice:
    """Return where a quote stands that was made longer or shorter by hand: it still touches its place."""
    return slice(max(0, start - len(passage.quote) + 1), end + len(passage.quote) - 1)
