"""The gaps of a text: where they are, how what fills them is to be written, and which of them are for waves."""

from __future__ import annotations

import re
import string
from functools import lru_cache

from bp_qual.lazy_patterns import lazy_pattern

_WAVE_GAP = lazy_pattern(r"before|after|(?:\w+_)?waves?")
_WAVE_FORMS = ("", "names", "joined", "commas", "choice", "some")
_SAID_BEFORE = lazy_pattern(r"\b(?:waves?|rondes?|ronden|versie|version)(?: \w+)?:? ?['\"(]?\Z", re.IGNORECASE)

Part = tuple[str, str | None, str, str | None]


@lru_cache(maxsize=5_000)
def text_parts(text: str) -> tuple[Part, ...]:
    """Return the parts of a text: what is before a gap, its name, how it is written, and whether by `repr`.

    A gap for waves is marked as such, but where the text says `wave` before it. What is behind the last gap has none.

    >>> text_parts("From {before} to wave {after}: {n:many person}.")[::2]
    (('From ', 'before', 'wave', None), (': ', 'n', 'many person', None))
    """
    return tuple(_read(*part) for part in string.Formatter().parse(text))


def _read(before: str, name: str | None, form: str | None, conversion: str | None) -> Part:
    form = form or ""
    is_of_waves = _WAVE_GAP.fullmatch(name or "") and form in _WAVE_FORMS and not _SAID_BEFORE.search(before)
    return before, name, f"wave {form}".rstrip() if is_of_waves else form, conversion
