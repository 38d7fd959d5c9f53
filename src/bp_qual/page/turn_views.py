"""The turns of an interview as the page shows them: what is said, and where in it the words and sentences are."""

from __future__ import annotations

from dataclasses import dataclass

from bp_qual.transcripts import Transcript
from bp_qual.transcripts.sentence_ends import find_sentences
from bp_qual.transcripts.speech import find_words


@dataclass(frozen=True, slots=True)
class TurnView:
    """A turn: who speaks, what is said, and where in it the words and sentences are.

    Attributes
    ----------
    index, start : int
        Its number, and where in the interview's text it begins; in code points, as everything here.
    speaker, role, person : str
        As in `Turn`.
    at : float or None
        Seconds from the beginning of the recording.
    text : str
        What is said.
    words, sentences : tuple of int
        Starts and ends in turn, counted from the beginning of `text`.

    Examples
    --------
    >>> TurnView(0, 3, "R", "respondent", "P01", None, "Ja hoor.", (0, 2, 3, 8), (0, 8)).words
    (0, 2, 3, 8)
    """

    index: int
    start: int
    speaker: str
    role: str
    person: str
    at: float | None
    text: str
    words: tuple[int, ...]
    sentences: tuple[int, ...]


def describe_turns(transcript: Transcript) -> tuple[TurnView, ...]:
    """Return the turns of an interview with their words and sentences."""
    return tuple(
        TurnView(
            turn.index,
            turn.start,
            turn.speaker,
            turn.role,
            turn.person,
            turn.at,
            transcript.text[turn.start : turn.end],
            *_words_and_sentences(transcript, turn.start, turn.end),
        )
        for turn in transcript.turns
    )


def describe_piece(transcript: Transcript, start: int, end: int, *, index: int, role: str, shown_from: int) -> TurnView:
    """Return a piece of an interview as a turn that does not say who speaks, or where in the interview it is.

    Parameters
    ----------
    transcript : Transcript
        The interview.
    start, end : int
        Which piece of its text.
    index, role, shown_from : int, str and int
        The number, the role and the place that it is shown with.

    Returns
    -------
    TurnView

    Examples
    --------
    >>> piece = describe_piece(corpus.transcripts[0], 3, 6, index=0, role="other", shown_from=0)
    >>> piece.start, piece.speaker, piece.at
    (0, '', None)
    """
    places = _words_and_sentences(transcript, start, end)
    return TurnView(index, shown_from, "", role, "", None, transcript.text[start:end], *places)


def _words_and_sentences(transcript: Transcript, start: int, end: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return where the words and the sentences of a piece begin and end, counted from its beginning."""
    words = find_words(transcript.text, start, end)
    sentences = find_sentences(transcript.text, start, end, transcript.language)
    return tuple((words - start).ravel().tolist()), tuple((sentences - start).ravel().tolist())
