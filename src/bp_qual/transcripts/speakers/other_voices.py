"""Other voices within a turn that no label of the usual form marks: `[I] ... [/I]`, `(vrouw komt binnen: koffie?)`.

What a pair of tags holds is the other's. What stands in round brackets behind some words and a colon stays where it is,
and is told: the talk in it is somebody else's, or nobody's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from bp_qual.lazy_patterns import lazy_pattern
from bp_qual.readers import Reading
from bp_qual.transcripts.speakers.label_forms import Candidate
from bp_qual.transcripts.speakers.label_names import LabelNames
from bp_qual.transcripts.speakers.labels import BEGINS_TALK, is_role_label, is_word_of, label_key
from bp_qual.wording.remarks import Remark

_TAGGED = lazy_pattern(r"(?:\[([^\W_][\w .'’-]{0,40})\]|<([^\W_][\w .'’-]{0,40})>)")
_LONGEST, _AROUND = 400, 20  # letters of what tags hold; of what is shown around one
_VOICE = lazy_pattern(r"\((?P<head>[^\W\d_][^()\[\]\n:]{1,60}):[ \u00a0][^()\n]{1,300}\)")
_FEWEST, _MOST = 2, 5  # words before the colon


def find_tagged(reading: Reading, labels: Sequence[Candidate], names: LabelNames) -> tuple[list[Candidate], list[str]]:
    r"""Return what tags with a label of the file hold, and where such a tag is not closed.

    Parameters
    ----------
    reading : Reading
        The file.
    labels : sequence of Candidate
        The labels at the beginning of lines.
    names : LabelNames
        The labels of the file as they are written.

    Returns
    -------
    list of Candidate, list of str
        The interruptions; and stretches of text with a role's tag that nothing closes.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> reading = read_data(b"R: Nou [I] hm [/I] ja [I] en", where="a.txt")
    >>> found, open_ones = find_tagged(reading, [Candidate(0, "R", "colon", 0, 3)], LabelNames(["I", "R"]))
    >>> [(label.label, label.talk, label.end) for label in found], open_ones
    ([('I', 10, 14)], ['Nou [I] hm [/I] ja [I] en'])
    """
    text, found, unclosed = reading.text, list[Candidate](), list[str]()
    for match in _TAGGED.finditer(text) if "[" in text or "<" in text else ():
        name = match[1] or match[2]
        if name not in names.written:
            continue
        number, begin, end = _place(reading, labels, match.start())
        closing = f"[/{name}]" if match[1] else f"</{name}>"
        until = text.find(closing, match.end(), min(end, match.end() + _LONGEST))
        if match.start() < begin:
            continue
        if until >= 0:
            found.append(Candidate(number, name, "inside", match.start(), match.end(), end=until))
        elif is_role_label(label_key(name)):
            unclosed.append(text[max(begin, match.start() - _AROUND) : min(end, match.end() + _AROUND)].strip())
    return found, unclosed


def find_voices(
    reading: Reading, labels: Sequence[Candidate], inner: Sequence[Candidate], names: LabelNames
) -> list[str]:
    r"""Return what stands in round brackets within turns, behind a few words and a colon, as it is written.

    Parameters
    ----------
    reading : Reading
        The file.
    labels : sequence of Candidate
        The labels at the beginning of lines.
    inner : sequence of Candidate
        The labels within lines, which need no telling.
    names : LabelNames
        The labels of the file as they are written.

    Returns
    -------
    list of str
        Nothing that begins as talk does.

    Examples
    --------
    >>> from bp_qual.readers import read_data
    >>> reading = read_data(b"R: Nou (zoon roept: mam!) ja (en toen dacht ik: nee) zo.", where="a.txt")
    >>> find_voices(reading, [Candidate(0, "R", "colon", 0, 3)], [], LabelNames(["R"]))
    ['(zoon roept: mam!)']
    """
    text, told, taken = reading.text, list[str](), {label.start for label in inner}
    for match in _VOICE.finditer(text) if "(" in text else ():
        words = match["head"].casefold().replace(",", " ").split()
        begin = _place(reading, labels, match.start())[1]
        label = names.beginning(match["head"], 0)
        is_named = label in names.written and not is_word_of(text, label)  # `I lacht`, but not `I thought`
        if not _FEWEST <= len(words) <= _MOST or (words[0] in BEGINS_TALK and not is_named):
            continue
        is_double = text[max(0, match.start() - 1)] == "("  # ((a remark))
        if match.start() >= begin and match.start() not in taken and not is_double:
            told.append(match[0])
    return told


def note_voices(found: Sequence[str]) -> tuple[Remark, ...]:
    """Return the note on what stands in brackets behind some words and a colon.

    >>> print(*note_voices(["(zoon roept: mam!)"]))
    In brackets within a turn, and counted as said in it: '(zoon roept: mam!)'. If somebody else said it, begin a ...
    """
    return (Remark("voice in brackets", values={"lines": tuple(said[:40] for said in found)}),) if found else ()


def _place(reading: Reading, labels: Sequence[Candidate], at: int) -> tuple[int, int, int]:
    """Return the number of the line at a place, where its talk begins, and where it ends."""
    lines = reading.paragraphs
    number = max(0, bisect_right(lines, at, key=lambda line: line.start) - 1)
    before = bisect_right(labels, number, key=lambda label: label.line) - 1
    is_labelled = before >= 0 and labels[before].line == number
    return number, labels[before].talk if is_labelled else lines[number].start, lines[number].end
