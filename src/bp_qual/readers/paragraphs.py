"""What every reader gives: the text of a file, its lines with marks, and everything in it that is not talk.

Nothing here knows what a speaker is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from bp_qual.errors import Problem, TranscriptError
from bp_qual.wording.part_names import check_parts
from bp_qual.wording.remarks import Remark

MAX_LINES = 1_000_000
NOT_UNDERSTOOD = "not understood"  # the remainder for text that a file holds where its format has none
NOBODY = "nobody"  # the kind of a line for which the format names no speaker, though it names others
BOX = "box"  # the kind of a line that stands beside the others: in a text box, an aside, below a picture
_CHUNK = 65_536  # a whole file in another encoding takes much memory
_BLANKS = bytes(code for code in range(128) if chr(code).isspace())
_WIDER_BLANKS = (
    "\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text that is set apart: `bold`, `italic`, or `colour` with its value.

    >>> Mark(0, 5, "colour", "FF0000").value
    'FF0000'
    """

    start: int
    end: int
    kind: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of text, the span `text[start:end]` of its reading, and what the file says about it.

    `label` is a speaker that the format itself names (a tier, a column, `<v Name>`); it is not in the text.
    `at` and `until` are seconds. A row of a table is one line with tabs between its cells. `again` are the places in it
    where the format names a speaker again who may be speaking already: at a new row, or at the next cue.

    >>> Paragraph(0, 6, label="Ann", at=12.5).kind
    'text'
    """

    start: int
    end: int
    label: str = ""
    kind: str = "text"  # text, heading, row, item (of an automatic list), nobody, box
    at: float | None = None
    until: float | None = None
    marks: tuple[Mark, ...] = ()
    again: tuple[int, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as read: canonical text, its lines, and by name all else that is in the file.

    `visible` is the number of visible characters that the file holds by a count of its own; what the lines and
    the remainders hold together must equal it, and no file is read without it. `properties` are hints of the file
    about itself (title, author).

    >>> Reading("Ja.", (Paragraph(0, 3),), {"footnotes": "Zie bijlage."}).format
    ''
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    remainders: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Remark, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)
    visible: int = -1
    format: str = ""

    def __post_init__(self) -> None:
        check_parts(self.remainders)


@dataclass(frozen=True, slots=True)
class Piece:
    """A line before it has its place: text and what is known about it; marks and places count from its own start.

    >>> Piece("Ja.", label="Ann").text
    'Ja.'
    """

    text: str
    label: str = ""
    kind: str = "text"
    at: float | None = None
    until: float | None = None
    marks: tuple[Mark, ...] = ()
    again: tuple[int, ...] = ()

    def glue(self, glue: str, other: Piece) -> Piece:
        r"""Return this piece with another behind it, its marks moved along.

        >>> Piece("R").glue("\t", Piece("Ja.")).text
        'R\tJa.'
        """
        shift = len(self.text) + len(glue)
        moved = tuple(Mark(m.start + shift, m.end + shift, m.kind, m.value) for m in other.marks)
        return replace(self, text=self.text + glue + other.text, marks=self.marks + moved)


def count_visible(text: str) -> int:
    r"""Return the number of characters that are not white space.

    >>> count_visible("Ja, \n dat is zo.")
    11
    """
    if len(text) <= _CHUNK:
        return _count_visible(text)
    return sum(_count_visible(text[place : place + _CHUNK]) for place in range(0, len(text), _CHUNK))


def _count_visible(text: str) -> int:
    if text.isascii():
        return len(text.encode("ascii").translate(None, _BLANKS))
    encoded = text.encode("utf-8", "surrogatepass")
    blanks = len(encoded) - len(encoded.translate(None, _BLANKS))
    return len(text) - blanks - sum(map(text.count, _WIDER_BLANKS))


def join_pieces(pieces: Iterable[Piece]) -> tuple[str, tuple[Paragraph, ...]]:
    r"""Return the text of all pieces, a line each, and the lines with their places in it.

    >>> join_pieces([Piece("I: Hoe?"), Piece("R: Zo.")])[0]
    'I: Hoe?\nR: Zo.'
    """
    lines, found, start = list[str](), list[Paragraph](), 0
    for piece in pieces:
        end = start + len(piece.text)
        marks = tuple(Mark(m.start + start, m.end + start, m.kind, m.value) for m in piece.marks) if piece.marks else ()
        again = tuple([start + place for place in piece.again]) if piece.again else ()
        found.append(Paragraph(start, end, piece.label, piece.kind, piece.at, piece.until, marks, again))
        lines.append(piece.text)
        start = end + 1
    return "\n".join(lines), tuple(found)


def split_lines(piece: Piece, end_sign: str = "\n") -> Iterator[Piece]:
    r"""Yield a piece for each line of a piece: a soft break ends a line; a tab, if that is said, ends a cell.

    >>> [line.text for line in split_lines(Piece("I: Hoe?\nR: Zo."))]
    ['I: Hoe?', 'R: Zo.']
    """
    if end_sign not in piece.text:
        yield piece
        return
    start = 0
    for line in piece.text.split(end_sign):
        end = start + len(line)
        marks = (
            Mark(max(m.start, start) - start, min(m.end, end) - start, m.kind, m.value)
            for m in piece.marks
            if m.start < end and m.end > start
        )
        yield replace(piece, text=line, marks=tuple(marks))
        start = end + 1


def note_deletions(count: int) -> tuple[Remark, ...]:
    """Return the note on deletions under review, if there are any.

    >>> print(*note_deletions(2))
    2 deletions under review were left out; insertions were read.
    """
    return (Remark("deletions", values={"n": count}),) if count else ()


def note_struck(rest: str) -> tuple[Remark, ...]:
    """Return the note on text with a line through it, if there is any.

    >>> print(*note_struck("in mei"))
    Text with a line through it was kept apart as deleted: 'in mei' (5 characters). If it was said, take the line away.
    """
    begin = " ".join(rest.split())[:40]
    return (Remark("struck text", values={"n": count_visible(rest), "begin": begin}),) if begin else ()


def note_not_understood(rest: str, where: str) -> tuple[Remark, ...]:
    """Return the note on text where the format has none, if there is any; `where` says where.

    >>> print(*note_not_understood("GEHEIM", "outside every utterance"))
    Text outside every utterance was not understood and is not counted: 'GEHEIM' (6 characters). Look at it.
    """
    shown = " ".join(rest.split())
    if not shown:
        return ()
    cut = shown if len(shown) <= 60 else shown[:57] + "..."
    return (Remark("not understood", values={"where": where, "begin": cut, "n": count_visible(rest)}),)


def check_lines(count: int, where: str) -> None:
    """Refuse a file with more lines than any interview has.

    >>> check_lines(1_200_000, "a.txt")
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: a.txt  has 1,200,000 paragraphs (at most 1,000,000 are read). Split it.
    """
    if count > MAX_LINES:
        raise TranscriptError(Problem(where, "too many paragraphs", {"n": count, "most": MAX_LINES}))


def check_conserved(reading: Reading, where: str) -> None:
    """Refuse a reading that lost or doubled a visible character of its file, and one whose reader did not count them.

    >>> check_conserved(Reading("Ja.", (Paragraph(0, 3),), visible=5), "a.docx")
    Traceback (most recent call last):
    bp_qual.errors.TranscriptError: a.docx  has 5 visible characters, but 3 were read. Please report this file's format.
    """
    got = count_visible(reading.text) + sum(map(count_visible, reading.remainders.values()))
    if reading.visible < 0:
        raise TypeError(f"the reader of {where} gives no count of visible characters: Reading(..., visible=)")
    if reading.visible != got:
        raise TranscriptError(Problem(where, "characters lost", {"visible": reading.visible, "read": got}))
