"""Words in the name of a file that say it is a part of one interview: `deel 1`, `part 2 of 3`, `tweede helft`."""

from __future__ import annotations

import re

from bp_qual.lazy_patterns import lazy_pattern

_NOUN = r"(?:deel|gedeelte|helft|part|half|teil|hälfte|partie)"
_NUMBER = r"(?:[1-9]|[a-d]|i{1,3}|een|één|twee|drie|vier|one|two|three|four)"
_ORDINAL = (
    r"(?:eerste|tweede|derde|vierde|laatste|first|second|third|fourth|last|erster?|zweiter?|dritter?|première|deuxième"
    r"|[1-4](?:e|ste|de|st|nd|rd|th))"
)
_PART = lazy_pattern(
    rf"[ _.,-]*[(\[]?(?<![^\W_])(?:(?:{_NOUN}|dl)[ _.-]*({_NUMBER})(?:[ _]*(?:van|of|von|/)[ _]*[1-9])?"
    rf"|({_ORDINAL})[ _-]{_NOUN})(?![^\W_])[)\]]?",
    re.IGNORECASE,
)


def find_part(text: str) -> tuple[str, str] | None:
    """Return which part of an interview a name says that it is, and the name without those words.

    >>> find_part("Interview Anna deel 1 def"), find_part("Anna tweede helft"), find_part("onderdeel 3, wave 2")
    (('1', 'Interview Anna def'), ('tweede', 'Anna'), None)
    """
    match = _PART.search(text)
    if not match:
        return None
    return (match[1] or match[2]).casefold(), f"{text[: match.start()]}{text[match.end() :]}".strip()


def without_part(text: str) -> str:
    """Return a name without the words that say which part of an interview it is.

    >>> without_part("P01_2020_deel2"), without_part("P01_2020")
    ('P01_2020', 'P01_2020')
    """
    found = find_part(text)
    return found[1] if found else text
