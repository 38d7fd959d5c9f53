"""First names that are months too, between a year and a surname: `2020 Jan Smit` is of Jan Smit, `2020 mei Smit` not.

Only with a capital and no day beside it, where the names of the folder do not say months there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.interview_parts import is_generic
from bp_qual.study.link_words import LINK_WORDS
from bp_qual.study.listed_names import is_listed_first_name, is_listed_surname
from bp_qual.study.names_in_files import without_title
from bp_qual.transcripts.moments import ANY_MONTH, SECOND_NAMES, is_first_name

_BETWEEN = "|".join(sorted(LINK_WORDS - {"in", "op", "te", "the", "on", "of", "o'"}))
_BEHIND_YEAR = lazy_pattern(r"(?<!\d)((?:19[5-9]|20[0-4])\d)[ _]+([^\W\d_]+)(?![^\W_])")
_NAMED = lazy_pattern(
    rf"(?<!\d)(?<!\d[ _.-])((?:19[5-9]|20[0-4])\d)[ _]+({SECOND_NAMES})"
    rf"((?:[ _]+(?:{_BETWEEN}|and|&))*(?:[ _]+|-)([A-ZÀ-Þ][^\W\d_]+)(?![^\W_])(?:[ _]+([^\W\d_]+))?.*)"
)
_MONTH = lazy_pattern(ANY_MONTH, re.IGNORECASE)


def spell_first_names(stems: Sequence[str]) -> list[str]:
    """Return names of files with the year behind a first name that reads as a month: `Jan Smit 2020`.

    It is a month where every name of the folder has one there, of more than one person, where one has one that is
    nobody's name (`2010 Okt Bos`), where the rest is another file's whole name, and where no surname of the lists
    follows (`2010 May Anna`, `2010 May Leeds`), or one before a first name (`2010 Mei Bakker Els`).

    Parameters
    ----------
    stems : sequence of str
        All names of a folder, without their endings.

    Returns
    -------
    list of str
        In the same order.

    Examples
    --------
    >>> spell_first_names(["2020_Jan_Smit", "2010 Jan de Wit", "2010 mei Smit", "2010 Riet Bos"])
    ['Jan_Smit 2020', 'Jan de Wit 2010', '2010 mei Smit', '2010 Riet Bos']
    >>> spell_first_names(["2010 Mei Smit", "2010 Okt Bos"]), spell_first_names(["2010 May Jones", "2010 Jan Bond"])
    (['2010 Mei Smit', '2010 Okt Bos'], ['2010 May Jones', '2010 Jan Bond'])
    """
    found = [_NAMED.search(stem) for stem in stems]
    if not any(found):
        return list(stems)
    first = [(match[2], match.string[match.end() :]) for match in map(_BEHIND_YEAR.search, stems) if match]
    months = [(word, rest) for word, rest in first if _MONTH.fullmatch(word)]
    is_month = any(not re.fullmatch(SECOND_NAMES, word) for word, _ in months if word[0].isupper()) or (
        len(months) == len(first) and len({_bare(rest) for _, rest in months}) > 1
    )
    whole = {_bare(_without_year(stem)) for stem, match in zip(stems, found, strict=True) if not match}
    return [
        f"{stem[: match.start()]}{match[2]}{match[3]} {match[1]}"
        if match
        and (not is_month or _bare(match[2] + match[3]) in whole)
        and _bare(match[3]) not in whole
        and _is_surname(match[4])
        and not is_listed_first_name(match[5] or "")
        else stem
        for stem, match in zip(stems, found, strict=True)
    ]


def _is_surname(word: str) -> bool:
    """Return whether a word behind a first name is a surname of the lists, and no title or word for a talk."""
    is_said = not is_first_name(word) or is_generic(word) or without_title(f"{word} X") == "X"
    return not is_said and is_listed_surname(word)


def _without_year(stem: str) -> str:
    return re.sub(r"(?<!\d)(?:19|20)\d\d(?!\d)", " ", stem)


def _bare(name: str) -> str:
    return "".join(re.findall(r"[^\W_]+", name.casefold()))
