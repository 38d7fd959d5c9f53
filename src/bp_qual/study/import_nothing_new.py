"""A file whose codings were all here already, as a project that was written from the study: it finishes nothing."""

from __future__ import annotations

from pathlib import PurePath

from bp_qual.coding.by_hand.log import History
from bp_qual.coding.by_hand.replay import replay
from bp_qual.coding.combining import places_of
from bp_qual.display import show_name
from bp_qual.study.import_placing import Placement
from bp_qual.study.import_reading import Incoming


def nothing_new_for(incoming: Incoming, placement: Placement) -> tuple[str, ...]:
    """Return the coders of whom a file has codings, all of which were here before it came in.

    It tells nothing of what was looked for then: the study may have been written to it. That is otherwise where a file
    of its name came in before, which this one corrects, where a row has no place, and where it has codes that the study
    lacks.

    Parameters
    ----------
    incoming : Incoming
        The file and the study.
    placement : Placement
        Where its passages stand.

    Returns
    -------
    tuple of str
    """
    if incoming.added or incoming.mended or incoming.told:
        return ()
    own, name = incoming.received, show_name(PurePath(incoming.received.where).name)
    listed = {incoming.coders[left.passage.coder] for left in placement.listed}
    coded = [coder for coder in placement.histories if any(row.coder == coder for row in placement.coded)]
    return tuple(
        coder
        for coder in coded
        if coder not in listed
        and not _came_before(placement.histories[coder], own.digest, name)
        and _all_there(placement, coder)
    )


def _came_before(history: History, digest: str, name: str) -> bool:
    return any(event.text == digest or event.file == name for event in replay(history.events).imports)


def _all_there(placement: Placement, coder: str) -> bool:
    """Return whether a coder has every coding of a file here, or took it away here."""
    ids = {event.id for event in placement.histories[coder].events}
    places = set(places_of(placement.there[coder]))
    return all(row.is_in(places, ids) for row in placement.coded if row.coder == coder)
