"""A YAML file being read: its values and the problems found so far, each with line, column and a caret.

`yaml_text` fills a `YamlReading`; the readers of codebooks and studies ask it for texts, lists and keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from bp_qual.display import did_you_mean, shown
from bp_qual.errors import Problem
from bp_qual.files.located import Entries, Items, Text, kind_of, point_at

MAX_PROBLEMS = 100
QUOTE_IT = "Put quotes around a text that holds ': ' or begins with '[' or '{'."


@dataclass(frozen=True, slots=True)
class Field:
    """One key that a mapping may hold: its name, the type of its value, and its purpose.

    Examples
    --------
    >>> Field("id", "text", "The name of the code.", required=True).required
    True
    """

    name: str
    kind: str
    about: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()


@dataclass(slots=True)
class YamlReading:
    """A YAML file being read: its values, and the problems found so far.

    Examples
    --------
    >>> from bp_qual.files.yaml_text import parse_yaml
    >>> reading = parse_yaml("nmae: x", "study.yaml")
    >>> reading.check_keys(reading.root, [Field("name", "text")], "the study")
    >>> print(reading.problems[0])
    study.yaml:1:1  unknown key 'nmae' in the study. Did you mean 'name'?
        nmae: x
        ^^^^
    """

    name: str
    lines: list[str] = field(default_factory=list)
    root: Any = None
    problems: list[Problem] = field(default_factory=list)
    seconds_left: float = 10.0  # for trying out the patterns that the file holds

    def report(self, at: Any, what: str, remedy: str = "", width: int | None = None) -> None:
        """Note a problem at a located value, or at a ``(line, column)``.

        Parameters
        ----------
        at : Text, Items, Entries or tuple of int
            The value, or line and column.
        what, remedy : str
            What is wrong, and what to do about it.
        width : int, optional
            The number of carets; the length of the text if not given.

        Examples
        --------
        >>> from bp_qual.files.yaml_text import parse_yaml
        >>> reading = parse_yaml("a: b", "x.yaml")
        >>> reading.report((1, 4), "is no number.")
        >>> reading.problems[0].where
        'x.yaml:1:4'
        """
        line, column = at if isinstance(at, tuple) else (at.line, at.column)
        if width is None:
            width = len(at) + 2 * at.quoted if isinstance(at, Text) else 1
        self.problems.append(
            Problem(f"{self.name}:{line}:{column}", what, remedy, point_at(self.lines, line, column, width))
        )

    def guess(self, word: str, known: Iterable[str], otherwise: str = "") -> str:
        """Return what was probably meant; empty once a file has very many problems.

        Parameters
        ----------
        word : str
            What was written.
        known : iterable of str
            What could have been meant.
        otherwise : str
            How a list of these begins, where nothing is close.

        Returns
        -------
        str

        Examples
        --------
        >>> YamlReading("x.yaml").guess("inclde", ["include"])
        "Did you mean 'include'?"
        """
        return did_you_mean(word, known, otherwise) if len(self.problems) < MAX_PROBLEMS else ""

    def check_keys(self, mapping: Entries, fields: Iterable[Field], inside: str) -> None:
        """Report the unknown keys of ``mapping`` and the required ones that are missing.

        Parameters
        ----------
        mapping : Entries
            The mapping.
        fields : iterable of Field
            The keys that it may hold.
        inside : str
            What the mapping is, for messages.

        Examples
        --------
        >>> from bp_qual.files.yaml_text import parse_yaml
        >>> reading = parse_yaml("a: b", "x.yaml")
        >>> reading.check_keys(reading.root, [Field("a", "text"), Field("b", "text", required=True)], "the file")
        >>> reading.problems[0].what
        "the file has no 'b'."
        """
        known = {known_key.name: known_key for known_key in fields}
        for key in mapping:
            if key not in known:
                self.report(key, f"unknown key '{shown(key)}' in {inside}.", self.guess(key, known, "It may hold: "))
        for known_key in known.values():
            if known_key.required and known_key.name not in mapping:
                self.report(mapping, f"{inside} has no '{known_key.name}'.", f"Add a line '{known_key.name}: ...'.")

    def text(self, mapping: Entries, key: str, inside: str, default: str = "") -> str:
        """Return the text under ``key``, or ``default`` where there is none or it is not text.

        Parameters
        ----------
        mapping : Entries
            The mapping.
        key : str
            The key.
        inside : str
            What the mapping is, for messages.
        default : str
            What to return where there is no text.

        Returns
        -------
        str

        Examples
        --------
        >>> from bp_qual.files.yaml_text import parse_yaml
        >>> reading = parse_yaml("a: no", "x.yaml")
        >>> reading.text(reading.root, "a", "the file")
        'no'
        """
        value = mapping.get(key)
        if value is None:
            return default
        if not isinstance(value, Text):
            self.report(value, f"'{key}' of {inside} must be text, not {kind_of(value)}.", "Write it on one line.")
            return default
        return str(value).strip()

    def texts(self, mapping: Entries, key: str, inside: str) -> tuple[Text, ...]:
        """Return the list of texts under ``key``; a single text counts as a list of one.

        Parameters
        ----------
        mapping : Entries
            The mapping.
        key : str
            The key.
        inside : str
            What the mapping is, for messages.

        Returns
        -------
        tuple of Text

        Examples
        --------
        >>> from bp_qual.files.yaml_text import parse_yaml
        >>> reading = parse_yaml("a: [x, y]", "x.yaml")
        >>> reading.texts(reading.root, "a", "the file")
        ('x', 'y')
        """
        value = mapping.get(key)
        if value is None:
            return ()
        items = value if isinstance(value, Items) else [value]
        for item in items:
            if not isinstance(item, Text):
                self.report(item, f"'{key}' of {inside} must be a list of texts, but holds {kind_of(item)}.", QUOTE_IT)
        return tuple(item for item in items if isinstance(item, Text))

    def choice(self, mapping: Entries, key: str, choices: Sequence[str], inside: str) -> str:
        """Return the text under ``key`` if it is one of ``choices``, else report it and return the first.

        Parameters
        ----------
        mapping : Entries
            The mapping.
        key : str
            The key.
        choices : sequence of str
            The allowed texts.
        inside : str
            What the mapping is, for messages.

        Returns
        -------
        str

        Examples
        --------
        >>> from bp_qual.files.yaml_text import parse_yaml
        >>> reading = parse_yaml("negated: dropp", "x.yaml")
        >>> reading.choice(reading.root, "negated", ("keep", "drop"), "the file")
        'keep'
        >>> reading.problems[0].remedy
        "Did you mean 'drop'?"
        """
        value = self.text(mapping, key, inside, choices[0])
        if value in choices:
            return value
        at = mapping[key]
        what = f"'{key}' of {inside} is '{shown(value)}'."
        self.report(at, what, self.guess(value, choices, "It may be: "))
        return choices[0]

    def mapping(self, value: Any, inside: str) -> Entries:
        """Return ``value`` if it is a mapping, else report it and return an empty one.

        >>> from bp_qual.files.yaml_text import parse_yaml
        >>> reading = parse_yaml("[a]", "x.yaml")
        >>> reading.mapping(reading.root, "the file")
        {}
        """
        if isinstance(value, Entries):
            return value
        self.report(value, f"{inside} must be lines 'key: value', not {kind_of(value)}.", width=1)
        empty = Entries()
        empty.line, empty.column = value.line, value.column
        return empty

    def items(self, mapping: Entries, key: str, inside: str) -> Items:
        """Return the list under ``key``, or an empty one where there is none or it is not a list.

        Parameters
        ----------
        mapping : Entries
            The mapping.
        key : str
            The key.
        inside : str
            What the mapping is, for messages.

        Returns
        -------
        Items

        Examples
        --------
        >>> from bp_qual.files.yaml_text import parse_yaml
        >>> reading = parse_yaml("waves: 2010", "x.yaml")
        >>> reading.items(reading.root, "waves", "the file")
        []
        """
        value = mapping.get(key)
        if isinstance(value, Items):
            return value
        if value is not None and not (isinstance(value, Text) and not value):
            what = f"'{key}' of {inside} must be a list, not {kind_of(value)}."
            self.report(value, what, "Begin each item on a line of its own with '- '.")
        return Items()
