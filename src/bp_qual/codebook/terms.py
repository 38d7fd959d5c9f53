"""Terms: the notation for the words in which people express a theme.

A term is written as text (`samenwerken`, `de handen ineenslaan`, `samenwerking~`, `netwerk*`) or as one line with a key
(`{exact: SAMEN}`, `{regex: ...}`, `{tokens: [...]}`, `{near: [subsidie, stoppen], within: 5}`). This module
turns the notation into a `Term`, or reports a problem with its position. Finding terms in talk is done in `matching`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bp_qual.codebook.term_patterns import TOKEN_KEYS, explain_regex, regexes_of, token_value, what_spacy_says
from bp_qual.display import did_you_mean, shown
from bp_qual.files.yaml_text import Entries, Field, Items, Text, YamlReading, kind_of

TERM_KINDS = ("lemma", "phrase", "wildcard", "compound", "exact", "regex", "tokens", "near")
WORD_CLASSES = ("verb", "noun", "adjective")
MAX_NEAR = 50
TERM_FIELDS = (
    Field("lemma", "text", "A word in all its forms, as it would be without a key."),
    Field("as", "one of verb, noun, adjective", "For lemma: found only as this word class."),
    Field("exact", "text", "Matches only the exact spelling, including capitals and inflection."),
    Field("regex", "text", "A regular expression, for what no other kind of term can express."),
    Field("tokens", "token pattern", "A token pattern of spaCy."),
    Field("near", "two terms", "Two terms that must occur close to each other, in either order."),
    Field("within", "distance", f"For near: the number of words (up to {MAX_NEAR}), or 'sentence' (the default)."),
)
_WORD_CHARACTER = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Term:
    """One way in which a theme is expressed.

    ``text`` is the term as written (`samenwerking~` with its sign), white space collapsed. ``language`` is empty for a
    term that applies to every language of the codebook. ``parts`` and ``within`` belong to `near` (``within`` 0: in the
    same sentence), ``tokens`` to a spaCy token pattern. ``source`` names the word list the term came from, if any;
    ``line`` is the line there or in the codebook.

    Examples
    --------
    >>> Term("samenwerken", "lemma").kind
    'lemma'
    """

    text: str
    kind: str
    line: int = 0
    language: str = ""
    parts: tuple[Term, ...] = ()
    within: int = 0
    tokens: tuple[Mapping[str, object], ...] = ()
    column: int = 0
    source: str = ""
    word_class: str = ""

    @property
    def meaning(self) -> tuple[object, ...]:
        """The meaning of the term, regardless of its position: equal for two terms that match the same.

        >>> Term("Samen", "lemma", line=3).meaning == Term("samen", "lemma", line=9).meaning
        True
        """
        text = self.text if self.kind in ("exact", "regex") else self._hashed_text().casefold()
        parts = tuple(part.meaning for part in self.parts) if self.parts else ()
        return (self.kind, self.language, text, self.within, parts, *([self.word_class] if self.word_class else []))

    def _hashed_text(self) -> str:
        """Return the text as the hash of a meaning has it, which must stay the same over the years."""
        if self.kind != "near":
            return self.text
        distance = f"{self.within} words" if self.within else "sentence"
        return f"{' … '.join(part.text for part in self.parts)} ({distance})"


def parse_term(reading: YamlReading, written: Any, code: str, *, language: str = "", source: str = "") -> Term | None:
    """Return the term that is written there, or None after reporting what is wrong with it.

    Parameters
    ----------
    reading : YamlReading
        The file being read, which collects the problems.
    written : Text or Entries
        The value in the file.
    code : str
        Which code the term belongs to, for messages.
    language, source : str
        The language of the term and the word list it comes from, where they differ from the codebook.

    Returns
    -------
    Term or None

    Examples
    --------
    >>> from bp_qual.files.yaml_text import parse_yaml
    >>> reading = parse_yaml("[samenwerken, de handen ineenslaan, {near: [subsidie, stoppen], within: 5}]", "x.yaml")
    >>> [parse_term(reading, each, "code 'x'").kind for each in reading.root]
    ['lemma', 'phrase', 'near']
    """
    origin = {"line": written.line, "column": written.column, "language": language, "source": source}
    if isinstance(written, Text):
        text = " ".join(written.split())
        kind = _kind_of_text(reading, written, text, code)
        return Term(text, kind, **origin) if kind else None
    if isinstance(written, Entries):
        return _parse_keyed(reading, written, code, origin)
    reading.report(written, f"a term of {code} must be text, not {kind_of(written)}.", "Give each term its own '- '.")
    return None


def _kind_of_text(reading: YamlReading, at: Text, text: str, code: str) -> str:
    """Return the kind of term a text is; "" after reporting that it is none."""
    if text.isalpha():
        return "lemma"
    if _in_curly_quotes(text):
        reading.report(at, f"the quotation marks in {shown(text)} are part of the term.", "Use straight ones, or none.")
        return ""
    words = text.split()
    bare = text.strip("~*|")
    if not _WORD_CHARACTER.search(bare):
        remedy = "Write a word." if text else "Write a word behind the '- ', or delete the line."
        reading.report(
            at, f"an empty term in {code}." if not text else f"the term '{shown(text)}' holds no word.", remedy
        )
        return ""
    if "~" in text and (len(words) > 1 or not text.endswith("~") or "~" in text[:-1] or "*" in text or "|" in text):
        reading.report(at, f"'~' in the term '{shown(text)}'.", "It goes behind a single word: 'subsidie~'.")
        return ""
    if any(not all(_WORD_CHARACTER.search(part) for part in word.split("|")) for word in words if "|" in word):
        reading.report(at, f"'|' without a word on both sides in '{shown(text)}'.", "Write 'met|mee', without spaces.")
        return ""
    if "|" in text and len(words) == 1:
        reading.report(at, f"'{shown(text)}' offers a choice of whole terms.", "Give each a line of its own.")
        return ""
    if len(words) > 1:
        return "phrase"
    return "compound" if text.endswith("~") else "wildcard" if "*" in text else "lemma"


def _parse_keyed(reading: YamlReading, written: Entries, code: str, origin: dict[str, Any]) -> Term | None:
    before = len(reading.problems)
    reading.check_keys(written, TERM_FIELDS, f"a term of {code}")
    kinds = [key for key in written if key in ("lemma", "exact", "regex", "tokens", "near")]
    if len(kinds) != 1:
        if len(reading.problems) == before:
            what = f"a term of {code} needs exactly one of lemma, exact, regex, tokens and near."
            remedy = "If it is plain text that holds ': ', put quotes around it."
            reading.report(written, what, remedy)
        return None
    if "within" in written and kinds[0] != "near":
        reading.report(written["within"], f"'within' belongs to near, not to {kinds[0]}.", "Delete it.")
    if "as" in written and kinds[0] != "lemma":
        reading.report(written["as"], f"'as' belongs to lemma, not to {kinds[0]}.", "Delete it.")
    parse = {
        "lemma": _parse_lemma,
        "exact": _parse_exact,
        "regex": _parse_regex,
        "tokens": _parse_tokens,
        "near": _parse_near,
    }[kinds[0]]
    return parse(reading, written, code, origin)


def _parse_lemma(reading: YamlReading, written: Entries, code: str, origin: dict[str, Any]) -> Term | None:
    text = reading.text(written, "lemma", f"a term of {code}")
    if not re.fullmatch(r"\w[\w'’-]*", text):
        if isinstance(written["lemma"], Text):
            remedy = "Write one word; a phrase or wildcard needs no key."
            reading.report(written["lemma"], f"'lemma' of {code} is '{shown(text)}'.", remedy)
        return None
    word_class = reading.text(written, "as", f"a term of {code}")
    if word_class not in ("", *WORD_CLASSES):
        remedy = did_you_mean(word_class, WORD_CLASSES) or f"Write one of {', '.join(WORD_CLASSES)}."
        reading.report(written["as"], f"'as' of {code} is '{shown(word_class)}'.", remedy)
    return Term(text, "lemma", word_class=word_class, **origin)


def _parse_exact(reading: YamlReading, written: Entries, code: str, origin: dict[str, Any]) -> Term | None:
    text = " ".join(reading.text(written, "exact", f"a term of {code}").split())
    if isinstance(written["exact"], Text) and not text:
        reading.report(written["exact"], f"an empty term in {code}.", "Write the words as they must appear.")
    if _in_curly_quotes(text):
        at, what = written["exact"], f"the quotation marks in {shown(text)} are part of the term."
        reading.report(at, what, "Use straight ones, or none.")
    return Term(text, "exact", **origin) if text else None


def _in_curly_quotes(text: str) -> bool:
    """Return whether the text is in typographic quotes, as word processors write them; YAML does not know these."""
    return len(text) > 1 and text[0] in "“”„‟‘‚«»" and text[-1] in "“”‟‘’«»"


def _parse_regex(reading: YamlReading, written: Entries, code: str, origin: dict[str, Any]) -> Term | None:
    at = written["regex"]
    if not isinstance(at, Text):
        reading.report(at, f"the regex of {code} must be text, not {kind_of(at)}.", "Put it in single quotes.")
        return None
    wrong = explain_regex(str(at), reading)
    if wrong:
        reading.report(at, f"the regex '{shown(at)}' of {code} {wrong[0]}", wrong[1])
        return None
    return Term(str(at), "regex", **origin)


def _parse_near(reading: YamlReading, written: Entries, code: str, origin: dict[str, Any]) -> Term | None:
    both = written["near"]
    if not isinstance(both, Items) or len(both) != 2:
        reading.report(both, f"'near' of {code} needs two terms.", "Write {near: [subsidie, stoppen], within: 5}.")
        return None
    parts = []
    for item in both:
        if isinstance(item, Entries) and "exact" not in item:
            reading.report(item, f"'near' of {code} takes only plain and exact terms.", "Write two plain terms.", 1)
            continue
        part = parse_term(reading, item, code, language=origin["language"], source=origin["source"])
        if part:
            parts.append(part)
    within = _distance(reading, written, code)
    if len(parts) != 2 or within is None:
        return None
    distance = f" (≤ {within})" if within else ""  # the same in every language: it is how the term is known
    text = f"{parts[0].text} … {parts[1].text}{distance}"
    return Term(text, "near", parts=tuple(parts), within=within, **origin)


def _distance(reading: YamlReading, written: Entries, code: str) -> int | None:
    value = reading.text(written, "within", f"a term of {code}", "sentence")
    if value == "sentence":
        return 0
    if value.isascii() and value.isdigit() and len(value) < 4 and 1 <= int(value) <= MAX_NEAR:
        return int(value)
    remedy = did_you_mean(value, ["sentence"]) or f"Write a number from 1 to {MAX_NEAR}, or 'sentence'."
    reading.report(written["within"], f"'within' of {code} is '{shown(value)}'.", remedy)
    return None


def _parse_tokens(reading: YamlReading, written: Entries, code: str, origin: dict[str, Any]) -> Term | None:
    at, before = written["tokens"], len(reading.problems)
    if not isinstance(at, Items) or not at:
        reading.report(at, f"'tokens' of {code} must be a list.", "Write {tokens: [{LOWER: partner}, {LOWER: in}]}.")
        return None
    for token in at:
        if not isinstance(token, Entries):
            reading.report(
                token, f"a token of {code} must be in braces, not {kind_of(token)}.", "Write {LOWER: partner}."
            )
            continue
        for key in token:
            if key not in TOKEN_KEYS:
                reading.report(
                    key, f"'{shown(key)}' is not a key of spaCy's token patterns.", did_you_mean(key, TOKEN_KEYS)
                )
    if len(reading.problems) > before:
        return None
    tokens = tuple({str(key): token_value(str(key), value) for key, value in token.items()} for token in at)
    for pattern in regexes_of(tokens):
        if runaway := explain_regex(pattern, reading, empty=True):
            reading.report(at, f"the REGEX '{shown(pattern)}' of {code} {runaway[0]}", runaway[1])
            return None
    wrong = what_spacy_says(tokens)
    if wrong:
        reading.report(at, f"spaCy refuses the token pattern of {code}: {shown(wrong, 120)}.", "See spacy.io, Matcher.")
        return None
    text = " ".join("[" + " ".join(f"{key}={value}" for key, value in token.items()) + "]" for token in tokens)
    return Term(text, "tokens", tokens=tokens, **origin)
