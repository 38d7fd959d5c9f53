"""Where the passages of a REFI-QDA source stand: offsets as each program counts them, judged by names and by words.

The name of a selection often is what was selected, whole or cut short: it tells which way of counting was meant. Where
no name tells it, the words do: of the ways to count, one in which passages begin and end within words is not meant.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import NamedTuple

Span = tuple[int, int]
Selections = Sequence[tuple[str, int, int]]
_FEWEST = 3  # beginnings and ends within a word, before they are no chance
_NEARLY_ALL = 10  # times as many of one kind as of the other
AS_LONG = 2  # letters more or less than its name has a passage that the name is the whole of


class Way(NamedTuple):
    """A way to count: whether it differs from the usual in each of four things.

    ``last`` is 1 where an end is that of the last character itself, ``units`` where an emoji is two characters,
    ``mark`` where the byte order mark is one, and ``lines`` where the end of a line is two and one in the file, or one
    and two in the file.

    >>> Way(last=1)
    Way(last=1, units=0, mark=0, lines=0)
    """

    last: int = 0
    units: int = 0
    mark: int = 0
    lines: int = 0


WAYS = tuple(sorted((Way(*differs) for differs in product((0, 1), repeat=4)), key=lambda way: (sum(way), way)))


@dataclass(frozen=True, slots=True)
class TextReading:
    r"""The text of a source as its offsets count it, and how far an end lies behind the last character.

    ``wide`` has the places of what counts as two characters: of its second half.

    >>> TextReading("a\r\nb", 0, 0).slice(3, 4), TextReading("\U0001f600 ja", 0, 0, (1,)).slice(3, 5)
    ('b', 'ja')
    """

    text: str
    shift: int
    beyond: int
    wide: tuple[int, ...] = ()

    def bounds(self, start: int, end: int) -> Span:
        """Return a selection's place in this text; it may lie beyond it."""
        first, last = max(0, start + self.shift), max(0, end + self.shift + self.beyond)
        return (
            (first - bisect_left(self.wide, first), last - bisect_left(self.wide, last)) if self.wide else (first, last)
        )

    def slice(self, start: int, end: int) -> str:
        """Return what a selection holds."""
        return self.text[slice(*self.bounds(start, end))]

    def lines_up(self, start: int, end: int) -> Span:
        """Return a selection's place in the text with LF line ends; it may lie beyond the text."""
        before, until = (at - self.text.count("\r\n", 0, at) for at in self.bounds(start, end))
        return before, until


@dataclass(frozen=True, slots=True)
class Counting:
    """How a file counts the places of its passages, and what tells so.

    ``by`` is ``names``, ``words`` or ``nothing``; ``n`` is how many of the ``of`` passages that can tell by their last
    word whether ends are those of the last letter do so; ``astray`` is how many of ``passages`` begin within a word.

    >>> Counting(Way(), "nothing", 0, 0).is_doubtful
    False
    """

    way: Way
    by: str
    n: int
    of: int
    astray: int = 0
    passages: int = 0

    @property
    def is_doubtful(self) -> bool:
        """Whether most passages begin within a word in every way: no place can be relied on."""
        return self.by != "names" and self.astray >= _FEWEST and 2 * self.astray > self.passages


@dataclass(frozen=True, slots=True)
class CountedText:
    r"""A text with its passages, the ways in which offsets can count it, and how many names hold in each of them.

    ``named`` has how many of them hold to the letter, and how many do where blanks and the end of a name are left out.

    Examples
    --------
    >>> CountedText.of("\ufeffJa.\r\nNee.", [("Nee.", 4, 8)]).reading().slice(4, 8)
    'Nee.'
    >>> CountedText.of("Ja. Nee.", [("Nee.", 4, 7)]).reading().slice(4, 7)
    'Nee.'
    """

    selections: Selections
    readings: tuple[TextReading, ...]
    named: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, written: str, selections: Selections) -> CountedText:
        """Return a text, with the byte order mark if it has one, and the name, start and end of each passage in it."""
        text = written.removeprefix("\ufeff")
        has_pairs, has_mark = "\r\n" in text, len(text) < len(written)
        texts = (text, text.replace("\r\n", "\n") if has_pairs else text.replace("\n", "\r\n"))
        halves = [_second_halves(one) for one in texts]
        readings = [
            TextReading(
                texts[way.lines],
                -1 if way.mark and has_mark else 0,
                way.last,
                halves[way.lines] if way.units else (),
            )
            for way in WAYS
        ]
        known = {reading: _names_in(reading, selections) for reading in dict.fromkeys(readings)}
        usual = known[readings[0]]
        named = [known[reading] for reading in readings]
        if not has_pairs:  # few names may hold by chance where each line moves them on by one
            named = [
                min(counts, usual) if way.lines and counts[1] < usual[1] + _FEWEST else counts
                for way, counts in zip(WAYS, named, strict=True)
            ]
        return cls(selections, tuple(readings), tuple(named))

    def without_words(self) -> list[Span]:
        """Return the offsets of the passages whose name is not in the text: only where they begin and end can tell."""
        return [
            (start, end)
            for name, start, end in self.selections
            if 0 <= start <= end and not (name.strip() and name in self.readings[0].text)
        ]

    def reading(self, way: Way = WAYS[0]) -> TextReading:
        """Return the reading in which most names hold; of several such the one that is most like that of the file."""
        most = max(self.named)
        ways = [number for number, n in enumerate(self.named) if n == most]
        return self.readings[min(ways, key=lambda number: sum(a != b for a, b in zip(WAYS[number], way, strict=True)))]


def judge_counting(texts: Sequence[CountedText]) -> Counting:
    """Return how the places of passages are counted, judged over all texts of a file together.

    The names of passages tell it, else the words with which they begin and end: another way than the usual is meant
    where nearly all beginnings and ends that are within words then are not.

    Examples
    --------
    >>> text = "Wij doen dat nu samen. Altijd."
    >>> judge_counting([CountedText.of(text, [("", 0, 2), ("", 4, 7), ("", 16, 20)])])
    Counting(way=Way(last=1, units=0, mark=0, lines=0), by='words', n=3, of=3, astray=0, passages=3)
    >>> judge_counting([CountedText.of(text, [("", 0, 3), ("", 4, 8)])])
    Counting(way=Way(last=0, units=0, mark=0, lines=0), by='words', n=2, of=2, astray=0, passages=2)
    """
    named = [
        (sum(text.named[number][0] for text in texts), sum(text.named[number][1] for text in texts))
        for number in range(len(WAYS))
    ]
    meant = [number for number, counts in enumerate(named) if counts == max(named)]
    wrong = _within_words(texts)
    bad = [first + last for first, last in wrong]
    usual, best = meant[0], min(meant, key=lambda number: (bad[number], number))
    if bad[usual] >= _FEWEST and _NEARLY_ALL * bad[best] <= bad[usual]:
        usual = best
    way = WAYS[usual]
    against = WAYS.index(way._replace(last=1 - way.last))
    n, of = wrong[against][1], wrong[against][1] + wrong[usual][1]
    passages = sum(len(text.without_words()) for text in texts)
    if against not in meant:
        return Counting(way, "names", n, of, wrong[usual][0], passages)
    clear = n and n >= _NEARLY_ALL * wrong[usual][1]
    return Counting(way, "words" if clear else "nothing", n, of, wrong[usual][0], passages)


def _names_in(reading: TextReading, selections: Selections) -> tuple[int, int]:
    """Return how many names hold to the letter, and how many at least in their words."""
    exact = sum(bool(name) and reading.slice(start, end) == name for name, start, end in selections)
    return exact, sum(is_named(reading, *selection) for selection in selections)


def _within_words(texts: Iterable[CountedText]) -> list[tuple[int, int]]:
    """Return for each way how many passages begin, and how many end, where no word does."""
    first, last = Counter[int](), Counter[int]()
    for text in texts:
        known: dict[TextReading, tuple[int, int]] = {}
        for number, reading in enumerate(text.readings):
            if reading not in known:
                bounds = [reading.bounds(start, end) for start, end in text.without_words()]
                begins = sum(_is_within(reading.text, start, ahead=True) for start, _ in bounds)
                known[reading] = begins, sum(_is_within(reading.text, end, ahead=False) for _, end in bounds)
            first[number] += known[reading][0]
            last[number] += known[reading][1]
    return [(first[number], last[number]) for number in range(len(WAYS))]


def _is_within(text: str, at: int, *, ahead: bool) -> bool:
    """Return whether a place is within a word, or has a blank where a passage should begin or end."""
    before, after = text[at - 1 : at] if at else "", text[at : at + 1]
    if _is_letter(before) and _is_letter(after):
        return True
    held = after if ahead else before
    return not held or held.isspace()


def _is_letter(sign: str) -> bool:
    """Return whether a sign is within words that stand apart by blanks."""
    return sign.isalnum() and unicodedata.category(sign) != "Lo"


def _second_halves(text: str) -> tuple[int, ...]:
    if text.isascii():
        return ()
    wide = [at for at, sign in enumerate(text) if sign > "\uffff"]
    return tuple(at + number for number, at in enumerate(wide, start=1))


def is_named(reading: TextReading, name: str, start: int, end: int) -> bool:
    """Return whether a selection holds what its name says; a long name may be cut.

    A name that stands in the text, and is about as long as the selection, is not cut: it is all of what was selected.

    Parameters
    ----------
    reading : TextReading
        How the text is counted.
    name : str
        What the selection is called.
    start, end : int
        Its offsets.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_named(TextReading("Ja, samen.", 0, 0), "samen", 4, 9)
    True
    """
    said, held = _composed(name), _composed(reading.slice(start, end))
    cut = said.rstrip(".… ")
    if said == held or not said:
        return bool(said)
    if not 20 <= len(cut) < len(held) or not held.startswith(cut):
        return False
    return len(held) - len(said) > AS_LONG or said not in _composed_text(reading.text)


@lru_cache(maxsize=64)
def _composed_text(text: str) -> str:
    """Return what `_composed` does of a whole text, which every passage in it asks for."""
    return _composed(text)


def _composed(text: str) -> str:
    """Return words with a blank between them, each accent in one sign with its letter."""
    return " ".join(unicodedata.normalize("NFC", text).split())
