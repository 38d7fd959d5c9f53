"""Who asked, where the name of a file says it beside the person: `Gerda 12-3-2010 MvD`, `Tom (KS)`, `door Eva`.

Such initials are no part of the person's name. They are told from a person's own (`Kees Bakker KB`) by the labels in
the file: the interviewer speaks there, and somebody else answers. Where labels say nothing, by their place: behind a
date, and the same behind the names of different persons.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.study.link_words import LINK_WORDS
from bp_qual.study.names_in_files import LETTER, abbreviates, are_initials, name_in, without_title
from bp_qual.study.who_answers import Voices, labels_person, may_be_name
from bp_qual.transcripts.speakers import label_key
from bp_qual.transcripts.wave_words import find_wave

_WORD = lazy_pattern(r"(?<![^\W_])(?:[^\W\d_]\.){1,3}[^\W\d_]?\.?(?![^\W_])|(?<![^\W_])[^\W\d_]{2,4}(?![^\W_])")
_TOLD = lazy_pattern(  # said in so many words, or between brackets behind the name
    r"(?<![^\W_])(?:interviewer|interviewed by|afgenomen door|(?P<by>door|by))(?![^\W_])[ :._-]+"
    r"(?P<name>[^\W\d_][\w.]*)"
    r"|[(\[](?P<within>(?:[^\W\d_]\.?){2,4})[)\]]",
    re.IGNORECASE,
)
_NEVER = LINK_WORDS | {"vd", "vh", "vdr", "vdn", "vden", "vder", "jr", "sr", "st"}  # what a surname is made of


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
    apart = _apart(names, beside)
    return [
        _told_asker(name)
        or next((w for w, rest in own.items() if _asks(w, name, rest, voices, len(whose[_key(w)]))), "")
        or behind
        for name, own, (_, voices), behind in zip(names, beside, files, apart, strict=True)
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
        asks = _may_ask(within, name) and not _fits(within, rest) if within else _names_asker(found)
        if asks and LETTER.search(rest):
            return found[0]
    return ""


def _names_asker(found: re.Match[str]) -> bool:
    """Whether a name is behind the words for who asked: `Tom door Eva`, not `Door de Vries` or `door de telefoon`."""
    name, asker = found.string, found["name"].rstrip(".")
    if found["by"] and not LETTER.search(name[: found.start()]):
        return False
    if _key(asker) in _NEVER or not name_in(asker, ""):
        return False
    return asker[0].isupper() or name.islower() or are_initials(asker, name)


def _may_ask(word: str, name: str) -> bool:
    """Whether a word of a file's name can be the initials of who asked, and is not part of a surname."""
    return are_initials(word, name) and _key(word) not in _NEVER


def _beside_name(name: str) -> Iterator[tuple[str, str]]:
    """Yield the initials before or behind the person in a file's name, each with that person."""
    said = [_key(word) for word in _person(name).split() if LETTER.search(word)]
    for found in _WORD.finditer(name):
        word = found[0]
        rest = _person(without_asker(name, word))
        if (
            _may_ask(word, name)
            and _key(word) in (said[:1] + said[-1:])
            and LETTER.search(rest)
            and not _fits(word, rest)
        ):
            yield word, rest


def _apart(names: Sequence[str], beside: Sequence[Mapping[str, str]]) -> list[str]:
    """Return the initials that stand apart in each name, where most of them come back behind different persons."""
    placed = [next((w for w in own if _stands_apart(w, name)), "") for name, own in zip(names, beside, strict=True)]
    persons: defaultdict[str, set[str]] = defaultdict(set)
    for word, own in zip(placed, beside, strict=True):
        persons[_key(word)].update({own[word].casefold()} if word else ())
    come_back = [len(persons[_key(word)]) > 1 for word in placed if word]
    return placed if sum(come_back) > len(come_back) / 2 else [""] * len(names)


def _stands_apart(word: str, name: str) -> bool:
    """Whether something that is no name, a date mostly, stands between the person and initials behind it."""
    before, _, behind = name.rpartition(word)
    said = _person(before).split()
    return bool(said) and not LETTER.search(name_in(behind, "")) and _key(before.split()[-1]) != _key(said[-1])


def _asks(word: str, name: str, rest: str, voices: Voices, persons: int) -> bool:
    """Whether initials beside a name are those of who asks: they speak in the file, and somebody else answers.

    Before the name they may be the person's own (`JW Bos`): somebody of that name answers.
    """
    speaks = next((label for label in voices.letters if label and _key(label) == _key(word)), "")
    others = [label for label in voices.letters if label != speaks and may_be_name(label, voices.letters)]
    if not speaks or not others:
        return False
    is_behind = _key(_person(name).split()[-1]) == _key(word)
    return any(_fits(label, rest) for label in others) or (is_behind and (persons > 1 or voices.answers in others))


def _person(name: str) -> str:
    wave = find_wave(name)
    return without_title(name_in(name, wave[1] if wave else ""))


def _fits(label: str, name: str) -> bool:
    return labels_person(label, name) or abbreviates(label, name)


def _key(word: str) -> str:
    return label_key(word.replace(".", ""))
