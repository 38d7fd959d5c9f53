"""Letters without their accents, so that a word is found however it is written."""

from __future__ import annotations

import unicodedata


def without_accents(text: str) -> str:
    """Return a text with `e` for `é`: één, après, and both ways in which a file system writes them.

    >>> without_accents("Ren\u00e9"), without_accents("Rene\u0301")
    ('Rene', 'Rene')
    """
    if text.isascii():  # by far the usual case
        return text
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


def bare_letters(text: str) -> str:
    """Return a text with `a` for `á`, each letter in its place, so that what is found there is found in the text.

    >>> bare_letters("Ná") == "Na"
    True
    """
    return text if text.isascii() else "".join((without_accents(sign) or sign)[0] for sign in text)


def to_key(word: str) -> str:
    """Return a word in small plain letters: what a pattern takes for `i` whatever its case is an `i` here.

    >>> to_key("F\u0130RST"), to_key("vi\u0131f"), to_key("F\u00dcnfte")
    ('first', 'viif', 'funfte')
    """
    return without_accents(word.casefold()).replace("\u0131", "i")
