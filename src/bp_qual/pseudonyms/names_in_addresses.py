"""Names as addresses, handles and hashtags write them: in small letters, and as one word with others."""

from __future__ import annotations

from functools import cache

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.pseudonyms.name_lists import read_name_lists
from bp_qual.pseudonyms.name_spellings import fold_spelling
from bp_qual.transcripts.web_addresses import find_web_addresses
from bp_qual.wording import LANGUAGES

SHORTEST = 3  # letters of a name that is known in an address, or as a part of a word with capitals inside
_HANDLE = lazy_pattern(r"(?<![\w&])[@#]\w+")


def find_address_spans(text: str) -> list[tuple[int, int]]:
    """Return where addresses, handles and hashtags are in a text, from left to right.

    >>> said = "Mail jan@zwolle.nl of @jan, #wilskracht."
    >>> [said[start:end] for start, end in find_address_spans(said)]
    ['jan@zwolle.nl', '@jan', '#wilskracht']
    """
    handles = [found.span() for found in _HANDLE.finditer(text)] if "@" in text or "#" in text else []
    return sorted([*handles, *((int(start), int(end)) for start, end in find_web_addresses(text))])


def forms_in_addresses(spelling: str) -> frozenset[str]:
    """Return a name in small letters as an address may have it, with its accents and without.

    >>> sorted(forms_in_addresses("André Wit")), forms_in_addresses("Jo")
    (['andre wit', 'andré wit'], frozenset())
    """
    forms = {spelling.casefold(), fold_spelling(spelling)}
    return frozenset(form for form in forms if len(form) >= SHORTEST and form[:1].isalpha())


def cut_at_capitals(word: str) -> list[int]:
    """Return where the parts of a word begin that has capitals inside, and where the last ends.

    >>> cut_at_capitals("JanZwolle"), cut_at_capitals("JAN")
    ([0, 3, 9], [0, 3])
    """
    inside = [at for at in range(1, len(word)) if word[at - 1].islower() and word[at].isupper()]
    return [0, *inside, len(word)]


@cache
def is_ordinary_word(word: str) -> bool:
    """Return whether a word in small letters stands in the table of a language that has one here.

    >>> is_ordinary_word("willpower"), is_ordinary_word("jandewit")
    (True, False)
    """
    return any(word in read_name_lists(language).known for language in LANGUAGES)
