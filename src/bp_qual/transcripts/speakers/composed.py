"""Composed letters: a text whose accents are signs of their own, as a Mac writes them, with one sign for each letter.

Labels are looked for in the composed text, so that `Zoë` is one name however it was typed; what is found is given its
place in the text as it is written.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Paragraph, Reading
from bp_qual.transcripts.speakers.stretch import Talk

_CLUSTER = lazy_pattern("[^\u0300-\u036f][\u0300-\u036f]+")


class Places:
    """The places of a text and those of its composed form, where composing has taken signs away.

    >>> places = Places([(2, 1)])  # from the third sign on there is one less
    >>> places.composed(1), places.composed(3), places.written(2), places.written(1)
    (1, 2, 3, 1)
    """

    def __init__(self, taken: Sequence[tuple[int, int]]) -> None:
        self._at = [place for place, _ in taken]
        self._gone = [0]
        for _, count in taken:
            self._gone.append(self._gone[-1] + count)
        self._at_composed = [place - gone for place, gone in zip(self._at, self._gone, strict=False)]

    def composed(self, place: int) -> int:
        """Return the place in the composed text of a place in the text as written."""
        return place - self._gone[bisect_right(self._at, place - 1)]

    def written(self, place: int) -> int:
        """Return the place in the text as written of a place in the composed text."""
        return place + self._gone[bisect_right(self._at_composed, place)] if place >= 0 else place


def compose(reading: Reading) -> tuple[Reading, Places] | None:
    r"""Return a reading with composed letters and the places of both texts; None where its letters are composed.

    >>> from bp_qual.readers import read_data
    >>> composed, places = compose(read_data("Zoe\u0308: Ja.".encode(), where="a.txt"))
    >>> composed.text, places.written(composed.text.index(":"))
    ('Zoë: Ja.', 4)
    >>> compose(read_data("Zoë: Ja.".encode(), where="a.txt")) is None
    True
    """
    text = reading.text
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return None
    parts, taken, last = list[str](), list[tuple[int, int]](), 0
    for match in _CLUSTER.finditer(text):
        letter = unicodedata.normalize("NFC", match[0])
        if len(letter) < len(match[0]):
            parts += (text[last : match.start()], letter)
            last = match.end()
            taken.append((match.start() + 1, len(match[0]) - len(letter)))
    if not taken:
        return None
    places = Places(taken)
    lines = tuple(_compose_line(line, places) for line in reading.paragraphs)
    return replace(reading, text="".join([*parts, text[last:]]), paragraphs=lines), places


def _compose_line(line: Paragraph, places: Places) -> Paragraph:
    marks = tuple(replace(m, start=places.composed(m.start), end=places.composed(m.end)) for m in line.marks)
    start, end, again = places.composed(line.start), places.composed(line.end), tuple(map(places.composed, line.again))
    return replace(line, start=start, end=end, marks=marks, again=again)


def place_as_written(talk: Talk, places: Places) -> Talk:
    """Return a talk found in a composed text with its places in the text as written.

    >>> from bp_qual.transcripts.speakers.stretch import Stretch
    >>> place_as_written(Talk((Stretch("Zoë", 5, 8),), {"labels": ((0, 5),)}), Places([(3, 1)])).stretches[0].start
    6
    """
    at = places.written
    stretches = tuple(replace(said, start=at(said.start), end=at(said.end)) for said in talk.stretches)
    others = {name: tuple((at(start), at(end)) for start, end in spans) for name, spans in talk.others.items()}
    labels = tuple(replace(one, start=at(one.start), talk=at(one.talk), end=at(one.end)) for one in talk.labels)
    return replace(talk, stretches=stretches, others=others, labels=labels)
