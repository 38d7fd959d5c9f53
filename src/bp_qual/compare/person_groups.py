"""Groups of persons: did one group change otherwise than another? Told in the order of their names, never ranked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.compare.choices import Choices
from bp_qual.compare.coverage import alike, compared_on
from bp_qual.compare.households import HOUSEHOLD_COLUMNS, Households, numbered
from bp_qual.compare.inclusion import Inclusion
from bp_qual.errors import BpQualWarning, warn_caller
from bp_qual.panel.rates import DIGITS, Rates
from bp_qual.statistics.group_units import GroupUnits, put_together
from bp_qual.statistics.groups import group_test, log_changes
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

GROUP_COLUMNS = (
    "attribute", "group", "code", "persons", "rate_before", "rate_after", "difference", "p", "p_adjusted", "note",
)  # fmt: skip
SMALL = 3
MOST_GROUPS = 8
LEVEL, WORTH_SAYING = 0.05, 0.001


def groups_table(
    rates: Rates, who: Inclusion, attributes: pd.DataFrame | None, choices: Choices, households: Households = ()
) -> pd.DataFrame:
    """Return the change of every group of persons on every code, and whether the groups differ in it.

    The test compares log changes, that is, how much the rates of the groups were multiplied: in plain mentions, a group
    that speaks more of a theme also changes more. Groups of fewer than three persons stay out of the test.

    Parameters
    ----------
    rates : Rates
        Rates of everybody in the two waves.
    who : Inclusion
        Who is compared.
    attributes : DataFrame or None
        A column person, possibly a column wave, and any others, each of which divides the persons into groups. A person
        belongs to the group of the earlier wave; the note names who moved to another group.
    choices : Choices
        Waves, level, seed and number of permutations.
    households : tuple of tuple of str
        Who belong together (`households_of`): in the test one within a group, and shuffled together.

    Returns
    -------
    DataFrame
        One row for each attribute, group and code. p is that of the attribute and code, the same in all its groups; NaN
        where there is no test. Empty without attributes.

    Warns
    -----
    BpQualWarning
        Where every attribute has another value for most persons, so that there are no groups.

    Examples
    --------
    >>> import pandas as pd
    >>> from bp_qual.compare import compare_waves
    >>> attributes = pd.DataFrame({"person": ["P01", "P02"], "type": ["doer", "thinker"]})
    >>> table = compare_waves(panel, groups=attributes).groups
    >>> table.loc[table["code"] == "contact", ["group", "difference"]].to_dict("records")
    [{'group': 'doer', 'difference': 30.0}, {'group': 'thinker', 'difference': 0.0}]
    """
    import pandas as pd

    check_attributes(attributes)
    if attributes is None or not len(who.names):
        return pd.DataFrame(columns=list(GROUP_COLUMNS))
    divided = {name: groups_of(attributes, name, who.names, choices) for name in names_of(attributes)}
    too_fine = [name for name, groups in divided.items() if _is_too_fine(groups)]
    if too_fine and len(too_fine) == len(divided):
        warn_caller(BpQualWarning(Remark("groups too fine", values={"name": too_fine[0]})))
    divided = {name: groups for name, groups in divided.items() if name not in too_fine}
    homes = dict(zip(who.names, numbered(households, who.names).tolist(), strict=True))
    rows = [row for name, own in divided.items() for row in _attribute_rows(rates, who, own, name, choices, homes)]
    return pd.DataFrame(rows, columns=list(GROUP_COLUMNS))


def check_attributes(attributes: pd.DataFrame | None) -> None:
    """Refuse groups that do not say of whom they are.

    >>> import pandas as pd
    >>> check_attributes(pd.DataFrame({"rol": ["doener"]}))
    Traceback (most recent call last):
    ValueError: groups needs a column person; it has rol
    """
    if attributes is not None and "person" not in attributes.columns:
        raise ValueError(f"groups needs a column person; it has {', '.join(map(str, attributes.columns))}")


def names_of(attributes: pd.DataFrame | None) -> tuple[str, ...]:
    """Return the columns that divide persons into groups; not those that say who lives together.

    >>> import pandas as pd
    >>> names_of(pd.DataFrame({"person": ["P01"], "wave": ["2010"], "type": ["doener"]}))
    ('type',)
    """
    apart = ("person", "wave", *HOUSEHOLD_COLUMNS)
    return () if attributes is None else tuple(str(name) for name in attributes.columns if name not in apart)


def groups_of(
    attributes: pd.DataFrame, name: str, persons: tuple[str, ...], choices: Choices
) -> dict[str, tuple[str, bool]]:
    """Return each person's group in the earlier wave, and whether it is another one in the later wave.

    Parameters
    ----------
    attributes : DataFrame
        A column person, possibly a column wave, and the attribute.
    name : str
        The column that divides the persons.
    persons : tuple of str
        Whose groups are wanted.
    choices : Choices
        The two waves.

    Returns
    -------
    dict of str to tuple of str and bool
        By person; persons without a value are absent.

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame({"person": ["P01", "P01"], "wave": ["2010", "2020"], "type": ["doer", "thinker"]})
    >>> groups_of(table, "type", ("P01", "P02"), comparison.choices)
    {'P01': ('doer', True)}
    """
    there = attributes[name].notna()
    waves = attributes["wave"].astype(str) if "wave" in attributes.columns else [""] * len(attributes)
    first: dict[str, list[str]] = {person: [] for person in persons}
    last: dict[str, list[str]] = {person: [] for person in persons}
    said = zip(attributes["person"].astype(str), waves, there, attributes[name].astype(str), strict=True)
    for person, wave, has_value, value in said:  # column by column: a row of a wide table is slow to take
        if person not in first or not has_value or not value:
            continue
        if wave in (choices.before, ""):
            first[person].append(value)
        if wave == choices.after:
            last[person].append(value)
    known = {person: first[person] + last[person] for person in persons if first[person] or last[person]}
    return {person: (values[0], values[-1] != values[0]) for person, values in known.items()}


def _attribute_rows(
    rates: Rates, who: Inclusion, groups: dict[str, tuple[str, bool]], name: str, choices: Choices,
    homes: Mapping[str, int],
) -> Iterator[tuple[object, ...]]:  # fmt: skip
    names = sorted({group for group, _ in groups.values()})
    if not 2 <= len(names) <= MOST_GROUPS:
        return
    persons = [person for person in who.names if person in groups]
    chosen = np.array([person in groups for person in who.names], dtype=bool)
    coded, rows = compared_on(rates, who)[chosen], np.flatnonzero(who.compared)[chosen]
    own = np.array([names.index(groups[person][0]) for person in persons], dtype=np.int64)
    pairs = np.where(coded[:, None], rates.rates[rows], np.nan)
    changes = np.round(pairs[:, 1] - pairs[:, 0], DIGITS)
    homes_of = np.array([homes[person] for person in persons], dtype=np.int64)
    tested = _tested_units(own, homes_of, coded)
    p, adjusted = _test_groups(pairs, rates.mentions[rows].sum(axis=1), tested, rates.codes, choices)
    moved = [person for person, (_, other) in groups.items() if other]
    in_test = {column: family for family in tested for column in family.columns.tolist()}
    for column, code in enumerate(rates.codes):
        large, units = np.unique(own[in_test[column].persons]), in_test[column].units
        for number, group in enumerate(names):
            members = coded[:, column] & (own == number)
            size, means = int(members.sum()), (np.nan, np.nan, np.nan)
            if size:
                means = (*pairs[members][:, :, column].mean(axis=0), changes[members, column].mean())
            shown = (p[column], adjusted[column]) if number in large else (np.nan, np.nan)
            remarks = _remarks(size, number in large, units, np.isnan(p[column]), choices.asked_once(code))
            if moved:
                remarks.append(Remark("changed group", values={"persons": moved, "wave": choices.before}))
            yield (name, group, code, size, *means, *shown, tuple(remarks))


def _is_too_fine(groups: Mapping[str, tuple[str, bool]]) -> bool:
    """Return whether a column holds numbers, such as ages, that are others for most persons."""
    names = {group for group, _ in groups.values()}
    numbers = all(re.fullmatch(r"-?\d+([.,]\d+)?", name) for name in names)
    return numbers and len(groups) > 2 and len(names) > max(2, len(groups) // 2)


@dataclass(frozen=True, slots=True, eq=False)
class _Tested:
    """Codes that the same persons were coded for, the persons in their test, and the units that are shuffled."""

    columns: NDArray[np.int64]
    persons: NDArray[np.int64]
    units: GroupUnits


def _tested_units(own: NDArray[np.int64], homes: NDArray[np.int64], coded: Flags) -> list[_Tested]:
    """Give who is in the test of which codes, being in a group of enough households."""
    found = []
    for persons, columns in alike(coded):
        large = np.flatnonzero(put_together(own[persons], homes[persons]).sizes >= SMALL)
        tested = persons[np.isin(own[persons], large)]
        units = put_together(np.searchsorted(large, own[tested]), homes[tested])
        found.append(_Tested(columns, tested, units))
    return found


def _test_groups(
    pairs: Floats, mentions: Floats, tested: list[_Tested], codes: tuple[str, ...], choices: Choices
) -> tuple[Floats, Floats]:
    """Test the log changes of the groups that are large enough; NaN where that cannot be, or one wave asked for it.

    Codes that the same persons were coded for are corrected for each other, and then for how many such sets there are.
    """
    p, adjusted = np.full(len(codes), np.nan), np.full(len(codes), np.nan)
    asked = np.array([not choices.asked_once(code) for code in codes], dtype=bool)
    possible = [family for family in tested if len(family.units.sizes) >= 2 and family.units.smallest_p <= LEVEL]
    for family in possible:
        chosen = family.columns[asked[family.columns]]
        places = np.ix_(family.persons, chosen)
        changes = log_changes(pairs[:, 0][places], pairs[:, 1][places], mentions[places])
        p[chosen], adjusted[chosen] = group_test(changes, family.units, draws=choices.draws, seed=choices.seed)
    return p, np.minimum(1.0, len(possible) * adjusted)


def _remarks(size: int, large: bool, units: GroupUnits, untested: bool, asked: str) -> list[Remark]:
    if not large:
        return [Remark("small group" if size < SMALL else "small group of households", values={"size": size})]
    if len(units.sizes) < 2:
        return [Remark("too few groups", values={"size": SMALL})]
    if units.smallest_p > LEVEL:
        return [Remark("groups too small", values={"p": units.smallest_p})]
    if asked:
        return [Remark("asked once", values={"wave": asked})]
    if untested:
        return [Remark("nobody changed")]
    return [Remark("smallest p of groups", values={"p": units.smallest_p})] if units.smallest_p > WORTH_SAYING else []
