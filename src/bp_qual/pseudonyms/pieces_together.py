"""Names that a file has in pieces: over two cues of subtitles, two paragraphs, or with marks between their letters.

All texts of the file are searched as one. The pseudonym takes the place of what stands in the first piece, and what
stands of the name in the others goes, so that times, marks and formatting stay.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.pseudonyms.replacing import ReplacedPlace, ReplacedText, Replacer

_LINE_END = r"[ \t]*\r*\n"
_TIMES = r"(?:[^\n]*\n)?[ \t]*(?:\d{1,3}:)?\d{1,2}:\d{1,2}[^\n]*\n(?:<[^<>\n]*>)*"
# A gap begins behind what is no blank, or with a mark, so that a row of blanks is read once and not from each of them.
_CUE = (
    rf"(?:(?:</[^<>\n]*>)+|(?<![ \t\r\n])){_LINE_END}(?:{_LINE_END})+{_TIMES}"
    rf"(?:{_LINE_END}(?:{_LINE_END})+{_TIMES})*"
)
_GAP = lazy_pattern(rf"{_CUE}|(?:(?<!\s)\s+)?<[^<>]*>(?:\s*<[^<>]*>)*\s*")  # from one cue to the next; marks
_BLANK = lazy_pattern(r"[ \t]*")


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A stretch of a text, and of a gap in what is said what is searched in its place: a blank, or nothing.

    Examples
    --------
    >>> TextPiece("Jan").searched, TextPiece("</b>", "").searched
    ('Jan', '')
    """

    text: str
    instead: str | None = None

    @property
    def searched(self) -> str:
        """What is searched."""
        return self.text if self.instead is None else self.instead


def replace_together(replacer: Replacer, texts: Sequence[str]) -> tuple[tuple[str, ...], tuple[ReplacedPlace, ...]]:
    r"""Return the texts of a file with the names in all of them together replaced, and the places.

    Parameters
    ----------
    replacer : Replacer
        Replaces the names.
    texts : sequence of str
        All texts of the file, in order.

    Returns
    -------
    tuple of str
        The texts, as many as there were.
    tuple of ReplacedPlace
        One for each piece of a name; offsets in the texts one after another, with a line end between.

    Examples
    --------
    >>> from bp_qual.pseudonyms.decided_names import DecidedName
    >>> replacer = Replacer([DecidedName("Jan van den Berg", "P01")])
    >>> replace_together(replacer, ["Dat was Jan van", "den Berg daar."])[0]
    ('Dat was P01', 'daar.')
    >>> replace_together(replacer, ["00:01 --> 00:02\nJan van\n\n00:02 --> 00:03\nden Berg."])[0]
    ('00:01 --> 00:02\nP01\n\n00:02 --> 00:03\n.',)
    """
    return replace_in_pieces(replacer, [list(_pieces_of(text)) for text in texts])


def replace_in_pieces(
    replacer: Replacer, of_texts: Sequence[Sequence[TextPiece]]
) -> tuple[tuple[str, ...], tuple[ReplacedPlace, ...]]:
    """Return texts with the names in all their pieces together replaced, and the places, as `replace_together`.

    Parameters
    ----------
    replacer : Replacer
        Replaces the names.
    of_texts : sequence of sequence of TextPiece
        The pieces of each text.

    Returns
    -------
    tuple of str
    tuple of ReplacedPlace

    Examples
    --------
    >>> from bp_qual.pseudonyms.decided_names import DecidedName
    >>> pieces = [TextPiece("Dat was Jan"), TextPiece(", R: ", " "), TextPiece("Smit.")]
    >>> replace_in_pieces(Replacer([DecidedName("Jan Smit", "P01")]), [pieces])[0]
    ('Dat was P01, R: .',)
    """
    whole = "\n".join("".join(piece.searched for piece in pieces) for pieces in of_texts)
    making = _Making(replacer, replacer.replace(whole).places)
    return tuple(making.text(pieces) for pieces in of_texts), tuple(making.places)


def lay_on(old: str, done: ReplacedText, new: str) -> ReplacedText | None:
    r"""Return what was replaced in a text as it stands in a text with other white space; None where more differs.

    Parameters
    ----------
    old : str
        The text before.
    done : ReplacedText
        What became of it.
    new : str
        The text as it is read now.

    Returns
    -------
    ReplacedText or None

    Examples
    --------
    >>> from bp_qual.pseudonyms.decided_names import DecidedName
    >>> old = "Dat was Jan van\nden Berg uit Zwolle."
    >>> done = Replacer([DecidedName("Jan van den Berg", "P01")]).replace(old)
    >>> laid = lay_on(old, done, "Dat was P01\nuit Zwolle.")
    >>> laid.text[laid.move(8) : laid.move(28, is_end=True)]
    'P01\nuit'
    >>> lay_on(old, done, "Dat was P01.")
    """
    places: list[ReplacedPlace] = []
    before = at = 0
    for place in done.places:
        start = at + place.old_start - before
        end = start + len(place.written)
        same = _alike(old[before : place.old_start], new[at:start]) and new[start:end] == place.written
        if not same:
            return None
        before, at = place.old_end, end
        if old[before : before + 1].isspace() != new[at : at + 1].isspace():  # a line end went with the name, or came
            before, at = before + _blanks(old, before), at + _blanks(new, at)
        places.append(replace(place, old_end=before, start=start, end=at))
    return ReplacedText(new, tuple(places)) if _alike(old[before:], new[at:]) else None


def _blanks(text: str, at: int) -> int:
    return len(text[at:]) - len(text[at:].lstrip())


def _alike(first: str, second: str) -> bool:
    """Return whether two stretches have the same letters in the same places, and white space of any kind between."""
    return len(first) == len(second) and first.split() == second.split()


def _pieces_of(text: str) -> Iterator[TextPiece]:
    at = 0
    for gap in _GAP.finditer(text):
        yield TextPiece(text[at : gap.start()])
        yield TextPiece(gap[0], "\n" if any(map(str.isspace, gap[0])) else "")
        at = gap.end()
    yield TextPiece(text[at:])


class _Making:
    """Makes the texts anew, one piece after another."""

    def __init__(self, replacer: Replacer, found: Sequence[ReplacedPlace]) -> None:
        self.places: list[ReplacedPlace] = []
        self._replacer, self._found = replacer, found
        self._next = 0  # of what was found
        self._searched = self._old = self._new = 0

    def text(self, pieces: Sequence[TextPiece]) -> str:
        """Return a text made of its pieces."""
        made = "".join(self._piece(piece) for piece in pieces)
        self._searched, self._old, self._new = self._searched + 1, self._old + 1, self._new + 1
        return made

    def _piece(self, piece: TextPiece) -> str:
        """Return a piece with the parts of names in it replaced; what stands in marks is replaced by itself."""
        spans = list(self._spans(piece.text)) if piece.instead is None else self._in_marks(piece.text)
        self._searched += len(piece.searched)
        made, at = "", 0
        for start, end, written, pseudonym in spans:
            made += piece.text[at:start]
            here = self._new + len(made)
            span = (self._old + start, self._old + end, here, here + len(written))
            self.places.append(ReplacedPlace(*span, piece.text[start:end], written, pseudonym))
            made, at = made + written, end
        made += piece.text[at:]
        self._old, self._new = self._old + len(piece.text), self._new + len(made)
        return made

    def _in_marks(self, text: str) -> list[tuple[int, int, str, str]]:
        return [(p.old_start, p.old_end, p.written, p.pseudonym) for p in self._replacer.replace(text).places]

    def _spans(self, text: str) -> Iterator[tuple[int, int, str, str]]:
        """Yield the parts of names in a piece: start and end in it, what is written there, and whose it is."""
        while self._next < len(self._found):
            place = self._found[self._next]
            start, end = place.old_start - self._searched, place.old_end - self._searched
            if start >= len(text):
                return
            goes_on = end > len(text)
            if end > 0:
                blank = _BLANK.match(text, min(end, len(text)))
                last = blank.end() if start < 0 and blank is not None else min(end, len(text))
                yield max(start, 0), last, place.written if start >= 0 else "", place.pseudonym
            if goes_on:
                return
            self._next += 1
