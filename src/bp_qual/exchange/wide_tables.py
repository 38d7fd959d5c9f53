"""One row a person, one column a code and wave: the table that SPSS, R and Stata want, with a codebook of its columns.

Names of columns are letters, digits and underscores, at most 32 characters, and different without regard to capitals:
what Stata takes, all take. Who was not interviewed, and what was not coded, is empty and never zero.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bp_qual.codebook import Codebook
from bp_qual.display import show_name
from bp_qual.errors import CodebookError, Problem, StudyError
from bp_qual.files.csv_tables import read_csv_table
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

LONGEST_COLUMN = 32
COLUMN_COLUMNS = ("column", "holds", "code", "label", "wave")


def make_wide(
    counts: pd.DataFrame, exposure: pd.DataFrame, labels: Mapping[str, str], attributes: Mapping[str, Mapping[str, str]]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the table, and what each of its columns holds.

    Parameters
    ----------
    counts, exposure : DataFrame
        The tables of a panel.
    labels : mapping of str to str
        What the codes are called.
    attributes : mapping of str to mapping
        What is known of each person.

    Returns
    -------
    tuple of DataFrame
        person, the attributes, the words of each wave, and the mentions of each code in each wave; then column, holds
        (``person``, ``attribute``, ``words`` or ``mentions``), code, label, wave.

    Examples
    --------
    >>> table, columns = make_wide(panel.counts, panel.exposure, {"money": "Money"}, {"P01": {"sex": "f"}})
    >>> list(table.columns)
    ['person', 'sex', 'words_2010', 'words_2020', 'contact_2010', 'contact_2020', 'money_2010', 'money_2020']
    >>> table[["person", "money_2010", "money_2020"]].values.tolist()[2]
    ['P03', 3, <NA>]
    """
    import pandas as pd

    persons, waves = [*dict.fromkeys(exposure["person"])], _in_order(exposure["wave"], counts["wave"])
    words = dict(zip(zip(exposure["person"], exposure["wave"], strict=True), exposure["words"], strict=True))
    cells = dict(
        zip(zip(counts["person"], counts["wave"], counts["code"], strict=True), counts["mentions"], strict=True)
    )
    taken: set[str] = set()
    table = {_name(taken, "person"): persons}
    rows = [("person", "person", "", "", "")]
    for attribute in dict.fromkeys(name for said in attributes.values() for name in said if name != "person"):
        column = _name(taken, attribute)
        table[column] = [attributes.get(person, {}).get(attribute, "") for person in persons]
        rows.append((column, "attribute", "", attribute, ""))
    for wave in waves:
        column = _name(taken, "words", wave)
        table[column] = pd.array([words.get((person, wave), pd.NA) for person in persons], dtype="Int64")
        rows.append((column, "words", "", "", wave))
    for code in dict.fromkeys(counts["code"]):
        for wave in waves:
            column = _name(taken, code, wave)
            table[column] = pd.array([cells.get((person, wave, code), pd.NA) for person in persons], dtype="Int64")
            rows.append((column, "mentions", code, labels.get(code, code), wave))
    return pd.DataFrame(table), pd.DataFrame(rows, columns=list(COLUMN_COLUMNS))


def say_left_out(columns: pd.DataFrame, codebook: Codebook, *, by_hand: bool) -> tuple[Remark, ...]:
    """Return which codes have no column: no interview is finished for them, or they have no terms to find them by.

    Parameters
    ----------
    columns : DataFrame
        What each column holds, from `make_wide`.
    codebook : Codebook
        Whose codes were counted.
    by_hand : bool
        Whether people coded them.

    Returns
    -------
    tuple of Remark

    Examples
    --------
    >>> _, columns = make_wide(panel.counts, panel.exposure, {}, {})
    >>> say_left_out(columns, codebook, by_hand=True)
    ()
    >>> [remark.kind for remark in say_left_out(columns[columns["holds"] != "mentions"], codebook, by_hand=True)]
    ['lost unfinished']
    """
    there = {*columns["code"]}
    codes = [code.id for code in codebook.codes if code.id not in there]
    kind = "lost unfinished" if by_hand else "lost termless"
    return (Remark(kind, values={"n": len(codes), "codes": codes}),) if codes else ()


def columns_file(path: Path) -> Path:
    """Return where the codebook of the columns of a wide table is.

    >>> columns_file(Path("counts.csv")).name
    'counts_columns.csv'
    """
    return path.with_name(f"{path.stem}_columns.csv")


def columns_beside(path: Path, header: Sequence[str]) -> dict[int, tuple[str, str]]:
    """Return code and wave of the columns of a table that `make_wide` made, by where they are; nothing for another.

    Parameters
    ----------
    path : Path
        The table, with the codebook of its columns beside it.
    header : sequence of str
        Its headings.

    Returns
    -------
    dict of int to tuple of str

    Raises
    ------
    CodebookError
        Where that codebook is not there or cannot be read, or is what was given, or where no code is counted.

    Examples
    --------
    >>> columns_beside(Path("matrix.csv"), ["", "A : stress"])
    {}
    """
    where, names = show_name(path), [cell.strip() for cell in header]
    if set(COLUMN_COLUMNS) <= set(names):
        table = path.with_name(f"{path.stem.removesuffix('_columns')}.csv")
        raise CodebookError(Problem(where, "wide columns", {"file": show_name(table.name)}))
    if names[:1] != ["person"] or not any(name.startswith("words_") for name in names):
        return {}
    beside = columns_file(path)
    if not beside.is_file():
        raise CodebookError(Problem(where, "wide without columns", {"file": show_name(beside.name)}))
    try:
        said = [row for _, row in read_csv_table(beside, needed=COLUMN_COLUMNS).rows if row["holds"] == "mentions"]
    except StudyError as error:
        raise CodebookError(error.problems, error.summary) from error
    if not said:
        raise CodebookError(Problem(where, "wide without codes"))
    return {names.index(row["column"]): (row["code"], row["wave"]) for row in said if row["column"] in names}


def _in_order(*series: pd.Series[str]) -> list[str]:
    return [*dict.fromkeys(value for one in series for value in one)]


def _name(taken: set[str], name: str, wave: str = "") -> str:
    """Return a name for a column that is not taken yet, and take it."""
    end = f"_{_plain(wave)}" if wave else ""
    stem = _plain(name) or "v"
    stem = stem if stem[0].isalpha() else f"v{stem}"
    for number in _numbers():
        column = stem[: LONGEST_COLUMN - len(end) - len(number)] + number + end
        if column.casefold() not in taken:
            break
    taken.add(column.casefold())
    return column


def _numbers() -> Iterator[str]:
    yield ""
    number = 2
    while True:
        yield f"_{number}"
        number += 1


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "_", letters).strip("_")
