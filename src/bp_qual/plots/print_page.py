"""A picture as a page in PDF that is the same bytes each time.

The library that makes the page numbers its parts in another order at every call. Here they are numbered anew, in the
order in which one leads to the other from the first; what is in them stays as it was, but for the name of the maker.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from bp_qual.lazy_patterns import lazy_pattern

_LISTED = lazy_pattern(rb"(?m:^ +/[a-z]+\d+ \d+ 0 R\n){2,}")
_REFERENCE = lazy_pattern(rb"\b(\d+) 0 R\b")
_START = lazy_pattern(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_USED = lazy_pattern(rb"(?m)^(\d{10}) \d{5} ([nf])")
_ROLE = lazy_pattern(rb"/(Root|Info) (\d+) 0 R")
_MAKER, _OURS = b"/Producer (svg2pdf)", b"/Producer (bp_qual)"


def in_one_order(page: bytes) -> bytes:
    r"""Return a PDF of vl-convert with its parts in an order that depends on what they hold only.

    >>> from bp_qual.plots.drawing import load_drawing
    >>> svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="9">Ja</text></svg>'
    >>> pages = {in_one_order(load_drawing().svg_to_pdf(svg)) for _ in range(5)}
    >>> len(pages), b"/Producer (bp_qual)" in pages.pop()
    (1, True)
    """
    parts, roles = _parts_of(page)
    number = {old: new for new, old in enumerate(_reached(parts, roles.values()), start=1)}
    made = bytearray(page[: page.index(b"\n\n") + 2])
    places = []
    for old, new in number.items():
        head, mark, stream = parts[old]
        places.append(len(made))
        made += b"%d 0 obj\n%s%s%s\n" % (new, _renumbered(head, number), mark, stream)
    table = b"".join(b"%010d 00000 n\r\n" % place for place in places)
    known = b" ".join(b"/%s %d 0 R" % (role, number[old]) for role, old in sorted(roles.items()))
    size = len(number) + 1
    end = b"xref\n0 %d\n0000000000 65535 f\r\n%strailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n"
    return bytes(made + end % (size, table, size, known, len(made)))


def _parts_of(page: bytes) -> tuple[dict[int, tuple[bytes, bytes, bytes]], dict[bytes, int]]:
    """Return the parts by number, each as what is before its stream, the word that begins it, and the stream."""
    found = _START.search(page)
    if found is None:
        raise ValueError("not a PDF of vl-convert: it does not say where its table is")
    table = page[int(found[1]) :]
    used = [int(place) if state == b"n" else -1 for place, state in _USED.findall(table)]
    bounds = [*sorted(place for place in used if place >= 0), int(found[1])]
    after = dict(itertools.pairwise(bounds))
    parts = {}
    for number, place in enumerate(used):
        if place >= 0:
            text = page[place : after[place]].partition(b"obj\n")[2].rstrip(b"\n") + b"\n"
            head, mark, stream = text.partition(b"stream\n")
            parts[number] = (_LISTED.sub(lambda found: _sorted(found[0]), head).replace(_MAKER, _OURS), mark, stream)
    return parts, {role: int(number) for role, number in _ROLE.findall(table)}


def _sorted(lines: bytes) -> bytes:
    return b"".join(sorted(lines.splitlines(keepends=True)))


def _reached(parts: dict[int, tuple[bytes, bytes, bytes]], first: Iterable[int]) -> list[int]:
    """Return the numbers of the parts that the first ones lead to, in the order in which they do."""
    reached: dict[int, None] = {}
    waiting = sorted(first, reverse=True)
    while waiting:
        number = waiting.pop()
        if number not in reached:
            reached[number] = None
            waiting += [int(found) for found in reversed(_REFERENCE.findall(parts[number][0]))]
    return list(reached)


def _renumbered(head: bytes, number: dict[int, int]) -> bytes:
    return _REFERENCE.sub(lambda found: b"%d 0 R" % number[int(found[1])], head)
