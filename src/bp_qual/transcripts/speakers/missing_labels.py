"""Missing labels: paragraphs without a label that somebody else may have said, seen by how turns follow one another.

A label that stands twice in a row with a paragraph without a label between, an answer right below a question, a line
that goes on where another was interrupted: nothing is changed there, all of it is told. Only an interruption that is
set in ends where the lines are no longer set in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bp_qual.readers import Paragraph, Reading
from bp_qual.transcripts.sentence_ends import ends_in_abbreviation
from bp_qual.transcripts.speakers.asking import who_asks
from bp_qual.transcripts.speakers.label_forms import Candidate, without_time
from bp_qual.transcripts.speakers.labels import is_code, is_no_person
from bp_qual.transcripts.speakers.titles import is_title

_ENDS = ".?!…\"”’'»)]:;"
_INTERRUPTS = 60  # letters of an interruption at most
_REMARKS = "([*{<-"  # what a remark on a line of its own begins with: it is not counted as said
_FEW_BELOW = 2  # lines below questions, from which on that is how the file was written
_BETWEEN, _FEWEST, _SHORT = 2, 6, 8  # lines of a turn; labels of a file; words of a paragraph between two
_SENTENCE_ENDS = ".!…"
_PARAGRAPHS = frozenset(("docx", "odt", "rtf", "html"))  # formats of which each line is a paragraph
_FEW_GAPS = 0.05  # share of the labels up to which a label that stands twice in a row is looked at


def resume_interrupted(reading: Reading, labels: Sequence[Candidate]) -> list[Candidate]:
    r"""Return labels for lines at which whoever was interrupted goes on, because the interruption is set in.

    Parameters
    ----------
    reading : Reading
        The file.
    labels : sequence of Candidate
        Its labels, in order.

    Returns
    -------
    list of Candidate
        The label of the one who was interrupted, without any text of its own; none where the line below clearly goes on
        with what the set-in line says.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> from bp_qual.transcripts.speakers.label_forms import find_candidates
    >>> reading = read_data(b"R: Wij bakten\n     I: Ja ja.\nbrood.\nI: En?", where="a.txt")
    >>> labels = [label for label in find_candidates(reading) if label.style == "colon"]
    >>> [(label.label, label.line) for label in resume_interrupted(reading, labels)]
    [('R', 2)]
    """
    first = [label for label in labels if label.style != "inside"]
    lines, text = reading.paragraphs, reading.text
    if not any(text[lines[label.line].start : lines[label.line].start + 1].isspace() for label in first):
        return []
    depths = [_depth(reading, label.line) for label in first]
    usual = Counter(depths).most_common(1)[0][0]
    resumed = list[Candidate]()
    ends = [*(label.line for label in first[1:]), len(reading.paragraphs)]
    for place in range(1, len(first)):
        label, before, number = first[place], first[place - 1], first[place].line + 1
        if depths[place] <= usual or depths[place - 1] > usual or before.label == label.label:
            continue
        is_over = number < ends[place] and _depth(reading, number) < depths[place]
        if is_over and not _is_own_line(reading, before, label):
            line = reading.paragraphs[number]
            resumed.append(Candidate(number, before.label, "stated", line.start, line.start, line.at))
    return resumed


def _is_own_line(reading: Reading, before: Candidate, label: Candidate) -> bool:
    """Whether the line below a label that is set in goes on with what stands beside the label."""
    lines, text = reading.paragraphs, reading.text
    said = text[label.talk : lines[label.line].end].strip()
    if not said:
        return True
    below, above = _said(lines[label.line + 1], text), _said(lines[label.line - 1], text)
    is_cut_off = label.line - 1 >= before.line and above[-1:] not in _ENDS
    return said[-1] not in _ENDS and below[:1].islower() and not is_cut_off


def _depth(reading: Reading, number: int) -> int:
    """Return how far a line is set in."""
    line = reading.paragraphs[number]
    if not reading.text[line.start : line.start + 1].isspace():
        return 0
    said = reading.text[line.start : line.end]
    return len(said.expandtabs(4)) - len(said.expandtabs(4).lstrip())


def find_missing(
    reading: Reading, labels: Sequence[Candidate], titles: Collection[int] = (), pages: Collection[int] = ()
) -> list[str]:
    r"""Return the beginnings of paragraphs before which a label may be missing.

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
    list of str
        Lines of the file.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> from bp_qual.transcripts.speakers.label_forms import find_candidates
    >>> reading = read_data(b"I: Hoe?\nGoed.\nI: En?\nR: Ook.", where="a.txt")
    >>> find_missing(reading, [label for label in find_candidates(reading) if label.style == "colon"])
    ['Goed.']
    """
    at_lines = [label for label in labels if label.style != "inside"]
    if len({label.label for label in at_lines}) < 2 or all(label.style == "format" for label in at_lines):
        return []
    inside = {label.line for label in labels if label.style == "inside"}
    gaps = list(_gaps(reading, at_lines, inside, titles))
    asking = who_asks(reading, at_lines) if gaps else set()
    twice = [gap for gap in gaps if gap.is_twice]
    is_rare = len(twice) <= max(3, _FEW_GAPS * len(at_lines))
    found = [*_below_questions(reading, at_lines, {*titles, *pages})]
    found += _between_paragraphs(reading, at_lines, {*inside, *titles})
    for gap in gaps:
        asks = gap.label.label in asking
        if asks and (gap.is_twice or gap.is_last) and (answer := _answer(gap)):
            found.append(answer)
        elif gap.is_twice and (other := _other_voice(gap, asks=asks, is_rare=is_rare)):
            found.append(other)
        elif gap.goes_on_after_another:
            found.append(gap.rest[0].said)
    return found


def _below_questions(reading: Reading, at_lines: Sequence[Candidate], titles: Collection[int]) -> list[str]:
    """Return what has no label below the question of a label, where the next label is another's and that is rare.

    Whoever asks goes on below a question in some files; in others a title, a remark or another's words stand there.
    """
    lines, text, found = reading.paragraphs, reading.text, list[tuple[str, str]]()
    for label, following in pairwise(at_lines):
        number = label.line + 1
        if following.line <= number or following.label == label.label or label.style == "format":
            continue
        asked, said = without_time(text[label.talk : lines[label.line].end]), _said(lines[number], text)
        is_remark = (
            said[:1] in _REMARKS
            or (_is_apart(said) and not said.isdecimal())
            or lines[number].kind == "heading"
            or number in titles
        )
        is_right_below = text.count("\n", lines[number - 1].end, lines[number].start) == 1  # not a paragraph of its own
        if (
            asked.endswith("?")
            and is_right_below
            and not is_remark
            and not said.endswith("?")
            and not said[:1].islower()
        ):
            found.append((said, label.label))
    if not found or len(found) > max(_FEW_BELOW, _FEW_GAPS * len(at_lines)):
        return []
    asking = who_asks(reading, at_lines)
    return [said for said, label in found if label in asking]


def _between_paragraphs(reading: Reading, at_lines: Sequence[Candidate], parted: Collection[int]) -> list[str]:
    """Return the short paragraph between two of one turn, in a file in which no other turn has paragraphs."""
    lines, text = reading.paragraphs, reading.text
    apart = [
        (label, following)
        for label, following in pairwise(at_lines)
        if following.line > label.line + 1 and _begins_apart(reading, label.line + 1)
    ]
    if len(at_lines) < _FEWEST or len(apart) != 1:
        return []
    (label, following), number = apart[0], apart[0][0].line + 1
    between = range(label.line, following.line)
    is_talk = not any(lines[n].kind == "heading" or n in parted for n in between) and not is_no_person(label.label)
    if following.label == label.label or len(between) <= _BETWEEN or not is_talk:
        return []
    said = _said(lines[number], text)
    are_paragraphs = all(
        _begins_apart(reading, n)
        and _said(lines[n - 1], text)[-1:] in _ENDS
        and not _said(lines[n], text)[:1].islower()
        for n in between[1:]
    )
    is_sentence = said[-1:] in _SENTENCE_ENDS and not any(sign in said[:-1] for sign in _ENDS[:4])
    is_short = len(said.split()) <= _SHORT and said[:1] not in _REMARKS and any(map(str.isalpha, said))
    return [said] if are_paragraphs and is_sentence and is_short else []


def _begins_apart(reading: Reading, number: int) -> bool:
    """Whether a line is a paragraph: there is a blank one above it, or the format has no other lines."""
    lines = reading.paragraphs
    is_below_blank = reading.text.count("\n", lines[number - 1].end, lines[number].start) > 1
    return is_below_blank or reading.format in _PARAGRAPHS


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without a label: what it says, and whether a paragraph begins there."""

    said: str
    begins: bool


@dataclass(frozen=True, slots=True)
class _Gap:
    """What is between one label and the next: the line with the label, those below it, and what is around them."""

    label: Candidate
    first: str
    rest: tuple[_Line, ...]
    is_twice: bool
    is_last: bool
    goes_on_after_another: bool


def _gaps(
    reading: Reading, at_lines: Sequence[Candidate], inside: Collection[int], titles: Collection[int]
) -> Iterator[_Gap]:
    """Yield what follows each label that has lines below it, but for breaks and for labels that the format names."""
    lines, text = reading.paragraphs, reading.text
    ends = [*(label.line for label in at_lines[1:]), len(lines)]
    before, cut_off = "", False
    for place, (label, end) in enumerate(zip(at_lines, ends, strict=True)):
        if end <= label.line + 1 and label.line not in inside:  # by far the usual case
            continue
        if place and at_lines[place - 1].line + 1 >= label.line and label.line - 1 not in inside:
            prior = at_lines[place - 1]
            said = text[prior.talk : lines[prior.line].end].rstrip()
            before, cut_off = prior.label, bool(said) and said[-1] not in _ENDS
        between = range(label.line + 1, end)
        following = at_lines[place + 1].label if place + 1 < len(at_lines) else ""
        if following not in ("", label.label) and not cut_off and _said(lines[end - 1], text)[-1:] in _ENDS:
            continue  # nothing that could be another's, and nothing cut off
        below = [_said(lines[n], text) for n in between]
        is_parted = any(lines[n].kind == "heading" or n in titles for n in between) or any(map(_is_apart, below))
        is_named = label.style == "format" or any(lines[n].label for n in between)
        if is_parted or is_named or is_no_person(label.label) or any(n in inside for n in (label.line, *between)):
            before, cut_off = "", False
            continue
        first = without_time(text[label.talk : lines[label.line].end])
        above = [_said(lines[label.line], text), *below]
        rest = [
            _Line(said, _begins(over, said, text.count("\n", lines[n - 1].end, lines[n].start)))
            for n, over, said in zip(between, above, below, strict=False)
        ]
        if not first and rest:
            first, rest = rest[0].said, rest[1:]
        if not rest:
            before, cut_off = label.label, bool(first) and first[-1] not in _ENDS
            continue
        goes_on = cut_off and before != label.label and len(first) <= _INTERRUPTS
        goes_on = goes_on and first[-1:] in _ENDS and rest[0].said[:1].islower()
        yield _Gap(label, first, tuple(rest), following == label.label, not following, goes_on)
        last = rest[-1].said
        before, cut_off = label.label, bool(last) and last[-1] not in _ENDS


def _is_apart(said: str) -> bool:
    """Whether a line is a time or a code rather than talk."""
    return is_code(said) or not any(map(str.isalpha, said))


def _begins(above: str, said: str, line_ends: int) -> bool:
    """Whether a paragraph begins at a line: a sentence ends above it, or a line is blank and it begins as one."""
    first = next(filter(str.isalnum, said), "")
    if not first:
        return False
    if above[-1:] in _ENDS and not ends_in_abbreviation(above):
        return True
    return line_ends > 1 and (said[0] in "[(" or not first.islower())


def _said(line: Paragraph, text: str) -> str:
    return without_time(text[line.start : line.end])


def _answer(gap: _Gap) -> str:
    """Return the paragraph below a question that asks nothing."""
    above = gap.first
    for line in gap.rest:
        is_end = gap.is_last and is_title(line.said)  # `Einde opname`
        if above.endswith("?") and line.begins and not line.said.endswith("?") and not is_end:
            return line.said
        above = line.said
    return ""


def _other_voice(gap: _Gap, *, asks: bool, is_rare: bool) -> str:
    """Return the paragraph between a label and the same label that somebody else may have said."""
    begun = [line.said for line in gap.rest if line.begins]
    questions = [said for said in begun if said.endswith("?")]
    if questions and not asks:
        return questions[0]
    return begun[0] if begun and is_rare else ""
