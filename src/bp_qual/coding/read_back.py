"""A table of codings that comes from elsewhere: read back with pandas, saved by a spreadsheet, or made by hand.

pandas makes the wave ``2010`` a number, the person ``007`` a 7 and an empty cue a missing one. Here the ids become text
again, so that a table read back gives the numbers that it gave before.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from bp_qual.coding.contradictions import refuse_contradictions
from bp_qual.errors import warn_caller
from bp_qual.files.table_bytes import unescape_cell
from bp_qual.transcripts import Corpus

if TYPE_CHECKING:
    import pandas as pd

COUNTED = ("interview", "person", "wave", "turn", "start", "end", "code", "status")
_TEXTS = ("interview", "person", "wave", "code", "quote", "term", "kind", "cue", "coder", "status")
_ESCAPED = ("interview", "person", "wave", "term", "cue", "coder")
_NUMBERS = ("turn", "start", "end")
_FLAGS = ("negated", "prompted")
_STATUSES = ("auto", "human", "accepted", "rejected", "suggested", "declined", "")
_YES, _NO = ("true", "1", "waar", "yes", "ja"), ("false", "0", "onwaar", "no", "nee", "")


def as_id(value: object) -> str:
    """Return a person, wave or code as text; 2010 and 2010.0 are the wave "2010".

    >>> as_id(2010.0), as_id("007")
    ('2010', '007')
    """
    if value is None or value != value or value == "":
        raise ValueError("a person, wave or code is empty")
    return _as_text(value)


def check_codings(codings: pd.DataFrame, corpus: Corpus | None = None, *, needed: Sequence[str]) -> pd.DataFrame:
    """Return a table of codings with ids as text, places as whole numbers and marks as True or False.

    Parameters
    ----------
    codings : DataFrame
        From `apply_codebook`, or read back from a file.
    corpus : Corpus, optional
        The interviews; with them a person or wave that lost its zeros (007) gets them back.
    needed : sequence of str
        The columns that it must have.

    Returns
    -------
    DataFrame
        The same rows and columns; the table itself where nothing had to be changed.

    Raises
    ------
    ValueError
        When a column is missing, a place is no number, a code is empty, a status is none that bp_qual gives, or a
        mark is neither yes nor no; or where the columns of a row do not belong together, as one was sorted alone.

    Examples
    --------
    >>> import pandas as pd
    >>> back = pd.DataFrame({"interview": ["P01_2010"], "person": ["P01"], "wave": [2010], "turn": [4.0]})
    >>> check_codings(back, needed=["wave"]).to_dict("list")
    {'interview': ['P01_2010'], 'person': ['P01'], 'wave': ['2010'], 'turn': [4]}
    """
    _refuse_foreign(codings, needed)
    codings = _without_empty_rows(codings)
    changed: dict[str, object] = {}
    for name in codings.columns:
        if name in _TEXTS and not _is_text(codings[name]):
            changed[name] = codings[name].map(_as_text).astype(object)
        elif name in _NUMBERS and codings[name].dtype.kind != "i":
            changed[name] = _whole_numbers(codings[name])
        elif name in _FLAGS and codings[name].dtype.kind != "b":
            changed[name] = codings[name].map(_as_flag).astype(bool)
    table = codings.assign(**changed) if changed else codings
    table = _with_known_status(table)
    _refuse_empty_codes(table)
    table = _without_escapes(table, corpus)
    table = table if corpus is None else _with_ids_of(table, corpus)
    refuse_contradictions(table, corpus)
    return table


def without_doubles(codings: pd.DataFrame) -> pd.DataFrame:
    """Return the codings without rows that stand there twice, with a warning: a coding is made once.

    >>> import pandas as pd
    >>> len(without_doubles(pd.DataFrame({name: ["a"] for name in COUNTED})))
    1
    """
    again = codings.duplicated([name for name in (*COUNTED, "coder") if name in codings.columns])
    if not again.any():
        return codings
    told = f"the same coding stood in the table more than once ({int(again.sum())} rows); it counts once."
    warn_caller(UserWarning(told))
    return codings[~again]


def refuse_unknown_ids(codings: pd.DataFrame, corpus: Corpus) -> None:
    """Refuse codings of a person or wave that the interviews do not have: they would count nowhere.

    Raises
    ------
    ValueError
        Naming those that are not there.

    Examples
    --------
    >>> import pandas as pd
    >>> refuse_unknown_ids(pd.DataFrame({"person": ["P9"], "wave": ["1"]}), Corpus((), ("P1",), ("1",)))
    Traceback (most recent call last):
    ValueError: codings: there is no person 'P9' in the interviews
    """
    for column, known in (("person", {*corpus.persons, ""}), ("wave", set(corpus.waves))):
        strange = sorted(set(codings[column].tolist()) - known)
        if strange:
            raise ValueError(f"codings: there is no {column} {', '.join(map(repr, strange[:5]))} in the interviews")


def _refuse_foreign(codings: pd.DataFrame, needed: Sequence[str]) -> None:
    missing = [name for name in needed if name not in codings.columns]
    if not missing:
        return
    first = str(codings.columns[0]) if len(codings.columns) else ""
    if first.startswith("sep="):
        sign = first[4:5] or ";"
        raise ValueError(
            f"codings begins with a line for Excel ('sep={sign}'): read the file with pd.read_csv(file, sep='{sign}',"
            " skiprows=1)"
        )
    only = first if len(codings.columns) == 1 else ""
    if ";" in only or "\t" in only:
        sign = ";" if ";" in only else "\\t"
        raise ValueError(f"codings has one column only: read the file with pd.read_csv(file, sep='{sign}')")
    raise ValueError(
        f"codings lacks the column{'s' * (len(missing) > 1)} {', '.join(missing)}; it needs {', '.join(needed)}. "
        "Counts that were made elsewhere go into make_panel"
    )


def _without_empty_rows(codings: pd.DataFrame) -> pd.DataFrame:
    """Leave out the rows that a spreadsheet has without anything in them."""
    first = codings[codings.columns[0]]
    if not (first.isna() | (first == "")).any():
        return codings
    return codings[~(codings.isna() | (codings == "")).all(axis=1)].reset_index(drop=True)


def _is_text(column: pd.Series[str]) -> bool:
    return column.dtype.kind in "OUT" and all(type(value) is str for value in column.tolist())


def _as_text(value: object) -> str:
    if value is None or value != value:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _as_flag(value: object) -> bool:
    word = _as_text(value).strip().casefold()
    if word not in (*_YES, *_NO, "1.0", "0.0"):
        raise ValueError(f"codings: negated and prompted are True or False, not '{value}'")
    return word in _YES


def _whole_numbers(column: pd.Series[float]) -> pd.Series[int]:
    import pandas as pd

    plain = column.map(lambda value: re.sub(r",0+\Z", "", value) if isinstance(value, str) else value)
    numbers = pd.to_numeric(plain, errors="coerce")
    wrong = ~(numbers >= 0) | (numbers % 1 != 0)
    if wrong.any():
        row = int(wrong.to_numpy().argmax())
        raise ValueError(f"codings: {column.name} of row {row + 1} is a whole number, not '{column.iloc[row]}'")
    return numbers.astype("int64")


def _with_known_status(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with its statuses in small letters; ``Rejected`` does not count either."""
    if "status" not in table.columns or table["status"].isin(_STATUSES).all():
        return table
    status = table["status"].str.strip().str.casefold()
    wrong = ~status.isin(_STATUSES)
    if wrong.any():
        row = int(wrong.to_numpy().argmax())
        known = ", ".join(filter(None, _STATUSES))
        raise ValueError(f"codings: status of row {row + 1} is '{table['status'].iloc[row]}', not one of {known}")
    return table.assign(status=status)


def _refuse_empty_codes(table: pd.DataFrame) -> None:
    empty = table["code"].str.strip() == "" if "code" in table.columns and len(table) else None
    if empty is not None and empty.any():
        raise ValueError(f"codings: code of row {int(empty.to_numpy().argmax()) + 1} is empty")


def _without_escapes(table: pd.DataFrame, corpus: Corpus | None) -> pd.DataFrame:
    """Take the ``'`` away that keeps a spreadsheet from running a text: a quote is then longer than its place.

    An id that the interviews have stays as it is.
    """
    ids = set[str]()
    if corpus is not None:
        ids = {*corpus.persons, *corpus.waves, *(own.interview for own in corpus.transcripts)}
    changed: dict[str, object] = {}
    for name in _ESCAPED:
        if name in table.columns and table[name].str.contains("'", regex=False).any():
            changed[name] = table[name].map(lambda cell: cell if cell in ids else unescape_cell(cell))
    if {"quote", "start", "end"} <= set(table.columns):
        longer = table["quote"].str.len() > table["end"] - table["start"]
        if longer.any():
            plain = table["quote"].where(~longer, table["quote"].map(unescape_cell))
            escaped = longer & (plain.str.len() == table["end"] - table["start"])
            changed["quote"] = table["quote"].where(~escaped, plain)
    return table.assign(**changed) if changed else table


def _id_again(value: str, again: Mapping[str, str], ids: Collection[str]) -> str:
    """Return the id that a spreadsheet made a number of: 007 of 7, 2010 of 2010,0."""
    whole = value if value in ids else re.sub(r"(?<=\d)[.,]0+\Z", "", value)
    return whole if whole in ids else again.get(whole, value)


def _with_ids_of(table: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Give interviews, persons and waves the ids that the corpus has, where a number lost its zeros or its name."""
    interviews = {transcript.interview: transcript for transcript in corpus.transcripts}
    known = {"interview": tuple(interviews), "person": corpus.persons, "wave": corpus.waves}
    changed = {}
    for name, ids in known.items():
        if name not in table.columns or set(table[name].tolist()) <= set(ids):
            continue
        numbers: dict[str, list[str]] = {}
        for own in ids:
            if own.isdecimal():
                numbers.setdefault(own.lstrip("0"), []).append(own)
        again = {bare: owns[0] for bare, owns in numbers.items() if len(owns) == 1 and bare not in ids}
        own_ids = frozenset(ids)
        changed[name] = table[name].map(lambda value, again=again, ids=own_ids: _id_again(value, again, ids))
    table = table.assign(**changed) if changed else table
    if "person" in table.columns and (table["person"] == "").any():  # pandas takes a person called NA for nobody
        alone = {own.interview: own.persons[0] for own in interviews.values() if len(own.persons) == 1}
        table = table.assign(person=table["person"].where(table["person"] != "", table["interview"].map(alone)))
    return table
