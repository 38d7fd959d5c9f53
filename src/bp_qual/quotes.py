"""Quotes: the passages behind a number, each with its place and the sentences around it.

One row of the codings table is one quote; nothing is merged, sampled or left out, so that a count can be checked by
reading. This module finds and shows; it does not code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bp_qual.display import escape, one_line
from bp_qual.transcripts import Corpus, Transcript, Turn

if TYPE_CHECKING:
    import pandas as pd

_SHOWN = 20
_AROUND = 160


@dataclass(frozen=True, slots=True)
class Quote:
    """One coded passage: who said it, when, where it stands, and what stands around it.

    ``before`` and ``after`` are the words around ``quote`` in the same turn; both are empty where no corpus was given.

    >>> Quote("P03", "2010", "P03_2010", 4, 9, 14, "samenwerking", "samen").place
    'P03 · 2010 · turn 4'
    """

    person: str
    wave: str
    interview: str
    turn: int
    start: int
    end: int
    code: str
    quote: str
    term: str = ""
    kind: str = ""
    negated: bool = False
    cue: str = ""
    prompted: bool = False
    coder: str = ""
    status: str = ""
    before: str = ""
    after: str = ""

    @property
    def place(self) -> str:
        """Where the passage stands; the interview is named where its name says more than person and wave.

        >>> Quote("P03", "2010", "P03_2010_b", 4, 9, 14, "samenwerking", "samen").place
        'P03 · 2010 · P03_2010_b · turn 4'
        """
        known = {f"{self.person}_{self.wave}", f"{self.wave}_{self.person}", self.person, ""}
        interview = () if self.interview in known else (self.interview,)
        return " · ".join((self.person, self.wave, *interview, f"turn {self.turn}"))


@dataclass(frozen=True, slots=True)
class Quotes:
    """Quotes in the order of the study, which show themselves in a notebook and in a terminal.

    >>> Quotes((Quote("P03", "2010", "P03_2010", 4, 9, 14, "samenwerking", "samen", before="We doen het "),))
    1 quote
      P03 · 2010 · turn 4  We doen het [samen]
    """

    rows: tuple[Quote, ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Quote]:
        return iter(self.rows)

    def __getitem__(self, index: int) -> Quote:
        return self.rows[index]

    def __repr__(self) -> str:
        lines = [f"{len(self)} quote{'' if len(self) == 1 else 's'}"]
        lines += [f"  {row.place}  {_marked(row)}" for row in self.rows[:_SHOWN]]
        if len(self) > _SHOWN:
            lines.append(f"  and {len(self) - _SHOWN} more")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        rows = "".join(
            f'<tr><td style="white-space:nowrap;vertical-align:top;color:#555">{escape(row.place)}</td>'
            f'<td style="text-align:left;max-width:44em"><bdi>{escape(row.before)}<mark>{escape(row.quote)}</mark>'
            f"{escape(row.after)}</bdi></td></tr>"
            for row in self.rows[:_SHOWN]
        )
        more = f"<p>and {len(self) - _SHOWN} more</p>" if len(self) > _SHOWN else ""
        return f"<p>{len(self)} quote{'' if len(self) == 1 else 's'}</p><table>{rows}</table>{more}"

    def to_frame(self) -> pd.DataFrame:
        """Return the quotes as a table, one row each.

        >>> Quotes((Quote("P03", "2010", "P03_2010", 4, 9, 14, "samenwerking", "samen"),)).to_frame().shape
        (1, 17)
        """
        import pandas as pd

        columns = list(Quote.__dataclass_fields__)
        return pd.DataFrame([[getattr(row, name) for name in columns] for row in self.rows], columns=columns)


def find_quotes(
    codings: pd.DataFrame,
    *,
    code: str | None = None,
    person: str | None = None,
    wave: str | None = None,
    negated: bool | None = None,
    prompted: bool | None = None,
    corpus: Corpus | None = None,
    context: int = 1,
) -> Quotes:
    """Return the coded passages, in the order of the study.

    Parameters
    ----------
    codings : DataFrame
        The codings table.
    code, person, wave : str, optional
        Keep only these; a name that occurs nowhere gives no quotes, not an error.
    negated, prompted : bool, optional
        Keep only quotes that are (or are not) negated, or said in answer to a question that names the theme.
    corpus : Corpus, optional
        The interviews; with them each quote carries the sentence it stands in.
    context : int
        How many more sentences to show on either side, within the same turn.

    Examples
    --------
    >>> import pandas as pd
    >>> codings = pd.DataFrame({"interview": ["a"], "person": ["P1"], "wave": ["2010"], "turn": [0], "start": [3],
    ...                         "end": [8], "code": ["samen"], "quote": ["samen"]})
    >>> find_quotes(codings, code="samen")
    1 quote
      P1 · 2010 · a · turn 0  [samen]
    """
    if context < 0:
        raise ValueError(f"context is a number of sentences, 0 or more, not {context}.")
    wanted = {"code": code, "person": person, "wave": wave, "negated": negated, "prompted": prompted}
    for column, value in wanted.items():
        if value is not None:
            codings = codings[codings[column] == value]
    names = [name for name in Quote.__dataclass_fields__ if name in codings.columns]
    columns = [codings[name].tolist() for name in names]
    rows = [Quote(**dict(zip(names, values, strict=True))) for values in zip(*columns, strict=True)]
    return Quotes(tuple(rows if corpus is None else _with_sentences(rows, corpus, context)))


def _with_sentences(rows: Iterable[Quote], corpus: Corpus, context: int) -> Iterator[Quote]:
    """Give each quote the words around it; the sentences of a turn are looked for once."""
    from dataclasses import replace

    transcripts = {transcript.interview: transcript for transcript in corpus.transcripts}
    sentences: dict[tuple[str, int], tuple[tuple[int, int], ...]] = {}
    for row in rows:
        transcript = transcripts[row.interview]
        turn = transcript.turns[row.turn]
        spans = sentences.get((row.interview, row.turn))
        if spans is None:
            spans = sentences[row.interview, row.turn] = _sentences_of(transcript, turn)
        start, end = _stretch(spans, row.start, row.end, context)
        yield replace(row, before=transcript.text[start : row.start], after=transcript.text[row.end : end])


def _sentences_of(transcript: Transcript, turn: Turn) -> tuple[tuple[int, int], ...]:
    from bp_qual.speech import find_sentences

    spans = find_sentences(transcript.text, turn.start, turn.end, transcript.language)
    return tuple((int(start), int(end)) for start, end in spans)


def _stretch(sentences: tuple[tuple[int, int], ...], start: int, end: int, context: int) -> tuple[int, int]:
    """Return where the shown passage begins and ends: the sentences the quote touches, and `context` more each way."""
    touched = [n for n, (first, last) in enumerate(sentences) if first < end and last > start]
    if not touched:
        return start, end
    first, last = max(0, touched[0] - context), min(len(sentences) - 1, touched[-1] + context)
    return min(start, sentences[first][0]), max(end, sentences[last][1])


def _marked(row: Quote) -> str:
    """Put a quote on one line, with at most so many characters around it, cut between words."""
    before, after = one_line(row.before + "|")[:-1], one_line("|" + row.after)[1:]
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    return f"{before}[{one_line(row.quote)}]{after}"
