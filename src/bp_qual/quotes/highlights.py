"""An interview with its codings in it: the found words marked, the codes named, so that one can read what was coded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bp_qual.display import escape, one_line
from bp_qual.transcripts import Corpus, Transcript
from bp_qual.wording import Wording, choose_language

if TYPE_CHECKING:
    import pandas as pd

_TINTS = ("#ffe7a8", "#cfe3f5", "#d8efd3", "#f6d9e6", "#e4dcf4", "#f9dcc6", "#d5eeee", "#e9e9d2")


@dataclass(frozen=True, slots=True)
class Highlight:
    """A stretch of text that one or more codings cover.

    >>> Highlight(4, 9, ("samen",)).codes
    ('samen',)
    """

    start: int
    end: int
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MarkedInterview:
    """An interview and the stretches of it that were coded; it shows itself in a notebook and in a terminal.

    ``tints`` gives each code a colour; the names are next to the words, so that no colour is needed to read it.

    >>> MarkedInterview(Transcript("P1_2010", ("P1",), "2010", "", ()), (), {})
    P1_2010: 0 gemarkeerde passages
    """

    transcript: Transcript
    marks: tuple[Highlight, ...]
    tints: Mapping[str, str]

    def __repr__(self) -> str:
        lines = [f"{self.transcript.interview}: {self._count()}"]
        for turn in self.transcript.turns:
            pieces = [
                f"[{text}|{', '.join(codes)}]" if codes else text for text, codes in self._pieces(turn.start, turn.end)
            ]
            lines.append(f"{one_line(turn.speaker)}: {one_line(''.join(pieces))}")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        turns = "".join(
            f'<p style="margin:.4em 0;max-width:46em;line-height:1.5">'
            f'<small style="color:#5b6470">{escape(turn.speaker)}</small> '
            f"{''.join(self._html(*piece) for piece in self._pieces(turn.start, turn.end))}</p>"
            for turn in self.transcript.turns
        )
        return f"<p><strong>{escape(self.transcript.interview)}</strong>, {self._count()}</p>{turns}"

    def _count(self) -> str:
        return Wording(choose_language(None, self.transcript.language))("glance_marked", n=len(self.marks))

    def _pieces(self, start: int, end: int) -> list[tuple[str, tuple[str, ...]]]:
        """Cut a turn into stretches with and without codes."""
        pieces, at = [], start
        for mark in self.marks:
            if start <= mark.start and mark.end <= end:
                pieces += [
                    (self.transcript.text[at : mark.start], ()),
                    (self.transcript.text[mark.start : mark.end], mark.codes),
                ]
                at = mark.end
        return [*pieces, (self.transcript.text[at:end], ())]

    def _html(self, text: str, codes: tuple[str, ...]) -> str:
        if not codes:
            return f"<bdi>{escape(text)}</bdi>" if text else ""
        tint = self.tints[codes[-1]]
        names = escape(", ".join(codes))
        return f'<mark style="background:{tint};color:inherit"><bdi>{escape(text)}</bdi></mark><sup>{names}</sup>'


def show_codings(
    codings: pd.DataFrame, corpus: Corpus, interview: str, *, codes: Sequence[str] = ()
) -> MarkedInterview:
    """Show an interview with its codings in it.

    Parameters
    ----------
    codings : DataFrame
        The codings table.
    corpus : Corpus
        The interviews.
    interview : str
        Which one, by its id (``corpus.transcripts[0].interview``).
    codes : sequence of str
        Only these codes; all of them if empty.

    Returns
    -------
    MarkedInterview
        It shows itself as text or, in a notebook, in colour.

    Raises
    ------
    ValueError
        For an interview that the corpus does not have.

    Examples
    --------
    >>> import pandas as pd
    >>> from bp_qual.transcripts import Turn
    >>> talk = Transcript("P1_2010", ("P1",), "2010", "R: Wij samen.", (Turn(0, "R", "respondent", 3, 13, "P1"),))
    >>> found = pd.DataFrame({"interview": ["P1_2010"], "start": [7], "end": [12], "code": ["samen"]})
    >>> show_codings(found, Corpus((talk,), ("P1",), ("2010",)), "P1_2010")
    P1_2010: 1 gemarkeerde passage
    R: Wij [samen|samen].
    """
    known = {transcript.interview: transcript for transcript in corpus.transcripts}
    if interview not in known:
        raise ValueError(f"there is no interview {interview!r}; there is {', '.join(known)}.")
    rows = codings[codings["interview"] == interview]
    if codes:
        rows = rows[rows["code"].isin(list(codes))]
    spans = sorted(zip(rows["start"], rows["end"], rows["code"], strict=True))
    order = list(dict.fromkeys(codings["code"]))
    tints = {code: _TINTS[number % len(_TINTS)] for number, code in enumerate(order)}
    return MarkedInterview(known[interview], _merged(spans), tints)


def _merged(spans: Sequence[tuple[int, int, str]]) -> tuple[Highlight, ...]:
    """Join spans that overlap into one mark with all their codes.

    >>> _merged([(0, 5, "a"), (3, 8, "b"), (9, 10, "a")])
    (Highlight(start=0, end=8, codes=('a', 'b')), Highlight(start=9, end=10, codes=('a',)))
    """
    marks: list[Highlight] = []
    for start, end, code in spans:
        if marks and start < marks[-1].end:
            last = marks.pop()
            marks.append(Highlight(last.start, max(last.end, end), tuple(dict.fromkeys((*last.codes, code)))))
        else:
            marks.append(Highlight(start, end, (code,)))
    return tuple(marks)
