"""Words that are somebody's name by the lists of names that come with the package, and no word for what one is."""

from __future__ import annotations

import gzip
import re
from functools import cache
from importlib.resources import files

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.matching.languages import find_language
from bp_qual.transcripts.speakers.labels import RELATION_WORDS, is_role_label

_LISTS = files("bp_qual").joinpath("pseudonyms", "data")  # NOTICES.md says from what they are made
_RELATION = lazy_pattern(RELATION_WORDS, re.IGNORECASE)
_LANGUAGES = ("nl", "en")


def is_listed_name(word: str) -> bool:
    """Return whether a word is a first name of the lists, or a surname that no table of words knows.

    >>> [is_listed_name(word) for word in ("Ans", "Kees", "Smit", "Docent", "Boer", "Mantelzorger", "Zus", "Qzy")]
    [True, True, False, False, False, False, False, False]
    """
    key = word.casefold()
    if is_role_label(key) or _RELATION.fullmatch(key):
        return False
    return key in _first_names() or (key in _read("last_names") and not _is_word(key))


def is_listed_first_name(word: str) -> bool:
    """Return whether a word is a first name of the lists, and no word for what one is.

    >>> [is_listed_first_name(word) for word in ("Ans", "Breda", "Utrecht", "Docent")]
    [True, True, False, False]
    """
    return is_listed_name(word) and word.casefold() in _first_names()


def is_listed_surname(word: str) -> bool:
    """Return whether a word is a surname of the lists, as many words and first names are.

    >>> is_listed_surname("Ward"), is_listed_surname("Ans")
    (True, False)
    """
    return word.casefold() in _read("last_names")


def _is_word(key: str) -> bool:
    return any(find_language(code).knows(key) for code in _LANGUAGES)


@cache
def _first_names() -> frozenset[str]:
    lines = _LISTS.joinpath("added_first_names.txt").read_text("utf-8").splitlines()
    added = (line.split()[1:] for line in lines if line and not line.startswith("#"))
    return _read("first_names").union(*added)


@cache
def _read(name: str) -> frozenset[str]:
    return frozenset(gzip.decompress(_LISTS.joinpath(f"{name}.txt.gz").read_bytes()).decode("utf-8").split("\n"))
