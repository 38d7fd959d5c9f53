"""A second interview in a file: a line between turns that names another person, another date or another interview.

Below it the same labels go on, so that all of it would count for one person in one wave. Only lines right above a turn,
with turns of the same speakers on both sides, are taken for one; they are nobody's talk, and they are told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from bp_qual.display import one_line
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Reading
from bp_qual.transcripts.speakers.label_forms import Candidate
from bp_qual.transcripts.speakers.labels import is_name, label_key
from bp_qual.transcripts.speakers.titles import is_title
from bp_qual.wording.remarks import Remark

_FEWEST, _FEWEST_NAMED, _MOST_RULES = 3, 2, 2  # turns on either side, below a head that says which interview;
# and rules in a file that can part interviews
_LONGEST, _BLOCK = 80, 8  # letters of such a line; lines of a header
_PERSON = (
    r"(?:respondente?|geïnterviewde|geinterviewde|deelne(?:mer|emster)|participant|informante?|interviewee|befragte[rn]?"
    r"|répondante?|persoon|person|casus|case)"
)
_MEETING = (
    r"(?:interview(?:nummer|nr)?|(?:diepte-?)?gesprek|transcript(?:ie)?|focusgroep|focus group|entretien|gespräch"
    r"|ronde|round|wave|meting|golf)"
)
_GIVEN = r"(?:datum|date|naam|name|bestand|file|opnamedatum|interviewdatum|jaar|year)"
_ID = r"[A-Z]{1,3}[-_ ]?\d{1,4}(?:[-_ ]\w{1,12})?"
_MONTHS = r"[a-zéûä]{3,9}\.?"
_DATE = (
    rf"(?:\d{{1,2}}[-/. ]\d{{1,2}}[-/. ](?:19|20)?\d{{2}}|(?:19|20)\d{{2}}-\d{{2}}-\d{{2}}"
    rf"|(?:\d{{1,2}}\.? )?{_MONTHS} (?:19|20)\d{{2}}|(?:19|20)\d{{2}})"
)
_NAME = r"(?-i:[A-ZÀ-Þ][\w.'’-]*)(?: [\w.'’-]+){0,3}"
_HEAD = lazy_pattern(
    rf"(?:{_MEETING}|{_PERSON})"
    rf"(?:\s+(?:nr|no|nummer|number)\.?)?[\s#:–—-]{{1,4}}[A-Z]{{0,3}}[-_ ]?\d{{1,4}}(?!\S*\w:).*"
    rf"|(?:\d{{1,2}}[.)]\s+)?{_MEETING}\s+(?:met|with|van|of|mit|avec)\s+(?:[A-Z]|mevr|mw|dhr|de heer).*"
    rf"|{_MEETING}(?:\s*[:–—-])?\s+{_NAME}(?:,? \(?{_DATE}\)?)?|{_NAME}(?:, | \(|, \(){_DATE}\)?"
    rf"|(?:het |the )?(?:tweede|derde|volgende|nieuwe?|2e|2de|3e|second|third|next|new|2nd|3rd|zweites|deuxième)"
    rf"\s+(?:{_MEETING}|{_PERSON})\b.*"
    rf"|(?:deel|part)\s+\w{{1,4}}\b.*\b(?:19|20)\d{{2}}\W*",
    re.IGNORECASE,
)
_VALUE = lazy_pattern(rf"(?P<key>{_MEETING}|{_PERSON}|{_GIVEN})\s*[:=]\s*(?P<value>\S.*)", re.IGNORECASE)
_ALONE = lazy_pattern(rf"{_ID}|{_DATE}")
_RULE = lazy_pattern(r"([-_*=~—–])(?:\s*\1){2,}")
_SIGNS = " \t\f#*_=>|[]()-–—•"
_KEY = lazy_pattern(r"[^\W\d_][\w .'’-]{1,24} ?:\s*\S")


def find_second_interviews(
    reading: Reading, labels: Sequence[Candidate], pages: Collection[int] = ()
) -> list[list[int]]:
    r"""Return the lines above each interview in a file but the first, those of one header together.

    Parameters
    ----------
    reading : Reading
        The file.
    labels : sequence of Candidate
        The labels at the beginning of its lines, in order; a line `Respondent: P02` may be among them.
    pages : collection of int
        The numbers of lines that are headers or footers of pages, which name the interview too.

    Returns
    -------
    list of list of int
        The numbers of the lines; none in nearly every file.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> from bp_qual.transcripts.speakers.label_forms import find_candidates
    >>> reading = read_data(b"I: Hoe?\nR: Zo.\nI: En?\n\nP02\n\nI: Hoe?\nR: Zus.\nI: En?", where="a.txt")
    >>> find_second_interviews(reading, [label for label in find_candidates(reading) if label.style == "colon"])
    [[3]]
    """
    counts = Counter(label.label for label in labels)
    turns = {label.line: label.label for label in labels if counts[label.label] > 1}
    places = [
        line for line in sorted(turns)[_FEWEST_NAMED:] if line - 1 not in turns
    ]  # few turns have a line above them
    if not places:
        return []
    own_line = {label.line for label in labels if label.talk >= reading.paragraphs[label.line].end}
    blocks = [_block_above(reading, line, turns, own_line) for line in places]
    blocks = [block for block in blocks if not set(block) & set(pages)]
    spoken = set(map(label_key, turns.values()))  # `[Respondent:: (0:30)` is a label with a slip
    blocks = [block for block in blocks if not any(_begin(reading, number) in spoken for number in block)]
    found = [block for block in blocks if block and _is_head(reading, block)]
    heads = Counter(_said(reading, block[0]) for block in found)
    found = [block for block in found if heads[_said(reading, block[0])] == 1 or _is_rule(reading, block[0])]
    rules = [block for block in found if all(_is_rule(reading, number) for number in block)]
    found = [block for block in found if block not in rules or len(rules) <= _MOST_RULES]
    found = [block for block in found if _same_go_on(turns, block[0], _fewest(reading, block))]
    return [[number for number in block if _is_of_header(reading, number)] for block in found]


def _block_above(reading: Reading, line: int, turns: Collection[int], own_line: Collection[int]) -> list[int]:
    """Return the short lines right above a turn that are set apart from the talk above them, the whole header."""
    lines, text, block = reading.paragraphs, reading.text, list[int]()
    for number in range(line - 1, max(-1, line - 1 - _BLOCK), -1):
        if number in turns or (number in own_line and number + 1 not in turns):
            break
        said = text[lines[number].start : lines[number].end].strip()
        if len(said) > _LONGEST or not (is_title(said) or _KEY.match(said)) or lines[number].label:
            break
        block.insert(0, number)
    while block and not (_begins_header(reading, block[0]) and _is_apart(reading, block[0])):
        block.pop(0)
    return [] if block and block[0] - 1 in own_line else block


def _begin(reading: Reading, number: int) -> str:
    """Return the key of what a line has before its colon, or of the line."""
    return label_key(_said(reading, number).partition(":")[0])


def _is_of_header(reading: Reading, number: int) -> bool:
    """Whether a line below the first one of a header is of it: what else is short may be talk, and stays."""
    return _begins_header(reading, number) or _KEY.match(_said(reading, number)) is not None


def _begins_header(reading: Reading, number: int) -> bool:
    line, said = reading.paragraphs[number], _said(reading, number)
    return line.kind == "heading" or _is_rule(reading, number) or _names_interview(said)


def _is_apart(reading: Reading, number: int) -> bool:
    """Whether nothing of the talk above a line goes on there."""
    lines, text = reading.paragraphs, reading.text
    between = text[lines[number - 1].end : lines[number].end]
    is_parted = "\n\n" in between or "\f" in between or reading.format not in ("text", "pdf")
    is_headed = lines[number].kind == "heading" or _is_rule(reading, number)
    return is_parted or is_headed or _VALUE.fullmatch(_said(reading, number)) is not None


def _is_head(reading: Reading, block: Sequence[int]) -> bool:
    """Whether a header says whose or which interview begins, or is nothing but a rule."""
    return any(_names_interview(_said(reading, number)) for number in block) or _is_rule(reading, block[0])


def _names_interview(said: str) -> bool:
    given = _VALUE.fullmatch(said)
    if given:
        value = given["value"]
        is_given = re.fullmatch(_GIVEN, given["key"], re.IGNORECASE) is not None
        is_short = len(value.split()) <= 5 and value[-1:] not in ".?!…"
        has_number = any(map(str.isdigit, value))
        return is_short and (is_given or has_number or (len(value.split()) > 1 and is_name(value)))
    return _HEAD.fullmatch(said) is not None or _ALONE.fullmatch(said) is not None


def _said(reading: Reading, number: int) -> str:
    line = reading.paragraphs[number]
    return reading.text[line.start : line.end].strip(_SIGNS)


def _is_rule(reading: Reading, number: int) -> bool:
    line = reading.paragraphs[number]
    return _RULE.fullmatch(reading.text[line.start : line.end].strip()) is not None


def _fewest(reading: Reading, block: Sequence[int]) -> int:
    """Return how many turns must be on either side of a header: fewer where it says which interview begins."""
    is_said = any(_HEAD.fullmatch(_said(reading, number)) is not None for number in block)
    return _FEWEST_NAMED if is_said else _FEWEST


def _same_go_on(turns: dict[int, str], line: int, fewest: int) -> bool:
    """Whether two speakers have turns enough both above a line and below it."""
    above = [label for number, label in turns.items() if number < line]
    below = [label for number, label in turns.items() if number > line]
    same = set(map(label_key, above)) & set(map(label_key, below))
    return min(len(above), len(below)) >= fewest and len(same) >= 2


def note_second_interviews(reading: Reading, found: Sequence[Sequence[int]]) -> Iterator[Remark]:
    r"""Yield the note on each further interview.

    >>> from bp_qual.readers import read_data
    >>> print(*note_second_interviews(read_data(b"R: Zo.\n\nP02\n\nI: Hoe?", where="a.txt"), [[1]]))
    Another interview seems to begin at line 3 ('P02'), under the same labels; all of it counts as one person's in ...
    """
    for block in found:
        line = reading.paragraphs[block[0]]
        said = reading.text[line.start : line.end].strip()
        number = reading.text.count("\n", 0, line.start) + 1
        yield Remark("second interview", values={"line": number, "begin": one_line(said)[:40]})
