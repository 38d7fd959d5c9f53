"""Words that come back at once, as one speaker takes up another's: `En je man? Mijn man werkt.`, `Spijt? Nee.`

Where both stand in one turn, a label may be missing between them. People repeat themselves too; what tells them apart
is that somebody who asks and answers turns `you` into `I`, or asks again what was asked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from bp_qual.lazy_patterns import lazy_pattern

_SENTENCES = lazy_pattern(r"(?<![^.?!…\n])[^.?!…\n]++[.?!…]+")
_WORDS = lazy_pattern(r"[^\W_]+(?:[’'-][^\W_]+)*")
_OF_ME = frozenset(("i", "me", "my", "ik", "mij", "mijn", "m'n", "wij", "we", "ich", "mir", "mich", "moi"))
_YOURS = frozenset(("je", "jouw", "jullie", "uw", "your", "dein", "deine", "ihr", "ihre", "ton", "ta", "votre", "vos"))
_MINE = frozenset(("mijn", "m'n", "onze", "ons", "my", "our", "mein", "meine", "unser", "unsere", "mon", "ma", "mes"))
_YOU, _I = frozenset(("you", "je", "jij", "u")), frozenset(("i", "we", "ik", "wij"))
_FEW, _SHORT = 3, 3  # words of a question at least, of one that asks again at most
_REPEATED = 2  # words that are taken up from the sentence before, at least


def find_echoed(said: str) -> Iterator[tuple[int, str, str]]:
    """Yield the questions of a turn whose words, or those before them, are taken up at once, as by somebody else.

    Parameters
    ----------
    said : str
        What one turn holds.

    Yields
    ------
    tuple of int, str and str
        Where the question begins, how it goes, and what is said to it.

    Examples
    --------
    >>> [asked for _, asked, _ in find_echoed("Dat weet je. En je man? Mijn man werkt. Wie doet dat? Ik.")]
    ['En je man?']
    >>> [asked for _, asked, _ in find_echoed("Mooi zo. Heeft u spijt? Spijt? Nee.")]
    ['Heeft u spijt?']
    >>> [asked for _, asked, _ in find_echoed("Je had één gezicht. Eén gezicht. Wie was dat? Dat was Ans.")]
    ['Wie was dat?']
    """
    found = [one for one in _SENTENCES.finditer(said) if any(map(str.isalnum, one[0]))] if "?" in said else []
    words = _Words(found)
    for number, sentence in enumerate(found[:-1]):
        asked = sentence[0].strip()
        if not asked.endswith("?") or _OF_ME.intersection(words[number]):
            continue
        after = found[number + 1][0].strip()
        is_last = number + 2 == len(found)
        if after.endswith("?"):
            is_echoed = not is_last and _asks_again(words[number], words[number + 1])
            after = after.rstrip("?") + ("" if is_last else f", {found[number + 2][0].strip()}")  # `Spijt? zei ik.`
        else:
            is_echoed = _turns_round(words[number], words[number + 1]) or _takes_up(found, words, number)
        if is_echoed:
            yield sentence.start() + len(sentence[0]) - len(sentence[0].lstrip()), asked, after


class _Words(dict[int, list[str]]):
    """The words of sentences by their number; most sentences are never asked for."""

    def __init__(self, sentences: Sequence[re.Match[str]]) -> None:
        self.sentences = sentences

    def __missing__(self, number: int) -> list[str]:
        self[number] = words = _WORDS.findall(_plain(self.sentences[number][0]))
        return words


def _plain(said: str) -> str:
    """Return small letters without accents, which a capital often lacks: `Eén` is `één`."""
    if said.isascii():
        return said.casefold()
    letters = unicodedata.normalize("NFD", said.casefold().replace("’", "'"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _asks_again(asked: Sequence[str], again: Sequence[str]) -> bool:
    """Whether a short question holds nothing but words of the one before: `Heeft u spijt? Spijt?`"""
    return len(asked) >= _FEW and len(again) <= _SHORT and len(again) < len(asked) and set(again) <= set(asked)


def _turns_round(asked: Sequence[str], answer: Sequence[str]) -> bool:
    """Whether an answer says `my` or `I` of what was asked with `your` or `you`: `So you stayed? I stayed.`"""
    if len(answer) < _FEW:
        return False
    owned = {noun for your, noun in pairwise(asked) if your in _YOURS}
    if answer[0] in _MINE and answer[1] in owned:
        return True
    place = next((number for number, word in enumerate(asked) if word in _YOU), len(asked))
    behind = asked[place + 1 :]
    return answer[0] in _I and len(behind) > 0 and list(answer[1 : len(behind) + 1]) == list(behind)


def _takes_up(found: Sequence[re.Match[str]], words: Mapping[int, list[str]], number: int) -> bool:
    """Whether the sentence before a question says again how the one before that ended: `Weg. Helemaal weg? Hoezo?`"""
    if number < 2 or found[number - 1][0].endswith(("!", "…")) or found[number - 2][0].endswith("?"):
        return False
    again, before = words[number - 1], words[number - 2]
    return _REPEATED <= len(again) < len(before) and before[-len(again) :] == again
