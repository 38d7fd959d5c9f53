"""Names that a program or a telephone gave to a recording: Zoom, Teams, Google Meet, WhatsApp. They say when it was.

Nothing else in them is about a person: in `GMT20201103-140212_Recording` neither GMT nor 1402 is one, and whose meeting
it is in `Anna's Zoom Meeting` is mostly the interviewer.
"""

from __future__ import annotations

import re

from bp_qual.lazy_patterns import lazy_pattern

_TIME = r"(?:[01]\d|2[0-3])[-.:_hu]?[0-5]\d(?:[-.:_m]?[0-5]\d)?s?"
_STAMP = lazy_pattern(
    rf"(?<!\d)(?:GMT)?((?:19[5-9]|20[0-4])\d)(-?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])"
    rf"(?:[-_ T]+(?:at |om )?{_TIME}(?!\d)(?: ?(?:GMT|UTC|CES?T|BST|Z)(?:[+-]\d{{1,2}}(?::?\d\d)?)?(?![^\W_]))?)",
    re.IGNORECASE,
)
_MEETING = r"(?:meeting|vergadering|bijeenkomst|call|oproep)"
_WHOSE = lazy_pattern(  # beside a stamp: the channel of Teams, and whoever had the meeting held
    rf"(?<![^\W_]){_MEETING}[ _]in[ _].+?(?=[-_ ]+\d{{8}}[_-]\d{{6}}(?!\d))"
    rf"|(?<![^\W_]){_MEETING}[ _](?:with|met)(?=[ _])"
    r"|(?:(?<![^\W_])[^\W\d_]+ ){0,3}[^\W\d_]+['’]s?[ _]zoom[ _-]?(?:meeting|vergadering)(?![^\W_])"
    r"|(?<![^\W_])zoom[ _-]?(?:meeting|vergadering)(?: van(?: [^\W\d_]+){1,4})?(?![^\W_])",
    re.IGNORECASE,
)
_WORDS = lazy_pattern(
    r"(?<![^\W_])(?:(?:meeting|call)[ _]recording|opname[ _]van[ _](?:de[ _])?(?:vergadering|oproep)"
    r"|vergaderings?opname|meeting[ _]saved[ _]closed[ _]caption|closed[ _]caption|(?:audio|video)[ _]only"
    r"|whatsapp[ _](?:audio|video|ptt)|(?:audio|video|zoom)[ _-]?\d{9,})(?![^\W_])|\Azoom_\d\Z",
    re.IGNORECASE,
)
_BESIDE = lazy_pattern(
    r"(?<![^\W_])(?:recording|opname|transcript|transcriptie|aufnahme|voice|spraakopname|video|audio)(?![^\W_])"
    r"(?: \d{1,4}\Z)?|(?<![^\W_])(?:\d{9,}|\d{3,4}x\d{3,4}|rec|pxl|vid|img|mov|ptt|gvo)(?![^\W_])",
    re.IGNORECASE,
)


def unrecorded_name(stem: str) -> str:
    """Return a name without what a program that records put in it, and with the day in it as a plain date.

    >>> unrecorded_name("GMT20201103-140212_Recording.transcript"), unrecorded_name("video1234567890")
    ('2020-11-03', '')
    >>> unrecorded_name("Call with Fokje de Vries-20201103_140212-Meeting Recording"), unrecorded_name("P01_2010")
    ('Fokje de Vries 2020-11-03', 'P01_2010')
    """
    plain = _WORDS.sub(" ", stem)
    if _STAMP.search(plain):
        plain = _STAMP.sub(r" \1-\3-\4 ", _WHOSE.sub(" ", plain))
    if plain == stem:
        return stem
    words = re.split(r"[ _]+", _BESIDE.sub(" ", plain))
    return " ".join(word.rstrip("-") for word in words if re.search(r"[^\W_]", word))


def is_recorder_name(stem: str) -> bool:
    """Return whether a program that records gave a file its name, or a part of it.

    >>> is_recorder_name("Meeting in General-20201103_140212-Meeting Recording"), is_recorder_name("P01_20201103")
    (True, False)
    """
    return unrecorded_name(stem) != stem
