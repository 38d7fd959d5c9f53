"""Stretches of talk: who speaks from where to where.

Labels are seen before a colon or a tab, on a line of their own, bold, or named by the format. Nothing here knows who
is the respondent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from bp_qual.readers import Reading
from bp_qual.transcripts.speakers.candidates import Candidate, accept_labels, find_candidates
from bp_qual.transcripts.speakers.labels import HEADER_WORDS, is_role_label, label_key
from bp_qual.transcripts.speakers.stretch import Stretch, Talk, make_stretch
from bp_qual.transcripts.speakers.unlabelled import read_unlabelled


def find_stretches(reading: Reading, *, known: Collection[str] = ()) -> Talk:
    r"""Return who speaks where in a text; `known` are labels that the study names.

    A line without a label continues the stretch before it; what stands before the first label is not talk. In a file
    without any label, headings or a colour part two speakers, called `(heading)` and `(text)`, `(coloured)` and
    `(plain)`. If the study names `(1)` and `(2)`, they take turns; if it names `(text)`, one person speaks throughout.

    >>> from bp_qual.readers import read_data
    >>> talk = find_stretches(read_data(b"Interview 3\nI: Hoe gaat het?\nR: Goed.\nHeel goed.", where="a.txt"))
    >>> [(stretch.speaker, stretch.start, stretch.end) for stretch in talk.stretches]
    [('I', 15, 28), ('R', 32, 48)]
    """
    keys = {label_key(label) for label in known}
    candidates = list(find_candidates(reading))
    accepted, doubted = accept_labels(candidates, keys, reading)
    if not accepted:
        return read_unlabelled(reading, known)
    body, header = _split_header(accepted, reading, keys)
    stretches, others = _cut(reading, body)
    notes = tuple(_doubts(doubted))
    return Talk(tuple(stretches), others, notes, header=header)


def _split_header(
    accepted: list[Candidate], reading: Reading, known: set[str]
) -> tuple[list[Candidate], dict[str, str]]:
    """Part the `Datum: 3 mei` lines at the top from the talk."""
    often = Counter(candidate.label for candidate in accepted)
    header = dict[str, str]()
    for place, candidate in enumerate(accepted):
        line = reading.paragraphs[candidate.line]
        value = reading.text[candidate.talk : line.end].strip()
        is_word = label_key(candidate.label) in HEADER_WORDS and label_key(candidate.label) not in known
        is_given = often[candidate.label] == 1 and len(accepted) > place + 2 and len(value.split()) <= 4
        is_given = is_given and is_role_label(label_key(candidate.label)) and len(label_key(candidate.label)) > 3
        is_given = is_given and value[-1:] not in ".?!…" and candidate.line < 12
        if often[candidate.label] > 1 or not (is_word or is_given) or candidate.style == "format":
            return accepted[place:], header
        header[candidate.label] = value
    return accepted, {}


def _cut(reading: Reading, labels: list[Candidate]) -> tuple[list[Stretch], dict[str, tuple[tuple[int, int], ...]]]:
    """Cut the text at its labels and headings."""
    text, lines = reading.text, reading.paragraphs
    borders = {candidate.line: candidate for candidate in labels}
    first = labels[0].line
    stretches, heads, headings = list[Stretch](), list[tuple[int, int]](), list[tuple[int, int]]()
    speaker, at, start, end = "", None, -1, -1
    for number in range(first, len(lines)):
        line, label = lines[number], borders.get(number)
        if label is None and line.kind != "heading":
            start, end = (line.start if start < 0 else start), line.end
            continue
        joins = label is not None and label.style == "format" and label.label == speaker and start >= 0
        if joins:
            end = line.end
            continue
        if start >= 0:
            stretches.append(make_stretch(text, speaker, start, end, at))
        if label is None:
            headings.append((line.start, line.end))
            start = -1
        else:
            heads.append((line.start, label.talk))
            speaker, at, start, end = label.label, label.at, label.talk, line.end
    if start >= 0:
        stretches.append(make_stretch(text, speaker, start, end, at))
    before = ((0, lines[first].start),) if first else ()
    others = {"labels": tuple(heads), "headings": tuple(headings), "before the first speaker": before}
    return stretches, others


def _doubts(doubted: list[Candidate]) -> Iterator[str]:
    if doubted:
        labels = list(dict.fromkeys(candidate.label for candidate in doubted))
        names = ", ".join(f"'{label}:'" for label in labels[:5])
        more = f" and {len(labels) - 5} more" if len(labels) > 5 else ""
        yield f"Read as talk and not as a speaker: {names}{more}. If it is one, name it in the study."
