"""Workbooks with a sheet for each coder: what was coded by Anna on the one, and by Bert on the other.

A sheet may as well be called as a wave, a person, an interview or a code, or as a spreadsheet calls it. Where several
sheets hold codings, none says who coded, and a name is none of these, it is asked whether the sheets are coders: taken
together the codings of the one would be those of the other. They clearly are where a name is that of a coder of the
study, or says *coder*. Where a sheet has rows without a code, its name may be that of their code too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Literal, get_args

from bp_qual.display import shown
from bp_qual.errors import CodebookError, Problem
from bp_qual.exchange.drafts import code_name_key
from bp_qual.exchange.list_headings import LIST_HEADINGS, plain_heading
from bp_qual.exchange.received import Passage, Received
from bp_qual.exchange.sheets_as_codes import NO_SHEETS
from bp_qual.exchange.short_columns import is_among
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.wording import Remark

Sheets = Literal["", "coders", "codes", "none"]
SHEETS: tuple[Sheets, ...] = get_args(Sheets)
_SAYS_CODER = lazy_pattern(
    r"\b(?:coder|codeur|codeuse|codeerder|[ck]odierer(?:in)?|rater|beoordelaar)\b", re.IGNORECASE
)
_TABLES = {  # what sheets are called for what they hold
    *("quotes", "quotations", "codings", "citaten", "zitate", "coderingen", "codierungen", "data", "export", "list"),
    *("lijst", "liste", "matrix", "framework", "segments", "segmenten", "excerpts", "fragmenten", "interviews"),
    *(name for key in ("quote", "code") for name in LIST_HEADINGS[key]),
}


def with_coders_of_sheets(
    received: Received,
    names: Sequence[str],
    *,
    sheets: Sheets,
    coders: Collection[str],
    codes: Collection[str],
    is_interview: Callable[[str], bool],
) -> Received:
    """Return what a workbook holds with its sheets as coders, where they are.

    Parameters
    ----------
    received : Received
        What was read of it.
    names : sequence of str
        What its sheets are called.
    sheets : {"", "coders", "codes", "none"}
        What somebody said that they are.
    coders, codes : collection of str
        The coders and the codes of the study.
    is_interview : callable
        Whether a name is that of a person, an interview or a wave of the study.

    Returns
    -------
    Received

    Raises
    ------
    CodebookError
        Where the sheets may be coders, and nobody said so.

    Examples
    --------
    >>> rows = tuple(Passage(f"a.xlsx [{name}]:2", "too much", (), person="P01") for name in ("Anna", "Bert"))
    >>> found = with_coders_of_sheets(
    ...     Received("a.xlsx", rows, ()), ["Anna", "Bert"], sheets="", coders=["anna"], codes=(),
    ...     is_interview=lambda name: False,
    ... )
    >>> [passage.coder for passage in found.passages]
    ['Anna', 'Bert']
    """
    where = {name: f"{received.where} [{name}]:" for name in names}
    held = [name for name in names if any(passage.where.startswith(where[name]) for passage in received.passages)]
    if sheets in ("codes", "none") or len(held) < 2 or any(passage.coder for passage in received.passages):
        return received
    known = {*map(code_name_key, codes), *(code_name_key(draft.name) for draft in received.codes)}
    said = {plain_heading(name) for p in received.passages for name in (p.person, p.document, p.wave, p.folder) if name}
    whose = [name for name in held if not is_interview(name)]
    asked = [name for name in whose if not (_is_of_table(name) or is_among(name, known) or plain_heading(name) in said)]
    clear = {*map(plain_heading, coders)}
    if sheets != "coders":
        whose = asked
        if not asked:
            return received
        if not any(plain_heading(name) in clear or says_coder(name) for name in asked):
            uncoded = any(not p.codes and p.where.startswith(where[name]) for name in asked for p in received.passages)
            kind = "sheets of what" if uncoded else "sheets of whom"
            raise CodebookError(Problem(received.where, kind, {"names": [*map(shown, asked)]}))
    coder_at = {where[name]: name for name in whose}
    passages = (_by(passage, coder_at) for passage in received.passages)
    told = Remark("sheets as coders", values={"names": [*map(shown, whose)]})
    return replace(received, passages=tuple(passages), notes=(*received.notes, told) if whose else received.notes)


def says_coder(name: str) -> bool:
    """Return whether the name of a sheet says that it is that of a coder.

    >>> says_coder("Coder 1"), says_coder("stress")
    (True, False)
    """
    return _SAYS_CODER.search(name) is not None


def _by(passage: Passage, coder_at: dict[str, str]) -> Passage:
    coder = next((name for begin, name in coder_at.items() if passage.where.startswith(begin)), "")
    return replace(passage, coder=_SAYS_CODER.sub("", coder).strip(" :_-–.") or coder)


def _is_of_table(name: str) -> bool:
    plain = plain_heading(name).rstrip("0123456789 ")
    return plain in ("", *NO_SHEETS, *_TABLES)
