"""The sentences of a corpus, looked up turn by turn when they are needed, and numbered through each interview."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bp_qual.transcripts import Corpus, Transcript
from bp_qual.transcripts.sentence_ends import find_turn_sentences
from bp_qual.transcripts.speech import find_words

if TYPE_CHECKING:
    import pandas as pd

Place = tuple[str, int, int]  # interview, turn, number of the sentence in the turn


class Sentences:
    """Where the sentences of every turn are; each interview is looked at once, and only when asked for.

    >>> from bp_qual.transcripts import Turn
    >>> turn = Turn(0, "R", "respondent", 0, 17, "P1")
    >>> talk = Transcript("P1_1", ("P1",), "1", "Ja hoor. Dat wel.", (turn,))
    >>> Sentences(Corpus((talk,), ("P1",), ("1",))).spans("P1_1", 0)
    [(0, 8), (9, 17)]
    """

    def __init__(self, corpus: Corpus) -> None:
        self._transcripts = {transcript.interview: transcript for transcript in corpus.transcripts}
        self._spans: dict[str, list[list[tuple[int, int]]]] = {}
        self._first: dict[str, dict[str, list[int]]] = {}

    def text(self, interview: str) -> str:
        """Return the text of an interview."""
        return self._transcripts[interview].text

    def spans(self, interview: str, turn: int) -> Sequence[tuple[int, int]]:
        """Return the spans of the sentences of a turn."""
        if interview not in self._spans:
            found = find_turn_sentences(self._transcripts[interview])
            self._spans[interview] = [list(zip(*own.T.tolist(), strict=True)) for own in found]
        return self._spans[interview][turn]

    def around(self, interview: str, turn: int, start: int, end: int, context: int) -> tuple[int, int]:
        """Return a span's sentences with so many more on either side, within the turn.

        Parameters
        ----------
        interview : str
            Id of the interview.
        turn, start, end : int
            The turn, and where in the text of the interview the span begins and ends.
        context : int
            How many more sentences to take on either side.

        Returns
        -------
        tuple of int
            Start and end; those of the span itself where it touches no sentence.
        """
        spans = self.spans(interview, turn)
        touched = [number for number, (first, last) in enumerate(spans) if first < end and last > start]
        if not touched:
            return start, end
        first, last = max(0, touched[0] - context), min(len(spans) - 1, touched[-1] + context)
        return min(start, spans[first][0]), max(end, spans[last][1])

    def places(self, codings: pd.DataFrame) -> list[tuple[Place, ...]]:
        """Return for each coding the sentences it touches; where none holds it, the turn itself."""
        columns = (codings[name].tolist() for name in ("interview", "turn", "start", "end"))
        return [self._touched(*row) for row in zip(*columns, strict=True)]

    def positions(self, codings: pd.DataFrame, unit: str) -> list[tuple[int, int]]:
        """Return for each coding its first and last sentence, word or turn, counted through the respondents' talk."""
        columns = (codings[name].tolist() for name in ("interview", "turn", "start", "end"))
        return [self._position(unit, *row) for row in zip(*columns, strict=True)]

    def _touched(self, interview: str, turn: int, start: int, end: int) -> tuple[Place, ...]:
        spans = self.spans(interview, turn)
        found = tuple((interview, turn, n) for n, (first, last) in enumerate(spans) if first < end and last > start)
        return found or ((interview, turn, -1),)

    def _position(self, unit: str, interview: str, turn: int, start: int, end: int) -> tuple[int, int]:
        first = self._firsts(interview, unit)[turn]
        if unit == "turns":
            return first, first
        spans = self.spans(interview, turn) if unit == "sentences" else self._words(interview, turn)
        touched = [number for number, (begin, stop) in enumerate(spans) if begin < end and stop > start]
        return (first + touched[0], first + touched[-1]) if touched else (first, first)

    def _firsts(self, interview: str, unit: str) -> list[int]:
        """Return for each turn how many sentences, words or turns of respondents come before it."""
        known = self._first.setdefault(interview, {})
        if unit not in known:
            transcript, total, firsts = self._transcripts[interview], 0, []
            for turn in transcript.turns:
                firsts.append(total)
                if turn.role == "respondent":
                    total += 1 if unit == "turns" else self._size(transcript, turn.index, unit)
            known[unit] = firsts
        return known[unit]

    def _size(self, transcript: Transcript, turn: int, unit: str) -> int:
        found = self.spans if unit == "sentences" else self._words
        return len(found(transcript.interview, turn))

    def _words(self, interview: str, turn: int) -> Sequence[tuple[int, int]]:
        transcript = self._transcripts[interview]
        own = transcript.turns[turn]
        return tuple((int(start), int(end)) for start, end in find_words(transcript.text, own.start, own.end))
