"""Reading the instructions and tables of a PDF step by step: each step is counted, so that none takes without end.

The library takes microseconds for a sign, but a small file can hold, or unpack to, millions of them. It also copies
what it has of a long text each time it goes on with it. It is imported where a PDF is read.
"""

from __future__ import annotations

from io import SEEK_END, BytesIO
from typing import TYPE_CHECKING, Any

from pdfminer.cmapdb import CMapParser, FileUnicodeMap
from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import EOL, PSStackParser
from pdfminer.utils import choplist, nunpack

from bp_qual.readers.pdf_bounds import Made, TooMuchError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pdfminer.psparser import PSKeyword

_COPIED = 8_192  # bytes that are copied in the time of a step
_LONGEST, _LONGEST_HEX = 64 * 1024, 1024 * 1024  # of a name, number, word or comment; a signature is in hexadecimals
_PAIRS = 6  # hexadecimals that are read in the time of a step
_STEPS_OF_LIST = 3
_DEEPEST = 10_000  # lists within lists


class Stepping(PSStackParser[Any]):
    """A parser of which each step is counted, and more where it copies all that it has of a text."""

    made: Made
    _held = -1  # bytes of a picture that is written among instructions
    _at = 0

    def fillbuf(self) -> bool:
        """Go on; the library calls it before each step."""
        if self._held >= 0:
            self._held += max(0, self.charpos - self._at)
        self.made.step(1 + max(self._held, self._length()) // _COPIED)
        changed = super().fillbuf()
        self._at = self.charpos
        return changed

    def _length(self) -> int:
        """Return how much there is of what is being read; refuse what no print makes as long."""
        length = len(self._curtoken)
        most = _LONGEST_HEX if self._parse1 == self._parse_hexstring else _LONGEST
        if length > most and self._parse1 not in (self._parse_main, self._parse_string, self._parse_string_1):
            raise TooMuchError
        return length

    def nextline(self) -> tuple[int, bytes]:
        """Return where a line begins, and the line; the library copies all of a long one at each part of it."""
        place, parts, found = self.bufpos + self.charpos, list[bytes](), None
        while not found:
            self.fillbuf()
            found = EOL.search(self.buf, self.charpos)
            end = found.end() if found else len(self.buf)
            parts.append(self.buf[self.charpos : end])
            self.charpos = end
        if parts[-1].endswith(b"\r"):
            self.fillbuf()
            if self.buf[self.charpos : self.charpos + 1] == b"\n":
                parts.append(b"\n")
                self.charpos += 1
        return place, b"".join(parts)

    def revreadlines(self) -> Iterator[bytes]:
        """Yield the lines from the last on; the library copies all of a long one at each part of it."""
        place, parts = self.fp.seek(0, SEEK_END), list[bytes]()
        while place > 0:
            self.made.step()
            before, place = place, max(0, place - self.BUFSIZ)
            self.fp.seek(place)
            left = self.fp.read(before - place)
            while (begin := max(left.rfind(b"\r"), left.rfind(b"\n"))) >= 0:
                yield left[begin:] + b"".join(reversed(parts))
                left, parts = left[:begin], []
            parts.append(left)

    def _parse_hexstring(self, s: bytes, i: int) -> int:
        end = super()._parse_hexstring(s, i)
        self.made.step((end - i) // _PAIRS)
        return end

    def start_type(self, pos: int, type: str) -> None:  # noqa: A002
        """Begin a list."""
        self.made.step(_STEPS_OF_LIST)
        if len(self.context) > _DEEPEST:
            raise TooMuchError
        super().start_type(pos, type)


class Instructions(Stepping, PDFContentParser):
    """The instructions of a page or drawing."""

    def __init__(self, streams: Sequence[object], made: Made) -> None:
        self.made = made
        super().__init__(streams)

    def get_inline_data(self, pos: int, target: bytes = b"EI") -> tuple[int, bytes]:
        """Return a picture that is written among the instructions."""
        self._held = 0
        try:
            return super().get_inline_data(pos, target)
        finally:
            self._held = -1


class FontLetters(FileUnicodeMap):
    """What the letters of a font are; those that are given as themselves, from one to another, are not written out.

    >>> letters = FontLetters()
    >>> letters.same = range(0x41, 0x5B)
    >>> letters.get_unichr(0x42)
    'B'
    """

    same = range(0)

    def get_unichr(self, cid: int) -> str:
        """Return a letter."""
        if cid in self.same and cid not in self.cid2unichr:
            return cid.to_bytes(2, "big").decode("utf-16-be", "ignore")
        return super().get_unichr(cid)


class _Ranges(Stepping, CMapParser):
    """A parser that counts the letters of a table before it writes them out."""

    def __init__(self, data: bytes, made: Made) -> None:
        self.made, self.letters = made, FontLetters()
        super().__init__(self.letters, BytesIO(data))

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        """Count a list of ranges at its end; leave out those whose letters are what they are numbered as."""
        if token in (self.KEYWORD_ENDBFRANGE, self.KEYWORD_ENDCIDRANGE):
            left: list[Any] = []
            for first, last, letter in choplist(3, [found for _, found in self.curstack]):
                if token is self.KEYWORD_ENDBFRANGE and self._is_same(first, last, letter):
                    continue
                if isinstance(first, bytes) and isinstance(last, bytes):
                    self.made.count("letters of fonts", max(0, nunpack(last) - nunpack(first)))
                left += first, last, letter
            self.curstack = [(pos, one) for one in left]
        super().do_keyword(pos, token)

    def _is_same(self, first: object, last: object, letter: object) -> bool:
        """Take up a range that begins a table of letters as themselves, or goes on where the one before it ended."""
        if not (isinstance(first, bytes) and isinstance(last, bytes)) or first != letter:
            return False
        if not len(first) == len(last) == 2:
            return False
        begin, end, same = nunpack(first), nunpack(last), self.letters.same
        if same and not same.start <= begin <= same.stop:
            return False
        self.letters.same = range(same.start if same else begin, max(same.stop, end + 1))
        return True


def read_letters_of(font: Mapping[str, object], made: Made) -> FontLetters | None:
    """Return what a font says its letters are, if it does.

    Parameters
    ----------
    font : mapping
        As the PDF describes it.
    made : Made
        What was made so far.

    Returns
    -------
    FontLetters, optional
    """
    table = resolve1(font.get("ToUnicode"))
    if not isinstance(table, PDFStream):
        return None
    ranges = _Ranges(table.get_data(), made)
    ranges.run()
    return ranges.letters
