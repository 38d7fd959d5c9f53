"""What is special about a language: which lemmas a form can have, which forms a lemma, and which words only fill talk.

``nl`` and ``en`` have rooms of their own; any other language simplemma knows gets the plain default: lemma lists
without separable verbs. Everything works from tables that come with the installation; no model, no network.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

from bp_qual.errors import BpQualError, Problem
from bp_qual.matching.languages.plain import Language

__all__ = ["Language", "find_language", "table_hashes"]


@cache
def find_language(code: str) -> Language:
    """Return the language with this code (`nl`, `en`, `de`, ...), its tables loaded at first use.

    >>> sorted(find_language("nl").lemmas("samengewerkt"))
    ['samenwerken']
    >>> find_language("xx")
    Traceback (most recent call last):
    ...
    bp_qual.errors.BpQualError: no word tables for language 'xx'. Use one of: ar, ast, bg, ...
    """
    if code == "nl":
        from bp_qual.matching.languages.dutch.dutch import Dutch

        return Dutch()
    if code == "en":
        from bp_qual.matching.languages.english.english import English

        return English()
    from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

    if code not in SUPPORTED_LANGUAGES:
        known = ", ".join(sorted(SUPPORTED_LANGUAGES | {"nl", "en"}))
        problem = Problem("", f"no word tables for language '{code}'.", f"Use one of: {known}.")
        raise BpQualError(problem)
    return Language(code)


def table_hashes() -> dict[str, str]:
    """Return the SHA-256 of every table that comes with the project and can change what is found.

    >>> sorted(table_hashes())[-1]
    'nl_split_verbs.json'
    """
    tables = sorted(files("bp_qual.matching.languages.dutch").joinpath("data").iterdir(), key=lambda each: each.name)
    return {each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in tables if "json" in each.name}
