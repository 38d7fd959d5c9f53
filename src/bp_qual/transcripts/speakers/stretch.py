"""Talk: what is known of a file once its speakers are found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bp_qual.transcripts.speakers.label_forms import Candidate
from bp_qual.wording.part_names import check_parts
from bp_qual.wording.remarks import Remark

HEAD_WORDS = 3  # of a line that is said to hold no label
UNLABELLED = frozenset(("headings", "colour", "alternating", "one voice"))  # styles of talk without labels


@dataclass(frozen=True, slots=True)
class Stretch:
    """One speaker's talk without a break, the span `start` to `end`; the label as written, "" where there is none.

    >>> Stretch("R", 3, 10)
    Stretch(speaker='R', start=3, end=10, at=None)
    """

    speaker: str
    start: int
    end: int
    at: float | None = None


@dataclass(frozen=True, slots=True)
class Talk:
    """The stretches of a text, and by name the spans in it that are not talk; `style` is how speakers are marked.

    `spellings` gives for labels that are written in two ways how the stretches are called. `doubts` are notes that
    fall silent once the study says how speakers are marked in the file, and, of lines that may hold a label for all
    that, that they do not; `unsettled` is how those lines begin. `labels` are those at the beginning of lines.

    >>> Talk((Stretch("R", 3, 10),), {"labels": ((0, 3),)}).style
    'labels'
    """

    stretches: tuple[Stretch, ...]
    others: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    notes: tuple[Remark, ...] = ()
    style: str = "labels"
    header: Mapping[str, str] = field(default_factory=dict)
    spellings: Mapping[str, str] = field(default_factory=dict)
    doubts: tuple[Remark, ...] = ()
    labels: tuple[Candidate, ...] = ()
    unsettled: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_parts(self.others)


def make_stretch(text: str, speaker: str, start: int, end: int, at: float | None) -> Stretch:
    """Return a stretch without the white space at its ends.

    Parameters
    ----------
    text : str
        The text of the transcript.
    speaker : str
        The label of who speaks; empty where nobody is named.
    start, end : int
        The span in the text.
    at : float or None
        Seconds from the beginning of the recording.

    Returns
    -------
    Stretch
        Its span may be empty.

    Examples
    --------
    >>> make_stretch("R:  Ja. ", "R", 2, 8, None)
    Stretch(speaker='R', start=4, end=7, at=None)
    """
    if text[start : start + 1].isspace():
        talk = text[start:end]
        start += len(talk) - len(talk.lstrip())
    if text[end - 1 : end].isspace():
        talk = text[start:end]
        end -= len(talk) - len(talk.rstrip())
    return Stretch(speaker, start, max(start, end), at)
