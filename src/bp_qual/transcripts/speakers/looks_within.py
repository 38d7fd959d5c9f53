"""Looks within turns: words that are set as another speaker's are, or in a colour that nothing else in the file has.

Where all turns of the interviewer are bold, a bold question within an answer may be the interviewer's; a few words in
red may be a memo. They stay where they are, and are told.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence

from bp_qual.display import one_line
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Mark, Reading
from bp_qual.transcripts.speakers.asking import who_asks
from bp_qual.transcripts.speakers.colour_names import colour_of, is_colour_name
from bp_qual.transcripts.speakers.label_forms import Candidate
from bp_qual.wording.remarks import Remark

_MOSTLY, _HARDLY, _FEWEST = 0.8, 0.1, 3  # shares of somebody's turns with a look; turns of somebody who has one
_FEW, _SHARE = 2, 0.05  # lines with a colour, and their share, up to which the colour is odd
_WORDS = 2
_UNDERSCORED = lazy_pattern(r"(?<!\w)_(?!\s)([^_\n]{6,120}\?)_(?!\w)")
_ENDS = (".", "?", "!", "…")
Look = tuple[str, str]
_WHITE = ("colour", "FFFFFF")


def find_looks(reading: Reading, labels: Sequence[Candidate]) -> list[tuple[str, str]]:
    r"""Return what within a turn looks as another speaker's turns do, or has a colour of its own, and who speaks there.

    Parameters
    ----------
    reading : Reading
        The file.
    labels : sequence of Candidate
        Its labels, in order.

    Returns
    -------
    list of tuple of str and str
        The words and the label; of colours white too, which nobody sees.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> from bp_qual.transcripts.speakers.label_forms import find_candidates
    >>> said = "**I: Hoe?**\n\nR: Zo.\n\n**I: En?**\n\nR: Ja. **En dan?** Nee.\n\n**I: Nu?**\n\nR: Nu ook."
    >>> reading = read_data(said.encode(), where="a.md")
    >>> find_looks(reading, [label for label in find_candidates(reading) if label.label in "IR"])
    [('En dan?', 'R')]
    """
    first = [label for label in labels if label.style not in ("inside", "format")]
    if not any(line.marks for line in reading.paragraphs) and "_" not in reading.text:  # by far the usual case
        return []
    slanted = _find_slanted_questions(reading, first)
    marked = list(_find_marked(reading, first))
    if not marked:
        return slanted
    owners, shares = _owners(first, len(reading.paragraphs)), _shares(reading, first)
    named = {("colour", colour_of(reading.paragraphs[one.line])) for one in first if is_colour_name(one.label)}
    odd = _odd_colours(reading, owners) - named  # a speaker of that colour
    found = [
        (said, owners[number])
        for number, look, said in marked
        if number in owners and (look in odd or _is_of_another(look, owners[number], shares))
    ]
    return list(dict.fromkeys((*found, *slanted)))


def _find_marked(reading: Reading, labels: Sequence[Candidate]) -> Iterator[tuple[int, Look, str]]:
    """Yield by line the looks of stretches behind its label, if any, that hold several words, or words in white."""
    talks = {label.line: label.talk for label in reversed(labels)}
    for number, line in enumerate(reading.paragraphs):
        for mark in line.marks:
            look, said = (
                (mark.kind, mark.value),
                reading.text[max(talks.get(number, line.start), mark.start) : mark.end].strip(),
            )
            if said and (look == _WHITE or len(said.split()) >= _WORDS):
                yield number, look, said


def find_bare(reading: Reading, labels: Sequence[Candidate]) -> list[tuple[str, str]]:
    r"""Return the words without a colour in lines that mostly have one, where somebody speaks in lines without.

    Parameters
    ----------
    reading : Reading
        The file.
    labels : sequence of Candidate
        A label for each line of a file in which colours tell speakers apart.

    Returns
    -------
    list of tuple of str and str
        The words and who was taken to say them.

    Examples
    --------
    >>> from bp_qual.readers import Mark, Paragraph
    >>> lines = (Paragraph(0, 18, marks=(Mark(0, 10, "colour", "FF0000"),)), Paragraph(19, 22))
    >>> labels = [Candidate(0, "(coloured)", "look", 0, 0), Candidate(1, "(plain)", "look", 19, 19)]
    >>> find_bare(Reading("En waarom? Nou ja.\nZo.", lines), labels)
    [('Nou ja.', '(coloured)')]
    """
    if not any(label.label == "(plain)" for label in labels):
        return []
    found = list[tuple[str, str]]()
    for label in labels:
        line = reading.paragraphs[label.line]
        marks = sorted((mark.start, mark.end) for mark in line.marks if mark.kind == "colour")
        if not colour_of(line):
            continue
        ends, starts = [label.talk, *(end for _, end in marks)], [*(start for start, _ in marks), line.end]
        between = (reading.text[end:start].strip() for end, start in zip(ends, starts, strict=True) if start > end)
        found += [(said, label.label) for said in between if len(said.split()) >= _WORDS]
    return found


def _find_slanted_questions(reading: Reading, labels: Sequence[Candidate]) -> list[tuple[str, str]]:
    """Return the questions in italics, or between underscores, behind a sentence of somebody who hardly asks."""
    lines, text = reading.paragraphs, reading.text
    spans = [
        (number, mark.start, mark.end)
        for number, line in enumerate(lines)
        for mark in line.marks
        if mark.kind == "italic"
    ]
    if "?_" in text:
        starts = [line.start for line in lines]
        spans += [(bisect_right(starts, one.start()) - 1, *one.span(1)) for one in _UNDERSCORED.finditer(text)]
    spans = [one for one in spans if _is_question_behind(text, *one[1:])]
    if not spans:
        return []
    owners, asking = _owners(labels, len(lines)), who_asks(reading, labels)
    found = [(text[start:end].strip(), owners[number]) for number, start, end in spans if number in owners]
    return [(said, owner) for said, owner in found if owner not in asking]


def _is_question_behind(text: str, start: int, end: int) -> bool:
    """Whether a stretch is a question of several words, and a sentence ends before it."""
    said, before = text[start:end].strip(" _"), text[max(0, start - 10) : start].rstrip(" _")
    is_question = said.endswith("?") and said[0].isupper() and len(said.split()) > _WORDS
    return is_question and before.endswith(_ENDS)


def _owners(labels: Sequence[Candidate], count: int) -> dict[int, str]:
    """Return who speaks in each line from the first label on."""
    ends = [*(label.line for label in labels[1:]), count]
    return {
        number: label.label
        for label, end in zip(labels, ends, strict=True)
        for number in range(label.line, max(end, label.line + 1))
    }


def _shares(reading: Reading, labels: Sequence[Candidate]) -> dict[str, dict[Look, float]]:
    """Return for each label in how many of its turns the line with the label has a look throughout."""
    counts, looks = Counter[str](), defaultdict[str, Counter[Look]](Counter)
    for label in labels:
        line = reading.paragraphs[label.line]
        if label.talk < line.end:
            counts[label.label] += 1
            looks[label.label].update(_looks(reading.text, label.talk, line.end, line.marks))
    return {
        label: {look: times / count for look, times in looks[label].items()}
        for label, count in counts.items()
        if count >= _FEWEST
    }


def _looks(text: str, start: int, end: int, marks: Sequence[Mark]) -> set[Look]:
    """Return the looks that all letters of a stretch have."""
    found = set[Look]()
    marks = [mark for mark in marks if mark.end > start]  # most labels that are bold have no other mark behind them
    for look in {(mark.kind, mark.value) for mark in marks}:
        covered = {
            place
            for mark in marks
            if (mark.kind, mark.value) == look
            for place in range(max(start, mark.start), min(end, mark.end))
        }
        if all(place in covered for place in range(start, end) if text[place].isalnum()):
            found.add(look)
    return found


def _is_of_another(look: Look, owner: str, shares: dict[str, dict[Look, float]]) -> bool:
    """Whether another speaker's turns mostly have a look that hardly any of the owner's has."""
    others = (own.get(look, 0.0) for label, own in shares.items() if label != owner)
    return owner in shares and shares[owner].get(look, 0.0) <= _HARDLY and max(others, default=0.0) >= _MOSTLY


def _odd_colours(reading: Reading, owners: Collection[int]) -> set[Look]:
    """Return the colours that few lines of talk have."""
    lines = Counter(
        look
        for number in owners
        for look in {(mark.kind, mark.value) for mark in reading.paragraphs[number].marks if mark.kind == "colour"}
    )
    return {look for look, count in lines.items() if count <= max(_FEW, _SHARE * len(owners))}


def note_looks(found: Sequence[tuple[str, str]]) -> Iterator[Remark]:
    """Yield the note on words with such a look.

    >>> print(*note_looks([("En dan?", "R")]))
    Looks unlike the talk around it, but was read as talk of the speaker named behind it: 'En dan? (R)'. If ...
    """
    if found:
        shown = tuple(f"{one_line(said)[:40]} ({one_line(owner)})" for said, owner in found)
        yield Remark("look within turns", values={"lines": shown})
