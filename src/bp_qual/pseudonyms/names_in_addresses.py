"""Names as addresses, handles and hashtags write them: in small letters, and as one word with others."""

from __future__ import annotations

from functools import cache

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.pseudonyms.name_lists import read_name_lists
from bp_qual.pseudonyms.name_parts import fold_spelling
from bp_qual.transcripts.web_addresses import find_web_addresses
from bp_qual.wording import LANGUAGES

SHORTEST = 3  # letters of a name that is known in an address, or as a part of a word with capitals inside
APOSTROPHE_INSIDE = lazy_pattern(r"^['’]|(?<=[^\W\d_])['’](?=[^\W\d_]{2})")  # 't Hart, O'Brien: no possessive
_HANDLE = lazy_pattern(r"(?<![\w&])[@#]\w+")


def find_address_spans(text: str) -> list[tuple[int, int]]:
    """Return where addresses, handles and hashtags are in a text, from left to right; those that overlap are one.

    >>> said = "Mail jan@zwolle.nl of @jan, #wilskracht."
    >>> [said[start:end] for start, end in find_address_spans(said)]
    ['jan@zwolle.nl', '@jan', '#wilskracht']
    >>> find_address_spans("https://x.nl/@bob/kees")
    [(0, 22)]
    """
    handles = [found.span() for found in _HANDLE.finditer(text)] if "@" in text or "#" in text else []
    merged: list[tuple[int, int]] = []
    for start, end in sorted([*handles, *((int(start), int(end)) for start, end in find_web_addresses(text))]):
        if merged and start < merged[-1][1]:
            start, end = merged[-1][0], max(end, merged.pop()[1])
        merged.append((start, end))
    return merged


def forms_in_addresses(spelling: str) -> frozenset[str]:
    """Return a name in small letters as an address may have it, with its accents and without.

    >>> sorted(forms_in_addresses("André Wit")), forms_in_addresses("Jo")
    (['andre wit', 'andré wit'], frozenset())
    >>> sorted(forms_in_addresses("O'Brien")), sorted(forms_in_addresses("'t Hart"))
    (["o'brien", 'obrien'], ['t hart'])
    """
    written = {spelling.casefold(), fold_spelling(spelling)}
    forms = written | {" ".join(APOSTROPHE_INSIDE.sub("", word) for word in form.split(" ")) for form in written}
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


@cache
def is_running_word(word: str) -> bool:
    """Return whether running text in a language that has a list here often has a word in small letters.

    >>> is_running_word("will"), is_running_word("kok")
    (True, False)
    """
    return any(word in read_name_lists(language).ordinary for language in LANGUAGES)
