"""Where the passages of a REFI-QDA source stand: offsets as each program counts them, checked by their names.

The name of a selection often is what was selected, whole or cut short. It tells which way of counting was meant, and
where the offsets lead elsewhere, it tells the place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

Span = tuple[int, int]
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


def choose_reading(data: bytes, selections: list[tuple[str, int, int]]) -> TextReading:
    r"""Return the reading of a text in which most selections hold what their name says.

    Programs count a byte order mark or not, a line end as one or two, and end before or behind the last character.
    Without names that tell, offsets are code points of the text as it is, the end exclusive.

    Parameters
    ----------
    data : bytes
        The text file.
    selections : list of tuple
        Name, start and end of each.

    Returns
    -------
    TextReading

    Examples
    --------
    >>> choose_reading(b"\xef\xbb\xbfJa.\r\nNee.", [("Nee.", 4, 8)]).slice(4, 8)
    'Nee.'
    >>> choose_reading(b"Ja. Nee.", [("Nee.", 4, 7)]).slice(4, 7)
    'Nee.'
    """
    text = data.decode("utf-8-sig", "replace")
    plain = text.replace("\r\n", "\n")
    texts = [text] if plain == text else [text, plain]
    shifts = (0, -1) if data.startswith(b"\xef\xbb\xbf") else (0,)
    readings = [TextReading(one, shift, beyond) for beyond in (0, 1) for shift in shifts for one in texts]
    return max(readings, key=lambda reading: sum(_is_named(reading, *selection) for selection in selections))


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
