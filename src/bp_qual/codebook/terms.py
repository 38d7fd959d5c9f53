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

from bp_qual.codebook.term_patterns import (
    TOKEN_KEYS,
    explain_regex,
    regexes_of,
    token_value,
    too_many_repeats,
    what_spacy_says,
)
from bp_qual.display import shown, without_unseen
from bp_qual.files.yaml_text import Entries, Field, Items, Text, YamlReading, kind_of
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.wording.guesses import did_you_mean
from bp_qual.wording.remarks import Remark

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
_WORD_CHARACTER = lazy_pattern(r"\w")


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


def parse_term(
    reading: YamlReading, written: Any, inside: Remark, *, language: str = "", source: str = ""
) -> Term | None:
    """Return the term that is written there, or None after reporting what is wrong with it.

    Parameters
    ----------
    reading : YamlReading
        The file being read, which collects the problems.
    written : Text or Entries
        The value in the file.
    inside : Remark
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
    >>> [parse_term(reading, written, Remark("this code", values={"code": "x"})).kind for written in reading.root]
    ['lemma', 'phrase', 'near']
    """
    origin = {"line": written.line, "column": written.column, "language": language, "source": source}
    if isinstance(written, Text):
        text = _words_of(written)
        kind = _kind_of_text(reading, written, text, inside)
        return Term(text, kind, **origin) if kind else None
    if isinstance(written, Entries):
        return _parse_keyed(reading, written, inside, origin)
    reading.report(written, "term not text", {"inside": inside, "shape": kind_of(written)})
    return None


def _words_of(written: str) -> str:
    """Return a term with its blanks collapsed, and without signs that nobody sees."""
    return " ".join(without_unseen(written).split())


def _kind_of_text(reading: YamlReading, at: Text, text: str, inside: Remark) -> str:
    """Return the kind of term a text is; "" after reporting that it is none."""
    if text.isalpha():
        return "lemma"
    if wrong := _spoilt_by(text):
        reading.report(at, wrong, {"term": shown(text)})
        return ""
    words = text.split()
    bare = text.strip("~*|")
    if not _WORD_CHARACTER.search(bare):
        reading.report(at, "term without word" if text else "empty term", {"term": shown(text), "inside": inside})
        return ""
    if "~" in text and (len(words) > 1 or not text.endswith("~") or "~" in text[:-1] or "*" in text or "|" in text):
        reading.report(at, "tilde in term", {"term": shown(text)})
        return ""
    if any(not all(_WORD_CHARACTER.search(part) for part in word.split("|")) for word in words if "|" in word):
        reading.report(at, "bar without words", {"term": shown(text)})
        return ""
    if "|" in text and len(words) == 1:
        reading.report(at, "choice of terms", {"term": shown(text)})
        return ""
    if len(words) > 1:
        return "phrase"
    return "compound" if text.endswith("~") else "wildcard" if "*" in text else "lemma"


def _parse_keyed(reading: YamlReading, written: Entries, inside: Remark, origin: dict[str, Any]) -> Term | None:
    before = len(reading.problems)
    reading.check_keys(written, TERM_FIELDS, _term_of(inside))
    kinds = [key for key in written if key in ("lemma", "exact", "regex", "tokens", "near")]
    if len(kinds) != 1:
        if len(reading.problems) == before:
            reading.report(written, "term of no kind", {"inside": inside})
        return None
    if "within" in written and kinds[0] != "near":
        reading.report(written["within"], "within without near", {"key": kinds[0]})
    if "as" in written and kinds[0] != "lemma":
        reading.report(written["as"], "as without lemma", {"key": kinds[0]})
    parse = {
        "lemma": _parse_lemma,
        "exact": _parse_exact,
        "regex": _parse_regex,
        "tokens": _parse_tokens,
        "near": _parse_near,
    }[kinds[0]]
    return parse(reading, written, inside, origin)


def _term_of(inside: Remark) -> Remark:
    return Remark("term of", values={"inside": inside})


def _parse_lemma(reading: YamlReading, written: Entries, inside: Remark, origin: dict[str, Any]) -> Term | None:
    text = without_unseen(reading.text(written, "lemma", _term_of(inside)))
    if not re.fullmatch(r"\w[\w'’-]*", text):
        if isinstance(written["lemma"], Text):
            reading.report(written["lemma"], "lemma not a word", {"inside": inside, "term": shown(text)})
        return None
    word_class = reading.text(written, "as", _term_of(inside))
    if word_class not in ("", *WORD_CLASSES):
        guess = did_you_mean(word_class, WORD_CLASSES, "write word class")
        reading.report(written["as"], "no word class", {"inside": inside, "value": shown(word_class), "guess": guess})
    return Term(text, "lemma", word_class=word_class, **origin)


def _parse_exact(reading: YamlReading, written: Entries, inside: Remark, origin: dict[str, Any]) -> Term | None:
    text = _words_of(reading.text(written, "exact", _term_of(inside)))
    if isinstance(written["exact"], Text) and not text:
        reading.report(written["exact"], "empty exact", {"inside": inside})
    if wrong := _spoilt_by(text):
        reading.report(written["exact"], wrong, {"term": shown(text)})
    return Term(text, "exact", **origin) if text else None


def _spoilt_by(text: str) -> str:
    """Return the problem of a text that was spoilt before it was saved: quotes of a word processor, a letter lost."""
    quoted = len(text) > 1 and text[0] in "“”„‟‘‚«»" and text[-1] in "“”‟‘’«»"  # YAML does not know these
    return "curly quotes" if quoted else "letter lost in term" if "\ufffd" in text else ""


def _parse_regex(reading: YamlReading, written: Entries, inside: Remark, origin: dict[str, Any]) -> Term | None:
    at = written["regex"]
    if not isinstance(at, Text):
        reading.report(at, "regex not text", {"inside": inside, "shape": kind_of(at)})
        return None
    wrong = explain_regex(str(at), reading)
    if wrong:
        reading.report(at, wrong.kind, {"regex": shown(at), "inside": inside, **wrong.values})
        return None
    return Term(str(at), "regex", **origin)


def _parse_near(reading: YamlReading, written: Entries, inside: Remark, origin: dict[str, Any]) -> Term | None:
    both = written["near"]
    if not isinstance(both, Items) or len(both) != 2:
        reading.report(both, "near not two", {"inside": inside})
        return None
    parts = []
    for item in both:
        if isinstance(item, Entries) and "exact" not in item:
            reading.report(item, "near of others", {"inside": inside}, 1)
            continue
        part = parse_term(reading, item, inside, language=origin["language"], source=origin["source"])
        if part:
            parts.append(part)
    within = _distance(reading, written, inside)
    if len(parts) != 2 or within is None:
        return None
    distance = f" (≤ {within})" if within else ""  # the same in every language: it is how the term is known
    text = f"{parts[0].text} … {parts[1].text}{distance}"
    return Term(text, "near", parts=tuple(parts), within=within, **origin)


def _distance(reading: YamlReading, written: Entries, inside: Remark) -> int | None:
    value = reading.text(written, "within", _term_of(inside), "sentence")
    if value == "sentence":
        return 0
    if value.isascii() and value.isdigit() and len(value) < 4 and 1 <= int(value) <= MAX_NEAR:
        return int(value)
    guess = did_you_mean(value, ["sentence"])
    guess = Remark("write distance", values={"most": MAX_NEAR}) if guess.kind == "nothing" else guess
    reading.report(written["within"], "no distance", {"inside": inside, "value": shown(value), "guess": guess})
    return None


def _parse_tokens(reading: YamlReading, written: Entries, inside: Remark, origin: dict[str, Any]) -> Term | None:
    at, before = written["tokens"], len(reading.problems)
    if not isinstance(at, Items) or not at:
        reading.report(at, "tokens not a list", {"inside": inside})
        return None
    for token in at:
        if not isinstance(token, Entries):
            reading.report(token, "token not in braces", {"inside": inside, "shape": kind_of(token)})
            continue
        for key in token:
            if key not in TOKEN_KEYS:
                reading.report(key, "no token key", {"key": shown(key), "guess": did_you_mean(key, TOKEN_KEYS)})
    if len(reading.problems) > before:
        return None
    tokens = tuple({str(key): token_value(str(key), value) for key, value in token.items()} for token in at)
    for pattern in regexes_of(tokens):
        if runaway := explain_regex(pattern, reading, empty=True):
            reading.report(at, runaway.kind, {"regex": shown(pattern), "inside": inside, **runaway.values})
            return None
    if repeats := too_many_repeats(tokens):
        reading.report(at, repeats.kind, {"inside": inside, **repeats.values})
        return None
    wrong = what_spacy_says(tokens)
    if wrong:
        reading.report(at, "tokens refused", {"inside": inside, "text": shown(wrong, 120)})
        return None
    text = " ".join("[" + " ".join(f"{key}={value}" for key, value in token.items()) + "]" for token in tokens)
    return Term(text, "tokens", tokens=tokens, **origin)
