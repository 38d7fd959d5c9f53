"""Dictionaries of other text programs: quanteda's YAML and LIWC's .dic.

Both match strings: a word as spelled, or with a wildcard. An imported term matches every inflection here; an exported
term is matched there only as spelled. This, and whatever else they cannot express, is reported by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

from bp_qual.codebook import Code, Codebook, Term
from bp_qual.codebook.terms import parse_term
from bp_qual.codebook.yaml_writing import quote
from bp_qual.display import shown
from bp_qual.errors import CodebookError, Problem
from bp_qual.exchange.drafts import Draft, Exported, Imported, build_codebook, count_lost, lost_number
from bp_qual.files.decoding import decode_warning
from bp_qual.files.yaml_text import Entries, Items, Text, YamlReading, kind_of, parse_yaml
from bp_qual.wording import Remark

MAX_CHOICES = 50
_FIELDS = ("definition", "include", "exclude", "examples", "counterexamples", "unless", "negated", "label", "colour")


# --- quanteda --------------------------------------------------------------------------------------------------------


def read_quanteda(data: bytes, where: str, *, name: str, language: str) -> Imported:
    r"""Return the codebook in a quanteda dictionary in YAML: nested categories with lists of words.

    Parameters
    ----------
    data : bytes
        The file.
    where : str
        The name of the file, for messages.
    name : str
        The name that the codebook gets.
    language : str
        The language of its labels and terms.

    Returns
    -------
    Imported

    Examples
    --------
    >>> text = b"emotion:\n  joy: [glad, happ*]\n  anger: [mad]\n"
    >>> read_quanteda(text, "x.yml", name="Moods", language="en").codebook
    Moods 1.0.0: 3 codes, 3 terms, en
    emotion
    ├─ joy  2 terms
    └─ anger  1 term
    """
    reading = parse_yaml(decode_warning(data, where=where), where)
    drafts: list[Draft] = []
    if reading.root is not None:
        root = reading.mapping(reading.root, Remark("a dictionary"))
        if isinstance(root.get("codes"), Items) and "language" in root:
            raise CodebookError(Problem(where, "codebook already"))
        _collect(root, -1, drafts, reading)
    if reading.problems or not drafts:
        problems = reading.problems or [Problem(where, "no categories")]
        raise CodebookError(problems, Remark("nothing imported", values={"file": where}))
    return Imported(build_codebook(drafts, name=name, language=language))


def write_quanteda(codebook: Codebook, language: str = "") -> Exported:
    """Return a codebook as a dictionary for `quanteda::dictionary(file = ..., format = "YAML")`.

    The terms of a code that has sub-codes are listed in a category of the same name.

    >>> book = Codebook("D", "1", "nl", (Code("a", terms=(Term("aap", "lemma"),)), Code("b", parent="a")))
    >>> print(write_quanteda(book).data.decode(), end="")
    a:
      a: [aap]
      b: []
    """
    below: dict[str, list[Code]] = {}
    for code in codebook.codes:
        below.setdefault(code.parent, []).append(code)
    chosen = language or codebook.language
    text = "\n".join(_quanteda_lines(below.get("", []), below, "", chosen)) + "\n"
    return Exported(text.encode("utf-8", "replace"), _lost_in_strings(codebook, chosen, _FIELDS))


def _collect(mapping: Entries, parent: int, drafts: list[Draft], reading: YamlReading) -> None:
    for category, value in mapping.items():
        position = len(drafts)
        drafts.append(Draft(str(category), parent))
        _collect_value(value, position, drafts, reading)


def _collect_value(value: Any, position: int, drafts: list[Draft], reading: YamlReading) -> None:
    draft = drafts[position]
    inside = Remark("category", values={"name": shown(draft.name)})
    if isinstance(value, Entries):
        own = value.get(draft.name)
        rest = Entries({key: item for key, item in value.items() if key != draft.name or isinstance(item, Entries)})
        if own is not None and not isinstance(own, Entries):
            draft.terms += tuple(_words(own, inside, reading))
        _collect(rest, position, drafts, reading)
        return
    for item in value if isinstance(value, Items) else [value]:
        if isinstance(item, Entries):
            _collect(item, position, drafts, reading)
        elif not (isinstance(item, Text) and not item):
            draft.terms += tuple(_words(item, inside, reading))


def _words(value: Any, inside: Remark, reading: YamlReading) -> Iterator[Term]:
    for word in value if isinstance(value, Items) else [value]:
        if not isinstance(word, Text):
            reading.report(word, "word not text", {"inside": inside, "shape": kind_of(word)}, 1)
            continue
        term = _term_of_glob(reading, word, inside)
        if term:
            yield term


def _term_of_glob(reading: YamlReading, at: Text, inside: Remark) -> Term | None:
    """Return a pattern with * and ? as a term; ? is one letter, which only a regex can express here."""
    text = " ".join(at.replace("_", " ").split()) if " " not in at and "_" in at else " ".join(at.split())
    if "?" in text.strip("?") and re.search(r"\w", text):
        pattern = r"\s+".join(re.escape(word).replace(r"\*", r"\w*").replace(r"\?", r"\w") for word in text.split())
        return Term(rf"\b{pattern}\b", "regex", at.line, column=at.column)
    located = Text(text)
    located.line, located.column, located.quoted = at.line, at.column, at.quoted
    return parse_term(reading, located, inside) if re.search(r"\w", text) and not re.search(r"[|~]", text) else None


def _quanteda_lines(codes: list[Code], below: dict[str, list[Code]], lead: str, language: str) -> Iterator[str]:
    for code in codes:
        words = ", ".join(quote(word, ",") for term in code.terms for word in _strings(term, language))
        if code.id not in below:
            yield f"{lead}{quote(code.id)}: [{words}]"
            continue
        yield f"{lead}{quote(code.id)}:"
        if words:
            yield f"{lead}  {quote(code.id)}: [{words}]"
        yield from _quanteda_lines(below[code.id], below, lead + "  ", language)


# --- LIWC ------------------------------------------------------------------------------------------------------------


def read_liwc(data: bytes, where: str, *, name: str, language: str) -> Imported:
    r"""Return the codebook in a LIWC .dic file: numbered categories between two % signs, then words with numbers.

    Parameters
    ----------
    data : bytes
        The file.
    where : str
        The name of the file, for messages.
    name : str
        The name that the codebook gets.
    language : str
        The language of its labels and terms.

    Returns
    -------
    Imported

    Examples
    --------
    >>> text = b"%\n1\tjoy\n2\tanger\n%\nhapp*\t1\nmad\t2\n"
    >>> read_liwc(text, "x.dic", name="Moods", language="en").codebook
    Moods 1.0.0: 2 codes, 2 terms, en
    joy  1 term
    anger  1 term
    """
    lines = decode_warning(data, where=where).split("\n")
    signs = [number for number, line in enumerate(lines) if line.strip() == "%"]
    if len(signs) < 2 or any(line.strip() for line in lines[: signs[0]]):
        raise CodebookError(Problem(f"{where}:1", "not liwc"))
    reading = YamlReading(where, lines)
    drafts = _categories(lines, signs, reading)
    lost: list[Remark] = []
    for number in range(signs[1] + 1, len(lines)):
        if lines[number].strip() and lines[number].strip() != "%":
            _read_entry(lines[number], number + 1, drafts, reading, lost)
    if not drafts and not reading.problems:
        reading.problems.append(Problem(where, "no categories of liwc"))
    if reading.problems:
        raise CodebookError(reading.problems[:100], Remark("nothing imported", values={"file": where}))
    return Imported(build_codebook([*drafts.values()], name=name, language=language), tuple(lost))


def write_liwc(codebook: Codebook, language: str = "") -> Exported:
    r"""Return a codebook as a LIWC .dic file; the words of a sub-code are also listed under the codes above it.

    >>> book = Codebook("D", "1", "nl", (Code("a", terms=(Term("aap", "lemma"),)), Code("b", parent="a")))
    >>> write_liwc(book).data
    b'%\n1\ta\n2\tb\n%\naap\t1\n'
    """
    chosen = language or codebook.language
    number = {code.id: position for position, code in enumerate(codebook.codes, start=1)}
    categories: dict[str, set[int]] = {}
    for code in codebook.codes:
        kin = {number[name] for name in (code.id, *codebook.ancestors(code.id))}
        for word in (word.lstrip("*") for term in code.terms for word in _strings(term, chosen)):
            categories.setdefault(word.casefold(), set()).update(kin)
    lines = ["%", *(f"{position}\t{name}" for name, position in number.items()), "%"]
    lines += ["\t".join([word, *map(str, sorted(numbers))]) for word, numbers in sorted(categories.items())]
    lost = _lost_in_strings(codebook, chosen, _FIELDS)
    inner = sum(
        word.startswith("*") for code in codebook.codes for term in code.terms for word in _strings(term, chosen)
    )
    lost += (Remark("lost beginnings", values={"n": inner}),) if inner else ()
    under = sum(bool(code.parent) for code in codebook.codes)
    lost += (Remark("lost sub-codes", values={"n": under}),) if under else ()
    return Exported(("\n".join(lines) + "\n").encode(), lost)


def _categories(lines: list[str], signs: list[int], reading: YamlReading) -> dict[str, Draft]:
    drafts: dict[str, Draft] = {}
    for number in range(signs[0] + 1, signs[1]):
        parts = lines[number].split(None, 1)
        if not parts:
            continue
        if len(parts) < 2 or not parts[0].isdecimal() or parts[0] in drafts:
            position = (number + 1, 1)
            reading.report(position, "not a category", width=99)
        else:
            drafts[parts[0]] = Draft(parts[1].strip())
    return drafts


def _read_entry(line: str, number: int, drafts: dict[str, Draft], reading: YamlReading, lost: list[Remark]) -> None:
    """Read a word with the numbers of its categories; LIWC's conditions cannot be expressed here."""
    parts = line.split("\t") if "\t" in line.strip() else line.split()
    parts = [part.strip() for part in parts if part.strip()]
    word, numbers = parts[0], [piece for part in parts[1:] for piece in part.split()]
    if re.search(r"[()<>/]", line):
        lost.append(Remark("lost condition", values={"line": number, "text": shown(line.strip())}))
        return
    unknown = [number_of_category for number_of_category in numbers if number_of_category not in drafts]
    if not numbers or unknown:
        values = {"word": shown(word), "number": shown(unknown[0]) if unknown else ""}
        reading.report((number, 1), "category unknown" if unknown else "word without category", values, len(word))
        return
    at = Text(word)
    at.line, at.column, at.quoted = number, 1, True
    term = _term_of_glob(reading, at, Remark("the dictionary"))
    if term is None:
        lost.append(Remark("lost sign", values={"line": number, "text": shown(word)}))
        return
    for number_of_category in numbers:
        drafts[number_of_category].terms += (term,)


# --- what strings can express ---------------------------------------------------------------------------------------


def _strings(term: Term, language: str) -> list[str]:
    """Return the string patterns closest to a term, if any."""
    if term.language not in ("", language) or term.kind in ("regex", "tokens", "near"):
        return []
    if term.kind == "compound":
        return [f"*{term.text[:-1]}*"]
    choices = product(*(word.split("|") for word in term.text.split()))
    return [" ".join(words) for words, _ in zip(choices, range(MAX_CHOICES), strict=False)]


def _lost_in_strings(codebook: Codebook, language: str, fields: tuple[str, ...]) -> tuple[Remark, ...]:
    terms = [term for code in codebook.codes for term in code.terms if term.language in ("", language)]
    other = sum(len(code.terms) for code in codebook.codes) - len(terms)
    kinds = {kind: sum(term.kind == kind for term in terms) for kind in ("regex", "tokens", "near")}
    inflected = sum(term.kind in ("lemma", "phrase") for term in terms)
    lost = count_lost(codebook, *fields)
    lost += [lost_number(kind, number) for kind, number in kinds.items() if number]
    lost += [Remark("lost foreign terms", values={"n": other})] if other else []
    lost += [Remark("lost inflections", values={"n": inflected})] if inflected else []
    return tuple(lost)
