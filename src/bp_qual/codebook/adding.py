"""Adding a code to a codebook file as text: comments, order and layout stay as the researcher wrote them.

The version is raised, because the meaning of the codebook changed; nothing else in the file is touched.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from bp_qual.codebook.codes import Code, Codebook
from bp_qual.codebook.loading import parse_codebook
from bp_qual.codebook.versions import next_version
from bp_qual.codebook.yaml_writing import quote
from bp_qual.display import show_name
from bp_qual.errors import CodebookError, Problem
from bp_qual.files import decode_text, read_bytes, write_atomically
from bp_qual.files.yaml_text import Entries, Items, Text, parse_yaml


def add_code(path: Path | str, code: Code) -> Codebook:
    r"""Add a code to the end of a codebook file, raise the version, and return the codebook as it is now.

    Parameters
    ----------
    path : Path or str
        The codebook.
    code : Code
        Its id, label, definition, include, exclude and parent are written; terms are left to whoever edits the file.

    Returns
    -------
    Codebook

    Raises
    ------
    CodebookError
        Where the code is there already, or the file is written in a way that nothing can be added to. It is then as
        it was.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder) / "themes.yaml"
    ...     _ = file.write_text("version: 1.0.9  # of May\nlanguage: en\ncodes:\n  - id: money  # first\n", "utf-8")
    ...     book = add_code(file, Code("time", label={"en": "Time"}))
    ...     print(file.read_text("utf-8"), end="")
    version: 1.0.10  # of May
    language: en
    codes:
      - id: money  # first
      - id: time
        label: Time
    """
    return edit_codebook(path, lambda text, source: with_code(text, code, source))


def edit_codebook(path: Path | str, edit: Callable[[str, str], str]) -> Codebook:
    r"""Write a codebook file with its text changed, its line ends kept, and return the codebook as it is now.

    Parameters
    ----------
    path : Path or str
        The codebook.
    edit : callable
        From its text, with LF line ends, and what messages call the file, to the new text.

    Returns
    -------
    Codebook

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder) / "themes.yaml"
    ...     _ = file.write_bytes(b"language: nl\r\ncodes:\r\n  - id: money\r\n")
    ...     _ = edit_codebook(file, lambda text, source: text.replace("nl", "en"))
    ...     file.read_bytes()
    b'language: en\r\ncodes:\r\n  - id: money\r\n'
    """
    data = read_bytes(Path(path), noted=False)
    decoded = decode_text(data, where=show_name(path))
    mark = "\ufeff" if data.startswith(b"\xef\xbb\xbf") else ""
    text = edit(decoded.text, show_name(path))
    ends = "\r\n" if b"\r\n" in data else "\n"
    write_atomically(path, (mark + text).replace("\n", ends).encode("utf-8"), edited=True)
    return parse_codebook(text, show_name(path))


def with_code(text: str, code: Code, source: str) -> str:
    r"""Return the text of a codebook with a code added and the version raised.

    Parameters
    ----------
    text : str
        The codebook, with LF line ends.
    code : Code
        What to add.
    source : str
        What messages call the file.

    Returns
    -------
    str

    Examples
    --------
    >>> print(with_code("language: nl\ncodes:\n- id: a\n", Code("b"), "a.yaml"), end="")
    version: 0.0.1
    language: nl
    codes:
    - id: a
    - id: b
    """
    before = parse_codebook(text, source)
    if code.id in before.ids:
        raise CodebookError(Problem(source, "code there already", {"code": code.id}))
    root = parse_yaml(text, source).root
    lines = text.split("\n")
    where = _end_of_codes(root, lines) if isinstance(root, Entries) else None
    if where is None:
        raise CodebookError(Problem(source, "codes in brackets"))
    line, lead = where
    lines[line:line] = _lines_of(code, lead)
    raise_version(root, lines, before.version)
    new = "\n".join(lines)
    new += "" if new.endswith("\n") else "\n"
    after = parse_codebook(new, source)
    others = Codebook(before.name, before.version, before.language, tuple(c for c in after.codes if c.id != code.id))
    if code.id not in after.ids or others.sha256 != before.sha256:
        raise CodebookError(Problem(source, "code cannot be added", {"code": code.id}))
    return new


def _end_of_codes(root: Entries, lines: list[str]) -> tuple[int, str] | None:
    """Return before which line a code can be added (from 0), and with what indent; None in flow style."""
    codes = root.get("codes")
    if not codes:
        return _begin_of_codes(root, codes, lines)
    if not isinstance(codes, Items):
        return None
    first = lines[codes[0].line - 1]
    dash = re.match(r"( *)- ", first)
    if dash is None:
        return None
    later = [key.line for key in root if isinstance(key, Text) and key.line > codes[0].line]
    end = min(later) - 1 if later else len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    while later and end and lines[end - 1].startswith("#"):
        end -= 1
    return end, dash[1]


def _begin_of_codes(root: Entries, codes: object, lines: list[str]) -> tuple[int, str] | None:
    """Return where the first code comes; an empty ``[]`` is taken away, for the codes stand on lines of their own."""
    key = next(key.line for key in root if isinstance(key, Text) and key == "codes")
    if not re.match(r" *codes *:", lines[key - 1]):
        return None
    if isinstance(codes, Items):
        row, at = codes.line - 1, codes.column - 1
        brackets = re.match(r"\[ *\]", lines[row][at:])
        if brackets is None:
            return None
        lines[row] = (lines[row][:at].rstrip() + lines[row][at + brackets.end() :]).rstrip()
    return key, "  "


def _lines_of(code: Code, lead: str) -> list[str]:
    inner = lead + "  "
    label = next(iter(code.label.values()), "")
    texts = {
        "parent": code.parent,
        "label": label,
        "definition": code.definition,
        "include": code.include,
        "exclude": code.exclude,
    }
    return [f"{lead}- id: {quote(code.id)}", *(f"{inner}{key}: {quote(text)}" for key, text in texts.items() if text)]


def raise_version(root: Entries, lines: list[str], version: str) -> None:
    r"""Raise the version in the lines of a codebook, or write the first one.

    Parameters
    ----------
    root : Entries
        The codebook as it was read.
    lines : list of str
        Its lines, which are changed.
    version : str
        Its version.

    Examples
    --------
    >>> lines = ["version: 1.0.9  # May", "codes: []"]
    >>> raise_version(parse_yaml("\n".join(lines), "a.yaml").root, lines, "1.0.9")
    >>> lines[0]
    'version: 1.0.10  # May'
    """
    written = root.get("version")
    if isinstance(written, Text):
        row = written.line - 1
        start = written.column - 1 + written.quoted
        lines[row] = lines[row][:start] + next_version(version) + lines[row][start + len(written) :]
    else:
        first = min(key.line for key in root if isinstance(key, Text)) - 1
        lines.insert(first, f"version: {next_version(version)}")
