"""Writing a codebook as YAML that reads back with the same meaning.

Used for codebooks from other programs. Comments and layout of a hand-written file would be lost; that is why nothing
in the package overwrites a file that a researcher made.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bp_qual.codebook.codes import Code, Codebook
from bp_qual.codebook.terms import Term
from bp_qual.files import write_atomically
from bp_qual.lazy_patterns import lazy_pattern

MAX_NESTING = 7
_PLAIN = lazy_pattern(r"[^\W\d_][\w ,.()'/;+=!?’-]*", re.UNICODE)
_NOT_PLAIN = lazy_pattern(r"(?i:y|n|yes|no|on|off|true|false|null|nan|inf)")
_NOT_PRINTED = lazy_pattern("[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def write_codebook(codebook: Codebook, path: Path | str) -> None:
    """Write a codebook as a YAML file that `read_codebook` reads back with the same meaning.

    >>> import tempfile
    >>> from bp_qual.codebook import parse_codebook, read_codebook
    >>> book = parse_codebook("{codebook: Demo, version: 1.0.0, language: nl, codes: [{id: a, terms: [aap]}]}")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_codebook(book, Path(folder) / "demo.yaml")
    ...     read_codebook(Path(folder) / "demo.yaml").sha256 == book.sha256
    True
    """
    write_atomically(path, codebook_text(codebook).encode("utf-8", "replace"))


def codebook_text(codebook: Codebook) -> str:
    """Return a codebook as YAML.

    >>> from bp_qual.codebook import Code, Codebook
    >>> print(codebook_text(Codebook("Demo", "1.0.0", "nl", (Code("aap", label={"nl": "Aap"}),))), end="")
    # yaml-language-server: $schema=codebook.schema.json
    codebook: Demo
    version: 1.0.0
    language: nl
    codes:
      - id: aap
        label: {nl: Aap}
    """
    lines = ["# yaml-language-server: $schema=codebook.schema.json", f"codebook: {quote(codebook.name)}"]
    lines += [f"version: {codebook.version}", f"language: {codebook.language}"]
    lines += _texts("", {"description": codebook.description})
    lines += [f"{key}: {_flow_map(changes)}" for key, changes in _changes(codebook).items() if changes]
    below: dict[str, list[Code]] = {}
    for code in codebook.codes:
        below.setdefault(code.parent, []).append(code)
    lines.append("codes:")
    waiting = [(code, "") for code in below.get("", [])]
    while waiting:
        code, parent = waiting.pop(0)
        late: list[tuple[Code, str]] = []
        lines += _code_lines(code, below, "  ", parent, late)
        waiting = late + waiting
    return "\n".join(lines) + "\n"


def quote(text: str, inside: str = "") -> str:
    """Return text as YAML: bare where that is safe, else in quotes.

    ``inside`` holds characters that also need quotes, such as the comma in a list on one line.

    >>> quote("samen doen"), quote("no"), quote("hij zei: nee"), quote("a, b", ",")
    ('samen doen', '"no"', '"hij zei: nee"', '"a, b"')
    """
    bare = _PLAIN.fullmatch(text) and not text.endswith(" ") and "  " not in text and not _NOT_PLAIN.fullmatch(text)
    if bare and not any(sign in text for sign in inside):
        return text
    if "\\" in text and "'" not in text and text.isprintable():
        return f"'{text}'"
    return _NOT_PRINTED.sub(_escape, json.dumps(text, ensure_ascii=False))


def _escape(match: re.Match[str]) -> str:
    number = ord(match[0])
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _changes(codebook: Codebook) -> dict[str, Mapping[str, str | tuple[str, ...]]]:
    return {"renamed": codebook.renamed, "merged": codebook.merged, "split": codebook.split}


def _flow_map(entries: Mapping[str, str | tuple[str, ...]]) -> str:
    return "{" + ", ".join(f"{quote(key, ',')}: {_flow(value)}" for key, value in entries.items()) + "}"


def _flow(value: str | tuple[str, ...]) -> str:
    if isinstance(value, str):
        return quote(value, ",")
    return "[" + ", ".join(quote(item, ",") for item in value) + "]"


def _texts(lead: str, entries: Mapping[str, str]) -> list[str]:
    return [f"{lead}{key}: {text if key == 'folder' else quote(text)}" for key, text in entries.items() if text]


def _code_lines(
    code: Code, below: Mapping[str, list[Code]], lead: str, parent: str, late: list[tuple[Code, str]]
) -> Iterator[str]:
    """Yield the lines of a code and its sub-codes; those nested too deeply are appended to ``late``."""
    inner = lead + "  "
    yield f"{lead}- id: {quote(code.id)}"
    yield from _texts(inner, {"parent": parent})
    if code.label:
        yield f"{inner}label: {_flow_map(code.label)}"
    yield from _texts(inner, {"definition": code.definition, "include": code.include, "exclude": code.exclude})
    yield from _texts(inner, {"colour": code.colour, "guid": code.guid, "folder": "yes" * code.folder})
    for key, sentences in (("examples", code.examples), ("counterexamples", code.counterexamples)):
        yield from _list(inner, key, map(quote, sentences))
    yield from _term_lines(inner, "terms", code.terms)
    yield from _term_lines(inner, "unless", code.unless)
    if code.negated != "keep":
        yield f"{inner}negated: {code.negated}"
    children = below.get(code.id, [])
    if len(inner) > 4 * MAX_NESTING:
        late += [(child, code.id) for child in children]
    elif children:
        yield f"{inner}codes:"
        for child in children:
            yield from _code_lines(child, below, inner + "  ", "", late)


def _list(lead: str, key: str, items: Iterable[str]) -> Iterator[str]:
    for number, item in enumerate(items):
        if not number:
            yield f"{lead}{key}:"
        yield f"{lead}  - {item}"


def _term_lines(lead: str, key: str, terms: tuple[Term, ...]) -> Iterator[str]:
    languages = list(dict.fromkeys(term.language for term in terms))
    if len(languages) < 2 and languages != [""] and languages:
        yield f"{lead}{key}:"
        yield from _list(lead + "  ", languages[0], map(term_text, terms))
    elif len(languages) > 1:
        yield f"{lead}{key}:"
        for language in languages:
            yield from _list(lead + "  ", language, (term_text(term) for term in terms if term.language == language))
    else:
        yield from _list(lead, key, map(term_text, terms))


def term_text(term: Term) -> str:
    """Return a term as it is written in a codebook.

    >>> term_text(Term("SAMEN", "exact"))
    '{exact: SAMEN}'
    """
    if term.kind in ("exact", "regex"):
        return f"{{{term.kind}: {quote(term.text, ',')}}}"
    if term.word_class:
        return f"{{lemma: {quote(term.text, ',')}, as: {term.word_class}}}"
    if term.kind == "tokens":
        return f"{{tokens: {json.dumps([dict(token) for token in term.tokens], ensure_ascii=False)}}}"
    if term.kind == "near":
        parts = ", ".join(
            f"{{exact: {quote(part.text, ',')}}}" if part.kind == "exact" else quote(part.text, ",")
            for part in term.parts
        )
        return f"{{near: [{parts}], within: {term.within or 'sentence'}}}"
    return quote(term.text)
