"""One name in several spellings: without accents, with ue for ü, with the oe and j of older Dutch, P1 for P01."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_WITHOUT_DOTS = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a"))  # Mueller, Joergensen, Aage
_BY_SOUND = (  # Joesoef, Youssef and Yusuf; Sjarif, Charif and Sharif; Tjandra and Candra
    *(("ou", "u"), ("oe", "u"), ("dj", "#"), ("tj", "c"), ("sj", "sh"), ("ch", "sh"), ("ij", "y"), ("ie", "i")),
    *(("j", "y"), ("#", "j"), ("kh", "h"), ("ph", "f")),
)


def spellings(name: str) -> frozenset[str]:
    """Return what is left of a name when its spelling is taken away, in each of the ways in which one does that.

    Two names that have any of these in common can be one. Zeros before a number and signs between letters do not count.

    >>> [bool(spellings("Yusuf") & spellings(name)) for name in ("Joesoef", "Jusuf", "Youssouf", "Josef")]
    [True, True, True, False]
    >>> [bool(spellings("Müller") & spellings(name)) for name in ("Mueller", "MULLER", "Möller")]
    [True, True, False]
    >>> bool(spellings("P01") & spellings("p-1")), bool(spellings("P01") & spellings("P10"))
    (True, False)
    """
    letters = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    plain = "".join(sign for sign in letters if sign.isalnum())
    plain = re.sub(r"[0-9]+", lambda number: number[0].lstrip("0") or "0", plain)
    keys = {plain}
    for pairs in (_WITHOUT_DOTS, _BY_SOUND):
        key = plain
        for written, read in pairs:
            key = key.replace(written, read)
        keys.add(re.sub(r"([^\W\d])\1+", r"\1", key))
    return frozenset(keys - {""})
