"""First names that are short for others, also where they share no beginning ('Maggie' and 'Margaret')."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from bp_qual.pseudonyms.name_sexes import sex_of_first_name


def other_names(first_name: str) -> frozenset[str]:
    """Return the first names that this one can be short for, or the long form of, itself among them.

    >>> "margaret" in other_names("maggie"), "meg" in other_names("maggie"), other_names("sjoerd")
    (True, False, frozenset({'sjoerd'}))
    """
    return _variants().get(first_name, frozenset()) | {first_name}


def is_known_first_name(word: str) -> bool:
    """Return whether a word is a first name that is known: a woman's, a man's, or one with short forms.

    >>> is_known_first_name("noreen"), is_known_first_name("robin"), is_known_first_name("tjong")
    (True, True, False)
    """
    return bool(sex_of_first_name(word)) or word in _variants()


@cache
def _variants() -> Mapping[str, frozenset[str]]:
    pairs: dict[str, set[str]] = {}
    lines = files("bp_qual.pseudonyms").joinpath("data", "name_variants.txt").read_text("utf-8").splitlines()
    for line in lines:
        if line.startswith("#"):
            continue
        written, _, behind = line.partition(":")
        whole, short = written.split("/"), behind.split()
        for name in whole:
            pairs.setdefault(name, set()).update(whole, short)
        for name in short:
            pairs.setdefault(name, set()).update(whole)
    return {name: frozenset(others) for name, others in pairs.items()}
