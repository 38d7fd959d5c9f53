"""Packages (Word, Excel, REFI-QDA, OpenDocument) put together with one moment for all their parts.

A part bears the time at which it was packed, from 1980 to 2107 and no other. Left to the library that is the time of
the computer's clock: other bytes at each run, and none at all where the clock stands before 1980.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Iterable

PACKED = (2000, 1, 1, 0, 0, 0)  # the moment of every part: the same input gives the same bytes


def pack_parts(parts: Iterable[tuple[str, bytes]], *, as_is: Collection[str] = ()) -> bytes:
    """Return a package of parts, each its name and what it holds, in their order; those named in `as_is` not pressed.

    >>> packed = pack_parts([("mimetype", b"a/b"), ("content.xml", b"<a/>")], as_is={"mimetype"})
    >>> [(part.filename, part.date_time[0]) for part in zipfile.ZipFile(io.BytesIO(packed)).infolist()]
    [('mimetype', 2000), ('content.xml', 2000)]
    """
    with zipfile.ZipFile(buffer := io.BytesIO(), "w") as package:
        for name, content in parts:
            method = zipfile.ZIP_STORED if name in as_is else zipfile.ZIP_DEFLATED
            package.writestr(zipfile.ZipInfo(name, PACKED), content, method)
    return buffer.getvalue()
