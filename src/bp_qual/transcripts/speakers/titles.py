"""Titles: lines that a file sets apart by their look, or that name a part of it, and that nobody said.

A bold line or heading right above a label is a title. One in the middle of a turn may be said with emphasis: it stays,
and is told.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Paragraph, Reading
from bp_qual.transcripts.speakers.label_forms import Candidate
from bp_qual.transcripts.speakers.labels import can_be_label, is_role_label, label_key, usual_role
from bp_qual.wording.remarks import Remark

_LONGEST = 12  # words
_SLANTED = lazy_pattern(r"(?P<mark>[*_])(?![*_\s]).*(?<![*_\s])(?P=mark)\s*\Z")
_PART_WORDS = (
    r"(?:deel|thema|onderwerp|blok|onderdeel|hoofdstuk|paragraaf|part|section|theme|topic|block|chapter"
    r"|subject|rubriek|teil|abschnitt|kapitel|partie|thème|chapitre)"
)
_NUMBER = r"[ ]+(?:[A-Z]|\d{1,2}(?:\.\d)?|[IVX]{1,4})"
_PART = lazy_pattern(rf"\W*{_PART_WORDS}{_NUMBER}(?=[\s.:)–—-]|\Z)", re.IGNORECASE)
_NOBODY = lazy_pattern(  # nobody is called so, nor shortens to it who speaks
    r"\W*(?:thema|onderwerp|onderdeel|hoofdstuk|paragraaf|section|theme|topic|chapter|rubriek|abschnitt|kapitel|thème"
    rf"|chapitre)(?:{_NUMBER})?\W*:\s*(?=[^\W_])",
    re.IGNORECASE,
)
_NUMBERED = lazy_pattern(rf"\W*(?:deel|blok|part|block|teil|partie){_NUMBER}\W*:\s*(?=[^\W_])", re.IGNORECASE)
_COUNTED = lazy_pattern(
    r"(?P<word>fase|phase|stap|step|stadium|stage|ronde|round|periode|period|module|étape|etape|schritt|runde)"
    r" (?P<number>\d{1,2})",
    re.IGNORECASE,
)
_FEWEST, _SPEAKERS = 3, 2  # numbers that count the parts of a talk; speakers whose turns are between those parts
_TAIL = 80  # characters before a line, to see how what is above it ends


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
    r"""Return the candidates without titles that hold a colon: `Deel 2: Werk` bold or a heading throughout.

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


def find_headed(every: Sequence[Candidate], known: Collection[str], reading: Reading) -> frozenset[int]:
    r"""Return the lines right above a turn that head a part of the talk: `Deel 1: wonen`, `Onderwerp: werk`.

    Parameters
    ----------
    every : sequence of Candidate
        The lines that may begin with a label.
    known : collection of str
        The keys of labels that the study names.
    reading : Reading
        The file.

    Returns
    -------
    frozenset of int
        The numbers of the lines.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> from bp_qual.transcripts.speakers.label_forms import find_candidates
    >>> reading = read_data(b"I: Hoe?\nR: Zo.\nDeel 2: werk\nI: En?\nR: Zus.", where="a.txt")
    >>> find_headed(list(find_candidates(reading)), set(), reading)
    frozenset({2})
    """
    counts = Counter(candidate.label for candidate in every if candidate.style != "format")
    turns = {
        one.line: one.label
        for one in every
        if counts[one.label] > 1 and (one.style != "alone" or can_be_label(one.label, colon=False))
    }
    heads = [one for one in every if one.style == "colon" and label_key(one.label) not in known]
    heads = [one for one in heads if is_title(reading.text[one.start : reading.paragraphs[one.line].end])]
    nobody = {one.line for one in heads if _NOBODY.match(reading.text, one.start, one.talk + 1)}
    once = [one for one in heads if counts[one.label] == 1 and one.line not in nobody]
    numbered = {one.line for one in once if _NUMBERED.match(reading.text, one.start, one.talk + 1)}
    parts = nobody | numbered | _count_up(once)
    found = {one.line: one for one in heads if one.line in parts}
    others = {line: label for line, label in turns.items() if line not in found}
    if len(set(others.values())) < _SPEAKERS:  # those whose labels come back in turn with one other speak
        return frozenset()
    own, between = set[int](), _between_speakers(others, found)
    for line, one in sorted(found.items(), reverse=True):
        is_surely = counts[one.label] == 1 and _is_part_word(one.label) and not _is_answer(one, reading.text)
        if (line + 1 in turns or line + 1 in own) and (is_surely or line in between):
            own.add(line)
    return frozenset(own)


def _is_part_word(label: str) -> bool:
    """Whether a label names a part and no role, as `Part A` may: a participant."""
    return not usual_role(label_key(label.partition(" ")[0])) and _COUNTED.fullmatch(label) is None


def _is_answer(head: Candidate, text: str) -> bool:
    """Whether a line is below what does not end as a sentence that tells: it may be the answer to it."""
    return text[max(0, head.start - _TAIL) : head.start].rstrip()[-1:] not in (".", "!", "…")


def _count_up(heads: Sequence[Candidate]) -> set[int]:
    """Return the lines whose labels are a word for a part with ever the next number: `Fase 1`, `Fase 2`, `Fase 3`."""
    words = defaultdict[str, list[tuple[int, int]]](list)
    for one in heads:
        if found := _COUNTED.fullmatch(one.label):
            words[found["word"].casefold()].append((int(found["number"]), one.line))
    return {
        line
        for found in words.values()
        if len(found) >= _FEWEST and all(after == number + 1 for (number, _), (after, _) in pairwise(found))
        for _, line in found
    }


def _between_speakers(turns: Mapping[int, str], heads: Collection[int]) -> set[int]:
    """Return the lines with the turn of another speaker below them than above, or with none above."""
    lines = sorted(turns)
    places = {head: bisect_left(lines, head) for head in heads}
    return {
        head
        for head, place in places.items()
        if place < len(lines) and (place == 0 or turns[lines[place - 1]] != turns[lines[place]])
    }


def _is_whole_line(candidate: Candidate, reading: Reading) -> bool:
    line = reading.paragraphs[candidate.line]
    said = reading.text[candidate.talk : line.end].strip()
    return bool(said) and is_title(said) and (line.kind == "heading" or covers(line, reading.text, "bold"))


def find_titles(
    reading: Reading, labels: Collection[Candidate], headed: Collection[int] = ()
) -> tuple[frozenset[int], list[str]]:
    r"""Return the lines that are titles between the turns of a labelled file, and what may be one within a turn.

    Parameters
    ----------
    reading : Reading
        The file.
    labels : collection of Candidate
        Its labels.
    headed : collection of int
        The lines that `find_headed` found.

    Returns
    -------
    tuple of frozenset of int and list of str
        The numbers of the lines, and what is said in those within a turn.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> reading = read_data(b"R: Ja.\n\n**Werk**\n\nI: Hoe?\n\n**Thuis**\n\nEn dan?", where="a.md")
    >>> find_titles(reading, [Candidate(0, "R", "colon", 0, 3), Candidate(2, "I", "colon", 14, 17)])
    (frozenset({1}), ['Thuis'])
    """
    taken = {candidate.line for candidate in labels}
    first, lines = min(taken, default=0), reading.paragraphs
    parts = _find_parts(reading, taken) | (frozenset(headed) - taken)
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
        if is_title(text[lines[number].start : lines[number].end])
        and _PART.match(text, lines[number].start, lines[number].end)
        and (reading.format not in ("text", "pdf") or text.endswith("\n\n", 0, lines[number].start))
    )


def _ends_bold(line: Paragraph) -> bool:
    """Whether a line is bold to its end: then whoever speaks there is set in bold throughout."""
    return any(mark.kind == "bold" and mark.end >= line.end - 1 for mark in line.marks)


def name_unmarked(reading: Reading, titles: Iterable[int]) -> list[str]:
    r"""Return what is in those of some lines that no look of their own sets apart.

    >>> from bp_qual.readers import read_data
    >>> name_unmarked(read_data(b"# Deel 1: wonen\n\nDeel 2: werk", where="a.md"), [0, 1])
    ['Deel 2: werk']
    """
    lines = [reading.paragraphs[number] for number in sorted(titles)]
    unmarked = [line for line in lines if line.kind != "heading" and not covers(line, reading.text, "bold")]
    return [reading.text[line.start : line.end].strip() for line in unmarked]


def note_titles(within: Sequence[str], heads: Sequence[str] = ()) -> tuple[Remark, ...]:
    """Return the notes on bold lines within turns, and on lines with a colon that were taken for headings.

    >>> print(*note_titles(["Thuis"]))
    Bold, but was read as talk of the speaker before: 'Thuis'. If it is a title, make it a heading; if a label, ...
    >>> print(*note_titles([], ["Deel 2: werk"]))
    Taken for headings, and for nobody's talk: 'Deel 2: werk'. If somebody says that, name the label in the study.
    """
    told = (("bold within turns", within), ("taken for headings", heads))
    return tuple(
        Remark(kind, values={"lines": tuple(dict.fromkeys(said[:40] for said in lines))})
        for kind, lines in told
        if lines
    )
