"""A coder's file that an editor saved in another encoding than UTF-8: it is told by that name, and not read as damage.

It is not read either: lines in UTF-8 would be added to it, and no editor reads two encodings in one file.
"""

from __future__ import annotations

import codecs

_BEGIN = '{"v":'
_WIDE = (
    ("UTF-32", "utf-32-le", codecs.BOM_UTF32_LE),
    ("UTF-32", "utf-32-be", codecs.BOM_UTF32_BE),
    ("UTF-16", "utf-16-le", codecs.BOM_UTF16_LE),
    ("UTF-16", "utf-16-be", codecs.BOM_UTF16_BE),
)
NARROW = "Windows-1252 (ANSI)"
LONGEST = 4 * (1 + len(_BEGIN))  # bytes at the begin of a file that tell


def find_wide(data: bytes) -> str:
    r"""Return the encoding of a file of more than one byte a letter; empty for any other.

    >>> find_wide('{"v":1}'.encode("utf-16")), find_wide('{"v":1}'.encode("utf-16-be")), find_wide(b'{"v":1}')
    ('UTF-16', 'UTF-16', '')
    """
    fits = (name for name, codec, mark in _WIDE if data.removeprefix(mark).startswith(_BEGIN.encode(codec)))
    return next(fits, "")


def as_it_was(piece: bytes) -> bytes:
    r"""Return what stood in a line that was saved as Windows-1252; nothing where that changes or can change nothing.

    >>> as_it_was("één".encode("cp1252")).decode()
    'één'
    """
    try:
        return b"" if piece.isascii() else piece.decode("cp1252").encode()
    except UnicodeDecodeError:
        return b""
