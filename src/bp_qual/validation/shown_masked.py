"""Whether a coder saw what tells the wave in the passages of a sample, or had it blotted out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bp_qual.coding.by_hand import HandCodings

if TYPE_CHECKING:
    import pandas as pd

MASKED, UNMASKED, UNRECORDED = "masked", "unmasked", ""  # the form of a ``done`` of one passage
_MOST_SEEN = (UNMASKED, UNRECORDED, MASKED)


def count_shown(units: pd.DataFrame, hands: Iterable[HandCodings]) -> tuple[tuple[str, int], ...]:
    """Return how many passages of a sample that coders finished were masked, were not, or of how many nobody knows.

    Parameters
    ----------
    units : DataFrame
        The passages of the sample: interview, start, end.
    hands : iterable of HandCodings
        What each coder did.

    Returns
    -------
    tuple of str and int
        A passage that was masked for one and not for another was seen.

    Examples
    --------
    >>> import pandas as pd
    >>> from bp_qual.coding.by_hand import Event, History, place_codings
    >>> start = corpus.transcripts[0].text.index("Money")
    >>> done = Event("d", "done", n=1, interview="P01_2010", start=start, end=start + 5, quote="Money", form="masked")
    >>> units = pd.DataFrame([("P01_2010", start, start + 5)], columns=["interview", "start", "end"])
    >>> count_shown(units, [place_codings(History("anna", (done,)), corpus)])
    (('masked', 1),)
    """
    own = set(zip(*(units[name].tolist() for name in ("interview", "start", "end")), strict=True))
    seen: dict[tuple[str, int, int], list[str]] = {}
    for hand in hands:
        forms = {event.id: event.form for event in hand.state.units}
        columns = (hand.units[name].tolist() for name in ("interview", "start", "end", "id"))
        for interview, start, end, event in zip(*columns, strict=True):
            if (interview, start, end) in own:
                seen.setdefault((interview, start, end), []).append(forms[event])
    worst = [next((form for form in _MOST_SEEN if form in forms), UNRECORDED) for forms in seen.values()]
    return tuple((form, worst.count(form)) for form in (MASKED, UNMASKED, UNRECORDED) if form in worst)
