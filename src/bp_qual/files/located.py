"""Values of a text file that carry their position, and how a message points at one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bp_qual.wording.remarks import Remark


class Text(str):
    """A string of a YAML file that knows its line and column (both counted from 1).

    >>> from bp_qual.files.yaml_text import parse_yaml
    >>> parse_yaml("wave: 2010", "study.yaml").root["wave"].column
    7
    """

    __slots__ = ("column", "line", "quoted")
    line: int
    column: int
    quoted: bool


class Items(list[Any]):
    """A list of a YAML file that knows its line and column.

    >>> from bp_qual.files.yaml_text import parse_yaml
    >>> parse_yaml("waves: [a, b]", "study.yaml").root["waves"].line
    1
    """

    __slots__ = ("column", "line")
    line: int
    column: int


class Entries(dict[str, Any]):
    """A mapping of a YAML file that knows its line and column; its keys know theirs.

    >>> from bp_qual.files.yaml_text import parse_yaml
    >>> list(parse_yaml("a: 1", "study.yaml").root)[0].line
    1
    """

    __slots__ = ("column", "line")
    line: int
    column: int


Located = Text | Items | Entries


def point_at(lines: Sequence[str], line: int, column: int, width: int = 1) -> str:
    """Return a line with carets under part of it; a long line is cut to fit on a screen.

    Parameters
    ----------
    lines : sequence of str
        The lines of the file.
    line, column : int
        The position, counted from 1.
    width : int
        The number of carets.

    Returns
    -------
    str
        Two lines of text; empty where there is no such line.

    Examples
    --------
    >>> print(point_at(["  inclde: [x]"], 1, 3, 6))
    inclde: [x]
    ^^^^^^
    """
    if not 1 <= line <= len(lines):
        return ""
    whole = lines[line - 1]  # it may hold the whole file, and a problem at each word of it: only a part is looked at
    begin = next((at for at, char in enumerate(whole) if char.isprintable() and not char.isspace()), len(whole))
    first = max(min(begin, column - 1), column - 60)
    text = "".join(char if char.isprintable() else " " for char in whole[first : first + 100]).rstrip()
    width = max(1, min(width, len(text) - (column - 1 - first)))
    return f"{text}\n{' ' * (column - 1 - first)}{'^' * width}"


def kind_of(value: object) -> Remark:
    """Name the type of a located value in the researcher's terms.

    >>> print(kind_of(Items()))
    a list
    """
    if isinstance(value, Text):
        return Remark("text")
    return Remark(
        "a list" if isinstance(value, Items) else "key and value" if isinstance(value, Entries) else "no value"
    )


def as_plain(value: Any) -> Any:
    """Return located values as ordinary dicts, lists and strings.

    >>> from bp_qual.files.yaml_text import parse_yaml
    >>> as_plain(parse_yaml("a: [b]", "x.yaml").root)
    {'a': ['b']}
    """
    if isinstance(value, Mapping):
        return {str(key): as_plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_plain(item) for item in value]
    return str(value)
