"""YAML as text with positions: every value carries its line and column.

`read_yaml` returns dicts, lists and strings that also have ``line`` and ``column`` (see `located`). Nothing is
converted: ``no``, ``012`` and ``2010-01-01`` stay the text that was written. Anchors, aliases, tags, duplicate keys, a
second document and nesting over 20 levels are refused, as far as possible all at once.

This module knows nothing of codebooks and studies. Their readers declare the keys they allow (`Field`) and get the
values from a `YamlReading`, which collects the problems.
"""

from __future__ import annotations

import codecs
import re
from itertools import islice
from pathlib import Path
from typing import Any

from bp_qual.display import show_name, shown
from bp_qual.errors import BpQualError, Problem
from bp_qual.files import read_bytes
from bp_qual.files.csv_tables import parse_csv
from bp_qual.files.decoding import warn_of_bytes
from bp_qual.files.located import Entries, Items, Located, Text, as_plain, kind_of, point_at
from bp_qual.files.nesting import is_too_deep
from bp_qual.files.yaml_reading import MAX_PROBLEMS, Field, YamlReading
from bp_qual.lazy_patterns import lazy_pattern

__all__ = [
    "MAX_PROBLEMS",
    "Entries",
    "Field",
    "Items",
    "Located",
    "Text",
    "YamlReading",
    "as_plain",
    "kind_of",
    "parse_yaml",
    "point_at",
    "read_word_list",
    "read_yaml",
]

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
_LINE_ENDS = lazy_pattern("\r\n|[\r\n\x85\u2028\u2029]")
_NOT_PRINTABLE = lazy_pattern("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_STRANGE_INDENT = lazy_pattern("[ \t]*[\xa0\u1680\u2000-\u200b\u202f\u205f\u3000]")


def read_yaml(path: Path | str, data: bytes | None = None) -> YamlReading:
    """Read a YAML file into located values; its problems are in ``problems``.

    A file that is missing, too large or not text gives a reading with one problem and no root. What is in it can be
    given, where it was fetched already.

    >>> print(read_yaml("nowhere.yaml").problems[0])
    nowhere.yaml  does not exist. Check the name and the folder.
    """
    text, reading = _read_text(path, data)
    return reading if reading.problems else parse_yaml(text, reading.name)


def read_word_list(path: Path | str) -> YamlReading:
    r"""Read a text file with one word or phrase a line; lines that begin with # are skipped.

    Of a table (.csv, .tsv) the first column is read, below its heading. The root of the reading is a list of located
    texts, or None where the file cannot be read.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder) / "words.txt"
    ...     _ = path.write_text("# neighbours\nneighbour\nnext door\n", "utf-8")
    ...     [str(word) for word in read_word_list(path).root]
    ['neighbour', 'next door']
    >>> print(read_word_list("nowhere.txt").problems[0])
    nowhere.txt  does not exist. Check the name and the folder.
    """
    if Path(path).suffix.lower() in (".csv", ".tsv"):
        return _read_word_table(Path(path))
    text, reading = _read_text(path)
    if reading.problems:
        return reading
    reading.lines, reading.root = _LINE_ENDS.split(text), Items()
    _report_hidden(text, reading)
    for number, line in enumerate(reading.lines, start=1):
        word = Text(line.strip())
        if word and not word.startswith("#"):
            word.line, word.column, word.quoted = number, len(line) - len(line.lstrip()) + 1, False
            reading.root.append(word)
    return reading


def _read_word_table(path: Path) -> YamlReading:
    name = show_name(path)
    try:
        table = parse_csv(read_bytes(path, limit=MAX_BYTES), where=name)
    except BpQualError as error:
        return YamlReading(name, problems=list(error.problems))
    warn_of_bytes(name, table.notes)
    reading = YamlReading(name, root=Items())
    for number, cells in table.rows:
        word = Text(cells[0].strip())
        if word:
            word.line, word.column, word.quoted = number, 1, True
            reading.root.append(word)
    return reading


def parse_yaml(text: str, name: str) -> YamlReading:
    """Read YAML from a string; ``name`` is what messages call it.

    >>> parse_yaml("no: 012", "x.yaml").root
    {'no': '012'}
    """
    reading = YamlReading(name, _LINE_ENDS.split(text))
    _report_hidden(text, reading)
    for number, line in enumerate(reading.lines, start=1):
        found = _STRANGE_INDENT.match(line)
        if found:
            reading.report((number, found.end()), "strange indent")
    if not reading.problems:
        _compose(text, reading)
    if reading.root is None and not reading.problems:
        reading.problems.append(Problem(name, "empty yaml"))
    return reading


def _report_hidden(text: str, reading: YamlReading) -> None:
    """Report every sign that no editor shows and no word has."""
    for hidden in islice(_NOT_PRINTABLE.finditer(text), MAX_PROBLEMS):
        sign = {"sign": f"U+{ord(hidden[0]):04X}"}
        reading.report(_place(text, hidden.start()), "hidden character", sign)


def _read_text(path: Path | str, data: bytes | None = None) -> tuple[str, YamlReading]:
    """Return the text of a file and an empty reading, with a problem in it where the file is not readable text."""
    name = show_name(path)
    try:
        data = read_bytes(path, limit=MAX_BYTES) if data is None else data
    except BpQualError as error:
        return "", YamlReading(name, problems=list(error.problems))
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig"), YamlReading(name)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-16" if wide else "utf-8-sig", errors="replace")
        line, column = _place(before, len(before))
        problem = Problem(f"{name}:{line}:{column}", "yaml not utf-8")
        return "", YamlReading(name, problems=[problem])


def _place(text: str, offset: int) -> tuple[int, int]:
    ends = [end.end() for end in _LINE_ENDS.finditer(text, 0, offset)]
    return len(ends) + 1, offset - (ends[-1] if ends else 0) + 1


def _compose(text: str, reading: YamlReading) -> None:
    """Build the values from the events of the parser, without recursion and within the limits."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        _Composer(loader, reading).run()
    except yaml.MarkedYAMLError as error:
        reading.root = None
        mark = error.problem_mark or error.context_mark
        position = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        start = (error.context_mark.line + 1, error.context_mark.column + 1) if error.context_mark else position
        _report_syntax(reading, error.problem or "", position, start)
    except (yaml.YAMLError, UnicodeError) as error:
        reading.root = None
        reading.report((1, 1), "not yaml", {"text": shown(str(error))})
    finally:
        loader.dispose()


class _Composer:
    """Builds the values of a file in one pass over its events."""

    def __init__(self, loader: Any, reading: YamlReading) -> None:
        self.loader = loader
        self.reading = reading
        self.stack: list[tuple[Items | Entries, Text | None]] = []
        self.documents = 0

    def run(self) -> None:
        import yaml

        get_event = self.loader.get_event
        while True:
            event = get_event()
            kind = type(event)
            if kind is yaml.ScalarEvent:
                node = Text(event.value)
                node.line = event.start_mark.line + 1
                node.column = event.start_mark.column + 1
                node.quoted = event.style in ("'", '"')
                if hidden := _NOT_PRINTABLE.search(node):  # written as \e or \x9b, which no line shows
                    self.reading.report(node, "hidden character", {"sign": f"U+{ord(hidden[0]):04X}"})
                if event.anchor is not None or event.tag is not None:
                    self._refuse(event, node)
                if event.end_mark.line > event.start_mark.line and event.style not in ("'", '"', "|", ">"):
                    self._report_swallowed(event.start_mark.line + 2, event.end_mark.line + 1)
                self._add(node)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                if not self._open(event, Entries() if kind is yaml.MappingStartEvent else Items()):
                    return
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self.stack.pop()
            elif kind is yaml.AliasEvent:
                self._add(self._alias(event))
            elif kind is yaml.DocumentStartEvent:
                self.documents += 1
                if self.documents > 1:
                    position = (event.start_mark.line + 1, event.start_mark.column + 1)
                    self.reading.report(position, "second document", width=3)
                    return
            elif kind is yaml.StreamEndEvent:
                return

    def _report_swallowed(self, first: int, last: int) -> None:
        """Report an item of a list that YAML takes for more text of the item above, because it is indented further."""
        for number in range(first, last + 1) if self.stack and isinstance(self.stack[-1][0], Items) else ():
            line = self.reading.lines[number - 1] if number <= len(self.reading.lines) else ""
            if item := re.match(r"\s*- +(.+)", line):
                column = len(line) - len(line.lstrip()) + 1
                self.reading.report((number, column), "item too deep", {"item": shown(item[1], 30)})

    def _open(self, event: Any, node: Items | Entries) -> bool:
        node.line, node.column = event.start_mark.line + 1, event.start_mark.column + 1
        if event.anchor is not None or event.tag is not None:
            self._refuse(event, node)
        self._add(node)
        self.stack.append((node, None))
        if len(self.stack) > MAX_DEPTH:
            self.reading.report(node, "nested too deep", {"most": MAX_DEPTH})
            self.reading.root = None
            return False
        return True

    def _add(self, node: Located) -> None:
        if not self.stack:
            self.reading.root = node
            return
        container, key = self.stack[-1]
        if isinstance(container, Items):
            container.append(node)
        elif key is not None:
            container[key] = node
            self.stack[-1] = (container, None)
        else:
            self.stack[-1] = (container, self._key(container, node))

    def _key(self, container: Items | Entries, node: Located) -> Text:
        if not isinstance(node, Text):
            self.reading.report(node, "key not a word", {"shape": kind_of(node)})
            stand_in = Text("")
            stand_in.line, stand_in.column, stand_in.quoted = node.line, node.column, False
            return stand_in
        if node in container:
            first: Any = next(key for key in container if key == node)
            self.reading.report(node, "key twice", {"key": shown(node), "line": first.line})
        return node

    def _alias(self, event: Any) -> Text:
        node = Text(f"*{event.anchor}")
        node.line, node.column, node.quoted = event.start_mark.line + 1, event.start_mark.column + 1, False
        self.reading.report(node, "alias", {"name": shown(event.anchor)})
        return node

    def _refuse(self, event: Any, node: Located) -> None:
        kind = "anchor" if event.anchor is not None else "tag of a file" if "file" in event.tag else "tag"
        name = event.tag if event.anchor is None else event.anchor
        self.reading.report((node.line, node.column), kind, {"name": shown(name)})


# what libyaml says, what that is called here, and whether the mistake is where something was opened
_SYNTAX: tuple[tuple[str, str, bool], ...] = (
    ("mapping values are not allowed", "colon not allowed", False),
    ("block sequence entries are not allowed", "list behind key", False),
    ("unexpected end of stream", "quote not closed", True),
    ("did not find expected alphabetic", "begins as alias", True),
    ("tab character", "indented with tab", False),
    ("expected ',' or ']'", "bracket not closed", True),
    ("expected ',' or '}'", "brace not closed", True),
    ("unknown escape character", "unknown escape", False),
    ("expected '-' indicator", "line of no item", False),
    ("expected key", "line does not fit", False),
    ("could not find expected ':'", "colon missing", False),
    ("document start", "text after the end", False),
)


def _report_syntax(reading: YamlReading, problem: str, position: tuple[int, int], start: tuple[int, int]) -> None:
    """Report in plain words what libyaml rejected."""
    if "cannot start any token" in problem:
        line = reading.lines[position[0] - 1] if position[0] <= len(reading.lines) else ""
        sign = line[position[1] - 1 : position[1]]
        reading.report(position, "indented with tab" if sign == "\t" else "strange begin", {"sign": shown(sign)})
        return
    if is_too_deep(ValueError(problem)):
        reading.report(position, "nested too deep", {"most": MAX_DEPTH})
        return
    for said, kind, at_start in _SYNTAX:
        if said in problem:
            reading.report(start if at_start else position, kind)
            return
    reading.report(position, "not yaml", {"text": shown(problem or "?")})
