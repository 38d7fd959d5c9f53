"""Adding terms and examples to a code of a codebook file as text: the rest stays as the researcher wrote it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bp_qual.codebook.adding import edit_codebook, raise_version
from bp_qual.codebook.codes import Code, Codebook
from bp_qual.codebook.loading import parse_codebook
from bp_qual.codebook.terms import Term
from bp_qual.codebook.yaml_writing import quote
from bp_qual.display import show_name
from bp_qual.errors import CodebookError, Problem
from bp_qual.files import decode_text, read_bytes
from bp_qual.files.yaml_text import Entries, Items, Text, parse_yaml
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.wording import Remark

_IN_A_ROW = ",[]{}"
_SIGNS = lazy_pattern(
    r"""'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|(?P<comment>(?:(?<=\s)|^)#.*)|[\[\]{},]|[^\s'"\[\]{},#][^\[\]{},]*"""
)


def add_terms(path: Path | str, code: str, terms: Sequence[str], *, examples: Sequence[str] = ()) -> Codebook:
    r"""Add terms to a code in a codebook file, raise the version, and return the codebook as it is now.

    Parameters
    ----------
    path : Path or str
        The codebook.
    code : str
        The id of the code.
    terms : sequence of str
        As they are written in a codebook: `samenwerken`, `subsidie~`, `samen doen`.
    examples : sequence of str
        Sentences that must be coded with it.

    Returns
    -------
    Codebook

    Raises
    ------
    CodebookError
        Where there is no such code, it has the term, a term is not valid, an example is a counterexample of the code
        or of one above it, or the file is written in a way that nothing can be added to. The file is then as it was.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder) / "themes.yaml"
    ...     _ = file.write_text("version: 1.0\nlanguage: en\ncodes:\n  - id: money\n    terms: [money]  # first\n")
    ...     book = add_terms(file, "money", ["cash"], examples=["It costs cash."])
    ...     print(file.read_text("utf-8"), end="")
    version: 1.0.1
    language: en
    codes:
      - id: money
        terms: [money, cash]  # first
        examples:
          - It costs cash.
    """
    return edit_codebook(path, lambda text, source: with_terms(text, code, terms, examples, source))


def preview_terms(path: Path | str, code: str, terms: Sequence[str], *, examples: Sequence[str] = ()) -> Codebook:
    """Return a codebook as it would be with terms and examples added, and write nothing.

    Parameters
    ----------
    path : Path or str
        The codebook.
    code : str
        The id of the code.
    terms, examples : sequence of str
        As in `add_terms`.

    Returns
    -------
    Codebook

    Examples
    --------
    >>> preview_terms("codebooks/best_persons.yaml", "hokjes", ["schuifje"]).code("hokjes").terms[-1].text
    'schuifje'
    """
    source = show_name(path)
    text = decode_text(read_bytes(Path(path), noted=False), where=source).text
    return parse_codebook(with_terms(text, code, terms, examples, source), source)


def with_terms(text: str, code: str, terms: Sequence[str], examples: Sequence[str], source: str) -> str:
    r"""Return the text of a codebook with terms and examples added to a code and the version raised.

    Parameters
    ----------
    text : str
        The codebook, with LF line ends.
    code : str
        The id of the code.
    terms, examples : sequence of str
        What to add; examples that are there already are not added again.
    source : str
        What messages call the file.

    Returns
    -------
    str

    Examples
    --------
    >>> text = "language: nl\ncodes:\n- id: a\n  terms:\n  - aap\n- id: b\n"
    >>> print(with_terms(text, "a", ["noot"], [], "a.yaml"), end="")
    version: 0.0.1
    language: nl
    codes:
    - id: a
      terms:
      - aap
      - noot
    - id: b
    """
    before = parse_codebook(text, source)
    if code not in before.ids:
        raise CodebookError(Problem(source, "no code to add to", {"code": code}))
    check_terms(terms, code, before.language)
    old = before.code(code)
    there = {" ".join(term.text.split()) for term in old.terms}
    if known := [term for term in terms if " ".join(term.split()) in there]:
        raise CodebookError(Problem(source, "term there already", {"code": code, "term": known[0]}))
    if both := sorted({" ".join(said.split()) for said in examples} & before.counterexamples_of(code)):
        raise CodebookError(Problem(source, "example is counterexample", {"code": code, "said": both[0]}))
    wanted = _parsed(terms, code, before.language)
    new = [sentence for sentence in dict.fromkeys(examples) if sentence not in old.examples]
    for key, values in (("terms", list(dict.fromkeys(terms))), ("examples", new)):
        text = _with_values(text, code, key, values, before.language, source) if values else text
    lines, root = text.split("\n"), parse_yaml(text, source).root
    if isinstance(root, Entries):
        raise_version(root, lines, before.version)
    text = "\n".join(lines)
    try:
        after = parse_codebook(text, source)
    except CodebookError as error:
        raise CodebookError(Problem(source, "term cannot be added", {"code": code})) from error
    if code not in after.ids or _without(after, old) != _without(before, old):
        raise CodebookError(Problem(source, "term cannot be added", {"code": code}))
    if sorted(map(_meant, after.code(code).terms)) != sorted([*map(_meant, old.terms), *map(_meant, wanted)]):
        raise CodebookError(Problem(source, "term cannot be added", {"code": code}))
    return text


def check_terms(terms: Sequence[str], code: str, language: str, *, named: str = "term") -> None:
    """Refuse terms that a codebook could not hold, each by itself.

    Parameters
    ----------
    terms : sequence of str
        As in `add_terms`.
    code : str
        The id of the code that is to have them.
    language : str
        Of the codebook.
    named : str
        What messages call a term.

    Raises
    ------
    CodebookError
        Naming every term that is not valid.

    Examples
    --------
    >>> check_terms(["cash", ""], "money", "en")
    Traceback (most recent call last):
    bp_qual.errors.CodebookError: term ""  is empty. Give a word.
    Nothing was added.
    """
    problems: list[Problem] = []
    for term in dict.fromkeys(terms):
        where = f"{named} {quote(show_name(term))}"
        if not term.strip():
            problems.append(Problem(where, "term of nothing"))
            continue
        try:
            _parsed([term], code, language)
        except CodebookError as error:
            problems += (replace(problem, where=where, excerpt="") for problem in error.problems)
    if problems:
        raise CodebookError(problems, Remark("nothing added"))


def _meant(term: Term) -> tuple[str, ...]:
    """Return what makes a term the one it is, wherever it stands."""
    return (term.text, term.kind, str(term.within), *(part.text for part in term.parts))


def _parsed(terms: Sequence[str], code: str, language: str) -> tuple[Term, ...]:
    """Return terms as a codebook reads them, or say what is wrong with them."""
    listed = "".join(f"  - {quote(term)}\n" for term in dict.fromkeys(terms))
    return parse_codebook(f"language: {language}\ncodes:\n- id: {code}\n  terms:\n{listed}", "terms").code(code).terms


def _without(codebook: Codebook, old: Code) -> str:
    """Return what a codebook means but for the terms and examples of a code."""
    codes = tuple(
        replace(code, terms=old.terms, examples=old.examples) if code.id == old.id else code for code in codebook.codes
    )
    return Codebook(codebook.name, "", codebook.language, codes).sha256


def _with_values(text: str, code: str, key: str, values: Sequence[str], language: str, source: str) -> str:
    """Return a text with values at the end of a list of a code, or in a list of its own where it has none."""
    lines = text.split("\n")
    entries = _find(parse_yaml(text, source).root, code)
    listed = entries.get(key) if entries is not None else None
    if isinstance(listed, Entries):
        listed = listed.get(language)
    if entries is None or isinstance(listed, Text | Entries):
        raise CodebookError(Problem(source, "term cannot be added", {"code": code}))
    in_a_row = ", ".join(quote(value, _IN_A_ROW) for value in values)
    if listed is not None and _sign_at(lines, listed) == "[":
        return _in_a_row(lines, listed, in_a_row)
    if listed is None and _sign_at(lines, entries) == "{":
        return _in_a_row(lines, entries, f"{key}: [{in_a_row}]")
    lead = " " * (min(name.column for name in entries if isinstance(name, Text)) - 1)
    if listed:
        dash = re.match(r"( *)- ", lines[listed[-1].line - 1])
        if dash is None:
            raise CodebookError(Problem(source, "term cannot be added", {"code": code}))
        at = _end_of(lines, listed[-1].line, len(dash[1]))
        lines[at:at] = [f"{dash[1]}- {quote(value)}" for value in values]
    else:
        own = [name for name in entries if isinstance(name, Text) and name != "codes"]
        last = max(own, key=lambda name: name.line)
        below = entries[last]  # a list may begin right below its name, no further to the right
        at = _end_of(lines, below[-1].line if isinstance(below, Items) and below else last.line, len(lead))
        lines[at:at] = [f"{lead}{key}:", *(f"{lead}  - {quote(value)}" for value in values)]
    return "\n".join(lines)


def _find(root: object, code: str) -> Entries | None:
    """Return the entries of a code, wherever it is nested."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Entries):
            if node.get("id") == code:
                return node
            waiting.append(node.get("codes"))
        elif isinstance(node, Items):
            waiting += node
    return None


def _end_of(lines: Sequence[str], line: int, indent: int) -> int:
    """Return behind which line what begins on one ends: all lines below it that are further to the right are its."""
    end = line
    for number in range(line, len(lines)):
        if lines[number].strip():
            if len(lines[number]) - len(lines[number].lstrip(" ")) <= indent:
                break
            end = number + 1
    return end


def _sign_at(lines: Sequence[str], node: Items | Entries) -> str:
    """Return the sign with which a list or entries begin."""
    return lines[node.line - 1][node.column - 1 : node.column]


def _in_a_row(lines: list[str], node: Items | Entries, said: str) -> str:
    """Return lines with something before the bracket that ends a list, or entries, on one line or on several."""
    depth, begin, before = 0, node.column - 1, ","
    for number in range(node.line - 1, len(lines)):
        for found in _SIGNS.finditer(lines[number], begin):
            depth += found[0] in ("[", "{")
            depth -= found[0] in ("]", "}")
            if not depth:
                line, at = lines[number], found.start()
                comma = "" if before in (",", "[", "{") else ", "
                lines[number] = f"{line[:at]}{comma or ' ' * (before == ',')}{said}{line[at:]}"
                return "\n".join(lines)
            before = before if found["comment"] else found[0]
        begin = 0
    return "\n".join(lines)
