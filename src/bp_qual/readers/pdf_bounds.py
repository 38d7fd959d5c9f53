"""What a PDF may make: a few bytes of it can ask for gigabytes of instructions, or of tables of letters and widths.

Whatever is unpacked is counted, each layer of it and however it was packed, and so is what a range would be written out
to, and each step of reading it. It is imported where a PDF is read, since the library takes long to load.
"""

from __future__ import annotations

import zlib
from base64 import a85decode
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from itertools import chain
from struct import error, unpack_from

from pdfminer.ascii85 import asciihexdecode
from pdfminer.lzw import LZWDecoder
from pdfminer.pdffont import TrueTypeFont
from pdfminer.pdftypes import PDFStream, int_value, resolve1
from pdfminer.utils import apply_png_predictor, apply_tiff_predictor

from bp_qual.lazy_patterns import lazy_pattern

MAX_UNPACKED = 100 * 1024 * 1024  # of all layers of all parts that are read
MAX_SLOW = 20 * 1024 * 1024  # of what is unpacked byte by byte, and of instructions
MAX_LETTERS = 5_000_000  # and letters in tables of a font, and widths
MAX_STEPS = 6_000_000  # of reading: a word, a number or a sign, an instruction, a sixth of a letter
_MOST_LAYERS = 8
_COPIED, _BUFFER = 8_192, 4_096  # bytes that are copied in the time of a step, and read at once
_KINDS = bytes.maketrans(  # 1: a blank, 2: of a word, 3: a sign
    bytes(range(256)), bytes(b"\0\t\n\f\r ".count(n) or 2 + b"()<>[]{}/%\\".count(n) for n in range(256))
)
_PAIRS = 6  # hexadecimals that are read in the time of a step
_HEX, _LINE, _WORD = map(lazy_pattern, (rb"<[0-9A-Fa-f\s]*+", rb"[^\r\n]++", rb"\S++"))
_MOST_IN_ROW = 100_000  # bytes in a row of a table; one of pictures is not unpacked
_UNICODE = ((0, None), (3, 1), (3, 10))  # tables of a font that are for letters of Unicode


class TooMuchError(ValueError):
    """A PDF makes more than the pages of a text need.

    Parameters
    ----------
    most : int
        Of what it may unpack, in megabytes; 0 where it would make too much else.
    is_long : bool
        Whether reading it would take too many steps.
    """

    def __init__(self, most: int = 0, *, is_long: bool = False) -> None:
        super().__init__(most)
        self.most, self.is_long = most, is_long


class Made:
    """How much a PDF made so far.

    >>> made = Made()
    >>> made.unpack("FlateDecode", None, zlib.compress(b"BT ET"))
    b'BT ET'
    >>> made.count("letters", 6_000_000)
    Traceback (most recent call last):
    bp_qual.readers.pdf_bounds.TooMuchError: 0
    """

    def __init__(self) -> None:
        self._unpacked = 0
        self._slow = 0
        self._steps = 0
        self._others = dict[str, int]()

    def step(self, number: int = 1) -> None:
        """Count steps of reading; refuse what needs more than a print of any interview does.

        Parameters
        ----------
        number : int
            How many.

        Raises
        ------
        TooMuchError
        """
        self._steps += number
        if self._steps > MAX_STEPS:
            raise TooMuchError(is_long=True)

    def count(self, what: str, number: int, most: int = MAX_LETTERS) -> None:
        """Count what is made; refuse it where it is more than so many in all.

        Parameters
        ----------
        what : str
            What it is.
        number, most : int
            How many more, and how many a PDF may make.

        Raises
        ------
        TooMuchError
        """
        self._others[what] = total = self._others.get(what, 0) + number
        if total > most:
            raise TooMuchError

    def unpack(self, name: str, settings: Mapping[str, object] | None, data: bytes) -> bytes:
        """Return what one layer of packing holds; a picture stays as it is, since no letter is read from it.

        Parameters
        ----------
        name : str
            How it is packed.
        settings : mapping, optional
            Of the layer: whether its bytes say how they differ from those before.
        data : bytes
            What is packed.

        Returns
        -------
        bytes

        Raises
        ------
        TooMuchError
        """
        if name in ("FlateDecode", "Fl"):
            data = self._counted(_inflate(data, MAX_UNPACKED - self._unpacked), MAX_UNPACKED)
        elif name in _SLOWLY:
            data = self._slowly(_SLOWLY[name](data[: MAX_SLOW + 1], MAX_SLOW - self._slow))
        predictor = int_value((settings or {}).get("Predictor", 1))
        return self._unpredict(predictor, settings, data) if settings and predictor != 1 else data

    def _counted(self, data: bytes, most: int) -> bytes:
        self._unpacked += len(data)
        if self._unpacked > most:
            raise TooMuchError(most // 1024**2)
        return data

    def _slowly(self, data: bytes) -> bytes:
        self._slow += len(data)
        if self._slow > MAX_SLOW:
            raise TooMuchError(MAX_SLOW // 1024**2)
        return self._counted(data, MAX_UNPACKED)

    def _unpredict(self, predictor: int, settings: Mapping[str, object], data: bytes) -> bytes:
        colours, columns, bits = (
            int_value(settings.get(name, usual))
            for name, usual in (("Colors", 1), ("Columns", 1), ("BitsPerComponent", 8))
        )
        if not 0 < colours * columns * bits <= 8 * _MOST_IN_ROW or max(colours, columns, bits) > _MOST_IN_ROW:
            raise TooMuchError
        self._slowly(data)
        if predictor == 2:
            return apply_tiff_predictor(colours, columns, bits, data)
        return apply_png_predictor(predictor, colours, columns, bits, data)


def _inflate(data: bytes, most: int) -> bytes:
    """Return what zlib packed, up to just above a limit; a wrong sum at its end is passed over, as viewers do."""
    unpacker = zlib.decompressobj()
    try:
        made = unpacker.decompress(data[:-3], most + 1)
    except zlib.error:
        return b""
    try:
        return made + (
            unpacker.decompress(unpacker.unconsumed_tail + data[-3:], most + 1) if len(made) <= most else b""
        )
    except zlib.error:
        return made


def _unpack_lzw(data: bytes, most: int) -> bytes:
    made = bytearray()
    for part in LZWDecoder(BytesIO(data)).run():
        made += part
        if len(made) > most:
            break
    return bytes(made)


def _unpack_runs(data: bytes, most: int) -> bytes:
    """Return bytes of which each run is written once, with how often.

    >>> _unpack_runs(bytes([1, 65, 66, 254, 67, 128]), 9)
    b'ABCCC'
    """
    made, at = bytearray(), 0
    while at < len(data) and data[at] != 128 and len(made) <= most:
        length, at = data[at], at + 1
        made += data[at : at + length + 1] if length < 128 else data[at : at + 1] * (257 - length)
        at += length + 1 if length < 128 else 1
    return bytes(made)


def _unpack_85(data: bytes, _most: int) -> bytes:
    """Return bytes that are written in 85 signs.

    >>> _unpack_85(b" <~87cURD]~>", 9)
    b'Hello'
    """
    body = data.strip()
    body = body.partition(b"~")[2] if body.startswith((b"<~", b"~")) else body
    return a85decode(body.partition(b"~")[0])


def _unpack_hex(data: bytes, _most: int) -> bytes:
    return asciihexdecode(data)


_SLOWLY: dict[str, Callable[[bytes, int], bytes]] = {
    **dict.fromkeys(("LZWDecode", "LZW"), _unpack_lzw),
    **dict.fromkeys(("RunLengthDecode", "RL"), _unpack_runs),
    **dict.fromkeys(("ASCII85Decode", "A85"), _unpack_85),
    **dict.fromkeys(("ASCIIHexDecode", "AHx"), _unpack_hex),
}


def count_steps(data: bytes) -> int:
    """Return in how many steps the library reads objects at most: their words and signs, and what it copies of texts.

    Parameters
    ----------
    data : bytes
        Objects, or the head of a font.

    Returns
    -------
    int

    Examples
    --------
    >>> count_steps(b"1 0 obj << /Type /Page >>")
    11
    """
    kinds = data.translate(_KINDS)
    words = kinds.count(b"\1\2") + kinds.count(b"\3\2") + kinds.startswith(b"\2")
    pieces = sum(map(data.count, (b"(", b")", b"\\")))
    if words + kinds.count(b"\3") > MAX_STEPS:
        return words + kinds.count(b"\3")
    hexadecimals = [len(found[0]) for found in _HEX.finditer(data)]
    comments = (len(line[0]) for line in _LINE.finditer(data) if b"%" in line[0])
    long = chain(hexadecimals, comments, (len(word[0]) for word in _WORD.finditer(data)))
    copied = sum(length * length // (2 * _BUFFER) for length in long if length > _BUFFER)
    return words + kinds.count(b"\3") + sum(hexadecimals) // _PAIRS + (pieces * len(data) + copied) // _COPIED


class Stream(PDFStream):
    """A part of a PDF that is counted when it is unpacked."""

    def __init__(self, stream: PDFStream, made: Made) -> None:
        super().__init__(stream.attrs, stream.rawdata or b"", stream.decipher)
        self._made = made

    def decode(self) -> None:
        """Unpack all layers."""
        data = self.rawdata or b""
        if self.decipher and self.objid is not None and self.genno is not None:
            data = self.decipher(self.objid, self.genno, data, self.attrs)
        layers = self.get_filters()
        if len(layers) > _MOST_LAYERS:
            raise TooMuchError
        for name, settings in layers:
            data = self._made.unpack(getattr(name, "name", ""), settings, data)
        if getattr(self.attrs.get("Type"), "name", "") == "ObjStm":
            self._made.step(count_steps(data))
        self.data, self.rawdata = data, None


def check_font(spec: Mapping[str, object], made: Made) -> None:
    """Count the letters and widths that a font gives in ranges; refuse it before the library writes them out."""
    for name, values in (("W", 3), ("W2", 5)):
        listed = resolve1(spec.get(name))
        made.count("widths", _count_widths(listed, values) if isinstance(listed, list) else 0)
    descriptor = resolve1(spec.get("FontDescriptor"))
    files = descriptor if isinstance(descriptor, dict) else {}
    if isinstance(file := resolve1(files.get("FontFile2")), PDFStream):
        made.count("letters of fonts", _count_glyphs(file.get_data()))
    if "Encoding" not in spec and isinstance(file := resolve1(files.get("FontFile")), PDFStream):
        made.step(count_steps(file.get_data()[: int_value(file.get("Length1"))]))


def _count_widths(listed: Iterable[object], values: int) -> int:
    """Return how many widths a list gives in ranges: a first letter, a last one and their width.

    >>> _count_widths([1, [500, 600], 10, 19, 500], 3)
    10
    """
    total, held = 0, list[float]()
    for one in map(resolve1, listed):
        held = [*held, one] if isinstance(one, int | float) else []
        if len(held) == values:
            total += max(0, int(held[1] - held[0]) + 1)
            held = []
    return total


def _count_glyphs(font: bytes) -> int:
    """Return how many letters the tables of a TrueType font give in ranges, as far as they can be read."""
    total = 0
    start = TrueTypeFont("", BytesIO(font)).tables.get(b"cmap", (len(font), 0))[0]
    try:
        for number in range(unpack_from(">H", font, start + 2)[0]):
            platform, kind, place = unpack_from(">HHL", font, start + 4 + 8 * number)
            if (platform, None if platform == 0 else kind) in _UNICODE:
                total += _count_in_table(font, start + place)
            if total > MAX_LETTERS:
                break
    except error:
        pass
    return total


def _count_in_table(font: bytes, at: int) -> int:
    form = unpack_from(">H", font, at)[0]
    if form == 4:
        segments = unpack_from(">H", font, at + 6)[0] // 2
        ends = unpack_from(f">{segments}H", font, at + 14)
        starts = unpack_from(f">{segments}H", font, at + 16 + 2 * segments)
        return sum(max(0, end - begin + 1) for begin, end in zip(starts, ends, strict=True))
    if form == 12:
        groups = unpack_from(">I", font, at + 12)[0]
        ranges = unpack_from(f">{3 * min(groups, len(font))}I", font, at + 16)
        return sum(max(0, end - begin + 1) for begin, end in zip(ranges[::3], ranges[1::3], strict=True))
    return 65_536
