"""Rules: the terms of a codebook compiled for one language, ready to be looked for."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from bp_qual.codebook import Codebook, Term
from bp_qual.errors import CodebookError, Problem
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.matching.languages import Language
from bp_qual.matching.languages.parts import Halves, VerbPhrase
from bp_qual.matching.slots import Slot, Word, read_slots
from bp_qual.matching.tokens import fold_word, split_tokens
from bp_qual.wording import Remark

_SIGNS = lazy_pattern(r"[^\w\s'’‘ʼ´`‐‑-]|(?<=\s)[‐‑-](?=\s)|^['’](?=\d)")


@dataclass(frozen=True, slots=True)
class Rule:
    """A term of a code, or one of its `unless` terms, ready to be looked for."""

    code: int
    term: Term
    unless: bool
    slots: tuple[Slot, ...] = ()
    halves: tuple[Halves, ...] = ()
    phrases: tuple[VerbPhrase, ...] = ()
    pattern: Any = None
    literal: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether the term is a single word that stands for all its forms."""
        return self.term.kind == "lemma" and len(self.slots) == 1

    @property
    def key(self) -> str:
        """The first word of the term, folded."""
        return self.slots[0][0].key

    @property
    def sought(self) -> tuple[str, ...]:
        """What decides, with the language, what the term finds by itself: equal for two terms that find the same."""
        term = self.term
        return term.kind, term.text, term.word_class, repr(term.tokens) if term.tokens else ""


def refuse_function_words(codebook: Codebook, language: Language) -> None:
    """Refuse `~` behind a function word: it would be found in half of all words."""
    problems = [
        Problem(
            f"{term.source or codebook.source}:{term.line}",
            "function word",
            {"term": term.text, "code": code.id},
        )
        for code in codebook.codes
        for term in (*code.terms, *code.unless)
        if term.kind == "compound" and fold_word(term.text[:-1]) in language.function_words
    ]
    if problems:
        raise CodebookError(problems, Remark("nothing coded"))


def compile_term(code: int, term: Term, unless: bool, language: Language) -> Rule:
    """Return a term ready to be looked for in a language.

    Parameters
    ----------
    code : int
        The number of its code in the codebook.
    term : Term
        As the codebook has it.
    unless : bool
        Whether it rules out hits (`unless`), rather than making them.
    language : Language
        Language of the talk.

    Returns
    -------
    Rule
        With the slots or the pattern by which the term is found.
    """
    import regex

    if term.kind == "regex":
        return Rule(code, term, unless, pattern=regex.compile(term.text, regex.IGNORECASE))
    if term.kind in ("tokens", "near"):
        return Rule(code, term, unless)
    if term.kind == "exact" and core(term.text) != as_written(term.text):
        return Rule(code, term, unless, pattern=regex.compile(_literal(term.text)))
    if term.kind in ("lemma", "phrase") and holds_signs(term.text):
        return Rule(code, term, unless, pattern=regex.compile(_literal(term.text), regex.IGNORECASE))
    slots, halves, phrases, literal = _read_words(term.text, term.kind, language)
    return Rule(code, term, unless, slots, halves, phrases, literal=literal)


@lru_cache(4096)
def _read_words(
    text: str, kind: str, language: Language
) -> tuple[tuple[Slot, ...], tuple[Halves, ...], tuple[VerbPhrase, ...], bool]:
    """Read the words of a term, once for all codebooks that have it: a codebook is tried again and again."""
    read_as = {"exact": "form", "phrase": "inflected"}.get(kind, "lemma")
    slots = read_slots(text, read_as)
    opened = open_slots(slots, language) if kind == "phrase" else slots
    slots = _vary_all(slots, language) if kind == "phrase" else slots
    if kind == "phrase" and len(opened) == 1:  # `iemand missen`
        read_as, slots = "lemma", ((Word("lemma", opened[0][0].key),),)
        opened = slots
    split = language.split_verbs if read_as == "lemma" and len(slots) == 1 else None
    halves = split.halves(slots[0][0].key) if split else ()
    phrases = language.verb_phrases.read(opened) if language.verb_phrases else ()
    noun_first = len(slots) > 2 and "N" in language.class_lemmas(slots[0][0].key)  # `the benefit of the doubt`
    return slots, halves, phrases, opened != slots or noun_first


def holds_signs(text: str) -> bool:
    """Return whether a term holds signs that tokens lose, so that it is matched as it is written, capitals aside.

    >>> [holds_signs(text) for text in ("50%", "C#", "U.S.", "24/7", "e-mail", "foto's", "met|mee doen", "'s avonds")]
    [True, True, True, True, False, False, False, False]
    """
    if text.isalpha() or text.replace(" ", "").isalpha():
        return False
    bare = text.lstrip("'’")
    return not set("|*~") & set(text) and (bool(_SIGNS.search(text)) or core(bare) != as_written(bare))


def open_slots(slots: tuple[Slot, ...], language: Language) -> tuple[Slot, ...]:
    """Return the words of a phrase with possessives and reflexives that vary, and without `iemand` and `something`.

    >>> from bp_qual.matching.languages import find_language
    >>> slots = open_slots(read_slots("take someone seriously", "inflected"), find_language("en"))
    >>> [slot[0].key for slot in slots]
    ['take', 'seriously']
    >>> [slot[0].key for slot in open_slots(read_slots("op iemand rekenen", "inflected"), find_language("nl"))]
    ['rekenen', 'op']
    """
    keys = [slot[0].key if len(slot) == 1 else "" for slot in slots]
    governed = [
        number
        for number in range(len(slots) - 2)
        if keys[number] in language.prepositions and keys[number + 1] in language.open_words
    ]
    moved = tuple(slots[number] for number in governed)  # `op iemand rekenen` is `rekenen op`
    kept = tuple(slot for number, slot in enumerate(slots) if number not in governed)
    kept = (*(slot for slot in kept if len(slot) > 1 or slot[0].key not in language.open_words), *moved)
    slots = kept or slots
    return _vary_all(slots, language)


def _vary_all(slots: tuple[Slot, ...], language: Language) -> tuple[Slot, ...]:
    after = [*(slot[0].key for slot in slots[1:]), ""]
    return tuple(_vary(slot, following, language) for slot, following in zip(slots, after, strict=True))


def _vary(slot: Slot, following: str, language: Language) -> Slot:
    """Return a slot that stands for every possessive, or every reflexive, if it is one."""
    key = slot[0].key if len(slot) == 1 else ""
    listed = language.possessives if key in language.possessives else frozenset()
    listed = language.reflexives | {language.reflexive} if key in language.always_reflexive else listed
    listed = language.selves if key in language.selves else listed
    noun = "noun" in language.word_classes(following) and following not in language.function_words
    if not listed or ("verb" in language.word_classes(key) and not noun):  # `zijn` is a verb too
        return slot
    return (slot[0], *(Word("inflected", word) for word in sorted(listed - {key})))


def with_hyphen(rule: Rule) -> tuple[Slot, ...]:
    """Return the other way to write a term of two words: `long term` for `long-term`, and the reverse."""
    if rule.term.kind == "lemma" and rule.term.text.count("-") == 1:
        return read_slots(rule.term.text.replace("-", " "), "inflected")
    plain = all(len(slot) == 1 and slot[0].kind == "inflected" and len(slot[0].key) > 1 for slot in rule.slots)
    if rule.term.kind == "phrase" and len(rule.slots) == 2 and plain and not rule.phrases:
        return ((Word("inflected", "".join(slot[0].key for slot in rule.slots)),),)
    return ()


def as_written(text: str) -> str:
    """Return a text with white space collapsed and letters composed."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def core(text: str) -> str:
    """Return the term from its first to its last word, as a hit has it."""
    tokens = split_tokens(text)
    return as_written(text[int(tokens.start[0]) : int(tokens.end[-1])]) if len(tokens) else ""


def _literal(text: str) -> str:
    """Return a pattern for a text with signs at its ends; a letter at an end must be the end of a word."""
    pieces = r"\s+".join(re.escape(piece) for piece in text.split())
    left = r"(?<!\w)" if text[:1].isalnum() else ""
    return left + pieces + (r"(?!\w)" if text[-1:].isalnum() else "")
