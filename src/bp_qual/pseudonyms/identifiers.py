"""Identifiers that have a form of their own: telephone, e-mail, IBAN, BSN, postcode, address, date of birth, plate.

Those with check digits are checked; some are found as they are said, too ('nul zes, achtenveertig ...').
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.pseudonyms.spoken_identifiers import find_spoken_identifiers
from bp_qual.transcripts.web_addresses import EMAIL, WEB_ADDRESS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MONTH = (
    r"(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|mrt|march|april|apr|mei|may|juni?|june?|juli?|july?"
    r"|aug(?:ustus|ust)?|sep(?:t(?:ember)?)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DUTCH_STREET = (
    r"(?:straat|straatje|laan|weg|plein|kade|gracht|singel|dijk|steeg|pad|hof|plantsoen|dreef|markt|burg|haven|park"
    r"|boulevard|allee|baan|ring)"
)
_ENGLISH_STREET = (
    r"(?:Street|Road|Lane|Avenue|Close|Drive|Square|Terrace|Way|Crescent|Place|Gardens|Grove|Court|Row|Mews|Hill"
    r"|Wynd|Parade|Boulevard|Rd|Ave|Blvd)"
)
_FLAT = r"(?:Flat|Apartment|Apt|Unit|Room)"
_MEASURES = r"(?:minutes?|hours?|miles?|yards?|metres?|years?|weeks?|days?|people|of|pounds?|quid|per)"
_PATTERNS = tuple(
    (kind, lazy_pattern(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("url", WEB_ADDRESS),
        ("email", EMAIL),
        ("handle", r"(?<![\w.])@\w{2,}"),
        ("iban", r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b"),
        (
            "bsn",
            r"\b\d{9}\b|\b\d{3}[. ]\d{3}[. ]\d{3}\b|\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b",
        ),
        (
            "phone",
            r"(?<![\w+])(?:\+|00)\d{1,3}[ -]?(?:\(0\)|\(\d{1,4}\))?(?:[ -]?\d){6,11}\b"
            r"|(?<!\w)\(0\d{1,4}\)(?:[ -]{0,3}\d){5,8}\b|(?<!\w)0\d(?:[ -]{0,3}\d){8,9}\b"
            r"|(?<!\w)(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}\b",
        ),
        (
            "birth",
            r"\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d\d\b"
            rf"|\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}\.? ?,? ?(?:19|20)\d\d\b"
            rf"|\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d\b",
        ),
        ("postcode", r"\b[1-9]\d{3} ?(?!S[ADS])[A-Z]{2}\b|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"),
        (
            "plate",
            r"\b(?=[A-Z\d-]*\d)(?=[A-Z\d-]*[A-Z])[A-Z\d]{1,3}-[A-Z\d]{2,3}-[A-Z\d]{1,2}\b"
            r"|\b[A-Z]{2}\d\d ?[A-Z]{3}\b",
        ),
        (
            "address",
            rf"\b(?:[\w'’.-]{{1,40}} ){{0,3}}?[\w'’-]{{0,40}}{_DUTCH_STREET} \d{{1,4}}(?: ?(?:[a-z]|bis|hs))?\b"
            rf"|\b(?:{_FLAT} \d{{1,4}}[a-z]?,? )?\d{{1,4}}[a-z]? (?!{_MEASURES}\b)"
            rf"(?:[A-Z][\w'’]+ ){{1,3}}{_ENGLISH_STREET}\b",
        ),
    )
)
IDENTIFIERS = tuple(kind for kind, _ in _PATTERNS)
_SMALL_WORDS = _words(
    "in en is de of te we ik al er je ze op om na zo ja me u nu to at as an it he or so by no if up us my"
    " do go on be am"
)
_HONOURS = _words(
    "burgemeester wethouder dokter professor dominee pastoor pater meester minister president generaal admiraal"
    " prins prinses koning koningin graaf sint st lange korte oude nieuwe grote kleine hoge lage eerste tweede derde"
)
_HOLDS_DIGIT_OR_SIGN = lazy_pattern(r"[\d@]|www\.|://")
_DOUBTFUL_STREET = lazy_pattern(r"(?:baan|ring|park|haven|burg|pad|hof|markt|weg) \d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Identifier:
    """A stretch of text that identifies somebody by its form alone.

    Examples
    --------
    >>> Identifier(0, 7, "postcode").kind
    'postcode'
    """

    start: int
    end: int
    kind: str


def find_identifiers(text: str) -> list[Identifier]:
    """Return every identifier in a text, none over another; what comes first in the list of patterns wins.

    >>> [(kept.kind, kept.end) for kept in find_identifiers("Bel 06-12345678, of 1011 AB. In 1997 en 2003 in bed.")]
    [('phone', 15), ('postcode', 27)]
    """
    taken = [Identifier(start, end, kind) for kind, start, end in find_spoken_identifiers(text)]
    if not _HOLDS_DIGIT_OR_SIGN.search(text):
        return sorted(taken, key=lambda kept: kept.start)
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            free = not any(match.start() < other.end and other.start < match.end() for other in taken)
            if free and _is_sound(kind, match[0]):
                start = match.start() + (_before_street(match[0]) if kind == "address" else 0)
                taken.append(Identifier(start, match.end(), kind))
    return sorted(taken, key=lambda kept: kept.start)


def is_bsn(digits: str) -> bool:
    """Return whether nine digits pass the eleven-test of the Dutch citizen service number.

    >>> is_bsn("123456782"), is_bsn("123456789")
    (True, False)
    """
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return len(digits) == 9 and sum(int(d) * weight for d, weight in zip(digits, weights, strict=True)) % 11 == 0


def is_iban(joined: str) -> bool:
    """Return whether an account number, without blanks, has the remainder 1 of ISO 13616.

    >>> is_iban("NL91ABNA0417164300"), is_iban("NL91ABNA0417164301")
    (True, False)
    """
    return int("".join(str(int(char, 36)) for char in joined[4:] + joined[:4])) % 97 == 1


def _is_sound(kind: str, written: str) -> bool:
    """Return whether what looks like an identifier is one: its check digits, and no year or small word in it."""
    joined = re.sub(r"\W", "", written).upper()
    if kind == "bsn" and joined.isdecimal():
        return is_bsn(joined)
    if kind == "iban":
        return joined.isascii() and is_iban(joined)
    if kind == "postcode":
        return _is_postcode(written)
    if kind == "address" and _DOUBTFUL_STREET.search(written):  # 'vergadering 3'
        return bool(re.search(r"[A-Z][\w'’-]*(?i:baan|ring|park|haven|burg|pad|hof|markt|weg) \d", written))
    return True


def _is_postcode(written: str) -> bool:
    """Return whether four figures and two letters are no year before a small word ('1997 en', '2003 in')."""
    figures, letters = written[:4], written[4:].strip()
    if not figures.isdecimal():
        return True
    if letters.islower():
        return letters not in _SMALL_WORDS and figures[:2] not in ("19", "20")
    return not (figures[:2] in ("19", "20") and letters[1:].islower()) and letters.casefold() not in ("km", "kg", "cm")


def _before_street(written: str) -> int:
    """Return how many characters stand before the name of the street: 'op de Kerklaan 5' begins at 'Kerklaan'."""
    if written[0].isdecimal() or re.match(rf"{_FLAT} ", written, re.IGNORECASE):
        return 0
    parts = written.split(" ")
    for place, part in enumerate(parts[:-1]):
        if part[:1].isupper() or part in _HONOURS or re.fullmatch(r"\d+.*", parts[place + 1]):
            return len(" ".join(parts[:place])) + (place > 0)
    return 0
