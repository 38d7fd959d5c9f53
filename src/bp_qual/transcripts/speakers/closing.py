"""The end of a talk: what was written down after it, under a heading such as `Veldnotities` or below `Einde opname`.

So is the last line of a file in which a program names itself.

Only what stands behind the last turn, and begins with words that say what it is, is taken for it. Any other text there
stays with whoever spoke last, and `unlabelled_paragraphs` tells of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import NamedTuple

from bp_qual.display import one_line
from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Reading
from bp_qual.transcripts.speakers.bare_labels import BARE
from bp_qual.transcripts.speakers.label_forms import Candidate
from bp_qual.transcripts.speakers.labels import label_key
from bp_qual.wording.remarks import Remark

NOTES = "notes after the talk"
_CLOSING_WORDS = 4  # of `Einde van de opname`: that alone needs no note
_TITLE = 8  # words of a heading above notes
_HEAD = lazy_pattern(
    r"\W*(?:\d{1,2}[.)]\s*)?(?:(?:korte|eigen|eerste|mijn|my|own|brief|short|researcher['’]?s?|interviewer['’]?s?)\s+)?"
    r"(?:(?:veld|observatie|gespreks?|interview|proces|field|observation(?:al)?|process|reflexive|reflective)[ -]?)?"
    r"(?:notities?|aantekening(?:en)?|observaties?|opmerking(?:en)?|reflecties?|nabeschouwing(?:en)?|nabespreking|naschrift|nawoord"
    r"|indruk(?:ken)?|memo['’]?s?|notes?|observations?|reflections?|remarks?|comments?|impressions?|debrief(?:ing)?|postscript|afterword"
    r"|na (?:afloop|het (?:interview|gesprek))|after(?:wards| the (?:interview|recording|conversation|tape))?)\b",
    re.IGNORECASE,
)
_BEHIND = lazy_pattern(
    r"[\W\d]*\Z|\W*(?:[\d(\[–—-]|(?:van|bij|over|na|of|on|by|from|after|for|at|about|onderzoekers?|onderzoekster"
    r"|interviewers?|researchers?)\b)",
    re.IGNORECASE,
)
_WHOSE = lazy_pattern(  # Opmerking interviewer: ...
    r"(?:van |of |by )?(?:de |the )?(?:interviewer|interviewster|onderzoeker|onderzoekster|researcher|transcribent"
    r"|transcriber|transcriptionist) ?:",
    re.IGNORECASE,
)
_CLOSING = lazy_pattern(
    r"\W*(?:einde|eind|end)(?: (?:van|of))?(?: (?:het|de|the))? (?:(?:audio|geluids)-?)?"
    r"(?:opname|interview|gesprek|band|transcript(?:ie)?|recording|tape|conversation|audio)\b",
    re.IGNORECASE,
)
_PROGRAM = lazy_pattern(r"Transcribed by https://otter\.ai/?")  # the last line of what Otter exports
_CAPITAL = lazy_pattern(r"[\W\d]*(?:(?:om|at)\b[\W\d]*)?(?:(?:uur|u|hrs?|h|[ap]\.?m)\b\W*)?(?:[A-ZÀ-Þ]|\Z)")


class Closing(NamedTuple):
    """A file without what stands after its talk, the labels of the talk, and the span that was left out, if any."""

    reading: Reading
    labels: list[Candidate]
    span: tuple[int, int] | None
    notes: tuple[Remark, ...] = ()


def part_closing(reading: Reading, labels: list[Candidate], known: Collection[str]) -> Closing:
    r"""Part the notes at the end of a file from its talk.

    Parameters
    ----------
    reading : Reading
        The file.
    labels : list of Candidate
        Its labels, in order; a last one such as `Observaties:` is none.
    known : collection of str
        The keys of labels that the study names.

    Returns
    -------
    Closing
        With the lines of the talk only; its text is that of the whole file.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> reading = read_data(b"R: Ja.\n\nVeldnotities\nZe leek moe.", where="a.txt")
    >>> closing = part_closing(reading, [Candidate(0, "R", "colon", 0, 3)], ())
    >>> reading.text[slice(*closing.span)]
    'Veldnotities\nZe leek moe.'
    """
    kept = len(labels)
    while kept > 1 and _is_notes_label(labels[kept - 1], labels, known):
        kept -= 1
    lines, last = reading.paragraphs, labels[kept - 1]
    first = last.line + (1 if last.talk < lines[last.line].end else 2)
    begin = next((n for n in range(first, len(lines)) if begins_notes(reading, n)), len(lines))
    if begin == len(lines):
        return Closing(reading, labels, None)
    while begin > first and not _letters(reading, begin - 1):  # a rule above the heading
        begin -= 1
    span = (lines[begin].start, lines[-1].end)
    rest = replace(reading, paragraphs=lines[:begin])
    return Closing(rest, labels[:kept], span, note_notes(reading.text[slice(*span)]))


def note_notes(apart: str) -> tuple[Remark, ...]:
    """Return the note on what was parted from the end of a talk; none on the few words that say that it ended.

    >>> note_notes("(Einde opname)"), len(note_notes("Veldnotities: Ze leek moe en de radio stond aan."))
    ((), 1)
    """
    words = len(apart.split())
    told = Remark("notes after the talk", values={"begin": one_line(apart)[:40], "words": words})
    return (told,) if words > _CLOSING_WORDS else ()


def _is_notes_label(label: Candidate, labels: Sequence[Candidate], known: Collection[str]) -> bool:
    """Whether a label is a heading with a colon behind it: nobody is called `Observaties`."""
    if label.style in ("format", "tag", "stated", BARE, "inside") or label_key(label.label) in known:
        return False
    is_once = sum(other.label == label.label for other in labels) == 1
    return is_once and _HEAD.fullmatch(label.label) is not None


def begins_notes(reading: Reading, number: int) -> bool:
    r"""Return whether a line heads notes, is the end of the recording, has such a word and a colon, or is a program's.

    >>> from bp_qual.readers import read_data
    >>> reading = read_data(b"R: Ja.\n\n(Einde opname)\n\nEinde van het gesprek om 11:45 uur", where="a.txt")
    >>> [begins_notes(reading, number) for number in range(3)]
    [False, True, True]
    """
    line, lines, text = reading.paragraphs[number], reading.paragraphs, reading.text
    said = text[line.start : line.end].strip()
    if number + 1 == len(lines) and _PROGRAM.fullmatch(said):
        return True
    closing = _CLOSING.match(said)
    if closing and _CAPITAL.match(said, closing.end()):
        return True
    head = _HEAD.match(said)
    if not head:
        return False
    behind = said[head.end() :].strip()
    if behind[:1] == ":" or _WHOSE.match(behind):
        return True
    is_last = number + 1 == len(lines)
    is_title = len(said.split()) <= _TITLE and behind[-1:] not in tuple(".?!…") and bool(_BEHIND.match(behind))
    is_apart = line.kind == "heading" or "\n\n" in text[lines[number - 1].end : line.start] or reading.format != "text"
    is_apart = is_apart or not _letters(reading, number - 1)  # a rule above it
    return is_title and is_apart and not is_last


def _letters(reading: Reading, number: int) -> bool:
    line = reading.paragraphs[number]
    return any(map(str.isalnum, reading.text[line.start : line.end]))
