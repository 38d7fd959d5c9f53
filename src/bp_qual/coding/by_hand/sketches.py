"""Sketches: by which an edited form of an interview is told from another interview that has its name now."""

from __future__ import annotations

import re
import zlib
from dataclasses import replace
from functools import lru_cache

from bp_qual.coding.by_hand.anchors import hash_text
from bp_qual.coding.by_hand.events import Event
from bp_qual.transcripts import Transcript

RUN, SKETCHED = 3, 24  # words in a run, and runs in a sketch


def finish_text(event: Event, transcript: Transcript) -> Event:
    """Return an event that says of which text an interview is finished.

    Parameters
    ----------
    event : Event
        A ``done``.
    transcript : Transcript
        The interview.

    Returns
    -------
    Event

    Examples
    --------
    >>> event = finish_text(Event("e1", "done", interview="P01_2010"), corpus.transcripts[0])
    >>> event.text == hash_text(corpus.transcripts[0].text)
    True
    >>> [is_edited_form(event.sketch, talk) for talk in corpus.transcripts]
    [True, False]
    """
    return replace(event, text=hash_text(transcript.text), sketch=sketch_talk(transcript))


def sketch_talk(transcript: Transcript) -> str:
    """Return a sketch of what respondents say: of its runs of `RUN` words those with the smallest checksums.

    What the interviewer says is left out: the same is asked in many interviews.

    >>> len(sketch_talk(corpus.transcripts[0]).split())
    5
    """
    return " ".join(sorted(_runs(_said(transcript)))[:SKETCHED])


def is_edited_form(sketch: str, transcript: Transcript) -> bool:
    """Return whether an interview is an edited form of the one that was sketched: half of the runs are still in it.

    >>> is_edited_form("", corpus.transcripts[0])
    False
    """
    kept = sketch.split()
    return bool(kept) and 2 * len(_runs(_said(transcript)).intersection(kept)) >= len(kept)


def _said(transcript: Transcript) -> str:
    own = (transcript.text[turn.start : turn.end] for turn in transcript.turns if turn.role == "respondent")
    return "\n".join(own)


@lru_cache(maxsize=64)
def _runs(text: str) -> frozenset[str]:
    words = re.findall(r"\w+", text.casefold())
    runs = (" ".join(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)))
    return frozenset(f"{zlib.crc32(run.encode('utf-8', 'surrogatepass')):08x}" for run in runs)
