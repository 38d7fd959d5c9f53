"""Identifiers as they are said: a telephone number or a date in words, an e-mail address, a plate letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bp_qual.lazy_patterns import lazy_pattern

_DUTCH_UNIT = r"(?:een|één|eén|twee|drie|vier|vijf|zes|zeven|acht|negen)"
_DUTCH_TEEN = r"(?:tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien)"
_DUTCH_TENS = r"(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)"
_DUTCH_NUMBER = rf"(?:{_DUTCH_UNIT} ?(?:en|ën) ?{_DUTCH_TENS}|{_DUTCH_TEEN}|{_DUTCH_TENS}|{_DUTCH_UNIT})"
_UNIT = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_TEEN = r"(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_NUMBER = rf"(?:{_TENS}[ -]{_UNIT}|{_TEEN}|{_TENS}|{_UNIT})"
_ORDINAL = (
    r"(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth|\d{1,2}(?:st|nd|rd|th)"
)
_DUTCH_MONTH = r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_DUTCH_YEAR = (
    rf"(?:negentien ?(?:honderd ?)?(?:en ?)?{_DUTCH_NUMBER}|tweeduizend(?: ?(?:en ?)?{_DUTCH_NUMBER})?|(?:19|20)\d\d)"
)
_YEAR = (
    rf"(?:nineteen (?:hundred (?:and )?|oh )?{_NUMBER}|two thousand(?: (?:and )?{_NUMBER})?|twenty {_NUMBER}"
    r"|(?:19|20)\d\d)"
)
_ZERO = r"(?:oh|zero|nought|o)"
_BEFORE_PLATES = r"(?:kenteken|nummerbord|nummerplaat|(?:number ?)?plate|registration|reg)"
_PLATE = r"(?=[a-z \d-]{0,9}\d)(?=[\d -]{0,4}[a-z])[a-z\d]{1,3}[ -]?[a-z\d]{1,3}[ -]?[a-z\d]{1,3}"
_JOINED = r"(?: (?:punt|dot|underscore|streepje|dash) \w+)"
_DOMAIN = r"(?:nl|com|org|net|be|eu|info|co dot uk)\b"
_PATTERNS = tuple(
    (kind, lazy_pattern(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("phone", rf"\bnul(?:[ ,.-]{{1,3}}(?:en )?(?:nul|{_DUTCH_NUMBER}|honderd|dubbel)\b){{5,}}"),
        ("phone", rf"\b{_ZERO}(?:[ ,.-]{{1,3}}(?:and )?(?:{_ZERO}|{_NUMBER}|hundred|double|triple)\b){{5,}}"),
        ("birth", rf"\b(?:{_DUTCH_NUMBER}|\d{{1,2}}) {_DUTCH_MONTH},? {_DUTCH_YEAR}\b"),
        ("birth", rf"\b(?:{_ORDINAL})(?: of)? {_MONTH},? {_YEAR}\b|\b{_MONTH}(?: the)? (?:{_ORDINAL}),? {_YEAR}\b"),
        (
            "email",
            rf"\b\w+{_JOINED}{{0,3}} apenstaartje \w+(?: \w+)? (?:punt|dot) {_DOMAIN}"
            rf"|\b\w+(?:{_JOINED}{{1,3}} at \w+|{_JOINED}{{0,3}} at (?:gmail|hotmail|outlook|yahoo|icloud|aol|live))"
            rf" dot {_DOMAIN}",
        ),
        ("plate", rf"\b{_BEFORE_PLATES}\b(?:[ :,]+(?:was|is|number|van))*[ :,]+(?P<kept>(?!was |is ){_PLATE})\b"),
    )
)
_TELLS = lazy_pattern(
    r"\b(?:nul|oh|zero|nought|o|apenstaartje|at|kenteken|nummerbord|nummerplaat|plate|registration|reg)\b"
    rf"|{_DUTCH_MONTH}|{_MONTH}",
    re.IGNORECASE,
)


def find_spoken_identifiers(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield kind, start and end of every identifier that is said in words.

    Parameters
    ----------
    text : str
        Talk.

    Yields
    ------
    tuple of str, int and int

    Examples
    --------
    >>> talk = "nul zes acht en veertig twee drie vier, born the ninth of october nineteen forty eight"
    >>> [(kind, talk[start:end]) for kind, start, end in find_spoken_identifiers(talk)]
    [('phone', 'nul zes acht en veertig twee drie vier'), ('birth', 'ninth of october nineteen forty eight')]
    """
    if not _TELLS.search(text):
        return
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield (kind, *match.span("kept" if "kept" in pattern.groupindex else 0))
