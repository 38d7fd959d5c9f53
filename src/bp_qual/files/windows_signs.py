"""Signs of Windows-1252 that became control characters: somebody took its bytes for Latin-1 (U+0092 for ’).

No text holds control characters of this kind; to a terminal some are commands. So they are read as what was typed.
"""

from __future__ import annotations

import re

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.wording.remarks import Remark

_SECOND_CONTROLS = lazy_pattern("[\x80-\x84\x86-\x9f]")
_DOTS = lazy_pattern("(?<=\\w)\x85(?=[^\\S\r\n])")
_TYPED = {code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)}
_SIGNS = tuple(map(chr, _TYPED))


def as_windows_letters(text: str) -> str:
    r"""Return a text, as long as it was, with the letters of Windows-1252 for control characters that stand for them.

    U+0085 is the end of a line for some programs: it becomes … beside others of its kind, or between a word and a blank
    in a text with other ends of lines. The five that are no letter in Windows-1252 become the sign for a letter that is
    lost.

    >>> as_windows_letters("it\x92s \x93so\x94\x85"), as_windows_letters("one\x85two"), as_windows_letters("\x9d0;x")
    ('it’s “so”…', 'one\x85two', '�0;x')
    >>> as_windows_letters("well\x85 yes\n")
    'well… yes\n'
    """
    return text.translate(_TYPED) if _first_typed(text) else text


def note_windows_letters(text: str) -> tuple[Remark, ...]:
    r"""Return the note on what `as_windows_letters` does to a text, with the first place.

    >>> print(*note_windows_letters("one\nit\x92s"))
    1 control character was read as Windows-1252 (line 2, U+0092: '’'). It was taken for Latin-1, which is hardly ...
    >>> note_windows_letters("it’s")
    ()
    """
    if not (first := _first_typed(text)):
        return ()
    place = {"line": text.count("\n", 0, first.start()) + 1, "sign": f"U+{ord(first[0]):04X}"}
    values = {"n": sum(map(text.count, map(chr, _TYPED))), **place, "letter": _TYPED[ord(first[0])]}
    return (Remark("control letters", values=values),)


def _first_typed(text: str) -> re.Match[str] | None:
    """Return the first control character that was typed as a letter or sign; None where there is none."""
    if text.isascii() or not any(sign in text for sign in _SIGNS):  # nearly always; sooner than any expression
        return None
    return _SECOND_CONTROLS.search(text) or (_DOTS.search(text) if "\n" in text or "\r" in text else None)
