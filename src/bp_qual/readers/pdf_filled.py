"""What was typed over the pages of a PDF: answers in its form fields, text boxes and comments, which no page draws.

It is imported where a PDF is read, since the library takes long to load.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral, literal_name
from pdfminer.utils import decode_text

from bp_qual.files import clean_text
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.pdf_bounds import TooMuchError

if TYPE_CHECKING:
    from pdfminer.pdfpage import PDFPage

    from bp_qual.readers.pdf_bounds import Made

_STEPS = 10  # of looking at one thing that lies on a page
_DEEPEST = 32  # fields within fields
_TAG = lazy_pattern(r"<[^<>]{0,1000}>")
_PARTS = {"Widget": "form fields", "FreeText": "box"}  # all else that says something is a comment
_WORDLESS = frozenset(("Link", "Popup"))
_NOT_TICKED = frozenset(("", "Off"))

_Thing = dict[str, object]


def read_filled(page: PDFPage, seen: dict[int, object], made: Made) -> tuple[tuple[tuple[str, str], ...], bool]:
    """Return what lies over a page, from top to bottom, behind the part of the file that it is; and if any is broken.

    Parameters
    ----------
    page : PDFPage
        The page.
    seen : dict
        The fields that were met so far: one that is on several places or pages is read once.
    made : Made
        What was made so far.

    Returns
    -------
    tuple of tuple of str and str, bool
    """
    found, is_broken = list[tuple[tuple[float, float], str, str]](), False
    listed = resolve1(page.annots)
    for one in listed if isinstance(listed, list) else []:
        made.step(_STEPS)
        try:
            thing = resolve1(one)
            if isinstance(thing, dict):
                found += ((_place(thing), part, text) for part, text in _read(thing, seen, made))
        except TooMuchError:
            raise
        except Exception:  # a parser of hostile files may fail in any way
            is_broken = True
    return tuple((part, text) for _, part, text in sorted(found, key=lambda each: each[0])), is_broken


def _place(thing: _Thing) -> tuple[float, float]:
    """Return where something lies: how far down the page, and from the left."""
    corners = resolve1(thing.get("Rect"))
    numbers = [resolve1(one) for one in corners] if isinstance(corners, list) else []
    placed = [float(one) for one in numbers if isinstance(one, int | float) and abs(one) < 1e9]
    return (-round(max(placed[1], placed[3])), min(placed[0], placed[2])) if len(placed) == 4 else (0.0, 0.0)


def _read(thing: _Thing, seen: dict[int, object], made: Made) -> Iterator[tuple[str, str]]:
    kind = _name(thing.get("Subtype"))
    if kind in _WORDLESS:
        return
    said = _value(thing, seen) if kind == "Widget" else _text(thing.get("Contents")) or _plain(_text(thing.get("RC")))
    made.count("letters", len(said))
    if said := clean_text(said).strip():
        yield _PARTS.get(kind, "comments"), said


def _value(widget: _Thing, seen: dict[int, object]) -> str:
    """Return what the field of a widget holds, the first time that it is met; of a tick, what it is of."""
    field, named = widget, _text(widget.get("T"))
    for _ in range(_DEEPEST):
        above = resolve1(field.get("Parent"))
        if "V" in field or not isinstance(above, dict):
            break
        field = above
        named = named or _text(field.get("T"))
    if id(field) in seen:
        return ""
    seen[id(field)] = field  # kept, so that no other gets its number
    value = resolve1(field.get("V"))
    if isinstance(value, PSLiteral):
        ticked = literal_name(value)
        return "" if ticked in _NOT_TICKED else f"{named}: {ticked}" if named else ticked
    return _text(value) or _plain(_text(resolve1(field.get("RV"))))


def _name(value: object) -> str:
    found = resolve1(value)
    return literal_name(found) if isinstance(found, PSLiteral) else ""


def _text(value: object) -> str:
    """Return a text, or several chosen ones, or what a part of the file holds."""
    found = resolve1(value)
    if isinstance(found, PDFStream):
        found = found.get_data()
    if isinstance(found, list):
        return "\n".join(filter(None, (_text(one) for one in found if not isinstance(resolve1(one), list))))
    if isinstance(found, str):
        return found
    if isinstance(found, int | float) and not isinstance(found, bool):
        return str(found)
    return _decode(found) if isinstance(found, bytes) else ""


def _decode(text: bytes) -> str:
    if text.startswith(b"\xef\xbb\xbf"):
        return text.decode("utf-8-sig", "replace")
    if text.startswith(b"\xff\xfe"):  # against the rules, but made
        return text.decode("utf-16", "replace")
    return decode_text(text)


def _plain(text: str) -> str:
    """Return a text without its tags.

    >>> _plain("<body><p>Ja, <b>goed</b>.</p></body>")
    'Ja, goed.'
    """
    return _TAG.sub("", text.replace("</p>", "\n")).strip()
