r"""Names in one text with bars between (`P02 | P02b`), as study.yaml says what is different; also names with bars."""

from __future__ import annotations

import json
from collections.abc import Iterable

from bp_qual.display import visible, without_unseen
from bp_qual.lazy_patterns import lazy_pattern

_NAME = lazy_pattern(r"(?:\\[\\|]|[^|])+")
_ESCAPED = lazy_pattern(r"\\([\\|])")


def split_names(text: str) -> list[str]:
    r"""Return the names in a text with bars between; `\|` is a bar in a name, and `\\` a stroke.

    >>> split_names(r"P02 | P02b"), split_names(r"a\|b | a\b")
    (['P02', 'P02b'], ['a|b', 'a\\b'])
    """
    return [_ESCAPED.sub(r"\1", name).strip() for name in _NAME.findall(text)]


def yaml_names(names: Iterable[str]) -> str:
    r"""Return names as what is to be written between double quotes of YAML, so that they are read as they are.

    A sign that no line shows, or that looks like a blank, is written by its number.

    >>> print(yaml_names(["P02", "P02b"]), yaml_names(["a|b", 'a"b']))
    P02 | P02b a\\|b | a\"b
    >>> print(yaml_names(["Jansen", "Jan\u00adsen"]), yaml_names(["Jan Smit", "Jan\u00a0Smit"]))
    Jansen | Jan\u00ADsen Jan Smit | Jan\u00A0Smit
    """
    barred = " | ".join(name.replace("\\", "\\\\").replace("|", "\\|") for name in names)
    return "".join(_as_seen(sign) for sign in json.dumps(barred, ensure_ascii=False)[1:-1])


def _as_seen(sign: str) -> str:
    """Return a sign as it can be typed: by its number where it is not seen."""
    if sign == " " or (sign.isprintable() and without_unseen(visible(sign)) == sign):
        return sign
    return f"\\u{ord(sign):04X}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08X}"
