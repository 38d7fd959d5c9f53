"""What a coder coded or decided and what of it does not count, for one reason each, so that the parts add up."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand.coder_names import AGREED
from bp_qual.coding.by_hand.events import SUGGESTED
from bp_qual.coding.by_hand.placing import HandCodings

if TYPE_CHECKING:
    import pandas as pd

REASONS = (
    *("lost", "foreign", "hitless", "differ", "joint", "unit", "open"),
    *("beside", "other", "alone", "settled", "twice"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Uncounted:
    """How many codings or decisions on hits one coder made, and how many of them cannot count.

    Attributes
    ----------
    coder : str
        Who made them.
    made : int
        Those that hold: coded or decided, and not taken away again.
    lost : int
        Without a place in the interviews as they are now.
    foreign : int
        With a code that the codebook does not have.
    hitless : int
        On a hit that the codebook no longer makes; of decisions only.
    differ : int
        Of `agreed`: with a code on which coders still differ in that interview.
    joint : int
        Of `agreed`: in an interview that not two of them finished, or not for that code.
    unit : int
        In a passage that the coder finished, such as a unit of a sample, where the interview is not finished.
    open : int
        Elsewhere in an interview that is not finished, or not for that code.
    beside : int
        In an interview that is finished, of a person with whom another interview of that wave is not.
    other : int
        In an interview that is finished, and counts as another coder coded it.
    alone : int
        In an interview that is finished, and counts only where every coder finished it.
    settled : int
        In an interview that counts as several coders agree on it: not all marked it, or they settled it otherwise.

    Examples
    --------
    >>> Uncounted("anna", made=12, lost=2, open=3).made
    12
    """

    coder: str
    made: int
    lost: int = 0
    foreign: int = 0
    hitless: int = 0
    differ: int = 0
    joint: int = 0
    unit: int = 0
    open: int = 0
    beside: int = 0
    other: int = 0
    alone: int = 0
    settled: int = 0

    @property
    def out(self) -> dict[str, int]:
        """How many do not count for each reason.

        >>> Uncounted("anna", made=12, lost=2, open=3).out["open"]
        3
        """
        return {name: getattr(self, name) for name in REASONS[:-1]}

    def parts(self, counted: int) -> dict[str, int]:
        """Return how many do not count for each reason; ``twice`` are those that count as one with another.

        >>> Uncounted("anna", made=12, lost=2, open=3).parts(6)["twice"]
        1
        """
        return self.out | {"twice": self.made - sum(self.out.values()) - counted}


def find_uncounted(
    hand: HandCodings,
    done: Collection[tuple[str, str]],
    codebook: Codebook,
    *,
    counts: Collection[tuple[str, str]] | None = None,
    together: str = "",
    settled: Collection[str] = (),
    beside: Collection[tuple[str, str, str]] = (),
) -> Uncounted:
    """Return what one coder coded, and for what reason how much of it cannot count.

    Parameters
    ----------
    hand : HandCodings
        What the coder did.
    done : collection of tuple of str
        The interviews and codes that the coder finished, from `State.finished`.
    codebook : Codebook
        What was coded with.
    counts : collection of tuple of str, optional
        Those of them that count as this coder coded them, where several coders count; all of them if not given.
    together : {"", "all", "any", "first", "team"}
        How several coders count, as `combine_coders` has it.
    settled : collection of str
        The events that do not count where several coders agree (`AgreedCodings.out`).
    beside : collection of tuple of str
        Persons, waves and codes of which an interview is open (`open_for_persons`).

    Returns
    -------
    Uncounted
        A coding counts where the interview is finished, and counts, for its code or for one above it.

    Examples
    --------
    >>> from bp_qual.coding.by_hand import History, place_codings
    >>> find_uncounted(place_codings(History("anna", ()), corpus), (), codebook).made
    0
    """
    lost = int((hand.lost["do"] == "add").sum())
    counts = done if counts is None else counts
    return _sorted_out(hand, hand.codings, lost, done, codebook, counts, together, (), settled, beside)


def find_undecided(
    hand: HandCodings,
    done: Collection[tuple[str, str]],
    codebook: Codebook,
    hitless: Collection[str],
    *,
    counts: Collection[tuple[str, str]] | None = None,
    together: str = "",
    settled: Collection[str] = (),
    beside: Collection[tuple[str, str, str]] = (),
) -> Uncounted:
    """Return what one coder decided on hits, and for what reason how much of it cannot count.

    Parameters
    ----------
    hand, done, codebook, counts, together, settled, beside
        As in `find_uncounted`.
    hitless : collection of str
        The ids of the decisions on hits that the codebook no longer makes.

    Returns
    -------
    Uncounted
        A decision counts where a coding would, if its hit is still there.

    Examples
    --------
    >>> from bp_qual.coding.by_hand import History, place_codings
    >>> find_undecided(place_codings(History("anna", ()), corpus), (), codebook, ()).made
    0
    """
    on_hit = hand.lost["do"].isin(["accept", "reject"]) & ~hand.lost["id"].str.startswith(SUGGESTED)
    lost = int(on_hit.sum())
    counts = done if counts is None else counts
    return _sorted_out(hand, hand.on_hits, lost, done, codebook, counts, together, hitless, settled, beside)


def _sorted_out(
    hand: HandCodings,
    table: pd.DataFrame,
    lost: int,
    done: Collection[tuple[str, str]],
    codebook: Codebook,
    counts: Collection[tuple[str, str]],
    together: str,
    hitless: Collection[str],
    settled: Collection[str],
    beside: Collection[tuple[str, str, str]],
) -> Uncounted:
    """Return for what reason how many rows of a table of a coder cannot count."""
    units = list(zip(*(hand.units[name].tolist() for name in ("interview", "start", "end")), strict=True))
    known = set(codebook.ids)
    reasons = dict.fromkeys((*REASONS[1:-1], ""), 0)
    columns = (table[name].tolist() for name in ("interview", "code", "start", "end", "id", "person", "wave"))
    for interview, code, start, end, event, person, wave in zip(*columns, strict=True):
        if code not in known:
            reasons["foreign"] += 1
            continue
        cells = [(interview, own) for own in (code, *codebook.ancestors(code))]
        if event in hitless:
            reasons["hitless"] += 1
        elif own := [code for name, code in cells if (name, code) in counts]:
            is_held = all((person, wave, code) in beside for code in own)
            reasons["settled" if event in settled else "beside" if is_held else ""] += 1
        elif any(cell in done for cell in cells):
            reasons["alone" if together == "all" else "other"] += 1
        elif any(
            (interview, near) in hand.open for near in (code, *codebook.ancestors(code), *codebook.descendants(code))
        ):
            reasons["differ"] += 1
        elif hand.coder == AGREED:
            reasons["joint"] += 1
        elif any(unit == interview and first <= start and end <= last for unit, first, last in units):
            reasons["unit"] += 1
        else:
            reasons["open"] += 1
    numbers = {reason: n for reason, n in reasons.items() if reason}
    return Uncounted(hand.coder, lost + sum(reasons.values()), lost, **numbers)
