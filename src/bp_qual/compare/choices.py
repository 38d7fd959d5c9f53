"""Choices: everything that can be decided about a comparison, checked once, before looking at any result."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bp_qual.coding.read_back import as_id
from bp_qual.errors import BpQualWarning, warn_caller
from bp_qual.panel import Panel
from bp_qual.statistics.thresholds import FEWEST_BENT as FEWEST_BENT
from bp_qual.statistics.thresholds import FEWEST_CHANGED as FEWEST_CHANGED
from bp_qual.wording import Remark
from bp_qual.wording.measures import check_measure
from bp_qual.wording.significance import check_test

if TYPE_CHECKING:
    import pandas as pd

FEWEST_STAYED = 30  # persons, or households: with fewer hardly any code can be shown to have stayed
LIMIT_STAYED = 0.05


@dataclass(frozen=True, slots=True)
class Choices:
    """What `compare_waves` was asked, with the waves filled in.

    >>> Choices("2010", "2020", measure="turnz")
    Traceback (most recent call last):
    ValueError: there is no measure 'turnz'; there is mentions, sentences, ...
    """

    before: str
    after: str
    measure: str = "mentions"
    test: str = "permutation"
    negated: bool = True
    prompted: bool = True
    floor: int = 300
    draws: int = 9999
    seed: int = 1
    level: float = 0.95
    plan: tuple[str, ...] = ()
    asked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    margin: float = 0.0

    def __post_init__(self) -> None:
        if self.before == self.after:
            raise ValueError(f"before and after are both {self.before!r}; a comparison needs two waves")
        check_measure(self.measure)
        check_test(self.test)
        if not isinstance(self.floor, int | float) or not self.floor >= 0:
            raise ValueError(f"floor is a number of words, zero or more, not {self.floor!r}")
        if self.draws < 99:
            raise ValueError(f"draws must be 99 or more, not {self.draws}: fewer cannot show a p of .05 reliably")
        if not 0.5 <= self.level < 1:
            raise ValueError(f"level is a share from .5 up to 1, such as .95, not {self.level}")
        if self.margin and not 1 < self.margin < float("inf"):
            raise ValueError(f"margin is a factor above 1, such as 1.5, not {self.margin:g}")
        if self.margin and not self.plan:
            raise ValueError("a margin is decided beforehand, for the codes of a plan: name them in plan")

    @property
    def waves(self) -> tuple[str, str]:
        """The two waves, in the order they are compared.

        >>> Choices("2010", "2020").waves
        ('2010', '2020')
        """
        return self.before, self.after

    def with_waves_between(self, waves: Sequence[str]) -> tuple[str, ...]:
        """Return the two waves and those of the panel that lie between them, in the order of the comparison.

        >>> Choices("2020", "2010").with_waves_between(("2005", "2010", "2015", "2020"))
        ('2020', '2015', '2010')
        """
        first, last = sorted((waves.index(self.before), waves.index(self.after)))
        between = tuple(waves[first + 1 : last])
        return (self.before, *(between if self.before == waves[first] else between[::-1]), self.after)

    @property
    def margin_level(self) -> float:
        """The level of the interval by which a planned code is shown to have stayed within the margin.

        For one code 90 %, which is two one-sided tests at .05; for more, narrower tests (Bonferroni).

        >>> Choices("1", "2", plan=("a",), margin=2).margin_level, Choices("1", "2", plan=("a", "b")).margin_level
        (0.9, 0.95)
        """
        return 1.0 - 2.0 * LIMIT_STAYED / max(len(self.plan), 1)

    @property
    def correction(self) -> str:
        """How the p of the codes that are tested together is corrected.

        >>> Choices("2010", "2020").correction, Choices("2010", "2020", test="t").correction
        ('step-down maxT', 'Holm')
        """
        return "step-down maxT" if self.test == "permutation" else "Holm"

    def asked_once(self, code: str) -> str:
        """Return the wave whose topic guide asked for a code that the other did not ask for; empty if there is none.

        >>> Choices("2010", "2020", asked={"corona": ("2020",)}).asked_once("corona")
        '2020'
        """
        return self.asked_unevenly(code, self.waves)

    def asked_unevenly(self, code: str, waves: Sequence[str]) -> str:
        """Return the waves, of those given, whose topic guide asked for a code that others did not ask for.

        >>> Choices("2010", "2020", asked={"corona": ("2020",)}).asked_unevenly("corona", ("2010", "2015", "2020"))
        '2020'
        """
        asking = [wave for wave in waves if wave in self.asked.get(code, waves)]
        return ", ".join(asking) if 0 < len(asking) < len(waves) else ""

    def role(self, code: str) -> str:
        """Return whether a code is `confirmatory` (in the plan), `exploratory` (beside it) or `unplanned` (no plan).

        >>> Choices("2010", "2020").role("hokjes"), Choices("2010", "2020", plan=("hokjes",)).role("hokjes")
        ('unplanned', 'confirmatory')
        """
        if not self.plan:
            return "unplanned"
        return "confirmatory" if code in self.plan else "exploratory"


def choose_waves(panel: Panel, before: str | int | None, after: str | int | None) -> tuple[str, str]:
    """Return the two waves to compare: those asked for, as text or as a number, else the first and last that were held.

    Parameters
    ----------
    panel : Panel
        What is to be compared.
    before, after : str, int or None
        The waves asked for; None takes the first and the last wave in which anybody was interviewed.

    Returns
    -------
    tuple of str
        The earlier and the later wave, as text.

    Raises
    ------
    ValueError
        For a wave that the panel does not have, or a panel of fewer than two waves.

    Examples
    --------
    >>> choose_waves(panel, None, 2020)
    ('2010', '2020')
    """
    if len(panel.waves) < 2:
        raise ValueError(f"a comparison needs two waves; this panel has {', '.join(panel.waves) or 'none'}")
    held = _held(panel)
    waves = (
        held[0] if before is None else as_id(before),
        held[-1] if after is None else as_id(after),
    )
    for wave in waves:
        if wave not in panel.waves:
            raise ValueError(f"there is no wave {wave!r}; there is {', '.join(panel.waves)}")
    warn_of_backwards(*waves, panel.waves)
    return waves


def warn_of_backwards(before: str, after: str, waves: Sequence[str]) -> None:
    """Say so where the wave that is called the earlier one came later; the comparison stands.

    Parameters
    ----------
    before, after : str
        The waves that are compared.
    waves : sequence of str
        All waves, the earliest first.

    Examples
    --------
    >>> import warnings
    >>> with warnings.catch_warnings(record=True) as told:
    ...     warnings.simplefilter("always")
    ...     warn_of_backwards("2020", "2010", ("2010", "2020"))
    >>> print(told[0].message)
    in this study 2010 comes before 2020, so the change is shown backwards in time.
    """
    if waves.index(before) > waves.index(after):
        warn_caller(BpQualWarning(Remark("backwards", values={"first_wave": before, "last_wave": after})))


def _held(panel: Panel) -> tuple[str, ...]:
    """Return the waves with an interview, read or not, where there are two; a wave that is still to come has none."""
    interviewed = {*panel.exposure["wave"], *(wave for _, wave in panel.missing)}
    held = tuple(wave for wave in panel.waves if wave in interviewed)
    return held if len(held) > 1 else panel.waves


def without_empty_waves(panel: Panel, compared: Collection[str]) -> Panel:
    """Return a panel without the waves in which nobody was interviewed: no trend or course runs over those.

    Parameters
    ----------
    panel : Panel
        What is to be compared.
    compared : collection of str
        The waves that were asked for, which stay.

    Returns
    -------
    Panel
        The same counts.

    Examples
    --------
    >>> from dataclasses import replace
    >>> without_empty_waves(replace(panel, waves=("2010", "2015", "2020")), ("2010", "2020")).waves
    ('2010', '2020')
    """
    held = {*_held(panel), *compared}
    return replace(panel, waves=tuple(wave for wave in panel.waves if wave in held))


def known_codes(panel: Panel, codes: Sequence[str], where: str) -> tuple[str, ...]:
    """Return the codes as a tuple, or refuse those that the panel does not have.

    Parameters
    ----------
    panel : Panel
        Whose codes are known.
    codes : sequence of str
        Ids of codes, as a user wrote them.
    where : str
        What the user wrote them in (`plan`, `asked`), named in the message.

    Returns
    -------
    tuple of str
        The same codes.

    Raises
    ------
    ValueError
        For codes that the panel does not have; the message names them all.

    Examples
    --------
    >>> known_codes(panel, ["contact"], "plan")
    ('contact',)
    >>> known_codes(panel, ["contacts"], "plan")
    Traceback (most recent call last):
    ValueError: plan names contacts, which is not a code here; there is contact, money
    """
    unknown = [code for code in codes if code not in panel.codes]
    if unknown:
        raise ValueError(
            f"{where} names {', '.join(unknown)}, which is not a code here; there is {', '.join(panel.codes)}"
        )
    return tuple(codes)


def read_guides(panel: Panel, asked: Mapping[str, Sequence[str]] | None) -> dict[str, tuple[str, ...]]:
    """Return for each code the waves whose topic guide asked for it, or refuse codes and waves the panel does not have.

    Parameters
    ----------
    panel : Panel
        Whose codes and waves are known.
    asked : mapping of str to sequence of str or int, or None
        For a code, the waves that asked for it.

    Returns
    -------
    dict
        The same, with waves as text.

    Raises
    ------
    ValueError
        For codes or waves that the panel does not have.

    Examples
    --------
    >>> read_guides(panel, {"contact": [2010]})
    {'contact': ('2010',)}
    >>> read_guides(panel, {"contact": ["1999"]})
    Traceback (most recent call last):
    ValueError: asked names the wave 1999 for contact; there is 2010, 2020
    """
    guides = {
        code: (waves,) if isinstance(waves, str) else tuple(map(as_id, waves)) for code, waves in (asked or {}).items()
    }
    known_codes(panel, list(guides), "asked")
    for code, waves in guides.items():
        unknown = [wave for wave in waves if wave not in panel.waves]
        if unknown:
            raise ValueError(f"asked names the wave {', '.join(unknown)} for {code}; there is {', '.join(panel.waves)}")
    return guides


def counted_codings(panel: Panel, choices: Choices) -> pd.DataFrame | None:
    """Return the codings that count, without those that are negated or prompted where they are left out.

    >>> from bp_qual.panel import make_panel
    >>> counted_codings(make_panel([], [], codes=["a"]), Choices("1", "2")) is None
    True
    """
    if panel.source is None:
        return None
    codings = panel.source.codings
    for name, kept in (("negated", choices.negated), ("prompted", choices.prompted)):
        if not kept:
            codings = codings[~codings[name].astype(bool)]
    return codings.reset_index(drop=True)
