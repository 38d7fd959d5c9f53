"""Where the passages of a REFI-QDA source stand: offsets as each program counts them, checked by their names.

The name of a selection often is what was selected, whole or cut short. It tells which way of counting was meant, and
where the offsets lead elsewhere, it tells the place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

Span = tuple[int, int]
Selections = Sequence[tuple[str, int, int]]
_FEWEST_ENDS = 3  # within a word, before it is no chance
_NEARLY_ALL = 10  # times as many ends of one kind as of the other
_FEWEST_LETTERS = 12  # of a name of one word that can be no label
_NEAR = 100  # characters from its offsets: of several places of a name, one so near is meant


@dataclass(frozen=True, slots=True)
class TextReading:
    r"""The text of a source as its offsets count it, and how far an end lies behind the last character.

    >>> TextReading("a\r\nb", 0, 0).slice(3, 4)
    'b'
    """

    text: str
    shift: int
    beyond: int

    def slice(self, start: int, end: int) -> str:
        """Return what a selection holds."""
        return self.text[max(0, start + self.shift) : max(0, end + self.shift + self.beyond)]

    def lines_up(self, start: int, end: int) -> tuple[int, int]:
        """Return a selection's place in the text with LF line ends; it may lie beyond the text."""
        first, last = max(0, start + self.shift), max(0, end + self.shift + self.beyond)
        before, until = (at - self.text.count("\r\n", 0, at) for at in (first, last))
        return before, until


@dataclass(frozen=True, slots=True)
class Ends:
    """How a file counts the ends of its passages, and what tells so.

    ``beyond`` is 1 where an end is that of the last character itself, ``by`` is ``names``, ``words`` or ``nothing``,
    ``n`` is how many of the ``of`` passages that can tell it by their last word do so.

    >>> Ends(0, "nothing", 0, 0).beyond
    0
    """

    beyond: int
    by: str
    n: int
    of: int


@dataclass(frozen=True, slots=True)
class CountedText:
    r"""A text with its passages, the ways in which offsets can count it, and how many names hold in each of them.

    Programs count a byte order mark or not, a line end as one or two, and end before or behind the last character.

    Examples
    --------
    >>> CountedText.of(b"\xef\xbb\xbfJa.\r\nNee.", [("Nee.", 4, 8)]).reading().slice(4, 8)
    'Nee.'
    >>> CountedText.of(b"Ja. Nee.", [("Nee.", 4, 7)]).reading().slice(4, 7)
    'Nee.'
    """

    selections: Selections
    readings: tuple[TextReading, ...]
    named: tuple[int, ...]

    @classmethod
    def of(cls, data: bytes, selections: Selections) -> CountedText:
        """Return a text file with the name, start and end of each passage in it."""
        text = data.decode("utf-8-sig", "replace")
        plain = text.replace("\r\n", "\n")
        texts = [text] if plain == text else [text, plain]
        shifts = (0, -1) if data.startswith(b"\xef\xbb\xbf") else (0,)
        readings = tuple(TextReading(one, shift, beyond) for beyond in (0, 1) for shift in shifts for one in texts)
        named = (sum(_is_named(reading, *selection) for selection in selections) for reading in readings)
        return cls(selections, readings, tuple(named))

    def most_named(self, beyond: int) -> int:
        """Return how many names hold at most where ends are counted in one way."""
        return max(n for reading, n in zip(self.readings, self.named, strict=True) if reading.beyond == beyond)

    def reading(self, beyond: int = 0) -> TextReading:
        """Return the reading in which most names hold; without names that tell, offsets are code points of the text.

        Ends are then those of the file: ``beyond``, from `judge_ends`.
        """
        ranks = [(n, reading.beyond == beyond) for reading, n in zip(self.readings, self.named, strict=True)]
        return self.readings[ranks.index(max(ranks))]


def judge_ends(texts: Iterable[CountedText]) -> Ends:
    """Return how the ends of passages are counted, judged over all texts of a file together.

    The names of passages tell it, else the words in which they end: ends that nearly all fall one letter short of the
    end of a word are those of the last letter.

    Examples
    --------
    >>> text = b"Wij doen dat nu samen. Altijd."
    >>> judge_ends([CountedText.of(text, [("", 0, 2), ("", 4, 7), ("", 16, 20)])])
    Ends(beyond=1, by='words', n=3, of=3)
    >>> judge_ends([CountedText.of(text, [("", 0, 3), ("", 4, 8)])])
    Ends(beyond=0, by='words', n=2, of=2)
    """
    told, votes = 0, Counter[int]()
    for text in texts:
        told += text.most_named(1) - text.most_named(0)
        votes.update(_end_of(text.readings[0], start, end) for _, start, end in text.selections)
    within, behind = votes[1], votes[0]
    if told:
        return Ends(int(told > 0), "names", 0, 0)
    if within >= _FEWEST_ENDS and within >= _NEARLY_ALL * behind:
        return Ends(1, "words", within, within + behind)
    clear = behind and behind >= _NEARLY_ALL * within
    return Ends(0, "words" if clear else "nothing", behind, within + behind)


def _end_of(reading: TextReading, start: int, end: int) -> int:
    """Return 1 where a word ends with the character at an end, 0 where it ends before it, -1 where neither is so."""
    at = end + reading.shift
    if not 0 <= start <= end or not 0 < at < len(reading.text):
        return -1
    before, here, after = reading.text[at - 1], reading.text[at], reading.text[at + 1 : at + 2]
    is_cut = before.isalnum() and here.isalnum()
    is_whole = not here.isspace() and not (here.isalnum() and after.isalnum())
    return -1 if is_cut != is_whole else int(is_cut)


def _is_named(reading: TextReading, name: str, start: int, end: int) -> bool:
    """Return whether a selection holds what its name says; a long name may be cut."""
    said, held = " ".join(name.split()), " ".join(reading.slice(start, end).split())
    cut = said.rstrip(".… ")
    return bool(said) and (said == held or (len(cut) >= 20 and len(cut) < len(held) and held.startswith(cut)))


def places_by_name(
    text: str, selections: Sequence[tuple[str, int, int]], labels: Collection[str] = ()
) -> list[Span | None]:
    """Return the place of each selection; where its offsets hold other words than its name, that of the name.

    Parameters
    ----------
    text : str
        The source, its line ends LF.
    selections : sequence of tuple
        Name, start and end of each, as offsets in the text.
    labels : collection of str
        Names that are no words of the text, as those of codes; in small letters.

    Returns
    -------
    list of tuple of int or None
        Half-open offsets in the text; None where the words of the name stand in several places, none of them nearest by
        far. A name whose words are nowhere is no check, and neither is one that may be a label.

    Examples
    --------
    >>> places_by_name("Wij doen dat samen.", [("Wij doen", 2, 10), ("00:01", 0, 3)])
    [(0, 8), (0, 3)]
    >>> places_by_name("Ja hoor. Ja hoor.", [("Ja hoor", 4, 11)])
    [None]
    """
    right = [_is_named(TextReading(text, 0, 0), *selection) for selection in selections]
    found = [
        [] if fits or not _contradicts(text, *selection, labels) else _places_of(text, *selection)
        for fits, selection in zip(right, selections, strict=True)
    ]
    shifts = Counter(
        places[0][0] - first for places, (_, first, _) in zip(found, selections, strict=True) if len(places) == 1
    )
    shift, often = max(shifts.items(), key=lambda item: item[1], default=(0, 0))
    whole = shift if often > 1 and not any(right) and often == sum(map(bool, found)) else 0
    counted = [(max(0, first + whole), min(last + whole, len(text))) for _, first, last in selections]
    return [
        _nearest(places, first, shift) if places else span
        for places, span, (_, first, _) in zip(found, counted, selections, strict=True)
    ]


def _contradicts(text: str, name: str, first: int, last: int, labels: Collection[str]) -> bool:
    """Return whether a name can be the words of the text, and other words than these stand at the offsets."""
    said, held = " ".join(name.split()), " ".join(text[first:last].split())
    words = [word for word in said.split() if any(map(str.isalpha, word))]
    is_label = said.casefold() in labels or (len(words) < 2 and sum(map(str.isalpha, said)) < _FEWEST_LETTERS)
    within = held in said and last - first < len(name.strip())  # as long as the name, and other words: moved a little
    return not is_label and not (held and (within or said.rstrip(".… ") in held))


def _places_of(text: str, name: str, first: int, last: int) -> list[Span]:
    """Return where the words of a name stand, as long as the selection is where the name may be cut."""
    for said in dict.fromkeys((name.strip(), name.strip().rstrip(".… "))):
        words = r"\s+".join(map(re.escape, said.split()))
        if words and (spans := [match.span() for match in re.finditer(words, text)]):
            return [(start, min(len(text), max(end, start + last - first))) for start, end in spans]
    return []


def _nearest(places: Sequence[Span], first: int, shift: int) -> Span | None:
    """Return the place that is meant: the only one, the one as far off as the others are, or the nearest by far."""
    if meant := [place for place in places if len(places) == 1 or (shift and place[0] - first == shift)]:
        return meant[0]
    near, following = sorted(places, key=lambda place: abs(place[0] - first))[:2]
    far = abs(near[0] - first)
    return near if far <= _NEAR and abs(following[0] - first) > 2 * far else None
