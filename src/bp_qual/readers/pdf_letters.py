"""The letters of a PDF, page by page, through pdfminer.six: where each is, in which font, turned which way."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING

from bp_qual.extras import need
from bp_qual.files import clean_text
from bp_qual.readers.pdf_signs import Letter

if TYPE_CHECKING:
    from pdfminer.layout import LTChar, LTItem

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_ASLANT, _SKEW = 4, 0.3  # the direction of a watermark; up to 17 degrees a page is scanned askew


@dataclass(frozen=True, slots=True)
class PageLetters:
    """The letters of a page in the direction that most of them have, those in another one, and how many pictures.

    `broken` tells that instructions of the page are none, lack something or end too early: letters may be missing.
    `beside` is what was typed over it, into fields, boxes and comments, behind the part of the file that each is.
    """

    letters: tuple[Letter, ...]
    turned: str = ""
    pictures: int = 0
    broken: bool = False
    beside: tuple[tuple[str, str], ...] = ()


def read_letters(data: bytes, *, where: str) -> Iterator[PageLetters]:
    """Yield the letters of each page; what the library throws at a damaged file is the caller's to catch."""
    need("pdfminer.pdfpage", where)
    from pdfminer.pdfpage import PDFPage

    from bp_qual.readers.pdf_bounds import Made
    from bp_qual.readers.pdf_drawing import Document, Interpreter, Pages, Parser, Resources
    from bp_qual.readers.pdf_filled import read_filled

    logging.getLogger("pdfminer").addHandler(logging.NullHandler())  # it would print its doubts
    made = Made()
    resources = Resources(made)
    device = Pages(resources, made)
    interpreter = Interpreter(resources, device)
    fields = dict[int, object]()
    for page in PDFPage.create_pages(Document(Parser(BytesIO(data), made))):
        device.pictures = device.letters = interpreter.open_texts = 0
        interpreter.undrawn = False
        device.unread.clear()
        interpreter.process_page(page)
        beside, is_lost = read_filled(page, fields, made)
        broken = is_lost or bool(device.unread) or interpreter.undrawn or interpreter.open_texts > 0
        letters = list(_chars(device.page)) if device.page is not None else []
        made.count("letters", sum(len(letter.get_text()) for letter in letters))  # a font may make many of one
        yield replace(_page(letters, device.pictures), broken=broken, beside=beside)


def _chars(container: Iterable[LTItem]) -> Iterator[LTChar]:
    from pdfminer.layout import LTChar, LTContainer

    for item in container:
        if isinstance(item, LTChar):
            yield item
        elif isinstance(item, LTContainer):
            yield from _chars(item)


def _page(chars: list[LTChar], pictures: int) -> PageLetters:
    each = list(map(_direction, chars))
    directions = Counter(way for way, char in zip(each, chars, strict=True) if not char.get_text().isspace())
    straight = {direction: count for direction, count in directions.items() if direction != _ASLANT}
    main = max(straight, key=lambda direction: straight[direction]) if straight else 0
    letters, turned = list[Letter](), list[str]()
    for way, char in zip(each, chars, strict=True):
        text = clean_text(char.get_text()).translate(_LIGATURES)
        if not text:
            continue
        if way == main:
            letters.append(_letter(char, text, main))
        else:
            turned.append(text)
    return PageLetters(tuple(letters), "".join(turned), pictures)


def _direction(char: LTChar) -> int:
    """Return in which direction a letter is read: 0 right, 1 up, 2 left, 3 down, 4 aslant across the page."""
    if char.matrix[1] == 0 and char.matrix[0] > 0 and char.adv >= 0:  # by far the usual case
        return 0
    a, b = (-side if char.adv < 0 else side for side in char.matrix[:2])  # a size below zero turns a letter round
    if min(abs(a), abs(b)) > _SKEW * max(abs(a), abs(b)):
        return _ASLANT
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 2
    return 1 if b > 0 else 3


def _letter(char: LTChar, text: str, direction: int) -> Letter:
    """Return a letter in the coordinates of a reader who holds the page so that the text runs from left to right."""
    x0, y0, x1, y1 = char.bbox
    left, right, top, bottom = (
        (x0, x1, -y1, -y0),
        (y0, y1, x0, x1),
        (-x1, -x0, y0, y1),
        (-y1, -y0, -x1, -x0),
    )[direction]
    font = char.fontname if isinstance(char.fontname, str) else str(char.fontname)
    return Letter(text, left, right, top, bottom, font, str(char.graphicstate.ncolor))
