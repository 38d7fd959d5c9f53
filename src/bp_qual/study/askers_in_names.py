"""Who asked, where the name of a file says it beside the person: `Gerda 12-3-2010 MvD`, `Tom (KS)`, `door Eva`.

Such initials are no part of the person's name. They are told from a person's own (`Kees Bakker KB`) by the labels in
the file and by the other files: the interviewer comes back in those of other persons, and somebody else answers.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.names_in_files import LETTER, abbreviates, are_initials, name_in, without_title
from bp_qual.study.who_answers import Voices, labels_person
from bp_qual.transcripts.speakers import label_key
from bp_qual.transcripts.speakers.labels import is_role_label
from bp_qual.transcripts.wave_words import find_wave

_WORD = lazy_pattern(r"(?<![^\W_])(?:[^\W\d_]\.){1,3}[^\W\d_]?\.?(?![^\W_])|(?<![^\W_])[^\W\d_]{2,4}(?![^\W_])")
_TOLD = lazy_pattern(  # said in so many words, or between brackets behind the name
    r"(?<![^\W_])(?:interviewer|interviewed by|afgenomen door|door|by)(?![^\W_])[ :._-]+(?P<name>[^\W\d_][\w.]*)"
    r"|[(\[](?P<within>(?:[^\W\d_]\.?){2,4})[)\]]",
    re.IGNORECASE,
)


def find_askers(files: Sequence[tuple[str, Voices]]) -> list[str]:
    """Return for each file the part of its name that says who asked, as it stands there; mostly nothing.

    Parameters
    ----------
    files : sequence of tuple of str and Voices
        The name of each file without its ending, and who speaks in it.

    Examples
    --------
    >>> said = Voices({"MvD": 200, "Gerda": 300}, "MvD")
    >>> find_askers([("Gerda 12-3-2010 MvD", said), ("Tom 2020 (KS)", Voices({})), ("JB de Vries", Voices({}))])
    ['MvD', '(KS)', '']
    """
    names = [stem.replace("_", " ") for stem, _ in files]
    beside = [dict(_beside_name(name)) for name in names]
    whose: defaultdict[str, set[str]] = defaultdict(set)
    for initials in beside:
        for word, rest in initials.items():
            whose[_key(word)].add(rest.casefold())
    return [
        _told_asker(name) or next((w for w, rest in own.items() if _asks(w, rest, voices, len(whose[_key(w)]))), "")
        for name, own, (_, voices) in zip(names, beside, files, strict=True)
    ]


def without_asker(stem: str, asker: str) -> str:
    """Return the name of a file without the part that says who asked.

    >>> without_asker("Tom_20100322_RH", "RH"), without_asker("Gerda", "")
    ('Tom 20100322 ', 'Gerda')
    """
    if not asker:
        return stem
    start, _, end = stem.replace("_", " ").rpartition(asker)
    return f"{start} {end}" if end else start


def _told_asker(name: str) -> str:
    for found in _TOLD.finditer(name):
        rest = _person(without_asker(name, found[0]))
        within = found["within"]
        if LETTER.search(rest) and (not within or (are_initials(within, name) and not _fits(within, rest))):
            return found[0]
    return ""


def _beside_name(name: str) -> Iterator[tuple[str, str]]:
    """Yield the initials in a file's name, each with what it says of the person without them."""
    said = _person(name).casefold().split()
    for found in _WORD.finditer(name):
        word = found[0]
        rest = _person(without_asker(name, word))
        if are_initials(word, name) and word.casefold() in said and LETTER.search(rest) and not _fits(word, rest):
            yield word, rest


def _asks(word: str, rest: str, voices: Voices, persons: int) -> bool:
    """Whether initials are those of who asks: behind the name, they speak in the file or came to other persons too."""
    speaks = next((label for label in voices.letters if label and _key(label) == _key(word)), "")
    others = [label for label in voices.letters if label and label != speaks and not is_role_label(label_key(label))]
    if persons > 1:
        return True
    return bool(speaks and (any(_fits(label, rest) for label in others) or voices.answers in others))


def _person(name: str) -> str:
    wave = find_wave(name)
    return without_title(name_in(name, wave[1] if wave else ""))


def _fits(label: str, name: str) -> bool:
    return labels_person(label, name) or abbreviates(label, name)


def _key(word: str) -> str:
    return label_key(word.replace(".", ""))
