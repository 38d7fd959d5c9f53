"""Files without labels: what a study says of them, headings and colours, or nothing at all."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from bp_qual.readers import Paragraph, Reading
from bp_qual.transcripts.speakers.stretch import Stretch, Talk, make_stretch

_NUMBERED = re.compile(r"(?:\d{1,3}|[a-z])[.)]\s")
ALTERNATING, ONE_VOICE = frozenset(("(1)", "(2)")), "(text)"  # what a study says of files without labels


def read_unlabelled(reading: Reading, known: Collection[str]) -> Talk:
    r"""Return a file without labels: as the study says, else by its headings or colours, else nobody knows who.

    >>> from bp_qual.readers import read_data
    >>> talk = read_unlabelled(read_data(b"Hoe gaat het?\nGoed.", where="a.txt"), ["(1)", "(2)"])
    >>> [stretch.speaker for stretch in talk.stretches]
    ['(1)', '(2)']
    """
    if set(known) >= ALTERNATING:
        blocks = _blocks(reading)
        pairs = [(f"({number % 2 + 1})", block) for number, block in enumerate(blocks)]
        return Talk(tuple(make_stretch(reading.text, who, *block, None) for who, block in pairs), style="alternating")
    if ONE_VOICE in known and reading.paragraphs:
        whole = make_stretch(reading.text, ONE_VOICE, reading.paragraphs[0].start, reading.paragraphs[-1].end, None)
        return Talk((whole,), style="one voice")
    for style, told in (("headings", _is_question), ("colour", _is_coloured)):
        apart = [told(line, reading.text) for line in reading.paragraphs]
        if 2 <= sum(apart) < len(apart):
            return Talk(tuple(_by_style(reading, apart, style)), style=style)
    stretches = [make_stretch(reading.text, "", line.start, line.end, line.at) for line in reading.paragraphs]
    return Talk(tuple(stretches), notes=(_offer(reading),), style="none")


def _blocks(reading: Reading) -> list[tuple[int, int]]:
    """Return what stands between blank lines, or each line where there is no blank one."""
    lines = [(line.start, line.end) for line in reading.paragraphs]
    gaps = [
        one for one, two in pairwise(range(len(lines))) if reading.text[lines[one][1] : lines[two][0]].count("\n") > 1
    ]
    firsts = [0, *(gap + 1 for gap in gaps)] if gaps else range(len(lines))
    lasts = [*gaps, len(lines) - 1] if gaps else range(len(lines))
    return [(lines[first][0], lines[last][1]) for first, last in zip(firsts, lasts, strict=True)]


def _offer(reading: Reading) -> str:
    """Say what a researcher can do about a file in which no speaker is marked."""
    asks = [reading.text[start:end].rstrip().endswith("?") for start, end in _blocks(reading)]
    first, second = (sum(asks[turn::2]) / max(1, len(asks[turn::2])) for turn in (0, 1))
    offer = "If one person speaks throughout, put this into study.yaml: speakers: {respondent: [(text)]}."
    if abs(first - second) > 0.4:
        one, two = ("(1)", "(2)") if first > second else ("(2)", "(1)")
        offer = (
            f"It seems that question and answer alternate. If so, put this into study.yaml: "
            f"speakers: {{interviewer: [{one}], respondent: [{two}]}}."
        )
    return f"No speaker is marked. {offer} Else put a label before each turn (I: and R:)."


def _is_question(line: Paragraph, text: str) -> bool:
    """Whether a line is set apart as questions are: a heading, all bold, or numbered with a question mark."""
    if line.kind == "heading" or any(
        m.kind == "bold" and m.start <= line.start and m.end >= line.end for m in line.marks
    ):
        return True
    said = text[line.start : line.end].strip()
    return said.endswith("?") and (line.kind == "item" or _NUMBERED.match(said) is not None)


def _is_coloured(line: Paragraph, text: str) -> bool:  # noqa: ARG001
    return sum(m.end - m.start for m in line.marks if m.kind == "colour") * 2 > line.end - line.start


def _by_style(reading: Reading, apart: list[bool], style: str) -> Iterator[Stretch]:
    names = ("(text)", "(heading)") if style == "headings" else ("(plain)", "(coloured)")
    start, end, now = -1, -1, False
    for line, is_apart in zip(reading.paragraphs, apart, strict=True):
        if start >= 0 and is_apart != now:
            yield make_stretch(reading.text, names[now], start, end, None)
            start = -1
        start, end, now = (line.start if start < 0 else start), line.end, is_apart
    yield make_stretch(reading.text, names[now], start, end, None)
