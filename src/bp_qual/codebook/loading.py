"""Codebooks: themes written in YAML by researchers, read into frozen values.

`read_codebook` reports all problems of a file at once, each with file, line and column, the line itself and, where it
can be guessed, what was meant. It does not search any text (`matching`) or test the examples (`coding.check_examples`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bp_qual.codebook.codes import Code, Codebook
from bp_qual.codebook.fates import FateReader
from bp_qual.codebook.never_matched import find_never_matched
from bp_qual.codebook.term_lists import LANGUAGE, TermLists, check_languages, find_shared_terms
from bp_qual.display import shown
from bp_qual.errors import CodebookError, Problem
from bp_qual.files.yaml_text import MAX_PROBLEMS, Entries, Field, Text, YamlReading, parse_yaml, read_yaml
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts import suggest_language
from bp_qual.wording import Remark

NEGATED = ("keep", "drop")
CODEBOOK_FIELDS = (
    Field("codebook", "text", "The name of the codebook."),
    Field(
        "version",
        "version",
        "One to three numbers separated by dots: 1.0.0. Raise it when the meaning of a code changes.",
    ),
    Field("language", "language", "The language of the terms and labels: nl, en, ...", required=True),
    Field("description", "text", "The purpose of the codebook and its authors."),
    Field("renamed", "old to new", "Codes whose id changed since the previous version: {old: new}."),
    Field("merged", "old to new", "Codes merged into another since the previous version: {old: new}."),
    Field("split", "old to several", "Codes split since the previous version: {old: [new, new]}."),
    Field("codes", "codes", "The themes.", required=True),
)
CODE_FIELDS = (
    Field("id", "id", "A name that never changes its meaning; it appears in every table.", required=True),
    Field("label", "label", "The display name of the theme: one text, or one per language: {nl: ..., en: ...}."),
    Field("definition", "text", "What the theme is, in a sentence or two."),
    Field("include", "text", "What also belongs to it."),
    Field("exclude", "text", "What does not belong to it, although it might seem to."),
    Field("examples", "texts", "Sentences that must be coded with it; tested by `check`."),
    Field("counterexamples", "texts", "Sentences that must not be coded with it; tested by `check`."),
    Field("terms", "terms", "The words for it. A code without terms is applied by hand only."),
    Field("terms_from", "files", "A text file next to the codebook with one term per line."),
    Field("unless", "terms", "A match that overlaps one of these does not count."),
    Field("negated", "choice", "Whether negated mentions count: keep (and mark them) or drop.", choices=NEGATED),
    Field("parent", "id", "The id of the parent code, where this code is not nested in it."),
    Field("colour", "colour", "The colour in plots and in other programs: '#1b9e77'."),
    Field("folder", "choice", "yes: a heading for its sub-codes, not applied itself.", choices=("no", "yes")),
    Field("guid", "guid", "The id of the code in other programs (REFI-QDA)."),
    Field("codes", "codes", "Sub-codes; whatever is coded with one of them is also coded with this code."),
)
ID = lazy_pattern(r"\w[\w.-]{0,99}")
VERSION = lazy_pattern(r"\d{1,6}(\.\d{1,6}){0,2}", re.ASCII)
COLOUR = lazy_pattern(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
GUID = lazy_pattern(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")

_BOOK = Remark("the codebook")


def read_codebook(path: Path | str) -> Codebook:
    """Read a codebook from a YAML file, or raise `CodebookError` with every problem in it.

    Parameters
    ----------
    path : Path or str
        The file; the word lists it names (``terms_from``) are read from the same folder.

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
    """Return the codebook in a file that was read, or raise with all its problems."""
    codebook = _CodebookReader(reading, path).codebook() if reading.root is not None else None
    if reading.problems or codebook is None:
        raise CodebookError(*_all_problems(reading))
    return codebook


def _all_problems(reading: YamlReading) -> tuple[list[Problem], Remark]:
    def order(problem: Problem) -> tuple[str, list[int]]:
        name, *numbers = re.split(r":(?=\d+(?::|$))", problem.where)
        return (name != reading.name) * name, [int(number) for number in numbers]

    problems = sorted(dict.fromkeys(reading.problems), key=order)
    more = len(problems) - MAX_PROBLEMS
    counts = {"n": len(problems), "more": more, "file": reading.name}
    kind = "many problems in codebook" if more > 0 else "problems in codebook"
    return problems[:MAX_PROBLEMS], Remark(kind, values=counts)


class _CodebookReader:
    """Turns the values of a file into a codebook, in one pass."""

    def __init__(self, reading: YamlReading, path: Path) -> None:
        self.reading = reading
        self.path = path
        self.ids: dict[str, Text] = {}
        self.parents: dict[str, Any] = {}
        self.lists = TermLists(reading, path)

    def codebook(self) -> Codebook | None:
        """Return the codebook, or None where there are problems."""
        reading = self.reading
        root = reading.mapping(reading.root, Remark("a codebook"))
        if not isinstance(reading.root, Entries):
            return None
        reading.check_keys(root, CODEBOOK_FIELDS, _BOOK)
        codes = self._codes(root, "", _BOOK)
        codes = self._in_order(codes)
        fates = FateReader(reading, self.ids)
        fields: dict[str, Any] = {
            "name": reading.text(root, "codebook", _BOOK) or self.path.stem,
            "version": self._fit(root, "version", VERSION, "wrong version") or "0",
            "language": self._language(root),
            "description": reading.text(root, "description", _BOOK),
            "renamed": fates.read_single(root, "renamed"),
            "merged": fates.read_single(root, "merged"),
            "split": fates.read_split(root, "split"),
        }
        if reading.problems:
            return None
        notes = (
            *find_shared_terms(codes, reading.name),
            *find_never_matched(codes, reading.name, str(fields["language"])),
        )
        return Codebook(**fields, codes=tuple(codes), source=reading.name, notes=notes, lines=tuple(reading.lines))

    def _codes(self, mapping: Entries, parent: str, inside: Remark) -> list[Code]:
        codes: list[Code] = []
        for item in self.reading.items(mapping, "codes", inside):
            if isinstance(item, Text):
                values = {"inside": inside, "id": shown(item) if ID.fullmatch(item) else "..."}
                self.reading.report(item, "code is text", values)
            elif isinstance(item, Entries):
                codes += self._code(item, parent)
            else:
                self.reading.report(item, "code is list", {"inside": inside, "id": "..."})
        return codes

    def _code(self, written: Entries, parent: str) -> list[Code]:
        reading = self.reading
        code = self._id(written)
        inside = Remark("code without id")
        if "id" in written:
            inside = Remark("this code", values={"code": shown(str(written["id"]))})
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
            colour=self._fit(written, "colour", COLOUR, "wrong colour"),
            guid=self._fit(written, "guid", GUID, "wrong guid").upper(),
            folder=reading.choice(written, "folder", ("no", "yes"), inside) == "yes",
            line=written.line,
            places=self._places(written),
        )
        return [made, *self._codes(written, code, inside)]

    def _id(self, written: Entries) -> str:
        at = written.get("id")
        if at is None:
            return ""
        code = self._fit(written, "id", ID, "wrong id")
        if code in self.ids:
            self.reading.report(at, "id twice", {"code": code, "line": self.ids[code].line})
        elif code:
            self.ids[code] = at
        return code

    def _fit(self, mapping: Entries, key: str, pattern: re.Pattern[str], wrong: str) -> str:
        """Return the text under a key, or report it as that kind of problem where it does not fit the pattern."""
        value = self.reading.text(mapping, key, _BOOK if key == "version" else Remark("a code"))
        if key in mapping and isinstance(mapping[key], Text) and not pattern.fullmatch(value):
            self.reading.report(mapping[key], wrong, {"value": shown(value)})
            return ""
        return value

    def _language(self, root: Entries) -> str:
        value = self.reading.text(root, "language", _BOOK)
        at = root.get("language")
        if isinstance(at, Text) and not LANGUAGE.fullmatch(value):
            guess = suggest_language(value, Remark("two letters", values={"form": "nl, en, de ..."}))
            self.reading.report(at, "no language", {"value": shown(value), "guess": guess})
        return value

    def _label(self, written: Entries, inside: Remark) -> dict[str, str]:
        value = written.get("label")
        if isinstance(value, Entries):
            of_label = Remark("label of", values={"inside": inside})
            check_languages(self.reading, value, of_label)
            labels = {str(key): self.reading.text(value, key, of_label) for key in value}
            return {key: " ".join(text.split()) for key, text in labels.items() if text}
        text = " ".join(self.reading.text(written, "label", inside).split())
        root = self.reading.root
        return {str(root.get("language", "")): text} if text else {}

    def _sentences(self, written: Entries, key: str, inside: Remark) -> tuple[str, ...]:
        sentences = self.reading.texts(written, key, inside)
        for sentence in sentences:
            if not sentence.strip():
                self.reading.report(sentence, "empty sentence", {"key": key, "inside": inside})
        return tuple(_flow(sentence) for sentence in sentences)

    def _places(self, written: Entries) -> dict[str, tuple[int, int]]:
        sentences = [sentence for key in ("examples", "counterexamples") for sentence in as_list(written.get(key))]
        return {
            _flow(sentence): (sentence.line, sentence.column) for sentence in sentences if isinstance(sentence, Text)
        }

    def _parent(self, written: Entries, nested: str, inside: Remark) -> str:
        parent = self.reading.text(written, "parent", inside)
        if nested and parent != nested:
            values = {"inside": inside, "nested": shown(nested), "parent": shown(parent)}
            self.reading.report(written["parent"], "two parents", values)
            return nested
        if parent and "id" in written:
            self.parents[str(written["id"]).strip()] = written["parent"]
        return parent

    def _in_order(self, codes: list[Code]) -> list[Code]:
        """Put parents before their children, and report parents that do not exist or form a cycle."""
        by_id = {code.id: code for code in codes}
        for child, at in self.parents.items():
            if str(at).strip() not in by_id:
                values = {"code": shown(child), "parent": shown(at), "guess": self.reading.guess(str(at), by_id)}
                self.reading.report(at, "no such parent", values)
        below: dict[str, list[Code]] = {}
        for code in codes:
            below.setdefault(code.parent if code.parent in by_id else "", []).append(code)
        ordered: list[Code] = []
        waiting = below.get("", [])[::-1]
        while waiting:
            code = waiting.pop()
            ordered.append(code)
            waiting += below.pop(code.id, [])[::-1] if code.id else []
        for child in by_id.keys() - {code.id for code in ordered}:
            if child in self.parents and _is_cyclic(by_id, child):
                self.reading.report(self.parents[child], "under itself", {"code": shown(child)})
        return ordered


def _is_cyclic(by_id: Mapping[str, Code], code: str) -> bool:
    seen: set[str] = set()
    at = by_id[code].parent
    while at in by_id and at not in seen and at != code:
        seen.add(at)
        at = by_id[at].parent
    return at == code


def as_list(value: Any) -> list[Any]:
    """Return a list, also for a single value or nothing.

    >>> as_list(None), as_list("x"), as_list(["x"])
    ([], ['x'], ['x'])
    """
    return list(value) if isinstance(value, list) else [] if value is None else [value]


def _flow(text: str) -> str:
    return " ".join(text.split())
