"""Label patterns: how speakers are marked in a file, as its researcher says.

A pattern is text as it is before the talk, with `{name}` for whoever speaks and `{time}` for a time: `{name}:`,
`[{name}]`, `{time} {name} -`. Several have `|` between them; without `{name}` the text itself is the label (`I:|R:`).
Behind `!` stands how a line begins that is looked at and holds no label, though it may seem so: `I:|R:|!R. Bos`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter

from bp_qual.display import shown
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Paragraph, Reading
from bp_qual.transcripts.speakers.bare_labels import BARE, leave_words
from bp_qual.transcripts.speakers.cells_behind import leave_said
from bp_qual.transcripts.speakers.label_forms import (
    BLANK,
    CELLS,
    STAMP,
    Candidate,
    look_end,
    named_by_format,
    read_seconds,
    talk_begin,
)
from bp_qual.transcripts.speakers.labels import is_name, tidy_label
from bp_qual.wording import Remark

_Parts = tuple[tuple[re.Pattern[str], str, bool], ...]  # expression, label if given, whether bold
MOST_PARTS = 2_000  # that a pattern may have: each is an expression of its own, and takes a millisecond to make
_PLACES = {"{name}": r"(?P<label>(?:[+~][ ]?)?[^\W_][^\n]{0,58}?)", "{time}": rf"(?P<at>{STAMP})"}
_SIGNS = lazy_pattern(r"\A[\W_]+|[\W_]+\Z")
_GROUP = lazy_pattern(r"\(\?P<\w+>")
_NOT = "!"  # before how a line begins that holds no label
_ENDS_WORD = lazy_pattern(r"[^\W_]\Z")
_APART = rf"(?=[\s:;>|=)\]}}*_\[({{“„\"«]|[./,–—-](?:\s|\Z)|\Z){BLANK}*"  # Res, not Resultaat or Res's
_SIGNED = (  # what is behind a label that is stated without a sign; else it is bare
    rf"(?:(?P<signed>{BLANK}*(?:[:;>|=]+|[)\]}}]|[\t\n\v\f\u2028]|\Z)|{BLANK}{{2}}|(?=[\[({{*_“„\"«]))"
    rf"|[./–—-]?(?=\s)){BLANK}*(?:(?<=\t)[ \t]*+{CELLS})?"
)
_CLOSE = rf"(?:(?<!\d)\d{{1,3}})?(?![^\W_]|['’])[._,:;>|=)\]/–—-]*{BLANK}*"  # Q1. or Int, and no Interest
_NO_TIME = r"(?!(?<=\d:)\d\d)"  # {name}: is not found in 3-5-10 14:10
_NUMBER_BEHIND = lazy_pattern(rf"\d{{1,3}}(?={BLANK}*\Z)")
_FIRST, _STEP = 2, 2  # the number that questions may begin with, and how much higher the next may be
_MOST_SPEAKERS = 12  # that numbers behind one label may tell apart
_PART = lazy_pattern(r"(\{name\}|\{time\}|\*\*|\s+)")


def explain_pattern(pattern: str) -> Remark | None:
    """Return what is wrong with a pattern of labels, or None.

    >>> explain_pattern("{name}:") is None
    True
    >>> print(explain_pattern("{Name}:"))
    '{Name}:' holds '{Name}'; only {name} and {time} are allowed there
    """
    if len(_split(pattern)) > MOST_PARTS:
        return Remark("pattern of many", values={"n": len(_split(pattern)), "most": MOST_PARTS})
    for part in _split(pattern):
        if strange := re.search(r"\{[^{}]*\}", part.replace("{name}", "").replace("{time}", "")):
            return Remark("pattern holds", values={"part": shown(part), "strange": shown(strange[0])})
        if part == _NOT or not (part.startswith(_NOT) or re.search(r"[^\W_]", part.replace("{time}", ""))):
            return Remark("pattern of nobody", values={"part": shown(part)})
        if twice := next((gap for gap in ("{name}", "{time}") if part.count(gap) > 1), ""):
            return Remark("pattern names twice", values={"part": shown(part), "gap": twice})
    return None if any(not part.startswith(_NOT) for part in _split(pattern)) else Remark("empty pattern")


def find_stated(reading: Reading, pattern: str) -> list[Candidate]:
    r"""Return the labels that a pattern finds at the beginning of lines.

    >>> from bp_qual.readers import read_data
    >>> found = find_stated(read_data(b"Eva > Hoe?\nJan > Goed.", where="a.txt"), "{name} >")
    >>> [candidate.label for candidate in found]
    ['Eva', 'Jan']
    """
    if wrong := explain_pattern(pattern):
        raise ValueError(f"labels: {wrong}")
    settled = find_settled(reading, pattern)
    parts, any_part = _compile(pattern)
    found = [one for one in _candidates(reading, parts, any_part) if not _is_settled(one, settled)]
    if not any(one.style != "format" for one in found):  # they may stand behind a date, a number or a time
        behind = _candidates(reading, parts, any_part, begin=talk_begin)
        found = [one for one in behind if not _is_settled(one, settled)]
    if others := _compile_close(pattern, frozenset(one.label for one in found)):
        taken = settled | {one.line for one in found}
        close = _leave_numbers(list(_candidates(reading, *others)), reading.text)
        found += [one for one in close if one.line not in taken and one.style != "format"]
        found.sort(key=attrgetter("line", "start"))
    found = leave_words(list(leave_said(found, reading.text)), reading.text)
    counts = Counter(candidate.label for candidate in found)
    return [c for c in found if c.style != "named" or is_name(c.label) or counts[c.label] > 2]


def find_settled(reading: Reading, pattern: str) -> frozenset[int]:
    r"""Return the numbers of the lines that begin as a pattern says of lines without a label.

    >>> from bp_qual.readers import read_data
    >>> find_settled(read_data(b"I: Hoe?\nR. Bos kwam.\nR. Nou ja.", where="a.txt"), "I:|R:|!R. Bos")
    frozenset({1})
    """
    parts = settled_heads(pattern)
    if not parts:
        return frozenset()
    heads = "|".join("".join(map(_translate, filter(None, _PART.split(part)))) for part in parts)
    begins = re.compile(rf"\s*(?:{_GROUP.sub('(?:', heads)})(?!(?<=\w)\w)")
    return frozenset(
        number for number, line in enumerate(reading.paragraphs) if begins.match(reading.text, line.start, line.end)
    )


def _leave_numbers(found: Sequence[Candidate], text: str) -> list[Candidate]:
    """Return labels without the numbers behind them that do not count the turns: `R30 jaar` says `30 jaar`.

    Small numbers behind each that come back are those of several who speak: R1 and R2 are two labels. Without a 1 among
    them they are so only where sentences begin behind them: `R8 uur`, `R7 uur`, `R8 uur` says how long.
    """
    left = list[Candidate]()
    numbers = [_NUMBER_BEHIND.search(text[label.start : label.talk]) for label in found]
    counted = defaultdict[str, list[int]](list)
    goes_on = Counter[str]()
    for label, number in zip(found, numbers, strict=True):
        if number:
            counted[label.label].append(int(number[0]))
            goes_on[label.label] += not text[label.talk : label.talk + 1].isupper()
    counts = {
        name: own[0] <= _FIRST and all(0 <= after - before <= _STEP for before, after in pairwise(own))
        for name, own in counted.items()
    }
    called = Counter(label.label for label in found)
    several = {
        name
        for name, own in counted.items()
        if not counts[name] and len(own) == called[name] and _tell_apart(own) and (1 in own or not goes_on[name])
    }
    for label, number in zip(found, numbers, strict=True):
        if number and label.label in several:
            left.append(replace(label, label=f"{label.label}{number[0].strip()}"))
            continue
        is_said = number is not None and not counts[label.label]
        left.append(replace(label, talk=label.start + number.start()) if number and is_said else label)
    return left


def _tell_apart(numbers: Sequence[int]) -> bool:
    """Whether numbers may be those of a few who speak: they are small, and come back."""
    return len(set(numbers)) < len(numbers) and max(numbers) <= _MOST_SPEAKERS


def settled_heads(pattern: str) -> list[str]:
    """Return how lines begin of which a pattern says that they hold no label.

    >>> settled_heads("I:|R:|!R. Bos")
    ['R. Bos']
    """
    return [part.removeprefix(_NOT).strip() for part in _split(pattern) if part.startswith(_NOT)]


def stated_parts(pattern: str) -> list[str]:
    """Return what a pattern says of the lines that hold a label.

    >>> stated_parts("I:|R:|!R. Bos")
    ['I:', 'R:']
    """
    return [part for part in _split(pattern) if not part.startswith(_NOT)]


def add_settled(pattern: str, heads: Iterable[str]) -> str:
    """Return a pattern that also says of the beginnings of lines that they are no labels; '' where it cannot.

    >>> add_settled("I:|R:", ["R. Bos", "Dochter:"]), add_settled("I:|R:", ["R | ja"])
    ('I:|R:|!R. Bos|!Dochter:', '')
    """
    written = list(dict.fromkeys(heads))
    many = len(_split(pattern)) + len(written) > MOST_PARTS
    return "" if many or any(set("|{}") & set(head) for head in written) else f"|{_NOT}".join([pattern, *written])


def _is_settled(label: Candidate, settled: Collection[int]) -> bool:
    return label.style in ("named", BARE) and label.line in settled


def _candidates(
    reading: Reading, parts: _Parts, any_part: re.Pattern[str], begin: Callable[[str, Paragraph], int] | None = None
) -> Iterator[Candidate]:
    """Yield the labels at the beginning of lines, or at the place in each that `begin` gives."""
    text = reading.text
    for number, line in enumerate(reading.paragraphs):
        if line.label:
            yield named_by_format(number, line)
            continue
        start = begin(text, line) if begin else line.start
        if not any_part.match(text, start, line.end):
            continue
        for expression, fixed, is_bold in parts:
            match = expression.match(text, start, line.end)
            if match and (not is_bold or look_end(line, match.start("label"), line.end)):
                talk = look_end(line, match.start("label"), line.end) if is_bold and not fixed else match.end()
                label = fixed or (text[match.start("label") : talk] if is_bold else match["label"])
                style = BARE if match.groupdict().get("signed", "") is None else "stated" if fixed else "named"
                at = read_seconds(match.groupdict().get("at"), line.at)
                yield Candidate(number, tidy_label(label), style, line.start, max(talk, match.end()), at)
                break


def _split(pattern: str) -> list[str]:
    return [part.strip() for part in pattern.split("|") if part.strip()]


@lru_cache(maxsize=256)
def _compile(pattern: str) -> tuple[_Parts, re.Pattern[str]]:
    """Return for each part its expression, the label where it is given, whether it must be bold; and all in one."""
    compiled = []
    for part in (part for part in _split(pattern) if not part.startswith(_NOT)):
        pieces = [_translate(piece) for piece in _PART.split(part) if piece]
        fixed = "" if "{name}" in part else _SIGNS.sub("", part.replace("{time}", ""))
        ending = _SIGNED if part == fixed else _APART if _ENDS_WORD.search(part) else rf"{_NO_TIME}{BLANK}*"
        ending = rf"{BLANK}*\Z" if part.endswith("{name}") else ending
        body = "".join(pieces) if "{name}" in part else rf"(?P<label>){''.join(pieces)}"
        compiled.append((re.compile(rf"\s*{body}{ending}"), fixed, "**" in part))
    return tuple(compiled), _join(compiled)


@lru_cache(maxsize=256)
def _compile_close(pattern: str, found: frozenset[str]) -> tuple[_Parts, re.Pattern[str]] | None:
    """Return the same for labels without a sign that were not found so: digits or other signs may be behind them."""
    compiled = []
    for part in (part for part in _split(pattern) if not part.startswith(_NOT) and "{name}" not in part):
        fixed = _SIGNS.sub("", part.replace("{time}", ""))
        if _ENDS_WORD.search(part) and tidy_label(fixed) not in found:
            body = "".join(_translate(piece) for piece in _PART.split(part) if piece)
            compiled.append((re.compile(rf"\s*(?P<label>){body}{_CLOSE}"), fixed, "**" in part))
    return (tuple(compiled), _join(compiled)) if compiled else None


def _join(compiled: Sequence[tuple[re.Pattern[str], str, bool]]) -> re.Pattern[str]:
    bodies = (expression.pattern.removeprefix(r"\s*") for expression, _, _ in compiled)
    any_part = "|".join(_GROUP.sub("(?:", body) for body in bodies)
    return re.compile(rf"\s*(?:{any_part})")


def _translate(piece: str) -> str:
    if piece == "**":
        return r"(?:\*\*)?"
    if piece.isspace():
        return rf"(?:{BLANK}|\t)+"
    return _PLACES.get(piece, re.escape(piece))
