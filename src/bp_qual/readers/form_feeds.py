r"""Pages of plain text: what stands at their edges beside form feeds, numbers and lines that come back.

Only a line that comes back at the edges of pages, and nowhere between them, is a header or footer: a label on a line of
its own comes back elsewhere too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.running_lines import ROLE

_NUMBER = lazy_pattern(rb"(?<=\x0c)[ \t]*\d{1,4}[ \t]*(?=\r?\n)|(?<=\n)[ \t]*\d{1,4}[ \t]*\r?\n?(?=\x0c)")
_LINE = lazy_pattern(rb"[^\r\n]*[^\s][^\r\n]*")
_HEADER = lazy_pattern(rb"[^:]{4,80}(?<![.?!])")
_RECURS = 2  # times


def take_off_pages(data: bytes) -> tuple[bytes, bytes]:
    r"""Return a file without the numbers of its pages and the lines that come back at their edges, and these.

    >>> take_off_pages(b"Gesprek 1\nR: Ja.\n\x0cGesprek 1\nR: Nee.\n2\x0c\n\nR: Zo.")
    (b'\nR: Ja.\n\x0c\nR: Nee.\n\x0c\n\nR: Zo.', b'2 Gesprek 1 Gesprek 1')
    """
    found, data = _NUMBER.findall(data), _NUMBER.sub(b"", data)
    counts = Counter(_shape(line[0]) for line in _LINE.finditer(data.replace(b"\x0c", b"\n")))
    edges = list(_edges(data))
    at_edges = Counter(_shape(data[start:end]) for start, end in edges)
    parts, place = list[bytes](), 0
    for start, end in edges:
        line = data[start:end]
        shape = _shape(line)
        comes_back = at_edges[shape] >= max(_RECURS, counts[shape])
        if comes_back and _HEADER.fullmatch(line.strip()) and not ROLE.fullmatch(line.decode("latin-1")):
            found.append(line.strip())
            parts.append(data[place:start])
            place = end
    return b"".join([*parts, data[place:]]), b" ".join(found)


def _edges(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield where the first and the last line of each page are, in order."""
    begin = 0
    for page in data.split(b"\x0c"):
        lines = [line.span() for line in _LINE.finditer(page)]
        for start, end in dict.fromkeys([*lines[:1], *lines[-1:]]):
            yield begin + start, begin + end
        begin += len(page) + 1


def _shape(line: bytes) -> bytes:
    """Return a line with its numbers made equal."""
    return re.sub(rb"\d+", b"0", line.strip())
