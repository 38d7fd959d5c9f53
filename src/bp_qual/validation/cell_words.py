"""Words in the cell of a coding sheet, whatever spaces, case and quotation marks they came back with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from bp_qual.display import visible
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.validation.masking import mask_times


def find_pasted(words: str, passage: str) -> list[tuple[int, int]]:
    """Return where the words of a cell stand in a passage; nowhere unless all of them do.

    Parameters
    ----------
    words : str
        As they were pasted, or typed: with or without quotation marks, with years blotted out or not, and one stretch
        or several, each on a line of its own or with ``;``, ``|``, ``/`` or dots (``...``, ``[...]``) between them.
    passage : str
        The passage.

    Returns
    -------
    list of tuple of int
        Start and end of each stretch; a stretch that is there twice in the cell is the next one in the passage.

    Examples
    --------
    >>> find_pasted('"had money"; luck', "We had  money and no luck.")
    [(3, 13), (21, 25)]
    >>> find_pasted("had money; love", "We had  money and no luck.")
    []
    """
    texts = (passage, mask_times(passage))
    stretches = [text for text in _BETWEEN.split(words) if text.strip(_AROUND)]
    several = len(stretches) > 1 and all(len(text.strip(_AROUND)) >= SHORTEST for text in stretches)
    return _find_stretches([words], texts) or (_find_stretches(stretches, texts) if several else [])


def _find_stretches(stretches: Iterable[str], texts: tuple[str, str]) -> list[tuple[int, int]]:
    """Return where each stretch stands, each as it is or without what stands around it."""
    found, after = list[tuple[int, int]](), dict[str, int]()
    for stretch in stretches:
        forms = [form for form in (stretch.strip(), stretch.strip(_AROUND)) if form]
        places = (_search(form, text, after.get(stretch.strip(_AROUND), 0)) for form in forms for text in texts)
        place = next(filter(None, places), None)
        if place is None:
            return []
        after[stretch.strip(_AROUND)] = place[1]
        found.append(place)
    return found


def typed_in(text: str, shown: str) -> str:
    """Return what somebody typed into a cell that showed a text: what is before and after it, else all of the cell.

    >>> typed_in("We had money. See June!", "We had  money."), typed_in("See June", "We had money.")
    ('See June!', 'See June')
    >>> typed_in("In ████. Why?", "In 2010.")
    'Why?'
    """
    forms = [form for form in (visible(shown), visible(mask_times(shown))) if form.strip()]
    if fold_cell(text) in map(fold_cell, forms):
        return ""
    place = next(filter(None, (_search(form, text, 0) for form in forms)), None)
    return text if place is None else " ".join(filter(None, (text[: place[0]].strip(), text[place[1] :].strip())))


def _search(words: str, text: str, start: int) -> tuple[int, int] | None:
    signs = (
        "".join(_ALIKE.get(sign) or re.escape(sign) for sign in word) for word in words.replace("...", "…").split()
    )
    found = re.compile(r"\s+".join(signs), re.IGNORECASE).search(text, start)
    return found and found.span()


def fold_cell(text: str) -> str:
    """Return a text as it is compared: whatever spaces, case and quotation marks it came back with.

    >>> fold_cell(" Ja,  \u201cdaar\u201d ")
    'ja, "daar"'
    """
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_PLAIN)
    return " ".join(plain.split()).strip()


def _characters() -> Iterator[tuple[int, str]]:
    for quote in "‘’‚‛`´":
        yield ord(quote), "'"
    for quote in "“”„‟«»":
        yield ord(quote), '"'
    yield ord("…"), "..."
    for dash in "–—−":
        yield ord(dash), "-"


_PLAIN = dict(_characters())
_ALIKE = {
    sign: f"(?:{'|'.join(map(re.escape, (to, *(chr(own) for own, other in _PLAIN.items() if other == to))))})"
    for sign, to in (*((chr(own), to) for own, to in _PLAIN.items()), *((to, to) for to in _PLAIN.values()))
}
_AROUND = " \t\r\n" + "".join(sign for sign in _ALIKE if _PLAIN.get(ord(sign[0]), sign) in {"'", '"'})
_BETWEEN = lazy_pattern(r"\s*(?:\n|;|\||/|\[?(?:\.\.\.|…)\]?)\s*")
SHORTEST = 4  # letters of words that are looked for in a passage
