"""Codings that the interviews contradict: one column of the table was sorted, or filled in, without the others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bp_qual.display import one_line
from bp_qual.transcripts import Corpus, Transcript

if TYPE_CHECKING:
    import pandas as pd

_SHOWN = 3
_REMEDY = "Sort whole rows, never one column alone, or write the table anew with apply_codebook or bp-qual code"


def refuse_contradictions(codings: pd.DataFrame, corpus: Corpus | None) -> None:
    """Refuse codings whose columns do not belong together.

    With the interviews: a person or wave of another interview, a place outside the text, and a quote that is not what
    stands at its place. Blanks, signs, capitals and spoilt letters do not count, nor does a quote that was made longer
    or shorter, or one with figures, of which a spreadsheet makes dates. Without them: an interview of several waves.
    What the interviews do not have at all is for others to tell.

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
    for row, (interview, person, wave, start, end, quote) in enumerate(zip(*columns, strict=True)):
        own = interviews.get(interview)
        if own is None:
            continue
        if person and person in persons and person not in own.persons:
            yield row, f"interview '{interview}' is of {', '.join(own.persons) or 'nobody'}, not of '{person}'"
        elif wave and wave in waves and wave != own.wave:
            yield row, f"interview '{interview}' is of wave '{own.wave}', not '{wave}'"
        elif start is not None and end is not None and (what := _wrong_place(own, start, end, quote or "")):
            yield row, what


def _wrong_place(own: Transcript, start: int, end: int, quote: str) -> str:
    """Return what is wrong with a place and its quote; nothing where they fit."""
    if not start < end <= len(own.text):
        return f"{start} to {end} is no place in interview '{own.interview}', which has {len(own.text)} characters"
    said = own.text[start:end]
    if said == quote or _may_be(said, quote):
        return ""
    return f"'{_shown(said)}' stands at {start} to {end} of interview '{own.interview}', not '{_shown(quote)}'"


def _may_be(said: str, quote: str) -> bool:
    """Return whether a quote can be what was said, after all that spreadsheets and people do to a cell."""
    if not quote or re.search(r"\d", said):
        return True
    own, other = _letters(said), _letters(quote)
    return own in other or (other != "" and other in own)


def _letters(text: str) -> str:
    """Return the letters that survive a wrong encoding; all where that leaves none."""
    letters = "".join(filter(str.isalpha, unicodedata.normalize("NFC", text).casefold()))
    return re.sub(r"[^a-z]", "", letters) or letters


def _shown(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= 40 else f"{line[:40]}..."
