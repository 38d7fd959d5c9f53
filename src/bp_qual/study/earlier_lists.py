"""A list that comes in once more, corrected: what the earlier one coded stays, which is told with what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from bp_qual.coding.by_hand.events import Event
from bp_qual.coding.by_hand.log import History
from bp_qual.coding.by_hand.replay import replay
from bp_qual.display import one_line, show_name, shown
from bp_qual.exchange.received import Received
from bp_qual.study.import_events import Coded, make_event_id
from bp_qual.wording import Remark

if TYPE_CHECKING:
    import pandas as pd

_MOST_SHOWN = 8


def say_earlier(
    received: Received, coded: Sequence[Coded], there: Mapping[str, pd.DataFrame], histories: Mapping[str, History]
) -> tuple[Remark, ...]:
    """Return that an earlier list of that name came in, or one that has largely the same rows under another name.

    It has these where at least half of the rows were there already, and codings that came in with other files are not
    in this one: with its codes, or where it has another.

    Parameters
    ----------
    received : Received
        The file.
    coded : sequence of Coded
        Its codings.
    there : mapping of str to DataFrame
        What each coder had already, with its places.
    histories : mapping of str to History
        What each coder did before.

    Returns
    -------
    tuple of Remark

    Examples
    --------
    >>> earlier = Event("e1", "import", text="ab", file="list.csv", form="list", at="2026-01-02T10:00:00")
    >>> told = say_earlier(Received("list.csv", (), (), digest="cd"), (), {}, {"anna": History("anna", (earlier,))})
    >>> [(remark.kind, remark.values["day"]) for remark in told]
    [('earlier list', '2026-01-02')]
    """
    imports = [event for history in histories.values() for event in replay(history.events).imports]
    if received.program == "bp_qual" or any(event.text == received.digest for event in imports):
        return ()
    file = show_name(PurePath(received.where).name)
    same = [event for event in imports if event.file == file and event.form == received.form]
    if same:
        return (Remark("earlier list", values={"file": shown(file), "day": max(event.at for event in same)[:10]}),)
    return tuple(remark for name in histories for remark in _say_rows(name, coded, there[name], imports))


def _say_rows(coder: str, coded: Sequence[Coded], there: pd.DataFrame, imports: Sequence[Event]) -> list[Remark]:
    """Return that the codings of a coder are largely those of earlier files, and which of these are not in this one."""
    places = {
        (row.part.transcript.interview, row.part.start, row.part.end, row.code) for row in coded if row.coder == coder
    }
    columns = ["interview", "start", "end", "code", "id", "quote"]
    rows = [*there[columns].itertuples(index=False, name=None)]
    known = {row[:4] for row in rows}
    fresh = places - known
    codes, interviews = {code for *_, code in places}, {interview for interview, *_ in places}
    stale = [
        (interview, code, quote)
        for interview, start, end, code, event, quote in rows
        if interview in interviews
        and (interview, start, end, code) not in places
        and event == make_event_id("add", coder, interview, str(start), str(end), code)
        and (code in codes or any(name == interview and first < end and start < last for name, first, last, _ in fresh))
    ]
    if not stale or 2 * len(places & known) < len(places):
        return []
    files, day = sorted({event.file for event in imports}), max((event.at for event in imports), default="")[:10]
    named = [f"{interview}, {code}: '{shown(one_line(quote), 40)}'" for interview, code, quote in stale[:_MOST_SHOWN]]
    values = {"n": len(places & known), "of": len(places), "stale": len(stale), "coder": coder, "day": day}
    return [Remark("earlier rows", values={**values, "files": files, "named": named})]
