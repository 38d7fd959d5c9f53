"""Numbers that are written as words, in Dutch and English: like figures they say little of what a talk is about."""

from __future__ import annotations

from bp_qual.lazy_patterns import lazy_pattern

_DUTCH_UNITS = "een|twee|drie|vier|vijf|zes|zeven|acht|negen"
_DUTCH_TEENS = "tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien"
_DUTCH_TENS = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"
_DUTCH_UNDER_100 = f"(?:(?:(?:{_DUTCH_UNITS})en)?(?:{_DUTCH_TENS})|{_DUTCH_TEENS}|{_DUTCH_UNITS})"
_DUTCH_UNDER_10_000 = f"(?:{_DUTCH_UNDER_100}?honderd(?:en)?{_DUTCH_UNDER_100}?|{_DUTCH_UNDER_100})"
_DUTCH = (
    f"(?:{_DUTCH_UNDER_10_000}?duizend(?:en)?{_DUTCH_UNDER_10_000}?|{_DUTCH_UNDER_10_000}"
    "|miljoen(?:en)?|miljard(?:en)?)"
)
_ENGLISH_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_ENGLISH_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ENGLISH = (
    f"(?:(?:{_ENGLISH_TENS})(?:-?(?:{_ENGLISH_UNITS}))?|{_ENGLISH_UNITS}|ten|eleven|twelve"
    "|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:hundred|thousand|million|billion)s?)"
)
_NUMBERS = {"nl": lazy_pattern(_DUTCH), "en": lazy_pattern(_ENGLISH)}


def is_number(word: str, language: str) -> bool:
    """Return whether a folded word is a number: from one to below a million, and *million* and the like by themselves.

    Ordinals (*third*, *derde*) are none, nor is any word of another language.

    Parameters
    ----------
    word : str
        In small letters without accents, as `fold_word` makes it.
    language : str
        Of the talk.

    Returns
    -------
    bool

    Examples
    --------
    >>> [is_number(word, "nl") for word in ("drieentwintig", "tweeduizend", "achttienhonderd", "derde", "vieren")]
    [True, True, True, False, False]
    >>> is_number("thousand", "en"), is_number("drie", "en")
    (True, False)
    """
    pattern = _NUMBERS.get(language)
    return pattern is not None and pattern.fullmatch(word) is not None
