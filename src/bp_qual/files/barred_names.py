r"""Names in one text with bars between (`P02 | P02b`), as study.yaml says what is different; also names with bars."""

from __future__ import annotations

import json
from collections.abc import Iterable

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

    >>> print(yaml_names(["P02", "P02b"]), yaml_names(["a|b", 'a"b']))
    P02 | P02b a\\|b | a\"b
    """
    barred = " | ".join(name.replace("\\", "\\\\").replace("|", "\\|") for name in names)
    return json.dumps(barred, ensure_ascii=False)[1:-1]
