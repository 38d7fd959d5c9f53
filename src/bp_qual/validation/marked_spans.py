"""Where what coders marked begins and ends, on the words of the interviews that they finished as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand import HandCodings
from bp_qual.coding.judgements import coded_passages, finished_interviews
from bp_qual.statistics.unitizing import MarkedLengths, alpha_u, measure_marks
from bp_qual.statistics.yes_or_no import jackknife_limits
from bp_qual.transcripts import Corpus, Transcript
from bp_qual.transcripts.speech import find_words

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Measured = tuple[Floats, Floats, Floats, NDArray[np.str_]]

SPAN_COEFFICIENTS = ("alpha_u", "u_alpha")
NO_SPANS = (np.full(2, np.nan), np.full(2, np.nan), np.full(2, np.nan), np.full(2, ""))


@dataclass(frozen=True, slots=True)
class MarkedText:
    """The words of one person in one interview, and what was marked of them: of each code and coder first and last.

    >>> MarkedText("P01", "2010", 8, {}).length
    8
    """

    person: str
    wave: str
    length: int
    marked: dict[int, list[Whole]]


@dataclass(frozen=True, slots=True, eq=False)
class MarkedSpans:
    """What coders marked in the texts that all of them finished.

    >>> MarkedSpans(()).measure(0, "2010")[0].tolist()
    [nan, nan]
    """

    texts: tuple[MarkedText, ...]

    def measure(self, code: int, wave: str, *, level: float = 0.95) -> Measured:
        """Return the alphas of `SPAN_COEFFICIENTS`, their limits over persons, and why they have none.

        Parameters
        ----------
        code : int
            Its number in the codebook.
        wave : str
            Empty for all.
        level : float
            Confidence level of the intervals.

        Returns
        -------
        value, low, high : array of 2
            NaN where nobody marked anything, or nothing was finished by all.
        why : array of 2
            As in `jackknife_limits`.
        """
        texts = [text for text in self.texts if wave in ("", text.wave) and code in text.marked]
        if not any(len(marked) for text in texts for marked in text.marked[code]):
            return NO_SPANS
        persons = list(dict.fromkeys(text.person for text in texts))
        lengths = {person: _lengths([text for text in texts if text.person == person], code) for person in persons}
        total = _add(list(lengths.values()))
        value = np.array([_alpha_u(texts, code), total.alpha])
        without = np.array(
            [[_alpha_u([text for text in texts if text.person != person], code), (total - lengths[person]).alpha]
             for person in persons]
        )  # fmt: skip
        return value, *jackknife_limits(value, without, level=level)


def mark_spans(coders: Sequence[HandCodings], corpus: Corpus, codebook: Codebook) -> MarkedSpans:
    """Return what coders marked, word by word, in the interviews that all of them finished.

    Parameters
    ----------
    coders : sequence of HandCodings
        From `read_codings`.
    corpus, codebook : Corpus and Codebook
        As they are now.

    Returns
    -------
    MarkedSpans
        With the words of each person in each interview; codings of one code that overlap or touch count as one.

    Examples
    --------
    >>> from bp_qual.coding.by_hand import Event, History, place_codings
    >>> add = Event("a", "add", n=2, interview="P01_2010", start=24, end=29, quote="Money", code="money")
    >>> hand = place_codings(History("anna", (Event("d", "done", n=1, interview="P01_2010"), add)), corpus)
    >>> mark_spans([hand, hand], corpus, codebook).texts[0].marked[1][0].tolist()
    [[4, 5]]
    """
    done = [finished_interviews(hand, corpus, codebook) for hand in coders]
    coded = [_by_interview(hand, codebook) for hand in coders]
    texts = []
    for transcript in corpus.transcripts:
        name = transcript.interview
        finished = [(number, code) for number, code in enumerate(codebook.ids) if all((name, code) in d for d in done)]
        if not finished:
            continue
        for person, words in _words(transcript).items():
            marked = {
                number: [_on_words(own.get((name, code), []), words) for own in coded] for number, code in finished
            }
            texts.append(MarkedText(person, transcript.wave, len(words), marked))
    return MarkedSpans(tuple(texts))


def _by_interview(hand: HandCodings, codebook: Codebook) -> dict[tuple[str, str], list[tuple[int, int]]]:
    table = coded_passages(hand, codebook)
    spans: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for interview, code, start, end in table[["interview", "code", "start", "end"]].itertuples(index=False, name=None):
        spans.setdefault((interview, code), []).append((start, end))
    return spans


def _words(transcript: Transcript) -> dict[str, Whole]:
    """Return the words of each respondent."""
    found: dict[str, list[Whole]] = {}
    for turn in transcript.turns:
        if turn.role == "respondent":
            found.setdefault(turn.person, []).append(find_words(transcript.text, turn.start, turn.end))
    return {person: np.concatenate(words) for person, words in found.items()}


def _on_words(spans: list[tuple[int, int]], words: Whole) -> Whole:
    """Return the first word and the one after the last of each span that holds any, those that touch as one."""
    firsts = np.searchsorted(words[:, 1], [start for start, _ in spans], side="right")
    lasts = np.searchsorted(words[:, 0], [end for _, end in spans], side="left")
    joined: list[list[int]] = []
    for first, last in sorted(zip(firsts.tolist(), lasts.tolist(), strict=True)):
        if last <= first:
            continue
        if joined and first <= joined[-1][1]:
            joined[-1][1] = max(joined[-1][1], last)
        else:
            joined.append([first, last])
    return np.array(joined, dtype=np.int64).reshape(-1, 2)


def _lengths(texts: list[MarkedText], code: int) -> MarkedLengths:
    return _add([measure_marks(text.marked[code], text.length) for text in texts])


def _add(parts: list[MarkedLengths]) -> MarkedLengths:
    total = MarkedLengths(0.0, 0.0, 0.0, 0.0)
    for part in parts:
        total = total + part
    return total


def _alpha_u(texts: list[MarkedText], code: int) -> float:
    """Return the unitizing alpha of texts laid behind each other."""
    if not texts:
        return float("nan")
    ends = np.cumsum([text.length for text in texts])
    begins = ends - [text.length for text in texts]
    coders = range(len(texts[0].marked[code]))
    marked = [
        np.concatenate([text.marked[code][coder] + begin for text, begin in zip(texts, begins, strict=True)])
        for coder in coders
    ]
    return alpha_u(marked, int(ends[-1])).value
