"""What was not coded: persons, waves and codes that nobody looked for in an interview. That is no zero.

An interview that a coder did not finish is not coded, nor is one that was coded for other codes only.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from bp_qual.coding.combining import Combined
from bp_qual.coding.open_codes import open_for_persons
from bp_qual.coding.read_back import as_id
from bp_qual.transcripts import Corpus

if TYPE_CHECKING:
    import pandas as pd

Cells = frozenset[tuple[str, str, str]]

CODED_COLUMNS = ("person", "wave", "code", "coded")


def coded_table(exposure: pd.DataFrame, codes: Sequence[str], uncoded: Cells) -> pd.DataFrame:
    """Return the table `Panel.coded`.

    Parameters
    ----------
    exposure : DataFrame
        person and wave of the interviews.
    codes : sequence of str
        The codes of the codebook.
    uncoded : frozenset of tuple of str
        Person, wave and code of what was not coded.

    Returns
    -------
    DataFrame
        person, wave, code, coded.

    Examples
    --------
    >>> coded_table(panel.exposure, ["a", "b"], frozenset({("P01", "2010", "b")}))["coded"].tolist()[:2]
    [True, False]
    """
    import pandas as pd

    rows = [
        (person, wave, code, (person, wave, code) not in uncoded)
        for person, wave in zip(exposure["person"], exposure["wave"], strict=True)
        for code in codes
    ]
    return pd.DataFrame(rows, columns=list(CODED_COLUMNS)).astype({"coded": bool})


def uncoded_cells(combined: Combined | None, corpus: Corpus, unsought: Collection[str]) -> Cells:
    """Return person, wave and code of what was not coded in every interview with that person in that wave.

    Parameters
    ----------
    combined : Combined or None
        What counts of a person's codings and the codebook's; None where codings came as a table.
    corpus : Corpus
        What was coded.
    unsought : collection of str
        The codes that nobody looked for anywhere.

    Returns
    -------
    frozenset of tuple of str

    Examples
    --------
    >>> sorted(uncoded_cells(None, corpus, ["trust"]))
    [('P01', '2010', 'trust'), ('P01', '2020', 'trust')]
    """
    talks = [(person, talk.wave) for talk in corpus.transcripts for person in talk.persons]
    cells = frozenset((*talk, code) for talk in talks for code in unsought)
    return cells if combined is None or combined.count == "machine" else cells | open_for_persons(combined.gaps, corpus)


def split_missing(
    counts: pd.DataFrame | Sequence[Mapping[str, object]],
) -> tuple[pd.DataFrame | Sequence[Mapping[str, object]], Cells]:
    """Return a table of counts from elsewhere without the cells whose mentions are missing, and these: not coded.

    >>> rows = [{"person": "P01", "wave": "2010", "code": "a", "mentions": n} for n in (3, None)]
    >>> left, missing = split_missing(rows)
    >>> len(left), missing
    (0, frozenset({('P01', '2010', 'a')}))
    """
    import pandas as pd

    table = pd.DataFrame(counts)
    if not {"person", "wave", "code", "mentions"} <= {*table.columns} or not table["mentions"].isna().any():
        return counts, frozenset()
    columns = (table[key].map(as_id) for key in ("person", "wave", "code"))
    cells = [(person, wave, code) for person, wave, code in zip(*columns, strict=True)]
    empty = frozenset(cell for cell, is_missing in zip(cells, table["mentions"].isna(), strict=True) if is_missing)
    kept = table[np.array([cell not in empty for cell in cells], dtype=bool)]
    return kept.astype({"mentions": "int64"}, errors="ignore"), empty


def uncoded_rows(coded: pd.DataFrame | Sequence[Mapping[str, object]] | None, counts: pd.DataFrame) -> Cells:
    """Return the cells that a table from elsewhere says were not coded, and refuse a count in one of them.

    Parameters
    ----------
    coded : DataFrame, rows or None
        person, wave, code, coded.
    counts : DataFrame
        person, wave, code of what was counted.

    Returns
    -------
    frozenset of tuple of str
        Person, wave and code.

    Raises
    ------
    ValueError
        For a missing column, or a count of what was not coded.

    Examples
    --------
    >>> rows = [{"person": "P01", "wave": 2010, "code": "a", "coded": False}]
    >>> uncoded_rows(rows, panel.counts)
    frozenset({('P01', '2010', 'a')})
    """
    import pandas as pd

    table = pd.DataFrame(coded if coded is not None else [])
    missing = [column for column in CODED_COLUMNS if column not in table.columns]
    if missing and len(table):
        raise ValueError(f"coded lacks the column {', '.join(missing)}; it needs {', '.join(CODED_COLUMNS)}")
    rows = table.to_dict("records")
    cells = frozenset((as_id(r["person"]), as_id(r["wave"]), as_id(r["code"])) for r in rows if not r["coded"])
    found = [cell for cell in zip(counts["person"], counts["wave"], counts["code"], strict=True) if cell in cells]
    if found:
        named = ", ".join(f"{code} of {person} in {wave}" for person, wave, code in found[:5])
        raise ValueError(f"counts of what was not coded: {named}. Take them out of counts, or out of coded")
    return cells


def without_uncoded(table: pd.DataFrame, uncoded: Cells) -> pd.DataFrame:
    """Return the rows of a table of persons, waves and codes that were coded.

    >>> len(without_uncoded(panel.counts, frozenset({("P01", "2010", "money")}))) - len(panel.counts)
    -1
    """
    if not uncoded:
        return table
    cells = zip(table["person"], table["wave"], table["code"], strict=True)
    return table[np.array([cell not in uncoded for cell in cells], dtype=bool)].reset_index(drop=True)
