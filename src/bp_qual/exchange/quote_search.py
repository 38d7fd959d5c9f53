"""Where a quote stands in a text: every place where it can be, so that one found twice is never taken for one.

A quote is looked for by its letters only (`folding`). One that left words out (``[...]``) is looked for part by part.
One that is nowhere is looked for where at most a tenth of its letters differ, if it has at least `FEWEST` letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bp_qual.exchange.folding import Folded, fold, span_as_written
from bp_qual.lazy_patterns import lazy_pattern

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

FEWEST = 20  # letters of a quote that is looked for with differences
LONGEST = 2_000  # letters: looking for more with differences takes too long
SHARE = 10  # one letter in so many may differ
MOST_CHAINS = 100
WIDEST_GAP = 2_000  # letters left out at an ellipsis
SHORTEST_PART = 5  # letters between two ellipses; with fewer they must be whole words, and near each other
SHORT_GAP = 300  # letters left out beside such a short one
FEWEST_IN_PARTS = 8  # letters of all parts together
SHORT = 12  # letters: a quote that begins or ends within a word of the text must be longer
WITHIN_WORDS = "'’\u00ad"
_REACHED = 2  # letters of a neighbouring word that a slip can have found there
_ELLIPSIS = lazy_pattern(r"\s*(?:[\[(]\s*(?:\.{2,}|…)\s*[\])]|…|\.{3,})\s*")


@dataclass(frozen=True, slots=True)
class Search:
    """The places of a quote in a text, and how they were found.

    Attributes
    ----------
    places : tuple of tuple of int
        Half-open offsets; two or more where the quote can stand in more than one place.
    how : str
        ``same`` letters, in ``parts``, or ``nearly`` the same.

    Examples
    --------
    >>> search_quote("WIJ   doen \u2018dat\u2019", fold("Wij doen dat samen."))
    Search(places=((0, 12),), how='same')
    """

    places: tuple[tuple[int, int], ...]
    how: str


def search_quote(quote: str, folded: Folded, *, nearly: bool = True) -> Search:
    """Return every place where a quote can stand.

    Parameters
    ----------
    quote : str
        As another program or a person wrote it down.
    folded : Folded
        The text.
    nearly : bool
        Whether to look for it with differences where it is nowhere as it is.

    Returns
    -------
    Search
        No places where it is nowhere.

    Examples
    --------
    >>> text = fold("Vroeger deden wij dat allemaal samen. Nu niet meer: iedereen is alleen.")
    >>> search_quote("Vroeger deden wij dat [...] niet meer", text)
    Search(places=((0, 50),), how='parts')
    >>> search_quote("Vroeger deden we dat allemaal samen", text)
    Search(places=((0, 36),), how='nearly')
    >>> search_quote("samen", fold("Samenwerken. Samen!")).places
    ((0, 5), (13, 18))
    """
    letters = fold(quote).letters
    if not letters:
        return Search((), "same")
    spans = [folded.span(first, first + len(letters)) for first in _occurrences(letters, folded.letters)]
    parts = _parts(quote)
    chains = _chains(parts, folded)
    in_parts = sorted({folded.span(*chain) for chain in chains})
    if spans:
        others = {chain for chain in in_parts if chain not in spans and not _holds_dots(quote, folded.text, spans)}
        return Search(_as_written([*spans, *others], quote, folded), "same")
    if chains:
        is_sure = _is_long(parts) or any(_is_near(parts, folded, chain) for chain in chains)
        return Search(_as_written(in_parts, quote, folded) if is_sure else (), "parts")
    return Search(_as_written(_nearly(letters, folded), quote, folded), "nearly") if nearly else Search((), "same")


def is_within_word(text: str, start: int, end: int) -> bool:
    """Return whether a place is short, and begins or ends within a word: that may be chance.

    Parameters
    ----------
    text : str
        The text.
    start, end : int
        Half-open offsets.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_within_word("geneest", 2, 5), is_within_word("nee, nee", 0, 3)
    (True, False)
    """
    return len(fold(text[start:end]).letters) < SHORT and not _is_whole(text, start, end)


def _as_written(spans: Iterable[tuple[int, int]], quote: str, folded: Folded) -> tuple[tuple[int, int], ...]:
    """Return the places of letters with the signs around them that the quote has too, however it was found."""
    return tuple(sorted({span_as_written(folded.text, *span, quote) for span in spans}))


def _occurrences(letters: str, text: str) -> Iterator[int]:
    at = text.find(letters)
    while at >= 0:
        yield at
        at = text.find(letters, at + 1)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Return whether no word of the text is cut at either end."""
    before, after = text[max(start - 1, 0) : start + 1], text[end - 1 : end + 1]
    return not (start and before.isalnum()) and not (len(after) > 1 and after.isalnum())


def _parts(quote: str) -> list[str]:
    return [letters for piece in _ELLIPSIS.split(quote) if (letters := fold(piece).letters)]


def _is_long(parts: Sequence[str]) -> bool:
    """Return whether the parts of a quote are long enough to be no chance, wherever they begin and end."""
    return min(map(len, parts)) >= SHORTEST_PART and sum(map(len, parts)) >= SHORT


def _holds_dots(quote: str, text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Return whether the dots of a quote are in the text itself: a pause, and nothing left out."""
    said = {" ".join(text[slice(*span_as_written(text, *span, quote))].split()) for span in spans}
    return "[" not in quote and " ".join(quote.split()) in said


def _is_between_words(folded: Folded, at: int) -> bool:
    """Return whether the letters before and at a place belong to different words: an ellipsis cuts no word."""
    return not 0 < at < len(folded.places) or folded.span(at - 1, at)[1] < folded.places[at]


def _is_near(parts: Sequence[str], folded: Folded, chain: tuple[int, int]) -> bool:
    """Return whether short parts stand near each other between whole words, so that they are no chance."""
    first, last = chain
    said = sum(map(len, parts))
    is_near = last - first - said <= SHORT_GAP * (len(parts) - 1)
    return said >= FEWEST_IN_PARTS and is_near and _is_edge(folded, first) and _is_edge(folded, last)


def _chains(parts: Sequence[str], folded: Folded) -> list[tuple[int, int]]:
    """Return every stretch of the letters in which the parts around an ellipsis follow each other."""
    if len(parts) < 2:
        return []
    chains = [(first, first + len(parts[0])) for first in _occurrences(parts[0], folded.letters)]
    for part in parts[1:]:
        found = [at for at in _occurrences(part, folded.letters) if _is_between_words(folded, at)]
        chains = [
            (first, at + len(part))
            for first, last in chains
            if _is_between_words(folded, last)
            for at in found
            if last <= at <= last + WIDEST_GAP
        ][:MOST_CHAINS]
    return chains


# --- with differences ------------------------------------------------------------------------------------------------


def _nearly(letters: str, folded: Folded) -> tuple[tuple[int, int], ...]:
    """Return the place with the fewest differences, and those that come near it: with up to twice as many as allowed.

    One other place within twice the limit is enough to make it uncertain.
    """
    import numpy as np

    length, most = len(letters), len(letters) // SHARE
    if not FEWEST <= length <= LONGEST or len(folded.letters) < length - most:
        return ()
    sought, text = _codes(letters), _codes(folded.letters)
    row = distances(sought, text)
    best = int(row.argmin())
    if row[best] > most:
        return ()
    first = _first_letter(sought, text, best, int(row[best]))
    ends = np.flatnonzero(row <= 2 * most)
    others = [int(end) for end in ends if end <= first or end - best >= length - 2 * most]
    more = (_whole_words(folded.text, *folded.span(max(0, end - length), end)) for end in _apart(others, length))
    return (_nearest_words(sought, text, folded, first, best), *more)


def _nearest_words(
    sought: npt.NDArray[np.uint32], text: npt.NDArray[np.uint32], folded: Folded, first: int, last: int
) -> tuple[int, int]:
    """Return the place of the whole words around some letters, less one at one end, where a slip may have reached it.

    Pieces of words at both ends are no slip: somebody cut them there.
    """
    before, after = [first], [last]
    while not _is_edge(folded, before[-1]):
        before.append(before[-1] - 1)
    while not _is_edge(folded, after[-1]):
        after.append(after[-1] + 1)
    starts, ends = [before[-1]], [after[-1]]
    if len(before) > 1:
        starts += [at for at in range(first + 1, first + _REACHED + 1) if _is_edge(folded, at)][:1]
    if len(after) > 1:
        ends += [at for at in range(last - 1, last - _REACHED - 1, -1) if _is_edge(folded, at)][:1]
    ways = [
        (int(distances(sought, text[start:end], anchored=True)[-1]), start - end, start, end)
        for start in starts
        for end in ends
        if start == starts[0] or end == ends[0]
    ]
    return folded.span(*min(ways)[2:])


def _is_edge(folded: Folded, at: int) -> bool:
    """Return whether the letters before and at a place belong to words that stand apart: not `don` and `t`."""
    if not 0 < at < len(folded.places):
        return True
    between = folded.text[folded.span(at - 1, at)[1] : folded.places[at]]
    return any(sign not in WITHIN_WORDS for sign in between)


def distances(
    sought: npt.NDArray[np.uint32], text: npt.NDArray[np.uint32], *, anchored: bool = False
) -> npt.NDArray[np.int64]:
    """Return for each place of a text the fewest edits that make what ends there the text that is sought.

    Parameters
    ----------
    sought, text : array of int
        Code points.
    anchored : bool
        Whether it must begin at the beginning of the text; otherwise it may begin anywhere.

    Returns
    -------
    array of int
        One more than the text has characters: the first is before it.

    References
    ----------
    Sellers, P. H. (1980). The theory and computation of evolutionary distances: Pattern recognition. Journal of
    Algorithms, 1(4), 359-373.

    Examples
    --------
    >>> import numpy as np
    >>> distances(np.array([1, 2, 3]), np.array([9, 1, 2, 4, 3, 9])).tolist()
    [3, 3, 2, 1, 1, 1, 2]
    """
    import numpy as np

    steps = np.arange(len(text) + 1, dtype=np.int64)
    row = steps.copy() if anchored else np.zeros(len(text) + 1, dtype=np.int64)
    for number, letter in enumerate(sought.tolist(), start=1):
        new = np.empty_like(row)
        new[0] = number
        new[1:] = np.minimum(row[:-1] + (text != letter), row[1:] + 1)
        row = np.minimum.accumulate(new - steps) + steps
    return row


def _codes(text: str) -> npt.NDArray[np.uint32]:
    import numpy as np

    return np.frombuffer(text.encode("utf-32-le"), dtype="<u4")


def _first_letter(sought: npt.NDArray[np.uint32], text: npt.NDArray[np.uint32], end: int, edits: int) -> int:
    """Return where what ends at a place begins: of several beginnings the one that makes it as long as was sought."""
    window = text[max(0, end - len(sought) - edits) : end][::-1]
    row = distances(sought[::-1], window, anchored=True)
    lengths = (row == edits).nonzero()[0]
    return end - int(min(lengths, key=lambda length: abs(length - len(sought))))


def _apart(ends: Sequence[int], length: int) -> Iterator[int]:
    """Yield one of the ends that lie together."""
    last = -length
    for end in ends:
        if end - last >= length // 2:
            yield end
            last = end


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span widened to whole words."""
    while start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return start, end
