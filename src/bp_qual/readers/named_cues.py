"""Names before the talk of a cue: `Jan: Nou`, `[SPEAKER_00]: Nou`, `(Jan)` on a line of its own, `- ` and `>>`.

A name counts as the speaker where most cues have one; where fewer have, each name begins a line of its own, so that
whoever reads the lines for speakers can see it. Dashes mark a change of speaker without saying who: that is reported.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from io import StringIO
from typing import NamedTuple

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers.cues import Cue
from bp_qual.wording.remarks import Remark

_NAMED = lazy_pattern(
    r"[ \t]*(?:[-–—>]+[ \t]*)?"
    r"(?:(?P<colon>[^\W\d_][^\n:<>\[\]?!]{0,48}?)[ \t]*:(?=\s|\Z)"
    r"|[\[(](?P<bracket>[^\W_][^\n:<>\[\]()]{0,48}?)[\])][ \t]*:?(?=\s|\Z))\s*"
)
_INITIAL = 2  # letters of a name that is cut short: Norman P., Anna Ch.
_DASHED = lazy_pattern(r"[ \t]*(?:[-–—](?=[ \t]*[^\W_])|>>+)[ \t]*")
(_PARTICLE,) = (
    frozenset(words.split())
    for words in (
        "de den der van von vom zu zum 't het ten ter te la le les di da do dos du del della el al y en und and et",
    )
)
_END = ".?!,;…"
_RECOGNISED = lazy_pattern(r"(?:speaker|spreker|sprecher|spk|locuteur|participant)[ _-]?\d{1,3}", re.IGNORECASE)
_HAPPENS = lazy_pattern(
    r"(?:ge|glim)?lach|grinnik|giechel|zucht|stilte|zwijg|pauze|kuch|hoest|snik|huil|fluister|on(?:verstaan|hoor)baar|"
    r"onduidelijk|instemm|knik|applaus|muziek|geluid|laugh|chuckl|giggl|sigh|silen|paus|cough|sob|whisper|inaudible|"
    r"unintelligible|unclear|cross-?talk|overlap|applause|music|noise|nods|gelächter|räusper|hustet|seufz|musik|rires|"
    r"riant|soupir|musique|blank|foreign|\d",
    re.IGNORECASE,
)


class _Line(NamedTuple):
    """One line of a cue: what is before the talk (a name, a dash), the name, and how it is marked."""

    text: str
    head: str = ""
    name: str = ""
    bracket: bool = False
    first: bool = False


def name_speakers(cues: Sequence[Cue], labels: StringIO) -> tuple[list[Cue], tuple[Remark, ...]]:
    """Return the cues by speaker, and notes about names and dashes that do not tell who speaks.

    >>> cues = [Cue(0, 1, "Eva: Hoe?" + chr(10) + "Jan: Zo."), Cue(1, 2, "Eva: En?" + chr(10) + "Jan: Nou.")]
    >>> [(cue.label, cue.text) for cue in name_speakers(cues, StringIO())[0]]
    [('Eva', 'Hoe?'), ('Jan', 'Zo.'), ('Eva', 'En?'), ('Jan', 'Nou.')]
    """
    looked = [_look(cue) for cue in cues]
    with_names = [line for lines in looked for line in lines if line.name]
    names = _accept(with_names, len(looked))
    named = _count_named(looked, names) if names else 0
    parted = list[Cue]()
    if names and (2 * named >= len(cues) or _name_changes(looked, names, named)):
        for cue, lines in zip(cues, looked, strict=True):
            if len(lines) == 1 and lines[0].name in names:  # by far the usual form
                text, head, name, *_ = lines[0]
                labels.write(head)
                parted.append(Cue(cue.at, cue.until, text[len(head) :], name))
            else:
                parted += _part(cue, lines, names, labels)
        return parted, tuple(_note_dashes(looked))
    for cue, lines in zip(cues, looked, strict=True):
        parted += _loosen(cue, lines, labels)
    return parted, (*_note_late_names(cues, looked, names), *_note_dashes(looked))


def _count_named(looked: Sequence[Sequence[_Line]], names: frozenset[str]) -> int:
    """Return how many cues name a speaker."""
    heads = [lines[0].name if len(lines) == 1 else "" for lines in looked]
    more = [lines for lines in looked if len(lines) > 1]
    return sum(map(names.__contains__, heads)) + sum(any(line.name in names for line in lines) for lines in more)


def _name_changes(looked: Sequence[Sequence[_Line]], names: frozenset[str], named: int) -> bool:
    """Whether names occur only where the speaker changes: from the first cue on, several, and again and again."""
    counts = Counter(line.name for lines in looked for line in lines if line.name in names)
    begins = bool(looked[0]) and looked[0][0].name in names
    again = all(count >= 2 for count in counts.values()) or all(map(_RECOGNISED.fullmatch, counts))
    return begins and len(counts) >= 2 and again and 10 * named >= len(looked)


def _look(cue: Cue) -> list[_Line]:
    """Return the lines of a cue, each with the name that it may begin with."""
    lines = list[_Line]()
    for text in cue.text.split("\n") if "\n" in cue.text else (cue.text,):
        if match := _NAMED.match(text):
            colon, bracket = match.groups()
            name = _tidy_name(colon or bracket)
            happens = bracket is not None and (_HAPPENS.match(name) or match.end() == len(cue.text))
            if name and not happens:
                lines.append(_Line(text, match[0], name, bracket is not None, not lines))
                continue
        if text.strip():
            dash = _DASHED.match(text)
            lines.append(_Line(text, dash[0] if dash else "", first=not lines))
    return lines


@lru_cache(maxsize=4096)
def _tidy_name(written: str) -> str:
    """Return what may be a name with one blank between its words; '' for what is too long or ends a sentence.

    >>> _tidy_name("Norman  P."), _tidy_name("Dat was P.?"), _tidy_name("Zo is het.")
    ('Norman P.', '', '')
    """
    words = written.split()
    name, last = " ".join(words), words[-1]
    is_initial = len(words) > 1 and last[0].isupper() and last[-1] == "." and len(last.rstrip(".")) <= _INITIAL
    return name if (is_initial or name[-1] not in _END) and len(words) <= 6 else ""


def _accept(named: Sequence[_Line], cues: int) -> frozenset[str]:
    """Return the names that are speakers: those that come back, and those that can hardly be anything else."""
    heads = Counter([line.name for line in named if line.first])
    whole = Counter([line.name for line in named])
    brackets = Counter([line.name for line in named if line.bracket])
    marked = {line.name for line in named if line.head[0] in " \t-–—>" and line.head.lstrip()[0] in "-–—>"}
    most = 10 * heads.total() >= 9 * cues
    return frozenset(
        name
        for name, count in whole.items()
        if (most and heads[name] and not name[0].islower())
        or (name in marked and not name[0].islower())
        or (count >= 2 and (not name[0].islower() or 10 * brackets[name] >= cues or _is_word(name, brackets)))
        or (not brackets[name] and _is_full_name(name))
    )


def _is_word(name: str, brackets: Counter[str]) -> bool:
    return len(name.split()) == 1 and not brackets[name]


def _is_full_name(name: str) -> bool:
    """Whether a name that occurs once is one: all in capitals, or several words with a capital or a number each."""
    words = [word for word in name.split() if word.casefold() not in _PARTICLE]
    if name.isupper():
        return True
    return len(words) >= 2 and all(word[0].isupper() or word[0].isdigit() or word[0] in "(‘“'\"" for word in words)


def _part(cue: Cue, lines: Sequence[_Line], names: frozenset[str], labels: StringIO) -> Iterator[Cue]:
    """Yield a cue for each name in a cue; a line without a name goes on with the one above."""
    label, said = "", list[str]()
    for line in lines:
        if line.name in names:
            if said or label:
                yield Cue(cue.at, cue.until, "\n".join(said), label)
            labels.write(line.head)
            label, said = line.name, [line.text[len(line.head) :]]
        else:
            said.append(line.text)
    if said or label:
        yield Cue(cue.at, cue.until, "\n".join(said), label)


def _loosen(cue: Cue, lines: Sequence[_Line], labels: StringIO) -> Iterator[Cue]:
    """Yield a cue whole, or in lines where a name or a dash begins one."""
    if not any(line.head for line in lines):
        yield cue
        return
    said = list[str]()
    for line in lines:
        if line.head and said:
            yield Cue(cue.at, cue.until, "\n".join(said))
            said = []
        if line.head and not line.name:
            labels.write(line.head)
            said.append(line.text[len(line.head) :])
        else:
            said.append(line.text)
    yield Cue(cue.at, cue.until, "\n".join(said))


def _note_late_names(cues: Sequence[Cue], looked: Sequence[Sequence[_Line]], names: frozenset[str]) -> Iterator[Remark]:
    """Say that only a part of the cues names a speaker, where much is said before the first name."""
    having = [number for number, lines in enumerate(looked) if any(line.name in names for line in lines)]
    if not having:
        return
    before = sum(len(cue.text) for cue in cues[: having[0]])
    if 20 * before > sum(len(cue.text) for cue in cues):
        name = next(line.name for line in looked[having[0]] if line.name in names)
        values = {"named": len(having), "all": len(cues), "name": name, "before": having[0]}
        yield Remark("late names", values=values)


def _note_dashes(looked: Sequence[Sequence[_Line]]) -> Iterator[Remark]:
    if any([line.head and not line.name for lines in looked for line in lines]):  # noqa: C419
        dashed = sum(any(line.head and not line.name for line in lines) for lines in looked)
        yield Remark("dashes", values={"n": dashed})
