"""A sample that somebody coded: what a comparison needs to take the codebook's errors out of a change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bp_qual.coding.by_hand import HandCodings
from bp_qual.coding.by_hand.coder_names import AGREED
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

    @property
    def told(self) -> tuple[Remark, ...]:
        """What must be said where the person may have seen what the codebook found, or coders still differ.

        >>> from bp_qual.coding.by_hand import History, place_codings
        >>> JudgedSample("first", codings, place_codings(History("anna", ()), corpus)).told
        ()
        """
        values = {"sample": self.name, "coder": self.coder}
        told = (Remark("sample judged whole", values=values),) if self.whole else ()
        counts = [f"{code} ({n})" for code, n in self.open]
        return (*told, Remark("sample is open", values={**values, "codes": counts})) if counts else told

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
