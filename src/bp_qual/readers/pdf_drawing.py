"""What pdfminer.six does with the pages of a PDF, bounded and told: the only module that builds on its classes.

It is imported where a PDF is read, since the library takes long to load.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfexceptions import PDFObjectNotFound
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1, stream_value
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import PSKeyword, keyword_name, literal_name

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.pdf_bounds import MAX_SLOW, Made, Stream, TooMuchError, check_font
from bp_qual.readers.pdf_steps import Instructions, Stepping, read_letters_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from io import BytesIO

    from pdfminer.layout import LTPage
    from pdfminer.pdffont import PDFFont
    from pdfminer.pdfinterp import PDFStackT
    from pdfminer.psparser import PSStackType

_MOST_DRAWN = 50_000  # drawings and pictures of all pages
_MOST_ON_PAGE = 250_000  # letters
_AT_END = b"\nbp_qual_end\n"  # an instruction of our own behind all others
_DRAWS_TEXT = lazy_pattern(rb"%(?:[ \t]*[(<\[]|[^\r\n]{0,5000}?[)\]>][ \t]{0,9}T[jJ](?![a-zA-Z]))")
_IN_BRACKETS = rb"\((?>\\.|[^\\()]|\((?>\\.|[^\\()])*+\)){0,5000}+\)"
_COMMENT = lazy_pattern(rb"(?s:" + _IN_BRACKETS + rb")|(%[^\r\n]*+)")
_NO_TABLE = PDFStream({}, b"")
_METHODS = str.maketrans({"*": "_a", '"': "_w", "'": "_q"})
_DEEPEST = 10_000  # states that are kept for later
_STEPS_OF_FONT, _STEPS_OF_TEXT, _STEPS_OF_LETTER = 100, 3, 6
_PLACES = (2, 6)  # numbers before an instruction that says where letters come


class Parser(Stepping, PDFParser):
    """A parser whose parts are counted when they are unpacked, and whose lists of places are as long as they say."""

    def __init__(self, data: BytesIO, made: Made) -> None:
        self.made = made
        super().__init__(data)

    def push(self, *objs: tuple[int, PSStackType[PSKeyword | PDFStream | PDFObjRef | None]]) -> None:
        """Take up objects."""
        super().push(*((pos, self._bounded(one) if isinstance(one, PDFStream) else one) for pos, one in objs))

    def _bounded(self, one: PDFStream) -> Stream:
        if "W" in one and "Size" in one:  # says where objects are
            index = one.get("Index", (0, one["Size"]))
            self.made.count("places", sum(number for number in index[1::2] if isinstance(number, int)))
        return Stream(one, self.made)


class Resources(PDFResourceManager):
    """The fonts of a document, each looked at before the library writes out its tables."""

    def __init__(self, made: Made) -> None:
        super().__init__()
        self._made = made

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """Return a font."""
        if objid and objid in self._cached_fonts:
            return super().get_font(objid, spec)
        self._made.step(_STEPS_OF_FONT)
        if "Subtype" in spec and literal_name(spec["Subtype"]) == "Type0":  # its table is given to the one within it
            return super().get_font(objid, spec)
        check_font(spec, self._made)
        letters = read_letters_of(spec, self._made)
        if letters is None:
            return super().get_font(objid, spec)
        font = super().get_font(objid, {**spec, "ToUnicode": _NO_TABLE})
        font.unicode_map = letters  # type: ignore[attr-defined]  # fonts of every kind have it
        return font


class Document(PDFDocument):
    """A document in which no object is given as itself by way of others; the library would go round without end."""

    def getobj(self, objid: int) -> object:
        """Return an object, or say that there is none where each of a circle is given as the next."""
        seen, found = {objid}, super().getobj(objid)
        while isinstance(found, PDFObjRef):
            if found.objid in seen:
                raise PDFObjectNotFound(objid)
            seen.add(found.objid)
            found = super().getobj(found.objid)
        return found


class Pages(PDFLayoutAnalyzer):
    """A device that keeps the letters and counts the pictures; lines and areas are nothing to read.

    It also keeps what its interpreters could not follow: a drawing within a page has an interpreter of its own.
    """

    def __init__(self, resources: PDFResourceManager, made: Made) -> None:
        super().__init__(resources, laparams=None)
        self.made = made
        self.pictures = self.letters = 0
        self.page: LTPage | None = None
        self.unread = list[str]()
        self.drawn = itertools.count()
        self.followed = itertools.count(1)
        self.wordless = set[int | None]()  # drawings without text, as a letterhead: one look at each is enough

    @property
    def found(self) -> tuple[int, int, int]:
        """How many letters and pictures there are so far, and how much cannot be followed."""
        return self.letters, self.pictures, len(self.unread)

    def paint_path(self, *_args: object, **_options: object) -> None:
        """Draw nothing."""

    def render_image(self, *_args: object, **_options: object) -> None:
        """Count a picture."""
        self.pictures += 1

    def receive_layout(self, ltpage: LTPage) -> None:
        """Keep the page."""
        self.page = ltpage


def hides_text(instructions: bytes) -> bool:
    r"""Return whether instructions hold a comment with text to draw, as a `%` makes of what is behind it on its line.

    >>> hides_text(b"%BT (R: Ja.) Tj ET"), hides_text(rb"BT (50 % (van ons) zei \) ja) Tj ET")
    (True, False)
    """
    if b"%" not in instructions or not _DRAWS_TEXT.search(instructions):
        return False
    comments = (found[1] for found in _COMMENT.finditer(instructions))
    return any(comment and _DRAWS_TEXT.search(comment) for comment in comments)


class Interpreter(PDFPageInterpreter):
    """An interpreter that notes the instructions which it cannot follow, and texts that begin but do not end."""

    device: Pages
    open_texts = left = 0
    undrawn = is_whole = False

    def execute(self, streams: Sequence[object]) -> None:
        """Follow instructions, and note where the end is not reached: a list or text left open took all behind it."""
        end = PDFStream({}, _AT_END)
        end.set_objid(-next(self.device.followed), 0)
        self.is_whole = False
        each = [stream_value(stream).get_data() for stream in streams]
        self.device.made.count("instructions", sum(map(len, each)), MAX_SLOW)
        if any(map(hides_text, each)):
            self.device.unread.append("in a comment")
        self._follow(Instructions([*self._not_within_itself(streams), end], self.device.made))
        if not self.is_whole:
            self.device.unread.append("left open")

    def _not_within_itself(self, streams: Sequence[object]) -> list[PDFStream]:
        """Return those that are not being followed already: a drawing may hold itself."""
        above, each = getattr(self, "parent_stream_ids", ()), list(map(stream_value, streams))
        self.stream_ids = {stream.objid for stream in each if stream.objid is not None}
        return [stream for stream in each if stream.objid is not None and stream.objid not in above]

    def _follow(self, instructions: Instructions) -> None:
        """Follow instructions as the library does."""
        while True:
            try:
                _, found = instructions.nextobject()
            except PSEOF:
                return
            if not isinstance(found, PSKeyword):
                self.push(found)
                continue
            self.device.made.step()
            follow = getattr(self, f"do_{keyword_name(found).translate(_METHODS)}", None)
            if follow is not None:
                number = follow.__code__.co_argcount - 1
                if not number and any(isinstance(one, bytes | list) for one in self.argstack[self.left :]):
                    self.device.unread.append("undrawn")  # `(text) T*`, which takes nothing
                taken = self.pop(number) if number else []
                if len(taken) == number:
                    follow(*taken)

    def init_resources(self, resources: dict[object, object]) -> None:
        """Look up what a page or drawing uses."""
        listed = map(resolve1, resources.values()) if isinstance(resources, dict) else ()
        self.device.made.step(sum(len(each) for each in listed if isinstance(each, dict | list)))
        super().init_resources(resources)

    def do_q(self) -> None:
        """Keep how it draws."""
        if len(self.gstack) > _DEEPEST:
            raise TooMuchError
        super().do_q()

    def do_bp_qual_end(self) -> None:
        """Note that the end is reached."""
        self.is_whole = True

    def push(self, obj: PDFStackT) -> None:
        """Note instructions and lists within a list: a brace or bracket took them for what it holds."""
        held = obj.values() if isinstance(obj, dict) else ()
        if isinstance(obj, list) and any(isinstance(one, PSKeyword | list) for one in obj):
            self.device.unread.append("in a list")
        if any(isinstance(one, PSKeyword) for one in held):
            self.device.unread.append("in a list")
        super().push(obj)

    def __getattr__(self, name: str) -> object:
        """Note what is no instruction; the library asks for the method of each and passes over those without."""
        if name.startswith("do_") and name not in ("do_d0", "do_d1"):  # those two are of letters
            self.device.unread.append(name)
        raise AttributeError(name)

    def pop(self, n: int) -> list[PDFStackT]:
        """Note an instruction with too little before it, or too much, and a text that none draws."""
        if len(self.argstack) < n:
            self.device.unread.append("too little")
        if self.undrawn:
            self.device.unread.append("undrawn")
        taken = super().pop(n)
        if n in _PLACES and len(self.argstack) > self.left:
            self.device.unread.append("too much")
        self.left = len(self.argstack)
        listed = [one if isinstance(one, list) else [one] for one in taken]
        self.undrawn = any(isinstance(part, bytes) for parts in listed for part in parts)
        return taken

    def do_Do(self, xobjid_arg: PDFStackT) -> None:  # noqa: N802
        """Draw what was drawn apart; a few of these that draw each other many times would never end."""
        drawing = resolve1(self.xobjmap.get(literal_name(xobjid_arg)))
        number = drawing.objid if isinstance(drawing, PDFStream) else None
        if number is not None and number in self.device.wordless:
            return
        if next(self.device.drawn) > _MOST_DRAWN:
            raise ValueError("drawings within drawings")
        before = self.device.found
        super().do_Do(xobjid_arg)
        if number is not None and self.device.found == before and "Resources" in drawing.attrs:  # else the page's
            self.device.wordless.add(number)
        else:  # a drawing within itself seemed to hold nothing there
            self.device.wordless.discard(number)

    def do_TJ(self, seq: PDFStackT) -> None:  # noqa: N802
        """Note a text in no font, and one before it that no instruction draws; the library passes over both."""
        if self.textstate.font is None:
            self.device.unread.append("no font")
        if any(isinstance(left, bytes) for left in self.argstack):
            self.device.unread.append("too much")
        self.undrawn = isinstance(seq, bytes)  # `(text) TJ`: of a text that is no list nothing is drawn
        letters = sum(len(part) for part in seq if isinstance(part, bytes)) if isinstance(seq, list) else 0
        is_wide = self.textstate.font is not None and self.textstate.font.is_multibyte()
        self.device.made.step(_STEPS_OF_TEXT + letters * _STEPS_OF_LETTER // (1 + is_wide))
        self.device.letters += letters
        if self.device.letters > _MOST_ON_PAGE:
            raise TooMuchError
        super().do_TJ(seq)

    def do_BT(self) -> None:  # noqa: N802
        """Begin a text."""
        self.open_texts += 1
        super().do_BT()

    def do_ET(self) -> None:  # noqa: N802
        """End a text."""
        self.open_texts -= 1
        super().do_ET()
