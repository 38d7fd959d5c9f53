"""A sample that somebody coded: what a comparison needs to take the codebook's errors out of a change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bp_qual.coding.by_hand import HandCodings
from bp_qual.coding.by_hand.coder_names import AGREED
from bp_qual.validation.sampling import finds_the_same
from bp_qual.wording import Remark, Wording

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, eq=False)
class JudgedSample:
    """A sample and the codings of the person who coded it.

    Attributes
    ----------
    name : str
        Of the sample: the file in `samples` without ``.csv``.
    units : DataFrame
        The passages that were drawn, with their chances: the units of a `Sample`, or from `read_chances`.
    hand : HandCodings
        What the person coded, from `read_codings`.
    whole : bool
        Whether it is judged by whole interviews that the person finished, not by passages coded one by one.
    parts : tuple of str
        Of a sample that was divided: who coded a part of it; ``hand`` is the work of all of them then.
    shared : int
        How many passages more than one of these finished.
    open : tuple of str and int
        Of a sample that coders settled between them, the codes on which they still differ, and in how many passages.
        The passages on which they agree are the easier ones, so nothing of such a code is judged.
    redealt : tuple of str
        The units that others are to code than when it was drawn.
    taken : tuple of str and int
        Who finished how many of these and is not to code them any more.
    judges : str
        The codebook that is judged by it (`Codebook.coder`).
    shown : tuple of str and int
        How many of its passages were masked when they were coded (`count_shown`).

    Examples
    --------
    >>> from bp_qual.coding.by_hand import History, place_codings
    >>> from bp_qual.validation.sampling import draw_sample
    >>> units = draw_sample(corpus, codings, codebook, n=2).units
    >>> JudgedSample("first", units, place_codings(History("anna", ()), corpus)).coder
    'anna'
    """

    name: str
    units: pd.DataFrame
    hand: HandCodings
    whole: bool = False
    parts: tuple[str, ...] = ()
    shared: int = 0
    open: tuple[tuple[str, int], ...] = ()
    redealt: tuple[str, ...] = ()
    taken: tuple[tuple[str, int], ...] = ()
    judges: str = ""
    shown: tuple[tuple[str, int], ...] = ()

    @property
    def drawn_with(self) -> str:
        """The codebook that it was drawn with, as its units say.

        >>> from bp_qual.coding.by_hand import History, place_codings
        >>> from bp_qual.validation.sampling import draw_sample
        >>> units = draw_sample(corpus, codings, codebook, n=2).units
        >>> JudgedSample("first", units, place_codings(History("anna", ()), corpus)).drawn_with == codebook.coder
        True
        """
        return str(self.units["codebook"].iloc[0]) if len(self.units) and "codebook" in self.units else ""

    @property
    def mended(self) -> bool:
        """Whether the codebook has changed since the sample was drawn: what was read in it may be why.

        A codebook that was mended by the errors of a sample has none of them left, and as many as before elsewhere.
        """
        return bool(self.drawn_with and self.judges) and not finds_the_same(self.drawn_with, self.judges)

    @property
    def told(self) -> tuple[Remark, ...]:
        """What must be said of who judged it, and how.

        That is where the codebook has changed since, where the person may have seen what it found, where coders still
        differ, and where it was changed by hand who is to code what.

        >>> from bp_qual.coding.by_hand import History, place_codings
        >>> JudgedSample("first", codings, place_codings(History("anna", ()), corpus)).told
        ()
        """
        values = {"sample": self.name, "coder": self.coder}
        told = [Remark("sample judged whole", values=values)] if self.whole else []
        if self.mended:
            told.append(Remark("codebook since sample", values={"sample": self.name, "drawn_with": self.drawn_with}))
        if self.open:
            told.append(Remark("sample is open", values={**values, "codes": _counted(self.open)}))
        if self.redealt:
            told.append(tell_redealt(self.name, self.redealt))
        if self.taken:
            told.append(Remark("sample taken from", values={**values, "coders": _counted(self.taken)}))
        return tuple(told)

    @property
    def coder(self) -> str:
        """Who coded it."""
        return self.hand.coder

    @property
    def settled_by(self) -> tuple[str, ...]:
        """The coders who settled between them what they had coded apart; nobody where one coder coded it.

        >>> from bp_qual.coding.by_hand import History, place_codings
        >>> JudgedSample("first", codings, place_codings(History("anna", ()), corpus)).settled_by
        ()
        """
        events = self.hand.state.units if self.coder == AGREED else ()
        return tuple(dict.fromkeys(name for event in events for name in event.coders))

    def say_coder(self, say: Wording) -> str:
        """Return who coded it in words: of what was settled, by whom; of what was divided, that each coded a part.

        >>> from bp_qual.coding.by_hand import History, place_codings
        >>> JudgedSample("first", codings, place_codings(History("anna", ()), corpus)).say_coder(Wording("en"))
        'anna'
        """
        if self.parts:
            return say("validation_each_a_part", coders=self.parts)
        settled = self.settled_by
        return f"{self.coder} ({say.listed(settled)})" if settled else self.coder


def tell_redealt(name: str, units: Sequence[str]) -> Remark:
    """Return that others are to code these units of a sample than when it was drawn.

    >>> tell_redealt("first", ["u1"]).kind
    'sample redealt'
    """
    return Remark("sample redealt", values={"sample": name, "units": list(units)})


def _counted(numbers: Iterable[tuple[str, int]]) -> list[str]:
    return [f"{name} ({n})" for name, n in numbers]
