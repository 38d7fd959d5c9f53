"""Codings that the interviews contradict: one column of the table was sorted, or filled in, without the others."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from bp_qual.display import one_line
from bp_qual.matching.tokens import fold_word
from bp_qual.transcripts import Corpus, Transcript

if TYPE_CHECKING:
    import pandas as pd

_SHOWN = 3
_FEWEST_MOVED = 2
_Changed = tuple[int, str, str]  # a row, what stands at its place, and its quote
_REMEDY = "Sort whole rows, never one column alone, or write the table anew with apply_codebook or bp-qual code"


def refuse_contradictions(codings: pd.DataFrame, corpus: Corpus | None) -> None:
    """Refuse codings whose columns do not belong together.

    With the interviews: a person or wave of another interview, a place outside the text, and quotes that changed
    places. A quote that a person wrote otherwise (without names, shortened, mended, translated) contradicts nothing: it
    is nowhere else what was said. Without them: an interview of several waves. What the interviews do not have at all
    is for others to tell.

    Parameters
    ----------
    codings : DataFrame
        With ids as text and places as whole numbers, as `check_codings` makes them.
    corpus : Corpus or None
        The interviews.

    Raises
    ------
    ValueError
        With the first rows, how many there are, and what to do.

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame({"interview": ["a", "b", "a"], "wave": ["2010", "2010", "2020"]})
    >>> refuse_contradictions(table, None)
    Traceback (most recent call last):
    ValueError: codings: the columns of 1 of 3 rows do not belong together. Row 3: interview 'a' has wave '2010' ...
    """
    if "interview" not in codings.columns:
        return
    found = _against_each_other(codings) if corpus is None else _against_interviews(codings, corpus)
    told = list(found)
    if told:
        first = "; ".join(f"row {row + 1}: {what}" for row, what in told[:_SHOWN])
        more = "; ..." if len(told) > _SHOWN else ""
        count = f"the columns of {len(told)} of {len(codings)} rows do not belong together"
        raise ValueError(f"codings: {count}. {first[0].upper()}{first[1:]}{more}. {_REMEDY}")


def _against_each_other(codings: pd.DataFrame) -> Iterator[tuple[int, str]]:
    if "wave" not in codings.columns:
        return
    first: dict[str, tuple[int, str]] = {}
    for row, (interview, wave) in enumerate(zip(codings["interview"].tolist(), codings["wave"].tolist(), strict=True)):
        number, own = first.setdefault(interview, (row, wave)) if interview and wave else (row, wave)
        if own != wave:
            yield row, f"interview '{interview}' has wave '{own}' in row {number + 1} and '{wave}' here"


def _against_interviews(codings: pd.DataFrame, corpus: Corpus) -> Iterator[tuple[int, str]]:
    """Yield each row that its interview contradicts, with the first that is wrong with it."""
    interviews = {transcript.interview: transcript for transcript in corpus.transcripts}
    persons, waves = set(corpus.persons), set(corpus.waves)
    names = ("interview", "person", "wave", "start", "end", "quote")
    columns = [codings[name].tolist() if name in codings.columns else [None] * len(codings) for name in names]
    told: dict[int, str] = {}
    changed: list[_Changed] = []
    for row, (interview, person, wave, start, end, quote) in enumerate(zip(*columns, strict=True)):
        own = interviews.get(interview)
        if own is None:
            continue
        if person and person in persons and person not in own.persons:
            told[row] = f"interview '{interview}' is of {', '.join(own.persons) or 'nobody'}, not of '{person}'"
        elif wave and wave in waves and wave != own.wave:
            told[row] = f"interview '{interview}' is of wave '{own.wave}', not '{wave}'"
        elif start is not None and end is not None:
            if wrong := _wrong_place(own, start, end, quote or ""):
                told[row] = wrong
            elif quote and (said := own.text[start:end]) != quote and said.casefold() != quote.casefold():
                changed.append((row, said, quote))
    for row, said, quote in _moved(changed):
        at = f"{columns[3][row]} to {columns[4][row]} of interview '{columns[0][row]}'"
        told[row] = f"'{_shown(said)}' stands at {at}, not '{_shown(quote)}'"
    yield from sorted(told.items())


def _wrong_place(own: Transcript, start: int, end: int, quote: str) -> str:
    """Return what is wrong with a place; nothing where it is one, or a whole interview was coded without a quote."""
    is_whole = start == end and not quote.strip()
    if 0 <= start <= end <= len(own.text) and (start < end or is_whole):
        return ""
    return f"{start} to {end} is no place in interview '{own.interview}', which has {len(own.text)} characters"


def _moved(changed: Sequence[_Changed]) -> list[_Changed]:
    """Return the rows whose quote is what was said in another row, which lost it: a column was sorted alone.

    A row that has its own quote still lends it to nobody, so that a slip that a person mended (`samne`) is not taken
    for the word that others said well. One row that looks so is chance.
    """
    fold = cache(_folded)
    lost = Counter(fold(said) for _, said, quote in changed if fold(said) != fold(quote))
    may_be = cache(_may_be)
    moved: list[_Changed] = []
    for row, said, quote in changed:
        if lost[fold(quote)] and not may_be(said, quote):
            lost[fold(quote)] -= 1
            moved.append((row, said, quote))
    return moved if len(moved) >= _FEWEST_MOVED else []


def _may_be(said: str, quote: str) -> bool:
    """Return whether a quote can be what was said, after all that spreadsheets and people do to a cell."""
    if re.search(r"\d", said):  # of figures a spreadsheet makes dates
        return True
    own, other = _letters(said), _letters(quote)
    return own in other or (other != "" and other in own) or _folded(said) == _folded(quote)


def _folded(text: str) -> str:
    """Return the plain letters and digits of a text."""
    return "".join(filter(str.isalnum, fold_word(text)))


def _letters(text: str) -> str:
    """Return the letters that survive a wrong encoding; all where that leaves none."""
    letters = "".join(filter(str.isalpha, unicodedata.normalize("NFC", text).casefold()))
    return re.sub(r"[^a-z]", "", letters) or letters


def _shown(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= 40 else f"{line[:40]}..."
