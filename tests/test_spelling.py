"""The pages and the texts are spelled as the dictionaries have it, in English and in Dutch.

English words are held against the misspellings that codespell knows. Dutch words have to be in the word tables with
which talk is read, be made of such words, or be in `dutch_words_of_pages.txt`: what is not Dutch, with the reason.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import codespell_lib
import pytest

from bp_qual import wording
from bp_qual.pseudonyms.word_evidence import NameLexicon

ROOT = Path(__file__).parents[1]
NAV = (ROOT / "mkdocs.yml").read_text("utf-8")
DUTCH = [
    ROOT / "docs" / name
    for name in re.findall(r": (\w+\.md)", NAV.split("In het Nederlands:")[1].split("  - Guides:")[0])
]
STARTERS = sorted((ROOT / "src/bp_qual/study/templates").glob("*_nl.yaml"))
ENGLISH = sorted({*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")} - set(DUTCH))
FOREIGN = frozenset((Path(__file__).parent / "dutch_words_of_pages.txt").read_text("utf-8").split())
NOT_PROSE = re.compile(
    r"^(`{3,})[^\n]*\n.*?^\1\s*$|``.*?``|`[^`]*`|(?<=\])\([^)]*\)|<!--.*?-->|<[^>]+>|https?://\S+", re.M | re.S
)
QUOTED = re.compile(r"(?<![\w*])\*[^*]+\*(?!\w)|\"[^\"]*\"|'[^'\n]*'(?!\w)")  # of interviews, often in Dutch


@cache
def misspellings() -> dict[str, str]:
    """Return what codespell holds to be misspelled, with what is meant."""
    listed = Path(codespell_lib.__file__).parent / "data" / "dictionary.txt"
    return dict(line.split("->") for line in listed.read_text("utf-8").splitlines())


def misspelled(text: str) -> set[str]:
    words = re.findall(r"[A-Za-z]+(?:['-][A-Za-z]+)*", QUOTED.sub(" ", NOT_PROSE.sub(" ", text)))
    return {word for word in words if word.casefold() in misspellings()}


@cache
def is_dutch(word: str) -> bool:
    """Return whether a word, or each part of one with hyphens, is Dutch or listed."""
    return word in FOREIGN or LEXICON.evidence(word).is_known or ("-" in word and all(map(is_dutch, word.split("-"))))


LEXICON = NameLexicon("nl")


def words_of(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", NOT_PROSE.sub(" ", text)))


def unknown(text: str) -> set[str]:
    return {word for word in words_of(text) if not is_dutch(word.casefold())}


def texts_said() -> Iterator[tuple[str, str]]:
    """Yield every text in English and in Dutch that the program says, without what is filled in."""
    for module in pkgutil.walk_packages(wording.__path__, "bp_qual.wording."):
        for value in vars(importlib.import_module(module.name)).values():
            yield from _pairs(value) if isinstance(value, dict) else ()


def _pairs(value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for one in value.values():
            yield from _pairs(one)
    elif isinstance(value, tuple) and len(value) == 2 and all(isinstance(one, str) for one in value):
        english, dutch = (re.sub(r"\{[^}]*\}", " ", one) for one in value)
        yield english, dutch
    elif isinstance(value, tuple):
        for one in value:
            yield from _pairs(one)


@pytest.mark.parametrize("page", ENGLISH, ids=lambda page: page.name)
def test_no_english_page_has_a_word_that_is_known_to_be_misspelled(page: Path) -> None:
    assert misspelled(page.read_text("utf-8")) == set()


@pytest.mark.parametrize("page", DUTCH, ids=lambda page: page.name)
def test_every_word_of_a_dutch_page_is_dutch_or_listed(page: Path) -> None:
    assert unknown(page.read_text("utf-8")) == set()


def test_what_the_program_says_is_spelled_in_both_languages() -> None:
    said = list(texts_said())
    assert len(said) > 1000
    assert {word for english, _ in said for word in misspelled(english)} == set()
    assert {word for english, dutch in said for word in unknown(dutch) - words_of(english)} == set()


def formal(text: str) -> set[str]:
    """Return the words with which a Dutch text says u to its reader, quotes of talk left out."""
    return set(re.findall(r"\b(?:u|uw|uwe|uzelf)\b(?![-.])", QUOTED.sub(" ", NOT_PROSE.sub(" ", text)), re.I))


@pytest.mark.parametrize("page", [*DUTCH, *STARTERS], ids=lambda page: page.name)
def test_a_dutch_page_says_je_to_its_reader(page: Path) -> None:
    assert formal(page.read_text("utf-8")) == set()


def test_the_program_says_je_to_its_reader() -> None:
    """The key `u` of the page, and what else is called u in English too, is no address."""
    assert {dutch for english, dutch in texts_said() if formal(dutch) and not formal(english)} == set()


def test_a_polite_word_is_noticed_and_a_quoted_one_is_not() -> None:
    assert formal("U ziet uw codes, *wat vindt u?*, `u` en u-alpha.") == {"U", "uw"}


def test_a_misspelled_word_is_noticed() -> None:
    assert misspelled("It was recieved, *recieved* and `recieved`.") == {"recieved"}
    assert unknown("Dat is een gecodeerd intervieuw, `intervieuw`.") == {"intervieuw"}


def test_every_listed_word_is_needed() -> None:
    said = "\n".join([*(page.read_text("utf-8") for page in DUTCH), *(dutch for _, dutch in texts_said())])
    words = words_of(said.casefold())
    assert FOREIGN - words - {part for word in words for part in word.split("-")} == set()
