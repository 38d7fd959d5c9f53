"""A YAML file being read: its values and the problems found so far, each with line, column and a caret.

`yaml_text` fills a `YamlReading`; the readers of codebooks and studies ask it for texts, lists and keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bp_qual.display import shown
from bp_qual.errors import Problem
from bp_qual.files.located import Entries, Items, Text, kind_of, point_at
from bp_qual.wording.guesses import did_you_mean
from bp_qual.wording.remarks import Remark

MAX_PROBLEMS = 100


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
    >>> reading.check_keys(reading.root, [Field("name", "text")], Remark("the study file"))
    >>> print(reading.problems[0])
    study.yaml:1:1  unknown key 'nmae' in the study file. Did you mean 'name'?
        nmae: x
        ^^^^
    """

    name: str
    lines: list[str] = field(default_factory=list)
    root: Any = None
    problems: list[Problem] = field(default_factory=list)
    seconds_left: float = 10.0  # for trying out the patterns that the file holds

    def report(self, at: Any, kind: str, values: Mapping[str, object] | None = None, width: int | None = None) -> None:
        """Note a problem at a located value, or at a ``(line, column)``.

        Parameters
        ----------
        at : Text, Items, Entries or tuple of int
            The value, or line and column.
        kind, values : str and mapping
            What is wrong, and what fills its sentences: as of a `Problem`.
        width : int, optional
            The number of carets; the length of the text if not given.

        Examples
        --------
        >>> from bp_qual.files.yaml_text import parse_yaml
        >>> reading = parse_yaml("a: b", "x.yaml")
        >>> reading.report((1, 4), "begins as alias")
        >>> reading.problems[0].where
        'x.yaml:1:4'
        """
        line, column = at if isinstance(at, tuple) else (at.line, at.column)
        if width is None:
            width = len(at) + 2 * at.quoted if isinstance(at, Text) else 1
        self.problems.append(
            Problem(f"{self.name}:{line}:{column}", kind, values or {}, point_at(self.lines, line, column, width))
        )

    def guess(self, word: str, known: Iterable[str], otherwise: str = "") -> Remark:
        """Return what was probably meant; empty once a file has very many problems.

        Parameters
        ----------
        word : str
            What was written.
        known : iterable of str
            What could have been meant.
        otherwise : str
            The kind of remark that lists these, where nothing is close.

        Returns
        -------
        Remark

        Examples
        --------
        >>> print(YamlReading("x.yaml").guess("inclde", ["include"]))
        Did you mean 'include'?
        """
        return did_you_mean(word, known, otherwise) if len(self.problems) < MAX_PROBLEMS else Remark("nothing")

    def check_keys(self, mapping: Entries, fields: Iterable[Field], inside: Remark) -> None:
        """Report the unknown keys of ``mapping`` and the required ones that are missing.

        Parameters
        ----------
        mapping : Entries
            The mapping.
        fields : iterable of Field
            The keys that it may hold.
        inside : Remark
            What the mapping is, for messages.

        Examples
        --------
        >>> from bp_qual.files.yaml_text import parse_yaml
        >>> reading = parse_yaml("a: b", "x.yaml")
        >>> fields = [Field("a", "text"), Field("b", "text", required=True)]
        >>> reading.check_keys(reading.root, fields, Remark("the study file"))
        >>> reading.problems[0].what
        "the study file has no 'b'."
        """
        known = {known_key.name: known_key for known_key in fields}
        for key in mapping:
            if key not in known:
                guess = self.guess(key, known, "may hold")
                self.report(key, "unknown key", {"key": shown(key), "inside": inside, "guess": guess})
        for known_key in known.values():
            if known_key.required and known_key.name not in mapping:
                self.report(mapping, "key missing", {"inside": inside, "key": known_key.name})

    def text(self, mapping: Entries, key: str, inside: Remark, default: str = "") -> str:
        """Return the text under ``key``, or ``default`` where there is none or it is not text.

        Parameters
        ----------
        mapping : Entries
            The mapping.
        key : str
            The key.
        inside : Remark
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
        >>> reading.text(reading.root, "a", Remark("the study file"))
        'no'
        """
        value = mapping.get(key)
        if value is None:
            return default
        if not isinstance(value, Text):
            self.report(value, "value not text", {"key": key, "inside": inside, "shape": kind_of(value)})
            return default
        return str(value).strip()

    def texts(self, mapping: Entries, key: str, inside: Remark) -> tuple[Text, ...]:
        """Return the list of texts under ``key``; a single text counts as a list of one.

        Parameters
        ----------
        mapping : Entries
            The mapping.
        key : str
            The key.
        inside : Remark
            What the mapping is, for messages.

        Returns
        -------
        tuple of Text

        Examples
        --------
        >>> from bp_qual.files.yaml_text import parse_yaml
        >>> reading = parse_yaml("a: [x, y]", "x.yaml")
        >>> reading.texts(reading.root, "a", Remark("the study file"))
        ('x', 'y')
        """
        value = mapping.get(key)
        if value is None:
            return ()
        items = value if isinstance(value, Items) else [value]
        for item in items:
            if not isinstance(item, Text):
                self.report(item, "not texts", {"key": key, "inside": inside, "shape": kind_of(item)})
        return tuple(item for item in items if isinstance(item, Text))

    def choice(self, mapping: Entries, key: str, choices: Sequence[str], inside: Remark) -> str:
        """Return the text under ``key`` if it is one of ``choices``, else report it and return the first.

        Parameters
        ----------
        mapping : Entries
            The mapping.
        key : str
            The key.
        choices : sequence of str
            The allowed texts.
        inside : Remark
            What the mapping is, for messages.

        Returns
        -------
        str

        Examples
        --------
        >>> from bp_qual.files.yaml_text import parse_yaml
        >>> reading = parse_yaml("negated: dropp", "x.yaml")
        >>> reading.choice(reading.root, "negated", ("keep", "drop"), Remark("the study file"))
        'keep'
        >>> reading.problems[0].remedy
        "Did you mean 'drop'?"
        """
        value = self.text(mapping, key, inside, choices[0])
        if value in choices:
            return value
        at = mapping[key]
        guess = self.guess(value, choices, "may be")
        self.report(at, "not a choice", {"key": key, "inside": inside, "value": shown(value), "guess": guess})
        return choices[0]

    def mapping(self, value: Any, inside: Remark) -> Entries:
        """Return ``value`` if it is a mapping, else report it and return an empty one.

        >>> from bp_qual.files.yaml_text import parse_yaml
        >>> reading = parse_yaml("[a]", "x.yaml")
        >>> reading.mapping(reading.root, Remark("the study file"))
        {}
        """
        if isinstance(value, Entries):
            return value
        self.report(value, "not keys", {"inside": inside, "shape": kind_of(value)}, 1)
        empty = Entries()
        empty.line, empty.column = value.line, value.column
        return empty

    def items(self, mapping: Entries, key: str, inside: Remark) -> Items:
        """Return the list under ``key``, or an empty one where there is none or it is not a list.

        Parameters
        ----------
        mapping : Entries
            The mapping.
        key : str
            The key.
        inside : Remark
            What the mapping is, for messages.

        Returns
        -------
        Items

        Examples
        --------
        >>> from bp_qual.files.yaml_text import parse_yaml
        >>> reading = parse_yaml("waves: 2010", "x.yaml")
        >>> reading.items(reading.root, "waves", Remark("the study file"))
        []
        """
        value = mapping.get(key)
        if isinstance(value, Items):
            return value
        if value is not None and not (isinstance(value, Text) and not value):
            self.report(value, "not a list", {"key": key, "inside": inside, "shape": kind_of(value)})
        return Items()
