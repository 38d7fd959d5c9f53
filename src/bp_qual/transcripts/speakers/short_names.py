"""Short names: `K. Bakker`, `Karel`, `Bakker` and `K.B.` beside `Karel Bakker`, perhaps one speaker, perhaps two.

Nothing is joined: a wife or a brother has the same name and perhaps the same initial.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts.speakers.labels import is_role_label, is_somebody_beside, label_key, usual_role
from bp_qual.transcripts.speakers.titles_before_names import TITLE

_WORD = lazy_pattern(r"[^\W\d_](?:[^\W\d_]|['’-](?=[^\W\d_]))*\.?")
_BETWEEN = frozenset(
    (
        *("de", "den", "der", "van", "von", "ten", "ter", "te", "la", "le", "du", "da", "di", "del", "dos", "el", "al"),
        *("bin", "ben", "zu", "zur", "op", "in", "'t"),
    )
)
_FUNCTION = lazy_pattern(  # before a name, which is not short for it: `Arts` beside `Arts Bakker`, `Speaker One`
    r"(?:speaker|spreker|sprecher(?:in)?|arts|huisarts|doctor|nurse|verple(?:ger|egster|egkundige)|psycholoog|therape?ut"
    r"|psychologist|therapist|coach|begeleid(?:er|ster)|consulent|ambtenaar|wethouder|burgemeester|docent|leraar|lerares"
    r"|teacher|student|manager|directeur|director|voorzitter|chair|agent|officer|captain|broeder|pfleger(?:in)?)\s+",
    re.IGNORECASE,
)
_SHORTEST = 3  # letters of a name that stands alone


def suggest_short(labels: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return pairs of labels of which the first is short for the second.

    >>> suggest_short(["Karel Bakker", "K. Bakker", "Eva Smit"])
    (('K. Bakker', 'Karel Bakker'),)
    """
    names = sorted({label for label in labels if _names_in(label)})
    return tuple((short, name) for short in names for name in names if short != name and is_short_for(short, name))


def is_short_for(short: str, name: str) -> bool:
    """Return whether a label can be short for another: by initials, or a first or last name of it.

    Parameters
    ----------
    short, name : str
        Labels as they are written.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_short_for("J.W. Smit", "Jan Willem Smit"), is_short_for("Kees Bakker", "Karel Bakker")
    (True, False)
    """
    few, all_ = _names_in(short), _names_in(name)
    if len(all_) < 2 or not few or few == all_:
        return False
    if any(len(part) == 1 for part in all_):
        return False
    if all(len(part) == 1 for part in few):  # K.B.; one letter says too little
        return len(few) > 1 and few == [part[0] for part in all_]
    if len(few) == len(all_):
        pairs = zip(few, all_, strict=True)
        return all(one == other or one == other[0] for one, other in pairs)
    return len(few) == 1 and len(few[0]) >= _SHORTEST and few[0] in (all_[0], all_[-1])


def _names_in(label: str) -> list[str]:
    """Return the names and initials in a label, without titles, functions and small words; none where it is no name."""
    if any(map(str.isdigit, label)):
        return []
    apart = re.sub(r"(?<![^\W\d_])([^\W\d_])\.(?=[^\W\d_])", r"\1. ", _without_titles(label))  # J.W. Smit
    words = [word.rstrip(".") for word in _WORD.findall(apart)]
    if len(words) == 1 and words[0].isupper() and 1 < len(words[0]) < _SHORTEST + 1:  # KB
        return [sign.casefold() for sign in words[0]]
    keys = [(word, label_key(word)) for word in words]
    named = [(word, key) for word, key in keys if key not in _BETWEEN]
    if any(is_role_label(key) or usual_role(key) or is_somebody_beside(word) for word, key in named if len(key) > 1):
        return []
    return [key for word, key in named if word[:1].isupper()] if all(word[:1].isupper() for word, _ in named) else []


def _without_titles(label: str) -> str:
    bare, before = label.strip(), ""
    while bare != before:  # prof. dr. Jansen
        before, found = bare, _FUNCTION.match(bare)
        bare = TITLE.sub("", bare[found.end() :] if found else bare)
    return bare
