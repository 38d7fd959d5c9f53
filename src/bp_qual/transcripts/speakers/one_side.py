"""Labels on one side: only the answers, or only the questions, have one; what is between is the other's."""

from __future__ import annotations

from collections.abc import Iterator

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Paragraph, Reading
from bp_qual.transcripts.speakers.label_forms import Candidate
from bp_qual.transcripts.speakers.labels import is_no_person, label_key, usual_role
from bp_qual.transcripts.speakers.titles import covers, is_slanted
from bp_qual.wording.remarks import Remark

_NUMBERED = lazy_pattern(r"\s*(?:\d{1,3}|[a-z])[.)]\s")
_MOST = 0.8  # share of the gaps that must look alike
QUESTION, TEXT = "(heading)", "(text)"


def label_other_side(reading: Reading, labels: list[Candidate]) -> tuple[list[Candidate], tuple[Remark, ...]]:
    r"""Return labels for those who have none in a file where only one side has, and the note that tells of it.

    Where only answers are labelled, a line before each label that asks (numbered, bold, with a question mark) is the
    question; if all of these look alike, so is every line with that look. Where only questions are labelled, what is
    below each is the answer.

    >>> from bp_qual.readers import read_data
    >>> reading = read_data(b"1. Hoe?\nAntwoord: Goed.\n2. En nu?\nAntwoord: Ook.", where="a.txt")
    >>> labels = [Candidate(1, "Antwoord", "colon", 8, 18), Candidate(3, "Antwoord", "colon", 34, 44)]
    >>> [(label.label, label.line) for label in label_other_side(reading, labels)[0]]
    [('(heading)', 0), ('(heading)', 2)]
    """
    names = {name for name in {label.label for label in labels} if not is_no_person(name)}
    if len(names) != 1 or any(label.style in ("format", "tag") for label in labels) or len(labels) < 2:
        return [], ()
    (name,) = names
    role = usual_role(label_key(name).rstrip("0123456789"))
    if role != "interviewer" and (asked := list(_questions(reading, labels))):
        return asked, (Remark("questions unlabelled", values={"name": name, "look": QUESTION}),)
    if (role or _mostly_asks(reading, labels)) == "interviewer" and (answered := list(_answers(reading, labels))):
        return answered, (Remark("answers unlabelled", values={"name": name, "look": TEXT}),)
    return [], (Remark("one label", values={"name": name}),)


def _questions(reading: Reading, labels: list[Candidate]) -> Iterator[Candidate]:
    """Yield a label for the line above each answer, if nearly all of these lines ask."""
    taken = {label.line for label in labels}
    above = [label.line - 1 for label in labels if label.line > 0 and label.line - 1 not in taken]
    asking = [number for number in above if _asks(reading.paragraphs[number], reading.text)]
    if len(asking) < 2 or len(asking) < _MOST * len(above):
        return
    looks = set.intersection(*(_looks(reading.paragraphs[number], reading.text) for number in asking))
    if looks:  # questions are set apart: so is one below which the label of the answer is missing
        within = (number for number in range(min(asking), len(reading.paragraphs)) if number not in taken)
        asking = [n for n in within if looks & _looks(reading.paragraphs[n], reading.text)]
    for number in asking:
        line = reading.paragraphs[number]
        yield Candidate(number, QUESTION, "stated", line.start, line.start, line.at)


def _answers(reading: Reading, labels: list[Candidate]) -> Iterator[Candidate]:
    """Yield a label for the line below each question, if nearly all questions have lines below them."""
    ends = [*(label.line for label in labels[1:]), len(reading.paragraphs)]
    below = [_line_below(reading, label) for label in labels]
    answered = [number for number, end in zip(below, ends, strict=True) if number < end]
    if len(answered) < 2 or len(answered) < _MOST * len(labels):
        return
    for number in answered:
        line = reading.paragraphs[number]
        yield Candidate(number, TEXT, "stated", line.start, line.start, line.at)


def _mostly_asks(reading: Reading, labels: list[Candidate]) -> str:
    """Return that a speaker interviews, if nearly all lines with the label end in a question mark."""
    said = [reading.text[label.talk : reading.paragraphs[label.line].end].rstrip() for label in labels]
    return "interviewer" if sum(line.endswith("?") for line in said) >= _MOST * len(said) else ""


def _line_below(reading: Reading, label: Candidate) -> int:
    """Return the number of the line after the one with the question."""
    has_talk = label.talk < reading.paragraphs[label.line].end
    return label.line + (1 if has_talk else 2)


def _looks(line: Paragraph, text: str) -> set[str]:
    """Return how a line is set apart: as a heading, or throughout bold, slanted or coloured."""
    looks = {look for look in ("bold", "colour") if line.marks and covers(line, text, look)}
    looks |= {"italic"} if is_slanted(line, text) else set()
    return looks | ({"heading"} if line.kind == "heading" else set())


def _asks(line: Paragraph, text: str) -> bool:
    said = text[line.start : line.end].strip()
    is_bold = any(m.start <= line.start and m.end >= line.end for m in line.marks)
    return (
        said.rstrip("*_").endswith("?")
        or line.kind in ("heading", "item")
        or is_bold
        or _NUMBERED.match(said) is not None
    )
