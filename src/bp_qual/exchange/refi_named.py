"""Where the words of a passage's name stand in a REFI-QDA source: its place where the offsets lead elsewhere."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence

from bp_qual.exchange.refi_readings import AS_LONG, Span, TextReading, is_named

_FEWEST_LETTERS = 12  # of a name of one word that is no label, however long the passage is
_NEAR = 100  # characters from its offsets: of several places of a name, one so near is meant


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
    >>> places_by_name("Wij doen dat samen.", [("doen dat", 4, 4600)])
    [(4, 12)]
    >>> places_by_name("Ja hoor. Ja hoor.", [("Ja hoor", 4, 11)])
    [None]
    """
    right = [is_named(TextReading(text, 0, 0), *selection) for selection in selections]
    found = [
        _at_start_of_endless(text, *selection)
        or ([] if fits else _places_of_whole(text, *selection, labels))
        or ([] if fits or not _contradicts(text, *selection, labels) else _places_of(text, *selection))
        for fits, selection in zip(right, selections, strict=True)
    ]
    shifts = Counter(
        places[0][0] - first for places, (_, first, _) in zip(found, selections, strict=True) if len(places) == 1
    )
    shift, often = max(shifts.items(), key=lambda item: item[1], default=(0, 0))
    whole = shift if often > 1 and not any(right) and often == sum(map(bool, found)) else 0
    counted = [(max(0, first + whole), min(last + whole, len(text))) for _, first, last in selections]
    return [
        _nearest(places, first, shift) if places else _without_blanks(text, name, *span)
        for places, span, (name, first, _) in zip(found, counted, selections, strict=True)
    ]


def is_endless(text: str, last: int) -> bool:
    """Return whether an end lies so far beyond a text that it says nothing.

    >>> is_endless("Ja.", 4), is_endless("Ja.", 4600)
    (False, True)
    """
    return last > len(text) + AS_LONG


def _at_start_of_endless(text: str, name: str, first: int, last: int) -> list[Span]:
    """Return where the words of a name stand at its start, where its end lies far beyond the text and says nothing."""
    if not is_endless(text, last) or not (words := name.strip().rstrip(".… ").split()):
        return []
    found = re.compile(r"\s*" + _words_of(" ".join(words))).match(text, first)
    return [(first, found.end())] if found else []


def _without_blanks(text: str, name: str, first: int, last: int) -> Span:
    """Return a place without the blanks at its ends, where its name is the same words and has none there."""
    held = text[first:last]
    if name and name == name.strip() and name != held and name.split() == held.split():
        first, last = first + len(held) - len(held.lstrip()), last - len(held) + len(held.rstrip())
    return first, last


def _contradicts(text: str, name: str, first: int, last: int, labels: Collection[str]) -> bool:
    """Return whether a name can be the words of the text, and other words than these stand at the offsets."""
    said, held = " ".join(name.split()), " ".join(text[first:last].split())
    words = [word for word in said.split() if any(map(str.isalpha, word))]
    lengths = (len(name), len(name.encode("utf-16-le", "surrogatepass")) // 2)
    as_long = any(abs(last - first - length) <= AS_LONG for length in lengths)
    is_short = len(words) < 2 and sum(map(str.isalpha, said)) < _FEWEST_LETTERS
    is_label = said.casefold() in labels or (is_short and not as_long)
    within = held in said and last - first < len(name.strip())  # as long as the name, and other words: moved a little
    return not is_label and not (held and (within or said.rstrip(".… ") in held))


def _places_of_whole(text: str, name: str, first: int, last: int, labels: Collection[str]) -> list[Span]:
    """Return where a name stands that is as long as the selection, whatever of it the offsets hold: all of it."""
    said = name.strip()
    wide = sum(sign > "\uffff" for sign in name)  # which offsets may count as two
    if " ".join(said.split()).casefold() in labels or not -AS_LONG - wide <= last - first - len(name) <= AS_LONG + wide:
        return []
    words = rf"{_words_of(said)}(?!\w)" if said[-1:].isalnum() else _words_of(said)  # one that ends in a word is cut
    words = rf"(?<!\w){words}" if said.isalpha() else words  # one word is none within another
    return [match.span() for match in re.finditer(words, text)] if words else []


def _words_of(said: str) -> str:
    """Return a pattern for words, however their accents are written; empty where there are none."""
    forms = dict.fromkeys((said, *(unicodedata.normalize(form, said) for form in ("NFC", "NFD"))))
    patterns = [r"\s+".join(map(re.escape, form.split())) for form in forms]
    return f"(?:{'|'.join(patterns)})" if len(patterns) > 1 else patterns[0]


def _places_of(text: str, name: str, first: int, last: int) -> list[Span]:
    """Return where the words of a name stand, as long as the selection is where the name may be cut."""
    for said in dict.fromkeys((name.strip(), name.strip().rstrip(".… "))):
        words = _words_of(said)
        words = rf"(?<!\w){words}(?!\w)" if said.isalpha() else words  # one word is none within another
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
