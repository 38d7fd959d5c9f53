"""Whether the file of a sample is still as it was drawn: whoever changes a probability changes every number from it.

Everything that can be recomputed from the interviews is: which passages there are, of which wave, how many a stratum
holds and with which chance they were drawn. What cannot (the seed, the chances of unequal probabilities, a row that was
taken out) is covered by a stamp that was written with the file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from typing import TYPE_CHECKING

from bp_qual.coding.passages import cut_in_passages
from bp_qual.display import show_name
from bp_qual.errors import Problem
from bp_qual.files.csv_tables import CsvTable
from bp_qual.study.sample_units import DEALT, find_units
from bp_qual.transcripts import Corpus
from bp_qual.validation.sampling import DESIGNS, PILOT_CHANCES, SAMPLE_COLUMNS

if TYPE_CHECKING:
    import pandas as pd

STAMP = "stamp"
CONSTANT = ("design", "seed", "codes", "corpus", "codebook", STAMP)
_STAMPED = (*SAMPLE_COLUMNS, *PILOT_CHANCES, DEALT)  # those that a file has

Row = Mapping[str, str]
Place = tuple[str, int, int]


def stamp_units(rows: Iterable[Mapping[str, object]]) -> str:
    """Return what stands for all that was drawn and how, whatever the order of the rows.

    >>> row = {**dict.fromkeys(SAMPLE_COLUMNS, "1"), "chance": "0.3333333333333333"}
    >>> again, other = {**row, "chance": "0.333333333333"}, {**row, "seed": "2"}
    >>> stamp_units([row]) == stamp_units([again]), stamp_units([row]) == stamp_units([other])
    (True, False)
    """
    lines = ["\x1f".join(_canonical(name, row[name]) for name in _STAMPED if name in row) for row in rows]
    stamp = hashlib.sha256("\x1e".join(sorted(lines)).encode("utf-8", "surrogatepass"))
    return f"s{stamp.hexdigest()[:15]}"  # the letter, so that Excel takes it for no number


def _canonical(name: str, value: object) -> str:
    """Return a value as it is compared: a chance as exact as Excel keeps it."""
    text = str(value).strip()
    return f"{float(text):.9g}" if name.endswith("chance") and is_chance(text) else text


def find_faults(table: CsvTable, corpus: Corpus) -> Iterator[Problem]:
    """Yield everything in the file of a sample that cannot have been drawn from these interviews.

    Parameters
    ----------
    table : CsvTable
        With the columns of a sample and its stamp.
    corpus : Corpus
        The interviews, the same as when it was drawn.

    Yields
    ------
    Problem
        Last of all that the file was changed, if its stamp says so.

    Examples
    --------
    >>> from pathlib import Path
    >>> row = {**dict.fromkeys(SAMPLE_COLUMNS, "1"), "interview": "P01_2010", "wave": "2010", "stamp": "s0"}
    >>> [problem.kind for problem in find_faults(CsvTable(Path("a.csv"), tuple(row), ((2, row),)), corpus)]
    ['no unit', 'sample value', 'sample size', 'sample changed']
    """
    passages = cut_in_passages(corpus)
    units, faults = find_units(table, corpus)
    yield from faults
    yield from _values(table)
    yield from _places(table, {unit.unit for unit in units}, corpus, passages)
    yield from _strata(table, corpus, passages)
    if was_changed(table):
        yield Problem(show_name(table.path), "sample changed")


def was_changed(table: CsvTable) -> bool:
    """Return whether the stamp of a sample is not that of its rows.

    >>> from pathlib import Path
    >>> row = {**dict.fromkeys(SAMPLE_COLUMNS, "1"), "stamp": "s0"}
    >>> was_changed(CsvTable(Path("a.csv"), tuple(row), ((2, row),)))
    True
    """
    rows = [row for _, row in table.rows]
    return {row[STAMP] for row in rows} != {stamp_units(rows)}


def _values(table: CsvTable) -> Iterator[Problem]:
    """Yield the columns with a value that they cannot have, or more values than one."""
    rights: dict[str, Callable[[str], bool]] = {
        "chance": is_chance, "stratum_units": _is_count, "order": _is_count, "design": lambda text: text in DESIGNS,
    }  # fmt: skip
    for column, is_right in rights.items():
        wrong = [(line, row) for line, row in table.rows if not is_right(row[column])]
        if wrong:
            values = {"column": column, "values": _distinct(row[column] for _, row in wrong)}
            yield Problem(table.place(wrong[0][0]), "sample value", values)
    for column in CONSTANT:
        first = table.rows[0][1][column]
        other = [(line, row) for line, row in table.rows if row[column] != first]
        if other:
            values = {"column": column, "values": _distinct(row[column] for _, row in table.rows)}
            yield Problem(table.place(other[0][0]), "sample not one", values)
    orders = sorted(row["order"] for _, row in table.rows)
    if orders != sorted(str(number) for number in range(1, len(orders) + 1)):
        yield Problem(show_name(table.path), "sample order", {"n": len(orders)})


def _places(table: CsvTable, units: Set[str], corpus: Corpus, passages: pd.DataFrame) -> Iterator[Problem]:
    """Yield the units that are no passage, one that is there already, or of another wave."""
    known = set(zip(*(passages[name].tolist() for name in ("interview", "start", "end")), strict=True))
    wave_of = {transcript.interview: transcript.wave for transcript in corpus.transcripts}
    seen: dict[Place, str] = {}
    wrong: dict[str, list[tuple[int, str]]] = {"sample no passage": [], "sample passage twice": [], "sample wave": []}
    for line, row in table.rows:
        if row["unit"] not in units or not (row["start"].isdecimal() and row["end"].isdecimal()):
            continue  # told already
        place = (row["interview"], int(row["start"]), int(row["end"]))
        if place not in known:
            wrong["sample no passage"].append((line, row["unit"]))
        elif place in seen:
            wrong["sample passage twice"].append((line, f"{row['unit']} = {seen[place]}"))
        if row["wave"] != wave_of.get(row["interview"]):
            wrong["sample wave"].append((line, row["unit"]))
        seen.setdefault(place, row["unit"])
    for kind, rows in wrong.items():
        if rows:
            yield Problem(table.place(rows[0][0]), kind, {"units": [named for _, named in rows]})


def _strata(table: CsvTable, corpus: Corpus, passages: pd.DataFrame) -> Iterator[Problem]:
    """Yield the strata whose passages, size and chance do not go together, and waves that their strata do not fill."""
    strata: dict[tuple[str, str], list[tuple[int, Row]]] = {}
    for line, row in table.rows:
        strata.setdefault((row["wave"], row["stratum"]), []).append((line, row))
    design = table.rows[0][1]["design"]
    held: dict[str, int] = {}
    for (wave, stratum), rows in strata.items():
        sizes = _distinct(row["stratum_units"] for _, row in rows if _is_count(row["stratum_units"]))
        chances = _distinct(row["chance"] for _, row in rows if is_chance(row["chance"]))
        if not sizes:
            continue  # told already
        held[wave] = held.get(wave, 0) + int(sizes[0])
        chance = len(rows) / int(sizes[0])
        fits = design == "pps" or all(abs(float(text) - chance) < 1e-6 for text in chances)
        if len(sizes) > 1 or not fits:
            values = {"stratum": stratum, "n": len(rows), "sizes": sizes, "chances": chances}
            yield Problem(table.place(rows[0][0]), "sample stratum", values)
    there = passages["wave"].astype(str).value_counts().to_dict()
    for wave in corpus.waves:
        stated, whole = held.get(wave, 0), int(there.get(wave, 0))
        if stated != whole and (stated or design != "pps"):  # of unequal chances a small sample may leave out a wave
            yield Problem(show_name(table.path), "sample size", {"wave": wave, "stated": stated, "whole": whole})


def _distinct(values: Iterable[str]) -> Sequence[str]:
    return list(dict.fromkeys(values))


def is_chance(text: str) -> bool:
    """Return whether a text is a probability with which something can have been drawn.

    >>> is_chance("0.25"), is_chance("0"), is_chance("nan"), is_chance("0,25")
    (True, False, False, False)
    """
    try:
        return 0.0 < float(text) <= 1.0
    except ValueError:
        return False


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdecimal() and 0 < int(text) < 10**9
