"""Cutting: a text into stretches of talk, at its labels and headings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from itertools import pairwise
from operator import attrgetter

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import BOX, NOBODY, Paragraph, Reading, is_page_number
from bp_qual.transcripts.speakers.label_forms import STAMP, Candidate
from bp_qual.transcripts.speakers.labels import is_code, is_no_person
from bp_qual.transcripts.speakers.stretch import Stretch, make_stretch

_CODE, _FOOTER = 16, 80  # letters of a line that can be a code, or say which page it is
_PAGE_BEHIND = lazy_pattern(
    r"(?P<title>(?:.*\W)?(?:pagina|page|seite|pag|blz|blad|p)\W{1,3}|)"
    r"(?P<page>\d{1,4})(?:[ ]?(?:van|of|von|/)[ ]?\d{1,4})?",
    re.IGNORECASE,
)
_BETWEEN_DASHES = lazy_pattern(r"([-–—~|]) ?(\d{1,4}) ?\1")
_TITLED = lazy_pattern(r"(?P<title>[^\W\d].{5,}?(?: [-–—|•·] ?|, | {2,}|\t+))(?P<page>\d{1,4})")
_TIME = lazy_pattern(rf"\s*(?P<code>TC\s+)?{STAMP}\s*\Z")
_MOSTLY = 0.5  # share of the turns that end in a time
_DASHES = frozenset("-–—~|")
Others = dict[str, tuple[tuple[int, int], ...]]


def cut_talk(
    reading: Reading, labels: Sequence[Candidate], titles: Collection[int] = ()
) -> tuple[list[Stretch], Others]:
    r"""Return the stretches between the labels of a text, and by name all that is not talk.

    What is before the first label is not talk, but in subtitles, where all is talk, it is nobody's.

    Parameters
    ----------
    reading : Reading
        The file.
    labels : sequence of Candidate
        Its labels.
    titles : collection of int
        The numbers of lines that are titles, by what they look like.

    Returns
    -------
    list of Stretch, mapping of str to tuple of spans

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> labels = [Candidate(1, "R", "colon", 4, 6)]
    >>> stretches, others = cut_talk(read_data(b"Kop\nR: Ja.\nEcht.", where="a.txt"), labels)
    >>> stretches, others["before the first speaker"]
    ([Stretch(speaker='R', start=7, end=16, at=None)], ((0, 4),))
    """
    cutter = _Cutter(reading)
    by_line = defaultdict[int, list[Candidate]](list)
    for label in sorted(labels, key=attrgetter("line", "start")):
        by_line[label.line].append(label)
    first = min(by_line)
    lines = reading.paragraphs
    pages = find_pages(reading, by_line)
    boxes, times = find_boxes(reading, by_line), find_times(reading, by_line)
    if reading.format == "subtitles":
        cutter.stretches += [make_stretch(reading.text, "", line.start, line.end, line.at) for line in lines[:first]]
    for number in range(first, len(lines)):
        line, own = lines[number], by_line.get(number)
        if own:
            cutter.cut_line(line, own)
        elif line.kind == "heading" or number in titles or _is_code_line(line, reading.text):
            cutter.end_turn()
            cutter.headings.append((line.start, line.end))
        elif number in pages:
            cutter.end_turn()
            cutter.pages.append((line.start, line.end))
        elif number in boxes:
            cutter.end_turn()
            cutter.boxes.append((line.start, line.end))
        elif number in times:
            cutter.end_turn()
            cutter.heads.append((line.start, line.end))
        elif line.kind == NOBODY:
            cutter.end_turn()
            cutter.begin_turn("", line.at, line.start, line.end)
        else:
            cutter.go_on(line.start, line.end)
    cutter.end_turn()
    before = ((0, lines[first].start),) if first and reading.format != "subtitles" else ()
    others = {"labels": tuple(cutter.heads), "headings": tuple(cutter.headings), "before the first speaker": before}
    others |= {"headers and footers": tuple(cutter.pages)} if cutter.pages else {}
    others |= {BOX: tuple(cutter.boxes)} if cutter.boxes else {}
    return cutter.stretches, others


def find_boxes(reading: Reading, labelled: Collection[int]) -> frozenset[int]:
    r"""Return the lines that stand beside the talk, in boxes and asides; none where a speaker is named in one of these.

    >>> reading = Reading("R: Ja.\nNoot", (Paragraph(0, 6), Paragraph(7, 11, kind=BOX)))
    >>> sorted(find_boxes(reading, [0])), sorted(find_boxes(reading, [0, 1]))
    ([1], [])
    """
    boxes = frozenset(number for number, line in enumerate(reading.paragraphs) if line.kind == BOX)
    return boxes if boxes.isdisjoint(labelled) else frozenset()


def find_times(reading: Reading, labelled: Collection[int]) -> frozenset[int]:
    r"""Return the lines that hold a time alone, above a label; the last only with `TC`, or where most turns end in one.

    >>> from bp_qual.readers import read_data
    >>> sorted(find_times(read_data(b"I: Wanneer?\nR: Om\n9:30", where="a.txt"), [0, 1]))
    []
    >>> sorted(find_times(read_data(b"I: Hoe?\n0:01\nR: Zo.\n0:09", where="a.txt"), [0, 2]))
    [1, 3]
    """
    text, lines = reading.text, reading.paragraphs
    above = (number - 1 for number in labelled if number and number - 1 not in labelled)
    times = {number for number in above if _TIME.match(text, lines[number].start, lines[number].end)}
    last = len(lines) - 1
    match = _TIME.match(text, lines[last].start, lines[last].end) if last not in labelled else None
    if match and (match["code"] or (min(labelled) - 1 not in times and len(times) >= _MOSTLY * len(labelled))):
        times.add(last)
    return frozenset(times)


def find_pages(reading: Reading, taken: Collection[int]) -> frozenset[int]:
    r"""Return the lines that say which page it is: in so many words, or as the same line does with a higher number.

    `3 van 12` by itself may be an answer, and so may a number; three that go up one by one are those of pages.

    >>> from bp_qual.readers import read_data
    >>> sorted(find_pages(read_data(b"R: Ja.\n- 1 -\nR: Nee.\n- 2 -\nR: Zo.\n- 3 -", where="a.txt"), {0, 2, 4}))
    [1, 3, 5]
    """
    pages, rising = set[int](), defaultdict[str, list[tuple[int, int]]](list)
    for number, line in enumerate(reading.paragraphs):
        said = reading.text[line.start : line.end].strip() if line.end - line.start <= _FOOTER else ""
        if said[-1:] in _DASHES and (between := _BETWEEN_DASHES.fullmatch(said)) and number not in taken:
            rising[between[1]].append((number, int(between[2])))
        if number in taken or not said[-1:].isdigit():
            continue
        match = _PAGE_BEHIND.fullmatch(said) or _TITLED.fullmatch(said)
        if said[0].isalpha() and is_page_number(said):
            pages.add(number)
        elif match:
            rising[match["title"]].append((number, int(match["page"])))
    for title, found in rising.items():
        steps = [later - earlier for (_, earlier), (_, later) in pairwise(found)]
        is_said = title in _DASHES or (bool(title) and _PAGE_BEHIND.fullmatch(f"{title}1") is not None)
        is_rising = len(found) > 1 and min(steps) > 0 if is_said else len(found) > 2 and set(steps) == {1}
        pages |= {number for number, _ in found} if is_rising else set()
    return frozenset(pages)


def _is_code_line(line: Paragraph, text: str) -> bool:
    return line.end - line.start <= _CODE and is_code(text[line.start : line.end])


class _Cutter:
    """One walk over the lines of a text: the turn that goes on now, and what has been cut off already."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.stretches = list[Stretch]()
        self.heads, self.headings, self.pages, self.boxes = (list[tuple[int, int]]() for _ in range(4))
        self.speaker, self.start, self.end = "", -1, -1
        self.at: float | None = None

    def go_on(self, start: int, end: int) -> None:
        """Let the speaker go on."""
        self.start, self.end = (start if self.start < 0 else self.start), end

    def begin_turn(self, speaker: str, at: float | None, start: int, end: int) -> None:
        """Begin a turn."""
        self.speaker, self.at, self.start, self.end = speaker, at, start, end

    def end_turn(self, *, even_if_empty: bool = True) -> None:
        """End the turn that goes on."""
        if self.start >= 0:
            stretch = make_stretch(self.reading.text, self.speaker, self.start, self.end, self.at)
            if stretch.end > stretch.start or (even_if_empty and not is_no_person(self.speaker)):
                self.stretches.append(stretch)
        self.start = -1

    def cut_line(self, line: Paragraph, labels: Sequence[Candidate]) -> None:
        """Cut a line at its labels; an interruption ends, and the one who was interrupted goes on."""
        label = labels[0]
        if len(labels) == 1 and label.style != "inside" and not self._goes_on_as(label):  # by far the usual form
            self.end_turn()
            if label.talk > line.start:
                self.heads.append((line.start, label.talk))
            end = line.end
            if label.style == "tag" and self.reading.text.endswith("</v>", label.talk, end):
                end -= len("</v>")
                self.heads.append((end, line.end))
            self.begin_turn(label.label, label.at, label.talk, end)
            if end < line.end:
                self.end_turn()
            return
        place, was_cut_off = line.start, False
        for label in labels:
            if label.start < place:
                continue  # within an interruption
            begins = label.start if label.style == "inside" else line.start
            if begins > place:
                self.go_on(place, begins)
            if self._goes_on_as(label):
                continue
            self.end_turn(even_if_empty=not was_cut_off and label.style != "inside")
            was_cut_off = label.end >= 0
            self.heads.append((begins, label.talk))
            if was_cut_off:
                place = self._interrupt(label)
                continue
            place = label.talk
            self.begin_turn(label.label, label.at, place, place)
        if place < line.end:
            self.go_on(place, line.end)

    def _goes_on_as(self, label: Candidate) -> bool:
        """Whether the format names whoever is speaking already."""
        return label.style == "format" and label.label == self.speaker and self.start >= 0

    def _interrupt(self, label: Candidate) -> int:
        """Give an interruption its own turn, and return where the one who was interrupted goes on."""
        stretch = make_stretch(self.reading.text, label.label, label.talk, label.end, label.at)
        self.stretches.append(stretch)
        closing = re.compile(r"\[/[^\]\n]{1,40}\]|</[^>\n]{1,40}>|\)\)|//|[–—-]{1,2}|[)\]}>/*]").match(
            self.reading.text, label.end
        )
        after = closing.end() if closing else label.end + 1
        self.heads.append((label.end, after))
        self.begin_turn(self.speaker, None, after, after)
        return after
