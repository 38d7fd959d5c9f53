"""Titles: lines that a file sets apart by their look, or that name a part of it, and that nobody said.

A bold line or heading right above a label is a title. One in the middle of a turn may be said with emphasis: it stays,
and is told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Paragraph, Reading
from bp_qual.transcripts.speakers.label_forms import Candidate
from bp_qual.transcripts.speakers.labels import can_be_label, is_role_label, label_key
from bp_qual.wording.remarks import Remark

_LONGEST = 12  # words
_SLANTED = lazy_pattern(r"(?P<mark>[*_])(?![*_\s]).*(?<![*_\s])(?P=mark)\s*\Z")
_PART = lazy_pattern(
    r"\W*(?:deel|thema|onderwerp|blok|onderdeel|hoofdstuk|paragraaf|part|section|theme|topic|block|chapter)"
    r"[ ]+(?:[A-Z]|\d{1,2}(?:\.\d)?|[IVX]{1,4})(?=[\s.:)–—-]|\Z)",
    re.IGNORECASE,
)


def is_title(said: str) -> bool:
    """Return whether a line reads like a title: short, and no sentence.

    >>> is_title("De verhuizing"), is_title("Nooit meer!")
    (True, False)
    """
    return "\n" not in said.strip() and said.rstrip()[-1:] not in ".?!…\"”’'" and len(said.split()) <= _LONGEST


def covers(line: Paragraph, text: str, look: str) -> bool:
    """Return whether all letters and digits of a line have a look.

    Parameters
    ----------
    line : Paragraph
        The line with its marks.
    text : str
        The text of the reading.
    look : str
        A kind of mark: `bold`, `italic`, `colour`.

    Returns
    -------
    bool
        Signs and white space may lie outside the marks.

    Examples
    --------
    >>> from bp_qual.readers import Mark
    >>> covers(Paragraph(0, 3, marks=(Mark(0, 2, "bold"),)), "Ja!", "bold")
    True
    """
    marks = [m for m in line.marks if m.kind == look] if line.marks else []
    if not marks:
        return False
    outside = text[line.start : max(line.start, marks[0].start)] + text[marks[-1].end : line.end]
    between = "".join(text[mark.end : following.start] for mark, following in pairwise(marks))
    return not any(character.isalnum() for character in outside + between)


def is_slanted(line: Paragraph, text: str) -> bool:
    """Return whether a line is in italics throughout, or between two stars or underscores as Markdown writes them.

    >>> is_slanted(Paragraph(0, 6), "*Hoe?*"), is_slanted(Paragraph(0, 8), "**Hoe?**")
    (True, False)
    """
    if line.marks and covers(line, text, "italic"):
        return True
    said = text[line.start : line.end].strip()
    return said[:1] in ("*", "_") and len(said) > 3 and _SLANTED.match(said) is not None


def leave_out_titles(candidates: Iterable[Candidate], known: Collection[str], reading: Reading) -> list[Candidate]:
    r"""Return the candidates without titles that hold a colon: `Deel 2: De verhuizing`, bold or a heading throughout.

    Parameters
    ----------
    candidates : iterable of Candidate
        The lines that may begin with a label.
    known : collection of str
        The keys of labels that the study names.
    reading : Reading
        The file.

    Returns
    -------
    list of Candidate
        In the same order.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> from bp_qual.transcripts.speakers.label_forms import find_candidates
    >>> reading = read_data(b"## Deel 2: Werk\n\nI: Hoe?\n\nR: Zo.", where="a.md")
    >>> [found.label for found in leave_out_titles(find_candidates(reading), set(), reading)]
    ['I', 'R']
    """
    every = list(candidates)
    counts = Counter(candidate.label for candidate in every)
    return [
        candidate
        for candidate in every
        if candidate.style != "colon"
        or counts[candidate.label] > 1
        or label_key(candidate.label) in known
        or is_role_label(label_key(candidate.label))
        or not _is_whole_line(candidate, reading)
    ]


def _is_whole_line(candidate: Candidate, reading: Reading) -> bool:
    line = reading.paragraphs[candidate.line]
    said = reading.text[candidate.talk : line.end].strip()
    return bool(said) and is_title(said) and (line.kind == "heading" or covers(line, reading.text, "bold"))


def find_titles(reading: Reading, labels: Collection[Candidate]) -> tuple[frozenset[int], list[str]]:
    r"""Return the lines that are titles between the turns of a labelled file, and what may be one within a turn.

    >>> from bp_qual.readers import read_data
    >>> reading = read_data(b"R: Ja.\n\n**Werk**\n\nI: Hoe?\n\n**Thuis**\n\nEn dan?", where="a.md")
    >>> find_titles(reading, [Candidate(0, "R", "colon", 0, 3), Candidate(2, "I", "colon", 14, 17)])
    (frozenset({1}), ['Thuis'])
    """
    taken = {candidate.line for candidate in labels}
    first, lines = min(taken, default=0), reading.paragraphs
    parts = _find_parts(reading, taken)
    if not any(line.marks for line in lines):
        return parts, []
    own_line = {c.line for c in labels if c.talk >= lines[c.line].end}
    bold = [
        number
        for number, line in enumerate(lines)
        if line.marks and number > first and number not in taken and not line.label and number - 1 not in own_line
        if covers(line, reading.text, "bold") and is_title(reading.text[line.start : line.end])
        if number - 1 not in taken or not _ends_bold(lines[number - 1])
    ]
    titles = set[int]()
    for number in reversed(bold):
        if number + 1 in taken or number + 1 in titles:
            titles.add(number)
    within = [reading.text[lines[number].start : lines[number].end].strip() for number in bold if number not in titles]
    return parts | titles, [said for said in within if can_be_label(said, colon=False)]


def _find_parts(reading: Reading, taken: Collection[int]) -> frozenset[int]:
    """Return the lines right above a label, and apart from the talk, that name a part: `Deel B. De gemeente`."""
    lines, text = reading.paragraphs, reading.text
    above = [number - 1 for number in taken if number and number - 1 not in taken]
    return frozenset(
        number
        for number in above
        if _PART.match(text, lines[number].start, lines[number].end)
        and is_title(text[lines[number].start : lines[number].end])
        and (reading.format not in ("text", "pdf") or text[: lines[number].start].endswith("\n\n"))
    )


def _ends_bold(line: Paragraph) -> bool:
    """Whether a line is bold to its end: then whoever speaks there is set in bold throughout."""
    return any(mark.kind == "bold" and mark.end >= line.end - 1 for mark in line.marks)


def note_titles(within: Sequence[str]) -> tuple[Remark, ...]:
    """Return the note on bold lines within turns.

    >>> print(*note_titles(["Thuis"]))
    Bold, but was read as talk of the speaker before: 'Thuis'. If it is a title, make it a heading; if a label, ...
    """
    return (Remark("bold within turns", values={"lines": tuple(said[:40] for said in within)}),) if within else ()
