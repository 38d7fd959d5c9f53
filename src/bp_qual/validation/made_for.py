"""Which judgements were made for which sample: another sample chose its passages for reasons of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bp_qual.coding.by_hand import HandCodings
from bp_qual.coding.by_hand.coder_names import AGREED

if TYPE_CHECKING:
    import pandas as pd

Flags = NDArray[np.bool_]
Place = tuple[str, int, int]  # interview, start, end
Units = Mapping[str, Place]  # by id

OWN, _OTHERS, _PILOTS = "made_for", "other samples", "pilots"
_BETWEEN = "/"  # no file is called so


def with_others(units: pd.DataFrame, name: str, others: Mapping[str, Units]) -> pd.DataFrame:
    """Return the units of a sample with what must be known of the other samples of the study.

    Parameters
    ----------
    units : DataFrame
        With unit, interview, start and end.
    name : str
        Of the sample.
    others : mapping of str to mapping of str to tuple
        Interview, start and end of the units of the other samples, by sample and id.

    Returns
    -------
    DataFrame
        With ``made_for``: the names under which passages of this sample are judged, its own and those of a sample that
        it tops up or that tops it up. Where the passages of yet other samples are is kept with the table.

    Examples
    --------
    >>> import pandas as pd
    >>> units = pd.DataFrame([("u1", "P01", 0, 4)], columns=["unit", "interview", "start", "end"])
    >>> more = {"u1": ("P01", 0, 4), "u2": ("P01", 5, 9)}
    >>> with_others(units, "first", {"more": more, "third": {"u7": ("P01", 0, 4)}})["made_for"].tolist()
    ['first/more']
    """
    own = dict(zip(units["unit"].tolist(), _places(units), strict=True))
    related = [other for other, found in others.items() if _tops_up(own, found) or _tops_up(found, own)]
    known = units.assign(**{OWN: _BETWEEN.join((name, *related))})
    known.attrs = {
        _OTHERS: {other: frozenset(found.values()) for other, found in others.items() if other not in related},
        _PILOTS: {other: len(others[other]) for other in related if _tops_up(others[other], own)},
    }
    return known


def pilots_of(units: pd.DataFrame) -> dict[str, int]:
    """Return the samples that a sample tops up, with how many units each has.

    Parameters
    ----------
    units : DataFrame
        As from `with_others`; of others nothing is known of other samples.

    Returns
    -------
    dict of str to int

    Examples
    --------
    >>> import pandas as pd
    >>> units = pd.DataFrame({"unit": ["u1", "u2"], "interview": "P01", "start": [0, 5], "end": [4, 9]})
    >>> pilots_of(with_others(units, "both", {"pilot": {"u1": ("P01", 0, 4)}}))
    {'pilot': 1}
    """
    return dict(units.attrs.get(_PILOTS, {}))


def related_samples(units: pd.DataFrame) -> tuple[str, ...]:
    """Return the samples that a sample tops up, or that top it up.

    >>> import pandas as pd
    >>> related_samples(pd.DataFrame({"made_for": ["first/more"]})), related_samples(pd.DataFrame())
    (('more',), ())
    """
    return tuple(str(units[OWN].iloc[0]).split(_BETWEEN)[1:]) if OWN in units and len(units) else ()


def count_shared(units: pd.DataFrame) -> int:
    """Return how many units of a sample are in another sample too, which it does not top up.

    >>> import pandas as pd
    >>> units = pd.DataFrame({"unit": ["u1", "u2"], "interview": "P01", "start": [0, 5], "end": [4, 9]})
    >>> count_shared(with_others(units, "second", {"first": {"u7": ("P01", 0, 4)}}))
    1
    """
    elsewhere = set[Place]().union(*units.attrs.get(_OTHERS, {}).values())
    return sum(place in elsewhere for place in _places(units))


def judged_apart(units: pd.DataFrame, hand: HandCodings) -> Flags:
    """Return which units of a sample are in another one too that a coder began, so that chance did not choose them.

    Parameters
    ----------
    units : DataFrame
        As from `with_others`; of others nothing is known of other samples.
    hand : HandCodings
        What the coder did. Passages that were finished without the name of a sample are those of the sample of which
        most is finished.

    Returns
    -------
    array of units

    Examples
    --------
    >>> import pandas as pd
    >>> from bp_qual.coding.by_hand import Event, History, place_codings
    >>> start = corpus.transcripts[0].text.index("Money")
    >>> done = Event("d", "done", n=1, interview="P01_2010", start=start, end=start + 5, quote="Money", note="first")
    >>> units = pd.DataFrame([("u1", "P01_2010", start, start + 5)], columns=["unit", "interview", "start", "end"])
    >>> hand = place_codings(History("anna", (done,)), corpus)
    >>> [judged_apart(with_others(units, name, {}), hand).tolist() for name in ("first", "second")]
    [[False], [True]]
    """
    if OWN not in units or not len(units):
        return np.zeros(len(units), dtype=bool)
    names, others = set(str(units[OWN].iloc[0]).split(_BETWEEN)), units.attrs.get(_OTHERS, {})
    places, judged = list(_places(units)), _judged_for(hand)
    known = {"", *names, *others}
    within = {place for place, samples in judged.items() if samples - known and not samples & names}
    for other in _begun(places, judged, others):
        within |= others[other]
    return np.array([place in within for place in places], dtype=bool)


def usable(units: pd.DataFrame, finished: Flags, apart: Flags) -> Flags:
    """Return which judgements say something of all passages: for each code those in strata that were begun as a whole.

    What is in another sample is a part of a stratum that was not chosen by chance; without some of the rest of the
    stratum, where there is a rest, it says nothing of the stratum.

    Parameters
    ----------
    units : DataFrame
        With ``stratum``.
    finished : array of codes x units
        From `find_judged`.
    apart : array of units
        From `judged_apart`.

    Returns
    -------
    array of codes x units

    Examples
    --------
    >>> import pandas as pd
    >>> units = pd.DataFrame({"stratum": ["a", "a", "b"]})
    >>> usable(units, np.array([[True, False, True]]), np.array([True, False, False])).tolist()
    [[False, False, True]]
    """
    _, stratum = np.unique(units["stratum"].to_numpy(dtype=str), return_inverse=True)
    rest = np.bincount(stratum, ~apart, int(stratum.max(initial=-1)) + 1)
    begun = np.array([np.bincount(stratum, own & ~apart, len(rest)) for own in finished]).reshape(-1, len(rest))
    found: Flags = finished & (~apart | ((begun > 0) | (rest == 0))[:, stratum])
    return found


def _judged_for(hand: HandCodings) -> dict[Place, set[str]]:
    """Return for which samples a coder finished each passage; what coders settled together is of no sample by name."""
    found: dict[Place, set[str]] = {}
    columns = (hand.units[name].tolist() for name in ("interview", "start", "end", "sample"))
    for interview, start, end, sample in zip(*columns, strict=True):
        found.setdefault((interview, start, end), set()).add("" if hand.coder == AGREED else sample)
    return found


def _begun(
    places: Collection[Place], judged: Mapping[Place, set[str]], others: Mapping[str, Collection[Place]]
) -> set[str]:
    """Return the other samples of which something is judged: by name, or more without a name than of this one."""
    nameless = {place for place, samples in judged.items() if "" in samples}

    def share(sample: Collection[Place]) -> float:
        return len(nameless.intersection(sample)) / max(len(sample), 1)

    named = set().union(*judged.values()) if judged else set()
    return {name for name, other in others.items() if name in named or share(other) > share(places)}


def _tops_up(less: Units, more: Units) -> bool:
    """Return whether a sample holds all units of a smaller one, under the ids that they have there."""
    return len(less) < len(more) and less.items() <= more.items()


def _places(units: pd.DataFrame) -> Iterable[Place]:
    return zip(*(units[name].tolist() for name in ("interview", "start", "end")), strict=True)
