"""Who is compared: the persons in both waves with enough text; everybody else is named, and looked at beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.compare.choices import FEWEST_CHANGED, FEWEST_STAYED, Choices
from bp_qual.panel import Panel
from bp_qual.panel.rates import Rates
from bp_qual.statistics.permutation import smallest_p
from bp_qual.wording import MEASURES, Remark

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

NOT_COMPARED = ("dropout", "entrant", "missed a wave", "not read", "too little text", "not coded")
ATTRITION_COLUMNS = ("person", "status", "words_before", "words_after", "note")


@dataclass(frozen=True, slots=True, eq=False)
class Inclusion:
    """For each of the panel's persons: a status, and why.

    A status is `compared`; `too little text`; `not coded` (nobody finished coding both interviews for any code);
    `dropout` (not interviewed in the later wave, nor after it); `entrant`
    (never interviewed before the later wave); `missed a wave` (absent from one of the two, but interviewed in another
    wave on that side); `not read` (an interview exists that could not be read); or empty for persons interviewed in
    neither wave.

    >>> Inclusion(("P01", "P02"), ("compared", "dropout"), ((), (Remark("not interviewed"),))).names
    ('P01',)
    """

    persons: tuple[str, ...]
    status: tuple[str, ...]
    notes: tuple[tuple[Remark, ...], ...]

    @property
    def compared(self) -> NDArray[np.bool_]:
        """Whether each person is compared.

        >>> Inclusion(("P01", "P02"), ("compared", "dropout"), ((), ())).compared.tolist()
        [True, False]
        """
        return self.with_status("compared")

    @property
    def names(self) -> tuple[str, ...]:
        """The persons compared.

        >>> Inclusion(("P01", "P02"), ("compared", "dropout"), ((), ())).names
        ('P01',)
        """
        return tuple(person for person, status in zip(self.persons, self.status, strict=True) if status == "compared")

    def with_status(self, *statuses: str) -> NDArray[np.bool_]:
        """Whether each person has one of these statuses.

        >>> Inclusion(("P01", "P02"), ("compared", "dropout"), ((), ())).with_status("dropout", "entrant").tolist()
        [False, True]
        """
        return np.array([status in statuses for status in self.status], dtype=bool)


def who_is_compared(panel: Panel, rates: Rates, floor: int) -> Inclusion:
    """Decide for every person whether there is enough text in both waves.

    Parameters
    ----------
    panel : Panel
        Who was interviewed in which of all its waves.
    rates : Rates
        The rates of the two waves that are compared.
    floor : int
        Minimum words per wave for a person to be included.

    Returns
    -------
    Inclusion
        A status for every person of the panel, with a note for those who are left out.

    Examples
    --------
    >>> who_is_compared(panel, comparison.rates, 300).status
    ('compared', 'compared', 'dropout')
    >>> who_is_compared(panel, comparison.rates, 3000).status
    ('too little text', 'too little text', 'dropout')
    """
    interviewed = {person: set(rows["wave"]) for person, rows in panel.exposure.groupby("person")}
    without_terms = set(panel.without_terms)  # nobody is left out for what is coded in nobody
    sought = np.array([code not in without_terms for code in rates.codes], dtype=bool)
    for person, wave in panel.missing:
        interviewed.setdefault(person, set()).add(wave)
    found = [
        _unread(person, words, rates.waves, panel)
        or _uncoded(
            _status(
                words, rates.waves, floor, [wave for wave in panel.waves if wave in interviewed.get(person, ())], panel
            ),
            gaps,
            rates.waves,
        )
        for person, words, gaps in zip(rates.persons, rates.words, rates.uncoded[:, :, sought], strict=True)
    ]
    return Inclusion(rates.persons, tuple(status for status, _ in found), tuple(note for _, note in found))


def attrition_table(rates: Rates, who: Inclusion) -> pd.DataFrame:
    """Return the table of everybody interviewed in either wave: person, status, words_before, words_after, note.

    >>> comparison.attrition[["person", "status"]].to_dict("list")
    {'person': ['P01', 'P02', 'P03'], 'status': ['compared', 'compared', 'dropout']}
    """
    import pandas as pd

    rows = zip(who.persons, who.status, rates.words[:, 0], rates.words[:, 1], who.notes, strict=True)
    table = pd.DataFrame(list(rows), columns=list(ATTRITION_COLUMNS))
    return table[table["status"] != ""].reset_index(drop=True)


def remarks_on_the_whole(
    rates: Rates, who: Inclusion, choices: Choices, independent: int | None = None, *, some_corrected: bool = False
) -> Iterator[Remark]:
    r"""Yield who was left out, and what so few persons can show; ``independent`` is how many households they are.

    Parameters
    ----------
    rates : Rates
        Rates of everybody in the two waves.
    who : Inclusion
        Who is compared, and why others are not.
    choices : Choices
        Floor and measure.
    some_corrected : bool
        Whether a sample corrects the change of some codes: their p is of Student's t, and may be smaller.

    Yields
    ------
    Remark
        What concerns the comparison as a whole, not a single code.

    Examples
    --------
    >>> print(*remarks_on_the_whole(comparison.rates, comparison.who, comparison.choices), sep="\n")
    P03: interviewed in one of the two waves only, so not compared
    with 2 persons compared no test is possible (6 who changed are needed): read this as description
    """
    silent = [any(note.kind == "no words" for note in notes) for notes in who.notes]
    if persons := [person for person, is_silent in zip(who.persons, silent, strict=True) if is_silent]:
        yield Remark("left out, no words", values={"persons": persons})
    for kind, statuses in (
        ("left out, one wave", ("dropout", "entrant", "missed a wave")),
        ("left out, little text", ("too little text",)),
        ("left out, not read", ("not read",)),
        ("left out, not coded", ("not coded",)),
    ):
        told = zip(who.persons, who.status, silent, strict=True)
        if persons := [person for person, status, is_silent in told if status in statuses and not is_silent]:
            yield Remark(kind, values={"persons": persons, "floor": choices.floor})
    short = who.with_status("dropout") & (rates.words[:, 0] < max(choices.floor, 1))
    persons = [person for person, out in zip(who.persons, short, strict=True) if out]
    if persons:
        values = {"persons": persons, "floor": choices.floor, "wave": choices.before}
        yield Remark("dropouts left out", values=values)
    if choices.test != "permutation":
        yield Remark("intervals of another test", values={"test": choices.test})
    compared = len(who.names)
    units = compared if independent is None else independent
    if not compared:
        kind = "no pairs, not coded" if who.with_status("not coded").any() else "no pairs"
        yield Remark(kind, values={"before": rates.waves[0], "after": rates.waves[1]})
    elif units < FEWEST_CHANGED:
        together = {"households": units} if units < compared else {}
        kind = "too few households to test" if together else "no test possible"
        yield Remark(kind, values={"compared": compared, "needed": FEWEST_CHANGED, **together})
    elif units < 9:
        together = {"households": units} if units < compared else {}
        of_swaps = "smallest p of households" if together else "smallest p"
        kind = "smallest p as counted" if some_corrected else of_swaps
        yield Remark(kind, values={"compared": compared, "p": smallest_p(units), **together})
    if choices.margin and 0 < units < FEWEST_STAYED:
        values = {"compared": compared, "margin": choices.margin, "needed": FEWEST_STAYED}
        if units < compared:
            yield Remark("too few households to have stayed", values={**values, "households": units})
        else:
            yield Remark("too few to have stayed", values=values)
    if MEASURES[choices.measure].caution[0]:
        yield Remark("measure caution", values={"measure": choices.measure})


def _uncoded(
    status: tuple[str, tuple[Remark, ...]], gaps: Flags, waves: tuple[str, ...]
) -> tuple[str, tuple[Remark, ...]]:
    """Return the status of a person, `not coded` instead of `compared` where no code was coded in both waves."""
    if status[0] != "compared" or not gaps.any() or not gaps.any(axis=0).all():
        return status
    missing = [wave for wave, own in zip(waves, gaps, strict=True) if own.any()]
    return "not coded", (Remark("not coded", values={"waves": missing}),)


def _unread(person: str, words: Floats, waves: tuple[str, ...], panel: Panel) -> tuple[str, tuple[Remark, ...]] | None:
    """Return that an interview of a person in the two waves could not be read, where that is so; with why, by wave."""
    absent = [wave for wave, said in zip(waves, words, strict=True) if np.isnan(said)]
    unread = [wave for wave in absent if (person, wave) in panel.missing]
    may_be = (person, "") in panel.missing and bool(absent)
    if may_be and len(absent) == len(waves):  # in none of the two, where another wave was read
        may_be = person not in set(panel.exposure["person"])
    if not (unread or may_be):
        return None
    kinds = {
        wave: "not read" if wave in unread else "perhaps not read" if may_be else "not interviewed" for wave in absent
    }
    return "not read", tuple(Remark(kind, values={"wave": wave}) for wave, kind in kinds.items())


def _status(
    words: Floats, waves: tuple[str, ...], floor: int, interviewed: list[str], panel: Panel
) -> tuple[str, tuple[Remark, ...]]:
    """Return a person's status and why, of the words in the two waves and of all waves with an interview."""
    absent = [wave for wave, said in zip(waves, words, strict=True) if np.isnan(said)]
    if len(absent) == len(waves):
        return "", ()
    if absent:
        others = [wave for wave in interviewed if wave not in waves]
        notes = [Remark("not interviewed", values={"wave": absent[0]})]
        notes += [Remark("interviewed too", values={"waves": others})] if others else []
        if absent[0] == waves[0]:
            return ("entrant" if interviewed[0] == waves[1] else "missed a wave"), tuple(notes)
        order = panel.waves
        returned = any(order.index(wave) > order.index(waves[1]) for wave in interviewed)
        return ("missed a wave" if returned else "dropout"), tuple(notes)
    short = [(wave, int(said)) for wave, said in zip(waves, words, strict=True) if said < max(floor, 1)]
    notes = [
        Remark("too little text", values={"wave": wave, "words": said, "floor": floor})
        if said
        else Remark("no words", values={"wave": wave})
        for wave, said in short
    ]
    return ("too little text", tuple(notes)) if short else ("compared", ())
