"""The languages: what is special about each, and one registry of them.

Dutch and English have folders of their own, and German one with the words that tell it; it and any other language that
simplemma knows get the plain default: a lemma list, without denials, split verbs and phrases whose verb moves.
Everything works from tables that come with the installation; no model, no network. Nothing outside this package knows a
language by name.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files

from bp_qual.display import shown
from bp_qual.errors import BpQualError, Problem
from bp_qual.matching.languages.language import Language
from bp_qual.transcripts import is_language_code, suggest_language
from bp_qual.wording import Remark

__all__ = [
    "Language",
    "count_telltale_words",
    "fault_of_language",
    "find_language",
    "guess_language",
    "register_language",
    "table_hashes",
]

_TABLES = (".words", ".json")


def _dutch() -> Language:
    from bp_qual.matching.languages.dutch.dutch import Dutch

    return Dutch()


def _english() -> Language:
    from bp_qual.matching.languages.english.english import English

    return English()


def _german() -> Language:
    from bp_qual.matching.languages.german.german import German

    return German("de")


_REGISTRY: dict[str, Callable[[], Language]] = {"nl": _dutch, "en": _english, "de": _german}


def register_language(code: str, make: Callable[[], Language]) -> None:
    """Add a language, or put another one in the place of the one with this code.

    >>> from functools import partial
    >>> register_language("x-demo", partial(Language, "x-demo", {"katten": "kat"}))
    >>> sorted(find_language("x-demo").lemmas("katten"))
    ['kat']
    """
    _REGISTRY[code] = make
    find_language.cache_clear()


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
    if code in _REGISTRY:
        return _REGISTRY[code]()
    if not _knows_language(code):
        raise BpQualError(Problem("", "no word tables", _no_tables(code)))
    from bp_qual.matching.languages.plain import PlainLanguage

    return PlainLanguage(code)


def _knows_language(code: str) -> bool:
    """Return whether there are word tables of the language with this code."""
    from bp_qual.matching.languages.plain import plain_languages

    return code in _REGISTRY or code in plain_languages()


def fault_of_language(code: str) -> tuple[str, dict[str, object]] | None:
    """Return the kind of problem that the code of a language is, with what fills its sentences; None where it is right.

    >>> fault_of_language("nl"), fault_of_language("no")[0], fault_of_language("Dutch")[0]
    (None, 'no word tables', 'no language code')
    """
    if not is_language_code(code):
        guess = suggest_language(code, Remark("two letters", values={"form": "nl, en, de ..."}))
        return "no language code", {"value": shown(code), "guess": guess}
    return None if _knows_language(code) else ("no word tables", _no_tables(code))


def _no_tables(code: str) -> dict[str, object]:
    """Return what fills the sentences on a language without word tables: which was meant, or all that there are."""
    from bp_qual.matching.languages.plain import plain_languages

    known = sorted(plain_languages() | set(_REGISTRY))
    return {"language": code, "guess": suggest_language(code, Remark("use one of", values={"names": known}))}


def guess_language(text: str) -> str:
    """Return the language whose telltale words a text holds most of: one of those with a folder of their own.

    >>> guess_language("Ik denk dat het een goede buurt is."), guess_language("It is the best of the street.")
    ('nl', 'en')
    """
    counted = count_telltale_words(text)
    return max(counted, key=counted.__getitem__)


def count_telltale_words(text: str) -> dict[str, int]:
    """Return for each language that has telltale words how many of them a text holds.

    >>> count_telltale_words("De buurt en het huis.")["nl"]
    3
    """
    spoken = re.findall(r"\w+", text.casefold())
    listed = {code: find_language(code).telltale_words for code in _REGISTRY}
    return {code: sum(word in telltale for word in spoken) for code, telltale in listed.items() if telltale}


def table_hashes() -> dict[str, str]:
    """Return the SHA-256 of every table that comes with the project and can change what is found.

    >>> sorted(table_hashes())[-1]
    'nl_word_class.words'
    """
    folders = (folder.joinpath("data") for folder in files(__name__).iterdir())
    kept = (table for folder in folders if folder.is_dir() for table in folder.iterdir())
    tables = sorted((table for table in kept if table.name.endswith(_TABLES)), key=lambda table: table.name)
    return {table.name: hashlib.sha256(table.read_bytes()).hexdigest() for table in tables}
