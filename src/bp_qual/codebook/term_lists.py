"""The lists of terms of a codebook: in the file itself, per language or not, or in text files next to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from bp_qual.codebook.codes import Code
from bp_qual.codebook.terms import TERM_FIELDS, Term, parse_term
from bp_qual.display import shown
from bp_qual.errors import TranscriptError
from bp_qual.files import read_bytes
from bp_qual.files.as_written import find_written
from bp_qual.files.yaml_text import MAX_BYTES, Entries, Items, Text, YamlReading, read_word_list, read_yaml
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.transcripts import suggest_language
from bp_qual.wording import Notice, Remark

MAX_PATTERNS = 2_000
LANGUAGE = lazy_pattern(r"[a-z]{2,3}")
_KINDS = {key.name for key in TERM_FIELDS}


class TermLists:
    """Reads the lists of terms of a codebook, and counts the regexes in the whole file.

    >>> from bp_qual.files.yaml_text import parse_yaml
    >>> reading = parse_yaml("terms: [aap, noot]", "book.yaml")
    >>> [term.text for term in TermLists(reading, Path("book.yaml")).terms(reading.root, Remark("a code"))]
    ['aap', 'noot']
    """

    def __init__(self, reading: YamlReading, path: Path) -> None:
        self.reading = reading
        self.path = path
        self.patterns = 0

    def terms(self, written: Entries, inside: Remark) -> tuple[Term, ...]:
        """Return the terms of a code: those in the file, then those of its word lists."""
        return self._distinct([*self._written(written, "terms", inside), *self._from_files(written, inside)], inside)

    def unless(self, written: Entries, inside: Remark) -> tuple[Term, ...]:
        """Return the terms that a match must not overlap."""
        return self._distinct(self._written(written, "unless", inside), inside)

    def _written(self, written: Entries, key: str, inside: Remark) -> list[Term]:
        value = written.get(key)
        if isinstance(value, Entries):
            if _KINDS & value.keys():
                return self._term_list([value], inside, "")
            check_languages(self.reading, value, _key_of(key, inside))
            return [
                term
                for language, listed in value.items()
                for term in self._term_list(listed if isinstance(listed, Items) else [listed], inside, str(language))
            ]
        if value is None or (isinstance(value, Text) and not value and not value.quoted):
            return []
        return self._term_list(value if isinstance(value, Items) else [value], inside, "")

    def _term_list(self, values: Iterable[Any], inside: Remark, language: str) -> list[Term]:
        terms = []
        for value in values:
            term = parse_term(self.reading, value, inside, language=language)
            if term is None:
                continue
            self.patterns += term.kind == "regex"
            if self.patterns == MAX_PATTERNS + 1:
                self.reading.report(value, "many regexes", {"most": MAX_PATTERNS})
            terms.append(term)
        return terms

    def _from_files(self, written: Entries, inside: Remark) -> list[Term]:
        value = written.get("terms_from")
        if isinstance(value, Entries):
            check_languages(self.reading, value, _key_of("terms_from", inside))
            return [
                term
                for language in value
                for at in self.reading.texts(value, language, inside)
                for term in self._word_list(at, inside, str(language))
            ]
        files = self.reading.texts(written, "terms_from", inside)
        return [term for at in files for term in self._word_list(at, inside, "")]

    def _word_list(self, at: Text, inside: Remark, language: str) -> list[Term]:
        path = find_written(self.path.parent, str(at))
        if not at or not _is_inside(path, self.path.parent):
            self.reading.report(at, "list elsewhere", {"list": shown(at), "inside": inside})
            return []
        words = read_word_list(path)
        if words.root is None:
            for problem in words.problems:
                unread = replace(problem, where="", excerpt="")
                self.reading.report(at, "list unreadable", {"list": shown(at), "problem": unread})
            return []
        terms = [parse_term(words, word, inside, language=language, source=str(at)) for word in words.root]
        self.reading.problems += words.problems
        return [term for term in terms if term]

    def _distinct(self, terms: list[Term], inside: Remark) -> tuple[Term, ...]:
        seen: dict[tuple[object, ...], Term] = {}
        for term in terms:
            first = seen.setdefault(term.meaning, term)
            if first is not term and not term.source and not first.source:
                values = {"term": shown(term.text), "inside": inside, "line": first.line}
                self.reading.report((term.line, term.column), "term twice", values, len(term.text))
        return tuple(seen.values())


def _key_of(key: str, inside: Remark) -> Remark:
    return Remark("key of", values={"key": key, "inside": inside})


def _is_inside(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):  # an impossible file name, or cyclic links
        return False


def list_word_lists(codebook: Path) -> frozenset[Path]:
    """Return where the word lists lie that a codebook names; none where it cannot be read.

    >>> list_word_lists(Path("no/such/codebook.yaml"))
    frozenset()
    """
    try:
        data = read_bytes(codebook, limit=MAX_BYTES, noted=False)
    except TranscriptError:
        return frozenset()
    written = b"terms_from" in data.replace(b"\0", b"")  # of UTF-16
    names = _named_in(read_yaml(codebook).root) if written else ()
    paths = (find_written(codebook.parent, name) for name in names)
    return frozenset(path.resolve() for path in paths if _is_inside(path, codebook.parent))


def _named_in(value: Any, key: str = "") -> Iterator[str]:
    """Yield every text below a key `terms_from`."""
    if isinstance(value, Entries):
        for name, part in value.items():
            yield from _named_in(part, key if key == "terms_from" else name)
    elif isinstance(value, Items):
        for part in value:
            yield from _named_in(part, key)
    elif key == "terms_from":
        yield str(value)


def check_languages(reading: YamlReading, mapping: Entries, inside: Remark) -> None:
    """Report the keys of a mapping that are not languages.

    Parameters
    ----------
    reading : YamlReading
        The file being read, which collects the problems.
    mapping : Entries
        The mapping.
    inside : Remark
        What the mapping is, for the message.

    Examples
    --------
    >>> from bp_qual.files.yaml_text import parse_yaml
    >>> reading = parse_yaml("dutch: x", "x.yaml")
    >>> check_languages(reading, reading.root, Remark("the codebook"))
    >>> reading.problems[0].remedy
    "Did you mean 'nl'?"
    """
    for key in mapping:
        if not LANGUAGE.fullmatch(key):
            guess = suggest_language(key, Remark("two letters", values={"form": "{nl: ..., en: ...}"}))
            reading.report(key, "key no language", {"value": shown(key), "inside": inside, "guess": guess})


def find_shared_terms(codes: list[Code], source: str) -> Iterator[Notice]:
    """Yield a notice for each term that several codes share; that is allowed, but often unintended.

    >>> codes = [Code(name, terms=(Term("x", "lemma", line),)) for line, name in enumerate("ab", start=1)]
    >>> [str(problem) for problem in find_shared_terms(codes, "x.yaml")]
    ["x.yaml:2:0  the term 'x' belongs to 'a' and 'b'. Both are coded."]
    """
    owners: dict[tuple[object, ...], list[tuple[Code, Term]]] = {}
    for code in codes:
        for term in code.terms:
            owners.setdefault(term.meaning, []).append((code, term))
    for shared in owners.values():
        if len(shared) > 1:
            names = [f"'{code.id}'" for code, _ in shared]
            where = f"{shared[1][1].source or source}:{shared[1][1].line}:{shared[1][1].column}"
            yield Notice("shared term", where, {"term": shown(shared[1][1].text), "codes": names})
