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
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bp_qual.display import show_name, shown
from bp_qual.errors import BpQualError, Problem
from bp_qual.files import read_bytes
from bp_qual.files.csv_tables import parse_csv
from bp_qual.files.located import Entries, Items, Located, Text, as_plain, kind_of, point_at
from bp_qual.files.yaml_reading import MAX_PROBLEMS, QUOTE_IT, Field, YamlReading

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
_LINE_ENDS = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_NOT_PRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_STRANGE_INDENT = re.compile("[ \t]*[\xa0\u1680\u2000-\u200b\u202f\u205f\u3000]")


def read_yaml(path: Path | str) -> YamlReading:
    """Read a YAML file into located values; its problems are in ``problems``.

    A file that is missing, too large or not text gives a reading with one problem and no root.

    >>> print(read_yaml("nowhere.yaml").problems[0])
    nowhere.yaml  does not exist. Check the name and the folder.
    """
    text, reading = _read_text(path)
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
    for hidden in _NOT_PRINTABLE.finditer(text):
        reading.report(
            _place(text, hidden.start()), f"holds the hidden character U+{ord(hidden[0]):04X}.", "Delete it."
        )
    for number, line in enumerate(reading.lines, start=1):
        found = _STRANGE_INDENT.match(line)
        if found:
            what = "the line is indented with a special kind of space, as copied from a web page or word processor."
            reading.report((number, found.end()), what, "Use the space bar.")
    if not reading.problems:
        _compose(text, reading)
    if reading.root is None and not reading.problems:
        reading.problems.append(Problem(name, "is empty."))
    return reading


def _read_text(path: Path | str) -> tuple[str, YamlReading]:
    """Return the text of a file and an empty reading, with a problem in it where the file is not readable text."""
    name = show_name(path)
    try:
        data = read_bytes(path, limit=MAX_BYTES)
    except BpQualError as error:
        return "", YamlReading(name, problems=list(error.problems))
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig"), YamlReading(name)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-16" if wide else "utf-8-sig", errors="replace")
        line, column = _place(before, len(before))
        what = "is not saved as UTF-8, so that letters such as é cannot be read."
        problem = Problem(f"{name}:{line}:{column}", what, "Save it again with encoding UTF-8.")
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
        reading.report((1, 1), f"cannot be read as YAML: {shown(str(error))}.")
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
                if event.anchor is not None or event.tag is not None:
                    self._refuse(event, node)
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
                    self.reading.report(position, "a second document begins here.", "Delete the line '---'.", 3)
                    return
            elif kind is yaml.StreamEndEvent:
                return

    def _open(self, event: Any, node: Items | Entries) -> bool:
        node.line, node.column = event.start_mark.line + 1, event.start_mark.column + 1
        if event.anchor is not None or event.tag is not None:
            self._refuse(event, node)
        self._add(node)
        self.stack.append((node, None))
        if len(self.stack) > MAX_DEPTH:
            self.reading.report(node, f"is nested more than {MAX_DEPTH} levels deep.", "Write it flatter.")
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
            self.reading.report(node, f"a key must be a word, not {kind_of(node)}.", QUOTE_IT)
            stand_in = Text("")
            stand_in.line, stand_in.column, stand_in.quoted = node.line, node.column, False
            return stand_in
        if node in container:
            first: Any = next(key for key in container if key == node)
            what = f"'{shown(node)}' occurs a second time; the first is on line {first.line}."
            self.reading.report(node, what, "Keep one of the two.")
        return node

    def _alias(self, event: Any) -> Text:
        node = Text(f"*{event.anchor}")
        node.line, node.column, node.quoted = event.start_mark.line + 1, event.start_mark.column + 1, False
        what = f"'*{shown(event.anchor)}' is an alias of YAML, which is not allowed."
        self.reading.report(node, what, "If it is a term with a wildcard, put it in quotes.")
        return node

    def _refuse(self, event: Any, node: Located) -> None:
        if event.anchor is not None:
            what, remedy = f"'&{shown(event.anchor)}' is an anchor of YAML", "If it is text, put it in quotes."
        else:
            what, remedy = f"'{shown(event.tag)}' is a tag of YAML", "If it is text, put it in quotes."
            if "file" in event.tag:
                remedy = "Write 'terms_from: words.txt' for a word list in a file of its own."
        self.reading.report((node.line, node.column), f"{what}, which is not allowed.", remedy)


_SYNTAX: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "a colon where none is allowed.", "_colon"),
    ("block sequence entries are not allowed", "a list begins behind its key.", "Begin it on the next line with '- '."),
    ("unexpected end of stream", "a quotation mark is opened here and never closed.", "_start"),
    ("did not find expected alphabetic", "a * or & begins a text here.", "_alias"),
    ("tab character", "the line is indented with a tab.", "Use spaces."),
    ("cannot start any token", "", "_token"),
    ("expected ',' or ']'", "a list opened with [ is not closed with ].", "_start"),
    ("expected ',' or '}'", "what is opened with { is not closed with }.", "_start"),
    ("unknown escape character", "a backslash in double quotes means something to YAML.", "Use single quotes."),
    ("expected '-' indicator", "this line belongs to no list item.", "Align it with its neighbours."),
    ("expected key", "this line does not fit the lines above it.", "_key"),
    ("could not find expected ':'", "a colon is missing.", "Write 'key: value', with a space after the colon."),
    ("document start", "there is text after the end of the document.", "Delete the line '...' or what follows it."),
)
_REMEDIES = {
    "_colon": "Put the whole text in quotes if it holds ': ', or align the line with its neighbours.",
    "_start": "Close it.",
    "_alias": "Put the text in quotes: '*werk*'.",
    "_key": "Align it with its neighbours; a text in quotes must end with its closing quote.",
}


def _report_syntax(reading: YamlReading, problem: str, position: tuple[int, int], start: tuple[int, int]) -> None:
    """Report in plain words what libyaml rejected."""
    for sign, what, remedy in _SYNTAX:
        if sign in problem:
            if remedy == "_token":
                what, remedy = _strange_start(reading.lines, position)
            reading.report(start if remedy in ("_start", "_alias") else position, what, _REMEDIES.get(remedy, remedy))
            return
    reading.report(position, f"is not YAML: {problem or 'unknown reason'}.", "Look at the quotes and the indentation.")


def _strange_start(lines: Sequence[str], position: tuple[int, int]) -> tuple[str, str]:
    line = lines[position[0] - 1] if position[0] <= len(lines) else ""
    char = line[position[1] - 1 : position[1]]
    if char == "\t":
        return "the line is indented with a tab.", "Use spaces."
    return f"a text cannot begin with '{shown(char)}'.", "Put it in quotes."
