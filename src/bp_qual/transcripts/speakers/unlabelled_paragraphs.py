"""Paragraphs without a label where somebody else may speak, or nobody: nothing is changed there, all of it is told.

One turn has several paragraphs in many files, so only those are told that look unlike the rest: a question by itself
in a turn of somebody who hardly asks, a paragraph right below a heading or a rule of dashes, what begins as notes do
(`- [ ]`, `xx:`), or with a time where all labels have one before them, and any paragraph without a label where nearly
every turn is one paragraph. Where two people take turns, the second of two paragraphs can hardly be the other's: two
turns of theirs would stand on end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from bp_qual.display import one_line
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import BOX, Reading, is_page_number
from bp_qual.transcripts.sentence_ends import ends_in_abbreviation
from bp_qual.transcripts.speakers.asking import is_one_question, who_asks
from bp_qual.transcripts.speakers.cutting import find_boxes
from bp_qual.transcripts.speakers.label_forms import Candidate, begins_with_time, without_time
from bp_qual.transcripts.speakers.labels import (
    ANSWERS,
    BEGINS_TALK,
    HEADER_WORDS,
    is_code,
    is_no_person,
    is_reported,
    is_role_label,
    label_key,
)
from bp_qual.transcripts.speakers.titles import is_title
from bp_qual.wording.remarks import Remark

_OFTEN = 3  # times that a line comes back
_FEWEST, _FEW, _SHARE = 8, 2, 0.04  # labels; paragraphs without one, and their share, up to which all of them are told
_SMALL_LABEL = lazy_pattern(  # buurvrouw: Joehoe; xx: Ja; man (onbekend): Ja; ??: ja
    r"(?:[^\W\d_]{2,20}(?: \([^()\n]{2,30}\))?|\?{1,3}|[(\[]\?{1,3}[)\]]) ?: [^\W\d_]"
)
_NOTED = lazy_pattern(
    r"[-*+] \[[ xX]\] |> ?\[!|==[^=\n]+==\Z|#[^\W\d_][\w/-]*(?:\s+#[^\W\d_][\w/-]*)*\Z"
)  # of Markdown
_REMARK = lazy_pattern(r"(?://|%)\s?[^\W\d_](?!.*//\Z)")  # // nog beluisteren; %com: onzeker; but //ja//
_KEY = lazy_pattern(r"([^\W\d_][\w .'’-]{1,24}?) ?:(?!\S*[/\\])")  # Duur: 45 minuten
_FENCE, _RULE = lazy_pattern(r"`{3}|~{3}"), lazy_pattern(r"\s*([-_*=~—–])(?:\s*\1){2,}\s*\Z")
_ADDRESS, _TITLE = lazy_pattern(r"https?://\S+\Z"), lazy_pattern(r"(?:\d|[^\W\d_a-zà-ÿ]).*\w\Z")
_HEADED = lazy_pattern(r"([^\W\d_][^:.?!\n]{2,50}) ?: [^\W\d_]")  # Man op straat: dag; Opmerking transcribent: ...
_WHERE = frozenset(("op", "uit", "in", "bij", "van", "on", "from", "at", "with"))  # Man op straat; but Man kann sagen
_ROLE, _MOST_BEFORE = 4, 5  # letters of a role's name at least; words before a colon
_TIMED = 0.9  # share of the labels that begin with a time, from which on one of few others that do may be another's
_SHORT = 8  # words of a line with which somebody else may have broken in
_FEW_TITLES = 0.1  # share of the lines without a label up to which one without a full stop is odd
_ENDS = ".?!…\"”’'»)]"
_BY_PARAGRAPH = frozenset(("docx", "odt", "html", "rtf"))  # formats in which each line is a paragraph


class Unlabelled(NamedTuple):
    """A line without a label: its number, what it says, and as whose talk it was read.

    `is_apart` tells that a paragraph begins there, `begins` that a sentence does, `is_odd` that it begins as no talk
    does; `turn` is the line of the label above it.
    """

    line: int
    said: str
    speaker: str
    is_apart: bool = True
    begins: bool = True
    is_odd: bool = False
    turn: int = 0


def find_unlabelled(
    reading: Reading, labels: Sequence[Candidate], titles: Collection[int] = (), pages: Collection[int] = ()
) -> list[Unlabelled]:
    r"""Return the paragraphs without a label that look unlike the rest of their file.

    Parameters
    ----------
    reading : Reading
        The file.
    labels : sequence of Candidate
        Its labels, in order.
    titles, pages : collection of int
        The numbers of lines that are titles, and of those that are headers or footers of pages.

    Returns
    -------
    list of Unlabelled
        In the order of the file.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> from bp_qual.transcripts.speakers.label_forms import find_candidates
    >>> said = "I: Hoe?\n\nR: Zo.\n\n" * 4 + "En nu?\n\nOok zo.\n\nI: Mooi?"
    >>> reading = read_data(said.encode(), where="a.txt")
    >>> found = find_unlabelled(reading, [label for label in find_candidates(reading) if label.style == "colon"])
    >>> [(paragraph.said, paragraph.speaker) for paragraph in found]
    [('En nu?', 'R'), ('Ook zo.', 'R')]
    """
    first = [label for label in labels if label.style != "inside"]
    is_named = not first or all(label.style == "format" for label in first)
    if is_named or reading.format == "pdf" or len({label.label for label in first}) < 2:
        return []
    heads = list({label.line: label for label in sorted(labels, key=attrgetter("line", "start"))}.values())  # the last
    boxes = find_boxes(reading, {label.line for label in labels})
    lines = _mark_recurring([line for line in _lines(reading, heads, titles) if line.line not in boxes])
    lines = _mark_titles([line for line in lines if line.line not in pages], {label.line for label in first})
    if not lines:
        return []
    asking = who_asks(reading, first)
    few = max(_FEW, _SHARE * len(first)) if len(first) >= _FEWEST else 0
    begun = {line.line for line in lines if line.begins}
    apart = {line.line for line in lines if line.is_apart}
    rare = begun if _is_rare(lines, few) else set[int]()
    if not rare and _is_rare([line for line in lines if line.is_apart], few):
        rare = apart
    rare -= _gone_on(lines, heads)
    timed = _timed_as_labels(lines, heads, reading)
    timed = timed if len(timed) <= few else set()
    below = {number + 1 for number, line in enumerate(reading.paragraphs) if line.kind == "heading"}
    below = apart & (below | {number + 1 for number in titles})
    return [
        line
        for line in lines
        if line.is_odd
        or line.line in below
        or line.line in timed
        or (line.speaker not in asking and _is_other(line, rare, begun))
        or (line.line in rare and line.said.endswith("?") and line.line + 1 in begun)  # and somebody goes on
    ]


def _gone_on(lines: Sequence[Unlabelled], labels: Sequence[Candidate]) -> set[int]:
    """Return the lines with which one of two speakers goes on before the other does, in a turn with no more of them.

    Had the other said such a line, that speaker would be named next to it, or the line below would lack a label too. Of
    few words, of an answer and of a question somebody may think otherwise.
    """
    if len({label.label for label in labels}) != 2:
        return set()
    followed = {one.line for one, after in pairwise(labels) if one.label != after.label}
    begun = Counter(line.turn for line in lines if line.begins)
    return {
        line.line
        for line in lines
        if line.turn in followed and begun[line.turn] == 1 and line.said[-1:] in _ENDS and "?" not in line.said
        if len(line.said.split()) > _SHORT and label_key(line.said.split()[0].rstrip(",.!…")) not in ANSWERS
    }


def _timed_as_labels(lines: Sequence[Unlabelled], labels: Sequence[Candidate], reading: Reading) -> set[int]:
    """Return the lines that begin with a time, where nearly all labels have one before them."""
    starts = [reading.paragraphs[label.line].start for label in labels]
    if sum(begins_with_time(reading.text, start) for start in starts) < _TIMED * len(starts):
        return set()
    return {line.line for line in lines if begins_with_time(reading.text, reading.paragraphs[line.line].start)}


def _mark_recurring(lines: list[Unlabelled]) -> list[Unlabelled]:
    """Let the lines be odd that come back word for word as none of the talk does: headers of pages."""
    counts = Counter(line.said for line in lines if line.begins)
    often = {said for said, count in counts.items() if count >= _OFTEN and len(said.split()) > 1 and is_title(said)}
    return [line._replace(is_odd=line.is_odd or line.said in often) for line in lines] if often else lines


def _is_other(line: Unlabelled, rare: Collection[int], begun: set[int]) -> bool:
    """Whether a line is one of few, or a question by itself with another line below it."""
    return line.line in rare or (begun >= {line.line, line.line + 1} and is_one_question(line.said))


def _is_rare(lines: Sequence[Unlabelled], few: float) -> bool:
    """Whether there are few such lines, or few turns with such lines and a question: a long answer is usual."""
    asks = any(line.said.endswith("?") for line in lines)
    return len(lines) <= few or (asks and len({line.turn for line in lines}) <= few)


def _lines(reading: Reading, labels: Sequence[Candidate], titles: Collection[int]) -> Iterator[Unlabelled]:
    """Yield the lines between one label and the next but for the first, which is the labelled one."""
    lines, text = reading.paragraphs, reading.text
    voiced = {label.line for label in labels if lines[label.line].kind == BOX}
    ends = [*(label.line for label in labels[1:]), len(lines)]
    for label, end in zip(labels, ends, strict=True):
        if end <= label.line + 1 or is_no_person(label.label) or label.style == "format":
            continue
        begin = label.line + (1 if label.talk < lines[label.line].end else 2)
        for number in range(begin, end):
            line, above = lines[number], lines[number - 1]
            said = without_time(text[line.start : line.end])
            if number in titles or line.kind == "heading" or line.label or _is_aside(said):
                continue
            over = without_time(text[above.start : above.end])
            is_small = _SMALL_LABEL.match(said) is not None
            is_below = above.kind == "heading" or number - 1 in titles or _RULE.match(over) is not None
            ends_above = (over[-1:] in _ENDS and not ends_in_abbreviation(over)) or is_below
            is_blank = text[above.end : line.start].count("\n") > 1
            is_new = not next(filter(str.isalnum, said), "").islower() or is_small or ends_above
            is_apart = is_new and (is_blank or is_below or (reading.format in _BY_PARAGRAPH and ends_above))
            begins = is_new and (is_apart or ends_above)
            is_odd = (begins and (is_small or _is_header(said) or _REMARK.match(said) is not None)) or _RULE.match(
                over
            ) is not None
            is_odd = is_odd or (reading.format == "markdown" and bool(_NOTED.match(said) or _FENCE.match(over)))
            is_odd = is_odd or (begins and _is_remark(said)) or (number - 1 in voiced and line.kind != BOX)
            yield Unlabelled(number, said, label.label, is_apart, begins, is_odd, label.line)


def _is_header(said: str) -> bool:
    """Whether a line tells something of the interview rather than in it."""
    key = _KEY.match(said)
    return key is not None and label_key(key[1]).rstrip("0123456789") in HEADER_WORDS


def _is_remark(said: str) -> bool:
    """Whether a line is an address, tells of a speaker (`Interviewer lacht.`), or has a few words before a colon."""
    first = label_key(said.partition(" ")[0])
    if (len(first) > _ROLE and is_role_label(first)) or _ADDRESS.match(said):
        return True
    head = _HEADED.match(said)
    words = head[1].replace(",", " ").split() if head else []
    if not head or not 1 < len(words) <= _MOST_BEFORE or is_reported(head[1]):
        return False
    return words[0].casefold() not in BEGINS_TALK or (words[0] == "Man" and words[1] in _WHERE)


def _mark_titles(lines: list[Unlabelled], labelled: Collection[int]) -> list[Unlabelled]:
    """Let the lines be odd that end a turn as titles do, without a full stop, where few lines have none."""
    titles = {
        line.line
        for line in lines
        if line.begins and line.line + 1 in labelled and is_title(line.said) and _TITLE.match(line.said)
    }
    if not titles or len(titles) > max(_FEW, _FEW_TITLES * len(lines)):
        return lines
    return [line._replace(is_odd=line.is_odd or line.line in titles) for line in lines]


def _is_aside(said: str) -> bool:
    """Whether a line is a time, a code, a page or something in brackets rather than talk."""
    is_bracketed = said[:1] in "[(" and said[-1:] in "])"
    return is_bracketed or is_code(said) or is_page_number(said) or not any(map(str.isalpha, said))


def note_unlabelled(found: Sequence[Unlabelled]) -> tuple[Remark, ...]:
    """Return the note on paragraphs without a label.

    >>> print(*note_unlabelled([Unlabelled(3, "En nu?", "R")]))
    Has no label, and was read as talk of the speaker named behind it, though ... or nobody: 'En nu? (R)'. If so, ...
    """
    shown = tuple(f"{one_line(one.said)[:40]} ({one_line(one.speaker)})" for one in found)
    return (Remark("paragraphs unlabelled", values={"lines": tuple(dict.fromkeys(shown))}),) if shown else ()
