"""Addresses in a text: of e-mail, and of pages on the web. What is in one is no word that somebody said."""

from __future__ import annotations

import re

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts.speech import Spans, as_spans

_SIGN = r"[!#$%&'’*=?^`{|}~]"  # that RFC 5322 allows before the @, with / where something follows it
EMAIL = rf"(?<![\w.+-])[\w.+-]+(?:(?:{_SIGN}|/){{1,4}}[\w.+-]+){{0,8}}{_SIGN}?@[\w-]+(?:\.[\w-]+)+"
WEB_ADDRESS = r"(?:https?://|www\.)[^\s,;]*[^\s,;.?!)]"
# Only endings that are no word: in `ik ging weg.de buurt` a blank is missing.
_ENDING = r"\.(?:nl|com|org|eu|edu|gov|(?:ac|co|gov|org)\.uk)(?![\w-])"
_SITE = rf"(?<![\w@.-])[\w-]+(?:\.[\w-]+)*?{_ENDING}(?:/(?:[^\s,;]*[^\s,;.?!)])?)?"
_HOLDS_ONE = lazy_pattern(rf"@|://|www\.|{_ENDING}", re.IGNORECASE)
_ADDRESS = lazy_pattern(rf"{WEB_ADDRESS}|{EMAIL}|{_SITE}", re.IGNORECASE)


def find_web_addresses(text: str) -> Spans:
    """Return where the addresses of e-mail and of pages on the web are in a text.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    array of n x 2
        Start and end of each.

    Examples
    --------
    >>> said = "Mail jan@post.nl, of kijk op www.buurt.nl/fiets. Of op buurt.nl."
    >>> [said[start:end] for start, end in find_web_addresses(said).tolist()]
    ['jan@post.nl', 'www.buurt.nl/fiets', 'buurt.nl']
    """
    if not _HOLDS_ONE.search(text):
        return as_spans([])
    return as_spans([match.span() for match in _ADDRESS.finditer(text)])
