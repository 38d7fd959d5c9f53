"""Patterns as terms: regular expressions and the token patterns of spaCy, tried out before they are believed.

A pattern that runs away on an ordinary sentence would hold up every later run, so each is tried on a few sentences when
the codebook is read; all of them together get ten seconds.
"""

from __future__ import annotations

import math
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bp_qual.display import shown
from bp_qual.files.located import Entries, Items
from bp_qual.files.yaml_reading import YamlReading
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.wording.remarks import Remark

MAX_PATTERN = 1_000
MAX_REPEATS = 100_000
PROBE_SECONDS = 0.25
MAX_WORDS = 1_000
MAX_OPTIONAL = 10  # spaCy writes {0,9} out as nine words that may be absent, and follows every choice of them
TOKEN_KEYS = (
    *("ORTH", "TEXT", "NORM", "LOWER", "LENGTH", "IS_ALPHA", "IS_ASCII", "IS_DIGIT", "IS_LOWER", "IS_UPPER"),
    *("IS_TITLE", "IS_PUNCT", "IS_SPACE", "IS_STOP", "IS_SENT_START", "LIKE_NUM", "LIKE_URL", "LIKE_EMAIL", "SPACY"),
    *("LEMMA", "SHAPE", "PREFIX", "SUFFIX", "OP", "POS", "TAG", "MORPH", "DEP", "ENT_TYPE"),
)
_FAULTS = {
    "missing )": "missing )",
    "unbalanced parenthesis": "unexpected )",
    "unterminated character set": "missing ]",
    "nothing to repeat": "nothing to repeat",
    "multiple repeat": "multiple repeat",
    "bad escape": "bad escape",
    "unknown group": "unknown group",
}
_COUNT = lazy_pattern(r"\{(?:\d*,)?\s*(\d{1,9})")  # compiling a{999999999} alone would take all memory


@dataclass(frozen=True, slots=True)
class WrongRegex:
    """What is wrong with a regular expression: the kind of a `Problem` and what fills its sentences.

    >>> WrongRegex("regex empty").values
    {}
    """

    kind: str
    values: Mapping[str, object] = field(default_factory=dict)


def explain_regex(pattern: str, reading: YamlReading, *, empty: bool = False) -> WrongRegex | None:
    """Return what is wrong with a regular expression, if anything.

    Parameters
    ----------
    pattern : str
        The expression.
    reading : YamlReading
        The file that it is in, which has so many seconds for trying out all its patterns.
    empty : bool
        Whether it may match the empty string.

    Returns
    -------
    WrongRegex, or None
        The kind of problem; nothing where it compiles, ends in time and matches something.

    Examples
    --------
    >>> explain_regex("(a|aa)+$", YamlReading("book.yaml")).kind
    'regex without end'
    >>> explain_regex("co-?creat", YamlReading("book.yaml"))
    """
    if len(pattern) > MAX_PATTERN:
        return WrongRegex("regex long", {"most": MAX_PATTERN})
    if math.prod(int(count) for count in _COUNT.findall(pattern)) > MAX_REPEATS:
        return WrongRegex("regex repeats", {"most": MAX_REPEATS})
    if reading.seconds_left <= 0:
        return WrongRegex("regex not tried")
    start = time.perf_counter()
    try:
        return _try_out(pattern, empty=empty)
    finally:
        reading.seconds_left -= time.perf_counter() - start


def _try_out(pattern: str, *, empty: bool) -> WrongRegex | None:
    import regex

    try:
        compiled = regex.compile(pattern)
        found = [compiled.search(probe, timeout=PROBE_SECONDS) for probe in ("", *_probes(pattern))]
        if not empty and any(match is not None and match.end() == match.start() for match in found):
            return WrongRegex("regex empty")
    except regex.error as error:
        fault = next((fault for said, fault in _FAULTS.items() if error.msg.startswith(said)), None)
        why = Remark(fault) if fault else Remark("as written", values={"text": shown(error.msg)})
        return WrongRegex("regex broken", {"why": why, "at": error.pos or 0})
    except TimeoutError:
        return WrongRegex("regex without end")
    except RecursionError:
        return WrongRegex("regex too deep")
    except (OverflowError, MemoryError, ValueError):
        return WrongRegex("regex too much")
    return None


def _probes(pattern: str) -> list[str]:
    """Return sentences on which a regex with nested repetition does not terminate in time."""
    letters = sorted({char for char in pattern if char.isalnum()})[:6] or ["a"]
    return [letter * 40 + "!" for letter in letters] + ["".join(letters) * 12 + "!", "a b " * 15 + "!", "a" * 3_000]


def regexes_of(tokens: Sequence[Mapping[str, object]]) -> Iterator[str]:
    """Yield the regular expressions in a token pattern, wherever in it they are.

    >>> list(regexes_of([{"TEXT": {"REGEX": "^co"}}, {"LOWER": {"REGEX": {"IN": ["a", "b"]}}}]))
    ['^co', 'a', 'b']
    """
    for token in tokens:
        for value in token.values():
            if isinstance(value, Mapping) and "REGEX" in value:
                yield from _texts(value["REGEX"])


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)


def too_many_repeats(tokens: Sequence[Mapping[str, object]]) -> WrongRegex | None:
    """Return what is wrong with the counts of a token pattern, all its tokens taken together, before spaCy sees it.

    >>> too_many_repeats([{"OP": "{0,999999999}"}]).kind
    'tokens repeat'
    >>> too_many_repeats([{"LOWER": "samen", "OP": "{2,5}"}, {"OP": "?"}])
    """
    needed = optional = 0
    for token in tokens:
        least, most = _counts(str(token.get("OP", "1")))
        needed, optional = needed + least, optional + max(most - least, 0)
    if needed <= MAX_WORDS and optional <= MAX_OPTIONAL:
        return None
    return WrongRegex("tokens repeat", {"most": MAX_WORDS, "optional": MAX_OPTIONAL})


def _counts(operator: str) -> tuple[int, int]:
    """Return how many words an operator asks for, and how many it writes out at most; what is no count is one word."""
    if operator in ("?", "*", "+"):
        return int(operator == "+"), 1 + int(operator == "+")
    least, comma, most = operator.strip("{}").partition(",")
    low, high = ((int(count) if len(count) < 10 else 10**9) if count.isdecimal() else 0 for count in (least, most))
    if not comma:
        return (low, low) if operator.startswith("{") else (1, 1)
    return low, high if most else low + 1


def token_value(key: str, value: Any) -> object:
    """Convert the text of YAML to the type that spaCy expects for this key.

    >>> token_value("IS_ALPHA", "yes"), token_value("LOWER", "yes")
    (True, 'yes')
    """
    if isinstance(value, Entries):
        inner = "LENGTH" if key == "LENGTH" else ""
        return {str(name): token_value(inner, item) for name, item in value.items()}
    if isinstance(value, Items):
        return [token_value(key, item) for item in value]
    text = str(value)
    if (key.startswith(("IS_", "LIKE_")) or key == "SPACY") and text.lower() in ("true", "false", "yes", "no"):
        return text.lower() in ("true", "yes")
    return int(text) if key == "LENGTH" and text.isascii() and text.isdigit() and len(text) < 10 else text


def what_spacy_says(tokens: tuple[Mapping[str, object], ...]) -> str:
    """Return why spaCy refuses a token pattern; empty where it takes it.

    >>> what_spacy_says(({"LOWER": "partner"},))
    ''
    """
    from spacy.errors import MatchPatternError
    from spacy.matcher import Matcher
    from spacy.vocab import Vocab

    try:
        Matcher(Vocab(), validate=True).add("term", [[dict(token) for token in tokens]])
    except MatchPatternError as error:
        reasons = re.findall(r"^- \[pattern -> \d+ -> (\w+).*\] (.*)$", str(error), re.MULTILINE)
        return ": ".join(reasons[-1]) if reasons else " ".join(str(error).split())
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError, re.error) as error:
        return " ".join(str(error).split()).rstrip(".")
    return ""
