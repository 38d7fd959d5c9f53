"""Codebooks: themes written in YAML by researchers, read into frozen values.

`read_codebook` reports every problem of a file at once, each with file, line and column, the line itself and, where it
can be guessed, what was meant. What it does not do: it looks for no theme in any text (`matching`), and tests no
example (`coding.check_examples`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bp_qual.codebook.codes import Code, Codebook
from bp_qual.codebook.fates import Fate
from bp_qual.codebook.term_lists import LANGUAGE, TermLists, check_languages, find_shared_terms, guess_language
from bp_qual.display import shown
from bp_qual.errors import CodebookError, Problem
from bp_qual.files.yaml_text import MAX_PROBLEMS, Entries, Field, Items, Text, YamlReading, parse_yaml, read_yaml

NEGATED = ("keep", "drop")
CODEBOOK_FIELDS = (
    Field("codebook", "text", "The name of the codebook."),
    Field(
        "version", "version", "One to three numbers with dots: 1.0.0. It goes up when the meaning of a code changes."
    ),
    Field("language", "language", "The language of the terms and labels: nl, en, ...", required=True),
    Field("description", "text", "What the codebook is for, and who made it."),
    Field("renamed", "old to new", "Codes that got another id since the last version: {old: new}."),
    Field("merged", "old to new", "Codes that were joined to another one since the last version: {old: new}."),
    Field("split", "old to several", "Codes that were split since the last version: {old: [new, new]}."),
    Field("codes", "codes", "The themes.", required=True),
)
CODE_FIELDS = (
    Field("id", "id", "A word that never changes its meaning; it stands in every table.", required=True),
    Field("label", "label", "What people call the theme; one text, or one per language: {nl: ..., en: ...}."),
    Field("definition", "text", "What the theme is, in a sentence or two."),
    Field("include", "text", "What also belongs to it."),
    Field("exclude", "text", "What does not belong to it, though one might think so."),
    Field("examples", "texts", "Sentences that must be coded with it: they are tried by `check`."),
    Field("counterexamples", "texts", "Sentences that must not be coded with it: they are tried by `check`."),
    Field("terms", "terms", "How people say it. Without terms a code is given by hand only."),
    Field("terms_from", "files", "A text file beside the codebook with one term a line."),
    Field("unless", "terms", "A hit inside or overlapping one of these does not count."),
    Field("negated", "choice", "Whether 'not ...' counts: keep (and mark it) or drop.", choices=NEGATED),
    Field("parent", "id", "The id of the code this one belongs under, where it is not written inside it."),
    Field("colour", "colour", "The colour in pictures and in other programs: '#1b9e77'."),
    Field(
        "folder", "choice", "yes: a heading over its sub-codes, not meant to be given itself.", choices=("no", "yes")
    ),
    Field("guid", "guid", "The id by which other programs (REFI-QDA) know the code."),
    Field("codes", "codes", "Sub-codes; whatever is coded with one of them belongs to this code too."),
)
ID = re.compile(r"\w[\w.-]{0,99}")
VERSION = re.compile(r"\d{1,6}(\.\d{1,6}){0,2}", re.ASCII)
COLOUR = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def read_codebook(path: Path | str) -> Codebook:
    """Read a codebook from a YAML file, or raise `CodebookError` with every problem in it.

    Parameters
    ----------
    path : Path or str
        The file; word lists that it names (``terms_from``) are looked for beside it.

    Raises
    ------
    CodebookError
        With every problem in the file, each at its line and column.

    Examples
    --------
    >>> read_codebook("nowhere.yaml")
    Traceback (most recent call last):
        ...
    bp_qual.errors.CodebookError: nowhere.yaml  does not exist. Check the name and the folder.
    1 problem in nowhere.yaml. Nothing was coded.
    """
    return _build(read_yaml(path), Path(path))


def parse_codebook(text: str, source: str = "codebook.yaml") -> Codebook:
    r"""Read a codebook from a string; ``source`` is what messages call it.

    >>> parse_codebook("codebook: Demo\nversion: 1.0.0\nlanguage: nl\ncodes:\n  - id: aap\n    terms: [aap]")
    Demo 1.0.0: 1 code, 1 term, nl
    aap  1 term
    """
    return _build(parse_yaml(text, source), Path(source))


def _build(reading: YamlReading, path: Path) -> Codebook:
    """Make a codebook of a file read, or raise with all that is wrong."""
    codebook = _CodebookReader(reading, path).codebook() if reading.root is not None else None
    if reading.problems or codebook is None:
        raise CodebookError(*_all_problems(reading))
    return codebook


def _all_problems(reading: YamlReading) -> tuple[list[Problem], str]:
    def order(problem: Problem) -> tuple[str, list[int]]:
        name, *numbers = re.split(r":(?=\d+(?::|$))", problem.where)
        return (name != reading.name) * name, [int(number) for number in numbers]

    problems = sorted(dict.fromkeys(reading.problems), key=order)
    count = f"{len(problems)} problem{'s' * (len(problems) != 1)} in {reading.name}. Nothing was coded."
    if len(problems) > MAX_PROBLEMS:
        count = f"... and {len(problems) - MAX_PROBLEMS} more.\n{count}"
    return problems[:MAX_PROBLEMS], count


class _CodebookReader:
    """The one walk over a codebook's values."""

    def __init__(self, reading: YamlReading, path: Path) -> None:
        self.reading = reading
        self.path = path
        self.ids: dict[str, Text] = {}
        self.parents: dict[str, Any] = {}
        self.lists = TermLists(reading, path)

    def codebook(self) -> Codebook | None:
        """Return the codebook, or None where there are problems."""
        reading = self.reading
        root = reading.mapping(reading.root, "a codebook")
        if not isinstance(reading.root, Entries):
            return None
        reading.check_keys(root, CODEBOOK_FIELDS, "the codebook")
        codes = self._codes(root, "", "the codebook")
        if not codes and isinstance(root.get("codes"), Items):
            reading.report(root["codes"], "the codebook has no codes.", "Add one: '- id: samenwerking'.")
        codes = self._in_order(codes)
        fate = Fate(reading, self.ids)
        fields: dict[str, Any] = {
            "name": reading.text(root, "codebook", "the codebook") or self.path.stem,
            "version": self._fit(root, "version", VERSION, "Write numbers with dots: 1.0.0.") or "0",
            "language": self._language(root),
            "description": reading.text(root, "description", "the codebook"),
            "renamed": fate.one(root, "renamed"),
            "merged": fate.one(root, "merged"),
            "split": fate.several(root, "split"),
        }
        if reading.problems:
            return None
        notes = tuple(find_shared_terms(codes, reading.name))
        return Codebook(**fields, codes=tuple(codes), source=reading.name, notes=notes, lines=tuple(reading.lines))

    def _codes(self, mapping: Entries, parent: str, inside: str) -> list[Code]:
        found: list[Code] = []
        for each in self.reading.items(mapping, "codes", inside):
            if isinstance(each, Text):
                remedy = f"Write '- id: {shown(each)}'." if ID.fullmatch(each) else "Write '- id: ...'."
                self.reading.report(each, f"a code of {inside} is text, not lines 'key: value'.", remedy)
            elif isinstance(each, Entries):
                found += self._code(each, parent)
            else:
                self.reading.report(
                    each, f"a code of {inside} is a list, not lines 'key: value'.", "Write '- id: ...'."
                )
        return found

    def _code(self, written: Entries, parent: str) -> list[Code]:
        reading = self.reading
        code = self._id(written)
        inside = f"code '{shown(str(written['id']))}'" if "id" in written else "a code without id"
        reading.check_keys(written, CODE_FIELDS, inside)
        if "parent" in written:
            parent = self._parent(written, parent, inside)
        made = Code(
            id=code,
            label=self._label(written, inside),
            definition=reading.text(written, "definition", inside),
            include=reading.text(written, "include", inside),
            exclude=reading.text(written, "exclude", inside),
            examples=self._sentences(written, "examples", inside),
            counterexamples=self._sentences(written, "counterexamples", inside),
            terms=self.lists.terms(written, inside),
            unless=self.lists.unless(written, inside),
            negated=reading.choice(written, "negated", NEGATED, inside),
            parent=parent,
            colour=self._fit(written, "colour", COLOUR, "Write it in quotes, as '#1b9e77'."),
            guid=self._fit(written, "guid", GUID, "Copy it from the other program, 36 signs with dashes.").upper(),
            folder=reading.choice(written, "folder", ("no", "yes"), inside) == "yes",
            line=written.line,
            places=self._places(written),
        )
        return [made, *self._codes(written, code, inside)]

    def _id(self, written: Entries) -> str:
        at = written.get("id")
        if at is None:
            return ""
        code = self._fit(written, "id", ID, "Use letters, digits, '-', '_' and '.', and put the name in label.")
        if code in self.ids:
            what = f"the id '{code}' is used twice; the first is on line {self.ids[code].line}."
            self.reading.report(at, what, "Give one of the two another id.")
        elif code:
            self.ids[code] = at
        return code

    def _fit(self, mapping: Entries, key: str, pattern: re.Pattern[str], remedy: str) -> str:
        value = self.reading.text(mapping, key, "the codebook" if key == "version" else "a code")
        if key in mapping and isinstance(mapping[key], Text) and not pattern.fullmatch(value):
            self.reading.report(mapping[key], f"'{shown(value)}' cannot be the {key}.", remedy)
            return ""
        return value

    def _language(self, root: Entries) -> str:
        value = self.reading.text(root, "language", "the codebook")
        at = root.get("language")
        if isinstance(at, Text) and not LANGUAGE.fullmatch(value):
            self.reading.report(at, f"'{shown(value)}' is no language.", guess_language(value, "nl, en, de, ..."))
        return value

    def _label(self, written: Entries, inside: str) -> dict[str, str]:
        value = written.get("label")
        if isinstance(value, Entries):
            check_languages(self.reading, value, f"the label of {inside}")
            labels = {str(key): self.reading.text(value, key, f"the label of {inside}") for key in value}
            return {key: " ".join(text.split()) for key, text in labels.items() if text}
        text = " ".join(self.reading.text(written, "label", inside).split())
        root = self.reading.root
        return {str(root.get("language", "")): text} if text else {}

    def _sentences(self, written: Entries, key: str, inside: str) -> tuple[str, ...]:
        found = self.reading.texts(written, key, inside)
        for each in found:
            if not each.strip():
                self.reading.report(each, f"an empty sentence in '{key}' of {inside}.", "Write one, or delete it.")
        return tuple(_flow(each) for each in found)

    def _places(self, written: Entries) -> dict[str, tuple[int, int]]:
        found = [each for key in ("examples", "counterexamples") for each in as_list(written.get(key))]
        return {_flow(each): (each.line, each.column) for each in found if isinstance(each, Text)}

    def _parent(self, written: Entries, nested: str, inside: str) -> str:
        parent = self.reading.text(written, "parent", inside)
        if nested and parent != nested:
            what = f"{inside} is written inside '{shown(nested)}', but its parent is '{shown(parent)}'."
            self.reading.report(written["parent"], what, "Delete the line 'parent', or move the code.")
            return nested
        if parent and "id" in written:
            self.parents[str(written["id"]).strip()] = written["parent"]
        return parent

    def _in_order(self, codes: list[Code]) -> list[Code]:
        """Put parents before their children, and report parents that do not exist or run in a circle."""
        by_id = {code.id: code for code in codes}
        for code, at in self.parents.items():
            if str(at).strip() not in by_id:
                what = f"the parent of code '{shown(code)}' is '{shown(at)}', which is no code."
                self.reading.report(at, what, self.reading.guess(str(at), by_id))
        below: dict[str, list[Code]] = {}
        for each in codes:
            below.setdefault(each.parent if each.parent in by_id else "", []).append(each)
        ordered: list[Code] = []
        waiting = below.get("", [])[::-1]
        while waiting:
            each = waiting.pop()
            ordered.append(each)
            waiting += below.pop(each.id, [])[::-1] if each.id else []
        for code in by_id.keys() - {each.id for each in ordered}:
            if code in self.parents and _runs_in_a_circle(by_id, code):
                what = f"code '{shown(code)}' ends up under itself."
                self.reading.report(self.parents[code], what, "Take out one 'parent' of the circle.")
        return ordered


def _runs_in_a_circle(by_id: Mapping[str, Code], code: str) -> bool:
    seen: set[str] = set()
    at = by_id[code].parent
    while at in by_id and at not in seen and at != code:
        seen.add(at)
        at = by_id[at].parent
    return at == code


def as_list(value: Any) -> list[Any]:
    """Return a list, also where one thing stands for a list of one.

    >>> as_list(None), as_list("x"), as_list(["x"])
    ([], ['x'], ['x'])
    """
    return list(value) if isinstance(value, list) else [] if value is None else [value]


def _flow(text: str) -> str:
    return " ".join(text.split())
