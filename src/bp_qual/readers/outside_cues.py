"""Words of a file of subtitles that are in no cue: in its head, above a time as names are, or behind a note.

No player shows them, and they may have been said all the same: they are kept apart and told. Numbers, ids and names
that count (`cue 7`), what the format itself has in its head, and styles are not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from bp_qual.display import one_line
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.wording.remarks import Remark

OUTSIDE_CUES = "lines outside the cues"
NOTE_BLOCK = lazy_pattern(
    r"(?:NOTE|STYLE|REGION)(?=\s|$)|(?i:style|region)[ \t]*:?[ \t]*\n\s*(?:::cue|id\s*:|/\*|[^\n{]{0,60}\{)"
)
_BLANK = lazy_pattern(r"(\n[ \t]*\n)")
_OF_THE_FORMAT = lazy_pattern(
    r"\ufeff?WEBVTT\b.*|(?:kind|language|x-[\w-]+|id|width|lines|regionanchor|viewportanchor|scroll)[ \t]*[:=].*"
    r"|(?:style|region)[ \t]*:?|.*::cue\b.*|.*[{};][ \t]*",
    re.IGNORECASE,
)
_ONE_ID = lazy_pattern(r"\S*\d\S*")


def part_head(head: str) -> tuple[list[str], list[str]]:
    r"""Return what a file has before the first time by its format, and its other lines with words.

    >>> part_head("WEBVTT\nKind: captions\n\nNOTE van Eva\n\nToen zei hij nog iets.\n\n")
    (['WEBVTT', 'Kind: captions', 'NOTE van Eva'], ['Toen zei hij nog iets.'])
    """
    own, odd = list[str](), list[str]()
    for block in re.split(_BLANK.pattern, head)[::2]:
        is_note = NOTE_BLOCK.match(block.lstrip("\n")) is not None
        for line in filter(str.strip, block.split("\n")):
            (own if is_note or not _has_words(line) or _OF_THE_FORMAT.fullmatch(line.strip()) else odd).append(line)
    return own, odd


def is_style(block: str) -> bool:
    r"""Return whether all lines of a block are those of a style.

    >>> is_style("::cue(b) {\n color: red;\n}"), is_style("Ja.")
    (True, False)
    """
    return all(not _has_words(line) or _OF_THE_FORMAT.fullmatch(line.strip()) for line in block.split("\n"))


def odd_names(names: Sequence[str], labels: Sequence[str]) -> Iterator[str]:
    """Yield the names above times that are neither those of speakers, nor numbers or ids, nor count the cues.

    Parameters
    ----------
    names : sequence of str
        The line above each time, or ''.
    labels : sequence of str
        The speakers that they name, none where they name none.

    Yields
    ------
    str

    Examples
    --------
    >>> list(odd_names(["1", "Ja zeker", "a1b2", "Eva"], ["", "", "", "Eva"]))
    ['Ja zeker']
    >>> list(odd_names(["cue 1", "cue 2", "cue 3"], []))
    []
    """
    worded = [(number, name) for number, name in enumerate(names) if _has_words(name)]  # most are nothing but numbers
    shapes = Counter(_shape(name) for _, name in worded)
    for number, name in worded:
        counts = any(map(str.isdigit, name)) and 2 * shapes[_shape(name)] >= max(4, len(names))
        if not (labels and labels[number]) and not _ONE_ID.fullmatch(name) and not counts:
            yield name


def note_outside(lines: Sequence[str]) -> tuple[Remark, ...]:
    """Return a note that names lines outside the cues; none where there are none.

    >>> print(*note_outside(["Ja zeker"]))
    Left out, as no cue holds it: 'Ja zeker'. If it was said, put it below a time of its own.
    """
    shown = tuple(one_line(" ".join(line.split())[:40]) for line in lines)
    return (Remark("outside cues", values={"lines": shown}),) if lines else ()


def _has_words(line: str) -> bool:
    return any(map(str.isalpha, line))


def _shape(name: str) -> str:
    return re.sub(r"\d+", "0", name.casefold())
