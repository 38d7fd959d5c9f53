"""Signs that look the same: letters of other alphabets, wide and raised signs, numbers in other figures."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

# Letters of Greek, Cyrillic and Armenian, and the Latin ones that look like them in print; and fillers, which look like
# nothing but are letters.
_LATIN = "AABBCCEEGHHIIIJJKKMMNOOOPPQSSTTUVWXXYYZaaaccdegghhiijjkklnoooppqqsuuvvwxxyy"
_OTHERS = (
    "\u0391\u0410\u0392\u0412\u0421\u03f9\u0395\u0415\u050c\u0397\u041d\u0399\u0406\u04c0\u0408\u037f\u039a"
    "\u041a\u039c\u041c\u039d\u039f\u041e\u0555\u03a1\u0420\u051a\u0405\u054f\u03a4\u0422\u054d\u0474\u051c"
    "\u03a7\u0425\u03a5\u04ae\u0396\u0430\u0251\u03b1\u0441\u03f2\u0501\u0435\u0261\u0581\u04bb\u0570\u0456"
    "\u03b9\u0458\u03f3\u043a\u03ba\u04cf\u0578\u043e\u03bf\u0585\u0440\u03c1\u051b\u0563\u0455\u057d\u03c5"
    "\u03bd\u0475\u051d\u0445\u03c7\u0443\u04af"
)
_FILLERS = "\u115f\u1160\u3164\uffa0"
_TABLE = str.maketrans(_OTHERS, _LATIN, _FILLERS)


def as_it_looks(name: str) -> str:
    r"""Return a name in the plainest signs that look like its own: two names of which this is one look the same.

    >>> as_it_looks("P\uFF12"), as_it_looks("\u04202"), as_it_looks("P\u0662")
    ('P2', 'P2', 'P2')
    """
    if name.isascii():
        return name
    plain = unicodedata.normalize("NFKC", name.translate(_TABLE)).translate(_TABLE)
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in plain)


def tell_apart(names: Iterable[str]) -> tuple[str, ...]:
    r"""Return names as a message shows them, with the numbers of the signs in which those that look the same differ.

    >>> tell_apart(["P2", "\u04202"])[1] == "'\u04202' (U+0420)"
    True
    """
    return tuple(map(_with_numbers, names))


def _with_numbers(name: str) -> str:
    odd = [f"U+{ord(sign):04X}" for sign in name if as_it_looks(sign) != unicodedata.normalize("NFC", sign)]
    return f"{name!r} ({', '.join(odd)})" if odd else repr(name)
