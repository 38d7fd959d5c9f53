"""Masking: years and ages in a passage made illegible, because they tell from which wave it is.

A number is taken for a year or an age by what stands around it: *I was 62.* is an age, *I was 62 kilos* is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bp_qual.lazy_patterns import lazy_pattern

_MASK = "█"

_TENS_NL = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|honderd"
_TEENS_NL = "tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien"
_UNITS_NL = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen"
_FROM_TEN_NL = rf"(?:(?:{_UNITS_NL})[ -]?(?:en|ën)[ -]?(?:{_TENS_NL})|{_TENS_NL}|{_TEENS_NL})"
_TENS_EN = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_TEENS_EN = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_UNITS_EN = "one|two|three|four|five|six|seven|eight|nine"
_FROM_TEN_EN = rf"(?:(?:{_TENS_EN})(?:[ -](?:{_UNITS_EN}))?|{_TEENS_EN}|a hundred)"
_DECADES_EN = "twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|noughties"
_NTH_EN = (
    r"(?:\d{1,3}(?:st|nd|rd|th)"
    rf"|(?:(?:{_TENS_EN})[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|\w+(?:teenth|tieth)|tenth|eleventh|twelfth)"
)
_NTH_NL = rf"(?:\d{{1,3}}(?:ste|de|e)|{_FROM_TEN_NL}(?:ste|de))"
_AGE = rf"(?:\d{{1,3}}|{_FROM_TEN_NL}|{_FROM_TEN_EN})"
_NUMBER = rf"(?:\d{{1,3}}|{_FROM_TEN_NL}|{_FROM_TEN_EN}|{_UNITS_NL}|{_UNITS_EN}|a|an)"
_ADVERBS = (
    r"(?:(?:now|just|nearly|almost|already|only|about|around|over|past|not|yet|still|roughly|maybe|like|nu|net|pas|al"
    r"|bijna|ruim|ongeveer|inmiddels|toen|dan|nog|misschien|denk|ik|precies|rond|de|ook|er|dit|jaar|vorig|this|year"
    r"|turning|volgende?|next|maand|month|week)\s+){0,3}"
)
_STOPS = (
    "when|then|and|but|or|so|at|by|now|already|years?|yrs|last|this|next|because|before|after|as|that|while|since|if"
    "|in|on|with|I|he|she|we|you|they|toen|en|maar|of|dus|al|nu|jaar|want|omdat|voor|na|als|dat|terwijl|sinds|met|op"
    "|geworden|worden|werd|was|ben|bent|is|hè|he|hoor|ja|ofzo|inmiddels|ongeveer|weet|denk|geloof|ik|hij|zij|wij"
)
_STOP = rf"(?=\s*(?:$|[.,;:!?…)\]\"“”’'»–—-])|\s+(?:{_STOPS})\b)"
_OWN = "(?:my|his|her|their|mijn|m['’]n|zijn|z['’]n|haar|hun)"
_MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|may"
    "|june|july|august|october|lente|voorjaar|zomer|herfst|najaar|winter|spring|summer|autumn|fall"
)
_SHORT = rf"(?:{_FROM_TEN_NL}|{_FROM_TEN_EN}|(?:nul|oh)[ -](?:{_UNITS_NL}|{_UNITS_EN}))"  # *zestien* for 2016
_VERBS = (
    r"(?=\s+(?:niet|ging|gingen|kwam|kwamen|begon|begonnen|had|hadden|heb|hebben|waren|zijn|zat|zaten|deed|were)\b)"
)
_ALONE = rf"(?!,?\s*(?:(?:à|of|tot|or|to)\s+)?(?:{_FROM_TEN_NL}|{_FROM_TEN_EN}|\d))"  # not *ten, twelve*


def _patterns() -> Iterator[str]:
    """Yield what tells a time; where only a part is to go, it is the group `n`."""
    # years
    yield r"\b\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|['’]?\d\d)\b"
    yield r"\b(?:1[89]|20)\d\d(?:\s?[-/–]\s?\d{2,4})?(?:['’]?s)?\b"
    yield r"(?<!\w)['’‘`]\d\ds?\b"
    yield rf"\b(?:{_MONTHS})(?:\s+(?:van|of))?\s+(?P<n>\d\d)\b{_STOP}"
    yield rf"\b(?:in|since|sinds|vanaf|from|uit|until|tot|around|rond)\s+(?P<n>\d\d)\b{_STOP}"
    yield rf"\btwee[ -]?duizend(?:[ -]?(?:en[ -]?)?(?:{_FROM_TEN_NL}|{_UNITS_NL})\b|\b{_STOP})"
    yield rf"\bnegentien(?:[ -]?honderd)?[ -]?(?:en[ -]?)?{_FROM_TEN_NL}\b"
    yield rf"\btwintig[ -](?:{_TEENS_NL}|twintig|(?:{_UNITS_NL})[ -]?(?:en|ën)[ -]?twintig)\b"
    yield rf"\btwo thousand(?:[ -](?:and[ -])?(?:{_FROM_TEN_EN}|{_UNITS_EN})\b|\b{_STOP})"
    yield rf"\b(?:nineteen|twenty)[ -](?:hundred|{_FROM_TEN_EN}|oh[ -](?:{_UNITS_EN}))\b"
    before = rf"(?:in|since|sinds|uit|eind|begin|medio|(?:{_MONTHS})(?:\s+(?:van|of))?)"
    yield rf"\b{before}\s+(?P<n>{_SHORT})\b(?:{_STOP}|{_VERBS}){_ALONE}"
    # decades, of a century or a life
    yield rf"\bjaren\s+(?P<n>{_TENS_NL}|nul|\d\d)\b"
    yield rf"\b(?:{_TENS_NL})ers?(?=\s+jaren\b|\b)"
    yield r"\b\d0['’]?s\b"
    yield rf"\b(?:{_DECADES_EN})\b"
    yield rf"\b(?:begin|eind|half|midden|dik|ver|ruim|diep|hoog)\s+(?:in\s+de\s+)?(?P<n>{_TENS_NL})\b"
    yield rf"\bin\s+de\s+(?P<n>{_TENS_NL})\b{_STOP}"
    # ages
    yield rf"\b(?P<n>{_AGE})(?=[ -]?(?:jaar\s+(?:oud|jong|geworden)|jarigen?)\b|[ -]years?[ -](?:old|olds|of\s+age)\b)"
    yield rf"(?:\b(?:am|is|was|were|are|be|turn(?:s|ed|ing)?)|['’](?:m|s|re))\s+{_ADVERBS}(?P<n>{_AGE})\b{_STOP}"
    yield rf"\b(?:ben|bent|is|was|waren|zijn|word|wordt|werd|worden|geworden)\s+{_ADVERBS}(?P<n>{_AGE})\b{_STOP}"
    yield rf"\b(?P<n>{_AGE})(?=\s+(?:jaar\s+)?(?:ben|bent|was|waren|werd|werden|word|wordt|worden|geworden)\b)"
    yield rf"\b(?:aged?|leeftijd)(?:\s+(?:of|van))?\s+(?P<n>{_AGE})\b"
    yield rf"\bat\s+(?P<n>{_AGE})\b{_STOP}"
    yield rf"\b(?P<n>{_NTH_NL}|{_NTH_EN})(?=\s+(?:birthday|verjaardag|levensjaar)\b)"
    yield rf"\b(?:on|by|before|after|op|voor|na|vanaf|sinds|met|rond)\s+{_OWN}\s+(?P<n>{_NTH_NL}|{_NTH_EN})\b{_STOP}"
    # how long ago
    yield rf"\b(?P<n>{_NUMBER})(?=\s+(?:jaar|jaren|maanden)\s+(?:geleden|terug|later|eerder)\b)"
    yield rf"\bjaar\s+of\s+(?P<n>{_NUMBER})(?=\s+(?:geleden|terug)\b)"
    yield r"\b(?P<n>anderhalf|half|paar)(?=\s+(?:jaar|jaren)\s+(?:geleden|terug)\b)"
    yield rf"\bal\s+(?:(?:meer\s+dan|ruim|bijna|zo['’]n)\s+)?(?P<n>{_AGE})(?=\s+(?:jaar|jaren)\b)"
    yield rf"\b(?P<n>{_NUMBER})(?=\s+(?:years?|months|decades?)\s+(?:ago|later|earlier|back)\b)"
    yield rf"\b(?:afgelopen|laatste|voorbije|last|past)\s+(?P<n>{_NUMBER})(?=\s+(?:jaar|jaren|years)\b)"
    # what was said before
    yield r"\b(?:vorige?|eerdere?|eerste|voorgaande?)\s+(?:gesprek|interview|ronde)\b|\bvorige keer\b"
    yield r"\b(?:previous|earlier|first|last)\s+(?:interview|conversation|round)\b|\blast time (?=I\b|we\b|you\b)"
    # what everybody dates
    yield r"\bcorona\w*|\bcovid\w*|\b(?:the )?(?:lockdowns?|pandemi\w+)\b"


_TIMES = tuple(lazy_pattern(pattern, re.IGNORECASE) for pattern in _patterns())


def mask_times(text: str) -> str:
    """Return a text with what tells a time blotted out, as long as it was.

    Years, decades, ages, how long ago something was, an earlier interview, and the pandemic, in Dutch and English.

    Offsets in it stay what they are. What else tells the wave, such as a mayor's name, is for people to see.

    >>> mask_times("In 2014 was ik 52 jaar oud, vóór corona.")
    'In ████ was ik ██ jaar oud, vóór ██████.'
    >>> mask_times("I was 62 then and weighed 62 kilos.")
    'I was ██ then and weighed 62 kilos.'
    """
    for pattern in _TIMES:
        text = pattern.sub(_blot, text)
    return text


def _blot(match: re.Match[str]) -> str:
    """Return what was found with its telling part blotted out, blanks aside."""
    start, end = match.span("n") if "n" in match.re.groupindex else match.span()
    found, at = match[0], match.start()
    return found[: start - at] + re.sub(r"\S", _MASK, found[start - at : end - at]) + found[end - at :]
