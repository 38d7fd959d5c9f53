"""Making events: what a coder does, checked against the interview and the codebook before it is saved."""

from __future__ import annotations

import uuid

from bp_qual.codebook import Codebook
from bp_qual.coding.by_hand.anchors import anchor_event
from bp_qual.coding.by_hand.events import Event
from bp_qual.coding.by_hand.standing import find_turn
from bp_qual.transcripts import Transcript
from bp_qual.wording import Remark

OF_PASSAGES = ("add", "accept", "reject", "clear", "done", "undone", "settle")


def new_id() -> str:
    """Return an id that no other event has.

    >>> len(new_id())
    32
    """
    return uuid.uuid4().hex


def mark_passage(
    do: str,
    transcript: Transcript,
    start: int,
    end: int,
    code: str,
    codebook: Codebook,
    *,
    note: str = "",
    event_id: str = "",
) -> Event:
    """Return an event about a passage: one coded, a hit of the codebook accepted or rejected, a unit of a sample done.

    Parameters
    ----------
    do : {"add", "accept", "reject", "clear", "done", "undone", "settle"}
        What the coder does; ``clear`` takes a decision on a hit back.
    transcript : Transcript
        The interview.
    start, end : int
        Half-open code point offsets into its text, within one answer of a respondent.
    code : str
        A code of the codebook; empty for ``done``, which is then about all codes that there are now.
    codebook : Codebook
        The codebook the coder codes with.
    note : str
        A remark.
    event_id : str
        The id of the event, where the same request may come twice; a new one otherwise.

    Returns
    -------
    Event
        Ready to be appended to the coder's file.

    Raises
    ------
    ValueError
        For another action or code, or a passage that is not within one answer.

    Examples
    --------
    >>> from bp_qual.codebook import Code
    >>> from bp_qual.transcripts import Turn
    >>> turn = Turn(0, "R", "respondent", 3, 13, "P01")
    >>> talk = Transcript("P01_2010", ("P01",), "2010", "R: Wij samen.", (turn,))
    >>> event = mark_passage("add", talk, 7, 12, "a", Codebook("Demo", "1", "nl", (Code("a"),)))
    >>> event.quote, event.before, event.codebook[:6]
    ('samen', 'R: Wij ', 'Demo@1')
    """
    if do not in OF_PASSAGES:
        raise ValueError(Remark("no such deed", values={"do": do, "all": OF_PASSAGES}))
    if code or do not in ("done", "undone"):
        codebook.code(code)
    if find_turn(transcript, start, end) is None:
        values = {"start": start, "end": end, "interview": transcript.interview}
        raise ValueError(Remark("not one answer", values=values))
    event = Event(
        event_id or new_id(),
        do,
        interview=transcript.interview,
        code=code,
        codes=() if code else codebook.ids,
        codebook=codebook.coder,
        meaning=codebook.meaning(code) if code else "",
        note=note,
    )
    return anchor_event(event, transcript.text, start, end)
