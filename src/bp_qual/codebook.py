"""Codebooks: themes written in YAML by researchers, read into frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

TERM_KINDS = ("lemma", "phrase", "wildcard", "compound", "exact", "regex", "tokens", "near")


@dataclass(frozen=True, slots=True)
class Term:
    """One way in which a theme is put into words.

    ``language`` is empty for a term that serves every language of the codebook. ``parts`` and ``within`` belong to
    `near` (``within`` 0: the same sentence), ``tokens`` to a spaCy token pattern.
    """

    text: str
    kind: str
    line: int = 0
    language: str = ""
    parts: tuple[Term, ...] = ()
    within: int = 0
    tokens: tuple[Mapping[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Code:
    """One theme: what it means, and the terms that find it."""

    id: str
    label: Mapping[str, str] = field(default_factory=dict)
    definition: str = ""
    include: str = ""
    exclude: str = ""
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    unless: tuple[Term, ...] = ()
    negated: str = "keep"
    parent: str = ""
    colour: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Codebook:
    """A set of codes, parents before their children, in the order of the file."""

    name: str
    version: str
    language: str
    codes: tuple[Code, ...]
    source: str = ""
    sha256: str = ""
