"""Masking: years and ages in a passage made illegible, because they tell from which wave it is."""

from __future__ import annotations

import re

_MASK = "█"
_TIMES = re.compile(
    r"\b(?:19|20)\d\d\b|(?<!\w)['’]\d\d\b"
    r"|\btweeduizend(?:\s?(?:en\s)?[a-zë]*(?:tien|twintig|elf|twaalf|een|twee|drie|vier|vijf|zes|zeven|acht|negen))?\b"
    r"|\bnegentien(?:honderd)?(?:en)?[a-zë]*(?:tig|tien|elf|twaalf|een|twee|drie|vier|vijf|zes|zeven|acht|negen)\b"
    r"|\b(?:two thousand|nineteen|twenty)[ -](?:and )?(?:\w+teen|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?\b"
    r"|\b[\w-]+(?=[ -](?:jaar(?:\s+(?:oud|jong|geworden))|jarige\b|years?[ -]old\b|year-olds?\b))"
    r"|\b\d+(?=-jarige\b)"
    r"|(?<=\bben )\w+tig\b|(?<=\bben net )\w+tig\b|(?<=\bwas )\w+tig\b|(?<=\bword )\w+tig\b"
    r"|\bop mijn \w+(?:ste|de)\b|\bcorona\w*|\bcovid\w*|\b(?:the )?(?:lockdown|pandemi\w+)\b",
    re.IGNORECASE,
)


def mask_times(text: str) -> str:
    """Return a text with years, ages and the words of the pandemic blotted out, as long as it was.

    Offsets in it stay what they are. What else tells the wave, such as a mayor's name, is for people to see.

    >>> mask_times("In 2014 was ik 52 jaar oud, vóór corona.")
    'In ████ was ik ██ jaar oud, vóór ██████.'
    """
    return _TIMES.sub(lambda match: re.sub(r"\S", _MASK, match[0]), text)
